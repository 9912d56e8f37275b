"""Parts of the body to be described, "Tell me about the legs": answered by all that is known of their regions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk.words import OWNERS

if TYPE_CHECKING:
    from collections.abc import Collection

_REGIONS: Final = {
    "arms": ("arms",), "upper limbs": ("arms",), "legs": ("legs",), "lower limbs": ("legs",), "lower body": ("legs",),
    "upper body": ("torso", "head", "arms"), "torso": ("torso",), "trunk": ("torso",), "head": ("head",),
    "body": (), "whole body": (), "full body": (), "whole person": (), "him": (), "her": (),
}  # fmt: skip
"""Part of the body -> regions of `DESCRIBE_QUERIES`; none = all of them."""
_REGION_OF: Final = {
    **dict.fromkeys(("arm", "arms", "elbow", "hand", "hands", "forearm"), "arms"),
    **dict.fromkeys(("leg", "legs", "knee", "knees", "hip", "thigh", "shin", "foot", "feet", "weight"), "legs"),
    **dict.fromkeys(("torso", "shoulder"), "torso"),
    **dict.fromkeys(("head", "facing"), "head"),
}
"""What a fact's name begins with, once left, right and comparisons are gone -> the region that it tells of."""
_COMPARED: Final = ("left", "right", "higher", "more", "bent", "raised", "front", "nearer")
_OWNED: Final = rf"(?:(?:the|his|her|their|my|your|this|that) )?(?:(?:{OWNERS})(?:['’]s|s) )?"
_PART: Final = "|".join(sorted(_REGIONS, key=len, reverse=True))
_WHAT: Final = rf"(?:{_OWNED}(?P<part>{_PART})|(?:the|this|that) (?:{OWNERS}))"
_PLACE: Final = "(?:pose|position|posture|placement)"
_ITEM: Final = re.compile(rf"^(?:(?:the )?{_PLACE} of )?{_WHAT}(?:['’]?s? {_PLACE})?$")
_COMMAND: Final = re.compile(
    r"^(?:(?:i['’]?m|i am|we are) \w+,? )?(?:(?:please|kindly|hey|ok|now|just|(?:can|could|would) you) )*"
    r"(?:describe|tell (?:me|us) (?:more )?about|talk (?:me|us) through)(?: to (?:me|us))? (?P<what>.+?)"
    r"(?: (?:for|to) (?:me|us|some(?:body|one)(?: who \w+ \w+)?)"
    r"| for (?:an?|the|my) (?:blind |visually impaired )?\w+)?"
    r"(?:,? (?:please|in (?:more )?detail))*$"
)

_DOING: Final = re.compile(
    rf"^(?:what(?:['’]?s| is| are) (?:he|she|they|the (?:{OWNERS})) doing with (?P<with>.+)"
    r"|what are (?P<are>.+) doing|how are (?P<held>.+) (?:held|positioned|placed|arranged))$"
)


def described(question: str) -> tuple[str, ...] | None:
    """The regions of `DESCRIBE_QUERIES` that somebody wants described, none for all; None for any other question.

    >>> from pose2lang3d_sdk.describing import described
    >>> described("Describe the legs, then the head.")
    ('legs', 'head')
    >>> described("Please describe this man for a blind person.")
    ()
    >>> described("Describe the left arm.")
    """
    text = " ".join(question.lower().split()).strip(" .!?")
    found = _COMMAND.match(text) or _DOING.match(text)
    if not found:
        return None
    what = next(filter(None, found.groups()))
    items = [_ITEM.match(item) for item in re.split(r",? (?:and )?then |,? and |, ", what)]
    named = [_REGIONS.get(item["part"], ()) for item in items if item]
    if len(named) < len(items) or (len(items) > 1 and not all(named)):
        return None
    return tuple(dict.fromkeys(region for regions in named for region in regions))


def belongs(fact: str, regions: Collection[str]) -> bool:
    """Whether a fact tells of one of these regions.

    >>> from pose2lang3d_sdk.describing import belongs
    >>> belongs("left_hand_near_knee", ("arms",)), belongs("more_bent_knee", ("arms",))
    (True, False)
    """
    named = next((word for word in fact.split("_") if word not in _COMPARED), "")
    return _REGION_OF.get(named) in regions
