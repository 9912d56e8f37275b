"""Second halves that leave their part to the first, "Is the left elbow bent, and how high is it?": filled in.

A lean asked for in both directions at once becomes two questions, too.
"""

from __future__ import annotations

import re
from typing import Final

from pose2lang3d_sdk.questions.words import JOINT_OF, PARTS, STATE, WHOSE, bare, plural, word_set

_SIDED: Final = rf"(?:(?:left|right|front|back|rear)\s+)?(?:{PARTS})\b"
_OWN: Final = r"(?:the|his|her|their|my|your)\s+"
_PART: Final = re.compile(rf"\b{WHOSE}{_SIDED}", re.IGNORECASE)
_AND: Final = r"(?:,?\s+and|[,?])\s+(?:also\s+|then\s+)?"
_IT: Final = re.compile(
    rf"^(?P<first>\W*(?:(?:how|where|which\s+way|what)\s+)?(?:is|are)\s+(?P<part>{_OWN}{_SIDED})(?!.*\bif\b)[^?]*?){_AND}"
    rf"(?P<asks>(?:is|are)\s+|(?:how\s+\w+|where)\s+(?:is|are)\s+)(?:it|they)\b(?P<rest>\s+{STATE}|)\W*(?::[^?]*\W*)?$",
    re.IGNORECASE,
)
_WHICH: Final = re.compile(
    rf"^(?P<first>\W*(?:is|are|does|do|how|where)\b(?!.*\bif\b)[^?]*?){_AND}which\s+(?:one\s+|of\s+(?:them|the\s+two)\s+)?"
    r"(?P<rest>(?:(?:is|bends|sits)\s+)?(?:the\s+)?(?:more|less|most|higher|lower|nearer|closer|farther|further|straighter"
    r"|(?:more|less)\s+\w+|bent\s+more|in\s+front|ahead|behind|forwards?|in\s+the\s+(?:front|lead)|on\s+top))\W*$",
    re.IGNORECASE,
)
_AND_THE: Final = re.compile(
    rf"^\W*(?:(?:is|are)\s+)?(?:both\s+)?(?P<one>{WHOSE}(?:{PARTS}))\s+(?P<said>{STATE}|visible)\?"
    rf"\s+and\s+(?P<part>{WHOSE}(?:{PARTS}))\b(?P<state>\s+(?:{STATE}|visible))?\W*$",
    re.IGNORECASE,
)
"""A second part that is only named, or said to be something, "Are the arms folded? And the legs crossed?"."""
_MORE: Final = re.compile(r"\b(?:more|less|most)$", re.IGNORECASE)
_STATE: Final = re.compile(r"\b(?:bent|straight|flexed|raised|lifted|extended)\b", re.IGNORECASE)
_SINGULAR: Final = {plural(part): part for part in (*JOINT_OF, "arm", "leg", "thigh", "shin", "forearm")}
_LEAN_WORDS: Final = word_set(
    "is are does do any there the a his her their person trunk torso upper body back he she they lean leans leaning"
    " leant bent bending tilted tilting inclined slumped forward forwards backward backwards upright straight vertical"
    " or to one side sideways left right either just rather more"
)
_LEANS: Final = word_set("lean leans leaning leant trunk torso tilted tilting inclined bent")
_AHEAD: Final = word_set("forward forwards backward backwards upright slumped vertical")
_ASIDE: Final = re.compile(r"\b(?:sideways|to (?:the|one|either) (?:left|right|side))\b", re.IGNORECASE)
_BOTH_LEANS: Final = "Does the torso lean forwards or backwards? Does the torso lean to the left or to the right?"


def filled_in(question: str) -> str:
    """Two questions that can be asked alone; the question as it is if the second half names its part.

    >>> from pose2lang3d_sdk.questions.halves import filled_in
    >>> filled_in("Is the left elbow bent, and how high is it?")
    'Is the left elbow bent? how high is the left elbow?'
    >>> filled_in("Are the feet apart, and which is in front?")
    'Are the feet apart? which foot is in front?'
    >>> filled_in("Is the left knee bent, and is the right one straight?")
    'Is the left knee bent, and is the right one straight?'
    >>> filled_in("Is the trunk bent forward, backward or sideways?")
    'Does the torso lean forwards or backwards? Does the torso lean to the left or to the right?'
    >>> filled_in("Are the arms folded? And the legs crossed?")
    'are the arms folded? are the legs crossed?'
    """
    if _asks_both_leans(question):
        return _BOTH_LEANS
    if found := _IT.match(question):
        if {part.lower() for part in _PART.findall(found["first"])} == {found["part"].lower()}:
            return f"{found['first']}? {found['asks']}{found['part']}{found['rest']}?"
    elif found := _WHICH.match(question):
        named = {part.split()[-1].lower() for part in _PART.findall(found["first"])}
        if len(named) == 1 and (part := _SINGULAR.get(named.pop())):
            verb = "" if re.match(r"(?:is|bends|sits)\b", found["rest"], re.IGNORECASE) else "is "
            state = _STATE.search(found["first"]) if _MORE.search(found["rest"]) else None
            return f"{found['first']}? which {part} {verb}{found['rest']}{f' {state.group()}' if state else ''}?"
    elif found := _AND_THE.match(question):
        said = found["state"] or f" {found['said']}"
        return f"{_be(found['one'])} {found['one']} {found['said']}? {_be(found['part'])} {found['part']}{said}?"
    return question


def _asks_both_leans(question: str) -> bool:
    words = set(bare(question).split())
    offers = words & _AHEAD and _ASIDE.search(question) and words & {"or", "any"}
    return bool(words <= _LEAN_WORDS and words & _LEANS and offers)


def _be(part: str) -> str:
    return "are" if part.lower().endswith(("s", "feet")) else "is"
