from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from pose2lang3d_sdk.class_weights import read_class_weights, write_class_weights
from pose2lang3d_sdk.errors import WeightsError
from pose2lang3d_sdk.facts import FACTS, FIRST_CLASS, NUM_CLASSES, class_column
from pose2lang3d_sdk.keypoints.base import Keypoints
from pose2lang3d_sdk.skeleton import mirror_name
from pose2lang3d_sdk.student import Student
from pose2lang3d_sdk.weights import embedded

EVEN = {fact.name: dict.fromkeys(fact.classes, 1.0) for fact in FACTS}


def test_left_and_right_are_drawn_together(tmp_path):
    path = tmp_path / "class_weights.json"
    uneven = {
        **EVEN,
        "left_knee_bend": {**EVEN["left_knee_bend"], "straight": 0.5},
        "higher_hand": {"left": 1.0, "right": 3.0, "equal": 0.25},
    }
    write_class_weights(uneven, path)
    found = read_class_weights(path)
    assert found.shape == (NUM_CLASSES,)
    assert [found[class_column(f"{side}_knee_bend", "straight")] for side in ("left", "right")] == [0.75, 0.75]
    assert [found[class_column("higher_hand", label)] for label in ("left", "right", "equal")] == [2.0, 2.0, 0.25]
    assert found.sum() == NUM_CLASSES - 4 - 1 + 2 * 0.75 + 4.25


@pytest.mark.parametrize(
    "content",
    [
        "no json",
        "[]",
        "{}",
        json.dumps({**EVEN, "posture": {"standing": 1.0}}),
        json.dumps({**EVEN, "mood": {"good": 1.0}}),
        json.dumps({**EVEN, "view": dict.fromkeys(EVEN["view"], 0.0)}),
        json.dumps({**EVEN, "view": dict.fromkeys(EVEN["view"], "much")}),
    ],
)
def test_damage_is_named(tmp_path, content):
    path = tmp_path / "class_weights.json"
    path.write_text(content)
    with pytest.raises(WeightsError, match=r"class_weights\.json does not hold a weight for every class"):
        read_class_weights(path)


def test_the_embedded_ones_are_alike_for_left_and_right_and_higher_for_rare_classes():
    found = read_class_weights(embedded().locate("class_weights"))
    for fact in FACTS:
        for label in fact.classes:
            twin = class_column(mirror_name(fact.name), mirror_name(label))
            assert found[class_column(fact.name, label)] == found[twin]
    assert found[class_column("posture", "upside_down")] > 2 * found[class_column("posture", "standing")]


def test_beliefs_are_without_the_weights():
    code = Student(1).encode(Keypoints(np.random.default_rng(0).uniform(0, 300, (17, 2)), np.full(17, 0.9)))
    logits, weights = np.zeros(NUM_CLASSES, np.float32), np.ones(NUM_CLASSES, np.float32)
    first = FIRST_CLASS["left_knee_bend"]
    logits[first : first + 4] = np.log([0.4, 0.3, 0.2, 0.1])
    weights[first : first + 4] = (2.0, 0.5, 1.0, 1.0)  # without them 0.2 : 0.6 : 0.2 : 0.1
    known = replace(code, fact_logits=logits, class_weights=weights)
    assert known.belief("left_knee_bend", "straight") == pytest.approx(0.2 / 1.1)
    assert known.likeliest["left_knee_bend"] == ("slightly_bent", pytest.approx(0.6 / 1.1))
    assert known.belief("left_knee_bend", "straight", asked=True) == pytest.approx(0.4)
    assert known.likeliest_asked["left_knee_bend"] == ("straight", pytest.approx(0.4))
