"""Questions whether something is false, "Is it wrong to say that he is sitting?": asked straight and turned round."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pose2lang3d_sdk.decoder import Decoded
    from pose2lang3d_sdk.verdicts import Verdict

_DENIED: Final = re.compile(
    r"^\W*(?:is|would)\s+it\s+(?:be\s+)?(?:(?:false|untrue)|(?:false|untrue|wrong|incorrect|inaccurate|a\s+lie|a\s+mistake)\s+"
    r"to\s+(?:say|claim|state|write|think|believe))\s+(?:that\s+)?"
    r"(?P<claim>(?:the|his|her|their|my|your|he|she|they|i|you|this|both|neither|either|one|no|nobody|an?|at\s+least)\b.*?)\W*$",
    re.IGNORECASE,
)
_OPPOSITE: Final[dict[Verdict, Verdict]] = {"yes": "no", "no": "yes"}


def denied(question: str) -> str | None:
    """The question straight; None if it does not ask whether something is false.

    >>> from pose2lang3d_sdk.questions.denied import denied
    >>> denied("Is it wrong to say that he is sitting?")
    'Is it true that he is sitting?'
    >>> denied("Is he sitting?")
    """
    found = _DENIED.match(question)
    return f"Is it true that {found['claim']}?" if found else None


def turned_round(answer: Decoded) -> Decoded:
    """The answer to whether it is false, from that to whether it is true."""
    verdict = _OPPOSITE.get(answer.verdict)
    if verdict is None:
        return answer
    text = re.sub(rf"^{answer.verdict}\b", verdict.capitalize(), answer.text, flags=re.IGNORECASE)
    return replace(answer, verdict=verdict, text=text)
