"""Pose synthesis, cameras and the simulated detector."""

from __future__ import annotations

import numpy as np
import pytest
from bodies import standing

from pose2lang3d_sdk.facts import FACT_INDEX, FACTS, POSTURES
from pose2lang3d_sdk.skeleton import JOINT_INDEX, VISIBLE_SCORE
from training.data import batches, synthesis
from training.data.batches import endless_batches, make_batch
from training.data.body import BODY_JOINTS, COCO, B, bones, from_bones, mirror
from training.data.build import CELL, sheet
from training.data.camera import project, sample_cameras
from training.data.detector import detect, distort
from training.data.poses import TEST_SUBJECTS, VALIDATION_SUBJECTS, PoseSet, close_to, face_forward, load_splits
from training.language.facts import compute_angles, compute_facts


def people(count: int = 60) -> PoseSet:
    """Variations of the hand-made standing body."""
    rng = np.random.default_rng(0)
    joints = synthesis.perturb(np.repeat(standing()[None], count, axis=0), rng)
    return PoseSet(
        joints.astype(np.float32), np.zeros(count, np.float32), np.full(count, "made"), np.zeros(count, dtype=bool)
    )


def test_bones_and_back():
    joints = people().joints
    np.testing.assert_allclose(from_bones(bones(joints)), joints, atol=1e-6)


def test_mirroring_twice_changes_nothing():
    joints = people().joints
    np.testing.assert_array_equal(mirror(mirror(joints)), joints)


def test_proportions_change_but_angles_stay():
    joints = people().joints.astype(np.float64)
    grown = synthesis.vary_proportions(joints, np.random.default_rng(1))
    elbow_and_knee = slice(0, 4)
    np.testing.assert_allclose(
        compute_angles(grown)[:, elbow_and_knee], compute_angles(joints)[:, elbow_and_knee], atol=1e-3
    )
    assert np.abs(grown - joints).max() > 0.01


def test_reach_puts_the_wrist_on_a_target_in_reach_and_keeps_the_lengths():
    joints = people().joints.astype(np.float64)
    target = joints[:, B["left_shoulder"]] + (0.3, 0.1, 0.1)
    moved = synthesis.reach(joints, ("shoulder", "elbow", "wrist"), "left", target, np.tile([0.0, 0.0, -1.0], (60, 1)))
    np.testing.assert_allclose(moved[:, B["left_wrist"]], target, atol=1e-6)
    for a, b in (("shoulder", "elbow"), ("elbow", "wrist")):
        before, after = (np.linalg.norm(j[:, B[f"left_{a}"]] - j[:, B[f"left_{b}"]], axis=1) for j in (joints, moved))
        np.testing.assert_allclose(after, before, atol=1e-6)


def test_recombining_takes_trunk_legs_and_some_arms_from_three_poses():
    trunk, legs, arms = (synthesis.perturb(people().joints, np.random.default_rng(seed)) for seed in (1, 2, 3))
    mixed = bones(synthesis.recombine(trunk, legs, arms, np.random.default_rng(0)))
    parts = {name: bones(face_forward(joints)) for name, joints in (("t", trunk), ("l", legs), ("a", arms))}
    np.testing.assert_allclose(mixed[:, B["chest"]], parts["t"][:, B["chest"]], atol=1e-6)
    np.testing.assert_allclose(mixed[:, B["left_knee"]], parts["l"][:, B["left_knee"]], atol=1e-6)
    swapped = {}
    for side in ("left", "right"):
        forearm = B[f"{side}_wrist"]
        own, other = (np.abs(mixed[:, forearm] - parts[x][:, forearm]).max(axis=1) < 1e-6 for x in "ta")
        assert (own ^ other).all()
        swapped[side] = other
    assert 0.2 < swapped["left"].mean() < 0.8
    assert (swapped["left"] != swapped["right"]).any()


def test_tumbling_bodies_keep_their_shape_and_are_in_the_air():
    joints = people().joints.astype(np.float64)
    turned = synthesis.tumble(joints, np.random.default_rng(0))
    np.testing.assert_allclose(compute_angles(turned)[:, :8], compute_angles(joints)[:, :8], atol=1e-3)
    labels = compute_facts(turned, np.tile([4.0, 0.0, 1.0], (len(turned), 1)), np.zeros(len(turned)))
    airborne = labels[:, FACT_INDEX["airborne"]]
    assert (airborne[airborne >= 0] == 1).all()
    assert (airborne == 1).mean() > 0.8
    assert np.ptp(turned[:, B["neck"], 2] - turned[:, B["pelvis"], 2]) > 0.3


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("sitting", {"sitting"}), ("floor_sitting", {"sitting_on_floor"}), ("squatting", {"squatting"}),
        ("kneeling", {"kneeling"}), ("half_kneeling", {"half_kneeling"}), ("bent_over", {"bent_over"}),
        ("on_all_fours", {"on_all_fours"}), ("plank", {"plank"}), ("upside_down", {"upside_down"}),
        ("push_up", {"plank", "lying_face_down"}),
        ("lying", {"lying_on_back", "lying_face_down", "lying_on_side"}), ("leaning", {"standing"}),
    ],
)  # fmt: skip
def test_authored_postures_are_what_they_are_called(name, labels):
    """Geometry decides: of the poses with a decided posture most must carry the author's name."""
    poses = synthesis.author(people(), 4000, np.random.default_rng(0))[name]
    camera = np.tile([4.0, 0.0, 1.0], (len(poses), 1))
    posture = compute_facts(poses.joints, camera, poses.floor, poses.seated)[:, FACT_INDEX["posture"]]
    named = [POSTURES[p] in labels for p in posture if p >= 0]
    assert np.mean(named) > (0.7 if name == "plank" else 0.75)  # low planks come close to lying
    assert len(named) > 0.6 * len(poses)


def test_hands_of_handstands_stand_on_their_own_side():
    """Turned over about the left-right axis, left stays left."""
    base = face_forward(people().joints.astype(np.float64))
    joints = synthesis.AUTHORED["upside_down"][0](base, np.random.default_rng(0))
    apart = joints[:, B["left_wrist"], 1] - joints[:, B["right_wrist"], 1]
    assert np.median(apart) > 0.25
    assert (joints[:, B["left_wrist"], 2] < joints[:, B["left_ankle"], 2]).all()


def test_close_poses_are_found_whatever_their_heading():
    joints = people(5).joints
    other = face_forward(joints[:2]) + np.float32(0.01)
    assert close_to(joints, other).tolist() == [True, True, False, False, False]


@pytest.fixture
def recordings(tmp_path):
    """Eight people to train with, one for validation and one for tests, three poses each, far from each other's.

    Of the tester's last pose the mirror image is one of the first person's, too; and one pose is not novel.
    """
    subjects = [*(f"cmu_9{n}" for n in range(8)), VALIDATION_SUBJECTS[0], TEST_SUBJECTS[0]]
    rng = np.random.default_rng(3)
    joints = standing() + np.repeat(rng.normal(0, 0.2, (30, 1, 3)), 26, axis=1) * (np.arange(26) % 5 == 0)[:, None]
    joints[0] = mirror(joints[29:30])[0]
    novel = np.ones(30, dtype=bool)
    novel[28] = False
    file = tmp_path / "poses.npz"
    names = [name.replace("left_", "l_").replace("right_", "r_") for name in BODY_JOINTS]
    np.savez(
        file, joints=joints.astype(np.float32), joint_names=names, subject=np.repeat(subjects, 3),
        dataset=np.full(30, "cmu"), novel=novel,
    )  # fmt: skip
    return file, joints


def test_people_are_of_one_split_and_training_sees_nothing_close_to_a_held_out_pose(recordings):
    file, joints = recordings
    splits = load_splits(file)
    assert {name: len(poses) for name, poses in splits.items()} == {"train": 23, "validation": 3, "test": 2}
    assert not close_to(splits["train"].joints, joints[24:].astype(np.float32)).any()
    with pytest.raises(FileNotFoundError):
        load_splits(file.with_name("none.npz"))


def test_a_share_of_the_people_lies_within_a_larger_one(recordings):
    file, _ = recordings
    quarter, half, whole = (
        {pose.tobytes() for pose in load_splits(file, people=share, seed=1)["train"].joints}
        for share in (0.25, 0.5, 1.0)
    )
    assert quarter < half < whole
    assert len(quarter) in (5, 6)  # two people
    other = {pose.tobytes() for pose in load_splits(file, people=0.25, seed=2)["train"].joints}
    assert other != quarter
    assert len(load_splits(file, people=0.25)["test"]) == 2


def test_projection_keeps_left_and_right_of_a_facing_person():
    joints = standing()[None]
    xy, depth = project(joints[:, COCO], np.array([[4.0, 0.0, 1.0]]), np.zeros(1))
    left, right = (xy[0, JOINT_INDEX[f"{s}_shoulder"], 0] for s in ("left", "right"))
    assert left > right  # facing the camera, the person's left is on the right of the picture
    assert xy[0, JOINT_INDEX["nose"], 1] < xy[0, JOINT_INDEX["left_ankle"], 1]  # y runs down
    assert depth[0, JOINT_INDEX["nose"]] == pytest.approx(3.9, abs=0.05)


def test_a_clean_detector_changes_nothing_but_the_scale():
    poses = people()
    rng = np.random.default_rng(3)
    xy, depth = project(poses.joints[:, COCO].astype(float), sample_cameras(poses.joints, rng), np.zeros(60))
    keypoints, reliability = detect(xy, depth, rng, level=np.zeros(60), cut=False)
    assert np.abs(keypoints[..., :2]).max() <= 1 + 1e-6
    seen = keypoints[..., 2] > 0
    assert reliability[seen].min() == pytest.approx(1, abs=1e-6)
    for drawn, found, known in zip(xy, keypoints, seen, strict=True):
        spread = np.ptp(drawn[known], axis=0) / np.ptp(found[known, :2], axis=0)
        assert spread[0] == pytest.approx(spread[1], rel=1e-3)


def test_noise_grows_with_the_level_and_scores_fall():
    poses = people()
    errors, scores = [], []
    for level in ("low", "high"):
        batch = make_batch(poses, np.random.default_rng(5), noise=level, cut=False)
        errors.append(1 - batch.reliability.mean())
        scores.append(batch.keypoints[..., 2].mean())
    assert errors[1] > errors[0]
    assert scores[1] < scores[0]


def _detected(level, count=4000):
    """The same person facing the camera, detected again and again: true and found positions, and scores."""
    joints, camera = np.repeat(standing()[None], count, axis=0), np.tile([4.0, 0.0, 1.0], (count, 1))
    xy, depth = project(joints[:, COCO], camera, np.zeros(count))
    return xy, *distort(xy, depth, np.random.default_rng(4), level=np.full(count, level))


def test_hips_are_marked_too_high_or_too_low_together_and_shoulders_are_not():
    xy, noisy, _ = _detected(1.0)
    error = (noisy - xy)[..., 1]
    usual = np.abs(error).max(axis=1) < 3 * np.median(np.abs(error).max(axis=1))
    hips, shoulders = (
        np.corrcoef(*(error[usual, JOINT_INDEX[f"{side}_{name}"]] for side in ("left", "right")))[0, 1]
        for name in ("hip", "shoulder")
    )
    assert hips > 0.6
    assert abs(shoulders) < 0.1


def test_limbs_are_missed_and_shoulders_are_not():
    visible = {}
    for level in (0.0, 1.0):
        *_, score = _detected(level)
        visible[level] = dict(zip(JOINT_INDEX, (score >= VISIBLE_SCORE).mean(axis=0), strict=True))
    assert 0.7 < visible[1.0]["left_wrist"] < 0.88
    assert visible[1.0]["left_shoulder"] > 0.97
    assert visible[0.0]["left_wrist"] > 0.93


def test_a_batch_is_the_same_for_the_same_seed_and_hides_joints():
    a, b = (make_batch(people(), np.random.default_rng(9)) for _ in range(2))
    np.testing.assert_array_equal(a.keypoints, b.keypoints)
    seen = a.keypoints[..., 2] >= VISIBLE_SCORE
    assert 0.6 < seen.mean() < 0.97
    pose = a.pose_facts(0)
    assert set(pose.visible) == {name for name, i in JOINT_INDEX.items() if seen[0, i]}


def test_the_pool_is_drawn_anew_when_it_has_lasted(monkeypatch):
    monkeypatch.setattr(batches, "POOL_LASTS", 20)
    drawn = []

    def draw_pool(rng: np.random.Generator) -> PoseSet:
        drawn.append(rng)
        return people()

    stream = endless_batches(people(), draw_pool, np.random.default_rng(0), 8)
    counts = [(len(next(stream)), len(drawn)) for _ in range(6)]
    assert counts == [(8, 0), (8, 0), (8, 1), (8, 1), (8, 2), (8, 2)]


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("tree", {"foot_ground": {("no", "yes"), ("yes", "no")}, "torso_orientation": {("vertical",)}}),
        ("childs_pose", {"knee_ground": {("yes", "yes")}, "hand_ground": {("yes", "yes")}}),
        ("bridge", {"foot_ground": {("yes", "yes")}, "thigh": {("horizontal", "horizontal"), ("raised", "raised")}}),
        ("warrior", {"foot_ground": {("yes", "yes")}, "feet_distance": {("wide_apart",)}}),
        ("straddle", {"foot_ground": {("yes", "yes")}, "feet_distance": {("wide_apart",)}}),
        ("cobra", {"hand_ground": {("yes", "yes")}, "airborne": {("no",)}}),
        ("falling", {"balance": {("unstable",)}}),
    ],
)
def test_authored_shapes_touch_the_floor_where_they_should(name, facts):
    """Where a fact is decided (on both sides) it mostly has one of the wanted values."""
    poses = synthesis.author(people(), 8000, np.random.default_rng(0))[name]
    labels = compute_facts(poses.joints, np.tile([4.0, 0.0, 1.0], (len(poses), 1)), poses.floor, poses.seated)
    for family, wanted in facts.items():
        columns = [index for index, fact in enumerate(FACTS) if fact.family == family]
        decided = labels[(labels[:, columns] >= 0).all(axis=1)][:, columns]
        found = [tuple(FACTS[c].classes[v] for c, v in zip(columns, row, strict=True)) for row in decided]
        assert len(found) > 0.4 * len(poses), family
        assert np.mean([value in wanted for value in found]) > 0.75, family


def test_the_sheet_draws_every_row():
    joints = people(20).joints
    picture = sheet({"one": joints, "two": joints}, np.random.default_rng(0))
    assert picture.height == 2 * CELL
    drawn = np.asarray(picture).min(axis=-1) < 255
    assert all(drawn[row * CELL : (row + 1) * CELL, 130:].mean() > 0.005 for row in range(2))
