"""The way of a question: rules that answer it without a net, rules that put it to the nets in other words, the nets."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final, cast

from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.facts import SIDES, joints_of
from pose2lang3d_sdk.questions.alternatives import chosen
from pose2lang3d_sdk.questions.amounts import tell_angles
from pose2lang3d_sdk.questions.bends import compare_bends
from pose2lang3d_sdk.questions.comparing import camera_above, compare, levelled
from pose2lang3d_sdk.questions.compound import put_together, take_apart
from pose2lang3d_sdk.questions.counting import counted, counts
from pose2lang3d_sdk.questions.degrees import measure
from pose2lang3d_sdk.questions.denied import denied, turned_round
from pose2lang3d_sdk.questions.describing import Wish, wished
from pose2lang3d_sdk.questions.following import found_limb, going_on, looks_back, names_one, needs_a_limb
from pose2lang3d_sdk.questions.gazing import DULL, LOOKS, asks_where_one_looks, face_view
from pose2lang3d_sdk.questions.halves import filled_in
from pose2lang3d_sdk.questions.judging import not_judged, unjudged
from pose2lang3d_sdk.questions.nearness import nearer_to_camera
from pose2lang3d_sdk.questions.parallel import parallel
from pose2lang3d_sdk.questions.plainer import LEANS, of_what_is_left, plainer
from pose2lang3d_sdk.questions.quarter_views import half_turned
from pose2lang3d_sdk.questions.ranges import without_ranges
from pose2lang3d_sdk.questions.referring import refers
from pose2lang3d_sdk.questions.rephrasing import rephrased
from pose2lang3d_sdk.questions.rows import and_is_it, asks_what_to_ask, in_a_row, one_by_one
from pose2lang3d_sdk.questions.seeing import of_what_is_seen
from pose2lang3d_sdk.questions.spelling import name_the_person
from pose2lang3d_sdk.questions.trimming import trimmed
from pose2lang3d_sdk.questions.unpictured import beyond
from pose2lang3d_sdk.questions.unsided import each_side, of_both_sides
from pose2lang3d_sdk.questions.viewer import farther, in_the_picture, of_the_viewer
from pose2lang3d_sdk.questions.visibility import FRONT_OF_HEAD, look, named_limbs
from pose2lang3d_sdk.questions.widths import SURE_OF_RATIO, apart_by, compare_widths
from pose2lang3d_sdk.questions.words import names_several
from pose2lang3d_sdk.skeleton import in_order, mirror_name, mirror_text
from pose2lang3d_sdk.telling import uncapitalised
from pose2lang3d_sdk.unseen import missing_joints, not_visible
from pose2lang3d_sdk.verdicts import DECIDED, REFUSALS, UNSURE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from pose2lang3d_sdk.language import PoseLanguage
    from pose2lang3d_sdk.questions.parts import Answer
    from pose2lang3d_sdk.questions.referring import Reference
    from pose2lang3d_sdk.questions.viewer import InPicture
    from pose2lang3d_sdk.student import PoseCode
    from pose2lang3d_sdk.verdicts import Verdict

TURNED_AWAY: Final = 0.95
"""From this belief on that somebody is seen from behind and looks away, the face is taken for hidden."""
_NO_SIDE: Final = re.compile(
    r"\bright (?:angle|to |that|now|away)|\b(?:it|all|that) right\b|,\s*right\b|\b(?:has|have|had) left\b",
    re.IGNORECASE,
)
"""Where "left" and "right" are no sides, so that exchanging them makes nonsense."""
_EXAMPLES: Final = (
    'Ask about the pose, for example "Is the left knee bent?", "Which hand is higher?" or "Describe the arms."'
)
SLIGHT_LEAN: Final = 15.0
"""Below so many degrees the torso leans slightly: in the middle of where it is open whether it is upright or leans."""
_LEANS: Final = re.compile(r"\b(?P<verb>leans|inclined)(?P<way> (?:forwards|backwards))\b")
_APART: Final = re.compile(r"[^.,]*\b(?:apart|together)\.")
"""One sentence that says how far apart two things are in words."""
_NO_MEMORY: Final = "Each question is answered by itself: say which part of the body is meant."
_NOT_SAID: Final = "The question before does not tell which part of the body is meant: name it."


def ask(language: PoseLanguage, code: PoseCode, question: str, *, after: Sequence[str] = ()) -> Answer:
    """The answer and the visible joints that it rests on, in the order of `skeleton.JOINTS`.

    after: the questions before, the last one last, which this one may go on from.
    """
    mended = _in_context(language, code, question, after)
    if two := and_is_it(mended):
        found, joints = ask(language, code, two.which)
        if found.verdict not in SIDES:
            return found, joints
        return _one_by_one([(found, joints), ask(language, code, two.naming(found.verdict))])
    filled = filled_in(mended)
    row = in_a_row(filled)
    if len(row) == 1 and filled != mended:
        row = in_a_row(mended)
    if len(row) > 1:
        return _one_by_one(ask(language, code, part) for part in row)
    open_end = _NOT_SAID if after else _NO_MEMORY
    if hint := open_end if looks_back(row[0]) else _EXAMPLES if asks_what_to_ask(row[0]) else "":
        return Decoded(hint, "out_of_scope", 1.0), ()
    worded = rephrased(of_what_is_seen(name_the_person(without_ranges(trimmed(row[0])))))
    answer, joints = _in_any_words(language, code, worded)
    return with_doubt(chosen(_measured(answer, worded, code), row[0])), joints


def _in_context(language: PoseLanguage, code: PoseCode, question: str, after: Sequence[str]) -> str:
    """The question in ordinary words, with what it leaves to those before it."""
    whole = named = ""
    for text in map(language.mended, (*after, question)):
        before, whole = whole, going_on(text, trimmed(whole)) if whole else text
        if before and whole == text and not names_one(text):
            # It may go on about a limb that the answer before it told of, or that was named earlier.
            if needs_a_limb(text):
                named = found_limb(ask(language, code, before)[0].text, before, text) or named
            whole = going_on(text, trimmed(named)) if named else text
        named = whole if names_one(whole) else named
    return whole


def _in_any_words(language: PoseLanguage, code: PoseCode, worded: str) -> Answer:
    """As `_ask_one`; asked in plainer words if it is understood as none about the pose, or leaves doubt."""
    answer, joints = _ask_one(language, code, worded)
    if answer.verdict == "unknown" and (left := of_what_is_left(worded)):
        again, seen = _ask_one(language, code, left)
        # One hip tells that somebody leans, and not that nobody does.
        lost = again.verdict in REFUSALS or (again.verdict == "no" and left == LEANS)
        return (answer, joints) if lost else (again, seen)
    less = plainer(worded) if answer.verdict == "out_of_scope" or is_unsure(answer) else None
    if not less:
        return answer, joints
    again, seen = _ask_one(language, code, less)
    better = again.verdict != "out_of_scope" and again.confidence >= UNSURE
    return (again, seen) if better else (answer, joints)


def _measured(answer: Decoded, worded: str, code: PoseCode) -> Decoded:
    """The answer, saying "slightly" of a lean that is small as measured, and how far apart what is asked for is."""
    if answer.verdict not in REFUSALS and (gap := apart_by(worded, code.seen_joints3d)):
        parts, by = gap
        if _APART.fullmatch(answer.text) and parts in answer.text.split():
            return replace(answer, text=f"{answer.text.removesuffix('.')}, {by}.")
        return Decoded(f"The {parts} are {by} apart.", "statement", SURE_OF_RATIO)
    if code.seen_angles.get("torso", SLIGHT_LEAN) >= SLIGHT_LEAN:
        return answer
    return replace(answer, text=_LEANS.sub(r"\g<verb> slightly\g<way>", answer.text))


def _ask_one(language: PoseLanguage, code: PoseCode, worded: str) -> Answer:
    """As `ask`, of one question in known words, and without saying that it is not sure."""
    if straight := denied(worded):
        answer, joints = _ask_one(language, code, straight)
        return turned_round(answer), joints
    if alone := unjudged(worded):
        answer, joints = _ask_one(language, code, alone)
        return not_judged(answer), joints
    if known := _without_nets(code, worded):
        return known
    if in_picture := of_the_viewer(worded):
        return _in_picture(language, code, in_picture, worded)
    count = counts(worded)
    if count and not (count.if_hidden and named_limbs(count.part).issubset(code.visible)):
        answers, joints = _of_all(_ask_one(language, code, named) for named in count.questions)
        if told := counted(count, answers):
            return told, joints
    if wish := wished(worded):
        # Of somebody without hips or knees the posture is not known: then all that is.
        wishes = (wish, Wish()) if "posture" in wish.regions else (wish,)
        if description := next(filter(None, (language.describe(code, one, worded) for one in wishes)), None):
            return description
    if asks_where_one_looks(worded):
        return _gaze(language, code, worded)
    parts = take_apart(worded)
    if len(parts) > 1:
        answers, joints = _of_all(_ask_one(language, code, part) for part in parts)
        if together := put_together(answers):
            return together, joints
    if reference := refers(worded):
        return _by_place(language, code, reference, worded)
    if sides := each_side(worded):
        answers, joints = _of_all(_ask_one(language, code, named) for named in sides)
        both = of_both_sides(answers)
        if both.verdict not in DECIDED:  # each says for itself whether it is sure
            both = of_both_sides([with_doubt(answer) for answer in answers])
        return both, joints
    return _settled(language, code, worded)


def _in_picture(language: PoseLanguage, code: PoseCode, limb: InPicture, worded: str) -> Answer:
    """As `ask`, of a limb that is named by its side in the picture."""
    which, joints = farther(limb.part, limb.side, code.keypoints, code.visible)
    if which.verdict in SIDES:
        answer, joints = _ask_one(language, code, limb.naming(which.verdict))
        return replace(answer, confidence=answer.confidence * which.confidence), joints
    as_asked, _ = language.answer(code, worded)
    return (as_asked, ()) if as_asked.verdict == "out_of_scope" else (which, ())


def _gaze(language: PoseLanguage, code: PoseCode, worded: str) -> Answer:
    """As `ask`, of where the person looks: with all the facts that say so."""
    answer, joints = _settled(language, code, worded)
    if answer.verdict in REFUSALS:
        return answer, joints
    said = language.facts_of(answer.text)
    known = {fact: code.likeliest[fact] for fact in LOOKS if fact in code.likeliest and fact not in said}
    more = {fact: label for fact, (label, sure) in known.items() if sure >= UNSURE and label != DULL.get(fact)}
    if not more:
        return answer, joints
    needed = {*joints_of(more, code.visible), *joints}
    return replace(answer, text=f"{answer.text} {language.say(code, more)}"), in_order(needed)


def _by_place(language: PoseLanguage, code: PoseCode, reference: Reference, worded: str) -> Answer:
    """As `ask`, of a limb that is named by where or how it is."""
    likeliest = (code.likeliest.get(fact, ("", 0.0)) for fact in reference.facts)
    side, belief = next(((side, sure) for side, sure in likeliest if side in SIDES and sure >= UNSURE), ("", 0.0))
    known = side in SIDES
    named = reference.naming(mirror_name(side) if reference.opposite else side) if known else worded
    if known and (found := _without_nets(code, named)):
        return found
    if known:
        answer, joints = _settled(language, code, named)
        answer = replace(answer, confidence=answer.confidence * belief)
        if reference.is_plain:
            return answer, joints
    as_asked, _ = language.answer(code, worded)
    if known:
        # What the arm is raised for may show less that it is about no pose once "raised" is gone.
        answered = as_asked.verdict != "out_of_scope" or answer.confidence > as_asked.confidence
        return (answer, joints) if answered else (as_asked, ())
    refused = as_asked.verdict in REFUSALS
    if as_asked.verdict == "out_of_scope":  # or the reader takes "the back leg" for none of the person's
        refused = language.answer(code, reference.naming(SIDES[0]))[0].verdict == "out_of_scope"
    return (as_asked if refused else _unclear(language, code, reference)), ()


def _unclear(language: PoseLanguage, code: PoseCode, reference: Reference) -> Decoded:
    """The answer where it is not known which limb is meant."""
    fact = reference.facts[0]
    if missing := missing_joints((fact,), code.visible):
        return Decoded(not_visible(missing), "unknown", 1.0)
    label, belief = code.likeliest.get(fact, ("", 0.0))
    why = language.say(code, {fact: label}) if label and label not in SIDES else ""
    text = f"I cannot tell which {reference.part} is meant{f': {uncapitalised(why)}' if why else '.'}"
    return Decoded(text, "unknown", max(belief, 1 - belief))


def _settled(language: PoseLanguage, code: PoseCode, worded: str) -> Answer:
    """The decoder's answer and its joints; where it is unsure, the surer one of the person and the mirror image."""
    answer, joints = language.answer(code, worded)
    if is_unsure(answer) and not _NO_SIDE.search(worded):
        # Near one half the mirror image may get another answer: the surer of the two is that of both.
        other, seen = language.answer(language.student.mirrored(code), mirror_text(worded))
        if other.verdict in DECIDED and other.confidence > answer.confidence:
            verdict = cast("Verdict", mirror_name(other.verdict))
            answer = replace(other, text=mirror_text(other.text), verdict=verdict)
            joints = in_order([mirror_name(joint) for joint in seen])
    return answer, joints


def _one_by_one(found: Iterable[Answer]) -> Answer:
    """The answers to questions in a row as one, with the joints of all."""
    answers, joints = _of_all(found)
    return one_by_one(answers), joints


def _of_all(found: Iterable[Answer]) -> tuple[list[Decoded], tuple[str, ...]]:
    """Several answers with their joints -> the answers, and the joints of all."""
    answers, joints = zip(*found, strict=True)
    return list(answers), in_order({joint for seen in joints for joint in seen})


def _without_nets(code: PoseCode, worded: str) -> Answer | None:
    """The answer of the first rule that needs no net, and its joints; None if none knows the question."""
    if refused := beyond(worded):
        return refused, ()
    in_sight = _in_sight(code)
    if sight := look(worded, in_sight):
        return sight.answer, sight.joints
    if seen := in_the_picture(worded, code.keypoints, in_sight, code.likeliest):
        return seen
    if face := face_view(worded, code.keypoints, in_sight):
        return face
    if view := half_turned(worded, code.likeliest, code.visible):
        return view
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
    compared = compare(worded, _level_joints(code), upright=upright)
    if compared:
        return compared
    by_places = (compare_widths, parallel, nearer_to_camera)
    return next((found for rule in by_places if (found := rule(worded, code.seen_joints3d))), None)


@lru_cache(maxsize=16)
def _level_joints(code: PoseCode) -> dict[str, NDArray[np.floating]]:
    """`seen_joints3d` with y along gravity."""
    return levelled(code.seen_joints3d, camera_above(code))


def _in_sight(code: PoseCode) -> tuple[str, ...]:
    """The visible joints, less eyes and nose of a head that is seen from behind: there estimators guess them."""
    view, facing = (code.likeliest.get(fact, ("", 0.0)) for fact in ("view", "facing_lens"))
    if view[0] == "back" and facing[0] == "no" and min(view[1], facing[1]) >= TURNED_AWAY:
        return tuple(joint for joint in code.visible if joint not in FRONT_OF_HEAD)
    return code.visible


def is_unsure(answer: Decoded) -> bool:
    """Whether an answer that decides says that it is not sure."""
    return answer.verdict in DECIDED and answer.confidence < UNSURE


def with_doubt(answer: Decoded) -> Decoded:
    """The answer, saying so if it is not sure."""
    if not is_unsure(answer):
        return answer
    head, comma, rest = answer.text.removesuffix(".").partition(", ")
    if head.lower() == answer.verdict:
        doubt = f"{head}, but I am not sure: {rest}." if comma else f"{head}, but I am not sure."
        return replace(answer, text=doubt)
    return replace(answer, text=f"{answer.text.removesuffix('.')}, but I am not sure.")
