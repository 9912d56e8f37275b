"""Makes clean projected joints look like the output of a 2D keypoint estimator.

Jitter per joint (COCO OKS sigmas: larger at hips, smaller at the face) that twins partly share, self-occlusion, limbs
made out badly, limb swaps, joints drawn to the other side, frame cuts, and scores that are low where the
point is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from pose2lang3d_sdk.skeleton import JOINT_INDEX, MIRROR, OKS_SIGMAS, VISIBLE_SCORE, normalize

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.floating]

NOISE_LEVELS: Final = {"clean": 0.0, "low": 0.5, "middle": 1.0, "high": 1.8}
"""Named multiples of the ordinary noise; training draws a level of its own for every person."""
_SPREAD: Final = np.array([0.36] * 5 + [0.36] * 2 + [0.35] * 2 + [0.28] * 2 + [0.46] * 2 + [0.26] * 2 + [0.35] * 2)
"""Jitter of a joint that is not occluded, in OKS sigmas, and `_SURE` its score: fitted to the embedded estimator's
median error and score against people's marks on real photos (`python -m evaluation.noise` prints both)."""
_SURE: Final = np.array([0.67] * 5 + [0.76] * 2 + [0.65] * 2 + [0.57] * 2 + [0.68] * 2 + [0.69] * 2 + [0.63] * 2)
_ALONG: Final = np.array([1.0] * 11 + [1.28] * 2 + [1.1] * 2 + [1.25] * 2)
"""Jitter along the trunk, in units of the root mean square of both directions; across it is less by as much."""
_TOGETHER: Final = np.array([0.95] * 5 + [0.0] * 6 + [0.97] * 2 + [0.85] * 2 + [0.8] * 2)
"""How far a joint and its twin err alike along the trunk (correlation): a net, like people, marks both hips too high or
both too low. Both fitted likewise."""
_LIMBS: Final = tuple(
    tuple(JOINT_INDEX[f"left_{n}"] for n in names) for names in (("elbow", "wrist"), ("knee", "ankle"), ("wrist",))
)
_HARD: Final = (
    (("elbow", "wrist"), 0.15), (("wrist",), 0.06), (("hip",), 0.06), (("knee", "ankle"), 0.11), (("ankle",), 0.10),
)  # fmt: skip
"""How often the net makes out a limb's outer joints badly: clutter, dark clothes, blur. Fitted likewise."""
_TRUNK: Final = [JOINT_INDEX[n] for n in ("left_shoulder", "right_shoulder", "right_hip", "left_hip")]
_FACE: Final = slice(0, 5)
_CUT_DEPTHS: Final = (0.3, 0.42, 0.28)
"""How often a body that the frame cuts below is cut at the shins, the thighs and the waist."""


def detect(
    xy: Floats, depth: Floats, rng: np.random.Generator, *, level: Floats, cut: bool = True
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Simulated detection.

    Args:
        xy: (N, 17, 2) projected COCO joints, any scale, y down.
        depth: (N, 17) distance from the camera, metres.
        rng: source of all randomness.
        level: (N,) noise multiple, 1 = ordinary.
        cut: whether the picture's border and objects may hide parts of the person.

    Returns:
        keypoints (N, 17, 3) float32 as `skeleton.normalize` gives them, missing joints zero; and how right each joint
        is, (N, 17) in [0, 1]: 1 = exactly on the spot, 0 = missing.
    """
    noisy, score = distort(xy, depth, rng, level=level)
    if cut:
        score = np.where(_cut_off(noisy, rng), 0.0, score)
    few = (score >= VISIBLE_SCORE).sum(axis=1) < 4  # nobody would be reported: keep such a person whole
    score = np.where(few[:, None], np.maximum(score, 0.35), score)
    keypoints = normalize(noisy, score)
    error = np.linalg.norm(noisy - xy, axis=-1) / (_size(xy)[:, None] * OKS_SIGMAS * 2)
    return keypoints, (np.exp(-(error**2) / 2) * (keypoints[..., 2] > 0)).astype(np.float32)


def distort(xy: Floats, depth: Floats, rng: np.random.Generator, *, level: Floats) -> tuple[Floats, Floats]:
    """What the net makes of joints inside the picture: positions (N, 17, 2) in the scale of `xy`, scores (N, 17)."""
    count = len(xy)
    size = _size(xy)
    occluded = _behind_trunk(xy, depth) | _behind_limb(xy, depth, size)
    facing_away = xy[:, JOINT_INDEX["left_ear"], 0] < xy[:, JOINT_INDEX["right_ear"], 0]
    hidden_face = facing_away[:, None] & (rng.random((count, 5)) < 0.5)
    occluded[:, _FACE] |= hidden_face & np.array([True, True, True, False, False])

    hard = _hard_limbs(count, rng, level)

    spread = OKS_SIGMAS * size[:, None] * level[:, None] * np.where(occluded | hard, 1.0, _SPREAD)
    # Heavy tails: most joints are good, a few are far off, and doubtful ones tend to be far off.
    tail = np.where(rng.random((count, 17)) < 0.05 * level[:, None], rng.uniform(2.5, 6, (count, 17)), 1.0)
    noisy = xy + _jitter(xy, rng) * (spread * tail)[..., None]
    error = np.linalg.norm(noisy - xy, axis=-1) / np.maximum(size[:, None] * OKS_SIGMAS * 2, 1e-9)

    score = _SURE - 0.16 * np.minimum(error, 3) - 0.22 * occluded - 0.35 * hard
    score += rng.normal(0, 0.10, (count, 17)) + rng.normal(0, 0.09, (count, 1))
    noisy, score = _swap_limbs(noisy, score, rng, level)
    return noisy, np.clip(score, 0.02, 0.98)


def _jitter(xy: Floats, rng: np.random.Generator) -> Floats:
    """Errors (N, 17, 2) of unit size, alike in left and right as far as `_TOGETHER` says."""
    across, along, shared = rng.normal(size=(3, *xy.shape[:2]))
    shared = shared[:, np.minimum(MIRROR, np.arange(17))]
    along = _ALONG * (np.sqrt(_TOGETHER) * shared + np.sqrt(1 - _TOGETHER) * along)
    across *= np.sqrt(2 - _ALONG**2)
    trunk = xy[:, _TRUNK[2:]].mean(axis=1) - xy[:, _TRUNK[:2]].mean(axis=1)
    trunk /= np.maximum(np.linalg.norm(trunk, axis=1), 1e-9)[:, None]
    x, y = trunk[:, None, 0], trunk[:, None, 1]
    return np.stack([x * along - y * across, y * along + x * across], axis=-1)


def _hard_limbs(count: int, rng: np.random.Generator, level: Floats) -> NDArray[np.bool_]:
    """(N, 17): joints that the net makes out badly."""
    hard = np.zeros((count, 17), dtype=bool)
    for names, share in _HARD:
        for side in ("left", "right"):
            joints = [JOINT_INDEX[f"{side}_{name}"] for name in names]
            hard[:, joints] |= (rng.random(count) < share * level)[:, None]
    return hard


def _size(xy: Floats) -> Floats:
    """Square root of a person's area, taken from the longer side of the joints' box. (N,)."""
    return np.ptp(xy, axis=1).max(axis=1) * 0.55


def _behind_trunk(xy: Floats, depth: Floats) -> NDArray[np.bool_]:
    """(N, 17): elbow, wrist, knee or ankle lies inside the trunk's outline and farther away than it."""
    corner = xy[:, _TRUNK]
    following = np.roll(corner, -1, axis=1)
    edge, to = following - corner, xy[:, :, None] - corner[:, None]
    side = edge[:, None, :, 0] * to[..., 1] - edge[:, None, :, 1] * to[..., 0]
    inside = (side > 0).all(-1) | (side < 0).all(-1)
    behind = depth > depth[:, _TRUNK].mean(axis=1, keepdims=True) + 0.05
    limb = np.arange(17) >= JOINT_INDEX["left_elbow"]
    limb[[JOINT_INDEX["left_hip"], JOINT_INDEX["right_hip"]]] = False
    return inside & behind & limb


def _behind_limb(xy: Floats, depth: Floats, size: Floats) -> NDArray[np.bool_]:
    """(N, 17): the joint's twin on the other side stands right before it."""
    gap = np.linalg.norm(xy - xy[:, MIRROR], axis=-1)
    return (gap < 0.12 * size[:, None]) & (depth > depth[:, MIRROR] + 0.08)


def _swap_limbs(xy: Floats, score: Floats, rng: np.random.Generator, level: Floats) -> tuple[Floats, Floats]:
    """Left and right confused (whole person rarely, one limb a little more) or both drawn to the same spot."""
    xy, score = xy.copy(), score.copy()
    whole = rng.random(len(xy)) < 0.004 * level
    xy[whole], score[whole] = xy[whole][:, MIRROR], score[whole][:, MIRROR] * 0.9
    for limb in _LIMBS:
        left, right = list(limb), [int(MIRROR[j]) for j in limb]
        swap = np.flatnonzero(rng.random(len(xy)) < 0.008 * level)
        for both in (xy, score):
            both[np.ix_(swap, left + right)] = both[np.ix_(swap, right + left)]
        score[np.ix_(swap, left + right)] *= 0.8
        stolen = np.flatnonzero(rng.random(len(xy)) < 0.008 * level)
        xy[np.ix_(stolen, left)] = xy[np.ix_(stolen, right)]
        score[np.ix_(stolen, left)] *= 0.7
    return xy, score


def _cut_off(xy: Floats, rng: np.random.Generator) -> NDArray[np.bool_]:
    """(N, 17): joints outside the frame, behind furniture, or lost one by one."""
    count = len(xy)
    low, high = xy.min(axis=1), xy.max(axis=1)
    unit = (xy - low[:, None]) / np.maximum(high - low, 1e-9)[:, None]
    gone = np.zeros((count, 17), dtype=bool)
    kind = rng.random(count)
    # Cut at the shins, at the thighs, or at the waist: portraits, tables, desks.
    depth = np.choose(
        rng.choice(3, count, p=_CUT_DEPTHS), rng.uniform([[0.05], [0.28], [0.5]], [[0.28], [0.5], [0.75]], (3, count))
    )
    gone |= (kind < 0.30)[:, None] & (unit[..., 1] > 1 - depth[:, None])
    gone |= ((kind >= 0.30) & (kind < 0.33))[:, None] & (unit[..., 1] < rng.uniform(0.05, 0.35, count)[:, None])
    side = rng.uniform(0.05, 0.45, count)[:, None]
    gone |= ((kind >= 0.33) & (kind < 0.37))[:, None] & (unit[..., 0] < side)
    gone |= ((kind >= 0.37) & (kind < 0.41))[:, None] & (unit[..., 0] > 1 - side)
    center, half = rng.random((count, 1, 2)), rng.uniform(0.05, 0.25, (count, 1, 2))
    gone |= ((kind >= 0.41) & (kind < 0.50))[:, None] & (np.abs(unit - center) < half).all(-1)
    gone |= rng.random((count, 17)) < 0.012
    return gone
