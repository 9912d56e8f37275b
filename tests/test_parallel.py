"""Whether two limbs are parallel to each other."""

from __future__ import annotations

import numpy as np
import pytest

from pose2lang3d_sdk.questions.parallel import parallel

PLACES = {
    "left_hip": (0.2, 0.0, 0.0), "left_knee": (0.2, 1.0, 0.0), "left_ankle": (0.2, 2.0, 0.0),
    "right_hip": (-0.2, 0.0, 0.0), "right_knee": (-0.2, 0.0, 1.0), "right_ankle": (-0.2, 1.0, 1.0),
}  # fmt: skip
"""The left leg hangs down; the right thigh is level and the right shin hangs: both legs are 45 degrees apart."""


def asked(question: str, *, without: str = ""):
    found = parallel(question, {name: np.array(place) for name, place in PLACES.items() if name != without})
    return found and (found[0].text, found[0].verdict)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Are the shins parallel?", "Yes, the shins are about parallel."),
        ("Are her calves parallel to one another?", "Yes, the calves are about parallel."),
        ("Are the legs parallel to each other?", "No, the legs are not parallel."),
        ("both legs parallel?", "No, the legs are not parallel."),
        ("Are the thighs parallel to each other?", "No, the thighs are not parallel."),
        ("Is the left shin parallel to the right one?", "Yes, the left shin and the right shin are about parallel."),
        ("Are the legs exactly parallel?", "No, the legs are not parallel."),
        ("Is the left leg parallel to the other leg?", "No, the left leg and the right leg are not parallel."),
        ("Is the left shin parallel to the other one?", "Yes, the left shin and the right shin are about parallel."),
        ("Is the left thigh parallel to the right shin?", "Yes, the left thigh and the right shin are about parallel."),
        ("Is the left thigh parallel to the left thigh?", None),
        ("What angle are the thighs?", None),
        ("What is the angle of the shins?", None),
        ("Are the thighs parallel?", None),
        ("Are the thighs parallel to the floor?", None),
        ("Are the feet parallel?", None),
        ("Is the body parallel to the ground?", None),
    ],
)
def test_limbs_are_parallel_or_not(question, text):
    found = asked(question)
    assert (found and found[0]) == text
    assert text is None or text.lower().startswith(found[1])


def test_hidden_joints_are_named():
    hidden = ("I cannot tell: I do not see the right ankle clearly.", "unknown")
    assert asked("Are the shins parallel?", without="right_ankle") == hidden
    assert asked("Are the thighs parallel to each other?", without="right_ankle")[1] == "no"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("What angle do the two thighs make with each other?", "The thighs are at about 90 degrees to each other."),
        ("What angle are the thighs to each other?", "The thighs are at about 90 degrees to each other."),
        ("What is the angle between her shins?", "The shins are at about 0 degrees to each other."),
        (
            "what's the angle between the right thigh and the right shin",
            "The right thigh and the right shin are at about 90 degrees to each other.",
        ),
        (
            "What is the angle between the left thigh and the left shin?",
            "The left thigh and the left shin are at about 180 degrees to each other.",
        ),
    ],
)
def test_the_angle_itself_is_told(question, text):
    assert asked(question) == (text, "statement")
