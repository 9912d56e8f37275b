"""Teacher and student beside each other: what the student could know and what it does.

    python -m evaluation.teacher runs/student --poses poses_open_all.npz

Both answer the same questions about the held-out test subjects, in torch and with their verdict alone. The teacher sees
3D joints; what the keypoints do not show it does not tell, either.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from evaluation.language import REFUSED, Asked, add_options, draw_people, share, verdict_metrics
from exporters.text_encoder import GRAPH
from pose2lang3d_sdk.decoder import START_ID, VERDICT_IDS, Decoded
from pose2lang3d_sdk.text_encoder import TextEncoder
from pose2lang3d_sdk.verdicts import VERDICTS
from training.checkpoint import load_student, load_teacher
from training.language.questions import sample
from training.models.teacher import TeacherPose
from training.train_facts import to_tensors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

    from training.language.questions import QA
    from training.models.student import Student
    from training.models.teacher import Teacher


class Pair:
    """A trained student and its teacher, to be asked about people whose 3D joints are known.

    Args:
        run: folder of a training run.
        data: the people (`train_facts.to_tensors`).
    """

    def __init__(self, run: Path, data: dict[str, Tensor]) -> None:
        self.student: Student = load_student(run)
        self.teacher: Teacher = load_teacher(run)
        self._encoder = TextEncoder(1, path=run / GRAPH)
        self._data = data
        with torch.no_grad():
            self._seen2d = self.student.encode_pose(data["keypoints"])
            self._seen3d = self.teacher.encode_pose(self.student, data["bodies"])

    @torch.no_grad()
    def ask(self, person: int, questions: Sequence[str]) -> dict[str, list[Decoded]]:
        """Verdicts, without text, by "teacher" and "student". questions: one at least."""
        rows = [person] * len(questions)
        tokens, mask = (torch.from_numpy(array) for array in self._encoder.encode(list(questions)))
        keypoints, bodies = self._data["keypoints"][rows], self._data["bodies"][rows]
        tokens2d, logits, angles, _, reliability = (part[rows] for part in self._seen2d)
        student = self.student.refine(tokens2d, logits, angles, keypoints, reliability, tokens, mask)
        question = self.student.read(tokens, mask)
        seen3d = TeacherPose(*(part[rows] for part in self._seen3d))
        teacher = self.teacher.refine(self.student, seen3d, bodies, keypoints, question).refined
        return {
            name: verdicts(self.student, refined.prefix, refined.prefix_mask)
            for name, refined in (("teacher", teacher), ("student", student))
        }


def verdicts(student: Student, prefix: Tensor, prefix_mask: Tensor) -> list[Decoded]:
    """The decoder's first word on every row, without text. prefix: (B, M, W), prefix_mask: (B, M)."""
    start = torch.full((len(prefix), 1), START_ID)
    first = student.decoder(start, prefix, prefix_mask)[:, 0, list(VERDICT_IDS)]
    chances = torch.softmax(first, dim=-1).max(dim=-1)
    return [
        Decoded("", VERDICTS[index], chance)
        for chance, index in zip(chances.values.tolist(), chances.indices.tolist(), strict=True)
    ]


def figures(asked: list[Asked], majority: dict[str, str]) -> dict[str, float]:
    """Percent."""
    refused = [a for a in asked if a.qa.verdict in REFUSED]
    return {**verdict_metrics(asked, majority), "both refused": share(refused, lambda a: a.given.verdict in REFUSED)}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.teacher", description=__doc__.splitlines()[0])
    parser.add_argument("run", type=Path, help="folder of a training run")
    add_options(parser, questions=9)
    parser.add_argument("--split", choices=["test", "validation"], default="test")
    arguments = parser.parse_args()
    rng = np.random.default_rng(arguments.seed)
    balance, majority, batch = draw_people(
        arguments.poses, rng, persons=arguments.persons, noise=arguments.noise, split=arguments.split
    )
    pair = Pair(arguments.run, to_tensors(batch))
    asked: dict[str, list[Asked]] = {"teacher": [], "student": []}
    for person in range(len(batch)):
        questions: list[QA] = sample(batch.pose_facts(person), rng, arguments.questions, balance=balance)
        if not questions:  # nothing of this person is decided and seen
            continue
        for name, given in pair.ask(person, [qa.question for qa in questions]).items():
            asked[name] += [Asked(qa, person, verdict) for qa, verdict in zip(questions, given, strict=True)]
    columns = {name: figures(rows, majority) for name, rows in asked.items()}
    print(f"{len(asked['student'])} questions about {len(batch)} people, trained wordings, {arguments.noise} noise")
    print(f"  {'':32} {'teacher':>8} {'student':>8}")
    for label, value in columns["teacher"].items():
        print(f"  {label:32} {value:8.1f} {columns['student'][label]:8.1f}")


if __name__ == "__main__":
    main()
