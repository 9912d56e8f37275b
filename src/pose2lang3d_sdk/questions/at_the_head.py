"""Hands behind the head or in front of the face: the facts know only whether a hand is near, the 3D joints where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk.questions.parts import (
    CLOSENESS_ERROR,
    DEPTH_ERROR,
    HEAD,
    HIPS,
    IS,
    ahead_of,
    are,
    first_match,
    form,
    hidden,
    joints_of,
    named,
    over,
    part_as,
    sureness,
    together,
    yes_or_no,
)
from pose2lang3d_sdk.questions.words import BARE_WHOSE, OWNERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pose2lang3d_sdk.questions.parts import Answer, Part, Places

REACH: Final = 0.6
"""A hand is at the head with the wrist up to so many torso lengths from a point of the face."""
BESIDE_THE_EARS: Final = 0.12
"""Torso lengths by which a wrist beside the ears is measured to be ahead of the face; fitted on the training subjects,
since too few of the validation subjects hold a hand behind the head."""

_WHO: Final = rf"(?:he|she|they|i|you|{BARE_WHOSE}(?:{OWNERS}))"
_HOLDS: Final = (
    rf"(?:is|are|does|do|has|have) {_WHO} (?:(?:have|got|hold|holding|put|putting|keep|keeping|clasping|with) )*"
)
_HELD: Final = r"(?:(?:held|kept|placed|put|clasped|laced|interlaced|interlocked|locked|folded|resting|up) )*"
_WHERE: Final = r"(?:(?P<behind>behind|in back of|at the back of)|in front of|before)"
_ASKED: Final = form(
    rf"(?:{_HOLDS}|{IS}){part_as('a', head=False)} (?:is |are )?{_HELD}{_WHERE} {BARE_WHOSE}(?:head|neck|face|ears?)"
)


def at_the_head(text: str, places: Places) -> Answer | None:
    """The answer to whether hands are behind the head or in front of it, and its joints; None to any other question.

    Args:
        text: a question from `words.bare`.
        places: visible joint -> (3,), of an upright body, as for `comparing.compare`.

    >>> from pose2lang3d_sdk.questions.at_the_head import at_the_head
    >>> at_the_head("are his hands behind his head", {})[0].verdict
    'unknown'
    """
    said = first_match(text, _ASKED)
    hands = named(said, "a") if said else []
    if not said or not hands or any(hand.kind != "wrist" for hand in hands):
        return None
    if missing := hidden([*hands, HEAD, *HIPS], places):
        return missing
    joints = joints_of((*hands, HEAD), places)
    near = [over(REACH - hand.distance(HEAD, places), CLOSENESS_ERROR) for hand in hands]
    if min(near) < 0.5:
        away = _names(hand for hand, belief in zip(hands, near, strict=True) if belief < 0.5)
        return yes_or_no(False, f"{away} {are(away)} away from the head", sureness(min(near))), joints
    ahead = [over(ahead_of(hand, HEAD, places), DEPTH_ERROR, BESIDE_THE_EARS) for hand in hands]
    there = [1 - belief if "behind" in said else belief for belief in ahead]
    true = min(there) >= 0.5
    told = _names(hand for hand, belief in zip(hands, there, strict=True) if true or belief < 0.5)
    where = "behind" if ("behind" in said) is true else "in front of"
    text = f"as far as I can see {told} {are(told)} {where} the head"
    return yes_or_no(true, text, sureness(min(there))), joints


def _names(hands: Iterable[Part]) -> str:
    return together([hand.name for hand in hands])
