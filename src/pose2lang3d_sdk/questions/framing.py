"""Questions about the framing, how much of the whole person the picture shows: "Full body shot?", "Waist up only?".

They are only understood here; `visibility` answers them, and reads its own questions by the same words.
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from pose2lang3d_sdk.questions.words import ASIDE, BARE_WHOSE, OWNERS

Asks = Literal["so", "either", "cropped"]
"""Whether it is so, whether it is so or a view from the waist up, or whether it is not so."""


class Framing(NamedTuple):
    """What a question about the framing asks for: levels of the body that are to be visible, and those that are not.

    Of a pair one side says that the picture reaches so far.
    """

    shown: tuple[str, ...]
    hidden: tuple[str, ...] = ()
    asks: Asks = "so"


FULL_BODY: Final = Framing(("head", "shoulder", "hip", "knee", "foot"))
WAIST_UP: Final = Framing(("shoulder",), ("knee", "foot"))
_UP: Final = {
    "chest": Framing(("shoulder",), ("hip", "knee", "foot")),
    "shoulder": Framing(("shoulder",), ("hip", "knee", "foot")),
    "waist": WAIST_UP,
    "hip": Framing(("hip",), ("knee", "foot")),
    "knee": Framing(("knee",), ("foot",)),
}
"""Where a view "from the waist up" ends -> what it shows and what not."""
_DOWN: Final = {
    "waist": Framing(("knee",), ("head", "shoulder")),
    "hip": Framing(("knee",), ("head", "shoulder")),
    "knee": Framing(("foot",), ("head", "shoulder", "hip")),
}
"""So of one "from the waist down"."""

# Words, of texts from `bare`, that all questions about what can be seen have in common.
ONE: Final = "he|she|they|him|her|them"
BODY: Final = rf"(?:{BARE_WHOSE}(?:body|{OWNERS}|subject)|{ONE}|me)"
_PHOTO: Final = r"(?:(?:the|this|my) )?(?:picture|photo|photograph|image|frame|shot)"
IN: Final = (
    rf"(?:in|within|inside) (?:{_PHOTO}|(?:the )?(?:view|sight))"
    "|on (?:(?:the|this) )?(?:picture|photo|photograph|image)"
)
HOW: Final = r"(?:(?:actually|clearly|really|even|still|at all|please|now|all|properly) )*"
_EDGE: Final = (
    rf"(?: (?:by|at) (?:the )?(?:(?:image|picture|photo|frame) )?(?:edges?|borders?|frame)(?: of {_PHOTO})?)?"
)
_AT: Final = r"(?: (?:at|below|from) (?:the )?(?P<edge>chest|waist|hip|knee)s?(?: down)?)?"
CUT: Final = (
    rf"(?:cut off|cropped(?: (?:out|off))?)(?:{_EDGE}|{_AT})"
    rf"|(?:out of|outside(?: of)?|off|missing (?:from|in)) {_PHOTO}|missing"
    r"|(?:hidden|blocked|concealed|covered|obscured) (?:by|behind) (?:something|anything)"
)
"""Why something is not seen; that is not known."""
BE: Final = "(?:is|are|was|were)"
CAN: Final = "(?:can|could|do)"
NT: Final = "(?:n?t| not)"
WHO: Final = "(?:you|u|one|we|i)"
THEY: Final = "(?:it|they|he|she|that|those|them)"
_ONLY: Final = "(?:only|just)"
SIGHT: Final = "(?:see|make out|spot)"
SEE: Final = (
    rf"(?:{CAN}{NT}? {WHO}|can{NT}?|(?:are|am) {WHO} able to|would {WHO} be able to|is it possible to)"
    rf" (?:not )?{HOW}(?P<only>{_ONLY} )?{SIGHT}"
)
_START: Final = (
    rf"^{ASIDE}(?:(?:can|could|would|do) you )?"
    r"(?:(?:please )?(?:tell (?:me|us)|let me know|know|say|check|i wonder|is it true) "
    r"(?:(?:whether|if|that) |(?=which|what|how)))?"
)
_END: Final = (
    rf"(?: (?:properly|clearly|well|fully))?(?: (?:{IN}))?(?: (?:to|from) (?:the )?(?:camera|lens|viewer|me|us|you))?"
    r"(?: (?:at all|here|there|now|please|if any|if not (?:just )?say so|true or false|yes or no))*"
    rf"(?: or (?:{BE} {THEY} )?(?:not|visible|hidden|cropped(?: out)?|cut off|out of (?:{_PHOTO}|view|sight))"
    rf"| or does {_PHOTO} cut {THEY} off| right| correct| {BE}nt {THEY}| {CAN}{NT} {WHO}"
    rf"|(?P<tag> {BE} {THEY}| {CAN} {WHO}))?$"
)
"""A tag "are they?" asks whether it is so of what a denial goes before."""


def forms(*wordings: str) -> tuple[re.Pattern[str], ...]:
    """Whole questions, with what may stand before and after each."""
    return tuple(re.compile(f"{_START}{wording}{_END}") for wording in wordings)


# Words of the framing alone.
_FULL: Final = r"(?:(?:full|whole|entire) (?:body|length|figure|person)|(?:from )?head to (?:toes?|foot|feet))"
_HALF: Final = rf"{BARE_WHOSE}(?P<half>upper|top|lower|bottom) (?:body|half|part)(?: of {BODY})?"
_PART: Final = (
    rf"(?:{_HALF}|half(?: body)?"
    r"|(?:from )?(?:the )?(?P<edge>chest|shoulder|waist|hip|knee)s? (?P<way>up|down)(?:wards?)?)"
)
_BEYOND: Final = rf"(?P<beyond>below|above|under) {BARE_WHOSE}(?P<line>chest|shoulder|waist|hip|knee)s?"
_LOWER: Final = ("lower", "bottom", "down", "below", "under")
_SHOT: Final = "(?: (?:shot|photo|picture|image|portrait|view|framing))"
_SHOWN: Final = rf"(?:shown|seen|visible|pictured|photographed|{IN})"
_IT_IS: Final = rf"(?:(?:is|was) )?(?:it|this|that|{_PHOTO}) (?:is )?"

_OF_THE_WHOLE: Final[dict[Asks, tuple[re.Pattern[str], ...]]] = {
    # "Is this a full body shot?", "Is she shown from head to toe?"
    "so": forms(
        rf"(?:{_IT_IS})?(?:an? )?{_FULL}{_SHOT}",
        rf"{_IT_IS}(?:an? )?{_FULL}",
        rf"{BE} {BODY} {_SHOWN} (?:in full|{_FULL})",
        rf"(?:{BE} )?(?:{BODY} )?{_FULL} {_SHOWN}",
        rf"{SEE} (?:{BODY} )?from head to (?:toes?|foot|feet)",
    ),
    # "Full body or half?", "Is it a portrait or a full body shot?"
    "either": forms(
        rf"(?:{_IT_IS})?(?:an? )?{_FULL}{_SHOT}? or (?:an? |{_ONLY} )*(?:{_PART}|portrait){_SHOT}?",
        rf"(?:{_IT_IS})?(?:an? )?(?:{_PART}|portrait){_SHOT}? or (?:an? |{_ONLY} )*{_FULL}{_SHOT}?",
    ),
    # "Is the picture cropped?"
    "cropped": forms(rf"(?:{_IT_IS}|{BE} )?(?:cropped|cut off){_EDGE}"),
}
# "Waist-up shot?", "Is it only the upper body?", "Can you only see below the waist?"
_OF_A_PART: Final = forms(
    rf"(?:{_IT_IS})?(?:an? |{_ONLY} )*{_PART}{_SHOT}",
    rf"(?:{_IT_IS}|{BE} )?{_ONLY} {_PART}(?: {_SHOWN})?",
    rf"{_PART} {_ONLY}",
    "(?:from )?(?:the )?(?P<edge>waist) (?P<way>up|down)",
    rf"{BE} {BODY} (?:{_ONLY} )?{_SHOWN} (?:{_ONLY} )?{_PART}",
    rf"(?:(?:are|{CAN}{NT}?) {WHO}|{WHO}(?: {CAN}{NT}?)?) {HOW}{_ONLY} (?:seeing|shown|{SIGHT})"
    rf" (?:(?:{BODY} )?{_PART}|(?:anything |{BODY} )?{_BEYOND})",
)
# What is visible or cut off: "the upper body", "anything below the waist"
_REGION: Final = re.compile(rf"^(?:{_HALF}|(?:anything |{BODY} )?{_BEYOND})$")


def framing(text: str) -> Framing | None:
    """What a question about the framing asks for; None for any other question.

    Args:
        text: the question, from `bare`.

    >>> from pose2lang3d_sdk.questions.framing import framing
    >>> framing("is this a waist up shot")
    Framing(shown=('shoulder',), hidden=('knee', 'foot'), asks='so')
    >>> framing("full body or half").asks
    'either'
    >>> framing("is he full of joy")
    """
    for asks, wordings in _OF_THE_WHOLE.items():
        if any(form.match(text) for form in wordings):
            return FULL_BODY._replace(asks=asks)
    for found in filter(None, (form.match(text) for form in _OF_A_PART)):
        given = found.groupdict()
        lower = {given.get("half"), given.get("way"), given.get("beyond")}.intersection(_LOWER)
        if view := (_DOWN if lower else _UP).get(given.get("edge") or given.get("line") or "waist"):
            return view
    return None


def region(what: str) -> tuple[tuple[str, ...], bool] | None:
    """The levels in a region of the body, and whether it takes all of them to see it; None for anything else.

    >>> from pose2lang3d_sdk.questions.framing import region
    >>> region("his upper body"), region("anything below the waist")
    ((('head', 'shoulder'), True), (('knee', 'foot'), False))
    """
    found = _REGION.match(what)
    if not found:
        return None
    if not found["beyond"]:
        return (("knee", "foot") if found["half"] in _LOWER else ("head", "shoulder")), True
    view = (_UP if found["beyond"] in _LOWER else _DOWN).get(found["line"])
    return (view.hidden, False) if view else None
