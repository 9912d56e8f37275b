"""Questions whether something is enough or too much, "Are the elbows bent too much?": it is told how much it is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk.questions.words import SUBJECT
from pose2lang3d_sdk.verdicts import CLOSED

if TYPE_CHECKING:
    from pose2lang3d_sdk.decoder import Decoded

_STATE: Final = (
    r"bent|straight|flexed|extended|raised|lifted|high|low|wide|far\s+apart|close\s+together|apart|bowed|turned|tilted"
)
_JUDGES: Final = re.compile(
    rf"^\W*(?:(?:is|are)\s+)?(?P<subject>{SUBJECT})\s+(?:(?P<first>{_STATE})\s+(?:enough|too\s+(?:much|far|high|low))"
    rf"|too\s+(?P<second>{_STATE}))\W*$",
    re.IGNORECASE,
)


def unjudged(question: str) -> str | None:
    """The question without "enough" or "too much"; None if it does not judge.

    >>> from pose2lang3d_sdk.questions.judging import unjudged
    >>> unjudged("Are the elbows bent too much?"), unjudged("Is the left knee bent?")
    ('Are the elbows bent?', None)
    """
    found = _JUDGES.match(question)
    if not found:
        return None
    subject, state = found["subject"], found["first"] or found["second"]
    several = re.search(r"(?:s|feet)$|^both\b", subject, re.IGNORECASE)
    return f"{'Are' if several else 'Is'} {subject[0].lower()}{subject[1:]} {state}?"


def not_judged(answer: Decoded) -> Decoded:
    """The answer to the question without what judges, which says that it leaves the judgement to others."""
    told = answer.text.partition(", ")[2] if answer.verdict in CLOSED else answer.text
    if answer.verdict not in CLOSED or not told:
        return answer
    text = f"{told[0].upper()}{told[1:].rstrip('.')}; whether that is enough or too much, I cannot judge."
    return replace(answer, text=text, verdict="statement")
