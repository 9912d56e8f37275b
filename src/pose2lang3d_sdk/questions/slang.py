"""How people type on a phone, "r his knees bent rn", in the words that the nets were taught."""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = {
    "u": "you", "yall": "you", "ur": "your", "dat": "that", "dis": "this", "da": "the", "tha": "the", "dem": "them",
    "em": "them", "wat": "what", "wut": "what", "wats": "what is", "wuts": "what is", "smth": "something",
    "sth": "something", "abt": "about", "bck": "back", "rly": "really", "kinda": "kind of", "sorta": "sort of",
    "gonna": "going to", "wanna": "want to", "gotta": "have to", "lemme": "let me", "gimme": "give me",
    "dunno": "do not know", "thru": "through", "coz": "because", "cuz": "because", "pic": "picture",
    "pics": "pictures", "deg": "degrees", "degs": "degrees",
}  # fmt: skip
_WORD: Final = re.compile(rf"(?<!['’-])\b(?:{'|'.join(_WORDS)})\b(?!['’-])", re.IGNORECASE)
_ARE: Final = re.compile(
    r"(?:^\W*|\b(?:how|where|what|which|knees|elbows|arms|legs|hands|feet|they|you)\s+)r"
    r"(?=\s+(?:the|his|her|their|my|both|they|you|we|any|all|bent|straight|up|down|crossed|raised|together|apart)\b)"
    r"|\b(?:bent|far|wide|high|close|apart)\s+r(?=\s+(?:the|his|her|their|my|both|they|you)\b)"
)
"""Elsewhere "r" is the right, and so is a capital."""
_TRUE_OR_FALSE: Final = re.compile(r"\bt\s*(?:/|or)\s*f\b|\btrue\s*/\s*false\b|\bfalse\s+or\s+true\b", re.IGNORECASE)
_OR_NOT: Final = re.compile(r"\bor\s+(?:nah|naw|na|nope|nop)\b", re.IGNORECASE)
_FILLER: Final = re.compile(
    r"(?:[\s,]+(?:rn|fr|tho|lol|lmao|haha|ngl|no\s+cap|srsly(?:\s+asking)?)|\s*,\s*(?:bro|bruh|dude|mate))+(?=\W*$)",
    re.IGNORECASE,
)
_CALL: Final = re.compile(
    r"^\W*(?:(?:yo|bro|bruh|dude|mate|lol|haha|ngl|fr|tbh|aight|(?:ok\s+)?(?:srs|serious)\s+(?:question|q))[\s,:]+)+(?=\w+\s)",
    re.IGNORECASE,
)
_OPENS: Final = re.compile(
    r"\W*(?:is|are|r|do|does|did|has|have|can|which|what|wat|how|where|hows|whats)\b", re.IGNORECASE
)


def plainly(question: str) -> str:
    """The question in ordinary words.

    >>> from pose2lang3d_sdk.questions.slang import plainly
    >>> plainly("yo r his knees bent rn??"), plainly("hand on hip or nah")
    ('are his knees bent??', 'hand on hip or not')
    >>> plainly("R elbow bent?"), plainly("bro got his legs crossed")
    ('R elbow bent?', 'bro got his legs crossed')
    """
    called = _CALL.match(question)
    text = question[called.end() :] if called and _OPENS.match(question, called.end()) else question
    text = _FILLER.sub("", text) or text
    text = _TRUE_OR_FALSE.sub("true or false", text)
    text = _OR_NOT.sub("or not", _ARE.sub(lambda found: f"{found.group()[:-1]}are", text))
    return _WORD.sub(lambda found: _WORDS[found.group().lower()], text)
