"""How far the angles and the 3D joints of the shipped student are from the true ones.

    python -m evaluation.joints --poses poses_open_all.npz

Of the held-out test subjects, seen through the simulated detector. Joints are compared from the mid-hip, in torso
lengths: the mean distance per joint (MPJPE), and the same after the best rotation and scale (PA-MPJPE), beside that of
the keypoints alone with every joint at one depth.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import torch

from pose2lang3d_sdk.facts import ANGLES, FACTS
from pose2lang3d_sdk.runtime import make_session
from pose2lang3d_sdk.skeleton import VISIBLE_SCORE
from pose2lang3d_sdk.weights import embedded
from training.data.batches import make_batch
from training.data.detector import NOISE_LEVELS
from training.data.poses import load_splits
from training.models.facts_head import needs_table, unseen_facts

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from training.data.batches import Batch

    Floats = NDArray[np.floating]

FEWEST: Final = 4
"""Joints that are aligned; fewer can nearly always be turned onto each other."""


def angle_errors(angles: Floats, batch: Batch) -> dict[str, float]:
    """Joint -> median error in degrees where it is visible, of both sides together. angles: (N, 9)."""
    seen = unseen_facts(torch.from_numpy(batch.keypoints), needs_table()).numpy()[:, len(FACTS) :] == 0
    errors: dict[str, list[Floats]] = {}
    for column, name in enumerate(ANGLES):
        off = np.abs(angles[:, column] - batch.angles[:, column])[seen[:, column]]
        errors.setdefault(name.rpartition("_")[2], []).append(off)
    return {joint: float(np.median(np.concatenate(off))) for joint, off in errors.items()}


def aligned(joints: Floats, true: Floats) -> Floats:
    """Joints (J, 3) turned, scaled and moved to lie as near as can be to the true ones (orthogonal Procrustes)."""
    middle, goal = joints.mean(axis=0), true.mean(axis=0)
    u, size, v = np.linalg.svd((joints - middle).T @ (true - goal))
    flip = np.array([1.0, 1.0, np.sign(np.linalg.det(u @ v))])
    scale = (size * flip).sum() / max(float(((joints - middle) ** 2).sum()), 1e-9)
    return scale * (joints - middle) @ (u * flip) @ v + goal


def joint_errors(joints: Floats, true: Floats, seen: NDArray[np.bool_]) -> tuple[float, float]:
    """MPJPE and PA-MPJPE over the seen joints; people with fewer than four are left out.

    joints, true: (N, 17, 3). seen: (N, 17).
    """
    plain, best = [], []
    for found, goal, rows in zip(joints, true, seen, strict=True):
        if rows.sum() >= FEWEST:
            plain.append(np.linalg.norm(found[rows] - goal[rows], axis=-1))
            best.append(np.linalg.norm(aligned(found[rows], goal[rows]) - goal[rows], axis=-1))
    return float(np.concatenate(plain).mean()), float(np.concatenate(best).mean())


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.joints", description=__doc__.splitlines()[0])
    parser.add_argument("--poses", type=Path, required=True, help="poses_open_all.npz")
    parser.add_argument("--persons", type=int, default=4000)
    parser.add_argument("--split", choices=("validation", "test"), default="test")
    parser.add_argument("--seed", type=int, default=17)
    arguments = parser.parse_args()
    people = load_splits(arguments.poses)[arguments.split]
    session = make_session(embedded().locate("student_pose"), threads=1)
    for noise in NOISE_LEVELS:
        rng = np.random.default_rng(arguments.seed)
        batch = make_batch(people[rng.integers(0, len(people), arguments.persons)], rng, noise=noise)
        angles, joints = session.run(["angles", "joints3d"], {"keypoints": batch.keypoints})
        errors = angle_errors(angles, batch)
        print(f"{noise}: median error in degrees", ", ".join(f"{joint} {off:.0f}" for joint, off in errors.items()))
        seen = batch.keypoints[..., 2] >= VISIBLE_SCORE
        mpjpe, aligned_mpjpe = joint_errors(joints, batch.joints3d, seen)
        _, flat = joint_errors(batch.keypoints * [1, 1, 0], batch.joints3d, seen)
        print(f"  MPJPE {mpjpe:.2f}, PA-MPJPE {aligned_mpjpe:.2f}, of the flat keypoints {flat:.2f} torso lengths")


if __name__ == "__main__":
    main()
