"""Questions about what can be seen of the person: answered from the keypoints alone, without any net."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from pose2lang3d_sdk.compound import WHOSE
from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.facts import SIDES
from pose2lang3d_sdk.skeleton import JOINTS, in_order
from pose2lang3d_sdk.unseen import list_joints

if TYPE_CHECKING:
    from collections.abc import Collection

    from pose2lang3d_sdk.verdicts import Verdict

_PAIRED: Final = {
    "hand": ("wrist",), "wrist": ("wrist",), "elbow": ("elbow",), "shoulder": ("shoulder",), "hip": ("hip",),
    "knee": ("knee",), "foot": ("ankle",), "ankle": ("ankle",), "eye": ("eye",), "ear": ("ear",),
    "arm": ("elbow", "wrist"), "leg": ("knee", "ankle"),
}  # fmt: skip
"""Part of the body that there are two of -> the joints of one side that must be visible for it to be."""
_LIMBS: Final = frozenset(name for name, joints in _PAIRED.items() if len(joints) > 1)
_FACE: Final = tuple(name for name in JOINTS if name.endswith(("nose", "eye", "ear")))
_TRUNK: Final = tuple(name for name in JOINTS if name.endswith(("shoulder", "hip")))
_SINGLE: Final = {"face": _FACE, "head": _FACE, "nose": ("nose",), "torso": _TRUNK, "trunk": _TRUNK}
"""Part that there is one of -> joints of which one must be visible."""
_PLURAL: Final = {"foot": "feet"}

_NAMES: Final = "|".join(("feet", *(f"{name}s?" for name in _PAIRED), *_SINGLE))
_ADVERBS: Final = r"(?:(?:actually|clearly|fully|completely|even|still|at all)\s+)*"
_PICTURE: Final = r"(?:in|on|within|inside)\s+(?:the\s+|this\s+)?(?:picture|photo|photograph|image|frame|shot|view)"
_OUT: Final = r"out\s+of\s+(?:the\s+|this\s+)?(?:picture|photo|photograph|image|frame|shot|view|sight)"
_HIDDEN: Final = rf"not\s+{_ADVERBS}visible|hidden|occluded|invisible|cut\s+off|{_OUT}"
_SEEN: Final = rf"visible|seen|shown|showing|in\s+sight|{_PICTURE}"
_WHAT: Final = rf"(?P<both>both\s+(?:of\s+)?)?{WHOSE}(?:(?P<side>left|right)\s+)?(?P<part>{_NAMES})"
_WHOLE: Final = rf"{WHOSE}(?P<whole>whole|full|entire|complete)\s+(?:body|person|figure)"
_SEE: Final = r"(?:can|could|do)\s+(?:you|one|we|i)\s+(?:(?:actually|clearly|even)\s+)*see"
_CLOSED: Final = re.compile(
    rf"^(?:(?:is|are)\s+(?:{_WHAT}|{_WHOLE})\s+{_ADVERBS}(?:(?P<hidden>{_HIDDEN})|{_SEEN})(?:\s+{_PICTURE})?"
    rf"|{_SEE}\s+(?:{_WHAT.replace('?P<', '?P<see_')}|{_WHOLE.replace('?P<', '?P<see_')})(?:\s+{_PICTURE})?)$"
)
_OPEN: Final = re.compile(
    rf"^(?:which|what)\s+(?:of\s+)?(?:the\s+|his\s+|her\s+|their\s+)?(?:joints?|limbs?|body\s+parts?|parts?(?:\s+of\s+{WHOSE}body)?)"
    rf"\s+(?:(?:is|are)\s+(?:(?P<hidden>{_HIDDEN})|{_SEEN})|(?:can|could|do)\s+(?:you|one|we|i)\s+(?P<not>not\s+)?see)"
    rf"(?:\s+{_PICTURE})?$"
)


class Sight(NamedTuple):
    """An answer about what is visible, and the visible joints that it is about."""

    answer: Decoded
    joints: tuple[str, ...]


def look(question: str, visible: Collection[str]) -> Sight | None:
    """Answer a question about what can be seen; None for any other question.

    Args:
        question: one line of text.
        visible: names of the visible joints.

    >>> from pose2lang3d_sdk.visibility import look
    >>> look("Can you see the left foot?", ("left_ankle",)).answer.text
    'Yes, the left foot is visible.'
    >>> look("Are the feet hidden?", ("left_ankle",)).answer.text
    'Yes, the right foot is not visible.'
    >>> look("Can you see the left foot on the ground?", ("left_ankle",))
    """
    text = " ".join(re.sub(r"[^\w'’ ]", " ", question.lower()).split())
    if found := _OPEN.match(text):
        return _listed(visible, hidden=bool(found["hidden"] or found["not"]))
    found = _CLOSED.match(text)
    if not found:
        return None
    side, part, whole = (found[name] or found[f"see_{name}"] for name in ("side", "part", "whole"))
    parts = _whole() if whole else _parts(part, side)
    missing = [name for name, joints in parts.items() if not _is_visible(name, joints, visible)]
    joints = in_order({joint for joints in parts.values() for joint in joints}.intersection(visible))
    all_of_it = "the whole body is" if whole else _said([*parts])
    told = _not_visible(missing) if missing else f"{all_of_it} visible"
    verdict: Verdict = "yes" if bool(missing) == bool(found["hidden"]) else "no"
    return Sight(Decoded(f"{verdict.capitalize()}, {told}.", verdict, 1.0), joints)


def _parts(word: str, side: str | None) -> dict[str, tuple[str, ...]]:
    """Every part that a word means, such as "left hand", and its joints."""
    name = "foot" if word == "feet" else word if word in _PAIRED or word in _SINGLE else word.removesuffix("s")
    if name in _SINGLE:
        return {name: _SINGLE[name]}
    sides = (side,) if side else SIDES
    return {f"{one} {name}": tuple(f"{one}_{joint}" for joint in _PAIRED[name]) for one in sides}


def _whole() -> dict[str, tuple[str, ...]]:
    names = ("face", "shoulder", "elbow", "hand", "hip", "knee", "foot")
    return {part: joints for name in names for part, joints in _parts(name, None).items()}


def _is_visible(part: str, joints: Collection[str], visible: Collection[str]) -> bool:
    needed = any if part in _SINGLE else all
    return needed(joint in visible for joint in joints)


def _not_visible(parts: list[str]) -> str:
    kinds = {part.removeprefix("left ").removeprefix("right ") for part in parts}
    seen = "fully visible" if kinds <= _LIMBS else "visible"  # a knee may be, without its foot
    if len(kinds) == 1 < len(parts):
        return f"neither {kinds.pop()} is {seen}"
    return f"{_said(parts)} not {seen}"


def _said(parts: list[str]) -> str:
    """With the verb: "the left hand is", "both hands are"."""
    said: dict[str, bool] = {}
    for part in parts:
        name = part.removeprefix("left ").removeprefix("right ")
        pair = all(f"{side} {name}" in parts for side in SIDES)
        said[f"both {_PLURAL.get(name, name + 's')}" if pair else f"the {part}"] = pair
    *most, last = said
    return f"{', '.join(most)} and {last} are" if most else f"{last} {'are' if said[last] else 'is'}"


def _listed(visible: Collection[str], *, hidden: bool) -> Sight:
    joints = in_order(set(JOINTS).difference(visible) if hidden else visible)
    if not joints:
        text = "All of the body is visible." if hidden else "Nothing of the body is clearly visible."
    else:
        listed = list_joints(joints)
        verb = "are" if " and " in listed or listed.startswith("both ") else "is"
        text = f"{listed[0].upper()}{listed[1:]} {verb}{' not' if hidden else ''} visible."
    return Sight(Decoded(text, "statement", 1.0), () if hidden else joints)
