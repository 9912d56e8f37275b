"""Questions with something around them, with a choice, or turned round: what is taken off, and what is answered."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from people import LEGS, arm_raised, standing

from pose2lang3d_sdk import Pose2Lang
from pose2lang3d_sdk.asking import _measured
from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.questions.alternatives import chosen, offers_choice
from pose2lang3d_sdk.questions.denied import denied, turned_round
from pose2lang3d_sdk.questions.judging import not_judged, unjudged
from pose2lang3d_sdk.questions.plainer import of_what_is_left, plainer
from pose2lang3d_sdk.questions.rows import and_is_it
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
        ("Is he sitting? Yes or no?", "Is he sitting?"),
        ("Is he sitting, please and thank you", "Is he sitting"),
        ("From what I can see, is he sitting?", "is he sitting?"),
        ("Are his hands in the picture?", "Are his hands in the picture?"),
        ("Is he in this photo?", "Is he in this photo?"),
        ("Looking at the picture?", "Looking at the picture?"),
        ("ok so are the legs crossed", "are the legs crossed"),
        ("So is he standing, in this picture?", "is he standing?"),
        ("Where are the hands, can we see them?", "Where are the hands?"),
        ("Which side of the face do we see?", "Which side of the face do we see?"),
        ("Is the left knee bent?", "Is the left knee bent?"),
        ("The left knee is bent, yes or no?", "The left knee is bent, yes or no?"),
        ("Can you tell me if he is sitting?", "Can you tell me if he is sitting?"),
        ("Tell me about the legs", "Tell me about the legs"),
        ("back view - right?", "back view, right?"),
        ("R knee flexion > 45°, confirm", "R knee flexion > 45°?"),
        ("The left knee is at 90 degrees, correct?", "The left knee is at 90 degrees?"),
        ("The left knee is bent, agreed?", "The left knee is bent, agreed?"),
        ("Is the man in black sitting?", "Is the man sitting?"),
        ("is the girl with the blue top and jeans kneeling", "is the girl kneeling"),
        ("Is the man in black?", "Is the man in black?"),
        ("Is the man in a hat or a cap?", "Is the man in a hat or a cap?"),
        ("Is the woman wearing a dress?", "Is the woman wearing a dress?"),
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
        "Is her left hand lower than her hips or higher?",
        "Is the camera above or below him?",
        "hands in front of the neck or over the head?",
        "Does his back lie closer to flat or closer to vertical?",
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
        "Is it wrong to say that he sits or lies?",
        "Are one or both arms raised?",
        "Is there a bent knee or elbow?",
        "Are the hands on or near the hips?",
        "How does 'he stands' sound?",
        "What about the arms?",
    ],
)
def test_other_questions_keep_it(question):
    answer = Decoded("Yes, the person stands.", "yes", 0.9)
    assert chosen(answer, question) is answer


@pytest.mark.parametrize("question", ["Which knee is bent?", "so where is the left hand", "How bent is the left knee?"])
def test_which_where_and_how_get_no_yes_or_no(question):
    assert chosen(Decoded("Yes, the left knee is bent.", "yes", 0.9), question).text == "The left knee is bent."


def test_a_bare_word_stays():
    answer = Decoded("No.", "no", 0.9)
    assert chosen(answer, "Is he sitting or lying?") is answer


@pytest.mark.parametrize(
    ("question", "straight"),
    [
        ("Is it wrong to say that he is sitting?", "Is it true that he is sitting?"),
        ("Would it be false that both arms hang down?", "Is it true that both arms hang down?"),
        ("is it untrue the left knee is bent", "Is it true that the left knee is bent?"),
        ("Would it be a mistake to say nobody is sitting?", "Is it true that nobody is sitting?"),
    ],
)
def test_denials_are_asked_straight(question, straight):
    assert denied(question) == straight


@pytest.mark.parametrize(
    "question",
    ["Is he sitting?", "Is it wrong?", "What is wrong with his knee?", "Is it wrong that his knees go over his toes?"],
)
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


def test_a_denial_is_the_question_turned_round(model: Pose2Lang):
    person = model.read(arm_raised()).person()
    for claim in ("the left arm is raised", "both arms are raised", "he is sitting"):
        straight, wrong = (
            person.ask(q) for q in (f"Is it true that {claim}?", f"Would it be wrong to say that {claim}?")
        )
        assert wrong == replace(straight, verdict=wrong.verdict, text=wrong.text)
        assert {straight.verdict, wrong.verdict} == {"yes", "no"}
        assert wrong.text.partition(", ")[2] == straight.text.partition(", ")[2]


@pytest.mark.parametrize(
    ("question", "less"),
    [
        ("My son says this is him, where are his hands?", "where are his hands?"),
        ("Are his knees bent like he's about to jump?", "Are his knees bent?"),
        ("I am filming this. So is the left arm up?", "is the left arm up?"),
        ("Does it look like he is sitting?", None),
        ("Is he tall, what do you think?", None),
        ("If he lifts the left arm, is the right hand higher?", None),
        ("When he bends the knee, where is the foot?", None),
        ("Which hand is nearer to the ball, and is the knee bent?", None),
        ("Are his arms like he wants to hug someone?", None),
        ("Is the left elbow bent over the head?", None),
        ("Is he bent over the stove?", "Is he bent over?"),
        ("Is he bent over his knees?", None),
        ("Is the left arm up?", None),
    ],
)
def test_fewer_words(question, less):
    assert plainer(question) == less


def test_one_hidden_side_does_not_hide_the_other(model: Pose2Lang):
    person = model.read(standing(hidden=("left_wrist",))).person()
    answer = person.ask("Which hand is at his ear?")
    assert answer.verdict == "unknown"
    assert answer.text.startswith("The right hand ")
    assert answer.text.endswith(" I cannot tell: I do not see the left wrist clearly.")
    assert person.ask("Is the left hand near the head?").text == "I cannot tell: I do not see the left wrist clearly."


@pytest.mark.parametrize("question", ["left_arm_raised?", "torso_lean_deg", "left_wrist visible?"])
def test_underscores_are_spaces(model: Pose2Lang, question: str):
    person = model.read(arm_raised()).person()
    assert person.ask(question) == person.ask(question.replace("_", " "))
    assert person.ask(question).answerable


@pytest.mark.parametrize(
    ("question", "same"),
    [
        ("In this picture, is the left arm raised, please?", "is the left arm raised?"),
        ("Are the elbows straight enough?", None),
        ("Is he standing on both feet, or is he in the air?", None),
    ],
)
def test_the_way_of_a_question(model: Pose2Lang, question: str, same: str | None):
    answer = model.read(arm_raised()).person().ask(question)
    if same:
        assert answer == model.read(arm_raised()).person().ask(same)
    assert not answer.text.startswith(("Yes", "No")) or same
    assert answer.answerable


@pytest.mark.parametrize(("degrees", "text"), [(12.0, "leans slightly forwards"), (18.0, "leans forwards")])
def test_a_small_lean_is_a_slight_one(degrees, text):
    code = SimpleNamespace(seen_angles={"torso": degrees}, seen_joints3d={})
    answer = Decoded("Yes, the torso leans forwards.", "yes", 0.9)
    assert _measured(answer, "Does the torso lean?", code).text == f"Yes, the torso {text}."


def test_somebody_without_hips_has_what_is_seen_for_a_posture(model: Pose2Lang):
    person = model.read(standing(hidden=("left_hip", "right_hip", *LEGS))).person()
    answer = person.ask("What can you tell me about this man's posture?")
    assert answer.answerable
    assert "head" in answer.text


@pytest.mark.parametrize(
    ("question", "measured"),
    [
        ("Are the elbows bent too much?", "Are the elbows bent?"),
        ("elbows bent enough?", "Are elbows bent?"),
        ("Is the left elbow too high?", "Is the left elbow high?"),
        ("both feet far apart enough", "Are both feet far apart?"),
        ("Is the left knee bent?", None),
        ("Is the left hand too far from the hip?", None),
        ("How much is too much for the knee?", None),
        ("Is the hand close enough to the head to touch it?", None),
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


@pytest.mark.parametrize(
    "question",
    [
        "Which hand is higher and is it the left one?",
        "Which hand is higher, and is it by a lot?",
        "Which hand is higher, and is it true that he is standing?",
        "Which hand is higher, and is it {x}?",
    ],
)
def test_it_may_mean_something_else(question):
    assert and_is_it(question) is None


@pytest.mark.parametrize("question", ["Which hand is higher, and is it above {the head?", "Is {x} bent?", "{0}, %s"])
def test_braces_are_text(model: Pose2Lang, question: str):
    assert model.read(standing()).person().ask(question).text


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("Are the legs apart?", "Are the knees apart?"),
        ("legs wide open or together", "knees wide open or together"),
        ("Is the man leaning?", "Does the torso lean forwards or backwards?"),
        ("Are the legs apart at the ankles?", None),
        ("Are the legs straight?", None),
        ("Is he leaning forwards?", None),
    ],
)
def test_what_can_be_asked_of_the_joints_that_are_left(question, left):
    assert of_what_is_left(question) == left


def test_hidden_joints_are_left_out_of_the_question_where_others_tell(model: Pose2Lang):
    without_feet = model.read(standing(hidden=("left_ankle", "right_ankle"))).person()
    assert without_feet.ask("Are the legs apart?") == without_feet.ask("Are the knees apart?")
    assert not without_feet.ask("Are the legs apart at the ankles?").answerable
    upright = model.read(standing(hidden=("left_hip",))).person()
    assert not upright.ask("Is he leaning?").answerable  # one hip does not tell of a lean to the side


def test_standing_straight_takes_both(model: Pose2Lang):
    person = model.read(standing()).person()
    answer = person.ask("Is he standing up straight?")
    assert answer.verdict == "yes"
    assert set(person.ask("Is the torso upright?").joints) <= set(answer.joints)
