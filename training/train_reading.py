"""Stage 2: text encoder and reader learn what every question claims, without any pose (beyond the paper)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch
import torch.nn.functional as F

from exporters.text_encoder import GRAPH, TUNED, write_text_encoder
from training import losses
from training.checkpoint import steps_done
from training.language.asides import with_aside
from training.language.claims import KINDS, trained_claims
from training.language.questions import OUTSIDE_SHARE, entries
from training.loop import train_loop
from training.queries import LiveQueries, roughen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from accelerate import Accelerator
    from torch import Tensor

    from training.language.claims import Claim
    from training.models.minilm import MiniLM
    from training.models.student import Student
    from training.queries import Queries

CHUNKS = 4
"""Batches drawn together and sorted by length, since padded to the longest question most of the work is padding."""

QUESTIONS = "questions.txt"
"""In the run's folder: the questions that it learnt from, one a line."""
FRESH = 0.5
"""Share of the draws that questions get which the run that this one goes on from never saw,"""
MOST = 8.0
"""but none more than so many times as often as it would be drawn otherwise."""


class ClaimTargets(NamedTuple):
    """facts (B, facts + angles) in {0, 1}, classes (B, NUM_CLASSES) in {-1, 0, 1}, kind (B,) int64."""

    facts: Tensor
    classes: Tensor
    kind: Tensor


def claim_targets(claims: Sequence[Claim]) -> ClaimTargets:
    """The claims as tensors."""
    classes = losses.signed_classes([claim.classes for claim in claims])
    kind = torch.tensor([KINDS.index(claim.kind) for claim in claims])
    return ClaimTargets(losses.wanted_facts([claim.facts for claim in claims]), classes, kind)


def reading_loss(model: Student, questions: list[str], claims: list[Claim], queries: Queries) -> tuple[Tensor, Tensor]:
    """How the reading misses classes and kind, and how the addresses miss the facts."""
    device = model.lookup.keys.device
    target = ClaimTargets(*(part.to(device) for part in claim_targets(claims)))
    with torch.autocast(device.type, torch.bfloat16):
        reading = model.reader(*roughen(*queries(questions)))
    read = losses.claim_loss(reading.claims, target.classes) + F.cross_entropy(reading.kind, target.kind)
    lookup, weight = losses.lookup_loss(model.lookup.attend(reading.summary).mean(dim=1), target.facts)
    return read, lookup / max(weight, 1.0)


def train_reading(
    model: Student, encoder: MiniLM, folder: Path, *, steps: int, minutes: float, batch: int, peak: float,
    encoder_peak: float, weights: Mapping[str, float], seed: int, accelerator: Accelerator,
    known: Collection[str] = (),
) -> None:  # fmt: skip
    """Run stage 2 (see `loop.train_loop`): text encoder, reader and addresses, on questions alone.

    peak, encoder_peak: highest learning rate of reader and addresses, and of the text encoder, which ends up in
    `folder`, too. known: the questions that model and encoder have learnt from already; all others come as often as
    they do.
    """
    done = steps_done(folder)
    rng = np.random.default_rng([seed, done, accelerator.process_index])
    torch.manual_seed(seed + done + accelerator.process_index)
    claims = trained_claims()
    drawn, queries = _questions(rng, batch, frozenset(known)), LiveQueries(encoder)
    encoder.words.requires_grad_(requires_grad=False)  # words that no question has must stay where they are

    def one_step() -> dict[str, Tensor]:
        questions = next(drawn)
        claimed = [claims[question] for question in questions]
        asked = [with_aside(q, rng, closed=c.kind == "closed") for q, c in zip(questions, claimed, strict=True)]
        read, address = reading_loss(model, asked, claimed, queries)
        return {"reading": read, "address": address}

    rates = {model.reader: peak, model.lookup: peak, encoder: encoder_peak}
    saved = {"student": model, Path(TUNED).stem: encoder}
    train_loop(
        "reading", saved, rates, one_step, weights, folder, steps=steps, minutes=minutes, weight_decay=0.1, every=500,
        accelerator=accelerator,
    )  # fmt: skip
    if accelerator.is_main_process:
        write_text_encoder(encoder.eval().cpu(), folder / GRAPH)
        (folder / QUESTIONS).write_text("\n".join(sorted(claims)) + "\n", encoding="utf-8")
    accelerator.wait_for_everyone()


def _questions(rng: np.random.Generator, batch: int, known: frozenset[str]) -> Iterator[list[str]]:
    """Endless batches of like length; every intent as often as `sample` asks it, whatever the pose, but see `FRESH`."""
    table = entries(heldout=False)
    outside = np.array([entry.intent.level == "outside" for entry in table])
    chance = np.array([entry.intent.weight / len(entry.intent.slots) for entry in table])
    chance[outside] = [len(entry.questions) for entry, out in zip(table, outside, strict=True) if out]
    for group, share in ((outside, OUTSIDE_SHARE), (~outside, 1 - OUTSIDE_SHARE)):
        chance[group] *= share / chance[group].sum()
    parts = [[tuple(q for q in entry.questions if (q in known) is old) for entry in table] for old in (True, False)]
    chances = [chance * [len(part) / len(e.questions) for part, e in zip(half, table, strict=True)] for half in parts]
    texts = [part for half in parts for part in half]
    if all(part.any() for part in chances):
        fresh = min(FRESH, MOST * chances[1].sum())
        chances = [part * share / part.sum() for part, share in zip(chances, (1 - fresh, fresh), strict=True)]
    each = np.concatenate(chances)
    while True:
        picked = [texts[i] for i in rng.choice(len(texts), CHUNKS * batch, p=each)]
        asked = sorted((some[int(rng.random() * len(some))] for some in picked), key=len)
        for index in rng.permutation(CHUNKS):
            yield asked[index * batch : (index + 1) * batch]
