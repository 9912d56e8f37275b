"""Limbs that are named by where they are: "the back leg", "the arm nearest the camera"."""

from __future__ import annotations

from pathlib import Path

import pytest
from people import standing

from pose2lang3d_sdk import Pose2Lang
from pose2lang3d_sdk.facts import FACT_INDEX, SIDES
from pose2lang3d_sdk.questions.referring import refers
from pose2lang3d_sdk.skeleton import mirror_name

PHOTO = Path(__file__).parent.parent / "examples" / "cameraman.png"
SAME, OTHER = "left", "right"


@pytest.mark.parametrize(
    ("question", "fact", "named"),
    [
        ("Is his front leg straight?", "front_foot", "Is his left leg straight?"),
        ("is the man's back knee bent", "front_foot", "is the man's right knee bent"),
        ("How bent is the trailing leg?", "front_foot", "How bent is the right leg?"),
        ("Is his lead arm up?", "front_hand", "Is his left arm up?"),
        ("Is the arm nearest us raised?", "nearer_side", "Is the left arm raised?"),
        ("Is her leg farther from the camera bent?", "nearer_side", "Is her right leg bent?"),
        ("Is the lowered arm straight?", "more_raised_arm", "Is the right arm straight?"),
        ("Is his push-off leg extended?", "front_foot", "Is his right leg extended?"),
        ("Is the near hand open to the front?", "nearer_hand", "Is the left hand open to the front?"),
        ("Is the standing leg straight?", "weight_leg", "Is the left leg straight?"),
        ("What is his raised arm doing?", "more_raised_arm", "What is his left arm doing?"),
        ("Where is the lifted foot?", "higher_foot", "Where is the left foot?"),
        ("Is the far hand used?", "nearer_hand", "Is the right hand used?"),
        ("front knee angle?", "front_foot", "left knee angle?"),
        ("What angle is the front knee at?", "front_foot", "What angle is the left knee at?"),
        ("What is the angle of the rear knee?", "front_foot", "What is the angle of the right knee?"),
        ("hows the back leg bent", "front_foot", "hows the right leg bent"),
        ("front knee straight or bent", "front_foot", "left knee straight or bent"),
        ("How acute is the elbow of the raised arm?", "more_raised_arm", "How acute is the elbow of the left arm?"),
        ("Is the lowered hand near the hip?", "higher_hand", "Is the right hand near the hip?"),
        ("Is the straight leg in front?", "more_bent_knee", "Is the right leg in front?"),
        ("Where is the bent elbow?", "more_bent_elbow", "Where is the left elbow?"),
    ],
)
def test_a_limb_gets_the_name_of_its_side(question, fact, named):
    reference = refers(question)
    assert reference is not None
    assert reference.facts[0] == fact
    assert fact in FACT_INDEX
    assert reference.naming(OTHER if reference.opposite else SAME) == named


@pytest.mark.parametrize(
    "question",
    [
        "Is the left leg straight?",
        "Which leg is the back leg?",
        "What is the lead hand?",
        "Is the front foot the left one?",
        "Is his back straight?",
        "Is she in a lunge with the front knee bent?",
        "Is the horse's front leg lifted?",
        "Is there a leading foot?",
        "Is the front leg of the chair broken?",
        "Is the hand near the hip?",
        "Tell me about the front leg",
        "front leg",
        "front foot = ?",
        "Does he have the upper hand?",
        "Point out the outstretched arm, no elbow flexion",
        "Is the bent leg stance narrow, or is it a lunge?",
    ],
)
def test_all_else_stays_as_it_is(question):
    assert refers(question) is None


@pytest.fixture(scope="module")
def model():
    return Pose2Lang()


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_answer_is_that_of_the_side_that_is_meant(model, mirrored):
    person = model.read(PHOTO, mirrored=mirrored).person()
    nearer = next(fact for fact in person.facts() if fact.name == "nearer_side")
    assert nearer.value in SIDES
    for word, side in (("nearer", nearer.value), ("far", mirror_name(nearer.value))):
        relative, plain = person.ask(f"Is the {word} elbow bent?"), person.ask(f"Is the {side} elbow bent?")
        assert (relative.verdict, relative.text, relative.joints) == (plain.verdict, plain.text, plain.joints)
        assert relative.confidence == pytest.approx(plain.confidence * nearer.probability)
        assert person.ask(f"Is the {word} elbow visible?").text == f"Yes, the {side} elbow is visible."


def test_it_is_said_where_the_limb_is_not_known(model):
    person = model.read(standing()).person()  # side by side
    answer = person.ask("Is the back leg straight?")
    assert (answer.verdict, answer.answerable, answer.joints) == ("unknown", False, ())
    assert answer.text.startswith("I cannot tell which leg is meant")
    hidden = model.read(standing(hidden=("left_ankle", "right_ankle"))).person()
    assert hidden.ask("Is the back knee bent?").text == "I cannot tell: I do not see either ankle clearly."
    assert person.ask("What brand is the shoe on his back foot?").verdict == "out_of_scope"


def test_what_is_refused_of_a_known_limb_is_not_called_unknown(model):
    person = model.read(PHOTO).person()
    assert person.ask("Is the near elbow leaning on the desk?").verdict == "out_of_scope"


def test_what_is_surely_about_the_pose():
    plain = ("Is his back leg straight?", "front knee angle", "What angle is the front knee at?", "Is the near arm up?")
    assert all(refers(question).is_plain for question in plain)
    assert not any(
        refers(question).is_plain for question in ("Is the near arm for sale?", "Is his back leg on the desk?")
    )


def test_a_leg_that_the_reader_does_not_know_is_found(model):
    answer = model.read(PHOTO).person().ask("Is the near arm bent?")
    assert answer.verdict == "yes"
    assert "elbow is" in answer.text
