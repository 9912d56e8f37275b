"""Comparisons of bends that no fact tells."""

from __future__ import annotations

import pytest

from pose2lang3d_sdk.questions.bends import compare_bends
from pose2lang3d_sdk.skeleton import JOINTS, mirror_name, mirror_text

ANGLES = {
    "left_elbow": 50.0, "right_elbow": 60.0, "left_knee": 101.0, "right_knee": 99.0, "left_hip": 160.0,
    "right_hip": 120.0,
}  # fmt: skip
CASES = [
    ("Is the left elbow more bent than the left knee?", "yes"),
    ("Is his left knee less bent than his left elbow?", "yes"),
    ("Is the left elbow straighter than the left knee?", "no"),
    ("Are the arms more bent than the legs?", "yes"),
    ("Are the knees bent more than the elbows?", "no"),
    ("Which is more bent, the elbows or the knees?", "statement"),
    ("Is the right hip flexed more than the left?", "yes"),
    ("Is the left hip straighter than the right?", "yes"),
    ("Is the right hip straighter than the left hip?", "no"),
    ("Which hip is more flexed?", "right"),
    ("Which hip is straighter?", "left"),
    ("Are the hips bent equally?", "no"),
]


@pytest.mark.parametrize(("question", "verdict"), CASES)
def test_verdicts(question, verdict):
    answer, joints = compare_bends(question, ANGLES, JOINTS)
    assert answer.verdict == verdict
    assert answer.text.count("degrees") >= 2
    assert answer.confidence > 0.8
    assert joints


@pytest.mark.parametrize(("question", "verdict"), CASES)
def test_mirrored(question, verdict):
    mirrored = {mirror_name(name): degrees for name, degrees in ANGLES.items()}
    answer, _ = compare_bends(mirror_text(question), mirrored, JOINTS)
    assert answer.verdict == mirror_name(verdict)


def test_hips_that_are_bent_alike():
    alike = {"left_hip": 121.0, "right_hip": 119.0}
    assert compare_bends("Are the hips equally bent?", alike, JOINTS)[0].verdict == "yes"
    assert compare_bends("Which hip is more bent?", alike, JOINTS)[0].verdict == "same"


def test_what_is_not_seen_is_said():
    answer, joints = compare_bends("Which hip is more bent?", {"left_hip": 121.0}, ("left_hip",))
    assert (answer.verdict, joints) == ("unknown", ())
    assert "right hip" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Is the left knee more bent than the right knee?",
        "Which knee is more bent?",
        "Which elbow is straighter?",
        "Are the hips level?",
        "Is the left hip bent?",
        "Is the left elbow more bent than the chair?",
        "Is the left elbow higher than the left knee?",
        "",
    ],
)
def test_other_questions_are_left_alone(question):
    assert compare_bends(question, ANGLES, JOINTS) is None
