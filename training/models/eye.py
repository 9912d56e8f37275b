"""The student's graph eye (beyond the paper): the teacher's kind of net on 2D keypoints, and the facts it reads.

Joints share weights, so it learns from fewer poses than a net with weights of their own for all joints (`lifter.py`).
"""

from __future__ import annotations

from typing import Final

import torch
from torch import Tensor, nn

from pose2lang3d_sdk.skeleton import HIPS, MIRROR, SHOULDERS
from training.models.facts_head import FactsHead, HeadOutput
from training.models.stgcn import EDGES, MID_HIP, NECK, NUM_NODES, Graph

NODE_CHANNELS: Final = 11
"""Numbers per node that the student's graph sees; see `keypoint_nodes`."""
_INNER: Final = [{outer: inner for inner, outer in EDGES}.get(node, node) for node in range(NUM_NODES)]
_TWIN: Final = [*MIRROR.tolist(), MID_HIP, NECK]


def keypoint_nodes(keypoints: Tensor) -> Tensor:
    """What the student's graph sees of keypoints (B, 17, 3) from `skeleton.normalize`: (B, 19, NODE_CHANNELS).

    Of every node: x, y, score, whether it is there; the vector from the neighbour nearer to the mid-hip, its length,
    whether both are there; the vector from the node of the other side, whether both are there.
    """
    there = (keypoints[..., 2:] > 0).to(keypoints.dtype)
    joints = torch.cat([keypoints, there], dim=-1)
    middles = [
        joints[:, pair].mean(dim=1, keepdim=True) * there[:, pair].amin(dim=1, keepdim=True)
        for pair in (HIPS, SHOULDERS)
    ]
    nodes = torch.cat([joints, *middles], dim=1)
    bone, both = _from(nodes, nodes[:, _INNER])
    twin, paired = _from(nodes, nodes[:, _TWIN])
    return torch.cat([nodes, bone, bone.norm(dim=-1, keepdim=True), both, twin, paired], dim=-1)


def _from(nodes: Tensor, other: Tensor) -> tuple[Tensor, Tensor]:
    both = nodes[..., 3:] * other[..., 3:]
    return (nodes[..., :2] - other[..., :2]) * both, both


class GraphEye(nn.Module):
    """Keypoints (B, 17, 3) from `skeleton.normalize` -> body feature (B, D) and what is read from it."""

    def __init__(self, body_width: int, layers: int, width: int) -> None:
        super().__init__()
        self.graph = Graph(NODE_CHANNELS, body_width, layers, width, free=True)
        self.facts = FactsHead(body_width)

    def forward(self, keypoints: Tensor) -> tuple[Tensor, HeadOutput]:
        _, body = self.graph(keypoint_nodes(keypoints))
        return body, self.facts(body)
