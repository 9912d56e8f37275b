"""Runs the query encoder (eq. 3): questions in, one feature vector per word piece out.

The embedded encoder is all-MiniLM-L6-v2, tuned on questions about poses, in int8; anything that follows `QueryEncoder`
can take its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

import numpy as np

from pose2lang3d_sdk.errors import QuestionError
from pose2lang3d_sdk.runtime import make_session, read_tokenizer
from pose2lang3d_sdk.weights import embedded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from pose2lang3d_sdk.weights import Weights

MAX_TOKENS: Final = 128
"""Longest question in word pieces, the two special tokens included."""
QUERY_WIDTH: Final = 384
"""Width of a query token."""


class QueryEncoder(Protocol):
    """Questions -> query tokens (B, T, `QUERY_WIDTH`) float32 and mask (B, T) float32, 1 = real token."""

    def encode(self, questions: Sequence[str], /) -> tuple[NDArray[np.float32], NDArray[np.float32]]: ...


class TextEncoder:
    """The embedded query encoder.

    Args:
        threads: cores for one operator; default all cores this process may use.
        weights: where graph and tokenizer come from; default the embedded ones.
        path: another `text_encoder.onnx`.
        tokenizer_path: another `query_tokenizer.json`.

    Raises:
        WeightsError: a file is missing or damaged.
    """

    def __init__(
        self,
        threads: int | None = None,
        *,
        weights: Weights | None = None,
        path: Path | None = None,
        tokenizer_path: Path | None = None,
    ) -> None:
        weights = weights or embedded()
        self._tokenizer = read_tokenizer(tokenizer_path or weights.locate("query_tokenizer"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._session = make_session(path or weights.locate("text_encoder"), threads=threads)

    def encode(self, questions: Sequence[str], /) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Encode questions; upper and lower case are the same.

        Each question runs alone: int8 activations share one range per run, and a question must not read differently
        because of its neighbours.

        Args:
            questions: texts that are not blank.

        Returns:
            tokens: (B, T, 384) float32, T = word pieces of the longest question; zeros after a question's end.
            mask: (B, T) float32, 1 = real token.

        Raises:
            QuestionError: a question is blank, not text or longer than `MAX_TOKENS`.
        """
        encoded = [self._encode_one(question) for question in questions]
        length = max((len(tokens) for tokens in encoded), default=0)
        tokens = np.zeros((len(encoded), length, QUERY_WIDTH), dtype=np.float32)
        mask = np.zeros((len(encoded), length), dtype=np.float32)
        for row, states in enumerate(encoded):
            tokens[row, : len(states)] = states
            mask[row, : len(states)] = 1.0
        return tokens, mask

    def knows(self, word: str) -> bool:
        """Whether a lower-case word is one piece of the encoder's vocabulary, as ordinary English words are."""
        return self._tokenizer.token_to_id(word) is not None

    def _encode_one(self, question: str) -> NDArray[np.float32]:
        if not isinstance(question, str):
            msg = f"a question must be text, got {type(question).__name__}"
            raise QuestionError(msg)
        if not question.strip():
            msg = "the question is empty; ask something about the pose"
            raise QuestionError(msg)
        pieces = self._tokenizer.encode(question).ids
        if len(pieces) > MAX_TOKENS:
            msg = f"the question has {len(pieces)} word pieces, at most {MAX_TOKENS} can be read; shorten it"
            raise QuestionError(msg)
        ids = np.array([pieces], dtype=np.int64)
        feeds = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
        states: NDArray[np.float32] = self._session.run(None, feeds)[0][0]
        return states
