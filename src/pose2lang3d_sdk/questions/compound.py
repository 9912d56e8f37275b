"""Questions that ask several things at once: taken apart, and their answers put together."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.questions.words import LIMB, OWNERS, PARTS, PLAIN_STATE, STATE, SUBJECT, WHOSE, names_several
from pose2lang3d_sdk.telling import sentence
from pose2lang3d_sdk.verdicts import CLOSED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pose2lang3d_sdk.verdicts import Verdict

_JOINED: Final = r"\s+(?:and|but|while)\s+"
_PLURAL: Final = re.compile(r"^(?!one\s)(?:both\b|.*s$|.*\bfeet$)", re.IGNORECASE)
_BARE: Final = re.compile(rf"^(?:(?:left|right|front|back|rear)\s+)?(?:{PARTS})$", re.IGNORECASE)
_CLAUSE: Final = re.compile(rf"^(?P<subject>{SUBJECT})\s+(?:(?:is|are)\s+)?(?P<state>.+)$", re.IGNORECASE)
_TWO_PARTS: Final = re.compile(
    rf"^\W*(?:(?:is|are)\s+)?(?P<first>{SUBJECT}\s+{STATE}),?{_JOINED}"
    rf"(?:(?:is|are)\s+)?(?P<second>{SUBJECT}\s+{STATE})(?:\s+too)?\W*$",
    re.IGNORECASE,
)
_PERSON: Final = rf"(?P<opening>(?:is\s+(?:he|she|{WHOSE}(?:{OWNERS}))|are\s+(?:they|you))\s+)"
_ACT: Final = (
    r"(?:not\s+)?(?:standing|sitting|seated|kneeling|squatting|crouching|lunging|lying|jumping|leaning|bending|bent|facing|"
    r"looking|turned|turning|twisted|twisting|upright|balanced|reaching|stretching|stretched|curled)\b[^,;]*?"
)
_UP_STRAIGHT: Final = re.compile(
    rf"^\W*(?:is\s+)?(?P<who>he|she|they|{WHOSE}(?:{OWNERS}))\s+standing\s+(?:up\s+)?(?:straight|upright|tall|erect)\W*$",
    re.IGNORECASE,
)
"""More than on the feet."""
_TRUE: Final = re.compile(
    rf"^\W*is\s+it\s+true\s+that\s+(?P<who>he|she|they|{SUBJECT}|{WHOSE}(?:{OWNERS}))\s+(?P<verb>is|are)\s+",
    re.IGNORECASE,
)
_TWO_ACTS: Final = re.compile(rf"^\W*{_PERSON}(?P<first>{_ACT}){_JOINED}(?P<second>{_ACT})\W*$", re.IGNORECASE)
_TWO_STATES: Final = re.compile(
    rf"^\W*(?P<opening>(?:is|are)\s+{SUBJECT}\s+)(?P<first>{STATE}){_JOINED}(?P<second>{STATE})\W*$", re.IGNORECASE
)
_CLOSED: Final = rf"(?:is|are|does)\s+(?:he|she|they|you|{WHOSE}(?:{OWNERS})|{SUBJECT})\s"
_AND_IS: Final = re.compile(rf",?\s+and\s+(?={_CLOSED})|,\s+(?={_CLOSED})", re.IGNORECASE)
"""Before the second closed question of a row: "is he standing and is his left arm up?"."""
_SAME_PART: Final = re.compile(
    rf"(?P<first>\b(?:left|right)\s+(?P<part>{LIMB})\s.*?)\s+(?P<link>and|but|while)\s+(?P<whose>the|his|her|their)\s+"
    rf"(?P<side>left|right)(?:\s+one)?\s+(?!(?:{PARTS})\b|upper\s|lower\s)(?=\w)",
    re.IGNORECASE,
)
"""A second limb that is named by its side alone: "is the right arm straight while the left is bent?"."""
_SHARED: Final = re.compile(
    rf"^\W*(?:is|are)\s+(?:both\s+)?(?P<first>{SUBJECT})\s+and\s+(?P<second>{SUBJECT})\s+(?:both\s+)?"
    rf"(?P<state>{PLAIN_STATE})\W*$",
    re.IGNORECASE,
)
_WITH: Final = re.compile(
    rf"^\W*{_PERSON}(?P<first>{_ACT}),?\s+with\s+(?P<second>{SUBJECT}\s+{STATE})\W*$", re.IGNORECASE
)
_LISTED: Final = re.compile(
    rf"^\W*(?:(?P<subject>{SUBJECT})\s*:\s*)?(?:{_PERSON}|(?:is|are)\s+)?(?P<items>[^?:;]+,[^?:;]+?)\W*$", re.IGNORECASE
)
_TAG: Final = re.compile(r",\s*(?:correct|yes|true|right|please|no)\W*$", re.IGNORECASE)
_ITEM_CLAUSE: Final = re.compile(rf"(?!(?:one|not)\b)(?P<subject>{SUBJECT})\s+(?:is\s+|are\s+)?{STATE}", re.IGNORECASE)
_ITEM_ACT: Final = re.compile(
    r"(?P<verb>standing|sitting|seated|kneeling|squatting|crouching|lunging|lying|jumping|leaning|bending|facing|looking"
    r"|turned|twisted|upright|balanced)(?:\s+(?:up|upright|tall|down|straight|still|over|ahead|left|right|forwards?"
    r"|backwards?|back|away|to\s+(?:the|his|her|their)\s+(?:left|right|side)|(?:at\s+)?the\s+camera"
    r"|on\s+(?:the|his|her)\s+\w+\s+(?:leg|foot)))*",
    re.IGNORECASE,
)
_KINDS_OF_ACT: Final = {
    "lean": ("leaning", "upright", "bending"), "look": ("looking",), "face": ("facing",), "turn": ("turned", "twisted"),
    "balance": ("balanced",),
}  # fmt: skip
"""What the person does -> its verbs; all others are postures. Of one kind, two are a choice."""
_ITEM_ENDS: Final = re.compile(r"\s*,\s*(?:and\s+)?(?:with\s+)?", re.IGNORECASE)
_NO_ITEM: Final = re.compile(
    r"\b(?:not|because|if|when|for|instead|without|like|him|which|what)\b|\bto\s+(?!(?:the|his|her)\s+(?:left|right|side|front)\b)|[()]"
    r"|\b(?:over|under|behind|above|below)\s+(?:left|right)$"
    rf"|\b(?:on|off|onto|touching|against|at|near)\s+(?!{WHOSE}(?:(?:left|right)\s+)?(?:floor|ground|{PARTS}|sides?|camera)\b)\w",
    re.IGNORECASE,
)
"""What stands in a remark, or says something of a thing, and not in a list of what the body does."""
_NEEDS_BOTH: Final = re.compile(
    r"\b(?:and|or|between|same|equally|each other|as|than(?!\s+\d)|other|any\w*|nothing|all but|it|them"
    r"|(?:more|less)(?!\s+than\s+\d)|higher|lower|further|closer|nearer|both\s+(?:the\s+)?(?:left|right)"
    r"|ones?(?!\s+(?:of\s+)?(?:\w+\s+)?(?:leg|foot|knee|arm|hand|elbow)s?\b))\b",
    re.IGNORECASE,
)
"""Words with which a half cannot stand alone."""
_WAYS: Final = (
    r"(?:turned|turning|tilted|leaning|looking|facing|bending|bent|twisted|twisting|reaching|stretching|stretched)"
)
_TOGETHER: Final = re.compile(
    r"\bup\s+and\s+down\b|\b(?:head|chin|chest|shoulder|waist|hip|knee)[\s-]+(?:level|height|high)\b"
    r"|\b(?:above|below|near|on|off|over|under|at|to|towards?|touching|facing)\s+(?:and|but|while)\b"
    r"|\bnot\s+(?:(?!\bbut\b).)*\b(?:and|with|while)\b"
    r"|\b(?:up|down|out|forwards?|backwards?|left|right|front)\s+and\s+(?:up|down|out|back|forwards?|backwards?)"
    r"(?=\W*$|\s+(?:to|in|at)\b)"
    r"|\bwith\b.*\bbut\s+not\s+(?:leaning|standing|sitting|facing|looking)\b"
    r"|\bone\s+(?:\w+\s+)*?(?:is\s+)?\w+\s+and\s+(?!(?:the|his|her|one|both|no)\b)"
    rf"|\b{_WAYS}{_JOINED}{_WAYS}\s.*\b(?:left|right|forwards?|backwards?|down|up|at|to|towards?|over|camera)\b",
    re.IGNORECASE,
)
"""What only the whole question says: "up and down", "turned and tilted to the left", "on and off the floor"."""
_ARM: Final = re.compile(r"(?:upper\s+|fore)?arm|elbow|hand|wrist", re.IGNORECASE)
_PLANTED: Final = re.compile(r"\bon\s+the\s+(?:floor|ground)\b|\bplanted\b", re.IGNORECASE)
_SOMEBODY: Final = re.compile(
    rf"\b(?:an?|another)\s+(?:\w+\s+)?(?:{OWNERS}|baby|friend)\b|\bsome(?:one|body)\b", re.IGNORECASE
)
_SIDED: Final = re.compile(rf"\b(left|right)\s+(?:{PARTS})\b", re.IGNORECASE)
_SIDELESS: Final = re.compile(rf"^{WHOSE}(?=(?:{LIMB}|hip|shoulder)\b)", re.IGNORECASE)


@lru_cache(maxsize=1024)
def take_apart(question: str) -> tuple[str, ...]:
    """The two questions of "Is the left knee straight and the right knee bent?", else the question alone.

    Only where each half says something of its own of a part of the body or of the person.

    >>> from pose2lang3d_sdk.questions.compound import take_apart
    >>> take_apart("Is the left knee straight and the right knee bent?")
    ('Is the left knee straight?', 'Is the right knee bent?')
    >>> take_apart("Is she sitting with her arms crossed?")
    ('Is she sitting?', 'Are her arms crossed?')
    >>> take_apart("Right arm: raised, elbow bent?")
    ('Is the right arm raised?', 'Is the right elbow bent?')
    >>> take_apart("Are the left knee and the right knee bent?")
    ('Are the left knee and the right knee bent?',)
    """
    if straight := _UP_STRAIGHT.match(question):
        return (f"Is {straight['who']} standing?", "Is the torso upright?")
    text = _TRUE.sub(r"\g<verb> \g<who> ", " ".join(question.split()))
    text = _SAME_PART.sub(r"\g<first> \g<link> \g<whose> \g<side> \g<part> ", text)
    for form in () if _TOGETHER.search(text) or names_several(text) else (_TWO_PARTS, _WITH, _TWO_ACTS, _TWO_STATES):
        if found := form.match(text):
            opening = found.groupdict().get("opening", "")
            first, second = found["first"], found["second"]
            side = _side_for(second, f"{opening}{first}")
            if side is None or (form is _WITH and _SOMEBODY.search(first)):
                continue
            halves = (_asked(first, opening), _asked(second, opening, side))
            parts = [part for half in halves for part in take_apart(half)]
            if not any(_NEEDS_BOTH.search(part) for part in parts):
                return tuple(parts)
    return _closed_ones(text) or _shared(text) or _listed(text) or (question,)


def _closed_ones(text: str) -> tuple[str, ...]:
    """The closed questions of "Is he standing, and is his left arm up?"; none if it is another question."""
    parts = _AND_IS.split(text.rstrip("?!. "))
    if len(parts) < 2 or not all(re.match(_CLOSED, f"{part} ", re.IGNORECASE) for part in parts):
        return ()
    return () if any(_NEEDS_BOTH.search(part) for part in parts) else tuple(f"{part}?" for part in parts)


def _shared(text: str) -> tuple[str, ...]:
    """The questions of "Are the knees and elbows bent?"; none of two that are one pair, and of all others."""
    found = _SHARED.match(text)
    if not found:
        return ()
    first, second = (found[half].split()[-1].lower().removesuffix("s") for half in ("first", "second"))
    side = _side_for(found["second"], f"{found['first']} up")
    if first == second or {first, second} == {"foot", "feet"} or side is None:
        return ()
    return tuple(
        _asked(f"{found[half]} {found['state']}", "", which) for half, which in (("first", ""), ("second", side))
    )


def _listed(text: str) -> tuple[str, ...]:
    """The questions of a list with commas, "Standing, arms crossed, looking left?"; none if it is not one.

    A list says one thing each of different parts and of the person: "up, level, down?" and "sitting, standing?" choose.
    """
    found = _LISTED.match(_TAG.sub("", text))
    if not found or _SOMEBODY.search(text) or names_several(text):
        return ()
    whole, opening = found["subject"], found["opening"] or "is the person "
    parts: list[str] = []
    subjects: list[str] = []
    sided = f"{whole} up" if whole else ""
    for item in _ITEM_ENDS.split(found["items"]):
        clause = _ITEM_CLAUSE.fullmatch(item)
        act = _ITEM_ACT.fullmatch(item)
        if _NO_ITEM.search(item):
            return ()
        if clause:
            side = _side_for(item, sided)
            if side is None:
                return ()
            subjects.append(clause["subject"].lower())
            parts.append(_asked(item, opening, side))
            if _SIDED.search(clause["subject"]):
                sided = f"{clause['subject']} up"
        elif whole and re.fullmatch(STATE, item, re.IGNORECASE):
            parts.append(_asked(f"{whole} {item}", opening))
        elif act:
            kinds = (name for name, verbs in _KINDS_OF_ACT.items() if act["verb"].lower() in verbs)
            subjects.append(next(kinds, "posture"))
            parts.append(_asked(item, opening))
            sided = f"{item} up" if _SIDED.search(item) else sided  # "standing on the left leg, knee bent": not clear
        else:
            return ()
    clear = len(set(subjects)) == len(subjects) > 0
    return tuple(parts) if clear and not any(_NEEDS_BOTH.search(part) for part in parts) else ()


def _side_for(second: str, first: str) -> str | None:
    """The side that a limb without one has from the half before it; empty if it needs none, None if it is not clear."""
    limb = _SIDELESS.match(second)
    sided = _SIDED.findall(first)
    if not limb or not sided:
        return ""
    subject = _CLAUSE.match(re.sub(r"^\W*(?:is|are)\s+", "", first, flags=re.IGNORECASE))
    own = _SIDED.findall(subject["subject"]) if subject else []
    arm = _ARM.match(second, limb.end()) is not None
    same_limb = subject is not None and arm is (_ARM.search(subject["subject"]) is not None)
    clear = len(own) == len(sided) == 1 and same_limb and not _PLANTED.search(first)
    return str(own[0]).lower() if clear else None


def _asked(clause: str, opening: str, side: str = "") -> str:
    """A half as a question of its own.

    Args:
        clause: the half.
        opening: "is she ", for halves that do not say of whom or what.
        side: of a limb that is named without one: "the left leg is raised and the knee bent".
    """
    clause = f"{clause[0].lower()}{clause[1:]}"
    found = _CLAUSE.match(clause)
    if not found:
        return f"{opening[0].upper()}{opening[1:]}{clause}?"
    subject = _SIDELESS.sub(rf"\g<0>{side} ", found["subject"]) if side else found["subject"]
    verb = "Are" if _PLURAL.match(subject) else "Is"
    return f"{verb} {'the ' if _BARE.match(subject) else ''}{subject} {found['state']}?"


def put_together(answers: Sequence[Decoded]) -> Decoded | None:
    """The answer to "A and B?" from those to A and to B; None if one of them is no answer to a closed question.

    No if one of them is no; else it cannot be told if one of them cannot; else yes.
    """
    by_verdict: dict[Verdict, list[Decoded]] = {}
    for answer in answers:
        by_verdict.setdefault(answer.verdict, []).append(answer)
    if by_verdict.keys() - {*CLOSED, "unknown"}:
        return None
    verdict: Verdict = next(verdict for verdict in ("no", "unknown", "yes") if verdict in by_verdict)
    told = by_verdict[verdict]
    confidence = max(a.confidence for a in told) if verdict == "no" else min(a.confidence for a in told)
    known = by_verdict.get("yes", []) if verdict == "unknown" else told
    reasons = list(dict.fromkeys(text for a in known if (text := a.text.partition(", ")[2].rstrip("."))))
    if verdict == "unknown":  # what is known is told all the same
        return Decoded(" ".join([told[0].text, *filter(None, [sentence(reasons)])]), verdict, confidence)
    text = f"{verdict.capitalize()}, {' and '.join(reasons)}." if reasons else f"{verdict.capitalize()}."
    return Decoded(text, verdict, confidence)
