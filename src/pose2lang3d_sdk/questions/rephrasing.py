"""Questions that the nets misread, in words that they know."""

from __future__ import annotations

import re
from typing import Final

from pose2lang3d_sdk.questions.referring import ARM, FAR, LEG, NEAR
from pose2lang3d_sdk.questions.seeing import BODY
from pose2lang3d_sdk.questions.words import OWNERS, WHOSE, names_several, plural

_PART: Final = rf"(?P<part>{LEG}|{ARM}|shoulder|hip|side)"
_WHICH: Final = rf"^\W*(?:which|what)\s+{_PART}\s+(?:is|looks|seems)\s+(?:the\s+)?(?:{{words}})(?:\s+one)?\W*$"
_SHORT: Final = rf"^\W*(?:the\s+)?(?:{{words}})\s+{_PART}(?:\s*(?:[:,]\s*)?(?:l/r|left\s+or\s+right))?\W*$"
_TO_THE_CAMERA: Final = tuple(
    (re.compile(form.format(words=words), re.IGNORECASE), f"Which {{part}} is {where}?")
    for words, where in ((NEAR, "nearer to the camera"), (FAR, "farther from the camera"))
    for form in (_WHICH, _SHORT)
)
"""Nearer or farther than the other, and nothing said of what: they hear higher or more bent."""
_A_PAIR: Final = (
    rf"^\W*is\s+{WHOSE}(?P<side>left|right)\s+(?P<part>hand|wrist|elbow|knee|foot|ankle)\s+(?P<how>{{words}})\s+"
    rf"{WHOSE}(?!(?P=side)\b)(?:left|right)\s+(?P=part)\W*$"
)
_TOGETHER: Final = (
    (
        re.compile(_A_PAIR.format(words=r"(?:very\s+)?(?:near|close\s+to|next\s+to)"), re.IGNORECASE),
        "Are the {parts} close together?",
    ),
    (re.compile(_A_PAIR.format(words="touching"), re.IGNORECASE), "Are the {parts} touching?"),
)
"""A limb near its other one: they hear nearer to the camera."""
_PICTURE: Final = r"(?:picture|image|photo|frame)"
_SHEET: Final = (
    rf"(?=.*\b{_PICTURE}\b)(?:(?:towards?\s+)?(?:the\s+)?camera|{_PICTURE}\s+(?:left|right)"
    rf"|(?:left|right)\s+of\s+(?:the\s+)?{_PICTURE}|or|\W)+"
)
_WHO: Final = rf"(?:he|she|they|{WHOSE}(?:body|{OWNERS}))"
_THEIR: Final = r"(?:(?:the|his|her|their|my|your)\s+)*"
_SAME: Final = {
    "Which way is the body facing?": (
        rf"(?:in\s+)?(?:which|what)\s+(?:way|direction)\s+(?:is|are)\s+{_WHO}\s+"
        r"(?:turned|oriented|orientated|rotated)"
    ),
    "Does the person face the left or the right of the picture?": (
        rf"(?:(?:in\s+)?(?:which|what)\s+(?:way|direction)|where)\s+(?:is|are)\s+{_WHO}\s+"
        r"facing,?\s+(?:to\s+)?picture\s+left\s+or\s+(?:picture\s+)?right"
        rf"|(?:is\s+)?(?:{_WHO}\s+)?(?:walking|running|moving|heading|going|stepping|skating|riding|skiing|travelling)\s+"
        r"(?:to|towards?)\s+(?:the\s+)?(?:left\s+or\s+(?:the\s+)?right|right\s+or\s+(?:the\s+)?left)\s+(?:side\s+)?of\s+"
        rf"(?:the\s+|this\s+)?{_PICTURE}"
    ),
    "Are both feet flat on the ground?": rf"(?:are\s+)?(?:both\s+)?{_THEIR}feet\s+flat",
    "Is one foot in front of the other, or are they side by side?": (
        r"(?:is\s+)?one\s+(?:leg|foot)\s+(?:ahead|in\s+front)\s+of\s+the\s+other\s+or\s+(?:are\s+they\s+)?(?:side\s+by\s+side|level)"
    ),
    "Is the head tipped back?": (
        rf"is\s+{WHOSE}neck\s+(?:stretched|bent|tilted|tipped|arched|craned)\s+back(?:wards?)?"
    ),
    "How far apart are the feet?": (
        r"(?:the\s+)?strides?\s+(?:length|width)(?:\s+in\s+shoulder\s+widths)?"
        rf"|how\s+(?:wide|big|long|large)\s+is\s+{WHOSE}(?:step|stride)(?:\s+(?:he|she|they)(?:['’]?s|\s+is|['’]?re|\s+are)\s+taking)?"
    ),
    "How far apart are the hands?": (
        rf"how\s+wide\s+(?:are\s+{WHOSE}arms\s+(?:spread|apart|open)|is\s+{WHOSE}arm\s*span)"
    ),
    "Which way in the picture is the person facing?": (
        rf"facing\W+(?:{_SHEET})|(?:which|what)\s+(?:way|direction)\s+is\s+{_WHO}\s+(?:heading|walking|moving|going|running)\s+"
        r"in\s+the\s+(?:picture|photo|image)\b.*"
    ),
    "Which way in the picture is the person looking?": (
        r"(?:(?:gaze|(?:what(?:['’]?s|\s+is)\s+(?:he|she)\s+)?looking(?:\s+at)?)(?:\s*/\s*face)?"
        rf"|(?=.*\bor\b)(?:is\s+)?{WHOSE}(?:nose|face|head)\s+(?:is\s+)?(?:aimed|aiming|pointing|pointed|turned))"
        rf"\W+(?:{_SHEET})"
    ),
    "Is the person seen from the front or from behind?": (
        rf"(?:is\s+)?(?:{_WHO}\s+)?(?:his|her|their|the)?\s*(?:back\s+or\s+(?:the\s+)?front|front\s+or\s+(?:the\s+)?back)\s+"
        r"(?:to|towards?|facing)\s+(?:the\s+)?(?:camera|us|me|viewer)"
    ),
    "Which arm is raised more?": (
        rf"(?:which|what)\s+(?:of\s+)?{_THEIR}(?:arm|hand)s?\s+(?:(?:is|does)\s+)?(?:(?:he|she|they)\s+)?(?:do(?:es|ing)?\s+the\s+)?"
        r"(?:reach(?:es|ing)?|point(?:s|ing)?|stick(?:s|ing)?\s+out)(?:\s+(?:out|away|with))?"
    ),
    "Is the torso upright or leaning?": (
        rf"(?:is\s+)?(?:{_WHO}\s+)?(?:standing|stood|sitting|sat)\s+(?:up\s+)?(?:straight|tall|upright)\s+or\s+"
        r"(?:is\s+(?:he|she)\s+)?(?:tipping|leaning|tilting|tilted|stooped|stooping|bent|slouched|hunched|crouched)"
        r"(?:\s+(?:over|forwards?|to\s+(?:a|one)\s+side)(?:\s+the\s+\w+)?)?"
    ),
    "What are the angles of both hips?": (
        r"(?:(?:what(?:['’]?s|\s+is)|how\s+(?:open|wide|big)\s+is|give\s+me|measure|(?:roughly\s+)?what)\s+)?"
        r"(?:the\s+)?angles?\s+(?:is\s+)?(?:between|of)\s+"
        rf"{WHOSE}(?:trunk|torso|body)\s+and\s+{WHOSE}(?:thighs|legs)"
    ),
    "Describe the pose.": (
        rf"(?:like\s+)?(?:if\s+i\s+want(?:ed)?\s+to|how\s+(?:do|would|can|could)\s+i)\s+(?:copy|recreate|imitate|replicate|mimic)\s+{BODY}"
        r"(?:\W+what\s+(?:do|should|would)\s+i\s+do)?"
    ),
}
_COMPARE: Final = re.compile(
    rf"^\W*compare\s+{WHOSE}(?:(?:two|both|left\s+and\s+(?:the\s+)?right)\s+)?(?P<part>knee|elbow|hip)s?(?:\s+angles?)?\W*$",
    re.IGNORECASE,
)
_BODYS: Final = r"(?:(?:the|his|her|their)\s+)?(?:body|ribs?|sides?|torso|trunk)"
_TUCKED: Final = rf"(?:tucked(?:\s+(?:in(?:to)?|to|against)(?:\s+{_BODYS})?)?|(?:close\s+to|by|at)\s+{_BODYS})"
_FLARED: Final = rf"(?:(?:flared|flaring)(?:\s+out)?|out(?:\s+to\s+the\s+sides?)?|away(?:\s+from\s+{_BODYS})?)"
_ELBOWS: Final = re.compile(
    rf"^\W*(?:(?:is|are)\s+)?(?:both\s+)?{_THEIR}(?P<side>(?:left|right)\s+)?elbows?\s+(?:held\s+|kept\s+)?"
    rf"(?:(?P<choice>{_TUCKED}\s+or\s+{_FLARED}|{_FLARED}\s+or\s+{_TUCKED})|{_TUCKED})\W*$",
    re.IGNORECASE,
)
"""Elbows go out as the upper arms are raised."""
_CLOSE_TO_BODY: Final = 35
"""Degrees that an upper arm may be raised with the elbow still close to the body."""
_AT_THE_JOINT: Final = re.compile(
    r"\b(?:leg(?P<legs>s?)|arm(?P<arms>s?))\s+(?P<state>(?:(?:is|are)\s+)?(?:bent|straight|flexed))\s+at\s+(?:the|his|her|their)\s+"
    r"(?P<joint>knee|elbow)s?\b",
    re.IGNORECASE,
)
_SOFT: Final = re.compile(
    rf"^(?P<joint>\W*(?:(?:is|are)\s+)?(?:both\s+)?{WHOSE}(?:both\s+)?(?:(?:left|right)\s+)?(?:elbow|knee)s?)\s+"
    r"(?:(?P<choice>locked(?:\s+out)?\s+or\s+soft|soft\s+or\s+locked(?:\s+out)?)|soft)\W*$",
    re.IGNORECASE,
)
"""As coaches call joints that are not locked."""
_NEARER_FACE: Final = re.compile(
    rf"^(?P<which>\W*which\s+(?:{ARM})\s+(?:is\s+)?(?:nearer|closer|nearest|closest))\s+(?P<face>{WHOSE}(?:face|nose|mouth|chin)\b.*)$",
    re.IGNORECASE,
)
"""Without "to" they hear nearer to the camera."""
_STACKED: Final = re.compile(
    rf"^(?P<is>\W*(?:is|are)\s+)(?P<whose>{WHOSE}(?:(?P<side>left|right|front|back|rear)\s+)?)knee(?P<many>s?)\s+"
    rf"(?:(?:stacked|directly|right|straight|held)\s+)*over\s+{WHOSE}(?:(?P<other>left|right)\s+)?ankles?\W*$",
    re.IGNORECASE,
)
"""The knee over the ankle: not higher only, but with the shin upright between them."""
_IN_FULL: Final = tuple((re.compile(rf"^\W*(?:{form})\W*$", re.IGNORECASE), known) for known, form in _SAME.items())
_FACING: Final = re.compile(
    rf"^(?P<asks>\W*is\s+(?:he|she|they|{WHOSE}(?:{OWNERS}))\s+facing)\s+(?:away|(?:the|that)\s+(?!left\b|right\b|side\b|back\b|front\b|way\b|other\b)\w+)\s+or\s+(?:us|me|the\s+camera)\W*$",
    re.IGNORECASE,
)
"""Of the two only the camera is known."""
_TRUNK_ANGLE: Final = re.compile(
    r"^\W*(?:(?:(?:roughly\s+)?what(?:['’]?s|\s+is)?|how\s+(?:wide|big|large)\s+is|how\s+much\s+of|give\s+me|measure)\s+)?(?:the\s+|an\s+)?"
    r"angle\s+(?:is\s+)?(?:between|of|from)\s+"
    rf"{WHOSE}(?:(?P<side>left|right)\s+|raised\s+|lifted\s+)?(?:upper\s+)?arm\s+(?:and|to|with|from)\s+{WHOSE}(?:trunk|torso|body|side|ribs?)"
    r"(?:\W+(?:(?:on|at)\s+)?(?:the\s+)?(?P<other>left|right)(?:\s+side)?)?(?:\W+(?:roughly|about|approximately|in\s+degrees))?\W*$",
    re.IGNORECASE,
)
_STRAIGHT_OUT: Final = re.compile(
    rf"^(?P<arm>\W*(?:is|are)\s+(?:both\s+)?{WHOSE}(?:both\s+)?(?:(?:left|right)\s+)?arms?)\s+straight\s+out"
    r"(?P<way>\s+(?:to\s+(?:the|his|her)\s+sides?|in\s+front(?:\s+of\s+(?:him|her|them|the\s+body))?|forwards?|sideways))?\W*$",
    re.IGNORECASE,
)
"""Held level, which is more than a straight elbow."""
_TO_ME: Final = re.compile(
    r"\b((?:fac(?:e|es|ing)|(?:look|looks|looking|gazing|staring|pointed|pointing|turned|back(?:\s+is)?)\s+(?:at|to|towards?|away\s+from)))"
    r"\s+me\b",
    re.IGNORECASE,
)
"""The asker looks through the camera."""


def rephrased(question: str) -> str:
    """The question, in other words if it is one of these.

    >>> from pose2lang3d_sdk.questions.rephrasing import rephrased
    >>> rephrased("nearest arm?"), rephrased("Is the left hand near the right hand?")
    ('Which arm is nearer to the camera?', 'Are the hands close together?')
    >>> rephrased("Is his left knee stacked over the ankle?")
    'Is his left shin vertical?'
    >>> rephrased("Which hand is nearer to the knee?")
    'Which hand is nearer to the knee?'
    """
    pairs: tuple[tuple[re.Pattern[str], str], ...] = () if names_several(question) else _TOGETHER
    for form, known in (*_TO_THE_CAMERA, *pairs):
        if found := form.match(question):
            part = found["part"].lower()
            return known.format(part=part, parts=plural(part))
    if found := _COMPARE.match(question):
        return f"What are the angles of both {found['part'].lower()}s?"
    found = _STACKED.match(question)
    if found and not names_several(question) and found["other"] in (None, found["side"]):
        return f"{found['is']}{found['whose']}shin{found['many']} vertical?"
    if found := _ELBOWS.match(question):
        arms = f"{found['side'].lower()}arm" if found["side"] else "arms"
        be = "is" if found["side"] else "are"
        if found["choice"]:
            return f"How many degrees {be} the {arms} raised?"
        return f"{be.capitalize()} the {arms} raised less than {_CLOSE_TO_BODY} degrees?"
    if found := _NEARER_FACE.match(question):
        return f"{found['which']} to {found['face']}"
    if found := _SOFT.match(question):
        return f"{found['joint']} {'straight or bent' if found['choice'] else 'slightly bent'}?"
    if found := _FACING.match(question):
        return f"{found['asks']} the camera?"
    found = _TRUNK_ANGLE.match(question)
    if found and not names_several(question):
        side = found["side"] or found["other"]
        return f"How many degrees {f'is the {side} arm' if side else 'are the arms'} raised?"
    if found := _STRAIGHT_OUT.match(question):
        return f"{found['arm']} held out at shoulder height{found['way'] or ''}?"
    question = _AT_THE_JOINT.sub(lambda at: f"{at['joint']}{at['legs'] or at['arms'] or ''} {at['state']}", question)
    meant = next((known for form, known in _IN_FULL if form.match(question)), question)
    return _TO_ME.sub(r"\1 the camera", meant)
