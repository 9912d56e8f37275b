"""Captions of three lengths, made of the region texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pose2lang3d_sdk.facts import FACT_INDEX, FACTS, SIDES
from pose2lang3d_sdk.telling import LIMBS, NOT_WORTH, OBVIOUS, SAID_BY, STRIKING
from training.language import phrases
from training.language.regions import BALANCING, REGIONS, Region, always, known_facts, of_sides, region_text

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np

    from pose2lang3d_sdk.statements import Told
    from training.language.pose import PoseFacts

__all__ = ["REGIONS", "Detail", "always", "caption", "region_text"]

Detail = Literal["short", "normal", "full"]


def caption(
    pose: PoseFacts, rng: np.random.Generator, detail: Detail = "normal", *, told: Callable[[str], bool] = always
) -> str | None:
    """The whole pose in words; None when nothing can be told.

    Args:
        pose: only its decided and seen facts are told.
        rng: picks the wordings.
        detail: "short" = the posture and one or two striking facts, "normal" = every region, "full" = all that is worth
            telling.
        told: facts it returns False for are kept back.
    """
    if detail == "short":
        return _short(pose, rng, told)
    regions = [Region(pose, region, rng, told) for region in REGIONS]
    texts = [text for region in regions if (text := region.text())]
    if detail == "full":
        texts += _rest(pose, rng, told, {fact for region in regions for fact in region.said})
    return " ".join(texts) or None


def _short(pose: PoseFacts, rng: np.random.Generator, told: Callable[[str], bool]) -> str | None:
    region = Region(pose, "posture", rng, told)
    region.text()
    del region.sentences[1:]
    region.known = known_facts(pose, told, FACT_INDEX)
    clauses: list[tuple[str, str]] = []
    limbs: set[str] = set()
    for fact, label in STRIKING:
        limb = next(limb for limb, parts in LIMBS.items() if fact.startswith(parts))
        if limb in limbs or region.posture in OBVIOUS.get(fact, ()):
            continue
        if clause := _striking(region, (fact, label)):
            limbs.add(limb)
            clauses.append(clause)
        if len(clauses) == 2:
            break
    region.sentence(clauses)
    if region.sentences:
        return " ".join(region.sentences)
    texts = (Region(pose, name, rng, told) for name in REGIONS)
    return next((text.sentences[0] for text in texts if text.text()), None)


def _striking(r: Region, told: Told) -> tuple[str, str] | None:
    fact, label = told
    if fact in FACT_INDEX:
        labels = SIDES if label in SIDES else (label,)
        return r.one((fact, r.known[fact])) if r.has(fact, *labels) else None
    sides = [s for s in SIDES if r.has(f"{s}_{fact}", label)]
    if len(sides) == 2:
        return r.clause(phrases.spread(fact, label, r.pose) or phrases.BOTH_CLAUSES[told])
    return r.one((f"{sides[0]}_{fact}", label)) if sides else None


def _rest(pose: PoseFacts, rng: np.random.Generator, told: Callable[[str], bool], said: set[str]) -> list[str]:
    """Sentences for the facts that the regions left out, two clauses each."""
    r = Region(pose, "posture", rng, told)
    r.known = known_facts(pose, told, FACT_INDEX)
    r.said = said
    clauses: list[tuple[str, str]] = []
    for fact in FACTS:
        family = fact.family
        if fact.name == family:
            if _worth(r, family, fact.name) and not _plain(r, family):
                clauses.append(r.one((fact.name, r.known[fact.name])))
        elif fact.name.startswith("left"):
            clauses += _rest_of_sides(r, family)
    for start in range(0, len(clauses), 2):
        r.sentence(clauses[start : start + 2])
    return r.sentences


def _rest_of_sides(r: Region, family: str) -> list[tuple[str, str]]:
    return of_sides(r, family, {s: r.known[f"{s}_{family}"] for s in SIDES if _worth(r, family, f"{s}_{family}")})


def _worth(r: Region, family: str, fact: str) -> bool:
    return fact in r.known and fact not in r.said and r.known[fact] not in NOT_WORTH.get(family, ())


def _plain(r: Region, fact: str) -> bool:
    if fact == "balance":
        return r.posture not in BALANCING
    if fact == "facing_lens":
        return r.has(fact, "no") and r.known.get("view") not in (None, "front")
    return fact in SAID_BY and all(other in r.said for other in SAID_BY[fact])
