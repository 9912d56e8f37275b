"""Questions whether somebody is seen straight from one side or half turned, "A front view or three quarters?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.facts import SIDES
from pose2lang3d_sdk.questions.parts import statement, yes_or_no
from pose2lang3d_sdk.questions.words import ANYBODY, BARE_WHOSE, CAMERA, TAG, asks_yes_or_no, bare, first_fit
from pose2lang3d_sdk.skeleton import HIPS, JOINTS, SHOULDERS
from pose2lang3d_sdk.unseen import missing_joints, not_visible
from pose2lang3d_sdk.verdicts import UNSURE

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from pose2lang3d_sdk.questions.parts import Answer

_TRUNK: Final = tuple(JOINTS[index] for index in (*SHOULDERS, *HIPS))
_QUARTER: Final = r"(?:3 ?4s?|three quarters?)(?: (?:view|profile|angle|shot|turn|turned))?"
_STRAIGHT: Final = rf"(?:square(?:ly)?(?: on)?|straight (?:on|(?:at|to|towards?) {CAMERA})|full on|dead on)"
_TURNED: Final = (
    r"(?:(?:a (?:bit|little)|slightly|partly|half) (?:turned|angled|rotated)"
    rf"|(?:turned|angled) (?:(?:a )?(?:bit|little)|slightly)|at an angle|{_QUARTER})"
)
_VIEW: Final = r"(?:(?:the|a) )?(?:front|side|back|frontal|profile|rear)(?: on)?(?: (?:view|profile|shot))?"
_OPENING: Final = (
    rf"(?:(?:is|are|was) (?:(?:it|this|that|{ANYBODY}|we|{BARE_WHOSE}(?:body|photo|picture|shot|view)) )?)?"
    r"(?:(?:looking at|seeing|seen|shown|facing|viewed) )*"
    rf"(?:(?:{CAMERA}|him|her|them|it|{ANYBODY}) )?(?:(?:from|in|at) )?(?:the |an? )?"
)
_FORMS: Final = tuple(
    re.compile(f"^{form}{TAG}")
    for form in (
        rf"{_OPENING}(?:{_VIEW} (?:or )?(?:(?:from|in|at) )?(?:the |an? )?)*{_QUARTER}(?: or (?:from )?{_VIEW})*",
        rf"{_OPENING}{_VIEW} (?:or )?(?:{_VIEW} )?or (?:something |somewhere )?in between",
        rf"{_OPENING}{_STRAIGHT}(?: (?:to|at|towards?|on to)? ?{CAMERA})? or (?:{ANYBODY} )?(?:is |are )?{_TURNED}",
        rf"{_OPENING}{CAMERA} or {_TURNED}(?: and (?:to )?which (?:side|way))?",
        rf"{_OPENING}{_TURNED} or {_STRAIGHT}(?: (?:to|at|towards?)? ?{CAMERA})?",
    )
)


def half_turned(question: str, likeliest: Mapping[str, tuple[str, float]], visible: Collection[str]) -> Answer | None:
    """The answer to a question that knows views between front, side and back, and its joints; None for any other.

    Args:
        question: one line of text.
        likeliest: fact -> class and belief.
        visible: names of the visible joints.

    >>> from pose2lang3d_sdk.questions.quarter_views import half_turned
    >>> seen = {"view": ("front", 0.9), "nearer_side": ("left", 0.8)}
    >>> half_turned("Front view or 3/4?", seen, ())[0].text
    'The person is seen from the front, turned a little: the left side is nearer to the camera.'
    """
    text = bare(question)
    if not first_fit(_FORMS, text):
        return None
    view, belief = likeliest.get("view", ("", 0.0))
    if not view:
        missing = missing_joints(("view",), visible)
        return (Decoded(not_visible(missing), "unknown", 1.0), ()) if missing else None
    joints = tuple(joint for joint in _TRUNK if joint in visible)
    side, sure = likeliest.get("nearer_side", ("", 0.0))
    in_profile = view not in ("front", "back")
    turned = not in_profile and side in SIDES and sure >= UNSURE
    where = f"in profile from the {view.removesuffix('_side')}" if in_profile else f"from the {view}"
    told = f"the person is seen {where}"
    if turned:
        told += f", turned a little: the {side} side is nearer to the camera"
    if side in SIDES and not in_profile:
        belief = min(belief, sure if turned else 1 - sure)
    if asks_yes_or_no(text.split()) and " or " not in text:
        return yes_or_no(turned, told, belief), joints
    return statement(told, belief), joints
