"""Distillation (eqs. 14-17): the teacher's local and global features as the student's joints call for them.

Only training sees this module. At inference `fusion.LocalGlobal` predicts both features from the 2D side alone.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import torch
from torch import Tensor, nn


class Distilled(NamedTuple):
    """The teacher's features in the student's order.

    Attributes:
        local: (B, 17, W) F_local.
        globally: (B, 1, W) F_global.
        gate: (B, 18, 1) G in (0, 1), how far the teacher's feature takes the place of the student's own.
    """

    local: Tensor
    globally: Tensor
    gate: Tensor


class Distillation(nn.Module):
    """Aligned tokens of the 2D and of the 3D side, both (B, 18, W) -> `Distilled`."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.to_query = nn.Linear(width, width)
        self.to_key = nn.Linear(width, width)
        self.to_value = nn.Linear(width, width)
        self.pool = nn.Linear(width, 1)
        self.to_global = nn.Linear(width, width)
        self.to_gate = nn.Linear(2 * width, 1)

    def forward(self, aligned2d: Tensor, aligned3d: Tensor) -> Distilled:
        """Gradients reach the gate and the affinity from both sides."""
        joints2d, joints3d = aligned2d[:, :-1], aligned3d[:, :-1]
        scores = self.to_query(joints2d) @ self.to_key(joints3d).transpose(-1, -2) / math.sqrt(joints2d.shape[-1])
        affinity = torch.softmax(scores.float(), dim=-1).to(scores.dtype)  # eq. 14
        local = affinity @ self.to_value(joints3d)  # eq. 15
        weights = torch.softmax(self.pool(aligned3d).float(), dim=1).to(aligned3d.dtype)
        globally = self.to_global((weights * aligned3d).sum(dim=1, keepdim=True))  # eq. 16
        both = torch.cat([aligned2d, torch.cat([local, globally], dim=1)], dim=-1)
        return Distilled(local, globally, torch.sigmoid(self.to_gate(both)))  # eq. 17


def mix(distilled: Distilled, local: Tensor, globally: Tensor) -> tuple[Tensor, Tensor]:
    """The student's own local (B, 17, W) and global (B, 1, W) features with the teacher's let in by the gate."""
    gate = distilled.gate
    return (
        gate[:, :-1] * distilled.local + (1 - gate[:, :-1]) * local,
        gate[:, -1:] * distilled.globally + (1 - gate[:, -1:]) * globally,
    )
