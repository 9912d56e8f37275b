"""How far apart pairs of joints are, by hand-placed joints."""

from __future__ import annotations

import numpy as np
import pytest
from people import standing

from pose2lang3d_sdk import Pose2Lang
from pose2lang3d_sdk.questions.widths import apart_by, compare_widths
from pose2lang3d_sdk.skeleton import mirror_name

# Half the distance of each pair; hips are 1.5 times as wide as their joints are apart: 0.3.
HALVES = {"shoulder": 0.2, "elbow": 0.3, "wrist": 0.1, "hip": 0.1, "knee": 0.15, "ankle": 0.25}
PLACES = {
    f"{side}_{joint}": np.array([sign * half, 0.1, 0.2])
    for joint, half in HALVES.items()
    for side, sign in (("left", 1), ("right", -1))
}


@pytest.mark.parametrize(
    ("question", "verdict", "text"),
    [
        ("Is the stance wider than the shoulders?", "yes", "Yes, the feet are about 1.2 shoulder widths apart."),
        ("is her stance narrower than her hips", "no", "No, the feet are about 1.7 hip widths apart."),
        ("Hands wider apart than the feet?", "no", "No, the hands are about 0.4 times as far apart as the feet."),
        ("Are his elbows wider than his shoulders?", "yes", "Yes, the elbows are about 1.5 shoulder widths apart."),
        ("Are the knees closer together than the feet?", "yes", "Yes, the knees are about 0.6 times as far apart"),
        ("how far apart are the hands, in shoulder widths", "statement", "The hands are about 0.5 shoulder widths"),
        ("Are the feet wider than shoulder-width apart?", "yes", "Yes, the feet are about 1.2 shoulder widths apart."),
        ("Are the feet wider than shoulder width apart?", "yes", "Yes, the feet are about 1.2 shoulder widths apart."),
        ("Are the hands closer to each other than shoulder width?", "yes", "Yes, the hands are about 0.5"),
        ("Are the hands less than a shoulder width apart?", "yes", "Yes, the hands are about 0.5 shoulder"),
        ("Are the feet further apart than the hips are wide?", "yes", "Yes, the feet are about 1.7 hip widths apart."),
        ("Which are further apart, the knees or the feet?", "statement", "The feet are farther apart than the knees."),
        ("Which is closer, the knees or the feet?", "statement", "The knees are closer together than the feet."),
        (
            "Which is wider: the gap between the knees or the gap between the elbows?", "statement",
            "The elbows are farther apart than the knees.",
        ),
        ("feet shoulder width apart?", "yes", "Yes, the feet are about 1.2 shoulder widths apart."),
        ("Are the feet about hip width apart?", "no", "No, the feet are about 1.7 hip widths apart."),
        ("Are his hands roughly shoulder-width apart?", "no", "No, the hands are about 0.5 shoulder widths apart."),
        ("how wide is his stance, wider than shoulders?", "statement", "The feet are about 1.2 shoulder widths apart."),
        ("Feet how far apart? Hip width, shoulder width or wider?", "statement", "The feet are about 1.2 shoulder"),
        ("knees: together | hip width or wider than hips", "statement", "The knees are about as far apart as"),
        ("stance width vs shoulder width", "statement", "The feet are about 1.2 shoulder widths apart."),
        (
            "What's the distance between the two hands compared to shoulder width?", "statement",
            "The hands are about 0.5 shoulder widths apart.",
        ),
    ],
)  # fmt: skip
def test_answers_by_hand_placed_joints(question, verdict, text):
    answer, joints = compare_widths(question, PLACES)
    assert answer.verdict == verdict
    assert answer.text.startswith(text)
    assert len(joints) == 4
    mirrored = {mirror_name(name): place * [-1, 1, 1] for name, place in PLACES.items()}
    assert compare_widths(question, mirrored)[0] == answer


@pytest.mark.parametrize(
    "question",
    [
        "Are the feet wide apart?", "Are the feet further apart than usual?", "How far apart are the feet?",
        "Is the left hand wider than the shoulders?", "Are the feet wider than the ankles?", "Are the hips wide?",
        "Are the feet a shoulder apart?", "Are the shoulders hip width apart?", "",
    ],
)  # fmt: skip
def test_other_questions_are_left_to_the_nets(question):
    assert compare_widths(question, PLACES) is None


def asked(question, ratio):
    """With feet so many shoulder widths (0.4) apart."""
    feet = {f"{side}_ankle": np.array([sign * 0.2 * ratio, 2, 0]) for side, sign in (("left", 1), ("right", -1))}
    return compare_widths(question, PLACES | feet)[0]


@pytest.mark.parametrize(("ratio", "verdict"), [(0.7, "no"), (0.8, "yes"), (1.3, "yes"), (1.4, "no")])
def test_either_side_of_about_a_shoulder_width(ratio, verdict):
    assert asked("Are the feet shoulder-width apart?", ratio).verdict == verdict


@pytest.mark.parametrize(
    ("ratio", "verdict", "text"),
    [
        (1.03, "yes", "Yes, the feet are slightly farther apart than the shoulders."),
        (0.97, "no", "No, the feet are slightly closer together than the shoulders."),
        (1.07, "yes", "Yes, the feet are about 1.1 shoulder widths apart."),
        (0.93, "no", "No, the feet are about 0.9 shoulder widths apart."),
    ],
)
def test_the_text_says_what_the_verdict_does(ratio, verdict, text):
    answer = asked("Is the stance wider than the shoulders?", ratio)
    assert (answer.verdict, answer.text) == (verdict, text)
    open_answer = asked("stance compared to the shoulders", ratio).text
    assert open_answer.startswith("The feet are about as far" if 0.95 <= ratio <= 1.05 else "The feet are about ")


def test_the_larger_the_ratio_the_surer():
    # The logarithm's scale is 0.15: exp(0.15 * ln 3) = 1.179 is three to one.
    assert asked("Are the feet wider than the shoulders?", 1.179).confidence == pytest.approx(0.75, abs=0.005)
    assert asked("Are the feet wider than the shoulders?", 1 / 1.179).confidence == pytest.approx(0.75, abs=0.005)


def test_feet_in_one_place_have_no_ratio():
    assert compare_widths("Are the feet wider than the shoulders?", PLACES) is not None
    for gap, answered in ((0.018, False), (0.022, True)):
        found = compare_widths(
            "Are the feet wider than the shoulders?",
            PLACES | {"left_ankle": np.array([gap, 0, 0]), "right_ankle": np.zeros(3)},
        )
        assert (found is not None) == answered


def test_hidden_joints_and_doubt():
    seen = {name: place for name, place in PLACES.items() if name != "left_ankle"}
    answer, joints = compare_widths("Is the stance wider than the shoulders?", seen)
    assert (answer.text, answer.verdict, joints) == (
        "I cannot tell: I do not see the left ankle clearly.",
        "unknown",
        (),
    )
    near, far = (compare_widths(f"Are the {pair} wider than the hips?", PLACES)[0] for pair in ("knees", "elbows"))
    assert near.confidence == pytest.approx(0.5)
    assert far.confidence > 0.95


def test_the_model_answers_by_its_own_joints():
    person = Pose2Lang(threads=1).read(standing()).person()
    assert person.ask("Are the feet wider than the shoulders?").verdict == "no"
    assert person.ask("Is the stance narrower than the shoulders?").verdict == "yes"


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("How far apart are the feet?", ("feet", "about 1.2 shoulder widths")),
        ("how wide has he got his feet", ("feet", "about 1.2 shoulder widths")),
        ("What's the distance between the hands?", ("hands", "about 0.5 shoulder widths")),
        ("How far apart are her elbows", ("elbows", "about 1.5 shoulder widths")),
        ("How far apart are the shoulders?", None),
        ("How wide are the hips?", None),
        ("Are the feet far apart?", None),
    ],
)
def test_how_far_apart(question, found):
    assert apart_by(question, PLACES) == found
    assert apart_by(question, {name: place for name, place in PLACES.items() if name != "left_shoulder"}) is None


def test_the_distance_stands_beside_what_the_nets_say_of_the_same_parts():
    person = Pose2Lang(threads=1).read(standing()).person()
    for part in ("feet", "hands", "knees", "elbows"):
        answer = person.ask(f"How far apart are the {part}?")
        assert answer.verdict == "statement"
        assert f" {part} are " in answer.text
        assert answer.text.count("shoulder widths") == 1
