"""Ranges of degrees and shortened sides, in other words."""

from __future__ import annotations

import pytest
from people import arm_raised

from pose2lang3d_sdk import Pose2Lang
from pose2lang3d_sdk.questions.ranges import without_ranges


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("REBA trunk: 0-20 or 20-60?", "trunk in degrees?"),
        ("trunk flexion: 0-20 / 20-60 / >60 ?", "trunk flexion in degrees?"),
        ("Is the trunk 0-20°, 20-60° or above 60°?", "the trunk in degrees?"),
        (
            "shoulder abduction on the right side, please: 20-45, 45-90 or above 90?",
            "shoulder abduction right in degrees?",
        ),
        ("L elbow approx 150-180?", "is the left elbow between 150 and 180 degrees?"),
        ("is the right knee 90 - 120 degrees", "is the right knee between 90 and 120 degrees?"),
        ("R knee flexion > 45°", "right knee flexed > 45°"),
        ("left hip flexion over 90 degrees?", "left hip flexed over 90 degrees?"),
        ("elbow angles L and R", "elbow angles left and right"),
        ("Is the left knee bent more than 90 degrees?", "Is the left knee bent more than 90 degrees?"),
        ("Is it an L shape?", "Is it an L shape?"),
        ("R knee or L knee?", "R knee or L knee?"),
        ("Was this taken in 1990-2000?", "Was this taken in 1990-2000?"),
        ("Are the knees bent?", "Are the knees bent?"),
    ],
)
def test_other_words(question, meant):
    assert without_ranges(question) == meant


def test_an_angle_inside_a_range_is_confirmed_and_several_ranges_get_the_number():
    person = Pose2Lang(threads=1).read(arm_raised()).person()
    raised = person.angles()["left_shoulder"]
    low = 10 * int(raised // 10) - 20
    assert person.ask(f"L arm raised {low}-{low + 40}?").verdict == "yes"
    assert person.ask(f"L arm raised {low - 60}-{low - 20}?").verdict == "no"
    several = person.ask("left shoulder abduction: 0-45, 45-90 or over 90?")
    assert several.verdict == "statement"
    assert "degrees" in several.text
