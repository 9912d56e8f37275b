"""Stage 1, without any text: facts from keypoints (the student's eye) and from 3D joints (the teacher's ST-GCN)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import torch

from pose2lang3d_sdk.class_weights import write_class_weights
from pose2lang3d_sdk.facts import FACTS
from training import losses
from training.checkpoint import steps_done
from training.data.batches import endless_batches, make_batch
from training.loop import train_loop
from training.models.facts_head import needs_table, unseen_facts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from accelerate import Accelerator
    from torch import Tensor, nn

    from training.data.batches import Batch
    from training.data.poses import PoseSet
    from training.models.student import Student
    from training.models.teacher import Teacher

CLASS_WEIGHTS: Final = "class_weights.json"
"""What an export needs of this stage besides the checkpoint."""
WEIGHED: Final = 20_000
"""Poses that class weights are counted on."""


@dataclass(frozen=True)
class Learner:
    """Who learns facts.

    Attributes:
        name: of its checkpoint.
        module: what a checkpoint holds.
        trained: what of it learns here.
        read: a batch's tensors -> fact logits, angles and, of the student, 3D joints and reliability.
        sees_all: False if facts of joints that the keypoints do not show count less.
    """

    name: str
    module: nn.Module
    trained: Sequence[nn.Module]
    read: Callable[[dict[str, Tensor]], Sequence[Tensor]]
    sees_all: bool


def student_learner(model: Student) -> Learner:
    """The graph eye, from keypoints."""

    def read(data: dict[str, Tensor]) -> Sequence[Tensor]:
        return model.eye(data["keypoints"])[1]

    return Learner("student", model, (model.eye,), read, sees_all=False)


def teacher_learner(teacher: Teacher) -> Learner:
    """ST-GCN and the teacher's facts, from 3D joints."""

    def read(data: dict[str, Tensor]) -> Sequence[Tensor]:
        return teacher.facts(teacher.stgcn(data["bodies"])[1])

    return Learner("teacher", teacher, (teacher.stgcn, teacher.facts), read, sees_all=True)


def to_tensors(batch: Batch, device: torch.device | str = "cpu") -> dict[str, Tensor]:
    """The batch as tensors; labels become int64."""
    arrays = {
        "keypoints": batch.keypoints,
        "labels": batch.labels.astype(np.int64),
        "angles": batch.angles,
        "joints3d": batch.joints3d,
        "reliability": batch.reliability,
        "bodies": batch.bodies,
    }
    return {name: torch.from_numpy(array).to(device) for name, array in arrays.items()}


def facts_losses(
    learner: Learner, data: dict[str, Tensor], class_weights: Tensor, teacher: Learner | None = None
) -> dict[str, Tensor]:
    """Losses on facts and angles and, of the student, 3D joints and reliability (beyond the paper).

    teacher: who finds facts probable that no label decides ("soft"); None if nobody does.
    """
    with torch.autocast(data["keypoints"].device.type, torch.bfloat16):
        heads = learner.read(data)
        with torch.no_grad():
            taught = teacher.read(data)[0] if teacher else None
    parts = heads_losses(heads, data, class_weights, sees_all=learner.sees_all)
    if taught is not None:
        seen = seen_facts(data["keypoints"], sees_all=learner.sees_all)
        parts["soft"] = losses.soft_fact_loss(heads[0], taught, seen, class_weights)
    return parts


def heads_losses(
    heads: Sequence[Tensor], data: dict[str, Tensor], class_weights: Tensor, *, sees_all: bool
) -> dict[str, Tensor]:
    """Losses of fact logits, angles and, where there are more, 3D joints and reliability. sees_all: as of `Learner`."""
    logits, angles, *more = heads
    seen = seen_facts(data["keypoints"], sees_all=sees_all)
    parts = {
        "facts": losses.fact_loss(logits, data["labels"], seen, class_weights),
        "angles": losses.angle_loss(angles, data["angles"]),
    }
    if more:
        joints3d, reliability = more
        parts["joints3d"] = losses.joints3d_loss(joints3d, data["joints3d"])
        parts["reliability"] = losses.reliability_loss(reliability, data["reliability"])
    return parts


def seen_facts(keypoints: Tensor, *, sees_all: bool) -> Tensor:
    """(B, facts) in {0, 1}: the facts whose joints the keypoints show; all of them to whom sees all."""
    seen = 1 - unseen_facts(keypoints, needs_table().to(keypoints.device))[:, : len(FACTS)]
    return torch.ones_like(seen) if sees_all else seen


def pool_class_weights(pool: PoseSet, rng: np.random.Generator) -> Tensor:
    """`losses.class_weights` of `WEIGHED` random poses of the pool."""
    return losses.class_weights(make_batch(pool[rng.integers(0, len(pool), WEIGHED)], rng).labels)


@torch.no_grad()
def fact_accuracy(learner: Learner, batch: Batch, device: torch.device | str = "cpu") -> dict[str, float]:
    """Balanced accuracy (mean recall over classes) of every fact, decided and seen; median angle error in degrees."""
    learner.module.eval()
    logits, angles, *_ = learner.read(to_tensors(batch, device))
    learner.module.train()
    guess = losses.by_fact(logits).argmax(-1).cpu().numpy()
    seen = (1 - unseen_facts(torch.from_numpy(batch.keypoints), needs_table())).numpy().astype(bool)
    result = {}
    for i, fact in enumerate(FACTS):
        label = np.where(seen[:, i], batch.labels[:, i], -1)
        recalls = [(guess[label == c, i] == c).mean() for c in range(len(fact.classes)) if (label == c).sum() >= 5]
        if len(recalls) > 1:
            result[fact.name] = float(np.mean(recalls))
    result["angle_error"] = angle_error(angles.cpu().numpy(), batch)
    return result


def angle_error(angles: np.ndarray, batch: Batch) -> float:
    """Median error in degrees of angles (N, 9) whose joints are visible."""
    seen = (1 - unseen_facts(torch.from_numpy(batch.keypoints), needs_table())).numpy().astype(bool)
    return float(np.median(np.abs(angles - batch.angles)[seen[:, len(FACTS) :]]))


def train_facts(
    learner: Learner, draw_pool: Callable[[np.random.Generator], PoseSet], validation: PoseSet, folder: Path, *,
    weights: Mapping[str, float], steps: int, minutes: float, batch: int, peak: float, seed: int,
    accelerator: Accelerator, teacher: Learner | None = None,
) -> None:  # fmt: skip
    """Run stage 1 (see `loop.train_loop`).

    Args:
        draw_pool: makes a fresh set of training poses.
        weights: of the losses (`facts_losses`).
        teacher: who has learnt the same facts from 3D, for the loss "soft".
    """
    device = accelerator.device
    rng = np.random.default_rng([seed, steps_done(folder), accelerator.process_index])
    train = draw_pool(rng)
    class_weights = pool_class_weights(train, rng).to(device)
    if accelerator.is_main_process and not (folder / CLASS_WEIGHTS).exists():
        rows = zip(FACTS, class_weights.tolist(), strict=True)
        named = {fact.name: dict(zip(fact.classes, row, strict=False)) for fact, row in rows}
        folder.mkdir(parents=True, exist_ok=True)
        write_class_weights(named, folder / CLASS_WEIGHTS)
    held = make_batch(validation[rng.integers(0, len(validation), 3000)], rng, noise="middle")
    batches = endless_batches(train, draw_pool, rng, batch)

    def one_step() -> dict[str, Tensor]:
        return facts_losses(learner, to_tensors(next(batches), device), class_weights, teacher)

    def check() -> dict[str, float]:
        scores = fact_accuracy(learner, held, device)
        error = scores.pop("angle_error")
        return {"balanced_accuracy": float(np.mean(list(scores.values()))), "angle_error": error}

    train_loop(
        "facts", {learner.name: learner.module}, dict.fromkeys(learner.trained, peak), one_step, weights, folder,
        steps=steps, minutes=minutes, weight_decay=0.05, every=500, accelerator=accelerator, check=check,
    )  # fmt: skip
