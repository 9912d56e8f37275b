"""The statements that questions ask about: which classes of which fact make each one true or false."""

from __future__ import annotations

from typing import Final

from pose2lang3d_sdk.facts import POSTURES
from training.language.intents.base import All, Any, Both, Is, Rule, is_in, when


def torso_up(rule: Rule) -> Rule:
    """Up and down of an arm are told against the torso: they mean what people mean only while the torso is up."""
    return when(rule, "torso_orientation", "horizontal inverted")


KNEE_BENT: Final = is_in("{side}_knee_bend", "slightly_bent bent deeply_bent", "straight")
KNEE_STRAIGHT: Final = is_in("{side}_knee_bend", "straight", "slightly_bent bent deeply_bent")
ELBOW_BENT: Final = is_in("{side}_elbow_bend", "slightly_bent bent deeply_bent", "straight")
ELBOW_STRAIGHT: Final = is_in("{side}_elbow_bend", "straight", "slightly_bent bent deeply_bent")
HIP_BENT: Final = is_in("{side}_hip_bend", "slightly_bent bent deeply_bent", "straight")
ARM_RAISED: Final = torso_up(is_in("{side}_arm_raise", "shoulder_height overhead", "at_side"))
ARM_OVERHEAD: Final = torso_up(is_in("{side}_arm_raise", "overhead", "at_side partly_raised shoulder_height"))
ARM_DOWN: Final = torso_up(is_in("{side}_arm_raise", "at_side", "partly_raised shoulder_height overhead"))
ARM_LEVEL: Final = is_in("{side}_arm_raise", "shoulder_height", "at_side partly_raised overhead")
ARM_AWAY: Final = is_in("{side}_arm_raise", "partly_raised shoulder_height overhead", "at_side")
ARM_FORWARD: Final = All((ARM_AWAY, is_in("{side}_arm_direction", "forward", "sideways backward")))
ARM_SIDEWAYS: Final = All((ARM_AWAY, is_in("{side}_arm_direction", "sideways", "forward backward")))
ARM_BACKWARD: Final = All((ARM_AWAY, is_in("{side}_arm_direction", "backward", "forward sideways")))
HAND_ABOVE_HEAD: Final = is_in("{side}_hand_height", "above_head", "below_hips hip_to_shoulder head_height")
HAND_ABOVE_SHOULDER: Final = is_in("{side}_hand_height", "above_head head_height", "below_hips hip_to_shoulder")
HAND_BELOW_HIP: Final = is_in("{side}_hand_height", "below_hips", "hip_to_shoulder head_height above_head")
HAND_MIDDLE: Final = is_in("{side}_hand_height", "hip_to_shoulder", "below_hips head_height above_head")
HAND_FRONT: Final = is_in("{side}_hand_depth", "in_front", "beside behind")
HAND_BEHIND: Final = is_in("{side}_hand_depth", "behind", "in_front beside")
HAND_HEAD: Final = is_in("{side}_hand_near_head", "yes", "no")
HAND_HIP: Final = is_in("{side}_hand_near_hip", "yes", "no")
HAND_KNEE: Final = is_in("{side}_hand_near_knee", "yes", "no")
HAND_FOOT: Final = is_in("{side}_hand_near_foot", "yes", "no")
HAND_GROUND: Final = is_in("{side}_hand_ground", "yes", "no")
FOREARM_UP: Final = is_in("{side}_forearm", "pointing_up", "horizontal pointing_down")
THIGH_LEVEL: Final = is_in("{side}_thigh", "horizontal", "pointing_down slanted")
FOOT_DOWN: Final = is_in("{side}_foot_ground", "yes", "no")
KNEE_DOWN: Final = is_in("{side}_knee_ground", "yes", "no")
FACING_LENS: Final = is_in("facing_lens", "yes", "no")
FORWARD: Final = is_in("torso_lean", "forward bent_far_forward", "upright backward")
BACKWARD: Final = is_in("torso_lean", "backward", "upright forward bent_far_forward")
LEANING: Final = Any((
    is_in("torso_lean", "forward bent_far_forward backward", "upright"), is_in("torso_side_lean", "left right", "none"),
))  # fmt: skip
CROSSED_ARMS: Final = is_in("arms_crossed", "yes", "no")
CROSSED_LEGS: Final = is_in("legs_crossed", "yes", "no")
STAGGERED: Final = is_in("feet_staggered", "yes", "no")


def posture(yes: str, debatable: str = "") -> Is:
    """Yes for these postures, no for all others but the debatable ones."""
    no = frozenset(POSTURES) - frozenset(yes.split()) - frozenset(debatable.split())
    assert frozenset(yes.split()) | frozenset(debatable.split()) <= frozenset(POSTURES)
    return Is("posture", frozenset(yes.split()), no)


STANDING: Final = posture("standing", "bent_over lunging")
SITTING: Final = posture("sitting sitting_on_floor")
LYING: Final = posture("lying_face_down lying_on_back lying_on_side")
SQUATTING: Final = posture("squatting")
KNEELING: Final = posture("kneeling half_kneeling", "on_all_fours")
AIRBORNE: Final = is_in("airborne", "yes", "no")
UNSTABLE: Final = is_in("balance", "unstable", "stable")
LEVEL_THIGHS: Final = Both(is_in("{side}_thigh", "horizontal raised", "pointing_down slanted"))
