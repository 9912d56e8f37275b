"""Questions that compare where two parts of the body are, "Is the right hand above the left knee?": by the 3D joints.

No fact says it of most pairs, so the nets cannot know. Only questions whose every word is understood are answered here;
those that a fact answers ("Is the hand above the hips?", which hand is higher) are left to the nets.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.facts import SIDES
from pose2lang3d_sdk.skeleton import FACE, in_order
from pose2lang3d_sdk.telling import listing
from pose2lang3d_sdk.unseen import not_visible
from pose2lang3d_sdk.words import ASIDE, BARE_WHOSE, JOINT_OF, TAG, bare, plural

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from pose2lang3d_sdk.verdicts import Verdict

    Places = Mapping[str, NDArray[np.floating]]

LEVEL: Final = 0.15
"""Two parts are level if no more torso lengths are between their heights."""
HEIGHT_SPREAD: Final = 0.08
"""Scale in torso lengths of the logistic error of a difference in height, fitted on the validation subjects."""
AHEAD_SPREAD: Final = 0.15
"""As `HEIGHT_SPREAD`, of how far one part is ahead of another."""
NEAR: Final = 0.5
"""Two joints are close up to so many torso lengths; as far apart are a wrist and what the hand rests on."""
TOUCHING: Final = 0.35
"""Other parts that touch have joints up to so many torso lengths apart: what lies between is flesh."""
NEAR_SPREAD: Final = 0.1
"""As `HEIGHT_SPREAD`, of a distance."""

_MIDDLES: Final = {"shoulders": "shoulder", "hips": "hip", "waist": "hip", "pelvis": "hip"}
"""Words for the middle of both sides."""
_SIDED: Final = r"(?:(?P<{0}_side>left|right) )?"
_MANY: Final = {plural(part): part for part in JOINT_OF if plural(part) not in _MIDDLES}
_OF_BOTH: Final = rf"{BARE_WHOSE}(?:both (?:of )?{BARE_WHOSE})?"
_NAMED: Final = (
    rf"{_SIDED}(?:(?P<{{0}}_middle>{'|'.join(_MIDDLES)})|(?P<{{0}}_many>{'|'.join(_MANY)})"
    rf"|(?P<{{0}}_part>{'|'.join(JOINT_OF)})"
)
_FIRST: Final = rf"{_OF_BOTH}{_NAMED.format('a')}|(?P<a_head>head|face))"
_SECOND: Final = rf"{_OF_BOTH}{_NAMED.format('b')})"
_RELATIONS: Final = {
    "above": r"(?:higher (?:up )?than|above)",
    "below": r"(?:lower (?:down )?than|below|beneath)",
    "level": r"(?:(?:level|even) with|(?:at|on) (?:about )?the same (?:height|level) (?:as|with))",
    "ahead": r"(?:in front of|ahead of|(?:further|farther|more) forwards? than)",
    "behind": r"(?:behind|in back of|(?:further|farther) back than)",
    "near": r"(?:near|close to|next to)",
    "touching": r"(?:touching|against|on)",
}
_ALONG: Final = {
    "above": "height", "below": "height", "level": "height", "ahead": "ahead", "behind": "ahead", "near": "closeness",
    "touching": "closeness",
}  # fmt: skip
_RELATION: Final = "|".join(f"(?P<{name}>{form})" for name, form in _RELATIONS.items())
_HELD: Final = r"(?:(?:held|kept|placed|positioned|raised|lifted|resting|hanging|up|down|still) )*"
_END: Final = rf"(?: (?:height|level|line))?{TAG}"
_CLOSED: Final = re.compile(
    rf"^{ASIDE}(?:is it true that )?(?:is |are |isnt |arent )?{_FIRST} (?:is |are )?{_HELD}(?:{_RELATION})"
    rf" {_SECOND}{_END}"
)
_EITHER: Final = re.compile(
    rf"^{ASIDE}(?:is|are) {_FIRST} {_HELD}"
    r"(?:(?P<above>above or below|below or above|(?:higher|lower) or (?:higher|lower) than)"
    rf"|(?P<ahead>in front of or behind|behind or in front of)) {_SECOND}{_END}"
)
_WHERE: Final = re.compile(
    rf"^{ASIDE}where (?:is|are) {_FIRST} (?P<above>relative to|compared (?:to|with)|in relation to) {_SECOND}{_END}"
)
_TOES: Final = re.compile(
    rf"^(?:(?:is|are|does|do) )?{BARE_WHOSE}(?:(?:left|right|front|back|rear|lead) )?knees? (?:\w+ )?"
    rf"(?:in front of|past|over|beyond|ahead of|behind|in line with) {BARE_WHOSE}(?:(?:left|right) )?toes?$"
)
_WORDS: Final = {
    "height": ("above", "below"),
    "ahead": ("in front of", "behind"),
    "closeness": ("close to", "away from"),
}
_SPREAD: Final = {"height": HEIGHT_SPREAD, "ahead": AHEAD_SPREAD, "closeness": NEAR_SPREAD}


_FACT_TELLS: Final = frozenset(
    (("wrist", "hip"), ("wrist", "shoulder"), ("elbow", "shoulder"), ("face", "hip"), ("shoulder", "hip"),
     ("hip", "shoulder"))
)  # fmt: skip
"""Kinds of joints whose order some fact tells, in words without a second side ("the left hand above the shoulder")."""
_FACT_TELLS_NEAR: Final = frozenset((("wrist", "knee"), ("wrist", "ankle")))
"""So of closeness; a hand on the hip, of whichever side, is a fact of the waist, which is no joint."""


_HIP_JOINTS: Final = tuple(f"{side}_hip" for side in SIDES)
"""They say where the front is."""


_JOINED: Final = frozenset(
    map(
        frozenset,
        (("wrist", "elbow"), ("elbow", "shoulder"), ("shoulder", "hip"), ("hip", "knee"), ("knee", "ankle"),
         ("hip",), ("shoulder",), ("face", "shoulder")),
    )
)  # fmt: skip
"""Joints that one bone keeps apart, and those of the trunk."""


class _Pair(NamedTuple):
    """Two parts by name, each with the joints whose middle it is; of several, some must be visible."""

    first: str
    first_joints: tuple[str, ...]
    second: str
    second_joints: tuple[str, ...]


class _Asked(NamedTuple):
    """What a question asks of pairs: whether a relation holds (closed) of all of them or of each, or which one does."""

    relation: str
    pairs: tuple[_Pair, ...]
    all_of_them: bool
    closed: bool

    @property
    def along(self) -> str:
        return _ALONG[self.relation]


def compare(question: str, places: Places, *, upright: bool) -> tuple[Decoded, tuple[str, ...]] | None:
    """The answer to a question that compares where two parts of the body are, and its joints; None for any other.

    Args:
        question: one line of text.
        places: visible joint -> (3,), in torso lengths; x right, y down, z away from the camera.
        upright: whether the torso is: of somebody who lies nothing is in front of anything.
    """
    text = bare(question)
    if _TOES.match(text):
        return Decoded("I cannot tell: the toes are not among the points that I see.", "unknown", 1.0), ()
    asked = _understood(text)
    if not asked or (asked.along == "ahead" and not (upright and all(_tells_depth(pair) for pair in asked.pairs))):
        return None
    return _answered(asked, places)


def _understood(text: str) -> _Asked | None:
    closed, where = _CLOSED.match(text), _WHERE.match(text)
    found = closed or where or _EITHER.match(text)
    if not found:
        return None
    said = found.groupdict()
    relation = next(name for name in _RELATIONS if said.get(name))
    along, sided = _ALONG[relation], bool(said["b_side"])
    pairs = [pair for pair in _pairs(found) if where or not _fact_tells(pair, along, sided=sided)]
    if where and not any(_kind(pair.first_joints) in ("wrist", "elbow", "face") for pair in pairs):
        return None  # of other parts the height is plain, and not what is asked for
    all_of_them = bool(said["a_side"] or not said["a_part"])
    return _Asked(relation, tuple(pairs), all_of_them, closed is not None) if pairs else None


def _answered(asked: _Asked, places: Places) -> tuple[Decoded, tuple[str, ...]]:
    needed = _HIP_JOINTS if asked.along == "ahead" else ()
    has_front = all(joint in places for joint in needed)
    seen = [shown for pair in asked.pairs if has_front and (shown := _shown(pair, places))]
    beliefs = [_belief(asked.relation, _apart(pair, places, asked.relation)) for pair in seen]
    settled = asked.closed and min(beliefs, default=1.0) < 0.5  # one pair that is not so is enough for a no
    if not seen or (asked.all_of_them and len(seen) < len(asked.pairs) and not settled):
        wanted = {joint for pair in asked.pairs for joint in (*pair.first_joints, *pair.second_joints, *needed)}
        return Decoded(not_visible(in_order(wanted.difference(places))), "unknown", 1.0), ()
    said = [_said(pair, places, asked.relation) for pair in seen]
    joints = in_order({joint for pair in seen for joint in (*pair.first_joints, *pair.second_joints)})
    if not asked.closed or (not asked.all_of_them and len({belief >= 0.5 for belief in beliefs}) > 1):
        return Decoded(listing(said), "statement", min(max(belief, 1 - belief) for belief in beliefs)), joints
    verdict: Verdict = "yes" if min(beliefs) >= 0.5 else "no"
    told = [text for text, belief in zip(said, beliefs, strict=True) if verdict == "yes" or belief < 0.5]
    confidence = min(beliefs) if verdict == "yes" else 1 - min(beliefs)
    return Decoded(f"{verdict.capitalize()}, {' and '.join(told)}.", verdict, confidence), joints


def _pairs(found: re.Match[str]) -> list[_Pair]:
    """What is compared with what; none if that is not clear.

    Of "the hands above the knees" and "the hand above the knee" each hand is compared with the knee of its side, "the
    left hand above the knees" with both.
    """
    said = found.groupdict()
    if any(said[f"{which}_side"] and (said[f"{which}_many"] or said[f"{which}_middle"]) for which in "ab"):
        return []
    first, second = (_MANY.get(said[f"{which}_many"], said[f"{which}_part"]) for which in "ab")
    alone = said["a_head"] or said["a_middle"]
    pairs = []
    for side in ("",) if alone else (said["a_side"],) if said["a_side"] else SIDES:
        own = _middle(alone) if alone else _sided(first, side)
        if said["b_middle"]:
            others = [_middle(said["b_middle"])]
        elif said["b_side"]:
            others = [_sided(second, said["b_side"])]
        elif not side or (said["b_many"] and not said["a_many"]):
            others = [_sided(second, one) for one in SIDES]
        else:
            others = [_sided(second, side)]
        pairs += [_Pair(*own, *other) for other in others]
    return [] if any(set(pair.first_joints) & set(pair.second_joints) for pair in pairs) else pairs


def _fact_tells(pair: _Pair, along: str, *, sided: bool) -> bool:
    """Whether a fact says it, or nothing does. sided: the second part is named with its side."""
    kinds = _kind(pair.first_joints), _kind(pair.second_joints)
    if along == "closeness":
        first, second = (joints[0].partition("_")[0] for joints in (pair.first_joints, pair.second_joints))
        joined = frozenset(kinds) in _JOINED and (first == second or "face" in kinds or kinds[0] == kinds[1])
        return joined or kinds == ("wrist", "hip") or (not sided and kinds in _FACT_TELLS_NEAR)
    return kinds[0] == kinds[1] or (not sided and kinds in _FACT_TELLS)


def _sided(part: str, side: str) -> tuple[str, tuple[str, ...]]:
    return f"the {side} {part}", (f"{side}_{JOINT_OF[part]}",)


def _middle(word: str) -> tuple[str, tuple[str, ...]]:
    joints = tuple(f"{side}_{_MIDDLES[word]}" for side in SIDES) if word in _MIDDLES else FACE
    return f"the {word}", joints


def _kind(joints: tuple[str, ...]) -> str:
    return "face" if joints == FACE else joints[0].rpartition("_")[2]


def _tells_depth(pair: _Pair) -> bool:
    """A face turns, and of a hand before the trunk a fact tells."""
    kinds = {_kind(pair.first_joints), _kind(pair.second_joints)}
    return pair.first_joints != FACE and not ("wrist" in kinds and kinds & {"hip", "shoulder"})


def _shown(pair: _Pair, places: Places) -> _Pair | None:
    """The pair with those of its joints that are visible; None if one of the parts has none."""
    first, second = (tuple(j for j in joints if j in places) for joints in (pair.first_joints, pair.second_joints))
    return pair._replace(first_joints=first, second_joints=second) if first and second else None


def _apart(pair: _Pair, places: Places, relation: str) -> float:
    """How far the first part is above or ahead of the second, or nearer than it must be, in torso lengths."""
    if _ALONG[relation] == "closeness":
        hand = "wrist" in (_kind(pair.first_joints), _kind(pair.second_joints))
        between = (places[one] - places[other] for one in pair.first_joints for other in pair.second_joints)
        return (NEAR if relation == "near" or hand else TOUCHING) - min(float(np.linalg.norm(gap)) for gap in between)
    first, second = (
        np.mean([places[joint] for joint in joints], axis=0) for joints in (pair.first_joints, pair.second_joints)
    )
    up = np.array([0.0, -1.0, 0.0])
    if _ALONG[relation] == "height":
        return float((first - second) @ up)
    left, right = (places[joint] for joint in _HIP_JOINTS)
    ahead = np.cross(left - right, up)
    return float((first - second) @ ahead / max(float(np.linalg.norm(ahead)), 1e-6))


def _belief(relation: str, apart: float) -> float:
    """How probable it is that the relation holds."""

    def over(bound: float) -> float:
        return 1 / (1 + math.exp(min((bound - apart) / _SPREAD[_ALONG[relation]], 500.0)))

    if relation == "level":
        return over(-LEVEL) - over(LEVEL)
    return 1 - over(0.0) if relation in ("below", "behind") else over(0.0)


def _said(pair: _Pair, places: Places, relation: str) -> str:
    apart, along = _apart(pair, places, relation), _ALONG[relation]
    words = _WORDS[along][apart < 0]
    if along != "closeness" and abs(apart) <= LEVEL:
        words = "about level with" if relation == "level" else f"just {words}"
    return f"{pair.first} {'are' if pair.first in ('the hips', 'the shoulders') else 'is'} {words} {pair.second}"
