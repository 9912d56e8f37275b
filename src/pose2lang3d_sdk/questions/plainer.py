"""A question in fewer words, for when the whole of it is taken for none about the pose, or leaves doubt.

"My son says this is him, where are his hands?" and "Are his knees bent like he is about to jump?" ask for the hands and
the knees; what stands around it is about something else.
"""

from __future__ import annotations

import re
from typing import Final

from pose2lang3d_sdk.questions.words import OWNERS, PARTS, WHOSE

_OPENS: Final = r"(?:is|are|does|do|has|have|which|what|where|how)\b"
_LAST: Final = re.compile(
    rf"^(?!\W*(?:{_OPENS}|(?:if|when|while|once|unless|suppose|supposing|assume|assuming|imagine|say|were|had)\b))"
    rf".*[,;:.!]\s+(?:(?:so|and|but|now)\s+)?(?P<question>{_OPENS}[^,;:.!]*)$",
    re.IGNORECASE,
)
"""A question after something else that is neither a question nor a condition."""
_LIKE: Final = re.compile(
    r"(?<!look)(?<!looks)(?<!looking)\s+(?:just\s+|a\s+bit\s+)?(?:like|as\s+if|as\s+though)\s+"
    r"(?:(?:he|she|they|it|you|i)\b(?:['’]?(?:s|re|m))?|somebody|someone)\b(?:(?!\bor\b).)*$",
    re.IGNORECASE,
)
"""What it is compared with."""
_OVER: Final = re.compile(
    rf"^(?P<question>\W*(?:is|are|does|do)\s+(?:he|she|they|{WHOSE}(?:{OWNERS}))\s+"
    r"(?:bent|bend|bending|lean|leaning|stooped|hunched)\s+over)\s+"
    rf"(?:the|an?|his|her|their|my)\s+(?!(?:left|right|{PARTS})\b)\w+\W*$",
    re.IGNORECASE,
)
"""Somebody who is bent over a thing."""
_LEGS: Final = re.compile(
    rf"^(?P<before>\W*(?:(?:is|are)\s+)?(?:both\s+)?{WHOSE})legs"
    r"(?=\s+(?:(?:held|kept)\s+)?(?:(?:wide|far)\s+)?(?:apart|spread|together|open|closed)(?:\s+or\s+\w+)*\W*$)",
    re.IGNORECASE,
)
LEANS: Final = "Does the torso lean forwards or backwards?"
_LEANING: Final = re.compile(rf"^\W*is\s+(?:he|she|{WHOSE}(?:{OWNERS}|body|torso))\s+leaning\W*$", re.IGNORECASE)
_PART: Final = re.compile(rf"\b(?:{PARTS})\b", re.IGNORECASE)
_FEWEST: Final = 4
"""Words with which a question says something of a part of the body."""


def of_what_is_left(question: str) -> str | None:
    """What to ask if joints are hidden: of legs the knees, of a lean that of one hip; None for any other question.

    >>> from pose2lang3d_sdk.questions.plainer import of_what_is_left
    >>> of_what_is_left("Are his legs spread or together?"), of_what_is_left("Is he leaning?")
    ('Are his knees spread or together?', 'Does the torso lean forwards or backwards?')
    """
    if _LEANING.match(question):
        return LEANS
    found = _LEGS.match(question)
    return f"{found['before']}knees{question[found.end() :]}" if found else None


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
    whole = question.strip().rstrip("?.! ")
    if found := _OVER.match(whole):
        return f"{found['question']}?"
    last = _LAST.match(whole)
    text = last["question"] if last else _LIKE.sub("", whole)
    names_part = _PART.search(text) and len(text.split()) >= _FEWEST
    return f"{text}?" if text != whole and names_part else None
