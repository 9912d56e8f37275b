"""Which foot, knee or elbow is nearer to the camera: no fact says it of them, the 3D joints do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk.facts import SIDES
from pose2lang3d_sdk.questions.extremes import EQUALLY
from pose2lang3d_sdk.questions.parts import (
    DEPTH_ERROR,
    first_match,
    form,
    hidden,
    joints_of,
    over,
    sided,
    statement,
    yes_or_no,
)
from pose2lang3d_sdk.questions.words import BARE_WHOSE, CAMERA, bare, plural

if TYPE_CHECKING:
    from pose2lang3d_sdk.questions.parts import Answer, Places
    from pose2lang3d_sdk.verdicts import Verdict

_PART: Final = "foot|ankle|knee|elbow"
_TO_CAMERA: Final = (
    r"(?:the )?(?:(?P<far>farther|further|farthest|furthest)(?: away)?|closer|nearer|closest|nearest) (?:to|from) "
    rf"{CAMERA}"
)
_WHICH: Final = form(rf"(?:which|what)(?: of {BARE_WHOSE})? ?(?P<part>{_PART}) is {_TO_CAMERA}")
_CLOSED: Final = form(
    rf"is {BARE_WHOSE}(?P<side>left|right) (?P<part>{_PART}) {_TO_CAMERA}"
    rf"(?: than {BARE_WHOSE}(?:left|right|other)(?: one| (?:{_PART}))?)?"
)


def nearer_to_camera(question: str, places: Places) -> Answer | None:
    """The answer to which of a pair of joints is nearer to the camera, and the joints; None to any other question.

    Args:
        question: one line of text.
        places: visible joint -> (3,), in torso lengths; z away from the camera.

    >>> import numpy as np
    >>> from pose2lang3d_sdk.questions.nearness import nearer_to_camera
    >>> places = {"left_knee": np.array([0.2, 1.0, -0.5]), "right_knee": np.array([-0.2, 1.0, 0.1])}
    >>> nearer_to_camera("Which knee is closer to the camera?", places)[0].text
    'The left knee is nearer to the camera than the right knee.'
    """
    said = first_match(bare(question), _WHICH, _CLOSED)
    if not said:
        return None
    left, right = pair = [sided(said["part"], side) for side in SIDES]
    if missing := hidden(pair, places):
        return missing
    gap = float(right.middle(places)[2] - left.middle(places)[2])
    sides: tuple[Verdict, Verdict] = ("left", "right") if gap > 0 else ("right", "left")
    belief, far, joints = over(abs(gap), DEPTH_ERROR), "far" in said, joints_of(pair, places)
    verdict = sides[1] if far else sides[0]
    one, other = (left, right) if verdict == "left" else (right, left)
    told = f"{one.name} is {'farther from' if far else 'nearer to'} the camera than {other.name}"
    if "side" in said:
        return yes_or_no(said["side"] == verdict, told, belief), joints
    if abs(gap) < EQUALLY:
        return statement(f"the {plural(said['part'])} are about equally far from the camera", belief, "same"), joints
    return statement(told, belief, verdict), joints
