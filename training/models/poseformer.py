"""PoseFormer (eq. 1): one token per 2D joint plus a pose token, mixed by spatial transformer blocks."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from pose2lang3d_sdk.skeleton import NUM_JOINTS


class Block(nn.Module):
    """Pre-norm self attention and a GELU MLP."""

    def __init__(self, width: int, heads: int, expand: int = 2) -> None:
        super().__init__()
        self.heads = heads
        self.attention_norm = nn.LayerNorm(width)
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.mlp_norm = nn.LayerNorm(width)
        self.mlp = nn.Sequential(nn.Linear(width, expand * width), nn.GELU(), nn.Linear(expand * width, width))

    def forward(self, x: Tensor, bias: Tensor | float = 0.0) -> Tensor:
        """(B, N, W) -> (B, N, W). bias: added to the attention scores (B, H, N, N), -1e4 for what is not there."""
        batch, count, width = x.shape
        qkv = self.qkv(self.attention_norm(x)).view(batch, count, 3, self.heads, width // self.heads)
        query, key, value = qkv.permute(2, 0, 3, 1, 4)
        # Written out: for 18 tokens this is several times faster on a CPU than the fused operator's backward.
        weights = torch.softmax(query @ key.transpose(-1, -2) / math.sqrt(width // self.heads) + bias, dim=-1)
        mixed = weights.to(value.dtype) @ value
        x = x + self.out(mixed.transpose(1, 2).reshape(batch, count, width))
        return x + self.mlp(self.mlp_norm(x))


class PoseFormer(nn.Module):
    """Keypoints (B, 17, 3) from `skeleton.normalize` -> tokens (B, 18, W): 17 joints, then the pose token (eq. 1)."""

    def __init__(self, width: int, layers: int = 6, heads: int = 6) -> None:
        super().__init__()
        self.embed = nn.Sequential(nn.Linear(4, width), nn.GELU(), nn.Linear(width, width))
        self.joint = nn.Parameter(torch.randn(NUM_JOINTS, width) * 0.02)
        self.missing = nn.Parameter(torch.randn(NUM_JOINTS, width) * 0.02)
        self.pose_token = nn.Parameter(torch.randn(1, 1, width) * 0.02)
        self.blocks = nn.ModuleList(Block(width, heads) for _ in range(layers))
        self.norm = nn.LayerNorm(width)

    def forward(self, keypoints: Tensor) -> Tensor:
        present = (keypoints[..., 2:] > 0).to(keypoints.dtype)
        token = self.embed(torch.cat([keypoints, present], dim=-1)) * present
        token = token + self.joint + (1 - present) * self.missing
        x = torch.cat([token, self.pose_token.expand(token.shape[0], -1, -1)], dim=1)
        for block in self.blocks:
            x = block(x)
        return self.norm(x)
