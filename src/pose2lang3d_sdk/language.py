"""What the nets say of a person, text encoder -> student -> decoder, and the check of it against the facts."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from math import prod
from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk import asking
from pose2lang3d_sdk.decoder import Decoded, Decoder
from pose2lang3d_sdk.facts import BEND, FACT_ANGLE, FACT_INDEX, FACTS, SIDES, is_seen, joints_of
from pose2lang3d_sdk.questions.slang import plainly
from pose2lang3d_sdk.questions.spelling import Speller, read_words
from pose2lang3d_sdk.questions.visibility import named_limbs
from pose2lang3d_sdk.questions.words import LIMB, WHOSE
from pose2lang3d_sdk.renumbering import renumbered
from pose2lang3d_sdk.skeleton import in_order, mirror_name
from pose2lang3d_sdk.statements import StatementReader, read_wordings
from pose2lang3d_sdk.student import Student, attended_facts, attended_joints
from pose2lang3d_sdk.telling import Teller, uncapitalised
from pose2lang3d_sdk.text_encoder import TextEncoder
from pose2lang3d_sdk.unseen import missing_joints, not_visible
from pose2lang3d_sdk.verdicts import CLOSED, DESCRIBE_QUERIES, REFUSALS, REGION_NEEDS, UNSURE
from pose2lang3d_sdk.weights import embedded

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from pose2lang3d_sdk.questions.describing import Wish
    from pose2lang3d_sdk.questions.parts import Answer
    from pose2lang3d_sdk.student import PoseCode
    from pose2lang3d_sdk.verdicts import Detail, Verdict
    from pose2lang3d_sdk.weights import Weights

TOLD_BELIEF: Final = 0.8
"""A sentence of a description is kept only if the fact heads find each of its facts at least this probable; training
teaches the decoder to tell no others. What descriptions add to the decoder's own sentences is as probable."""
EXPLAINED_BELIEF: Final = 0.25
"""So is the explanation after a yes or no: below this the answer is the bare word. An open answer is told anew then."""
_SHORT: Final = 2
"""Sentences of a short description."""
_RAISED: Final = ("head_height", "above_head")
_A_SIDE: Final = re.compile(r"\b(?:left|right(?! (?:now|away)\b))\b", re.IGNORECASE)
_WHICH_PART: Final = re.compile(
    rf"\b(?:which|what)\s+(?:of\s+)?{WHOSE}(?P<part>{LIMB}|hip|shoulder|side)s?\b", re.IGNORECASE
)
_ANY_LIMB: Final = re.compile(
    rf"\b(?:either|any|an?|one)\s+(?:of\s+)?{WHOSE}(?:{LIMB}|knees|legs|arms|hands|feet)\b", re.IGNORECASE
)
"""A no to "is a knee bent?" needs both knees."""
_CONTACT: Final = re.compile(r"\b(?:touch|cover|block|clasp|grab|clutch|meet)(?:s|es|ed|ing)?\b", re.IGNORECASE)
"""What points alone do not show: how far the flesh reaches."""
_TWICE: Final = re.compile(r"\b(\w[^,.]{9,}?) and \1\b")
"""A clause that the decoder says twice in a row."""
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+")


class PoseLanguage:
    """The three nets between keypoints and sentences, shared by all people of all scenes of a model.

    Args:
        threads: cores for one operator; more than one makes graphs this small slower.
        weights: where the nets come from; default the embedded ones.

    Raises:
        WeightsError: a weight file is missing or damaged.
    """

    def __init__(self, threads: int = 1, *, weights: Weights | None = None) -> None:
        weights = weights or embedded()
        self.student = Student(threads, weights=weights)
        self._text_encoder = TextEncoder(threads, weights=weights)
        self._decoder = Decoder(threads, weights=weights)
        wordings = read_wordings(weights.locate("statements"))
        self._statements, self._teller = StatementReader(wordings), Teller(wordings)
        self._speller = Speller(read_words(weights.locate("question_words")), self._text_encoder.knows)
        self._describe_queries = self._text_encoder.encode(list(DESCRIBE_QUERIES.values()))

    def stream(self, code: PoseCode, regions: Container[str] = DESCRIBE_QUERIES) -> Iterator[Decoded]:
        """One decoded text per body region that is seen, as soon as it and those before it are complete.

        Sentences that the fact heads do not believe are left out, which may leave an empty text.

        Args:
            code: from `Student.encode`.
            regions: keys of `DESCRIBE_QUERIES`; the order is theirs.
        """
        seen = [
            index
            for index, region in enumerate(DESCRIBE_QUERIES)
            if region in regions and is_seen(REGION_NEEDS[region], code.visible)
        ]
        if not seen:
            return
        tokens, mask = self._describe_queries
        refined = self.student.refine(code, tokens[seen], mask[seen])
        done: dict[int, Decoded] = {}
        due = 0
        for row, decoded in self._decoder.finished(refined.prefix, refined.prefix_mask):
            done[row] = replace(decoded, text=self._believed_sentences(decoded.text, code))
            while due in done:
                yield done[due]
                due += 1

    def tell(self, code: PoseCode, detail: Detail = "normal") -> Iterator[str]:
        """The description in pieces of one sentence or more, each as soon as it is complete.

        Args:
            code: from `Student.encode`.
            detail: "short" = the posture and what catches the eye; "normal" = every region, and what the decoder should
                have said of it; "full" = every fact that is worth telling. What is added is at least `TOLD_BELIEF`
                probable.
        """
        if detail == "short":
            yield from self._short(code)
            return
        told: list[str] = []
        for text in self._regions(code):
            told.append(text)
            yield text
        known = self._known(code)
        for full in (False, True)[: 1 + (detail == "full")]:
            more = self._teller.rest(known, self.facts_of(" ".join(told)), code.seen_angles, full=full)
            told += more
            yield from more

    def _regions(self, code: PoseCode, regions: Container[str] = DESCRIBE_QUERIES) -> Iterator[str]:
        told = (region.text for region in self.stream(code, regions) if region.verdict not in REFUSALS)
        return filter(None, told)

    def _short(self, code: PoseCode) -> Iterator[str]:
        known = self._known(code)
        view = {"view": known["view"]} if "view" in known else {}
        posture = next((_SENTENCE_END.split(text)[0] for text in self._regions(code, ("posture",))), "")
        posture = posture or self.say(code, view)
        said = self.facts_of(posture)
        new = {fact: label for fact, label in known.items() if fact not in said}
        told = [text for text in (posture, self._teller.striking(new, code.seen_angles)) if text]
        # Of a face or a hand alone neither tells much: then the first things that can be told.
        more = (text for part in self.tell(code) for text in _SENTENCE_END.split(part)) if len(told) < _SHORT else ()
        yield from islice(dict.fromkeys((*told, *more)), _SHORT)

    def say(self, code: PoseCode, facts: Mapping[str, str]) -> str:
        """A sentence of these facts (fact -> class), with their angles where they have some that are seen."""
        return self._teller.say(facts, code.seen_angles)

    def facts_of(self, text: str) -> set[str]:
        """The facts that a text of the decoder or the teller states."""
        return {fact for fact, _ in self._statements.mentions(text)}

    def ask(self, code: PoseCode, question: str, *, after: Sequence[str] = ()) -> Answer:
        """The answer and the visible joints that it rests on, in the order of `skeleton.JOINTS`; see `asking.ask`."""
        return asking.ask(self, code, question, after=after)

    def describe(self, code: PoseCode, wish: Wish, worded: str) -> Answer | None:
        """All that is known of what somebody wants described, and its joints; None if nothing is."""
        if wish.regions:
            whole = not wish.part and not wish.side
            if whole:
                told = [text for region in wish.regions for text in self._regions(code, (region,))]
            else:
                answer, _ = self.answer(code, worded)
                facts = self.facts_of(answer.text)
                told = [answer.text] if facts and all(map(wish.covers, facts)) else []
            said = {"posture", *self.facts_of(" ".join(told))}  # it hides the obvious
            known = self._known(code)
            known = {fact: label for fact, label in known.items() if wish.covers(fact) or fact == "posture"}
            told += self._teller.rest(known, said, code.seen_angles)
            if wish.part == "hand":
                told += self._hands_at(code, wish, told)
        else:
            told = list(self.tell(code, "short" if wish.short else "normal"))
        if not told:
            return None
        text = " ".join(told)
        mentioned = self._statements.mentions(text)
        beliefs = [code.belief(fact, label) for fact, label in mentioned]
        joints = joints_of((fact for fact, _ in mentioned), code.visible)
        return Decoded(text, "statement", min(beliefs, default=TOLD_BELIEF)), joints

    def _hands_at(self, code: PoseCode, wish: Wish, told: Sequence[str]) -> list[str]:
        """How high each hand is, where that is known and has not been told yet."""
        said = self.facts_of(" ".join(told))
        heights = {
            f"{side}_hand_height": code.likeliest.get(f"{side}_hand_height", ("", 0.0))
            for side in SIDES
            if wish.side in ("", side) and f"{side}_hand_height" not in said
        }
        facts = {fact: label for fact, (label, belief) in heights.items() if belief >= UNSURE}
        return [self.say(code, facts)] if facts else []

    def mended(self, question: str) -> str:
        """The question in ordinary words, without typing errors."""
        return self._speller.mend(plainly(question.replace("_", " ")))

    def answer(self, code: PoseCode, worded: str) -> Answer:
        """The nets' own answer to a question, checked against the facts, and its joints."""
        (answer,), attention = self._ask(code, [worded])
        refused = answer.verdict in REFUSALS
        return answer, () if refused else attended_joints(attention[0], code.visible)

    def judge(self, code: PoseCode, statements: Sequence[str]) -> list[float | None]:
        """How probable each statement is, in [0, 1]; None if the joints are not visible or it is not about the pose.

        Those that differ in the classes of the same facts, in the decoder's own wordings, are judged by these: of "is
        bent" and "is deeply bent" one is true. All others are asked for, each by itself.
        """
        told = [self._statements.states(statement) for statement in statements]
        if told[0] and len({frozenset(fact for fact, _ in facts) for facts in told}) == 1:
            seen = all(is_seen(FACTS[FACT_INDEX[fact]].needs, code.visible) for fact, _ in told[0])
            return [prod(code.belief(*fact, asked=True) for fact in facts) if seen else None for facts in told]
        return [self._truth(code, statement) for statement in statements]

    def _truth(self, code: PoseCode, statement: str) -> float | None:
        answer, _ = self.ask(code, f"Is it true that {statement[:1].lower()}{statement[1:].rstrip('.!? ')}?")
        # Confidence is one verdict's among all: of an unsure no it must not make a probable truth.
        return {"yes": max(answer.confidence, 0.5), "no": min(1 - answer.confidence, 0.5)}.get(answer.verdict)

    def _ask(self, code: PoseCode, questions: Sequence[str]) -> tuple[list[Decoded], NDArray[np.float32]]:
        answers, attention = self._decode(code, *self._text_encoder.encode(list(questions)))
        rows = zip(questions, answers, attention, strict=True)
        return [self._checked(answer, question, row, code) for question, answer, row in rows], attention

    def _checked(self, answer: Decoded, question: str, attention: NDArray[np.float32], code: PoseCode) -> Decoded:
        """The answer with what the fact heads do not believe put right. attention: (F,), as of the question."""
        attended = attended_facts(attention)
        if answer.verdict == "unknown":
            # A hand may also be near a knee: whoever asks for it cares little that the knee is not visible.
            named = named_limbs(question)
            joints = missing_joints(attended, code.visible)
            joints = in_order(named.intersection(joints)) or joints or in_order(named.difference(code.visible))
            text = not_visible(joints) if joints else answer.text
            return replace(answer, text=self._with_the_other_side(text, attended, question, code))
        text = self._numbered(_TWICE.sub(r"\1", answer.text), code, number=answer.verdict == "statement")
        if not self._believes(text, code, EXPLAINED_BELIEF, asked=True):
            word = answer.verdict.capitalize()
            if text.startswith(f"{word}, "):
                likely = self._restated(text, code) if self._is_bent_anyhow(text, code) else ""
                text = f"{word}, {uncapitalised(likely)}" if likely else f"{word}."
            elif answer.verdict == "statement":
                text = self._restated(text, code)
                if not text:
                    told = self.facts_of(answer.text)
                    return Decoded(not_visible(missing_joints(told, code.visible)), "unknown", 1.0)
        missing = missing_joints(attended, code.visible) if answer.verdict in CLOSED else ()
        if missing and not self._is_settled(text, answer.verdict, question, code):
            return Decoded(self._with_the_other_side(not_visible(missing), attended, question, code), "unknown", 1.0)
        if _CONTACT.search(question):
            text = re.sub("^Yes, (?=[^,]*\\b(?:near|close|together)\\b)", "Yes, as far as I can see ", text)
        return replace(answer, text=_for_that_side(text, answer.verdict, question))

    def _with_the_other_side(self, text: str, asked: Sequence[str], question: str, code: PoseCode) -> str:
        """What is known of the side that is seen, if only the other is hidden and none is named, and the refusal."""
        if _A_SIDE.search(question):
            return text
        twins = {mirror_name(fact) for fact in asked}
        known = {
            fact: label
            for fact, (label, belief) in code.likeliest_asked.items()
            if fact in twins and missing_joints([mirror_name(fact)], code.visible)
            if belief >= UNSURE or fact in FACT_ANGLE  # an angle is told as it is measured
        }
        return " ".join([*(self.say(code, {fact: label}) for fact, label in known.items()), text])

    def _is_bent_anyhow(self, text: str, code: PoseCode) -> bool:
        """Whether all that is told is of bends, and wrong at most about how far something is bent."""
        told = self._statements.mentions(text)
        likeliest = code.likeliest_asked
        return bool(told) and all(
            fact.endswith("_bend") and fact in likeliest and (label == BEND[0]) is (likeliest[fact][0] == BEND[0])
            for fact, label in told
        )

    def _is_settled(self, text: str, verdict: Verdict, question: str, code: PoseCode) -> bool:
        """Whether of two sides the one that is seen settles it; then the text tells of it what is probable."""
        if verdict == "no" and _ANY_LIMB.search(question):
            return False
        return bool(self._statements.mentions(text)) and self._believes(text, code, 0.5, asked=True)

    def _numbered(self, text: str, code: PoseCode, *, number: bool = False) -> str:
        return renumbered(text, self._statements, self._teller, code.seen_angles, number=number)

    def _restated(self, text: str, code: PoseCode) -> str:
        """What the fact heads find likeliest of the facts that a text tells; empty if their joints are not visible."""
        told = [fact for fact, _ in self._statements.mentions(text)]
        likeliest = code.likeliest_asked
        if known := {fact: likeliest[fact][0] for fact in told if fact in likeliest}:
            return self.say(code, known) or text
        return "" if missing_joints(told, code.visible) else text

    @staticmethod
    def _known(code: PoseCode) -> dict[str, str]:
        likely = {fact: label for fact, (label, belief) in code.likeliest.items() if belief >= TOLD_BELIEF}
        return {fact: label for fact, label in likely.items() if _is_fair(code, fact, label)}

    def _decode(
        self, code: PoseCode, tokens: NDArray[np.float32], mask: NDArray[np.float32]
    ) -> tuple[list[Decoded], NDArray[np.float32]]:
        refined = self.student.refine(code, tokens, mask)
        return self._decoder.generate(refined.prefix, refined.prefix_mask), refined.fact_attention

    def _believed_sentences(self, text: str, code: PoseCode) -> str:
        sentences = (s for s in _SENTENCE_END.split(text) if self._believes(s, code, TOLD_BELIEF))
        told = (s for s in sentences if all(_is_fair(code, *fact) for fact in self._statements.mentions(s)))
        return self._numbered(" ".join(told), code)

    def _believes(self, text: str, code: PoseCode, least: float, *, asked: bool = False) -> bool:
        return all(code.belief(fact, label, asked=asked) >= least for fact, label in self._statements.mentions(text))


def _is_fair(code: PoseCode, fact: str, label: str) -> bool:
    """Whether a description may tell a fact: what is true by definition may still mislead who looks at the photo."""
    if (fact, label) == ("torso_orientation", "vertical"):
        return code.seen_angles.get("torso", 0.0) < asking.SLIGHT_LEAN
    if fact.endswith("hand_depth") and label == "in_front":  # beside the head, a hand is in front of no body
        return code.likeliest.get(fact.replace("depth", "height"), ("",))[0] not in _RAISED
    if fact.endswith("foot_ground") and label == "yes":  # where the posture is unclear it may be a board or pedals
        return code.likeliest.get("posture", ("", 0.0))[1] >= TOLD_BELIEF
    return True


def _for_that_side(text: str, verdict: Verdict, question: str) -> str:
    """The text of an answer with that side first: "the right knee is more bent" names the other one."""
    named = _A_SIDE.search(text)
    if verdict not in SIDES or not named or named.group().lower() == verdict:
        return text
    part = _WHICH_PART.search(question)
    return f"The {verdict} {part['part'].lower() if part else 'one'}: {uncapitalised(text)}"
