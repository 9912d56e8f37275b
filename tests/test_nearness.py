"""Which of a pair of joints is nearer to the camera."""

from __future__ import annotations

import numpy as np
import pytest

from pose2lang3d_sdk.questions.nearness import nearer_to_camera

PLACES = {
    "left_ankle": (0.1, 2.0, 0.3), "right_ankle": (-0.1, 2.0, -0.3), "left_knee": (0.1, 1.0, 0.02),
    "right_knee": (-0.1, 1.0, 0.0), "left_elbow": (0.3, -1.0, -0.4),
}  # fmt: skip


def asked(question: str):
    found = nearer_to_camera(question, {name: np.array(place) for name, place in PLACES.items()})
    return found and (found[0].verdict, found[0].text)


@pytest.mark.parametrize(
    ("question", "verdict", "text"),
    [
        ("Which foot is closer to the camera?", "right", "The right foot is nearer to the camera than the left foot."),
        ("which ankle is furthest from us", "left", "The left ankle is farther from the camera than the right ankle."),
        ("Which knee is nearest to me?", "same", "The knees are about equally far from the camera."),
        (
            "Is the left foot closer to the lens than the right one?", "no",
            "No, the right foot is nearer to the camera than the left foot.",
        ),
        (
            "Is her left foot further from the camera?", "yes",
            "Yes, the left foot is farther from the camera than the right foot.",
        ),
        ("Which elbow is closer to the camera?", "unknown", "I cannot tell: I do not see the right elbow clearly."),
    ],
)  # fmt: skip
def test_the_nearer_one_of_a_pair(question, verdict, text):
    assert asked(question) == (verdict, text)


@pytest.mark.parametrize(
    "question",
    ["Which hand is closer to the camera?", "Which foot is closer to the knee?", "Which foot is in front?", "foot"],
)
def test_other_questions_are_left_alone(question):
    assert asked(question) is None
