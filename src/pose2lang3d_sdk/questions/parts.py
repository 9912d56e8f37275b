"""Parts of the body as questions name them, where their joints are, and how answers tell of them."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.facts import SIDES
from pose2lang3d_sdk.questions.words import ASIDE, BARE_WHOSE, JOINT_OF, TAG, first_fit, plural
from pose2lang3d_sdk.skeleton import FACE, in_order, mirror_text
from pose2lang3d_sdk.telling import joined, sentence
from pose2lang3d_sdk.unseen import are_or_is, not_visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from pose2lang3d_sdk.verdicts import Verdict

    Places = Mapping[str, NDArray[np.floating]]
    Answer = tuple[Decoded, tuple[str, ...]]

HEIGHT_ERROR: Final = 0.07
CLOSENESS_ERROR: Final = 0.1
DEPTH_ERROR: Final = 0.12
"""Scales of the logistic errors in torso lengths, fitted on the validation subjects."""

UP: Final = np.array([0.0, -1.0, 0.0])
"""In the axes of `Places`."""

MIDDLES: Final = {"shoulders": "shoulder", "hips": "hip", "waist": "hip", "pelvis": "hip"}
"""Words for the middle of both sides."""
MANY: Final = {plural(part): part for part in JOINT_OF if plural(part) not in MIDDLES}
ONE_OF: Final = "|".join(JOINT_OF)
OF_BOTH: Final = rf"{BARE_WHOSE}(?:both (?:of )?{BARE_WHOSE})?"
IS: Final = r"(?:is it true that )?(?:is |are |isnt |arent )?"


def part_as(group: str, *, head: bool) -> str:
    """The form of words for a part, with groups for `named`; head: the head is among the parts."""
    heads = rf"|(?P<{group}_head>head|face|nose)" if head else ""
    return (
        rf"{OF_BOTH}(?:(?P<{group}_side>left|right) )?(?:(?P<{group}_middle>{'|'.join(MIDDLES)})"
        rf"|(?P<{group}_many>{'|'.join(MANY)})|(?P<{group}_part>{ONE_OF}){heads})"
    )


def form(words: str) -> re.Pattern[str]:
    """The form of a whole question."""
    return re.compile(f"^{ASIDE}{words}{TAG}")


def first_match(text: str, *forms: re.Pattern[str]) -> dict[str, str] | None:
    """What the groups of the first form that fits the text have found, without empty ones; None if no form fits."""
    found = first_fit(forms, text)
    return {group: words for group, words in found.groupdict().items() if words} if found else None


class Part(NamedTuple):
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

    def distance(self, other: Part, places: Places) -> float:
        """To the nearest joint of another part."""
        gaps = [places[one] - places[two] for one in self.seen(places) for two in other.seen(places)]
        return min(float(np.linalg.norm(gap)) for gap in gaps)


def sided(part: str, side: str) -> Part:
    """A part of which there are two, on one side."""
    return Part(f"the {side} {part}", (f"{side}_{JOINT_OF[part]}",))


HEAD: Final = Part("the head", FACE)
HIPS: Final = tuple(sided("hip", side) for side in SIDES)


def named(said: Mapping[str, str], group: str, own: str = "") -> list[Part]:
    """The parts that a question names; none of "the left hands".

    Args:
        said: what the groups of `part_as` have found.
        group: which of the parts is meant.
        own: the side that "the knee" has from another part.
    """
    groups = ("side", "middle", "many", "part", "head")
    side, middle, many, part, head = (said.get(f"{group}_{of}", "") for of in groups)
    if side and not part:
        return []
    if head:
        return [Part(f"the {head}", FACE)]
    if middle:
        return [Part(f"the {middle}", tuple(f"{one}_{MIDDLES[middle]}" for one in SIDES))]
    return [sided(part or MANY[many], one) for one in SIDES if one == (side or own or one)]


def over(apart: float, error: float, bound: float = 0.0) -> float:
    """How probable it is that what is measured as `apart` is more than `bound`. error: the scale of the logistic."""
    return 1 / (1 + math.exp(min((bound - apart) / error, 500.0)))


def sureness(belief: float) -> float:
    """How sure a yes or no is."""
    return max(belief, 1 - belief)


def ahead_of(one: Part, other: Part, places: Places) -> float:
    """How far one part is ahead of another, as the hips face, in torso lengths; both and the hips are visible."""
    left, right = (hip.middle(places) for hip in HIPS)
    ahead = np.cross(left - right, UP)
    return float((one.middle(places) - other.middle(places)) @ ahead / max(float(np.linalg.norm(ahead)), 1e-6))


def yes_or_no(true: bool, told: str, sure: float) -> Decoded:
    """The answer to a closed question."""
    return Decoded(f"{'Yes' if true else 'No'}, {told}.", "yes" if true else "no", sure)


def statement(told: str, sure: float, verdict: Verdict = "statement") -> Decoded:
    """The answer to an open question."""
    return Decoded(sentence([told]), verdict, sure)


def joints_of(parts: Iterable[Part], places: Places) -> tuple[str, ...]:
    """The visible joints of some parts."""
    return in_order({joint for part in parts for joint in part.seen(places)})


def hidden(parts: Sequence[Part], places: Places) -> Answer | None:
    """The answer if one of these parts has no visible joint; None if all have."""
    missing = {joint for part in parts if not part.seen(places) for joint in part.joints}
    return (Decoded(not_visible(in_order(missing)), "unknown", 1.0), ()) if missing else None


def together(names: Sequence[str]) -> str:
    """Names in a row: "the left knee" and "the right knee" become "both knees"."""
    said: dict[str, None] = {}
    for name in names:
        other = mirror_text(name)
        paired = other != name and other in names
        said[f"both {plural(name.split()[-1])}" if paired else name] = None
    return joined(list(said))


def are(name: str) -> str:
    """The verb to go with a name or with names from `together`."""
    return "are" if name in ("the hips", "the shoulders") else are_or_is(name)
