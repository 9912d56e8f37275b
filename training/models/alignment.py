"""Caption alignment: pose tokens attend to joint and query tokens.

On the 2D side (eqs. 7-9) doubtful joints weigh less; on the teacher's 3D side (eqs. 10-13) bones and angles tell each
joint where it is.
"""

from __future__ import annotations

import math
from typing import Final

import torch
from torch import Tensor, nn

from pose2lang3d_sdk.skeleton import JOINT_INDEX, NUM_JOINTS

_BENDS: Final = tuple(
    tuple(JOINT_INDEX[name.format(side)] for name in ("{}_" + part for part in parts))
    for side in ("left", "right")
    for parts in (
        ("hip", "shoulder", "elbow"), ("shoulder", "elbow", "wrist"), ("shoulder", "hip", "knee"),
        ("hip", "knee", "ankle"),
    )
)  # fmt: skip
"""Joint before, joint, joint after, from the trunk outwards: where the body bends."""


class AlignmentBlock(nn.Module):
    """One layer of attention from pose tokens to [pose tokens ; query tokens] with a reliability bias, then an MLP."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.pose_norm = nn.LayerNorm(width)
        self.query_norm = nn.LayerNorm(width)
        self.to_query = nn.Linear(width, width)
        self.to_key_value = nn.Linear(width, 2 * width)
        self.out = nn.Linear(width, width)
        self.mlp = nn.Sequential(
            nn.LayerNorm(width), nn.Linear(width, 2 * width), nn.GELU(), nn.Linear(2 * width, width)
        )
        self.bias_scale = nn.Parameter(torch.ones(1))  # lambda of eq. 8

    def forward(self, pose: Tensor, query: Tensor, query_mask: Tensor, reliability: Tensor) -> Tensor:
        """Pose (B, 18, W), query (B, T, W), query_mask (B, T) 1 = real, reliability (B, 17) in (0, 1] -> (B, 18, W)."""
        normed = self.pose_norm(pose)
        q = self._heads(self.to_query(normed))
        both = torch.cat([normed, self.query_norm(query)], dim=1)
        k, v = (self._heads(x) for x in self.to_key_value(both).chunk(2, dim=-1))
        # lambda * log(sigma_2D) <= 0: the less reliable the joint, the less its key weighs (eq. 8).
        joint_bias = self.bias_scale.abs() * torch.log(reliability)
        pose_bias = torch.zeros_like(joint_bias[:, :1])
        bias = torch.cat([joint_bias, pose_bias, (query_mask - 1.0) * 1e4], dim=1)[:, None, None]
        weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1]) + bias, dim=-1)
        mixed = (weights.to(v.dtype) @ v).transpose(1, 2).reshape(pose.shape)
        pose = pose + self.out(mixed)
        return pose + self.mlp(pose)

    def _heads(self, x: Tensor) -> Tensor:
        return x.view(x.shape[0], x.shape[1], self.heads, -1).transpose(1, 2)


class Alignment2D(nn.Module):
    """A stack of alignment blocks (eqs. 7-9)."""

    def __init__(self, width: int, layers: int = 2, heads: int = 6) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(AlignmentBlock(width, heads) for _ in range(layers))

    def forward(self, pose: Tensor, query: Tensor, query_mask: Tensor, reliability: Tensor) -> Tensor:
        for block in self.blocks:
            pose = block(pose, query, query_mask, reliability)
        return pose


class Alignment3D(nn.Module):
    """The same blocks on the teacher's tokens, with bone lengths and joint angles as position terms (eqs. 10-13)."""

    def __init__(self, width: int, layers: int = 2, heads: int = 6) -> None:
        super().__init__()
        self.place = nn.Linear(3, width)
        self.blocks = nn.ModuleList(AlignmentBlock(width, heads) for _ in range(layers))

    def forward(self, pose: Tensor, query: Tensor, query_mask: Tensor, joints: Tensor) -> Tensor:
        """joints: (B, 17, 3) in any upright frame and unit; the rest as `AlignmentBlock.forward`."""
        place = self.place(bone_terms(joints).to(pose.dtype))
        pose = torch.cat([pose[:, :-1] + place, pose[:, -1:]], dim=1)
        certain = torch.ones_like(joints[..., 0])
        for block in self.blocks:
            pose = block(pose, query, query_mask, certain)
        return pose


def bone_terms(joints: Tensor) -> Tensor:
    """Ratio of the bones that meet at a joint, inner over outer (at most 3), and sine and cosine of its angle.

    (B, 17, 3) joints -> (B, 17, 3); 0 for joints at which the body does not bend (eqs. 10-12).
    """
    before, at, after = (list(column) for column in zip(*_BENDS, strict=True))
    inner, outer = joints[:, before] - joints[:, at], joints[:, after] - joints[:, at]
    lengths = inner.norm(dim=-1).clamp_min(1e-6), outer.norm(dim=-1).clamp_min(1e-6)
    cosine = ((inner * outer).sum(dim=-1) / (lengths[0] * lengths[1])).clamp(-1, 1)
    sine = (1 - cosine**2).clamp_min(0).sqrt()
    terms = torch.stack([(lengths[0] / lengths[1]).clamp_max(3.0), sine, cosine], dim=-1)
    out = joints.new_zeros(len(joints), NUM_JOINTS, 3)
    out[:, at] = terms
    return out
