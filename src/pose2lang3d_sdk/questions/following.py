"""Questions that go on from those before them: "And the left one?", "By how much?", "Is that arm straight?"."""

from __future__ import annotations

import re
from typing import Final

from pose2lang3d_sdk.facts import SIDES
from pose2lang3d_sdk.questions.referring import ARM
from pose2lang3d_sdk.questions.rows import in_a_row
from pose2lang3d_sdk.questions.words import LIMB, STATE, WHOSE, plural
from pose2lang3d_sdk.skeleton import mirror_name

_SO: Final = r"\W*(?:(?:and|so|ok|but)\s+)*"
_ALONE: Final = re.compile(
    r"^\W*(?:(?:ok|and|but|so|what\s+about|how\s+about|same\s+for|same\s+with)\s+)*(?:on\s+)?(?:the|his|her|their|that)?\s*"
    rf"(?:(?:one\s+on\s+the\s+)?(?P<side>left|right|other)(?:\s+(?:one|side))?|(?P<limb>other\s+(?:{LIMB}|hip))"
    r"|(?P<amount>(?:roughly\s+)?(?:by\s+)?how\s+(?:much|many\s+degrees)(?:\s+(?:is|would)\s+(?:that|it)(?:\s+be)?)?"
    r"|in\s+degrees|(?:an?\s+)?(?:rough\s+)?(?:number|estimate))"
    rf"|(?P<which>which(?:\s+(?:one|{LIMB}))?)(?:\s+is\s+it)?|which\s+way)"
    r"(?:,?\s+(?:then|roughly|about|approx(?:imately)?|give\s+or\s+take))?(?:,?\s+more\s+or\s+less(?:\s+than\s+that)?)?\W*$",
    re.IGNORECASE,
)
_ONE_OF_TWO: Final = rf"{LIMB}|hip|shoulder"
_THE_OTHER: Final = re.compile(
    r"^\W*(?:(?:and|so|but|what(?:['’]?s|\s+is|\s+does|\s+about)?|how(?:['’]?s|\s+(?:\w+\s+)?is)?|where(?:['’]?s|\s+is|\s+does)?|is"
    rf"|does|describe)\s+)*{WHOSE}other\s+(?P<limb>{LIMB})\b(?!.*\b(?:left|right|one|than|which|nearer"
    rf"|(?:front|back|rear|standing|raised|lifted|supporting|planted|straight|bent)\s+(?:{LIMB}))\b)",
    re.IGNORECASE,
)
_OF_A_LIMB: Final = (
    r"(?:(?:fully|dead|nearly|almost|slightly|quite|very|really|just|still|also|held|kept|even|much)\s+)*"
    r"(?:bent|straight|extended|stretched|flexed|folded|raised|lifted|lowered|locked|up|down|higher|lower|above|below|near|close|touching"
    r"|behind|in\s+front|level|horizontal|vertical|hanging|pointing|resting|visible|hidden|on\s+the\s+(?:floor|ground|hip|knee|thigh|head)"
    r"|at\s+\w+\s+(?:height|level))\b"
)
"""What can be said of a limb, and not of a person or a picture."""
_THAT: Final = re.compile(
    rf"^(?P<start>(?!.*\b(?:left|right|which)\b).*?\b)(?:that|this|its)\s+(?P<limb>{_ONE_OF_TWO})\b"
    r"(?!\s+(?:of|pose|hold|height|level|width)\b)",
    re.IGNORECASE,
)
_IT: Final = re.compile(
    r"^(?P<start>\W*(?:(?:and|so|ok|but|roughly|about)\s+)*(?:"
    rf"is\s+(?=it\s+{_OF_A_LIMB}(?!\s+that\b))|does\s+(?=it\s+(?:touch|reach|point|hang|rest|bend|cross|hold|lie)\b)"
    r"|where(?:\s+is|['’]?s)\s+(?=it\W*$)|(?:how\s+(?:high|low|far)|where)\s+(?:does|is)\s+(?:he|she|they)\s+hold(?:ing)?\s+"
    r"|how\s+(?:many\s+degrees|much|bent|high|low|far|straight|close)(?:\s+is|['’]s)\s+))(?P<limb>)it\b",
    re.IGNORECASE,
)
"""Both have `limb`, which "it" leaves empty: then it is the limb of the question before."""
_BARE_STATE: Final = re.compile(
    rf"^{_SO}(?:(?P<how>how\s+(?:bent|high|straight|far\s+up))|(?P<state>(?:fully\s+|dead\s+|nearly\s+)?"
    r"(?:bent|straight(?:\s+out)?|extended|raised|lifted|locked|stretched(?:\s+out)?)"
    r"(?:\s+or\s+(?:(?:a\s+(?:bit|little)|slightly)\s+)?(?:bent|straight|soft))?)(?:\s+at\s+the\s+(?P<limb>elbow|knee))?)\W*$",
    re.IGNORECASE,
)
"""What is said of a limb without any word for it."""
_ALONE_THAT: Final = re.compile(
    rf"^{_SO}(?:"
    rf"(?:is|does)\s+(?:that|this)\s+(?:{LIMB})\s+(?!.*\b(?:other|one|left|right)\b){STATE}"
    r"|how\s+(?:many\s+degrees|bent|high|low|far\s+(?:up|out))\s+is\s+it(?:\s+(?:bent|raised))?"
    rf"|how\s+\w+\s+is\s+(?:the\s+(?:elbow|knee|wrist)\s+(?:on|of|at)\s+)?(?:that|this)\s+(?:{LIMB})"
    r"|is\s+it\s+(?!.*\b(?:left|right|that|from|he|she|they)\b)"
    r"(?:bent|straight|extended|raised|lifted|locked|higher|lower|above|below|near|touching)\b[^,;]*)\W*$",
    re.IGNORECASE,
)
"""Of these it is sure that they point at a limb."""
_ASKS_WHICH: Final = re.compile(
    rf"^\W*(?:(?:on|with|in)\s+)?(?:which|what)\s+(?:one\s+)?(?:of\s+)?{WHOSE}(?:two\s+)?(?P<limb>{_ONE_OF_TWO}|feet)s?\b",
    re.IGNORECASE,
)
_A_LIMB: Final = re.compile(rf"\b(left|right)\s+({_ONE_OF_TWO}|side)\b(?!\s+of\s+(?:the|an?)\b)", re.IGNORECASE)
_OF_THE_PICTURE: Final = re.compile(
    r"\b(?:picture|photo|image|frame|viewer|screen)\b|\b(?:my|our)\s+(?:left|right)\b", re.IGNORECASE
)
"""Where left and right may be those of the picture."""
_BENDING: Final = ("knee", "elbow", "hip")
_ONE_LIMB: Final = re.compile(r"the (?:left|right) (?:arm|elbow|leg|knee|hip)")
_OTHER: Final = re.compile(r"\bother\b", re.IGNORECASE)
_OF_TORSO: Final = re.compile(
    r"\b(?:torso|trunk|upper\s+body|lean\w*|bent\s+over|bent\s+forwards?|inclin\w+)\b", re.IGNORECASE
)
_BARE_LIMB: Final = re.compile(rf"(?<!left )(?<!right )(?<!other )\b(?=(?:{_ONE_OF_TWO})\b)", re.IGNORECASE)
_OF_ITS_LIMB: Final = re.compile(
    r"\bthe\s+(?P<part>hand|wrist|elbow|forearm|foot|ankle|knee|thigh|shin)\s+(?:of|on|at)\s+the\s+(?P<side>left|right)\s+(?:arm|leg)\b",
    re.IGNORECASE,
)
_PLACED: Final = "front|back|rear|near|nearer|far|farther|raised|lifted|lowered|bent|straight"
_PLACED_ONE: Final = re.compile(
    rf"^\W*(?:(?:ok|and|but|so|what\s+about|how\s+about)\s+)*the\s+(?P<place>{_PLACED})\s+one\W*$", re.IGNORECASE
)
_PLACED_LIMB: Final = re.compile(rf"\b(?:{_PLACED}|left|right)(?=\s+(?:{_ONE_OF_TWO})\b)", re.IGNORECASE)
_THEY: Final = re.compile(
    rf"^(?P<start>{_SO}(?:are|how\s+\w+\s+are|where\s+are)\s+)they(?=\s*\W*$"
    r"|\s+(?:both\s+)?(?:bent|straight|extended|raised|lifted|locked|crossed|apart|together|level|up|down)\b)",
    re.IGNORECASE,
)
_PAIR: Final = re.compile(
    r"\b(?:knees|elbows|arms|legs|hands|feet|wrists|ankles|thighs|shins|forearms|hips|shoulders)\b", re.IGNORECASE
)
_UPPER: Final = re.compile(rf"{ARM}|shoulder|(?:upper|lower)\s+arm", re.IGNORECASE)


def looks_back(question: str) -> bool:
    """Whether it goes on from a question that is not there.

    >>> from pose2lang3d_sdk.questions.following import looks_back
    >>> looks_back("What about the other knee?"), looks_back("Is the left knee bent?")
    (True, False)
    """
    return any(form.match(question) for form in (_ALONE, _THE_OTHER, _ALONE_THAT, _PLACED_ONE))


def found_limb(answer: str, asked: str, question: str) -> str:
    """The limb with its side that an answer tells of, if a question can go on about it; empty otherwise.

    Args:
        answer: to the question before.
        asked: that question.
        question: what goes on from it.

    >>> from pose2lang3d_sdk.questions.following import found_limb
    >>> found_limb("The right arm is raised. I cannot tell: ...", "Which of his arms is raised?", "Is it bent?")
    'the right arm'
    >>> found_limb("The left hand is higher than the right hand.", "Which hand is higher?", "Is that leg bent?")
    ''
    """
    told = answer.partition(" I cannot tell")[0].partition(" than ")[0]
    limbs = [(side.lower(), limb.lower()) for side, limb in _A_LIMB.findall(told)]
    if len({side for side, _ in limbs}) != 1 or _OF_THE_PICTURE.search(asked):
        return ""
    side, limb = limbs[0]
    if which := _ASKS_WHICH.match(asked):
        limb = "foot" if which["limb"].lower() == "feet" else which["limb"].lower()
    pointed = _pointed(question) or _THE_OTHER.match(question)
    same = not pointed or bool(_UPPER.fullmatch(limb)) is bool(_UPPER.fullmatch(pointed["limb"] or limb))
    return f"the {side} {limb}" if same else ""


def going_on(question: str, after: str) -> str:
    """The question with what it leaves to the one before it, `after`; as it is if that does not say it.

    >>> from pose2lang3d_sdk.questions.following import going_on
    >>> going_on("And the left one?", after="Is the right knee bent?")
    'Is the left knee bent?'
    >>> going_on("By how much?", after="Is the left knee bent?")
    'How bent is the left knee?'
    >>> going_on("What is the other arm doing?", after="Is the right arm raised?")
    'What is the left arm doing?'
    >>> going_on("Is that arm straight?", after="Is the right arm raised?")
    'Is the right arm straight?'
    """
    before = after.rstrip("?.! ")
    if (alone := _ALONE.match(question)) and (completed := _completed(alone, after)):
        return completed
    limbs = _limbs(before)
    if (bare := _BARE_STATE.match(question)) and len(limbs) == 1:
        side, limb = limbs.pop()
        named = f"the {side} {bare['limb'] or limb}"
        return f"{bare['how']} is {named}?" if bare["how"] else f"is {named} {bare['state']}?"
    if pointed := _pointed(question):
        if len(limbs) != 1:
            return question
        side, limb = limbs.pop()
        whole = f"{pointed['start']}the {side} {pointed['limb'] or limb}{question[pointed.end() :]}"
        return _OF_ITS_LIMB.sub(r"the \g<side> \g<part>", whole)
    if _THE_OTHER.match(question):
        sides = {side for side, _ in limbs}
        return _OTHER.sub(mirror_name(sides.pop()), question, count=1) if len(sides) == 1 else question
    if placed := _PLACED_ONE.match(question):
        return f"{_PLACED_LIMB.sub(placed['place'], before)}?" if _PLACED_LIMB.search(before) else question
    if they := _THEY.match(question):
        pairs = {pair.lower() for pair in _PAIR.findall(before)}
        return f"{they['start']}the {pairs.pop()}{question[they.end() :]}" if len(pairs) == 1 else question
    return question


def _completed(alone: re.Match[str], after: str) -> str:
    """The question of which only "and the left one", "by how much" or "which one" was said; empty if unknown."""
    before = after.rstrip("?.! ")
    if alone["which"] or (alone["amount"] and before.lower().startswith("how ")):
        return after  # it is what was asked already, or what its answer tells
    which = _ASKS_WHICH.match(before)
    if alone["amount"] and which and which["limb"].lower() in _BENDING and re.search(r"\b(?:more|less)\b", before):
        return f"How many degrees do the {plural(which['limb'].lower())} differ?"
    if alone["amount"] and (one := _ONE_LIMB.fullmatch(before)):
        return f"How many degrees is {one.group()} bent?"
    if alone["amount"] and _OF_TORSO.search(before):
        return "How many degrees does the torso lean?"
    if not (alone["amount"] or alone["side"] or alone["limb"]):
        return ""
    end = ", and by how much?" if alone["amount"] else f"? And the {alone['side'] or alone['limb']}?"
    _, *added = in_a_row(f"{before}{end}")
    if not added and alone["side"] in SIDES and len(_BARE_LIMB.findall(before)) == 1 and not which:
        return f"{_BARE_LIMB.sub(alone['side'] + ' ', before)}?"
    return " ".join(added)


def names_one(text: str) -> bool:
    """Whether a text names one limb of one side, which a later question may point at."""
    return len({side for side, _ in _limbs(text)}) == 1


def needs_a_limb(question: str) -> bool:
    """Whether a question points at a limb that was named or found before."""
    alone = _ALONE.match(question)
    forms = (_THE_OTHER, _BARE_STATE)
    return bool(_pointed(question) or any(form.match(question) for form in forms) or (alone and alone["amount"]))


def _limbs(text: str) -> set[tuple[str, str]]:
    """The limbs that a text names by the person's own side."""
    if _OF_THE_PICTURE.search(text):
        return set()
    return {(side.lower(), limb.lower()) for side, limb in _A_LIMB.findall(text)}


def _pointed(question: str) -> re.Match[str] | None:
    return _THAT.match(question) or _IT.match(question)
