"""Questions about what can be seen of the person: answered from the keypoints alone, without any net.

`_ANSWERS` lists the kinds of question, each with its forms of words and the function that answers it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.facts import SIDES
from pose2lang3d_sdk.questions.framing import (
    BE,
    BODY,
    CAN,
    CUT,
    FULL_BODY,
    HOW,
    IN,
    NT,
    ONE,
    SEE,
    SIGHT,
    THEY,
    WAIST_UP,
    WHO,
    Framing,
    forms,
    framing,
    region,
)
from pose2lang3d_sdk.questions.parts import yes_or_no
from pose2lang3d_sdk.questions.words import BARE_WHOSE, OWNERS, bare
from pose2lang3d_sdk.skeleton import FACE, JOINTS, NUM_JOINTS, in_order
from pose2lang3d_sdk.telling import sentence, uncapitalised
from pose2lang3d_sdk.unseen import are_or_is, do_not_see, list_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from pose2lang3d_sdk.verdicts import Verdict

    Answer = Callable[[re.Match[str], Collection[str]], "Sight | None"]

_PAIRED: Final = {
    "hand": ("wrist",), "wrist": ("wrist",), "elbow": ("elbow",), "shoulder": ("shoulder",), "hip": ("hip",),
    "knee": ("knee",), "foot": ("ankle",), "ankle": ("ankle",), "eye": ("eye",), "ear": ("ear",),
    "arm": ("elbow", "wrist"), "leg": ("knee", "ankle"),
}  # fmt: skip
"""Part of the body that there are two of -> the joints of one side that must be visible for it to be."""
_LIMBS: Final = frozenset({"arm", "leg"})
_TRUNK: Final = tuple(name for name in JOINTS if name.endswith(("shoulder", "hip")))
FRONT_OF_HEAD: Final = tuple(name for name in FACE if not name.endswith("ear"))
"""Ears are seen from behind, too."""
_SINGLE: Final = {
    "face": FRONT_OF_HEAD, "head": FACE, "nose": ("nose",),
    "torso": _TRUNK, "trunk": _TRUNK, "person": JOINTS, "body": JOINTS,
}  # fmt: skip
"""Part that there is one of -> joints of which one must be visible."""
_PIECES: Final = ("face", "head", "torso", "trunk")
_ALL_OF_IT: Final = ("person", "body")
_WHOLE: Final = ("face", "shoulder", "elbow", "hand", "hip", "knee", "foot")
"""What must all be visible for the whole body to be."""
_JOINTS_OF: Final = _SINGLE | {
    f"{side} {name}": tuple(f"{side}_{joint}" for joint in joints) for name, joints in _PAIRED.items() for side in SIDES
}
"""Part by its full name, as "left hand" -> its joints."""
_NAME_OF: Final = {"feet": "foot"} | {f"{name}s": name for name in _PAIRED} | {name: name for name in _PAIRED | _SINGLE}
"""Word for a part -> its name in `_PAIRED` or `_SINGLE`."""

# Words, of texts from `bare`.
_HIDDEN: Final = (
    r"(?:hidden|concealed|obscured|blocked)(?: from (?:view|sight))?|occluded|invisible|out of (?:view|sight)"
)
_STATE: Final = (
    rf"{HOW}(?P<no>not )?{HOW}(?:(?P<entirely>fully|completely|entirely|wholly)|(?P<partly>partly|partially))? ?"
    rf"(?:(?P<cut>{CUT})|(?P<hidden>{_HIDDEN})"
    rf"|visible|(?:to be )?seen|(?P<sees>shown|showing)|detected|(?P<framed>{IN}))"
)
_IS: Final = f"{BE}(?P<never>{NT})? {_STATE}"
_CAN_BE: Final = rf"(?:can|could)(?P<never>{NT})? be {_STATE}"
_WE_SEE: Final = rf"{CAN}(?P<never>{NT})? {WHO} {HOW}(?P<no>not )?{HOW}(?P<sees>{SIGHT})"
_WE_CAN_SEE: Final = rf"{WHO} {CAN}(?P<never>{NT})? {SIGHT}"
_LIST: Final = "(?:list|name|tell me|give me|show me)"
_ADJECTIVE: Final = "(?:visible|(?P<hidden>hidden|occluded|invisible|missing))"
_PARTS: Final = (
    rf"(?:of )?(?:all )?{BARE_WHOSE}(?:body )?(?:joints?|key ?points?|points|landmarks|limbs?|parts?)(?: of {BODY})?"
)

# "Are the hands visible?", "You can't see her legs, can you?"
_CLOSED: Final = forms(
    rf"{BE}{NT}? (?:there )?(?P<what>.+?) (?:(?:that|which) )?(?:(?:is|are)(?P<never>{NT})? )?{_STATE}",
    rf"(?P<what>.+?) (?:{BE}(?P<never>{NT})? (?:{THEY} )?)?(?:both )?{_STATE}",
    rf"(?:can|could){NT}? (?P<what>.+?) be {_STATE}",
    rf"{SEE} (?P<what>.+?)",
    rf"{WHO} (?:{CAN}(?P<never>{NT})? )?{SIGHT} (?P<what>.+?)",
    rf"(?P<what>.+?) {CAN}{NT}? {WHO} {SIGHT} {THEY}",
    rf"{BE} there (?P<what>.+?) (?:that )?{_WE_CAN_SEE}",
    rf"(?:{BE} there )?any {_ADJECTIVE} (?P<what>{_PARTS})",
)
# "Which hand can you see?", "What is hidden?", "List the visible joints.", "How much of him is in the picture?"
_WHICH: Final = forms(
    *(rf"(?:which|what) (?:of )?(?:(?P<what>.+?) )?{seen}" for seen in (_IS, _CAN_BE, _WE_SEE)),
    rf"(?:which|what) (?P<what>.+?) {BE} {WHO} (?P<never>unable|not able) to {SIGHT}",
    *(rf"{_LIST} (?:all )?(?P<what>.+?) (?:(?:that|which) )?{seen}" for seen in (_IS, _WE_CAN_SEE)),
    *(rf"(?P<much>how much) of (?P<what>{BODY}) {seen}" for seen in (_IS, _WE_SEE)),
    rf"(?:{_LIST} )?what (?P<what>){WHO} {CAN}(?P<never>{NT}) {SIGHT}",
    rf"(?:{_LIST} )?(?:(?:the|all|(?:a )?list of) )*{_ADJECTIVE} (?P<what>.+?)(?: list)?",
    *(rf"which of (?:these|those|the following) (?:parts )?{seen} (?P<what>.+?)" for seen in (_IS, _WE_SEE)),
)
# "How many feet are visible?", "Can you see one hand or both?"
_COUNT: Final = forms(
    *(rf"how many (?:of )?(?P<what>.+?) {seen}" for seen in (_IS, _WE_SEE)),
    rf"(?:how many|(?:the )?number of|count(?: the)?) {_ADJECTIVE} (?P<what>.+?)(?: are there)?",
    rf"(?:the )?number of (?P<what>.+?) {_STATE}",
    rf"{SEE} (?:one |1 )(?P<what>\w+) or (?:both|two|2)",
    rf"{SEE} one or both (?P<what>.+?)",
    rf"(?:{BE} )?one or both (?P<what>.+?) {_STATE}",
    rf"(?:{BE} )?both (?P<what>.+?) {_STATE}(?: or)? (?:just |only )?one(?: or (?:neither|none))?",
    rf"{BE} (?P<so>only|just) one (?P<what>\w+) {_STATE}",
)

# What is asked for: "both hands", "his left foot or the right one", "any part of her"
_SIDE: Final = r"(?:(?P<side>left|right)(?:(?P<two_sides> (?:and|(?P<side_or>or))) (?:the )?(?:left|right))? )?"
_ITEM: Final = re.compile(
    rf"(?:(?P<both>both|all) )?(?:(?P<any>an?|any|either|one) )?(?:(?:of )?{BARE_WHOSE})?"
    rf"(?P<whole>(?:whole|full|entire|complete) )?{_SIDE}(?P<part>{'|'.join(_NAME_OF)}|{OWNERS}|{ONE})\b"
    r"(?: (?P<link>and|or|as well as)\b)?(?: |$)"
)
_SIDE_OF_FACE: Final = re.compile(rf"\b(which|what|left|right) side of {BARE_WHOSE}(?:face|head)\b")
"""An ear says which is seen."""
_NAMED: Final = re.compile(rf"\b(?:(left|right)\s+)?(feet|(?:{'|'.join(_PAIRED)})s?|face|head|nose)\b")
_ALL_PARTS: Final = re.compile(_PARTS)
_EVERYTHING: Final = re.compile(rf"everything|(?:all|every) {_PARTS}")
_ANYTHING: Final = re.compile(rf"anything(?: of {BODY})?|(?:(?:an?|any|some) )?{_PARTS}|(?:any|some|parts?) of {BODY}")


class Sight(NamedTuple):
    """An answer about what is visible, and the visible joints that it is about."""

    answer: Decoded
    joints: tuple[str, ...]


def look(question: str, visible: Collection[str]) -> Sight | None:
    """Answer a question about what can be seen; None for any other question.

    Args:
        question: one line of text.
        visible: names of the visible joints.

    >>> from pose2lang3d_sdk.questions.visibility import look
    >>> look("Can you see the left foot?", ("left_ankle",)).answer.text
    'Yes, the left foot is visible.'
    >>> look("Which foot is hidden?", ("left_ankle",)).answer.text
    'I do not see the right foot clearly.'
    >>> look("How many feet can you see?", ("left_ankle",)).answer.text
    'One foot is visible, the left one.'
    >>> look("Can you see the left foot on the ground?", ("left_ankle",))
    """
    text = re.sub(r"\b(what|how)s\b", r"\1 is", bare(question))
    text = _SIDE_OF_FACE.sub(r"\1 ear", text)
    if framed := framing(text):
        return _framed(framed, visible)
    for wordings, answer in _ANSWERS:
        for found in filter(None, (form.match(text) for form in wordings)):
            if sight := answer(found, visible):
                return sight
    return None


def named_limbs(question: str) -> frozenset[str]:
    """The joints of the arms and legs that a question names a part of, and of the head; without a side both.

    >>> from pose2lang3d_sdk.questions.visibility import named_limbs
    >>> sorted(named_limbs("Is the left hand up?"))
    ['left_elbow', 'left_shoulder', 'left_wrist']
    """
    parts = (part for side, name in _NAMED.findall(question.lower()) for part in _parts(name, side or None))
    named = {joint for part in parts for joint in _JOINTS_OF[part]}
    chains = (("shoulder", "elbow", "wrist"), ("hip", "knee", "ankle"))
    limbs = [{f"{side}_{joint}" for joint in chain} for chain in chains for side in SIDES]
    return frozenset(named.union(*(limb for limb in limbs if named & limb)))


# What is asked for.


class _Asked(NamedTuple):
    """What a question wants to know of what it names."""

    hidden: bool  # whether it is hidden, not whether it is visible
    entirely: bool  # whether all of it is
    in_part: bool  # whether some of it is hidden
    cut: bool  # whether it is hidden because the picture ends
    edge: str | None  # where the picture ends
    framed: bool  # whether the picture reaches so far, so that all of it may be in it


def _asked(found: re.Match[str]) -> _Asked:
    given = found.groupdict()
    # "Aren't they visible, are they?" asks for what is, "the parts that aren't visible" for what is not.
    denied = bool((given.get("no") or given.get("never")) and not given.get("tag"))
    hidden = bool(given.get("hidden") or given.get("cut")) != denied
    cut, entirely = hidden and bool(given.get("cut")), bool(given.get("entirely"))
    in_part = hidden and (cut or bool(given.get("partly")) or (entirely and denied))
    return _Asked(hidden, entirely, in_part, cut, edge=given.get("edge"), framed=bool(given.get("framed")))


def _items(what: str) -> list[re.Match[str]]:
    """The parts of the body that a list of nothing else names; none of any other text."""
    items: list[re.Match[str]] = []
    at = 0
    while at < len(what):
        item = _ITEM.match(what, at)
        if not item:
            return []
        name = _name(item["part"])
        if (item["side"] and name in _SINGLE) or (item["any"] and name == "person" != item["part"]):
            return []  # "a man" may be in the picture or not, "the man" is the person
        items.append(item)
        at = item.end()
    return [] if items and items[-1]["link"] else items


def _name(word: str) -> str:
    return _NAME_OF.get(word, "person")


def _parts(word: str, side: str | None = None, *, whole: bool = False) -> list[str]:
    """Every part of the body that a word means, by the names of `_JOINTS_OF`: of "hand" without a side both."""
    name = _name(word)
    if whole and name in _ALL_OF_IT:
        return [part for name in _WHOLE for part in _parts(name)]
    return [name] if name in _SINGLE else [f"{one} {name}" for one in ((side,) if side else SIDES)]


def _parts_of(items: Sequence[re.Match[str]], *, whole: bool = False) -> list[str]:
    """Those that the items of a list name."""
    named = (_parts(item["part"], None if item["two_sides"] else item["side"], whole=whole) for item in items)
    return list(dict.fromkeys(part for parts in named for part in parts))


def _split(parts: Sequence[str], visible: Collection[str]) -> tuple[list[str], list[str]]:
    """Those that are visible, and the others."""
    seen = [part for part in parts if (any if part in _SINGLE else all)(joint in visible for joint in _JOINTS_OF[part])]
    return seen, [part for part in parts if part not in seen]


def _shown(parts: Iterable[str], visible: Collection[str]) -> tuple[str, ...]:
    """The visible joints of some parts."""
    return in_order({joint for part in parts for joint in _JOINTS_OF[part]}.intersection(visible))


def _rest(visible: Collection[str]) -> tuple[str, ...]:
    """The joints that are not visible."""
    return in_order(set(JOINTS).difference(visible))


# Answers, each to one kind of question that its forms let through; None if it is another one after all.


def _closed(found: re.Match[str], visible: Collection[str]) -> Sight | None:
    """Whether parts of the body are visible or hidden."""
    if found.groupdict().get("only"):
        return None
    asked, what = _asked(found), found["what"]
    if levels := region(what):
        return _region(*levels, asked, visible)
    every = bool(_EVERYTHING.fullmatch(what))
    if every or _ANYTHING.fullmatch(what):
        cut = asked.cut and found["cut"] != "missing"
        return _any_or_all(visible, every=every, hidden=asked.hidden, cut=cut)
    items = _items(what.removesuffix(" or both"))
    if what.endswith(" or both") or any(item["link"] == "or" or item["side_or"] for item in items):
        return _which(found, visible)
    return _of_items(items, asked, visible) if items else None


def _of_items(items: Sequence[re.Match[str]], asked: _Asked, visible: Collection[str]) -> Sight | None:
    """As `_closed`, of parts of the body by name."""
    wholly = {_name(item["part"]) for item in items if item["whole"] or item["both"] or asked.entirely or asked.in_part}
    whole = not wholly.isdisjoint(_ALL_OF_IT)
    pieces = [joint for piece in wholly.intersection(_PIECES) for joint in _JOINTS_OF[piece]]
    if any(joint in visible for joint in pieces) or (asked.edge and not whole):
        return None  # of a face or trunk some joints are enough to be seen, not to be seen wholly
    if asked.edge and (below := region(f"below {asked.edge}")):
        return _region(*below, asked, visible)
    if whole and asked.framed and not asked.hidden:
        return _framed(FULL_BODY, visible)
    parts = _parts_of(items, whole=whole)
    seen, missing = _split(parts, visible)
    joints = _shown(parts, visible)
    one_will_do = any(item["any"] for item in items)
    if asked.hidden and asked.entirely and not asked.in_part:
        hidden = [part for part in missing if not _shown([part], visible)]
        if hidden if one_will_do else not joints:
            return _yes_or_no(_not_visible(hidden, entirely=True), joints, true=True)
        return _yes_or_no(_visible(seen or joints), joints, true=False)
    together = (whole and not asked.in_part) or any(item["both"] for item in items)  # "both hidden": not true of one
    wanted, others = (missing, seen) if asked.hidden else (seen, missing)
    true = bool(wanted) if one_will_do or (asked.hidden and not together) else not others
    if missing and (true == asked.hidden or not seen):
        told = _not_visible(missing)
    else:
        told = "the whole body is visible" if whole and not missing else _visible(seen)
    return _yes_or_no(told, joints, true=true, cut=asked.cut)


def _any_or_all(visible: Collection[str], *, every: bool, hidden: bool, cut: bool) -> Sight:
    """Whether anything is visible or hidden, or everything is."""
    if every == hidden:  # is everything hidden, is anything visible
        return _yes_or_no(_listed(visible, hidden=False), in_order(visible), true=bool(visible) != hidden)
    rest = _rest(visible)
    joints = () if rest and hidden else in_order(visible)
    return _yes_or_no(_listed(visible, hidden=True), joints, true=bool(rest) == hidden, cut=cut)


def _which(found: re.Match[str], visible: Collection[str]) -> Sight | None:
    """Which joints, or which of a pair or a list, are visible or hidden."""
    hidden, what, given = _asked(found).hidden, found["what"], found.groupdict()
    if not (what or hidden) and (given.get("sees") or given.get("framed")):
        return None  # "What can you see?" and "What is in the picture?" ask for a description
    if given.get("much") or what in ("", None, "everything", "all") or _ALL_PARTS.fullmatch(what):
        if hidden:
            return _statement(_listed(visible, hidden=True) if _rest(visible) else "all of the body is visible", ())
        return _statement(_listed(visible, hidden=bool(given.get("much") and not _rest(visible))), in_order(visible))
    pair = _parts_of(_items(what.removesuffix(" or both")))
    if len(pair) < 2:
        return None
    seen, missing = _split(pair, visible)
    if len({_kind(part) for part in pair}) > 1:
        told = [say(some) for say, some in ((_visible, seen), (_not_visible, missing)) if some]
        return _statement("; ".join(told), _shown(pair, visible))
    chosen = missing if hidden else seen
    verdict: Verdict = "same"
    if len(chosen) == 1:
        verdict = "left" if chosen[0].startswith("left") else "right"
    say = _not_visible if bool(chosen) is hidden else _visible
    return Sight(Decoded(sentence([say(chosen or pair)]), verdict, 1.0), _shown(pair, visible))


def _count(found: re.Match[str], visible: Collection[str]) -> Sight | None:
    """How many joints, or of a pair, are visible or hidden."""
    hidden, what = _asked(found).hidden, found["what"]
    if _ALL_PARTS.fullmatch(what):
        rest = _rest(visible)
        told = f"{len(visible) if rest else 'all'} of the {NUM_JOINTS} joints are visible"
        return _statement(f"{told}; {do_not_see(rest)}" if rest and visible else told, in_order(visible))
    items = _items(what)
    sight = _which(found, visible) if len(items) == 1 and not items[0]["any"] else None
    if not sight:
        return None
    one = sight.answer.verdict in SIDES
    if found.groupdict().get("so") and not one:
        return _yes_or_no(uncapitalised(sight.answer.text.rstrip(".")), sight.joints, true=False)
    if one:
        kind = _name(items[0]["part"])
        fully = "fully " if kind in _LIMBS else ""
        told = f"one {kind} is {fully}visible, the {sight.answer.verdict} one"
        if hidden:
            told = f"one: {sight.answer.text.rstrip('.')}"
        if found.groupdict().get("so"):
            return _yes_or_no(told, sight.joints, true=True)
        return _statement(told, sight.joints)
    return sight._replace(answer=replace(sight.answer, verdict="statement"))


_ANSWERS: Final[tuple[tuple[tuple[re.Pattern[str], ...], Answer], ...]] = (
    (_COUNT, _count),
    (_WHICH, _which),
    (_CLOSED, _closed),
)


# Answers about the framing, by levels of the body.


def _framed(asked: Framing, visible: Collection[str]) -> Sight:
    """Whether the picture shows the whole person, or no more than a part."""
    true, told, joints = _view(asked, visible)
    if asked.asks == "cropped":
        return _yes_or_no(told, joints, true=not true, cut=True)
    if asked.asks == "so":
        return _yes_or_no(told, joints, true=true)
    waist_up, of_that, _ = _view(WAIST_UP, visible)
    return _statement(f"only the upper body is visible: {of_that}" if waist_up else told, joints)


def _view(asked: Framing, visible: Collection[str]) -> tuple[bool, str, tuple[str, ...]]:
    """Whether the picture shows each of some levels and none of others, what says so, and visible joints of all."""
    seen, lacking = _levels(asked.shown, visible)
    intruding, outside = _levels(asked.hidden, visible)
    if lacking or (outside and not intruding):
        told = _not_visible(lacking or outside)
    elif intruding:
        told = _visible(intruding)
    else:
        _, hidden = _split(_parts("body", whole=True), visible)
        told = f"the body is visible from head to foot{f', but {_not_visible(hidden)}' if hidden else ''}"
    return not (lacking or intruding), told, _shown([*seen, *intruding], visible)


def _region(levels: Iterable[str], every: bool, asked: _Asked, visible: Collection[str]) -> Sight:
    """Whether the upper or the lower half, or anything below the waist, is visible or hidden."""
    seen, lacking = _levels(levels, visible)
    true = not seen if asked.hidden else bool(seen) and not (every and lacking)
    told = _not_visible(lacking) if lacking and true == asked.hidden else _visible(seen)
    return _yes_or_no(told, _shown(seen, visible), true=true, cut=asked.cut)


def _levels(names: Iterable[str], visible: Collection[str]) -> tuple[list[str], list[str]]:
    """The visible parts of some levels of the body, and the parts of those of which none is visible."""
    levels = [_split(_parts(name), visible) for name in names]
    return [part for seen, _ in levels for part in seen], [part for seen, rest in levels for part in rest if not seen]


# Wordings.


def _yes_or_no(told: str, joints: tuple[str, ...], *, true: bool, cut: bool = False) -> Sight:
    """cut: whether the question is if the picture ends before it; then why it is not visible cannot be told."""
    if true and cut:
        return Sight(Decoded(sentence([f"{told}; why, I cannot tell"]), "unknown", 1.0), ())
    return Sight(yes_or_no(true, told, 1.0), joints)


def _statement(told: str, joints: tuple[str, ...]) -> Sight:
    return Sight(Decoded(sentence([told]), "statement", 1.0), joints)


def _visible(parts: Sequence[str]) -> str:
    listed = list_parts(parts)
    return f"{listed} {are_or_is(listed)} visible"


def _not_visible(parts: Sequence[str], *, entirely: bool = False) -> str:
    limbs = _LIMBS.issuperset(_kind(part) for part in parts)  # a knee may be seen, without its foot
    return do_not_see(parts, "fully" if limbs and not entirely else "clearly")


def _kind(part: str) -> str:
    return part.removeprefix("left ").removeprefix("right ")


def _listed(visible: Collection[str], *, hidden: bool) -> str:
    """All joints that are visible, or that are not."""
    if joints := in_order(_rest(visible) if hidden else visible):
        return do_not_see(joints) if hidden else _visible(joints)
    return "the whole body is visible" if hidden else "nothing of the body is clearly visible"
