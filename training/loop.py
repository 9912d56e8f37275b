"""The loop that all training stages share: schedule, optimiser, log, checkpoints, resuming, many processes."""

from __future__ import annotations

import csv
import math
import time
from typing import TYPE_CHECKING

import torch
from tqdm import tqdm

from training.checkpoint import resume, save_modules, save_state
from training.losses import total

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from accelerate import Accelerator
    from torch import Tensor, nn


def schedule(done: float) -> float:
    """Share of the highest learning rate: up linearly over the first 3 %, then cosine to 2 %. done: 0 to 1."""
    if done < 0.03:
        return done / 0.03
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (done - 0.03) / 0.97))


def optimizer_for(rates: Mapping[nn.Module, float], weight_decay: float = 0.05) -> torch.optim.AdamW:
    """AdamW with decay on matrices only. rates: module -> learning rate."""
    groups = []
    for module, rate in rates.items():
        parameters = [p for p in module.parameters() if p.requires_grad]
        for matrix in (True, False):
            chosen = [p for p in parameters if (p.ndim >= 2) == matrix]
            groups.append({"params": chosen, "lr": rate, "weight_decay": weight_decay * matrix})
    return torch.optim.AdamW([group for group in groups if group["params"]], betas=(0.9, 0.98), fused=True)


def train_loop(
    stage: str, saved: Mapping[str, nn.Module], trained: Mapping[nn.Module, float],
    losses: Callable[[], Mapping[str, Tensor]], weights: Mapping[str, float], folder: Path, *, steps: int,
    minutes: float, weight_decay: float, every: int, accelerator: Accelerator,
    check: Callable[[], Mapping[str, float]] = dict,
) -> None:  # fmt: skip
    """Train for `steps` or `minutes`, whichever ends first; the learning rate follows the one further along.

    An interrupted stage goes on from its last checkpoint: weights, optimiser, step and minutes. Every process computes
    the losses of batches of its own; their gradients are averaged.

    Args:
        stage: its name, in the log's name and the printed lines.
        saved: name -> module that a checkpoint holds.
        trained: what is trained here -> its highest learning rate.
        losses: makes one step's losses; running means of them are logged.
        weights: of the losses in the sum that goes down (eq. 25).
        folder: of checkpoint and log.
        steps, minutes, weight_decay: of the run.
        every: steps between two lines of the log, and two checkpoints.
        accelerator: where it runs.
        check: further figures for the log.
    """
    parts = torch.nn.ModuleList(trained)
    optimizer = optimizer_for(trained, weight_decay)
    highest = [group["lr"] for group in optimizer.param_groups]
    for part in (*saved.values(), *trained):
        part.train()
    step, spent = resume(folder, saved, optimizer)
    running: dict[str, float] = {}
    start = time.time() - 60 * spent
    boss = accelerator.is_main_process
    bar = tqdm(total=steps, initial=step, desc=stage, disable=None if boss else True)  # None: only on a terminal
    while (done := _agreed(max(step / steps, (time.time() - start) / 60 / minutes), accelerator)) < 1:
        for group, rate in zip(optimizer.param_groups, highest, strict=True):
            group["lr"] = rate * schedule(done)
        now = losses()
        optimizer.zero_grad(set_to_none=True)
        total(now, weights).backward()
        _average_gradients(parts, accelerator)
        torch.nn.utils.clip_grad_norm_(parts.parameters(), 1.0)
        optimizer.step()
        keep = 1 - 5 / every if running else 0.0
        running = {name: keep * running.get(name, 0.0) + (1 - keep) * loss.item() for name, loss in now.items()}
        step += 1
        bar.update()
        if step % every == 0 and boss:
            spent = (time.time() - start) / 60
            row = {"step": step, "minutes": round(spent, 1), **running, **check()}
            _log(folder / f"{stage}.csv", row)
            bar.write(" ".join((stage, *(f"{name} {value:.4g}" for name, value in row.items()))))
            save_modules(saved, folder, stage=stage, step=step)
            save_state(folder, optimizer, step, spent)
    bar.close()
    if boss:
        save_modules(saved, folder, stage=stage, step=step)
        save_state(folder, optimizer, step, (time.time() - start) / 60)
    accelerator.wait_for_everyone()


def _agreed(done: float, accelerator: Accelerator) -> float:
    """How far the run is, the same for all processes: one that stopped alone would leave the others waiting."""
    if accelerator.num_processes == 1:
        return done
    return float(accelerator.reduce(torch.tensor(done, device=accelerator.device), "mean"))


def _average_gradients(module: nn.Module, accelerator: Accelerator) -> None:
    if accelerator.num_processes == 1:
        return
    gradients = [p.grad for p in module.parameters() if p.grad is not None]
    flat = accelerator.reduce(torch.cat([gradient.flatten() for gradient in gradients]), "mean")
    for gradient, mean in zip(gradients, flat.split([g.numel() for g in gradients]), strict=True):
        gradient.copy_(mean.view_as(gradient))


def _log(path: Path, row: Mapping[str, float]) -> None:
    new = not path.exists()
    with path.open("a", newline="") as file:
        log = csv.writer(file)
        if new:
            log.writerow(row)
        log.writerow([f"{value:.4g}" if isinstance(value, float) else value for value in row.values()])
