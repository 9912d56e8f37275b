"""A question in fewer words, for when the whole of it is taken for none about the pose, or leaves doubt.

"My son says this is him, where are his hands?" and "Are his knees bent like he is about to jump?" ask for the hands and
the knees; what stands around it is about something else.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk.questions.words import PARTS
from pose2lang3d_sdk.verdicts import CLOSED

if TYPE_CHECKING:
    from pose2lang3d_sdk.decoder import Decoded

_LAST: Final = re.compile(
    r"^.*[,;:.!]\s+(?:(?:so|and|but|now)\s+)?(?P<question>(?:is|are|does|do|has|have|which|what|where|how)\b[^,;:.!]*)$",
    re.IGNORECASE,
)
"""A question after something else."""
_LIKE: Final = re.compile(
    r"(?<!look)(?<!looks)(?<!looking)\s+(?:just\s+|a\s+bit\s+)?(?:like|as\s+if|as\s+though)\s+"
    r"(?:(?:he|she|they|it|you|i)\b(?:['’]?(?:s|re|m))?|somebody|someone)\b.*$",
    re.IGNORECASE,
)
"""What it is compared with."""
_OVER: Final = re.compile(
    r"\b(?P<bent>(?:bent|bends?|bending|leans?|leaning|stooped|hunched)\s+over)\s+(?:the|an?|his|her|their|my)\s+\w+\W*$",
    re.IGNORECASE,
)
"""What somebody is bent over."""
_ENOUGH: Final = re.compile(
    r"^(?P<before>[^,;]*?)(?:\s+(?:enough|too\s+(?:much|far|deep(?:ly)?))|\btoo(?=\s+(?:bent|straight|high|low|wide|raised)))"
    r"(?P<after>[^,;]*?)\W*$",
    re.IGNORECASE,
)
"""A measure that nobody has said."""
_PART: Final = re.compile(rf"\b(?:{PARTS})\b", re.IGNORECASE)


def plainer(question: str) -> str | None:
    """The question in fewer words that are about the body still; None if there is none.

    >>> from pose2lang3d_sdk.questions.plainer import plainer
    >>> plainer("My son says this is him batting, where are his hands?")
    'where are his hands?'
    >>> plainer("Are his knees bent like he is about to jump?")
    'Are his knees bent?'
    >>> plainer("Is he bent over the stove?")
    'Is he bent over?'
    >>> plainer("Is he tall?")
    """
    if bent := _OVER.search(question):
        return f"{question[: bent.end('bent')]}?"
    last = _LAST.match(question.strip())
    text = last["question"] if last else _LIKE.sub("", question.rstrip("?.! "))
    text = f"{text.rstrip('?.! ')}?"
    return text if text.rstrip("?") != question.rstrip("?.! ") and _PART.search(text) else None


def unjudged(question: str) -> str | None:
    """The question without "enough" or "too much"; None if it does not judge.

    >>> from pose2lang3d_sdk.questions.plainer import unjudged
    >>> unjudged("Are the elbows bent too much?"), unjudged("Is the left knee bent?")
    ('Are the elbows bent?', None)
    """
    found = _ENOUGH.match(question)
    text = " ".join(f"{found['before']} {found['after']}".split()) if found else ""
    return f"{text}?" if text and _PART.search(text) else None


def not_judged(answer: Decoded) -> Decoded:
    """The answer to the question without it, which says that it judges nothing."""
    told = answer.text.partition(", ")[2] if answer.verdict in CLOSED else answer.text
    if not told:
        return answer
    text = f"{told[0].upper()}{told[1:].rstrip('.')}; whether that is enough or too much, I cannot judge."
    return replace(answer, text=text, verdict="statement")
