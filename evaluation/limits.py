"""What noise and unseen people cost: `python -m evaluation.limits --poses poses_open_all.npz`.

Balanced accuracy of the shipped fact heads by noise level, on people they learned from, validation people and test
people, all seen anew. How it falls from left to right is what more recorded people could bring, how it falls from the
top down what better keypoints could.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import torch

from pose2lang3d_sdk.facts import FACTS
from pose2lang3d_sdk.runtime import make_session
from pose2lang3d_sdk.weights import embedded
from training.data.batches import make_batch
from training.data.detector import NOISE_LEVELS
from training.data.poses import load_splits
from training.train_facts import Learner, fact_accuracy

if TYPE_CHECKING:
    from torch import Tensor

SPLITS: Final = ("train", "validation", "test")
OF_SIDES: Final = tuple(fact.name for fact in FACTS if {"left", "right"} <= set(fact.classes))
"""The facts that which-side questions are about."""


def shipped() -> Learner:
    """The fact heads as they ship."""
    session = make_session(embedded().locate("student_pose"), threads=1)

    def read(data: dict[str, Tensor]) -> list[Tensor]:
        outputs = session.run(["fact_logits", "angles"], {"keypoints": data["keypoints"].numpy()})
        return [torch.from_numpy(output) for output in outputs]

    return Learner("shipped", torch.nn.Identity(), (), read, sees_all=False)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.limits", description=__doc__.splitlines()[0])
    parser.add_argument("--poses", type=Path, required=True, help="poses_open_all.npz")
    parser.add_argument("--persons", type=int, default=6000, help="of each split, each seen from a random side")
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    splits, learner = load_splits(arguments.poses), shipped()
    print(f"facts, balanced accuracy: all / of which side ({len(OF_SIDES)} facts), {arguments.persons} people each")
    print(f"  {'noise':8}" + "".join(f"{split:>16}" for split in SPLITS))
    for noise in NOISE_LEVELS:
        cells = []
        for split in SPLITS:
            rng = np.random.default_rng(arguments.seed)
            people = splits[split]
            batch = make_batch(people[rng.integers(0, len(people), arguments.persons)], rng, noise=noise)
            scores = fact_accuracy(learner, batch)
            scores.pop("angle_error")
            sides = [scores[name] for name in OF_SIDES if name in scores]
            cells.append(f"{100 * np.mean(list(scores.values())):.1f} / {100 * np.mean(sides):.1f}")
        print(f"  {noise:8}" + "".join(f"{cell:>16}" for cell in cells))


if __name__ == "__main__":
    main()
