"""Two questions in one: when they are taken apart, and how their answers come together."""

from __future__ import annotations

import numpy as np
import pytest
from people import standing

from pose2lang3d_sdk import Keypoints, Pose2Lang
from pose2lang3d_sdk.compound import put_together, take_apart
from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.skeleton import JOINT_INDEX


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "Is the left knee straight and the right knee bent?",
            ("Is the left knee straight?", "Is the right knee bent?"),
        ),
        ("is his left arm up but his right arm down", ("Is his left arm up?", "Is his right arm down?")),
        (
            "Is it true that the boy's right foot is on the ground and the boy's left foot is off the ground?",
            ("Is the boy's right foot on the ground?", "Is the boy's left foot off the ground?"),
        ),
        (
            "Is the left elbow bent, and is the right elbow straight too?",
            ("Is the left elbow bent?", "Is the right elbow straight?"),
        ),
    ],
)
def test_one_joint_on_both_sides_is_taken_apart(question, parts):
    assert take_apart(question) == parts


@pytest.mark.parametrize(
    "question",
    [
        "Is the left knee bent?",
        "Are the left knee and the right knee bent?",
        "Is the left hand between the head and the right hand of the person?",
        "Is the left hand as high as the head and the right hand as low as the knee?",
        "Is the left knee bent and the right arm raised?",
        "Which knee is bent, the left knee or the right knee?",
        "Is the left arm up and the right arm down and the head bowed?",
    ],
)
def test_all_else_stays_whole(question):
    assert take_apart(question) == (question,)


def decoded(verdict: str, text: str, confidence: float) -> Decoded:
    return Decoded(text, verdict, confidence)


def test_no_wins_then_unknown_then_yes():
    yes, no = decoded("yes", "Yes, the left arm is up.", 0.9), decoded("no", "No, the right arm is down.", 0.8)
    unknown = decoded("unknown", "I cannot tell: the right wrist is not visible.", 0.99)
    assert put_together([yes, no]) == decoded("no", "No, the right arm is down.", 0.8)
    assert put_together([no, unknown]).verdict == "no"
    assert put_together([yes, unknown]) == decoded("unknown", unknown.text, 0.99)
    both = put_together([yes, decoded("yes", "Yes, the right arm is up.", 0.7)])
    assert both == decoded("yes", "Yes, the left arm is up and the right arm is up.", 0.7)
    assert put_together([decoded("yes", "Yes.", 0.7), decoded("yes", "Yes.", 0.8)]).text == "Yes."
    assert put_together([yes, decoded("left", "The left arm.", 0.9)]) is None


def test_a_body_that_differs_from_side_to_side():
    """One knee is bent: of the four pairs of straight and bent exactly one is true."""
    person = standing()
    xy = person.xy.copy()
    xy[JOINT_INDEX["left_knee"]], xy[JOINT_INDEX["left_ankle"]] = (300, 330), (240, 400)
    model = Pose2Lang(threads=1).read(Keypoints(xy, np.full(17, 0.9))).person()
    words = ("straight", "bent")
    told = {(a, b): model.ask(f"Is the left knee {a} and the right knee {b}?") for a in words for b in words}
    assert [pair for pair, answer in told.items() if answer.verdict == "yes"] == [("bent", "straight")]
    assert {"left_knee", "right_knee"} <= set(told["bent", "straight"].joints)
