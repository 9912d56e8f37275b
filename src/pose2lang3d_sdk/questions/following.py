"""Questions that go on from one before them: "And the left one?", "By how much?"."""

from __future__ import annotations

import re
from typing import Final

from pose2lang3d_sdk.questions.rows import in_a_row
from pose2lang3d_sdk.questions.words import LIMB, WHOSE
from pose2lang3d_sdk.skeleton import mirror_name

_ALONE: Final = re.compile(
    r"^\W*(?:(?:ok|and|but|so|what\s+about|how\s+about|same\s+for|same\s+with)\s+)*(?:on\s+)?(?:the|his|her|their|that)?\s*"
    rf"(?:(?P<side>left|right|other)(?:\s+(?:one|side))?|(?P<limb>other\s+(?:{LIMB}|hip))|(?P<amount>by\s+how\s+(?:much|many\s+degrees)|in\s+degrees)"
    r"|which\s+(?:way|one))(?:\s+then)?\W*$",
    re.IGNORECASE,
)
_THE_OTHER: Final = re.compile(
    rf"^\W*(?:(?:and|so|but|what(?:['’]?s|\s+is|\s+does|\s+about)?|how(?:['’]?s|\s+(?:\w+\s+)?is)?|where(?:['’]?s|\s+is)|is|does"
    rf"|describe)\s+)+{WHOSE}other\s+(?:{LIMB})\b(?!.*\b(?:left|right|one|than|which|nearer"
    rf"|(?:front|back|rear|standing|raised|lifted|supporting|planted|straight|bent)\s+(?:{LIMB}))\b)",
    re.IGNORECASE,
)
_A_LIMB: Final = re.compile(rf"\b(left|right)\s+(?:{LIMB}|hip|shoulder|side)\b", re.IGNORECASE)
_OTHER: Final = re.compile(r"\bother\b", re.IGNORECASE)


def looks_back(question: str) -> bool:
    """Whether it goes on from a question that is not there.

    >>> from pose2lang3d_sdk.questions.following import looks_back
    >>> looks_back("What about the other knee?"), looks_back("Is the left knee bent?")
    (True, False)
    """
    return bool(_ALONE.match(question) or _THE_OTHER.match(question))


def going_on(question: str, after: str) -> str:
    """The question with what it leaves to the one before it, `after`; as it is if that does not say it.

    >>> from pose2lang3d_sdk.questions.following import going_on
    >>> going_on("And the left one?", after="Is the right knee bent?")
    'Is the left knee bent?'
    >>> going_on("By how much?", after="Is the left knee bent?")
    'How bent is the left knee?'
    >>> going_on("What is the other arm doing?", after="Is the right arm raised?")
    'What is the left arm doing?'
    """
    before = after.rstrip("?.! ")
    sides = {side.lower() for side in _A_LIMB.findall(before)}
    if _THE_OTHER.match(question):
        return _OTHER.sub(mirror_name(sides.pop()), question, count=1) if len(sides) == 1 else question
    found = _ALONE.match(question)
    side = found and (found["side"] or found["limb"])
    if not found or not (side or found["amount"]):
        return question
    _, *rest = in_a_row(f"{before}? And the {side}?" if side else f"{before}, and by how much?")
    return " ".join(rest) or question
