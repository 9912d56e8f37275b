"""Training losses, each usable alone.

The paper's: diversity (eq. 21), contrastive (22), distillation (23) and text (24). Beyond it: facts, angles, 3D joints,
reliability, lookup, claims and contradiction. `total` adds them up with the config's weights (25).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from pose2lang3d_sdk.facts import ANGLE_FACT, ANGLES, FACT_INDEX, FACTS, FIRST_CLASS, NUM_CLASSES, class_column

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

_MOST = max(len(f.classes) for f in FACTS)
_TABLE = torch.tensor(
    [[FIRST_CLASS[f.name] + c if c < len(f.classes) else NUM_CLASSES for c in range(_MOST)] for f in FACTS]
)
"""(facts, most classes): column of each class in the logits; the column past the end stands for "no such class"."""


def by_fact(logits: Tensor) -> Tensor:
    """(B, NUM_CLASSES) -> (B, facts, most classes), absent classes at -1e4."""
    padded = F.pad(logits, (0, 1), value=-1e4)
    return padded[:, _TABLE.to(logits.device)]


def class_weights(labels: NDArray[np.int8]) -> Tensor:
    """(facts, most classes): square root of inverse frequency, so that rare classes are learnt and priors damped."""
    weights = torch.zeros(len(FACTS), _MOST)
    for i, fact in enumerate(FACTS):
        counts = np.bincount(labels[labels[:, i] >= 0, i], minlength=len(fact.classes)) + 1.0
        share = counts / counts.sum()
        weights[i, : len(fact.classes)] = torch.tensor(np.clip((1 / (len(counts) * share)) ** 0.6, 0.2, 6.0))
    return weights


def beliefs(logits: Tensor, weights: Tensor) -> Tensor:
    """How probable fact heads that were trained with these class weights find each class: (B, facts, most classes).

    logits (B, NUM_CLASSES), weights (facts, most classes).
    """
    return torch.softmax(by_fact(logits.float()) - weights.clamp_min(1e-6).log(), dim=-1)


def fact_loss(logits: Tensor, labels: Tensor, seen: Tensor, weights: Tensor, *, unseen_share: float = 0.15) -> Tensor:
    """Weighted cross-entropy over decided facts; facts whose joints are not seen count `unseen_share`.

    logits (B, NUM_CLASSES), labels (B, facts) int64 with -1 undecided, seen (B, facts) in {0, 1}.
    """
    log_p = torch.log_softmax(by_fact(logits.float()), dim=-1)
    target = labels.clamp_min(0)
    picked = log_p.gather(-1, target[..., None]).squeeze(-1)
    weight = weights[torch.arange(len(FACTS), device=labels.device), target] * (labels >= 0)
    weight = weight * (unseen_share + (1 - unseen_share) * seen)
    return -(picked * weight).sum() / weight.sum().clamp_min(1.0)


def soft_fact_loss(logits: Tensor, taught: Tensor, seen: Tensor, weights: Tensor) -> Tensor:
    """Cross-entropy against what a teacher finds probable, undecided facts included (beyond the paper).

    Classes count by their weights as in `fact_loss`: of a seen fact that the teacher is sure of, both say the same.

    Args:
        logits, taught: (B, NUM_CLASSES), the teacher's from fact heads trained with the same weights.
        seen: (B, facts) in {0, 1}. weights: (facts, most classes).
    """
    target = beliefs(taught, weights) * weights
    each = -(target * torch.log_softmax(by_fact(logits.float()), dim=-1)).sum(dim=-1)
    return (each * seen).sum() / (target.sum(dim=-1) * seen).sum().clamp_min(1.0)


def angle_loss(angles: Tensor, target: Tensor) -> Tensor:
    """Smooth L1 in units of 30 degrees."""
    return F.smooth_l1_loss(angles / 30, target / 30)


def joints3d_loss(joints: Tensor, target: Tensor) -> Tensor:
    """Mean absolute error in torso lengths."""
    return (joints - target).abs().clamp_max(3.0).mean()


def reliability_loss(reliability: Tensor, target: Tensor) -> Tensor:
    """Binary cross-entropy against how right each keypoint is, both (B, 17) in [0, 1]."""
    return F.binary_cross_entropy(reliability.clamp(1e-3, 1 - 1e-3), target)


def text_loss(logits: Tensor, ids: Tensor, row_weight: Tensor, *, pad: int) -> tuple[Tensor, float]:
    """Next-token cross-entropy (eq. 24) summed over the tokens, and the weight to divide it by.

    The verdict, first of all tokens, counts four times. logits (B, S, V) for inputs ids[:, :-1]; ids (B, S + 1);
    row_weight (B,).
    """
    target = ids[:, 1:]
    loss = F.cross_entropy(logits.float().transpose(1, 2), target, ignore_index=pad, reduction="none")
    weight = (target != pad) * row_weight[:, None]
    weight[:, 0] *= 4.0
    return (loss * weight).sum(), float(weight.sum())


def wanted_facts(rows: Sequence[Sequence[str]]) -> Tensor:
    """(B, facts + angles) in {0, 1}: the facts of every row, each with the angle that says the same."""
    wanted = torch.zeros(len(rows), len(FACTS) + len(ANGLES))
    for row, facts in enumerate(rows):
        for fact in facts:
            wanted[row, FACT_INDEX[fact]] = 1.0
            for index, angle in enumerate(ANGLES):
                if ANGLE_FACT[angle] == fact:
                    wanted[row, len(FACTS) + index] = 1.0
    return wanted


def signed_classes(rows: Sequence[Mapping[tuple[str, str], int]]) -> Tensor:
    """(B, NUM_CLASSES): the sign of every row's (fact, class) pairs, 0 elsewhere."""
    signs = torch.zeros(len(rows), NUM_CLASSES)
    for row, classes in enumerate(rows):
        for (fact, label), sign in classes.items():
            signs[row, class_column(fact, label)] = sign
    return signs


def lookup_loss(attention: Tensor, wanted: Tensor) -> tuple[Tensor, float]:
    """Negative log of the attention that falls on the facts the answer rests on, summed, and the number of rows.

    A text of several facts must find them all: beyond two wanted entries it is the mean over the entries, each against
    its even share. attention (B, entries) summing to 1; wanted (B, entries) in {0, 1}; rows without facts are left out.
    """
    count = wanted.sum(dim=-1)
    has = count > 0
    mass = (attention * wanted).sum(-1).clamp_min(1e-6)
    shares = torch.log((attention * count[:, None]).clamp_min(1e-6)) * wanted
    found = torch.where(count > 2, shares.sum(-1) / count.clamp_min(1), torch.log(mass))
    return -(found * has).sum(), float(has.sum())


def claim_loss(claims: Tensor, wanted: Tensor) -> Tensor:
    """Log loss of which classes speak for a question's claim, mean over its classes, then over questions that claim.

    claims (B, NUM_CLASSES) logits, wanted (B, NUM_CLASSES) in {-1, 0, 1}, 0 = no matter.
    """
    matters = (wanted != 0).to(claims.dtype)
    count = matters.sum(dim=-1)
    each = (F.softplus(-claims * wanted) * matters).sum(dim=-1) / count.clamp_min(1)
    return each.sum() / (count > 0).sum().clamp_min(1)


def distillation_loss(local: Tensor, globally: Tensor, taught_local: Tensor, taught_global: Tensor) -> Tensor:
    """Squared distance of the student's features from the teacher's, which stay put (eq. 23).

    Each is brought to zero mean and unit variance first, so that shrinking features does not help; 2 = unrelated.

    Args:
        local, taught_local: (B, 17, W). globally, taught_global: (B, 1, W).
    """
    ours = torch.cat([local, globally], dim=1).float()
    theirs = torch.cat([taught_local, taught_global], dim=1).float().detach()
    shape = ours.shape[-1:]
    return F.mse_loss(F.layer_norm(ours, shape), F.layer_norm(theirs, shape))


def diversity_loss(tokens: Tensor) -> Tensor:
    """Mean squared cosine between different tokens of a pose: 0 = all orthogonal, 1 = all alike (eq. 21).

    tokens: (B, N, W), N > 1.
    """
    unit = F.normalize(tokens.float(), dim=-1)
    count = tokens.shape[1]
    squared = (unit @ unit.transpose(-1, -2)) ** 2
    return (squared.sum(dim=(1, 2)) - count).mean() / (count * (count - 1))


CONTRAST_TEMPERATURE = 0.07
"""Of the contrastive loss; CLIP's starting value."""


def contrastive_loss(pose: Tensor, text: Tensor) -> Tensor:
    """Each pose to find its own text among those of the batch and each text its pose (eq. 22, as in CLIP).

    pose, text: (B, W), row i of one belongs to row i of the other.
    """
    scores = F.normalize(pose.float(), dim=-1) @ F.normalize(text.float(), dim=-1).T / CONTRAST_TEMPERATURE
    own = torch.arange(len(scores), device=scores.device)
    return (F.cross_entropy(scores, own) + F.cross_entropy(scores.T, own)) / 2


def heads_verdict(fact_logits: Tensor, claims: Tensor) -> Tensor:
    """How probable "yes" is by the fact heads, (B,), of questions about one fact; NaN where no class matters.

    fact_logits: (B, NUM_CLASSES). claims: (B, NUM_CLASSES) in {-1, 0, 1}, the classes for and against.
    """
    # Log-odds of the classes for over those against; those of no matter are undecided ground between the two.
    for_it, against = (
        torch.logsumexp(fact_logits.float().masked_fill(claims != sign, -torch.inf), dim=-1) for sign in (1, -1)
    )
    return torch.sigmoid(for_it - against)


def contradiction_loss(yes_no: Tensor, fact_logits: Tensor, claims: Tensor) -> tuple[Tensor, float]:
    """Cross-entropy of a yes or no against what the fact heads, which stay put, make of the question; and its rows.

    yes_no: (B, 2) logits of "yes" and "no". fact_logits, claims: as `heads_verdict`; rows without claims are left out.
    """
    counted = (claims == 1).any(dim=-1) & (claims == -1).any(dim=-1)
    if not counted.any():
        return yes_no.sum() * 0.0, 0.0
    belief = heads_verdict(fact_logits[counted], claims[counted]).detach()
    log_p = torch.log_softmax(yes_no[counted].float(), dim=-1)
    loss = -(belief * log_p[:, 0] + (1 - belief) * log_p[:, 1])
    return loss.sum(), float(counted.sum())


def total(parts: Mapping[str, Tensor], weights: Mapping[str, float]) -> Tensor:
    """Weighted sum of the losses (eq. 25). weights: one for every part."""
    return torch.stack([weights[name] * part for name, part in parts.items()]).sum()
