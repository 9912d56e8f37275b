"""Several questions in one line: when they are asked one by one, and what looks back at one that is not there."""

from __future__ import annotations

import pytest
from people import standing

from pose2lang3d_sdk import Pose2Lang
from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.questions.following import looks_back
from pose2lang3d_sdk.questions.rows import in_a_row, one_by_one

KNEES = ("How bent is the left knee?", "How bent is the right knee?")


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Is she standing? Which hand is higher?", ("Is she standing?", "Which hand is higher?")),
        ("Is the left arm up?  And is the right arm up?", ("Is the left arm up?", "And is the right arm up?")),
        (
            "How are the legs placed, and what is the left arm doing?",
            ("How are the legs placed?", "what is the left arm doing?"),
        ),
        (
            "1) is he standing 2) which arm is higher 3) is the head bowed",
            ("is he standing?", "which arm is higher?", "is the head bowed?"),
        ),
        ("How are the legs, and is he balanced?", ("How are the legs?", "is he balanced?")),
        (
            "Describe his arms, and tell me if he's standing.",
            ("Describe his arms.", "Is it true that he's standing?"),
        ),
        (
            "Tell me which knee is more bent and whether the arms are crossed.",
            ("Tell me which knee is more bent.", "Is it true that the arms are crossed?"),
        ),
        ("Is the left knee bent? And the right?", ("Is the left knee bent?", "Is the right knee bent?")),
        ("Is his left arm up and the right one?", ("Is his left arm up?", "Is his right arm up?")),
        (
            "How bent is the right knee? What about the other one?",
            ("How bent is the right knee?", "How bent is the left knee?"),
        ),
        ("Which arm is up and is the head bowed?", ("Which arm is up?", "is the head bowed?")),
        ("Which knee is more bent, and by how many degrees?", ("Which knee is more bent?", *KNEES)),
        ("Is the left knee bent, and how much roughly?", ("Is the left knee bent?", KNEES[0])),
        ("Are the knees bent and if so by how much?", ("Are the knees bent?", *KNEES)),
        (
            "Is the left arm raised and how high?",
            ("Is the left arm raised?", "How many degrees is the left arm raised?"),
        ),
        (
            "Is the trunk hinged forward, and if so roughly how much?",
            ("Is the trunk hinged forward?", "How many degrees is the torso tilted?"),
        ),
        (
            "Is the left knee more bent than the right, and by how much?",
            ("Is the left knee more bent than the right?", *KNEES),
        ),
        (
            "Can you describe the arms and tell me whether or not she is sitting?",
            ("Can you describe the arms.", "Is it true that she is sitting?"),
        ),
        *(
            (question, (question,))
            for question in (
                "Describe the arms and tell me if they are level",
                "Describe her left arm and tell me if the elbow is bent",
                "How far apart are the left and the right hand?",
                "How bent are the left knee and the right knee?",
                "Which is higher: the left hand and the right foot?",
                "Is there some room between the left foot and the right foot?",
                "Is the left knee bent? And the right elbow?",
                "Where is the left hand? And the right foot?",
            )
        ),
        ("Is the left arm up and how bent?", ("Is the left arm up and how bent?",)),
        ("Is the left knee bent, and how high?", ("Is the left knee bent, and how high?",)),
        ("Is the person's head tilted, and by how much?", ("Is the person's head tilted, and by how much?",)),
        ("Is the back leg bent and how much?", ("Is the back leg bent and how much?",)),
        ("Which hand is higher and by how much?", ("Which hand is higher and by how much?",)),
        ("Is the left knee bent? Is the right knee?", ("Is the left knee bent? Is the right knee?",)),
        ("Is the left arm raised? Is the elbow bent?", ("Is the left arm raised? Is the elbow bent?",)),
        ("Which leg is in front and is the knee bent?", ("Which leg is in front and is the knee bent?",)),
        ("Are his arms raised? Are they straight?", ("Are his arms raised? Are they straight?",)),
        ("How are the hands, and which one is lower?", ("How are the hands, and which one is lower?",)),
        ("Which arm is up and which is down?", ("Which arm is up and which is down?",)),
        ("Is the left arm up and is the right arm up?", ("Is the left arm up and is the right arm up?",)),
        ("I wonder. Is the left arm up?", ("I wonder. Is the left arm up?",)),
        ("Is he standing? Or sitting?", ("Is he standing? Or sitting?",)),
        ("How bent are the knees and elbows?", ("How bent are the knees and elbows?",)),
        ("Are the knees bent?", ("Are the knees bent?",)),
    ],
)
def test_questions_in_a_row_are_asked_one_by_one(question, parts):
    assert in_a_row(question) == parts


def test_answers_in_a_row_are_all_told():
    yes, no = decoded("yes", "Yes, the left arm is up.", 0.9), decoded("no", "No, the right arm is down.", 0.8)
    unknown = decoded("unknown", "I cannot tell: I do not see the right wrist clearly.", 0.99)
    outside = decoded("out_of_scope", "I can only answer questions about the pose of the body.", 1.0)
    both = "Yes, the left arm is up. No, the right arm is down."
    assert one_by_one([yes, no]) == decoded("statement", both, 0.8)
    assert one_by_one([yes, yes]) == yes
    assert one_by_one([yes, unknown]).verdict == "statement"
    assert one_by_one([outside, unknown]).verdict == "unknown"
    assert one_by_one([outside, outside]) == outside


def decoded(verdict: str, text: str, confidence: float) -> Decoded:
    return Decoded(text, verdict, confidence)


def test_nothing_that_is_asked_gets_lost():
    person = Pose2Lang().read(standing(hidden=("right_ankle",))).person()
    row = person.ask("Is the left knee straight? Is the left arm up?")
    single = [person.ask(question) for question in ("Is the left knee straight?", "Is the left arm up?")]
    assert row.text == " ".join(answer.text for answer in single)
    assert [answer.verdict for answer in (row, *single)] == ["statement", "yes", "no"]
    assert set(row.joints) == {joint for answer in single for joint in answer.joints}
    knees = person.ask("How bent are the knees?")
    assert knees.answerable
    assert "left knee" in knees.text
    assert "I cannot tell: I do not see the right ankle clearly." in knees.text


@pytest.mark.parametrize("question", ["Help", "What can I ask?", "hello", "Thanks!"])
def test_who_wants_help_gets_examples(question):
    answer = Pose2Lang(threads=1).read(standing()).person().ask(question)
    assert not answer.answerable
    assert "for example" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "And the right?",
        "What about the other knee?",
        "by how much?",
        "Same for the left side.",
        "what's his other arm doing",
        "Is her other knee bent?",
        "the other one?",
        "in degrees?",
    ],
)
def test_what_goes_on_from_a_question_that_is_not_there_is_told_so(question):
    assert looks_back(question)
    answer = Pose2Lang(threads=1).read(standing()).person().ask(question)
    assert not answer.answerable
    assert "which part" in answer.text


@pytest.mark.parametrize(
    "question",
    ["And the left knee?", "Is the left foot on the other knee?", "Which way is the head turned?", "Left knee?", ""],
)
def test_all_else_stands_alone(question):
    assert not looks_back(question)


@pytest.mark.parametrize("question", ["1. ? 2. ?", "1) 2) 3)", "2. is he standing?", "1) is he standing"])
def test_empty_items_of_a_numbered_list_are_no_questions(question):
    assert in_a_row(question) == (question,)
    assert Pose2Lang(threads=1).read(standing()).person().ask(question).text
