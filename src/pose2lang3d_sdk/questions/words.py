"""Words that several rules on questions look for, as parts of regular expressions without groups of their own."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

OWNERS: Final = (
    "person|man|woman|boy|girl|guy|lady|kid|child|athlete|dancer|player|patient|model|figure|runner|client|student|worker"
    "|rider|skater|skateboarder|surfer|skier|climber|cyclist|golfer|boxer|gymnast|swimmer|lifter"
)
"""Whom parts of a body belong to."""
WHOSE: Final = r"(?:(?:the|his|her|their|my|your|its|this|that|\w+(?:['’]s|s['’]))\s+)*"
JOINT_OF: Final = {
    "hand": "wrist", "wrist": "wrist", "fist": "wrist", "elbow": "elbow", "shoulder": "shoulder", "hip": "hip",
    "knee": "knee", "foot": "ankle", "ankle": "ankle", "heel": "ankle",
}  # fmt: skip
"""Part of the body that there are two of -> the joint that says where it is."""
LIMB: Final = r"knee|elbow|(?:upper\s+|lower\s+)?(?:arm|leg)|forearm|thigh|shin|hand|wrist|foot|ankle|heel"
"""What there is one of on either side."""
PARTS: Final = (
    r"knees?|elbows?|(?:upper\s+|lower\s+)?(?:arms?|legs?)|forearms?|thighs?|shins?|hands?|wrists?|foot|feet|ankles?|"
    r"hips?|shoulders?|heels?|head|face|chin|back|spine|torso|trunk|chest|upper\s+body"
)
SUBJECT: Final = rf"(?:(?:both|one)\s+(?:of\s+)?)?{WHOSE}(?:(?:left|right|front|back|rear)\s+)?(?:{PARTS})"
STATE: Final = (
    r"(?:(?:is|are|both|also|slightly|fully|deeply|nearly|almost|clearly|still|held|kept|not|wide)\s+)*"
    r"(?:bent|straight|straightened|extended|stretched|flexed|folded|locked|raised|lifted|lowered|abducted|up|down|out|"
    r"at\s+\w+\s+(?:height|level)|in\s+the\s+air|crossed|together|"
    r"apart|spread|close\s+together|soft|on|off|above|below|over|overhead|behind|in\s+front|near|close\s+to|touching|"
    r"forwards?|backwards?|turned|tilted|bowed|twisted|level|upright|vertical|horizontal|hanging|planted|flat|pointing)\b[^,;]*?"
)
"""What can be said of a part of the body by itself; halves in other words ("the hips the cellar") need each other."""
PLAIN_STATE: Final = (
    r"(?:(?:not|slightly|fully|deeply|clearly)\s+)*(?:bent|straight|straightened|extended|flexed|raised|lifted|lowered|up|down"
    r"|overhead|(?:on|off)\s+the\s+(?:ground|floor)|in\s+the\s+air)"
)
"""What each part of the body can be by itself, whatever the others are, and without a thing."""
_PEOPLE: Final = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        "he|his|him|man|boy|guy|father|dad", "she|her|hers|woman|girl|lady|mother|mum|mom",
        "i|my|me|mine", "you|your|yours",
        rf"(?:other|another|second) (?:one|{OWNERS})|someone|somebody|friend|partner|opponent|baby",
    )
)  # fmt: skip
"""Words of which no two kinds are one and the same person."""
_TO_THE_READER: Final = re.compile(
    r"\b(?:(?:can|could|would|do|will) you|(?:tell|show|give) me|let me know|i (?:want|need|think|reckon|wonder))\b",
    re.IGNORECASE,
)
"""Where "you", "I" and "me" are nobody in the picture."""


BARE_WHOSE: Final = rf"(?:(?:the|his|her|their|my|your|its|this|that|(?:{OWNERS})s) )*"
"""`WHOSE` of texts from `bare`."""
SOMEBODY: Final = rf"(?:he|she|they|{BARE_WHOSE}(?:{OWNERS}))"
"""The person of such a text."""
ANYBODY: Final = rf"(?:{SOMEBODY}|i|you)"
"""The person, who asks, or who is asked."""
CAMERA: Final = r"(?:(?:the )?(?:camera|lens|viewer|photographer)|us|me)"
"""Where such a text is asked from."""
ASIDE: Final = r"(?:(?:so|hey|ok|and|please|in (?:this|the) (?:photo|picture|image)) )*"
"""What may stand before a question of such a text, and after it `TAG`."""
TAG: Final = r"(?: (?:now|here|please|pls|plz|or not|right|correct|in (?:this|the) (?:photo|picture|image)))?$"
_OPENS_CLOSED: Final = frozenset(("is", "are", "am", "do", "does", "has", "have"))
_PLURALS: Final = {"foot": "feet", "calf": "calves"}


@lru_cache(maxsize=64)
def bare(question: str) -> str:
    """The words of a question in lower case, without punctuation: "isn't" becomes "isnt"."""
    return " ".join(re.sub(r"[^\w ]", " ", re.sub(r"['’]", "", question.lower())).split())


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is written as a text."""
    return frozenset(text.split())


def first_fit(forms: Iterable[re.Pattern[str]], text: str) -> re.Match[str] | None:
    """The match of the first form that fits a text from its start."""
    return next((match for form in forms if (match := form.match(text))), None)


def asks_yes_or_no(words: Sequence[str]) -> bool:
    """Whether a question of these words opens as one that yes or no answers, and not as a wish ("do you know ...")."""
    return bool(words) and words[0] in _OPENS_CLOSED and "you" not in words[:2]


def plural(part: str) -> str:
    """Of a word of `JOINT_OF` or a limb."""
    return _PLURALS.get(part, f"{part}s")


@lru_cache(maxsize=64)
def names_several(question: str) -> bool:
    """Whether a question is about more than one person: "Is his hand on her knee?"."""
    asked = _TO_THE_READER.sub("", question)
    return sum(bool(people.search(asked)) for people in _PEOPLE) > 1
