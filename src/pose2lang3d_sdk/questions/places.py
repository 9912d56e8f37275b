"""Where elbows and knees are, "Where is the left elbow?": beside shoulders and hips, by the 3D joints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk.facts import SIDES
from pose2lang3d_sdk.questions.parts import (
    DEPTH_ERROR,
    HEIGHT_ERROR,
    HIPS,
    Part,
    ahead_of,
    are,
    first_match,
    form,
    hidden,
    joints_of,
    over,
    sided,
    statement,
    sureness,
    together,
)
from pose2lang3d_sdk.questions.words import BARE_WHOSE, plural
from pose2lang3d_sdk.telling import joined

if TYPE_CHECKING:
    from pose2lang3d_sdk.questions.parts import Answer, Places

LEVEL: Final = 0.15
"""Up to so many torso lengths apart two heights are the same."""
AHEAD: Final = 0.25
"""From so many torso lengths on something is in front of the body or behind it."""

_PARTS: Final = ("elbow", "knee")
_FORM: Final = form(
    rf"(?:where(?:s| is| are)|(?:whats|what is) the (?:position|place|location) of) {BARE_WHOSE}(?:both {BARE_WHOSE})?"
    rf"(?:(?P<side>left|right) (?P<part>{'|'.join(_PARTS)})|(?P<many>{'|'.join(map(plural, _PARTS))}))"
    r"(?: (?:placed|located|positioned|held))?(?: (?:in relation|relative) to (?:the|his|her) (?:body|torso|trunk))?"
)
_SHOULDERS: Final = Part("the shoulders", tuple(f"{side}_shoulder" for side in SIDES))
_HIPS: Final = Part("the hips", tuple(f"{side}_hip" for side in SIDES))


def place(question: str, places: Places) -> Answer | None:
    """The answer to where an elbow or a knee is, or both are, and the joints; None to any other question.

    Args:
        question: the words of a question, from `words.bare`.
        places: visible joint -> (3,), in torso lengths, y down along gravity, of somebody who is upright.

    >>> from pose2lang3d_sdk.questions.places import place
    >>> place("where is the left knee", {})[0].text
    'I cannot tell: I do not see either hip or the left knee clearly.'
    """
    said = first_match(question, _FORM)
    if not said:
        return None
    kind = said.get("part") or next(part for part in _PARTS if plural(part) == said["many"])
    asked = [sided(kind, side) for side in SIDES if side == said.get("side", side)]
    around = [*HIPS, *([_SHOULDERS] if kind == "elbow" else [])]
    seen = [part for part in asked if part.seen(places)]
    if missing := hidden([*around, *([] if seen else asked)], places):
        return missing
    told = [_told(part, kind, places) for part in seen]
    at: dict[str, list[str]] = {}
    for part, (where, _) in zip(seen, told, strict=True):
        at.setdefault(where, []).append(part.name)
    clauses = [f"{(who := together(names))} {are(who)} {where}" for where, names in at.items()]
    return statement(joined(clauses), min(sure for _, sure in told)), joints_of([*around, *seen], places)


def _told(part: Part, kind: str, places: Places) -> tuple[str, float]:
    """Its height and how far it is in front, in words, and how sure that is."""
    height, sure_of_height = _height(part, kind, places)
    body = _SHOULDERS if kind == "elbow" else _HIPS
    ahead = ahead_of(part, body, places)
    in_front, behind = over(ahead, DEPTH_ERROR, AHEAD), over(-ahead, DEPTH_ERROR, AHEAD)
    if max(in_front, behind) < 0.5:
        return height, min(sure_of_height, sureness(max(in_front, behind)))
    where = f"{'in front of' if in_front > behind else 'behind'} {'the body' if kind == 'elbow' else 'the hips'}"
    return f"{height} and {where}", min(sure_of_height, max(in_front, behind))


def _height(part: Part, kind: str, places: Places) -> tuple[str, float]:
    marks = ((_SHOULDERS, "shoulder"), (_HIPS, "hip")) if kind == "elbow" else ((_HIPS, "hip"),)
    apart = [float(mark.middle(places)[1] - part.middle(places)[1]) for mark, _ in marks]  # above it is positive
    for (_, name), up in zip(marks, apart, strict=True):
        above, below = over(up, HEIGHT_ERROR, LEVEL), over(-up, HEIGHT_ERROR, LEVEL)
        if max(above, below) < 0.5:
            return f"at {name} height", 1 - max(above, below)
    if apart[0] > 0:
        return f"above {marks[0][1]} height", over(apart[0], HEIGHT_ERROR, LEVEL)
    if apart[-1] > 0:
        sure = min(over(-apart[0], HEIGHT_ERROR, LEVEL), over(apart[-1], HEIGHT_ERROR, LEVEL))
        return "between shoulder and hip height", sure
    return f"below {marks[-1][1]} height", over(-apart[-1], HEIGHT_ERROR, LEVEL)
