"""Questions that go on from one before them."""

from __future__ import annotations

import re

import pytest
from people import standing

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
        ("Is the left arm raised?", "How open is the elbow on that arm?", "How open is the elbow on the left arm?"),
        ("Where is the left hand?", "Is it above the head?", "Is the left hand above the head?"),
        ("Which hand is higher?", "Is it above the head?", "Which hand is higher, and is it above the head?"),
        # What the question before does not say stays open.
        ("Are the arms raised?", "is that arm straight?", "is that arm straight?"),
        ("Which hand is higher?", "And the left one?", "And the left one?"),
        ("Is the left knee bent?", "And the left one?", "And the left one?"),
        ("Is the left hand near the right knee?", "What is the other arm doing?", "What is the other arm doing?"),
        ("Is he standing?", "Which way?", "Which way?"),
        ("Is he facing left?", "Is the other arm raised?", "Is the other arm raised?"),
        # What is whole stays as it is.
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
    with pytest.raises(QuestionError, match="after"):
        person.ask("And the right one?", after="")
