"""Fact heads and fact lookup (beyond the paper): what is true of the pose, and which of it a question is about."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from pose2lang3d_sdk.facts import ANGLE_FACT, ANGLES, FACT_INDEX, FACTS, NUM_CLASSES, class_column
from pose2lang3d_sdk.skeleton import JOINT_INDEX, NUM_JOINTS, VISIBLE_SCORE, mirror_name

if TYPE_CHECKING:
    from training.models.reader import Reading

ANGLE_BINS = 19
"""Centres 0, 10, ... 180 degrees."""
NUM_ENTRIES = len(FACTS) + len(ANGLES)


def _mirror_classes() -> list[int]:
    order = []
    for fact in FACTS:
        order += [class_column(mirror_name(fact.name), mirror_name(label)) for label in fact.classes]
    return order


MIRROR_CLASSES = _mirror_classes()
"""For each column of the fact logits the column that says the same of the mirrored body."""
MIRROR_ANGLES = [ANGLES.index(mirror_name(name)) for name in ANGLES]


class HeadOutput(NamedTuple):
    """Fact logits (B, NUM_CLASSES), angles (B, 9) degrees, joints3d (B, 17, 3), reliability (B, 17), all float32."""

    fact_logits: Tensor
    angles: Tensor
    joints3d: Tensor
    reliability: Tensor


class BodyFacts(nn.Module):
    """Body feature (B, D) -> fact logits (B, NUM_CLASSES) and angles (B, 9) degrees, both float32."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.facts = nn.Linear(width, NUM_CLASSES)
        self.angles = nn.Linear(width, len(ANGLES))

    def forward(self, body: Tensor) -> tuple[Tensor, Tensor]:
        return self.facts(body).float(), 180 * torch.sigmoid(self.angles(body).float())


class FactsHead(BodyFacts):
    """Body feature (B, D) -> all that the student reads from it."""

    def __init__(self, width: int) -> None:
        super().__init__(width)
        self.joints3d = nn.Linear(width, NUM_JOINTS * 3)
        self.reliability = nn.Linear(width, NUM_JOINTS)

    def forward(self, body: Tensor) -> HeadOutput:
        joints3d = self.joints3d(body).float().view(-1, NUM_JOINTS, 3)
        reliability = torch.sigmoid(self.reliability(body).float()).clamp_min(1e-3)
        return HeadOutput(*super().forward(body), joints3d, reliability)


class FactLookup(nn.Module):
    """Slots that each read a fact the question is about, and whether it speaks for what the question claims.

    A slot's address depends on the question alone, so a new wording only has to land near a known address; what it
    reads there is the probability of each class, the angle, and whether the joints are seen.
    """

    def __init__(self, width: int, slots: int = 12) -> None:
        super().__init__()
        self.slots = slots
        self.address = nn.Linear(width, slots * 64)
        self.keys = nn.Parameter(torch.randn(NUM_ENTRIES, 64) * 0.3)
        self.names = nn.Parameter(torch.randn(NUM_ENTRIES, width) * 0.3)
        self.classes = nn.Parameter(torch.randn(NUM_CLASSES + len(ANGLES) * ANGLE_BINS, width) * 0.3)
        self.unseen = nn.Parameter(torch.randn(NUM_ENTRIES, width) * 0.3)
        self.agreement = nn.Parameter(torch.randn(width))
        self.form = nn.Linear(width, width)
        self.slot_names = nn.Parameter(torch.randn(slots, width) * 0.1)
        owner = [i for i, fact in enumerate(FACTS) for _ in fact.classes]
        owner += [len(FACTS) + a for a in range(len(ANGLES)) for _ in range(ANGLE_BINS)]
        self.register_buffer("owner", torch.tensor(owner), persistent=False)
        self.register_buffer("needs", needs_table(), persistent=False)
        self.register_buffer("bins", torch.arange(ANGLE_BINS) * 10.0, persistent=False)

    def attend(self, summary: Tensor) -> Tensor:
        """The question's summary (B, W) -> attention of every slot over facts and angles (B, slots, entries)."""
        address = self.address(summary).view(-1, self.slots, 64)
        return torch.softmax(address.float() @ self.keys.T / 4.0, dim=-1)

    def forward(
        self, reading: Reading, fact_logits: Tensor, angles: Tensor, keypoints: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Read the facts a question is about.

        Args:
            reading: the question. fact_logits, angles, keypoints: the pose.

        Returns:
            fact tokens (B, slots, W) and the attention over facts (B, slots, len(FACTS) + len(ANGLES)).
        """
        attention = self.attend(reading.summary)
        probabilities = torch.cat([_softmax_per_fact(fact_logits), self._angle_bins(angles)], dim=1)
        missing = unseen_facts(keypoints, self.needs)
        read = attention[..., self.owner] * probabilities[:, None]
        support = (read[..., :NUM_CLASSES] * torch.tanh(reading.claims / 2)[:, None]).sum(dim=-1, keepdim=True)
        tokens = read @ self.classes + attention @ self.names + (attention * missing[:, None]) @ self.unseen
        return tokens + support * self.agreement + self.slot_names + self.form(reading.summary)[:, None], attention

    def _angle_bins(self, angles: Tensor) -> Tensor:
        """(B, 9) degrees -> (B, 9 * bins): each angle as weights of the two bins it lies between."""
        return F.relu(1 - (angles[..., None] - self.bins).abs() / 10.0).flatten(1)


def unseen_facts(keypoints: Tensor, needs: Tensor) -> Tensor:
    """(B, entries) float, 1 where a group of joints the fact needs has no visible joint."""
    seen = (keypoints[..., 2] >= VISIBLE_SCORE).to(needs.dtype)
    groups = torch.einsum("bj,egj->beg", seen, needs)
    empty = needs.sum(-1) == 0  # padding: facts have different numbers of groups
    return (1 - ((groups > 0) | empty).to(seen.dtype)).amax(dim=-1)


def _softmax_per_fact(logits: Tensor) -> Tensor:
    """Softmax within each fact's own classes: (B, NUM_CLASSES) -> (B, NUM_CLASSES)."""
    return torch.cat(
        [torch.softmax(part, dim=-1) for part in logits.split([len(f.classes) for f in FACTS], dim=-1)], dim=-1
    )


@cache
def needs_table() -> Tensor:
    """(entries, groups, 17): the joints of every group of every fact, then of every angle."""
    groups_of = [fact.needs for fact in FACTS] + [FACTS[FACT_INDEX[ANGLE_FACT[name]]].needs for name in ANGLES]
    table = torch.zeros(len(groups_of), max(map(len, groups_of)), NUM_JOINTS)
    for entry, groups in enumerate(groups_of):
        for index, group in enumerate(groups):
            for joint in group:
                table[entry, index, JOINT_INDEX[joint]] = 1
    return table
