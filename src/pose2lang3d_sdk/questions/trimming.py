"""What stands around a question without changing it, "In this photo, ...", "..., please?": taken off."""

from __future__ import annotations

import re
from typing import Final

from pose2lang3d_sdk.questions.words import OWNERS

_ASKS: Final = (
    r"(?=(?:is|isn['’]?t|are|aren['’]?t|am|was|were|do|does|doesn['’]?t|did|has|have|hasn['’]?t|can|could|would|which|what"
    r"|whats|where|how|who|whose|describe|compare)\b)"
)
_PHOTO: Final = (
    r"(?:in|on|from|looking\s+at|judging\s+by)\s+(?:this|the|that|my)\s+(?:photo|picture|image|shot|pic|photograph)"
)
_SEEN: Final = r"(?:from\s+what|as\s+far\s+as)\s+(?:you|we|i)\s+(?:can\s+)?(?:see|tell)"
_BEFORE: Final = re.compile(
    r"^\W*(?:(?:"
    r"(?:please|pls|kindly)|good\s+(?:morning|afternoon|evening|day)|say(?=\s+(?:what|which|where|how)\b)|(?:(?:can|could|would|will)\s+you\s+)?(?:please\s+)?(?:tell|show)\s+(?:me|us)(?=\W*[:,])"
    r"|(?:so|ok|okay|well|hey|hi|hello|and|now|also|um|hmm|but|first|second|finally|here)(?:\s+there)?"
    rf"|(?:quick|one|next|last|another|a)\s+(?:more\s+)?question|question|just\s+(?:curious|wondering)|be\s+honest|{_PHOTO}"
    rf"|{_SEEN}|out\s+of\s+(?:interest|curiosity)|yes\s+or\s+no|true\s+or\s+false|for\s+the\s+(?:record|label|caption)"
    rf"|to\s+be\s+clear|(?:roughly|approximately|about)(?=\s+how\b))\s*[:,;!.-]*\s+)+{_ASKS}",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    r"(?:\s*[,?]?\s+(?:(?:please|thanks)\s+and\s+thank\s+you|please|pls|plz|thanks|thank\s+you|thx|for\s+me|just\s+curious"
    rf"|yes\s+or\s+no|true\s+or\s+false|y/n|or\s+not(?:\s+(?:quite|really))?|then|(?:do\s+)?you\s+think|in\s+your\s+(?:view|opinion)|{_SEEN}"
    r"|if\s+you\s+can\s+(?:tell|see(?:\s+(?:it|that))?))"
    rf"|\s*,\s*(?:{_PHOTO}|(?:can|could|do)\s+(?:you|we)\s+(?:tell(?:\s+me)?|know|see(?:\s+(?:it|them|that))?)|tell\s+me"
    r"|would\s+you\s+(?:say|agree)|what\s+do\s+you\s+think))+(?=\W*$)",
    re.IGNORECASE,
)
"""Without a comma "in the picture" may be what is asked: "Are his hands in the picture?"."""
_OR_NOT: Final = re.compile(r"(?<![,\s])\s+or\s+not(?=,\s+and\s)", re.IGNORECASE)
_SIDES: Final = re.compile(
    r"^(?P<which>\W*(?:which|what)\s.*?),?\s+(?:(?:is\s+it|the)\s+)*(?:left|right)(?:\s+one)?\s+or\s+(?:the\s+)?(?:left|right)(?:\s+one)?(?=\W*$)",
    re.IGNORECASE,
)
"""Which hand is up, "left or right?"."""
_DASH_RIGHT: Final = re.compile(r"\s+[-–]\s*(?P<tag>right|correct)\W*$", re.IGNORECASE)
_CONFIRM: Final = re.compile(
    r"(?<=[\d°])(?P<unit>\s*deg\w*)?[.,;]?\s*(?:confirm|agreed?|correct|right)\W*$", re.IGNORECASE
)
"""After a number, which a rule compares; elsewhere the nets know it."""
_CLOTHES: Final = (
    r"(?:black|white|red|blue|green|yellow|orange|pink|purple|gr[ea]y|brown|beige|shirt|t-shirt|jacket|coat|hat|cap|dress|suit"
    r"|jeans|shorts|hoodie|sweater|top|helmet|glasses|jersey|vest|skirt|trousers|pants|uniform)"
)
_WHO_WEARS: Final = re.compile(
    rf"\b(?P<who>(?:the|this|that)\s+(?:{OWNERS}))\s+(?:in|with|wearing)\s+(?:(?:the|an?|his|her)\s+)?(?:\w+\s+){{0,2}}?{_CLOTHES}"
    rf"(?:\s+(?:and\s+)?{_CLOTHES})*(?=\s+(?!or\b|and\b)\w)",
    re.IGNORECASE,
)
"""By what somebody wears it is said who is meant."""
_OPENS: Final = re.compile(rf"\W*{_ASKS}", re.IGNORECASE)
_FEWEST: Final = 3
"""Words that must be left of a question."""


def trimmed(question: str) -> str:
    """The question alone.

    >>> from pose2lang3d_sdk.questions.trimming import trimmed
    >>> trimmed("Quick question: in this photo, is the left knee bent, please?")
    'is the left knee bent?'
    >>> trimmed("Which hand is up at the face, the left or the right?")
    'Which hand is up at the face?'
    >>> trimmed("Please describe the legs"), trimmed("Can you tell me which hand is higher?")
    ('describe the legs', 'Can you tell me which hand is higher?')
    """
    text = _CONFIRM.sub(r"\g<unit>?", _DASH_RIGHT.sub(r", \g<tag>?", _OR_NOT.sub("", _BEFORE.sub("", question))))
    text = _WHO_WEARS.sub(r"\g<who>", text)
    if _OPENS.match(text):  # "The head is bowed, yes or no?" is asked by its ending
        text = _SIDES.sub(r"\g<which>", _AFTER.sub("", text))
    return text if len(text.split()) >= _FEWEST else question
