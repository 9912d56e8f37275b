"""Questions about what can be seen of the person: answered from the keypoints alone, without any net."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.facts import SIDES
from pose2lang3d_sdk.skeleton import FACE, JOINTS, in_order
from pose2lang3d_sdk.telling import sentence
from pose2lang3d_sdk.unseen import are_or_is, list_joints
from pose2lang3d_sdk.words import OWNERS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pose2lang3d_sdk.verdicts import Verdict

_PAIRED: Final = {
    "hand": ("wrist",), "wrist": ("wrist",), "elbow": ("elbow",), "shoulder": ("shoulder",), "hip": ("hip",),
    "knee": ("knee",), "foot": ("ankle",), "ankle": ("ankle",), "eye": ("eye",), "ear": ("ear",),
    "arm": ("elbow", "wrist"), "leg": ("knee", "ankle"),
}  # fmt: skip
"""Part of the body that there are two of -> the joints of one side that must be visible for it to be."""
_CHAINS: Final = (("shoulder", "elbow", "wrist"), ("hip", "knee", "ankle"))
_LIMBS: Final = frozenset(name for name, joints in _PAIRED.items() if len(joints) > 1)
_TRUNK: Final = tuple(name for name in JOINTS if name.endswith(("shoulder", "hip")))
FRONT_OF_HEAD: Final = tuple(name for name in FACE if not name.endswith("ear"))
"""Ears are seen from behind, too."""
_SINGLE: Final = {
    "face": FRONT_OF_HEAD, "head": FACE, "nose": ("nose",),
    "torso": _TRUNK, "trunk": _TRUNK, "person": JOINTS, "body": JOINTS,
}  # fmt: skip
"""Part that there is one of -> joints of which one must be visible."""
_PIECES: Final = ("face", "head", "torso", "trunk")
_WHOLE: Final = ("face", "shoulder", "elbow", "hand", "hip", "knee", "foot")
"""What must all be visible for the whole body to be."""

_WHOSE: Final = rf"(?:(?:the|his|her|their|my|your|its|this|that|of|(?:{OWNERS})(?:['’]s|s['’]|['’]))\s+)*"
_PHOTO: Final = r"(?:the\s+|this\s+)?(?:picture|photo|photograph|image|frame|shot|view|sight)"
_IN: Final = rf"(?:(?:in|within|inside)\s+{_PHOTO}|on\s+(?:the\s+|this\s+)?(?:picture|photo|photograph|image))"
_HOW: Final = r"(?:(?:actually|clearly|really|even|still|at\s+all|please|now|all)\s+)*"
_ENTIRELY: Final = r"(?P<entirely>(?:fully|completely|entirely|wholly)\s+)?"
_HIDDEN: Final = rf"not\s+{_HOW}(?:visible|seen|{_IN})|(?:hidden|concealed)(?:\s+from\s+view)?|occluded|invisible"
_EDGE: Final = rf"(?:\s+(?:by|at)\s+(?:the\s+)?(?:edges?|borders?|frame)(?:\s+of\s+{_PHOTO})?)?"
_CUT: Final = (
    rf"cut\s+off{_EDGE}|cropped(?:\s+(?:out|off))?{_EDGE}|(?:out\s+of|outside(?:\s+of)?|off)\s+{_PHOTO}"
    r"|(?:hidden|blocked|concealed|covered)\s+(?:by|behind)\s+(?:something|anything)"
)
"""Why something is not seen; that is not known."""
_SEEN: Final = rf"visible|(?:to\s+be\s+)?seen|shown|showing|{_IN}"
_STATE: Final = rf"{_HOW}{_ENTIRELY}(?:(?P<cut>{_CUT})|(?P<hidden>{_HIDDEN})|{_SEEN})"
_END: Final = (
    rf"(?:\s+(?:properly|clearly|well))?(?:\s+{_IN})?"
    r"(?:\s+(?:to|from)\s+(?:the\s+)?(?:camera|lens|viewer|me|us|you))?(?:\s+(?:at\s+all|here|there))?$"
)
_CAN: Final = r"(?:can|could|do)"
_NOT: Final = r"n?['’]?t|not"
_WHO: Final = r"(?:you|u|one|we|i)"
_SIGHT: Final = r"(?:see|make\s+out|spot)"
_SEE: Final = rf"{_CAN}(?P<never>{_NOT})?\s+{_WHO}\s+{_HOW}(?P<not>not\s+)?{_HOW}{_SIGHT}"
_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        rf"^(?:is|are)(?:{_NOT})?\s+(?P<what>\S.*?)\s+{_STATE}{_END}",
        rf"^(?P<what>\S.*?)\s+{_HOW}visible{_END}",
        rf"^is\s+it\s+true\s+that\s+(?P<what>\S.*?)\s+(?:is|are)\s+{_STATE}{_END}",
        rf"^(?:can|could)(?:{_NOT})?\s+(?P<what>\S.*?)\s+be\s+{_STATE}{_END}",
        rf"^{_CAN}(?:{_NOT})?\s+{_WHO}\s+{_HOW}{_SIGHT}\s+(?P<what>\S.*?){_END}",
    )
)
"""Closed questions."""
_WHICH: Final = tuple(
    re.compile(form)
    for form in (
        rf"^(?:which|what)\s+(?:of\s+)?(?P<what>\S.*?)\s+(?:is|are)(?P<never>n['’]?t)?\s+{_STATE}{_END}",
        rf"^(?:which|what)\s+(?:of\s+)?(?P<what>\S.*?)\s+can(?P<never>{_NOT})?\s+(?P<not>not\s+)?be\s+{_STATE}{_END}",
        rf"^(?:which|what)\s+(?:of\s+)?(?P<what>\S.*?)\s+{_SEE}{_END}",
        rf"^(?:list|name|tell\s+me)\s+(?:all\s+)?(?P<what>\S.*?)\s+(?:that|which)\s+(?:is|are)\s+{_STATE}{_END}",
        rf"^(?:list|name|tell\s+me)\s+(?:all\s+)?(?P<what>\S.*?)(?:\s+(?:that|which))?\s+{_WHO}\s+(?:can|could|do)\s+{_SIGHT}{_END}",
    )
)
"""Open questions: which joints, which hand."""
_NAMES: Final = "|".join(("feet", "bodies", *(f"{name}s?" for name in _PAIRED), *_SINGLE))
_ITEM: Final = re.compile(
    rf"^(?:(?P<both>both|all)\s+)?(?:(?P<any>an?|any|either|one)\s+)?{_WHOSE}(?P<whole>(?:whole|full|entire|complete)\s+)?"
    rf"(?:(?P<side>left|right)\s+)?(?P<part>{_NAMES})$"
)
_NAMED: Final = re.compile(rf"\b(?:(left|right)\s+)?(feet|(?:{'|'.join(_PAIRED)})s?|face|head|nose)\b")
_PARTS: Final = re.compile(rf"^{_WHOSE}(?:joints?|limbs?|body\s+parts?|parts?(?:\s+of\s+{_WHOSE}body)?)$")


class Sight(NamedTuple):
    """An answer about what is visible, and the visible joints that it is about."""

    answer: Decoded
    joints: tuple[str, ...]


class _Part(NamedTuple):
    """A part of the body, its joints, and whether all of them must be visible for it to be."""

    name: str
    joints: tuple[str, ...]

    def is_in(self, visible: Collection[str]) -> bool:
        needed = any if self.name in _SINGLE else all
        return needed(joint in visible for joint in self.joints)


def look(question: str, visible: Collection[str]) -> Sight | None:
    """Answer a question about what can be seen; None for any other question.

    Args:
        question: one line of text.
        visible: names of the visible joints.

    >>> from pose2lang3d_sdk.visibility import look
    >>> look("Can you see the left foot?", ("left_ankle",)).answer.text
    'Yes, the left foot is visible.'
    >>> look("Which foot is hidden?", ("left_ankle",)).answer.text
    'The right foot is not visible.'
    >>> look("Can you see the left foot on the ground?", ("left_ankle",))
    """
    text = " ".join(re.sub(r"[^\w'’ ]", " ", question.lower()).split())
    for form in _WHICH:
        if found := form.match(text):
            groups = found.groupdict()
            hidden = any(groups.get(name) for name in ("hidden", "cut", "never", "not"))
            if sight := _which(found["what"], visible, hidden=hidden):
                return sight
    for form in _FORMS:
        if (found := form.match(text)) and (sight := _closed(found, visible)):
            return sight
    return None


def named_limbs(question: str) -> frozenset[str]:
    """The joints of the arms and legs that a question names a part of, and of the head; without a side both.

    >>> from pose2lang3d_sdk.visibility import named_limbs
    >>> sorted(named_limbs("Is the left hand up?"))
    ['left_elbow', 'left_shoulder', 'left_wrist']
    """
    parts = [part for side, name in _NAMED.findall(question.lower()) for part in _parts(name, side or None)]
    named = {joint for part in parts for joint in part.joints}
    limbs = [tuple(f"{side}_{joint}" for joint in limb) for limb in _CHAINS for side in SIDES]
    return frozenset(named.union(*(limb for limb in limbs if named.intersection(limb))))


def _closed(found: re.Match[str], visible: Collection[str]) -> Sight | None:
    named = found["what"].split(" and ")
    items = [item for name in named if (item := _ITEM.match(name))]
    if len(items) < len(named) or any(item["side"] and item["part"] in _SINGLE for item in items):
        return None
    given = found.groupdict()
    hidden, entirely = bool(given.get("hidden") or given.get("cut")), bool(given.get("entirely"))
    wholly = [bool(item["whole"] or item["both"] or entirely or given.get("cut")) for item in items]
    if any(all_of_it and item["part"] in _PIECES for all_of_it, item in zip(wholly, items, strict=True)):
        return None  # of a face or trunk some joints are enough to be seen, not to be seen wholly
    whole = any(all_of_it and item["part"] in ("body", "person") for all_of_it, item in zip(wholly, items, strict=True))
    parts = [part for item in items for part in _parts(item["part"], item["side"], whole=whole)]
    missing, seen = ([part for part in parts if part.is_in(visible) is there] for there in (False, True))
    joints = in_order({joint for part in parts for joint in part.joints}.intersection(visible))
    one_will_do = any(item["any"] for item in items)
    together = (whole and not given.get("cut")) or any(item["both"] for item in items)  # "both hidden": not true of one
    if hidden and entirely:
        true = not joints
    elif hidden:
        true = bool(missing) if one_will_do or not together else not seen
    else:
        true = bool(seen) if one_will_do else not missing
    if true and given.get("cut"):
        return Sight(Decoded(f"I cannot tell: {_not_visible(missing)}.", "unknown", 1.0), ())
    verdict: Verdict = "yes" if true else "no"
    tell_missing = bool(missing) and (true == hidden or not seen)
    if tell_missing:
        told = _not_visible(missing)
    else:
        told = f"{'the whole body is' if whole and not missing else _said(seen)} visible"
    return Sight(Decoded(f"{verdict.capitalize()}, {told}.", verdict, 1.0), joints)


def _which(what: str, visible: Collection[str], *, hidden: bool) -> Sight | None:
    """Which joints, or which of a pair, are visible or hidden."""
    if _PARTS.match(what):
        return _listed(visible, hidden=hidden)
    item = _ITEM.match(what)
    pair = _parts(item["part"], None) if item and not item["side"] else []
    if len(pair) < 2:
        return None
    chosen = [part for part in pair if part.is_in(visible) is not hidden]
    joints = in_order({joint for part in pair for joint in part.joints}.intersection(visible))
    verdict: Verdict = "same"
    if len(chosen) == 1:
        verdict = "left" if chosen == pair[:1] else "right"
    told = _not_visible(chosen or pair) if bool(chosen) is hidden else f"{_said(chosen or pair)} visible"
    return Sight(Decoded(sentence([told]), verdict, 1.0), joints)


def _parts(word: str, side: str | None, *, whole: bool = False) -> list[_Part]:
    """Every part of the body that a word means: of "hand" without a side both."""
    name = "foot" if word == "feet" else word if word in _PAIRED or word in _SINGLE else word.removesuffix("s")
    if whole and name in ("body", "person"):
        return [part for name in _WHOLE for part in _parts(name, None)]
    if name in _SINGLE:
        return [_Part(name, _SINGLE[name])]
    sides = (side,) if side else SIDES
    return [_Part(f"{one} {name}", tuple(f"{one}_{joint}" for joint in _PAIRED[name])) for one in sides]


def _not_visible(parts: Sequence[_Part]) -> str:
    kinds = {_kind(part) for part in parts}
    seen = "fully visible" if kinds <= _LIMBS else "visible"  # a knee may be, without its foot
    if len(kinds) == 1 < len(parts):
        return f"neither {kinds.pop()} is {seen}"
    return f"{_said(parts)} not {seen}"


def _said(parts: Sequence[_Part]) -> str:
    """With the verb: "the left hand is", "both hands are"."""
    names = [part.name for part in parts]
    said: dict[str, bool] = {}
    for part in parts:
        kind = _kind(part)
        pair = all(f"{side} {kind}" in names for side in SIDES)
        said[f"both {'feet' if kind == 'foot' else kind + 's'}" if pair else f"the {part.name}"] = pair
    *most, last = said
    return f"{', '.join(most)} and {last} are" if most else f"{last} {'are' if said[last] else 'is'}"


def _kind(part: _Part) -> str:
    return part.name.removeprefix("left ").removeprefix("right ")


def _listed(visible: Collection[str], *, hidden: bool) -> Sight:
    joints = in_order(set(JOINTS).difference(visible) if hidden else visible)
    if not joints:
        text = "All of the body is visible." if hidden else "Nothing of the body is clearly visible."
    else:
        listed = list_joints(joints)
        text = f"{listed[0].upper()}{listed[1:]} {are_or_is(listed)}{' not' if hidden else ''} visible."
    return Sight(Decoded(text, "statement", 1.0), () if hidden else joints)
