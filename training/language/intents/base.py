"""What an intent is, and the rules that answer one from the facts of a pose.

A rule is called with a pose and a slot and returns a `Finding`: the verdict and the facts that explain it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, Protocol

from pose2lang3d_sdk.facts import FACT_INDEX, FACTS
from pose2lang3d_sdk.skeleton import mirror_name
from training.language.intents import wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pose2lang3d_sdk.verdicts import Verdict
    from training.language.pose import PoseFacts

Slot = dict[str, str]
Level = Literal["low", "medium", "high", "outside"]
Form = Literal[
    "yes_no",
    "negated",
    "choice",
    "which_side",
    "how_much",
    "open",
    "comparison",
    "compound",
    "false_premise",
    "outside",
]

NO_SLOT: Final[tuple[Slot, ...]] = ({},)
BOTH_SIDES: Final[tuple[Slot, ...]] = ({"side": "left", "other": "right"}, {"side": "right", "other": "left"})


class Finding(NamedTuple):
    """What a rule found: the verdict and the names of the facts to say (unknown: the facts that are not seen).

    `lead` replaces the opening word of the answer; `angle` names an angle to tell in degrees.
    """

    verdict: Verdict
    evidence: tuple[str, ...]
    lead: str | None = None
    angle: str | None = None


@cache
def _named(template: str, side: str | None) -> str:
    return template if side is None else template.format(side=side, other=mirror_name(side))


def _name(template: str, slot: Slot) -> str:
    """A fact's (or class's) name with the slot's side filled in."""
    return _named(template, slot.get("side"))


class Rule(Protocol):
    """Answers from the facts; None when they are undecided."""

    def __call__(self, pose: PoseFacts, slot: Slot) -> Finding | None: ...

    def facts(self, slot: Slot) -> tuple[str, ...]:
        """Every fact the answer may rest on."""
        ...


@dataclass(frozen=True)
class Is:
    """Yes if the fact has one of the `yes` classes, no for the `no` classes, undecided for the others."""

    fact: str
    yes: frozenset[str]
    no: frozenset[str]

    def __call__(self, pose: PoseFacts, slot: Slot) -> Finding | None:
        name = _name(self.fact, slot)
        if not pose.seen(name):
            return Finding("unknown", (name,))
        label = pose.get(name)
        if label in self.yes:
            return Finding("yes", (name,))
        return Finding("no", (name,)) if label in self.no else None

    def facts(self, slot: Slot) -> tuple[str, ...]:
        return (_name(self.fact, slot),)


@dataclass(frozen=True)
class IsSide:
    """Yes if the fact's class is the slot's word ("{side}" -> "left"), no for its other classes."""

    fact: str
    wanted: str = "{side}"

    def __call__(self, pose: PoseFacts, slot: Slot) -> Finding | None:
        name = _name(self.fact, slot)
        if not pose.seen(name):
            return Finding("unknown", (name,))
        label = pose.get(name)
        if label is None:
            return None
        return Finding("yes" if label == _name(self.wanted, slot) else "no", (name,))

    def facts(self, slot: Slot) -> tuple[str, ...]:
        return (_name(self.fact, slot),)


_SWAP: Final[dict[str, Verdict]] = {"yes": "no", "no": "yes"}


@dataclass(frozen=True)
class Not:
    """Yes where the rule says no, and the other way round."""

    rule: Rule

    def __call__(self, pose: PoseFacts, slot: Slot) -> Finding | None:
        found = self.rule(pose, slot)
        return found and found._replace(verdict=_SWAP.get(found.verdict, found.verdict))

    def facts(self, slot: Slot) -> tuple[str, ...]:
        return self.rule.facts(slot)


def _merge(found: list[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for finding in found for name in finding.evidence))


@dataclass(frozen=True)
class All:
    """Yes if every rule says yes; one clear no is enough for no, also when the rest cannot be seen."""

    rules: tuple[Rule, ...]

    def __call__(self, pose: PoseFacts, slot: Slot) -> Finding | None:
        return _combine(self.rules, pose, slot, decisive="no")

    def facts(self, slot: Slot) -> tuple[str, ...]:
        return _facts_of(self.rules, slot)


@dataclass(frozen=True)
class Any:
    """No if every rule says no; one clear yes is enough for yes, also when the rest cannot be seen."""

    rules: tuple[Rule, ...]

    def __call__(self, pose: PoseFacts, slot: Slot) -> Finding | None:
        return _combine(self.rules, pose, slot, decisive="yes")

    def facts(self, slot: Slot) -> tuple[str, ...]:
        return _facts_of(self.rules, slot)


def _combine(rules: tuple[Rule, ...], pose: PoseFacts, slot: Slot, decisive: Verdict) -> Finding | None:
    return _settle([rule(pose, slot) for rule in rules], decisive)


def _settle(found: list[Finding | None], decisive: Verdict) -> Finding | None:
    """One decisive verdict is enough; else whatever is unseen leaves it unknown, and the undecided leaves it open."""
    settled = [finding for finding in found if finding and finding.verdict == decisive]
    if settled:
        return Finding(decisive, _merge(settled))
    unseen = [finding for finding in found if finding and finding.verdict == "unknown"]
    if unseen:
        return Finding("unknown", _merge(unseen))
    if not all(found):
        return None
    return Finding(_SWAP[decisive], _merge([finding for finding in found if finding]))


def _facts_of(rules: tuple[Rule, ...], slot: Slot) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for rule in rules for name in rule.facts(slot)))


def _per_side(rule: Rule, pose: PoseFacts) -> tuple[Finding, Finding] | Finding | None:
    """The rule for the left and the right side; a single unknown finding if either side cannot be seen."""
    found = [rule(pose, slot) for slot in BOTH_SIDES]
    unseen = [finding for finding in found if finding and finding.verdict == "unknown"]
    if unseen:
        return Finding("unknown", _merge(unseen))
    left, right = found
    return (left, right) if left and right else None


def _side_facts(rule: Rule) -> tuple[str, ...]:
    return _facts_of((rule,), BOTH_SIDES[0]) + _facts_of((rule,), BOTH_SIDES[1])


@dataclass(frozen=True)
class When:
    """The rule, asked only of poses where a fact is none of the `never` classes: elsewhere the words would mislead."""

    rule: Rule
    fact: str
    never: frozenset[str]

    def __call__(self, pose: PoseFacts, slot: Slot) -> Finding | None:
        return None if pose.get(self.fact) in self.never else self.rule(pose, slot)

    def facts(self, slot: Slot) -> tuple[str, ...]:
        return self.rule.facts(slot)


@dataclass(frozen=True)
class Both:
    """Yes if the rule holds on both sides."""

    rule: Rule

    def __call__(self, pose: PoseFacts, slot: Slot) -> Finding | None:
        return _sides_combined(self.rule, pose, "no")

    def facts(self, slot: Slot) -> tuple[str, ...]:
        return _side_facts(self.rule)


@dataclass(frozen=True)
class Either:
    """Yes if the rule holds on at least one side."""

    rule: Rule

    def __call__(self, pose: PoseFacts, slot: Slot) -> Finding | None:
        return _sides_combined(self.rule, pose, "yes")

    def facts(self, slot: Slot) -> tuple[str, ...]:
        return _side_facts(self.rule)


def _sides_combined(rule: Rule, pose: PoseFacts, decisive: Verdict) -> Finding | None:
    return _settle([rule(pose, slot) for slot in BOTH_SIDES], decisive)


@dataclass(frozen=True)
class OneSide:
    """Yes if the rule holds on exactly one side; both sides are told."""

    rule: Rule

    def __call__(self, pose: PoseFacts, slot: Slot) -> Finding | None:
        found = _per_side(self.rule, pose)
        if found is None or isinstance(found, Finding):
            return found
        return Finding("yes" if found[0].verdict != found[1].verdict else "no", _merge(list(found)))

    def facts(self, slot: Slot) -> tuple[str, ...]:
        return _side_facts(self.rule)


@dataclass(frozen=True)
class WhichSide:
    """left or right for the one side where the rule holds, same if it holds on both sides or on neither."""

    rule: Rule

    def __call__(self, pose: PoseFacts, slot: Slot) -> Finding | None:
        found = _per_side(self.rule, pose)
        if found is None or isinstance(found, Finding):
            return found
        left, right = found
        if left.verdict == right.verdict:
            return Finding("same", _merge([left, right]))
        return Finding("left", left.evidence) if left.verdict == "yes" else Finding("right", right.evidence)

    def facts(self, slot: Slot) -> tuple[str, ...]:
        return _side_facts(self.rule)


@dataclass(frozen=True)
class Compare:
    """left, right or same from a fact that compares the sides."""

    fact: str
    verdicts: Mapping[str, Verdict]

    def __call__(self, pose: PoseFacts, slot: Slot) -> Finding | None:
        if not pose.seen(self.fact):
            return Finding("unknown", (self.fact,))
        label = pose.get(self.fact)
        verdict = self.verdicts.get(label) if label else None
        return Finding(verdict, (self.fact,)) if verdict else None

    def facts(self, slot: Slot) -> tuple[str, ...]:
        return (self.fact,)


@dataclass(frozen=True)
class Tell:
    """States the facts that are seen and decided, `most` at most; unknown if none is seen."""

    names: tuple[str, ...]
    most: int = 2

    def __call__(self, pose: PoseFacts, slot: Slot) -> Finding | None:
        names = self.facts(slot)
        seen = [name for name in names if pose.seen(name)]
        if not seen:
            return Finding("unknown", names)
        decided = [name for name in seen if pose.get(name) is not None]
        return Finding("statement", tuple(decided[: self.most])) if decided else None

    def facts(self, slot: Slot) -> tuple[str, ...]:
        return tuple(_name(name, slot) for name in self.names)


@dataclass(frozen=True)
class TellFirst:
    """States the first `most` facts whose class is one of those listed; the facts of `must` have to be seen."""

    options: tuple[tuple[str, frozenset[str]], ...]
    must: tuple[str, ...]
    most: int = 1

    def __call__(self, pose: PoseFacts, slot: Slot) -> Finding | None:
        must = tuple(_name(name, slot) for name in self.must)
        unseen = tuple(name for name in must if not pose.seen(name))
        if unseen:
            return Finding("unknown", unseen)
        hits: list[str] = []
        for option, classes in self.options:
            name = _name(option, slot)
            if pose.get(name) in classes and pose.seen(name):
                hits.append(name)
                if len(hits) == self.most:
                    break
        return Finding("statement", tuple(hits)) if hits else None

    def facts(self, slot: Slot) -> tuple[str, ...]:
        return tuple(_name(option, slot) for option, _ in self.options)


@dataclass(frozen=True)
class Angle:
    """Tells an angle in degrees; the fact says which joints must be seen."""

    angle: str
    fact: str

    def __call__(self, pose: PoseFacts, slot: Slot) -> Finding | None:
        name, angle = _name(self.fact, slot), _name(self.angle, slot)
        if not pose.seen(name):
            return Finding("unknown", (name,))
        return Finding("statement", (name,), angle=angle) if angle in pose.angles else None

    def facts(self, slot: Slot) -> tuple[str, ...]:
        return (_name(self.fact, slot),)


@dataclass(frozen=True)
class Premise:
    """A question that takes something for granted: a statement where it holds, "Actually, ..." where it does not."""

    rule: Rule

    def __call__(self, pose: PoseFacts, slot: Slot) -> Finding | None:
        found = self.rule(pose, slot)
        if found is None or found.verdict == "unknown":
            return found
        return found._replace(verdict="statement") if found.verdict == "yes" else found._replace(lead="Actually")

    def facts(self, slot: Slot) -> tuple[str, ...]:
        return self.rule.facts(slot)


@dataclass(frozen=True)
class Possible:
    """A question what the body could be doing: yes means the pose allows it."""

    rule: Rule

    def __call__(self, pose: PoseFacts, slot: Slot) -> Finding | None:
        found = self.rule(pose, slot)
        if found is None or found.verdict == "unknown":
            return found
        return found._replace(lead="Yes, that is possible") if found.verdict == "yes" else found

    def facts(self, slot: Slot) -> tuple[str, ...]:
        return self.rule.facts(slot)


@dataclass(frozen=True)
class Outside:
    """Not about the pose: always out of scope."""

    def __call__(self, pose: PoseFacts, slot: Slot) -> Finding | None:
        return Finding("out_of_scope", ())

    def facts(self, slot: Slot) -> tuple[str, ...]:
        return ()


@dataclass(frozen=True)
class Intent:
    """One thing people ask, with the many ways they word it.

    Attributes:
        name: unique.
        level, form: what kind of question it is.
        rule: answers it from a pose's facts.
        slots: the values its templates are filled with ({"side": "left", "other": "right"}).
        wordings: templates that training uses; the first one is the plainest.
        heldout: templates that training never sees.
        weight: how often it is asked compared with other intents.
        literal: the wordings are plain text without tags.
    """

    name: str
    level: Level
    form: Form
    rule: Rule
    slots: tuple[Slot, ...]
    wordings: tuple[str, ...]
    heldout: tuple[str, ...]
    weight: float = 1.0
    literal: bool = False


def is_in(fact: str, yes: str, no: str) -> Is:
    """The rule `Is` from classes separated by spaces."""
    return Is(fact, frozenset(yes.split()), frozenset(no.split()))


def when(rule: Rule, fact: str, never: str) -> When:
    """The rule `When` from classes separated by spaces."""
    return When(rule, fact, frozenset(never.split()))


def side_verdicts(fact: str) -> dict[str, Verdict]:
    """Each class of a fact about left and right -> left, right or, for any other class, same; empty for other facts.

    Whatever is asked about such a fact without a yes or a no is answered by the side, however the question is put.
    """
    classes = FACTS[FACT_INDEX[fact]].classes if fact in FACT_INDEX else ()
    sides: dict[str, Verdict] = {"left": "left", "right": "right"}
    return {label: sides.get(label, "same") for label in classes} if set(sides) <= set(classes) else {}


def compare(fact: str) -> Compare:
    """The rule `Compare` of a fact about left and right."""
    return Compare(fact, side_verdicts(fact))


def _distinct(
    trained: list[str], held: list[str], spare: Sequence[str] = ()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Without repeats, nothing in both; spare wordings are held out until a fifth of all are."""
    trained = list({wording.normalised(text): text for text in reversed(trained)}.values())[::-1]
    known = {wording.normalised(text) for text in trained}
    kept: dict[str, str] = {}
    for text in held:
        if wording.normalised(text) not in known:
            kept.setdefault(wording.normalised(text), text)
    some = spare[:: max(1, len(spare) // 7)]  # a handful over all claims, not all of the first one
    for text in (*some, *spare):
        if len(kept) < len(trained) / 4 and wording.normalised(text) not in known:
            kept.setdefault(wording.normalised(text), text)
    return tuple(trained), tuple(kept.values())


def yes_no(
    name: str, level: Level, rule: Rule, *, claims: str = "", ask: str = "", held: str = "",
    slots: tuple[Slot, ...] = NO_SLOT, form: Form = "yes_no", negated: bool = True, frames: int = 8,
    weight: float = 1.0,
) -> list[Intent]:  # fmt: skip
    """A closed question and, unless switched off, its two negated forms.

    claims: one plain sentence a line, from which direct, indirect and negated questions are made; ask, held: further
    questions, trained on and held out.
    """
    statements = wording.lines(claims)
    made, made_held, spare = wording.questions_from(statements, frames)
    trained, heldout = _distinct([*made[:1], *wording.lines(ask), *made[1:]], [*wording.lines(held), *made_held], spare)
    intents = [Intent(name, level, form, rule, slots, trained, heldout, weight)]
    if negated and statements:
        for suffix, maker, its_rule in (("isnt", wording.isnt_from, rule), ("not", wording.not_from, Not(rule))):
            trained, heldout = _distinct(*maker(statements[:3]))
            intents.append(Intent(f"{name}_{suffix}", level, "negated", its_rule, slots, trained, heldout, weight / 4))
    return intents


def ask(
    name: str, level: Level, form: Form, rule: Rule, *, ask: str = "", tell: str = "", held: str = "",
    slots: tuple[Slot, ...] = NO_SLOT, frames: int = 6, weight: float = 1.0,
) -> list[Intent]:  # fmt: skip
    """Any other question. tell: embedded questions, one a line ("how bent {p} left knee is"), put into frames."""
    made, made_held, spare = wording.tell_from(wording.lines(tell), frames)
    trained, heldout = _distinct([*wording.lines(ask), *made], [*wording.lines(held), *made_held], spare)
    return [Intent(name, level, form, rule, slots, trained, heldout, weight)]
