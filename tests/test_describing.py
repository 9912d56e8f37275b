"""Wishes for a description: which are understood, and that they get all that is known of what they mean."""

from __future__ import annotations

import pytest
from people import LEGS, arm_raised, nobody_visible, standing

from pose2lang3d_sdk import Pose2Lang
from pose2lang3d_sdk.facts import FACTS
from pose2lang3d_sdk.questions.describing import Wish, wished


@pytest.mark.parametrize(
    ("question", "regions"),
    [
        ("Describe the arms for a blind person", ("arms",)),
        ("tell me about his legs please", ("legs",)),
        ("Please describe the legs position.", ("legs",)),
        ("Could you describe her head, torso and arms?", ("head", "torso", "arms")),
        ("Talk me through the position of the man's legs, and then the head", ("legs", "head")),
        ("What are her arms doing?", ("arms",)),
        ("whats he doing with his legs", ("legs",)),
        ("compare right and left arm for me", ("arms",)),
        ("Compare his legs", ("legs",)),
        ("How are the arms and the legs held?", ("arms", "legs")),
        ("arms and legs please", ("arms", "legs")),
        ("head and arms", ("head", "arms")),
        ("Tell me the position of the arms, legs and head.", ("arms", "legs", "head")),
        ("Describe the posture.", ("posture", "torso")),
        ("Describe the upper body", ("torso", "head", "arms")),
        ("I'm blind, can you describe this man?", ()),
        ("Describe the whole body in detail", ()),
        ("alt text please", ()),
        ("Can you write me an alt text for this person's pose?", ()),
        ("Please describe this photo for a blind reader.", ()),
        ("Image description please", ()),
        ("Write a caption", ()),
        ("caption this pose", ()),
        ("pose summary", ()),
        ("summarise the pose", ()),
        ("Tell me everything about the pose.", ()),
        ("What does the pose look like?", ()),
        ("Walk me through the body from head to toe.", ()),
        ("What can you tell me about this person?", ()),
        ("Describe the body language.", ()),
        ("Tell me all.", ()),
        ("What do you see?", ()),
        ("Describe everything you see about the pose", ()),
        ("Give me a long, detailed description please", ()),
        ("What's he doing with his body?", ()),
        ("And her head?", ("head",)),
        ("describe", ()),
    ],
)
def test_regions(question, regions):
    assert wished(question) == Wish(regions)


@pytest.mark.parametrize(
    ("question", "wish"),
    [
        ("Describe the left arm.", Wish(("arms",), side="left")),
        ("How is her right leg positioned?", Wish(("legs",), side="right")),
        ("What is the left hand doing?", Wish(("arms",), "hand", "left")),
        ("Where are his hands?", Wish(("arms",), "hand")),
        ("How high are the hands?", Wish(("arms",), "hand_height")),
        ("Describe his left side.", Wish(("arms", "legs"), side="left")),
        ("What can you say about the right side of his body?", Wish(("arms", "legs"), side="right")),
        ("What are the feet doing?", Wish(("legs",), "f")),
        ("Describe the pose in one sentence", Wish(short=True)),
        ("Short description please.", Wish(short=True)),
    ],
)
def test_parts_sides_and_short_ones(question, wish):
    assert wished(question) == wish


@pytest.mark.parametrize(
    "question",
    [
        "What is he doing with the ball?",
        "What is he doing with her?",
        "What is he doing?",
        "What are they doing?",
        "Describe his arms and her legs.",
        "Describe the table's legs.",
        "Describe the person to the left.",
        "Describe the legs for me, is the left knee straight?",
        "Describe the legs of the chair.",
        "Describe the arm.",
        "Describe the left arm and the right leg.",
        "Tell me about the weather.",
        "Describe whether the arms are crossed.",
        "Are the arms raised?",
        "Is this a description?",
        "What is this?",
        "How is he?",
        "Thanks",
        "Tell me who this person is.",
        "Who does he look like?",
        "Describe how to do this.",
        "What does the caption say?",
        "What is held in his left hand?",
        "What is placed on her head?",
        "How high is the head?",
        "On his feet?",
        "How high is the left arm?",
        "Are the arms and legs?",
        "",
    ],
)
def test_other_questions_are_left_alone(question):
    assert wished(question) is None


def test_every_fact_of_a_limb_is_covered_by_its_region():
    arms = {fact.name for fact in FACTS if Wish(("arms",)).covers(fact.name)}
    legs = {fact.name for fact in FACTS if Wish(("legs",)).covers(fact.name)}
    assert {"left_elbow_bend", "hands_distance", "higher_hand", "arms_crossed"} <= arms
    assert {"left_knee_bend", "feet_distance", "more_bent_knee", "weight_leg"} <= legs
    assert not arms & legs
    left = {fact for fact in arms if Wish(("arms",), side="left").covers(fact)}
    assert all(fact.startswith("left_") for fact in left)
    assert {fact for fact in legs if Wish(("legs",), "f").covers(fact)} >= {"left_foot_ground", "feet_distance"}


@pytest.fixture(scope="module")
def model() -> Pose2Lang:
    return Pose2Lang(threads=1)


def test_all_that_is_known_of_a_region_is_told(model: Pose2Lang):
    person = model.read(standing()).person()
    answer = person.ask("Tell me about the legs.")
    assert answer.verdict == "statement"
    assert answer.text.startswith("Both knees are straight.")
    assert {fact for fact in ("feet", "hips", "shins") if fact in answer.text} == {"feet", "hips", "shins"}
    assert "arm" not in answer.text
    assert {"left_knee", "right_ankle"} <= set(answer.joints)
    assert not any("wrist" in joint for joint in answer.joints)
    assert person.ask("Describe the man for a blind person.").text == person.describe().text
    assert person.ask("Describe the pose in one sentence.").text == person.describe("short").text


def test_of_hands_it_is_told_how_high_they_are_and_nothing_of_the_camera(model: Pose2Lang):
    person = model.read(arm_raised()).person()
    for question in ("Where is the left hand?", "Where are both hands?"):
        text = person.ask(question).text
        assert "left hand is above the head" in text
        assert "camera" not in text


def test_in_the_order_in_which_they_were_named(model: Pose2Lang):
    person = model.read(standing()).person()
    first, second = (
        person.ask(f"Describe the {a}, then the {b}.").text for a, b in (("legs", "arms"), ("arms", "legs"))
    )
    assert first.index("knee") < first.index("arm")
    assert second.index("arm") < second.index("knee")


def test_of_one_limb_only_that_one(model: Pose2Lang):
    text = model.read(standing()).person().ask("Describe the left leg.").text
    assert "left knee" in text
    assert "right" not in text


def test_of_nobody_and_of_hidden_legs_nothing_is_told(model: Pose2Lang):
    assert not model.read(nobody_visible()).person().ask("Describe the legs.").answerable
    hidden = model.read(standing(hidden=LEGS)).person()
    for question in ("Describe the left leg.", "What is he doing?", "What is the posture?"):
        assert "knee" not in hidden.ask(question).text.partition("I cannot tell")[0], question


@pytest.mark.parametrize("question", ["What's the pose?", "what is her pose", "What pose is this?"])
def test_the_pose_is_a_short_description(question):
    assert wished(question) == Wish(short=True)


def test_how_somebody_stands_is_the_posture():
    assert wished("Could you tell me how this person is standing?") == wished("Tell me about the posture.")
    assert wished("I'm blind, so please tell me: is the person standing?") is None
