"""Where people, and nets that learnt from people, mark the joints of a body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from pose2lang3d_sdk.skeleton import JOINT_INDEX
from training.data.body import COCO

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.floating]

HIPS: Final = (0.47, 0.06)
"""Distance of the marked hips in trunk lengths, mean and spread: half as wide again as the joints of motion capture.
Set by `python -m evaluation.shapes` to lie between COCO's and MPII's people."""
SHOULDERS: Final = (0.62, 0.80)
"""The same of the shoulders: recordings that lie outside are brought to the nearer end."""


def marked_joints(joints: Floats, rng: np.random.Generator) -> Floats:
    """The COCO joints of (N, 26, 3) bodies where a person would mark them, (N, 17, 3): hips farther out."""
    marks = joints[:, COCO].copy()
    count = len(marks)
    middle = {name: (marks[:, a] + marks[:, b]) / 2 for name, (a, b) in _PAIRS.items()}
    trunk = np.linalg.norm(middle["shoulder"] - middle["hip"], axis=1)
    width = {name: np.linalg.norm(marks[:, a] - marks[:, b], axis=1) / trunk for name, (a, b) in _PAIRS.items()}
    wanted = {
        "shoulder": np.clip(width["shoulder"], *SHOULDERS) * rng.normal(1, 0.05, count),
        "hip": np.clip(rng.normal(*HIPS, count), 0.3, 0.65),
    }
    for name, pair in _PAIRS.items():
        grow = (wanted[name] / np.maximum(width[name], 1e-6))[:, None]
        for joint in pair:
            marks[:, joint] = middle[name] + grow * (marks[:, joint] - middle[name])
    return marks


_PAIRS: Final = {name: (JOINT_INDEX[f"left_{name}"], JOINT_INDEX[f"right_{name}"]) for name in ("shoulder", "hip")}
