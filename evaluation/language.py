"""How right the shipped model is on subjects it never saw: the exported int8 graphs against 3D geometry.

    python -m evaluation.language --poses poses_open_all.npz

Simulated keypoints of the test subjects; questions drawn so that each answer is about equally often right; wordings
that training used and wordings it never saw, side by side.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from pose2lang3d_sdk.facts import FACTS
from pose2lang3d_sdk.keypoints.base import Keypoints
from pose2lang3d_sdk.language import PoseLanguage
from pose2lang3d_sdk.skeleton import JOINTS, mirror_name, mirror_text
from pose2lang3d_sdk.verdicts import CLOSED, DETAILS, VERDICTS
from training.data.batches import Batch, make_batch
from training.data.detector import NOISE_LEVELS
from training.data.poses import load_splits
from training.language.claims import claim_of
from training.language.parse import contradictions, parse
from training.language.pose import PoseFacts
from training.language.questions import QA, Balance, Entry, entries, fit_balance, sample

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

    from numpy.typing import NDArray

    from pose2lang3d_sdk.decoder import Decoded
    from pose2lang3d_sdk.student import PoseCode
    from pose2lang3d_sdk.verdicts import Detail
    from training.data.poses import PoseSet

SIDES = ("left", "right", "same")
REFUSED = ("unknown", "out_of_scope")


@dataclass(frozen=True)
class Asked:
    """One question put to the model."""

    qa: QA
    person: int
    given: Decoded


class Model:
    """What ships, without the keypoint estimator."""

    def __init__(self) -> None:
        self.language = PoseLanguage()

    def encode(self, batch: Batch, index: int) -> PoseCode:
        return self.encode_keypoints(batch.keypoints[index])

    def encode_keypoints(self, keypoints: NDArray[np.float32]) -> PoseCode:
        # Any box will do: the student normalises to the keypoints' own.
        xy, score = keypoints[:, :2] * 200 + 300, keypoints[:, 2]
        return self.language.student.encode(Keypoints(xy=xy, score=score))

    def ask(self, code: PoseCode, question: str) -> Decoded:
        return self.language.ask(code, question)[0]


def given_verdict(asked: Asked) -> str:
    """The verdict that the model gave."""
    return asked.given.verdict


def mean_recall(pairs: Iterable[tuple[str, str]], verdicts: tuple[str, ...]) -> float:
    """Mean recall over the verdicts that occur, in percent. pairs: the true verdict and the given one."""
    given: dict[str, list[str]] = defaultdict(list)
    for true, answer in pairs:
        given[true].append(answer)
    recalls = [np.mean([answer == verdict for answer in given[verdict]]) for verdict in verdicts if verdict in given]
    return 100 * float(np.mean(recalls)) if recalls else float("nan")


def balanced(
    asked: Iterable[Asked], verdicts: tuple[str, ...], answer: Callable[[Asked], str] = given_verdict
) -> float:
    """`mean_recall` of the answers; a refusal counts as wrong."""
    return mean_recall(((a.qa.verdict, answer(a)) for a in asked), verdicts)


Majority = dict[str, str]
"""Intent -> its most frequent verdict among questions about training subjects."""


def majority_verdicts(poses: list[PoseFacts], rng: np.random.Generator, balance: Balance) -> Majority:
    """What somebody who knows every intent but sees no pose should answer."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for pose in poses:
        for qa in sample(pose, rng, 8, balance=balance):
            if qa.verdict not in REFUSED:
                counts[qa.intent][qa.verdict] += 1
    return {intent: verdicts.most_common(1)[0][0] for intent, verdicts in counts.items()}


def fit_questions(train: PoseSet, rng: np.random.Generator, noise: str) -> tuple[Balance, Majority]:
    """How to ask so that answers balance, and the majority answers, by training subjects alone."""
    fit = make_batch(train[rng.integers(0, len(train), 1200)], rng, noise=noise)
    poses = [fit.pose_facts(i) for i in range(len(fit))]
    balance = fit_balance(poses)
    return balance, majority_verdicts(poses, rng, balance)


def balanced_majority(asked: Iterable[Asked], verdicts: tuple[str, ...], known: Majority) -> float:
    """`balanced` of always giving the intent's most frequent verdict."""
    rows = [a for a in asked if a.qa.verdict in verdicts]
    recalls = [np.mean([known.get(a.qa.intent) == v for a in rows if a.qa.verdict == v]) for v in verdicts]
    return 100 * float(np.nanmean(recalls))


def share(rows: list[Asked], test: Callable[[Asked], bool]) -> float:
    """Percent of rows that pass; NaN without rows."""
    return 100 * float(np.mean([test(a) for a in rows])) if rows else float("nan")


@cache
def known_questions() -> dict[str, Entry]:
    """Every question with the intent and slot it belongs to."""
    both = (*entries(heldout=False), *entries(heldout=True))
    return {question: entry for entry in both for question in entry.questions}


def stated_verdict(asked: Asked) -> str:
    """The verdict that the facts of the answer's text give, as a reader takes it; its own if it states too little."""
    stated = PoseFacts(parse(asked.given.text), {}, frozenset(JOINTS))
    entry = known_questions()[asked.qa.question]
    found = entry.intent.rule(stated, entry.slot)
    return found.verdict if found and asked.given.verdict not in REFUSED else asked.given.verdict


def closed_and_sides(asked: list[Asked]) -> tuple[list[Asked], list[Asked]]:
    """The questions that yes or no answers, and those that a side does."""
    closed = [a for a in asked if a.qa.verdict in CLOSED and a.qa.form != "false_premise"]
    return closed, [a for a in asked if a.qa.verdict in SIDES]


def verdict_metrics(asked: list[Asked], known: Majority) -> dict[str, float]:
    """Balanced accuracy of yes, no and sides, with the majority answer beside it, in percent."""
    closed, sides = closed_and_sides(asked)
    levels = {level: [a for a in closed if a.qa.level == level] for level in ("low", "medium", "high")}
    return {
        "yes/no balanced": balanced(closed, CLOSED),
        "yes/no majority answer": balanced_majority(closed, CLOSED, known),
        **{f"yes/no {level}": balanced(rows, CLOSED) for level, rows in levels.items()},
        "which side balanced": balanced(sides, SIDES),
        "which side majority answer": balanced_majority(sides, SIDES, known),
    }


def question_metrics(asked: list[Asked], batch: Batch, known: Majority) -> dict[str, float]:
    """Every figure about one set of questions, in percent."""
    premise = [a for a in asked if a.qa.form == "false_premise" and a.qa.verdict == "no"]
    closed, sides = closed_and_sides(asked)
    unknown = [a for a in asked if a.qa.verdict == "unknown"]
    outside = [a for a in asked if a.qa.verdict == "out_of_scope"]
    answerable = [a for a in asked if a.qa.verdict not in REFUSED]
    statements = [a for a in answerable if a.given.verdict == a.qa.verdict == "statement"]
    said_closed = [a for a in asked if a.given.verdict in CLOSED]
    result = {
        **verdict_metrics(asked, known),
        "yes/no balanced, by the text": balanced(closed, CLOSED, stated_verdict),
        "which side balanced, by the text": balanced(sides, SIDES, stated_verdict),
        "unknown recognised": share(unknown, lambda a: a.given.verdict == "unknown"),
        "out of scope recognised": share(outside, lambda a: a.given.verdict == "out_of_scope"),
        "both refused": share(unknown + outside, lambda a: a.given.verdict in REFUSED),
        "refused wrongly": share(answerable, lambda a: a.given.verdict in REFUSED),
        "false premise corrected": share(premise, lambda a: a.given.verdict == "no"),
        "statement with a false fact": share(
            statements, lambda a: bool(contradictions(a.given.text, batch.pose_facts(a.person)))
        ),
        "verdict and text disagree": share(  # to a choice the text says neither yes nor no
            said_closed, lambda a: _word(a.given.text) in CLOSED and _word(a.given.text) != a.given.verdict
        ),
        "explanation says otherwise": share(
            [a for a in closed + sides if a.given.verdict in CLOSED + SIDES],
            lambda a: stated_verdict(a) != a.given.verdict,
        ),
    }
    return {**result, "questions": float(len(asked))}


def _word(text: str) -> str:
    """The first word of a text."""
    return text.lower().replace(",", " ").replace(".", " ").split(maxsplit=1)[0]


def ask_all(
    model: Model, batch: Batch, codes: list[PoseCode], rng: np.random.Generator, questions: int, *, heldout: bool,
    balance: Balance, verdicts: Container[str] = VERDICTS,
) -> list[Asked]:  # fmt: skip
    """Draw `questions` about every person of the batch and put those to the model whose true verdict is of `verdicts`.

    codes: of these people. heldout, balance: as of `questions.sample`.
    """
    return [
        Asked(qa, i, model.ask(code, qa.question))
        for i, code in enumerate(codes)
        for qa in sample(batch.pose_facts(i), rng, questions, heldout=heldout, balance=balance)
        if qa.verdict in verdicts
    ]


def draw_people(
    poses: Path, rng: np.random.Generator, *, persons: int, noise: str, split: str = "test"
) -> tuple[Balance, Majority, Batch]:
    """How to ask, the majority answers, and `persons` simulated people of a split."""
    splits = load_splits(poses)
    # The split says nothing about how it is asked.
    balance, known = fit_questions(splits["train"], rng, noise)
    people = splits[split]
    return balance, known, make_batch(people[rng.permutation(len(people))[:persons]], rng, noise=noise)


def describe_metrics(model: Model, batch: Batch, codes: list[PoseCode], detail: Detail) -> dict[str, float]:
    """What the descriptions say against what is true."""
    told = wrong = 0
    recalled: list[float] = []
    shares: list[float] = []
    words: list[int] = []
    for index, code in enumerate(codes):
        pose = batch.pose_facts(index)
        text = " ".join(model.language.tell(code, detail))
        words.append(len(text.split()))
        stated = {fact: label for fact, label in parse(text).items() if pose.get(fact) is not None}
        told += len(stated)
        wrong += len(contradictions(text, pose))
        visible = [f.name for f in FACTS if pose.seen(f.name)]
        decided = [name for name in visible if pose.get(name) is not None]
        shares.append(len(decided) / max(len(visible), 1))
        recalled.append(len([f for f in stated if f in decided]) / max(len(decided), 1))
    return {
        "visible facts that are decided": 100 * float(np.mean(shares)),
        "words per description": float(np.mean(words)),
        "facts per description": told / len(codes),
        "stated facts that are false": 100 * wrong / max(told, 1),
        "decided facts told": 100 * float(np.mean(recalled)),
    }


def run(poses: Path, *, persons: int, questions: int, noise: str, seed: int) -> dict[str, dict[str, float]]:
    """Ask and describe `persons` simulated test persons; metrics by set."""
    rng = np.random.default_rng(seed)
    balance, known, batch = draw_people(poses, rng, persons=persons, noise=noise)
    model = Model()
    codes = [model.encode(batch, i) for i in range(len(batch))]
    result = {}
    everything: list[Asked] = []
    for name, heldout in (("trained wordings", False), ("held-out wordings", True)):
        asked = ask_all(model, batch, codes, rng, questions, heldout=heldout, balance=balance)
        result[name] = question_metrics(asked, batch, known)
        result[name]["answers against sure facts"] = against_the_heads(asked, codes)
        everything += asked
    trained, heldout_figures = result["trained wordings"], result["held-out wordings"]
    result["held-out wordings are lower by"] = {
        label: trained[label] - heldout_figures[label] for label in trained if " balanced" in label
    }
    result["mirrored"] = {"answers mirror": mirror_consistency(model, batch, everything)}
    for detail in DETAILS:
        result[f"descriptions, {detail}"] = describe_metrics(model, batch, codes[:400], detail)
    result["worst intents"] = _worst(everything)
    return result


SURE: Final = 0.8
"""The fact heads are sure of a class at or above this probability."""


def against_the_heads(asked: list[Asked], codes: list[PoseCode]) -> float:
    """Percent of closed and which-side answers that differ from what sure facts of the heads say; NaN without such."""
    found = []
    for a in (row for rows in closed_and_sides(asked) for row in rows):
        known = {f: label for f, (label, belief) in codes[a.person].likeliest_asked.items() if belief >= SURE}
        entry = known_questions()[a.qa.question]
        said = entry.intent.rule(PoseFacts(known, {}, frozenset(codes[a.person].visible)), entry.slot)
        if said and said.verdict in CLOSED + SIDES:
            found.append(a.given.verdict != said.verdict)
    return 100 * float(np.mean(found)) if found else float("nan")


def mirror_consistency(model: Model, batch: Batch, asked: list[Asked], most: int = 2000) -> float:
    """Percent of closed and which-side questions whose answer mirrors when body and question are mirrored.

    Left out are questions of which exchanging the words left and right does not make the mirrored one ("is it right
    to say ...", a mistyped "rihgt", "to starboard").
    """
    closed, sides = closed_and_sides(asked)
    known = known_questions()
    pairs = [(a, other) for a in closed + sides if (other := mirror_text(a.qa.question)) in known]
    pairs = [(a, other) for a, other in pairs if _are_mirrored(known[a.qa.question], known[other])]
    pairs = pairs[:: max(1, len(pairs) // most)]
    mirrored = batch.mirrored_keypoints()
    codes = {person: model.encode_keypoints(mirrored[person]) for person in {a.person for a, _ in pairs}}
    same = [model.ask(codes[a.person], other).verdict == mirror_name(a.given.verdict) for a, other in pairs]
    return 100 * float(np.mean(same))


def _are_mirrored(one: Entry, other: Entry) -> bool:
    slot = {name: mirror_name(value) for name, value in one.slot.items()}
    claim, mirrored = (claim_of(entry.intent, entry.slot) for entry in (one, other))
    classes = {(mirror_name(fact), mirror_name(label)): sign for (fact, label), sign in claim.classes.items()}
    # A question for a side claims one of them; a closed one may name a side in other words ("to starboard").
    same = claim.kind == "side" or mirrored.classes == classes
    return other.slot == slot and set(mirrored.facts) == set(map(mirror_name, claim.facts)) and same


def _worst(asked: list[Asked], most: int = 12) -> dict[str, float]:
    by_intent: dict[str, list[Asked]] = defaultdict(list)
    for a in asked:
        by_intent[a.qa.intent].append(a)
    rows = {
        name: share(rows, lambda a: a.given.verdict == a.qa.verdict)
        for name, rows in by_intent.items()
        if len(rows) >= 15
    }
    return dict(sorted(rows.items(), key=lambda item: item[1])[:most])


def add_options(parser: argparse.ArgumentParser, *, questions: int) -> None:
    """The options of every evaluation that asks simulated people. questions: default of that option."""
    parser.add_argument("--poses", type=Path, required=True, help="poses_open_all.npz")
    parser.add_argument("--persons", type=int, default=1000)
    parser.add_argument("--questions", type=int, default=questions, help="per person and set of wordings")
    parser.add_argument("--noise", choices=list(NOISE_LEVELS), default="middle")
    parser.add_argument("--seed", type=int, default=7)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.language", description=__doc__.splitlines()[0])
    add_options(parser, questions=4)
    parser.add_argument("--json", type=Path, help="also write the figures here")
    arguments = parser.parse_args()
    result = run(
        arguments.poses,
        persons=arguments.persons,
        questions=arguments.questions,
        noise=arguments.noise,
        seed=arguments.seed,
    )
    for name, figures in result.items():
        print(f"\n{name}")
        for label, value in figures.items():
            print(f"  {label:32} {value:8.1f}")
    if arguments.json:
        arguments.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
