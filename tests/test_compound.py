"""Two questions in one: when they are taken apart, and how their answers come together."""

from __future__ import annotations

from time import perf_counter

import numpy as np
import pytest
from people import standing

from pose2lang3d_sdk import Keypoints, Pose2Lang
from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.questions.compound import put_together, take_apart
from pose2lang3d_sdk.skeleton import JOINT_INDEX


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "Standing, knees soft, looking left?",
            ("Is the person standing?", "Are the knees soft?", "Is the person looking left?"),
        ),
        ("is she standing, arms crossed?", ("Is she standing?", "Are the arms crossed?")),
        ("Left knee bent, right knee straight?", ("Is the left knee bent?", "Is the right knee straight?")),
        (
            "right arm: up, out to the side, elbow bent?",
            ("Is the right arm up?", "Is the right arm out to the side?", "Is the right elbow bent?"),
        ),
        ("Is he standing, arms crossed, correct?", ("Is he standing?", "Are the arms crossed?")),
        ("Are the knees bent, feet flat?", ("Are the knees bent?", "Are the feet flat?")),
        (
            "Left leg: knee bent, foot off the floor?",
            ("Is the left knee bent?", "Is the left foot off the floor?"),
        ),
        ("Left thigh vertical, knee bent?", ("Is the left thigh vertical?", "Is the left knee bent?")),
        (
            "Is he sitting, with his knees bent, and leaning back?",
            ("Is he sitting?", "Are his knees bent?", "Is he leaning back?"),
        ),
    ],
)
def test_lists_are_asked_item_by_item(question, parts):
    assert take_apart(question) == parts


@pytest.mark.parametrize(
    "question",
    [
        "Left forearm: up, level, down?",
        "Sitting, standing, kneeling?",
        "Chin up, chin down?",
        "Standing, not sitting?",
        "One knee down, one knee up?",
        "In this photo, is the knee bent?",
        "Sitting on an invisible chair, left thigh flat?",
        "Left knee bent, arm raised?",
        "arms up, is she jumping?",
        "Looking left, looking right?",
        "Her arms up, his arms down",
        "Hands on his friend, head down",
        "Standing on the left leg, knee bent?",
        "Foot on the gas, hands on the wheel",
        "Are the arms up because he won, head back?",
    ],
)
def test_choices_and_remarks_are_no_lists(question):
    assert take_apart(question) == (question,)


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Is he standing and is his left arm up?", ("Is he standing?", "is his left arm up?")),
        ("Is she standing and does she look left?", ("Is she standing?", "does she look left?")),
        (
            "Is he standing up straight, and are his arms down, and is he looking at us?",
            ("Is he standing up straight?", "are his arms down?", "is he looking at us?"),
        ),
        (
            "Is the right arm straight while the left is bent?",
            ("Is the right arm straight?", "Is the left arm bent?"),
        ),
        ("Are the knees and elbows bent?", ("Are the knees bent?", "Are the elbows bent?")),
        ("Are the left knee and the right elbow bent?", ("Is the left knee bent?", "Is the right elbow bent?")),
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
        ("Is the left knee bent and the right arm raised?", ("Is the left knee bent?", "Is the right arm raised?")),
        ("are the knees bent and hands on hips", ("Are the knees bent?", "Are the hands on hips?")),
        (
            "Is the left arm up and the right arm down and the head bowed?",
            ("Is the left arm up?", "Is the right arm down?", "Is the head bowed?"),
        ),
        ("Is she sitting and leaning forward?", ("Is she sitting?", "Is she leaning forward?")),
        ("Is he standing but not facing us?", ("Is he standing?", "Is he not facing us?")),
        ("Is the man standing with his arms crossed?", ("Is the man standing?", "Are his arms crossed?")),
        (
            "Is she kneeling with her back straight and both arms raised?",
            ("Is she kneeling?", "Is her back straight?", "Are both arms raised?"),
        ),
        ("Is he standing on one leg with arms out?", ("Is he standing on one leg?", "Are the arms out?")),
        (
            "Is the left knee bent more than 90 degrees and the right arm raised?",
            ("Is the left knee bent more than 90 degrees?", "Is the right arm raised?"),
        ),
        ("Is the left leg raised and the knee bent?", ("Is the left leg raised?", "Is the left knee bent?")),
        ("Is the right arm up and the elbow bent?", ("Is the right arm up?", "Is the right elbow bent?")),
        ("Is one of his arms up and the head down?", ("Is one of his arms up?", "Is the head down?")),
        ("Is the head turned to the left and the knee bent?", ("Is the head turned to the left?", "Is the knee bent?")),
        ("Is it true that the left arm is raised and bent?", ("Is the left arm raised?", "Is the left arm bent?")),
        ("is it true that she is standing with arms up", ("Is she standing?", "Are the arms up?")),
        ("Is she standing with one arm raised?", ("Is she standing?", "Is one arm raised?")),
        ("Is the left arm raised and bent?", ("Is the left arm raised?", "Is the left arm bent?")),
    ],
)
def test_what_stands_by_itself_is_taken_apart(question, parts):
    assert take_apart(question) == parts


@pytest.mark.parametrize(
    "question",
    [
        "Is the left knee bent?",
        "Are the left knee and the right knee bent?",
        "Is the left hand between the head and the right hand of the person?",
        "Is the left hand as high as the head and the right hand as low as the knee?",
        "Is the left hand above and behind the head?",
        "Are the feet off and above the ground?",
        "Is he facing but not looking at the camera?",
        "Is she leaning and looking to the right?",
        "Is the head turned and tilted to the left?",
        "Are the arms out and shoulder level?",
        "Is the left arm raised and the right arm pointing at it?",
        "Is the left arm up and the right arm up higher?",
        "Is he not standing with his arms crossed?",
        "Are both the left arm raised and the right arm straight?",
        "Is it true that the back is straight up and down?",
        "Is he standing on his right leg with the knee bent?",
        "Is the left foot on the floor and the leg up?",
        "Is the left arm up and the leg bent?",
        "Is one arm raised and straight?",
        "Is he looking at a girl with her hand raised?",
        "Are the arms extended forward and up?",
        "Is he standing with his arms crossed but not leaning?",
        "Are the shoulders the cellar and the hips the attic?",
        "Is the left forearm vertical with the hand on top?",
        "Is the back straight up and down?",
        "Is the right arm raised in any direction but forward?",
        "Is the chest on the far side and the back on the near one?",
        "Is he standing or sitting with his arms crossed?",
        "Which knee is bent, the left knee or the right knee?",
    ],
)
def test_all_else_stays_whole(question):
    assert take_apart(question) == (question,)


def decoded(verdict: str, text: str, confidence: float) -> Decoded:
    return Decoded(text, verdict, confidence)


def test_no_wins_then_unknown_then_yes():
    yes, no = decoded("yes", "Yes, the left arm is up.", 0.9), decoded("no", "No, the right arm is down.", 0.8)
    unknown = decoded("unknown", "I cannot tell: I do not see the right wrist clearly.", 0.99)
    assert put_together([yes, no]) == decoded("no", "No, the right arm is down.", 0.8)
    assert put_together([no, unknown]).verdict == "no"
    assert put_together([yes, unknown]) == decoded("unknown", f"{unknown.text} The left arm is up.", 0.99)
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


def test_a_refusal_names_the_joints_that_were_asked_for():
    person = Pose2Lang().read(standing(hidden=("left_wrist", "left_knee", "left_ankle"))).person()
    assert person.ask("Where is the left hand?").text == "I cannot tell: I do not see the left wrist clearly."


def test_long_rows_take_no_time():
    question = "Is the knee up and " + "knee up and up and " * 12 + "it up?"
    started = perf_counter()
    take_apart(question)
    assert perf_counter() - started < 1
