"""The highest part, the closer one, level hips: questions understood, answers by hand-placed joints, mirrored ones."""

from __future__ import annotations

import numpy as np
import pytest
from test_comparing import PLACES, ask, check_mirrored


@pytest.mark.parametrize(
    ("question", "verdict", "text"),
    [
        ("Is the left hand the highest point?", "yes", "Yes, the left hand is the highest point."),
        ("Is the head the highest point of the body?", "no", "No, the left hand is the highest point."),
        ("What is the highest joint?", "statement", "The left hand is the highest point."),
        ("Which part of the body is the lowest?", "statement", "The right foot is the lowest point."),
        ("lowest point of the body?", "statement", "The right foot is the lowest point."),
        ("Are the feet the lowest points?", "yes", "Yes, the right foot is the lowest point."),
    ],
)
def test_highest_and_lowest(question, verdict, text):
    assert ask(question) == (verdict, text)


@pytest.mark.parametrize(
    ("question", "verdict", "text"),
    [
        ("Which hand is further from the body?", "left", "The left hand is farther from the body than the right hand."),
        ("which wrist is closer to the trunk", "right", "The right wrist is closer to the body than the left wrist."),
        ("Is the left hand further from the body than the right hand?", "yes",
         "Yes, the left hand is farther from the body than the right hand."),
        ("right wrist farther from the torso than the left?", "no",
         "No, the left wrist is farther from the body than the right wrist."),
    ],
)  # fmt: skip
def test_how_far_from_the_body(question, verdict, text):
    assert ask(question) == (verdict, text)  # 0.97 and 0.42 from the nearest of shoulders and hips
    check_mirrored(question)


def test_of_a_single_part_nothing_is_the_highest():
    seen = {"left_wrist": PLACES["left_wrist"]}
    for question in ("Is the left hand the highest point?", "What is the highest point?"):
        assert ask(question, seen)[0] == "unknown"
    assert ask("Are the left hands the highest points?") is None


def test_the_head_ends_at_its_crown():
    def highest(height):
        return ask("What is the highest point?", PLACES | {"left_wrist": np.array([0.5, -height, 0])})[1]

    assert highest(1.55) == "The head is the highest point."
    assert highest(1.65) == "The head and the left hand are the highest points."
    assert highest(1.75) == "The head and the left hand are the highest points."
    assert highest(1.85) == "The left hand is the highest point."


@pytest.mark.parametrize(
    ("question", "verdict", "text"),
    [
        ("Which hand is closer to the head?", "left", "The left hand is closer to the head than the right hand."),
        ("Which hand is farther from the head?", "right", "The right hand is farther from the head than the left"),
        ("Which is closer to the head, the left or the right hand?", "left", "The left hand is closer to the head"),
        ("Is the left or the right hand closer to the hips?", "right", "The right hand is closer to the hips than the"),
        ("Which elbow is closest to the left knee?", "right", "The right elbow is closer to the left knee than the"),
        ("Is the right hand closer to the head or the hip?", "statement", "The right hand is closer to the right hip"),
        ("Is the left hand nearer to the right knee or to the head?", "statement", "The left hand is closer to the"),
    ],
)  # fmt: skip
def test_what_is_closer(question, verdict, text):
    found = ask(question)
    assert found[0] == verdict
    assert found[1].startswith(text)


@pytest.mark.parametrize(
    ("more", "verdict"), [(0.0, "same"), (0.05, "same"), (-0.05, "same"), (0.1, "left"), (-0.1, "right")]
)
def test_two_hands_may_be_equally_close(more, verdict):
    seen = {"nose": np.zeros(3), "left_wrist": np.array([0.6, 0, 0]), "right_wrist": np.array([-0.6 - more, 0, 0])}
    assert ask("Which hand is closer to the head?", seen)[0] == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Are the hips level?", "no"),
        ("Is her pelvis level?", "no"),
        ("hips uneven?", "yes"),
        ("Is the left hip higher than the right?", "yes"),
        ("Is the right hip higher than the left hip?", "no"),
        ("Is the right hip lower than the left one?", "yes"),
        ("Is one hip higher than the other?", "yes"),
        ("Which hip is higher?", "left"),
        ("Which hip sits lower?", "right"),
        ("Which is higher, the left or the right hip?", "left"),
    ],
)
def test_the_hips_are_told_apart_only_if_they_clearly_are(question, verdict):
    assert ask(question, PLACES | {"left_hip": np.array([0.2, -0.16, 0])})[0] == verdict
    for places in (PLACES, PLACES | {"left_hip": np.array([0.2, -0.14, 0])}):
        assert ask(question, places) == (
            "unknown",
            "I cannot tell: hips tilt by less than the points that I see can show.",
        )


@pytest.mark.parametrize(
    "question",
    [
        "Which hand is closer to the camera?",
        "Which hand is closer to the knee?",
        "Is the left elbow the lowest point of the two?",
        "Is the pelvis tilted?",
    ],
)
def test_other_questions_are_left_to_the_nets(question):
    assert ask(question) is None


@pytest.mark.parametrize(
    ("question", "hidden", "verdict", "told"),
    [
        ("What is the lowest joint?", ["right_ankle"], "statement", "Of what I see the right knee and the left foot"),
        ("Is the right foot the lowest point?", ["right_ankle"], "unknown", "I do not see the right ankle clearly"),
        ("Which hand is closer to the head?", ["nose"], "unknown", "I do not see the face clearly"),
        ("Are the hips level?", ["left_hip"], "unknown", "I do not see the left hip clearly"),
    ],
)
def test_what_is_not_visible(question, hidden, verdict, told):
    found = ask(question, {name: place for name, place in PLACES.items() if name not in hidden})
    assert found[0] == verdict
    assert told in found[1]


@pytest.mark.parametrize(
    "question",
    [
        "Which hand is closer to the head?", "What is the highest joint?", "Which hip is higher?",
        "Is the left hand the highest point?",
    ],
)  # fmt: skip
def test_the_mirrored_body_gets_the_mirrored_answer(question):
    check_mirrored(question)
