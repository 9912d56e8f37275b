"""What people's own sentences say about a body: keywords, where `parse` knows only the generator's exact wordings.

A text is cut into clauses. A clause names a part of the body and its side, or goes on about the part named before, and
then says something about it. What is denied is told only where the opposite has a class of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pose2lang3d_sdk.facts import BEND, FACT_INDEX, SIDES
from pose2lang3d_sdk.skeleton import mirror_name
from pose2lang3d_sdk.statements import words_of
from training.language.measures import MEASURES
from training.language.parse import parse, uncovered
from training.language.patterns import (
    ALIKE,
    BODY,
    CLAUSES,
    COMPARED,
    DEGREES,
    DENIED,
    EVEN,
    FROM_STRAIGHT,
    NAMED,
    NOT,
    PARTS,
    REPLACED,
    SIDED,
    WITH,
    Rule,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


def parse_loosely(text: str) -> dict[str, str]:
    """Fact -> class for what a text in anybody's words states, as far as it can be made out.

    A text of which `parse` knows half the words is left to it; of others, what it reads exactly is never overruled.
    """
    if len(uncovered(text)) <= len(words_of(text)) / 2:
        return parse(text)
    whole = _plain(text)
    said: dict[str, str] = {}
    for rule in BODY:
        found = rule.says.search(whole)
        if found and not rule.unless.search(whole) and not _denied(whole, rule, found):
            said.setdefault(rule.family, rule.label)
    subject = _Subject("", ())
    for clause in _clauses(whole):
        subject = _subject(clause, subject)
        said = {**_compared(clause, subject), **_of_a_side(clause, subject), **said}
    return {**said, **parse(text)}


@dataclass(frozen=True)
class _Subject:
    """The part that a clause is about, "" = none yet, and which sides of it."""

    part: str
    sides: tuple[str, ...]


def _plain(text: str) -> str:
    plain = f" {text.lower()} "
    for pattern, other in REPLACED:
        plain = pattern.sub(other, plain)
    return " ".join(plain.split())


def _denied(text: str, rule: Rule, found: re.Match[str]) -> bool:
    """Whether a "not" that is no word of the rule stands in the clause, before or within what was found."""
    if NOT.search(rule.says.pattern):
        return False
    start = max((match.end() for match in CLAUSES.finditer(text, 0, found.start())), default=0)
    return bool(NOT.search(text, start, found.end()))


def _clauses(text: str) -> Iterator[str]:
    """The clauses; what follows "with" is one of its own if a part of the body was named before it."""
    for clause in CLAUSES.split(text):
        start, _, rest = clause.partition(WITH)
        if rest and any(re.search(rf"\b{word}s?\b", start) for word, _ in PARTS):
            yield from (start, rest)
        else:
            yield clause


def _subject(clause: str, before: _Subject) -> _Subject:
    """The first part that a clause names; without one, or without a side, what was spoken of before."""
    found = sorted(
        (match.start(), -len(word), part, bool(match.group(1)))
        for word, part in PARTS
        if (match := re.search(rf"\b{word}(s?)\b", clause))
    )
    named = [(match.group(), match.start()) for match in NAMED.finditer(clause.partition(" than ")[0])]
    if not found:
        # "the left knee is bent and the right is straight": the side changes, the part stays
        return _Subject(before.part, tuple(side for side, _ in named[:1]) or before.sides)
    start, _, part, plural = found[0]
    nearest = [side for side, at in named if at < start][-1:]
    if plural or (part == "foot" and "feet" in clause) or re.search(r"\b(?:both|each|either)\b", clause):
        return _Subject(part, tuple(nearest) or SIDES)
    after = [side for side, at in named if at > start][:1]
    return _Subject(part, tuple(nearest or after) or (before.sides if len(before.sides) == 1 else ()))


def _of_a_side(clause: str, subject: _Subject) -> dict[str, str]:
    """What a clause says of the named side or of both."""
    result = _by_angle(clause, subject)
    denied = bool(NOT.search(clause))
    settled = {fact.split("_", 1)[1] for fact in result}
    for rule in SIDED:
        found = rule.says.search(clause)
        if rule.family in settled or subject.part not in rule.parts or not found or rule.unless.search(clause):
            continue
        settled.add(rule.family)
        own = rule.label == "no" and NOT.search(found.group())  # "does not cross the midline"
        label = rule.label if own or not denied else _opposite(rule)
        if label:
            result |= {f"{side}_{rule.family}": label for side in subject.sides}
    return result


def _by_angle(clause: str, subject: _Subject) -> dict[str, str]:
    """The bend of a joint by a number of degrees, which counts from the straight limb in "flexion" and "bent 30"."""
    if subject.part not in ("knee", "elbow", "hip") or NOT.search(clause):
        return {}
    number = DEGREES.search(clause)
    if not number and "right angle" not in clause:
        return {}
    angle = int(number.group(1)) if number else 90
    family = f"{subject.part}_bend"
    index = int(MEASURES[family].classify(np.array([180 - angle if FROM_STRAIGHT.search(clause) else angle]))[0])
    return {f"{side}_{family}": BEND[index] for side in subject.sides} if index >= 0 else {}


def _opposite(rule: Rule) -> str:
    """The class that "not" makes of a class; empty if it leaves several."""
    kind = rule.family.split("_")[1] if "_" in rule.family else rule.family
    return DENIED.get((kind, rule.label), "")


def _compared(clause: str, subject: _Subject) -> dict[str, str]:
    """Which side has more of something, if a clause about one side says so."""
    if NOT.search(clause):
        return {}
    if len(subject.sides) == 2:
        fact = f"higher_{subject.part}"
        if fact in FACT_INDEX and EVEN.search(clause):
            return {fact: "equal"}
        fact = f"more_bent_{subject.part}"
        return {fact: "equal"} if fact in FACT_INDEX and ALIKE.search(clause) else {}
    for says, facts, sign in COMPARED:
        if subject.part in facts and subject.sides and says.search(clause):
            (side,) = subject.sides
            return {facts[subject.part]: side if sign > 0 else mirror_name(side)}
    return {}
