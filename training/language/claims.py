"""What a question claims, read off its rule: which facts it asks about and which of their classes make it true.

The reader learns from this without any pose: "is the left knee not bent?" rests on one fact, whose class "straight"
makes it true and whose other classes make it false.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from pose2lang3d_sdk.facts import ANGLES, FACT_INDEX, FACTS
from pose2lang3d_sdk.skeleton import JOINTS
from training.language.pose import PoseFacts
from training.language.questions import entries

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from training.language.intents.base import Intent, Slot

Kind = Literal["closed", "side", "statement", "outside"]
KINDS: Final[tuple[Kind, ...]] = ("closed", "side", "statement", "outside")
"""Answered by yes or no, by a side, by a statement, or not about the pose."""

_MOST_POSES: Final = 4000
_SEES_ALL: Final = frozenset(JOINTS)
_ANGLES: Final = dict.fromkeys(ANGLES, 90.0)
_SIGN: Final = {"yes": 1, "left": 1, "no": -1, "right": -1}


@dataclass(frozen=True)
class Claim:
    """What one question says.

    Attributes:
        facts: all that the answer may rest on.
        classes: (fact, class) -> 1 where it speaks for the claim, -1 where against; others are missing. Of a question
            for a side, a fact that compares the sides claims "left", one of a side that this side does what is asked.
        kind: how it is answered.
    """

    facts: tuple[str, ...]
    classes: Mapping[tuple[str, str], int]
    kind: Kind


@cache
def trained_claims() -> dict[str, Claim]:
    """The claim of every training question."""
    result = {}
    for entry in entries(heldout=False):
        claim = claim_of(entry.intent, entry.slot)
        result.update(dict.fromkeys(entry.questions, claim))
    return result


def claim_of(intent: Intent, slot: Slot) -> Claim:
    """Ask the intent's rule about poses that have every class of its facts, and see which classes sway the answer."""
    facts = tuple(dict.fromkeys(intent.rule.facts(slot)))
    if not facts:
        return Claim((), {}, "outside")
    assumes = intent.form == "false_premise"
    signs: dict[tuple[str, ...], int] = {}
    verdicts = set()
    for labels in _poses(facts):
        found = intent.rule(PoseFacts(dict(zip(facts, labels, strict=True)), _ANGLES, _SEES_ALL), slot)
        if found is not None:
            verdicts.add(found.verdict)
            signs[labels] = _SIGN.get(found.verdict, int(assumes))
    if not assumes and "statement" in verdicts:
        return Claim(facts, {}, "statement")
    kind: Kind = "statement" if assumes else "closed" if verdicts & {"yes", "no"} else "side"
    classes = {}
    for at, fact in enumerate(facts):
        turn = -1 if kind == "side" and len(facts) > 1 and fact.startswith("right_") else 1
        for label, sign in _swayed(signs, at).items():
            classes[fact, label] = turn * sign
    return Claim(facts, classes, kind)


def _swayed(signs: Mapping[tuple[str, ...], int], at: int) -> dict[str, int]:
    """Class of the fact at index `at` -> its sign, where it sways answers one way only, all other facts the same."""
    same: dict[tuple[str, ...], dict[str, int]] = defaultdict(dict)
    for labels, sign in signs.items():
        same[labels[:at] + labels[at + 1 :]][labels[at]] = sign
    seen: dict[str, set[int]] = defaultdict(set)
    for answers in same.values():
        low, high = min(answers.values()), max(answers.values())
        if low < high:
            for label, sign in answers.items():
                seen[label].add(int(np.sign(2 * sign - low - high)))
    return {label: found.pop() for label, found in seen.items() if len(found) == 1 and 0 not in found}


def _poses(facts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Combinations of the facts' classes: all, or the first of very many, which only open questions rest on."""
    classes = [FACTS[FACT_INDEX[fact]].classes for fact in facts]
    return itertools.islice(itertools.product(*classes), _MOST_POSES)
