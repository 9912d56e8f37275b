"""The lifter: a residual network over all keypoints at once, which the ablations compare the graph eye with.

After Martinez et al., "A simple yet effective baseline for 3d human pose estimation" (2017). It sees several times more
poses in the same training time than attention over joint tokens does.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from pose2lang3d_sdk.skeleton import NUM_JOINTS


class Block(nn.Module):
    """Pre-norm residual pair of linear layers."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.rise = nn.Linear(width, width)
        self.fall = nn.Linear(width, width)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.fall(F.gelu(self.rise(self.norm(x))))


class Lifter(nn.Module):
    """Keypoints (B, 17, 3) from `skeleton.normalize` -> body feature (B, D)."""

    def __init__(self, width: int, layers: int) -> None:
        super().__init__()
        self.embed = nn.Linear(NUM_JOINTS * 4, width)
        self.blocks = nn.Sequential(*(Block(width) for _ in range(layers)))
        self.norm = nn.LayerNorm(width)

    def forward(self, keypoints: Tensor) -> Tensor:
        present = (keypoints[..., 2:] > 0).to(keypoints.dtype)
        return self.norm(self.blocks(self.embed(torch.cat([keypoints, present], dim=-1).flatten(1))))
