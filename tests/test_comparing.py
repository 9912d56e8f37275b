"""Where two parts of the body are: questions understood, answers by hand-placed joints, mirrored ones."""

from __future__ import annotations

import re

import numpy as np
import pytest
from people import standing

from pose2lang3d_sdk import Pose2Lang
from pose2lang3d_sdk.questions.comparing import camera_above, compare, levelled
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


def check_mirrored(question):
    places = PLACES | {"left_hip": np.array([0.2, -0.2, 0])}
    mirrored = {mirror_name(name): place * [-1, 1, 1] for name, place in places.items()}
    verdict, text = ask(question, places)
    said, told = ask(mirror_text(question), mirrored)
    assert said == mirror_name(verdict)
    clauses, others = (re.split(" and ", re.sub("^(Yes|No), |\\.$", "", one)) for one in (mirror_text(text), told))
    assert sorted(clauses) == sorted(others)


@pytest.mark.parametrize(
    ("question", "verdict", "told"),
    [
        ("Is the left hand above the right knee?", "yes", "the left hand is above the right knee"),
        ("Is the right hand higher than the left hip?", "no", "the right hand is just below the left hip"),
        ("is her left foot below the right knee?", "yes", "the left foot is just below the right knee"),
        ("Are the hands above the knees?", "yes", "the left hand is above the left knee and the right hand is above"),
        ("Are both elbows higher than the hands?", "no", "the left elbow is below the left hand"),
        ("Is the left hand higher than both elbows?", "yes", "Yes, the left hand is above both elbows."),
        ("Is the right elbow lower than the hands?", "no", "the right elbow is above the right hand"),
        ("Is the left hand above the shoulder?", "yes", "the left hand is above the left shoulder"),
        ("hands above shoulders?", "no", "No, the right hand is below the shoulders."),
        ("Is the left elbow above the shoulder?", "yes", "the left elbow is above the left shoulder"),
        ("Are the elbows above the shoulders?", "no", "No, the right elbow is below the shoulders."),
        ("Are his elbows at shoulder height?", "no", "the left elbow is above the left shoulder and the right elbow"),
        ("Elbows at shoulder level?", "no", "the left elbow is above the left shoulder and the right elbow is below"),
        ("Are the elbows level with the shoulders?", "no", "the left elbow is above the shoulders and the right elbow"),
        ("Is the left knee at hip height?", "yes", "the left knee is about level with the left hip"),
        ("Is the right hand at the height of the hips, please?", "yes", "the right hand is about level with the hips"),
        ("elbow height compared to shoulders", "statement", "The left elbow is above the shoulders and the right"),
        ("How high is the left hand relative to the shoulder?", "statement", "The left hand is above the left"),
        ("Is the left hand above the hips?", "yes", "the left hand is above the hips"),
        ("Are the hips above the shoulders?", "no", "No, the hips are below the shoulders."),
        ("Is the left elbow in front of the shoulder?", "yes", "the left elbow is in front of the left shoulder"),
        ("Which is higher, the hips or the knees?", "statement", "The hips are about level with the left knee and the"),
        ("Is the hip crease below the knee?", "no", "the left hip is just above the left knee and the right hip is"),
        ("Is the left kneecap above the right hip joint?", "no", "the left knee is just below the right hip"),
        ("Are the thighs below parallel?", "no", "No, the hips are just above the left knee and the hips are above"),
        ("below parallel?", "no", "the hips are just above the left knee"),
        ("How deep is the squat?", "statement", "The hips are about level with the left knee and the hips are above"),
        ("Squat depth?", "statement", "The hips are about level with the left knee and the hips are above the right"),
        ("Are the hips lower than the knees?", "no", "the hips are above the right knee"),
        ("Is the left elbow near the left hand?", None, ""),
        ("Is the left elbow near the right hand?", "no", "the left elbow is away from the right hand"),
        ("Is the right hand touching the right knee?", "no", "the right hand is away from the right knee"),
        ("Is the right hand close to the left hip?", None, ""),
        ("Is the left knee on the right hip?", "no", "the left knee is away from the right hip"),
        ("Is the right foot next to the left foot?", None, ""),
        ("Are the hands touching each other?", None, ""),
        ("Is the left hand touching the right hand?", None, ""),
        ("Is the head higher than the left hand", "no", "the head is below the left hand"),
        ("Is the left knee in front of the left foot?", "yes", "the left knee is in front of the left foot"),
        ("Is the right knee behind the left foot?", "yes", "the right knee is behind the left foot"),
        ("Is the right elbow ahead of the right knee?", "no", "the right elbow is behind the right knee"),
        ("Is the left knee level with the left hip?", "yes", "the left knee is about level with the left hip"),
        ("Is the left elbow at the same height as the right elbow?", None, ""),
        ("Is the right ankle above or below the left knee?", "statement", "The right ankle is below the left knee."),
        ("Where is the right hand compared to the waist?", "statement", "The right hand is about level with the"),
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
        "Is the left hand at the hips?",
        "Is the right ankle higher or higher than the left knee?",
        "Are the arms at shoulder height?",
        "Is the left thigh below parallel?",
        "Is the squat deep?",
        "Which hand is higher?",
        "Is the left hand above the head?",
        "Is the left hand in front of the right shoulder?",
        "Which hand is above the left knee?",
        "Is the left hand on the knee?",
        "Is the left hand near the right hip?",
        "Is the left foot on the floor?",
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
        ("Is the left hand above the right knee?", ["right_knee"], "unknown", "I do not see the right knee clearly"),
        ("Are the hands above the knees?", ["left_knee"], "unknown", "I do not see the left knee clearly"),
        ("Are both elbows higher than the hands?", ["right_elbow"], "no", "the left elbow is below the left hand"),
        ("Is the left knee ahead of the left foot?", ["right_hip"], "unknown", "I do not see the right hip clearly"),
        ("Is the elbow above the foot?", ["left_ankle"], "yes", "the right elbow is above the right foot"),
        ("Are the hips lower than the knees?", ["left_hip"], "no", "the hips are above the right knee"),
        (
            "Are the hips lower than the right knee?",
            ["left_hip", "right_knee"],
            "unknown",
            "see the right knee clearly",
        ),
        ("Is the head above the left hand?", ["left_wrist"], "unknown", "tell: I do not see the left wrist clearly"),
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
        "So, are the knees in front of the toes here?",
        "Does the knee go over the toe?",
    ):
        assert ask(question) == ("unknown", "I cannot tell: the toes are not among the points that I see.")


@pytest.mark.parametrize(
    ("question", "place", "verdict"),
    [
        ("Is the left hand near the right knee?", (0.45, 0, 0), "yes"),
        ("Is the left hand near the right knee?", (0.55, 0, 0), "no"),
        ("Is the left hand touching the right knee?", (0.45, 0, 0), "yes"),
        ("Is the left hand touching the right knee?", (0.55, 0, 0), "no"),
        ("Is the left elbow touching the right knee?", (0.3, 0, 0), "yes"),
        ("Is the left elbow touching the right knee?", (0.4, 0, 0), "no"),
        ("Is the left elbow near the right knee?", (0.4, 0, 0), "yes"),
        ("Is the left hand level with the right knee?", (2, 0.17, 0), "yes"),
        ("Is the left hand level with the right knee?", (2, -0.17, 0), "yes"),
        ("Is the left hand level with the right knee?", (2, 0.23, 0), "no"),
        ("Is the left hand level with the right knee?", (2, -0.23, 0), "no"),
    ],
)
def test_either_side_of_each_bound(question, place, verdict):
    part = "left_wrist" if "hand" in question else "left_elbow"
    found = ask(question, {"right_knee": np.zeros(3), part: np.array(place)})
    assert found[0] == verdict
    said = "about level with" in found[1] or "close to" in found[1]
    assert said == (verdict == "yes")
    assert ("as far as I can see" in found[1]) == (verdict == "yes" and "touching" in question)


@pytest.mark.parametrize(
    ("question", "place", "belief"),
    [
        ("Is the left hand above the right knee?", (2, -0.0769, 0), 0.75),
        ("Is the left hand below the right knee?", (2, 0.0769, 0), 0.75),
        ("Is the left hand in front of the right knee?", (0, 2, -0.1318), 0.75),
        ("Is the left hand near the right knee?", (0.5 - 0.1099, 0, 0), 0.75),
        ("Is the left hand near the right knee?", (0.5 + 0.1099, 0, 0), 0.75),
        ("Is the left hand level with the right knee?", (2, 0, 0), 0.8914),
        ("Is the left hand above the right knee?", (0, -1, 0), 1),
    ],
)
def test_the_farther_apart_the_surer(question, place, belief):
    seen = PLACES | {"right_knee": np.zeros(3), "left_wrist": np.array(place)}
    assert compare(question, seen, upright=True)[0].confidence == pytest.approx(belief, abs=0.002)


def test_open_answers_say_level_as_the_belief_does():
    def told(height):
        seen = {"right_knee": np.zeros(3), "left_wrist": np.array([0, -height, 0])}
        return ask("Is the left hand above or below the right knee?", seen)[1]

    assert told(0.18) == "The left hand is about level with the right knee."
    assert told(0.22) == "The left hand is above the right knee."


def test_a_camera_from_above_is_levelled():
    # From 45 degrees above, what lies ahead on the floor is seen lower: 1 ahead is 0.7 down and 0.7 nearer.
    half = 0.5**0.5
    seen = levelled({"nose": np.array([0.3, half, -half]), "left_ear": np.array([0.0, -half, -half])}, 45.0)
    assert seen["nose"] == pytest.approx([0.3, 0, -1])
    assert seen["left_ear"] == pytest.approx([0, -1, 0])
    code = Pose2Lang(threads=1).read(standing()).person()._code
    assert -10 < camera_above(code) < 40


@pytest.mark.parametrize(
    "question",
    [
        "Is the left hand above the right knee?", "Is the right knee behind the left foot?",
        "Are his elbows at shoulder height?", "How deep is the squat?",
    ],
)  # fmt: skip
def test_the_mirrored_body_gets_the_mirrored_answer(question):
    check_mirrored(question)


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
