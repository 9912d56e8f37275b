"""New poses from old ones: limb proportions, joint perturbation, recombination, and authored rare postures.

Nothing here decides a fact: labels are always computed from the finished joints. Authored postures set the legs and the
torso, take arms and head from a motion-capture pose, and are put on the floor.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from training.data.body import PARENT, UPPER, B, bones, from_bones, mirror, rotate
from training.data.collisions import TOO_DEEP, penetration
from training.data.poses import PoseSet, face_forward, join

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Floats = NDArray[np.floating]

_SIDES: Final = (("left", 1.0), ("right", -1.0))
_ARM: Final = ("shoulder", "elbow", "wrist", "hand")
_LEG: Final = ("hip", "knee", "ankle", "toe")
_HEAD: Final = [B[n] for n in ("neck", "head_top", "nose", "left_eye", "right_eye", "left_ear", "right_ear")]
_CONTACT: Final = (  # joint, height of the joint's centre above the floor when that part rests on it (metres)
    ("toe", 0.015), ("ankle", 0.075), ("knee", 0.055), ("hip", 0.09), ("wrist", 0.03), ("hand", 0.015),
    ("elbow", 0.035),
)  # fmt: skip


_LIMB_LENGTHS: Final = (
    (("elbow",), 1.03), (("wrist", "hand"), 0.93), (("knee",), 1.02), (("ankle",), 0.96), (("toe",), 1.0),
    (("shoulder",), 1.0), (("hip",), 1.0),
)  # fmt: skip
"""The bones that end at these joints and their mean length against the recordings', whose forearms and shins are long
(`python -m evaluation.shapes` compares them with people's marks on photos)."""
_LEGS_ON_FLOOR: Final = _CONTACT[:4]

TUMBLING: Final = 0.06
"""Share of the recombined poses that are turned over in the air."""


def vary_proportions(joints: Floats, rng: np.random.Generator) -> Floats:
    """Longer or shorter limbs, torso, head and shoulders; joint angles stay as they are."""
    vectors = bones(joints)
    count = len(joints)
    scale = np.ones((count, len(PARENT)))
    overall = rng.normal(1, 0.03, (count, 1))
    for names, mean in _LIMB_LENGTHS:
        factor = np.clip(rng.normal(mean, 0.07, count), 0.8, 1.25)
        for name in names:
            for side, _ in _SIDES:
                scale[:, B[f"{side}_{name}"]] = factor
    scale[:, [B[n] for n in ("spine", "chest", "neck")]] = np.clip(rng.normal(1, 0.06, (count, 1)), 0.8, 1.2)
    head = [B[n] for n in ("head_top", "nose", "left_eye", "right_eye", "left_ear", "right_ear")]
    scale[:, head] = np.clip(rng.normal(1.04, 0.08, (count, 1)), 0.85, 1.4)
    vectors[:, 1:] *= (scale * overall)[:, 1:, None]
    grown = from_bones(vectors)
    grown[..., 2] += (joints[..., 2].min(axis=1) - grown[..., 2].min(axis=1))[:, None]
    return grown


def perturb(joints: Floats, rng: np.random.Generator) -> Floats:
    """Turn every limb a little at its root, bend elbows and knees a little within 25 to 178 degrees, turn the head."""
    result = joints.copy()
    for side, _ in _SIDES:
        for chain in (_ARM, _LEG):
            index = [B[f"{side}_{n}"] for n in chain]
            sigma = 0.16 if chain is _ARM else 0.09
            result[:, index] = _spin(result[:, index], rng.normal(0, sigma, (len(joints), 3)))
            result[:, index[1:]] = _hinge(result[:, index], rng.normal(0, 0.18, len(joints)))
    turn = rng.normal(0, [0.12, 0.16, 0.22], (len(joints), 3))
    result[:, _HEAD] = _spin(result[:, _HEAD], turn)
    return result


def recombine(upper: Floats, lower: Floats, arms: Floats, rng: np.random.Generator) -> Floats:
    """The trunk and head of one pose on the legs of another, all turned to the same heading first.

    Each arm stays the trunk's own half of the time and is a third pose's otherwise, so arms that never move together in
    the recordings do so here.
    """
    top, base, other = (bones(face_forward(joints)) for joints in (upper, lower, arms))
    base[:, UPPER] = top[:, UPPER]
    for side, _ in _SIDES:
        arm = [B[f"{side}_{name}"] for name in _ARM[1:]]
        swap = rng.random(len(base)) < 0.5
        base[:, arm] = np.where(swap[:, None, None], other[:, arm], base[:, arm])
    return from_bones(base)


def tumble(joints: Floats, rng: np.random.Generator) -> Floats:
    """Turn whole bodies about a random horizontal axis and lift them off the floor: leaps, falls and somersaults."""
    heading = rng.uniform(0, 2 * np.pi, len(joints))
    turned = rotate(rotate(joints, 2, heading), 1, rng.normal(0, np.radians(55), len(joints)))
    return settle(rotate(turned, 2, -heading), lift=rng.uniform(0.12, 0.7, len(joints)))


def settle(joints: Floats, *, lift: Floats | float = 0.0, parts: tuple[tuple[str, float], ...] = _CONTACT) -> Floats:
    """Move poses up or down until the lowest of the parts rests on z = `lift`."""
    down = np.min([joints[:, B[f"{s}_{n}"], 2] - h for s, _ in _SIDES for n, h in parts], axis=0)
    result = joints.copy()
    result[..., 2] += (lift - down)[:, None]
    return result


def reach(joints: Floats, limb: tuple[str, str, str], side: str, target: Floats, pole: Floats) -> Floats:
    """Two-bone inverse kinematics: bring the end of an arm or leg to `target`, middle joint towards `pole`.

    limb: root, middle and end joint, such as ("shoulder", "elbow", "wrist"); parts beyond the end move along.
    target, pole: (N, 3). A target out of reach is approached along its direction.
    """
    root, middle, end = (B[f"{side}_{n}"] for n in limb)
    tip = B[f"{side}_hand"] if limb[2] == "wrist" else B[f"{side}_toe"]
    result = joints.copy()
    start = joints[:, root]
    a = np.linalg.norm(joints[:, middle] - start, axis=1)
    b = np.linalg.norm(joints[:, end] - joints[:, middle], axis=1)
    to = target - start
    d = np.clip(np.linalg.norm(to, axis=1), np.abs(a - b) + 0.02, (a + b) * 0.995)
    axis = to / np.maximum(np.linalg.norm(to, axis=1), 1e-6)[:, None]
    bend = pole - (pole * axis).sum(1)[:, None] * axis
    bend /= np.maximum(np.linalg.norm(bend, axis=1), 1e-6)[:, None]
    along = (a**2 - b**2 + d**2) / (2 * d)
    out = np.sqrt(np.maximum(a**2 - along**2, 0))
    result[:, middle] = start + along[:, None] * axis + out[:, None] * bend
    result[:, end] = start + d[:, None] * axis
    tip_length = np.linalg.norm(joints[:, tip] - joints[:, end], axis=1)[:, None]
    forearm = result[:, end] - result[:, middle]
    if limb[2] == "wrist":
        result[:, tip] = (
            result[:, end] + tip_length * forearm / np.maximum(np.linalg.norm(forearm, axis=1), 1e-6)[:, None]
        )
    else:
        result[:, tip] = result[:, end] + (joints[:, tip] - joints[:, end])
    return result


# --- authored postures: every function takes (base (N, 26, 3) facing +x, rng) and returns joints facing +x ---------


def _sitting(base: Floats, rng: np.random.Generator) -> Floats:
    n = len(base)
    flex, knee = rng.normal(86, 9, n), np.clip(rng.normal(92, 16, n), 50, 165)
    legs = {}
    crossed = rng.random(n) < 0.2
    for side, _ in _SIDES:
        spread = np.clip(rng.normal(9, 9, n), -6, 35)
        over = crossed & (side == "left")
        legs[side] = (
            flex + rng.normal(0, 4, n) + 14 * over,
            np.where(over, -16, spread),
            np.where(rng.random(n) < 0.12, rng.uniform(110, 160, n), knee + rng.normal(0, 7, n)),
            rng.normal(0, 8, n) + 15 * over,
        )
    return _arms(_settled(_pose(base, legs, lean=rng.normal(4, 14, n), rng=rng)), rng)


def _floor_sitting(base: Floats, rng: np.random.Generator) -> Floats:
    n = len(base)
    kind = rng.integers(0, 3, n)  # long sitting, cross-legged, knees up
    pick = lambda long, tailor, up: np.choose(kind, [long, tailor, up])  # noqa: E731
    legs = {
        side: (
            pick(rng.normal(88, 5, n), rng.normal(82, 7, n), rng.normal(122, 10, n)),
            pick(rng.normal(10, 9, n), rng.normal(52, 9, n), rng.normal(9, 8, n)),
            pick(rng.normal(168, 7, n), rng.normal(45, 10, n), rng.normal(70, 14, n)),
            pick(rng.normal(0, 8, n), rng.normal(60, 10, n), rng.normal(0, 6, n)),
        )
        for side, _ in _SIDES
    }
    joints = _pose(base, legs, lean=rng.normal(2, 16, n), rng=rng)
    seat = np.minimum(joints[:, B["left_hip"], 2], joints[:, B["right_hip"], 2]) - 0.09
    for side, sign in _SIDES:  # the seat is on the floor, so the feet must be too
        target = joints[:, B[f"{side}_ankle"]].copy()
        target[:, 2] = seat + np.where(kind == 1, rng.uniform(0.07, 0.14, n), 0.08)
        pole = np.stack([np.zeros(n), sign * np.where(kind == 1, 1.0, 0.1), np.where(kind == 1, 0.25, 1.0)], axis=1)
        joints = reach(joints, ("hip", "knee", "ankle"), side, target, pole)
        toe = joints[:, B[f"{side}_toe"]]
        toe[:, 2] = np.maximum(toe[:, 2], seat + 0.03)
    return _arms(_settled(joints), rng, share=0.55)


def _squatting(base: Floats, rng: np.random.Generator) -> Floats:
    n = len(base)
    flex = rng.uniform(60, 122, n)
    shin_lean = np.clip(rng.normal(24, 8, n), 5, 40)
    spread = rng.uniform(5, 38, n)
    legs = {
        side: (flex + rng.normal(0, 3, n), spread + rng.normal(0, 3, n), 180 - flex - shin_lean, spread * 0.8)
        for side, _ in _SIDES
    }
    lean = np.clip(14 + 0.26 * flex + rng.normal(0, 9, n), 5, 65)
    return _arms(_settled(_pose(base, legs, lean=lean, rng=rng)), rng, front=0.35)


def _kneeling(base: Floats, rng: np.random.Generator) -> Floats:
    n = len(base)
    on_heels = rng.random(n) < 0.45
    flex = np.where(on_heels, rng.normal(59, 2, n), rng.normal(4, 12, n))
    legs = {
        side: (flex, rng.normal(8, 6, n), 86 - flex - np.abs(rng.normal(0, 3, n)), rng.normal(0, 6, n))
        for side, _ in _SIDES
    }
    return _arms(_settled(_pose(base, legs, lean=rng.normal(4, 13, n), rng=rng)), rng)


def _half_kneeling(base: Floats, rng: np.random.Generator) -> Floats:
    n = len(base)
    down = rng.normal(2, 10, n)
    legs = {
        "left": (down, rng.normal(4, 5, n), 86 - down - np.abs(rng.normal(0, 3, n)), rng.normal(0, 5, n)),
        "right": (rng.normal(88, 8, n), rng.normal(10, 9, n), rng.normal(90, 9, n), rng.normal(0, 6, n)),
    }
    return _arms(_settled(_pose(base, legs, lean=rng.normal(6, 14, n), rng=rng)), rng)


def _lunging(base: Floats, rng: np.random.Generator) -> Floats:
    n = len(base)
    flex = rng.uniform(52, 94, n)
    legs = {
        "left": (flex, rng.normal(5, 6, n), 180 - flex + rng.normal(0, 8, n), rng.normal(0, 6, n)),
        "right": (rng.uniform(-45, -15, n), rng.normal(4, 6, n), rng.uniform(140, 175, n), rng.normal(0, 6, n)),
    }
    joints = _settled(_pose(base, legs, lean=rng.normal(8, 14, n), rng=rng))
    # Plant the rear foot: its height must be the front foot's.
    target = joints[:, B["right_ankle"]].copy()
    target[:, 2] = joints[:, B["left_ankle"], 2] + rng.uniform(0, 0.06, n)
    joints = reach(joints, ("hip", "knee", "ankle"), "right", target, np.tile([1.0, 0.0, -0.4], (n, 1)))
    ankle = joints[:, B["right_ankle"]]
    joints[:, B["right_toe"]] = ankle + np.stack([0.12 + 0 * flex, 0 * flex, 0.02 - ankle[:, 2]], axis=1)
    return _arms(_settled(joints), rng)


def _bent_over(base: Floats, rng: np.random.Generator) -> Floats:
    n = len(base)
    flex = rng.normal(8, 9, n)
    legs = {
        side: (flex, rng.normal(7, 6, n), np.clip(180 - flex - rng.normal(6, 10, n), 125, 178), rng.normal(0, 6, n))
        for side, _ in _SIDES
    }
    joints = _settled(_pose(base, legs, lean=rng.uniform(55, 125, n), rng=rng))
    return _arms(joints, rng, share=0.35, floor=0.4)


def _on_all_fours(base: Floats, rng: np.random.Generator) -> Floats:
    n = len(base)
    flex = rng.normal(0, 9, n)
    legs = {
        side: (flex, rng.normal(6, 5, n), 86 - flex - np.abs(rng.normal(0, 3, n)), rng.normal(0, 5, n))
        for side, _ in _SIDES
    }
    joints = settle(_feet_flat(_pose(base, legs, lean=rng.normal(86, 7, n), rng=rng)), parts=_LEGS_ON_FLOOR)
    return settle(_hands_on_floor(joints, rng, lift=(rng.random(n) < 0.15)))


def _plank(base: Floats, rng: np.random.Generator, tilt: float = 77.0) -> Floats:
    """On hands or elbows and toes; tilt: of the body from upright, in degrees."""
    n = len(base)
    legs = {
        side: (rng.normal(4, 6, n), rng.normal(5, 4, n), np.clip(rng.normal(173, 5, n), 150, 179), rng.normal(0, 4, n))
        for side, _ in _SIDES
    }
    joints = rotate(_pose(base, legs, lean=rng.normal(2, 5, n), rng=rng), 1, np.radians(rng.normal(tilt, 6, n)))
    for side, _ in _SIDES:  # toes tucked under: the foot stands on its tip
        ankle = joints[:, B[f"{side}_ankle"]]
        joints[:, B[f"{side}_toe"]] = ankle + np.array([0.05, 0.0, -0.13])
    joints = settle(joints, parts=_LEGS_ON_FLOOR)
    return settle(_hands_on_floor(joints, rng, lift=np.zeros(n, dtype=bool)))


def _push_up(base: Floats, rng: np.random.Generator) -> Floats:
    """A plank let down towards the floor, which bends the elbows."""
    return _plank(base, rng, tilt=81.0)


def _downward_dog(base: Floats, rng: np.random.Generator) -> Floats:
    n = len(base)
    flex = rng.normal(-32, 6, n)
    legs = {
        side: (flex, rng.normal(6, 4, n), np.clip(rng.normal(170, 7, n), 145, 179), rng.normal(0, 4, n))
        for side, _ in _SIDES
    }
    joints = settle(_pose(base, legs, lean=rng.normal(128, 9, n), rng=rng), parts=_LEGS_ON_FLOOR)
    return settle(_hands_on_floor(joints, rng, lift=np.zeros(n, dtype=bool), ahead=0.35))


def _lying(base: Floats, rng: np.random.Generator) -> Floats:
    n = len(base)
    side_up = rng.integers(0, 4, n)  # back, front, left, right
    flat = rng.random(n) < 0.5
    legs = {}
    for side, _ in _SIDES:
        flex = np.clip(rng.normal(48, 14, n), 10, 110) + np.where(side_up > 1, rng.normal(15, 15, n), 0)
        flex = np.where(flat | (side_up == 1), rng.normal(3, 6, n), flex)
        bent = np.where(side_up == 1, np.clip(rng.normal(150, 35, n), 60, 178), 180 - 2 * flex + rng.normal(0, 8, n))
        knee = np.where(flat, rng.normal(168, 8, n), np.clip(bent, 35, 178))
        legs[side] = (flex, rng.normal(9, 8, n), knee, rng.normal(0, 10, n))
    joints = _arms(_pose(base, legs, lean=rng.normal(3, 6, n), rng=rng), rng)
    roll = np.choose(side_up, [0 * joints[:, 0, 0], np.pi + 0 * joints[:, 0, 0], np.pi / 2, -np.pi / 2])
    joints = rotate(joints, 2, roll + rng.normal(0, 0.14, n))
    joints = rotate(joints, 1, np.radians(-90 + rng.normal(0, 6, n)))
    return settle(_above_floor(joints))


def _upside_down(base: Floats, rng: np.random.Generator) -> Floats:
    n = len(base)
    legs = {
        side: (
            rng.normal(0, 22, n),
            rng.normal(10, 12, n),
            np.clip(rng.normal(162, 22, n), 60, 179),
            rng.normal(0, 8, n),
        )
        for side, _ in _SIDES
    }
    joints = rotate(_pose(base, legs, lean=rng.normal(0, 8, n), rng=rng), 1, np.pi + rng.normal(0, 0.16, n))
    joints = rotate(joints, 0, rng.normal(0, 0.08, n))
    middle = (joints[:, B["left_shoulder"]] + joints[:, B["right_shoulder"]]) / 2
    arm = np.linalg.norm(joints[:, B["left_shoulder"]] - joints[:, B["left_elbow"]], axis=1) * 2
    for side, sign in _SIDES:  # hands below the shoulders; turned over about y, left is still at +y
        target = middle + np.stack(
            [rng.normal(0.05, 0.06, n), sign * rng.normal(0.2, 0.04, n), -arm * rng.uniform(0.8, 1.05, n)], 1
        )
        joints = reach(joints, ("shoulder", "elbow", "wrist"), side, target, np.tile([-1.0, 0, 0], (n, 1)))
    return settle(joints)


def _leaning(base: Floats, rng: np.random.Generator) -> Floats:
    """Standing with the trunk leant, bent sideways or twisted, weight on one leg, a leg lifted, or the legs crossed."""
    n = len(base)
    lifted = rng.random(n) < 0.3
    crossed = rng.random(n) < 0.2
    legs = {
        "left": (
            rng.normal(2, 5, n),
            np.where(crossed, -9, rng.normal(7, 8, n)),
            np.clip(rng.normal(172, 6, n), 150, 179),
            rng.normal(0, 8, n),
        ),
        "right": (
            np.where(lifted, rng.uniform(-30, 110, n), rng.normal(2, 6, n)),
            np.where(lifted, rng.normal(12, 18, n), np.where(crossed, -7, rng.normal(7, 8, n))),
            np.where(lifted, rng.uniform(40, 175, n), np.clip(rng.normal(172, 6, n), 150, 179)),
            np.where(lifted, rng.normal(10, 25, n), rng.normal(0, 8, n)),
        ),
    }  # fmt: skip
    lean = np.where(rng.random(n) < 0.5, rng.normal(0, 7, n), rng.uniform(-28, 50, n))
    joints = _pose(base, legs, lean=lean, rng=rng, tilt=rng.normal(0, 11, n), twist=rng.normal(0, 17, n))
    return _arms(_settled(joints), rng, share=0.55, front=0.15)


def _bridge(base: Floats, rng: np.random.Generator) -> Floats:
    """Lying on the back, feet flat under the knees, hips pushed up."""
    n = len(base)
    knee = np.clip(rng.normal(82, 9, n), 60, 110)
    raised = rng.uniform(-25, 2, n)
    legs = {side: (raised, rng.normal(8, 5, n), knee + rng.normal(0, 4, n), rng.normal(0, 5, n)) for side, _ in _SIDES}
    joints = _pose(base, legs, lean=rng.normal(0, 4, n), rng=rng)
    # Tipped back until the thighs slope down to the shoulders: head and feet carry the body.
    back = rng.uniform(108, 126, n)
    joints = rotate(joints, 1, np.radians(-back))
    level = np.stack([0 * back, np.radians(back - 88), 0 * back], axis=1)  # the head lies on the floor
    joints[:, _HEAD] = _spin(joints[:, _HEAD], level)
    return settle(_above_floor(_arms(joints, rng, share=0.2)))


def _childs_pose(base: Floats, rng: np.random.Generator) -> Floats:
    """On folded knees with the trunk laid down on the thighs, arms ahead or along the body."""
    n = len(base)
    legs = {
        side: (rng.normal(62, 3, n), rng.normal(12, 8, n), np.clip(rng.normal(30, 4, n), 25, 45), rng.normal(0, 6, n))
        for side, _ in _SIDES
    }
    joints = settle(_feet_flat(_pose(base, legs, lean=rng.normal(108, 6, n), rng=rng)), parts=_LEGS_ON_FLOOR)
    ahead = rng.choice([0.4, -0.45], n)
    return settle(_hands_on_floor(joints, rng, lift=np.zeros(n, dtype=bool), ahead=ahead, elbows_up=0.9))


def _tree(base: Floats, rng: np.random.Generator) -> Floats:
    """On one straight leg, the other foot against its shin or thigh, the knee out to the side."""
    n = len(base)
    height = rng.uniform(0.0, 1.0, n)
    legs = {
        "left": (
            rng.normal(1, 3, n),
            rng.normal(2, 3, n),
            np.clip(rng.normal(175, 3, n), 165, 179),
            rng.normal(5, 6, n),
        ),
        "right": (25 + 35 * height, rng.normal(22, 6, n), 105 - 60 * height, rng.normal(62, 8, n)),
    }
    joints = _settled(_pose(base, legs, lean=rng.normal(0, 5, n), rng=rng))
    return _arms(joints, rng, share=0.7, overhead=0.3)


def _warrior(base: Floats, rng: np.random.Generator) -> Floats:
    """A long lunge with an upright trunk turned to the side, arms level to both sides or overhead."""
    joints = _lunging(base, rng)
    return _arms(joints, rng, share=0.85, overhead=0.3, aside=1.2)


def _straddle(base: Floats, rng: np.random.Generator) -> Floats:
    """Legs wide apart and straight or one bent, as in a side lunge or a wide fold."""
    n = len(base)
    folded = rng.random(n) < 0.4
    side_lunge = ~folded & (rng.random(n) < 0.6)
    spread = rng.uniform(22, 42, n)
    bent = np.where(side_lunge, rng.uniform(80, 130, n), rng.normal(172, 5, n))
    legs = {
        "left": (np.where(side_lunge, rng.uniform(25, 60, n), 3.0), spread, np.clip(bent, 60, 179), spread * 0.7),
        "right": (rng.normal(3, 4, n), spread, np.clip(rng.normal(173, 4, n), 160, 179), rng.normal(8, 6, n)),
    }
    lean = np.where(folded, rng.uniform(60, 125, n), rng.normal(12, 10, n))
    joints = _settled(_pose(base, legs, lean=lean, rng=rng, tilt=rng.normal(0, 10, n)))
    return _arms(joints, rng, share=0.5, floor=0.4)


def _cobra(base: Floats, rng: np.random.Generator) -> Floats:
    """Face down with the chest pushed up on the arms."""
    n = len(base)
    legs = {
        side: (rng.normal(-8, 5, n), rng.normal(6, 4, n), np.clip(rng.normal(172, 5, n), 155, 179), rng.normal(0, 5, n))
        for side, _ in _SIDES
    }
    lifted = rng.uniform(-60, -15, n)
    joints = rotate(_pose(base, legs, lean=lifted, rng=rng), 1, np.radians(rng.normal(84, 3, n)))
    return settle(_hands_on_floor(settle(joints, parts=_LEGS_ON_FLOOR), rng, lift=np.zeros(n, dtype=bool)))


def _falling(base: Floats, rng: np.random.Generator) -> Floats:
    """A whole body tipped over its feet to any side, arms flung out, one foot maybe off the floor."""
    n = len(base)
    legs = {
        side: (
            rng.normal(12, 16, n), rng.normal(8, 9, n), np.clip(rng.normal(155, 18, n), 90, 179), rng.normal(0, 8, n)
        )
        for side, _ in _SIDES
    }  # fmt: skip
    joints = _arms(
        _pose(base, legs, lean=rng.normal(6, 16, n), rng=rng, tilt=rng.normal(0, 9, n)), rng, share=0.6, aside=0.6
    )
    heading = rng.uniform(0, 2 * np.pi, n)
    tipped = rotate(rotate(joints, 2, heading), 1, np.radians(rng.uniform(18, 55, n)))
    return settle(_above_floor(rotate(tipped, 2, -heading)))


AUTHORED: Final[dict[str, tuple[Callable[[Floats, np.random.Generator], Floats], float]]] = {
    "sitting": (_sitting, 0.145), "floor_sitting": (_floor_sitting, 0.08), "squatting": (_squatting, 0.07),
    "kneeling": (_kneeling, 0.06), "half_kneeling": (_half_kneeling, 0.05), "lunging": (_lunging, 0.05),
    "bent_over": (_bent_over, 0.04), "on_all_fours": (_on_all_fours, 0.05), "plank": (_plank, 0.045),
    "push_up": (_push_up, 0.015), "downward_dog": (_downward_dog, 0.02), "lying": (_lying, 0.145),
    "upside_down": (_upside_down, 0.035),
    "leaning": (_leaning, 0.07), "bridge": (_bridge, 0.015), "childs_pose": (_childs_pose, 0.015),
    "tree": (_tree, 0.02), "warrior": (_warrior, 0.025), "straddle": (_straddle, 0.02), "cobra": (_cobra, 0.02),
    "falling": (_falling, 0.01),
}  # fmt: skip
"""Name -> (author, share of the authored poses tried; what runs through itself is dropped)."""


def author(base: PoseSet, count: int, rng: np.random.Generator) -> dict[str, PoseSet]:
    """Authored postures by name, up to `count` in all, half of them mirrored; bodies that run through themselves go."""
    sets = {}
    for name, (make, share) in AUTHORED.items():
        size = round(count * share)
        body = face_forward(base.joints[rng.integers(0, len(base), size)].astype(np.float64))
        joints = make(body, rng)
        flipped = rng.random(size) < 0.5
        joints[flipped] = mirror(joints[flipped])
        joints = joints[penetration(joints) < TOO_DEEP]
        sets[name] = _synthetic(joints, seated=name == "sitting")
    return sets


def training_pool(
    train: PoseSet, rng: np.random.Generator, *, recombined: int, authored: int, copies: int = 1
) -> PoseSet:
    """Real poses with their mirror images, recombined and authored ones, all with varied proportions and limbs.

    Bodies that run through themselves are dropped before their proportions are varied, which may bring limbs a little
    closer again. copies: how often every real pose is in it, with other proportions each time.
    """
    real = join([train, replace(train, joints=mirror(train.joints))] * copies)
    upright = _upright(train)
    tops, legs, arms = (upright[rng.integers(0, len(upright), recombined)] for _ in range(3))
    mixed = recombine(*(poses.joints.astype(np.float64) for poses in (tops, legs, arms)), rng)
    flipped = rng.random(recombined) < 0.5
    mixed[flipped] = mirror(mixed[flipped])
    mixed = perturb(mixed, rng)
    sane = (mixed[..., 2].min(axis=1) > -0.15) & (penetration(mixed) < TOO_DEEP)
    mixed = settle(mixed, lift=np.maximum(legs.joints[..., 2].min(axis=1) - 0.03, 0))[sane]
    leaps = round(len(mixed) * TUMBLING)
    mixed[:leaps] = tumble(mixed[:leaps], rng)
    pool = join([real, _synthetic(mixed), *author(upright, authored, rng).values()])
    return replace(pool, joints=vary_proportions(pool.joints, rng).astype(np.float32))


def _synthetic(joints: Floats, *, seated: bool = False) -> PoseSet:
    n = len(joints)
    return PoseSet(joints.astype(np.float32), np.zeros(n, np.float32), np.full(n, "synthetic"), np.full(n, seated))


def _upright(poses: PoseSet) -> PoseSet:
    """Poses whose trunk stands within about 35 degrees of vertical and whose floor is known: safe to take apart."""
    trunk = poses.joints[:, B["neck"]] - poses.joints[:, B["pelvis"]]
    up = trunk[:, 2] / np.linalg.norm(trunk, axis=1)
    return poses[(up > 0.82) & ~np.isnan(poses.floor)]


def _pose(
    base: Floats,
    legs: dict[str, tuple[Floats, Floats, Floats, Floats]],
    *,
    lean: Floats,
    rng: np.random.Generator,
    tilt: Floats | None = None,
    twist: Floats | None = None,
) -> Floats:
    """Set legs and trunk of poses facing +x; lengths, arms and head stay the base pose's.

    legs: per side hip flexion, abduction, interior knee angle and outward rotation, in degrees, against the vertical.
    lean, tilt, twist: trunk forward, to the left, and turned to the left, in degrees.
    """
    n = len(base)
    vectors = bones(base)
    length = np.linalg.norm(vectors, axis=2)
    tilt = rng.normal(0, 4, n) if tilt is None else tilt
    twist = rng.normal(0, 6, n) if twist is None else twist
    # The pelvis goes with the trunk by half, as a real one does.
    for name, share in (("left_hip", 0.5), ("right_hip", 0.5)):
        vectors[:, B[name]] = _turn(vectors[:, [B[name]]], lean * share, tilt * share, 0 * twist)[:, 0]
    trunk = base[:, B["neck"]] - base[:, B["pelvis"]]
    own_lean = np.degrees(np.arctan2(trunk[:, 0], trunk[:, 2]))
    own_tilt = np.degrees(np.arctan2(trunk[:, 1], trunk[:, 2]))
    upper = np.flatnonzero(UPPER)
    vectors[:, upper] = _turn(_turn(vectors[:, upper], -own_lean, -own_tilt, 0 * twist), lean, tilt, twist)
    for side, sign in _SIDES:
        flex, spread, knee, outward = legs[side]
        down = np.tile([0.0, 0.0, -1.0], (n, 1, 1))
        bend = np.clip(180 - np.clip(knee, 25, 179), 0, 155)

        def place(
            v: Floats, flex: Floats = flex, spread: Floats = spread, outward: Floats = outward, sign: float = sign
        ) -> Floats:
            v = rotate(v, 2, np.radians(sign * outward))
            v = rotate(v, 1, np.radians(-flex))
            # Spreading a flexed thigh swings it outwards, a hanging one sideways: about x when hanging, z when flexed.
            share = np.clip(flex / 90, 0, 1)
            v = rotate(v, 0, np.radians(sign * spread * (1 - share)))
            return rotate(v, 2, np.radians(sign * spread * share))

        thigh, shin = place(down), place(rotate(down, 1, np.radians(bend)))
        ankle_bend = np.clip(rng.normal(-6, 8, n), -25, 15)
        foot = place(rotate(np.tile([0.93, 0.0, -0.36], (n, 1, 1)), 1, np.radians(np.minimum(bend, 95) + ankle_bend)))
        for joint, direction in (("knee", thigh), ("ankle", shin), ("toe", foot)):
            index = B[f"{side}_{joint}"]
            vectors[:, index] = direction[:, 0] * length[:, [index]]
    vectors[:, 0] = 0
    joints = from_bones(vectors)
    return _turn_head(joints, rng)


def _turn_head(joints: Floats, rng: np.random.Generator) -> Floats:
    """Turn, nod and tilt the head a little."""
    result = joints.copy()
    result[:, _HEAD] = _spin(joints[:, _HEAD], rng.normal(0, [0.10, 0.20, 0.28], (len(joints), 3)))
    return result


def _turn(v: Floats, lean: Floats, tilt: Floats, twist: Floats) -> Floats:
    v = rotate(v, 2, np.radians(twist))
    v = rotate(v, 0, np.radians(-tilt))
    return rotate(v, 1, np.radians(lean))


def _settled(joints: Floats) -> Floats:
    return settle(_feet_flat(joints))


def _feet_flat(joints: Floats) -> Floats:
    """Soles flat under an upright shin near the floor; foot in line with a shin that lies on the floor."""
    result = joints.copy()
    lowest = joints[:, [B[f"{side}_{n}"] for side, _ in _SIDES for n in _LEG[:3]], 2].min(axis=1)
    for side, _ in _SIDES:
        knee, ankle, toe = (joints[:, B[f"{side}_{n}"]] for n in ("knee", "ankle", "toe"))
        shin = ankle - knee
        shin /= np.linalg.norm(shin, axis=1)[:, None]
        foot = toe - ankle
        size = np.linalg.norm(foot, axis=1)[:, None]
        flat = foot.copy()
        flat[:, 2] = -0.06
        flat *= size / np.linalg.norm(flat, axis=1)[:, None]
        line = shin * size
        line[:, 2] = -0.03
        low = ankle[:, 2] < lowest + 0.18
        stands = low & (shin[:, 2] < -0.6)
        trails = low & (shin[:, 2] > -0.45) & (foot[:, 2] < 0)
        placed = np.where(stands[:, None], ankle + flat, np.where(trails[:, None], ankle + line, toe))
        result[:, B[f"{side}_toe"]] = placed
    return result


def _arms(
    joints: Floats, rng: np.random.Generator, *, share: float = 0.4, front: float = 0.1, floor: float = 0.0,
    overhead: float = 0.0, aside: float = 0.0,
) -> Floats:  # fmt: skip
    """Bring some hands to meaningful places: hips, knees, head, the other hand, crossed, ahead, overhead, the floor."""
    n = len(joints)
    p = {name: joints[:, i] for name, i in B.items()}
    up = p["neck"] - p["pelvis"]
    torso = np.linalg.norm(up, axis=1)[:, None]
    up = up / torso
    left = p["left_shoulder"] - p["right_shoulder"]
    left = left / np.linalg.norm(left, axis=1)[:, None]
    ahead = np.cross(left, up)
    chest = (p["left_shoulder"] + p["right_shoulder"]) / 2
    goals = ("hip", "knee", "head", "clasp", "cross", "ahead", "overhead", "aside", "behind", "foot", "floor", "crown")
    weight = np.array([0.16, 0.15, 0.10, 0.11, 0.11, 0.06, 0.08, 0.07, 0.06, 0.04, 0.02, 0.04])
    weight[5] += front
    weight[6] += overhead
    weight[7] += aside
    weight[10] += floor
    both = rng.choice(len(goals), n, p=weight / weight.sum())
    for side, sign in _SIDES:
        same = rng.random(n) < 0.65
        goal = np.where(same, both, rng.choice(len(goals), n, p=weight / weight.sum()))
        out = sign * left
        shoulder = p[f"{side}_shoulder"]
        floor_spot = shoulder + 0.1 * ahead
        floor_spot = np.concatenate([floor_spot[:, :2], np.full((n, 1), 0.04)], axis=1)
        targets = np.stack([
            p[f"{side}_hip"] + torso * (0.18 * up + 0.15 * out + 0.06 * ahead),
            p[f"{side}_knee"] + torso * 0.14 * (up * 0.6 + ahead * 0.3),
            p["nose"] + torso * (0.12 * out + 0.08 * ahead + rng.uniform(-0.1, 0.25, (n, 1)) * up),
            chest + torso * (rng.uniform(-0.9, -0.2, (n, 1)) * up + 0.45 * ahead + 0.05 * out),
            chest + torso * (-0.42 * up + 0.30 * ahead - 0.26 * out),
            shoulder + torso * (1.05 * ahead + rng.uniform(-0.25, 0.25, (n, 1)) * up),
            shoulder + torso * (1.1 * up + 0.15 * out + rng.uniform(-0.1, 0.2, (n, 1)) * ahead),
            shoulder + torso * (1.1 * out + rng.uniform(-0.3, 0.35, (n, 1)) * up),
            p["pelvis"] + torso * (0.15 * up - 0.30 * ahead + 0.08 * out),
            p[f"{side}_ankle"] + torso * 0.1 * up,
            floor_spot,
            p["head_top"] + torso * (0.05 * up + 0.12 * out),
        ])  # fmt: skip
        target = targets[goal, np.arange(n)] + rng.normal(0, 0.035, (n, 3))
        pole = out * rng.uniform(0.2, 1.2, (n, 1)) - ahead * rng.uniform(0, 0.8, (n, 1)) - 0.5 * up
        moved = reach(joints, ("shoulder", "elbow", "wrist"), side, target, pole)
        use = rng.random(n) < share * np.where(same, 1.25, 0.75)
        index = [B[f"{side}_{x}"] for x in _ARM]
        joints = joints.copy()
        joints[:, index] = np.where(use[:, None, None], moved[:, index], joints[:, index])
    return _above_floor(joints)


def _above_floor(joints: Floats) -> Floats:
    """Lift hands that hang through the floor (the lowest of hips, knees and feet) onto it."""
    n = len(joints)
    base = np.min([joints[:, B[f"{s}_{x}"], 2] - h for s, _ in _SIDES for x, h in _LEGS_ON_FLOOR], axis=0)
    base = np.minimum(base, joints[:, [B["neck"], B["chest"]], 2].min(axis=1) - 0.1)
    for side, sign in _SIDES:
        wrist = joints[:, B[f"{side}_wrist"]]
        hand = joints[:, B[f"{side}_hand"]]
        sunk = np.minimum(wrist[:, 2], hand[:, 2]) < base + 0.01
        target = wrist.copy()
        target[:, 2] = base + 0.05
        target[:, 1] += sign * 0.05
        moved = reach(joints, ("shoulder", "elbow", "wrist"), side, target, np.tile([-0.6, sign * 0.6, 0.5], (n, 1)))
        moved[:, B[f"{side}_hand"], 2] = np.maximum(moved[:, B[f"{side}_hand"], 2], base + 0.02)
        joints = np.where(sunk[:, None, None], moved, joints)
    return joints


def _hands_on_floor(
    joints: Floats, rng: np.random.Generator, *, lift: NDArray[np.bool_], ahead: Floats | float = 0.0,
    elbows_up: float = 0.0,
) -> Floats:  # fmt: skip
    n = len(joints)
    on_elbows = rng.random(n) < 0.15
    for side, sign in _SIDES:
        shoulder = joints[:, B[f"{side}_shoulder"]]
        target = shoulder + np.stack(
            [rng.normal(0.02 + ahead, 0.08, n), sign * np.abs(rng.normal(0.06, 0.06, n)), 0 * lift], 1
        )
        target[:, 2] = np.where(lift & (side == "left"), shoulder[:, 2] + rng.normal(0, 0.2, n), 0.05)
        target[:, 0] += np.where(on_elbows, 0.25, 0.0)
        pole = np.tile([-0.7, sign * 0.5, elbows_up], (n, 1))
        joints = reach(joints, ("shoulder", "elbow", "wrist"), side, target, pole)
        hand = joints[:, B[f"{side}_wrist"]] + np.array([0.10, 0.0, -0.03])
        joints[:, B[f"{side}_hand"]] = np.where(target[:, [2]] < 0.1, hand, joints[:, B[f"{side}_hand"]])
    return joints


def _spin(points: Floats, rotation: Floats) -> Floats:
    """Turn (N, K, 3) points about their first one by (N, 3) small angles about x, y, z in radians."""
    root = points[:, :1]
    turned = points - root
    for axis in range(3):
        turned = rotate(turned, axis, rotation[:, axis])
    return turned + root


def _hinge(chain: Floats, change: Floats) -> Floats:
    """Change the bend at the second joint of (N, 4, 3) chains in its own plane; returns joints two to four.

    The interior angle stays between 25 and 178 degrees; a straight limb has no plane and is left alone.
    """
    root, middle, rest = chain[:, 0], chain[:, 1], chain[:, 2:] - chain[:, 1:2]
    a, b = root - middle, rest[:, 0]
    normal = np.cross(a, b)
    size = np.linalg.norm(normal, axis=1)
    inner = np.arctan2(size, (a * b).sum(1))
    new = np.clip(inner + change, np.radians(25), np.radians(178))
    angle = np.where(size > 1e-3, new - inner, 0.0)
    axis = normal / np.maximum(size, 1e-9)[:, None]
    cos, sin = np.cos(angle)[:, None, None], np.sin(angle)[:, None, None]
    k = axis[:, None]
    turned = (
        cos * rest
        + sin * np.cross(np.broadcast_to(k, rest.shape), rest)
        + (1 - cos) * (rest * k).sum(-1, keepdims=True) * k
    )
    return np.concatenate([middle[:, None], middle[:, None] + turned], axis=1)
