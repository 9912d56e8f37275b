"""Second halves of questions that leave their part to the first."""

from __future__ import annotations

import re

import pytest
from people import standing

from pose2lang3d_sdk import Pose2Lang
from pose2lang3d_sdk.questions.halves import filled_in
from pose2lang3d_sdk.skeleton import mirror_text


@pytest.mark.parametrize(
    ("question", "halves"),
    [
        ("Which way is the head turned, and is it tilted?", "Which way is the head turned? is the head tilted?"),
        ("Is the left knee bent and is it on the ground?", "Is the left knee bent? is the left knee on the ground?"),
        ("Is his left elbow bent, and how high is it: shoulder, chest or waist?",
         "Is his left elbow bent? how high is his left elbow?"),
        ("How are the feet, and are they together?", "How are the feet? are the feet together?"),
        ("are both elbows bent? which one more", "are both elbows bent? which elbow is more bent?"),
        ("Are the feet apart, and which is in front?", "Are the feet apart? which foot is in front?"),
        # Two parts in the first half, or one in the second: nothing is left to it.
        ("Is the left knee above the right foot, and is it bent?", None),
        ("Is the left knee bent, and is the right one straight?", None),
        ("Which knee is more bent, and is it the left?", None),
        ("Which hand is higher, and is it above the head?", None),  # of the hand that is found
        ("Is he standing, and which hand is higher?", None),
        ("Is it bent?", None),
    ],
)  # fmt: skip
def test_the_part_is_filled_in(question, halves):
    assert filled_in(question) == (halves or question)
    mirrored = filled_in(mirror_text(question))
    assert set(re.findall(r"\w[^?]+", mirrored)) == set(re.findall(r"\w[^?]+", mirror_text(halves or question)))


def test_both_halves_are_answered():
    person = Pose2Lang(threads=1).read(standing()).person()
    answer = person.ask("Which way is the head turned, and is it tilted?")
    assert "turned" in answer.text
    assert "tilted" in answer.text


@pytest.mark.parametrize(
    ("question", "halves"),
    [
        ("Both knees visible? And the feet?", "are knees visible? are the feet visible?"),
        ("Are the knees bent? And the elbows?", "are the knees bent? are the elbows bent?"),
        ("Is the head up? And the hands?", "is the head up? are the hands up?"),
        ("Are the arms folded? And the legs crossed?", "are the arms folded? are the legs crossed?"),
        ("Which arm is raised? And the leg?", None),
        ("Is he standing? And the arms?", None),
    ],
)
def test_a_second_part_is_asked_the_same(question, halves):
    assert filled_in(question) == (halves or question)


@pytest.mark.parametrize(
    "question",
    [
        "Are the shoulders level and which way is he facing?", "Are his hands up, which means surrender?",
        "Is one hand raised, and is it the left?", "Is there a bend in the left arm, and how big is it?",
        "How about the arms, are they crossed?", "Is the head down and is it a photo of a woman?",
        "Are the hands even, and if they aren't, which one is the lower?", "Are the knees level, and which of the two?",
        "Is he not leaning to the left or forward?", "Is the left side bent forward or backward?",
    ],
)  # fmt: skip
def test_other_questions_stay(question):
    assert filled_in(question) == question


@pytest.mark.parametrize(
    "question",
    ["any trunk lean? forwards backwards or sideways", "Is the trunk upright, slumped, or leaning to one side"],
)
def test_a_lean_in_both_directions_is_two_questions(question):
    forwards, sideways = (
        "Does the torso lean forwards or backwards?",
        "Does the torso lean to the left or to the right?",
    )
    assert filled_in(question) == f"{forwards} {sideways}"
