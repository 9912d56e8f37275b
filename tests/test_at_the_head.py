"""Hands behind the head or in front of it."""

from __future__ import annotations

import numpy as np
import pytest

from pose2lang3d_sdk.questions.at_the_head import at_the_head
from pose2lang3d_sdk.questions.words import bare

BODY = {
    "left_hip": (0.2, 0.0, 0.0), "right_hip": (-0.2, 0.0, 0.0), "nose": (0.0, -1.5, -0.1),
    "left_ear": (0.1, -1.5, 0.0), "right_ear": (-0.1, -1.5, 0.0),
}  # fmt: skip
"""Of somebody who looks into the camera: z goes away from it, so what is ahead is lower."""
BEHIND, BEFORE, AWAY = (0.1, -1.4, 0.3), (0.1, -1.4, -0.5), (0.3, 0.1, 0.0)


def asked(question: str, left, right=None):
    hands = {"left_wrist": left, "right_wrist": right and (-right[0], *right[1:])}
    places = {name: np.array(place) for name, place in (BODY | hands).items() if place}
    found = at_the_head(bare(question), places)
    return found and (found[0].verdict, found[0].text)


@pytest.mark.parametrize(
    "question",
    [
        "Are his hands behind his head?", "hands behind head?", "Does she have her hands clasped behind her neck?",
        "Is he holding his hands behind his head?", "Both hands are behind the head, right?",
        "Has the man got both hands behind his ears?",
    ],
)  # fmt: skip
def test_both_hands_behind_the_head(question):
    assert asked(question, BEHIND, BEHIND) == ("yes", "Yes, as far as I can see both hands are behind the head.")
    assert asked(question, BEFORE, BEFORE) == ("no", "No, as far as I can see both hands are in front of the head.")
    assert asked(question, BEHIND, BEFORE) == ("no", "No, as far as I can see the right hand is in front of the head.")
    assert asked(question, BEHIND, AWAY) == ("no", "No, the right hand is away from the head.")
    assert asked(question, AWAY) == ("no", "No, the left hand is away from the head.")
    assert asked(question, BEHIND) == ("unknown", "I cannot tell: I do not see the right wrist clearly.")


def test_one_hand_in_front_of_the_face():
    assert asked("Is the left hand in front of the face?", BEFORE)[0] == "yes"
    assert asked("Is the left hand in front of the face?", BEHIND)[0] == "no"
    assert asked("Is the left hand in front of the face?", AWAY)[0] == "no"


@pytest.mark.parametrize(
    "question",
    [
        "Is the left hand behind the back?",
        "Is his hand behind his head?",
        "Is the left hand near the head?",
        "Is the knee behind the head?",
        "head",
    ],
)
def test_other_questions_are_left_alone(question):
    assert asked(question, BEHIND, BEHIND) is None
