"""Questions about "the knee" of which there are two: asked of each side, and the answers put together."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk.facts import SIDES
from pose2lang3d_sdk.questions.compound import put_together
from pose2lang3d_sdk.questions.rows import one_by_one
from pose2lang3d_sdk.questions.words import LIMB, OWNERS, STATE, first_fit
from pose2lang3d_sdk.skeleton import in_order
from pose2lang3d_sdk.unseen import not_visible
from pose2lang3d_sdk.verdicts import REFUSALS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pose2lang3d_sdk.decoder import Decoded

_WHOSE: Final = rf"(?:(?:the|this|that) (?:{OWNERS})(?:['’]s|s['’])|the|his|her|their|my|your)"
_LIMB: Final = rf"{_WHOSE} (?P<limb>{LIMB}|hip(?= (?:bent|straight|flexed)\b))"
_HOW: Final = r"how (?:bent|straight|flexed|extended|high|raised|far (?:bent|raised|up|forward|out))"
_FORMS: Final = tuple(
    re.compile(rf"^\W*{form}(?:,? in degrees)?(?:,? roughly)?\W*$", re.IGNORECASE)
    for form in (
        rf"is(?:n['’]t)? {_LIMB}(?= {STATE})[^?.!]*",
        rf"does(?:n['’]t)? {_LIMB} (?:bend|hang|point|touch|rest|reach|stretch|straighten|slope|slant|run)\b[^?.!]*",
        rf"(?:{_HOW}|where|at what angle) is {_LIMB}(?: bent| held| raised)?",
        rf"(?:what(?:['’]s| is)|describe) {_LIMB}(?: doing|(?:['’]s)? (?:angle|position))",
        rf"what(?:['’]s| is) the (?:angle|position) of {_LIMB}",
        rf"(?:by )?how (?:much|many degrees) (?:is|does) {_LIMB} (?:bent|bend|flexed|raised|lifted)",
    )
)
_CHOICE: Final = re.compile(
    r"^\W*(?:are )?(?:(?:both|the|his|her|their|my|your) )*(?P<limbs>knees|elbows|arms|legs) "
    r"(?P<states>(?:straight|bent|flexed|extended)(?:,? or (?:straight|bent|flexed|extended)))\W*$",
    re.IGNORECASE,
)
"""Each of two may be the one or the other."""
_SETTLED: Final = re.compile(
    r"\b(?:left|right|l|r|both|either|neither|each|which|ones?|other|same|(?<!to the )sides?|than|that|who|most|least"
    r"|more|less|further|farther|together|apart|spread|out of|or (?:is )?(?:the|his|her) (?!floor|ground))\b",
    re.IGNORECASE,
)
"""Words that say which side, or that compare them."""
_WHICH: Final = re.compile(
    r" (?:in front|behind|above|below|on top|up|raised|lifted|planted|(?:in front of|behind|on|off|over|near|close to)"
    r" (?:the |a |his |her )?\w+) (?:on the \w+ )?(?:bent|straight|flat|raised|turned|pointing)\b",
    re.IGNORECASE,
)
"""A place that says which: "the leg in front is bent"."""
_SIDED_JOINT: Final = re.compile(r"\b(left|right) (\w+)")
_REASON: Final = re.compile(r"^(?:Yes|No), t(?P<told>he .+)$")


def each_side(question: str) -> tuple[str, ...]:
    """The question for either side if it asks for "the knee" without one; else none.

    >>> from pose2lang3d_sdk.questions.unsided import each_side
    >>> each_side("Is his knee bent?")
    ('Is his left knee bent?', 'Is his right knee bent?')
    >>> each_side("Are the arms straight or bent?")
    ('Is the left arm straight or bent?', 'Is the right arm straight or bent?')
    >>> each_side("Is his left knee bent?")
    ()
    """
    text = " ".join(question.split())
    if choice := _CHOICE.match(text):
        return tuple(f"Is the {side} {choice['limbs'][:-1].lower()} {choice['states']}?" for side in SIDES)
    found = first_fit(_FORMS, text)
    if not found or _SETTLED.search(text) or _WHICH.match(text, found.end("limb")):
        return ()
    start = found.start("limb")
    return tuple(f"{text[:start]}{side} {text[start:]}" for side in SIDES)


def of_both_sides(answers: Sequence[Decoded]) -> Decoded:
    """The answer of both, from those to `each_side`; a yes or no only if it is that of both, or of all that is seen."""
    told = [answer for answer in answers if answer.verdict not in REFUSALS]
    if not told:
        return none_is_seen(answers)
    if len(told) < len(answers):
        unseen = next(answer for answer in answers if answer.verdict in REFUSALS)
        return replace(told[0], text=f"{told[0].text} {unseen.text}")
    if len({answer.verdict for answer in told}) == 1 and (together := put_together(told)):
        return together
    each = one_by_one(told)
    # "No, the left foot is off the ground. Yes, the right foot ..." reads better without the words.
    reasons = [found["told"] for answer in told if (found := _REASON.match(answer.text))]
    return replace(each, text=" ".join(f"T{reason}" for reason in reasons)) if len(reasons) == len(told) else each


def none_is_seen(answers: Sequence[Decoded]) -> Decoded:
    """The refusal of both sides, from those of each: with the joints of both, if they name some."""
    joints = in_order({f"{side}_{part}" for answer in answers for side, part in _SIDED_JOINT.findall(answer.text)})
    return replace(answers[0], text=not_visible(joints)) if joints else answers[0]
