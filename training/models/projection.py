"""The two-layer projection into the joint space of pose and language (eq. 6)."""

from __future__ import annotations

from torch import Tensor, nn


class Projection(nn.Module):
    """(..., W_in) -> (..., W_out): linear, GELU, linear, LayerNorm."""

    def __init__(self, width_in: int, width_out: int) -> None:
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(width_in, width_out), nn.GELU(), nn.Linear(width_out, width_out), nn.LayerNorm(width_out)
        )

    def forward(self, x: Tensor) -> Tensor:
        return self.net(x)
