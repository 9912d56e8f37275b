"""What a question claims, read off its rule: which facts it asks about and which of their classes make it true.

The reader learns from this without any pose: "is the left knee not bent?" rests on one fact, whose class "straight"
makes it true and whose other classes make it false.
"""

from __future__ import annotations

import itertools
import math
import random
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

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

_MOST_POSES: Final = 400
_CLEAR: Final = 0.08  # least share of poses by which a class must change the answer
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


def trained_claims() -> dict[str, Claim]:
    """The claim of every training question."""
    result = {}
    for entry in entries(heldout=False):
        claim = claim_of(entry.intent, entry.slot)
        result.update(dict.fromkeys(entry.questions, claim))
    return result


def claim_of(intent: Intent, slot: Slot) -> Claim:
    """Ask the intent's rule about poses that have every class of its facts, and see which classes sway the answer."""
    facts = intent.rule.facts(slot)
    if not facts:
        return Claim((), {}, "outside")
    assumes = intent.form == "false_premise"
    votes: dict[tuple[str, str], list[int]] = defaultdict(list)
    verdicts = set()
    for labels in _poses(facts):
        found = intent.rule(PoseFacts(labels, _ANGLES, _SEES_ALL), slot)
        if found is None:
            continue
        verdicts.add(found.verdict)
        sign = _SIGN.get(found.verdict, int(assumes))
        for pair in labels.items():
            votes[pair].append(sign)
    if not assumes and "statement" in verdicts:
        return Claim(facts, {}, "statement")
    kind: Kind = "statement" if assumes else "closed" if verdicts & {"yes", "no"} else "side"
    classes = {}
    for fact in facts:
        swayed = _swayed(fact, votes, alone=len(facts) == 1)
        turn = -1 if kind == "side" and len(facts) > 1 and fact.startswith("right_") else 1
        classes.update({pair: turn * sign for pair, sign in swayed.items()})
    return Claim(facts, classes, kind)


def _swayed(fact: str, votes: Mapping[tuple[str, str], list[int]], *, alone: bool) -> dict[tuple[str, str], int]:
    """Class -> sign of how far its answers lie from those of all classes (of a fact alone: from neither)."""
    mine = {pair: signs for pair, signs in votes.items() if pair[0] == fact}
    every = [sign for signs in mine.values() for sign in signs]
    middle = 0.0 if alone or not every else sum(every) / len(every)
    shift = {pair: sum(signs) / len(signs) - middle for pair, signs in mine.items()}
    return {pair: int(math.copysign(1, value)) for pair, value in shift.items() if abs(value) > _CLEAR}


def _poses(facts: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """All combinations of the facts' classes, or a fixed sample where there are too many."""
    classes = [FACTS[FACT_INDEX[fact]].classes for fact in facts]
    if math.prod(map(len, classes)) <= _MOST_POSES:
        for labels in itertools.product(*classes):
            yield dict(zip(facts, labels, strict=True))
        return
    rng = random.Random(0)
    for _ in range(_MOST_POSES):
        yield {fact: rng.choice(labels) for fact, labels in zip(facts, classes, strict=True)}
