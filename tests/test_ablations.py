"""The ablation tables: every row differs, can be trained, and is measured by hand-checkable sums."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from bodies import standing  # noqa: E402

from evaluation.ablations import FULL, TABLES, TEACHER, _key, balanced_with_interval  # noqa: E402
from pose2lang3d_sdk.facts import ANGLES, NUM_CLASSES  # noqa: E402
from training.ablation import Reduced, train  # noqa: E402
from training.data.batches import _flattened, make_batch  # noqa: E402
from training.data.body import B, rotate  # noqa: E402
from training.data.poses import PoseSet  # noqa: E402
from training.train_facts import to_tensors  # noqa: E402

ROWS = {row: recipe for rows in TABLES.values() for row, recipe in rows.items()}


@pytest.fixture(scope="module")
def poses() -> PoseSet:
    """The standing body turned in many ways."""
    rng = np.random.default_rng(0)
    joints = np.repeat(standing()[None], 40, axis=0)
    joints = rotate(joints, 2, rng.uniform(-3, 3, 40)) + rng.normal(0, 0.02, joints.shape)
    floor = np.full(40, joints[..., 2].min(), np.float32)
    return PoseSet(joints.astype(np.float32), floor, np.full(40, "synthetic"), np.zeros(40, bool))


def test_recipes_of_one_table_differ_and_have_files_of_their_own():
    for rows in TABLES.values():
        assert len({_key(recipe, 1) for recipe in rows.values()}) == len(set(rows.values())) == len(rows)


@pytest.mark.parametrize("row", ROWS)
def test_every_row_reads_bodies(row, poses):
    torch.manual_seed(0)
    model = Reduced(ROWS[row]).eval()
    data = to_tensors(make_batch(poses[np.arange(5)], np.random.default_rng(1)))
    seen = model(data)
    assert seen.heads.fact_logits.shape == (5, NUM_CLASSES)
    assert seen.heads.angles.shape == (5, len(ANGLES))
    assert (seen.features is None) == (not ROWS[row].fusion)
    hidden = "keypoints" if ROWS[row].eye == "3d" else "bodies"  # what this row must not look at
    data[hidden] = torch.zeros_like(data[hidden])
    assert torch.equal(model(data).heads.fact_logits, seen.heads.fact_logits)


def test_training_learns_and_is_repeatable(poses):
    teacher = train(TEACHER, poses, steps=2, seed=1)
    first, second = (train(FULL, poses, steps=2, seed=1, teacher=teacher) for _ in range(2))
    other = train(FULL, poses, steps=2, seed=2, teacher=teacher)
    weights = [model.facts.facts.weight for model in (first, second, other)]
    assert torch.equal(weights[0], weights[1])
    assert not torch.equal(weights[0], weights[2])


def test_a_body_pressed_flat_has_no_depth():
    joints = rotate(standing()[None], 2, np.array([0.7]))
    camera = joints[:, 0] + [3.0, 1.0, 0.5]
    flat = _flattened(joints, camera)
    away = (joints[0, 0] - camera[0]) * [1, 1, 0]
    depth = (flat[0] - flat[0, 0]) @ away
    np.testing.assert_allclose(depth, 0, atol=1e-9)
    np.testing.assert_allclose(flat[..., 2], joints[..., 2])
    seen_from_the_side = flat[0, B["left_toe"]] - flat[0, B["left_ankle"]]
    assert np.linalg.norm(seen_from_the_side) < np.linalg.norm(joints[0, B["left_toe"]] - joints[0, B["left_ankle"]])


def test_labels_of_flat_bodies_are_other_labels(poses):
    deep, flat = (make_batch(poses, np.random.default_rng(3), flat=flat) for flat in (False, True))
    np.testing.assert_array_equal(deep.keypoints, flat.keypoints)
    assert (deep.labels != flat.labels).any()


def test_balanced_accuracy_with_interval_by_hand():
    """Of two yes questions one is right, of four no questions all: (1/2 + 1) / 2."""
    exam = SimpleNamespace(
        batch=range(3), person=np.array([0, 1, 0, 1, 2, 2]), verdict=np.array(["yes", "yes", "no", "no", "no", "no"])
    )
    right = np.array([True, False, True, True, True, True])
    value, low, high = balanced_with_interval(exam, right, ("yes", "no"))
    assert value == 75
    assert low <= value <= high
    assert balanced_with_interval(exam, np.ones(6, bool), ("yes", "no"))[0] == 100
