"""Questions that ask several things at once: taken apart, and their answers put together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.facts import SIDES
from pose2lang3d_sdk.verdicts import CLOSED, REFUSALS

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
_PAIR: Final = rf"{WHOSE}(?:both\s+(?:of\s+)?{WHOSE}|two\s+)?(?P<part>knee|elbow|hip)s"
_HOW_BENT: Final = tuple(
    re.compile(rf"^\W*{form}\W*$", re.IGNORECASE)
    for form in (
        rf"how\s+(?:bent|straight|flexed|extended|far\s+bent)\s+are\s+{_PAIR}",
        rf"how\s+(?:much|far)\s+(?:are|do|does)\s+{_PAIR}\s+(?:bent|bend|flexed)",
        rf"what(?:['’]?s|\s+is|\s+are)\s+the\s+(?:angles?|bend|flexion)\s+(?:of|at|in)\s+{_PAIR}",
        rf"(?:at\s+)?what\s+angles?\s+(?:is|are|do|does)\s+{_PAIR}(?:\s+(?:at|bent|bent\s+at|bent\s+to|have|make))?",
    )
)
"""Questions for the angle of both joints of a pair, each of which has its own."""
_QUESTION_END: Final = re.compile(r"(?<=\?)\s+")
_OPENS: Final = re.compile(
    r"^\W*(?:and\s+)?(?:is|are|does|do|did|has|have|can|isn['’]?t|aren['’]?t|doesn['’]?t|which|what|where|how)\b",
    re.IGNORECASE,
)
_VERB: Final = re.compile(r"\s+is\s+", re.IGNORECASE)
"""Of a half that came as a statement: "the left knee is bent"."""
_NEEDS_BOTH: Final = re.compile(r"\b(?:and|between|same|equally|each other|as|than)\b", re.IGNORECASE)
"""Words after which a half cannot stand alone."""


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


def in_a_row(question: str) -> tuple[str, ...]:
    """Questions that follow each other, and one for each side of "How bent are the knees?"; else the question alone.

    >>> from pose2lang3d_sdk.compound import in_a_row
    >>> in_a_row("Is she standing? Which hand is higher?")
    ('Is she standing?', 'Which hand is higher?')
    >>> in_a_row("What's the angle of his elbows?")
    ('How bent is the left elbow?', 'How bent is the right elbow?')
    """
    parts = _QUESTION_END.split(question.strip())
    if len(parts) > 1:
        # Remarks around one question belong to it.
        return tuple(parts) if all(_OPENS.match(part) and part.endswith("?") for part in parts) else (question,)
    pair = next((found for form in _HOW_BENT if (found := form.match(question))), None)
    return tuple(f"How bent is the {side} {pair['part'].lower()}?" for side in SIDES) if pair else (question,)


def one_by_one(answers: Sequence[Decoded]) -> Decoded:
    """The answers to questions in a row (one at least): all texts; the verdict that they share, else a statement."""
    verdicts = {answer.verdict for answer in answers}
    told = verdicts.difference(REFUSALS)
    verdict: Verdict = verdicts.pop() if len(verdicts) == 1 else "statement" if told else "unknown"
    texts = dict.fromkeys(answer.text for answer in answers)
    return Decoded(" ".join(texts), verdict, min(answer.confidence for answer in answers))


def put_together(answers: Sequence[Decoded]) -> Decoded | None:
    """The answer to "A and B?" from those to A and to B; None if one of them is no answer to a closed question.

    No if one of them is no; else it cannot be told if one of them cannot; else yes.
    """
    by_verdict: dict[Verdict, list[Decoded]] = {}
    for answer in answers:
        by_verdict.setdefault(answer.verdict, []).append(answer)
    if by_verdict.keys() - {*CLOSED, "unknown"}:
        return None
    verdict: Verdict = next(verdict for verdict in ("no", "unknown", "yes") if verdict in by_verdict)
    told = by_verdict[verdict]
    confidence = max(a.confidence for a in told) if verdict == "no" else min(a.confidence for a in told)
    if verdict == "unknown":
        return Decoded(told[0].text, verdict, confidence)
    reasons = [text for answer in told if (text := answer.text.partition(", ")[2].rstrip("."))]
    text = f"{verdict.capitalize()}, {' and '.join(dict.fromkeys(reasons))}." if reasons else f"{verdict.capitalize()}."
    return Decoded(text, verdict, confidence)
