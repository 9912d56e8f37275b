"""ST-GCN (eq. 2), the teacher's eye: graph convolutions over the 3D joints of one body.

After Yan et al., "Spatial Temporal Graph Convolutional Networks for Skeleton-Based Action Recognition" (2018): every
joint gathers from itself, from its neighbours nearer to the body's centre and from those farther out, each with weights
of its own. A photo is one frame, so of the temporal convolution only the middle tap is left.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from pose2lang3d_sdk.skeleton import HIPS, JOINT_INDEX, NUM_JOINTS, SHOULDERS

BODY_CHANNELS: Final = 7
"""Numbers per joint that the teacher sees; see `batches.Batch.bodies`."""
MID_HIP: Final = NUM_JOINTS
NECK: Final = NUM_JOINTS + 1
NUM_NODES: Final = NUM_JOINTS + 2

EDGES: Final = (
    (MID_HIP, NECK),
    *((MID_HIP, hip) for hip in HIPS),
    *((NECK, shoulder) for shoulder in SHOULDERS),
    (NECK, JOINT_INDEX["nose"]),
    *(
        (JOINT_INDEX[a.format(side)], JOINT_INDEX[b.format(side)])
        for side in ("left", "right")
        for a, b in (
            ("nose", "{}_eye"), ("{}_eye", "{}_ear"), ("{}_shoulder", "{}_elbow"), ("{}_elbow", "{}_wrist"),
            ("{}_hip", "{}_knee"), ("{}_knee", "{}_ankle"),
        )
    ),
)  # fmt: skip
"""Bones of the graph, each from the end nearer to the mid-hip to the farther one."""


def adjacency() -> Tensor:
    """(3, nodes, nodes): from itself, from the neighbour nearer to the mid-hip, from those farther out; averaged."""
    nearer, farther = np.zeros((NUM_NODES, NUM_NODES)), np.zeros((NUM_NODES, NUM_NODES))
    for inner, outer in EDGES:
        nearer[outer, inner] = farther[inner, outer] = 1.0
    parts = np.stack([np.eye(NUM_NODES), nearer, farther])
    return torch.from_numpy(parts / np.maximum(parts.sum(axis=-1, keepdims=True), 1.0)).float()


class GraphBlock(nn.Module):
    """Spatial graph convolution over three partitions, then one tap in time.

    The bones have learned importance. If `free`, all edges are learned and the bones are where they start: every joint
    may gather from every other one (after Shi et al., "Two-Stream Adaptive Graph Convolutional Networks", 2019).
    """

    def __init__(self, width: int, *, free: bool = False) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)  # not batch norm: a body alone must give the same features
        self.spread = nn.Linear(width, 3 * width)
        bones = adjacency().transpose(0, 1).reshape(NUM_NODES, -1)
        if free:
            self.edges = nn.Parameter(bones + 0.02 * torch.randn(bones.shape))
        else:
            self.importance = nn.Parameter(torch.ones(bones.shape))
        self.tap = nn.Linear(width, width)
        self.free = free
        self.register_buffer("bones", bones, persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        batch, nodes, width = x.shape
        parts = self.spread(self.norm(x)).view(batch, nodes, 3, width).transpose(1, 2).reshape(batch, -1, width)
        edges = self.edges if self.free else self.bones * self.importance
        return x + self.tap(F.gelu(edges @ parts))


class Graph(nn.Module):
    """Nodes (B, 19, C): joints, mid-hip, neck -> their features (B, 19, W) and the body feature (B, D)."""

    def __init__(self, channels: int, body_width: int, layers: int, width: int, *, free: bool = False) -> None:
        super().__init__()
        self.embed = nn.Linear(channels, width)
        self.node = nn.Parameter(torch.randn(NUM_NODES, width) * 0.02)
        self.blocks = nn.Sequential(*(GraphBlock(width, free=free) for _ in range(layers)))
        self.norm = nn.LayerNorm(width)
        self.to_body = nn.Sequential(
            nn.Linear(NUM_NODES * width, body_width), nn.GELU(), nn.Linear(body_width, body_width),
            nn.LayerNorm(body_width),
        )  # fmt: skip

    def forward(self, nodes: Tensor) -> tuple[Tensor, Tensor]:
        x = self.norm(self.blocks(self.embed(nodes) + self.node))
        return x, self.to_body(x.flatten(1))


class STGCN(nn.Module):
    """Bodies (B, 17, BODY_CHANNELS) -> joint tokens and a pose token (B, 18, W) and the body feature (B, D)."""

    def __init__(self, width_out: int, body_width: int, layers: int = 9, width: int = 128) -> None:
        super().__init__()
        self.graph = Graph(BODY_CHANNELS, body_width, layers, width)
        self.to_joints = nn.Linear(width, width_out)
        self.to_pose = nn.Linear(body_width, width_out)
        self.out_norm = nn.LayerNorm(width_out)

    def forward(self, bodies: Tensor) -> tuple[Tensor, Tensor]:
        middles = [bodies[:, pair].mean(dim=1, keepdim=True) for pair in (HIPS, SHOULDERS)]
        x, body = self.graph(torch.cat([bodies, *middles], dim=1))
        tokens = torch.cat([self.to_joints(x[:, :NUM_JOINTS]), self.to_pose(body)[:, None]], dim=1)
        return self.out_norm(tokens), body
