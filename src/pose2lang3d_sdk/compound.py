"""Questions that ask two things at once: taken apart, and their answers put together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk.decoder import Decoded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pose2lang3d_sdk.verdicts import Verdict

WHOSE: Final = r"(?:(?:the|his|her|their|my|your|\w+(?:['’]s|s['’]))\s+)*"
_PART: Final = r"knee|elbow|arm|forearm|leg|thigh|shin|hand|wrist|foot|ankle|hip|shoulder"
_TWO: Final = re.compile(
    rf"^\W*(?:is it true that\s+)?(?:is\s+)?(?P<first>{WHOSE}(?:left|right)\s+(?P<part>{_PART})\s+(?P<one>[^,;]+?)),?"
    rf"\s+(?:and|but|while)\s+(?:is\s+)?(?P<second>{WHOSE}(?:left|right)\s+(?P=part)\s+(?P<other>[^,;]+?))(?:\s+too)?\W*$",
    re.IGNORECASE,
)
_VERB: Final = re.compile(r"\s+is\s+", re.IGNORECASE)
"""Of a half that came as a statement: "the left knee is bent"."""
_NEEDS_BOTH: Final = re.compile(r"\b(?:and|between|same|equally|each other|as|than)\b", re.IGNORECASE)
"""Words after which a half cannot stand alone."""
_CLOSED: Final = ("yes", "no")


def take_apart(question: str) -> tuple[str, ...]:
    """The two questions of "Is the left knee straight and the right knee bent?", else the question alone.

    Only of one joint on both sides, which is where the decoder, taught pairs of different joints, mixes them up.

    >>> from pose2lang3d_sdk.compound import take_apart
    >>> take_apart("Is the left knee straight and the right knee bent?")
    ('Is the left knee straight?', 'Is the right knee bent?')
    >>> take_apart("Are the left knee and the right knee bent?")
    ('Are the left knee and the right knee bent?',)
    """
    found = _TWO.match(question)
    if not found or _NEEDS_BOTH.search(f"{found['one']} {found['other']}"):
        return (question,)
    return tuple(f"Is {re.sub(_VERB, ' ', found[half], count=1)}?" for half in ("first", "second"))


def put_together(answers: Sequence[Decoded]) -> Decoded | None:
    """The answer to "A and B?" from those to A and to B; None if one of them is no answer to a closed question.

    No if one of them is no; else it cannot be told if one of them cannot; else yes.
    """
    by_verdict: dict[Verdict, list[Decoded]] = {}
    for answer in answers:
        by_verdict.setdefault(answer.verdict, []).append(answer)
    if by_verdict.keys() - {*_CLOSED, "unknown"}:
        return None
    verdict: Verdict = next(verdict for verdict in ("no", "unknown", "yes") if verdict in by_verdict)
    told = by_verdict[verdict]
    confidence = max(a.confidence for a in told) if verdict == "no" else min(a.confidence for a in told)
    if verdict == "unknown":
        return Decoded(told[0].text, verdict, confidence)
    reasons = [text for answer in told if (text := answer.text.partition(", ")[2].rstrip("."))]
    text = f"{verdict.capitalize()}, {' and '.join(dict.fromkeys(reasons))}." if reasons else f"{verdict.capitalize()}."
    return Decoded(text, verdict, confidence)
