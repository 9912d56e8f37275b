"""The student's graph eye: what its nodes see, and where its edges start."""

from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from pose2lang3d_sdk.skeleton import JOINT_INDEX, MIRROR, NUM_JOINTS  # noqa: E402
from training.models.eye import NODE_CHANNELS, GraphEye, keypoint_nodes  # noqa: E402
from training.models.stgcn import MID_HIP, NECK, NUM_NODES, GraphBlock, adjacency  # noqa: E402


def test_nodes_hold_places_bones_and_the_way_to_the_other_side():
    keypoints = torch.zeros(1, NUM_JOINTS, 3)
    for name, place in {
        "left_hip": (0.2, 0.4, 0.8), "right_hip": (-0.2, 0.4, 0.6), "left_knee": (0.2, 1.0, 0.9),
        "left_shoulder": (0.5, -0.4, 0.9),
    }.items():  # fmt: skip
        keypoints[0, JOINT_INDEX[name]] = torch.tensor(place)
    nodes = keypoint_nodes(keypoints)[0]
    assert nodes.shape == (NUM_NODES, NODE_CHANNELS)
    knee, hip = nodes[JOINT_INDEX["left_knee"]], nodes[JOINT_INDEX["left_hip"]]
    assert knee.tolist() == pytest.approx([0.2, 1.0, 0.9, 1, 0.0, 0.6, 0.6, 1, 0, 0, 0], abs=1e-6)  # no right knee
    assert hip.tolist() == pytest.approx([0.2, 0.4, 0.8, 1, 0.2, 0.0, 0.2, 1, 0.4, 0.0, 1], abs=1e-6)
    assert nodes[MID_HIP].tolist() == pytest.approx([0.0, 0.4, 0.7, 1] + [0] * 3 + [1] + [0] * 2 + [1], abs=1e-6)
    assert not nodes[NECK].any()  # only one shoulder is seen
    assert not nodes[JOINT_INDEX["right_knee"]].any()


def test_free_edges_start_at_the_bones_and_reach_everywhere():
    torch.manual_seed(0)
    block = GraphBlock(8, free=True)
    bones = adjacency().transpose(0, 1).reshape(NUM_NODES, -1)
    assert (block.edges - bones).abs().max() < 0.15
    x = torch.randn(1, NUM_NODES, 8)
    moved = x.clone()
    moved[0, JOINT_INDEX["left_wrist"], 0] += 1.0
    reached = (block(x) - block(moved))[0].abs().amax(dim=-1) > 1e-7
    assert reached.all()
    alone = GraphBlock(8)
    reached = (alone(x) - alone(moved))[0].abs().amax(dim=-1) > 1e-7
    assert set(np.flatnonzero(reached.numpy())) == {JOINT_INDEX["left_wrist"], JOINT_INDEX["left_elbow"]}


def test_a_joint_that_is_missing_says_nothing_but_that():
    torch.manual_seed(0)
    eye = GraphEye(16, layers=2, width=8).eval()
    keypoints = torch.rand(1, NUM_JOINTS, 3)
    keypoints[0, JOINT_INDEX["left_wrist"]] = 0
    assert not keypoint_nodes(keypoints)[0, JOINT_INDEX["left_wrist"]].any()
    body, heads = eye(keypoints)
    assert body.shape == (1, 16)
    assert [tuple(part.shape[1:]) for part in heads] == [(219,), (9,), (17, 3), (17,)]
    mirrored = keypoint_nodes(keypoints[:, MIRROR] * torch.tensor([-1.0, 1.0, 1.0]))
    flip = torch.tensor([-1.0, 1, 1, 1, -1, 1, 1, 1, -1, 1, 1])
    torch.testing.assert_close(mirrored, keypoint_nodes(keypoints)[:, [*MIRROR.tolist(), MID_HIP, NECK]] * flip)
