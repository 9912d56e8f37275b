"""Errors of angles and 3D joints, on hand-made bodies."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch")

from evaluation.joints import aligned, joint_errors


def _turned(joints: np.ndarray) -> np.ndarray:
    """A quarter turn about the vertical axis, twice the size, one step aside."""
    return 2 * joints @ np.array([[0.0, 0, 1], [0, 1, 0], [-1, 0, 0]]) + [1, 0, 0]


def test_a_turned_and_scaled_body_aligns_without_error() -> None:
    true = np.random.default_rng(0).normal(size=(17, 3))
    assert aligned(_turned(true), true) == pytest.approx(true, abs=1e-9)


def test_a_mirrored_body_does_not_align() -> None:
    true = np.random.default_rng(0).normal(size=(17, 3))
    assert np.abs(aligned(true * [-1, 1, 1], true) - true).max() > 0.1


def test_errors_are_of_visible_joints_only() -> None:
    true = np.random.default_rng(1).normal(size=(1, 17, 3))
    found = true + np.array([0, 0, 0.5])
    found[0, 10] += 100
    mpjpe, aligned_mpjpe = joint_errors(found, true, np.arange(17)[None] != 10)
    assert mpjpe == pytest.approx(0.5)
    assert aligned_mpjpe == pytest.approx(0.0, abs=1e-6)
