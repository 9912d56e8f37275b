"""Stage 1: lifter and fact heads learn facts, angles, 3D joints and reliability, without any text."""

from __future__ import annotations

import csv
import time
from typing import TYPE_CHECKING

import numpy as np
import torch

from pose2lang3d_sdk.facts import FACTS
from training import losses
from training.checkpoint import save_student
from training.data.batches import Batch, endless_batches, make_batch
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


def learning_rate(done: float, peak: float) -> float:
    """Linear warm-up over the first 3 %, then cosine to 2 % of the peak. done: share of the run, 0 to 1."""
    if done < 0.03:
        return peak * done / 0.03
    return peak * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * (done - 0.03) / 0.97)))


def optimizer_for(model: torch.nn.Module, weight_decay: float = 0.05) -> torch.optim.AdamW:
    """AdamW with decay on matrices only."""
    parameters = [p for p in model.parameters() if p.requires_grad]
    groups = [
        {"params": [p for p in parameters if p.ndim >= 2], "weight_decay": weight_decay},
        {"params": [p for p in parameters if p.ndim < 2], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


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
    """Run stage 1 for `steps` or `minutes`, whichever ends first; the learning rate follows the one further along.

    draw_pool: makes a fresh set of training poses.
    """
    rng = np.random.default_rng(seed)
    torch.manual_seed(seed)
    train = draw_pool(rng)
    weights = losses.class_weights(make_batch(train[rng.integers(0, len(train), 20000)], rng).labels)
    check = make_batch(validation[rng.integers(0, len(validation), 3000)], rng, noise="middle")
    batches = endless_batches(train, draw_pool, rng, batch)
    parts = torch.nn.ModuleList([model.lifter, model.facts])
    optimizer = optimizer_for(parts)
    folder.mkdir(parents=True, exist_ok=True)
    start, step, running = time.time(), 0, 0.0
    with (folder / "facts.csv").open("w", newline="") as file:
        log = csv.writer(file)
        log.writerow(["step", "minutes", "loss", "balanced_accuracy", "angle_error"])
        while True:
            done = max(step / steps, (time.time() - start) / 60 / minutes)
            if done >= 1:
                break
            for group in optimizer.param_groups:
                group["lr"] = learning_rate(done, peak)
            loss = facts_loss(model, to_tensors(next(batches)), weights)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(parts.parameters(), 1.0)
            optimizer.step()
            running = loss.item() if step == 0 else 0.995 * running + 0.005 * loss.item()
            step += 1
            if step % 1000 == 0:
                scores = fact_accuracy(model, check)
                error = scores.pop("angle_error")
                row = [step, f"{(time.time() - start) / 60:.1f}", f"{running:.4f}"]
                row += [f"{np.mean(list(scores.values())):.4f}", f"{error:.2f}"]
                log.writerow(row)
                file.flush()
                print("facts", *row, flush=True)
                save_student(model, folder, stage="facts", step=step)
    save_student(model, folder, stage="facts", step=step)
