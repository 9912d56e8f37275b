"""What noise, unseen people and language cost: `python -m evaluation.limits --poses poses_open_all.npz`.

Balanced accuracy of the shipped fact heads by noise level, on people they learned from, validation people and test
people, all seen anew. How it falls from left to right is what more recorded people could bring, how it falls from the
top down what better keypoints could. Then the same of questions, and of questions where the true facts are given in
place of what the heads read: what is missing there is language alone.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import torch

from evaluation.language import CLOSED, SIDES, Model, ask_all, balanced, closed_and_sides, draw_people
from pose2lang3d_sdk.facts import FACTS, FIRST_CLASS
from pose2lang3d_sdk.runtime import make_session
from pose2lang3d_sdk.weights import embedded
from training.data.batches import make_batch
from training.data.detector import NOISE_LEVELS
from training.data.poses import load_splits
from training.train_facts import Learner, fact_accuracy

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import Tensor

    from pose2lang3d_sdk.student import PoseCode

SPLITS: Final = ("train", "validation", "test")
OF_SIDES: Final = tuple(fact.name for fact in FACTS if {"left", "right"} <= set(fact.classes))
"""The facts that which-side questions are about."""
QUESTIONS: Final = 6
"""Per person and set of wordings."""
SURE_LOGIT: Final = 4.0
""""Certain" for nets that never saw a probability of one."""


def shipped() -> Learner:
    """The fact heads as they ship."""
    session = make_session(embedded().locate("student_pose"), threads=1)

    def read(data: dict[str, Tensor]) -> list[Tensor]:
        outputs = session.run(["fact_logits", "angles"], {"keypoints": data["keypoints"].numpy()})
        return [torch.from_numpy(output) for output in outputs]

    return Learner("shipped", torch.nn.Identity(), (), read, sees_all=False)


def knowing(code: PoseCode, labels: NDArray[np.int8], angles: NDArray[np.float32]) -> PoseCode:
    """The person with the true facts in place of what the heads read. labels: (F,), -1 undecided. angles: (9,)."""
    logits = code.fact_logits.copy()
    for fact, label in zip(FACTS, labels.tolist(), strict=True):
        if label >= 0:
            columns = slice(FIRST_CLASS[fact.name], FIRST_CLASS[fact.name] + len(fact.classes))
            certain = np.where(np.arange(len(fact.classes)) == label, SURE_LOGIT, -SURE_LOGIT)
            logits[columns] = certain + np.log(code.class_weights[columns])
    return replace(code, fact_logits=logits, angles=angles)


def question_accuracy(poses: Path, split: str, *, persons: int, seed: int, given: bool) -> list[tuple[float, float]]:
    """Balanced accuracy of (yes and no, sides) in percent, in trained and in held-out wordings.

    given: the true facts are; the few unsure answers are still asked again of the mirror image as the heads read it.
    """
    rng = np.random.default_rng(seed)
    balance, _, batch = draw_people(poses, rng, persons=persons, noise="middle", split=split)
    model = Model()
    codes = [model.encode(batch, i) for i in range(len(batch))]
    if given:
        codes = [knowing(code, batch.labels[i], batch.angles[i]) for i, code in enumerate(codes)]
    found = []
    for heldout in (False, True):
        asked = ask_all(model, batch, codes, rng, QUESTIONS, heldout=heldout, balance=balance)
        closed, sides = closed_and_sides(asked)
        found.append((balanced(closed, CLOSED), balanced(sides, SIDES)))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.limits", description=__doc__.splitlines()[0])
    parser.add_argument("--poses", type=Path, required=True, help="poses_open_all.npz")
    parser.add_argument("--persons", type=int, default=6000, help="of each split, each seen from a random side")
    parser.add_argument("--asked", type=int, default=800, help="people of each split that are asked")
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
    print(f"\nquestions at middle noise, balanced accuracy: yes and no / which side, {arguments.asked} people each")
    print(f"  {'people':24}" + "".join(f"{wordings:>16}" for wordings in ("trained", "held out")))
    for split, given in (*((split, False) for split in SPLITS), ("test", True)):
        figures = question_accuracy(arguments.poses, split, persons=arguments.asked, seed=arguments.seed, given=given)
        cells = [f"{closed:.1f} / {sides:.1f}" for closed, sides in figures]
        print(f"  {split + (', true facts given' if given else ''):24}" + "".join(f"{cell:>16}" for cell in cells))


if __name__ == "__main__":
    main()
