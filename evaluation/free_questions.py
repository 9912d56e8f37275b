"""How well the shipped model answers questions that were written freely, without knowing the training's wordings.

    python -m evaluation.free_questions --poses poses_open_all.npz

Each question of `free_questions.json` is asked about several test persons, its verdicts about equally often right.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from evaluation.language import CLOSED, REFUSED, SIDES, Model
from training.data.batches import Batch, make_batch
from training.data.detector import NOISE_LEVELS
from training.data.poses import load_splits
from training.language.parse import contradictions, parse


@dataclass(frozen=True)
class Answer:
    """One free question, the verdict it deserved and what the model said."""

    question: str
    wanted: str
    given: str
    text: str
    false: bool
    mentions: bool

    @property
    def right(self) -> bool:
        """A statement may have any answering verdict, as long as nothing in it is false."""
        return not self.false and self.given not in REFUSED if self.wanted == "statement" else self.given == self.wanted


def choose(entry: dict[str, Any], batch: Batch, rng: np.random.Generator, each: int) -> list[tuple[int, str]]:
    """Persons to ask the question about with the verdict each deserves, every verdict equally often where possible."""
    order = [int(i) for i in rng.permutation(len(batch))]
    if entry.get("out_of_scope"):
        return [(i, "out_of_scope") for i in order[:each]]
    groups: dict[str, list[int]] = defaultdict(list)  # by class: rare classes are asked about as well
    for i in order:
        pose = batch.pose_facts(i)
        label = pose.get(entry["fact"])
        if label is not None and pose.seen(entry["fact"]):
            groups[label].append(i)
    verdicts: dict[str, str] = entry.get("answers") or dict.fromkeys(groups, "statement")
    labels = [str(label) for label in rng.permutation(list(verdicts))]
    chosen: dict[str, list[int]] = {verdict: [] for verdict in verdicts.values()}
    for place in range(each):
        for label in labels:
            if place < len(groups[label]) and len(chosen[verdicts[label]]) < each:
                chosen[verdicts[label]].append(groups[label][place])
    return [(i, verdict) for verdict, persons in chosen.items() for i in persons]


def share(passed: list[bool]) -> float:
    """Percent of true ones; NaN without any."""
    return 100 * float(np.mean(passed)) if passed else float("nan")


def balanced(answers: list[Answer], verdicts: tuple[str, ...]) -> tuple[float, float]:
    """Mean recall over the verdicts in percent: of the model, and of each question's most frequent verdict."""
    counts = {a.question: Counter(b.wanted for b in answers if b.question == a.question) for a in answers}
    groups = [rows for v in verdicts if (rows := [a for a in answers if a.wanted == v])]
    usual = [share([counts[a.question].most_common(1)[0][0] == a.wanted for a in rows]) for rows in groups]
    return float(np.mean([share([a.right for a in rows]) for rows in groups])), float(np.mean(usual))


def report(answers: list[Answer], worst: int) -> None:
    """Print every figure in percent and the questions answered worst."""
    rows: dict[str, list[Answer]] = defaultdict(list)
    for a in answers:
        rows["closed" if a.wanted in CLOSED else "side" if a.wanted in SIDES else a.wanted].append(a)
    asked = [a for a in answers if a.wanted != "out_of_scope"]
    print(f"{len(answers)} answers to {len({a.question for a in answers})} questions")
    print("yes/no balanced {:.1f}, each question's majority answer {:.1f}".format(*balanced(rows["closed"], CLOSED)))
    print("which side balanced {:.1f}, each question's majority answer {:.1f}".format(*balanced(rows["side"], SIDES)))
    print(f"answered by a statement without a contradiction {share([a.right for a in rows['statement']]):.1f}")
    print(f"statement tells the asked fact {share([a.mentions for a in rows['statement']]):.1f}")
    print(f"out of scope recognised {share([a.right for a in rows['out_of_scope']]):.1f}")
    print(f"wrongly refused {share([a.given in REFUSED for a in asked]):.1f}\n\nworst (wanted > given: text)")
    questions = {a.question: [b for b in answers if b.question == a.question] for a in answers}
    for question, given in sorted(questions.items(), key=lambda item: share([a.right for a in item[1]]))[:worst]:
        print(f"{share([a.right for a in given]):4.0f}  {question}")
        for (wanted, verdict, text), times in Counter((a.wanted, a.given, a.text) for a in given).most_common(4):
            print(f"        {times}x {wanted} > {verdict}: {text}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.free_questions", description=__doc__.splitlines()[0])
    parser.add_argument("--poses", type=Path, required=True, help="poses_open_all.npz")
    parser.add_argument("--persons", type=int, default=400)
    parser.add_argument("--each", type=int, default=3, help="persons per question and verdict")
    parser.add_argument("--noise", choices=list(NOISE_LEVELS), default="middle")
    arguments = parser.parse_args()
    rng = np.random.default_rng(7)
    test = load_splits(arguments.poses)["test"]
    batch = make_batch(test[rng.permutation(len(test))[: arguments.persons]], rng, noise=arguments.noise)
    model = Model()
    codes = [model.encode(batch, i) for i in range(len(batch))]
    answers = []
    for entry in json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8")):
        for i, wanted in choose(entry, batch, rng, arguments.each):
            given = model.ask(codes[i], entry["question"])
            false, told = bool(contradictions(given.text, batch.pose_facts(i))), entry.get("fact") in parse(given.text)
            answers.append(Answer(entry["question"], wanted, given.verdict, given.text, false, told))
    report(answers, worst=30)


if __name__ == "__main__":
    main()
