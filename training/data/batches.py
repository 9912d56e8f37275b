"""One training or test batch: poses seen by random cameras through a simulated detector, with all their labels."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

import numpy as np

from pose2lang3d_sdk.facts import ANGLES, FACTS
from pose2lang3d_sdk.skeleton import HIPS, JOINTS, MIRROR, SHOULDERS, VISIBLE_SCORE
from training.data.body import COCO
from training.data.camera import project, sample_cameras
from training.data.detector import NOISE_LEVELS, detect
from training.data.marks import marked_joints
from training.language.facts import compute_angles, compute_facts
from training.language.pose import PoseFacts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from training.data.poses import PoseSet

    Floats = NDArray[np.floating]

ROLL_SIGMA = np.radians(4.0)
POOL_LASTS = 300_000
"""Poses seen before the synthetic ones are drawn anew, which takes seconds: no pose is learnt by heart."""


@dataclass(frozen=True)
class Batch:
    """Arrays of N persons.

    Attributes:
        keypoints: (N, 17, 3) float32, the student's input.
        labels: (N, len(FACTS)) int8 class index, -1 undecided.
        angles: (N, 9) float32 degrees.
        joints3d: (N, 17, 3) float32, camera axes (x right, y down, z away), mid-hip at 0, in torso lengths.
        reliability: (N, 17) float32, how right each keypoint is.
        bodies: (N, 17, 7) float32, what the 3D teacher sees of each joint, all in torso lengths: its place from
            the mid-hip in upright axes (x right of the camera, y away from it, z up), its height above the floor (0
            where there is none), its place from the mid-hip in the axes of the camera, tilted as it is (x right, y
            down, z away).
    """

    keypoints: NDArray[np.float32]
    labels: NDArray[np.int8]
    angles: NDArray[np.float32]
    joints3d: NDArray[np.float32]
    reliability: NDArray[np.float32]
    bodies: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.keypoints)

    def mirrored_keypoints(self) -> NDArray[np.float32]:
        """`keypoints` of the mirrored people."""
        return self.keypoints[:, MIRROR] * np.array([-1, 1, 1], np.float32)

    def pose_facts(self, index: int) -> PoseFacts:
        """The language side's view of one person."""
        labels = {f.name: f.classes[c] for f, c in zip(FACTS, self.labels[index], strict=True) if c >= 0}
        angles = dict(zip(ANGLES, self.angles[index].tolist(), strict=True))
        seen = self.keypoints[index, :, 2] >= VISIBLE_SCORE
        return PoseFacts(labels, angles, frozenset(name for name, s in zip(JOINTS, seen, strict=True) if s))


def endless_batches(
    pool: PoseSet, draw_pool: Callable[[np.random.Generator], PoseSet], rng: np.random.Generator, size: int
) -> Iterator[Batch]:
    """Batches of `size` random poses of the pool, which `draw_pool` makes anew every `POOL_LASTS` poses."""
    for number in count(1):
        yield make_batch(pool[rng.integers(0, len(pool), size)], rng)
        if number % (POOL_LASTS // size) == 0:
            pool = draw_pool(rng)


def make_batch(
    poses: PoseSet, rng: np.random.Generator, *, noise: str | None = None, cut: bool = True, flat: bool = False
) -> Batch:
    """See every pose once.

    Args:
        poses: N poses.
        rng: source of all randomness.
        noise: a name of `detector.NOISE_LEVELS`; default a level drawn for each person.
        cut: whether picture borders and objects may hide joints.
        flat: labels and angles of the body pressed flat into the picture plane: what 2D geometry alone would say.
    """
    joints = poses.joints.astype(np.float64)
    count = len(joints)
    camera = sample_cameras(joints, rng)
    roll = rng.normal(0, ROLL_SIGMA, count)
    xy, depth = project(marked_joints(joints, rng), camera, roll)
    level = np.full(count, NOISE_LEVELS[noise]) if noise else np.abs(rng.normal(0.9, 0.5, count))
    keypoints, reliability = detect(xy, depth, rng, level=level, cut=cut)
    judged = _flattened(joints, camera) if flat else joints
    return Batch(
        keypoints,
        compute_facts(judged, camera, poses.floor, poses.seated),
        compute_angles(judged).astype(np.float32),
        _camera_joints(xy, depth),
        reliability,
        _bodies(joints[:, COCO], camera, poses.floor, project(joints, camera, np.zeros(count))),
    )


def _flattened(joints: Floats, camera: Floats) -> Floats:
    """The joints (N, 26, 3) in the upright plane through the pelvis that faces the camera."""
    pelvis = joints[:, :1]
    away = (pelvis[:, 0] - camera) * [1.0, 1.0, 0.0]
    away = (away / np.maximum(np.linalg.norm(away, axis=1, keepdims=True), 1e-6))[:, None]
    return joints - ((joints - pelvis) * away).sum(axis=-1, keepdims=True) * away


def _camera_joints(xy: Floats, depth: Floats) -> NDArray[np.float32]:
    _, joints = _from_root(np.concatenate([xy * depth[..., None], depth[..., None]], axis=-1))
    return (joints / _torso(joints)).astype(np.float32)


def _bodies(joints: Floats, camera: Floats, floor: Floats, seen: tuple[Floats, Floats]) -> NDArray[np.float32]:
    """joints: the COCO ones in the world; seen: `project` of all 26."""
    root, upright = _from_root(joints)
    away = (root[:, 0] - camera)[:, :2]
    away = away / np.maximum(np.linalg.norm(away, axis=1, keepdims=True), 1e-6)
    right = np.stack([away[:, 1], -away[:, 0]], axis=1)
    level = [(upright[..., :2] * axis[:, None]).sum(axis=-1) for axis in (right, away)]
    height = np.nan_to_num(joints[..., 2] - floor[:, None])
    xy, depth = (array[:, COCO] for array in seen)
    _, tilted = _from_root(np.concatenate([xy * depth[..., None], depth[..., None]], axis=-1))
    channels = [*level, upright[..., 2], height, *np.moveaxis(tilted, -1, 0)]
    return (np.stack(channels, axis=-1) / _torso(upright)).astype(np.float32)


def _from_root(joints: Floats) -> tuple[Floats, Floats]:
    """(N, 17, 3) -> the mid-hip (N, 1, 3) and the joints from there."""
    root = joints[:, HIPS].mean(axis=1, keepdims=True)
    return root, joints - root


def _torso(joints: Floats) -> Floats:
    """Torso length (N, 1, 1) of joints that are given from the mid-hip."""
    return np.maximum(np.linalg.norm(joints[:, SHOULDERS].mean(axis=1, keepdims=True), axis=-1, keepdims=True), 1e-3)
