"""What the package's own table of facts says of classes, angles and conditions."""

from __future__ import annotations

import pytest

from pose2lang3d_sdk.facts import APPLIES_IF, FACT_INDEX, FACTS, applies, fits

BY_NAME = {fact.name: fact for fact in FACTS}


@pytest.mark.parametrize(
    ("fact", "label", "low", "high"),
    [
        ("left_knee_bend", "straight", 150, 180),
        ("right_elbow_bend", "slightly_bent", 112, 163),
        ("left_hip_bend", "bent", 63, 128),
        ("left_knee_bend", "deeply_bent", 0, 82),
        ("right_arm_raise", "partly_raised", 25, 73),
        ("right_arm_raise", "overhead", 108, 180),
    ],
)
def test_an_angle_fits_a_class_up_to_where_the_next_one_begins(fact, label, low, high):
    assert fits(fact, label, low)
    assert fits(fact, label, high)
    assert not fits(fact, label, low - 1)
    assert not fits(fact, label, high + 1)


def test_any_angle_fits_other_facts():
    assert fits("torso_lean", "upright", 80)


def test_the_conditions_name_facts_and_classes():
    for family, conditions in APPLIES_IF.items():
        assert any(fact.family == family for fact in FACTS)
        for other, classes in conditions.items():
            known = BY_NAME[other.format(side="left")]
            assert set(classes) <= set(known.classes)


@pytest.mark.parametrize(
    ("name", "labels", "told"),
    [
        ("left_arm_direction", {"left_arm_raise": "at_side", "right_arm_raise": "shoulder_height"}, False),
        ("right_arm_direction", {"left_arm_raise": "at_side", "right_arm_raise": "shoulder_height"}, True),
        ("weight_leg", {"posture": "sitting", "airborne": "no"}, False),
        ("weight_leg", {"posture": "standing", "airborne": "yes"}, False),
        ("weight_leg", {}, True),
        ("torso_lean", {"posture": "lying_on_back"}, False),
        ("balance", {"airborne": "yes"}, False),
        ("left_knee_bend", {"posture": "airborne"}, True),
    ],
)
def test_a_fact_that_means_nothing_for_a_body_does_not_apply(name, labels, told):
    assert applies(FACTS[FACT_INDEX[name]], labels) is told
