"""The vocabulary of pose facts: names, classes and the joints each rests on.

What a fact *means* in geometry (thresholds, undecided bands) lives in `training/language/measures.py`; this table is
what the trained weights speak, so the order is part of the weights' format. Angles are interior angles, 180 = straight.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk.skeleton import FACE, in_order

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

JointGroup = tuple[str, ...]

SIDES: Final = ("left", "right")
COMPARED: Final = ("left", "right", "equal")
BEND: Final = ("straight", "slightly_bent", "bent", "deeply_bent")
POSTURES: Final = (
    "standing", "sitting", "sitting_on_floor", "squatting", "kneeling", "half_kneeling", "lunging", "bent_over",
    "on_all_fours", "plank", "lying_face_down", "lying_on_back", "lying_on_side", "upside_down", "airborne",
)  # fmt: skip


@dataclass(frozen=True)
class Fact:
    """One categorical statement about a body.

    Attributes:
        name: unique, with "left"/"right" as the person's own side ("left_knee_bend").
        family: the name without the side ("knee_bend").
        classes: its possible values, in the order of the model's logits.
        needs: groups of joints; the fact can be told only if every group has a visible joint.
    """

    name: str
    family: str
    classes: tuple[str, ...]
    needs: tuple[JointGroup, ...]

    @property
    def joints(self) -> tuple[str, ...]:
        """All joints the fact may rest on."""
        return tuple(dict.fromkeys(joint for group in self.needs for joint in group))


def _side(family: str, classes: tuple[str, ...], joints: str) -> list[Fact]:
    """The fact once per side; a joint without a side in `joints` is the same side's, "either_x" any side's."""
    return [Fact(f"{s}_{family}", family, classes, _needs(joints, s)) for s in SIDES]


def _body(family: str, classes: tuple[str, ...], joints: str) -> list[Fact]:
    return [Fact(family, family, classes, _needs(joints, None))]


def _needs(joints: str, side: str | None) -> tuple[JointGroup, ...]:
    groups: list[JointGroup] = []
    for word in joints.split():
        if word.startswith("both_"):
            groups += [(f"{s}_{word[5:]}",) for s in SIDES]
        elif word.startswith("either_"):
            groups.append((f"left_{word[7:]}", f"right_{word[7:]}"))
        elif word == "face":
            groups.append(FACE)
        elif word == "face_or_hip":
            groups.append((*FACE, "left_hip", "right_hip"))
        elif word == "nose":
            groups.append(("nose",))
        else:
            groups.append((f"{side}_{word}",))
    return tuple(groups)


_YES_NO = ("no", "yes")
_TRUNK = "either_shoulder either_hip"

FACTS: Final[tuple[Fact, ...]] = tuple(
    # one limb
    _side("knee_bend", BEND, "hip knee ankle")
    + _side("elbow_bend", BEND, "shoulder elbow wrist")
    + _side("hip_bend", BEND, "shoulder hip knee")
    + _side("arm_raise", ("at_side", "partly_raised", "shoulder_height", "overhead"), "shoulder elbow hip")
    + _side("arm_direction", ("forward", "sideways", "backward"), "both_shoulder elbow either_hip")
    + _side("hand_height", ("below_hips", "hip_to_shoulder", "head_height", "above_head"), "wrist either_shoulder face")
    + _side("hand_depth", ("in_front", "beside", "behind"), "both_shoulder wrist either_hip")
    + _side("hand_across", _YES_NO, "wrist both_shoulder")
    + _side("hand_near_head", _YES_NO, "wrist face")
    + _side("hand_near_hip", _YES_NO, "wrist hip")
    + _side("hand_near_knee", _YES_NO, "wrist either_knee")
    + _side("hand_near_foot", _YES_NO, "wrist either_ankle")
    + _side("forearm", ("pointing_up", "horizontal", "pointing_down"), "elbow wrist")
    + _side("thigh", ("pointing_down", "slanted", "horizontal", "raised"), "hip knee")
    + _side("shin", ("upright", "slanted", "horizontal"), "knee ankle")
    + _side("foot_ground", _YES_NO, "ankle")
    + _side("knee_ground", _YES_NO, "knee ankle")
    + _side("hand_ground", _YES_NO, "wrist either_ankle")
    + _side("hand_camera", ("nearer", "farther"), "wrist both_shoulder")
    # left against right
    + _body("higher_hand", COMPARED, "both_wrist")
    + _body("higher_elbow", COMPARED, "both_elbow")
    + _body("higher_shoulder", COMPARED, "both_shoulder")
    + _body("higher_knee", COMPARED, "both_knee")
    + _body("higher_foot", COMPARED, "both_ankle")
    + _body("more_bent_knee", COMPARED, "both_hip both_knee both_ankle")
    + _body("more_bent_elbow", COMPARED, "both_shoulder both_elbow both_wrist")
    + _body("more_raised_arm", COMPARED, "both_shoulder both_elbow either_hip")
    + _body("front_foot", COMPARED, "both_hip both_ankle")
    + _body("front_hand", COMPARED, "both_shoulder both_wrist")
    + _body("nearer_side", COMPARED, "both_shoulder")
    + _body("nearer_hand", COMPARED, "both_wrist both_shoulder")
    + _body("weight_leg", ("left", "right", "both"), "both_ankle both_hip either_shoulder")
    # distances and crossings
    + _body("hands_distance", ("together", "apart", "wide_apart"), "both_wrist both_shoulder")
    + _body("feet_distance", ("together", "apart", "wide_apart"), "both_ankle both_hip")
    + _body("knees_distance", ("together", "apart"), "both_knee both_hip")
    + _body("feet_staggered", _YES_NO, "both_ankle both_hip")
    + _body("arms_crossed", _YES_NO, "both_elbow both_wrist both_shoulder")
    + _body("legs_crossed", _YES_NO, "both_knee both_ankle both_hip")
    + _body("arms_symmetric", _YES_NO, "both_shoulder both_elbow both_wrist")
    + _body("legs_symmetric", _YES_NO, "both_hip both_knee both_ankle")
    # torso and head
    + _body("torso_lean", ("upright", "forward", "bent_far_forward", "backward"), _TRUNK)
    + _body("torso_side_lean", ("left", "none", "right"), "both_shoulder both_hip")
    + _body("torso_orientation", ("vertical", "slanted", "horizontal", "inverted"), _TRUNK)
    + _body("torso_twist", ("left", "none", "right"), "both_shoulder both_hip")
    + _body("head_turn", ("left", "straight", "right"), "face both_shoulder")
    + _body("head_nod", ("down", "level", "up"), "face either_shoulder")
    + _body("head_tilt", ("left", "straight", "right"), "face both_shoulder")
    + _body("facing_lens", _YES_NO, "face")
    # the whole body and the camera
    + _body("posture", POSTURES, "either_shoulder either_hip either_knee")
    + _body("airborne", _YES_NO, "both_ankle either_hip")
    + _body("balance", ("stable", "unstable"), "both_ankle both_hip either_shoulder")
    + _body("compactness", ("curled_up", "medium", "stretched_out"), "either_shoulder either_hip both_ankle both_wrist")
    + _body("view", ("front", "back", "left_side", "right_side"), "either_shoulder face_or_hip")
    + _body("camera_height", ("above", "level", "below"), "either_shoulder either_hip either_knee")
)
FACT_INDEX: Final = {fact.name: index for index, fact in enumerate(FACTS)}
NUM_CLASSES: Final = sum(len(fact.classes) for fact in FACTS)
"""Width of the model's fact logits: the classes of all facts side by side, in the order of `FACTS`."""

FIRST_CLASS: Final = {fact.name: sum(len(f.classes) for f in FACTS[:index]) for index, fact in enumerate(FACTS)}
"""Fact -> the column of its first class in the fact logits."""

ANGLES: Final = (
    "left_elbow", "right_elbow", "left_knee", "right_knee", "left_hip", "right_hip", "left_shoulder", "right_shoulder",
    "torso",
)  # fmt: skip
"""Numeric angles in degrees: interior angle of elbow, knee and hip (180 = straight), shoulder = upper arm against the
torso's downward direction (0 = arm at the side, 180 = overhead), torso = its tilt from the vertical (0 = upright)."""

ANGLE_FACT: Final = {
    **{f"{side}_{joint}": f"{side}_{joint}_bend" for side in SIDES for joint in ("elbow", "knee", "hip")},
    **{f"{side}_shoulder": f"{side}_arm_raise" for side in SIDES},
    "torso": "torso_lean",
}
"""Angle -> the fact that says the same in words; both rest on the same joints."""
FACT_ANGLE: Final = {fact: angle for angle, fact in ANGLE_FACT.items()}
"""The other way round, for the facts that have an angle."""


ANGLE_CUTS: Final = {
    "knee_bend": ((66.0, 82.0), (112.0, 128.0), (150.0, 163.0)),
    "elbow_bend": ((66.0, 82.0), (112.0, 128.0), (150.0, 163.0)),
    "hip_bend": ((63.0, 79.0), (112.0, 128.0), (146.0, 160.0)),
    "arm_raise": ((25.0, 39.0), (57.0, 73.0), (108.0, 124.0)),
}
"""Family with an angle -> degrees between which it is open whether a joint is deeply bent or bent, bent or slightly
bent, slightly bent or straight, and an arm at the side or partly raised, and so on."""


def fits(fact: str, label: str, degrees: float) -> bool:
    """Whether an angle can be that of a class ("left_knee_bend", "bent"); True of facts that have no `ANGLE_CUTS`."""
    family = FACTS[FACT_INDEX[fact]].family
    cuts = ANGLE_CUTS.get(family)
    if cuts is None:
        return True
    edges = [(0.0, 0.0), *cuts, (180.0, 180.0)]
    classes = FACTS[FACT_INDEX[fact]].classes
    at = classes.index(label) if family == "arm_raise" else len(classes) - 1 - classes.index(label)
    return edges[at][0] <= degrees <= edges[at + 1][1]


_ON_LEGS: Final = tuple(
    posture
    for posture in POSTURES
    if posture not in ("on_all_fours", "plank", "upside_down") and "lying" not in posture
)
_NOT_TURNED_OVER: Final = ("vertical", "slanted")
APPLIES_IF: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "arm_direction": {"{side}_arm_raise": ("partly_raised", "shoulder_height")},
    "hand_height": {"torso_orientation": _NOT_TURNED_OVER},
    "higher_shoulder": {"posture": tuple(posture for posture in POSTURES if "lying" not in posture)},
    "front_foot": {"posture": _ON_LEGS, "airborne": ("no",)},
    "feet_staggered": {"posture": _ON_LEGS, "airborne": ("no",)},
    "torso_lean": {"posture": _ON_LEGS},
    "torso_side_lean": {"torso_orientation": _NOT_TURNED_OVER},
    "head_nod": {"torso_orientation": _NOT_TURNED_OVER},
    "weight_leg": {
        "posture": ("standing", "squatting", "half_kneeling", "lunging", "bent_over"), "airborne": ("no",),
    },
    "balance": {"airborne": ("no",)},
}  # fmt: skip
"""Family -> other facts and the classes that they must have for it to mean anything; geometry tells it only then."""


def applies(fact: Fact, labels: Mapping[str, str]) -> bool:
    """Whether a fact means anything for a body of which `labels` (fact -> class) are true."""
    side = fact.name.partition("_")[0]
    conditions = APPLIES_IF.get(fact.family, {})
    return all(labels.get(other.format(side=side), wanted[0]) in wanted for other, wanted in conditions.items())


def class_column(fact: str, label: str) -> int:
    """The column of a class of a fact in the fact logits."""
    return FIRST_CLASS[fact] + FACTS[FACT_INDEX[fact]].classes.index(label)


def joints_of(facts: Iterable[str], visible: Iterable[str]) -> tuple[str, ...]:
    """The visible ones of the joints that show these facts, in the order of `skeleton.JOINTS`.

    >>> from pose2lang3d_sdk.facts import joints_of
    >>> joints_of(["left_knee_bend"], ["left_ankle", "left_knee", "nose"])
    ('left_knee', 'left_ankle')
    """
    return in_order({joint for fact in facts for joint in FACTS[FACT_INDEX[fact]].joints}.intersection(visible))


def is_seen(needs: Iterable[JointGroup], visible: Container[str]) -> bool:
    """Whether every group of joints has a visible one."""
    return all(any(joint in visible for joint in group) for group in needs)
