"""Facts read off the picture alone: a hand-made person, and its mirror image."""

from __future__ import annotations

import numpy as np
import pytest
from people import arm_raised, standing

from evaluation.real2d import agreement, read_marks, rules
from pose2lang3d_sdk.facts import FACT_INDEX, FACTS
from pose2lang3d_sdk.skeleton import JOINTS, MIRROR, mirror_name

SEEN = np.ones((1, 17), dtype=bool)


def _decided(xy):
    return {rule: int(value[0]) for rule, value in rules(xy[None], SEEN).items()}


def test_a_raised_arm_is_read_off_the_picture():
    found = _decided(arm_raised().xy)
    assert found["higher_hand: left"] == 1
    assert found["left_hand_height: above_head"] == 1
    assert found["right_hand_height: above_head"] == 0
    assert found["view: front"] == 1
    assert found["torso_orientation: inverted"] == 0
    assert found["left_knee_bend: straight"] == -1, "a straight line in a picture may be a bent leg seen from the front"


def test_the_mirrored_person_has_sides_swapped():
    xy = arm_raised().xy
    found, mirrored = _decided(xy), _decided((xy * [-1, 1] + [400, 0])[MIRROR])
    assert mirrored["right_hand_height: above_head"] == found["left_hand_height: above_head"]
    assert mirrored["higher_hand: left"] == 0
    for rule in found:
        if rule.startswith(("left", "right")):
            assert mirrored[mirror_name(rule.split(":")[0]) + ":" + rule.split(":")[1]] == found[rule]


def test_a_joint_that_is_not_marked_decides_nothing():
    seen = SEEN.copy()
    seen[0, JOINTS.index("left_wrist")] = False
    found = rules(arm_raised().xy[None], seen)
    assert found["higher_hand: left"][0] == -1
    assert found["left_hand_height: above_head"][0] == -1


def test_agreement_counts_decided_people_only():
    labels = np.full((4, len(FACTS)), -1)
    labels[:, FACT_INDEX["higher_hand"]] = [0, 1, 0, -1]
    decided = {"higher_hand: left": np.array([1, 1, 0, 1])}
    assert agreement(decided, labels)["higher_hand: left"] == (3, pytest.approx(100 / 3))


def test_marks_of_other_skeletons_are_put_in_order(tmp_path):
    xy = standing().xy
    names = ["r_ankle", "l_wrist", "l_shoulder", "r_shoulder", "l_hip", "r_hip", "head_top"]
    index = [JOINTS.index(n.replace("l_", "left_").replace("r_", "right_")) for n in names[:-1]]
    marks = np.ones((1, 7, 3))
    marks[0, :-1, :2] = xy[index]
    np.savez(tmp_path / "marks.npz", kpts=marks, names=np.array(names))
    points, seen = read_marks(tmp_path / "marks.npz")
    np.testing.assert_allclose(points[0, index], xy[index])
    assert seen.sum() == 6
