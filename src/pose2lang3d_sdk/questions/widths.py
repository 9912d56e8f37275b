"""Questions that compare how far apart pairs of joints are, "Is the stance wider than the shoulders?": by 3D joints."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

import numpy as np

from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.facts import SIDES
from pose2lang3d_sdk.questions.parts import sureness, yes_or_no
from pose2lang3d_sdk.questions.words import ASIDE, BARE_WHOSE, JOINT_OF, SOMEBODY, TAG, bare, plural
from pose2lang3d_sdk.skeleton import in_order
from pose2lang3d_sdk.telling import sentence
from pose2lang3d_sdk.unseen import not_visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from pose2lang3d_sdk.questions.parts import Answer

HIP_WIDTH: Final = 1.5
"""Hips are so many times as wide as the joints in them are apart."""
SPREAD: Final = 0.15
"""Scale of the logistic error of a ratio's logarithm, fitted on the validation subjects."""
SURE_OF_RATIO: Final = math.tanh(math.log(1.5) / (2 * SPREAD))
"""How probable it is that a ratio is between two thirds and one and a half of what is told."""
ABOUT: Final = (0.75, 1.35)
"""Of feet whose distance is between these shoulder widths people say that they are a shoulder width apart."""
_TINY: Final = 0.02
"""Pairs that are closer, in torso lengths, have no ratio."""

_JOINT: Final = {
    **{plural(part): joint for part, joint in JOINT_OF.items()},
    "grip": "wrist", "stance": "ankle", "legs": "ankle", "shoulder": "shoulder", "hip": "hip",
}  # fmt: skip
_WHOSE: Final = rf"{BARE_WHOSE}(?:(?:both|two) )?{BARE_WHOSE}"
_PAIR: Final = "|".join(_JOINT)
_BETWEEN: Final = rf"(?:distance|gap|space|spacing|width|span) (?:between|of) {_WHOSE}"
_FIRST: Final = (
    rf"{_WHOSE}(?P<between>{_BETWEEN})?(?P<first>{_PAIR})"
    r"(?P<width> (?:width|distance|gap|spacing|span))?"
)
_SECOND: Final = (
    rf"{_WHOSE}(?P<second>{_PAIR})(?: (?:widths?|breadth|distance))?(?: (?:apart|(?:are|is)(?: wide)?))?{TAG}"
)
_CLOSED: Final = re.compile(
    rf"^{ASIDE}(?:(?:is|are|isnt|arent) )?{_FIRST} (?:(?:set|placed|held|kept|spread) )*"
    r"(?:(?P<more>wider|(?:further|farther|more) apart|more(?= than (?:a|one) ))|narrower|less(?= than (?:a|one) )"
    r"|(?:closer|nearer)(?: (?:together|to (?:each |one an)other))?)"
    rf" (?:apart )?than (?:(?:a|one) )?{_SECOND}"
)
_WHICH: Final = re.compile(
    rf"^{ASIDE}(?:which|what) (?:is|are) (?:the )?"
    rf"(?:(?P<more>wider(?: apart)?|(?:further|farther|more) apart)|closer(?: together)?) "
    rf"{_FIRST} or {_WHOSE}(?:{_BETWEEN})?{_SECOND}"
)
_ABOUT: Final = re.compile(
    rf"^{ASIDE}(?:is it true that )?(?:(?:is|are|isnt|arent) )?{_FIRST} (?:(?:is|are|set|placed|held|kept|spread) )*"
    rf"(?:(?:about|roughly|at|around) )*(?:(?:a|one) )?(?P<second>shoulders?|hips?) (?:widths?|breadth)(?: apart)?{TAG}"
)
_OPEN: Final = re.compile(
    rf"^{ASIDE}(?:(?P<how>how (?:wide|far apart) (?:is|are)|whats|what is) )?{_FIRST}(?P<apart> apart)? "
    rf"(?:(?:compared (?:to|with)|relative to|in relation to|vs|versus) {_SECOND}|in (?P<unit>shoulder|hip) widths?$)"
)
_HOW_MANY: Final = re.compile(
    rf"^{ASIDE}(?:about |roughly )?how many (?P<second>shoulder|hip) widths? "
    rf"(?:(?:apart|wide) )?(?:is|are|between|separate) {_WHOSE}(?P<first>{_PAIR})(?: apart| wide)?{TAG}"
)
_LOOSE: Final = re.compile(
    rf"^{ASIDE}(?:how (?:wide|far apart|far) (?:is|are) |(?:the )?distance between )?{_FIRST}"
    r"(?: (?:how far )?apart)?(?: (?:is|are|compared|in relation|relative|to|about|roughly|it|the"
    r"|wider|narrower|smaller|larger|equal|or|than|as|wide|hips?|shoulders?|width|widths|distance|apart|closer|together|between))+$"
)
"""A width with what it may be: "Stance: hip width, shoulder width or wider?"."""
_HOW_FAR: Final = re.compile(
    rf"^{ASIDE}(?:how (?:far|wide|widely|close)(?: (?:apart|together|open|spread))? (?:is|are) "
    rf"{_WHOSE}(?P<first>{_PAIR})"
    rf"(?: (?:spread|set|placed|held|kept))?(?: (?:apart|together|from (?:each other|one another)))?"
    rf"|how (?:far|wide)(?: apart)? (?:has|does|do|have) {SOMEBODY} (?:got|have|hold|keep|spread|put) "
    rf"{_WHOSE}(?P<held>{_PAIR})(?: apart)?"
    rf"|(?:(?:whats|what is|how (?:big|large|wide) is) )?(?:the )?{_BETWEEN}(?P<gap>{_PAIR})){TAG}"
)
_CALLED: Final = {"wrist": "hands", "ankle": "feet"}
_APART: Final = re.compile(r"\b(?:wid|far|apart|distance)")
_OFFERS: Final = re.compile(r"\b(?:or|larger|wider than)\b")


def compare_widths(question: str, places: Mapping[str, NDArray[np.floating]]) -> Answer | None:
    """The answer to a question that compares how far apart two pairs of joints are, and the joints; None for any other.

    Args:
        question: one line of text.
        places: visible joint -> (3,), of one scale.
    """
    text = bare(question)
    closed, about, which, open_ended = (form.match(text) for form in (_CLOSED, _ABOUT, _WHICH, _OPEN))
    if open_ended and not _asks_width(open_ended):
        open_ended = None
    found = closed or about or which or _HOW_MANY.match(text) or open_ended
    names = (found["first"], found["second"] or found.groupdict().get("unit", "")) if found else _offered(text)
    if not names:
        return None
    kinds = [_JOINT[name] for name in names]
    if kinds[0] == kinds[1] or set(kinds) == {"shoulder", "hip"}:  # the latter is the build, not the pose
        return None
    joints = in_order({joint for kind in kinds for joint in _pair(kind)})
    if missing := [joint for joint in joints if joint not in places]:
        return Decoded(not_visible(missing), "unknown", 1.0), ()
    first, second = (_width(kind, places) for kind in kinds)
    if min(first, second) < _TINY:
        return None
    ratio = first / second
    wider = _over(ratio, 1.0)
    if which:
        compared = _compared(*(names if (ratio > 1) == bool(which["more"]) else names[::-1]), which["more"])
        return Decoded(sentence([compared]), "statement", sureness(wider)), joints
    if not (closed or about):
        return Decoded(sentence([_said(*names, ratio)]), "statement", sureness(wider)), joints
    within = _over(ratio, ABOUT[0]) - _over(ratio, ABOUT[1])
    true = within if about else wider if closed and closed["more"] else 1 - wider
    return yes_or_no(true >= 0.5, _said(*names, ratio, compared=not about), sureness(true)), joints


def apart_by(question: str, places: Mapping[str, NDArray[np.floating]]) -> tuple[str, str] | None:
    """What a question asks how far apart they are, hands, feet, knees or elbows, and how far; None for any other.

    Args:
        question: one line of text.
        places: visible joint -> (3,), of one scale.

    >>> import numpy as np
    >>> from pose2lang3d_sdk.questions.widths import apart_by
    >>> at = {"left_ankle": 0.3, "right_ankle": -0.3, "left_shoulder": 0.2, "right_shoulder": -0.2}
    >>> apart_by("How far apart are the feet?", {joint: np.array([x, 0, 0]) for joint, x in at.items()})
    ('feet', 'about 1.5 shoulder widths')
    """
    found = _HOW_FAR.match(bare(question))
    kind = _JOINT[found["first"] or found["gap"] or found["held"]] if found else ""
    if kind in ("", "shoulder", "hip") or any(joint not in places for joint in (*_pair(kind), *_pair("shoulder"))):
        return None
    shoulders = _width("shoulder", places)
    if shoulders < _TINY:
        return None
    return _CALLED.get(kind, plural(kind)), f"about {_width(kind, places) / shoulders:.1f} shoulder widths"


def _pair(kind: str) -> tuple[str, ...]:
    return tuple(f"{side}_{kind}" for side in SIDES)


def _width(kind: str, places: Mapping[str, NDArray[np.floating]]) -> float:
    """How far apart both joints of a kind are, and of hips how wide these are."""
    left, right = _pair(kind)
    return float(np.linalg.norm(places[left] - places[right])) * (HIP_WIDTH if kind == "hip" else 1)


def _offered(text: str) -> tuple[str, str] | None:
    """What is asked for the width of, and what it is compared with, where several answers are offered."""
    found = _LOOSE.match(text)
    rest = text[found.end("first") :] if found else ""
    unit = next((unit for unit in ("shoulder", "hip") if unit in rest), "")
    return (found["first"], unit) if found and unit and _APART.search(text) and _OFFERS.search(text) else None


def _over(ratio: float, bound: float) -> float:
    """How probable it is that a ratio measured so is more than `bound`."""
    return float(1 / (1 + (bound / ratio) ** (1 / SPREAD)))


def _asks_width(found: re.Match[str]) -> bool:
    """Whether an open question names a width: "hands compared to shoulders" may be of their heights."""
    named = found["between"] or found["width"] or found["apart"] or found["unit"]
    return bool(named or (found["how"] or "").startswith("how") or found["first"] in ("stance", "grip"))


_NAMES: Final = {
    "grip": "hands", "stance": "feet", "legs": "feet", "shoulder": "shoulders", "hip": "hips",
}  # fmt: skip


def _compared(first: str, second: str, more: str | None) -> str:
    how = "farther apart" if more else "closer together"
    return f"the {_NAMES.get(first, first)} are {how} than the {_NAMES.get(second, second)}"


def _said(first: str, second: str, ratio: float, *, compared: bool = False) -> str:
    """compared: it is asked which are farther apart, so that "about as far" would answer neither yes nor no."""
    first, second = _NAMES.get(first, first), _NAMES.get(second, second)
    if 0.95 <= ratio <= 1.05 and compared:
        return f"the {first} are slightly {'farther apart' if ratio > 1 else 'closer together'} than the {second}"
    if 0.95 <= ratio <= 1.05:
        return f"the {first} are about as far apart as the {second}"
    if second in ("shoulders", "hips"):
        return f"the {first} are about {ratio:.1f} {second.removesuffix('s')} widths apart"
    return f"the {first} are about {ratio:.1f} times as far apart as the {second}"
