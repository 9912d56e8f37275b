"""Questions that compare where parts of the body are, "Is the right hand above the left knee?": by the 3D joints.

No fact says it of most pairs, so the nets cannot know. Only questions whose every word is understood are answered here;
those that a fact answers (which hand is higher, a hand on the hip) are left to the nets.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.questions.at_the_head import at_the_head
from pose2lang3d_sdk.questions.extremes import single_parts
from pose2lang3d_sdk.questions.parts import (
    CLOSENESS_ERROR,
    DEPTH_ERROR,
    HEIGHT_ERROR,
    HIPS,
    IS,
    UP,
    Part,
    ahead_of,
    are,
    first_match,
    form,
    hidden,
    joints_of,
    named,
    over,
    part_as,
    statement,
    sureness,
    together,
    yes_or_no,
)
from pose2lang3d_sdk.questions.places import place
from pose2lang3d_sdk.questions.words import BARE_WHOSE, OWNERS, TAG, bare
from pose2lang3d_sdk.telling import joined

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from pose2lang3d_sdk.questions.parts import Answer, Places
    from pose2lang3d_sdk.student import PoseCode

CAMERA_ABOVE: Final = {"above": 38.0, "level": 7.0, "below": -8.0}
"""How many degrees a camera of each class of `camera_height` stands over the body; fitted on the validation subjects
as weights of the beliefs in the classes."""
LEVEL: Final = 0.2
"""Two parts are level if no more torso lengths are between their heights."""
NEAR: Final = 0.5
"""Two joints are close up to so many torso lengths; as far apart are a wrist and what the hand rests on."""
TOUCHING: Final = 0.35
"""Other parts that touch have joints up to so many torso lengths apart: what lies between is flesh."""


class _Axis(NamedTuple):
    """What is compared: the words for more and less, and the scale of the logistic error in torso lengths."""

    more: str
    less: str
    error: float

    def level(self, apart: float) -> float:
        """How probable it is that two parts are level."""
        return over(apart, self.error, -LEVEL) - over(apart, self.error, LEVEL)


_HEIGHT: Final = _Axis("above", "below", HEIGHT_ERROR)
_AHEAD: Final = _Axis("in front of", "behind", DEPTH_ERROR)
_CLOSENESS: Final = _Axis("close to", "away from", CLOSENESS_ERROR)


class _Relation(NamedTuple):
    """A form of words, what it compares, and whether it says more (1), less (-1) or level (0)."""

    form: str
    axis: _Axis
    sign: int

    def belief(self, apart: float) -> float:
        """How probable it is that the relation holds."""
        if not self.sign:
            return self.axis.level(apart)
        more = over(apart, self.axis.error)
        return more if self.sign > 0 else 1 - more


_RELATIONS: Final = {
    "above": _Relation(r"(?:higher (?:up )?than|above)", _HEIGHT, 1),
    "below": _Relation(r"(?:lower (?:down )?than|below|beneath)", _HEIGHT, -1),
    "level": _Relation(
        r"(?:(?:level|even) with|(?:at|on) (?:about )?the same (?:height|level) (?:as|with)"
        r"|(?:at|to)(?= .*\b(?:height|level)\b)(?: about)?(?: the (?:height|level) of)?)",
        _HEIGHT, 0,
    ),
    "ahead": _Relation(r"(?:in front of|ahead of|past|beyond|(?:further|farther|more) forwards? than)", _AHEAD, 1),
    "behind": _Relation(r"(?:behind|in back of|(?:further|farther) back than)", _AHEAD, -1),
    "near": _Relation(r"(?:near|close to|next to)", _CLOSENESS, 1),
    "touching": _Relation(r"(?:touching|against|on)", _CLOSENESS, 1),
}  # fmt: skip

# Whether one part is placed so to another: "is the right hand above the left knee".
_FIRST: Final = part_as("a", head=True)
_SECOND: Final = part_as("b", head=False)
_RELATION: Final = "|".join(f"(?P<{name}>{relation.form})" for name, relation in _RELATIONS.items())
_HELD: Final = r"(?:(?:held|kept|placed|positioned|raised|lifted|resting|hanging|up|down|still) )*"
_LINE: Final = "(?: (?:height|level|line))?"
_CLOSED: Final = form(rf"{IS}{_FIRST} (?:is |are )?{_HELD}(?:{_RELATION}) {_SECOND}{_LINE}")

# Where it is to the other: "is the right hand above or below the left knee".
_ABOVE_OR_BELOW: Final = "(?P<above>above or below|below or above|higher or lower than|lower or higher than)"
_BEFORE_OR_BEHIND: Final = "(?P<ahead>in front of or behind|behind or in front of)"
_WHERE: Final = (
    r"(?=(?P<where>where )|how high |.*\bheight\b)(?:(?:where|how high) (?:is|are) |whats |what is )?"
    r"(?:the height of )?"
)
_COMPARED_TO: Final = "(?P<above>relative to|compared (?:to|with)|in relation to|vs|versus)"
_OPEN: Final = (
    form(rf"(?:(?:is|are) )?{_FIRST} {_HELD}(?:{_ABOVE_OR_BELOW}|{_BEFORE_OR_BEHIND}) {_SECOND}{_LINE}"),
    form(rf"(?:which|what)(?: one)? is (?P<above>higher|lower)(?: up| down)? {_FIRST} or {_SECOND}"),
    form(rf"{_WHERE}{_FIRST}(?: height)? {_COMPARED_TO} {_SECOND}{_LINE}"),
)

# Knees compared with toes, which are no joints.
_TOES: Final = form(
    rf"(?:(?:is|are|does|do) )?{BARE_WHOSE}(?:(?:left|right|front|back|rear|lead) )?knees? (?:\w+ )?"
    rf"(?:in front of|past|over|beyond|ahead of|behind|in line with) {BARE_WHOSE}(?:(?:left|right) )?toes?"
)

# How deep a squat is: hips compared with knees.
_WHO: Final = rf"(?:{OWNERS}|he|she|they|you|i)"
_TO_PARALLEL: Final = form(
    rf"(?:(?:is|are|am|does|do|has|have|it true that) )*{BARE_WHOSE}(?:both {BARE_WHOSE})?"
    rf"(?:(?:thighs|squat|hips|{_WHO}) )?(?:(?:is|are|go|goes|gone|going|squat|squatting|well|clearly) )*"
    rf"(?:below|past|lower than|deeper than) parallel"
)
_SQUAT_DEPTH: Final = form(
    rf"(?:how (?:deep|low) (?:is {BARE_WHOSE}squat|(?:is|does) {BARE_WHOSE}{_WHO} squat(?:ting)?)"
    rf"|(?:(?:whats|what is) )?{BARE_WHOSE}(?:squat depth|depth of {BARE_WHOSE}squat))"
)
_WHICH_AHEAD: Final = form(
    r"which (?P<part>knee|elbow) is (?:(?:further|farther|more) )?(?:in front|forwards?|ahead|leading|behind|back)"
)
_SYNONYM: Final = re.compile(r"\b(hip|knee|elbow|ankle|shoulder|wrist) ?(?:crease|joint|cap)(s?)\b")

_OR_LEVEL: Final = re.compile(
    r" or (?:(?:at|about|roughly) )*(?:the same (?:height|level)|level(?: with (?:it|them))?|higher|lower|above|below)"
    rf"(?: (?:it|them|that))?(?={TAG})"
)
"""The other thing that may be: which of them is the case, the answer says anyhow."""
_LEVEL: Final = re.compile(r"\b(?:level|same height|as high)\b")
_TOLD_NEAR: Final = (("wrist", "hip"), ("wrist", "wrist"), ("knee", "knee"), ("ankle", "ankle"))
"""Kinds of joints of which some fact tells whether they are close."""
_TOLD_NEAR_UNSIDED: Final = (("wrist", "knee"), ("wrist", "ankle"))
"""Those of which it is told in words without a second side."""
_JOINED: Final = frozenset(
    map(
        frozenset,
        (("wrist", "elbow"), ("elbow", "shoulder"), ("shoulder", "hip"), ("hip", "knee"), ("knee", "ankle"),
         ("hip",), ("shoulder",), ("face", "shoulder")),
    )
)  # fmt: skip
"""Joints that one bone keeps apart, and those of the trunk."""

_Pair = tuple[Part, Part]


class _Asked(NamedTuple):
    """What a question asks of pairs: whether a relation holds (closed) of all of them or of each, or which one does."""

    relation: _Relation
    pairs: Sequence[_Pair]
    all_of_them: bool
    closed: bool


class _Found(NamedTuple):
    """A pair, how far it is apart along the axis, and how probable it is that the relation holds."""

    pair: _Pair
    apart: float
    belief: float


def camera_above(code: PoseCode) -> float:
    """How many degrees the camera stands over the body, by the beliefs in its height; 0 if that is not seen."""
    return sum(code.belief("camera_height", label, asked=True) * degrees for label, degrees in CAMERA_ABOVE.items())


def levelled(places: Places, above: float) -> dict[str, NDArray[np.floating]]:
    """The places with y along gravity.

    Args:
        places: joint -> (3,) in the axes of a camera: x right, y down, z away from it.
        above: degrees by which the camera looks down.

    >>> import numpy as np
    >>> from pose2lang3d_sdk.questions.comparing import levelled
    >>> levelled({"nose": np.array([0.0, 0.0, 1.0])}, 90.0)["nose"].round(2).tolist()
    [0.0, 1.0, 0.0]
    """
    cos, sin = math.cos(math.radians(above)), math.sin(math.radians(above))
    turn = np.array([[1, 0, 0], [0, cos, sin], [0, -sin, cos]])
    return {joint: turn @ place for joint, place in places.items()}


def compare(question: str, places: Places, *, upright: bool) -> Answer | None:
    """The answer to a question that compares where parts of the body are, and its joints; None for any other.

    Args:
        question: one line of text.
        places: visible joint -> (3,), in torso lengths; x right, y down along gravity (`levelled`), z away from the
            camera.
        upright: whether the torso is: of somebody who lies nothing is in front of anything.

    >>> import numpy as np
    >>> from pose2lang3d_sdk.questions.comparing import compare
    >>> places = {"left_wrist": np.array([0.4, -1.5, 0.0]), "left_elbow": np.array([0.4, -1.0, 0.0])}
    >>> compare("Is the left hand above the elbow?", places, upright=True)[0].text
    'Yes, the left hand is above the left elbow.'
    """
    text = _SYNONYM.sub(r"\1\2", bare(question)).replace(" out in front of ", " in front of ")
    if not _LEVEL.search(text.partition(" or ")[0]):  # "level or higher" holds of either
        text = _OR_LEVEL.sub("", text)
    if _TOES.match(text):
        return Decoded("I cannot tell: the toes are not among the points that I see.", "unknown", 1.0), ()
    text = _as_pairs(text)
    asked = _understood(text)
    if not asked:
        of_upright = (at_the_head(text, places) or place(text, places)) if upright else None
        return of_upright or single_parts(text, places)
    if asked.relation.axis is _AHEAD and not (upright and all(_tells_depth(pair) for pair in asked.pairs)):
        return None
    return _answered(asked, places)


def _as_pairs(text: str) -> str:
    """Questions that mean a pair without saying so, by its parts: of a squat the hips and the knees."""
    if _TO_PARALLEL.match(text):
        return "are the hips below the knees"
    if _SQUAT_DEPTH.match(text):
        return "what is the height of the hips compared to the knees"
    which = _WHICH_AHEAD.match(text)
    return f"is the left {which['part']} in front of or behind the right {which['part']}" if which else text


def _understood(text: str) -> _Asked | None:
    closed = first_match(text, _CLOSED)
    said = closed or first_match(text, *_OPEN)
    if not said:
        return None
    relation = next(relation for name, relation in _RELATIONS.items() if name in said)
    pairs = [pair for pair in _pairs(said) if not _fact_tells(pair, relation.axis, sided="b_side" in said)]
    if "where" in said and not any(pair[0].kind in ("wrist", "elbow", "face") for pair in pairs):
        return None  # of other parts the height is plain, and not what is asked for
    all_of_them = "a_side" in said or "a_part" not in said
    return _Asked(relation, pairs, all_of_them, closed is not None) if pairs else None


def _pairs(said: Mapping[str, str]) -> list[_Pair]:
    """What is compared with what; none if that is not clear.

    Of "the hands above the knees" and "the hand above the knee" each hand is compared with the knee of its side, "the
    left hand above the knees" with both.
    """
    both = "b_many" in said and "a_many" not in said
    pairs = [(one, other) for one in named(said, "a") for other in named(said, "b", "" if both else one.side)]
    return [] if any(set(one.joints) & set(other.joints) for one, other in pairs) else pairs


def _answered(asked: _Asked, places: Places) -> Answer | None:
    relation = asked.relation
    hips = HIPS if relation.axis is _AHEAD else ()
    seen = [pair for pair in asked.pairs if all(part.seen(places) for part in (*pair, *hips))]
    aparts = [_apart(pair, places, relation) for pair in seen]
    found = [_Found(pair, apart, relation.belief(apart)) for pair, apart in zip(seen, aparts, strict=True)]
    settled = asked.closed and any(one.belief < 0.5 for one in found)  # one pair that is not so is enough for a no
    if not found or (asked.all_of_them and len(found) < len(asked.pairs) and not settled):
        return hidden([*hips, *(part for pair in asked.pairs for part in pair)], places)
    answer = _whether(asked, found) if asked.closed else _where(relation.axis, found)
    return answer, joints_of((part for pair in seen for part in pair), places)


def _whether(asked: _Asked, found: Sequence[_Found]) -> Decoded:
    """Whether the relation holds of all pairs; of "the elbow" that differs from the other one, what each is."""
    relation = asked.relation
    said = [_words(one, relation.axis, level=not relation.sign and one.belief >= 0.5, near=True) for one in found]
    beliefs = [one.belief for one in found]
    if not asked.all_of_them and min(beliefs) < 0.5 <= max(beliefs):
        return statement(_clauses(said), min(map(sureness, beliefs)))
    true = min(beliefs) >= 0.5
    told = [words for words, belief in zip(said, beliefs, strict=True) if true or belief < 0.5]
    only_close = "as far as I can see " if true and relation is _RELATIONS["touching"] else ""
    return yes_or_no(true, f"{only_close}{_clauses(told)}", sureness(min(beliefs)))


def _where(axis: _Axis, found: Sequence[_Found]) -> Decoded:
    """How each pair is placed."""
    levels = [axis.level(one.apart) if axis is _HEIGHT else 0.0 for one in found]
    told = [_words(one, axis, level=level >= 0.5) for one, level in zip(found, levels, strict=True)]
    sure = (level if level >= 0.5 else sureness(one.belief) for one, level in zip(found, levels, strict=True))
    return statement(_clauses(told), min(sure))


def _fact_tells(pair: _Pair, axis: _Axis, *, sided: bool) -> bool:
    """Whether a fact says it, or nothing does. sided: the second part is named with its side."""
    one, other = pair
    kinds = one.kind, other.kind
    alike = one.kind == other.kind
    if axis is not _CLOSENESS:
        return alike and not (axis is _AHEAD and one.kind in ("knee", "elbow"))
    joined = frozenset(kinds) in _JOINED and (alike or one.side == other.side or "face" in kinds)
    return joined or kinds in _TOLD_NEAR or (not sided and kinds in _TOLD_NEAR_UNSIDED)


def _tells_depth(pair: _Pair) -> bool:
    """A face turns, and of a hand before the trunk a fact tells."""
    kinds = {part.kind for part in pair}
    return pair[0].kind != "face" and not ("wrist" in kinds and kinds & {"hip", "shoulder"})


def _apart(pair: _Pair, places: Places, relation: _Relation) -> float:
    """How far the first part is above or ahead of the second, or nearer than it must be, in torso lengths."""
    one, other = pair
    if relation.axis is _CLOSENESS:
        flesh = relation is _RELATIONS["touching"] and "wrist" not in (one.kind, other.kind)
        return (TOUCHING if flesh else NEAR) - one.distance(other, places)
    if relation.axis is _HEIGHT:
        return float((one.middle(places) - other.middle(places)) @ UP)
    return ahead_of(one, other, places)


def _words(found: _Found, axis: _Axis, *, level: bool, near: bool = False) -> tuple[str, str, str]:
    """The first part, how it is related to the second, and that. near: say so if they are nearly level."""
    words = "about level with" if level else axis.less if found.apart < 0 else axis.more
    if near and not level and axis is not _CLOSENESS and abs(found.apart) <= LEVEL / 2:
        words = f"just {words}"
    return found.pair[0].name, words, found.pair[1].name


def _clauses(told: Sequence[tuple[str, str, str]]) -> str:
    """The clauses from `_words` in a row; those that differ in the side of the last or the first part become one."""
    others: dict[tuple[str, str], list[str]] = {}
    for one, words, other in told:
        others.setdefault((one, words), []).append(other)
    ones: dict[tuple[str, str], list[str]] = {}
    for (one, words), names in others.items():
        ones.setdefault((words, together(names)), []).append(one)
    return joined([f"{(who := together(names))} {are(who)} {words} {other}" for (words, other), names in ones.items()])
