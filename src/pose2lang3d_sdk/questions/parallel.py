"""Whether two limbs run parallel to each other, "Are the shins parallel?", or at which angle: by the 3D joints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.facts import SIDES
from pose2lang3d_sdk.questions.degrees import SURE
from pose2lang3d_sdk.questions.parts import IS, OF_BOTH, first_match, form, over, statement, sureness, yes_or_no
from pose2lang3d_sdk.questions.words import BARE_WHOSE, bare, plural
from pose2lang3d_sdk.skeleton import in_order, mirror_name
from pose2lang3d_sdk.statements import rounded
from pose2lang3d_sdk.unseen import not_visible

if TYPE_CHECKING:
    from pose2lang3d_sdk.questions.parts import Answer, Places

PARALLEL: Final = 20.0
"""Two limbs are parallel up to so many degrees between them, whichever way each points."""
ERROR: Final = 9.0
"""Scale in degrees of the logistic error of that angle, fitted on the validation subjects."""

_ENDS: Final = {
    "upper arm": ("shoulder", "elbow"), "forearm": ("elbow", "wrist"), "lower arm": ("elbow", "wrist"),
    "arm": ("shoulder", "wrist"), "thigh": ("hip", "knee"), "upper leg": ("hip", "knee"), "shin": ("knee", "ankle"),
    "lower leg": ("knee", "ankle"), "calf": ("knee", "ankle"), "leg": ("hip", "ankle"),
}  # fmt: skip
"""Limb -> the joints at its ends."""
_ONE: Final = "|".join(_ENDS)
_MANY: Final = {plural(limb): limb for limb in _ENDS}
_BOTH: Final = "|".join(_MANY)
_EACH_OTHER: Final = "(?:each other|one another)"
_HELD: Final = "(?:(?:are|is|held|kept|exactly|about|roughly) )*parallel"
_LEGS: Final = "legs|shins|calves|lower legs"
"""Of other limbs that are called parallel without a word people mean to the floor."""
_FORMS: Final = (
    form(rf"{IS}{OF_BOTH}(?P<both>{_BOTH}) {_HELD} (?:to|with) {_EACH_OTHER}"),
    form(rf"{IS}{OF_BOTH}(?P<both>{_LEGS}) {_HELD}"),
    form(
        rf"{IS}{BARE_WHOSE}(?P<side>left|right) (?P<limb>{_ONE}) {_HELD} (?:to|with) "
        rf"{BARE_WHOSE}(?P<side2>left|right|other)(?: one| (?P<limb2>{_ONE}))?"
    ),
)


_BETWEEN: Final = (
    form(rf"(?:at )?what angle do {OF_BOTH}(?:two )?(?P<both>{_BOTH}) make(?: (?:with|to) {_EACH_OTHER})?"),
    form(rf"(?:at )?what angle are {OF_BOTH}(?:two )?(?P<both>{_BOTH}) (?:to|from|with) {_EACH_OTHER}"),
    form(rf"(?:whats|what is) the angle between {OF_BOTH}(?:two )?(?P<both>{_BOTH})"),
    form(
        rf"(?:whats|what is) the angle between {BARE_WHOSE}(?P<side>left|right) (?P<limb>{_ONE}) and "
        rf"{BARE_WHOSE}(?P<side2>left|right) (?P<limb2>{_ONE})"
    ),
)
"""Questions for the angle itself."""


class _Limb(NamedTuple):
    name: str
    start: str
    end: str


def parallel(question: str, places: Places) -> Answer | None:
    """The answer to how two limbs run to each other, and their joints; None to any other question.

    Args:
        question: one line of text.
        places: visible joint -> (3,), of one scale.

    >>> from pose2lang3d_sdk.questions.parallel import parallel
    >>> parallel("Are the legs parallel?", {})[0].text
    'I cannot tell: I do not see either hip or either ankle clearly.'
    """
    text = bare(question)
    measured = first_match(text, *_BETWEEN)
    said = measured or first_match(text, *_FORMS)
    if not said:
        return None
    if both := said.get("both"):
        one, other = (_limb(_MANY[both], side) for side in SIDES)
        named = f"the {both}"
    else:
        side = mirror_name(said["side"]) if said["side2"] == "other" else said["side2"]
        one, other = _limb(said["limb"], said["side"]), _limb(said.get("limb2", said["limb"]), side)
        named = f"{one.name} and {other.name}"
    if one == other:
        return None
    joints = in_order({one.start, one.end, other.start, other.end})
    if missing := [joint for joint in joints if joint not in places]:
        return Decoded(not_visible(missing), "unknown", 1.0), ()
    degrees = _degrees_between(one, other, places)
    if measured:
        inner = 180 - degrees if one.end == other.start or other.end == one.start else degrees  # at a joint they share
        return statement(f"{named} are at about {rounded(inner)} degrees to each other", SURE), joints
    belief = 1 - over(min(degrees, 180 - degrees), ERROR, PARALLEL)
    true = belief >= 0.5
    return yes_or_no(true, f"{named} are {'about' if true else 'not'} parallel", sureness(belief)), joints


def _limb(limb: str, side: str) -> _Limb:
    start, end = _ENDS[limb]
    return _Limb(f"the {side} {limb}", f"{side}_{start}", f"{side}_{end}")


def _degrees_between(one: _Limb, other: _Limb, places: Places) -> float:
    """Between the directions of two limbs, 0 to 180."""
    first, second = (places[limb.end] - places[limb.start] for limb in (one, other))
    lengths = max(float(np.linalg.norm(first) * np.linalg.norm(second)), 1e-6)
    return float(np.degrees(np.arccos(np.clip(float(first @ second) / lengths, -1.0, 1.0))))
