"""Bodies that run through themselves are found and never trained on."""

from __future__ import annotations

import numpy as np
import pytest
from bodies import standing

from training.data.body import B, mirror
from training.data.collisions import TOO_DEEP, penetration
from training.data.poses import PoseSet
from training.data.synthesis import author, training_pool


def posed(**places: tuple[float, float, float]) -> np.ndarray:
    """The standing body with some joints moved, as one pose."""
    joints = standing()
    for name, place in places.items():
        joints[B[name]] = place
    return joints[None]


def test_a_standing_body_touches_nothing():
    assert penetration(posed()).tolist() == [0.0]


def test_a_forearm_through_the_belly_is_as_deep_as_both_are_thick():
    through = posed(left_elbow=(-0.3, 0.0, 1.10), left_wrist=(0.3, 0.0, 1.10))
    assert penetration(through)[0] == pytest.approx(0.10 + 0.03)


def test_shins_side_by_side_may_touch_but_not_share_a_place():
    beside = posed(
        left_knee=(0, 0.06, 0.5), right_knee=(0, -0.06, 0.5), left_ankle=(0, 0.04, 0), right_ankle=(0, -0.04, 0)
    )
    assert penetration(beside)[0] == pytest.approx(0.0, abs=1e-9)
    crossed = posed(
        left_knee=(0, 0.1, 0.5), right_knee=(0, -0.1, 0.5), left_ankle=(0, -0.1, 0), right_ankle=(0, 0.1, 0)
    )
    assert penetration(crossed)[0] == pytest.approx(0.08)


def test_the_mirror_image_runs_as_deep():
    rng = np.random.default_rng(0)
    joints = standing()[None] + rng.normal(0, 0.12, (200, 26, 3))
    np.testing.assert_allclose(penetration(mirror(joints)), penetration(joints), atol=1e-9)
    assert (penetration(joints) > 0).any()


def test_no_made_up_pose_runs_through_itself():
    base = np.repeat(standing()[None].astype(np.float32), 40, axis=0)
    people = PoseSet(base, np.zeros(40, np.float32), np.full(40, "made"), np.zeros(40, dtype=bool))
    rng = np.random.default_rng(0)
    for poses in author(people, 1500, rng).values():
        assert len(poses)
        assert penetration(poses.joints).max() < TOO_DEEP + 1e-4
    pool = training_pool(people, rng, recombined=400, authored=400)
    # Limbs of other lengths may come a little closer.
    assert penetration(pool.joints[pool.source == "synthetic"]).max() < TOO_DEEP + 0.05
