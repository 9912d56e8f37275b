"""Questions that count, "How many knees are bent?" or "Is only one arm raised?": asked of each side, and counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.facts import SIDES
from pose2lang3d_sdk.questions.parts import yes_or_no
from pose2lang3d_sdk.questions.unsided import none_is_seen
from pose2lang3d_sdk.questions.words import ASIDE, BARE_WHOSE, SOMEBODY, STATE, TAG, bare, first_fit, plural
from pose2lang3d_sdk.telling import uncapitalised
from pose2lang3d_sdk.verdicts import CLOSED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pose2lang3d_sdk.verdicts import Verdict

_SINGULAR: Final = {
    plural(part): part for part in ("knee", "elbow", "arm", "leg", "hand", "foot", "thigh", "shin", "forearm", "hip")
}
_PARTS: Final = "|".join(_SINGULAR)
_PART: Final = "|".join(_SINGULAR.values())
_STATE: Final = rf"(?P<state>(?:{STATE})|touching (?:the )?(?:ground|floor))"
_ADJECTIVE: Final = r"(?P<state>raised|lifted|bent|straight|extended|stretched)"
_HOW_MANY: Final = tuple(
    re.compile(f"^{ASIDE}{form}{TAG}")
    for form in (
        rf"how many(?: of)? {BARE_WHOSE}(?P<parts>{_PARTS}) (?:(?:are|is|does {SOMEBODY} have|do they have) )?{_STATE}",
        rf"how many(?: of)? {BARE_WHOSE}(?P<parts>{_PARTS}) (?P<touch>touch) (?P<state>(?:the )?(?:ground|floor))",
        rf"(?:count|how many|(?:the )?number of)(?: the)? {_ADJECTIVE} (?P<parts>{_PARTS})(?: are there)?",
        rf"(?:count(?: the)?|(?:the )?number of) (?P<parts>{_PARTS}) (?:that are )?{_STATE}",
    )
)
_ONE: Final = re.compile(
    rf"^{ASIDE}(?:is |are )?(?P<how>exactly one|only one|just one|at least one|any|either)(?: of {BARE_WHOSE})? ?"
    rf"(?:(?P<part>{_PART})|(?P<parts>{_PARTS})) (?:is |are )?{_STATE}{TAG}"
)
_NONE: Final = re.compile(
    rf"^{ASIDE}(?:is |are )?(?:(?:none of {BARE_WHOSE}|no )(?P<parts>{_PARTS})|no (?P<part>{_PART})) "
    rf"(?:is |are )?{_STATE}(?: (?:is|are) (?:it|they|there))?{TAG}"
)
_ONE_SEEN: Final = tuple(
    re.compile(f"^{ASIDE}{form}{TAG}")
    for form in (
        rf"(?P<how>which|what) (?P<part>{_PART}) is {_STATE}",
        rf"(?P<how>is) one(?: of {BARE_WHOSE})? ?(?:(?P<part>{_PART})|(?P<parts>{_PARTS})) {_STATE}",
        rf"(?P<how>does|has) {SOMEBODY} (?:have |got )*(?:an?|one) (?P<part>{_PART}) {_STATE}",
    )
)
_BOTH: Final = re.compile(
    rf"^{ASIDE}(?:are )?(?:both(?: of)? )?{BARE_WHOSE}(?:both )?(?P<parts>{_PARTS}) (?:both |are )?{_STATE}{TAG}"
)
"""Where one limb is hidden, the other may say it: only then these two are counted."""
_FORMS: Final = {"many": _HOW_MANY, "one": (_ONE,), "none": (_NONE,), "seen": _ONE_SEEN, "both": (_BOTH,)}
_KINDS: Final = {**dict.fromkeys(("exactly one", "only one", "just one"), "one"), "which": "which", "what": "which"}
"""How it is asked -> `Count.kind`, where that is not "any"."""
_MORE: Final = re.compile(
    r"\b(?:not|other|and|while|but|than|as|its|like|more|less|one|each|higher|lower|\w+est|top|most|how|by|with"
    r"|together|apart|crossed)\b"
)
"""What is not said of one limb alone."""
_OF_TWO: Final = re.compile(r"\b(?:level|even|parallel|spread|wide|facing|close(?! to)|touching$)")
"""Nor, where it is said of both: the hands are level with each other."""


@dataclass(frozen=True)
class Count:
    """What is counted.

    Attributes:
        part: "knee". state: "bent".
        kind: "many" = how many, "one" = is it exactly one, "any" = is it one at least, "none" = is it neither, "which",
            "both".
        if_hidden: whether it is counted only if one of the two is hidden; the nets know better otherwise.
    """

    part: str
    state: str
    kind: str
    if_hidden: bool = False

    @property
    def questions(self) -> tuple[str, ...]:
        """The question of each side."""
        return tuple(f"Is the {side} {self.part} {self.state}?" for side in SIDES)


def counts(question: str) -> Count | None:
    """What a question counts; None for any other question.

    >>> from pose2lang3d_sdk.questions.counting import counts
    >>> counts("How many of his feet are on the ground?").questions
    ('Is the left foot on the ground?', 'Is the right foot on the ground?')
    >>> counts("How many people are there?")
    """
    text = bare(question)
    for kind, forms in _FORMS.items():
        found = first_fit(forms, text)
        if kind == "both" and found and _OF_TWO.search(found["state"]):
            continue
        if found and not _MORE.search(found["state"].removeprefix("not " if kind == "many" else "")):
            said = found.groupdict()
            how, touch = said.get("how") or "", "touching " if said.get("touch") else ""
            part = said.get("part") or _SINGULAR[found["parts"]]
            meant = _KINDS.get(how, "any") if kind in ("one", "seen") else kind
            return Count(part, f"{touch}{found['state']}", meant, if_hidden=kind in ("seen", "both"))
    return None


def counted(count: Count, answers: Sequence[Decoded]) -> Decoded | None:
    """The answer, from those to `Count.questions`; None if they are not of a kind that can be counted."""
    by_side = dict(zip(SIDES, answers, strict=True))
    if any(answer.verdict not in (*CLOSED, "unknown") for answer in answers):
        return None
    true = [side for side, answer in by_side.items() if answer.verdict == "yes"]
    unseen = [answer for answer in answers if answer.verdict == "unknown"]
    confidence = min(answer.confidence for answer in answers)
    if count.kind == "both":
        return next((answer for answer in answers if answer.verdict == "no"), None)
    if count.kind == "which":
        if len(true) == 1:
            return Decoded(f"{_how_many(count, true)} that I can see.", cast("Verdict", true[0]), confidence)
        return none_is_seen(unseen) if unseen else None
    if count.kind == "many":
        told = _how_many(count, true)
        if not unseen:
            return Decoded(f"{told}.", "statement", confidence)
        return (
            Decoded(f"{told} that I can see. {unseen[0].text}", "statement", confidence)
            if true
            else none_is_seen(unseen)
        )
    settled = len(true) > 1 if count.kind == "one" else bool(true)
    if unseen and not settled:
        return none_is_seen(unseen)
    holds = {"one": len(true) == 1, "any": bool(true), "none": not true}[count.kind]
    why = f"the {true[0]} {count.part} is {count.state}" if unseen and true else uncapitalised(_how_many(count, true))
    return yes_or_no(holds, why, confidence)


def _how_many(count: Count, true: Sequence[str]) -> str:
    if not true:
        return f"Neither {count.part} is {count.state}"
    if len(true) == len(SIDES):
        return f"Both {plural(count.part)} are {count.state}"
    return f"Only the {true[0]} {count.part} is {count.state}"
