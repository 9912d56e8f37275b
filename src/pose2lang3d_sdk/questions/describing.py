"""Wishes for a description, "Tell me about the legs" or "Alt text, please": answered by all that is known of it.

Understood by their words, in whatever order: one word too many, and it is another question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import dropwhile
from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk.facts import SIDES
from pose2lang3d_sdk.questions.words import OWNERS, asks_yes_or_no, bare, names_several, word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


_PHRASES: Final = {
    "upper body": "upperbody", "top half": "upperbody", "lower body": "legs", "bottom half": "legs",
    "upper limbs": "arms", "lower limbs": "legs", "whole body": "body", "full body": "body", "entire body": "body",
    "body language": "body", "body position": "body", "body posture": "posture",
    "what should i write as alt text": "alttext", "alt text": "alttext", "in one line": "briefly",
    "one line summary": "briefly summary",
    "head to toe": "body", "visually impaired": "blind",
}  # fmt: skip
_HOW_THEY_STAND: Final = re.compile(
    rf"\bhow (?:he|she|they|(?:the|this|that|my) (?:{OWNERS})) (?:is|are) (?:standing|sitting|posed|positioned)\b"
)
_THE_POSE: Final = re.compile(
    r"^(?:whats|what is) (?:the|his|her|their) (?:body )?pose$|^what pose is (?:this|that|it)$"
)
_PARTS: Final[dict[str, tuple[tuple[str, ...], str]]] = {
    "arms": (("arms",), ""), "arm": (("arms",), ""), "legs": (("legs",), ""), "leg": (("legs",), ""),
    "hands": (("arms",), "hand"), "hand": (("arms",), "hand"), "elbows": (("arms",), "elbow"),
    "feet": (("legs",), "f"), "foot": (("legs",), "f"), "knees": (("legs",), "knee"),
    "side": (("arms", "legs"), ""), "half": (("arms", "legs"), ""),
    "head": (("head",), ""), "torso": (("torso",), ""), "trunk": (("torso",), ""),
    "posture": (("posture", "torso"), ""), "upperbody": (("torso", "head", "arms"), ""),
}  # fmt: skip
"""Part of the body -> regions of `DESCRIBE_QUERIES`, and what the names of the facts about it begin with."""
_COMPARE: Final = re.compile(
    r"^compare (?:(?:the|his|her|their|both|two) )*"
    r"(?:(?:left|right) (?:and|to|with) (?:(?:the|his|her) )?(?:left|right) )?"
    r"(?P<limb>arms?|legs?)(?: (?:for me|please))?$"
)
_ONE_OF_TWO: Final = word_set("arm leg hand foot side half")
_OWNERS: Final = OWNERS.split("|")
_ALL: Final = word_set("body pose position person him picture photo image shot all everything") | {*_OWNERS}
_ASKER: Final = word_set("i im am me us we you")
_FILLERS: Final = _ASKER | {f"{owner}s" for owner in _OWNERS} | word_set(
    "a an the his her their my your its this that of to for in on at from and then or with about only by both two it is"
    " each someone who he she they are do does what whats how can could would will want need like get give show write"
    " say please pls thanks hey hi ok now just so kindly blind reader user client simple plain words english much"
    " more great detail details detailed long few full fully see sees placement"
    " positions arrangement overall general"
)  # fmt: skip
_DESCRIBE: Final = word_set(
    "describe description caption summary summarise summarize explain overview keywords alttext gesture"
)
_TELL: Final = word_set("tell talk walk through know look")
_DOING: Final = word_set("doing held positioned placed arranged where high located")
_SHORT: Final = word_set("short brief briefly quick sentence one")
_ALONE: Final = word_set("the his her their my your and or then please pls just only both hi hey ok pose") | {
    *_PARTS,
    *SIDES,
}
"""What may stand in a question that names nothing but parts of the body."""
_REGION_OF: Final = {
    **dict.fromkeys(("arm", "arms", "elbow", "hand", "hands", "forearm"), "arms"),
    **dict.fromkeys(("leg", "legs", "knee", "knees", "hip", "thigh", "shin", "foot", "feet", "weight"), "legs"),
    **dict.fromkeys(("torso", "shoulder"), "torso"),
    **dict.fromkeys(("head", "facing"), "head"),
    "posture": "posture",
}
"""What a fact's name begins with, once left, right and comparisons are gone -> the region that it tells of."""
_COMPARED: Final = ("left", "right", "higher", "more", "bent", "raised", "front")


@dataclass(frozen=True)
class Wish:
    """What somebody wants described.

    Attributes:
        regions: of `DESCRIBE_QUERIES`, in the order that they were named; none for the whole body.
        part: how the names of the facts begin, less their side, of a part of the one region; empty for all of it.
        side: of one limb; empty for both.
        short: whether a sentence or two will do.
    """

    regions: tuple[str, ...] = ()
    part: str = ""
    side: str = ""
    short: bool = False

    def covers(self, fact: str) -> bool:
        """Whether a fact tells of it.

        >>> from pose2lang3d_sdk.questions.describing import Wish
        >>> Wish(("arms",)).covers("left_hand_near_knee"), Wish(("arms",)).covers("more_bent_knee")
        (True, False)
        """
        words = fact.split("_")
        if "camera" in words or words[0] == "nearer":  # seldom what is meant, and often the same as in front
            return False
        named = list(dropwhile(_COMPARED.__contains__, words))
        of_side = not self.side or words[0] == self.side
        return _REGION_OF.get(named[0]) in self.regions and "_".join(named).startswith(self.part) and of_side


def wished(question: str) -> Wish | None:
    """What somebody wants described; None for any other question.

    >>> from pose2lang3d_sdk.questions.describing import wished
    >>> wished("Describe the legs, then the head.").regions
    ('legs', 'head')
    >>> wished("Alt text for a blind reader, please"), wished("How is the left arm held?")
    (Wish(regions=(), part='', side='', short=False), Wish(regions=('arms',), part='', side='left', short=False))
    >>> wished("Describe the table.")
    """
    if compared := _COMPARE.match(bare(question)):
        return Wish(*_PARTS[compared["limb"]])
    text = _THE_POSE.sub("describe the pose briefly", _HOW_THEY_STAND.sub("about the posture", bare(question)))
    text = f" {text} "
    for phrase, word in _PHRASES.items():
        text = text.replace(f" {phrase} ", f" {word} ")
    words = text.split()
    said = set(words)
    named = [word for word in words if word in _PARTS]
    known = _FILLERS | _ALL | _DESCRIBE | _TELL | _DOING | _SHORT | {*_PARTS, *SIDES}
    several = names_several(" ".join(word for word in words if word not in _ASKER))
    if not words or several or not said <= known or asks_yes_or_no(words):
        return None
    of_a_text = "say" in said and said & _DESCRIBE  # what does the caption say?
    if of_a_text or ("who" in said and "someone" not in said) or "how to" in " ".join(words):
        return None
    sides = [word for word in words if word in SIDES]
    of_one = [word for word in named if word in _ONE_OF_TWO]
    if len(sides) > 1 or bool(sides) is not bool(of_one) or (of_one and len(named) > 1):
        return None
    if not _is_wish(words, named):
        return None
    regions = tuple(dict.fromkeys(region for word in named for region in _PARTS[word][0]))
    part = _PARTS[named[0]][1] if len(named) == 1 else ""
    if part == "hand" and "high" in words:
        part = "hand_height"
    return Wish(regions, part, sides[0] if sides else "", short=bool(said & _SHORT))


def _is_wish(words: Sequence[str], named: Collection[str]) -> bool:
    said = set(words)
    if said & _DOING - {"doing"} and not said & word_set("how where"):
        return False
    if "high" in said and not said & word_set("hands hand"):
        return False
    if said & _DOING:
        asks = bool(said & word_set("what how where whats")) and not (
            "high" in said and ("how" not in said or said & {*SIDES})
        )
        return asks and bool(named or "body" in said)
    tells = bool(said & word_set("tell say")) and said & (word_set("about") | _ALL)
    if said & _DESCRIBE or tells or {"talk", "through"} <= said or {"walk", "through"} <= said:
        return True
    sees = said >= word_set("what you see") and not named
    return sees or {"look", "like"} <= said or (said <= _ALONE and bool(named or "pose" in said))
