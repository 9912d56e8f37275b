"""Views between front, side and back."""

from __future__ import annotations

import pytest

from pose2lang3d_sdk.questions.quarter_views import half_turned
from pose2lang3d_sdk.skeleton import JOINTS, mirror_name, mirror_text

ALL = tuple(JOINTS)
TURNED = {"view": ("front", 0.9), "nearer_side": ("left", 0.8)}
FRONT = {"view": ("front", 0.9), "nearer_side": ("equal", 0.8)}
SIDE = {"view": ("left_side", 0.9), "nearer_side": ("left", 0.9)}
A_LITTLE = "the person is seen from the front, turned a little: the left side is nearer to the camera."


@pytest.mark.parametrize(
    "question",
    [
        "Side profile or 3/4 view?", "are we looking at her from the front, the side or from 3/4?", "profile or 3/4",
        "Is it a front view, a side view or something in between?", "Is he facing us square on or a bit turned?",
        "Is she turned a little or straight on to the camera?",
    ],
)  # fmt: skip
def test_choices_get_the_view(question):
    answer, joints = half_turned(question, TURNED, ALL)
    assert (answer.verdict, answer.text) == ("statement", f"T{A_LITTLE[1:]}")
    assert joints == ("left_shoulder", "right_shoulder", "left_hip", "right_hip")
    assert half_turned(question, FRONT, ALL)[0].text == "The person is seen from the front."
    assert half_turned(question, SIDE, ALL)[0].text == "The person is seen in profile from the left."
    mirrored = {fact: (mirror_name(label), belief) for fact, (label, belief) in TURNED.items()}
    assert half_turned(question, mirrored, ALL)[0].text == mirror_text(answer.text)


def test_whether_it_is_one():
    assert half_turned("Is this a three-quarter view?", TURNED, ALL)[0].text == f"Yes, {A_LITTLE}"
    assert half_turned("Is this a three-quarter view?", FRONT, ALL)[0].verdict == "no"
    unclear = {"view": ("front", 0.99), "nearer_side": ("left", 0.5)}
    assert half_turned("Is this a three-quarter view?", unclear, ALL)[0].confidence == 0.5
    assert half_turned("Is this a 3/4 view?", {}, ("nose",))[0].verdict == "unknown"


@pytest.mark.parametrize(
    "question",
    [
        "Is the left knee bent at an angle?", "From which side is he seen?", "Is he facing the camera?",
        "Is the head in profile or turned a bit?", "Is he three quarters of the way down?",
        "Is it straight or at an angle?", "is his body straight or at an angle?",
        "Is he standing straight or at an angle?",
    ],
)  # fmt: skip
def test_other_questions(question):
    assert half_turned(question, TURNED, ALL) is None
