"""Questions for angles, "Knee angles?" or "Which joints are bent?": answered from the measured angles.

Understood by their words, in whatever order: one word too many, and it is another question. Of one elbow, knee or hip
that is named the nets tell, which know its class, too. "Flexion" is what is missing to straight.
"""

from __future__ import annotations

import re
from statistics import fmean
from typing import TYPE_CHECKING, Final, NamedTuple

from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.facts import ANGLE_CUTS, ANGLE_FACT, ANGLES, SIDES
from pose2lang3d_sdk.questions.degrees import HEAD_DEGREES, SURE, joints_of_angles
from pose2lang3d_sdk.questions.words import OWNERS, asks_yes_or_no, bare, plural, word_set
from pose2lang3d_sdk.statements import rounded
from pose2lang3d_sdk.telling import angle_said, joined, listing, uncapitalised
from pose2lang3d_sdk.unseen import missing_joints, not_visible

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from pose2lang3d_sdk.questions.parts import Answer

_PERSON: Final = word_set(OWNERS.replace("|", " "))
_FILLERS: Final = word_set(
    "a an the his her their my your its this that of at in for on to by about roughly exactly exact and me us you i we "
    "please pls thanks hi hey ok so can could would tell give show list measure report name state get need want know "
    "what whats is are do does be both two all each every either side sides them joint joints interior inner "
    "make tightly sharply"
) | _PERSON.union(f"{word}s" for word in _PERSON)
_ANGLE: Final = word_set("angle angles degree degrees deg degs")
_FLEXION: Final = word_set("flexion")
_BENDING: Final = ("elbow", "knee", "hip")
_STRAIGHT: Final = {joint: fmean(ANGLE_CUTS[f"{joint}_bend"][-1]) for joint in _BENDING}
"""Joint -> degrees from which it is straight rather than slightly bent."""
_LIMBS: Final = {"arm": ("elbow", "shoulder"), "leg": ("knee", "hip")}
"""Limb -> the joints whose angles are its."""
_LIMBS_WORDS: Final = word_set("arm arms leg legs")
_NAMES: Final = word_set("elbow elbows knee knees hip hips shoulder shoulders arm arms leg legs")
_RAISED: Final = word_set("raised lifted abducted elevated")
_OF_THE_ARM: Final = word_set("abduction elevation") | _FLEXION
_BENT: Final = word_set("flexed bent bend bends bending folded straight straightened extended")
_PRONOUNS: Final = word_set("he she they")
_HOW: Final = word_set("how many much far")
_TORSO: Final = _PRONOUNS | word_set("torso trunk back body spine upper")
_LEANS: Final = word_set(
    "lean leans leaning tilt tilted tilting tipped tipping inclined inclination reclined hinged hinging bent bend "
    "bending flexion from off upright plumb over forward forwards backward backwards vertical amount"
)
_HEAD: Final = word_set("head neck chin")
_TURNS: Final = word_set(
    "turned rotated rotation turn bowed bent tilted tilt tipped flexed flexion forward down up left right"
)
_DIFFER: Final = word_set("differ difference between more less than other one")
_OVERALL: Final = word_set(
    "which what whats is are the all of his her their body list name tell me most bent flexed straight straightest"
    " joint joints limb limbs everything thats that how many count number there"
)
_WHAT: Final = word_set("joint joints limb limbs what whats everything")
_COUNTED: Final = word_set("many count number")
_OTHER: Final = re.compile(
    r"\bright angles?\b|\bleft ?(?:/|or) ?right\b|[<>≤≥=]|(?<!\beach )(?<!\bboth )(?<!\beither )\bside\b"
)
"""A right angle is no side, and who asks for a side or compares does not ask for an amount."""


class _Asked(NamedTuple):
    """Angles that are asked for, or how much those of a pair differ; `bent`: as what is missing to straight."""

    angles: tuple[str, ...]
    bent: bool = False
    differ: bool = False


def tell_angles(
    question: str, angles: Mapping[str, float], visible: Collection[str], *, lean: str = "upright"
) -> Answer | None:
    """The answer to a question for angles, and its joints; None for any other question.

    Args:
        question: one line of text.
        angles: degrees by name, of those whose joints are visible.
        visible: names of the visible joints.
        lean: the likeliest class of the fact torso_lean.

    >>> from pose2lang3d_sdk.questions.amounts import tell_angles
    >>> tell_angles("Knee angles, please?", {"left_knee": 141.0, "right_knee": 104.0}, ())[0].text
    'The left knee is at about 140 degrees and the right knee is at about 100 degrees.'
    >>> tell_angles("Is the left knee bent?", {"left_knee": 141.0}, ())
    """
    words = bare(question).split()
    if _OTHER.search(question.lower()):
        return None
    if _asks_for_the_head(words):
        return Decoded(HEAD_DEGREES, "unknown", 1.0), ()
    if overall := _of_all_joints(words, angles):
        text, names = overall
        return Decoded(text, "statement", SURE), joints_of_angles(names, visible)
    asked = _asked(words)
    if not asked:
        return None
    seen = [name for name in asked.angles if name in angles]
    hidden = missing_joints([ANGLE_FACT[name] for name in asked.angles if name not in angles], visible)
    if not seen or (asked.differ and len(seen) < len(asked.angles)):
        return Decoded(not_visible(hidden), "unknown", 1.0), ()
    if asked.differ:
        clauses = [_difference(seen[0].partition("_")[2], *(angles[name] for name in seen))]
    else:
        clauses = [_told(name, angles[name], lean=lean, bent=asked.bent) for name in seen]
    text = listing(clauses)
    if hidden and len(asked.angles) < len(ANGLES):
        text = f"{text} {not_visible(hidden)}"
    return Decoded(text, "statement", SURE), joints_of_angles(seen, visible)


def _asked(words: Sequence[str]) -> _Asked | None:
    said = set(words)
    how = "how" in said and bool(said & (word_set("far much") | _BENT | _RAISED)) and "many" not in said
    if "make" in said and said & _LIMBS_WORDS:  # the angle between them
        return None
    if not said or not (said & (_ANGLE | _OF_THE_ARM) or how) or asks_yes_or_no(words):
        return None
    rest = said - _FILLERS - _ANGLE - _HOW
    if rest <= {"all", "every"} and not how:
        return _Asked(ANGLES) if said & {"angles", "joint", "all", "every"} else None
    if (rest & _TORSO or said & _PERSON) and rest <= _TORSO | _LEANS:
        leans, torso = rest & _LEANS - {"from", "off"}, rest & _TORSO - _PRONOUNS
        return _Asked(("torso",)) if (how and leans) or (said & _ANGLE and (leans or torso)) else None
    kinds = [joint for word in words for joint in _joints(word, said)]
    differ = "difference" in rest or ("how" in said and bool(rest & {"differ", "more"}))
    known = {*_NAMES, *SIDES, *_BENT, *_RAISED, *_OF_THE_ARM, *_PRONOUNS, *(_DIFFER if differ else ())}
    raised = bool(rest & (_RAISED | {"abduction", "elevation"}))
    if not kinds or not rest <= known or (raised and set(kinds) != {"shoulder"}):
        return None
    if differ:
        pair = tuple(f"{side}_{kinds[0]}" for side in SIDES)
        return _Asked(pair, differ=True) if len(set(kinds)) == 1 else None
    sides = _sides_of(words)
    if sides is None:
        return None
    names = tuple(
        dict.fromkeys(
            f"{side}_{joint}" for at, word in enumerate(words) for joint in _joints(word, said) for side in sides[at]
        )
    )
    return _Asked(names, bent="flexion" in said) if len(names) > 1 or said & _OF_THE_ARM else None


def _sides_of(words: Sequence[str]) -> list[tuple[str, ...]] | None:
    """The sides that are meant at each word: one directly before a joint, or the only one that is named; else both.

    None if it is not clear, as in "knee angle left, elbow angle right".
    """
    named = [word for word in words if word in SIDES]
    if not named or {"both", "each", "either"}.intersection(words) or "left and right" in (text := " ".join(words)):
        return [SIDES] * len(words)
    if len(named) == 1:
        return [(named[0],)] * len(words)
    if "right and left" in text:
        return [SIDES] * len(words)
    before = ["", *words]
    if any(word in _NAMES and before[at] not in SIDES for at, word in enumerate(words)):
        return None
    return [(before[at],) if before[at] in SIDES else SIDES for at in range(len(words))]


def _joints(word: str, said: Collection[str]) -> tuple[str, ...]:
    """The joints whose angles a word means; of an arm that is raised that of the shoulder."""
    name = word.removesuffix("s")
    if name in (*_BENDING, "shoulder"):
        return (name,)
    bent = bool(_BENT.intersection(said))
    if name == "arm" and _RAISED.intersection(said):
        return () if bent else ("shoulder",)
    alone = not bent and not any(joint in other for joint in (*_BENDING, "shoulder") for other in said)
    return _LIMBS.get(name, ()) if {"angle", "angles"}.intersection(said) and alone else ()


def _of_all_joints(words: Sequence[str], angles: Mapping[str, float]) -> tuple[str, list[str]] | None:
    """The most bent or the straightest joint, or all that are bent or straight, and their names; None if not asked.

    Limbs are bent in elbows and knees alone.
    """
    said = set(words)
    kinds = ("elbow", "knee") if {"limb", "limbs"}.intersection(said) else _BENDING
    bends = {name: degrees for name, degrees in angles.items() if name.endswith(kinds)}
    asked = said <= _OVERALL and said & _WHAT and not asks_yes_or_no(words)
    if not bends or not asked or ("how" in said and "many" not in said):
        return None
    straight = bool({"straight", "straightest"}.intersection(said))
    if {"most", "straightest"}.intersection(said):
        name = (max if straight else min)(bends, key=lambda one: bends[one])
        told = angle_said(name, bends[name]).replace(" is at", ", at")
        of_what = "The" if len(bends) == 2 * len(kinds) else "Of what I see the"
        joint = "joint" if kinds is _BENDING else " or ".join(kinds)
        return f"{of_what} {'straightest' if straight else 'most bent'} {joint} is {told}.", [name]
    if not straight and not {"bent", "flexed"}.intersection(said):
        return None
    names = [name for name, degrees in bends.items() if (degrees >= _STRAIGHT[name.split("_")[1]]) is straight]
    state = "straight" if straight else "bent"
    if not names:
        return f"No {' or '.join(kinds)} that I see is {state}.", list(bends)
    told = listing([angle_said(name, bends[name]) for name in names])
    if not _COUNTED.intersection(said):
        return told, names
    points = joined([plural(kind) for kind in kinds])
    be = "is" if len(names) == 1 else "are"
    return f"{len(names)} of the {len(bends)} {points} that I see {be} {state}: {uncapitalised(told)}", names


def _asks_for_the_head(words: Sequence[str]) -> bool:
    said = set(words)
    asks = bool(said & _HEAD and said & _ANGLE) and not asks_yes_or_no(words)
    return asks and said <= _FILLERS | _ANGLE | _HOW | _HEAD | _TURNS


def _told(name: str, degrees: float, *, lean: str, bent: bool) -> str:
    if name == "torso" and lean in ("forward", "bent_far_forward", "backward"):
        way = "backwards" if lean == "backward" else "forwards"
        return f"the torso leans {way} by about {rounded(degrees)} degrees"
    bends = bent and name != "torso" and not name.endswith("shoulder")
    return angle_said(name, 180 - degrees if bends else degrees, bent=bends)


def _difference(joint: str, left: float, right: float) -> str:
    """How much more one side is bent, or one arm raised, than the other."""
    part, state = ("arm", "raised") if joint == "shoulder" else (joint, "bent")
    apart = rounded(abs(left - right))
    if not apart:
        return f"both {part}s are {state} about equally"
    more, less = SIDES if (left > right) is (state == "raised") else SIDES[::-1]
    return f"the {more} {part} is {state} by about {apart} degrees more than the {less} {part}"
