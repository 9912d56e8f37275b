"""Questions that go on from one before them."""

from __future__ import annotations

import re
from collections import deque

import pytest
from people import arm_raised, standing

from pose2lang3d_sdk import Pose2Lang
from pose2lang3d_sdk.errors import QuestionError
from pose2lang3d_sdk.questions.following import going_on
from pose2lang3d_sdk.skeleton import mirror_text


@pytest.mark.parametrize(
    ("before", "question", "whole"),
    [
        ("Is the left knee bent?", "And the right one?", "Is the right knee bent?"),
        ("how bent is the right knee", "and the left?", "how bent is the left knee?"),
        ("Is the left knee bent?", "the other knee?", "Is the right knee bent?"),
        ("What is the angle of the right elbow?", "same for the left side", "What is the angle of the left elbow?"),
        ("Is the left knee bent?", "By how much?", "How bent is the left knee?"),
        ("Are the knees bent?", "in degrees?", "How bent is the left knee? How bent is the right knee?"),
        ("is the left arm up", "what is the other arm doing", "what is the right arm doing"),
        ("Is the left arm raised?", "is that arm straight?", "is the left arm straight?"),
        ("Is the left arm raised?", "How open is the elbow on that arm?", "How open is the left elbow?"),
        ("Where is the left hand?", "Is it above the head?", "Is the left hand above the head?"),
        (
            "Is the left knee bent?",
            "Roughly how many degrees is it bent?",
            "Roughly how many degrees is the left knee bent?",
        ),
        ("Is the left arm raised?", "Is its forearm vertical?", "Is the left forearm vertical?"),
        ("Is the left hand up?", "And where does the other hand rest?", "And where does the right hand rest?"),
        ("Which hand is higher?", "Is it above the head?", "Is it above the head?"),
        ("How bent is the left elbow?", "and the right one, more or less than that?", "How bent is the right elbow?"),
        ("is the left arm raised", "his other arm just hanging?", "his right arm just hanging?"),
        ("how much bend in the back knee", "and the front one", "how much bend in the front knee?"),
        ("How bent are the elbows?", "are they level", "are the elbows level"),
        ("How bent are the elbows?", "how many degrees, give or take", "How bent are the elbows?"),
        ("Is the right arm raised?", "bent at the elbow?", "is the right elbow bent?"),
        ("Is the right leg raised?", "straight?", "is the right leg straight?"),
        ("Is the right leg raised?", "how bent", "how bent is the right leg?"),
        ("How bent is the right leg?", "and the back one", "How bent is the back leg?"),
        ("Is his hand near the ear?", "and what about the left one then", "Is his left hand near the ear?"),
        ("Which knee is bent more?", "by how much?", "How many degrees do the knees differ?"),
        ("trunk lean?", "roughly how many degrees", "How many degrees does the torso lean?"),
        # What the question before does not say stays open.
        ("Are the elbows and the knees bent?", "are they level", "are they level"),
        ("Are the elbows bent?", "are they sitting", "are they sitting"),
        ("Are the arms raised?", "is that arm straight?", "is that arm straight?"),
        ("Which hand is higher?", "And the left one?", "And the left one?"),
        ("Is the left knee bent?", "And the left one?", "And the left one?"),
        ("Is the left hand near the right knee?", "What is the other arm doing?", "What is the other arm doing?"),
        ("Is he standing?", "Which way?", "Which way?"),
        ("Is he facing left?", "Is the other arm raised?", "Is the other arm raised?"),
        # What is whole stays as it is.
        ("Is the left arm raised?", "Is it fair to say he is standing?", "Is it fair to say he is standing?"),
        ("Is the left arm raised?", "Is it false that he is sitting?", "Is it false that he is sitting?"),
        ("Is the left arm raised?", "Is it his legs that are bent?", "Is it his legs that are bent?"),
        ("Is the left arm raised?", "Is it seen from behind?", "Is it seen from behind?"),
        ("Is the left hand raised?", "Are they at the same shoulder height?", "Are they at the same shoulder height?"),
        ("Is the left arm raised?", "With this arm pose, is he waving?", "With this arm pose, is he waving?"),
        ("Is the left arm of the chair broken?", "Is that arm straight?", "Is that arm straight?"),
        ("Is the picture's left arm raised?", "Is it bent?", "Is it bent?"),
        (
            "Is the left knee bent?",
            "Is it true that the right arm is raised?",
            "Is it true that the right arm is raised?",
        ),
        ("Is the left knee bent?", "Is the right arm raised?", "Is the right arm raised?"),
    ],
)
def test_the_question_before_is_added(before, question, whole):
    assert going_on(question, after=before) == whole
    mirrored = going_on(mirror_text(question), after=mirror_text(before))
    assert sorted(re.findall(r"\w[^?]+\?", mirrored)) == sorted(re.findall(r"\w[^?]+\?", mirror_text(whole)))


def test_what_is_asked_of_the_limb_that_was_found():
    person = Pose2Lang(threads=1).read(arm_raised()).person()
    which = "Which of the arms is raised?"
    assert person.ask(which).verdict == "left"
    assert person.ask("Is that elbow straight?", after=which) == person.ask("Is the left elbow straight?")
    assert person.ask("Where is the other hand?", after=which) == person.ask("Where is the right hand?")
    talk = [which, "How many degrees is it raised?"]
    assert person.ask("and the right one", after=talk) == person.ask("How many degrees is the right arm raised?")
    assert person.ask("Is that leg bent?", after=which).verdict == "out_of_scope"
    assert person.ask("Where is it?", after=["Which hand is higher?"]) == person.ask("Where is the left hand?")
    talk = ["Is the left arm raised?", *["And the other one?"] * 6]
    assert person.ask(talk[-1], after=talk[:-1]) == person.ask("Is the left arm raised?")
    assert (
        person.ask("And the other one?", after=deque(["Is the left arm raised?", "What is his name?"])).verdict == "no"
    )
    assert person.ask("Is he standing?", after=()) == person.ask("Is he standing?")


def test_a_talk_goes_back_to_the_limb_that_was_named_last():
    person = Pose2Lang(threads=1).read(standing()).person()
    talk = ["Is the left hand near the head?", "Is the person standing?"]
    assert person.ask("And the other hand?", after=talk[:1]) == person.ask("Is the right hand near the head?")
    assert person.ask("Is that elbow bent?", after=talk) == person.ask("Is the left elbow bent?")
    assert person.ask("Is that elbow bent?", after=(*talk, "What is his name?")) == person.ask(
        "Is the left elbow bent?"
    )


def test_a_person_is_asked_on():
    person = Pose2Lang(threads=1).read(standing()).person()
    alone = person.ask("And the right one?")
    assert (alone.verdict, alone.text.startswith("Each question is answered by itself")) == ("out_of_scope", True)
    assert person.ask("And the right one?", after="Is the left knee straight?") == person.ask(
        "Is the right knee straight?"
    )
    assert person.ask("By how much?", after="Is the left elbow bent?") == person.ask("How bent is the left elbow?")
    unclear = person.ask("And the right one?", after="Is he standing?")
    assert unclear.text.startswith("The question before does not tell")
    for bad in ("", ["Is he standing?", 5], 7, b"Is he standing?"):
        with pytest.raises(QuestionError, match="after"):
            person.ask("And the right one?", after=bad)
