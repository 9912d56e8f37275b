"""Questions for angles: which are understood, and that they get every angle that they ask for."""

from __future__ import annotations

import re

import pytest
from people import standing

from pose2lang3d_sdk import Pose2Lang
from pose2lang3d_sdk.questions.amounts import tell_angles
from pose2lang3d_sdk.skeleton import JOINTS

ANGLES = {
    "left_elbow": 80.0, "right_elbow": 126.0, "left_knee": 141.0, "right_knee": 104.0, "left_hip": 158.0,
    "right_hip": 123.0, "left_shoulder": 23.0, "right_shoulder": 59.0, "torso": 16.0,
}  # fmt: skip
KNEES, ELBOWS, HIPS, ARMS = [140, 100], [80, 130], [160, 120], [20, 60]


def told(question: str, lean: str = "forward"):
    answer = tell_angles(question, ANGLES, JOINTS, lean=lean)
    return answer and answer[0].text


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("Knee angles?", KNEES),
        ("Could you please give me the knee angles in degrees?", KNEES),
        ("left knee angle and right knee angle", KNEES),
        ("left and right knee angles", KNEES),
        ("angles: knees", KNEES),
        ("both knees in degrees", KNEES),
        ("How bent are the man's knees?", KNEES),
        ("What angle are her knees at?", KNEES),
        ("What's the angle of his elbows?", ELBOWS),
        ("How many degrees are the elbows bent?", ELBOWS),
        ("elbow angle on each side?", ELBOWS),
        ("What's the hip angle on both sides?", HIPS),
        ("Hip angle?", HIPS),
        ("List both knee angles and both elbow angles", KNEES + ELBOWS),
        ("left knee and right elbow angles?", [140, 130]),
        ("left knee and elbow angles", [140, 80]),
        ("What's the angle at the left elbow and at the left knee?", [80, 140]),
        ("Shoulder abduction angle left?", [20]),
        ("How far are the arms raised in degrees?", ARMS),
        ("joint angles of both arms in degrees", ELBOWS + ARMS),
        ("leg angles", KNEES + HIPS),
        ("Which joint is bent the most?", [80]),
        ("what is the straightest joint", [160]),
        ("Which joints are bent?", ELBOWS + KNEES + HIPS[1:]),
        ("list the straight joints", [160]),
        ("what's bent?", ELBOWS + KNEES + HIPS[1:]),
        ("Which limbs are bent?", ELBOWS + KNEES),
        ("How many joints are bent?", [5, 6, *ELBOWS, *KNEES, *HIPS[1:]]),
        ("count the straight joints", [1, 6, 160]),
        ("joint angles pls", ELBOWS + KNEES + HIPS + ARMS + [20]),
        ("Give me the angle of each joint", ELBOWS + KNEES + HIPS + ARMS + [20]),
        ("list all angles", ELBOWS + KNEES + HIPS + ARMS + [20]),
        ("How far does she lean forward?", [20]),
        ("How far does the person lean forward?", [20]),
        ("By how many degrees does the man lean?", [20]),
        ("What's the trunk flexion angle?", [20]),
        ("torso lean deg", [20]),
        ("How much is his torso tilted?", [20]),
        ("left knee flexion in degrees?", [40]),
        ("Knee flexion angles", [40, 80]),
        ("by how many degrees do the elbows differ", [50]),
        ("How many degrees more does she bend the right knee?", [40]),
        ("difference between the knee angles", [40]),
    ],
)
def test_every_angle_that_is_asked_for(question, numbers):
    text = told(question)
    assert text is not None
    assert [int(number) for number in re.findall(r"\d+", text)] == numbers


@pytest.mark.parametrize(
    "question",
    [
        "What is the left knee angle?",
        "Is the left knee bent?",
        "Are the knees at an angle?",
        "How many knees are bent?",
        "How far apart are the knees?",
        "What's the angle of the camera?",
        "From which angle is he seen?",
        "What is the angle between the legs?",
        "Which knee angle is bigger?",
        "Left knee flexed?",
        "Trunk flexion?",
        "Elbow flexion (left/right)?",
        "Tell me the side of the hip flexion.",
        "Right angles in both elbows",
        "Left elbow angle < right elbow angle?",
        "Knee angles differ?",
        "How raised are the shoulders of the chair?",
        "How far is the head turned?",
        "left leg knee angle?",
        "How bent is the raised arm?",
        "What is the angle between the two legs?",
        "Which joints are visible?",
        "Are all joints bent?",
        "Are most of the joints bent?",
        "Is everything straight?",
        "How bent are the joints?",
        "How far is he?",
        "How much does she know?",
        "From what angle is he seen?",
        "Left hip abduction angle?",
        "How far are the knees raised?",
        "knee angle left, elbow angle right",
        "How much does he weigh?",
        "angle",
        "",
    ],
)
def test_other_questions_are_left_alone(question):
    assert told(question) is None


def test_of_limbs_only_elbows_and_knees_are_told():
    bent = {"left_elbow": 80.0, "left_knee": 120.0, "left_hip": 170.0}
    straight, most = (
        tell_angles(question, bent, JOINTS)[0].text
        for question in ("Which limbs are straight?", "which limb is the straightest")
    )
    assert straight == "No elbow or knee that I see is straight."
    assert most == "Of what I see the straightest elbow or knee is the left knee, at about 120 degrees."


def test_the_way_of_the_lean_is_told():
    assert told("trunk angle?") == "The torso leans forwards by about 20 degrees."
    assert told("trunk angle?", "backward") == "The torso leans backwards by about 20 degrees."
    assert told("trunk angle?", "upright") == "The torso is tilted by about 20 degrees."


def test_which_side_is_bent_more_and_which_arm_is_raised_more():
    assert told("difference between the knee angles").startswith("The right knee is bent")
    assert told("how many degrees more is the right arm raised").startswith("The right arm is raised")
    equal = tell_angles("difference between the knee angles", {"left_knee": 90.0, "right_knee": 91.0}, JOINTS)
    assert equal[0].text == "Both knees are bent about equally."


def test_what_is_not_seen_is_said():
    (seen, joints) = tell_angles("Knee angles?", {"left_knee": 141.0}, [j for j in JOINTS if j != "right_ankle"])
    assert seen.text == "The left knee is at about 140 degrees. I cannot tell: I do not see the right ankle clearly."
    assert joints == ("left_hip", "left_knee", "left_ankle")
    (none, joints) = tell_angles("Knee angles?", {}, ())
    assert (none.verdict, joints) == ("unknown", ())
    (one, _) = tell_angles("difference between the knee angles", {"left_knee": 141.0}, ("left_hip",))
    assert one.verdict == "unknown"


@pytest.mark.parametrize(
    "question", ["How many degrees is the neck bent?", "neck flexion angle", "head angle in degrees"]
)
def test_of_the_head_no_degrees_are_known(question):
    assert tell_angles(question, ANGLES, JOINTS)[0].verdict == "unknown"


def test_through_the_whole_model():
    person = Pose2Lang(threads=1).read(standing()).person()
    answer = person.ask("What are the knee angles?")
    assert answer.verdict == "statement"
    assert answer.text.count("degrees") == 2
    assert set(answer.joints) == {f"{side}_{joint}" for side in ("left", "right") for joint in ("hip", "knee", "ankle")}
