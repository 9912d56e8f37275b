"""Vector helpers for named points, shared by the facts and by the rules on marked photos; any number of dimensions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.floating]


def middle(p: dict[str, Floats], joint: str) -> Floats:
    """Halfway between the left and the right joint of that name."""
    return (p[f"left_{joint}"] + p[f"right_{joint}"]) / 2


def length(v: Floats) -> Floats:
    """(N, D) -> (N,)."""
    return np.asarray(np.linalg.norm(v, axis=-1))


def direction(v: Floats) -> Floats:
    """The vectors scaled to length 1; zero stays zero."""
    return v / np.maximum(length(v), 1e-9)[..., None]


def dot(a: Floats, b: Floats) -> Floats:
    """(N, D) and (N, D) or (D,) -> (N,)."""
    return (a * b).sum(axis=-1)


def reject(v: Floats, axis: Floats) -> Floats:
    """What is left of the vectors across the unit vectors of `axis`."""
    return v - dot(v, axis)[..., None] * axis


def angle_between(a: Floats, b: Floats) -> Floats:
    """Angle between vectors in degrees."""
    return np.degrees(np.arccos(np.clip(dot(direction(a), direction(b)), -1, 1)))


def distance_to_segment(point: Floats, a: Floats, b: Floats) -> Floats:
    """Distance of points from the segments from a to b."""
    t = np.clip(dot(point - a, b - a) / np.maximum(dot(b - a, b - a), 1e-9), 0, 1)
    return length(point - a - t[:, None] * (b - a))
