"""Where two parts of the body are: questions understood, answers by hand-placed joints, mirrored ones."""

from __future__ import annotations

import numpy as np
import pytest
from people import standing

from pose2lang3d_sdk import Pose2Lang
from pose2lang3d_sdk.comparing import compare
from pose2lang3d_sdk.skeleton import mirror_name, mirror_text

# Faces the camera: the person's left is at positive x, forward is negative z, up is negative y.
PLACES = {
    name: np.array(place, dtype=float)
    for name, place in {
        "nose": (0, -1.4, -0.1), "left_shoulder": (0.3, -1, 0), "right_shoulder": (-0.3, -1, 0),
        "left_elbow": (0.5, -1.3, -0.2), "right_elbow": (-0.35, -0.5, 0.1),
        "left_wrist": (0.5, -1.9, -0.3), "right_wrist": (-0.3, 0.1, -0.4),
        "left_hip": (0.2, 0, 0), "right_hip": (-0.2, 0, 0), "left_knee": (0.2, 0.1, -0.8), "right_knee": (-0.2, 0.8, 0),
        "left_ankle": (0.2, 0.9, -0.7), "right_ankle": (-0.2, 1.6, 0.05),
    }.items()
}  # fmt: skip


def ask(question, places=PLACES, *, upright=True):
    found = compare(question, places, upright=upright)
    return (found[0].verdict, found[0].text) if found else None


@pytest.mark.parametrize(
    ("question", "verdict", "told"),
    [
        ("Is the left hand above the right knee?", "yes", "the left hand is above the right knee"),
        ("Is the right hand higher than the left hip?", "no", "the right hand is just below the left hip"),
        ("is her left foot below the right knee?", "yes", "the left foot is just below the right knee"),
        ("Are the hands above the knees?", "yes", "the left hand is above the left knee and the right hand is above"),
        ("Are both elbows higher than the hands?", "no", "the left elbow is below the left hand"),
        ("Is the left hand higher than both elbows?", "yes", "the left hand is above the left elbow and the left"),
        ("Is the right elbow lower than the hands?", "no", "the right elbow is above the right hand"),
        ("Are the hips lower than the knees?", "no", "the hips are above the right knee"),
        ("Is the left elbow near the left hand?", None, ""),
        ("Is the left elbow near the right hand?", "no", "the left elbow is away from the right hand"),
        ("Is the right hand touching the right knee?", "no", "the right hand is away from the right knee"),
        ("Is the right hand close to the left hip?", None, ""),
        ("Is the left knee on the right hip?", "no", "the left knee is away from the right hip"),
        ("Is the right foot next to the left foot?", "no", "the right foot is away from the left foot"),
        ("Is the head higher than the left hand", "no", "the head is below the left hand"),
        ("Is the left knee in front of the left foot?", "yes", "the left knee is just in front of the left foot"),
        ("Is the right knee behind the left foot?", "yes", "the right knee is behind the left foot"),
        ("Is the right elbow ahead of the right knee?", "no", "the right elbow is just behind the right knee"),
        ("Is the left knee level with the left hip?", "yes", "the left knee is about level with the left hip"),
        ("Is the left elbow at the same height as the right elbow?", None, ""),
        ("Is the right ankle above or below the left knee?", "statement", "The right ankle is below the left knee."),
        ("Where is the right hand compared to the waist?", "statement", "The right hand is just below the waist."),
        ("Is the elbow above the foot?", "yes", "the left elbow is above the left foot and the right elbow is above"),
        ("Is the elbow above the hand?", "statement", "The left elbow is below the left hand and the right elbow is"),
    ],
)  # fmt: skip
def test_answers_by_hand_placed_joints(question, verdict, told):
    found = ask(question)
    if verdict is None:
        assert found is None
    else:
        assert found[0] == verdict
        assert told in found[1]


@pytest.mark.parametrize(
    "question",
    [
        "Is the left hand above the shoulder?",
        "Is the left elbow above the shoulder?",
        "Is the left hand above the hips?",
        "Is the left hand above the head?",
        "Is the left hand in front of the right shoulder?",
        "Which hand is above the left knee?",
        "Is the left hand on the knee?",
        "Is the left hand near the right hip?",
        "Is the left foot on the floor?",
        "Are the hips above the shoulders?",
        "Is the left hand not above the right knee?",
        "Is the left hand above the knee of the other man?",
        "Is the left hand higher than the right one?",
        "Is the left knee above the table?",
        "Is the left hand above the right knee and the left elbow?",
        "Is the left hand over the right knee?",
        "Are the left hands above the knees?",
        "",
    ],
)
def test_other_questions_are_left_to_the_nets(question):
    assert ask(question) is None


def test_nothing_is_in_front_of_who_lies():
    assert ask("Is the left knee in front of the left foot?", upright=False) is None
    assert ask("Is the left hand above the right knee?", upright=False)[0] == "yes"


@pytest.mark.parametrize(
    ("question", "hidden", "verdict", "told"),
    [
        ("Is the left hand above the right knee?", ["right_knee"], "unknown", "the right knee is not visible"),
        ("Are the hands above the knees?", ["left_knee"], "unknown", "the left knee is not visible"),
        ("Are both elbows higher than the hands?", ["right_elbow"], "no", "the left elbow is below the left hand"),
        ("Is the left knee ahead of the left foot?", ["right_hip"], "unknown", "the right hip is not visible"),
        ("Is the elbow above the foot?", ["left_ankle"], "yes", "the right elbow is above the right foot"),
        ("Are the hips lower than the knees?", ["left_hip"], "no", "the hips are above the right knee"),
    ],
)
def test_what_is_not_visible(question, hidden, verdict, told):
    seen = {name: place for name, place in PLACES.items() if name not in hidden}
    found = ask(question, seen)
    assert found[0] == verdict
    assert told in found[1]


def test_toes_are_never_seen():
    for question in (
        "Is the left knee past the toes?",
        "Are the knees in front of the toes?",
        "Does the knee go over the toe?",
    ):
        assert ask(question) == ("unknown", "I cannot tell: the toes are not among the points that I see.")


@pytest.mark.parametrize(
    "question", ["Is the left hand above the right knee?", "Is the right knee behind the left foot?"]
)
def test_the_mirrored_body_gets_the_mirrored_answer(question):
    mirrored = {mirror_name(name): place * [-1, 1, 1] for name, place in PLACES.items()}
    assert ask(mirror_text(question), mirrored) == (ask(question)[0], mirror_text(ask(question)[1]))


def test_the_farther_apart_the_surer():
    def confidence(height):
        return compare(
            "Is the left hand above the right knee?", PLACES | {"left_wrist": np.array([0, height, 0])}, upright=True
        )[0]

    near, far = confidence(0.75), confidence(-1.0)
    assert near.verdict == far.verdict == "yes"
    assert 0.5 < near.confidence < 0.8 < far.confidence <= 1


def test_the_model_answers_by_its_own_joints():
    person = Pose2Lang().read(standing()).person()
    answer = person.ask("Is the left hand above the right knee?")
    assert answer.text == "Yes, the left hand is above the right knee."
    assert answer.joints == ("left_wrist", "right_knee")
    assert person.ask("Is the right foot higher than the left elbow?").text.startswith("No, ")


@pytest.mark.parametrize(
    "question",
    [
        "Is the left foot touching the right hip?",
        "Is the right hand touching the right wrist?",
        "Is the left hip touching the right hip?",
        "Is the right hand much higher than the left knee?",
        "Where are the knees relative to the feet?",
    ],
)
def test_contact_and_degree_are_not_taken_lightly(question):
    found = ask(question)
    assert found is None or found[0] == "no"


def test_of_two_people_nothing_is_compared():
    person = Pose2Lang(threads=1).read(standing()).person()
    assert "the left hand is" not in person.ask("Is his left hand above her right knee?").text
