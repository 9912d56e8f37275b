"""How far body parts run through each other: limbs, trunk and head as capsules, which real people keep apart."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

import numpy as np

from pose2lang3d_sdk.facts import SIDES
from training.data.body import B
from training.language.geometry import dot, length

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.floating]

_PARTS: Final = {
    "trunk": ("pelvis", "chest", 0.10),
    "head": ("neck", "head_top", 0.085),
    **{
        f"{side}_{name}": (f"{side}_{a}", f"{side}_{b}", radius)
        for side in SIDES
        for name, a, b, radius in (
            ("upper_arm", "shoulder", "elbow", 0.04), ("forearm", "elbow", "wrist", 0.03),
            ("thigh", "hip", "knee", 0.06), ("shin", "knee", "ankle", 0.04),
        )
    },
}  # fmt: skip
"""Part -> the joints it reaches between and its radius in metres: what is hard inside it, flesh gives way."""
_JOINED: Final = frozenset(
    frozenset(pair)
    for side in SIDES
    for pair in (
        ("trunk", f"{side}_upper_arm"), ("trunk", f"{side}_thigh"), ("head", f"{side}_upper_arm"), ("head", "trunk"),
        (f"{side}_upper_arm", f"{side}_forearm"), (f"{side}_thigh", f"{side}_shin"), ("left_thigh", "right_thigh"),
    )
)  # fmt: skip
"""Parts that share a joint, or lie against each other at the root."""
TOO_DEEP: Final = 0.05
"""Metres that parts of a made-up body may run into each other: nearly all recorded poses stay below it
(`python -m training.data.build` prints the share)."""


def penetration(joints: Floats) -> Floats:
    """How deep two parts of a body that share no joint run into each other at the worst place.

    Args:
        joints: (N, 26, 3) metres.

    Returns:
        (N,) metres, 0 where nothing touches.
    """
    worst = np.zeros(len(joints))
    for one, other in combinations(_PARTS, 2):
        if frozenset((one, other)) in _JOINED:
            continue
        (a, b, thick), (c, d, wide) = _PARTS[one], _PARTS[other]
        gap = _between(*(joints[:, B[name]] for name in (a, b, c, d)))
        worst = np.maximum(worst, thick + wide - gap)
    return worst


def _between(a: Floats, b: Floats, c: Floats, d: Floats) -> Floats:
    """(N,) shortest distance of the segments from a to b and from c to d, all (N, 3).

    After Ericson, *Real-Time Collision Detection*, section 5.1.9.
    """
    u, v, w = b - a, d - c, a - c
    uu, vv = np.maximum(dot(u, u), 1e-12), np.maximum(dot(v, v), 1e-12)
    uv, uw, vw = dot(u, v), dot(u, w), dot(v, w)
    flat = uu * vv - uv**2
    s = np.clip(np.where(flat > 1e-12, (uv * vw - uw * vv) / np.maximum(flat, 1e-12), 0.0), 0, 1)
    t = np.clip((uv * s + vw) / vv, 0, 1)
    s = np.clip((uv * t - uw) / uu, 0, 1)
    return length(w + s[:, None] * u - t[:, None] * v)
