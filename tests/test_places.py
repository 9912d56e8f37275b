"""Where elbows and knees are, by hand-placed joints."""

from __future__ import annotations

import numpy as np
import pytest

from pose2lang3d_sdk.questions.places import place
from pose2lang3d_sdk.skeleton import mirror_name, mirror_text

# In torso lengths: x right in the picture, y down, z away; the person faces the camera, the left side is on the right.
PLACES = {
    "left_shoulder": (0.3, -1.0, 0.0), "right_shoulder": (-0.3, -1.0, 0.0), "left_hip": (0.2, 0.0, 0.0),
    "right_hip": (-0.2, 0.0, 0.0), "left_elbow": (0.4, -0.5, 0.0), "right_elbow": (-0.4, -1.6, -0.5),
    "left_knee": (0.2, 0.9, 0.0), "right_knee": (-0.2, 0.0, -0.9),
}  # fmt: skip


def asked(question: str, places=PLACES, *, without: tuple[str, ...] = ()):
    found = place(question, {name: np.array(at) for name, at in places.items() if name not in without})
    return found and found[0]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("where is the left elbow", "The left elbow is between shoulder and hip height."),
        ("wheres her right elbow", "The right elbow is above shoulder height and in front of the body."),
        ("where is his left knee positioned", "The left knee is below hip height."),
        ("what is the position of the right knee", "The right knee is at hip height and in front of the hips."),
        (
            "where are the knees",
            "The left knee is below hip height and the right knee is at hip height and in front of the hips.",
        ),
        ("where is the elbow of the left arm", None),
        ("where is the left hand", None),
        ("where does the left elbow point", None),
        ("where are the left knees", None),
        ("", None),
    ],
)
def test_by_hand_placed_joints(question, text):
    told = asked(question)
    assert (told and told.text) == text
    if told:
        mirrored = {mirror_name(name): (-x, y, z) for name, (x, y, z) in PLACES.items()}
        other = asked(mirror_text(question), mirrored)
        assert sorted(mirror_text(other.text).lower().strip(".").split()) == sorted(text.lower().strip(".").split())
        assert 0.5 < told.confidence <= 1


def test_a_pair_in_one_place_is_told_once():
    same = PLACES | {"right_elbow": (-0.4, -0.5, 0.0)}
    assert asked("where are the elbows", same).text == "Both elbows are between shoulder and hip height."


def test_behind():
    back = PLACES | {"left_elbow": (0.4, -0.5, 0.6)}
    assert asked("where is the left elbow", back).text.endswith("and behind the body.")


def test_what_is_hidden():
    assert asked("where is the left elbow", without=("left_elbow",)).verdict == "unknown"
    assert asked("where is the left elbow", without=("left_hip",)).verdict == "unknown"
    assert asked("where are the elbows", without=("left_elbow",)).text.startswith("The right elbow is above")
