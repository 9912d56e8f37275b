"""Local and global features as the student predicts them, and their fusion into refined tokens (eqs. 18-20).

In training the teacher's features of `distillation` mix in.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn


class LocalGlobal(nn.Module):
    """Aligned tokens (B, 18, W) -> F_local (B, 17, W) from the joints and F_global (B, 1, W) by adaptive pooling."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.local = nn.Sequential(nn.LayerNorm(width), nn.Linear(width, width), nn.GELU(), nn.Linear(width, width))
        self.score = nn.Linear(width, 1)
        self.globally = nn.Sequential(nn.LayerNorm(width), nn.Linear(width, width))

    def forward(self, aligned: Tensor) -> tuple[Tensor, Tensor]:
        weights = torch.softmax(self.score(aligned).float(), dim=1)
        pooled = (weights * aligned).sum(dim=1, keepdim=True)
        return self.local(aligned[:, :-1]), self.globally(pooled)


class Fusion(nn.Module):
    """Gated mix of local and global features with the aligned tokens: refined tokens (B, 18, W) (eqs. 18-20)."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.gate = nn.Linear(2 * width, width)
        self.mix = nn.Linear(2 * width, width)
        self.norm = nn.LayerNorm(width)

    def forward(self, aligned: Tensor, local: Tensor, globally: Tensor) -> Tensor:
        pair = torch.cat([local, globally.expand_as(local)], dim=-1)
        gate = torch.sigmoid(self.gate(pair))  # eq. 18
        joints = gate * local + (1 - gate) * self.mix(pair)  # eq. 19
        return self.norm(aligned + torch.cat([joints, globally], dim=1))  # eq. 20
