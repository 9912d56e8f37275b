"""The wordings of facts: every one is grammatical, mirrors, and is parsed back to exactly the fact it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pose2lang3d_sdk.facts import ANGLES, FACTS, NUM_CLASSES
from pose2lang3d_sdk.skeleton import JOINTS, mirror_name, mirror_text
from training.language import phrases, wordings
from training.language.parse import contradictions, mentions, parse, parse_angles, uncovered
from training.language.pose import PoseFacts

TOLD = [(fact.name, label) for fact in FACTS for label in fact.classes]
FAMILIES = sorted({(f.family, label) for f in FACTS if f.name != f.family for label in f.classes})
# Angles that fit each class, so that numbers are tried where they are said.
BENDS = {"deeply_bent": (15, 70), "bent": (78, 117), "slightly_bent": (125, 154), "straight": (160, 180)}


def a_pose(**angles: float) -> PoseFacts:
    return PoseFacts({}, angles, frozenset(JOINTS))


angles = st.fixed_dictionaries({name: st.floats(0, 180) for name in ANGLES})
seeds = st.integers(0, 2**32 - 1)


def test_every_class_of_every_fact_has_its_wordings() -> None:
    assert len(phrases.CLAUSES) == len(TOLD) == NUM_CLASSES
    for told in TOLD:
        plain = [wording for wording in phrases.CLAUSES[told] if not wording.angles]
        assert 2 <= len(plain) <= 4, told
        assert len({wording.template for wording in phrases.CLAUSES[told]}) == len(phrases.CLAUSES[told])


@given(st.sampled_from(TOLD), st.one_of(st.just({}), angles), seeds)
def test_statement_round_trip(told: tuple[str, str], degrees: dict[str, float], seed: int) -> None:
    text = phrases.statement(*told, a_pose(**degrees), np.random.default_rng(seed))
    assert mentions(text) == [told]
    assert not uncovered(text)


@pytest.mark.parametrize("told", FAMILIES)
@given(st.one_of(st.just({}), angles), seeds)
def test_both_round_trip(told: tuple[str, str], degrees: dict[str, float], seed: int) -> None:
    text = phrases.both(*told, a_pose(**degrees), np.random.default_rng(seed))
    assert parse(text) == {f"left_{told[0]}": told[1], f"right_{told[0]}": told[1]}
    assert not uncovered(text)


def test_all_wordings_round_trip_inside_a_text() -> None:
    for wording in phrases.all_wordings():
        assert mentions(wording.template.replace("{n}", "90")) == list(wording.tells), wording


@given(st.sampled_from(TOLD), angles, seeds)
def test_statement_of_the_mirrored_fact_is_the_mirrored_statement(
    told: tuple[str, str], degrees: dict[str, float], seed: int
) -> None:
    fact, label = told
    text = phrases.statement(fact, label, a_pose(**degrees), np.random.default_rng(seed))
    other = a_pose(**{mirror_name(name): angle for name, angle in degrees.items()})
    mirrored = phrases.statement(mirror_name(fact), mirror_name(label), other, np.random.default_rng(seed))
    assert mirror_text(text) == mirrored
    assert mirror_text(mirrored) == text


def test_wordings_are_plain_sentences() -> None:
    for wording in phrases.all_wordings():
        text = wording.template
        assert re.fullmatch(r"[a-z][a-z',{} -]+[a-z}]", text), text
        assert "  " not in text
        assert not re.search(r"\b(\w+) \1\b", text), text
        assert not re.search(r"\ba [aeiou]|\ban [^aeiou]", text), text
        assert len(text.split()) <= 18, text
        plural = re.match(r"(both(?! sides)|the (hands|feet|knees|legs|arms|shoulders|elbows|two))\b", wording.subject)
        if wording.predicate.startswith(("is ", "are ")):
            assert wording.predicate.startswith("are " if plural or wording.subject.startswith("both") else "is "), text


def test_templates_name_sides_by_slots_only() -> None:
    tables = (wordings.ONE, wordings.BOTH, wordings.SPREAD, wordings.REMARKS, wordings.FUSED, wordings.VIEWS)
    for text in _strings([list(table.values()) for table in tables]):
        assert not re.search(r"\b(left|right)\b", text), text


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


@pytest.mark.parametrize(
    ("degrees", "said"), [(84.9, 80), (85.0, 90), (94.9, 90), (95.0, 100), (12.0, 10), (177.0, 180)]
)
def test_angles_are_said_to_ten_degrees(degrees: float, said: int) -> None:
    text = phrases.statement("left_knee_bend", "bent", a_pose(left_knee=degrees), np.random.default_rng(1))
    assert f" {said} degrees" in text
    assert parse_angles(text) == {"left_knee": said}


@pytest.mark.parametrize("label", BENDS)
@pytest.mark.parametrize("joint", ["knee", "elbow", "hip"])
def test_numbers_only_where_bent_and_known(joint: str, label: str) -> None:
    low, high = BENDS[label]
    for seed in range(30):
        rng = np.random.default_rng(seed)
        known = phrases.statement(f"left_{joint}_bend", label, a_pose(**{f"left_{joint}": (low + high) / 2}), rng)
        assert ("degrees" in known) == (label != "straight")
        assert "degrees" not in phrases.statement(f"left_{joint}_bend", label, a_pose(), rng)


def test_both_gives_each_side_its_number_when_they_differ() -> None:
    rng = np.random.default_rng(0)
    text = phrases.both("knee_bend", "bent", a_pose(left_knee=112, right_knee=81), rng)
    assert text == "both knees are bent, the right to about 80 degrees and the left to about 110 degrees"
    assert parse_angles(text) == {"left_knee": 110, "right_knee": 80}
    alike = phrases.both("knee_bend", "bent", a_pose(left_knee=92, right_knee=86), rng)
    assert parse_angles(alike) == {"left_knee": 90, "right_knee": 90}


def test_parse_of_shared_subjects() -> None:
    text = "The left arm is raised overhead with the elbow bent to about 90 degrees and the hand near the head."
    assert parse(text) == {"left_arm_raise": "overhead", "left_elbow_bend": "bent", "left_hand_near_head": "yes"}
    assert parse("The torso leans forwards and to the left.") == {"torso_lean": "forward", "torso_side_lean": "left"}
    assert parse("The head is turned to the right and tipped down.") == {"head_turn": "right", "head_nod": "down"}
    assert parse("The weather is fine, and I like cheese.") == {}
    assert uncovered("The torso leans forwards and smiles.") == ["smiles"]


def test_contradictions() -> None:
    pose = PoseFacts({"left_knee_bend": "bent", "torso_lean": "forward"}, {}, frozenset(JOINTS))
    assert contradictions("The left knee is straight and the torso leans forwards.", pose) == ["left_knee_bend"]
    assert contradictions("The right knee is straight.", pose) == []
    assert contradictions("Both knees are straight. The left knee is straight.", pose) == ["left_knee_bend"]


@pytest.mark.parametrize(
    ("text", "mirrored"),
    [
        ("Left and RIGHT, left-hand side.", "Right and LEFT, right-hand side."),
        ("the person's left side is upright", "the person's right side is upright"),
    ],
)
def test_mirror_text(text: str, mirrored: str) -> None:
    assert mirror_text(text) == mirrored
    assert mirror_text(mirrored) == text
