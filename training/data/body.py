"""The 26-joint 3D body of the pose data: names, the bone tree, and the COCO-17 joints inside it.

World frame: metres, z up, right-handed; a person facing +x has the left side at +y.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from pose2lang3d_sdk.skeleton import JOINTS

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SHORT: Final = (
    "pelvis", "spine", "chest", "neck", "head_top", "nose", "l_shoulder", "r_shoulder", "l_elbow", "r_elbow",
    "l_wrist", "r_wrist", "l_hand", "r_hand", "l_hip", "r_hip", "l_knee", "r_knee", "l_ankle", "r_ankle",
    "l_toe", "r_toe", "l_eye", "r_eye", "l_ear", "r_ear",
)  # fmt: skip
BODY_JOINTS: Final = tuple({"l": "left", "r": "right"}.get(n[0], n[0]) + n[1:] if n[1] == "_" else n for n in _SHORT)
B: Final = {name: index for index, name in enumerate(BODY_JOINTS)}
COCO: Final = np.array([B[name] for name in JOINTS])
"""(17,) int: where each COCO joint sits among the 26."""

PARENT: Final = np.array(
    [
        B[parent] if parent else -1
        for parent in (
            "", "pelvis", "spine", "chest", "neck", "neck", "chest", "chest", "left_shoulder", "right_shoulder",
            "left_elbow", "right_elbow", "left_wrist", "right_wrist", "pelvis", "pelvis", "left_hip", "right_hip",
            "left_knee", "right_knee", "left_ankle", "right_ankle", "neck", "neck", "neck", "neck",
        )
    ]
)  # fmt: skip
"""(26,) int: the joint each bone starts from; -1 for the pelvis. Parents come before their children."""
BODY_MIRROR: Final = np.array(
    [B[n.replace("left", "#").replace("right", "left").replace("#", "right")] for n in BODY_JOINTS]
)
UPPER: Final = np.array([not any(part in n for part in ("hip", "knee", "ankle", "toe", "pelvis")) for n in BODY_JOINTS])
"""(26,) bool: joints that hang from the spine."""


def bones(joints: NDArray[np.floating]) -> NDArray[np.floating]:
    """(N, 26, 3) joints -> (N, 26, 3) vectors from the parent; the pelvis keeps its position."""
    vectors = joints - joints[:, PARENT]
    vectors[:, 0] = joints[:, 0]
    return vectors


def from_bones(vectors: NDArray[np.floating]) -> NDArray[np.floating]:
    """Inverse of `bones`."""
    joints = vectors.copy()
    for child in range(1, len(PARENT)):
        joints[:, child] += joints[:, PARENT[child]]
    return joints


def mirror(joints: NDArray[np.floating]) -> NDArray[np.floating]:
    """Reflect at the plane y = 0 and swap left and right: the same body as a mirror would show it."""
    return joints[:, BODY_MIRROR] * np.array([1.0, -1.0, 1.0], dtype=joints.dtype)


def rotate(joints: NDArray[np.floating], axis: int, angle: NDArray[np.floating]) -> NDArray[np.floating]:
    """Rotate (N, J, 3) points about a world axis (0 = x, 1 = y, 2 = z) by (N,) radians."""
    a, b = [(1, 2), (2, 0), (0, 1)][axis]
    cos, sin = np.cos(angle)[:, None], np.sin(angle)[:, None]
    turned = joints.copy()
    turned[..., a] = cos * joints[..., a] - sin * joints[..., b]
    turned[..., b] = sin * joints[..., a] + cos * joints[..., b]
    return turned
