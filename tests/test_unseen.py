from __future__ import annotations

import pytest

from pose2lang3d_sdk.skeleton import JOINTS
from pose2lang3d_sdk.unseen import list_parts, missing_joints, not_visible


@pytest.mark.parametrize(
    ("facts", "hidden", "missing"),
    [
        (["left_knee_bend"], ["left_ankle", "right_ankle", "nose"], ("left_ankle",)),
        (["left_knee_bend", "right_knee_bend"], ["right_hip", "left_ankle"], ("right_hip", "left_ankle")),
        (["left_hand_near_foot"], ["left_ankle"], ()),  # the other foot would do
        (["left_hand_near_foot"], ["left_ankle", "right_ankle"], ("left_ankle", "right_ankle")),
        (["arms_symmetric"], ["left_elbow"], ("left_elbow",)),
        ([], list(JOINTS), ()),
    ],
)
def test_missing_joints(facts, hidden, missing):
    assert missing_joints(facts, set(JOINTS) - set(hidden)) == missing


def test_lists_of_joints():
    assert list_parts(["nose"]) == "the nose"
    assert list_parts(["left_knee", "right_ankle"]) == "the left knee and the right ankle"
    assert list_parts(["left_knee", "right_knee", "left_ankle"]) == "both knees and the left ankle"
    assert list_parts(["left_wrist", *JOINTS[:5], "left_hip"]) == "the left wrist, the face and the left hip"


@pytest.mark.parametrize(
    ("joints", "text"),
    [
        (["left_knee"], "I cannot tell: I do not see the left knee clearly."),
        (["left_knee", "right_knee"], "I cannot tell: I do not see either knee clearly."),
        (["nose", "left_hip"], "I cannot tell: I do not see the nose or the left hip clearly."),
    ],
)
def test_not_visible(joints, text):
    assert not_visible(joints) == text
