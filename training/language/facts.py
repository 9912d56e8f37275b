"""What every fact means in geometry, and numeric angles, vectorised over N poses.

Each rule gives a class index or -1 where the fact is undecided; the ranges of the classes are in `measures`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from pose2lang3d_sdk.facts import ANGLES, FACT_INDEX, FACTS, POSTURES, SIDES
from training.data.body import B
from training.language.geometry import angle_between, direction, distance_to_segment, dot, length, middle, reject
from training.language.measures import (
    AIRBORNE,
    FOOT_TOUCHES,
    HAND_HEIGHT,
    HAND_TOUCHES,
    KNEE_GROUND,
    MEASURES,
    SEAT_GROUND,
    WEIGHT_OFF,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.floating]
    Ints = NDArray[np.int64]

UP: Final = np.array([0.0, 0.0, 1.0])

SEGMENT_MASS: Final = {  # Winter, Biomechanics and Motor Control of Human Movement, table 4.1 (share of body mass)
    ("neck", "head_top"): 0.081, ("neck", "pelvis"): 0.497,
    ("left_shoulder", "left_elbow"): 0.028, ("right_shoulder", "right_elbow"): 0.028,
    ("left_elbow", "left_hand"): 0.022, ("right_elbow", "right_hand"): 0.022,
    ("left_hip", "left_knee"): 0.100, ("right_hip", "right_knee"): 0.100,
    ("left_knee", "left_ankle"): 0.0465, ("right_knee", "right_ankle"): 0.0465,
    ("left_ankle", "left_toe"): 0.0145, ("right_ankle", "right_toe"): 0.0145,
}  # fmt: skip


def body_unit(joints: Floats) -> Floats:
    """Torso plus mean leg length, (N,) metres: the ruler for every distance."""
    p = _points(joints)
    leg = sum(length(p[f"{s}_hip"] - p[f"{s}_knee"]) + length(p[f"{s}_knee"] - p[f"{s}_ankle"]) for s in SIDES) / 2
    return length(middle(p, "shoulder") - middle(p, "hip")) + leg


def compute_angles(joints: Floats) -> Floats:
    """Numeric angles in degrees, (N, 9) in the order of `facts.ANGLES`. joints: (N, 26, 3) metres, z up."""
    p = _points(joints)
    torso = middle(p, "shoulder") - middle(p, "hip")
    value = {"torso": angle_between(torso, np.broadcast_to(UP, torso.shape))}
    for s in SIDES:
        value[f"{s}_elbow"] = angle_between(p[f"{s}_shoulder"] - p[f"{s}_elbow"], p[f"{s}_wrist"] - p[f"{s}_elbow"])
        value[f"{s}_knee"] = angle_between(p[f"{s}_hip"] - p[f"{s}_knee"], p[f"{s}_ankle"] - p[f"{s}_knee"])
        value[f"{s}_hip"] = angle_between(torso, p[f"{s}_knee"] - p[f"{s}_hip"])
        value[f"{s}_shoulder"] = angle_between(-torso, p[f"{s}_elbow"] - p[f"{s}_shoulder"])
    return np.stack([value[name] for name in ANGLES], axis=1)


def compute_facts(
    joints: Floats, camera: Floats, floor: Floats, seated: NDArray[np.bool_] | None = None
) -> NDArray[np.int8]:
    """The class of every fact for every pose.

    Args:
        joints: (N, 26, 3) metres, z up, in the order of `body.BODY_JOINTS`.
        camera: (N, 3) camera position in the same frame.
        floor: (N,) height of the floor; NaN where unknown (climbing), which leaves contact facts undecided.
        seated: (N,) bool, True where the body is known to rest on a raised seat (default: nobody).

    Returns:
        (N, len(FACTS)) int8 class index, -1 = undecided.
    """
    joints = np.asarray(joints, dtype=np.float64)
    p = _points(joints)
    unit = body_unit(joints)
    angle = dict(zip(ANGLES, compute_angles(joints).T, strict=True))
    frame = _Frame(p)
    out = np.full((len(joints), len(FACTS)), -1, dtype=np.int8)

    def put(name: str, classes: Ints, where: NDArray[np.bool_] | bool = True) -> None:
        out[:, FACT_INDEX[name]] = np.where(where, classes, -1)

    def measured(name: str, value: Floats, where: NDArray[np.bool_] | bool = True) -> None:
        put(name, MEASURES[FACTS[FACT_INDEX[name]].family].classify(value), where)

    # Contacts are measured as gap to the floor; NaN compares false on both sides and stays undecided.
    gap: dict[str, Floats] = {}
    for s in SIDES:
        foot = np.minimum(p[f"{s}_toe"][:, 2], p[f"{s}_ankle"][:, 2] - 0.05 * unit)
        gap[f"{s}_foot"] = (foot - floor) / unit
        gap[f"{s}_knee"] = (p[f"{s}_knee"][:, 2] - floor) / unit
        gap[f"{s}_hand"] = (np.minimum(p[f"{s}_wrist"][:, 2], p[f"{s}_hand"][:, 2]) - floor) / unit
        gap[f"{s}_elbow"] = (p[f"{s}_elbow"][:, 2] - floor) / unit
    gap["seat"] = (middle(p, "hip")[:, 2] - floor) / unit
    com = center_of_mass(p)
    margin = _support_margin(p, gap, com, unit)

    seated = np.zeros(len(joints), dtype=bool) if seated is None else seated
    posture = _posture(p, angle, frame, gap, np.where(seated, -1.0, margin), unit)
    put("posture", posture)
    lying = np.isin(posture, [POSTURES.index(n) for n in POSTURES if n.startswith("lying")])
    low = lying | np.isin(posture, [POSTURES.index(n) for n in ("plank", "on_all_fours", "upside_down")])
    torso_up = frame.tilt < 55
    on_legs = (frame.tilt < 100) & ~low

    hand = {s: (p[f"{s}_wrist"] + p[f"{s}_hand"]) / 2 for s in SIDES}
    side_of: dict[str, Floats] = {}
    for s, sign in (("left", 1.0), ("right", -1.0)):
        wrist, elbow, shoulder = p[f"{s}_wrist"], p[f"{s}_elbow"], p[f"{s}_shoulder"]
        for joint in ("knee", "elbow", "hip"):
            measured(f"{s}_{joint}_bend", angle[f"{s}_{joint}"])
        raised = angle[f"{s}_shoulder"]
        measured(f"{s}_arm_raise", raised)
        upper_arm = frame.local(elbow - shoulder)
        azimuth = np.degrees(np.arctan2(sign * upper_arm[:, 1], upper_arm[:, 0]))
        measured(f"{s}_arm_direction", (azimuth + 120) % 360 - 120, (raised > 30) & (raised < 140))

        z = wrist[:, 2]
        shoulder_z, hip_z = middle(p, "shoulder")[:, 2], middle(p, "hip")[:, 2]
        above = [(z - level) / unit for level in (hip_z, shoulder_z, p["head_top"][:, 2])]
        (hip_low, hip_high), (shoulder_low, shoulder_high), (crown_low, crown_high) = HAND_HEIGHT
        height = _select(
            above[0] < hip_low,
            (above[0] > hip_high) & (above[1] < shoulder_low),
            (above[1] > shoulder_high) & (above[2] < crown_low),
            above[2] > crown_high,
        )
        put(f"{s}_hand_height", height, torso_up)
        at = frame.local(wrist - middle(p, "shoulder")) / unit[:, None]
        side_of[s] = sign * at[:, 1]
        # The torso is no plane: depth is judged against the line from shoulders to hips, which is the frame's axis.
        measured(f"{s}_hand_depth", at[:, 0])
        measured(f"{s}_hand_across", side_of[s])
        head_gap = np.min([length(hand[s] - p[n]) for n in ("nose", "left_ear", "right_ear", "head_top")], axis=0)
        measured(f"{s}_hand_near_head", head_gap / unit)
        hip, waist = p[f"{s}_hip"], p[f"{s}_hip"] + 0.4 * (shoulder - p[f"{s}_hip"])
        at_hip = np.minimum(distance_to_segment(wrist, hip, waist), distance_to_segment(hand[s], hip, waist)) / unit
        elbow_angle = angle[f"{s}_elbow"]
        put(
            f"{s}_hand_near_hip",
            _select((at_hip > 0.25) | (elbow_angle > 155), (at_hip < 0.15) & (elbow_angle < 140) & (raised < 75)),
        )
        knee_gap = np.min([length(hand[s] - p[f"{o}_knee"]) for o in SIDES], axis=0) / unit
        measured(f"{s}_hand_near_knee", knee_gap)
        foot_gap = np.min([length(hand[s] - p[f"{o}_{n}"]) for o in SIDES for n in ("ankle", "toe")], axis=0) / unit
        measured(f"{s}_hand_near_foot", foot_gap)
        measured(f"{s}_forearm", angle_between(wrist - elbow, np.broadcast_to(UP, wrist.shape)))
        measured(f"{s}_thigh", angle_between(p[f"{s}_knee"] - p[f"{s}_hip"], -UP + 0 * wrist))
        shin = angle_between(p[f"{s}_ankle"] - p[f"{s}_knee"], -UP + 0 * wrist)
        measured(f"{s}_shin", shin, shin < 115)
        for part in ("foot", "knee", "hand"):
            measured(f"{s}_{part}_ground", gap[f"{s}_{part}"])

    # left against right
    for name, joint in (("hand", "wrist"), ("elbow", "elbow"), ("knee", "knee"), ("foot", "ankle")):
        measured(f"higher_{name}", (p[f"left_{joint}"] - p[f"right_{joint}"])[:, 2] / unit)
    shoulders = p["left_shoulder"] - p["right_shoulder"]
    measured("higher_shoulder", np.degrees(np.arcsin(direction(shoulders)[:, 2])), ~lying)
    measured("more_bent_knee", angle["right_knee"] - angle["left_knee"])
    measured("more_bent_elbow", angle["right_elbow"] - angle["left_elbow"])
    measured("more_raised_arm", angle["left_shoulder"] - angle["right_shoulder"])
    stride = dot(p["left_ankle"] - p["right_ankle"], frame.heading) / unit
    measured("front_foot", stride, on_legs)
    measured("feet_staggered", np.abs(stride), on_legs)
    measured("front_hand", dot(p["left_wrist"] - p["right_wrist"], frame.forward) / unit)

    # the camera
    trunk = (middle(p, "shoulder") + middle(p, "hip")) / 2
    ray = direction(camera - trunk)
    measured("nearer_side", np.degrees(np.arcsin(np.clip(dot(frame.left, ray), -1, 1))))
    measured("nearer_hand", dot(p["left_wrist"] - p["right_wrist"], ray) / unit)
    for s in SIDES:
        measured(f"{s}_hand_camera", dot(p[f"{s}_wrist"] - trunk, ray) / unit)
    turn = np.degrees(np.arctan2(dot(frame.left, ray), dot(frame.forward, ray)))
    measured("view", (turn + 118) % 360 - 118, np.abs(dot(frame.up, ray)) < 0.85)
    measured("camera_height", np.degrees(np.arcsin(ray[:, 2])))
    gaze = direction(p["nose"] - (p["left_ear"] + p["right_ear"]) / 2)
    measured("facing_lens", angle_between(gaze, camera - p["nose"]))

    # distances and crossings
    hands = np.minimum(length(p["left_wrist"] - p["right_wrist"]), length(hand["left"] - hand["right"])) / unit
    measured("hands_distance", hands)
    measured("feet_distance", length(p["left_ankle"] - p["right_ankle"]) / unit)
    measured("knees_distance", length(p["left_knee"] - p["right_knee"]) / unit)
    chest_high = np.all([out[:, FACT_INDEX[f"{s}_hand_height"]] == 1 for s in SIDES], axis=0)
    crossed = (side_of["left"] < 0.02) & (side_of["right"] < 0.02) & (side_of["left"] + side_of["right"] < -0.05)
    open_arms = side_of["left"] + side_of["right"] > 0.12
    put(
        "arms_crossed",
        _select(open_arms, crossed & chest_high & (np.minimum(angle["left_elbow"], angle["right_elbow"]) < 120)),
    )
    apart = {n: dot(p[f"left_{n}"] - p[f"right_{n}"], frame.pelvis_left) / unit for n in ("knee", "ankle")}
    leg_cross = (apart["ankle"] < -0.03) | (apart["knee"] < -0.03)
    put("legs_crossed", _select((apart["ankle"] > 0.05) & (apart["knee"] > 0.05), leg_cross))
    for name, joints_of, root in (("arms", ("elbow", "wrist"), "shoulder"), ("legs", ("knee", "ankle"), "hip")):
        offset = np.stack([_mirror_gap(p, frame, j, root) for j in joints_of]).mean(axis=0) / unit
        measured(f"{name}_symmetric", offset)

    # torso and head
    lean = np.degrees(np.arctan2(dot(frame.up, frame.heading), frame.up[:, 2]))
    measured("torso_lean", lean, on_legs)
    sideways = np.degrees(np.arcsin(np.clip(dot(frame.up, frame.pelvis_left), -1, 1)))
    measured("torso_side_lean", sideways, frame.tilt < 60)
    measured("torso_orientation", frame.tilt)
    hips_flat = reject(p["left_hip"] - p["right_hip"], frame.up)
    shoulders_flat = reject(shoulders, frame.up)
    twist = np.degrees(np.arctan2(dot(np.cross(hips_flat, shoulders_flat), frame.up), dot(hips_flat, shoulders_flat)))
    measured("torso_twist", twist)
    look = frame.local(gaze)
    measured("head_turn", np.degrees(np.arctan2(look[:, 1], look[:, 0])))
    measured("head_nod", np.degrees(np.arcsin(gaze[:, 2])), frame.tilt < 60)
    ears = frame.local(p["left_ear"] - p["right_ear"])
    tilt = -np.degrees(np.arctan2(ears[:, 2], np.abs(ears[:, 1])))
    measured("head_tilt", tilt, np.abs(look[:, 1]) < 0.7)

    # the whole body
    lowest = np.min(list(gap.values()), axis=0)
    measured("airborne", lowest, ~np.isnan(floor))
    feet_down = {s: out[:, FACT_INDEX[f"{s}_foot_ground"]] for s in SIDES}
    put("weight_leg", _weight_leg(p, com, feet_down, unit), on_legs & (gap["seat"] > 0.35) & (margin > -0.12))
    at_rest = seated | (posture == POSTURES.index("sitting_on_floor")) | lying
    put(
        "balance",
        np.where(at_rest, 0, _select(margin > 0.0, margin < -0.10)),
        ~np.isin(posture, [POSTURES.index("airborne"), POSTURES.index("sitting")]) | seated,
    )
    spread = np.stack([p[f"{s}_{n}"] for s in SIDES for n in ("wrist", "elbow", "knee", "ankle")] + [p["head_top"]], 1)
    reach = length(spread - com[:, None]).mean(axis=1) / unit
    measured("compactness", reach)
    return out


def center_of_mass(p: dict[str, Floats]) -> Floats:
    """(N, 3) centre of mass from segment masses (Winter); each segment's mass at its middle."""
    total = sum(SEGMENT_MASS.values())
    return sum(mass * (p[a] + p[b]) / 2 for (a, b), mass in SEGMENT_MASS.items()) / total


class _Frame:
    """The body's own axes, (N, 3) each: torso up, left, forward; pelvis_left; horizontal heading; torso tilt (N,)."""

    def __init__(self, p: dict[str, Floats]) -> None:
        hips, shoulders = p["left_hip"] - p["right_hip"], p["left_shoulder"] - p["right_shoulder"]
        self.up = direction(middle(p, "shoulder") - middle(p, "hip"))
        self.left = direction(reject(direction(hips) + direction(shoulders), self.up))
        self.forward = np.cross(self.left, self.up)
        self.pelvis_left = direction(hips)
        self.heading = direction(np.cross(self.pelvis_left, np.broadcast_to(UP, hips.shape)))
        self.tilt = angle_between(self.up, np.broadcast_to(UP, hips.shape))

    def local(self, vector: Floats) -> Floats:
        """(N, 3) world vectors in (forward, left, up) of the torso."""
        return np.stack([dot(vector, axis) for axis in (self.forward, self.left, self.up)], axis=1)


def _posture(
    p: dict[str, Floats], angle: dict[str, Floats], f: _Frame, gap: dict[str, Floats], margin: Floats, unit: Floats
) -> Ints:
    """The posture class; rules in order, the first that holds wins, -1 when none is clear."""
    knees = np.stack([angle["left_knee"], angle["right_knee"]])
    hips = np.stack([angle["left_hip"], angle["right_hip"]])
    feet = np.stack([gap["left_foot"], gap["right_foot"]])
    knee_gap = np.stack([gap["left_knee"], gap["right_knee"]])
    hands = np.minimum(gap["left_hand"], gap["right_hand"])
    elbows = np.minimum(gap["left_elbow"], gap["right_elbow"])
    lowest = np.min(list(gap.values()), axis=0)
    shoulder_gap = middle(p, "shoulder")[:, 2] / unit - (middle(p, "hip")[:, 2] / unit - gap["seat"])
    ankle_above_hip = (middle(p, "ankle") - middle(p, "hip"))[:, 2] / unit
    thigh_tilt = np.stack([angle_between(p[f"{s}_knee"] - p[f"{s}_hip"], -UP + 0 * p["pelvis"]) for s in SIDES])
    face = f.forward[:, 2]
    tilt, seat = f.tilt, gap["seat"]
    feet_down, knees_down = feet < FOOT_TOUCHES, knee_gap < KNEE_GROUND[0]
    knees_off = knee_gap > KNEE_GROUND[1]
    ankles = length(p["left_ankle"] - p["right_ankle"]) / unit
    on_floor = (seat < 0.22) & (shoulder_gap < 0.32) & (tilt > 60) & (tilt < 120)
    front_knee, rear_knee = knees.min(axis=0), knees.max(axis=0)
    rules: dict[str, NDArray[np.bool_]] = {
        "upside_down": (tilt > 120) & (ankle_above_hip > 0.0),
        "airborne": lowest > AIRBORNE[1],
        "plank": (tilt > 55) & (tilt < 110) & (face < -0.4) & ((hands < 0.08) | (elbows < 0.10)) & (seat > 0.14)
        & (knees.min(axis=0) > 145) & (hips.min(axis=0) > 140) & knees_off.any(axis=0) & (shoulder_gap > 0.14),
        "on_all_fours": (tilt > 45) & (tilt < 120) & (face < -0.4) & (hands < 0.10) & knees_down.all(axis=0)
        & (hips.max(axis=0) < 140) & (seat > 0.22),
        "lying_face_down": on_floor & (face < -0.6),
        "lying_on_back": on_floor & (face > 0.6),
        "lying_on_side": on_floor & (np.abs(face) < 0.45),
        "sitting_on_floor": (seat < SEAT_GROUND) & (tilt < 60),
        "kneeling": knees_down.all(axis=0) & (seat > 0.17) & (tilt < 60),
        "half_kneeling": (knees_down.sum(axis=0) == 1) & (knees_off.sum(axis=0) == 1) & (seat > 0.2) & (tilt < 60)
        & (np.where(knees_off, knees, 180).min(axis=0) < 130) & (np.where(knees_off, feet, 1).min(axis=0) < 0.1),
        "bent_over": feet_down.any(axis=0) & (tilt > 60) & (seat > 0.42) & (rear_knee > 125) & (ankle_above_hip < -0.3),
        "lunging": feet_down.all(axis=0) & (ankles > 0.42) & (front_knee < 135) & (rear_knee - front_knee > 25)
        & (tilt < 60) & knees_off.all(axis=0) & (seat < 0.62),
        "sitting": (tilt < 50) & (np.abs(thigh_tilt - 85) < 30).all(axis=0) & (knees.min(axis=0) > 40)
        & (seat > 0.2) & (margin < -0.07) & ~knees_down.any(axis=0),
        "squatting": feet_down.all(axis=0) & (rear_knee < 115) & (seat < 0.46) & (margin > -0.05) & (tilt < 75)
        & (seat > SEAT_GROUND) & ~knees_down.any(axis=0),
        "standing": feet_down.any(axis=0) & (tilt < 40) & (seat > 0.55)
        & (np.where(feet_down, knees, 0).max(axis=0) > 138) & (thigh_tilt.min(axis=0) < 40),
    }  # fmt: skip
    return _select_named(rules)


def _select_named(rules: dict[str, NDArray[np.bool_]]) -> Ints:
    result = np.full(len(next(iter(rules.values()))), -1)
    for name in reversed(list(rules)):
        result = np.where(rules[name], POSTURES.index(name), result)
    return result


def _support_margin(p: dict[str, Floats], gap: dict[str, Floats], com: Floats, unit: Floats) -> Floats:
    """How far inside (+) or outside (-) the base of support the centre of mass falls, in body units; NaN without one.

    The hull of the contact points is taken through its support function in 24 directions.
    """
    contacts, touching = [], []
    for s in SIDES:
        heel = p[f"{s}_ankle"] + 0.25 * (p[f"{s}_ankle"] - p[f"{s}_toe"])
        for point, part, limit in (
            (p[f"{s}_toe"], "foot", FOOT_TOUCHES), (heel, "foot", FOOT_TOUCHES),
            (p[f"{s}_knee"], "knee", KNEE_GROUND[0]), (p[f"{s}_hand"], "hand", HAND_TOUCHES),
        ):  # fmt: skip
            contacts.append(point[:, :2])
            touching.append(gap[f"{s}_{part}"] < limit)
        contacts.append(p[f"{s}_hip"][:, :2])
        touching.append(gap["seat"] < SEAT_GROUND)
    points, touch = np.stack(contacts, axis=1), np.stack(touching, axis=1)
    theta = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    rays = np.stack([np.cos(theta), np.sin(theta)])
    reach = np.where(touch[..., None], points @ rays, -np.inf).max(axis=1) + 0.03 * unit[:, None]
    margin = (reach - com[:, :2] @ rays).min(axis=1) / unit
    return np.where(touch.any(axis=1), margin, np.nan)


def _weight_leg(p: dict[str, Floats], com: Floats, feet: dict[str, Ints], unit: Floats) -> Ints:
    """Which leg carries more: by foot contact, else by where the centre of mass lies between the feet."""
    sole = {s: (p[f"{s}_ankle"] + p[f"{s}_toe"])[:, :2] / 2 for s in SIDES}
    base = sole["left"] - sole["right"]
    share = ((com[:, :2] - sole["right"]) * base).sum(1) / np.maximum((base**2).sum(1), 1e-6)
    width = length(base) / unit
    narrow, off = width < 0.05, (share - 0.5) * width
    both = (feet["left"] == 1) & (feet["right"] == 1)
    return _select(
        ((feet["left"] == 1) & (feet["right"] == 0)) | (both & ~narrow & (share > 0.70) & (off > WEIGHT_OFF)),
        ((feet["right"] == 1) & (feet["left"] == 0)) | (both & ~narrow & (share < 0.30) & (off < -WEIGHT_OFF)),
        both & np.where(narrow, np.abs(off) < WEIGHT_OFF, np.abs(share - 0.5) < 0.09),
    )


def _mirror_gap(p: dict[str, Floats], f: _Frame, joint: str, root: str) -> Floats:
    left = f.local(p[f"left_{joint}"] - p[f"left_{root}"])
    right = f.local(p[f"right_{joint}"] - p[f"right_{root}"])
    return length(left - right * np.array([1.0, -1.0, 1.0]))


def _points(joints: Floats) -> dict[str, Floats]:
    return {name: joints[:, index] for name, index in B.items()}


def _select(*conditions: NDArray[np.bool_]) -> Ints:
    """Index of the condition that holds, -1 when none does."""
    result = np.full(len(conditions[0]), -1)
    for index, condition in enumerate(conditions):
        result = np.where(condition, index, result)
    return result
