"""Questions that count: which are understood, and the sums."""

from __future__ import annotations

import pytest
from people import LEGS, arm_raised, standing

from pose2lang3d_sdk import Pose2Lang
from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.questions.counting import Count, counted, counts

YES, NO = Decoded("Yes.", "yes", 0.9), Decoded("No.", "no", 0.8)
UNSEEN = Decoded("I cannot tell: I do not see the left knee clearly.", "unknown", 1.0)
OUT = Decoded("I can only answer questions about the pose of the body.", "out_of_scope", 1.0)


@pytest.mark.parametrize(
    ("question", "part", "state", "kind"),
    [
        ("How many knees are bent?", "knee", "bent", "many"),
        ("how many of his feet are on the ground", "foot", "on the ground", "many"),
        ("How many feet touch the floor?", "foot", "touching the floor", "many"),
        ("How many arms does she have raised?", "arm", "raised", "many"),
        ("count raised arms", "arm", "raised", "many"),
        ("number of bent knees", "knee", "bent", "many"),
        ("Is exactly one arm raised?", "arm", "raised", "one"),
        ("Is only one foot on the ground?", "foot", "on the ground", "one"),
        ("just one arm up?", "arm", "up", "one"),
        ("Is at least one of her hands above the head?", "hand", "above the head", "any"),
        ("Are any arms lifted?", "arm", "lifted", "any"),
        ("Any arm raised?", "arm", "raised", "any"),
        ("Is either of her knees bent?", "knee", "bent", "any"),
        ("are none of the arms raised?", "arm", "raised", "none"),
        ("No arms up?", "arm", "up", "none"),
        ("no feet on the ground?", "foot", "on the ground", "none"),
        ("Is no knee bent?", "knee", "bent", "none"),
        ("None of his arms is up, is it?", "arm", "up", "none"),
        ("how many hands in the air", "hand", "in the air", "many"),
    ],
)
def test_what_is_counted(question, part, state, kind):
    assert counts(question) == Count(part, state, kind)


@pytest.mark.parametrize(
    "question",
    [
        "How many people are there?",
        "How many degrees is the left knee bent?",
        "How many hands are visible?",
        "How many fingers are raised?",
        "Is one knee bent and one straight?",
        "How many hands are touching each other?",
        "How many feet are together?",
        "How many arms are raised by the crane?",
        "How many feet are off the ground and how many knees are bent?",
        "Is any knee bent more than the other?",
        "How many arms of the chair are bent?",
        "",
    ],
)
def test_other_questions_are_left_alone(question):
    assert counts(question) is None


@pytest.mark.parametrize(
    ("kind", "answers", "verdict", "text"),
    [
        ("many", (YES, YES), "statement", "Both knees are bent."),
        ("many", (YES, NO), "statement", "Only the left knee is bent."),
        ("many", (NO, NO), "statement", "Neither knee is bent."),
        ("many", (UNSEEN, YES), "statement", f"Only the right knee is bent that I can see. {UNSEEN.text}"),
        ("many", (UNSEEN, NO), "unknown", UNSEEN.text),
        ("one", (NO, YES), "yes", "Yes, only the right knee is bent."),
        ("one", (YES, YES), "no", "No, both knees are bent."),
        ("one", (NO, NO), "no", "No, neither knee is bent."),
        ("one", (UNSEEN, YES), "unknown", UNSEEN.text),
        ("any", (NO, YES), "yes", "Yes, only the right knee is bent."),
        ("any", (UNSEEN, NO), "unknown", UNSEEN.text),
        ("any", (UNSEEN, YES), "yes", "Yes, the right knee is bent."),
        ("any", (NO, NO), "no", "No, neither knee is bent."),
        ("none", (NO, NO), "yes", "Yes, neither knee is bent."),
        ("none", (NO, YES), "no", "No, only the right knee is bent."),
        ("none", (UNSEEN, NO), "unknown", UNSEEN.text),
        ("which", (UNSEEN, YES), "right", "Only the right knee is bent that I can see."),
        ("which", (UNSEEN, NO), "unknown", UNSEEN.text),
    ],
)
def test_the_sums(kind, answers, verdict, text):
    found = counted(Count("knee", "bent", kind), answers)
    assert (found.verdict, found.text) == (verdict, text)
    assert found.confidence in {answer.confidence for answer in answers}


@pytest.mark.parametrize(
    "question",
    ["Which foot is on the ground?", "Is one of his arms up?", "Does he have an arm up?"],
)
def test_what_is_only_counted_if_one_is_hidden(question):
    assert counts(question).if_hidden


@pytest.mark.parametrize(
    ("question", "state"),
    [("Are both knees bent?", "bent"), ("his hands on his knees?", "on his knees"), ("Are the arms up?", "up")],
)
def test_one_of_two_that_is_not_so_settles_both(question, state):
    count = counts(question)
    assert (count.state, count.kind, count.if_hidden) == (state, "both", True)
    no = Decoded("No, the left knee is straight.", "no", 0.8)
    assert counted(count, [no, UNSEEN]) == no
    assert counted(count, [UNSEEN, no]) == no
    assert counted(count, [YES, UNSEEN]) is None


@pytest.mark.parametrize(
    "question", ["Are the hands level?", "Are both feet touching?", "Are the feet wide apart?", "Are the hands close?"]
)
def test_what_is_said_of_a_pair_is_not_asked_of_each(question):
    assert counts(question) is None


def test_what_cannot_be_counted():
    assert counted(Count("knee", "bent", "many"), (OUT, OUT)) is None


def test_through_the_whole_model():
    model = Pose2Lang(threads=1)
    person = model.read(arm_raised()).person()
    assert person.ask("How many arms are raised?").text == "Only the left arm is raised."
    assert person.ask("Is only one arm raised?").verdict == "yes"
    assert (
        model.read(standing()).person().ask("How many feet are on the ground?").text == "Both feet are on the ground."
    )
    half = model.read(standing(hidden=("left_elbow", "left_wrist"))).person()
    assert half.ask("Is either arm straight?").text == "Yes, the right arm is straight."
    assert half.ask("Which arm is straight?").verdict == "right"
    assert not model.read(standing(hidden=LEGS)).person().ask("How many knees are bent?").answerable
