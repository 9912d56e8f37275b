"""Facts in plain sentences: every class has a clause, pairs share one, and nothing dull is told."""

from __future__ import annotations

import pytest

from pose2lang3d_sdk.facts import ANGLE_FACT, FACTS
from pose2lang3d_sdk.skeleton import mirror_name
from pose2lang3d_sdk.statements import StatementReader, read_wordings, rounded
from pose2lang3d_sdk.telling import ADDED, NOT_WORTH, SAID_BY, Teller
from pose2lang3d_sdk.weights import embedded

WORDINGS = read_wordings(embedded().locate("statements"))
READER = StatementReader(WORDINGS)


@pytest.fixture(scope="module")
def teller() -> Teller:
    return Teller(WORDINGS)


@pytest.mark.parametrize("angles", [{}, dict.fromkeys(ANGLE_FACT, 87.0)])
def test_every_class_has_a_clause_that_says_it_and_nothing_else(teller, angles):
    for fact in FACTS:
        for label in fact.classes:
            clause = teller.clause([(fact.name, label)], angles)
            assert READER.mentions(clause) == [(fact.name, label)], clause


def test_angles_are_said_to_the_nearest_ten():
    assert [rounded(angle) for angle in (84.9, 85.0, 94.9, 4.9)] == [80, 90, 90, 0]


def test_a_clause_gives_the_angle_if_it_is_known(teller):
    bent = [("left_knee_bend", "bent")]
    assert teller.clause(bent, {"left_knee": 87.0}) == "the left knee is bent to about 90 degrees"
    assert teller.clause(bent, {"right_knee": 87.0}) == "the left knee is bent"


def test_one_clause_for_both_sides_with_one_number_only_if_it_fits_both(teller):
    both = [("left_knee_bend", "bent"), ("right_knee_bend", "bent")]
    assert teller.clause(both, {"left_knee": 86.0, "right_knee": 94.0}) == "both knees are bent to about 90 degrees"
    apart = teller.clause(both, {"left_knee": 75.0, "right_knee": 100.0})
    assert apart is None or "degrees" not in apart


def test_the_rest_leaves_out_what_was_said_what_is_dull_and_what_follows(teller):
    known = {
        "left_knee_bend": "straight", "arms_crossed": "no", "feet_distance": "wide_apart", "torso_twist": "none",
        "torso_orientation": "vertical", "left_thigh": "raised",
    }  # fmt: skip
    rest = teller.rest(known, ["left_knee_bend", "torso_lean"], {})
    assert READER.mentions(" ".join(rest)) == [("left_thigh", "raised"), ("feet_distance", "wide_apart")]


def test_a_normal_text_adds_what_captions_usually_tell(teller):
    known = {"left_thigh": "raised", "right_hand_near_hip": "yes", "posture": "standing", "left_foot_ground": "yes"}
    told = READER.mentions(" ".join(teller.rest(known, ["posture"], {}, full=False)))
    assert told == [("right_hand_near_hip", "yes"), ("left_foot_ground", "yes")]
    sitting = {**known, "posture": "sitting"}
    for full in (True, False):
        told = READER.mentions(" ".join(teller.rest(sitting, ["posture"], {}, full=full)))
        assert ("left_foot_ground", "yes") not in told
    unclear = {fact: label for fact, label in known.items() if fact != "posture"}
    assert not any("ground" in text for text in teller.rest(unclear, (), {}, full=False))
    assert any("ground" in text for text in teller.rest(unclear, (), {}, full=True))


@pytest.mark.parametrize(
    "known",
    [
        {"left_knee_bend": "straight", "right_knee_bend": "deeply_bent", "left_thigh": "raised"},
        {"left_arm_raise": "overhead", "right_elbow_bend": "bent", "left_elbow_bend": "bent", "higher_hand": "left"},
        {"torso_twist": "left", "head_turn": "right", "left_hand_near_hip": "yes"},
    ],
)
def test_the_mirrored_body_is_told_with_left_and_right_exchanged(teller, known):
    angles = {"left_knee": 178.0, "right_knee": 60.0, "left_elbow": 120.0, "right_elbow": 80.0}

    def mirrored(values: dict) -> dict:
        return {mirror_name(k): mirror_name(v) if isinstance(v, str) else v for k, v in values.items()}

    def exchanged(text: str) -> str:
        return text.replace("left", "#").replace("right", "left").replace("#", "right")

    for tell in (lambda k, a: " ".join(teller.rest(k, [], a)), teller.striking):
        assert exchanged(tell(known, angles)) == tell(mirrored(known), mirrored(angles))


def test_a_short_text_tells_one_thing_of_a_limb_and_nothing_that_the_posture_says(teller):
    known = {"left_arm_raise": "overhead", "left_elbow_bend": "bent", "left_knee_bend": "bent", "torso_lean": "forward"}
    told = READER.mentions(teller.striking(known, {}))
    assert told == [("left_arm_raise", "overhead"), ("left_knee_bend", "bent")]
    assert READER.mentions(teller.striking({**known, "posture": "squatting"}, {}))[1] == ("torso_lean", "forward")
    assert teller.striking({}, {}) == ""


def test_the_tables_name_known_facts():
    families = {fact.family: fact.classes for fact in FACTS}
    assert all(set(labels) <= set(families[family]) for family, labels in NOT_WORTH.items())
    names = {fact.name for fact in FACTS}
    assert all({fact, *others} <= names for fact, others in SAID_BY.items())
    assert all(label in families[family] for family, label in ADDED)
