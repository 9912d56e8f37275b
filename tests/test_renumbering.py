"""Numbers in texts are those of the angles, each side's own, and none that contradicts the word beside it."""

from __future__ import annotations

import pytest

from pose2lang3d_sdk.renumbering import renumbered
from pose2lang3d_sdk.statements import StatementReader, read_wordings, rounded
from pose2lang3d_sdk.telling import Teller
from pose2lang3d_sdk.weights import embedded

WORDINGS = read_wordings(embedded().locate("statements"))
READER, TELLER = StatementReader(WORDINGS), Teller(WORDINGS)


@pytest.mark.parametrize(
    ("said", "angles", "told"),
    [
        (
            "The left knee is bent to about 100 degrees and the right elbow is deeply bent to about 60 degrees.",
            {"left_knee": 117.0, "right_elbow": 44.0},
            "The left knee is bent to about 120 degrees and the right elbow is deeply bent to about 40 degrees.",
        ),
        ("The left elbow is at about 90 degrees.", {"left_elbow": 133.0}, "The left elbow is at about 130 degrees."),
        ("The torso is tilted by about 90 degrees.", {"torso": 26.0}, "The torso is tilted by about 30 degrees."),
        (
            "The left knee is straight, at about 90 degrees.",
            {"left_knee": 171.0},
            "The left knee is straight, at about 170 degrees.",
        ),
        (
            "Both knees are bent to about 90 degrees.",
            {"left_knee": 96.0, "right_knee": 108.0},
            "Both knees are bent to about 100 degrees.",
        ),
    ],
)
def test_numbers_become_those_of_the_angles(said, angles, told):
    assert renumbered(said, READER, TELLER, angles) == told
    assert renumbered(said, READER, TELLER, {}) == said


@pytest.mark.parametrize(
    ("said", "angles", "numbers"),
    [
        ("Yes, both elbows are bent to about 100 degrees.", {"left_elbow": 118.0, "right_elbow": 80.0}, [80, 120]),
        ("Both elbows are bent to about 100 degrees.", {"left_elbow": 150.0, "right_elbow": 80.0}, [80]),
        ("No, the left knee is bent to about 110 degrees.", {"left_knee": 140.0}, []),
        ("The left arm is raised to shoulder height, at about 60 degrees.", {"left_shoulder": 50.0}, []),
    ],
)
def test_sides_that_differ_and_numbers_that_contradict(said, angles, numbers):
    told = renumbered(said, READER, TELLER, angles)
    assert [int(word) for word in told.split() if word.isdigit()] == numbers
    assert set(READER.mentions(told)) == set(READER.mentions(said)), told
    assert told[0].isupper()


def test_the_mirrored_body_gets_the_mirrored_text():
    said, angles = "Both elbows are bent to about 100 degrees.", {"left_elbow": 118.0, "right_elbow": 80.0}
    told = renumbered(said, READER, TELLER, angles)
    assert told.index("right elbow") < told.index("left elbow")
    swapped = renumbered(said, READER, TELLER, {"right_elbow": 118.0, "left_elbow": 80.0})
    assert swapped.index("left elbow") < swapped.index("right elbow")


def test_who_asks_for_a_number_gets_it():
    text = "The left knee is bent to about 110 degrees."
    assert (
        renumbered(text, READER, TELLER, {"left_knee": 141.0}, number=True) == "The left knee is at about 140 degrees."
    )
    assert renumbered(text, READER, TELLER, {"left_knee": 141.0}) == "The left knee is bent."


def test_rounded():
    assert [rounded(angle) for angle in (84.9, 85.0, 94.9)] == [80, 90, 90]
