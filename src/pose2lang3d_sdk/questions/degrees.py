"""Questions that compare an angle with a number of degrees: answered from the measured angles.

"At 90 degrees" and "an angle of 90" are the angle itself, 180 = straight; "bent by 90", "bent more than 90" and
"flexed" are what is missing to straight, as physiotherapists count. Only questions whose every word is understood are
answered here.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.facts import ANGLE_FACT, FACT_INDEX, FACTS, SIDES
from pose2lang3d_sdk.questions.parts import over, sureness, yes_or_no
from pose2lang3d_sdk.questions.words import OWNERS, first_fit
from pose2lang3d_sdk.skeleton import in_order
from pose2lang3d_sdk.telling import angle_said, sentence
from pose2lang3d_sdk.unseen import missing_joints, not_visible

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from pose2lang3d_sdk.questions.parts import Answer

SPREAD: Final = 5.5
"""Scale in degrees of the logistic error of an angle: of the validation subjects, angles that are measured 4.5 degrees
beyond a number are beyond it 70 % of the time, 8 degrees 83 %, 12.5 degrees 92 %."""
ABOUT: Final = 15.0
"""An angle is "about" a number if it is at most so many degrees away from it; half the number, if that is less."""

SURE: Final = math.tanh(ABOUT / (2 * SPREAD))
"""How probable it is that an angle is within `ABOUT` of what is told of it."""
_SURELY_BENT: Final = 45.0
_SURELY_AN_ANGLE: Final = 150.0
"""No elbow, knee or hip has an angle below the first, nor is it bent by more than the second."""
_SURELY_STRAIGHTENED: Final = 120.0
"""From here on "extended" tells of the joint, and not where the limb points."""

_OWNER: Final = rf"(?:{OWNERS}|he|she|they|i|you|we)"
_WHOSE: Final = rf"(?:(?:the|a|his|her|their|my|your|this|that|(?:{OWNERS})s?(?: s)?) )*"
_PERSON: Final = rf"{_WHOSE}{_OWNER} "
_UNIT: Final = r"(?: ?(?:°|º|degrees?|degs?))"
_NO: Final = r"(?:no|not) "
_MORE: Final = r"(?:more|greater|larger|bigger|higher|wider)"
_LESS: Final = r"(?:less|smaller|lower|fewer)"
_ABOVE: Final = rf"(?:{_MORE} than|{_NO}{_LESS} than|over|above|beyond|past|at least|exceeding|[>≥])"
_UNDER: Final = rf"(?:{_LESS} than|{_NO}{_MORE} than|under|below|at most|[<≤])"
_NEAR: Final = r"(?:about|around|approximately|roughly|exactly|close to|near)"
_NUMBER: Final = r"(?:an? )?(?P<{}>\d{{1,3}})"
_BOUND: Final = (
    rf"(?:(?:still |already |even )?(?:(?P<above>{_ABOVE})|(?P<under>{_UNDER})) ?{_NUMBER.format('n')}"
    rf"(?:{_UNIT}|(?= angle| bend|$))"
    rf"|between {_NUMBER.format('low')}{_UNIT}? (?:and|to) {_NUMBER.format('high')}{_UNIT}?"
    rf"|within {_NUMBER.format('within')}{_UNIT} of|(?:{_NEAR} )?{_NUMBER.format('at')}(?:{_UNIT}|$)"
    rf"(?: or (?:(?P<more>{_MORE}|over|above)|(?P<less>{_LESS}|under|below)))?"
    rf"|(?:{_NEAR} )?(?:an? )?(?P<square>right angles?))(?: angle|(?P<a_bend> bend))?"
)
_JOINT: Final = (
    rf"{_WHOSE}(?:(?:both|(?P<any>either|any))(?: of)? {_WHOSE})?(?:(?P<side>left|right) )?"
    r"(?P<part>elbow|knee|hip|shoulder|upper arm|arm|leg)(?P<many>s)?"
)
_FLEXION: Final = r"(?P<flexion>flexion|bend|bending)"
_VERB: Final = (
    r"(?:(?P<bent>bent|bends?|bending)|(?P<flexed>flexed)|(?P<extended>extended|straightened)"
    r"|(?P<raised>raised|lifted|elevated|abducted|up))"
)
_OF_FLEXION: Final = r"(?:(?P<of_flexion>flexion) (?:of|at|in) )?"
_MAKING: Final = r"(?:making|make|forming|form|holding|keeping|got)"
_TO: Final = r"(?:(?P<to>to|at|to an angle of|at an angle of|in)|by|(?P<of>an angle of)) "
_IS: Final = r"(?:(?:is|are|am|do|does) )?(?:it true that )?"
_NOW: Final = r"(?: (?:now|currently|right now|please))?$"
_FORMS: Final = tuple(
    re.compile(f"^{form}{_NOW}")
    for form in (
        rf"{_IS}{_JOINT}(?: s)?(?: is| are)?(?: {_VERB})? (?:{_TO})?{_BOUND}",
        rf"{_IS}{_JOINT}(?: s)?(?: joint)?(?: {_FLEXION})? (?P<angle>angles?)(?: is| are)? (?:at )?{_BOUND}",
        rf"{_IS}(?:the )?(?:{_FLEXION} )?(?P<angle>angles?) (?:of|at|in) {_OF_FLEXION}{_JOINT}(?: is| at)? {_BOUND}",
        rf"{_IS}(?:there )?{_BOUND}(?: of {_FLEXION})? (?:at|in|of) {_JOINT}",
        rf"(?:is|are|am|do|does|has|have) {_PERSON}{_MAKING} {_BOUND} (?:with|at|in) {_JOINT}",
        rf"(?:do|does) {_JOINT} {_MAKING} {_BOUND}",
        rf"(?:has|have) {_PERSON}(?:got )?{_JOINT}(?: {_VERB})? (?:{_TO})?{_BOUND}",
    )
)
_TORSO: Final = rf"{_WHOSE}(?:torso|trunk|upper body|back|spine|body)"
_TILT: Final = r"(?:lean|tilt|inclination|flexion|bend|angle)"
_LEANING: Final = r"(?:leaning|leans?|tilted|tilting|inclined|reclined|hinged|hinging)"
_WAY: Final = r"(?:(?P<forward> forwards?| over)|(?P<backward> back(?:wards?)?))?"
_VERTICAL: Final = r"(?: (?:from |to |with |off )?(?:the )?vertical)?"
_TILTS: Final = tuple(
    re.compile(f"^{form}{_VERTICAL}{_NOW}")
    for form in (
        rf"{_IS}(?:{_PERSON}|{_TORSO} )(?:is )?{_LEANING}{_WAY}(?: by| at)? {_BOUND}",
        rf"{_IS}{_TORSO} (?:is )?(?:bent|bends?|bending|flexed){_WAY}(?: by| at)? {_BOUND}",
        rf"{_IS}{_PERSON}(?:bent|bends?|bending|flexed)(?P<forward> forwards?| over)(?: by| at)? {_BOUND}",
        rf"{_IS}{_TORSO} (?P<forward>forward )?{_TILT}(?: angle)?(?: is)? (?:at )?{_BOUND}",
        rf"{_IS}(?:the )?{_TILT} of {_TORSO}(?: is)? (?:at )?{_BOUND}",
        rf"{_IS}(?:{_PERSON}|{_TORSO} )(?:is )?{_BOUND}(?= (?:(?:from|of|to|off) )?(?:the )?vertical)",
        rf"(?:does|do) {_TORSO} (?:make|form) {_BOUND}",
    )
)
_HEAD: Final = re.compile(
    rf"^{_IS}(?:{_WHOSE}(?:head|neck|chin)|{_PERSON}(?:head|neck)) (?:is )?"
    r"(?:turned|rotated|bowed|bent|tilted|flexed|tipped|turn|rotation|flexion|tilt|bend)"
    rf"(?: forwards?| down| up| back| sideways| to \w+ \w+)?(?: by| at)? {_BOUND}{_NOW}"
)
HEAD_DEGREES: Final = "I cannot tell: I know which way the head is turned or tipped, but not by how many degrees."


class Comparison(NamedTuple):
    """What a question asks of angles: is each from `low` to `high`?

    Attributes:
        angles: of `facts.ANGLES`.
        of_them: whether all are meant, or any of them; empty for the one or the other ("the knee").
        low, high: degrees.
        bent: whether they are of what is missing to straight (180 - angle), of elbow, knee and hip.
        way: 1 or -1 for a tilt that counts only if it is forwards or backwards, else 0.
    """

    angles: tuple[str, ...]
    of_them: Literal["all", "any", ""]
    low: float
    high: float
    bent: bool = False
    way: int = 0


def compared(question: str) -> Comparison | None:
    """What a question that yes or no answers compares with a number of degrees; None if it is any other question.

    >>> from pose2lang3d_sdk.questions.degrees import compared
    >>> asked = compared("Is the left knee bent more than 90 degrees?")
    >>> asked.angles, asked.low, asked.high, asked.bent
    (('left_knee',), 90.0, 180.0, True)
    >>> asked = compared("Is her right elbow at about 90 degrees?")
    >>> asked.angles, asked.low, asked.high, asked.bent
    (('right_elbow',), 75.0, 105.0, False)
    >>> compared("How many degrees is the left knee bent?")
    """
    text = degree_words(question)
    if tilts := first_fit(_TILTS, text):
        bounds = _bounds(tilts.groupdict(), straight=None)
        if bounds is None:
            return None
        said = tilts.groupdict()
        way = 1 if said.get("forward") else -1 if said.get("backward") else 0
        return Comparison(("torso",), "all", -180.0 if way and bounds[0] <= 0 else bounds[0], bounds[1], way=way)
    found = first_fit(_FORMS, text)
    return _of_a_joint(found.groupdict()) if found else None


def _of_a_joint(said: Mapping[str, str | None]) -> Comparison | None:
    """said: the groups of one of `_FORMS`."""
    joint = _joint(said)
    many = said["many"] or said.get("angle") == "angles"
    compares = said["above"] or said["under"] or said["more"] or said["less"]
    if joint is None or (said["side"] and many):
        return None
    if said.get("extended") and (said["under"] or said["less"] or _number(said) < _SURELY_STRAIGHTENED):
        return None  # an arm that is extended at 45 degrees is raised
    named = bool(said.get("flexed") or said.get("flexion") or said.get("of_flexion") or said["a_bend"])
    bent = joint != "shoulder" and bool(named or said.get("bent"))
    bounds = _bounds(said, straight=None if bent or joint == "shoulder" else 180.0)
    if bounds is None or (compares and _may_be_either(said, joint, bent=bent)):
        return None
    degrees = bounds[0] if said["low"] else _number(said)
    if bent and not named and (said.get("to") or said.get("of")) and degrees >= _SURELY_BENT:
        bent, bounds = False, _bounds(said, straight=180.0)  # "bent to 120 degrees": as texts here say it
    surely_bent = degrees < _SURELY_BENT and joint != "shoulder" and not compares
    if bounds is None or (surely_bent and not bent) or (bent and max(degrees, bounds[0]) >= _SURELY_AN_ANGLE):
        return None
    names = tuple(f"{side}_{joint}" for side in ((said["side"],) if said["side"] else SIDES))
    of_them: Literal["all", "any", ""] = "any" if said["any"] else "all" if said["side"] or many else ""
    return Comparison(names, of_them, *bounds, bent=bent)


def _may_be_either(said: Mapping[str, str | None], joint: str, *, bent: bool) -> bool:
    """Whether people do not agree which way a comparison goes: "bent to less than 90", "bent below 90", "past 90"."""
    words = said["above"] or said["under"] or ""
    if said.get("bent"):
        sizes = ("under", "below", "smaller", "lower", "larger", "bigger", "greater", "wider", "higher")
        return bool(said.get("to") or said.get("of")) or words.startswith(sizes)
    if not bent and not said.get("angle") and joint != "shoulder":
        return words in ("past", "beyond") or (joint == "hip" and not words.startswith(("more", "less", "no", "at")))
    return False


def _joint(said: Mapping[str, str | None]) -> str | None:
    """The joint whose angle is meant; None if that is not clear: an arm "at 90 degrees" may be bent or raised."""
    part, verb = said["part"], next((name for name in ("bent", "flexed", "extended", "raised") if said.get(name)), "")
    verb = "bent" if verb == "flexed" else verb
    if said.get("angle") or said.get("flexion"):
        return part if part in ("elbow", "knee", "hip", "shoulder") else None
    meant = {
        "elbow": {"": "elbow", "bent": "elbow", "extended": "elbow"},
        "knee": {"": "knee", "bent": "knee", "extended": "knee"},
        "hip": {"": "hip", "bent": "hip"},
        "shoulder": {"": "shoulder", "bent": "shoulder"},
        "upper arm": {"raised": "shoulder"},
        "arm": {"bent": "elbow", "extended": "elbow", "raised": "shoulder"},
        "leg": {"bent": "knee", "extended": "knee"},
    }
    return meant[part or ""].get(verb)


def measure(
    question: str, angles: Mapping[str, float], visible: Collection[str], *, backward: bool = False
) -> Answer | None:
    """The answer to a question that compares an angle with a number, and its joints; None for any other question.

    Args:
        question: one line of text.
        angles: degrees by name, of those whose joints are visible.
        visible: names of the visible joints.
        backward: whether the torso leans backwards.
    """
    if _HEAD.match(degree_words(question)):
        return Decoded(HEAD_DEGREES, "unknown", 1.0), ()
    asked = compared(question)
    if asked is None:
        return None
    found = {name: 180 - angles[name] if asked.bent else angles[name] for name in asked.angles if name in angles}
    hidden = not_visible(missing) if (missing := missing_joints([ANGLE_FACT[n] for n in asked.angles], visible)) else ""
    if not found or (asked.of_them == "all" and len(found) < len(asked.angles)):
        return Decoded(hidden, "unknown", 1.0), ()
    away = bool(asked.way) and backward is not (asked.way < 0)
    against = {name: -value if away else value for name, value in found.items()}
    joints = joints_of_angles(asked.angles, visible)
    within = {name: asked.low <= value <= asked.high for name, value in against.items()}
    beliefs = [_probably(value, asked) for value in against.values()]
    said = {name: _said(name, value, asked) for name, value in found.items()}
    if asked.of_them == "any":
        true = any(within.values())
        if not true and hidden:
            return Decoded(f"{hidden} {sentence([*said.values()])}", "unknown", 1.0), ()
        told = " and ".join(said[name] for name in said if within[name] or not true)
        sure = max(beliefs) if true else math.prod(1 - belief for belief in beliefs)
        return yes_or_no(true, told, max(sure, 0.5)), joints
    if not asked.of_them and len({*within.values()}) > 1:
        confidence = min(map(sureness, beliefs))
        return Decoded(sentence(list(said.values())), "statement", confidence), joints
    true, belief = all(within.values()), math.prod(beliefs)
    told = " and ".join(said[name] for name in said if true or not within[name])
    return yes_or_no(true, told, max(belief if true else 1 - belief, 0.5)), joints


_TENS: Final = {
    "thirty": 30, "forty five": 45, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "one hundred": 100, "a hundred": 100,
}  # fmt: skip
_NUMBER_WORD: Final = re.compile(
    rf"\b(?:{'|'.join(_TENS)})\b(?! (?:and|one|two|three|four|five|six|seven|eight|nine)\b)"
)
_IN_NUMBERS: Final = tuple(
    (re.compile(rf"\b(?:{words})"), number)
    for words, number in (
        ("(?:an )?acute(?: angle)?", "less than 90 degrees"),
        ("(?:an )?obtuse(?: angle)?", "more than 90 degrees"),
        ("(?<=than )a right angle", "90 degrees"),
        (r"(?:,? more,? or less)$", ""),
        (r"(?:exceeds?|(?:bends?|goes|go) (?:past|beyond|over))(?= \d)", "over"),
        (r"(?:reach|reaches)(?= \d)", "at least"),
    )
)
"""Words -> the comparison with a number that they are."""


def degree_words(question: str) -> str:
    """The words of a question in lower case with signs of degrees and comparison, without other punctuation."""
    text = " ".join(re.sub(r"(?<!\d)\.|[^\w°º<>≤≥. ]|\.(?!\d)", " ", question.lower()).split())
    text = _NUMBER_WORD.sub(lambda word: str(_TENS[word.group()]), text)
    for form, number in _IN_NUMBERS:
        text = form.sub(number, text)
    return text


def joints_of_angles(angles: Iterable[str], visible: Collection[str]) -> tuple[str, ...]:
    facts = [FACTS[FACT_INDEX[ANGLE_FACT[name]]] for name in angles]
    return in_order({joint for fact in facts for joint in fact.joints}.intersection(visible))


def _number(said: Mapping[str, str | None]) -> float:
    return 90.0 if said["square"] else float(said["n"] or said["at"] or 0)


def _bounds(said: Mapping[str, str | None], *, straight: float | None) -> tuple[float, float] | None:
    """From and to how many degrees an angle must be.

    said: the groups of `_BOUND`. straight: 180 for an angle that is 180 when nothing is bent, else None.
    """
    if said["within"]:
        return 0.0, float(said["within"])
    if said["low"] and said["high"]:
        low, high = sorted((float(said["low"]), float(said["high"])))
        return (low, high) if high <= 180 else None
    degrees = _number(said)
    if not 5 <= degrees <= 180:
        return None
    if said["under"] or said["less"]:
        return 0.0, degrees
    if said["above"] or said["more"]:
        return degrees, 180.0
    from_rest = straight - degrees if straight else degrees
    about = min(ABOUT, max(from_rest / 2, ABOUT / 2)) if from_rest >= ABOUT / 2 else ABOUT
    return max(degrees - about, 0.0), min(degrees + about, 180.0)


def _probably(value: float, asked: Comparison) -> float:
    """How probable it is that the true angle is within the bounds."""
    above = 1.0 if asked.low <= (-180 if asked.way else 0) else over(value, SPREAD, asked.low)
    return above - (0.0 if asked.high >= 180 else over(value, SPREAD, asked.high))


def _said(name: str, degrees: float, asked: Comparison) -> str:
    near = min(abs(degrees - asked.low), abs(degrees - asked.high)) <= 5  # 90 would be no answer to "more than 90?"
    return angle_said(name, degrees, bent=asked.bent, exact=near)
