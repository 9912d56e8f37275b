"""Questions as the text encoder reads them: while it is tuned, and from then on computed once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor

from pose2lang3d_sdk.runtime import read_tokenizer
from pose2lang3d_sdk.text_encoder import MAX_TOKENS, QUERY_WIDTH, TextEncoder
from pose2lang3d_sdk.weights import embedded, file_sha256

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from training.models.minilm import MiniLM


Queries = Callable[[Sequence[str]], tuple[Tensor, Tensor]]
"""Questions -> query tokens (B, T, 384) float32 and mask (B, T) float32, 1 = real token."""


class LiveQueries:
    """Reads questions with the text encoder as it is, so that it can be trained."""

    def __init__(self, encoder: MiniLM) -> None:
        self._encoder = encoder
        self._tokenizer = read_tokenizer(embedded().locate("query_tokenizer"))
        self._tokenizer.enable_padding()
        self._tokenizer.enable_truncation(MAX_TOKENS)

    def pieces(self, questions: Sequence[str]) -> tuple[Tensor, Tensor]:
        """Ids and mask of the word pieces, both (B, T) int64."""
        batch = self._tokenizer.encode_batch(list(questions))
        device = self._encoder.words.weight.device
        ids, mask = [row.ids for row in batch], [row.attention_mask for row in batch]
        return torch.tensor(ids, device=device), torch.tensor(mask, device=device)

    def __call__(self, questions: Sequence[str]) -> tuple[Tensor, Tensor]:
        ids, mask = self.pieces(questions)
        return self._encoder(ids, mask).float(), mask.float()


class QueryBank:
    """Looks up the query tokens of known questions.

    Args:
        questions: all texts that will be asked for.
        encoder: the int8 graph that reads them; default the embedded one.
        cache: folder that keeps the computed features; None computes them anew.
    """

    def __init__(self, questions: Sequence[str], encoder: Path | None = None, cache: Path | None = None) -> None:
        encoder = encoder or embedded().locate("text_encoder")
        self._encoder = encoder
        file = cache / f"queries_{file_sha256(encoder)[:12]}.npz" if cache else None
        known: list[str] = []
        parts: list[NDArray[np.float16]] = []
        lengths: list[int] = []
        if file and file.exists():
            stored = np.load(file)
            known, parts = stored["questions"].tolist(), [stored["tokens"]]
            lengths = np.diff(stored["ends"], prepend=0).tolist()
        missing = sorted(set(questions) - set(known))
        if missing:
            rows = [self._reader.encode([question])[0][0].astype(np.float16) for question in missing]
            known, parts, lengths = known + missing, parts + rows, lengths + [len(row) for row in rows]
        # Gigabytes: one part alone is not copied.
        self._tokens, ends = parts[0] if len(parts) == 1 else np.concatenate(parts), np.cumsum(lengths)
        if missing and file:
            file.parent.mkdir(parents=True, exist_ok=True)
            np.savez(file, questions=np.array(known), tokens=self._tokens, ends=ends)
        starts = np.concatenate([[0], ends[:-1]])
        self._where = {q: (int(a), int(b)) for q, a, b in zip(known, starts, ends, strict=True)}

    def __call__(self, questions: Sequence[str]) -> tuple[Tensor, Tensor]:
        spans = [self._where[question] for question in questions]
        length = max(b - a for a, b in spans)
        tokens = np.zeros((len(spans), length, QUERY_WIDTH), np.float32)
        mask = np.zeros((len(spans), length), np.float32)
        for row, (a, b) in enumerate(spans):
            tokens[row, : b - a] = self._tokens[a:b]
            mask[row, : b - a] = 1.0
        return torch.from_numpy(tokens), torch.from_numpy(mask)

    def embed(self, texts: Sequence[str]) -> Tensor:
        """Mean query token of each text, known or not: (B, 384) float32."""
        return torch.from_numpy(np.stack([self._reader.encode([text])[0][0].mean(axis=0) for text in texts]))

    @cached_property
    def _reader(self) -> TextEncoder:
        return TextEncoder(1, path=self._encoder)


def roughen(tokens: Tensor, mask: Tensor, *, drop: float = 0.03, noise: float = 0.35) -> tuple[Tensor, Tensor]:
    """Blur the word pieces and forget few of them ("not" may be one), so that no answer hangs on one exact wording."""
    keep = (torch.rand_like(mask) > drop).float()
    keep[:, 0] = 1.0  # the sentence token stays: a query is never empty
    scale = tokens[mask > 0].std()
    return tokens + noise * scale * torch.randn_like(tokens), mask * keep
