"""The noise-augmented U-Net (eqs. 4, 5) over pose features: joints -> body parts -> whole body and back.

Student and teacher share it. The pyramid follows the skeleton: a part pools its own joints, the body pools its parts.
"""

from __future__ import annotations

from typing import Final

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from pose2lang3d_sdk.skeleton import JOINTS

PARTS: Final = tuple(
    tuple(i for i, name in enumerate(JOINTS) if name in names)
    for names in (
        JOINTS[:5],
        ("left_shoulder", "right_shoulder", "left_hip", "right_hip"),
        ("left_shoulder", "left_elbow", "left_wrist"),
        ("right_shoulder", "right_elbow", "right_wrist"),
        ("left_hip", "left_knee", "left_ankle"),
        ("right_hip", "right_knee", "right_ankle"),
    )
)
"""Head, trunk, arms and legs as joint indices; shoulders and hips belong to the trunk and to their limb."""


class UNet(nn.Module):
    """Tokens (B, 18, W) and the body feature (B, D) of eye or ST-GCN -> tokens (B, 18, W).

    In training every level adds Gaussian noise of learned scale; else it is deterministic.
    """

    def __init__(self, width: int, seen_width: int, part_width: int = 256, body_width: int = 512) -> None:
        super().__init__()
        self.to_part = nn.ModuleList(nn.Linear(len(part) * width, part_width) for part in PARTS)
        self.to_body = nn.Linear(len(PARTS) * part_width + width, body_width)
        self.from_eye = nn.Linear(seen_width, body_width)
        self.body = nn.Linear(body_width, body_width)
        self.from_body = nn.Linear(body_width, len(PARTS) * part_width)
        self.part_norm = nn.LayerNorm(part_width)
        self.from_part = nn.ModuleList(nn.Linear(part_width, len(part) * width) for part in PARTS)
        self.to_pose = nn.Linear(body_width, width)
        self.norm = nn.LayerNorm(width)
        self.noise = nn.Parameter(torch.full((3,), -3.0))  # softplus(-3) = 0.05

    def forward(self, x: Tensor, seen: Tensor) -> Tensor:
        x = self._noisy(x, 0)
        parts = torch.stack(
            [F.gelu(down(x[:, list(part)].flatten(1))) for down, part in zip(self.to_part, PARTS, strict=True)], dim=1
        )
        parts = self._noisy(parts, 1)
        body = F.gelu(self.to_body(torch.cat([parts.flatten(1), x[:, -1]], dim=1))) + self.from_eye(seen)
        body = self._noisy(body, 2)
        body = body + F.gelu(self.body(body))
        parts = self.part_norm(parts + self.from_body(body).view_as(parts))  # skip connection
        up = torch.zeros_like(x)
        for index, (rise, part) in enumerate(zip(self.from_part, PARTS, strict=True)):
            share = rise(parts[:, index]).view(x.shape[0], len(part), -1)
            up = up.index_add(1, torch.tensor(part, device=x.device), share.to(up.dtype))
        up = torch.cat([up[:, :-1], self.to_pose(body)[:, None].to(up.dtype)], dim=1)
        return self.norm(x + up)  # skip connection

    def _noisy(self, x: Tensor, level: int) -> Tensor:
        if not self.training:
            return x
        return x + F.softplus(self.noise[level]) * torch.randn_like(x)
