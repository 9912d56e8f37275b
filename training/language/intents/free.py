"""Questions written freely, one by one: whatever people type about a fact, and what has nothing to do with the pose.

The texts lie in `training/language/free/*.json`. Each names its fact and what every class of it answers ("answers"), or
which classes of a sided fact count as doing it when it asks which side does ("which"); a sixth of them is held out.
"""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk.facts import SIDES
from training.language.intents.base import BOTH_SIDES, NO_SLOT, Finding, Intent, Outside, Rule, Slot, Tell, WhichSide

if TYPE_CHECKING:
    from pose2lang3d_sdk.verdicts import Verdict
    from training.language.intents.base import Form, Level
    from training.language.pose import PoseFacts

FOLDER: Final = Path(__file__).resolve().parents[1] / "free"
WEIGHT_PER_WORDING: Final = 0.02
_HELD_ONE_IN: Final = 6
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


def _held(question: str) -> bool:
    return zlib.crc32(question.encode()) % _HELD_ONE_IN == 0


def _intent(name: str, level: Level, form: Form, rule: Rule, slots: tuple[Slot, ...], questions: list[str]) -> Intent:
    trained = tuple(q for q in questions if not _held(q))
    held = tuple(q for q in questions if _held(q))
    return Intent(name, level, form, rule, slots, trained, held, WEIGHT_PER_WORDING * max(len(trained), 1))


def _pose_intents() -> list[Intent]:
    """One intent for all questions about a fact that the same classes answer in the same way."""
    groups: dict[tuple[str, bool, tuple[tuple[str, Verdict], ...]], list[str]] = defaultdict(list)
    for file in sorted(FOLDER.glob("*.json")):
        if file.stem != "outside":
            for entry in json.loads(file.read_text(encoding="utf-8")):
                answers = tuple(sorted(entry.get("which", entry.get("answers", {})).items()))
                groups[entry["fact"], "which" in entry, answers].append(entry["question"])
    intents = []
    for number, ((fact, which, answers), questions) in enumerate(groups.items()):
        slots = BOTH_SIDES if "{side}" in fact and not which else NO_SLOT
        compares = which or {verdict for _, verdict in answers} & set(SIDES)
        level: Level = "medium" if which else "low" if "{side}" in fact else "high" if fact in _HIGH else "medium"
        form: Form = "which_side" if compares else "yes_no" if answers else "open"
        rule: Rule = Graded(fact, dict(answers)) if answers else Tell((fact,), most=1)
        name = f"free_{fact.replace('{side}_', '')}_{number}"
        rule = WhichSide(rule) if which else rule
        intents.append(_intent(name, level, form, rule, slots, list(dict.fromkeys(questions))))
    return intents


def _outside() -> Intent:
    questions = json.loads((FOLDER / "outside.json").read_text(encoding="utf-8"))
    intent = _intent("free_outside", "outside", "outside", Outside(), NO_SLOT, questions)
    return Intent(**{**intent.__dict__, "weight": 1.0, "literal": True})


INTENTS: Final = (*_pose_intents(), _outside())
