"""A question in fewer words, for when the whole of it is taken for none about the pose, or leaves doubt.

"My son says this is him, where are his hands?" and "Are his knees bent like he is about to jump?" ask for the hands and
the knees; what stands around it is about something else.
"""

from __future__ import annotations

import re
from typing import Final

from pose2lang3d_sdk.questions.words import PARTS

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
_PART: Final = re.compile(rf"\b(?:{PARTS})\b", re.IGNORECASE)


def plainer(question: str) -> str | None:
    """The question in fewer words that still names a part of the body; None if there is none.

    >>> from pose2lang3d_sdk.questions.plainer import plainer
    >>> plainer("My son says this is him batting, where are his hands?")
    'where are his hands?'
    >>> plainer("Are his knees bent like he is about to jump?")
    'Are his knees bent?'
    >>> plainer("Is he tall?")
    """
    last = _LAST.match(question.strip())
    text = last["question"] if last else _LIKE.sub("", question.rstrip("?.! "))
    text = f"{text.rstrip('?.! ')}?"
    return text if text.rstrip("?") != question.rstrip("?.! ") and _PART.search(text) else None
