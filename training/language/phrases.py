"""How a fact is said: the wordings with sides and numbers filled in, shared by captions, answers and the parser.

Left and right are always the person's own, and exchanging the two words turns a text into that of the mirrored pose.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk.facts import ANGLES, FACT_ANGLE, FACT_INDEX, FACTS, SIDES
from pose2lang3d_sdk.skeleton import mirror_name
from pose2lang3d_sdk.statements import Told, Wording, rounded
from training.language import wordings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy as np

    from training.language.pose import PoseFacts


def _wording(template: str, side: str, tells: tuple[Told, ...], angles: tuple[tuple[str, ...], ...] = ()) -> Wording:
    subject, predicate = template.replace("{s}", side).replace("{o}", mirror_name(side)).split("|")
    return Wording(subject, predicate, tells, angles if "{n}" in predicate else ())


def _angle_of(fact: str) -> str | None:
    return name if fact.endswith("_bend") and (name := fact[: -len("_bend")]) in ANGLES else None


def _angles(*facts: str) -> tuple[tuple[str, ...], ...]:
    names = tuple(name for fact in facts if (name := _angle_of(fact)))
    return (names,) if names else ()


def _singles() -> Iterator[tuple[Told, tuple[Wording, ...]]]:
    for fact in FACTS:
        texts = wordings.ONE[fact.family]
        for label in fact.classes:
            if fact.name != fact.family:
                side, templates = fact.name.split("_")[0], texts[label]
            elif label in texts:
                side, templates = "left", texts[label]
            else:  # the mirror image of a class that names a side
                side, templates = "right", texts[mirror_name(label)]
            told = (fact.name, label)
            yield told, tuple(_wording(t, side, (told,), _angles(fact.name)) for t in templates)


def _pairs(told: Told) -> tuple[Told, Told]:
    return (f"left_{told[0]}", told[1]), (f"right_{told[0]}", told[1])


def _fused() -> Iterator[tuple[tuple[Told, ...], tuple[Wording, ...]]]:
    upright = wordings.UPRIGHT
    yield upright, tuple(_wording(t, "", upright) for t in ("the torso|is upright", "the torso|is held upright"))
    for facts, (templates, _) in wordings.FUSED.items():
        for side in SIDES:
            tells = tuple((f"{side}_{fact}", label) for fact, label in facts)
            yield tells, tuple(_wording(t, side, tells) for t in templates)


CLAUSES: Final[Mapping[Told, tuple[Wording, ...]]] = dict(_singles())
"""(fact, class) -> its clauses; those with a number come first."""
BOTH_CLAUSES: Final[Mapping[Told, tuple[Wording, ...]]] = {
    (family, label): tuple(
        _wording(t, "", _pairs((family, label)), _angles(*(f"{s}_{family}" for s in SIDES))) for t in templates
    )
    for family, texts in wordings.BOTH.items()
    for label, templates in texts.items()
}
"""(family, class) -> clauses that tell the fact of both sides."""
SPREAD_CLAUSES: Final[Mapping[tuple[str, str, str], tuple[Wording, ...]]] = {
    (family, label, side): tuple(
        _wording(
            t, side, _pairs((family, label)), (*_angles(f"{side}_{family}"), *_angles(f"{mirror_name(side)}_{family}"))
        )
        for t in templates
    )
    for family, texts in wordings.SPREAD.items()
    for label, templates in texts.items()
    for side in SIDES
}
"""(family, class, the more bent side) -> clauses that give each side its own angle."""
WITH_ONE: Final[Mapping[Told, Wording]] = {
    (f"{side}_{family}", label): _wording(one, side, ((f"{side}_{family}", label),), _angles(f"{side}_{family}"))
    for (family, label), (one, _) in wordings.REMARKS.items()
    for side in SIDES
}
"""(fact, class) -> remark that follows a clause about the same arm or knee."""
WITH_BOTH: Final[Mapping[Told, Wording]] = {
    (family, label): _wording(both_, "", _pairs((family, label)), _angles(*(f"{s}_{family}" for s in SIDES)))
    for (family, label), (_, both_) in wordings.REMARKS.items()
}
FUSED_ONE: Final[Mapping[tuple[Told, ...], tuple[Wording, ...]]] = dict(_fused())
"""Two facts of one arm (or of the torso) -> clauses that tell both facts."""
FUSED_BOTH: Final[Mapping[tuple[Told, ...], tuple[Wording, ...]]] = {
    (first, second): tuple(_wording(t, "", (*_pairs(first), *_pairs(second))) for t in both_)
    for (first, second), (_, both_) in wordings.FUSED.items()
}
SEEN: Final[Mapping[Told, Wording]] = {
    (fact, seen): _wording(template, side, ((fact, seen),))
    for (fact, label), template in wordings.VIEWS.items()
    for side, seen in (("left", label), ("right", mirror_name(label)))
}
"""(fact, class) -> remark that follows the clause about the posture."""


def _bare_angle(angle: str) -> Wording:
    if angle == "torso":
        subject, predicate = "the torso", "is tilted by about {n} degrees"
    elif angle.endswith("shoulder"):
        subject, predicate = f"the {angle.split('_', maxsplit=1)[0]} upper arm", "is at about {n} degrees to the torso"
    else:
        subject, predicate = f"the {angle.replace('_', ' ')}", "is at about {n} degrees"
    return Wording(subject, predicate, (), ((angle,),))


BARE_ANGLES: Final[Mapping[str, Wording]] = {angle: _bare_angle(angle) for angle in ANGLES}
"""Angle -> the clause that gives it where it lies between two classes."""


def with_angle(clause: Wording, angle: str) -> Wording:
    """A clause without a number, followed by the angle."""
    how = "tilted by" if angle == "torso" else "at"
    return replace(clause, predicate=f"{clause.predicate}, {how} about {{n}} degrees", angles=((angle,),))


def all_wordings() -> Iterator[Wording]:
    """Every wording there is, remarks included: what the parser is built from."""
    for table in (CLAUSES, BOTH_CLAUSES, SPREAD_CLAUSES, FUSED_ONE, FUSED_BOTH):
        for clauses in table.values():
            yield from clauses
    yield from SEEN.values()
    for remarks in (WITH_ONE, WITH_BOTH):
        for remark in remarks.values():
            start, noun = remark.subject.rsplit(" ", 1)
            for subject in (remark.subject, f"{start} {wordings.ALSO_AFTER[noun]}"):
                yield replace(remark, subject=subject)
                if remark.angles:
                    yield replace(remark, subject=subject, predicate=_unnumbered(remark.predicate), angles=())
    yield from BARE_ANGLES.values()
    for fact, angle in FACT_ANGLE.items():
        for label in FACTS[FACT_INDEX[fact]].classes:
            yield from (with_angle(clause, angle) for clause in CLAUSES[fact, label] if not clause.angles)


def statement(fact: str, label: str, pose: PoseFacts, rng: np.random.Generator) -> str:
    """Say one fact as a clause: lower-case start, no full stop.

    Args:
        fact: a name in `facts.FACTS`.
        label: one of its classes.
        pose: only its angles are used; the angle of a bent joint is said, rounded to 10 degrees, when it is there.
        rng: picks the wording.

    Raises:
        KeyError: no such fact or class.
    """
    return say(CLAUSES[fact, label], pose, rng)


def both(family: str, label: str, pose: PoseFacts, rng: np.random.Generator) -> str:
    """Say that a fact holds on both sides ("knee_bend", "bent") -> "both knees are bent to about 90 degrees".

    Raises:
        KeyError: the family has no sides, or no such class.
    """
    return say(spread(family, label, pose) or BOTH_CLAUSES[family, label], pose, rng)


def spread(family: str, label: str, pose: PoseFacts) -> tuple[Wording, ...]:
    """The clauses that give each side its own angle, empty when one number does for both."""
    if (family, label, "left") not in SPREAD_CLAUSES:
        return ()
    joint = family[: -len("_bend")]
    left, right = (pose.angles.get(f"{side}_{joint}") for side in SIDES)
    if left is None or right is None or abs(rounded(left) - rounded(right)) <= 10:
        return ()
    return SPREAD_CLAUSES[family, label, "left" if left < right else "right"]


def say(clauses: Sequence[Wording], pose: PoseFacts, rng: np.random.Generator, limit: int | None = None) -> str:
    """One of the clauses, filled in; those with numbers when the pose has the angles, else those without."""
    chosen = pick(clauses, pose, rng, limit)
    return f"{chosen.subject} {filled(chosen, pose)}"


def pick(clauses: Sequence[Wording], pose: PoseFacts, rng: np.random.Generator, limit: int | None = None) -> Wording:
    """One of the (first `limit`) wordings that fit the pose's angles; draws exactly one number from rng."""
    if clauses[0].angles:
        numbers = all(name in pose.angles for group in clauses[0].angles for name in group)
        clauses = [clause for clause in clauses if bool(clause.angles) == numbers] or clauses
    count = len(clauses) if limit is None else min(limit, len(clauses))
    return clauses[int(rng.random() * count)]


def filled(wording: Wording, pose: PoseFacts) -> str:
    """The predicate with its numbers; a number for both sides is that of their mean."""
    text = wording.predicate
    for names in wording.angles:
        angles = [pose.angles[name] for name in names if name in pose.angles]
        if not angles:  # the only wording has a number and the pose has none
            return _unnumbered(text)
        text = text.replace("{n}", str(rounded(sum(angles) / len(angles))), 1)
    return text


def _unnumbered(predicate: str) -> str:
    return predicate.partition(" to about {n}")[0]


assert set(CLAUSES) == {(fact.name, label) for fact in FACTS for label in fact.classes}
assert all(name in FACT_INDEX for wording in all_wordings() for name, _ in wording.tells)
