"""Calibration figures on hand-made confidences."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.calibration import accuracy_at, calibration_error, fitting_temperature


def test_calibration_error_of_hand_made_answers():
    sure, right = np.full(10, 0.85), np.array([True] * 8 + [False] * 2)
    assert calibration_error(sure, right) == pytest.approx(0.05)
    assert calibration_error(np.ones(4), np.ones(4, dtype=bool)) == 0.0
    assert calibration_error(np.ones(4), np.zeros(4, dtype=bool)) == 1.0
    # Two bins, half of the answers each: too sure by 0.45 in one, too modest by 0.45 in the other.
    halves = calibration_error(np.array([0.95, 0.95, 0.55, 0.55]), np.array([True, False, True, True]))
    assert halves == pytest.approx(0.45)


def test_leaving_out_doubtful_answers():
    confidence, right = np.array([0.9, 0.6, 0.8, 0.5]), np.array([True, False, True, False])
    assert [accuracy_at(confidence, right, c) for c in (1.0, 0.75, 0.5, 0.01)] == [0.5, pytest.approx(2 / 3), 1.0, 1.0]


def test_the_temperature_that_fits_undoes_the_one_that_was_applied():
    odds = np.array([0.5, 1.0, 2.0, 3.0]).repeat(4000)
    right = np.random.default_rng(0).random(len(odds)) < 1 / (1 + np.exp(-odds))
    assert fitting_temperature(1 / (1 + np.exp(-odds)), right) == pytest.approx(1.0, abs=0.05)
    assert fitting_temperature(1 / (1 + np.exp(-1.5 * odds)), right) == pytest.approx(1.5, abs=0.08)
    assert fitting_temperature(np.array([1.0, 0.0, 1.0]), np.array([True, False, True])) < 1
