"""The COCO-17 skeleton: joint names, bones, left/right pairs, visibility and normalisation.

The one definition that the SDK, training, evaluation and exporters import.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection

    from numpy.typing import NDArray

JOINTS: Final = (
    "nose", "left_eye", "right_eye", "left_ear", "right_ear",
    "left_shoulder", "right_shoulder", "left_elbow", "right_elbow", "left_wrist", "right_wrist",
    "left_hip", "right_hip", "left_knee", "right_knee", "left_ankle", "right_ankle",
)  # fmt: skip
JOINT_INDEX: Final = {name: index for index, name in enumerate(JOINTS)}
NUM_JOINTS: Final = len(JOINTS)
SHOULDERS: Final = [JOINT_INDEX["left_shoulder"], JOINT_INDEX["right_shoulder"]]
HIPS: Final = [JOINT_INDEX["left_hip"], JOINT_INDEX["right_hip"]]

FACE: Final = ("nose", "left_eye", "right_eye", "left_ear", "right_ear")

BONES: Final = tuple(
    (JOINT_INDEX[a], JOINT_INDEX[b])
    for a, b in (
        ("nose", "left_eye"), ("nose", "right_eye"), ("left_eye", "left_ear"), ("right_eye", "right_ear"),
        ("left_shoulder", "right_shoulder"), ("left_hip", "right_hip"),
        ("left_shoulder", "left_hip"), ("right_shoulder", "right_hip"),
        ("left_shoulder", "left_elbow"), ("left_elbow", "left_wrist"),
        ("right_shoulder", "right_elbow"), ("right_elbow", "right_wrist"),
        ("left_hip", "left_knee"), ("left_knee", "left_ankle"),
        ("right_hip", "right_knee"), ("right_knee", "right_ankle"),
    )
)  # fmt: skip


def mirror_name(name: str) -> str:
    """Swap left and right in a joint, fact or class name ("left_knee" -> "right_knee")."""
    return "_".join({"left": "right", "right": "left"}.get(part, part) for part in name.split("_"))


_SIDE: Final = re.compile(r"\b(?:left|right)(?=(?:wards?|most)?\b)", re.IGNORECASE)


def mirror_text(text: str) -> str:
    """Swap the words left and right in a text, also inside "left-hand" and "leftwards"; case is kept."""
    return _SIDE.sub(_other_side, text)


def _other_side(match: re.Match[str]) -> str:
    word = match.group()
    other = mirror_name(word.lower())
    if word.isupper():
        return other.upper()
    return other.capitalize() if word[0].isupper() else other


def in_order(joints: Collection[str]) -> tuple[str, ...]:
    """Joint names in the order of `JOINTS`."""
    return tuple(joint for joint in JOINTS if joint in joints)


MIRROR: Final = np.array([JOINT_INDEX[mirror_name(name)] for name in JOINTS])
"""(17,) int: the joint on the other side of the body."""

OKS_SIGMAS: Final = np.array(
    [0.026, 0.025, 0.025, 0.035, 0.035, 0.079, 0.079, 0.072, 0.072, 0.062, 0.062, 0.107, 0.107, 0.087, 0.087, 0.089,
     0.089]
)  # fmt: skip
"""(17,) COCO's spread of each joint when people mark it, in units of the square root of the person's area."""

VISIBLE_SCORE: Final = 0.25
"""A joint at or above this score is seen: facts may rest on it."""
GUESSED_SCORE: Final = 0.15
"""Below this score a joint is absent; between the two it is a hint for the model, never evidence."""


def visible(score: NDArray[np.floating]) -> NDArray[np.bool_]:
    """Joints that facts may rest on. score: (..., 17) in [0, 1] -> (..., 17) bool."""
    return np.asarray(score >= VISIBLE_SCORE)


def normalize(xy: NDArray[np.floating], score: NDArray[np.floating]) -> NDArray[np.float32]:
    """Put keypoints into the frame of the person's own box.

    The box is the tight one round the joints that are at least guessed, not the detector's: the same pose gives
    the same numbers whoever found the person.

    Args:
        xy: (..., 17, 2) pixels, y down.
        score: (..., 17) in [0, 1]; joints under `GUESSED_SCORE` count as missing.

    Returns:
        (..., 17, 3) float32: x, y in [-1, 1] (longer side of the box spans the range, aspect kept, y down) and score.
        A missing joint is (0, 0, 0); its score of 0 marks it missing.
    """
    present = (score >= GUESSED_SCORE)[..., None]
    low = np.where(present, xy, np.inf).min(axis=-2, keepdims=True)
    high = np.where(present, xy, -np.inf).max(axis=-2, keepdims=True)
    anyone = present.any(axis=-2, keepdims=True)
    low, high = np.where(anyone, low, 0.0), np.where(anyone, high, 1.0)
    half = np.maximum((high - low).max(axis=-1, keepdims=True) / 2, 1e-6)
    unit = np.where(present, (xy - (low + high) / 2) / half, 0.0)
    return np.concatenate([unit, np.where(present, score[..., None], 0.0)], axis=-1).astype(np.float32)
