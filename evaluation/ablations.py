"""The paper's ablations on our benchmark, every row trained on the same short schedule.

    python -m evaluation.ablations runs/ablations --poses poses_open_all.npz --table main

Rows are small models without questions (`training/ablation.py`): what they find of the test subjects is put to the rule
behind each question, so that rows differ in what they know of the body and in nothing else. A finished row is kept in
the folder and not trained again; several processes may share it, each started with its own --only.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import torch
from safetensors.torch import load_model, save_model

from evaluation.language import CLOSED, SIDES, draw_people, known_questions
from pose2lang3d_sdk.facts import FACTS
from training import ablation, losses
from training.ablation import Recipe, Reduced
from training.data.poses import load_splits
from training.data.synthesis import training_pool
from training.language.pose import PoseFacts
from training.language.questions import sample
from training.train_facts import angle_error, to_tensors

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from training.data.batches import Batch
    from training.data.poses import PoseSet

FULL: Final = Recipe()
ALONE: Final = replace(FULL, distillation=0.0, lent=0.0, soft=0.0)
TEACHER: Final = replace(ALONE, eye="3d")
FLAT: Final = replace(ALONE, flat=True, joints3d=0.0)

MAIN: Final = {
    "teacher (3D)": TEACHER,
    "(a) language of 2D geometry": FLAT,
    "(b) language of 3D geometry": ALONE,
    "(c) full, with teacher": FULL,
}
TABLES: Final[dict[str, dict[str, Recipe]]] = {
    "main": MAIN,
    "long": MAIN,
    "components": {
        "full": FULL,
        "without U-Net": replace(FULL, unet=False),
        "without the U-Net's noise": replace(FULL, noise=False),
        "without local and global features": replace(FULL, fusion=False, distillation=0.0, lent=0.0),
        "without distilled features": replace(FULL, distillation=0.0, lent=0.0),
        "without soft facts": replace(FULL, soft=0.0),
        "without teacher": ALONE,
        "2D-only": FLAT,
        "3D-only (the teacher)": TEACHER,
    },
    "architecture": {
        "PoseFormer and graph eye": ALONE,
        "PoseFormer alone": replace(ALONE, eye="poseformer"),
        "residual network alone": replace(ALONE, eye="lifter"),
        "graph eye alone": replace(ALONE, eye="graph"),
    },
    "losses": {
        "all": FULL,
        "without distillation (23)": replace(FULL, distillation=0.0),
        "without the gate (17)": replace(FULL, lent=0.0),
        "without diversity (21)": replace(FULL, diversity=0.0),
        "without soft facts": replace(FULL, soft=0.0),
        "without angles": replace(FULL, angles=0.0),
        "without 3D joints": replace(FULL, joints3d=0.0),
        "without reliability": replace(FULL, reliability=0.0),
    },
    "depth": {
        "PoseFormer 2 blocks": replace(ALONE, pose_layers=2),
        "PoseFormer 4 blocks": replace(ALONE, pose_layers=4),
        "PoseFormer 6 blocks": ALONE,
        "PoseFormer 8 blocks": replace(ALONE, pose_layers=8),
        "teacher's ST-GCN 3 layers": replace(TEACHER, graph_layers=3),
        "teacher's ST-GCN 6 layers": replace(TEACHER, graph_layers=6),
        "teacher's ST-GCN 9 layers": TEACHER,
        "teacher's ST-GCN 12 layers": replace(TEACHER, graph_layers=12),
    },
    "people": {
        "a quarter of the people": replace(ALONE, eye="graph", people=0.25),
        "half of the people": replace(ALONE, eye="graph", people=0.5),
        "all people": replace(ALONE, eye="graph"),
    },
}
"""Table -> label of a row -> its recipe."""
SEEDS: Final = {"main": (1, 2, 3), "people": (1, 2)}
"""Seeds of a table; of the others one. In "people" they also choose who is kept."""
STEPS: Final = {"main": 1200, "long": 4800, "people": 4800}
"""Steps of `ablation.BATCH` bodies for every row of a table; of the others `SHORT`."""
SHORT: Final = 500
POOL: Final = {"recombined": 60_000, "authored": 40_000}
RESAMPLES: Final = 1000
"""Bootstrap draws of test people for a confidence interval."""


@dataclass(frozen=True, eq=False)
class Exam:
    """Test people and the questions about them.

    Attributes:
        batch: the people.
        person: (Q,) whom each question is about.
        question: the Q questions.
        verdict: the Q right verdicts.
    """

    batch: Batch
    person: NDArray[np.intp]
    question: list[str]
    verdict: NDArray[np.str_]


def draw_exam(poses: Path, *, persons: int, questions: int, noise: str, seed: int) -> Exam:
    """Closed and which-side questions about simulated test people."""
    rng = np.random.default_rng(seed)
    balance, _, batch = draw_people(poses, rng, persons=persons, noise=noise)
    asked = [
        (person, qa.question, qa.verdict)
        for person in range(len(batch))
        for qa in sample(batch.pose_facts(person), rng, questions, balance=balance)
        if qa.verdict in CLOSED + SIDES and qa.form != "false_premise"
    ]
    person, question, verdict = zip(*asked, strict=True)
    return Exam(batch, np.array(person), list(question), np.array(verdict))


@torch.no_grad()
def sit(model: Reduced, exam: Exam) -> tuple[NDArray[np.bool_], float]:
    """Which questions a model's facts answer rightly; the median angle error in degrees where joints are visible."""
    heads = model(to_tensors(exam.batch)).heads
    guess = losses.by_fact(heads.fact_logits).argmax(-1).numpy()
    people = []
    for index, classes in enumerate(guess):
        labels = {fact.name: fact.classes[c] for fact, c in zip(FACTS, classes, strict=True)}
        people.append(PoseFacts(labels, {}, exam.batch.pose_facts(index).visible))
    right = []
    for person, question, verdict in zip(exam.person, exam.question, exam.verdict, strict=True):
        entry = known_questions()[question]
        found = entry.intent.rule(people[person], entry.slot)
        right.append(found is not None and found.verdict == verdict)
    return np.array(right), angle_error(heads.angles.numpy(), exam.batch)


def balanced_with_interval(
    exam: Exam, right: NDArray[np.bool_], verdicts: Iterable[str], seed: int = 0
) -> tuple[float, float, float]:
    """Mean recall over the verdicts in percent, and the 95 % interval when the people are drawn again."""
    people = len(exam.batch)
    tallies = []
    for verdict in verdicts:
        rows = exam.verdict == verdict
        asked = np.bincount(exam.person[rows], minlength=people)
        tallies.append((np.bincount(exam.person[rows & right], minlength=people), asked))
    draws = np.random.default_rng(seed).multinomial(people, np.full(people, 1 / people), size=RESAMPLES)
    again = np.mean([(draws @ hits) / np.maximum(draws @ asked, 1) for hits, asked in tallies], axis=0)
    low, high = np.percentile(again, (2.5, 97.5))
    return 100 * float(np.mean([hits.sum() / asked.sum() for hits, asked in tallies])), 100 * low, 100 * high


class Runs:
    """Trained rows, kept in a folder.

    Args:
        folder: one JSON file and one set of weights per row and seed.
        poses: the motion-capture file.
    """

    def __init__(self, folder: Path, poses: Path, *, persons: int, questions: int, noise: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder, self._poses = folder, poses
        self._asks = {"persons": persons, "questions": questions, "noise": noise, "seed": 7}
        self._pools: dict[tuple[float, int], PoseSet] = {}
        self._exam: Exam | None = None

    def result(self, recipe: Recipe, seed: int, steps: int) -> dict[str, list[float]]:
        """Figures of a row after so many steps; trained now if it has not been."""
        file = self._folder / f"{_key(recipe, steps)}_{seed}.json"
        made_of = {"recipe": asdict(recipe), "steps": steps, "pool": POOL, "asks": self._asks}
        if not file.exists():
            model = self._model(recipe, seed, steps)
            self._exam = self._exam or draw_exam(self._poses, **self._asks)
            right, angle_error = sit(model, self._exam)
            figures = {
                "yes/no": balanced_with_interval(self._exam, right, CLOSED),
                "which side": balanced_with_interval(self._exam, right, SIDES),
                "angle error": [angle_error],
                "questions": [len(right)],
            }
            file.write_text(json.dumps({**figures, **made_of}), encoding="utf-8")
        figures = json.loads(file.read_text(encoding="utf-8"))
        if changed := [name for name, value in made_of.items() if figures.get(name) != value]:
            msg = f"{file} was made with another {' and '.join(changed)}: remove it, or use another folder"
            raise ValueError(msg)
        return {name: figures[name] for name in ("yes/no", "which side", "angle error", "questions")}

    def _model(self, recipe: Recipe, seed: int, steps: int) -> Reduced:
        file = self._folder / f"{_key(recipe, steps)}_{seed}.safetensors"
        if not file.exists():
            teacher = self._model(TEACHER, seed, steps) if recipe.taught else None
            model = ablation.train(recipe, self._pool(recipe.people, seed), steps=steps, seed=seed, teacher=teacher)
            save_model(model, str(file))
        model = Reduced(recipe)
        load_model(model, file)
        return model.eval()

    def _pool(self, people: float, seed: int) -> PoseSet:
        which = (people, 0 if people == 1 else seed)
        if which not in self._pools:
            train = load_splits(self._poses, people=people, seed=seed)["train"]
            self._pools[which] = training_pool(train, np.random.default_rng(1), **POOL)
        return self._pools[which]


def _key(recipe: Recipe, steps: int) -> str:
    changed = [f"{name}={value}" for name, value in asdict(recipe).items() if value != getattr(FULL, name)]
    return ",".join([*changed, f"steps={steps}"]).replace(" ", "-")


def print_table(name: str, runs: Runs, steps: int) -> None:
    """One line per row: mean over seeds, spread of the seeds, and the interval of the first seed."""
    seeds = SEEDS.get(name, (1,))
    means: dict[str, dict[str, float]] = {}
    print(f"\n{name}: {len(seeds)} seed(s), {steps} steps")
    print(f"  {'':36} {'yes/no':>8} {'spread':>7} {'95 %':>13} {'side':>7} {'spread':>7} {'95 %':>13} {'angles':>7}")
    for label, recipe in TABLES[name].items():
        rows = [runs.result(recipe, seed, steps) for seed in seeds]
        line = f"  {label:36}"
        for figure, width in (("yes/no", 8), ("which side", 7)):
            values = [row[figure][0] for row in rows]
            means.setdefault(figure, {})[label] = float(np.mean(values))
            low, high = rows[0][figure][1:]
            spread = f"{np.std(values, ddof=1):.1f}" if len(values) > 1 else "-"
            line += f" {np.mean(values):{width}.1f} {spread:>7} {low:6.1f}-{high:6.1f}"
        print(f"{line} {np.mean([row['angle error'][0] for row in rows]):7.1f}", flush=True)
    if TABLES[name] is MAIN:
        for figure, by_row in means.items():
            teacher, flat, alone, full = by_row.values()
            shares = [100 * (mean - flat) / (teacher - flat) for mean in (alone, full)]
            print(
                "  {}: of the gap from (a) to the teacher (b) recovers {:.0f} %, (c) {:.0f} %".format(figure, *shares)
            )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.ablations", description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="where trained rows are kept, for example runs/ablations")
    parser.add_argument("--poses", type=Path, required=True, help="poses_open_all.npz")
    parser.add_argument("--table", choices=list(TABLES), nargs="+", default=list(TABLES))
    parser.add_argument("--steps", type=int, help=f"of {ablation.BATCH} bodies; default {STEPS}, others {SHORT}")
    parser.add_argument("--persons", type=int, default=1000)
    parser.add_argument("--questions", type=int, default=9, help="drawn per person; open ones are left out")
    parser.add_argument("--noise", default="middle")
    parser.add_argument("--only", type=int, nargs="+", help="train just these seeds and print nothing")
    parser.add_argument("--threads", type=int, help="CPU threads; default all")
    arguments = parser.parse_args()
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    runs = Runs(
        arguments.folder, arguments.poses, persons=arguments.persons, questions=arguments.questions,
        noise=arguments.noise,
    )  # fmt: skip
    for name in arguments.table:
        steps = arguments.steps or STEPS.get(name, SHORT)
        if arguments.only:
            for seed in set(arguments.only) & set(SEEDS.get(name, (1,))):
                for recipe in TABLES[name].values():
                    runs.result(recipe, seed, steps)
        else:
            print_table(name, runs, steps)


if __name__ == "__main__":
    main()
