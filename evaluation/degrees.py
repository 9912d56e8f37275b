"""How well questions that compare an angle with a number of degrees are answered.

    python -m evaluation.degrees --poses poses_open_all.npz

Numbers are drawn apart from the angles, so that some lie close to one; what is nearer than the angle's error cannot be
answered by anyone who sees only the keypoints.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from evaluation.language import Model, mean_recall
from pose2lang3d_sdk.facts import ANGLES
from pose2lang3d_sdk.verdicts import CLOSED
from training.data.batches import make_batch
from training.data.detector import NOISE_LEVELS
from training.data.poses import load_splits

if TYPE_CHECKING:
    from training.data.batches import Batch
    from training.data.poses import PoseSet

NUMBERS: Final = {
    "elbow": (60, 90, 120, 150), "knee": (60, 90, 120, 150), "hip": (90, 120, 150), "shoulder": (30, 60, 90, 120),
    "torso": (15, 20, 30, 45),
}  # fmt: skip
_JOINT: Final = (
    ("Is the angle of the {name} under {n} degrees?", False, False),
    ("Is the {name} at more than {n} degrees?", False, True),
    ("Is the {name} bent more than {n} degrees?", True, True),
    ("Is the {name} flexed less than {n} degrees?", True, False),
)
QUESTIONS: Final = {
    "elbow": _JOINT, "knee": _JOINT, "hip": _JOINT,
    "shoulder": (
        ("Is the {side} arm raised above {n} degrees?", False, True),
        ("Is the {side} arm lifted less than {n} degrees?", False, False),
    ),
    "torso": (
        ("Is the person leaning more than {n} degrees?", False, True),
        ("Is the torso tilted less than {n} degrees?", False, False),
    ),
}  # fmt: skip
"""Joint -> question, whether it counts from straight, whether a yes means more."""
CLEAR: Final = 10.0
"""Degrees between angle and number from which a question is counted among the clear ones."""


@dataclass(frozen=True)
class Answer:
    """How far the angle lies from the number, the true verdict and the given one."""

    margin: float
    true: str
    given: str


def ask(model: Model, batch: Batch, rng: np.random.Generator, each: int) -> list[Answer]:
    """Ask everybody `each` questions about angles whose joints are visible."""
    answers = []
    for index in range(len(batch)):
        code = model.encode(batch, index)
        for name in rng.choice(ANGLES, each, replace=False):
            if name not in code.seen_angles:
                continue
            side, _, joint = str(name).rpartition("_")
            question, counts_bend, more = QUESTIONS[joint][rng.integers(len(QUESTIONS[joint]))]
            number = int(rng.choice(NUMBERS[joint]))
            degrees = float(batch.angles[index, ANGLES.index(name)])
            over = (180 - degrees if counts_bend else degrees) - number
            asked = question.format(name=f"{side} {joint}", side=side, n=number)
            given = model.ask(code, asked).verdict
            answers.append(Answer(abs(over), "yes" if (over > 0) == more else "no", given))
    return answers


def argument_parser(name: str, about: str) -> argparse.ArgumentParser:
    """Whose joints are asked about, for commands that `draw` people."""
    parser = argparse.ArgumentParser(prog=f"python -m evaluation.{name}", description=about.splitlines()[0])
    parser.add_argument("--poses", type=Path, required=True, help="poses_open_all.npz")
    parser.add_argument("--persons", type=int, default=1000)
    parser.add_argument("--noise", choices=list(NOISE_LEVELS), default="middle")
    parser.add_argument("--split", choices=("validation", "test"), default="test")
    parser.add_argument("--seed", type=int, default=2)
    return parser


def draw(arguments: argparse.Namespace) -> tuple[PoseSet, Batch, np.random.Generator]:
    """The people, what is seen of them, and the source of all further randomness."""
    rng = np.random.default_rng(arguments.seed)
    people = load_splits(arguments.poses)[arguments.split]
    people = people[rng.integers(0, len(people), arguments.persons)]
    return people, make_batch(people, rng, noise=arguments.noise), rng


def main() -> None:
    _, batch, rng = draw(argument_parser("degrees", __doc__).parse_args())
    answers = ask(Model(), batch, rng, 3)
    clear = [a for a in answers if a.margin >= CLEAR]
    for name, rows in (("all", answers), (f"{CLEAR:g} degrees or more from the number", clear)):
        balanced = mean_recall(((a.true, a.given) for a in rows), CLOSED)
        print(f"{name}: {len(rows)} questions, balanced {balanced:.1f} %")


if __name__ == "__main__":
    main()
