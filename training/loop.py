"""The loop that all training stages share: schedule, optimiser, clipping, log and checkpoints."""

from __future__ import annotations

import csv
import time
from typing import TYPE_CHECKING

import numpy as np
import torch

from training.checkpoint import save_student

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from torch import Tensor

    from training.models.student import Student


def schedule(done: float) -> float:
    """Share of the highest learning rate: up linearly over the first 3 %, then cosine to 2 %. done: 0 to 1."""
    if done < 0.03:
        return done / 0.03
    return 0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * (done - 0.03) / 0.97))


def optimizer_for(rates: Mapping[torch.nn.Module, float], weight_decay: float = 0.05) -> torch.optim.AdamW:
    """AdamW with decay on matrices only. rates: module -> learning rate."""
    groups = []
    for module, rate in rates.items():
        parameters = [p for p in module.parameters() if p.requires_grad]
        for matrix in (True, False):
            chosen = [p for p in parameters if (p.ndim >= 2) == matrix]
            groups.append({"params": chosen, "lr": rate, "weight_decay": weight_decay * matrix})
    return torch.optim.AdamW([group for group in groups if group["params"]], betas=(0.9, 0.98), fused=True)


def train_loop(
    stage: str, model: Student, trained: Mapping[torch.nn.Module, float], losses: Callable[[], Mapping[str, Tensor]],
    folder: Path, *, steps: int, minutes: float, weight_decay: float, every: int, first_step: int = 0,
    check: Callable[[], Mapping[str, float]] = dict,
) -> None:  # fmt: skip
    """Train for `steps` or `minutes`, whichever ends first; the learning rate follows the one further along.

    Args:
        stage: its name, in the log's name, the printed lines and the checkpoint.
        model: saved to `folder` every `every` steps and at the end.
        trained: what is trained here -> its highest learning rate.
        losses: makes one step's losses, whose sum goes down; running means of them are logged.
        folder: of checkpoint and log.
        steps, minutes, weight_decay: of the run.
        every: steps between two lines of the log.
        first_step: where an interrupted run goes on, with the checkpoint's weights and a fresh optimiser.
        check: further figures for the log.
    """
    parts = torch.nn.ModuleList(trained)
    optimizer = optimizer_for(trained, weight_decay)
    highest = [group["lr"] for group in optimizer.param_groups]
    for part in (model, *trained):
        part.train()
    folder.mkdir(parents=True, exist_ok=True)
    running: dict[str, float] = {}
    start, step = time.time(), first_step
    with (folder / f"{stage}.csv").open("a" if first_step else "w", newline="") as file:
        log = csv.writer(file)
        while (done := max(step / steps, (time.time() - start) / 60 / minutes)) < 1:
            for group, rate in zip(optimizer.param_groups, highest, strict=True):
                group["lr"] = rate * schedule(done)
            now = losses()
            optimizer.zero_grad(set_to_none=True)
            torch.stack(list(now.values())).sum().backward()
            torch.nn.utils.clip_grad_norm_(parts.parameters(), 1.0)
            optimizer.step()
            keep = 1 - 5 / every if running else 0.0
            running = {name: keep * running.get(name, 0.0) + (1 - keep) * loss.item() for name, loss in now.items()}
            step += 1
            if step % every == 0:
                row = {"step": step, "minutes": round((time.time() - start) / 60, 1), **running, **check()}
                if file.tell() == 0:
                    log.writerow(row)
                log.writerow([f"{value:.4g}" if isinstance(value, float) else value for value in row.values()])
                file.flush()
                print(stage, *(f"{name} {value:.4g}" for name, value in row.items()), flush=True)
                save_student(model, folder, stage=stage, step=step)
    save_student(model, folder, stage=stage, step=step)
