"""Facts from hand-made bodies: every expected class can be checked with a pencil."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from bodies import standing

from pose2lang3d_sdk.facts import ANGLES, FACT_INDEX, FACTS
from pose2lang3d_sdk.skeleton import mirror_name
from training.data.body import B, mirror, rotate
from training.language.facts import compute_angles, compute_facts
from training.language.measures import MEASURES, RULES, table


def facts_of(joints: np.ndarray, camera=(4.0, 0.0, 1.2), floor=0.0, seated=False) -> dict[str, str | None]:
    row = compute_facts(joints[None], np.array([camera]), np.array([floor]), np.array([seated]))[0]
    return {f.name: f.classes[c] if c >= 0 else None for f, c in zip(FACTS, row, strict=True)}


def angles_of(joints: np.ndarray) -> dict[str, float]:
    return dict(zip(ANGLES, compute_angles(joints[None])[0].tolist(), strict=True))


def bent(joints: np.ndarray, side: str, joint: str, degrees: float) -> np.ndarray:
    """Bend an elbow forwards or a knee backwards so that its interior angle is `degrees`."""
    moved = joints.copy()
    chain = {"elbow": ("wrist", "hand"), "knee": ("ankle", "toe")}[joint]
    pivot = joints[B[f"{side}_{joint}"]]
    turn = np.radians(180 - degrees) * (-1 if joint == "elbow" else 1)
    for name in chain:
        i = B[f"{side}_{name}"]
        moved[i] = rotate((joints[i] - pivot)[None, None], 1, np.array([turn]))[0, 0] + pivot
    return moved


def raised(joints: np.ndarray, side: str, degrees: float, *, sideways: bool) -> np.ndarray:
    """Swing the whole arm up by `degrees`, forwards or sideways."""
    moved = joints.copy()
    pivot = joints[B[f"{side}_shoulder"]]
    sign = 1 if side == "left" else -1
    for name in ("elbow", "wrist", "hand"):
        i = B[f"{side}_{name}"]
        point = (joints[i] - pivot)[None, None]
        angle = np.array([np.radians(degrees) * (sign if sideways else -1)])
        moved[i] = rotate(point, 0 if sideways else 1, angle)[0, 0] + pivot
    return moved


def test_a_neutral_stand():
    facts = facts_of(standing())
    expected = {
        "posture": "standing", "left_knee_bend": "straight", "right_elbow_bend": "straight",
        "left_arm_raise": "at_side",
        "left_hand_height": None, "higher_hand": "equal", "feet_staggered": "no", "torso_lean": "upright",
        "torso_twist": "none", "head_turn": "straight", "head_nod": "level", "view": "front", "nearer_side": "equal",
        "camera_height": "level", "balance": "stable", "weight_leg": "both", "airborne": "no", "arms_crossed": "no",
        "left_foot_ground": "yes", "left_hand_ground": "no", "legs_symmetric": "yes", "facing_lens": "yes",
    }  # fmt: skip
    assert {name: facts[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("degrees", "label"), [(175, "straight"), (140, "slightly_bent"), (95, "bent"), (50, "deeply_bent"), (157, None)]
)
@pytest.mark.parametrize("joint", ["elbow", "knee"])
def test_bend_classes_and_their_undecided_band(joint, degrees, label):
    joints = bent(standing(), "left", joint, degrees)
    # The neutral arm is not quite straight itself: its own few degrees add up.
    assert angles_of(joints)[f"left_{joint}"] == pytest.approx(degrees, abs=4)
    if degrees != 157 or joint == "knee":
        assert facts_of(joints)[f"left_{joint}_bend"] == label


@pytest.mark.parametrize(
    ("degrees", "sideways", "label", "direction"),
    [
        (90, False, "shoulder_height", "forward"),
        (90, True, "shoulder_height", "sideways"),
        (170, False, "overhead", None),
    ],
)
def test_a_raised_arm(degrees, sideways, label, direction):
    facts = facts_of(raised(standing(), "left", degrees, sideways=sideways))
    assert facts["left_arm_raise"] == label
    assert facts["left_arm_direction"] == direction
    assert facts["right_arm_raise"] == "at_side"
    assert facts["higher_hand"] == "left"
    assert facts["more_raised_arm"] == "left"
    if degrees == 170:
        assert facts["left_hand_height"] == "above_head"


@pytest.mark.parametrize(
    ("camera", "view", "nearer"),
    [((4, 0, 1.2), "front", "equal"), ((-4, 0, 1.2), "back", "equal"), ((0, 4, 1.2), "left_side", "left"),
     ((0, -4, 1.2), "right_side", "right")],
)  # fmt: skip
def test_the_view_names_the_persons_own_side(camera, view, nearer):
    facts = facts_of(standing(), camera=camera)
    assert (facts["view"], facts["nearer_side"]) == (view, nearer)


def test_a_camera_above_and_below():
    assert facts_of(standing(), camera=(3, 0, 4))["camera_height"] == "above"
    assert facts_of(standing(), camera=(3, 0, 0.2))["camera_height"] == "below"


@pytest.mark.parametrize(
    ("stance", "shift", "leg"),
    [
        (0.0, 0.05, None),
        (0.0, 0.11, "left"),
        (0.15, 0.05, "both"),
        (0.15, -0.16, "right"),
        (-0.09, 0.0, "both"),
        (-0.09, 0.14, None),
    ],
)
def test_the_weight_is_on_the_leg_that_the_body_has_shifted_to(stance, shift, leg):
    """Feet 0.21 m apart, 0.51 m or 0.03 m; nearly all of the mass lies above the knees and is moved."""
    joints = standing()
    for side, sign in (("left", 1), ("right", -1)):
        for part in ("knee", "ankle", "toe"):
            joints[B[f"{side}_{part}"], 1] += sign * stance
    legs = [B[f"{side}_{part}"] for side in ("left", "right") for part in ("knee", "ankle", "toe")]
    others = np.setdiff1d(np.arange(26), legs)
    joints[others, 1] += shift
    assert facts_of(joints).get("weight_leg") == leg


def test_one_leg_lifted_puts_the_weight_on_the_other():
    joints = bent(standing(), "left", "knee", 80)
    facts = facts_of(joints)
    assert facts["left_foot_ground"] == "no"
    assert facts["weight_leg"] == "right"
    assert facts["higher_foot"] == "left"
    assert facts["more_bent_knee"] == "left"


def test_an_unknown_floor_leaves_contact_undecided():
    facts = facts_of(standing(), floor=np.nan)
    assert facts["left_foot_ground"] is None
    assert facts["airborne"] is None
    assert facts["left_knee_bend"] == "straight"


def test_lying_on_the_back_and_on_the_front():
    for turn, label in ((-90, "lying_on_back"), (90, "lying_face_down")):
        joints = rotate(standing()[None], 1, np.radians([turn]))[0]
        joints[:, 2] -= joints[:, 2].min() - 0.05
        facts = facts_of(joints, camera=(0, 3, 0.6))
        assert facts["posture"] == label
        assert facts["torso_orientation"] == "horizontal"


def test_a_known_seat_makes_sitting_of_the_same_legs():
    joints = standing()
    for side in ("left", "right"):
        hip, knee = joints[B[f"{side}_hip"]], joints[B[f"{side}_knee"]].copy()
        joints[B[f"{side}_knee"]] = hip + np.array([0.42, 0, 0])
        for name in ("ankle", "toe"):
            joints[B[f"{side}_{name}"]] += joints[B[f"{side}_knee"]] - knee
    joints[:, 2] -= joints[:, 2].min()
    facts = facts_of(joints, seated=True)
    assert facts["posture"] == "sitting"
    assert facts["left_thigh"] == "horizontal"
    assert facts["left_knee_bend"] == "bent"


@pytest.mark.parametrize("seed", range(5))
def test_mirrored_bodies_have_mirrored_facts(seed):
    """Left and right swap in every fact; nothing else changes."""
    rng = np.random.default_rng(seed)
    joints = standing() + rng.normal(0, 0.12, (200, 26, 3))
    camera = rng.normal(0, 3, (200, 3)) + np.array([0, 0, 1])
    floor, seated = np.where(rng.random(200) < 0.2, np.nan, 0.0), rng.random(200) < 0.2
    plain = compute_facts(joints, camera, floor, seated)
    swapped = compute_facts(mirror(joints), camera * (1, -1, 1), floor, seated)
    for index, fact in enumerate(FACTS):
        order = np.array([fact.classes.index(mirror_name(c)) for c in fact.classes] + [-1])
        np.testing.assert_array_equal(order[plain[:, index]], swapped[:, FACT_INDEX[mirror_name(fact.name)]], fact.name)


def test_facts_do_not_depend_on_where_the_person_faces():
    rng = np.random.default_rng(0)
    joints = standing() + rng.normal(0, 0.1, (100, 26, 3))
    camera, floor = rng.normal(0, 3, (100, 3)), np.zeros(100)
    turn = rng.uniform(0, 2 * np.pi, 100)
    turned = compute_facts(rotate(joints, 2, turn), rotate(camera[:, None], 2, turn)[:, 0], floor)
    # The base of support is measured in 24 directions of the world, so its margin may differ by a hair.
    assert (compute_facts(joints, camera, floor) == turned).mean() > 0.9995


def test_every_fact_has_one_measure_with_its_classes_in_order():
    for fact in FACTS:
        assert (fact.family in MEASURES) != (fact.family in RULES), fact.family
        if fact.family in MEASURES:
            assert tuple(MEASURES[fact.family].ranges) == fact.classes


def test_ranges_do_not_meet():
    for family, measure in MEASURES.items():
        ends = sorted(measure.ranges.values())
        assert all(low < high for low, high in ends), family
        assert all(one[1] < other[0] for one, other in pairwise(ends)), family


def test_a_value_between_two_ranges_is_undecided():
    classes = MEASURES["knee_bend"].classify(np.array([178.0, 156.0, 140.0, 90.0, 75.0, 40.0, np.nan]))
    assert classes.tolist() == [0, -1, 1, 2, -1, 3, -1]


def test_the_documented_table_is_the_one_of_the_code():
    text = (Path(__file__).parents[1] / "docs" / "facts.md").read_text(encoding="utf-8")
    assert text.endswith(table() + "\n")
