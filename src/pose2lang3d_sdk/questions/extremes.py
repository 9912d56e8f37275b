"""Questions about the highest or lowest part of the body, the one that is closer to another, and level hips."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.facts import SIDES
from pose2lang3d_sdk.questions.parts import (
    CLOSENESS_ERROR,
    HEAD,
    HEIGHT_ERROR,
    HIPS,
    IS,
    OF_BOTH,
    ONE_OF,
    Part,
    are,
    first_match,
    form,
    hidden,
    joints_of,
    named,
    over,
    part_as,
    sided,
    statement,
    sureness,
    together,
    yes_or_no,
)
from pose2lang3d_sdk.questions.words import BARE_WHOSE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pose2lang3d_sdk.questions.parts import Answer, Places
    from pose2lang3d_sdk.verdicts import Verdict

EQUALLY: Final = 0.1
"""Two parts are equally close to a third, or both the highest, if no more torso lengths make the difference."""
CROWN: Final = 0.3
"""Torso lengths from the middle of the face to the top of the head."""
HIPS_APART: Final = 0.15
"""Torso lengths between the heights of both hips, as of somebody who lies on a side, from which it is told: the error
is 0.05, as much as hips are tilted in most poses."""

# The highest or lowest part, or whether the named one is it.
_MOST: Final = r"(?:(?P<top>highest|topmost)|lowest|bottommost)"
_POINT: Final = rf"(?:body )?(?:joint|point|part)s?(?: (?:of|on|in) (?:{BARE_WHOSE}(?:body|person|pose)|him|her|them))?"
_WHAT_IS: Final = rf"(?:what|which) (?:is|are) |whats |{IS}(?P<named>{part_as('a', head=True)}) (?:is |are )?"
_EXTREMES: Final = (
    form(rf"(?:{_WHAT_IS})?{BARE_WHOSE}{_MOST} {_POINT}"),
    form(rf"(?:what|which) {_POINT} (?:is|are) {BARE_WHOSE}{_MOST}"),
)
_PAIRED: Final = ("shoulder", "elbow", "hand", "hip", "knee", "foot")
_ENDS: Final = (HEAD, *(sided(part, side) for part in _PAIRED for side in SIDES))
"""Parts of which one may be the highest."""

# Which side is closer to another part, or to which of two parts the named one is.
_CLOSER: Final = r"(?:(?:closer|nearer|closest|nearest) to|(?P<far>farther|further|farthest|furthest)(?: away)? from)"
_TO: Final = rf"{_CLOSER} (?:(?P<trunk>{BARE_WHOSE}(?:body|torso|trunk))|{part_as('b', head=True)})"
_LEFT_OR_RIGHT: Final = rf"(?:the |his |her )?(?:left|right)(?: (?:one|(?P<first>\w+)))? or {BARE_WHOSE}(?:left|right)"
_CLOSER_SIDE: Final = (
    form(rf"(?:which|what) (?P<pair>{ONE_OF}) is (?:the )?{_TO}"),
    form(rf"(?:which|what)(?: one)? is {_TO} {_LEFT_OR_RIGHT} (?P<pair>{ONE_OF})"),
    form(rf"is {_LEFT_OR_RIGHT} (?P<pair>{ONE_OF}) {_TO}"),
    form(
        rf"{IS}{BARE_WHOSE}(?P<own>left|right) (?P<pair>{ONE_OF}) {_TO} than {BARE_WHOSE}(?:left|right|other)"
        r"(?: one| (?P=pair))?"
    ),
)
_TRUNK: Final = Part("the body", tuple(f"{side}_{joint}" for joint in ("shoulder", "hip") for side in SIDES))
_CLOSER_OF_TWO: Final = form(
    rf"is {BARE_WHOSE}(?P<a_side>left|right) (?P<a_part>{ONE_OF}) (?:closer|nearer) to {part_as('b', head=True)}"
    rf" or (?:to )?{part_as('c', head=True)}"
)

# Whether the hips are level, or which is higher.
_LEVEL_OR_TILTED: Final = (
    r"(?:(?P<level>(?:level|even|horizontal|(?:at|on) (?:about )?the same (?:height|level))"
    r"(?: (?:with|as) (?:each other|one another))?)|tilted (?:sideways|to (?:the|one) side)|uneven)"
)
_HIGHER: Final = r"(?:(?P<higher>higher|above|highest)|lower|below|lowest)(?: up| down)?"
_THAN_THE_OTHER: Final = rf"(?:(?: than)? {BARE_WHOSE}(?:left|right|other)(?: one| hip)?)?"
_HIPS: Final = (
    form(rf"{IS}{OF_BOTH}(?:hips|pelvis) (?:is |are )?(?:held |kept |still )*{_LEVEL_OR_TILTED}"),
    form(rf"{IS}{BARE_WHOSE}(?P<side>left|right|one) hip (?:is )?{_HIGHER}{_THAN_THE_OTHER}"),
    form(rf"(?P<which>which|what) hip (?:is |sits )?(?:the )?{_HIGHER}"),
    form(rf"(?P<which>which|what) is {_HIGHER} {_LEFT_OR_RIGHT} hip"),
)


def single_parts(text: str, places: Places) -> Answer | None:
    """The answer to a question about the highest or lowest part, what is closer, or level hips; None for any other.

    Args:
        text: a question from `words.bare`.
        places: visible joint -> (3,), as for `comparing.compare`.

    >>> import numpy as np
    >>> from pose2lang3d_sdk.questions.extremes import single_parts
    >>> places = {"left_wrist": np.array([0.4, -1.5, 0.0]), "left_elbow": np.array([0.4, -1.0, 0.0])}
    >>> single_parts("what is the highest point", places)[0].text
    'Of what I see the left hand is the highest point.'
    """
    if (said := first_match(text, *_HIPS)) is not None:
        return _level_hips(said, places)
    if (said := first_match(text, *_EXTREMES)) is not None:
        return _extreme(said, places)
    if (said := first_match(text, *_CLOSER_SIDE)) is not None:
        return _closer_side(said, places)
    said = first_match(text, _CLOSER_OF_TWO)
    return None if said is None else _closer_of_two(said, places)


def _level_hips(said: Mapping[str, str], places: Places) -> Answer | None:
    """Whether the hips are level, or which is higher: mostly nobody can tell."""
    if missing := hidden(HIPS, places):
        return missing
    left, right = (float(hip.middle(places)[1]) for hip in HIPS)
    if abs(right - left) < HIPS_APART:
        return Decoded("I cannot tell: hips tilt by less than the points that I see can show.", "unknown", 1.0), ()
    sides: tuple[Verdict, Verdict] = ("left", "right") if left < right else ("right", "left")
    higher, lower = sides
    told, sure = f"the {higher} hip is higher than the {lower} hip", over(abs(right - left), HEIGHT_ERROR)
    meant = higher if "higher" in said else lower
    true = said["side"] in (meant, "one") if "side" in said else "level" not in said
    answer = statement(told, sure, meant) if "which" in said else yes_or_no(true, told, sure)
    return answer, joints_of(HIPS, places)


def _extreme(said: Mapping[str, str], places: Places) -> Answer | None:
    """The highest or lowest part, or whether the one that is named is it."""
    closed, top = "named" in said, "top" in said
    asked = named(said, "a") if closed else []
    if closed and not asked:
        return None
    ends = {
        part: (CROWN if part is HEAD else 0) + (-1 if top else 1) * float(part.middle(places)[1])
        for part in _ENDS
        if part.seen(places)
    }
    own = [part for part in ends if {joint for one in asked for joint in one.joints}.issuperset(part.joints)]
    if len(ends) < 2 or (closed and len(own) in (0, len(ends))):
        return hidden(asked if closed and not own else _ENDS, places)
    best = max(ends, key=lambda part: ends[part])
    if not closed:
        own = [part for part in ends if ends[part] >= ends[best] - EQUALLY]
    others = [ends[part] for part in ends if part not in own]
    belief = over(max(ends[part] for part in own), HEIGHT_ERROR, max(others, default=-math.inf))
    told = [best] if closed else own
    name = together([part.name for part in told])
    of_what = "" if len(ends) == len(_ENDS) else "of what I see "
    points = f"{'highest' if top else 'lowest'} {'points' if are(name) == 'are' else 'point'}"
    clause = f"{of_what}{name} {are(name)} the {points}"
    answer = yes_or_no(belief >= 0.5, clause, sureness(belief)) if closed else statement(clause, belief)
    return answer, joints_of((*own, *told), places)


def _closer_side(said: Mapping[str, str], places: Places) -> Answer | None:
    """Which of a pair is closer to another part."""
    if said.get("first", said["pair"]) != said["pair"]:
        return None  # a knee or a hand
    left, right = pair = [sided(said["pair"], side) for side in SIDES]
    targets = [_TRUNK] if "trunk" in said else named(said, "b")
    if not targets or ("b_part" in said and "b_side" not in said):
        return None
    to = Part(together([part.name for part in targets]), tuple(joint for part in targets for joint in part.joints))
    if any(set(part.joints) & set(to.joints) for part in pair):
        return None
    if missing := hidden([*pair, to], places):
        return missing
    gap = right.distance(to, places) - left.distance(to, places)
    sure_left, sure_right = (over(apart, CLOSENESS_ERROR, EQUALLY) for apart in (gap, -gap))
    same, joints = 1 - sure_left - sure_right, joints_of((*pair, to), places)
    if same >= max(sure_left, sure_right):
        told = f"{together([part.name for part in pair])} are about equally close to {to.name}"
        return (yes_or_no(False, told, same) if "own" in said else statement(told, same, "same")), joints
    one, other = (left, right) if (gap > 0) != ("far" in said) else (right, left)
    told = f"{one.name} is {'farther from' if 'far' in said else 'closer to'} {to.name} than {other.name}"
    side: Verdict = "left" if one is left else "right"
    sure = max(sure_left, sure_right)
    return (yes_or_no(said["own"] == side, told, sure) if "own" in said else statement(told, sure, side)), joints


def _closer_of_two(said: Mapping[str, str], places: Places) -> Answer | None:
    """To which of two parts another is closer."""
    (one,) = named(said, "a")
    targets = [*named(said, "b", one.side), *named(said, "c", one.side)]
    if len(targets) != 2 or any(part.joints == one.joints for part in targets):
        return None
    if missing := hidden([one, *targets], places):
        return missing
    far, near = sorted(targets, key=lambda part: one.distance(part, places), reverse=True)
    belief = over(one.distance(far, places) - one.distance(near, places), CLOSENESS_ERROR)
    told = f"{one.name} is closer to {near.name} than to {far.name}"
    return statement(told, belief), joints_of((one, *targets), places)
