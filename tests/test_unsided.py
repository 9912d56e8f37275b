from __future__ import annotations

import numpy as np
import pytest
from people import standing

from pose2lang3d_sdk import Keypoints, Pose2Lang
from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.questions.unsided import each_side, of_both_sides
from pose2lang3d_sdk.skeleton import JOINT_INDEX


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("Is the knee bent?", "Is the left knee bent?"),
        ("is his arm raised", "is his left arm raised"),
        ("Isn't her elbow straight?", "Isn't her left elbow straight?"),
        ("Is the elbow bent or extended?", "Is the left elbow bent or extended?"),
        ("Is the man's hand above his head?", "Is the man's left hand above his head?"),
        ("How bent is the knee?", "How bent is the left knee?"),
        ("Where is her hand?", "Where is her left hand?"),
        ("What is the upper arm doing?", "What is the left upper arm doing?"),
        ("how many degrees is the elbow bent?", "how many degrees is the left elbow bent?"),
        ("How bent is her knee, in degrees, roughly?", "How bent is her left knee, in degrees, roughly?"),
        ("What's the knee angle?", "What's the left knee angle?"),
        ("Does the arm hang down?", "Does the left arm hang down?"),
    ],
)
def test_a_limb_without_a_side_is_asked_of_both(question, left):
    assert each_side(question) == (left, left.replace("left", "right", 1))


@pytest.mark.parametrize(
    "question",
    [
        "Is the left knee bent?",
        "Is a knee bent?",
        "Are the knees bent?",
        "Which knee is bent?",
        "Is one arm raised?",
        "Is the arm position symmetrical?",
        "Is the hand gap wide?",
        "Is the knee more bent than the other?",
        "Is the arm of the chair raised?",
        "Is the foot crossed over the other?",
        "Is the back leg straight?",
        "Is the leg in front bent?",
        "Is the arm over the head straight?",
        "Is the knee bent that carries the weight?",
        "Does the arm bend more?",
        "Is the hip level?",
        "Is the leg apart?",
        "Is the arm raised or the leg?",
        "Is the hand out of focus?",
        "Is the head tilted?",
        "Why is the arm raised?",
        "Is the arm raised? Is she sitting?",
        "",
    ],
)
def test_all_other_questions_stay(question):
    assert each_side(question) == ()


def test_the_answers_of_both_sides_come_together():
    def decoded(verdict: str, text: str) -> Decoded:
        return Decoded(text, verdict, 0.9)

    yes, no = decoded("yes", "Yes, the left knee is bent."), decoded("no", "No, the right knee is straight.")
    also = decoded("yes", "Yes, the right knee is bent.")
    unknown = decoded("unknown", "I cannot tell: I do not see the left knee clearly.")
    outside = decoded("out_of_scope", "I can only answer questions about the pose of the body.")
    assert of_both_sides([yes, also]) == decoded("yes", "Yes, the left knee is bent and the right knee is bent.")
    assert of_both_sides([yes, no]) == decoded("statement", "The left knee is bent. The right knee is straight.")
    assert of_both_sides([unknown, no]) == decoded("no", f"{no.text} {unknown.text}")
    assert of_both_sides([yes, unknown]) == decoded("yes", f"{yes.text} {unknown.text}")
    hidden = decoded("unknown", "I cannot tell: I do not see the right knee clearly.")
    assert of_both_sides([unknown, hidden]) == decoded("unknown", "I cannot tell: I do not see either knee clearly.")
    assert of_both_sides([outside, outside]) == outside


def test_the_plainest_questions_are_answered():
    person = standing()
    xy = person.xy.copy()
    xy[JOINT_INDEX["left_knee"]], xy[JOINT_INDEX["left_ankle"]] = (300, 330), (240, 400)
    bent = Pose2Lang(threads=1).read([Keypoints(xy, np.full(17, 0.9)), standing(hidden=("right_wrist",))])
    one, straight = bent.person(0), bent.person(1)
    assert one.ask("Is the knee bent?").verdict == "statement"
    assert {"left_knee", "right_knee"} <= set(one.ask("Is the knee bent?").joints)
    assert one.ask("Is the arm raised?").verdict == "no"
    assert straight.ask("Is the leg straight?").verdict == "yes"
    seen = straight.ask("Is the hand above the head?")
    assert seen.verdict == "no"
    assert seen.text.endswith("I cannot tell: I do not see the right wrist clearly.")
