"""Captions of three lengths, made of the region texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from pose2lang3d_sdk.facts import FACT_INDEX, FACTS, SIDES
from pose2lang3d_sdk.statements import Told
from training.language import phrases
from training.language.regions import BALANCING, LYING, REGIONS, Region, always, known_facts, of_sides, region_text

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np

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


_STRIKING: Final[tuple[Told, ...]] = (
    ("arms_crossed", "yes"), ("arm_raise", "overhead"), ("hand_near_foot", "yes"), ("hand_near_head", "yes"),
    ("foot_ground", "no"), ("legs_crossed", "yes"), ("thigh", "raised"), ("arm_raise", "shoulder_height"),
    ("hand_near_hip", "yes"), ("hand_near_knee", "yes"), ("knee_bend", "deeply_bent"), ("knee_bend", "bent"),
    ("hand_depth", "behind"), ("elbow_bend", "deeply_bent"), ("elbow_bend", "bent"), ("torso_lean", "bent_far_forward"),
    ("torso_twist", "left"), ("feet_distance", "wide_apart"), ("torso_lean", "forward"), ("knee_bend", "straight"),
    ("arm_raise", "at_side"),
)  # fmt: skip
_LIMBS: Final = {"arm": ("arm", "elbow", "hand"), "leg": ("leg", "knee", "foot", "feet", "thigh"), "torso": ("torso",)}
_OBVIOUS: Final = {  # striking facts that a posture says by itself
    "foot_ground": frozenset((*LYING, "airborne", "upside_down", "on_all_fours", "kneeling", "sitting_on_floor")),
    "knee_bend": frozenset(("kneeling", "squatting", "on_all_fours", "sitting")),
    "torso_lean": frozenset(("bent_over", "on_all_fours", "plank")),
}


def _short(pose: PoseFacts, rng: np.random.Generator, told: Callable[[str], bool]) -> str | None:
    region = Region(pose, "posture", rng, told)
    region.text()
    del region.sentences[1:]
    region.known = known_facts(pose, told, FACT_INDEX)
    clauses: list[tuple[str, str]] = []
    limbs: set[str] = set()
    for fact, label in _STRIKING:
        limb = next(limb for limb, parts in _LIMBS.items() if fact.startswith(parts))
        if limb in limbs or region.posture in _OBVIOUS.get(fact, ()):
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


_NOT_WORTH: Final = {  # classes that only say that nothing is the matter
    **dict.fromkeys(("hand_across", "hand_near_head", "hand_near_hip", "hand_near_knee", "hand_near_foot"), ("no",)),
    **dict.fromkeys(("hand_ground", "knee_ground", "arms_crossed", "legs_crossed", "feet_staggered"), ("no",)),
    **dict.fromkeys(("arms_symmetric", "legs_symmetric", "airborne"), ("no",)),
    **dict.fromkeys(("hand_depth",), ("beside",)),
    **dict.fromkeys(("compactness",), ("medium",)),
    **dict.fromkeys(("torso_side_lean", "torso_twist"), ("none",)),
    **{fact.name: ("equal",) for fact in FACTS if "equal" in fact.classes},
}
_SAID_BY: Final = {  # fact -> facts that make it plain when they were said (both of them for sides)
    "torso_orientation": ("torso_lean", "posture"),
    "torso_lean": ("torso_orientation",),
    "more_bent_knee": ("left_knee_bend", "right_knee_bend"),
    "more_bent_elbow": ("left_elbow_bend", "right_elbow_bend"),
    "more_raised_arm": ("left_arm_raise", "right_arm_raise"),
    "feet_staggered": ("front_foot",),
    "front_foot": ("feet_staggered",),
    "nearer_side": ("view",),
    "airborne": ("posture",),
}


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
    return fact in r.known and fact not in r.said and r.known[fact] not in _NOT_WORTH.get(family, ())


def _plain(r: Region, fact: str) -> bool:
    if fact == "balance":
        return r.posture not in BALANCING
    if fact == "facing_lens":
        return r.has(fact, "no") and r.known.get("view") not in (None, "front")
    return fact in _SAID_BY and all(other in r.said for other in _SAID_BY[fact])
