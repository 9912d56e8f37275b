"""From person and question to answer: spelling -> text encoder -> student -> decoder, and a check against the facts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk.decoder import Decoder
from pose2lang3d_sdk.facts import is_seen
from pose2lang3d_sdk.spelling import Speller, read_words
from pose2lang3d_sdk.statements import StatementReader, read_wordings
from pose2lang3d_sdk.student import Student, attended_facts
from pose2lang3d_sdk.text_encoder import TextEncoder
from pose2lang3d_sdk.unseen import missing_joints, not_visible
from pose2lang3d_sdk.verdicts import DESCRIBE_QUERIES, REGION_NEEDS
from pose2lang3d_sdk.weights import locate

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from pose2lang3d_sdk.decoder import Decoded
    from pose2lang3d_sdk.student import PoseCode

TOLD_BELIEF: Final = 0.7
"""A sentence of a description is kept only if the fact heads find each of its facts at least this probable; training
teaches the decoder to tell no others."""
EXPLAINED_BELIEF: Final = 0.25
"""So is the explanation after a yes or no: below this the answer is the bare word."""
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+")


class PoseLanguage:
    """The three nets between keypoints and sentences, shared by all people of all scenes of a model.

    Args:
        threads: cores for one operator; more than one makes graphs this small slower.

    Raises:
        WeightsError: a weight file is missing or damaged.
    """

    def __init__(self, threads: int = 1) -> None:
        self.student = Student(threads)
        self._text_encoder = TextEncoder(threads)
        self._decoder = Decoder(threads)
        self._statements = StatementReader(read_wordings(locate("statements")))
        self._speller = Speller(read_words(locate("question_words")), self._text_encoder.knows)
        self._describe_queries = self._text_encoder.encode(list(DESCRIBE_QUERIES.values()))

    def describe(self, code: PoseCode) -> list[Decoded]:
        """One decoded text per body region that is seen, in the order of `DESCRIBE_QUERIES`.

        Sentences that the fact heads do not believe are left out, which may leave an empty text.
        """
        seen = [index for index, region in enumerate(DESCRIBE_QUERIES) if is_seen(REGION_NEEDS[region], code.visible)]
        if not seen:
            return []
        tokens, mask = self._describe_queries
        decoded, _ = self._decode(code, tokens[seen], mask[seen])
        return [replace(region, text=self._believed_sentences(region.text, code)) for region in decoded]

    def ask(self, code: PoseCode, question: str) -> tuple[Decoded, NDArray[np.float32]]:
        """The decoded answer and the attention (F,) that each of `facts.FACTS` got."""
        answers, fact_attention = self._decode(code, *self._text_encoder.encode([self._speller.mend(question)]))
        answer = answers[0]
        if answer.verdict == "unknown" and (joints := missing_joints(attended_facts(fact_attention[0]), code.visible)):
            answer = replace(answer, text=not_visible(joints))
        word = answer.verdict.capitalize()
        if answer.text.startswith(f"{word}, ") and not self._believes(answer.text, code, EXPLAINED_BELIEF):
            answer = replace(answer, text=f"{word}.")
        return answer, fact_attention[0]

    def _decode(
        self, code: PoseCode, tokens: NDArray[np.float32], mask: NDArray[np.float32]
    ) -> tuple[list[Decoded], NDArray[np.float32]]:
        refined = self.student.refine(code, tokens, mask)
        return self._decoder.generate(refined.prefix, refined.prefix_mask), refined.fact_attention

    def _believed_sentences(self, text: str, code: PoseCode) -> str:
        return " ".join(s for s in _SENTENCE_END.split(text) if self._believes(s, code, TOLD_BELIEF))

    def _believes(self, text: str, code: PoseCode, least: float) -> bool:
        return all(code.belief(fact, label) >= least for fact, label in self._statements.mentions(text))
