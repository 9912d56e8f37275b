"""Questions about what can be seen of the person: answered from the keypoints alone, without any net."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.facts import SIDES
from pose2lang3d_sdk.skeleton import FACE, JOINTS, NUM_JOINTS, in_order
from pose2lang3d_sdk.telling import sentence
from pose2lang3d_sdk.unseen import are_or_is, list_joints
from pose2lang3d_sdk.words import ASIDE, BARE_WHOSE, OWNERS, bare

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

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
_ALL_OF_IT: Final = ("person", "body")
_WHOLE: Final = ("face", "shoulder", "elbow", "hand", "hip", "knee", "foot")
"""What must all be visible for the whole body to be."""
_LEVELS: Final = ("head", "shoulder", "hip", "knee", "foot")
"""From head to foot: one of a pair says that the picture reaches so far."""
_UP: Final = {
    "chest": (("shoulder",), ("hip", "knee", "foot")),
    "shoulder": (("shoulder",), ("hip", "knee", "foot")),
    "waist": (("shoulder",), ("knee", "foot")),
    "hip": (("hip",), ("knee", "foot")),
    "knee": (("knee",), ("foot",)),
}
"""Where a view "from the waist up" ends -> levels that are visible then, and those that are not."""
_DOWN: Final = {
    "waist": (("knee",), ("head", "shoulder")),
    "hip": (("knee",), ("head", "shoulder")),
    "knee": (("foot",), ("head", "shoulder", "hip")),
}
"""So of one "from the waist down"."""

# Words, of texts from `bare`.
_ONE: Final = "he|she|they|him|her|them"
_BODY: Final = rf"(?:{BARE_WHOSE}(?:body|{OWNERS}|subject)|{_ONE}|me)"
_PHOTO: Final = r"(?:(?:the|this|my) )?(?:picture|photo|photograph|image|frame|shot)"
_IN: Final = (
    rf"(?:in|within|inside) (?:{_PHOTO}|(?:the )?(?:view|sight))"
    "|on (?:(?:the|this) )?(?:picture|photo|photograph|image)"
)
_HOW: Final = r"(?:(?:actually|clearly|really|even|still|at all|please|now|all|properly) )*"
_HIDDEN: Final = (
    r"(?:hidden|concealed|obscured|blocked)(?: from (?:view|sight))?|occluded|invisible|out of (?:view|sight)"
)
_EDGE: Final = rf"(?: (?:by|at) (?:the )?(?:edges?|borders?|frame)(?: of {_PHOTO})?)?"
_AT: Final = r"(?: (?:at|below|from) (?:the )?(?P<edge>chest|waist|hips?|knees?)(?: down)?)?"
_CUT: Final = (
    rf"(?:cut off|cropped(?: (?:out|off))?)(?:{_EDGE}|{_AT})"
    rf"|(?:out of|outside(?: of)?|off|missing (?:from|in)) {_PHOTO}|missing"
    r"|(?:hidden|blocked|concealed|covered|obscured) (?:by|behind) (?:something|anything)"
)
"""Why something is not seen; that is not known."""
_SEEN: Final = rf"visible|(?:to be )?seen|(?P<sees>shown|showing)|detected|(?P<framed>{_IN})"
_STATE: Final = (
    rf"{_HOW}(?P<no>not )?{_HOW}(?:(?P<entirely>fully|completely|entirely|wholly)|(?P<partly>partly|partially))? ?"
    rf"(?:(?P<cut>{_CUT})|(?P<hidden>{_HIDDEN})|{_SEEN})"
)
_BE: Final = "(?:is|are|was|were)"
_CAN: Final = "(?:can|could|do)"
_NT: Final = "(?:n?t| not)"
_WHO: Final = "(?:you|u|one|we|i)"
_ONLY: Final = "(?:only|just)"
_SIGHT: Final = "(?:see|make out|spot)"
_SEE: Final = (
    rf"(?:{_CAN}{_NT}? {_WHO}|can{_NT}?|(?:are|am) {_WHO} able to|would {_WHO} be able to|is it possible to)"
    rf" (?:not )?{_HOW}(?P<only>{_ONLY} )?{_SIGHT}"
)
_WE_SEE: Final = rf"{_CAN}(?P<never>{_NT})? {_WHO} {_HOW}(?P<no>not )?{_HOW}(?P<sees>{_SIGHT})"
_LIST: Final = "(?:list|name|tell me|give me|show me)"
_ADJECTIVE: Final = "(?:visible|(?P<hidden>hidden|occluded|invisible|missing))"
_PART: Final = r"(?:body )?(?:joints?|key ?points?|points|landmarks|limbs?|parts?)"
_THEY: Final = "(?:it|they|he|she|that|those|them)"
_START: Final = (
    rf"^{ASIDE}(?:(?:can|could|would|do) you )?"
    r"(?:(?:please )?(?:tell (?:me|us)|let me know|know|say|check|i wonder|is it true) "
    r"(?:(?:whether|if|that) |(?=which|what|how)))?"
)
_END: Final = (
    rf"(?: (?:properly|clearly|well|fully))?(?: (?:{_IN}))?(?: (?:to|from) (?:the )?(?:camera|lens|viewer|me|us|you))?"
    r"(?: (?:at all|here|there|now|please))*"
    rf"(?: or (?:not|visible|hidden|cut off|out of {_PHOTO})| right| correct| {_BE}nt {_THEY}| {_CAN}{_NT} {_WHO}"
    rf"|(?P<tag> {_BE} {_THEY}| {_CAN} {_WHO}))?$"
)
"""A tag "are they?" asks whether it is so of what a denial goes before."""


def _forms(*forms: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(f"{_START}{form}{_END}") for form in forms)


_CLOSED: Final = _forms(
    rf"{_BE}{_NT}? (?:there )?(?P<what>.+?) (?:(?:that|which) )?(?:(?:is|are)(?P<never>{_NT})? )?{_STATE}",
    rf"(?P<what>.+?) {_BE}(?P<never>{_NT})? (?:{_THEY} )?{_STATE}",
    rf"(?P<what>.+?) {_STATE}",
    rf"(?:can|could){_NT}? (?P<what>.+?) be {_STATE}",
    rf"{_SEE} (?P<what>.+?)",
    rf"{_WHO} (?:{_CAN}(?P<never>{_NT})? )?(?P<only>{_ONLY} )?{_SIGHT} (?P<what>.+?)",
    rf"(?P<what>.+?) {_CAN}{_NT}? {_WHO} {_SIGHT} (?:{_THEY})",
    rf"{_BE} there (?P<what>.+?) (?:that )?{_WHO} {_CAN}(?P<never>{_NT})? {_SIGHT}",
    rf"(?:{_BE} there )?any {_ADJECTIVE} (?P<what>{_PART})",
)
_WHICH: Final = (
    *_forms(
        rf"(?:which|what) (?:of )?(?:(?P<what>.+?) )?{_BE}(?P<never>{_NT})? {_STATE}",
        rf"(?:which|what) (?:of )?(?:(?P<what>.+?) )?(?:can|could)(?P<never>{_NT})? be {_STATE}",
        rf"(?:which|what) (?:of )?(?:(?P<what>.+?) )?{_WE_SEE}",
        rf"(?:{_LIST} )?what (?P<what>){_WHO} {_CAN}(?P<never>{_NT}) {_SIGHT}",
        rf"{_LIST} (?:all )?(?P<what>.+?) (?:(?:that|which) )?{_BE}(?P<never>{_NT})? {_STATE}",
        rf"{_LIST} (?:all )?(?P<what>.+?) (?:(?:that|which) )?{_WHO} {_CAN}(?P<never>{_NT})? {_SIGHT}",
        rf"(?:{_LIST} )?(?:(?:the|all|(?:a )?list of) )*{_ADJECTIVE} (?P<what>.+?)(?: list)?",
        rf"(?P<much>how much) of (?P<what>{_BODY}) {_BE}(?P<never>{_NT})? {_STATE}",
        rf"(?P<much>how much) of (?P<what>{_BODY}) {_WE_SEE}",
    ),
    *(
        re.compile(rf"{_START}which of (?:these|those|the following) (?:parts )?{verb} (?P<what>.+)$")
        for verb in (rf"{_BE}(?P<never>{_NT})? {_STATE}", _WE_SEE)
    ),
)
"""Open questions: which joints, which hand, which of a list."""
_COUNT: Final = _forms(
    rf"how many (?:of )?(?P<what>.+?) {_BE}(?P<never>{_NT})? {_STATE}",
    rf"how many (?:of )?(?P<what>.+?) {_WE_SEE}",
    rf"(?:how many|(?:the )?number of|count(?: the)?) {_ADJECTIVE} (?P<what>.+?)(?: are there)?",
    rf"(?:the )?number of (?P<what>.+?) {_STATE}",
    rf"{_SEE} (?:one |1 )(?P<what>\w+) or (?:both|two|2)",
    rf"{_SEE} one or both (?P<what>.+?)",
    rf"(?:{_BE} )?one or both (?P<what>.+?) {_STATE}",
    rf"(?:{_BE} )?both (?P<what>.+?) {_STATE} or (?:just |only )?one",
)
_SIDE: Final = r"(?:(?P<side>left|right)(?:(?P<two_sides> (?:and|(?P<side_or>or))) (?:the )?(?:left|right))? )?"
_NAMES: Final = "|".join(("feet", *(f"{name}s?" for name in _PAIRED), *_SINGLE))
_ITEM: Final = re.compile(
    rf"(?:(?P<both>both|all) )?(?:(?P<any>an?|any|either|one) )?(?:(?:of )?{BARE_WHOSE})?"
    rf"(?P<whole>(?:whole|full|entire|complete) )?{_SIDE}(?P<part>{_NAMES}|{OWNERS}|{_ONE})\b"
    r"(?: (?P<link>and|or|as well as)\b)?(?: |$)"
)
_BOTH_END: Final = re.compile(r" or both$")
_NAMED: Final = re.compile(rf"\b(?:(left|right)\s+)?(feet|(?:{'|'.join(_PAIRED)})s?|face|head|nose)\b")
_PARTS: Final = re.compile(rf"^(?:of )?(?:all )?{BARE_WHOSE}{_PART}(?: of {_BODY})?$")
_EVERYTHING: Final = re.compile(rf"^(?:everything|(?:all|every) (?:of )?{BARE_WHOSE}{_PART}(?: of {_BODY})?)$")
_ANYTHING: Final = re.compile(
    rf"^(?:anything(?: of {_BODY})?|(?:(?:an?|any|some) )?(?:of )?{BARE_WHOSE}{_PART}(?: of {_BODY})?"
    rf"|(?:any|some|parts?) of {_BODY})$"
)

# Framing: how much of the whole person the picture shows.
_CROPPED: Final = _forms(rf"(?:{_BE} )?(?:(?:it|this|that|{_PHOTO}) (?:is )?)?(?:cropped|cut off){_EDGE}")
_TOP: Final = ("upper", "top")
_UPPER: Final = rf"(?P<half>upper|top|lower|bottom) (?:body|half|part)(?: of {_BODY})?"
_PARTIAL: Final = (
    rf"(?:{BARE_WHOSE}{_UPPER}|half(?: body)?"
    r"|(?:from )?(?:the )?(?P<edge>chest|shoulder|waist|hip|knee)s? (?P<way>up|down)(?:wards?)?)"
)
_FULL: Final = r"(?:full|whole|entire) (?:body|length|figure|person)|(?:from )?head to (?:toes?|foot|feet)"
_SHOT: Final = "(?: (?:shot|photo|picture|image|portrait|view|framing))"
_IT_IS: Final = rf"(?:(?:is|was) )?(?:it|this|that|{_PHOTO}) (?:is )?"
_SHOWN: Final = rf"(?:shown|seen|visible|pictured|photographed|{_IN})"
_FRAMED_FULL: Final = _forms(
    rf"(?:{_IT_IS})?(?:an? )?(?:{_FULL}){_SHOT}",
    rf"{_IT_IS}(?:an? )?(?:{_FULL})",
    rf"{_BE} {_BODY} {_SHOWN} (?:in full|{_FULL})",
    rf"(?:{_BE} )?(?:{_BODY} )?(?:{_FULL}) {_SHOWN}",
    rf"{_SEE} (?:{_BODY} )?from head to (?:toes?|foot|feet)",
)
_FRAMED_PARTLY: Final = _forms(
    rf"(?:{_IT_IS})?(?:an? |{_ONLY} )*{_PARTIAL}{_SHOT}",
    rf"{_IT_IS}(?:{_ONLY} ){_PARTIAL}(?: {_SHOWN})?",
    rf"(?:{_BE} )?{_ONLY} {_PARTIAL}(?: {_SHOWN})?",
    rf"{_PARTIAL} {_ONLY}",
    "(?:from )?(?:the )?(?P<edge>chest|waist) (?P<way>up|down)",
    rf"{_BE} {_BODY} (?:{_ONLY} )?{_SHOWN} (?:{_ONLY} )?{_PARTIAL}",
    rf"(?:are|do) {_WHO} {_ONLY} (?:seeing|shown|see) (?:{_BODY} )?{_PARTIAL}",
)
_FULL_OR_PART: Final = _forms(
    *(
        rf"(?:{_IT_IS})?(?:an? )?(?:{one}){_SHOT}? or (?:an? |{_ONLY} )*(?:{other}){_SHOT}?"
        for one, other in ((_FULL, f"{_PARTIAL}|portrait"), (f"{_PARTIAL}|portrait", _FULL))
    )
)
_REGION: Final = re.compile(
    rf"^(?:{BARE_WHOSE}{_UPPER}"
    rf"|(?:anything |{_BODY} )?(?P<way>below|above|under) {BARE_WHOSE}(?P<edge>chest|shoulder|waist|hip|knee)s?)$"
)


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
    >>> look("How many feet can you see?", ("left_ankle",)).answer.text
    'One foot is visible, the left one.'
    >>> look("Can you see the left foot on the ground?", ("left_ankle",))
    """
    text = re.sub(r"\b(what|how)s\b", r"\1 is", bare(question.replace("_", " ")))
    answered = (
        sight
        for forms, answer in _ANSWERS
        for form in forms
        if (found := form.match(text)) and (sight := answer(found, visible))
    )
    return next(answered, None)


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


# What is asked for.


class _Asked(NamedTuple):
    """What a question wants to know of what it names.

    hidden: whether it is hidden; entirely: all of it. cut: whether it is hidden because the picture ends, edge: there.
    in_part: whether some of it is hidden. framed: whether the picture reaches so far, so that all of it may be in it.
    """

    hidden: bool
    entirely: bool
    in_part: bool
    cut: bool
    edge: str
    framed: bool


def _asked(found: re.Match[str]) -> _Asked:
    given = found.groupdict()
    # "Aren't they visible, are they?" asks for what is, "the parts that aren't visible" for what is not.
    denied = bool((given.get("no") or given.get("never")) and not given.get("tag"))
    hidden = bool(given.get("hidden") or given.get("cut")) != denied
    cut, entirely = hidden and bool(given.get("cut")), bool(given.get("entirely"))
    return _Asked(
        hidden=hidden,
        entirely=entirely,
        in_part=hidden and (cut or bool(given.get("partly")) or (entirely and denied)),
        cut=cut,
        edge=(given.get("edge") or "").removesuffix("s"),
        framed=bool(given.get("framed")),
    )


def _items(what: str) -> list[re.Match[str]]:
    """The parts of the body that a list of nothing else names; none of any other text."""
    items: list[re.Match[str]] = []
    at = 0
    while at < len(what):
        item = _ITEM.match(what, at)
        if (
            not item
            or (item["side"] and _name(item["part"]) in _SINGLE)
            or (item["any"] and _is_somebody(item["part"]))
        ):
            return []
        items.append(item)
        at = item.end()
    return [] if items and items[-1]["link"] else items


def _is_somebody(word: str) -> bool:
    """Whether it says who the person is: "a man" may be in the picture or not, "the man" is the person."""
    return _name(word) == "person" != word


def _name(word: str) -> str:
    """The word of `_PAIRED` or `_SINGLE` for a part of the body."""
    if word in ("feet", *_PAIRED, *_SINGLE):
        return "foot" if word == "feet" else word
    return word.removesuffix("s") if word.removesuffix("s") in _PAIRED else "person"


def _parts(word: str, side: str | None, *, whole: bool = False) -> list[_Part]:
    """Every part of the body that a word means: of "hand" without a side both."""
    name = _name(word)
    if whole and name in _ALL_OF_IT:
        return [part for name in _WHOLE for part in _parts(name, None)]
    if name in _SINGLE:
        return [_Part(name, _SINGLE[name])]
    sides = (side,) if side else SIDES
    return [_Part(f"{one} {name}", tuple(f"{one}_{joint}" for joint in _PAIRED[name])) for one in sides]


def _parts_of(item: re.Match[str], *, whole: bool = False) -> list[_Part]:
    return _parts(item["part"], None if item["two_sides"] else item["side"], whole=whole)


def _split(parts: Iterable[_Part], visible: Collection[str]) -> tuple[list[_Part], list[_Part]]:
    """Those that are visible, and the others."""
    told = list(dict.fromkeys(parts))
    seen, missing = ([part for part in told if part.is_in(visible) is there] for there in (True, False))
    return seen, missing


def _shown(parts: Iterable[_Part], visible: Collection[str]) -> tuple[str, ...]:
    return in_order({joint for part in parts for joint in part.joints}.intersection(visible))


# Answers, each to one kind of question that its forms let through; None if it is another one after all.


def _closed(found: re.Match[str], visible: Collection[str]) -> Sight | None:
    """Whether parts of the body are visible or hidden."""
    asked, what = _asked(found), found["what"]
    only = found.groupdict().get("only")
    if region := _REGION.match(what):
        return _framed_partly(region, visible) if only else _region(region, asked, visible)
    if only:
        return None
    every = _EVERYTHING.match(what)
    if every or _ANYTHING.match(what):
        return _any_or_all(asked, visible, every=bool(every), missing=found.groupdict().get("cut") == "missing")
    items = _items(_BOTH_END.sub("", what))
    if _BOTH_END.search(what) or any(item["link"] == "or" or item["side_or"] for item in items):
        return _which(found, visible)
    return _of_items(items, asked, visible) if items else None


def _of_items(items: Sequence[re.Match[str]], asked: _Asked, visible: Collection[str]) -> Sight | None:
    """As `_closed`, of parts of the body by name."""
    wholly = {_name(item["part"]) for item in items if item["whole"] or item["both"] or asked.entirely or asked.in_part}
    whole = bool(wholly.intersection(_ALL_OF_IT))
    if wholly.intersection(_PIECES) or (asked.edge and not whole):
        return None  # of a face or trunk some joints are enough to be seen, not to be seen wholly
    if asked.edge:
        return _cut_at(asked.edge, visible)
    if whole and asked.framed and not asked.hidden:
        return _view(_LEVELS, (), visible)
    parts = [part for item in items for part in _parts_of(item, whole=whole)]
    seen, missing = _split(parts, visible)
    joints = _shown(parts, visible)
    one_will_do = any(item["any"] for item in items)
    together = (whole and not asked.in_part) or any(item["both"] for item in items)  # "both hidden": not true of one
    if asked.hidden and asked.entirely and not asked.in_part:
        missing = [part for part in missing if not _shown([part], visible)]
        true = bool(missing) if one_will_do else not joints
        if true:
            return _yes_or_no(_not_visible(missing, entirely=True), joints, true=True)
        return _yes_or_no(f"{_said(seen) if seen else _said_joints(joints)} visible", joints, true=False)
    if asked.hidden:
        true = bool(missing) if one_will_do or not together else not seen
    else:
        true = bool(seen) if one_will_do else not missing
    if missing and (true == asked.hidden or not seen):
        told = _not_visible(missing)
    else:
        told = f"{'the whole body is' if whole and not missing else _said(seen)} visible"
    return _unexplained(told) if true and asked.cut else _yes_or_no(told, joints, true=true)


def _any_or_all(asked: _Asked, visible: Collection[str], *, every: bool, missing: bool) -> Sight | None:
    """Whether anything is visible or hidden, or everything is."""
    rest = in_order(set(JOINTS).difference(visible))
    told = f"{_said_joints(rest)} not visible" if rest else "the whole body is visible"
    if every == asked.hidden:  # is everything hidden, is anything visible
        told = f"{_said_joints(visible)} visible" if visible else "nothing of the body is clearly visible"
        return _yes_or_no(told, in_order(visible), true=bool(visible) != asked.hidden)
    if asked.cut and rest and not missing:
        return _unexplained(told)
    return _yes_or_no(told, () if rest and asked.hidden else in_order(visible), true=bool(rest) == asked.hidden)


def _which(found: re.Match[str], visible: Collection[str]) -> Sight | None:
    """Which joints, or which of a pair or a list, are visible or hidden."""
    hidden, what = _asked(found).hidden, found["what"]
    given = found.groupdict()
    if not (what or hidden) and (given.get("sees") or given.get("framed")):
        return None  # "What can you see?" and "What is in the picture?" ask for a description
    if given.get("much") and not hidden and len(visible) == NUM_JOINTS:
        return Sight(Decoded("The whole body is visible.", "statement", 1.0), in_order(visible))
    if given.get("much") or what in ("", None, "everything", "all") or _PARTS.match(what):
        return _listed(visible, hidden=hidden)
    items = _items(_BOTH_END.sub("", what))
    pair = list(dict.fromkeys(part for item in items for part in _parts_of(item)))
    if len(pair) < 2:
        return None
    seen, missing = _split(pair, visible)
    chosen = missing if hidden else seen
    if len({_kind(part) for part in pair}) > 1:
        told = [say(some) for say, some in ((_visible, seen), (_not_visible, missing)) if some]
        return Sight(Decoded(sentence(["; ".join(told)]), "statement", 1.0), _shown(pair, visible))
    verdict: Verdict = "same"
    if len(chosen) == 1:
        verdict = "left" if chosen[0].name.startswith("left") else "right"
    told_of = _not_visible(chosen or pair) if bool(chosen) is hidden else _visible(chosen or pair)
    return Sight(Decoded(sentence([told_of]), verdict, 1.0), _shown(pair, visible))


def _count(found: re.Match[str], visible: Collection[str]) -> Sight | None:
    """How many joints, or of a pair, are visible or hidden."""
    hidden, what = _asked(found).hidden, found["what"]
    if _PARTS.match(what):
        rest = in_order(set(JOINTS).difference(visible))
        told = f"{len(visible) if rest else 'all'} of the {NUM_JOINTS} joints are visible"
        if rest and visible:
            told = f"{told}; {_said_joints(rest)} not"
        return Sight(Decoded(sentence([told]), "statement", 1.0), in_order(visible))
    items = _items(what)
    sight = _which(found, visible) if len(items) == 1 and not items[0]["any"] else None
    if not sight:
        return None
    if sight.answer.verdict in SIDES:
        kind = _name(items[0]["part"])
        fully = "fully " if kind in _LIMBS else ""
        told = f"One {kind} is {'not ' if hidden else ''}{fully}visible, the {sight.answer.verdict} one."
        return sight._replace(answer=Decoded(told, "statement", 1.0))
    return sight._replace(answer=replace(sight.answer, verdict="statement"))


def _cropped(_: re.Match[str], visible: Collection[str]) -> Sight | None:
    """Whether the picture is cropped: not, if it shows the person from head to foot."""
    sight = _view(_LEVELS, (), visible)
    if sight.answer.verdict == "yes":
        return sight._replace(answer=Decoded(f"No{sight.answer.text.removeprefix('Yes')}", "no", 1.0))
    return _unexplained(_not_visible(_levels(_LEVELS, visible)[1]))


def _cut_at(edge: str, visible: Collection[str]) -> Sight:
    """Whether the picture ends at the waist: not, if anything below is visible."""
    parts = [part for name in _UP[edge][1] for part in _parts(name, None)]
    seen, missing = _split(parts, visible)
    if seen:
        return _yes_or_no(_visible(seen), _shown(seen, visible), true=False)
    return _unexplained(_not_visible(missing))


def _region(region: re.Match[str], asked: _Asked, visible: Collection[str]) -> Sight | None:
    """Whether the upper or the lower half, or anything below the waist, is visible or hidden."""
    edge = region["edge"]
    if not edge:
        names: Sequence[str] = _LEVELS[:2] if region["half"] in _TOP else _LEVELS[3:]
    elif region["way"] in ("below", "under"):
        names = _UP[edge][1]
    elif edge in _DOWN:
        names = _DOWN[edge][1]
    else:
        return None
    seen, lacking = _levels(names, visible)
    joints = _shown(seen, visible)
    true = not seen if asked.hidden else bool(seen) and bool(edge or not lacking)
    told = _not_visible(lacking) if true == asked.hidden and lacking else _visible(seen)
    return _unexplained(told) if true and asked.cut else _yes_or_no(told, joints, true=true)


def _framed_whole(_: re.Match[str], visible: Collection[str]) -> Sight:
    """Whether the picture shows the person from head to foot."""
    return _view(_LEVELS, (), visible)


def _framed_partly(found: re.Match[str], visible: Collection[str]) -> Sight | None:
    """Whether the picture shows no more than what is above or below an edge, or one half."""
    given = found.groupdict()
    half, way = given.get("half"), given.get("way")
    up = half in _TOP if half else way not in ("down", "below", "under")
    view = (_UP if up else _DOWN).get(given.get("edge") or "waist")
    return _view(*view, visible) if view else None


def _full_or_part(_: re.Match[str], visible: Collection[str]) -> Sight:
    """Full body or half."""
    whole, upper = _view(_LEVELS, (), visible), _view(*_UP["waist"], visible)
    told = sentence([whole.answer.text.split(", ", 1)[1].removesuffix(".")])
    if whole.answer.verdict == "no" and upper.answer.verdict == "yes":
        told = f"Only the upper body is visible: {upper.answer.text.removeprefix('Yes, ')}"
    return Sight(Decoded(told, "statement", 1.0), whole.joints)


def _view(needed: Sequence[str], beyond: Sequence[str], visible: Collection[str]) -> Sight:
    """Whether the picture shows every one of some levels of the body and none of others."""
    seen, lacking = _levels(needed, visible)
    intruding, outside = _levels(beyond, visible)
    joints = _shown([*seen, *intruding], visible)
    if lacking or intruding:
        told = _not_visible(lacking) if lacking else _visible(intruding)
    elif outside:
        told = _not_visible(outside)
    else:
        _, hidden = _split(_parts("body", None, whole=True), visible)
        told = f"the body is visible from head to foot{f', but {_said(hidden)} not' if hidden else ''}"
    return _yes_or_no(told, joints, true=not (lacking or intruding))


def _levels(names: Iterable[str], visible: Collection[str]) -> tuple[list[_Part], list[_Part]]:
    """The visible parts of some levels of the body, and the parts of those of which none is visible."""
    sides = [_split(_parts(name, None), visible) for name in names]
    return [part for seen, _ in sides for part in seen], [part for seen, rest in sides for part in rest if not seen]


_ANSWERS: Final[
    tuple[tuple[tuple[re.Pattern[str], ...], Callable[[re.Match[str], Collection[str]], Sight | None]], ...]
] = (
    (_COUNT, _count),
    (_WHICH, _which),
    (_FRAMED_FULL, _framed_whole),
    (_FRAMED_PARTLY, _framed_partly),
    (_FULL_OR_PART, _full_or_part),
    (_CROPPED, _cropped),
    (_CLOSED, _closed),
)


# Wordings.


def _yes_or_no(told: str, joints: tuple[str, ...], *, true: bool) -> Sight:
    verdict: Verdict = "yes" if true else "no"
    return Sight(Decoded(f"{verdict.capitalize()}, {told}.", verdict, 1.0), joints)


def _unexplained(told: str) -> Sight:
    """Of what is not visible, asked whether the picture ends before it."""
    return Sight(Decoded(f"{sentence([told]).removesuffix('.')}; why, I cannot tell.", "unknown", 1.0), ())


def _visible(parts: Sequence[_Part]) -> str:
    return f"{_said(parts)} visible"


def _not_visible(parts: Sequence[_Part], *, entirely: bool = False) -> str:
    kinds = {_kind(part) for part in parts}
    seen = "visible" if entirely or not kinds <= _LIMBS else "fully visible"  # a knee may be, without its foot
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


def _said_joints(joints: Collection[str]) -> str:
    """As `_said`, of joints (one at least)."""
    listed = list_joints(in_order(joints))
    return f"{listed} {are_or_is(listed)}"


def _kind(part: _Part) -> str:
    return part.name.removeprefix("left ").removeprefix("right ")


def _listed(visible: Collection[str], *, hidden: bool) -> Sight:
    joints = in_order(set(JOINTS).difference(visible) if hidden else visible)
    if not joints:
        text = "All of the body is visible." if hidden else "Nothing of the body is clearly visible."
    else:
        text = sentence([f"{_said_joints(joints)}{' not' if hidden else ''} visible"])
    return Sight(Decoded(text, "statement", 1.0), () if hidden else joints)
