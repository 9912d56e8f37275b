"""Limbs that a question names by where or how they are, "the back leg" or "the bent arm", instead of by side."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from pose2lang3d_sdk.questions.words import OWNERS, PLAIN_STATE

LEG: Final = "leg|foot|heel|knee|thigh|shin|calf|ankle"
ARM: Final = "arm|hand|elbow|forearm|wrist"
_OWNER: Final = rf"(?:his|her|their|my|your|the(?:\s+(?:{OWNERS})(?:['’]s|s['’]|['’]))?)"
_FRONT: Final = "front|lead|leading|forward|foremost"
_BACK: Final = "back|rear|trailing|hind|hindmost|push-off|push off"
NEAR: Final = "near|nearer|nearest|closer|closest"
FAR: Final = "far|farther|further|farthest|furthest"
_STANDING: Final = "standing|supporting|support|stance|weight-bearing|weightbearing|planted"
_LIFTED: Final = "lifted|raised"
_LOWERED: Final = "lowered|hanging"
_REACHING: Final = "reaching|pointing"
_BENT: Final = "bent|flexed"
_STRAIGHT: Final = "straight|extended|outstretched|stretched|straightened"
_EXERCISE: Final = "widths?|breadth|raises?|hangs?|push|pull|rows?|lifts?|holds?|stretch|stance|planks?|curls?|press"
_CAMERA: Final = r"(?:\s+(?:to|from))?\s+(?:the\s+)?(?:camera|lens|viewer|us|me)\b"
_KINDS: Final = (
    (("front_foot",), LEG, _FRONT, _BACK),
    (("front_hand",), ARM, _FRONT, _BACK),
    (("nearer_side",), f"{LEG}|arm|elbow|shoulder|hip", NEAR, FAR),
    (("nearer_hand",), "hand|wrist|forearm", NEAR, FAR),
    (("weight_leg",), f"{LEG}|hip", _STANDING, None),
    (("higher_foot",), LEG, f"{_LIFTED}|free|swing|swinging|kicking", None),
    (("more_raised_arm", "higher_hand"), "arm|elbow", f"{_LIFTED}|{_REACHING}", _LOWERED),
    (("higher_hand",), "hand|wrist", f"{_LIFTED}|{_REACHING}", _LOWERED),
    (("more_bent_knee",), "leg|knee", _BENT, _STRAIGHT),
    (("more_bent_elbow",), "arm|elbow", _BENT, _STRAIGHT),
)
"""The facts of which the first that knows says which limb is meant, the parts they tell apart, words for the side they
name, and for the other."""
_REFERENCES: Final = tuple(
    (facts, other, re.compile(form, re.IGNORECASE))
    for facts, parts, same, opposite in _KINDS
    for other, words in ((False, same), (True, opposite))
    if words
    for form in (
        (
            rf"(?:\b(?P<owner>{_OWNER})\s+{'' if words in (_BENT, _STRAIGHT) else '|^'})"
            rf"(?:{words})\s+(?P<part>{parts})\b(?![\s-]+(?:{_EXERCISE})\b)"
        ),
        *([rf"\b(?P<owner>{_OWNER})\s+(?P<part>{parts})\s+(?:{words}){_CAMERA}"] if words in (NEAR, FAR) else []),
    )
)
_PLAIN: Final = re.compile(
    rf"(?:\s+(?:{PLAIN_STATE}|at|(?:\w+\s+)?(?:angle|flexion)|(?:straight|bent)\s+or\s+(?:straight|bent)"
    r"|(?:raised\s+)?(?:above|over|below|under|more\s+than|less\s+than)\s+\d+\s*(?:°|deg\w*)))?\W*",
    re.IGNORECASE,
)
_ASKS: Final = re.compile(
    r"^\W*(?:(?:is|isn['’]?t|are|does|doesn['’]?t|did|has|hasn['’]?t|can|could|how(?:['’]?s)?|where(?:['’]?s)?"
    r"|(?:at )?what angle)\b"
    r"|what(?:['’]?s)?\b.*\bdoing\W*$|(?:what(?:['’]s|\s+is)\s+)?(?:the\s+)?(?:angle\s+(?:of|at)\b|.*\b(?:angle|flexion)\W*$))",
    re.IGNORECASE,
)
"""Questions about a limb; "what is the back leg?" asks which one that is."""
_LEAVE: Final = re.compile(
    r"^\W*(?:point out|identify|pick|name)\b|\b(?:(?:left|right|l|r|which|whose|side|there)\b"
    r"|lung|strid|step|split|kneel|warrior)",
    re.IGNORECASE,
)
"""Of these the side is given or asked for, or the limb is part of a posture's description."""
_WITH_IT: Final = re.compile(rf"\b(?:{OWNERS})\s+(?:with|on)\W*$", re.IGNORECASE)
"""Before "the bent arm": it tells who is meant."""
_OF_A_THING: Final = re.compile(r"\s+of\b", re.IGNORECASE)
"""After "the back leg": that of a chair."""


@dataclass(frozen=True)
class Reference:
    """A limb that is named by where it is.

    Attributes:
        facts: comparisons; the class of the first that finds a side says which one is meant.
        opposite: the side meant is the other one.
        part: "leg".
        before, owner, after: the question around it; `owner` is "his " of "his back leg".
    """

    facts: tuple[str, ...]
    opposite: bool
    part: str
    before: str
    owner: str
    after: str

    @property
    def is_plain(self) -> bool:
        """Whether what is asked of it is surely about the pose: its angle, whether it is straight and so on."""
        return _PLAIN.fullmatch(self.after) is not None

    def naming(self, side: str) -> str:
        """The question with the limb named by its side."""
        return f"{self.before}{self.owner}{side} {self.part}{self.after}"


def refers(question: str) -> Reference | None:
    """The limb that a question names by where it is; None if there is none, or if it asks which one that is.

    >>> from pose2lang3d_sdk.questions.referring import refers
    >>> refers("Is his back leg straight?").naming("left")
    'Is his left leg straight?'
    >>> refers("Which leg is the back leg?")
    """
    if _LEAVE.search(question):
        return None
    for facts, opposite, form in _REFERENCES:
        found = form.search(question)
        if found:
            before, after = question[: found.start()], question[found.end() :]
            owner = f"{found['owner']} " if found.groupdict().get("owner") else ""
            reference = Reference(facts, opposite, found["part"], before, owner, after)
            asks = _ASKS.search(question) or (not before.strip() and re.search(r"\w", after) and reference.is_plain)
            return reference if asks and not (_OF_A_THING.match(after) or _WITH_IT.search(before)) else None
    return None
