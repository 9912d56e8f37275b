"""Every training question as the embedded text encoder reads it, computed once: the encoder is frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch

from pose2lang3d_sdk.text_encoder import QUERY_WIDTH, TextEncoder
from pose2lang3d_sdk.weights import manifest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from torch import Tensor


class QueryBank:
    """Looks up the query tokens of known questions.

    Args:
        questions: all texts that will be asked for.
        cache: folder that keeps the computed features; None computes them anew.
    """

    def __init__(self, questions: Sequence[str], cache: Path | None = None) -> None:
        file = cache / f"queries_{manifest()['text_encoder'].sha256[:12]}.npz" if cache else None
        known: list[str] = []
        rows: list[NDArray[np.float16]] = []
        if file and file.exists():
            stored = np.load(file)
            known = stored["questions"].tolist()
            rows = np.split(stored["tokens"], stored["ends"][:-1])
        missing = sorted(set(questions) - set(known))
        if missing:
            encoder = TextEncoder(threads=1)
            rows += [encoder.encode([question])[0][0].astype(np.float16) for question in missing]
            known += missing
        self._tokens, ends = np.concatenate(rows), np.cumsum([len(row) for row in rows])
        if missing and file:
            file.parent.mkdir(parents=True, exist_ok=True)
            np.savez(file, questions=np.array(known), tokens=self._tokens, ends=ends)
        starts = np.concatenate([[0], ends[:-1]])
        self._where = {q: (int(a), int(b)) for q, a, b in zip(known, starts, ends, strict=True)}

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


def roughen(tokens: Tensor, mask: Tensor, *, drop: float = 0.03, noise: float = 0.35) -> tuple[Tensor, Tensor]:
    """Blur the word pieces and forget few of them ("not" may be one), so that no answer hangs on one exact wording."""
    keep = (torch.rand_like(mask) > drop).float()
    keep[:, 0] = 1.0  # the sentence token stays: a query is never empty
    scale = tokens[mask > 0].std()
    return tokens + noise * scale * torch.randn_like(tokens), mask * keep
