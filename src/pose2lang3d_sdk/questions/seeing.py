"""Questions about what can be seen, "Crop type: full body?", in the words that `visibility` knows."""

from __future__ import annotations

import re
from typing import Final

from pose2lang3d_sdk.questions.referring import ARM, LEG
from pose2lang3d_sdk.questions.words import OWNERS, WHOSE, plural

BODY: Final = rf"(?:him|her|them|em|it|this|that|{WHOSE}(?:(?:whole|entire)\s+)?(?:body|pose|position|{OWNERS}))"
_IN_SIGHT: Final = r"(?:visible|shown|in\s+(?:(?:the|this)\s+)?(?:view|sight|frame|picture|photo|image|shot))"
_ONE: Final = f"{LEG}|{ARM}|shoulder|hip|eye|ear"
_MANY: Final = "|".join(plural(part) for part in _ONE.split("|"))
_NO_PART: Final = r"(?:nothing|no\s+(?:joints?|parts?(?:\s+of\s+(?:the|his|her)\s+body)?))"
_SAME: Final = {
    "Is everything visible?": (
        rf"(?:(?:is|are)\s+)?{_NO_PART}(?:\s+(?:is|are))?\s+(?:hidden|missing|covered|out\s+of\s+(?:frame|sight))"
        r"(?:,?\s+(?:is|are)\s+(?:it|they|there))?"
        rf"|(?:can|do)\s+(?:you|we|i)\s+see\s+(?:all\s+of\s+)?{BODY}\W+(?:from\s+)?head\s+to\s+(?:toes?|foot|feet)"
        rf"|is\s+(?:the\s+)?(?:whole|entire|full)\s+body\s+{_IN_SIGHT}\W+or\s+(?:is\s+(?:it\s+)?)?(?:cropped|cut\s+off|(?:only\s+)?"
        r"(?:a\s+)?part(?:\s+of\s+it)?)(?:\W+(?:and\s+)?where\s+does\s+it\s+(?:stop|end))?"
        r"|(?:crop(?:\s+type)?|framing)\W+full\s+body\W.*"
    ),
    "Which joints are hidden?": (
        rf"(?:which|what)\s+joints\s+.*\b(?:because|since|as)\s+(?:you|we|i)\s+can(?:['’]?t|not)\s+see\s+{BODY}"
        r"|(?:which|what)(?:\s+(?:joints|parts))?\s+can(?:['’]?t|\s*not)\s+(?:you|we|i)\s+see\W*(?:just\s+)?(?:list|name)"
        r"(?:\s+(?:them|it))?(?:\s+please)?"
        r"|any\s+(?:joints?|parts?)\s+(?:that\s+)?(?:you|we|i)\s+can(?:['’]?t|not|\s+not)\s+see"
        rf"|what\s+can\s+(?:you|we|i)\s+not\s+see(?:\s+(?:of|on)\s+{BODY})?"
        r"|(?:which|what)\s+(?:joints|parts)\s+are\s+cropped\s+out\s+of\s+(?:the\s+)?frame(?:\s+by\s+the\s+edge(?:\s+of\s+the\s+picture)?)?"
    ),
    "List the visible joints.": (
        r"(?:give|show)(?:\s+me)?\s+(?:all\s+)?(?:the\s+)?visible\s+(?:joints|key\s?points|parts)"
    ),
    "How many joints are visible?": r"visible\s+(?:joints|key\s?points)\W+(?:count|number)",
}
_SIDED: Final = rf"{WHOSE}(?:(?:left|right)\s+)?(?:{_ONE})"
_SEEN: Final = r"(?:visible|in\s+(?:(?:the\s+)?(?:frame|view|picture|photo|shot|image)))"
_OF_PARTS: Final = (
    (rf"neither\s+(?P<part>{_ONE})\s+is\s+(?:occluded|hidden|cut\s+off|missing)", "Are both {parts} visible?"),
    (rf"neither\s+(?P<part>{_ONE})\s+is\s+{_SEEN}", "Are both {parts} hidden?"),
    (rf"(?P<parts>{_MANY})\s+{_SEEN}\W+both\W+one\W+(?:or\s+)?(?:none|neither)", "How many {parts} are visible?"),
    (
        rf"(?P<parts>{_MANY})\W+visible\W+(?:or\s+)?(?:occluded|hidden|out\s+of\s+frame|or|\W)+",
        "Are the {parts} visible?",
    ),
    (rf"do(?:es)?\s+(?P<one>(?:either|any|both)\s+(?:{_ONE}|{_MANY})|{_SIDED})\s+show", "Is {one} visible?"),
    (
        rf"is\s+(?P<one>{_SIDED})\s+visible\s+and\s+(?P<other>{_SIDED})\s+(?:too|as\s+well)",
        "Are {one} and {other} visible?",
    ),
)
_FORMS: Final = tuple(
    (re.compile(rf"^\W*(?:{form})\W*$", re.IGNORECASE), known)
    for form, known in (*((form, known) for known, form in _SAME.items()), *_OF_PARTS)
)


def of_what_is_seen(question: str) -> str:
    """The question, in other words if it is one of these.

    >>> from pose2lang3d_sdk.questions.seeing import of_what_is_seen
    >>> of_what_is_seen("What can you not see of him?"), of_what_is_seen("neither ankle is hidden")
    ('Which joints are hidden?', 'Are both ankles visible?')
    >>> of_what_is_seen("Is the left knee bent?")
    'Is the left knee bent?'
    """
    for form, known in _FORMS:
        if found := form.match(question):
            said = {group: words.lower() for group, words in found.groupdict().items() if words}
            return known.format_map({"parts": plural(said.get("part", "")), **said})
    return question
