"""Second halves that leave their part to the first, "Is the left elbow bent, and how high is it?": filled in."""

from __future__ import annotations

import re
from typing import Final

from pose2lang3d_sdk.questions.words import JOINT_OF, PARTS, WHOSE, bare, plural, word_set

_PART: Final = re.compile(rf"\b{WHOSE}(?:(?:left|right|front|back|rear)\s+)?(?:{PARTS})\b", re.IGNORECASE)
_AND: Final = r"(?:,?\s+and|[,?])\s+(?:also\s+|then\s+)?"
_IT: Final = re.compile(
    rf"^(?P<first>\W*(?:is|are|does|do|which|what|how|where)\b[^?]*?){_AND}"
    r"(?P<asks>(?:is|are|does|do|(?:how\s+\w+|where|which\s+way)\s+(?:is|are))\s+)(?:it|they)\b(?P<rest>[^?:]*?)\W*(?::[^?]*\W*)?$",
    re.IGNORECASE,
)
_WHICH: Final = re.compile(
    rf"^(?P<first>\W*(?:is|are|does|do|how|where)\b[^?]*?){_AND}which\s+(?:one\s+|of\s+(?:them|the\s+two)\s+)?"
    r"(?P<rest>(?:(?:is|bends|sits)\s+)?[^?]*?)\W*$",
    re.IGNORECASE,
)
_AND_THE: Final = re.compile(
    rf"^(?P<first>\W*(?P<verb>(?:is|are|can|do)\b)?[^?]*?)\?\s+and\s+(?P<part>{WHOSE}(?:{PARTS}))\b"
    r"(?P<state>\s+[^?]+?)?\W*$",
    re.IGNORECASE,
)
"""A second part that is only named, or said to be something, "Are the arms folded? And the legs crossed?"."""
_ONE_OF_THEM: Final = re.compile(r"\W*(?:which|what)\s+(?!way\b)", re.IGNORECASE)
_MORE: Final = re.compile(r"\b(?:more|less|most)$", re.IGNORECASE)
_STATE: Final = re.compile(r"\b(?:bent|straight|flexed|raised|lifted|extended)\b", re.IGNORECASE)
_A_SIDE: Final = re.compile(r"\b(?:left|right)\b", re.IGNORECASE)
_SINGULAR: Final = {plural(part): part for part in (*JOINT_OF, "arm", "leg", "thigh", "shin", "forearm")}
_OTHER_SIDE: Final = re.compile(r"\b(?:it|its|them|ones?|other)\b", re.IGNORECASE)
_LEAN_WORDS: Final = word_set(
    "is are does do any there the a his her their person trunk torso upper body back he she they lean leans leaning"
    " leant bent bending tilted tilting inclined slumped forward forwards backward backwards upright straight vertical"
    " or to one side sideways left right either way which just rather more not at all"
)
_LEANS: Final = word_set("lean leans leaning leant trunk torso tilted tilting inclined bent")
_AHEAD: Final = word_set("forward forwards backward backwards upright slumped vertical")
_ASIDE: Final = word_set("side sideways left right")
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
    'Are the arms folded? are the legs crossed?'
    """
    said = set(bare(question).split())
    if said <= _LEAN_WORDS and said & _LEANS and said & _AHEAD and said & _ASIDE and said & {"or", "any"}:
        return _BOTH_LEANS
    if found := _IT.match(question):
        named = {part.lower() for part in _PART.findall(found["first"])}
        if len(named) == 1 and not _ONE_OF_THEM.match(question) and not _PART.search(found["rest"]):
            return f"{found['first']}? {found['asks']}{named.pop()}{found['rest']}?"
    elif found := _WHICH.match(question):
        words = {part.split()[-1].lower() for part in _PART.findall(found["first"])}
        part = _SINGULAR.get(words.pop()) if len(words) == 1 else None
        if part and found["rest"] and not _PART.search(found["rest"]) and not _OTHER_SIDE.search(found["rest"]):
            verb = "" if re.match(r"(?:is|bends|sits)\b", found["rest"], re.IGNORECASE) else "is "
            state = _STATE.search(found["first"]) if _MORE.search(found["rest"]) else None
            return f"{found['first']}? which {part} {verb}{found['rest']}{f' {state.group()}' if state else ''}?"
    elif found := _AND_THE.match(question):
        parts = _PART.findall(found["first"])
        if found["state"]:
            be = "are" if found["part"].lower().endswith(("s", "feet")) else "is"
            return f"{found['first']}? {be} {found['part']}{found['state']}?"
        if len(parts) == 1 and not _A_SIDE.search(found["first"]):
            first = found["first"] if found["verb"] else f"are {found['first']}"
            return f"{first}? {first.replace(parts[0], found['part'])}?"
    return question
