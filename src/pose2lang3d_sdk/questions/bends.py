"""Questions that compare how far joints are bent where no fact does: hips, and elbows with knees; by the angles."""

from __future__ import annotations

import re
from statistics import fmean
from typing import TYPE_CHECKING, Final, NamedTuple

from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.facts import ANGLE_FACT, SIDES
from pose2lang3d_sdk.questions.degrees import joints_of_angles
from pose2lang3d_sdk.questions.parts import over, statement, sureness, yes_or_no
from pose2lang3d_sdk.questions.words import ASIDE, BARE_WHOSE, TAG, bare, first_fit
from pose2lang3d_sdk.telling import angle_said, joined
from pose2lang3d_sdk.unseen import missing_joints, not_visible

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from pose2lang3d_sdk.questions.parts import Answer
    from pose2lang3d_sdk.verdicts import Verdict

SPREAD: Final = 8.0
"""Scale in degrees of the logistic error of the difference of two angles: that of one (`degrees.SPREAD`) times 1.4."""
EQUAL: Final = 15.0
"""Two joints are bent about equally if no more degrees are between them."""

_JOINT_OF: Final = {"elbow": "elbow", "knee": "knee", "hip": "hip", "arm": "elbow", "leg": "knee"}
_PART: Final = (
    rf"{BARE_WHOSE}(?:both )?(?:(?P<{{0}}_side>left|right) )?(?P<{{0}}>{'|'.join(_JOINT_OF)})(?P<{{0}}_many>s)?"
)
_FIRST, _SECOND = _PART.format("a"), _PART.format("b")
_BENT: Final = "(?:bent|flexed)"
_STRAIGHT: Final = "(?:straight|extended)"
_MORE: Final = (
    rf"(?:(?P<more>more {_BENT}|less {_STRAIGHT}|{_BENT} more)"
    rf"|(?P<less>less {_BENT}|more {_STRAIGHT}|straighter|{_BENT} less))"
)
_WHETHER: Final = re.compile(rf"^{ASIDE}(?:is|are) {_FIRST} {_MORE} than {_SECOND}{TAG}")
_OTHER_HIP: Final = re.compile(
    rf"^{ASIDE}is {BARE_WHOSE}(?P<a_side>left|right) (?P<a>hip) {_MORE} "
    rf"than {BARE_WHOSE}(?:left|right|other)(?: one)?{TAG}"
)
_WHICH: Final = (
    re.compile(rf"^{ASIDE}(?:which|what) is {_MORE} {_FIRST} or {_SECOND}{TAG}"),
    re.compile(rf"^{ASIDE}(?:is|are) {_FIRST} or {_SECOND} {_MORE}{TAG}"),
)
_WHICH_HIP: Final = re.compile(
    rf"^{ASIDE}(?:which|what) (?:of {BARE_WHOSE})?(?P<a>hip)s? (?:is|bends) (?:{_MORE}|(?:the )?most {_BENT})"
    rf"(?: than the other)?{TAG}"
)
_EQUAL_HIPS: Final = re.compile(
    rf"^{ASIDE}are {BARE_WHOSE}(?:both {BARE_WHOSE})?(?P<a>hip)s "
    rf"(?:equally {_BENT}|{_BENT} (?:equally|the same(?: amount)?)|at the same angle){TAG}"
)


class _Bend(NamedTuple):
    """A joint, or both of a kind, with the angles of those that are seen."""

    joint: str
    side: str
    seen: dict[str, float]

    @property
    def degrees(self) -> float:
        return fmean(self.seen.values())


def compare_bends(question: str, angles: Mapping[str, float], visible: Collection[str]) -> Answer | None:
    """The answer to a question that compares bends, and its joints; None for any other question.

    Args:
        question: one line of text.
        angles: degrees by name, of those whose joints are visible.
        visible: names of the visible joints.

    >>> from pose2lang3d_sdk.questions.bends import compare_bends
    >>> angles = {"left_elbow": 50.0, "left_knee": 101.0}
    >>> compare_bends("Is the left elbow more bent than the left knee?", angles, ())[0].text
    'Yes, the left elbow is at about 50 degrees and the left knee is at about 100 degrees.'
    """
    text = bare(question)
    closed = _WHETHER.match(text) or _OTHER_HIP.match(text)
    hips = _WHICH_HIP.match(text) or _EQUAL_HIPS.match(text)
    found = closed or hips or first_fit(_WHICH, text)
    if not found:
        return None
    said = found.groupdict()
    pair = _pair(said, angles)
    if pair is None:
        return None
    names = [f"{side}_{bend.joint}" for bend in pair for side in ((bend.side,) if bend.side else SIDES)]
    if not all(bend.seen for bend in pair):
        return Decoded(not_visible(missing_joints([ANGLE_FACT[name] for name in names], visible)), "unknown", 1.0), ()
    joints = joints_of_angles(names, visible)
    first, second = pair
    apart = second.degrees - first.degrees  # of the more bent the angle is smaller
    told = joined([angle_said(name, degrees) for bend in pair for name, degrees in bend.seen.items()])
    if said.get("less"):
        apart = -apart
    if closed:
        more = over(apart, SPREAD)
        return yes_or_no(more >= 0.5, told, sureness(more)), joints
    if found.re is _EQUAL_HIPS:
        equal = over(apart, SPREAD, -EQUAL) - over(apart, SPREAD, EQUAL)
        return yes_or_no(equal >= 0.5, told, sureness(equal)), joints
    verdict: Verdict = "statement"
    if hips:
        verdict = "same" if abs(apart) < EQUAL / 2 else "left" if apart > 0 else "right"
    return statement(told, sureness(over(apart, SPREAD)), verdict), joints


def _pair(said: Mapping[str, str | None], angles: Mapping[str, float]) -> tuple[_Bend, _Bend] | None:
    """What is compared; None of two that are one pair of elbows or knees, which facts compare."""
    kinds = [_JOINT_OF[str(said[group] or "hip")] for group in ("a", "b") if group in said]
    if len(kinds) == 1:
        side = said.get("a_side") or "left"
        return _bend("hip", side, angles), _bend("hip", SIDES[side == "left"], angles)
    sides = [said.get(f"{group}_side") or "" for group in "ab"]
    if kinds[0] == kinds[1] and kinds[0] != "hip":
        return None
    if kinds[0] == kinds[1] and (not all(sides) or sides[0] == sides[1]):
        return None
    return _bend(kinds[0], sides[0], angles), _bend(kinds[1], sides[1], angles)


def _bend(joint: str, side: str, angles: Mapping[str, float]) -> _Bend:
    names = [f"{one}_{joint}" for one in ((side,) if side else SIDES)]
    return _Bend(joint, side, {name: angles[name] for name in names if name in angles})
