"""What every fact is measured by and where its classes begin and end: the table that geometry and documents share.

A class holds in its closed range; between two ranges a fact is undecided and is neither told, asked for nor counted.
A gap is about as wide as what keypoints of ordinary quality leave open and people would argue about: some 16 degrees
or 0.08 body units (11 cm on an adult), more for the difference of two measures; less only where classes lie close
together.
Lengths are in body units: torso plus leg length, about 1.35 m for an adult.

    python -m training.language.measures        # the table of docs/facts.md
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from pose2lang3d_sdk.facts import ANGLE_CUTS, BEND, COMPARED, FACTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

Unit = Literal["degrees", "body units"]
Range = tuple[float, float]
_INF: Final = float("inf")

# Ground: gap up to which a part surely rests on the floor, and from which it surely does not.
FOOT_GROUND: Final = (0.045, 0.125)
KNEE_GROUND: Final = (0.095, 0.18)
HAND_GROUND: Final = (0.07, 0.17)
SEAT_GROUND: Final = 0.15
AIRBORNE: Final = (0.05, 0.14)
# Support and posture need one answer per part: where they take it to touch.
FOOT_TOUCHES: Final = 0.10
HAND_TOUCHES: Final = 0.15
HAND_HEIGHT: Final = ((-0.04, 0.04), (-0.05, 0.03), (-0.02, 0.06))
"""Body units: gaps round the height of the hips, the shoulders and the crown in which a wrist's class is open."""
WEIGHT_OFF: Final = 0.06
"""Body units: how far off the middle of two feet on the floor the centre of mass is if one clearly carries more."""


@dataclass(frozen=True)
class Measure:
    """One measured value and the range of it in which each class holds.

    Attributes:
        what: the value, in words.
        unit: of the value.
        ranges: class -> closed range, in the order of the fact's classes.
        only: when the fact is told at all; empty = always.
    """

    what: str
    unit: Unit
    ranges: Mapping[str, Range]
    only: str = ""

    def classify(self, value: NDArray[np.floating]) -> NDArray[np.int64]:
        """(N,) values -> (N,) class index, -1 = undecided."""
        result = np.full(len(value), -1)
        for index, (low, high) in enumerate(self.ranges.values()):
            result = np.where((value >= low) & (value <= high), index, result)
        return result


def _rising(*names: str, cuts: tuple[Range, ...]) -> dict[str, Range]:
    """Classes of a rising value; cuts: for every pair of neighbours the end of the lower and the start of the upper."""
    ends = (-_INF, *(edge for cut in cuts for edge in cut), _INF)
    return {name: (ends[2 * i], ends[2 * i + 1]) for i, name in enumerate(names)}


def _falling(*names: str, cuts: tuple[Range, ...]) -> dict[str, Range]:
    """The same, the class of the highest values first."""
    rising = _rising(*reversed(names), cuts=cuts)
    return {name: rising[name] for name in names}


def _near(*, yes: float, no: float) -> dict[str, Range]:
    """Yes up to a distance, no from another one."""
    return {"no": (no, _INF), "yes": (-_INF, yes)}


def _compared(far: float, equal: float) -> dict[str, Range]:
    """Left minus right."""
    ranges = _to_a_side(far, equal, "equal")
    return {name: ranges[name] for name in COMPARED}


def _to_a_side(far: float, none: float, middle: str = "none") -> dict[str, Range]:
    """Towards the left is positive."""
    return {"left": (far, _INF), middle: (-none, none), "right": (-_INF, -far)}


def _bend(family: str) -> dict[str, Range]:
    return _falling(*BEND, cuts=ANGLE_CUTS[family])


_ON_LEGS: Final = "torso tilted by less than 100 degrees, and not lying, in a plank, on all fours or upside down"

MEASURES: Final[Mapping[str, Measure]] = {
    # one limb
    "knee_bend": Measure("interior angle of the knee, 180 = straight", "degrees", _bend("knee_bend")),
    "elbow_bend": Measure("interior angle of the elbow, 180 = straight", "degrees", _bend("elbow_bend")),
    "hip_bend": Measure("interior angle between torso and thigh, 180 = straight", "degrees", _bend("hip_bend")),
    "arm_raise": Measure(
        "angle between the upper arm and the torso's downward direction", "degrees",
        _rising("at_side", "partly_raised", "shoulder_height", "overhead", cuts=ANGLE_CUTS["arm_raise"]),
    ),
    "arm_direction": Measure(
        "direction of the upper arm seen along the torso, 0 = ahead, 90 = out to its own side", "degrees",
        {"forward": (-60, 35), "sideways": (57, 113), "backward": (137, 240)},
        only="upper arm raised by 30 to 140 degrees",
    ),
    "hand_depth": Measure(
        "how far the wrist lies ahead of the line from shoulders to hips", "body units",
        {"in_front": (0.15, _INF), "beside": (-0.06, 0.06), "behind": (-_INF, -0.11)},
    ),
    "hand_across": Measure(
        "how far the wrist lies on its own side of the body's midline", "body units", _near(yes=-0.03, no=0.05)
    ),
    "hand_near_head": Measure("hand to the nearest of nose, ears, crown", "body units", _near(yes=0.13, no=0.23)),
    "hand_near_knee": Measure("hand to the nearer knee", "body units", _near(yes=0.14, no=0.23)),
    "hand_near_foot": Measure("hand to the nearest ankle or toe", "body units", _near(yes=0.14, no=0.24)),
    "forearm": Measure(
        "angle between the forearm and straight up", "degrees",
        _rising("pointing_up", "horizontal", "pointing_down", cuts=((40.0, 60.0), (120.0, 140.0))),
    ),
    "thigh": Measure(
        "angle between the thigh and straight down", "degrees",
        _rising("pointing_down", "slanted", "horizontal", "raised", cuts=((22.0, 36.0), (58.0, 74.0), (102.0, 118.0))),
    ),
    "shin": Measure(
        "angle between the shin and straight down", "degrees",
        _rising("upright", "slanted", "horizontal", cuts=((17.0, 31.0), (57.0, 73.0))), only="angle under 115 degrees",
    ),
    "foot_ground": Measure("sole above the floor", "body units", _near(yes=FOOT_GROUND[0], no=FOOT_GROUND[1])),
    "knee_ground": Measure("knee above the floor", "body units", _near(yes=KNEE_GROUND[0], no=KNEE_GROUND[1])),
    "hand_ground": Measure(
        "lower of wrist and fingertips above the floor", "body units", _near(yes=HAND_GROUND[0], no=HAND_GROUND[1])
    ),
    "hand_camera": Measure(
        "how much nearer to the camera the wrist is than the trunk", "body units",
        {"nearer": (0.14, _INF), "farther": (-_INF, -0.12)},
    ),
    # left against right
    "higher_hand": Measure("height of the left wrist over the right", "body units", _compared(0.10, 0.03)),
    "higher_elbow": Measure("height of the left elbow over the right", "body units", _compared(0.08, 0.024)),
    "higher_shoulder": Measure(
        "slope of the line through the shoulders, left up", "degrees", _compared(13, 4), only="not lying down"
    ),
    "higher_knee": Measure("height of the left knee over the right", "body units", _compared(0.09, 0.027)),
    "higher_foot": Measure("height of the left ankle over the right", "body units", _compared(0.09, 0.027)),
    "more_bent_knee": Measure("angle of the right knee less that of the left", "degrees", _compared(28, 8)),
    "more_bent_elbow": Measure("angle of the right elbow less that of the left", "degrees", _compared(28, 8)),
    "more_raised_arm": Measure("arm_raise of the left arm less that of the right", "degrees", _compared(30, 10)),
    "front_foot": Measure(
        "how far the left ankle is ahead of the right, as the hips face", "body units", _compared(0.12, 0.04),
        only=_ON_LEGS,
    ),
    "front_hand": Measure(
        "how far the left wrist is ahead of the right, as the torso faces", "body units", _compared(0.15, 0.05)
    ),
    "nearer_side": Measure("turn of the body's left towards the camera", "degrees", _compared(25, 9)),
    "nearer_hand": Measure(
        "how much nearer to the camera the left wrist is than the right", "body units", _compared(0.17, 0.05)
    ),
    # distances
    "hands_distance": Measure(
        "between the hands", "body units",
        _rising("together", "apart", "wide_apart", cuts=((0.11, 0.19), (0.54, 0.66))),
    ),
    "feet_distance": Measure(
        "between the ankles", "body units",
        _rising("together", "apart", "wide_apart", cuts=((0.12, 0.19), (0.32, 0.42))),
    ),
    "knees_distance": Measure("between the knees", "body units", _rising("together", "apart", cuts=((0.12, 0.20),))),
    "feet_staggered": Measure(
        "how far one ankle is ahead of the other, as the hips face", "body units",
        _rising("no", "yes", cuts=((0.06, 0.16),)), only=_ON_LEGS,
    ),
    "arms_symmetric": Measure(
        "from left elbow and wrist to the mirror image of the right ones, about the shoulders, mean", "body units",
        _near(yes=0.08, no=0.19),
    ),
    "legs_symmetric": Measure(
        "from left knee and ankle to the mirror image of the right ones, about the hips, mean", "body units",
        _near(yes=0.08, no=0.19),
    ),
    # torso and head
    "torso_lean": Measure(
        "tilt of the torso towards where the hips face, 0 = upright", "degrees",
        {"upright": (-10, 10), "forward": (20, 50), "bent_far_forward": (64, 180), "backward": (-60, -16)},
        only=_ON_LEGS,
    ),
    "torso_side_lean": Measure(
        "slope of the torso towards the left", "degrees", _to_a_side(14, 5), only="torso tilted by less than 60 degrees"
    ),
    "torso_orientation": Measure(
        "tilt of the torso from the vertical", "degrees",
        _rising("vertical", "slanted", "horizontal", "inverted", cuts=((17.0, 33.0), (57.0, 73.0), (110.0, 130.0))),
    ),
    "torso_twist": Measure("turn of the shoulders to the left against the hips", "degrees", _to_a_side(22, 7)),
    "head_turn": Measure("turn of the face to the left against the torso", "degrees", _to_a_side(30, 10, "straight")),
    "head_nod": Measure(
        "slope of the face's direction, 0 = level", "degrees", {"down": (-90, -27), "level": (-10, 10), "up": (23, 90)},
        only="torso tilted by less than 60 degrees",
    ),
    "head_tilt": Measure(
        "slope of the line through the ears against the torso, left down", "degrees", _to_a_side(17, 5, "straight"),
        only="face turned by less than about 44 degrees",
    ),
    "facing_lens": Measure("angle between the face's direction and the camera", "degrees", _near(yes=30, no=60)),
    # the whole body and the camera
    "airborne": Measure(
        "lowest part above the floor, where the floor is known", "body units",
        _rising("no", "yes", cuts=(AIRBORNE,)),
    ),
    "compactness": Measure(
        "mean distance of wrists, elbows, knees, ankles and crown from the centre of mass", "body units",
        _rising("curled_up", "medium", "stretched_out", cuts=((0.33, 0.38), (0.49, 0.54))),
    ),
    "view": Measure(
        "turn of the body away from the camera, 90 = its left side to the camera", "degrees",
        {"front": (-48, 48), "back": (132, 228), "left_side": (62, 118), "right_side": (-118, -62)},
        only="not seen along the torso",
    ),
    "camera_height": Measure(
        "elevation of the camera over the trunk's middle", "degrees",
        {"above": (24, 90), "level": (-6, 10), "below": (-90, -14)},
    ),
}  # fmt: skip
"""Family of facts -> its measure; the families of `RULES` have none."""

RULES: Final[Mapping[str, str]] = {
    "hand_height": "height of the wrist against hips, shoulders and crown, undecided within "
    + ", ".join(f"{low:g} to {high:g}" for low, high in HAND_HEIGHT)
    + " body units of them; told only with the torso tilted by less than 55 degrees",
    "hand_near_hip": "yes: hand within 0.15 body units of the line from hip to waist, elbow under 140 "
    "degrees, upper arm raised by less than 75; no: over 0.25 away or elbow over 155 degrees",
    "arms_crossed": "yes: both hands between hips and shoulders in height, both wrists past the midline or nearly so, "
    "an elbow under 120 degrees; no: the wrists over 0.12 body units on their own sides, taken together",
    "legs_crossed": "yes: left knee or ankle over 0.03 body units to the right of the right one, along the "
    "hips; no: both over 0.05 to its left",
    "weight_leg": "a side: only this foot is on the floor, or both are and the centre of mass lies past 70 % of the "
    f"way to it and over {WEIGHT_OFF:g} body units off the middle; both: both feet on the floor, within 9 % of the "
    f"middle ({WEIGHT_OFF:g} body units if the feet are closer than 0.05); told only: {_ON_LEGS}, seat over 0.35 body "
    "units high, centre of mass at most 0.12 outside the base of support",
    "balance": "stable: the centre of mass (segment masses of Winter) lies over the base of support, which reaches "
    "0.03 body units round what touches, or the body sits or lies; unstable: over 0.10 outside it; undecided "
    "in the air",
    "posture": "rules on contact with the floor, tilt of the torso, knees and hips, in order (`facts._posture`)",
}
"""Families that take more than one value, in words."""


def _said(low: float, high: float, unit: Unit) -> str:
    sign = "°" if unit == "degrees" else ""
    if low == -_INF:
        return f"up to {high:g}{sign}"
    if high == _INF:
        return f"from {low:g}{sign}"
    return f"{low:g} to {high:g}{sign}"


def _source(family: str) -> str:
    return "own; segment masses of Winter" if family in ("weight_leg", "balance", "compactness") else "own"


def table() -> str:
    """All facts as a Markdown table: name, what is measured, unit, classes with their ranges, source."""
    rows = ["| fact | measured | unit | classes | source |", "|---|---|---|---|---|"]
    for family in dict.fromkeys(fact.family for fact in FACTS):
        fact = next(fact for fact in FACTS if fact.family == family)
        name = family if fact.name == family else f"left/right_{family}"
        measure = MEASURES.get(family)
        if measure:
            classes = "; ".join(f"{label} {_said(*ends, measure.unit)}" for label, ends in measure.ranges.items())
            only = f" (told only: {measure.only})" if measure.only else ""
            rows.append(f"| {name} | {measure.what}{only} | {measure.unit} | {classes} | {_source(family)} |")
        else:
            rows.append(f"| {name} | {RULES[family]} | | {', '.join(fact.classes)} | {_source(family)} |")
    return "\n".join(rows)


if __name__ == "__main__":
    print(table())
