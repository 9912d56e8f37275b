"""Where a face looks, and from which side it is seen: "Where is he looking?", "Head in profile or 3/4?"."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

import numpy as np

from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.questions.parts import over, statement, yes_or_no
from pose2lang3d_sdk.questions.words import ASIDE, BARE_WHOSE, SOMEBODY, TAG, bare
from pose2lang3d_sdk.skeleton import FACE, JOINT_INDEX, in_order
from pose2lang3d_sdk.unseen import not_visible

if TYPE_CHECKING:
    from collections.abc import Collection

    from numpy.typing import NDArray

    from pose2lang3d_sdk.questions.parts import Answer

TURNED: Final = 25.0
"""Degrees from which on a face looks to a side of the picture."""
PROFILE: Final = 42.0
"""Measured degrees from which on it is seen in profile: nets set the eye that is hidden then beside the other, which
makes the turn look less. Between the two it is seen in three quarters."""
TURN_SPREAD: Final = 6.0
PROFILE_SPREAD: Final = 8.0
"""Scales in degrees of the logistic errors of such turns."""
LOOKS: Final[tuple[str, ...]] = ("head_turn", "head_nod", "facing_lens")
"""The facts that say where somebody looks."""
DULL: Final = {"head_turn": "straight", "head_nod": "level", "facing_lens": "no"}
"""Their classes that are not worth adding to another."""

_HEAD: Final = {"ear": (0.075, 0.0), "eye": (0.032, 0.085), "nose": (0.0, 0.115)}
"""Metres that a point of a head is to its own side and ahead, from the middle of the ears."""
_FACE: Final = rf"{BARE_WHOSE}(?:head|face|gaze|nose|chin|eyes)"
_LOOKING: Final = r"(?:looking|gazing|staring|glancing)"
_WHICH_WAY: Final = r"(?:in )?(?:what|which) (?:way|direction)"
_WHERE: Final = re.compile(
    rf"^{ASIDE}(?:(?:wheres|where is|where are|{_WHICH_WAY} (?:is|are)) "
    rf"(?:{SOMEBODY} {_LOOKING}|{_FACE} (?:{_LOOKING}|pointing|facing|directed|going|aimed))"
    rf"|(?:where|{_WHICH_WAY}) (?:does|do) (?:{SOMEBODY} (?:look|gaze)|{_FACE} (?:look|point|face|go))"
    rf"|(?:(?:whats|what is) )?{BARE_WHOSE}(?:gaze direction|direction of {BARE_WHOSE}gaze))"
    rf"(?: (?:to|at|towards?))?{TAG}"
)
_VIEWS: Final = {
    "profile": r"(?:profile|side(?: (?:view|on))?)",
    "quarter": r"(?:3 4s?|three quarters?)(?: view)?",
    "front": r"(?:front(?:al)?(?: (?:view|on))?|straight on|full face)",
}
_FROM: Final = r"(?:(?:seen|shown|is|are|turned|in|from|an?|the|at) )*"
_VIEW: Final = rf"(?:{'|'.join(_VIEWS.values())})"
_SEEN: Final = tuple(
    re.compile(f"^{ASIDE}{form}{TAG}")
    for form in (
        rf"(?:(?:is|are) )?{BARE_WHOSE}(?:head|face) {_FROM}{_VIEW}(?: (?:or )?{_FROM}{_VIEW})*",
        rf"{_FROM}{_VIEW}(?: (?:or )?{_FROM}{_VIEW})* (?:of (?:the|his|her) )?(?:head|face)",
    )
)


def asks_where_one_looks(question: str) -> bool:
    """Whether a question asks for the direction of the face and offers none.

    >>> from pose2lang3d_sdk.questions.gazing import asks_where_one_looks
    >>> asks_where_one_looks("Where is he looking?"), asks_where_one_looks("Is he looking down?")
    (True, False)
    """
    return _WHERE.match(bare(question)) is not None


def face_view(question: str, keypoints: NDArray[np.floating], visible: Collection[str]) -> Answer | None:
    """The answer to from which side the face is seen, and its joints; None for any other question.

    Args:
        question: one line of text.
        keypoints: (17, 3) from `skeleton.normalize`.
        visible: names of the visible joints.

    >>> import numpy as np
    >>> from pose2lang3d_sdk.questions.gazing import face_view
    >>> face_view("Head in profile or three quarters?", np.zeros((17, 3)), ())[0].text
    'I cannot tell: I do not see the nose clearly.'
    """
    text = bare(question)
    asked = [name for name, form in _VIEWS.items() if re.search(rf"\b{form}\b", text)]
    if asked in ([], ["front"]) or not any(form.match(text) for form in _SEEN):  # a frontal face looks at the camera
        return None
    if missing := unseen_face(visible):
        return Decoded(not_visible(missing), "unknown", 1.0), ()
    turn, side = turn_of_face(keypoints, visible)
    aside, much = over(turn, TURN_SPREAD, TURNED), over(turn, PROFILE_SPREAD, PROFILE)
    beliefs = {"front": 1 - aside, "quarter": aside - much, "profile": much}
    view, belief = max(beliefs.items(), key=lambda item: item[1])
    told = {
        "front": "the face is seen from the front",
        "quarter": f"the face is seen in three quarters, turned to the {side} of the picture",
        "profile": f"the face is seen in profile, turned to the {side} of the picture",
    }[view]
    joints = tuple(joint for joint in FACE if joint in visible)
    if len(asked) > 1 or not text.startswith(("is ", "are ")):
        return statement(told, belief), joints
    return yes_or_no(view == asked[0], told, belief if view == asked[0] else 1 - beliefs[asked[0]]), joints


def unseen_face(visible: Collection[str]) -> tuple[str, ...]:
    """What of the face would have to be seen to tell where it looks."""
    if "nose" not in visible:
        return ("nose",)
    return () if len(set(FACE).intersection(visible)) > 2 else in_order(set(FACE).difference(visible))


def turn_of_face(keypoints: NDArray[np.floating], visible: Collection[str]) -> tuple[float, str]:
    """By how many degrees, and to which side of the picture, a head of ordinary shape is turned to show its points so.

    Args:
        keypoints: (17, 3) from `skeleton.normalize`.
        visible: names of the visible joints, the nose among them (`unseen_face`).
    """
    names = [name for name in FACE if name in visible]
    shape = np.array([_HEAD[name.rpartition("_")[2]] for name in names])
    shape[:, 0] *= [-1 if name.startswith("right") else 1 for name in names]
    x = keypoints[[JOINT_INDEX[name] for name in names], 0].astype(float)
    across, ahead, _ = np.linalg.lstsq(np.column_stack([shape, np.ones(len(names))]), x, rcond=None)[0]
    return math.degrees(math.atan2(abs(ahead), abs(across))), "left" if ahead < 0 else "right"
