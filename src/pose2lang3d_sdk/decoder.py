"""Runs the quantised language decoder: prefix tokens in, a verdict, a text and a confidence out.

Our own greedy loop over one merged graph with a key/value cache; numpy only.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from pose2lang3d_sdk.errors import WeightsError
from pose2lang3d_sdk.runtime import make_session, read_tokenizer
from pose2lang3d_sdk.verdicts import CANNOT_TELL, OUT_OF_SCOPE, REFUSALS, VERDICTS
from pose2lang3d_sdk.weights import embedded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from pose2lang3d_sdk.verdicts import Verdict
    from pose2lang3d_sdk.weights import Weights

PAD_ID: Final = 0
START_ID: Final = 1
END_ID: Final = 2
VERDICT_IDS: Final = tuple(range(3, 3 + len(VERDICTS)))
"""Token ids of the verdicts, in the order of `VERDICTS`; the tokenizer spells them "<yes>", "<no>" and so on."""
_REFUSAL_IDS: Final = tuple(VERDICT_IDS[VERDICTS.index(verdict)] for verdict in REFUSALS)
VERDICT_TEMPERATURE: Final = 1.25
"""Logits of the verdicts are divided by it; fitted on the validation subjects, both sets of wordings
(`python -m evaluation.calibration --split validation`)."""
MAX_TEXT: Final = 96
"""Text positions of the decoder, <start> included."""
_OWNER: Final = re.compile(r"\b(person)s(?= (?:left|right)\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Decoded:
    """One decoded answer.

    Attributes:
        text: the sentence(s), without special tokens; of a refusal the shortest one.
        verdict: what kind of answer it is, from the first token.
        confidence: in [0, 1]. The verdict's probability among all verdicts; for a "statement", which says nothing yet
            by its verdict, times the geometric mean of the probabilities of the tokens up to the first full stop.
    """

    text: str
    verdict: Verdict
    confidence: float


class Decoder:
    """The decoder graph with its tokenizer.

    Rows of a batch share the range of their quantised activations, so a row's logits depend a little on its
    neighbours; the text it picks practically does not (the export measures how often).

    Args:
        threads: cores for one operator; default all cores this process may use.
        weights: where graph and tokenizer come from; default the embedded ones.
        path: another `decoder.onnx`.
        tokenizer_path: another `text_tokenizer.json`.

    Raises:
        WeightsError: a file is missing or damaged, or graph and tokenizer do not fit together.
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
        tokenizer_path = tokenizer_path or weights.locate("text_tokenizer")
        self._tokenizer = read_tokenizer(tokenizer_path)
        _check_special_ids(self._tokenizer, tokenizer_path)
        self._stops = frozenset(
            i for token, i in self._tokenizer.get_vocab().items() if token.endswith((".", "!", "?"))
        )
        self._graph = GreedyGraph(path or weights.locate("decoder"), threads=threads)

    def generate(
        self, prefix: NDArray[np.float32], prefix_mask: NDArray[np.float32], *, max_tokens: int = 64
    ) -> list[Decoded]:
        """Decode one answer per row, greedily and deterministically.

        Args:
            prefix: (B, M, E) float32, refined pose and query tokens.
            prefix_mask: (B, M) float32, 1 = real token, 0 = padding.
            max_tokens: longest answer in tokens, verdict and <end> included; at most `MAX_TEXT`.

        Returns:
            One `Decoded` per row; none for an empty batch.
        """
        rows = dict(self.finished(prefix, prefix_mask, max_tokens=max_tokens))
        return [rows[index] for index in range(len(prefix))]

    def finished(
        self, prefix: NDArray[np.float32], prefix_mask: NDArray[np.float32], *, max_tokens: int = 64
    ) -> Iterator[tuple[int, Decoded]]:
        """What `generate` gives, each answer with its row as soon as it is complete, short ones first."""
        for row, ids, log_probs in self._graph.finished(prefix, prefix_mask, max_tokens, enough=_REFUSAL_IDS):
            yield row, self._read(ids.tolist(), log_probs.tolist())

    def _read(self, ids: list[int], log_probs: list[float]) -> Decoded:
        verdict = VERDICTS[VERDICT_IDS.index(ids[0])]
        log_confidence = log_probs[0]
        if verdict in REFUSALS:  # whose words need not be decoded
            text = OUT_OF_SCOPE if verdict == "out_of_scope" else CANNOT_TELL
            return Decoded(text, verdict, math.exp(min(log_confidence, 0.0)))
        words = [token for token in ids[1:] if token not in (PAD_ID, END_ID)]
        if verdict == "statement" and words:
            first_stop = next((i for i, token in enumerate(words) if token in self._stops), len(words))
            sentence = log_probs[1 : 1 + max(first_stop, 1)]
            log_confidence += sum(sentence) / len(sentence)
        return Decoded(spelled(self._tokenizer.decode(words).strip()), verdict, math.exp(min(log_confidence, 0.0)))


class GreedyGraph:
    """The bare graph (ids, position, prefix, past, mask) -> (logits, present) and the greedy loop over it.

    Raises:
        WeightsError: the file cannot be loaded or is another graph.
    """

    def __init__(self, path: Path, *, threads: int | None = None) -> None:
        self._session = make_session(path, threads=threads)
        shapes = {node.name: node.shape for node in self._session.get_inputs()}
        if set(shapes) != {"ids", "position", "prefix", "past", "mask"}:
            msg = f"{path} is not a decoder graph (its inputs are {sorted(shapes)}); reinstall the package"
            raise WeightsError(msg)
        self._layers, _, _, self._heads, _, self._head_width = shapes["past"]

    def empty_past(self, batch: int) -> NDArray[np.float32]:
        """The cache before the first step: (L, 2, B, H, 0, dh)."""
        return np.zeros((self._layers, 2, batch, self._heads, 0, self._head_width), dtype=np.float32)

    def step(
        self,
        ids: NDArray[np.int64],
        position: int,
        prefix: NDArray[np.float32],
        past: NDArray[np.float32],
        mask: NDArray[np.float32],
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """One run of the graph.

        Args:
            ids: (B, 1) newest token.
            position: number of text tokens before it.
            prefix: (B, M, E) on the first step, (B, 0, E) afterwards.
            past: (L, 2, B, H, P, dh) cache so far.
            mask: (B, P + M + 1), 1 = attend.

        Returns:
            Logits (B, V) of the next token and the cache (L, 2, B, H, P + M + 1, dh).
        """
        where = np.array([position], dtype=np.int64)
        feeds = {"ids": ids, "position": where, "prefix": prefix, "past": past, "mask": mask}
        logits, present = self._session.run(None, feeds)
        return logits, present

    def greedy(
        self, prefix: NDArray[np.float32], prefix_mask: NDArray[np.float32], max_tokens: int
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Greedy tokens and their log-probabilities, both (B, N): verdict, text, <end>, then <pad> with 0."""
        shape = len(prefix), min(max_tokens, MAX_TEXT)
        ids, log_probs = np.full(shape, PAD_ID, dtype=np.int64), np.zeros(shape, dtype=np.float32)
        for row, tokens, scores in self.finished(prefix, prefix_mask, max_tokens):
            ids[row, : len(tokens)], log_probs[row, : len(tokens)] = tokens, scores
        return ids, log_probs

    def finished(
        self,
        prefix: NDArray[np.float32],
        prefix_mask: NDArray[np.float32],
        max_tokens: int,
        *,
        enough: Sequence[int] = (),
    ) -> Iterator[tuple[int, NDArray[np.int64], NDArray[np.float32]]]:
        """Each row's index, tokens (N,) up to <end> and their log-probabilities, as soon as the row has ended.

        enough: tokens after which a row ends, too.
        """
        batch = len(prefix)
        length = min(max_tokens, MAX_TEXT)
        ids = np.full((batch, length), PAD_ID, dtype=np.int64)
        log_probs = np.zeros((batch, length), dtype=np.float32)
        past = self.empty_past(batch)
        seen = prefix_mask.shape[1] + 1  # the prefix and the newest token
        mask = np.ones((batch, seen + length), dtype=np.float32)
        mask[:, : prefix_mask.shape[1]] = prefix_mask
        token = np.full((batch, 1), START_ID, dtype=np.int64)
        running = np.arange(batch)
        for position in range(length if batch else 0):
            logits, past = self.step(token, position, prefix, past, mask[:, : seen + position])
            chosen, scores = _pick(logits, first=position == 0)
            ids[running, position], log_probs[running, position] = chosen, scores
            keep = ~np.isin(chosen, (END_ID, *enough)) & (position < length - 1)
            for row in running[~keep].tolist():
                yield row, ids[row, : position + 1], log_probs[row, : position + 1]
            if not keep.any():
                return
            if not keep.all():  # a finished row leaves the batch: it costs nothing more and shifts no range
                running, chosen, mask, past = running[keep], chosen[keep], mask[keep], past[:, :, keep]
            token = chosen[:, None]
            prefix = prefix[: len(running), :0]


def _pick(logits: NDArray[np.float32], *, first: bool) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Best token of each row and its log-probability, among the verdicts only for the first token. logits: (B, V)."""
    allowed = logits[:, VERDICT_IDS[0] : VERDICT_IDS[-1] + 1] / VERDICT_TEMPERATURE if first else logits
    best = allowed.argmax(axis=1)
    top = allowed[np.arange(len(best)), best]
    log_probs = -np.log(np.exp(allowed - top[:, None]).sum(axis=1))
    return best + (VERDICT_IDS[0] if first else 0), log_probs


def spelled(text: str) -> str:
    """A decoded text with the apostrophe that the embedded tokenizer does not know: "The person's left side"."""
    return _OWNER.sub(r"\1's", text)


def _check_special_ids(tokenizer: Tokenizer, path: Path) -> None:
    expected = {"<pad>": PAD_ID, "<start>": START_ID, "<end>": END_ID}
    expected |= {f"<{verdict}>": index for verdict, index in zip(VERDICTS, VERDICT_IDS, strict=True)}
    wrong = [token for token, index in expected.items() if tokenizer.token_to_id(token) != index]
    if wrong:
        msg = f"{path} does not give {', '.join(wrong)} the ids this version expects; reinstall the package"
        raise WeightsError(msg)
