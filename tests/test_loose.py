"""What people say in their own words is read as far as it goes, and mirrored words give the mirrored facts."""

from __future__ import annotations

import re

import numpy as np
import pytest

from evaluation.statements import Reading, Statement, measure, read_statements
from pose2lang3d_sdk.skeleton import mirror_name
from training.language.loose import parse_loosely
from training.language.parse import parse, uncovered
from training.language.phrases import all_wordings


def _both(family, label):
    return {f"{side}_{family}": label for side in ("left", "right")}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("His left knee is flexed to roughly 90° and the right leg is straight.",
         {"left_knee_bend": "bent", "right_knee_bend": "straight"}),
        ("Both knees soft, feet shoulder-width apart.",
         {"left_knee_bend": "slightly_bent", "right_knee_bend": "slightly_bent", "feet_distance": "apart"}),
        ("left knee flexion around 120 degrees", {"left_knee_bend": "deeply_bent"}),
        ("The right elbow isn't bent.", {"right_elbow_bend": "straight"}),
        ("The right elbow isn't straight.", {}),
        ("She's sitting on the mat, looking down.", {"posture": "sitting_on_floor", "head_nod": "down"}),
        ("He kneels on one knee with his right hand on his hip.",
         {"posture": "half_kneeling", "right_hand_near_hip": "yes"}),
        ("The right foot is well in front of the left.", {"front_foot": "right"}),
        ("Her left elbow sits lower than the right one.", {"higher_elbow": "right"}),
        ("Client leans to the left, weight on the left leg.", {"torso_side_lean": "left", "weight_leg": "left"}),
        ("From behind; arms folded, on tiptoe.", {"view": "back", "arms_crossed": "yes"}),
        ("He is not kneeling. She isn't seated. Her head isn't turned to the left.", {}),
        ("The left knee isn't deeply bent.", {}),
        ("The left leg is not lifted off the floor.", {"left_foot_ground": "yes"}),
        ("Arms up in the air.", {}),
        ("Both feet up in the air.", {"posture": "airborne", "airborne": "yes"} | _both("foot_ground", "no")),
        ("The left hand is up, higher than the right.", {"higher_hand": "left"}),
        ("Her hands are behind her.", _both("hand_depth", "behind")),
        ("His hands are behind him.", _both("hand_depth", "behind")),
        ("Left knee bent 30 degrees.", {"left_knee_bend": "slightly_bent"}),
        ("Elbow of the right arm at a right angle.", {"right_elbow_bend": "bent"}),
        ("A red car in front of a house.", {}),
        ("", {}),
    ],
)  # fmt: skip
def test_people_are_understood(text, facts):
    assert parse_loosely(text) == facts


def test_the_generators_own_wordings_are_left_to_the_exact_reader():
    rng = np.random.default_rng(0)
    wordings = [w for w in all_wordings() if "{n}" not in w.template and not w.predicate.startswith(("with", "seen"))]
    for index in rng.integers(0, len(wordings), 300):
        text = f"{wordings[index].template}."
        assert not uncovered(text)
        assert parse_loosely(text) == parse(text) == dict(wordings[index].tells)


def _mirrored(text: str) -> str:
    swap = {"left": "right", "right": "left", "Left": "Right", "Right": "Left"}
    return re.sub(r"\b(left|right)\b(?! angle)", lambda match: swap[match.group()], text, flags=re.IGNORECASE)


def test_mirrored_sentences_state_mirrored_facts():
    # "straight", "upright" and "right angle" hold no side; "right over" and "right in" are no sides either.
    sentences = [s.text for s in read_statements() if not re.search(r"\bright (?:over|in|at|up|down|behind)\b", s.text)]
    assert len(sentences) > 100
    for text in sentences:
        expected = {mirror_name(fact): mirror_name(label) for fact, label in parse_loosely(text).items()}
        assert parse_loosely(_mirrored(text)) == expected, text


def test_counting_knows_right_from_wrong():
    statements = [Statement("The left knee is bent. The person is standing.", {"left_knee_bend": "straight"})]
    assert measure(statements, parse) == Reading(right=0, otherwise=1, missed=0, further=1)
    assert measure([Statement("Knees locked.", {"left_knee_bend": "straight"})], parse_loosely).right == 1


def test_most_of_what_people_state_is_understood():
    found = measure(read_statements(), parse_loosely)
    count = found.right + found.otherwise + found.missed
    assert found.right > 0.5 * count
    assert found.otherwise < 0.04 * count
