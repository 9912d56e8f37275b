"""Stage 1: lifter and fact heads learn facts, angles, 3D joints and reliability, without any text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch

from pose2lang3d_sdk.facts import FACTS
from training import losses
from training.data.batches import Batch, endless_batches, make_batch
from training.loop import train_loop
from training.models.facts_head import unseen_facts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from torch import Tensor

    from training.data.poses import PoseSet
    from training.models.student import Student


def to_tensors(batch: Batch) -> dict[str, Tensor]:
    """The batch as tensors; labels become int64."""
    return {
        "keypoints": torch.from_numpy(batch.keypoints),
        "labels": torch.from_numpy(batch.labels.astype(np.int64)),
        "angles": torch.from_numpy(batch.angles),
        "joints3d": torch.from_numpy(batch.joints3d),
        "reliability": torch.from_numpy(batch.reliability),
    }


def facts_loss(model: Student, data: dict[str, Tensor], weights: Tensor) -> Tensor:
    """Sum of the losses on lifter and fact heads (beyond the paper: facts, angles, 3D, reliability)."""
    with torch.autocast("cpu", torch.bfloat16):
        logits, angles, joints3d, reliability = model.facts(model.lifter(data["keypoints"]))
    seen = 1 - unseen_facts(data["keypoints"], model.lookup.needs)[:, : len(FACTS)]
    return (
        losses.fact_loss(logits, data["labels"], seen, weights)
        + 0.5 * losses.angle_loss(angles, data["angles"])
        + 0.5 * losses.joints3d_loss(joints3d, data["joints3d"])
        + 0.2 * losses.reliability_loss(reliability, data["reliability"])
    )


@torch.no_grad()
def fact_accuracy(model: Student, batch: Batch) -> dict[str, float]:
    """Balanced accuracy (mean recall over classes) of every fact, decided and seen; median angle error in degrees."""
    model.eval()
    data = to_tensors(batch)
    logits, angles, *_ = model.facts(model.lifter(data["keypoints"]))
    guess = losses.by_fact(logits).argmax(-1).numpy()
    seen = (1 - unseen_facts(data["keypoints"], model.lookup.needs)).numpy().astype(bool)
    result = {}
    for i, fact in enumerate(FACTS):
        label = np.where(seen[:, i], batch.labels[:, i], -1)
        recalls = [(guess[label == c, i] == c).mean() for c in range(len(fact.classes)) if (label == c).sum() >= 5]
        if len(recalls) > 1:
            result[fact.name] = float(np.mean(recalls))
    error = np.abs(angles.numpy() - batch.angles)
    result["angle_error"] = float(np.median(error[seen[:, len(FACTS) :]]))
    model.train()
    return result


def train_facts(
    model: Student, draw_pool: Callable[[np.random.Generator], PoseSet], validation: PoseSet, folder: Path, *,
    steps: int, minutes: float, batch: int, peak: float, seed: int,
) -> None:  # fmt: skip
    """Run stage 1 (see `loop.train_loop`).

    draw_pool: makes a fresh set of training poses.
    """
    rng = np.random.default_rng(seed)
    torch.manual_seed(seed)
    train = draw_pool(rng)
    weights = losses.class_weights(make_batch(train[rng.integers(0, len(train), 20000)], rng).labels)
    held = make_batch(validation[rng.integers(0, len(validation), 3000)], rng, noise="middle")
    batches = endless_batches(train, draw_pool, rng, batch)

    def one_step() -> dict[str, Tensor]:
        return {"facts": facts_loss(model, to_tensors(next(batches)), weights)}

    def check() -> dict[str, float]:
        scores = fact_accuracy(model, held)
        error = scores.pop("angle_error")
        return {"balanced_accuracy": float(np.mean(list(scores.values()))), "angle_error": error}

    train_loop(
        "facts", model, {model.lifter: peak, model.facts: peak}, one_step, folder, steps=steps, minutes=minutes,
        weight_decay=0.05, every=1000, check=check,
    )  # fmt: skip
