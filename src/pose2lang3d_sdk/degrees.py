"""Questions for all angles, and those that compare one with a number of degrees: answered from the measured angles.

"At 90 degrees" and "an angle of 90" are the angle itself, 180 = straight; "bent by 90", "bent more than 90" and
"flexed" are what is missing to straight, as physiotherapists count.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.facts import ANGLE_FACT, FACT_INDEX, FACTS, SIDES
from pose2lang3d_sdk.skeleton import in_order
from pose2lang3d_sdk.unseen import missing_joints, not_visible

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from pose2lang3d_sdk.verdicts import Verdict

SPREAD: Final = 5.5
"""Scale in degrees of the logistic error of an angle: of the validation subjects, angles that are measured 4.5 degrees
beyond a number are beyond it 70 % of the time, 8 degrees 83 %, 12.5 degrees 92 %."""
ABOUT: Final = 20.0
"""An angle is "about" a number if it is at most so many degrees away from it."""

_UNIT: Final = r"(?: ?(?:°|degrees?|degs?))"
_BETWEEN: Final = re.compile(rf"\bbetween (\d{{1,3}}){_UNIT}? (?:and|to|or) (\d{{1,3}}){_UNIT}")
_NUMBER: Final = re.compile(rf"\b(\d{{1,3}})(?:({_UNIT})|$)")
"""A number at the end of a question needs no unit."""
_RIGHT_ANGLE: Final = re.compile(r"\bat (?:a right angle|right angles)\b")
_LESS: Final = re.compile(
    r"(?<!no )(?<!not )\b(?:less|smaller|lower) than\b|\b(?:no|not) (?:more|greater|larger|wider|higher) than\b"
    r"|\b(?:under|below|at most|up to|or (?:less|below|under))\b|<"
)
_MORE: Final = re.compile(
    r"(?<!no )(?<!not )\b(?:more|greater|larger|wider|higher) than\b|\b(?:no|not) (?:less|smaller|lower) than\b"
    r"|\b(?:over|above|beyond|past|at least|(?:or|and) (?:more|above|over))\b|>"
)
_BENT: Final = re.compile(r"\b(?:flexed|flexion)\b|\b(?:bent|bends?|bending)\b")
_BENT_TO: Final = re.compile(r"\b(?:bent|bends?|bending) (?:to|at(?! (?:least|most)))\b")
_ELSE: Final = re.compile(r"\bmore or less\b|\bnot?\b(?! (?:more|greater|larger|wider|higher|less|smaller|lower) than)")
_ANGLE: Final = re.compile(r"\bangles?\b(?! of flexion)")
_JOINT: Final = re.compile(r"\b(?:(left|right) )?(elbow|knee|hip|shoulder|upper arm|arm|leg)(s)?\b")
_SIDE: Final = re.compile(r"\b(?:left|right)\b")
_RAISED: Final = re.compile(r"\b(?:raised|lifted|elevated|abducted|up|out|from)\b")
_LEANS: Final = re.compile(r"\b(?:lean|leans|leaning|leaned|tilted|inclined|from vertical|from the vertical)\b")
_ALL: Final = re.compile(
    r"^(?:please )?(?:(?:can|could) you )?(?:give|tell|show|list|measure|report|what are|what s|what is)?(?: me)? ?"
    r"(?:all(?: of)?(?: the| his| her| their)?(?: joint)? angles|(?:the |his |her |their )?joint angles"
    r"|the angles? (?:of|at|for|in) (?:all|each|every)(?: of)?(?: the| his| her| their)? joints?)"
    r"(?: in degrees)?(?: please)?$"
)
_PLAIN: Final = frozenset(
    re.findall(
        r"\w+",
        "is are does do has have s the a an his her their my your its he she they i you we person man woman patient "
        "athlete both left right elbow elbows knee knees hip hips shoulder shoulders arm arms leg legs upper torso "
        "trunk back body joint joints angle angles bent bend bends bending flexed flexion extended straightened "
        "open opened raised lifted elevated abducted up out lean leans leaning leaned tilted inclined forward "
        "forwards from vertical at to by of in about around roughly approximately exactly currently now make makes "
        "making form forms forming with less smaller lower more greater larger wider higher than no not under below "
        "most over above beyond past least between and or degree degrees deg degs true that it side",
    )
)
"""All words that are understood here; a question with any other is about more than an angle and a number."""


class Comparison(NamedTuple):
    """What a question asks of angles: is each from `low` to `high`?

    Attributes:
        angles: of `facts.ANGLES`.
        all_of_them: whether all are meant, and not the one or the other ("the knee").
        low, high: degrees.
        bent: whether they are of what is missing to straight (180 - angle).
    """

    angles: tuple[str, ...]
    all_of_them: bool
    low: float
    high: float
    bent: bool


def compared(question: str) -> Comparison | None:
    """What a closed question compares with a number of degrees; None if it is another kind of question.

    >>> from pose2lang3d_sdk.degrees import compared
    >>> compared("Is the left knee bent more than 90 degrees?")
    Comparison(angles=('left_knee',), all_of_them=True, low=90.0, high=180.0, bent=True)
    >>> compared("Is her right elbow at about 90 degrees?")
    Comparison(angles=('right_elbow',), all_of_them=True, low=70.0, high=110.0, bent=False)
    >>> compared("How many degrees is the left knee bent?")
    """
    text, square = _RIGHT_ANGLE.subn("at 90 degrees", _words(question))
    bounds, angles = _bounds(text), _angles(text)
    if bounds is None or not angles or not _PLAIN.issuperset(re.findall(r"[^\W\d]+", text)) or _ELSE.search(text):
        return None
    bent_to = bool(_BENT_TO.search(text))
    if (bent_to or square) and (_LESS.search(text) or _MORE.search(text)):
        return None  # of "bent to less than 90" people do not agree whether that is more or less bent
    joint = angles[0].rpartition("_")[2]
    bends = joint in ("elbow", "knee", "hip") and bool(_BENT.search(text))
    every = len(angles) == 1 or any(many for _, _, many in _JOINT.findall(text))
    return Comparison(angles, every, *bounds, bent=bends and not bent_to and not _ANGLE.search(text))


def measure(
    question: str, angles: Mapping[str, float], visible: Collection[str]
) -> tuple[Decoded, tuple[str, ...]] | None:
    """The answer to a question for all angles or one that compares an angle with a number, and its joints; else None.

    Args:
        question: one line of text.
        angles: degrees by name, of those whose joints are visible.
        visible: names of the visible joints.
    """
    asked = compared(question)
    if asked is None:
        return _listed(angles, visible) if angles and _ALL.match(_words(question)) else None
    found = {name: 180 - angles[name] if asked.bent else angles[name] for name in asked.angles if name in angles}
    if not found or (asked.all_of_them and len(found) < len(asked.angles)):
        missing = missing_joints([ANGLE_FACT[name] for name in asked.angles], visible)
        return Decoded(not_visible(missing), "unknown", 1.0), ()
    joints = _joints(asked.angles, visible)
    within = {name: asked.low <= value <= asked.high for name, value in found.items()}
    beliefs = [_probably(value, asked) for value in found.values()]
    said = {name: _said(name, value, bent=asked.bent) for name, value in found.items()}
    if not asked.all_of_them and len({*within.values()}) > 1:
        told = " and ".join(said.values())
        return Decoded(f"{told[0].upper()}{told[1:]}.", "statement", min(max(p, 1 - p) for p in beliefs)), joints
    verdict: Verdict = "yes" if all(within.values()) else "no"
    told = " and ".join(said[name] for name in said if verdict == "yes" or not within[name])
    true = math.prod(beliefs)
    confidence = max(true if verdict == "yes" else 1 - true, 0.5)
    return Decoded(f"{verdict.capitalize()}, {told}.", verdict, confidence), joints


def _words(question: str) -> str:
    return " ".join(re.sub(r"[^\w°<> ]", " ", question.lower()).split())


def _listed(angles: Mapping[str, float], visible: Collection[str]) -> tuple[Decoded, tuple[str, ...]]:
    *most, last = (_said(name, degrees, bent=False) for name, degrees in angles.items())
    told = f"{', '.join(most)} and {last}" if most else last
    return Decoded(f"{told[0].upper()}{told[1:]}.", "statement", 1.0), _joints(angles, visible)


def _joints(angles: Iterable[str], visible: Collection[str]) -> tuple[str, ...]:
    facts = [FACTS[FACT_INDEX[ANGLE_FACT[name]]] for name in angles]
    return in_order({joint for fact in facts for joint in fact.joints}.intersection(visible))


def _bounds(text: str) -> tuple[float, float] | None:
    """From and to how many degrees an angle must be."""
    if between := _BETWEEN.search(text):
        low, high = sorted(map(float, between.groups()))
        return (low, high) if high <= 180 else None
    numbers = _NUMBER.findall(text)
    less, more = _LESS.search(text), _MORE.search(text)
    if len(numbers) != 1 or not (numbers[0][1] or less or more):
        return None
    degrees = float(numbers[0][0])
    if not 5 <= degrees <= 180:
        return None
    if less or more:
        return (0.0, degrees) if less else (degrees, 180.0)
    return degrees - ABOUT, degrees + ABOUT


def _angles(text: str) -> tuple[str, ...]:
    """The angles that are named: of a joint, of both such joints, or the torso's; empty if that is not clear."""
    named = set(_JOINT.findall(text))
    if not named:
        return ("torso",) if _LEANS.search(text) else ()
    if len(named) > 1:
        return ()
    side, part, many = named.pop()
    raised = bool(_RAISED.search(text))
    joint = {"upper arm": "shoulder", "arm": "shoulder" if raised else "elbow", "leg": "" if raised else "knee"}.get(
        part, part
    )
    if not joint or (side and many) or len(_SIDE.findall(text)) != bool(side):
        return ()
    return tuple(f"{one}_{joint}" for one in ((side,) if side else SIDES))


def _probably(value: float, asked: Comparison) -> float:
    """How probable it is that the true angle is within the bounds."""

    def beyond(bound: float) -> float:
        return 1 / (1 + math.exp((bound - value) / SPREAD))

    return (1.0 if asked.low <= 0 else beyond(asked.low)) - (0.0 if asked.high >= 180 else beyond(asked.high))


def _said(name: str, degrees: float, *, bent: bool) -> str:
    number = 5 * round(degrees / 5)
    side, _, joint = name.rpartition("_")
    if joint == "torso":
        return f"the torso is tilted by about {number} degrees"
    if joint == "shoulder":
        return f"the {side} arm is raised by about {number} degrees"
    return f"the {side} {joint} is {'bent by' if bent else 'at'} about {number} degrees"
