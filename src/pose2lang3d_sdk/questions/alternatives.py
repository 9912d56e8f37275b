"""Questions that yes or no does not answer: they give a choice, "Seen from the front or from behind?", or ask which.

The verdict stays what it is; only the word goes, so that the sentence names what is the case.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk.questions.words import bare
from pose2lang3d_sdk.verdicts import CLOSED

if TYPE_CHECKING:
    from pose2lang3d_sdk.decoder import Decoded

_NO_CHOICE: Final = re.compile(
    r"\b(?:either|neither|any\w*|whether|at least|(?:un)?true|false|wrong|incorrect|mistake|lie|yes|no|less|more|ok)\b"
    r"|\bone or\b|\b(?:an?|some) (?:\w+ ){1,2}or\b|\b(?:on|in|at|near|above|below|over|under) or\b"
    r"|\bor (?:not|no\w*|isnt|arent|doesnt|dont|is (?:it|he|she|that) not|so|even|beyond|over|under|above|below|further"
    r"|higher|lower|wider|closer|rather|something|anything|what)\b"
)
"""Words with which yes or no does answer, "Is either knee or elbow bent?", "at shoulder height or higher?"."""
_OPPOSITES: Final = re.compile(
    r"\b(?:lower|below|under)\b.* or (?:higher|above)\b|\b(?:higher|above|over)\b.* or (?:lower|below|under)\b"
    r"|\bcloser to\b.* or closer to\b"
    r"|\b(?:in front of|behind|beside|near) (?:\w+ ){1,3}or (?:over|under|above|below|behind)\b"
)
"""Words of `_NO_CHOICE` between which there is one."""
_ASKS_WHICH: Final = re.compile(
    r"^(?:(?:and|so|ok|but) )*(?:which|where|wheres|whats|hows|what(?= (?:is|are|angle|way|direction))"
    r"|how(?= (?:is|are|far|high|low|much|bent|wide|close|straight)))\b"
)


def offers_choice(question: str) -> bool:
    """Whether a question names two things of which one is to be said.

    >>> from pose2lang3d_sdk.questions.alternatives import offers_choice
    >>> offers_choice("Is he seen from the front or from behind?"), offers_choice("Is he standing or not?")
    (True, False)
    """
    text = bare(question)
    return bool(_OPPOSITES.search(text)) or (" or " in text and not _NO_CHOICE.search(text))


def chosen(answer: Decoded, question: str) -> Decoded:
    """The answer, without its yes or no if the question gives a choice or asks which, where or how."""
    word, comma, reason = answer.text.partition(", ")
    if answer.verdict not in CLOSED or not comma or word.lower() != answer.verdict:
        return answer
    if not (offers_choice(question) or _ASKS_WHICH.match(bare(question))):
        return answer
    return replace(answer, text=f"{reason[0].upper()}{reason[1:]}")
