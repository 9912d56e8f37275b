"""Score any system's answers to the benchmark (`evaluation.benchmark`), or let the shipped model answer it.

    python -m evaluation.score runs/benchmark --predict runs/benchmark/shipped.jsonl [--noise middle]
    python -m evaluation.score runs/benchmark --predictions runs/benchmark/shipped.jsonl

A prediction is one JSON object a line: {"id": question, "noise": level, "answer": yes | no | left | right | same |
statement | unknown | out_of_scope, "text": free text, "choice": index of an option}, `text` and `choice` being
optional; or {"id": person, "noise": level, "caption": text}. What is missing counts as wrong.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from evaluation import benchmark
from evaluation.benchmark import NOISES, Benchmark
from evaluation.language import CLOSED, REFUSED, SIDES
from exporters.manifest import note_benchmark
from pose2lang3d_sdk.keypoints.base import Keypoints
from pose2lang3d_sdk.language import PoseLanguage
from pose2lang3d_sdk.results import most_probable
from training.language.loose import parse_loosely
from training.language.parse import parse, parse_angles

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from pose2lang3d_sdk.statements import Told

Row = dict[str, Any]
_DRAWS: Final = 1000


class Figure(NamedTuple):
    """A figure, in percent unless its name says otherwise, and its 95 % interval over people; NaN if nothing counts."""

    value: float
    low: float = float("nan")
    high: float = float("nan")


def predict(made: Benchmark, noise: str) -> list[Row]:
    """The shipped model's answers and normal captions at one noise level."""
    language = PoseLanguage()
    codes, rows = {}, []
    for person in made.people:
        joints = np.array(person["keypoints"][noise], dtype=np.float32)
        codes[person["id"]] = code = language.student.encode(Keypoints(xy=joints[:, :2], score=joints[:, 2]))
        rows.append({"id": person["id"], "noise": noise, "caption": " ".join(language.tell(code))})
    for row in made.questions:
        code = codes[row["person"]]
        given = language.ask(code, row["question"])[0]
        rows.append({"id": row["id"], "noise": noise, "answer": given.verdict, "text": given.text})
        if row["choices"]:
            rows[-1]["choice"] = most_probable(language.judge(code, row["choices"]))
    return rows


def check(made: Benchmark, predictions: Sequence[Row]) -> None:
    """Raise ValueError for a prediction of no known question or person, of no known noise level, or given twice."""
    known = {row["id"] for row in (*made.people, *made.questions)}
    seen = set()
    for row in predictions:
        key = row.get("id"), row.get("noise")
        if key[0] not in known or key[1] not in NOISES or key in seen:
            wrong = "given twice" if key in seen else f"not of this benchmark (noise is one of {', '.join(NOISES)})"
            msg = f"prediction {key}: {wrong}"
            raise ValueError(msg)
        seen.add(key)


def chosen(row: Row, given: Row) -> int | None:
    """The option of an open question that a prediction takes: its own `choice`, else the one its text states."""
    choice = given.get("choice")
    if choice is not None:
        return choice if isinstance(choice, int) and 0 <= choice < len(row["labels"]) else None
    return stated(row, given)


def stated(row: Row, given: Row) -> int | None:
    """The option of an open question that a prediction's text states."""
    label = parse_loosely(given.get("text", "")).get(row["facts"][0])
    return row["labels"].index(label) if label in row["labels"] else None


def score(made: Benchmark, predictions: Sequence[Row], *, wording: str) -> dict[str, dict[str, Figure]]:
    """Noise level -> what was measured -> figure; only levels with predictions are scored.

    Args:
        made: the benchmark.
        predictions: as the module says.
        wording: "held_out" or "trained": which questions.

    Raises:
        ValueError: a prediction fits nothing (`check`).
    """
    check(made, predictions)
    rows = [row for row in made.questions if row["wording"] == wording]
    result = {}
    for noise in NOISES:
        given = {row["id"]: row for row in predictions if row["noise"] == noise}
        if given:
            result[noise] = {**_answers(made, rows, given, noise), **_captions(made.people, given)}
    return result


def _answers(made: Benchmark, rows: list[Row], given: dict[str, Row], noise: str) -> dict[str, Figure]:
    rows = [row for row in rows if noise in row["answers"]]
    if not rows:
        return {"questions": Figure(0)}
    replies = [given.get(row["id"], {}) for row in rows]
    true = np.array([row["answers"][noise] for row in rows])
    answer = np.array([str(reply.get("answer", "")) for reply in replies])
    usual = np.array([made.card["majority"].get(row["intent"], "") for row in rows])
    premise = np.array([row["form"] == "false_premise" for row in rows])
    options = np.array([bool(row["labels"]) for row in rows]) & (true == "statement")
    right, right_text = (
        np.array([
            bool(row["labels"]) and (pick := option(row, reply)) is not None and row["labels"][pick] == row["true"]
            for row, reply in zip(rows, replies, strict=True)
        ])
        for option in (chosen, stated)
    )  # fmt: skip
    chance = np.array([1 / max(len(row["labels"]), 1) for row in rows])
    people = {row["id"]: row for row in made.people}
    false = np.array([
        _wrong(_stated(reply.get("text", ""), people[row["person"]]["facts"]), people[row["person"]]["facts"]) > 0
        for row, reply in zip(rows, replies, strict=True)
    ])  # fmt: skip
    person = np.array([int(row["person"][1:]) for row in rows])
    refusal = np.isin(true, REFUSED)

    def balanced(answers: NDArray[np.str_], verdicts: tuple[str, ...]) -> Figure:
        return _interval(person, lambda weight: _recall(true, answers, verdicts, weight * ~premise))

    def share(hit: NDArray[np.generic], where: NDArray[np.bool_]) -> Figure:
        return _interval(person, lambda weight: _mean(hit, weight * where))

    return {
        "yes/no balanced": balanced(answer, CLOSED),
        "yes/no majority answer": balanced(usual, CLOSED),
        "which side balanced": balanced(answer, SIDES),
        "which side majority answer": balanced(usual, SIDES),
        "open question, right option": share(right, options),
        "open question, option of the text": share(right_text, options),
        "open question, option by chance": share(chance, options),
        "statement with a false fact": share(false, (true == "statement") & (answer == "statement")),
        "stated angles, median error in degrees": _angle_error(rows, replies, people),
        "false premise corrected": share(answer == "no", premise & (true == "no")),
        "unanswerable recognised": share(answer == "unknown", true == "unknown"),
        "out of scope recognised": share(answer == "out_of_scope", true == "out_of_scope"),
        "refused wrongly or not answered": share(np.isin(answer, (*REFUSED, "")), ~refusal),
        "questions": Figure(len(rows)),
    }


def _stated(text: str, facts: dict[str, str]) -> list[Told]:
    """What a text says about decided facts, each fact once."""
    return [(fact, label) for fact, label in parse_loosely(text).items() if fact in facts]


def _wrong(stated: list[Told], facts: dict[str, str]) -> int:
    return sum(facts[fact] != label for fact, label in stated)


def _angle_error(rows: list[Row], replies: list[Row], people: dict[str, Row]) -> Figure:
    errors = [
        abs(degrees - people[row["person"]]["angles"][name])
        for row, reply in zip(rows, replies, strict=True)
        for name, degrees in parse_angles(reply.get("text", "")).items()
    ]
    return Figure(float(np.median(errors)) if errors else float("nan"))


def _captions(people: list[Row], given: dict[str, Row]) -> dict[str, Figure]:
    """Captions of all people; nothing is scored if the system gave none at all."""
    texts = [str(given.get(row["id"], {}).get("caption", "")) for row in people]
    if not any(texts):
        return {}
    told, false, wanted, found = [], [], [], []
    for row, text in zip(people, texts, strict=True):
        stated = _stated(text, row["facts"])
        references = {pair for caption in row["captions"]["normal"] for pair in parse(caption).items()}
        told.append(len(stated))
        false.append(_wrong(stated, row["facts"]))
        wanted.append(len(references))
        found.append(len(references & set(stated)))
    person = np.arange(len(people))

    def ratio(part: list[int], whole: list[int]) -> Figure:
        some, every = np.array(part), np.array(whole)
        return _interval(person, lambda weight: 100 * float((weight * some).sum() / max((weight * every).sum(), 1)))

    return {
        "captions: stated facts that are false": ratio(false, told),
        "captions: facts of the references told": ratio(found, wanted),
        "captions: BLEU-4": Figure(_bleu(people, texts)[0]),
        "captions": Figure(len(people)),
    }


def _bleu(people: list[Row], texts: list[str]) -> tuple[float, str]:
    """BLEU-4 against the normal captions and its signature; NaN without sacrebleu (extra `train`)."""
    try:
        from sacrebleu.metrics import BLEU
    except ImportError:
        return float("nan"), "install the extra `train` for BLEU"
    bleu = BLEU()
    captions = [row["captions"]["normal"] or [""] for row in people]
    most = max(map(len, captions))
    references = [[texts[min(i, len(texts) - 1)] for texts in captions] for i in range(most)]
    return bleu.corpus_score(texts, references).score, str(bleu.get_signature())


def _recall(
    true: NDArray[np.str_], answers: NDArray[np.str_], verdicts: tuple[str, ...], weight: NDArray[np.float64]
) -> float:
    """Mean recall over the verdicts that occur."""
    recalls = [_mean(answers == verdict, weight * (true == verdict)) for verdict in verdicts]
    return float(np.nanmean(recalls)) if not np.all(np.isnan(recalls)) else float("nan")


def _mean(hit: NDArray[np.generic], weight: NDArray[np.float64]) -> float:
    total = float(weight.sum())
    return 100 * float((hit * weight).sum()) / total if total else float("nan")


def _interval(person: NDArray[np.int64], measure: Callable[[NDArray[np.float64]], float]) -> Figure:
    """A figure and its 95 % interval when people are drawn anew (bootstrap)."""
    value = measure(np.ones(len(person)))
    if np.isnan(value):
        return Figure(value)
    rng = np.random.default_rng(0)
    count = int(person.max()) + 1
    drawn = [measure(rng.multinomial(count, np.full(count, 1 / count))[person].astype(float)) for _ in range(_DRAWS)]
    return Figure(value, *(float(end) for end in np.nanpercentile(drawn, [2.5, 97.5])))


def _line(label: str, figure: Figure) -> str:
    digits = 0 if label in ("questions", "captions") else 1
    value = "none asked" if np.isnan(figure.value) else f"{figure.value:.{digits}f}"
    interval = "" if np.isnan(figure.low) else f" ({figure.low:.1f} to {figure.high:.1f})"
    return f"  {label:40} {value}{interval}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.score", description=__doc__.splitlines()[0])
    parser.add_argument("benchmark", type=Path, help="folder that evaluation.benchmark wrote")
    task = parser.add_mutually_exclusive_group(required=True)
    task.add_argument("--predict", type=Path, help="write the shipped model's answers to this file")
    task.add_argument("--predictions", type=Path, help="score the answers in this file")
    parser.add_argument("--noise", choices=NOISES, default=benchmark.ASKED_AT, help="of the answers to write")
    parser.add_argument(
        "--note",
        action="store_true",
        help="with --predictions of the shipped model: put the figures into weights_manifest.json, too",
    )
    arguments = parser.parse_args()
    made = benchmark.read(arguments.benchmark)
    if arguments.predict:
        rows = predict(made, arguments.noise)
        arguments.predict.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return
    predictions = benchmark.read_rows(arguments.predictions)
    noted: dict[str, Any] = {"version": made.card["version"]}
    for wording in ("held_out", "trained"):
        for noise, figures in score(made, predictions, wording=wording).items():
            noted[f"{wording} wordings, {noise} noise"] = {
                name: round(figure.value, 1) for name, figure in figures.items()
            }
            print(f"\n{wording} wordings, {noise} noise (95 % interval over people)")
            print("\n".join(_line(label, figure) for label, figure in figures.items()))
    print(f"\nBLEU: {_bleu(made.people, [''] * len(made.people))[1]}")
    if arguments.note:
        note_benchmark(noted)


if __name__ == "__main__":
    main()
