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
from pose2lang3d_sdk.questions.words import ANYBODY, BARE_WHOSE

if TYPE_CHECKING:
    from pose2lang3d_sdk.questions.parts import Answer, Part, Places

REACH: Final = 0.6
"""A hand is at the head with the wrist up to so many torso lengths from a point of the face."""
BESIDE_THE_EARS: Final = 0.02
"""Torso lengths ahead of the face from which a hand is taken to be in front of the head: 0.12 part both best on the
training subjects (too few of the validation subjects hold a hand behind the head), less what it makes that seven hands
of ten at a head are in front of it."""
_AWAY: Final = "away from"

_HOLDS: Final = (
    rf"(?:is|are|does|do|has|have) {ANYBODY} (?:(?:have|got|hold|holding|put|putting|keep|keeping|clasping|with) )*"
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
    one_of_two = said is not None and "a_part" in said and "a_side" not in said  # "his hand": each side is asked for
    if not said or one_of_two or not hands or any(hand.kind != "wrist" for hand in hands):
        return None
    if missing := hidden([HEAD, *HIPS], places):
        return missing
    placed = {hand: _placed(hand, places, behind="behind" in said) for hand in hands if hand.seen(places)}
    elsewhere = [hand for hand, (belief, _) in placed.items() if belief < 0.5]
    if not elsewhere and (missing := hidden(hands, places)):
        return missing
    belief, where = min(placed.values())
    name = together([hand.name for hand in elsewhere or hands if placed[hand][1] == where])
    hedge = "" if where == _AWAY else "as far as I can see "
    answer = yes_or_no(not elsewhere, f"{hedge}{name} {are(name)} {where} the head", sureness(belief))
    return answer, joints_of((*hands, HEAD), places)


def _placed(hand: Part, places: Places, *, behind: bool) -> tuple[float, str]:
    """How probable it is that a hand is where it is asked for, behind the head or in front of it, and where it is."""
    near = over(REACH - hand.distance(HEAD, places), CLOSENESS_ERROR)
    if near < 0.5:
        return near, _AWAY
    ahead = over(ahead_of(hand, HEAD, places), DEPTH_ERROR, BESIDE_THE_EARS)
    return (1 - ahead if behind else ahead), "in front of" if ahead >= 0.5 else "behind"
