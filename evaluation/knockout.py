"""What the decoder's answers rest on: parts of what it reads are hidden from it, one after the other, without training.

    python -m evaluation.knockout runs/student --poses poses_open_all.npz

The decoder reads refined tokens (eqs. 1-20), the tokens of the facts that were looked up, and the question's own.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import torch

from evaluation.language import Asked, add_options, draw_people, verdict_metrics
from evaluation.teacher import verdicts
from exporters.text_encoder import GRAPH
from pose2lang3d_sdk.skeleton import NUM_JOINTS
from pose2lang3d_sdk.text_encoder import TextEncoder
from training.checkpoint import load_student
from training.language.questions import sample
from training.train_facts import to_tensors

if TYPE_CHECKING:
    from torch import Tensor

    from pose2lang3d_sdk.decoder import Decoded
    from training.models.student import Student

PARTS: Final = ("refined tokens", "fact tokens", "question tokens")
HIDDEN: Final[dict[str, tuple[str, ...]]] = {
    "nothing hidden": (),
    "no refined tokens": ("refined tokens",),
    "no fact tokens": ("fact tokens",),
    "no question tokens": ("question tokens",),
    "fact tokens alone": ("refined tokens", "question tokens"),
}
"""Row of the table -> the parts that the decoder does not see."""
ASKED_AT_ONCE: Final = 64


def part_masks(student: Student, tokens: int) -> dict[str, Tensor]:
    """Part -> (M,) bool, where it lies in the decoder's prefix for a question of that many tokens."""
    sizes = (NUM_JOINTS + 1, student.config.slots, tokens)
    owner = torch.repeat_interleave(torch.arange(len(PARTS)), torch.tensor(sizes))
    return {part: owner == index for index, part in enumerate(PARTS)}


@torch.no_grad()
def ask(
    student: Student, encoder: TextEncoder, data: dict[str, Tensor], rows: list[tuple[int, str]]
) -> list[list[Decoded]]:
    """Verdicts of (person, question) rows, for every row of `HIDDEN`."""
    people = [person for person, _ in rows]
    tokens, mask = (torch.from_numpy(array) for array in encoder.encode([question for _, question in rows]))
    keypoints = data["keypoints"][people]
    pose, logits, angles, _, reliability = student.encode_pose(keypoints)
    refined = student.refine(pose, logits, angles, keypoints, reliability, tokens, mask)
    where = part_masks(student, tokens.shape[1])
    found = []
    for hidden in HIDDEN.values():
        seen = refined.prefix_mask.clone()
        for part in hidden:
            seen[:, where[part]] = 0
        found.append(verdicts(student, refined.prefix, seen))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.knockout", description=__doc__.splitlines()[0])
    parser.add_argument("run", type=Path, help="folder of a training run")
    add_options(parser, questions=5)
    arguments = parser.parse_args()
    rng = np.random.default_rng(arguments.seed)
    balance, majority, batch = draw_people(arguments.poses, rng, persons=arguments.persons, noise=arguments.noise)
    student, encoder = load_student(arguments.run), TextEncoder(1, path=arguments.run / GRAPH)
    data = to_tensors(batch)
    questions = [
        (person, qa)
        for person in range(len(batch))
        for qa in sample(batch.pose_facts(person), rng, arguments.questions, balance=balance)
    ]
    asked: list[list[Asked]] = [[] for _ in HIDDEN]
    for at in range(0, len(questions), ASKED_AT_ONCE):
        part = questions[at : at + ASKED_AT_ONCE]
        answers = ask(student, encoder, data, [(person, qa.question) for person, qa in part])
        for column, given in zip(asked, answers, strict=True):
            column += [Asked(qa, person, answer) for (person, qa), answer in zip(part, given, strict=True)]
    print(f"{len(questions)} questions about {len(batch)} people, {arguments.noise} noise, by verdict alone")
    print(f"  {'':22} {'yes/no':>8} {'side':>8}   (balanced, percent)")
    for name, column in zip(HIDDEN, asked, strict=True):
        figures = verdict_metrics(column, majority)
        print(f"  {name:22} {figures['yes/no balanced']:8.1f} {figures['which side balanced']:8.1f}")


if __name__ == "__main__":
    main()
