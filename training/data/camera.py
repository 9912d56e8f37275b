"""Random cameras round a pose: position, perspective projection and roll."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.floating]


def sample_cameras(joints: Floats, rng: np.random.Generator) -> Floats:
    """(N, 3) camera positions: every yaw, elevation mostly level but from -15 to 50 degrees, 2 to 9 m away."""
    count = len(joints)
    yaw = rng.uniform(0, 2 * np.pi, count)
    level = rng.normal(4, 7, count)
    anywhere = rng.uniform(-15, 50, count)
    elevation = np.radians(np.clip(np.where(rng.random(count) < 0.65, level, anywhere), -15, 50))
    distance = np.exp(rng.uniform(np.log(2.0), np.log(9.0), count))
    direction = np.stack([np.cos(elevation) * np.cos(yaw), np.cos(elevation) * np.sin(yaw), np.sin(elevation)], axis=1)
    middle = (joints.min(axis=1) + joints.max(axis=1)) / 2
    return middle + distance[:, None] * direction


def project(joints: Floats, camera: Floats, roll: Floats) -> tuple[Floats, Floats]:
    """Pinhole projection with focal length 1, looking at the middle of the body.

    Args:
        joints: (N, J, 3) metres, z up.
        camera: (N, 3) position.
        roll: (N,) radians, rotation of the picture.

    Returns:
        xy (N, J, 2), x right and y down, and depth (N, J) in metres.
    """
    middle = (joints.min(axis=1) + joints.max(axis=1)) / 2
    forward = middle - camera
    forward /= np.linalg.norm(forward, axis=1, keepdims=True)
    right = np.cross(forward, [0.0, 0.0, 1.0])
    right /= np.maximum(np.linalg.norm(right, axis=1, keepdims=True), 1e-9)
    down = np.cross(forward, right)
    cos, sin = np.cos(roll)[:, None], np.sin(roll)[:, None]
    right, down = cos * right + sin * down, cos * down - sin * right
    relative = joints - camera[:, None]
    depth = np.maximum((relative * forward[:, None]).sum(-1), 0.1)
    xy = np.stack([(relative * axis[:, None]).sum(-1) / depth for axis in (right, down)], axis=-1)
    return xy, depth
