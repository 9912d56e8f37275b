"""Where a face looks, and from which side it is seen."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from pose2lang3d_sdk import Pose2Lang
from pose2lang3d_sdk.questions.gazing import _HEAD, PROFILE, TURNED, asks_where_one_looks, face_view, turn_of_face
from pose2lang3d_sdk.skeleton import FACE, JOINT_INDEX, mirror_text
from pose2lang3d_sdk.statements import StatementReader, read_wordings
from pose2lang3d_sdk.weights import embedded


def head(degrees: float) -> np.ndarray:
    """Keypoints of a head of ordinary shape, turned so far to the right of the picture."""
    keypoints = np.zeros((17, 3))
    turn = math.radians(degrees)
    for name in FACE:
        aside, ahead = _HEAD[name.rpartition("_")[2]]
        aside *= -1 if name.startswith("right") else 1
        keypoints[JOINT_INDEX[name], 0] = aside * math.cos(turn) + ahead * math.sin(turn)
    return keypoints


@pytest.mark.parametrize("degrees", [-80.0, -30.0, 10.0, 55.0])
def test_the_turn_is_that_of_the_head(degrees):
    turn, side = turn_of_face(head(degrees), FACE)
    assert turn == pytest.approx(abs(degrees))
    assert side == ("left" if degrees < 0 else "right")


@pytest.mark.parametrize(
    ("degrees", "view"),
    [
        (0.0, "from the front"),
        (33.0, "in three quarters, turned to the right"),
        (75.0, "in profile, turned to the right"),
    ],
)
@pytest.mark.parametrize("question", ["Head in profile or 3/4?", "profile, three quarter or front view of the head?"])
def test_a_face_is_seen_from_one_side(degrees, view, question):
    answer, joints = face_view(question, head(degrees), FACE)
    assert view in answer.text
    assert (answer.verdict, joints) == ("statement", FACE)
    mirrored, _ = face_view(question, head(-degrees), FACE)
    assert mirrored.text == mirror_text(answer.text)


@pytest.mark.parametrize("degrees", range(0, 91, 4))
@pytest.mark.parametrize(
    ("view", "least", "most"), [("in profile", PROFILE, 90), ("in three quarters", TURNED, PROFILE)]
)
def test_one_view_is_confirmed_if_it_is_the_one_that_is_told(degrees, view, least, most):
    answer, _ = face_view(f"Is the face {view}?", head(float(degrees)), FACE)
    assert answer.verdict == ("yes" if least < degrees < most else "no")
    assert (view in answer.text) is (answer.verdict == "yes")


@pytest.mark.parametrize("question", ["Is he seen in profile?", "Is the head turned?", "profile", "Is the face down?"])
def test_other_questions_are_none_of_the_face(question):
    assert face_view(question, head(0.0), FACE) is None


@pytest.mark.parametrize(
    "question",
    ["Where is he looking?", "which way is the woman looking", "where's her gaze going", "Which way does he look?",
     "In which direction does the head point?"],
)  # fmt: skip
def test_who_asks_where_somebody_looks(question):
    assert asks_where_one_looks(question)


@pytest.mark.parametrize(
    "question",
    ["Is he looking down?", "What is he looking at?", "Where is he facing?", "Where is the head?", "looks good"],
)
def test_who_does_not(question):
    assert not asks_where_one_looks(question)


PHOTO = Path(__file__).parents[1] / "examples" / "cameraman.png"


def test_where_somebody_looks_is_told_with_the_nod_of_the_head():
    person = Pose2Lang(threads=1).read(PHOTO).person()
    likeliest = {fact.name: fact for fact in person.facts()}
    assert (likeliest["head_nod"].value, likeliest["facing_lens"].value) == ("down", "no")
    answer = person.ask("Where is he looking?")
    assert answer.verdict == "left"
    told = dict(StatementReader(read_wordings(embedded().locate("statements"))).mentions(answer.text))
    assert told == {"head_turn": "left", "head_nod": "down"}
