"""Questions that compare where parts of the body are, "Is the right hand above the left knee?": by the 3D joints.

No fact says it of most pairs, so the nets cannot know. Only questions whose every word is understood are answered here;
those that a fact answers (which hand is higher, a hand on the hip) are left to the nets.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.facts import SIDES
from pose2lang3d_sdk.skeleton import FACE, in_order, mirror_name
from pose2lang3d_sdk.telling import sentence
from pose2lang3d_sdk.unseen import not_visible
from pose2lang3d_sdk.words import ASIDE, BARE_WHOSE, JOINT_OF, OWNERS, TAG, bare, plural

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from pose2lang3d_sdk.student import PoseCode
    from pose2lang3d_sdk.verdicts import Verdict

    Places = Mapping[str, NDArray[np.floating]]
    Answer = tuple[Decoded, tuple[str, ...]]

CAMERA_ABOVE: Final = {"above": 38.0, "level": 7.0, "below": -8.0}
"""How many degrees a camera of each class of `camera_height` stands over the body; fitted on the validation subjects
as weights of the beliefs in the classes."""
LEVEL: Final = 0.2
"""Two parts are level if no more torso lengths are between their heights."""
NEAR: Final = 0.5
"""Two joints are close up to so many torso lengths; as far apart are a wrist and what the hand rests on."""
TOUCHING: Final = 0.35
"""Other parts that touch have joints up to so many torso lengths apart: what lies between is flesh."""
EQUALLY: Final = 0.1
"""Two parts are equally close to a third, or both the highest, if no more torso lengths make the difference."""
CROWN: Final = 0.3
"""Torso lengths from the middle of the face to the top of the head."""
HIPS_APART: Final = 0.15
"""Torso lengths between the heights of both hips, as of somebody who lies on a side, from which it is told: the error
is 0.05, as much as hips are tilted in most poses."""


class _Axis(NamedTuple):
    """What is compared: the words for more and less, and the scale of the logistic error in torso lengths.

    The scales are fitted on the validation subjects.
    """

    more: str
    less: str
    spread: float

    def over(self, apart: float, bound: float = 0.0) -> float:
        """How probable it is that what is measured as `apart` is more than `bound`."""
        return 1 / (1 + math.exp(min((bound - apart) / self.spread, 500.0)))

    def level(self, apart: float) -> float:
        """How probable it is that two parts are level."""
        return self.over(apart, -LEVEL) - self.over(apart, LEVEL)


_HEIGHT: Final = _Axis("above", "below", 0.07)
_AHEAD: Final = _Axis("in front of", "behind", 0.12)
_CLOSENESS: Final = _Axis("close to", "away from", 0.1)


class _Relation(NamedTuple):
    """A form of words, what it compares, and whether it says more (1), less (-1) or level (0)."""

    form: str
    axis: _Axis
    sign: int

    def belief(self, apart: float) -> float:
        """How probable it is that the relation holds."""
        if not self.sign:
            return self.axis.level(apart)
        more = self.axis.over(apart)
        return more if self.sign > 0 else 1 - more


_RELATIONS: Final = {
    "above": _Relation(r"(?:higher (?:up )?than|above)", _HEIGHT, 1),
    "below": _Relation(r"(?:lower (?:down )?than|below|beneath)", _HEIGHT, -1),
    "level": _Relation(
        r"(?:(?:level|even) with|(?:at|on) (?:about )?the same (?:height|level) (?:as|with)"
        r"|(?:at|to)(?= .*\b(?:height|level)\b)(?: about)?(?: the (?:height|level) of)?)",
        _HEIGHT, 0,
    ),
    "ahead": _Relation(r"(?:in front of|ahead of|(?:further|farther|more) forwards? than)", _AHEAD, 1),
    "behind": _Relation(r"(?:behind|in back of|(?:further|farther) back than)", _AHEAD, -1),
    "near": _Relation(r"(?:near|close to|next to)", _CLOSENESS, 1),
    "touching": _Relation(r"(?:touching|against|on)", _CLOSENESS, 1),
}  # fmt: skip

_MIDDLES: Final = {"shoulders": "shoulder", "hips": "hip", "waist": "hip", "pelvis": "hip"}
"""Words for the middle of both sides."""
_MANY: Final = {plural(part): part for part in JOINT_OF if plural(part) not in _MIDDLES}
_OF_BOTH: Final = rf"{BARE_WHOSE}(?:both (?:of )?{BARE_WHOSE})?"
_NAMED: Final = (
    rf"{_OF_BOTH}(?:(?P<{{0}}_side>left|right) )?(?:(?P<{{0}}_middle>{'|'.join(_MIDDLES)})"
    rf"|(?P<{{0}}_many>{'|'.join(_MANY)})|(?P<{{0}}_part>{'|'.join(JOINT_OF)})"
)
_FIRST: Final = _NAMED.format("a") + "|(?P<a_head>head|face))"
_SECOND: Final = _NAMED.format("b") + ")"
_SECOND_OR_HEAD: Final = _NAMED.format("b") + "|(?P<b_head>head|face))"
_THIRD_OR_HEAD: Final = _NAMED.format("c") + "|(?P<c_head>head|face))"
_ONE_FIRST: Final = rf"{BARE_WHOSE}(?P<a_side>left|right) (?P<a_part>{'|'.join(JOINT_OF)})"
_RELATION: Final = "|".join(f"(?P<{name}>{relation.form})" for name, relation in _RELATIONS.items())
_HELD: Final = r"(?:(?:held|kept|placed|positioned|raised|lifted|resting|hanging|up|down|still) )*"
_IS: Final = r"(?:is it true that )?(?:is |are |isnt |arent )?"
_END: Final = rf"(?: (?:height|level|line))?{TAG}"
_CLOSED: Final = re.compile(rf"^{ASIDE}{_IS}{_FIRST} (?:is |are )?{_HELD}(?:{_RELATION}) {_SECOND}{_END}")
_ABOVE_OR_BELOW: Final = "(?P<above>above or below|below or above|higher or lower than|lower or higher than)"
_BEFORE_OR_BEHIND: Final = "(?P<ahead>in front of or behind|behind or in front of)"
_WHERE: Final = (
    r"(?=(?P<where>where )|how high |.*\bheight\b)(?:(?:where|how high) (?:is|are) |whats |what is )?"
    r"(?:the height of )?"
)
_COMPARED_TO: Final = "(?P<above>relative to|compared (?:to|with)|in relation to|vs|versus)"
_OPEN: Final = tuple(
    re.compile(f"^{ASIDE}{form}")
    for form in (
        rf"(?:is|are) {_FIRST} {_HELD}(?:{_ABOVE_OR_BELOW}|{_BEFORE_OR_BEHIND}) {_SECOND}{_END}",
        rf"(?:which|what)(?: one)? is (?P<above>higher|lower)(?: up| down)? {_FIRST} or {_SECOND}{TAG}",
        rf"{_WHERE}{_FIRST}(?: height)? {_COMPARED_TO} {_SECOND}{_END}",
    )
)
_TOES: Final = re.compile(
    rf"^{ASIDE}(?:(?:is|are|does|do) )?{BARE_WHOSE}(?:(?:left|right|front|back|rear|lead) )?knees? (?:\w+ )?"
    rf"(?:in front of|past|over|beyond|ahead of|behind|in line with) {BARE_WHOSE}(?:(?:left|right) )?toes?{TAG}"
)
_WHO: Final = rf"(?:{OWNERS}|he|she|they|you|i)"
_TO_PARALLEL: Final = re.compile(
    rf"^{ASIDE}(?:(?:is|are|am|does|do|has|have|it true that) )*{BARE_WHOSE}(?:both {BARE_WHOSE})?"
    rf"(?:(?:thighs|squat|hips|{_WHO}) )?(?:(?:is|are|go|goes|gone|going|squat|squatting|well|clearly) )*"
    rf"(?:below|past|lower than|deeper than) parallel{TAG}"
)
_SQUAT_DEPTH: Final = re.compile(
    rf"^{ASIDE}(?:how (?:deep|low) (?:is {BARE_WHOSE}squat|(?:is|does) {BARE_WHOSE}{_WHO} squat(?:ting)?)"
    rf"|(?:(?:whats|what is) )?{BARE_WHOSE}(?:squat depth|depth of {BARE_WHOSE}squat)){TAG}"
)
_SYNONYM: Final = re.compile(r"\b(hip|knee|elbow|ankle|shoulder|wrist) ?(?:crease|joint|cap)(s?)\b")

_MOST: Final = r"(?:(?P<top>highest|topmost)|lowest|bottommost)"
_POINT: Final = rf"(?:body )?(?:joint|point|part)s?(?: (?:of|on|in) {BARE_WHOSE}(?:body|person|pose))?"
_EXTREMES: Final = tuple(
    re.compile(f"^{ASIDE}{form}{TAG}")
    for form in (
        rf"(?:(?:(?:what|which) (?:is|are)|whats) )?{BARE_WHOSE}{_MOST} {_POINT}",
        rf"(?:what|which) {_POINT} (?:is|are) {BARE_WHOSE}{_MOST}",
        rf"{_IS}{_FIRST} (?:is |are )?{BARE_WHOSE}{_MOST} {_POINT}",
    )
)
_ENDS: Final = ("shoulder", "elbow", "hand", "hip", "knee", "foot")
"""Parts of which one may be the highest."""
_CLOSER: Final = r"(?:(?:closer|nearer|closest|nearest) to|(?P<far>farther|further|farthest|furthest)(?: away)? from)"
_LEFT_OR_RIGHT: Final = rf"(?:the |his |her )?(?:left|right)(?: \w+)? or {BARE_WHOSE}(?:left|right)"
_ANY_PART: Final = rf"(?P<part>{'|'.join(JOINT_OF)})"
_CLOSER_SIDE: Final = tuple(
    re.compile(f"^{ASIDE}{form}{TAG}")
    for form in (
        rf"(?:which|what) {_ANY_PART} is (?:the )?{_CLOSER} {_SECOND_OR_HEAD}",
        rf"(?:which|what)(?: one)? is {_CLOSER} {_SECOND_OR_HEAD} {_LEFT_OR_RIGHT} {_ANY_PART}",
        rf"is {_LEFT_OR_RIGHT} {_ANY_PART} {_CLOSER} {_SECOND_OR_HEAD}",
    )
)
_CLOSER_OF_TWO: Final = re.compile(
    rf"^{ASIDE}is {_ONE_FIRST} (?:closer|nearer) to {_SECOND_OR_HEAD} or (?:to )?{_THIRD_OR_HEAD}{TAG}"
)

_LEVEL_OR_TILTED: Final = (
    r"(?:(?P<level>(?:level|even|horizontal|(?:at|on) (?:about )?the same (?:height|level))"
    r"(?: (?:with|as) (?:each other|one another))?)|tilted (?:sideways|to (?:the|one) side)|uneven)"
)
_HIGHER: Final = r"(?:(?P<higher>higher|above|highest)|lower|below|lowest)(?: up| down)?"
_THAN_THE_OTHER: Final = rf"(?:(?: than)? {BARE_WHOSE}(?:left|right|other)(?: one| hip)?)?"
_HIPS: Final = tuple(
    re.compile(f"^{ASIDE}{form}{TAG}")
    for form in (
        rf"{_IS}{_OF_BOTH}(?:hips|pelvis) (?:is |are )?(?:held |kept |still )*{_LEVEL_OR_TILTED}",
        rf"{_IS}{BARE_WHOSE}(?P<side>left|right|one) hip (?:is )?{_HIGHER}{_THAN_THE_OTHER}",
        rf"(?P<which>which|what) hip (?:is |sits )?(?:the )?{_HIGHER}",
        rf"(?P<which>which|what) is {_HIGHER} {_LEFT_OR_RIGHT} hip",
    )
)

_FACT_TELLS_NEAR: Final = frozenset((("wrist", "knee"), ("wrist", "ankle")))
"""Kinds of joints of which some fact tells whether they are close, in words without a second side."""
_HIP_JOINTS: Final = tuple(f"{side}_hip" for side in SIDES)
"""They say where the front is."""
_JOINED: Final = frozenset(
    map(
        frozenset,
        (("wrist", "elbow"), ("elbow", "shoulder"), ("shoulder", "hip"), ("hip", "knee"), ("knee", "ankle"),
         ("hip",), ("shoulder",), ("face", "shoulder")),
    )
)  # fmt: skip
"""Joints that one bone keeps apart, and those of the trunk."""


class _Part(NamedTuple):
    """A part by name with the joints whose middle it is; of several, some must be visible."""

    name: str
    joints: tuple[str, ...]

    @property
    def kind(self) -> str:
        return "face" if self.joints == FACE else self.joints[0].rpartition("_")[2]

    @property
    def side(self) -> str:
        return self.joints[0].partition("_")[0] if len(self.joints) == 1 else ""

    def seen(self, places: Places) -> tuple[str, ...]:
        return tuple(joint for joint in self.joints if joint in places)

    def middle(self, places: Places) -> NDArray[np.floating]:
        return np.asarray(np.mean([places[joint] for joint in self.seen(places)], axis=0))

    def distance(self, other: _Part, places: Places) -> float:
        """To the nearest joint of another part."""
        gaps = [places[one] - places[two] for one in self.seen(places) for two in other.seen(places)]
        return min(float(np.linalg.norm(gap)) for gap in gaps)


_Pair = tuple[_Part, _Part]


class _Asked(NamedTuple):
    """What a question asks of pairs: whether a relation holds (closed) of all of them or of each, or which one does."""

    relation: _Relation
    touching: bool
    pairs: Sequence[_Pair]
    all_of_them: bool
    closed: bool


class _Found(NamedTuple):
    """A pair, how far it is apart along the axis, and how probable it is that the relation holds."""

    pair: _Pair
    apart: float
    belief: float


def camera_above(code: PoseCode) -> float:
    """How many degrees the camera stands over the body, by the beliefs in its height; 0 if that is not seen."""
    return sum(code.belief("camera_height", label, asked=True) * degrees for label, degrees in CAMERA_ABOVE.items())


def levelled(places: Places, above: float) -> dict[str, NDArray[np.floating]]:
    """The places with y along gravity.

    Args:
        places: joint -> (3,) in the axes of a camera: x right, y down, z away from it.
        above: degrees by which the camera looks down.

    >>> import numpy as np
    >>> from pose2lang3d_sdk.comparing import levelled
    >>> levelled({"nose": np.array([0.0, 0.0, 1.0])}, 90.0)["nose"].round(2).tolist()
    [0.0, 1.0, 0.0]
    """
    cos, sin = math.cos(math.radians(above)), math.sin(math.radians(above))
    turn = np.array([[1, 0, 0], [0, cos, sin], [0, -sin, cos]])
    return {joint: turn @ place for joint, place in places.items()}


def compare(question: str, places: Places, *, upright: bool) -> Answer | None:
    """The answer to a question that compares where parts of the body are, and its joints; None for any other.

    Args:
        question: one line of text.
        places: visible joint -> (3,), in torso lengths; x right, y down along gravity (`levelled`), z away from the
            camera.
        upright: whether the torso is: of somebody who lies nothing is in front of anything.

    >>> import numpy as np
    >>> from pose2lang3d_sdk.comparing import compare
    >>> places = {"left_wrist": np.array([0.4, -1.5, 0.0]), "left_elbow": np.array([0.4, -1.0, 0.0])}
    >>> compare("Is the left hand above the elbow?", places, upright=True)[0].text
    'Yes, the left hand is above the left elbow.'
    """
    text = _SYNONYM.sub(r"\1\2", bare(question))
    if _TOES.match(text):
        return _unknown("I cannot tell: the toes are not among the points that I see.")
    text = _of_a_squat(text)
    asked = _understood(text)
    if asked:
        lies = asked.relation.axis is _AHEAD and not (upright and all(_tells_depth(pair) for pair in asked.pairs))
        return None if lies else _answered(asked, places)
    return _hips(text, places) or _extreme(text, places) or _closer_side(text, places) or _closer_of_two(text, places)


def _of_a_squat(text: str) -> str:
    """Of a squat the heights of hips and knees are meant."""
    if _TO_PARALLEL.match(text):
        return "are the hips below the knees"
    return "what is the height of the hips compared to the knees" if _SQUAT_DEPTH.match(text) else text


def _understood(text: str) -> _Asked | None:
    closed = _CLOSED.match(text)
    found = closed or next((match for form in _OPEN if (match := form.match(text))), None)
    if not found:
        return None
    said = found.groupdict()
    name = next(name for name in _RELATIONS if said.get(name))
    relation, sided = _RELATIONS[name], bool(said["b_side"])
    pairs = [pair for pair in _pairs(said) if not _fact_tells(pair, relation.axis, sided=sided)]
    if said.get("where") and not any(pair[0].kind in ("wrist", "elbow", "face") for pair in pairs):
        return None  # of other parts the height is plain, and not what is asked for
    all_of_them = bool(said["a_side"] or not said["a_part"])
    return _Asked(relation, name == "touching", pairs, all_of_them, closed is not None) if pairs else None


def _answered(asked: _Asked, places: Places) -> Answer:
    relation = asked.relation
    needed = [_Part(f"the {joint}", (joint,)) for joint in _HIP_JOINTS if relation.axis is _AHEAD]
    seen = [pair for pair in asked.pairs if all(part.seen(places) for part in (*pair, *needed))]
    aparts = [_apart(pair, places, asked) for pair in seen]
    found = [_Found(pair, apart, relation.belief(apart)) for pair, apart in zip(seen, aparts, strict=True)]
    beliefs = [one.belief for one in found]
    settled = asked.closed and min(beliefs, default=1.0) < 0.5  # one pair that is not so is enough for a no
    if not found or (asked.all_of_them and len(found) < len(asked.pairs) and not settled):
        return _hidden([*needed, *(part for pair in asked.pairs for part in pair)], places)
    joints = in_order({joint for pair in seen for part in pair for joint in part.seen(places)})
    if not asked.closed:
        levels = [relation.axis.level(one.apart) if relation.axis is _HEIGHT else 0.0 for one in found]
        told = [_words(one, relation.axis, level=level >= 0.5) for one, level in zip(found, levels, strict=True)]
        sure = min(level if level >= 0.5 else _sureness(one.belief) for one, level in zip(found, levels, strict=True))
        return Decoded(sentence([_together(told)]), "statement", sure), joints
    said = [_words(one, relation.axis, level=not relation.sign and one.belief >= 0.5, near=True) for one in found]
    if not asked.all_of_them and len({belief >= 0.5 for belief in beliefs}) > 1:
        return Decoded(sentence([_together(said)]), "statement", min(map(_sureness, beliefs))), joints
    verdict: Verdict = "yes" if min(beliefs) >= 0.5 else "no"
    told = [words for words, belief in zip(said, beliefs, strict=True) if verdict == "yes" or belief < 0.5]
    only_close = "as far as I can see " if asked.touching and verdict == "yes" else ""
    return Decoded(f"{verdict.capitalize()}, {only_close}{_together(told)}.", verdict, _sureness(min(beliefs))), joints


def _pairs(said: Mapping[str, str | None]) -> list[_Pair]:
    """What is compared with what; none if that is not clear.

    Of "the hands above the knees" and "the hand above the knee" each hand is compared with the knee of its side, "the
    left hand above the knees" with both.
    """
    both = bool(said["b_many"] and not said["a_many"])
    pairs = [(one, other) for one in _named(said, "a") for other in _named(said, "b", "" if both else one.side)]
    return [] if any(set(one.joints) & set(other.joints) for one, other in pairs) else pairs


def _named(said: Mapping[str, str | None], which: str, own: str = "") -> list[_Part]:
    """The parts that a question names; none of "the left hands". own: the side that "the knee" has from another part.

    said: groups of one of the forms. which: "a" of `_FIRST` and so on.
    """
    side, middle, many, part, head = (
        said.get(f"{which}_{group}") for group in ("side", "middle", "many", "part", "head")
    )
    if side and not part:
        return []
    if middle or head:
        joints = tuple(f"{one}_{_MIDDLES[middle]}" for one in SIDES) if middle else FACE
        return [_Part(f"the {middle or head}", joints)]
    return [_sided(_MANY.get(many or "") or part or "", one) for one in ((side or own,) if side or own else SIDES)]


def _sided(part: str, side: str) -> _Part:
    return _Part(f"the {side} {part}", (f"{side}_{JOINT_OF[part]}",))


def _fact_tells(pair: _Pair, axis: _Axis, *, sided: bool) -> bool:
    """Whether a fact says it, or nothing does. sided: the second part is named with its side."""
    one, other = pair
    kinds = one.kind, other.kind
    if axis is _CLOSENESS:
        same_side = one.side == other.side or "face" in kinds or kinds[0] == kinds[1]
        joined = frozenset(kinds) in _JOINED and same_side
        told = kinds in (("wrist", "hip"), ("wrist", "wrist"), ("knee", "knee"), ("ankle", "ankle"))
        return joined or told or (not sided and kinds in _FACT_TELLS_NEAR)
    return kinds[0] == kinds[1]


def _tells_depth(pair: _Pair) -> bool:
    """A face turns, and of a hand before the trunk a fact tells."""
    kinds = {part.kind for part in pair}
    return pair[0].kind != "face" and not ("wrist" in kinds and kinds & {"hip", "shoulder"})


def _apart(pair: _Pair, places: Places, asked: _Asked) -> float:
    """How far the first part is above or ahead of the second, or nearer than it must be, in torso lengths."""
    one, other = pair
    if asked.relation.axis is _CLOSENESS:
        flesh = asked.touching and "wrist" not in (one.kind, other.kind)
        return (TOUCHING if flesh else NEAR) - one.distance(other, places)
    gap, up = one.middle(places) - other.middle(places), np.array([0.0, -1.0, 0.0])
    if asked.relation.axis is _HEIGHT:
        return float(gap @ up)
    left, right = (places[joint] for joint in _HIP_JOINTS)
    ahead = np.cross(left - right, up)
    return float(gap @ ahead / max(float(np.linalg.norm(ahead)), 1e-6))


def _words(found: _Found, axis: _Axis, *, level: bool, near: bool = False) -> tuple[str, str, str]:
    """The first part, how it is related to the second, and that. near: say so if they are nearly level."""
    words = "about level with" if level else axis.less if found.apart < 0 else axis.more
    if near and not level and axis is not _CLOSENESS and abs(found.apart) <= LEVEL / 2:
        words = f"just {words}"
    return found.pair[0].name, words, found.pair[1].name


def _together(told: Sequence[tuple[str, str, str]]) -> str:
    """The clauses from `_words` in a row; two that differ in the side of the last part become one."""
    clauses: dict[tuple[str, str], list[str]] = {}
    for one, words, other in told:
        clauses.setdefault((one, words), []).append(other)
    said = [f"{one} {_are(one)} {words} {_both(others)}" for (one, words), others in clauses.items()]
    *most, last = said
    return f"{', '.join(most)} and {last}" if most else last


def _both(names: Sequence[str]) -> str:
    """Names in a row: "the left knee" and "the right knee" become "both knees"."""
    said: dict[str, None] = {}
    for name in names:
        side = next((side for side in SIDES if name.startswith(f"the {side} ")), "")
        part = name.removeprefix(f"the {side} ")
        paired = side and f"the {mirror_name(side)} {part}" in names
        said[f"both {plural(part)}" if paired else name] = None
    *most, last = said
    return f"{', '.join(most)} and {last}" if most else last


def _are(name: str) -> str:
    many = name in ("the hips", "the shoulders") or name.startswith("both ") or " and " in name
    return "are" if many else "is"


def _hips(text: str, places: Places) -> Answer | None:
    """Whether the hips are level, or which is higher: mostly nobody can tell."""
    found = next((match for form in _HIPS if (match := form.match(text))), None)
    if not found:
        return None
    left, right = (_sided("hip", side) for side in SIDES)
    if not (left.seen(places) and right.seen(places)):
        return _hidden([left, right], places)
    apart = float(places[_HIP_JOINTS[1]][1] - places[_HIP_JOINTS[0]][1])
    if abs(apart) < HIPS_APART:
        return _unknown("I cannot tell: hips tilt by less than the points that I see can show.")
    said = found.groupdict()
    higher, lower = SIDES if apart > 0 else SIDES[::-1]
    told, sure = f"the {higher} hip is higher than the {lower} hip", _HEIGHT.over(abs(apart))
    meant = higher if said.get("higher") else lower
    if said.get("which"):
        side: Verdict = "left" if meant == "left" else "right"
        return Decoded(sentence([told]), side, sure), _HIP_JOINTS
    true = said["side"] in (meant, "one") if said.get("side") else not said["level"]
    verdict: Verdict = "yes" if true else "no"
    return Decoded(f"{verdict.capitalize()}, {told}.", verdict, sure), _HIP_JOINTS


def _extreme(text: str, places: Places) -> Answer | None:
    """The highest or lowest part, or whether the one that is named is it."""
    found = next((match for form in _EXTREMES if (match := form.match(text))), None)
    if not found:
        return None
    said = found.groupdict()
    sign = 1 if said["top"] else -1
    parts = [_Part("the head", FACE), *(_sided(part, side) for part in _ENDS for side in SIDES)]
    ends = {
        part: (CROWN if part.kind == "face" else 0) - sign * float(part.middle(places)[1])
        for part in parts
        if part.seen(places)
    }
    closed = "a_side" in said
    named = _named(said, "a") if closed else []
    if closed and not named:
        return None
    own = [part for part in ends if {joint for one in named for joint in one.joints}.issuperset(part.joints)]
    if len(ends) < 2 or (closed and len(own) in (0, len(ends))):
        return _hidden(parts if own or not closed else named, places)
    best = max(ends, key=lambda part: ends[part])
    if not own:
        own = [part for part in ends if ends[part] >= ends[best] - EQUALLY]
    mine, others = max(ends[part] for part in own), [ends[part] for part in ends if part not in own]
    belief = _HEIGHT.over(mine, max(others, default=-math.inf))
    told = [best] if closed else own
    name = _both([part.name for part in told])
    of_what = "" if len(ends) == len(parts) else "of what I see "
    points = "points" if _are(name) == "are" else "point"
    clause = f"{of_what}{name} {_are(name)} the {'highest' if said['top'] else 'lowest'} {points}"
    joints = in_order({joint for part in (*own, *told) for joint in part.seen(places)})
    if not closed:
        return Decoded(sentence([clause]), "statement", belief), joints
    verdict: Verdict = "yes" if belief >= 0.5 else "no"
    return Decoded(f"{verdict.capitalize()}, {clause}.", verdict, _sureness(belief)), joints


def _closer_side(text: str, places: Places) -> Answer | None:
    """Which of a pair is closer to another part."""
    found = next((match for form in _CLOSER_SIDE if (match := form.match(text))), None)
    if not found:
        return None
    said = found.groupdict()
    pair = [_sided(said["part"], side) for side in SIDES]
    targets = _named(said, "b")
    joints = tuple(joint for part in targets for joint in part.joints)
    if not targets or (said["b_part"] and not said["b_side"]) or any({*part.joints} & {*joints} for part in pair):
        return None
    to = _Part(_both([part.name for part in targets]), joints)
    if not all(part.seen(places) for part in (*pair, to)):
        return _hidden([*pair, to], places)
    left, right = (part.distance(to, places) for part in pair)
    more, less = _CLOSENESS.over(right - left, EQUALLY), _CLOSENESS.over(left - right, EQUALLY)
    seen = in_order({joint for part in (*pair, to) for joint in part.seen(places)})
    if 1 - more - less >= max(more, less):
        text = f"{_both([part.name for part in pair])} are about equally close to {to.name}"
        return Decoded(sentence([text]), "same", 1 - more - less), seen
    far = bool(said["far"])
    one, other = pair if (more > less) != far else pair[::-1]
    side: Verdict = "left" if one.side == "left" else "right"
    text = f"{one.name} is {'farther from' if far else 'closer to'} {to.name} than {other.name}"
    return Decoded(sentence([text]), side, max(more, less)), seen


def _closer_of_two(text: str, places: Places) -> Answer | None:
    """To which of two parts another is closer."""
    found = _CLOSER_OF_TWO.match(text)
    if not found:
        return None
    said = found.groupdict()
    (one,) = _named(said, "a")
    groups = [_named(said, which, one.side) for which in "bc"]
    if not all(len(group) == 1 for group in groups) or any(part.joints == one.joints for (part,) in groups):
        return None
    first, second = (group[0] for group in groups)
    if not all(part.seen(places) for part in (one, first, second)):
        return _hidden([one, first, second], places)
    nearer = one.distance(second, places) - one.distance(first, places)
    near, far = (first, second) if nearer > 0 else (second, first)
    joints = in_order({joint for part in (one, first, second) for joint in part.seen(places)})
    said_so = sentence([f"{one.name} is closer to {near.name} than to {far.name}"])
    return Decoded(said_so, "statement", _CLOSENESS.over(abs(nearer))), joints


def _sureness(belief: float) -> float:
    return max(belief, 1 - belief)


def _unknown(text: str) -> Answer:
    return Decoded(text, "unknown", 1.0), ()


def _hidden(parts: Sequence[_Part], places: Places) -> Answer:
    """The answer where of one of these parts no joint is visible."""
    missing = {joint for part in parts if not part.seen(places) for joint in part.joints}
    return _unknown(not_visible(in_order(missing)))
