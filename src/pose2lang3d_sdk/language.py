"""From person and question to answer: spelling -> text encoder -> student -> decoder, and a check against the facts."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from math import prod
from typing import TYPE_CHECKING, Final, cast

from pose2lang3d_sdk.decoder import Decoded, Decoder
from pose2lang3d_sdk.facts import BEND, FACT_INDEX, FACTS, SIDES, is_seen
from pose2lang3d_sdk.questions.amounts import tell_angles
from pose2lang3d_sdk.questions.bends import compare_bends
from pose2lang3d_sdk.questions.comparing import camera_above, compare, levelled
from pose2lang3d_sdk.questions.compound import put_together, take_apart
from pose2lang3d_sdk.questions.counting import counted, counts
from pose2lang3d_sdk.questions.degrees import measure
from pose2lang3d_sdk.questions.describing import wished
from pose2lang3d_sdk.questions.referring import refers
from pose2lang3d_sdk.questions.rephrasing import rephrased
from pose2lang3d_sdk.questions.rows import asks_what_to_ask, in_a_row, looks_back, one_by_one
from pose2lang3d_sdk.questions.spelling import Speller, name_the_person, read_words
from pose2lang3d_sdk.questions.unpictured import beyond
from pose2lang3d_sdk.questions.unsided import each_side, of_both_sides
from pose2lang3d_sdk.questions.viewer import farther, in_the_picture, of_the_viewer
from pose2lang3d_sdk.questions.visibility import FRONT_OF_HEAD, look, named_limbs
from pose2lang3d_sdk.questions.widths import compare_widths
from pose2lang3d_sdk.questions.words import LIMB, WHOSE, names_several
from pose2lang3d_sdk.renumbering import renumbered
from pose2lang3d_sdk.skeleton import in_order, mirror_name, mirror_text
from pose2lang3d_sdk.statements import StatementReader, read_wordings
from pose2lang3d_sdk.student import Student, attended_facts, attended_joints
from pose2lang3d_sdk.telling import Teller, uncapitalised
from pose2lang3d_sdk.text_encoder import TextEncoder
from pose2lang3d_sdk.unseen import missing_joints, not_visible
from pose2lang3d_sdk.verdicts import CLOSED, DECIDED, DESCRIBE_QUERIES, REFUSALS, REGION_NEEDS
from pose2lang3d_sdk.weights import embedded

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from pose2lang3d_sdk.questions.describing import Wish
    from pose2lang3d_sdk.questions.referring import Reference
    from pose2lang3d_sdk.questions.viewer import InPicture
    from pose2lang3d_sdk.student import PoseCode
    from pose2lang3d_sdk.verdicts import Detail, Verdict
    from pose2lang3d_sdk.weights import Weights

TOLD_BELIEF: Final = 0.8
"""A sentence of a description is kept only if the fact heads find each of its facts at least this probable; training
teaches the decoder to tell no others."""
EXPLAINED_BELIEF: Final = 0.25
"""So is the explanation after a yes or no: below this the answer is the bare word. An open answer is told anew then."""
UNSURE: Final = 0.6
"""An answer of yes, no or a side with less confidence says that it is not sure: on the validation subjects such answers
are right about half of the time."""
REST_BELIEF: Final = 0.85
"""What descriptions add to the decoder's own sentences is at least this probable."""
TURNED_AWAY: Final = 0.95
"""From this belief on that somebody is seen from behind and looks away, the face is taken for hidden."""
_NO_SIDE: Final = re.compile(
    r"\bright (?:angle|to |that|now|away)|\b(?:it|all|that) right\b|,\s*right\b|\b(?:has|have|had) left\b",
    re.IGNORECASE,
)
"""Where "left" and "right" are no sides, so that exchanging them makes nonsense."""
_A_SIDE: Final = re.compile(r"\b(?:left|right)\b", re.IGNORECASE)
_WHICH_PART: Final = re.compile(
    rf"\b(?:which|what)\s+(?:of\s+)?{WHOSE}(?P<part>{LIMB}|hip|shoulder|side)s?\b", re.IGNORECASE
)
_ANY_LIMB: Final = re.compile(
    rf"\b(?:either|any|an?|one)\s+(?:of\s+)?{WHOSE}(?:{LIMB}|knees|legs|arms|hands|feet)\b", re.IGNORECASE
)
"""A no to "is a knee bent?" needs both knees."""
_EXAMPLES: Final = (
    'Ask about the pose, for example "Is the left knee bent?", "Which hand is higher?" or "Describe the arms."'
)

_NO_MEMORY: Final = "Each question is answered by itself: say which part of the body is meant."
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
                have said of it; "full" = every fact that is worth telling. What is added is at least `REST_BELIEF`
                probable.
        """
        if detail == "short":
            yield from self._short(code)
            return
        told: list[str] = []
        for text in self._regions(code):
            told.append(text)
            yield text
        known = self._known(code, REST_BELIEF)
        for full in (False, True)[: 1 + (detail == "full")]:
            said = [fact for fact, _ in self._statements.mentions(" ".join(told))]
            more = self._teller.rest(known, said, code.seen_angles, full=full)
            told += more
            yield from more

    def _regions(self, code: PoseCode, regions: Container[str] = DESCRIBE_QUERIES) -> Iterator[str]:
        told = (region.text for region in self.stream(code, regions) if region.verdict not in REFUSALS)
        return filter(None, told)

    def _short(self, code: PoseCode) -> Iterator[str]:
        posture = next((_SENTENCE_END.split(text)[0] for text in self._regions(code, ("posture",))), "")
        said = {fact for fact, _ in self._statements.mentions(posture)}
        known = {fact: label for fact, label in self._known(code, REST_BELIEF).items() if fact not in said}
        told = [text for text in (posture, self._teller.striking(known, code.seen_angles)) if text]
        # Of a face or a hand alone neither tells anything: then the first thing that can be told.
        yield from told or [_SENTENCE_END.split(text)[0] for text in islice(self.tell(code), 1)]

    def say(self, code: PoseCode, facts: Mapping[str, str]) -> str:
        """A sentence of these facts (fact -> class), with their angles where they have some that are seen."""
        return self._teller.say(facts, code.seen_angles)

    def ask(self, code: PoseCode, question: str) -> tuple[Decoded, tuple[str, ...]]:
        """The answer and the visible joints that it rests on, in the order of `skeleton.JOINTS`."""
        row = in_a_row(self._speller.mend(question))
        if len(row) == 1:
            if hint := _NO_MEMORY if looks_back(row[0]) else _EXAMPLES if asks_what_to_ask(row[0]) else "":
                return Decoded(hint, "out_of_scope", 1.0), ()
            answer, joints = self._ask_one(code, rephrased(name_the_person(row[0])))
            return _with_doubt(answer), joints
        answers, joints = _of_all(self.ask(code, part) for part in row)
        return one_by_one(answers), joints

    def _ask_one(self, code: PoseCode, worded: str) -> tuple[Decoded, tuple[str, ...]]:
        """As `ask`, of one question in known words, and without saying that it is not sure."""
        if known := _without_nets(code, worded):
            return known
        if in_picture := of_the_viewer(worded):
            return self._ask_in_picture(code, in_picture, worded)
        count = counts(worded)
        if count and not (count.if_hidden and named_limbs(count.part).issubset(code.visible)):
            answers, joints = _of_all(self._ask_one(code, named) for named in count.questions)
            if told := counted(count, answers):
                return told, joints
        if (wish := wished(worded)) and (description := self._told(code, wish, worded)):
            return description
        parts = take_apart(worded)
        if len(parts) > 1:
            answers, joints = _of_all(self._ask_one(code, part) for part in parts)
            if together := put_together(answers):
                return together, joints
        if reference := refers(worded):
            return self._ask_of(code, reference, worded)
        if sides := each_side(worded):
            answers, joints = _of_all(self._ask_one(code, named) for named in sides)
            both = of_both_sides(answers)
            if both.verdict not in DECIDED:  # each says for itself whether it is sure
                both = of_both_sides([_with_doubt(answer) for answer in answers])
            return both, joints
        return self._settled(code, worded)

    def _ask_in_picture(self, code: PoseCode, limb: InPicture, worded: str) -> tuple[Decoded, tuple[str, ...]]:
        """As `ask`, of a limb that is named by its side in the picture."""
        which, joints = farther(limb.part, limb.side, code.keypoints, code.visible)
        if which.verdict in SIDES:
            answer, joints = self._ask_one(code, limb.naming(which.verdict))
            return replace(answer, confidence=answer.confidence * which.confidence), joints
        as_asked, _ = self._answer(code, worded)
        return (as_asked, ()) if as_asked.verdict == "out_of_scope" else (which, ())

    def _told(self, code: PoseCode, wish: Wish, worded: str) -> tuple[Decoded, tuple[str, ...]] | None:
        """All that is known of what is to be described, and its joints; None if nothing is."""
        if wish.regions:
            whole = not wish.part and not wish.side
            if whole:
                told = [text for region in wish.regions for text in self._regions(code, (region,))]
            else:
                answer, _ = self._answer(code, worded)
                facts = [fact for fact, _ in self._statements.mentions(answer.text)]
                told = [answer.text] if facts and all(map(wish.covers, facts)) else []
            said = ["posture", *(fact for fact, _ in self._statements.mentions(" ".join(told)))]  # it hides the obvious
            known = self._known(code, TOLD_BELIEF)
            known = {fact: label for fact, label in known.items() if wish.covers(fact) or fact == "posture"}
            told += self._teller.rest(known, said, code.seen_angles)
        else:
            told = list(self.tell(code, "short" if wish.short else "normal"))
        if not told:
            return None
        text = " ".join(told)
        mentioned = self._statements.mentions(text)
        beliefs = [code.belief(fact, label) for fact, label in mentioned]
        joints = {joint for fact, _ in mentioned for joint in FACTS[FACT_INDEX[fact]].joints}
        return Decoded(text, "statement", min(beliefs, default=TOLD_BELIEF)), in_order(
            joints.intersection(code.visible)
        )

    def _ask_of(self, code: PoseCode, reference: Reference, worded: str) -> tuple[Decoded, tuple[str, ...]]:
        """As `ask`, of a limb that is named by where it is."""
        side, belief = code.likeliest.get(reference.fact, ("", 0.0))
        known = side in SIDES and belief >= UNSURE
        named = reference.naming(mirror_name(side) if reference.opposite else side) if known else worded
        if known and (found := _without_nets(code, named)):
            return found
        as_asked, _ = self._answer(code, worded)
        if known:
            answer, joints = self._settled(code, named)
            answer = replace(answer, confidence=answer.confidence * belief)
            # What the arm is raised for may show less that it is about no pose once "raised" is gone.
            refused = as_asked.verdict == "out_of_scope" and not reference.is_plain
            answered = not refused or answer.confidence > as_asked.confidence
            return (answer, joints) if answered else (as_asked, ())
        refused = as_asked.verdict in REFUSALS
        if as_asked.verdict == "out_of_scope":  # or the reader takes "the back leg" for none of the person's
            refused = self._answer(code, reference.naming(SIDES[0]))[0].verdict == "out_of_scope"
        return (as_asked if refused else self._unclear(code, reference)), ()

    def _unclear(self, code: PoseCode, reference: Reference) -> Decoded:
        """The answer where it is not known which limb is meant."""
        if missing := missing_joints((reference.fact,), code.visible):
            return Decoded(not_visible(missing), "unknown", 1.0)
        label, belief = code.likeliest.get(reference.fact, ("", 0.0))
        why = self.say(code, {reference.fact: label}) if label and label not in SIDES else ""
        text = f"I cannot tell which {reference.part} is meant{f': {uncapitalised(why)}' if why else '.'}"
        return Decoded(text, "unknown", max(belief, 1 - belief))

    def _settled(self, code: PoseCode, worded: str) -> tuple[Decoded, tuple[str, ...]]:
        """The decoder's answer and its joints; where it is unsure, the surer one of the person and the mirror image."""
        answer, joints = self._answer(code, worded)
        if _is_unsure(answer) and not _NO_SIDE.search(worded):
            # Near one half the mirror image may get another answer: the surer of the two is that of both.
            other, seen = self._answer(self.student.mirrored(code), mirror_text(worded))
            if other.verdict in DECIDED and other.confidence > answer.confidence:
                verdict = cast("Verdict", mirror_name(other.verdict))
                answer = replace(other, text=mirror_text(other.text), verdict=verdict)
                joints = in_order([mirror_name(joint) for joint in seen])
        return answer, joints

    def _answer(self, code: PoseCode, worded: str) -> tuple[Decoded, tuple[str, ...]]:
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
        if answer.verdict == "unknown" and (joints := missing_joints(attended_facts(attention), code.visible)):
            # A hand may also be near a knee: whoever asks for it cares little that the knee is not visible.
            named = named_limbs(question)
            return replace(answer, text=not_visible([joint for joint in joints if joint in named] or joints))
        text = self._numbered(_TWICE.sub(r"\1", answer.text), code, number=answer.verdict == "statement")
        if not self._believes(text, code, EXPLAINED_BELIEF, asked=True):
            word = answer.verdict.capitalize()
            if text.startswith(f"{word}, "):
                likely = self._restated(text, code) if self._is_bent_anyhow(text, code) else ""
                text = f"{word}, {uncapitalised(likely)}" if likely else f"{word}."
            elif answer.verdict == "statement":
                text = self._restated(text, code)
                if not text:
                    told = [fact for fact, _ in self._statements.mentions(answer.text)]
                    return Decoded(not_visible(missing_joints(told, code.visible)), "unknown", 1.0)
        missing = missing_joints(attended_facts(attention), code.visible) if answer.verdict in CLOSED else ()
        if missing and not self._is_settled(text, answer.verdict, question, code):
            return Decoded(not_visible(missing), "unknown", 1.0)
        return replace(answer, text=_for_that_side(text, answer.verdict, question))

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
    def _known(code: PoseCode, least: float) -> dict[str, str]:
        return {fact: label for fact, (label, belief) in code.likeliest.items() if belief >= least}

    def _decode(
        self, code: PoseCode, tokens: NDArray[np.float32], mask: NDArray[np.float32]
    ) -> tuple[list[Decoded], NDArray[np.float32]]:
        refined = self.student.refine(code, tokens, mask)
        return self._decoder.generate(refined.prefix, refined.prefix_mask), refined.fact_attention

    def _believed_sentences(self, text: str, code: PoseCode) -> str:
        believed = " ".join(s for s in _SENTENCE_END.split(text) if self._believes(s, code, TOLD_BELIEF))
        return self._numbered(believed, code)

    def _believes(self, text: str, code: PoseCode, least: float, *, asked: bool = False) -> bool:
        return all(code.belief(fact, label, asked=asked) >= least for fact, label in self._statements.mentions(text))


def _of_all(found: Iterable[tuple[Decoded, tuple[str, ...]]]) -> tuple[list[Decoded], tuple[str, ...]]:
    """Several answers with their joints -> the answers, and the joints of all."""
    answers, joints = zip(*found, strict=True)
    return list(answers), in_order({joint for seen in joints for joint in seen})


def _without_nets(code: PoseCode, worded: str) -> tuple[Decoded, tuple[str, ...]] | None:
    """The answer to what visibility, an angle or the places of joints alone decide, and its joints."""
    if refused := beyond(worded):
        return refused, ()
    in_sight = _in_sight(code)
    if sight := look(worded, in_sight):
        return sight.answer, sight.joints
    if seen := in_the_picture(worded, code.keypoints, in_sight, code.likeliest):
        return seen
    lean = code.likeliest.get("torso_lean", ("",))[0]
    if measured := measure(worded, code.seen_angles, code.visible, backward=lean == "backward"):
        return measured
    if names_several(worded):
        return None
    if told := tell_angles(worded, code.seen_angles, code.visible, lean=lean):
        return told
    if bends := compare_bends(worded, code.seen_angles, code.visible):
        return bends
    upright = code.likeliest.get("torso_orientation", ("",))[0] in ("vertical", "slanted")
    compared = compare(worded, levelled(code.seen_joints3d, camera_above(code)), upright=upright)
    return compared or compare_widths(worded, code.seen_joints3d)


def _in_sight(code: PoseCode) -> tuple[str, ...]:
    """The visible joints, less eyes and nose of a head that is seen from behind: there estimators guess them."""
    view, facing = (code.likeliest.get(fact, ("", 0.0)) for fact in ("view", "facing_lens"))
    if view[0] == "back" and facing[0] == "no" and min(view[1], facing[1]) >= TURNED_AWAY:
        return tuple(joint for joint in code.visible if joint not in FRONT_OF_HEAD)
    return code.visible


def _for_that_side(text: str, verdict: Verdict, question: str) -> str:
    """The text of an answer with that side first: "the right knee is more bent" names the other one."""
    named = _A_SIDE.search(text)
    if verdict not in SIDES or not named or named.group().lower() == verdict:
        return text
    part = _WHICH_PART.search(question)
    return f"The {verdict} {part['part'].lower() if part else 'one'}: {uncapitalised(text)}"


def _is_unsure(answer: Decoded) -> bool:
    return answer.verdict in DECIDED and answer.confidence < UNSURE


def _with_doubt(answer: Decoded) -> Decoded:
    """The answer, saying so if it is not sure."""
    if not _is_unsure(answer):
        return answer
    head, comma, rest = answer.text.removesuffix(".").partition(", ")
    if head.lower() == answer.verdict:
        doubt = f"{head}, but I am not sure: {rest}." if comma else f"{head}, but I am not sure."
        return replace(answer, text=doubt)
    return replace(answer, text=f"{answer.text.removesuffix('.')}, but I am not sure.")
