"""Several questions that come in one line: asked one by one, and their answers told one after the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.facts import SIDES
from pose2lang3d_sdk.questions.words import LIMB, OWNERS, PARTS, STATE, SUBJECT, WHOSE
from pose2lang3d_sdk.skeleton import mirror_name
from pose2lang3d_sdk.verdicts import REFUSALS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pose2lang3d_sdk.verdicts import Verdict

_AND_HOW_MUCH: Final = re.compile(
    r"^(?P<first>\W*(?:is|are|which|leaning|bent|both|the|his|her|their)\b.*?)(?:,?\s+and|[,?]+)\s+(?:if\s+(?:so|yes|it\s+is),?\s+)?"
    r"(?:(?:by|at|to)\s+)?(?:(?:about|roughly|approximately)\s+)?(?:(?:by|at|to)\s+)?"
    r"(?:how\s+(?:much|far|(?P<bent>bent)|(?P<high>high)|many\s+degrees?)|what\s+angle)"
    r"(?:\s+(?:about|roughly|approximately|is\s+(?:it|that)|would\s+you\s+(?:say|guess)|in\s+degrees))*\W*$",
    re.IGNORECASE,
)
"""Which knee is bent more, "and by how many degrees?"."""
_SIDED: Final = rf"{WHOSE}(?:both\s+{WHOSE})?(?:(?P<side>left|right)\s+)?"
_BENT: Final = r"(?:(?:slightly|clearly|fully|much|still)\s+)*(?:bent|straight|flexed|straighter)"
_MORE: Final = r"(?:more|most|less|the\s+most)"
_LEANING: Final = (
    r"(?P<part>leaning|tilted|hinged|inclined|bent(?=\s+(?:over|forward)))"
    r"(?:\s+(?:forwards?|backwards?|back|over|to\s+the\s+(?:left|right|side)|sideways))*"
)
_OTHER: Final = rf"{WHOSE}(?:left|right|other)(?:\s+(?:one|knee|elbow|hip))?"
_AMOUNTS: Final = {
    "How bent is the {side} {part}?": (
        rf"(?:(?:is|are)\s+)?{_SIDED}(?P<part>knee|elbow|hip)s?\s+{_BENT}(?:\s+a\s+bit)?",
        (
            rf"which\s+(?P<part>knee|elbow|hip)\s+(?:is|bends)\s+(?:{_MORE}\s+)?{_BENT}(?:\s+{_MORE})?"
            r"(?:,?\s+left\s+or\s+right)?"
        ),
        rf"is\s+{WHOSE}(?:left|right)\s+(?P<part>knee|elbow|hip)\s+(?:more\s+bent|bent\s+more)\s+than\s+{_OTHER}",
    ),
    "How many degrees is the {side} arm raised?": (
        rf"(?:is|are)\s+{_SIDED}(?P<part>arm|shoulder(?=s?\s+abducted))s?\s+(?:held\s+)?(?:raised|lifted|up|abducted)",
        r"which\s+(?P<part>arm)\s+is\s+(?:raised\s+(?:more|higher|most)|higher|more\s+raised|lifted\s+higher)",
    ),
    "How many degrees is the torso tilted?": (
        rf"(?:(?:is\s+)?(?:he|she|{WHOSE}(?:{OWNERS}|torso|trunk|upper\s+body|back|body))\s+)?{_LEANING}",
    ),
}
"""How the angle of what is bent, raised or tilted is asked for -> the questions that say so of it."""
_AMOUNT_FORMS: Final = tuple(
    (re.compile(rf"^\W*{form}\W*$", re.IGNORECASE), angle) for angle, forms in _AMOUNTS.items() for form in forms
)
_AND_IS_IT: Final = re.compile(
    rf"^(?P<first>\W*(?:which|what)\s+(?:of\s+)?{WHOSE}(?P<part>{LIMB}|hip|shoulder)s?\s[^,;?]*?),?\s+and\s+"
    rf"is\s+(?:it|that\s+one)\s+(?P<rest>(?:{STATE}|the\s+\w+er(?:\s+one)?|(?:above|below|near|at|over|under|behind|on|off|in)\b[^;?]*?))\W*$",
    re.IGNORECASE,
)
"""Which hand is higher, "and is it above the head?"."""
_NUMBERED: Final = re.compile(r"(?:^|\s)\(?\d\s?[).:]\s")
_QUESTION_END: Final = re.compile(r"(?<=\?)\s+")
_OTHER_SIDE: Final = re.compile(
    r"[?.,]?\s+(?:and\s+)?(?:and|what\s+about|how\s+about|how\s+(?:much|bent)(?:\s+is)?)\s+(?:the|his|her|their)\s+(?P<side>left|right|other)"
    rf"(?:\s+(?:one|side|(?P<part>{LIMB}|hip)))?\W*$",
    re.IGNORECASE,
)
"""After a question about one side: the same of the other."""
_OF_THE_PAIR: Final = re.compile(
    r"\b(?:are|do|have|which|between|apart|differ(?:s|ent|ence)?|angles)\b|\bone\s+\w+$", re.IGNORECASE
)
"""What is asked of both sides together."""
_A_SIDE: Final = re.compile(r"\b(left|right)\b", re.IGNORECASE)
_SIDED_PART: Final = re.compile(rf"\b(left|right)(?:\s+({LIMB}|\w+))?", re.IGNORECASE)
_HELP: Final = re.compile(
    r"^\W*(?:help(?:\s+me)?|what\s+(?:can|could|should|may)\s+(?:i|we|you)\s+(?:ask|do|tell(?:\s+me)?)(?:\s+you)?|how\s+does\s+this\s+work"
    r"|hi|hello|hey|thanks|thank\s+you|ok|okay|test)(?:\s+there)?\W*$",
    re.IGNORECASE,
)
_OPENS: Final = re.compile(
    r"^\W*(?:and\s+)?(?:is|are|does|do|did|has|have|can|isn['’]?t|aren['’]?t|doesn['’]?t|which|what|where|how)\b",
    re.IGNORECASE,
)
_NEXT: Final = re.compile(
    rf",?\s+and\s+(?=(?:which\s+(?:{PARTS})|which\s+(?:way|direction)\s+(?:is|are)\s+(?:{SUBJECT}|he|she|they)|(?:is|are|does)\s+(?:{SUBJECT}|he|she|they|{WHOSE}(?:{OWNERS}))"
    rf"|(?:what|where|how)\b[^,;]*?\s{SUBJECT})\b)",
    re.IGNORECASE,
)
_AND_WHETHER: Final = re.compile(
    r"^\W*(?P<first>(?:(?:can|could|would)\s+you\s+)?(?:please\s+)?(?:describe|tell\s+me|say|explain|i\s+want\s+to\s+know)"
    r"\s+[^;?]+?),?\s+and\s+(?:(?:also|then|please)\s+)*(?:(?:tell\s+me|say|check|mention|let\s+me\s+know)\s+)?"
    r"(?:if|whether)\s+(?:or\s+not\s+)?(?P<clause>[^,;?]+?)\W*$",
    re.IGNORECASE,
)
"""Two wishes, "Describe the arms, and tell me if she is sitting": the second is a claim."""
_CLOSED: Final = re.compile(r"^\W*(?:is|are|do|does|did|has|have|can)\s", re.IGNORECASE)
"""Of a row of these `compound.take_apart` makes one answer."""
_OF_THE_FIRST: Final = re.compile(
    r"\b(?:it|its|ones?|that|those|this|them|same|other|too|so|much|many)\b", re.IGNORECASE
)
"""Words with which the second of two questions looks back at the first."""
_NAMES: Final = re.compile(rf"\b(?:{PARTS}|{OWNERS}|he|she|they|you|i|weight|pose|posture)\b", re.IGNORECASE)
_BARE_QUESTION: Final = re.compile(
    rf"^\W*(?:and\s+)?(?:(?:is|are)\s+{SUBJECT}|which\s+(?:{PARTS})|what\s+about\b.*)\W*$", re.IGNORECASE
)
_SOME_LIMB: Final = re.compile(rf"\b(?:left|right|which|one|an?)\s+(?:{PARTS})\b", re.IGNORECASE)
_SIDELESS_ASKED: Final = re.compile(rf"\b(?:the|his|her|their|my|your)\s+(?:{LIMB})\b", re.IGNORECASE)
"""Of which side it is, the question before it may say."""


def in_a_row(question: str) -> tuple[str, ...]:
    """Questions that follow each other; else the question alone.

    >>> from pose2lang3d_sdk.questions.rows import in_a_row
    >>> in_a_row("Is she standing? Which hand is higher?")
    ('Is she standing?', 'Which hand is higher?')
    >>> in_a_row("How are the legs placed and what are the arms doing?")
    ('How are the legs placed?', 'what are the arms doing?')
    >>> in_a_row("Is the left knee bent? And the right?")
    ('Is the left knee bent?', 'Is the right knee bent?')
    >>> in_a_row("Describe the arms, and tell me if she is sitting.")
    ('Describe the arms.', 'Is it true that she is sitting?')
    >>> in_a_row("Is the left knee bent, and by how much?")
    ('Is the left knee bent?', 'How bent is the left knee?')
    """
    if amounts := _how_much(question):
        return amounts
    if sides := _both_sides(question):
        return sides
    both = _AND_WHETHER.match(question)
    if both and _NAMES.search(both["clause"]) and _stand_alone([both["first"], both["clause"]]):
        return (f"{both['first']}.", f"Is it true that {both['clause']}?")
    first, *numbered = (part.strip(" ,;.?") for part in _NUMBERED.split(question))
    if len(numbered) > 1 and not first and all(numbered):
        return tuple(f"{part}?" for part in numbered)
    parts = _QUESTION_END.split(question.strip())
    if len(parts) > 1:
        # Remarks around one question belong to it, and so does "Which?".
        return tuple(parts) if all(part.endswith("?") for part in parts) and _apart(parts) else (question,)
    first, *then = _NEXT.split(question.strip(), maxsplit=1)
    if then and "," not in first and _apart([first, *then]) and not (_CLOSED.match(first) and _CLOSED.match(then[0])):
        return (f"{first}?", *in_a_row(then[0]))
    return (question,)


class AndIsIt(NamedTuple):
    """A question for a side, and what is asked of the limb that it finds."""

    which: str
    part: str
    rest: str

    def naming(self, side: str) -> str:
        """The second question, with the limb named by its side."""
        return f"Is the {side} {self.part} {self.rest}?"


def and_is_it(question: str) -> AndIsIt | None:
    """A question for a side and one that goes on about it; None if it is another question.

    >>> from pose2lang3d_sdk.questions.rows import and_is_it
    >>> two = and_is_it("Which hand is higher, and is it above the head?")
    >>> two.which, two.naming("left")
    ('Which hand is higher?', 'Is the left hand above the head?')
    """
    found = _AND_IS_IT.match(question)
    if not found or _A_SIDE.search(found["rest"]):
        return None
    return AndIsIt(f"{found['first']}?", found["part"].lower(), found["rest"])


def asks_what_to_ask(question: str) -> bool:
    """Whether somebody greets, thanks or wants help."""
    return _HELP.match(question) is not None


def _both_sides(question: str) -> tuple[str, ...]:
    """The two questions of "Is the left knee bent? And the right?"; none if it is another question."""
    end = _OTHER_SIDE.search(question)
    first = question[: end.start()].strip() if end else ""
    named = {(side.lower(), part.lower()) for side, part in _SIDED_PART.findall(first)}
    if end is None or len(named) != 1 or not _OPENS.match(first) or _OF_THE_PAIR.search(first):
        return ()
    side, part = named.pop()
    if end["side"].lower() == side or (end["part"] or part).lower() != part:
        return ()
    other = mirror_name(side)
    first = f"{first.rstrip('?')}?"
    return first, _A_SIDE.sub(other, first)


def _how_much(question: str) -> tuple[str, ...]:
    """The question before "and by how much?", then one for each angle that is meant; none if it is another question."""
    asked = _AND_HOW_MUCH.match(question)
    if not asked:
        return ()
    for form, angle in _AMOUNT_FORMS:
        found = form.match(asked["first"])
        other = (asked["bent"] and "bent" not in angle) or (asked["high"] and "arm" not in angle)
        if found and not other:
            part, side = found["part"].lower(), found.groupdict().get("side")
            sides = (side.lower(),) if side else SIDES
            return (f"{asked['first']}?", *dict.fromkeys(angle.format(side=side, part=part) for side in sides))
    return ()


def _apart(parts: Sequence[str]) -> bool:
    """Whether each is a question that can be understood alone."""
    return _stand_alone(parts) and all(_OPENS.match(part) and _NAMES.search(part) for part in parts)


def _stand_alone(parts: Sequence[str]) -> bool:
    """Whether none means a part of the body or people that one before it names."""
    back = any(_OF_THE_FIRST.search(part) or _BARE_QUESTION.match(part) for part in parts[1:])
    limbs = any(_SOME_LIMB.search(part) for part in parts[:-1]) and any(
        _SIDELESS_ASKED.search(part) for part in parts[1:]
    )
    they = any(re.search(r"\bthey\b", part) for part in parts[1:]) and not re.search(r"\bthey\b", parts[0])
    return not (back or limbs or they)


def one_by_one(answers: Sequence[Decoded]) -> Decoded:
    """The answers to questions in a row (one at least): all texts; the verdict that they share, else a statement."""
    verdicts = {answer.verdict for answer in answers}
    told = verdicts.difference(REFUSALS)
    verdict: Verdict = verdicts.pop() if len(verdicts) == 1 else "statement" if told else "unknown"
    texts = dict.fromkeys(answer.text for answer in answers)
    return Decoded(" ".join(texts), verdict, min(answer.confidence for answer in answers))
