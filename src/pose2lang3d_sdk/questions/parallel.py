"""Whether two limbs run parallel to each other, "Are the shins parallel?": by the 3D joints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from pose2lang3d_sdk.facts import SIDES
from pose2lang3d_sdk.questions.parts import IS, OF_BOTH, Part, first_match, form, hidden, over, sureness, yes_or_no
from pose2lang3d_sdk.questions.words import BARE_WHOSE, bare
from pose2lang3d_sdk.skeleton import in_order

if TYPE_CHECKING:
    from pose2lang3d_sdk.questions.parts import Answer, Places

PARALLEL: Final = 20.0
"""Two limbs are parallel up to so many degrees between them, whichever way each points."""
ERROR: Final = 9.0
"""Scale in degrees of the logistic error of that angle, fitted on the validation subjects."""

_LIMBS: Final = {
    "upper arm": ("shoulder", "elbow"), "forearm": ("elbow", "wrist"), "lower arm": ("elbow", "wrist"),
    "arm": ("shoulder", "wrist"), "thigh": ("hip", "knee"), "upper leg": ("hip", "knee"), "shin": ("knee", "ankle"),
    "lower leg": ("knee", "ankle"), "calf": ("knee", "ankle"), "leg": ("hip", "ankle"),
}  # fmt: skip
"""Limb -> the joints at its ends."""
_PLURALS: Final = {"calves" if limb == "calf" else f"{limb}s": limb for limb in _LIMBS}
_EACH_OTHER: Final = r"(?:to|with) (?:each other|one another)"
_OFTEN_OF_THE_FLOOR: Final = "thighs|upper legs|arms|forearms|lower arms|upper arms"
"""Limbs that people call parallel without a word where they mean the floor."""
_FORMS: Final = (
    form(rf"{IS}{OF_BOTH}(?P<both>{'|'.join(_PLURALS)}) (?:are )?(?:(?:held|kept|exactly) )*parallel {_EACH_OTHER}"),
    form(rf"{IS}{OF_BOTH}(?!{_OFTEN_OF_THE_FLOOR})(?P<both>{'|'.join(_PLURALS)}) (?:are )?(?:(?:held|kept) )*parallel"),
    form(
        rf"{IS}{BARE_WHOSE}(?P<side>left|right) (?P<limb>{'|'.join(_LIMBS)}) (?:is )?(?:(?:held|kept) )*parallel "
        rf"(?:to|with) (?:{BARE_WHOSE}(?P<side2>left|right) (?P<limb2>{'|'.join(_LIMBS)})|{BARE_WHOSE}other(?: one)?)"
    ),
)


def parallel(question: str, places: Places) -> Answer | None:
    """The answer to whether two limbs are parallel to each other, and their joints; None to any other question.

    Args:
        question: one line of text.
        places: visible joint -> (3,), of one scale.

    >>> from pose2lang3d_sdk.questions.parallel import parallel
    >>> parallel("Are the legs parallel?", {})[0].text
    'I cannot tell: both hips and both ankles are not visible.'
    """
    said = first_match(bare(question), *_FORMS)
    if not said:
        return None
    if both := said.get("both"):
        limbs = [_limb(_PLURALS[both], side) for side in SIDES]
        named = f"the {both}"
    else:
        other = said.get("side2") or next(side for side in SIDES if side != said["side"])
        limbs = [_limb(said["limb"], said["side"]), _limb(said.get("limb2", said["limb"]), other)]
        named = f"{limbs[0].name} and {limbs[1].name}"
    if limbs[0] == limbs[1]:
        return None
    joints = in_order({joint for limb in limbs for joint in limb.joints})
    if missing := hidden([Part(joint, (joint,)) for joint in joints], places):
        return missing
    apart = _angle_between(limbs, places)
    belief = 1 - over(apart, ERROR, PARALLEL)
    true = belief >= 0.5
    return yes_or_no(true, f"{named} are {'about' if true else 'not'} parallel", sureness(belief)), joints


def _limb(limb: str, side: str) -> Part:
    start, end = _LIMBS[limb]
    return Part(f"the {side} {limb}", (f"{side}_{start}", f"{side}_{end}"))


def _angle_between(limbs: list[Part], places: Places) -> float:
    """Degrees between the lines of two limbs, 0 to 90."""
    one, other = (places[limb.joints[1]] - places[limb.joints[0]] for limb in limbs)
    length = max(float(np.linalg.norm(one) * np.linalg.norm(other)), 1e-6)
    return float(np.degrees(np.arccos(min(abs(float(one @ other)) / length, 1.0))))
