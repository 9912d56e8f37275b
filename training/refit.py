"""Fits the one layer of the U-Net that reads the eye to an eye that was trained apart.

    python -m training.refit runs/shipped runs/average --poses poses_open_all.npz

The U-Net has learnt from the feature of the first run's eye. By least squares over simulated people its layer
`from_eye` comes to give from the second run's eye what it gave from the first one's; all else stays.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import torch
from safetensors.torch import save_model

from training.average import STUDENT
from training.checkpoint import load_student
from training.data.batches import make_batch
from training.data.poses import load_splits

if TYPE_CHECKING:
    from torch import Tensor

    from training.data.poses import PoseSet
    from training.models.student import Student

PEOPLE: Final = 24_000
BATCH: Final = 2_000
RIDGE: Final = 1e-2
"""Keeps directions in which no body differs small."""


def fit(seen: Tensor, wanted: Tensor) -> tuple[Tensor, Tensor, float]:
    """Weight (M, N) and bias (M,) that make the wanted (P, M) of the seen (P, N), and the share of variance kept."""
    ones = torch.cat([seen, seen.new_ones(len(seen), 1)], dim=1)
    gram = ones.T @ ones + RIDGE * torch.eye(ones.shape[1], dtype=seen.dtype)
    solution = torch.linalg.solve(gram, ones.T @ wanted)
    left = ((ones @ solution - wanted) ** 2).sum() / ((wanted - wanted.mean(dim=0)) ** 2).sum()
    return solution[:-1].T.contiguous(), solution[-1], 1 - float(left)


@torch.no_grad()
def refit(former: Student, latter: Student, people: PoseSet, seed: int = 3) -> float:
    """Fit `from_eye` of the latter; returns the share of variance that it keeps of what the former gives."""
    rng = np.random.default_rng(seed)
    seen, wanted = [], []
    for _ in range(PEOPLE // BATCH):
        batch = make_batch(people[rng.integers(0, len(people), BATCH)], rng)
        keypoints = torch.from_numpy(batch.keypoints)
        seen.append(latter.eye(keypoints)[0])
        wanted.append(former.unet.from_eye(former.eye(keypoints)[0]))
    weight, bias, kept = fit(torch.cat(seen), torch.cat(wanted))
    latter.unet.from_eye.weight.copy_(weight)
    latter.unet.from_eye.bias.copy_(bias)
    return kept


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.refit", description=__doc__.splitlines()[0])
    parser.add_argument("former", type=Path, help="folder of the run whose eye the U-Net knows")
    parser.add_argument("latter", type=Path, help="folder of the run to fit; its weights are written anew")
    parser.add_argument("--poses", type=Path, required=True, help="poses_open_all.npz")
    arguments = parser.parse_args()
    former, latter = (load_student(folder).eval() for folder in (arguments.former, arguments.latter))
    kept = refit(former, latter, load_splits(arguments.poses)["train"])
    save_model(latter, str(arguments.latter / STUDENT))
    print(f"{100 * kept:.1f} % of the variance kept")


if __name__ == "__main__":
    main()
