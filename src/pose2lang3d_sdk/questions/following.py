"""Questions that go on from one before them: "And the left one?", "By how much?"."""

from __future__ import annotations

import re
from typing import Final

from pose2lang3d_sdk.questions.rows import in_a_row
from pose2lang3d_sdk.questions.words import LIMB, STATE, WHOSE
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
_THAT: Final = re.compile(
    rf"^(?P<start>(?!.*\b(?:left|right|which)\b).*?\b)(?:that|this|the\s+same)\s+(?P<limb>{LIMB}|hip|shoulder)\b",
    re.IGNORECASE,
)
_OF_THAT: Final = re.compile(
    r"^\W*(?:(?:and|so|ok|but)\s+)*(?:"
    rf"(?:is|does)\s+(?:that|this)\s+(?:{LIMB})\s+(?!.*\b(?:other|one|left|right)\b){STATE}"
    rf"|how\s+\w+\s+is\s+(?:the\s+(?:elbow|knee|wrist)\s+(?:on|of|at)\s+)?(?:that|this)\s+(?:{LIMB})"
    r"|is\s+it\s+(?!.*\b(?:left|right|that|from|he|she|they)\b)(?:bent|straight|extended|raised|lifted|locked|higher|lower|above|below|near|touching)\b[^,;]*)\W*$",
    re.IGNORECASE,
)
_IT: Final = re.compile(
    r"^(?P<start>\W*(?:(?:and|so|ok|but)\s+)*(?:is|does|how(?:\s+\w+)?\s+is|where\s+is)\s+)(?P<limb>)it\b"
    r"(?!\s+(?:true|possible|ok|an?|that|the)\b)",
    re.IGNORECASE,
)
"""What only the question before says the side of."""
_ASKS_WHICH: Final = re.compile(
    rf"^\W*(?:which|what)\s+(?:of\s+)?{WHOSE}(?P<limb>{LIMB}|hip|shoulder)\b", re.IGNORECASE
)
_A_LIMB: Final = re.compile(rf"\b(left|right)\s+({LIMB}|hip|shoulder|side)\b", re.IGNORECASE)
_OTHER: Final = re.compile(r"\bother\b", re.IGNORECASE)


def looks_back(question: str) -> bool:
    """Whether it goes on from a question that is not there.

    >>> from pose2lang3d_sdk.questions.following import looks_back
    >>> looks_back("What about the other knee?"), looks_back("Is the left knee bent?")
    (True, False)
    """
    return any(form.match(question) for form in (_ALONE, _THE_OTHER, _OF_THAT))


def going_on(question: str, after: str) -> str:
    """The question with what it leaves to the one before it, `after`; as it is if that does not say it.

    >>> from pose2lang3d_sdk.questions.following import going_on
    >>> going_on("And the left one?", after="Is the right knee bent?")
    'Is the left knee bent?'
    >>> going_on("By how much?", after="Is the left knee bent?")
    'How bent is the left knee?'
    >>> going_on("What is the other arm doing?", after="Is the right arm raised?")
    'What is the left arm doing?'
    >>> going_on("Is that arm straight?", after="Is the right arm raised?")
    'Is the right arm straight?'
    >>> going_on("Is it bent?", after="Which arm is raised?")
    'Which arm is raised, and is it bent?'
    """
    before = after.rstrip("?.! ")
    limbs = {(side.lower(), limb.lower()) for side, limb in _A_LIMB.findall(before)}
    sides = {side for side, _ in limbs}
    if pointed := _THAT.match(question) or _IT.match(question):
        rest, which = question[pointed.end() :], _ASKS_WHICH.match(before)
        if len(limbs) == 1:
            side, limb = limbs.pop()
            return f"{pointed['start']}the {side} {pointed['limb'] or limb}{rest}"
        if which and (pointed["limb"] or which["limb"]).lower() == which["limb"].lower():
            return f"{before}, and {pointed['start'].lower()}it{rest}"
        return question
    if _THE_OTHER.match(question):
        return _OTHER.sub(mirror_name(sides.pop()), question, count=1) if len(sides) == 1 else question
    found = _ALONE.match(question)
    side = found and (found["side"] or found["limb"])
    if not found or not (side or found["amount"]):
        return question
    _, *added = in_a_row(f"{before}? And the {side}?" if side else f"{before}, and by how much?")
    return " ".join(added) or question
