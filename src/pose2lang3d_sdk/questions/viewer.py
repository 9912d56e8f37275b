"""Questions in which left and right are those of the picture: "Is the arm on the left of the picture raised?".

Everywhere else they are the person's own. Where a keypoint lies in the picture needs no net; it says which side is
meant, and the question about that side goes the way of all others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.facts import SIDES
from pose2lang3d_sdk.questions.gazing import TURN_SPREAD, TURNED, turn_of_face, unseen_face
from pose2lang3d_sdk.questions.parts import (
    first_match,
    hidden,
    joints_of,
    named,
    over,
    part_as,
    statement,
    together,
    yes_or_no,
)
from pose2lang3d_sdk.questions.words import (
    ANYBODY,
    ASIDE,
    BARE_WHOSE,
    JOINT_OF,
    OWNERS,
    TAG,
    bare,
    first_fit,
    names_several,
    plural,
)
from pose2lang3d_sdk.skeleton import FACE, JOINT_INDEX, in_order
from pose2lang3d_sdk.telling import uncapitalised
from pose2lang3d_sdk.unseen import missing_joints, not_visible

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from numpy.typing import NDArray

    from pose2lang3d_sdk.questions.parts import Answer
    from pose2lang3d_sdk.verdicts import Verdict

    Likeliest = Mapping[str, tuple[str, float]]

CLEAR: Final = 0.1
"""Two parts are equally far to a side if less lies between them; the longer side of the body's box is 2. Of somebody
who stands that is 9 cm, about what keypoints of a wrist are off."""
SPREAD: Final = 0.05
"""Scale of the logistic error of such a distance."""
_SURE: Final = 0.6
"""Least belief in the fact that says that somebody who is seen from the front is turned a little."""

_JOINTS: Final = {
    **{part: ((joint,),) for part, joint in JOINT_OF.items()},
    **dict.fromkeys(("arm", "forearm"), (("elbow", "wrist"), ("elbow",), ("wrist",), ("shoulder",))),
    **dict.fromkeys(("leg", "shin"), (("knee", "ankle"), ("knee",), ("ankle",), ("hip",))),
    "upper arm": (("elbow",), ("shoulder",)), "thigh": (("knee",), ("hip",)), "ear": (("ear",),), "eye": (("eye",),),
}  # fmt: skip
"""Part -> joints in whose middle it is, the first of which both sides are seen."""

_PART: Final = rf"(?P<part>{'|'.join(sorted(_JOINTS, key=len, reverse=True))})\b"
_PARTS: Final = "|".join({**_JOINTS, **{plural(part): () for part in _JOINTS}})
_SIDE: Final = r"(?P<side>left|right)"
_HAND: Final = r"(?:(?:[\s-]hand)?[\s-](?:side|half|part|edge))?"
_SHEET: Final = r"(?:picture|photo(?:graph)?|pic|image|frame|screen)"
_EYE: Final = r"(?:viewer|camera|observer|onlooker|photographer|lens)"
_SEEN: Final = rf"(?:{_SHEET}|{_EYE})(?:['’]?s|s['’])?"
_OF_SHEET: Final = rf"(?:of|in|on)\s(?:the|this)\s{_SHEET}\b(?!['’])"
_VIEW: Final = r"(?:point\sof\sview|perspective|view\s?point|vantage\spoint|pov|view|angle|standpoint|position)"
_WHOM: Final = rf"(?:it|him|her(?!\s(?:left|right))|them|(?:the|this)\s(?:{_SHEET}|{OWNERS}))"
_FRAME: Final = re.compile(
    rf"[,(]?\s*\b(?:from\s(?:my|our|(?:the\s|a\s)?{_EYE}(?:['’]?s|s['’])?)\s{_VIEW}"
    rf"|from\sthe\s{_VIEW}\sof\s(?:the|a)\s{_EYE}"
    rf"|(?:as|when|if)\s(?:seen|viewed)\s(?:from|by)\s(?:(?:the|a)\s{_EYE}|me|us)"
    rf"|(?:as|when|if)\s(?:i|we|you)\s(?:(?:am|are)\s)?look(?:ing)?\sat\s{_WHOM})\b\)?,?",
    re.IGNORECASE,
)
"""What makes every left and right that of the picture."""
_AT: Final = r"(?:on|at|in|to|towards?|(?:near|nearer|nearest|closer|closest)(?:\sto)?)"
_PLACES: Final = (
    rf"{_AT}\s(?:the\s)?(?:far\s)?{_SIDE}{_HAND}\s{_OF_SHEET}",
    rf"(?:the\s)?{_SIDE}[\s-]?most\s{_OF_SHEET}",
    rf"(?:(?:on|at|to)\s)?(?:the\s)?{_SEEN}[\s-]{_SIDE}(?:\sside)?\b",
    rf"(?:on|to)\s(?:my|our)\s{_SIDE}{_HAND}\b(?!\s(?:{_PARTS}|side))",
    rf"(?:more|most|further|farther|furthest|farthest)\s(?:(?:to|on)\sthe\s)?{_SIDE}(?:\sthan\sthe\sother)?\s{_OF_SHEET}",
)
"""Where in the picture something is."""
_FRAMED: Final = rf"(?:(?:on|at|to)\s)?(?:(?:more|further|farther|furthest)\sto\s)?(?:the\s)?{_SIDE}{_HAND}\b"
"""The same after a `_FRAME`."""
_OWNER: Final = rf"(?:(?P<owner>(?:his|her|their|the(?:\s(?:{OWNERS})(?:['’]s|s['’]|['’]))?))\s)?"
_THAT: Final = r"(?:(?:that|which)(?:['’]?s|\sis)\s|seen\s|shown\s)?"
_BEFORE: Final = tuple(
    re.compile(rf"\b{_OWNER}{form}\s{_PART}{after}", re.IGNORECASE)
    for form, after in (
        (rf"{_SEEN}[\s-]{_SIDE}(?:[\s-](?:hand\s)?side)?", ""),
        (rf"{_SIDE}[\s-]?most", rf"\s{_OF_SHEET}"),
        (_SIDE, rf",?\s\(?(?:i\smean\s)?(?:the\s)?(?:{_SEEN}|my|our)[\s-](?P=side)(?:\sside)?\)?,?"),
    )
)
_AFTER: Final = tuple(re.compile(rf"\b{_OWNER}{_PART},?\s\(?{_THAT}{place}\)?", re.IGNORECASE) for place in _PLACES)
_IN_FRAME: Final = tuple(
    re.compile(rf"\b{_OWNER}{form}", re.IGNORECASE)
    for form in (rf"{_SIDE}\s{_PART}", rf"{_PART}\s{_THAT}(?:on|to|at)\sthe\s{_SIDE}{_HAND}\b")
)
_NOT_HIS: Final = re.compile(
    r",?\s\(?not\s(?:his|hers?|theirs?)(?:\sown)?(?:\s(?:left|right))?\)?(?=\W*$)", re.IGNORECASE
)
_LOOSE: Final = re.compile(rf"(?:the\s)?(?:{_SHEET}|{_EYE})\s", re.IGNORECASE)
"""The words of "picture left arm", which may belong to what is said before."""
_OPENED: Final = re.compile(
    r"\W*(?:(?:how\s\w+\s|what\s|where\s)?(?:is(?:n['’]t)?|does(?:n['’]t)?|has)\s)?", re.IGNORECASE
)
_OPEN_ENDED: Final = re.compile(
    r"\b(?:in|on|of|from|to|at|with|for|facing|towards?|holding)(?:\s(?:the|this|my|a))?\s$", re.IGNORECASE
)
"""What is before them then."""
_MINE: Final = re.compile(r"\b(?:my|our)\b", re.IGNORECASE)
_IS_ME: Final = re.compile(r"\b(?:my|mine|myself|our|(?:am|do|did|have|can) (?:i|we)(?! see\b))\b", re.IGNORECASE)
_SEEN_OR_DEEP: Final = re.compile(
    r"\b(?:visible|see|seen|hidden|concealed|blocked|occluded|covered|front|behind|back\w*|ahead|beyond|fore\w*|before"
    r"|forwards?|near\w*|clos\w*|far\w*|further|remot\w*|reced\w*|this side|other side|first|last|depth|profile)\b",
    re.IGNORECASE,
)
"""From whose point of view that is says nothing of left and right."""
_LEAVE: Final = re.compile(rf"\b(?:left|right|(?:which|what)\s(?:{_PARTS}|of|one|side))\b", re.IGNORECASE)
_TAG_RIGHT: Final = re.compile(r",\s*right\W*$", re.IGNORECASE)
_SAYS_NOTHING: Final = re.compile(r"(?:(?:is|are|isnt|does|has|was|so|and|it|that|this|a|one|there|what|about) ?)*")
_IT: Final = re.compile(
    r"^\W*(?P<asked>(?:(?:how\s\w+|what|where|why)\s)?(?:is(?:n['’]t)?|does(?:n['’]t)?|has))\sit\b", re.IGNORECASE
)

_WHICH_ONE: Final = rf"(?:{_PART}|(?P<parts>{'|'.join(map(plural, _JOINTS))})\b)"
_IS: Final = r"(?:is|are|lies|appears|sits)"
_MODE: Final = r"(?:(?:located|seen|shown|placed|positioned|the one|that is|thats|which is|it that is) )*"
_OWN: Final = rf"{BARE_WHOSE}(?:own )?"
_ANY: Final = r"(?:left or (?:his |her |their |the )?right|right or (?:his |her |their |the )?left)"
_ONE: Final = rf"(?: (?:one|{_PARTS}))?"
_THAN: Final = r"(?: than the other(?: one)?)?"
_WHICH: Final = (
    rf"(?:which|what)(?: one)?(?: of)? {BARE_WHOSE}{_WHICH_ONE}(?: {_IS})? {_MODE}{{place}}{_THAN}",
    rf"(?:is )?(?:the |that |his |her )?{_PART} {_MODE}{{place}}(?: is)?(?: that| it)? {_OWN}{_ANY}{_ONE}",
    rf"is (?:that |it )?{_OWN}{_ANY} {_PART} {_MODE}{{place}}",
    rf"(?:is|isnt) (?:that |it )?{_OWN}(?P<own>left|right) {_PART} {_MODE}{{place}}",
    rf"(?:is )?(?:the |that |his |her )?{_PART} {_MODE}{{place}}(?: is)?(?: that| it)? {_OWN}(?P<own>left|right){_ONE}",
)
"""Which limb it is; with `own` whether it is that one."""
_WHICH_FORMS: Final = tuple(
    (re.compile(rf"^{ASIDE}{form.format(place=place)}{TAG}"), place is _FRAMED)
    for form in _WHICH
    for place in (*_PLACES, _FRAMED)
)
_ON_WHICH: Final = re.compile(
    rf"^{ASIDE}(?:(?:on|at|to) )?(?:which|what) side {_OF_SHEET} (?:is|does|are) {BARE_WHOSE}"
    rf"(?P<own>left|right) {_PART}(?: (?:on|at|lie|appear|shown|seen))*{TAG}"
)

_TRUNK: Final = r"(?:whole |upper )?(?:body|torso|trunk|chest)"
_TURNED: Final = r"turned|turning|turn|rotated|angled|oriented|directed|pointing|point"
_GAZE: Final = r"looking|looks?|gazing|staring|glancing"
_ACTS: Final = (
    rf"(?:(?:{ANYBODY} )?(?P<look>{_GAZE})|{BARE_WHOSE}(?P<head>head|face|gaze|nose|chin) (?:{_TURNED}|facing|{_GAZE})"
    rf"|(?:(?:{ANYBODY}|{BARE_WHOSE}{_TRUNK}) )?(?:facing|faces?|(?P<turned>{_TURNED})))"
)
_ASKED: Final = r"(?:(?:is|are|am|isnt|arent|does|do|doesnt|has) )?"
_OR: Final = rf"(?P<either> or (?:(?:to|towards?) )?(?:(?:the|my|our|{_SEEN}) )?(?:left|right))?"
_TO: Final = r"(?:(?:to|towards?|at|on) )?"
_TOWARDS: Final = (
    rf"{_TO}(?:the )?{_SIDE}{_HAND}{_OR}{_HAND} of (?:the|this) {_SHEET}",
    rf"{_TO}(?:the )?{_SEEN} {_SIDE}(?: side)?{_OR}(?: side)?",
    rf"{_TO}(?:my|our) {_SIDE}{_HAND}{_OR}",
)
_BARE_TOWARDS: Final = rf"{_TO}(?:the )?{_SIDE}{_OR}{_HAND}"
_DIRECTIONS: Final = tuple(re.compile(rf"^{ASIDE}{_ASKED}{_ACTS} {towards}{TAG}") for towards in _TOWARDS)
_BARE_DIRECTION: Final = re.compile(
    rf"^{ASIDE}{_ASKED}{_ACTS} {_BARE_TOWARDS}(?P<sheet> in (?:the|this) {_SHEET})?{TAG}"
)
_WAY: Final = r"(?:in )?(?:which|what) (?:way|direction|side)"
_IN_SHEET: Final = rf"(?: (?:in|of|on) (?:the|this) {_SHEET}\b)"
_WAYS: Final = tuple(
    re.compile(rf"^{ASIDE}{_TO}{_WAY}{form}{TAG}")
    for form in (
        rf"{_IN_SHEET} (?:is|are|am|does|do) {_ACTS}(?: (?:to|towards?|at|in))?",
        rf" (?:is|are|am|does|do) {_ACTS}(?: (?:to|towards?|at))?{_IN_SHEET}",
    )
)
_WAY_IN_FRAME: Final = re.compile(rf"^{ASIDE}{_TO}{_WAY} (?:is|are|am|does|do) {_ACTS}(?: (?:to|towards?|at))?{TAG}")
_BESIDE: Final = tuple(
    re.compile(
        rf"^{ASIDE}(?:is it true that )?(?:is |are )?{part_as('a', head=True)} (?:is |lies |appears )?{place}{TAG}"
    )
    for place in (
        (
            rf"(?:(?:farther|further|more) )?(?:(?:to|on) the )?{_SIDE}(?P<either> or (?:to the )?(?:left|right))?"
            rf" (?:side )?of {part_as('b', head=True)}{_IN_SHEET}"
        ),
        rf"(?:farther|further|more) (?:(?:to|on) the )?{_SIDE}(?: side)?{_IN_SHEET} than {part_as('b', head=True)}",
    )
)


@dataclass(frozen=True)
class InPicture:
    """A limb that is named by its side in the picture.

    Attributes:
        side: of the picture.
        part: "arm".
        before, owner, after: the question around it; `owner` is "his " of "his arm on the left of the picture".
    """

    side: str
    part: str
    before: str
    owner: str
    after: str

    def naming(self, side: str) -> str:
        """The question with the limb named by the person's own side."""
        limb = f"{self.owner}{side} {self.part}"
        if not self.before.strip() and (asked := _IT.match(self.after)):  # "the arm on my left, is it bent?"
            return f"{asked['asked']} {limb[0].lower()}{limb[1:]}{self.after[asked.end() :]}"
        return f"{self.before}{limb}{self.after}"


def of_the_viewer(question: str) -> InPicture | None:
    """The limb that a question names by its side in the picture; None if there is none.

    >>> from pose2lang3d_sdk.questions.viewer import of_the_viewer
    >>> of_the_viewer("Is the arm on the left side of the picture raised?").naming("right")
    'Is the right arm raised?'
    >>> of_the_viewer("Is the left arm raised?")
    """
    text = " ".join(question.split())
    plain = _NOT_HIS.sub("", text)
    found = next((match for form in (*_BEFORE, *_AFTER) if (match := form.search(plain))), None)
    if not found and (frame := _FRAME.search(text)):
        plain = " ".join(f"{text[: frame.start()]} {text[frame.end() :]}".split()).replace(" ?", "?")
        found = next((match for form in _IN_FRAME if (match := form.search(plain))), None)
        if _SEEN_OR_DEEP.search(plain):
            return None
    if not found:
        return None
    before, after = plain[: found.start()], plain[found.end() :]
    if found.re is _BEFORE[0] and (
        _OPEN_ENDED.search(before) or (_LOOSE.match(found.group()) and not _OPENED.fullmatch(before))
    ):
        return None
    rest = f"{before} {_TAG_RIGHT.sub('', after)}"
    if _LEAVE.search(rest) or _SAYS_NOTHING.fullmatch(bare(rest)) or after.startswith(" of "):
        return None
    if _MINE.search(found.group()) and _IS_ME.search(rest):  # the person's own left, then
        return None
    owner = f"{found['owner']} " if found["owner"] else ""
    return InPicture(found["side"].lower(), found["part"].lower(), before, owner, after)


def farther(part: str, side: str, keypoints: NDArray[np.floating], visible: Collection[str]) -> Answer:
    """Which of two parts is farther to a side of the picture, and the joints that say so.

    Args:
        part: "arm", as in `InPicture`.
        side: of the picture.
        keypoints: (17, 3) from `skeleton.normalize`.
        visible: names of the visible joints.

    Returns:
        The answer, whose verdict is the person's own side, or "unknown" if both are equally far or one is not seen.

    >>> import numpy as np
    >>> from pose2lang3d_sdk.questions.viewer import farther
    >>> farther("knee", "left", np.zeros((17, 3)), ("left_knee", "right_knee"))[0].text
    'I cannot tell: both knees are about equally far to the left in the picture.'
    """
    pairs = [tuple(f"{own}_{joint}" for own in SIDES for joint in joints) for joints in _JOINTS[part]]
    joints = next((pair for pair in pairs if set(pair).issubset(visible)), None)
    if joints is None:
        return Decoded(not_visible(in_order(set(pairs[0]).difference(visible))), "unknown", 1.0), ()
    x = keypoints[[JOINT_INDEX[joint] for joint in joints], 0].reshape(2, -1).mean(axis=1)
    gap = float(x[0] - x[1]) * (1 if side == "right" else -1)
    confidence = over(abs(gap), SPREAD)
    if abs(gap) < CLEAR:
        text = f"I cannot tell: both {plural(part)} are about equally far to the {side} in the picture."
        return Decoded(text, "unknown", confidence), in_order(joints)
    own: Verdict = "left" if gap > 0 else "right"
    return Decoded(f"The person's {own} {part} is farther to the {side} in the picture.", own, confidence), in_order(
        joints
    )


def in_the_picture(
    question: str, keypoints: NDArray[np.floating], visible: Collection[str], likeliest: Likeliest
) -> Answer | None:
    """The answer to which limb is on a side of the picture, or to which side of it the person faces or looks.

    Args:
        question: one line of text.
        keypoints: (17, 3) from `skeleton.normalize`.
        visible: names of the visible joints.
        likeliest: fact -> class and belief.

    Returns:
        The answer and its joints; None for any other question.

    >>> import numpy as np
    >>> from pose2lang3d_sdk.questions.viewer import in_the_picture
    >>> seen = ("left_shoulder", "right_shoulder", "left_hip", "right_hip")
    >>> in_the_picture("Is he facing picture left?", np.zeros((17, 3)), seen, {"view": ("left_side", 0.9)})[0].text
    'Yes, the person faces the left of the picture.'
    >>> in_the_picture("Is he facing left?", np.zeros((17, 3)), seen, {"view": ("left_side", 0.9)})
    """
    text = bare(question)
    unframed = " ".join(_FRAME.sub(" ", text).split())
    if beside := _beside(text, keypoints, visible):
        return beside
    return _which(unframed, keypoints, visible, framed=unframed != text) or _direction(
        unframed, keypoints, visible, likeliest, framed=unframed != text
    )


def _beside(text: str, keypoints: NDArray[np.floating], visible: Collection[str]) -> Answer | None:
    """Whether a part is farther to a side of the picture than another: "Is the nose left of the left hand"."""
    said = first_match(text, *_BESIDE)
    if said is None or names_several(text):
        return None
    parts = [*named(said, "a"), *named(said, "b")]
    if len(parts) != 2 or parts[0].joints == parts[1].joints:
        return None
    one, other = parts
    places = {joint: keypoints[JOINT_INDEX[joint]] for joint in visible}
    if missing := hidden([one, other], places):
        return missing
    apart = float(one.middle(places)[0] - other.middle(places)[0])
    if abs(apart) < CLEAR:
        told = f"{together([one.name, other.name])} are about equally far to the {said['side']} in the picture"
        return Decoded(f"I cannot tell: {told}.", "unknown", over(CLEAR, SPREAD, abs(apart))), joints_of(parts, places)
    toward, sure = ("right" if apart > 0 else "left"), over(abs(apart), SPREAD)
    told = f"{one.name} is farther to the {toward} in the picture than {other.name}"
    answer = statement(told, sure) if "either" in said else yes_or_no(toward == said["side"], told, sure)
    return answer, joints_of((one, other), places)


def _which(text: str, keypoints: NDArray[np.floating], visible: Collection[str], *, framed: bool) -> Answer | None:
    if found := _ON_WHICH.match(text):
        answer, joints = farther(found["part"], "left", keypoints, visible)
        if answer.verdict == "unknown":
            return answer, joints
        toward: Verdict = "left" if answer.verdict == found["own"] else "right"
        said = f"The person's {found['own']} {found['part']} is farther to the {toward} in the picture."
        return Decoded(said, toward, answer.confidence), joints
    found = next((match for form, in_frame in _WHICH_FORMS if in_frame <= framed and (match := form.match(text))), None)
    if not found:
        return None
    said_of = found.groupdict()
    part = said_of["part"] or next(part for part in _JOINTS if plural(part) == said_of["parts"])
    answer, joints = farther(part, found["side"], keypoints, visible)
    if answer.verdict == "unknown" or not said_of.get("own"):
        return answer, joints
    told = uncapitalised(answer.text.removesuffix("."))
    return yes_or_no(answer.verdict == said_of["own"], told, answer.confidence), joints


def _direction(
    text: str, keypoints: NDArray[np.floating], visible: Collection[str], likeliest: Likeliest, *, framed: bool
) -> Answer | None:
    forms = (*_DIRECTIONS, *_WAYS, *((_WAY_IN_FRAME, _BARE_DIRECTION) if framed else ()))
    found = first_fit(forms, text) or _in_profile(text, likeliest)
    if not found:
        return None
    asked = found.groupdict()
    looks = bool(asked["look"] or asked["head"])
    missing = unseen_face(visible) if looks else missing_joints(("view",), visible)
    if missing:
        return Decoded(not_visible(missing), "unknown", 1.0), ()
    told = _looks(keypoints, visible) if looks else _faces(likeliest, turned=bool(asked["turned"]))
    if told is None:
        return Decoded("I cannot tell: the person is not upright.", "unknown", 1.0), ()
    toward, said, belief = told
    joints = in_order(
        {joint for joint in visible if joint in FACE or (not looks and joint.endswith(("shoulder", "hip")))}
    )
    if asked.get("side") and not asked["either"]:
        return yes_or_no(toward == asked["side"], said, belief), joints
    side: Verdict = "left" if toward == "left" else "right" if toward == "right" else "same"
    return Decoded(f"{said[0].upper()}{said[1:]}.", side if asked.get("side") else "statement", belief), joints


def _in_profile(text: str, likeliest: Likeliest) -> re.Match[str] | None:
    """Of a body seen from the side "Is he facing left or right?" means the picture; else the own sides."""
    found = _BARE_DIRECTION.match(text)
    if not found or found["look"] or found["head"] or not (found["either"] or found["sheet"]):
        return None
    profile = likeliest.get("view", ("",))[0].endswith("side") and _faces(likeliest, turned=False) is not None
    return found if profile or found["sheet"] else None


def _faces(likeliest: Likeliest, *, turned: bool) -> tuple[str, str, float] | None:
    """To which side of the picture the body faces, in words, and how probable that is; None of somebody turned over.

    Who shows the camera the left side faces the picture's left, and that also on all fours.
    """
    view, belief = likeliest["view"]
    if view.endswith("side"):
        posture, trunk = (likeliest.get(fact, ("",))[0] for fact in ("posture", "torso_orientation"))
        if posture.startswith(("lying", "upside")) or trunk == "inverted":
            return None
        side = view.removesuffix("_side")
        return side, f"the person faces the {side} of the picture", belief
    said = f"the person is seen from {'the front' if view == 'front' else 'behind'}"
    nearer, sure = likeliest.get("nearer_side", ("", 0.0))
    if nearer not in SIDES or sure < _SURE:
        return "", said, belief
    toward, belief = (nearer, min(belief, sure)) if turned else ("", belief)
    return toward, f"{said}, turned a little to the {nearer} of the picture", belief


def _looks(keypoints: NDArray[np.floating], visible: Collection[str]) -> tuple[str, str, float]:
    """As `_faces`, of the face."""
    turn, side = turn_of_face(keypoints, visible)
    belief = over(turn, TURN_SPREAD, TURNED)
    if belief < 0.5:
        return "", "the face is turned to neither side of the picture", 1 - belief
    return side, f"the person looks to the {side} of the picture", belief
