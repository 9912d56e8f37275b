"""A hand-made 3D body that tests of facts and data start from."""

from __future__ import annotations

import numpy as np

from training.data.body import B


def standing() -> np.ndarray:
    """A 1.75 m person facing +x, left at +y, arms hanging, legs straight. (26, 3) metres."""
    joints = np.zeros((26, 3))
    middle = {
        "pelvis": (0, 0, 0.95), "spine": (0, 0, 1.10), "chest": (0, 0, 1.30), "neck": (0, 0, 1.50),
        "head_top": (0, 0, 1.75), "nose": (0.10, 0, 1.62),
    }  # fmt: skip
    left = {
        "shoulder": (0, 0.18, 1.45), "elbow": (0, 0.20, 1.17), "wrist": (0, 0.21, 0.92), "hand": (0, 0.21, 0.75),
        "hip": (0, 0.09, 0.93), "knee": (0, 0.10, 0.51), "ankle": (0, 0.10, 0.08), "toe": (0.17, 0.11, 0.02),
        "eye": (0.08, 0.03, 1.65), "ear": (0.0, 0.07, 1.62),
    }  # fmt: skip
    for name, position in middle.items():
        joints[B[name]] = position
    for name, (x, y, z) in left.items():
        joints[B[f"left_{name}"]], joints[B[f"right_{name}"]] = (x, y, z), (x, -y, z)
    return joints
