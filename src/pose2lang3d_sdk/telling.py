"""Facts to plain sentences, in the decoder's own wordings: for `Person.facts` and what descriptions leave out."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk.facts import FACT_INDEX, FACTS, SIDES, fits
from pose2lang3d_sdk.statements import rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pose2lang3d_sdk.statements import Told, Wording

STRIKING: Final[tuple[Told, ...]] = (
    ("arms_crossed", "yes"), ("arm_raise", "overhead"), ("hand_near_foot", "yes"), ("hand_near_head", "yes"),
    ("foot_ground", "no"), ("legs_crossed", "yes"), ("thigh", "raised"), ("arm_raise", "shoulder_height"),
    ("hand_near_hip", "yes"), ("hand_near_knee", "yes"), ("knee_bend", "deeply_bent"), ("knee_bend", "bent"),
    ("hand_depth", "behind"), ("elbow_bend", "deeply_bent"), ("elbow_bend", "bent"), ("torso_lean", "bent_far_forward"),
    ("torso_twist", "left"), ("feet_distance", "wide_apart"), ("torso_lean", "forward"), ("knee_bend", "straight"),
    ("arm_raise", "at_side"),
)  # fmt: skip
"""(family, class) that a short text mentions, the most striking first; "left" stands for either side."""
LIMBS: Final = {"arm": ("arm", "elbow", "hand"), "leg": ("leg", "knee", "foot", "feet", "thigh"), "torso": ("torso",)}
"""Limb -> how the families that tell of it begin; a short text tells one thing of a limb."""
_LYING: Final = ("lying_face_down", "lying_on_back", "lying_on_side")
OBVIOUS: Final = {
    "foot_ground": frozenset(
        (*_LYING, "airborne", "upside_down", "on_all_fours", "kneeling", "sitting_on_floor", "sitting")
    ),
    "knee_bend": frozenset(("kneeling", "squatting", "on_all_fours", "sitting")),
    "torso_lean": frozenset(("bent_over", "on_all_fours", "plank")),
}
"""Striking family -> postures that say it by themselves, or of which the joints do not show it: whether the feet of
somebody who sits rest on the floor or on pegs."""
NOT_WORTH: Final = {
    **dict.fromkeys(("hand_across", "hand_near_head", "hand_near_hip", "hand_near_knee", "hand_near_foot"), ("no",)),
    **dict.fromkeys(("hand_ground", "knee_ground", "arms_crossed", "legs_crossed", "feet_staggered"), ("no",)),
    **dict.fromkeys(("arms_symmetric", "legs_symmetric", "airborne"), ("no",)),
    **dict.fromkeys(("hand_depth",), ("beside",)),
    **dict.fromkeys(("compactness",), ("medium",)),
    **dict.fromkeys(("torso_side_lean", "torso_twist"), ("none",)),
    **{fact.name: ("equal",) for fact in FACTS if "equal" in fact.classes},
}
"""Family -> classes that only say that nothing is the matter."""
SAID_BY: Final = {
    "torso_orientation": ("torso_lean",),
    "torso_lean": ("torso_orientation",),
    "more_bent_knee": ("left_knee_bend", "right_knee_bend"),
    "more_bent_elbow": ("left_elbow_bend", "right_elbow_bend"),
    "more_raised_arm": ("left_arm_raise", "right_arm_raise"),
    "feet_staggered": ("front_foot",),
    "front_foot": ("feet_staggered",),
    "nearer_side": ("view",),
    "airborne": ("posture",),
}
"""Fact -> facts that make it plain when they were said (all of them)."""
ADDED: Final = frozenset(
    (
        ("arm_raise", "at_side"), ("arm_raise", "partly_raised"), ("camera_height", "above"), ("elbow_bend", "bent"),
        ("elbow_bend", "deeply_bent"), ("facing_lens", "yes"), ("foot_ground", "no"), ("foot_ground", "yes"),
        ("front_foot", "left"), ("front_foot", "right"), ("hand_depth", "behind"), ("hand_depth", "in_front"),
        ("hand_near_hip", "yes"), ("head_nod", "level"), ("head_turn", "straight"), ("knee_bend", "slightly_bent"),
        ("view", "back"), ("view", "front"), ("view", "left_side"), ("view", "right_side"),
    )
)  # fmt: skip
"""(family, class) that a normal text adds where the decoder left them out: those that it left out though
they were nearly sure and that captions of the validation subjects, written from the truth, often tell."""
_REMARKS: Final = ("with ", "seen ")  # wordings that cannot stand alone
_OPENING: Final = re.compile(r"(?:the|both) (?:\w+ )+?(?:is|are) ")
_ONE_NUMBER: Final = 10
"""Degrees by which two joints may differ and still be given one number."""


class Teller:
    """Says facts in the first wording that there is for them.

    Args:
        wordings: all that the decoder was taught (`statements.read_wordings`).
    """

    def __init__(self, wordings: Iterable[Wording]) -> None:
        self._wordings: dict[frozenset[Told], list[Wording]] = {}
        for wording in wordings:
            if not wording.predicate.startswith(_REMARKS):
                self._wordings.setdefault(frozenset(wording.tells), []).append(wording)

    def clause(self, tells: Iterable[Told], angles: Mapping[str, float]) -> str | None:
        """Say facts as in "the left knee is bent to about 90 degrees"; None if no wording says just these.

        Args:
            tells: one fact with its class, or the same fact of both sides.
            angles: degrees by name, of those that are known.
        """
        for wording in self._wordings.get(frozenset(tells), ()):
            numbers = [[angles[name] for name in names if name in angles] for names in wording.angles]
            if all(known and max(known) - min(known) <= _ONE_NUMBER and _fit(wording, known) for known in numbers):
                predicate = wording.predicate
                for known in numbers:
                    predicate = predicate.replace("{n}", str(rounded(sum(known) / len(known))), 1)
                return f"{wording.subject} {predicate}"
        return None

    def say(self, facts: Mapping[str, str], angles: Mapping[str, float]) -> str:
        """One sentence of these facts (fact -> class), in their order."""
        told = [clause for fact in facts.items() if (clause := self.clause([fact], angles))]
        return listing(told)

    def striking(self, known: Mapping[str, str], angles: Mapping[str, float], most: int = 2) -> str:
        """One sentence of what catches the eye, at most one thing of a limb; empty if nothing does.

        known: fact -> class, of the facts that may be told.
        """
        clauses: list[str] = []
        limbs: set[str] = set()
        for family, label in STRIKING:
            limb = next(limb for limb, starts in LIMBS.items() if family.startswith(starts))
            if limb in limbs or known.get("posture") in OBVIOUS.get(family, ()):
                continue
            if told := self._of_family(family, label, known, angles):
                limbs.add(limb)
                clauses += told
            if len(limbs) == most:
                break
        return sentence(clauses)

    def rest(
        self, known: Mapping[str, str], said: Iterable[str], angles: Mapping[str, float], *, full: bool = True
    ) -> list[str]:
        """Sentences of what is known, worth telling and not said yet, two clauses each.

        Args:
            known: fact -> class, of the facts that may be told.
            said: names of the facts that were said.
            angles: degrees by name, of those that are known.
            full: everything; else only what is `ADDED` to normal texts.
        """
        told = set(said)
        clauses: list[str] = []
        for family, members in groupby(FACTS, key=lambda fact: fact.family):
            facts = [fact.name for fact in members]
            new = {
                name: known[name]
                for name in facts
                if name in known and name not in told and known[name] not in NOT_WORTH.get(family, ())
                if full or (family, known[name]) in ADDED
            }
            if family in SAID_BY and all(other in told for other in SAID_BY[family]):
                continue
            if family == "balance" and known.get("balance") == "stable":
                continue
            posture = known.get("posture")
            if family == "foot_ground" and (posture in OBVIOUS[family] or not (posture or full)):
                continue  # the floor is not seen: of an unclear posture it may be a board or pedals
            clauses += self._clauses(new, angles)
            told.update(new)
        return [sentence(without_repetition(clauses[start : start + 2])) for start in range(0, len(clauses), 2)]

    def _of_family(self, family: str, label: str, known: Mapping[str, str], angles: Mapping[str, float]) -> list[str]:
        if family in FACT_INDEX:
            labels = SIDES if label in SIDES else (label,)
            return self._clauses({family: known[family]}, angles) if known.get(family) in labels else []
        sides = [f"{side}_{family}" for side in SIDES if known.get(f"{side}_{family}") == label]
        return self._clauses(dict.fromkeys(sides, label), angles)

    def _clauses(self, facts: Mapping[str, str], angles: Mapping[str, float]) -> list[str]:
        """One clause for sides that agree, else one each, not left first: a mirrored body gets the mirrored text."""
        together = self.clause(facts.items(), angles) if len(facts) > 1 else None
        if together:
            return [together]
        ordered = sorted(facts.items(), key=lambda told: (told[1], angles.get(told[0].removesuffix("_bend"), 0.0)))
        return [clause for told in ordered if (clause := self.clause([told], angles))]


def angle_said(name: str, degrees: float, *, bent: bool = False, exact: bool = False) -> str:
    """A clause that tells an angle of `facts.ANGLES`.

    Args:
        degrees: the angle itself or, if it is `bent`, what is missing to straight.
        exact: to the degree, and not to the nearest ten.

    >>> from pose2lang3d_sdk.telling import angle_said
    >>> angle_said("left_knee", 141.0), angle_said("right_shoulder", 58.8)
    ('the left knee is at about 140 degrees', 'the right arm is raised by about 60 degrees')
    """
    number = round(degrees) if exact else rounded(degrees)
    side, _, joint = name.rpartition("_")
    if joint == "torso":
        return f"the torso is tilted by about {number} degrees"
    if joint == "shoulder":
        return f"the {side} arm is raised by about {number} degrees"
    return f"the {side} {joint} is {'bent by' if bent else 'at'} about {number} degrees"


def _fit(wording: Wording, angles: Sequence[float]) -> bool:
    """A number must not contradict the word beside it: class and angle are read apart."""
    return all(fits(fact, label, angle) for fact, label in wording.tells for angle in angles)


def without_repetition(clauses: Sequence[str]) -> list[str]:
    """The clauses, the second and later ones without a subject and verb that are those of the first.

    >>> from pose2lang3d_sdk.telling import without_repetition
    >>> without_repetition(["the left hand is near the knee", "the left hand is in front of the body"])
    ['the left hand is near the knee', 'in front of the body']
    """
    opening = _OPENING.match(clauses[0]) if clauses else None
    return [clause.removeprefix(opening.group()) if at and opening else clause for at, clause in enumerate(clauses)]


def sentence(clauses: Sequence[str]) -> str:
    """The clauses joined by "and" as one sentence; empty without any."""
    text = " and ".join(clauses)
    return f"{text[0].upper()}{text[1:]}." if text else ""


def listing(clauses: Sequence[str]) -> str:
    """The clauses as one sentence with commas and a last "and"; empty without any."""
    return sentence([joined(clauses)] if clauses else [])


def joined(items: Sequence[str], last_word: str = "and") -> str:
    """With commas and a last "and", or another word (one item at least).

    >>> from pose2lang3d_sdk.telling import joined
    >>> joined(["the head", "the left hand", "both feet"])
    'the head, the left hand and both feet'
    """
    *most, last = items
    return f"{', '.join(most)} {last_word} {last}" if most else last


def uncapitalised(text: str) -> str:
    """The text with a small first letter, unless that is the word "I"."""
    return text if text.startswith("I ") else f"{text[:1].lower()}{text[1:]}"
