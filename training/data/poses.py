"""The motion-capture poses: loading, the split by subject, and the rule that keeps test poses out of training."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from training.data.body import BODY_JOINTS, B, mirror, rotate

Floats = NDArray[np.floating]

TEST_SUBJECTS: Final = ("hdm05_mm", "hdm05_tr", "cmu_005", "cmu_049", "cmu_135", "cmu_014", "cmu_008", "cmu_016")
"""Never trained on and never tuned on."""
VALIDATION_SUBJECTS: Final = ("cmu_086", "cmu_006")
TOO_CLOSE: Final = 0.05
"""Metres RMS over all joints, at the same heading: a training pose this close to a held-out one is dropped."""
CLIMBING_SUBJECTS: Final = ("cmu_001",)


@dataclass(frozen=True)
class PoseSet:
    """3D poses with their floor.

    Attributes:
        joints: (N, 26, 3) float32 metres, z up, pelvis above the origin.
        floor: (N,) float32 height of the floor, NaN where unknown.
        source: (N,) what each pose comes from ("cmu", "hdm05", ... or "synthetic").
        seated: (N,) bool, True where the pose is known to rest on a raised seat.
    """

    joints: NDArray[np.float32]
    floor: NDArray[np.float32]
    source: NDArray[np.str_]
    seated: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.joints)

    def __getitem__(self, index: NDArray[np.generic] | slice) -> PoseSet:
        return PoseSet(*(getattr(self, f.name)[index] for f in fields(self)))


def join(sets: list[PoseSet]) -> PoseSet:
    """Concatenate pose sets."""
    return PoseSet(*(np.concatenate([getattr(s, f.name) for s in sets]) for f in fields(PoseSet)))


def load_splits(path: Path | str, *, people: float = 1.0, seed: int = 0) -> dict[str, PoseSet]:
    """Read `poses_open_all.npz` -> {"train", "validation", "test"}; validation and test hold distinct poses only.

    Args:
        path: the file.
        people: share of the training subjects that are kept, in (0, 1]; smaller shares lie within larger ones.
        seed: which of them.

    Raises:
        FileNotFoundError: the file is not there.
        ValueError: its joints are not the 26 of `body.BODY_JOINTS`.
    """
    data = np.load(path)
    short = tuple(n.replace("left_", "l_").replace("right_", "r_") for n in BODY_JOINTS)
    if tuple(data["joint_names"]) != short:
        msg = f"{path}: unexpected joint names {tuple(data['joint_names'])}"
        raise ValueError(msg)
    joints = data["joints"].copy()
    joints[..., :2] -= joints[:, :1, :2]
    lowest = joints[..., 2].min(axis=1)
    subject = data["subject"]
    unknown = np.isin(subject, CLIMBING_SUBJECTS) | (lowest < -0.12) | (lowest > 0.6)
    floor = np.where(unknown, np.nan, 0.0).astype(np.float32)
    poses = PoseSet(joints, floor, data["dataset"], np.zeros(len(joints), dtype=bool))
    test, validation = np.isin(subject, TEST_SUBJECTS), np.isin(subject, VALIDATION_SUBJECTS)
    held_out = joints[test | validation]
    # Training sees mirror images too, so a pose whose mirror image is held out must not stay.
    train = ~(test | validation) & ~close_to(joints, np.concatenate([held_out, mirror(held_out)]))
    if people < 1:
        subjects = np.random.default_rng(seed).permutation(np.unique(subject[train]))
        train &= np.isin(subject, subjects[: round(people * len(subjects))])
    return {"train": poses[train], "validation": poses[validation & data["novel"]], "test": poses[test & data["novel"]]}


def face_forward(joints: Floats) -> Floats:
    """Turn every (N, 26, 3) pose about z so that its pelvis faces +x."""
    left = joints[:, B["left_hip"]] - joints[:, B["right_hip"]]
    return rotate(joints, 2, np.pi / 2 - np.arctan2(left[:, 1], left[:, 0]))


def close_to(joints: Floats, held_out: Floats, limit: float = TOO_CLOSE) -> NDArray[np.bool_]:
    """(N,) bool: the pose lies within `limit` metres RMS of any held-out pose, both turned to the same heading."""
    flat = face_forward(joints).reshape(len(joints), -1)
    other = face_forward(held_out).reshape(len(held_out), -1)
    other_norm = (other**2).sum(axis=1)
    bound = limit**2 * joints.shape[1]
    near = np.zeros(len(flat), dtype=bool)
    for start in range(0, len(flat), 2000):
        part = flat[start : start + 2000]
        squared = (part**2).sum(axis=1)[:, None] + other_norm - 2 * part @ other.T
        near[start : start + 2000] = (squared < bound).any(axis=1)
    return near
