"""Questions written freely, one by one: whatever people type about a fact, and what has nothing to do with the pose.

The texts lie in `training/language/free/*.json`, in groups. Each names its fact and what every class of it answers
("answers"), or which classes of a sided fact count as doing it when it asks which side does ("which") or whether both
sides, either, neither or one of them does ("both", ...), or which classes make true what it takes for granted
("premise"). A sixth of them is held out, and all of `held_out/*.json`: a fifth in all.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pose2lang3d_sdk.facts import SIDES
from training.language.intents.base import (
    BOTH_SIDES,
    NO_SLOT,
    Both,
    Either,
    Finding,
    Intent,
    Not,
    OneSide,
    Outside,
    Premise,
    Rule,
    Slot,
    Tell,
    WhichSide,
    side_verdicts,
)

if TYPE_CHECKING:
    from pose2lang3d_sdk.verdicts import Verdict
    from training.language.intents.base import Form, Level
    from training.language.pose import PoseFacts

FOLDER: Final = Path(__file__).resolve().parents[1] / "free"
HELD_OUT: Final = FOLDER / "held_out"
_OUTSIDE: Final = "outside"
WEIGHT_PER_WORDING: Final = 0.0095
_HELD_ONE_IN: Final = 6
OF_BOTH: Final[dict[str, Callable[[Rule], Rule]]] = {
    "which": WhichSide,
    "both": Both,
    "either": Either,
    "neither": lambda rule: Not(Either(rule)),
    "one": OneSide,
}
"""How the two sides of a fact settle a question that names none."""
_HIGH: Final = ("posture", "balance", "weight_leg")


@dataclass(frozen=True)
class Graded:
    """What each class of a fact answers to one question; other classes leave it undecided."""

    fact: str
    verdicts: Mapping[str, Verdict]

    def __call__(self, pose: PoseFacts, slot: Slot) -> Finding | None:
        name = self.fact.format_map(slot)
        if not pose.seen(name):
            return Finding("unknown", (name,))
        verdict = self.verdicts.get(pose.get(name) or "")
        return Finding(verdict, (name,)) if verdict else None

    def facts(self, slot: Slot) -> tuple[str, ...]:
        return (self.fact.format_map(slot),)


def _read(file: Path) -> list[Any]:
    questions: list[Any] = json.loads(file.read_text(encoding="utf-8"))
    return questions


def _held(question: str) -> bool:
    return zlib.crc32(question.encode()) % _HELD_ONE_IN == 0


def _intent(
    name: str, level: Level, form: Form, rule: Rule, slots: tuple[Slot, ...], questions: list[str], more_held: list[str]
) -> Intent:
    trained = tuple(q for q in questions if not _held(q))
    held = (*(q for q in questions if _held(q)), *more_held)
    return Intent(name, level, form, rule, slots, trained, held, WEIGHT_PER_WORDING * max(len(trained), 1))


def _graded(entry: dict[str, Any]) -> tuple[str, dict[str, Verdict]]:
    """How an entry asks, and the verdict of each class of its fact; none if the fact is just to be told."""
    for kind in (*OF_BOTH, "premise", "answers"):
        if kind in entry:
            return kind, entry[kind]
    sides = side_verdicts(entry["fact"])
    return ("answers" if sides else "statement"), sides


def _rule_and_form(fact: str, kind: str, answers: dict[str, Verdict]) -> tuple[Rule, Form]:
    graded = Graded(fact, answers)
    if kind in OF_BOTH:
        return OF_BOTH[kind](graded), "which_side" if kind == "which" else "yes_no"
    if kind == "premise":
        return Premise(graded), "false_premise"
    if kind == "statement":
        return Tell((fact,), most=1), "open"
    return graded, "which_side" if set(answers.values()) & set(SIDES) else "yes_no"


def _pose_intents() -> list[Intent]:
    """One intent for all questions about a fact that the same classes answer in the same way."""
    groups: dict[tuple[str, str, tuple[tuple[str, Verdict], ...]], tuple[list[str], list[str]]] = {}
    for held, folder in enumerate((FOLDER, HELD_OUT)):
        for file in sorted(folder.glob("*.json")):
            for entry in _read(file) if file.stem != _OUTSIDE else ():
                kind, answers = _graded(entry)
                group = groups.setdefault((entry["fact"], kind, tuple(sorted(answers.items()))), ([], []))
                group[held].extend(entry["questions"])
    intents = []
    for number, ((fact, kind, answers), (questions, held_out)) in enumerate(groups.items()):
        sided = "{side}" in fact and kind not in OF_BOTH
        level: Level = "low" if sided else "high" if fact in _HIGH else "medium"
        rule, form = _rule_and_form(fact, kind, dict(answers))
        name = f"free_{fact.replace('{side}_', '')}_{number}"
        slots = BOTH_SIDES if sided else NO_SLOT
        intents.append(_intent(name, level, form, rule, slots, list(dict.fromkeys(questions)), held_out))
    return intents


def _outside() -> Intent:
    questions, held_out = (_read(folder / f"{_OUTSIDE}.json") for folder in (FOLDER, HELD_OUT))
    intent = _intent("free_outside", "outside", "outside", Outside(), NO_SLOT, questions, held_out)
    return Intent(**{**intent.__dict__, "weight": 1.0, "literal": True})


INTENTS: Final = (*_pose_intents(), _outside())
