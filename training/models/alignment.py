"""2D caption alignment (eqs. 7-9): pose tokens attend to joint and query tokens, doubtful joints weigh less."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn


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
