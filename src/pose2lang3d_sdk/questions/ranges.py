"""Angles as professionals write them, "Trunk: 0-20 or 20-60?", "R knee flexion > 45°", in words that rules know."""

from __future__ import annotations

import re
from typing import Final

_JOINT: Final = r"(?:knee|elbow|hip|shoulder|arm|leg)"
_SIDE: Final = re.compile(
    rf"(?<![\w'’-])(?P<side>[LR])(?=\s+{_JOINT}s?\b|\s*(?:and|&|/)\s*[LR]\b|\s*$|\s*[?,;:])|(?<=\band\s)(?P<last>[LR])\b"
)
_ANGLE: Final = re.compile(r"\d|\bangles?\b|\bflexion\b|\babduction\b", re.IGNORECASE)
_UNIT: Final = r"\s*(?:°|º|deg(?:ree)?s?\b)?"
_FLEXION: Final = re.compile(
    r"\b(?P<joint>(?:knee|elbow|hip)s?)\s+flexion\s+"
    r"(?=(?:[<>≤≥]|(?:more|less|over|under|above|below|at\s+(?:least|most))\b)\s*\D*\d)",
    re.IGNORECASE,
)
"""Before a bound: what is missing to straight, as "flexed" says, too."""
_CLOSED_RANGE: Final = rf"\d{{1,3}}{_UNIT}\s*(?:-|–|to)\s*\d{{1,3}}{_UNIT}"
_RANGE: Final = rf"(?:{_CLOSED_RANGE}|(?:[<>≤≥]|over|above|under|below|more\s+than|less\s+than)\s*\d{{1,3}}{_UNIT})"
_SEVERAL: Final = re.compile(
    rf"^(?P<head>.*?[a-z])[\s:,–-]*\s{_RANGE}(?:\s*(?:,\s*or|,|/|\||;|\bor)\s*{_RANGE})+\W*$", re.IGNORECASE
)
_ONE: Final = re.compile(
    rf"^(?P<head>.*?[a-z])[\s:,]*\s(?:at\s+|within\s+)?(?P<low>\d{{1,3}}){_UNIT}\s*[-–]\s*(?P<high>\d{{1,3}}){_UNIT}\W*$",
    re.IGNORECASE,
)
_AROUND: Final = re.compile(
    r"^\W*(?:is|are)\s+|\b(?:reba|rula|owas)\b|\b(?:score|category|range)\b|,?\s*\b(?:please|pls|approx(?:imately)?|about|roughly)\b",
    re.IGNORECASE,
)
_ON_SIDE: Final = re.compile(r"\bon\s+the\s+(left|right)(?:\s+side)?\b", re.IGNORECASE)


def without_ranges(question: str) -> str:
    """The question, in other words if it gives ranges of degrees or shortens left and right.

    >>> from pose2lang3d_sdk.questions.ranges import without_ranges
    >>> without_ranges("REBA trunk: 0-20 or 20-60?"), without_ranges("L elbow approx 150-180?")
    ('trunk in degrees?', 'is the left elbow between 150 and 180 degrees?')
    >>> without_ranges("R knee flexion > 45°"), without_ranges("Is the left knee bent?")
    ('right knee flexed > 45°', 'Is the left knee bent?')
    """
    if not _ANGLE.search(question):
        return question
    text = _SIDE.sub(lambda found: {"L": "left", "R": "right"}[found["side"] or found["last"]], question)
    text = _FLEXION.sub(r"\g<joint> flexed ", text)
    if found := _SEVERAL.match(text):
        return f"{_head(found['head'])} in degrees?"
    if found := _ONE.match(text):
        return f"is the {_head(found['head']).removeprefix('the ')} between {found['low']} and {found['high']} degrees?"
    return text


def _head(text: str) -> str:
    """What the ranges are given for, without what changes nothing."""
    return " ".join(_ON_SIDE.sub(r"\1", _AROUND.sub("", text)).split()).strip(" :,-")
