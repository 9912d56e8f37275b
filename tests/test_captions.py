"""Captions: true, seen, mirrored, grammatical, parsed back, and steady in what they tell."""

from __future__ import annotations

import re
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pose2lang3d_sdk.facts import ANGLES, FACT_INDEX, FACTS
from pose2lang3d_sdk.skeleton import JOINTS, mirror_text
from training.language.captions import REGIONS, caption, region_text
from training.language.mirror import mirror_pose
from training.language.parse import contradictions, mentions, parse, uncovered
from training.language.pose import PoseFacts

DETAILS = ("short", "normal", "full")
ALL = frozenset(JOINTS)


@st.composite
def poses(draw: st.DrawFn) -> PoseFacts:
    """Any assignment of classes, many of them undecided, with some joints unseen: harsher than real poses."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    decided, shown = draw(st.floats(0, 1)), draw(st.sampled_from([1.0, 0.9, 0.6]))
    alike = draw(st.booleans())
    labels: dict[str, str] = {}
    for fact in FACTS:
        if rng.random() < decided:
            twin = labels.get("left" + fact.name[5:]) if fact.name.startswith("right") and alike else None
            labels[fact.name] = twin or str(rng.choice(fact.classes))
    degrees = {name: float(rng.uniform(0, 180)) for name in ANGLES if rng.random() < 0.95}
    return PoseFacts(labels, degrees, frozenset(joint for joint in JOINTS if rng.random() < shown))


def texts_of(pose: PoseFacts, seed: int) -> list[str]:
    texts = [caption(pose, np.random.default_rng(seed), detail) for detail in DETAILS]
    texts += [region_text(pose, region, np.random.default_rng(seed)) for region in REGIONS]
    return [text for text in texts if text is not None]


@given(poses(), st.integers(0, 1000))
@settings(max_examples=300, deadline=None)
def test_only_decided_and_seen_facts_are_told(pose: PoseFacts, seed: int) -> None:
    for text in texts_of(pose, seed):
        for fact, label in mentions(text):
            assert pose.get(fact) == label, text
            assert pose.seen(fact), text
        assert not contradictions(text, pose)
        assert not uncovered(text), text


@given(poses(), st.integers(0, 1000), st.sets(st.sampled_from(list(FACT_INDEX))))
@settings(max_examples=100, deadline=None)
def test_what_is_held_back_is_not_told(pose: PoseFacts, seed: int, secret: set[str]) -> None:
    for detail in DETAILS:
        text = caption(pose, np.random.default_rng(seed), detail, told=lambda fact: fact not in secret)
        assert text is None or not secret & set(parse(text))


@given(poses(), st.integers(0, 1000))
@settings(max_examples=300, deadline=None)
def test_the_mirrored_pose_gets_the_mirrored_caption(pose: PoseFacts, seed: int) -> None:
    assert [mirror_text(text) for text in texts_of(pose, seed)] == texts_of(mirror_pose(pose), seed)
    assert mirror_pose(mirror_pose(pose)) == pose


@given(poses(), st.integers(0, 1000), st.integers(0, 1000))
@settings(max_examples=150, deadline=None)
def test_chance_picks_words_but_never_facts(pose: PoseFacts, one: int, other: int) -> None:
    for first, second in zip(texts_of(pose, one), texts_of(pose, other), strict=True):
        assert mentions(first) == mentions(second)
    assert texts_of(pose, one) == texts_of(pose, one)


@given(poses(), st.integers(0, 1000))
@settings(max_examples=300, deadline=None)
def test_captions_read_well(pose: PoseFacts, seed: int) -> None:
    for text in texts_of(pose, seed):
        assert text[0].isupper()
        assert text.endswith(".")
        assert "  " not in text
        assert "{" not in text
        assert ".." not in text
        assert not re.search(r"\ba [aeiou]|\ban [^aeiou]", text), text
        assert not re.search(r"\b(\w+) \1\b", text), text
        sentences = text.split(". ")
        assert len(set(sentences)) == len(sentences), text
        assert all(sentence[0].isupper() for sentence in sentences), text


@given(poses(), st.integers(0, 1000))
@settings(max_examples=300, deadline=None)
def test_no_fact_is_told_twice_and_regions_are_short(pose: PoseFacts, seed: int) -> None:
    for region in REGIONS:
        text = region_text(pose, region, np.random.default_rng(seed))
        if text:
            assert len(text.split()) <= 45, text
            assert text.count(".") <= 4, text
            assert len(mentions(text)) == len(parse(text)), text
    for detail in DETAILS:
        text = caption(pose, np.random.default_rng(seed), detail)
        assert text is None or len(mentions(text)) == len(parse(text)), text


@given(poses(), st.integers(0, 1000))
@settings(max_examples=50, deadline=None)
def test_more_detail_tells_more(pose: PoseFacts, seed: int) -> None:
    normal, full = (caption(pose, np.random.default_rng(seed), detail) for detail in ("normal", "full"))
    if normal:
        assert full is not None
        assert set(parse(normal).items()) <= set(parse(full).items())


def test_nothing_known_gives_nothing() -> None:
    for pose in (PoseFacts({}, {}, ALL), PoseFacts({"posture": "standing", "torso_twist": "left"}, {}, frozenset())):
        assert texts_of(pose, 0) == []


TREE_POSE = PoseFacts(
    {
        "posture": "standing", "view": "front", "torso_lean": "upright", "torso_orientation": "vertical",
        "left_arm_raise": "overhead", "right_arm_raise": "overhead", "left_elbow_bend": "slightly_bent",
        "right_elbow_bend": "slightly_bent", "hands_distance": "together", "left_knee_bend": "straight",
        "right_knee_bend": "deeply_bent", "right_foot_ground": "no", "left_foot_ground": "yes", "weight_leg": "left",
    },
    {"right_knee": 48.0, "left_knee": 175.0},
    ALL,
)  # fmt: skip


@pytest.mark.parametrize(
    ("region", "text"),
    [
        ("posture", "The person is standing, seen from the front."),
        ("torso", "The torso is upright."),
        ("arms", "Both arms are raised overhead with the elbows slightly bent. The hands are close together."),
        ("legs", ("The right knee is deeply bent to about 50 degrees with the foot off the ground. "
                 "The left knee is straight.")),
    ],
)  # fmt: skip
def test_an_example(region: str, text: str) -> None:
    class First(np.random.Generator):
        """Always takes the first wording."""

        def random(self, *_: object, **__: object) -> float:  # type: ignore[override]
            return 0.0

    assert region_text(TREE_POSE, region, First(np.random.PCG64(0))) == text


def test_lying_is_not_said_twice() -> None:
    pose = PoseFacts({"posture": "lying_on_back", "torso_orientation": "horizontal", "torso_twist": "none"}, {}, ALL)
    text = caption(pose, np.random.default_rng(0))
    assert text is not None
    assert set(parse(text)) == {"posture", "torso_twist"}


def test_speed() -> None:
    rng = np.random.default_rng(0)
    start = time.process_time()
    for _ in range(400):
        for region in REGIONS:
            region_text(TREE_POSE, region, rng)
    assert 400 * len(REGIONS) / (time.process_time() - start) > 5000
