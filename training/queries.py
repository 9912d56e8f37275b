"""Every training question as the embedded text encoder reads it, computed once: the encoder is frozen."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np
import torch

from pose2lang3d_sdk.text_encoder import QUERY_WIDTH, TextEncoder
from pose2lang3d_sdk.weights import manifest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from torch import Tensor


class QueryBank:
    """Looks up the query tokens of known questions.

    Args:
        questions: all texts that will be asked for.
        cache: folder of the computed features, keyed by the texts and the encoder; None computes them anew.
    """

    def __init__(self, questions: Sequence[str], cache: Path | None = None) -> None:
        key = hashlib.sha256("\n".join([manifest()["text_encoder"].sha256, *questions]).encode()).hexdigest()[:16]
        file = cache / f"queries_{key}.npz" if cache else None
        if file and file.exists():
            stored = np.load(file)
            tokens, ends = stored["tokens"], stored["ends"]
        else:
            encoder = TextEncoder(threads=1)
            rows = [encoder.encode([question])[0][0].astype(np.float16) for question in questions]
            tokens, ends = np.concatenate(rows), np.cumsum([len(row) for row in rows])
            if file:
                file.parent.mkdir(parents=True, exist_ok=True)
                np.savez(file, tokens=tokens, ends=ends)
        starts = np.concatenate([[0], ends[:-1]])
        self._tokens = tokens
        self._where = {q: (int(a), int(b)) for q, a, b in zip(questions, starts, ends, strict=True)}

    def __call__(self, questions: Sequence[str]) -> tuple[Tensor, Tensor]:
        """Query tokens (B, T, 384) float32 and mask (B, T) float32."""
        spans = [self._where[question] for question in questions]
        length = max(b - a for a, b in spans)
        tokens = np.zeros((len(spans), length, QUERY_WIDTH), np.float32)
        mask = np.zeros((len(spans), length), np.float32)
        for row, (a, b) in enumerate(spans):
            tokens[row, : b - a] = self._tokens[a:b]
            mask[row, : b - a] = 1.0
        return torch.from_numpy(tokens), torch.from_numpy(mask)


def roughen(tokens: Tensor, mask: Tensor, *, drop: float = 0.10, noise: float = 0.30) -> tuple[Tensor, Tensor]:
    """Forget some word pieces and blur the others, so that no answer hangs on one exact wording."""
    keep = (torch.rand_like(mask) > drop).float()
    keep[:, 0] = 1.0  # the sentence token stays: a query is never empty
    scale = tokens[mask > 0].std()
    return tokens + noise * scale * torch.randn_like(tokens), mask * keep
