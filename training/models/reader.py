"""The reader (beyond the paper): what a question claims, from its words alone.

Facts are read off the pose without any words and claims off the words without any pose, so each is learnt from far more
examples than poses and questions together would give.
"""

from __future__ import annotations

from typing import NamedTuple

import torch.nn.functional as F
from torch import Tensor, nn

from pose2lang3d_sdk.facts import NUM_CLASSES
from training.language.claims import KINDS
from training.models.poseformer import Block

DROPOUT = 0.1
"""There are far fewer wordings than poses: the reader would learn them by heart."""


class Reading(NamedTuple):
    """A question as read.

    Attributes:
        summary: (B, W) its meaning; the addresses of the facts it asks about are made from it.
        claims: (B, NUM_CLASSES) logits that a class speaks for the claim (negative: against).
        kind: (B, len(KINDS)) logits of how it is answered; only trained on, so that the summary tells it.
    """

    summary: Tensor
    claims: Tensor
    kind: Tensor


class Reader(nn.Module):
    """Query tokens (B, T, 384) and their mask (B, T) -> `Reading`."""

    def __init__(self, query_width: int, width: int, layers: int, heads: int) -> None:
        super().__init__()
        self.embed = nn.Sequential(nn.Linear(query_width, width), nn.LayerNorm(width))
        self.blocks = nn.ModuleList(Block(width, heads) for _ in range(layers))
        # The mean of the raw tokens is what the text encoder was made for: close for paraphrases.
        self.sentence = nn.Linear(query_width, width)
        self.norm = nn.LayerNorm(width)
        self.claims = nn.Linear(width, NUM_CLASSES)
        self.kind = nn.Linear(width, len(KINDS))

    def forward(self, query_tokens: Tensor, query_mask: Tensor) -> Reading:
        x = F.dropout(self.embed(query_tokens), DROPOUT, self.training)
        bias = ((query_mask - 1.0) * 1e4)[:, None, None]
        for block in self.blocks:
            x = block(x, bias)
        weight = query_mask[..., None]
        sentence = F.normalize((query_tokens * weight).sum(dim=1), dim=-1) * 8.0  # about a LayerNorm's scale
        summary = self.norm((x * weight).sum(dim=1) / weight.sum(dim=1) + self.sentence(sentence)).float()
        summary = F.dropout(summary, DROPOUT, self.training)
        return Reading(summary, self.claims(summary).float(), self.kind(summary).float())
