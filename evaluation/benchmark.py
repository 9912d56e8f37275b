"""The benchmark: people never trained on, as a detector sees them, with questions and captions true of their 3D pose.

    python -m evaluation.benchmark --poses poses_open_all.npz --out runs/benchmark

Writes `people.jsonl`, `questions.jsonl` and `card.json`, the same bytes from the same seed; docs/benchmark.md is the
data card. `evaluation.score` scores any system's answers.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from evaluation.language import fit_questions, known_questions
from pose2lang3d_sdk.facts import FACT_INDEX, FACTS
from pose2lang3d_sdk.skeleton import VISIBLE_SCORE
from training.data.batches import make_batch
from training.data.poses import load_splits
from training.language.captions import caption
from training.language.phrases import statement
from training.language.pose import PoseFacts
from training.language.questions import answer, sample

if TYPE_CHECKING:
    from collections.abc import Iterable

    from training.data.batches import Batch
    from training.data.poses import PoseSet
    from training.language.questions import QA, Balance

VERSION: Final = "1.8"
NOISES: Final = ("low", "middle", "high")
ASKED_AT: Final = "middle"
"""The noise level whose visible joints decide what is asked, told and offered as options; answers are worked out for
every level."""
DETAILS: Final = ("short", "normal", "full")
REFERENCES: Final = 4
SCALE, CENTER = 400.0, 500.0
"""Pixels: half the longer side of a person's box, and where its centre lies."""
_NOTHING: Final = PoseFacts({}, {}, frozenset())


@dataclass(frozen=True)
class Benchmark:
    """What lies in a benchmark's folder: rows of people and of questions, and the card."""

    people: list[dict[str, Any]]
    questions: list[dict[str, Any]]
    card: dict[str, Any]


def build(poses: Path, *, persons: int, questions: int, seed: int) -> Benchmark:
    """Make the benchmark.

    Args:
        poses: poses_open_all.npz.
        persons: how many test poses to show.
        questions: per person in wordings that training never uses; half as many in trained ones.
        seed: of all choices.
    """
    splits = load_splits(poses)
    rng = np.random.default_rng(seed)
    balance, majority = fit_questions(splits["train"], rng, ASKED_AT)
    chosen = splits["test"][rng.permutation(len(splits["test"]))[:persons]]
    # The same seed gives every level the same cameras and the same errors, only larger ones.
    seen = {noise: make_batch(chosen, np.random.default_rng(seed + 1), noise=noise) for noise in NOISES}
    people = [_person(index, chosen, seen, rng) for index in range(len(chosen))]
    asked = [row for index in range(len(chosen)) for row in _asked(index, seen, rng, questions, balance)]
    for number, row in enumerate(asked):
        row["id"] = f"q{number:05}"
    counts = {"people": len(people), "questions": len(asked)}
    card = {"version": VERSION, "seed": seed, "numpy": np.__version__, **counts, "majority": majority}
    return Benchmark(people, asked, card)


def write(benchmark: Benchmark, folder: Path) -> None:
    """Write the three files; the card gets the sha256 of the other two."""
    folder.mkdir(parents=True, exist_ok=True)
    sha256 = {}
    for name, rows in (("people", benchmark.people), ("questions", benchmark.questions)):
        data = "".join(json.dumps(row, sort_keys=True) + "\n" for row in rows).encode()
        (folder / f"{name}.jsonl").write_bytes(data)
        sha256[name] = hashlib.sha256(data).hexdigest()
    text = json.dumps({**benchmark.card, "sha256": sha256}, indent=1, sort_keys=True)
    (folder / "card.json").write_bytes(text.encode() + b"\n")


def read(folder: Path) -> Benchmark:
    """Read what `write` wrote.

    Raises:
        FileNotFoundError: the folder holds no benchmark.
    """
    rows = [read_rows(folder / f"{name}.jsonl") for name in ("people", "questions")]
    return Benchmark(*rows, json.loads((folder / "card.json").read_text(encoding="utf-8")))


def read_rows(path: Path) -> list[dict[str, Any]]:
    """One JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def pixels(keypoints: Iterable[Iterable[float]]) -> list[list[float]]:
    """Normalised keypoints (17, 3) as pixels and scores, rounded; a missing joint is three zeros."""
    return [
        [round(x * SCALE + CENTER, 1), round(y * SCALE + CENTER, 1), round(score, 3)] if score > 0 else [0.0, 0.0, 0.0]
        for x, y, score in keypoints
    ]


def _person(index: int, poses: PoseSet, seen: dict[str, Batch], rng: np.random.Generator) -> dict[str, Any]:
    batch = seen[ASKED_AT]
    pose = batch.pose_facts(index)
    captions = {
        detail: list(dict.fromkeys(text for _ in range(REFERENCES) if (text := caption(pose, rng, detail))))
        for detail in DETAILS
    }
    return {
        "id": f"p{index:04}",
        "source": str(poses.source[index]),
        "keypoints": {noise: pixels(seen[noise].keypoints[index].tolist()) for noise in NOISES},
        "joints3d": [[round(float(value), 3) for value in joint] for joint in batch.joints3d[index]],
        "angles": {name: round(value) for name, value in pose.angles.items()},
        "facts": dict(pose.labels),
        "captions": captions,
    }


def _asked(
    index: int, seen: dict[str, Batch], rng: np.random.Generator, count: int, balance: Balance
) -> list[dict[str, Any]]:
    pose = seen[ASKED_AT].pose_facts(index)
    return [
        _question(index, qa, wording, seen, rng)
        for wording, number in (("held_out", count), ("trained", count // 2))
        for qa in sample(pose, rng, number, heldout=wording == "held_out", balance=balance)
    ]


def _question(index: int, qa: QA, wording: str, seen: dict[str, Batch], rng: np.random.Generator) -> dict[str, Any]:
    entry = known_questions()[qa.question]

    def given(noise: str) -> QA | None:
        return answer(entry.intent, entry.slot, qa.question, seen[noise].pose_facts(index), rng)

    again = [found.answer for _ in range(REFERENCES - 1) if (found := given(ASKED_AT))]
    pose = seen[ASKED_AT].pose_facts(index)
    labels, choices = _choices(qa, pose, rng)
    return {
        "person": f"p{index:04}",
        "question": qa.question,
        "wording": wording,
        "intent": qa.intent,
        "level": qa.level,
        "form": qa.form,
        "facts": list(qa.facts),
        # A level that shows other joints may leave undecided what is asked; it has no answer there.
        "answers": {noise: found.verdict for noise in NOISES if (found := given(noise))},
        "references": list(dict.fromkeys([qa.answer, *again])),
        "choices": choices,
        "labels": labels,
        "true": pose.get(qa.facts[0]) if labels else None,
    }


def _choices(qa: QA, pose: PoseFacts, rng: np.random.Generator) -> tuple[list[str], list[str]]:
    """Options of an open question as labels and as texts: classes of the first fact it asks for, shuffled."""
    if qa.verdict != "statement" or qa.form == "false_premise":
        return [], []
    fact = qa.facts[0]
    true = pose.get(fact)
    if true is None:
        return [], []
    others = [label for label in FACTS[FACT_INDEX[fact]].classes if label != true]
    labels = [true, *rng.permutation(others)[:3].tolist()]
    labels = [labels[i] for i in rng.permutation(len(labels))]
    return labels, [statement(fact, label, _NOTHING, rng) for label in labels]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.benchmark", description=__doc__.splitlines()[0])
    parser.add_argument("--poses", type=Path, required=True, help="poses_open_all.npz")
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")
    parser.add_argument("--persons", type=int, default=1000)
    parser.add_argument("--questions", type=int, default=8, help="per person in wordings never trained on")
    parser.add_argument("--seed", type=int, default=2026)
    arguments = parser.parse_args()
    made = build(arguments.poses, persons=arguments.persons, questions=arguments.questions, seed=arguments.seed)
    write(made, arguments.out)
    card = json.loads((arguments.out / "card.json").read_text(encoding="utf-8"))
    print(f"version {card['version']}, seed {card['seed']}: {card['people']} people, {card['questions']} questions")
    for name, digest in card["sha256"].items():
        print(f"{name}.jsonl sha256 {digest}")
    for noise in NOISES:
        counts: dict[str, int] = {}
        for row in made.questions:
            verdict = row["answers"].get(noise, "none")
            counts[verdict] = counts.get(verdict, 0) + 1
        hidden = np.mean([joint[2] < VISIBLE_SCORE for row in made.people for joint in row["keypoints"][noise]])
        print(f"{noise}: joints not visible {100 * hidden:.1f} %; answers", *(f"{k} {v}" for k, v in counts.items()))


if __name__ == "__main__":
    main()
