"""How simulated and real people are compared in 2D, and where hips are marked."""

from __future__ import annotations

import numpy as np
import pytest
from bodies import standing
from people import standing as standing_keypoints

from evaluation.shapes import KINDS, People, kinds, missing, ratios
from pose2lang3d_sdk.skeleton import JOINT_INDEX, normalize
from training.data import marks
from training.data.body import COCO


def _people(*hidden: str) -> People:
    keypoints = standing_keypoints(hidden=hidden)
    return People(normalize(keypoints.xy, keypoints.score)[None], face=True)


def test_ratios_of_a_hand_made_person():
    found = ratios(_people())
    assert found["shin / thigh"] == pytest.approx([1.0, 1.0], rel=0.01)  # 110 pixels each
    assert found["hips / trunk"] == pytest.approx([50 / 150.7, 50 / 150.7], rel=0.01)


def test_what_is_missing_is_counted():
    ankles = ("left_ankle", "right_ankle")
    assert missing(_people(*ankles))["ankle"] == 100
    assert missing(_people("left_ankle"))["ankle"] == 50
    assert kinds(_people())["whole"] == 100
    assert kinds(_people(*ankles))["no ankles"] == 100
    assert kinds(_people(*ankles, "left_knee", "right_knee"))["no knees"] == 100
    assert sum(kinds(_people("left_shoulder", "right_shoulder")).values()) == 100
    assert tuple(kinds(_people())) == KINDS


def test_hips_are_marked_farther_out_than_the_joints_and_nothing_else_moves():
    joints = np.repeat(standing()[None].astype(np.float64), 300, axis=0)
    found = marks.marked_joints(joints, np.random.default_rng(0))
    left, right = JOINT_INDEX["left_hip"], JOINT_INDEX["right_hip"]
    shoulders = [JOINT_INDEX["left_shoulder"], JOINT_INDEX["right_shoulder"]]
    trunk = np.linalg.norm(found[:, shoulders].mean(axis=1) - found[:, [left, right]].mean(axis=1), axis=1)
    width = np.linalg.norm(found[:, left] - found[:, right], axis=1) / trunk
    assert np.median(width) == pytest.approx(marks.HIPS[0], abs=0.02)
    np.testing.assert_allclose(found[:, [left, right]].mean(axis=1), joints[:, COCO][:, [left, right]].mean(axis=1))
    others = np.setdiff1d(np.arange(17), [left, right, *shoulders])
    np.testing.assert_array_equal(found[:, others], joints[:, COCO][:, others])
