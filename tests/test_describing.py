"""Commands to describe a region: which are understood, and that they get that region's description."""

from __future__ import annotations

import pytest
from people import nobody_visible, standing

from pose2lang3d_sdk import Pose2Lang
from pose2lang3d_sdk.describing import described


@pytest.mark.parametrize(
    ("command", "regions"),
    [
        ("Describe the arms for a blind person", ("arms",)),
        ("tell me about his legs please", ("legs",)),
        ("Please describe the legs position.", ("legs",)),
        ("Could you describe her head, torso and arms?", ("head", "torso", "arms")),
        ("Talk me through the position of the man's legs, and then the head", ("legs", "head")),
        ("I'm blind, can you describe this man?", ()),
        ("Describe the whole body in detail", ()),
        ("What are her arms doing?", ("arms",)),
        ("whats he doing with his legs", ("legs",)),
        ("How are the arms and the legs held?", ("arms", "legs")),
        ("What is he doing with the ball?", None),
        ("What are they doing?", None),
        ("Describe the man and the woman.", None),
        ("Describe the table's legs.", None),
        ("Describe the person to the left.", None),
        ("Describe the legs for me, is the left knee straight?", None),
        ("Describe the left arm.", None),
        ("Describe the posture.", None),
        ("Describe the legs of the chair.", None),
        ("Tell me about the weather.", None),
        ("Describe whether the arms are crossed.", None),
        ("Are the arms raised?", None),
        ("", None),
    ],
)
def test_commands(command, regions):
    assert described(command) == regions


def test_all_that_is_known_of_a_region_is_told():
    model = Pose2Lang(threads=1)
    person = model.read(standing()).person()
    answer = person.ask("Tell me about the legs.")
    assert answer.verdict == "statement"
    assert answer.text.startswith("Both knees are straight.")
    assert {fact for fact in ("feet", "hips", "shins") if fact in answer.text} == {"feet", "hips", "shins"}
    assert "arm" not in answer.text
    assert set(answer.joints) == {"left_knee", "right_knee"}
    assert person.ask("Describe the man for a blind person.").text == person.describe().text
    assert person.ask("Describe the legs, then the arms.").text.count(".") >= 2


def test_of_nobody_nothing_is_told():
    assert not Pose2Lang(threads=1).read(nobody_visible()).person().ask("Describe the legs.").answerable
