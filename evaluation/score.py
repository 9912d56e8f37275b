"""Score any system's answers to the benchmark (`evaluation.benchmark`), or let the shipped model answer it.

    python -m evaluation.score runs/benchmark --predict runs/benchmark/shipped.jsonl [--level middle]
    python -m evaluation.score runs/benchmark --predictions runs/benchmark/shipped.jsonl

A prediction is one JSON object a line: {"id": question, "level": noise level, "answer": yes | no | left | right |
same | statement | unknown | out_of_scope, "text": free text, "choice": index of an option}, `text` and `choice` being
optional; or {"id": person, "level": ..., "caption": text}. A missing prediction counts as wrong.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from evaluation import benchmark
from evaluation.benchmark import CLOSED, LEVELS, REFUSED, SIDES, Benchmark
from pose2lang3d_sdk.keypoints.base import Keypoints
from pose2lang3d_sdk.language import PoseLanguage
from training.language.parse import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

Prediction = dict[str, Any]
_DRAWS: Final = 1000


def predict(made: Benchmark, level: str) -> list[Prediction]:
    """The shipped model's answers and normal captions at one noise level."""
    language = PoseLanguage(threads=1)
    codes, rows = {}, []
    for person in made.people:
        joints = np.array(person["keypoints"][level], dtype=np.float32)
        codes[person["id"]] = code = language.student.encode(Keypoints(xy=joints[:, :2], score=joints[:, 2]))
        text = " ".join(d.text for d in language.describe(code) if d.verdict not in REFUSED)
        rows.append({"id": person["id"], "level": level, "caption": text})
    for row in made.questions:
        given = language.ask(codes[row["person"]], row["question"])[0]
        rows.append({"id": row["id"], "level": level, "answer": given.verdict, "text": given.text})
    return rows


def chosen(row: dict[str, Any], given: Prediction) -> int | None:
    """The option a prediction takes: its own `choice`, else what its answer or text comes to."""
    if not row["labels"] or "choice" in given:
        return given.get("choice")
    label = given.get("answer")
    if label == "statement" or label not in row["labels"]:
        label = parse(given.get("text", "")).get(row["facts"][0])
    return row["labels"].index(label) if label in row["labels"] else None


def score(made: Benchmark, predictions: Sequence[Prediction], *, wording: str) -> dict[str, dict[str, str]]:
    """Level -> what was measured -> percent with its 95 % interval over people, as text.

    Args:
        made: the benchmark.
        predictions: of one or several levels; only levels with predictions are scored.
        wording: "held_out" or "trained": which questions.
    """
    by_level = {
        level: {p["id"]: p for p in predictions if p.get("level", benchmark.ASKED_AT) == level} for level in LEVELS
    }
    rows = [row for row in made.questions if row["wording"] == wording]
    result = {}
    for level, given in by_level.items():
        if given:
            result[level] = {**_score_answers(made, rows, given, level), **_score_captions(made, given)}
    return result


def _score_answers(
    made: Benchmark, rows: list[dict[str, Any]], given: dict[str, Prediction], level: str
) -> dict[str, str]:
    rows = [row for row in rows if level in row["answers"]]
    person = np.array([int(row["person"][1:]) for row in rows])
    true = np.array([row["answers"][level] for row in rows])
    answer = np.array([given.get(row["id"], {}).get("answer", "") for row in rows])
    usual = np.array([made.card["majority"].get(row["intent"], "") for row in rows])
    premise = np.array([row["form"] == "false_premise" for row in rows])
    refused = np.isin(true, REFUSED)
    options = np.array([bool(row["choices"]) for row in rows]) & ~refused
    picked = [chosen(row, given.get(row["id"], {})) for row in rows]
    wanted = [row["true"] if row["answers"][level] == "statement" else row["answers"][level] for row in rows]
    right = np.array([
        pick is not None and row["labels"][pick] == label for row, pick, label in zip(rows, picked, wanted, strict=True)
    ])  # fmt: skip

    def balanced(answers: NDArray[np.str_], verdicts: tuple[str, ...], where: NDArray[np.bool_]) -> str:
        return _interval(person, lambda weight: _recall(true, answers, verdicts, weight * where))

    def share(hit: NDArray[np.bool_], where: NDArray[np.bool_]) -> str:
        return _interval(person, lambda weight: _mean(hit, weight * where))

    return {
        "yes/no balanced": balanced(answer, CLOSED, ~premise),
        "yes/no majority answer": balanced(usual, CLOSED, ~premise),
        "which side balanced": balanced(answer, SIDES, ~premise),
        "which side majority answer": balanced(usual, SIDES, ~premise),
        "multiple choice": share(right, options),
        "false premise corrected": share(answer == "no", premise & (true == "no")),
        "unanswerable recognised": share(answer == "unknown", true == "unknown"),
        "out of scope recognised": share(answer == "out_of_scope", true == "out_of_scope"),
        "refused wrongly": share(np.isin(answer, REFUSED), ~refused),
        "questions": str(len(rows)),
    }


def _score_captions(made: Benchmark, given: dict[str, Prediction]) -> dict[str, str]:
    texts = {row["id"]: given[row["id"]]["caption"] for row in made.people if row["id"] in given}
    people = [row for row in made.people if row["id"] in texts]
    if not people:
        return {}
    told = wrong = decided = named = 0
    for row in people:
        stated = {fact: label for fact, label in parse(texts[row["id"]]).items() if fact in row["facts"]}
        told += len(stated)
        wrong += sum(row["facts"][fact] != label for fact, label in stated.items())
        references = {fact for text in row["captions"]["normal"] for fact in parse(text)}
        decided += len(references)
        named += len(references & set(stated))
    return {
        "captions: stated facts that are false": f"{100 * wrong / max(told, 1):.1f}",
        "captions: facts of the references told": f"{100 * named / max(decided, 1):.1f}",
        **_bleu(people, texts),
        "captions": str(len(people)),
    }


def _bleu(people: list[dict[str, Any]], texts: dict[str, str]) -> dict[str, str]:
    """BLEU-4 against the normal captions with the signature, if sacrebleu is installed (extra `train`)."""
    try:
        from sacrebleu.metrics import BLEU
    except ImportError:
        return {"captions: BLEU-4": "install the extra `train`"}
    bleu = BLEU()
    most = max(len(row["captions"]["normal"]) for row in people)
    references = [
        [(row["captions"]["normal"] or [""])[min(i, len(row["captions"]["normal"]) - 1)] for row in people]
        for i in range(most)
    ]
    result = bleu.corpus_score([texts[row["id"]] for row in people], references)
    return {"captions: BLEU-4": f"{result.score:.1f}  {bleu.get_signature()}"}


def _recall(
    true: NDArray[np.str_], answers: NDArray[np.str_], verdicts: tuple[str, ...], weight: NDArray[np.float64]
) -> float:
    """Mean recall over the verdicts that occur."""
    recalls = [_mean(answers == verdict, weight * (true == verdict)) for verdict in verdicts]
    return float(np.nanmean(recalls)) if not np.all(np.isnan(recalls)) else float("nan")


def _mean(hit: NDArray[np.bool_], weight: NDArray[np.float64]) -> float:
    total = float(weight.sum())
    return 100 * float((hit * weight).sum()) / total if total else float("nan")


def _interval(person: NDArray[np.int64], measure: Callable[[NDArray[np.float64]], float]) -> str:
    """A figure and its 95 % interval when people are drawn anew (bootstrap)."""
    figure = measure(np.ones(len(person)))
    if np.isnan(figure):
        return "none asked"
    rng = np.random.default_rng(0)
    count = int(person.max()) + 1
    drawn = [measure(rng.multinomial(count, np.full(count, 1 / count))[person].astype(float)) for _ in range(_DRAWS)]
    low, high = np.nanpercentile(drawn, [2.5, 97.5])
    return f"{figure:.1f} ({low:.1f} to {high:.1f})"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.score", description=__doc__.splitlines()[0])
    parser.add_argument("benchmark", type=Path, help="folder that evaluation.benchmark wrote")
    task = parser.add_mutually_exclusive_group(required=True)
    task.add_argument("--predict", type=Path, help="write the shipped model's answers to this file")
    task.add_argument("--predictions", type=Path, help="score the answers in this file")
    parser.add_argument("--level", choices=LEVELS, default=benchmark.ASKED_AT, help="of the answers to write")
    arguments = parser.parse_args()
    made = benchmark.read(arguments.benchmark)
    if arguments.predict:
        rows = predict(made, arguments.level)
        arguments.predict.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return
    predictions = benchmark.read_rows(arguments.predictions)
    for wording in ("held_out", "trained"):
        for level, figures in score(made, predictions, wording=wording).items():
            print(f"\n{wording} wordings, {level} noise (95 % interval over people)")
            for label, value in figures.items():
                print(f"  {label:40} {value}")


if __name__ == "__main__":
    main()
