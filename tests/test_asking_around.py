"""Questions with something around them, with a choice, or turned round: what is taken off, and what is answered."""

from __future__ import annotations

import pytest
from people import arm_raised, standing

from pose2lang3d_sdk import Pose2Lang
from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.questions.alternatives import chosen, offers_choice
from pose2lang3d_sdk.questions.denied import denied, turned_round
from pose2lang3d_sdk.questions.plainer import not_judged, plainer, unjudged
from pose2lang3d_sdk.questions.trimming import trimmed


@pytest.fixture(scope="module")
def model() -> Pose2Lang:
    return Pose2Lang(threads=1)


@pytest.mark.parametrize(
    ("question", "alone"),
    [
        ("In this photo, is the left knee bent?", "is the left knee bent?"),
        ("Hey, quick question: which hand is higher, please?", "which hand is higher?"),
        ("Tell me: is he sitting, yes or no?", "is he sitting?"),
        ("ok so are the legs crossed", "are the legs crossed"),
        ("So is he standing in this picture?", "is he standing?"),
        ("Where are the hands, can we see them?", "Where are the hands?"),
        ("Which side of the face do we see?", "Which side of the face do we see?"),
        ("Is the left knee bent?", "Is the left knee bent?"),
        ("The left knee is bent, yes or no?", "The left knee is bent, yes or no?"),
        ("Can you tell me if he is sitting?", "Can you tell me if he is sitting?"),
        ("Tell me about the legs", "Tell me about the legs"),
        ("please", "please"),
        ("", ""),
    ],
)
def test_what_changes_nothing_is_taken_off(question, alone):
    assert trimmed(question) == alone


@pytest.mark.parametrize(
    "question",
    [
        "Is he seen from the front or from behind?",
        "Does he stand on both feet, or is one lifted?",
        "arms straight or bent?",
    ],
)
def test_a_choice_is_no_yes_or_no(question):
    assert offers_choice(question)
    told = chosen(Decoded("Yes, the person is seen from behind.", "yes", 0.9), question)
    assert told == Decoded("The person is seen from behind.", "yes", 0.9)


@pytest.mark.parametrize(
    "question",
    [
        "Is he standing?",
        "Is he standing or not?",
        "Is either knee or elbow bent?",
        "Is the hand at shoulder height or higher?",
        "Is it true that he sits or lies?",
    ],
)
def test_other_questions_keep_it(question):
    answer = Decoded("Yes, the person stands.", "yes", 0.9)
    assert chosen(answer, question) is answer


def test_a_bare_word_stays():
    answer = Decoded("No.", "no", 0.9)
    assert chosen(answer, "Is he sitting or lying?") is answer


@pytest.mark.parametrize(
    ("question", "straight"),
    [
        ("Is it wrong to say that he is sitting?", "Is it true that he is sitting?"),
        ("Would it be false that both arms hang down?", "Is it true that both arms hang down?"),
        ("is it untrue the left knee is bent", "Is it true that the left knee is bent?"),
    ],
)
def test_denials_are_asked_straight(question, straight):
    assert denied(question) == straight


@pytest.mark.parametrize("question", ["Is he sitting?", "Is it wrong?", "What is wrong with his knee?"])
def test_all_else_denies_nothing(question):
    assert denied(question) is None


@pytest.mark.parametrize(
    ("answer", "other"),
    [
        (Decoded("Yes, the knee is bent.", "yes", 0.9), Decoded("No, the knee is bent.", "no", 0.9)),
        (Decoded("No.", "no", 0.7), Decoded("Yes.", "yes", 0.7)),
        (Decoded("I cannot tell.", "unknown", 1.0), Decoded("I cannot tell.", "unknown", 1.0)),
    ],
)
def test_the_answer_is_turned_round(answer, other):
    assert turned_round(answer) == other


def test_a_question_and_its_denial_get_opposite_answers(model: Pose2Lang):
    person = model.read(arm_raised()).person()
    straight, wrong = (
        person.ask(q) for q in ("Is the left arm raised?", "Would it be wrong to say that the left arm is raised?")
    )
    assert (straight.verdict, wrong.verdict) == ("yes", "no")


@pytest.mark.parametrize(
    ("question", "less"),
    [
        ("My son says this is him, where are his hands?", "where are his hands?"),
        ("Are his knees bent like he's about to jump?", "Are his knees bent?"),
        ("I am filming this. So is the left arm up?", "is the left arm up?"),
        ("Does it look like he is sitting?", None),
        ("Is he tall, what do you think?", None),
        ("Is the left arm up?", None),
    ],
)
def test_fewer_words(question, less):
    assert plainer(question) == less


def test_one_hidden_side_does_not_hide_the_other(model: Pose2Lang):
    person = model.read(standing(hidden=("left_wrist",))).person()
    answer = person.ask("Which hand is at his ear?")
    assert answer.verdict == "unknown"
    assert answer.text.startswith("I cannot tell: the left wrist is not visible. The right hand ")
    assert person.ask("Is the left hand near the head?").text == "I cannot tell: the left wrist is not visible."


def test_underscores_are_spaces(model: Pose2Lang):
    person = model.read(arm_raised()).person()
    assert person.ask("left_arm_raised?").verdict == person.ask("left arm raised?").verdict == "yes"


@pytest.mark.parametrize(
    ("question", "measured"),
    [
        ("Are the elbows bent too much?", "Are the elbows bent?"),
        ("elbows bent enough?", "elbows bent?"),
        ("Is the left elbow too high?", "Is the left elbow high?"),
        ("Is the left knee bent?", None),
        ("Is he too old?", None),
    ],
)
def test_what_judges_is_left_out(question, measured):
    assert unjudged(question) == measured


def test_nothing_is_judged():
    told = not_judged(Decoded("Yes, both knees are bent.", "yes", 0.9))
    assert told.text == "Both knees are bent; whether that is enough or too much, I cannot judge."
    assert told.verdict == "statement"
    bare = Decoded("No.", "no", 0.9)
    assert not_judged(bare) is bare


def test_it_is_the_side_that_was_found(model: Pose2Lang):
    person = model.read(arm_raised()).person()
    answer = person.ask("Which hand is higher, and is it above the head?")
    parts = [person.ask(q) for q in ("Which hand is higher?", "Is the left hand above the head?")]
    assert [part.verdict for part in parts] == ["left", "yes"]
    assert answer.text == " ".join(part.text for part in parts)
    even = model.read(standing()).person()
    assert even.ask("Which hand is higher, and is it above the head?") == even.ask("Which hand is higher?")
