"""The table of wordings: what can be said of every fact and class, as templates; `phrases` fills them in.

A template is "subject|predicate". {s} is the side of the fact (or of its class), {o} the other side, {n} an angle in
degrees. Captions use the first two wordings of a class. The word "right" never means anything but a side.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pose2lang3d_sdk.statements import Told


def _bend(joint: str, limb: str) -> dict[str, tuple[str, ...]]:
    return {
        "straight": (
            f"the {{s}} {joint}|is straight",
            f"the {{s}} {limb}|is straight at the {joint}",
            f"the {{s}} {joint}|is extended",
        ),
        "slightly_bent": (
            f"the {{s}} {joint}|is slightly bent to about {{n}} degrees",
            f"the {{s}} {joint}|is slightly bent at roughly {{n}} degrees",
            f"the {{s}} {joint}|is a little bent, to about {{n}} degrees",
            f"the {{s}} {joint}|is slightly bent",
            f"the {{s}} {joint}|is a little bent",
        ),
        "bent": (
            f"the {{s}} {joint}|is bent to about {{n}} degrees",
            f"the {{s}} {joint}|is bent at roughly {{n}} degrees",
            f"the {{s}} {joint}|is flexed to around {{n}} degrees",
            f"the {{s}} {joint}|is bent",
            f"the {{s}} {joint}|is clearly bent",
        ),
        "deeply_bent": (
            f"the {{s}} {joint}|is deeply bent to about {{n}} degrees",
            f"the {{s}} {joint}|is sharply bent at roughly {{n}} degrees",
            f"the {{s}} {joint}|is deeply flexed to around {{n}} degrees",
            f"the {{s}} {joint}|is deeply bent",
            f"the {{s}} {joint}|is sharply bent",
        ),
    }


def _both_bend(joint: str, limbs: str) -> dict[str, tuple[str, ...]]:
    return {
        "straight": (f"both {joint}|are straight", f"both {limbs}|are straight at the {joint}"),
        "slightly_bent": (
            f"both {joint}|are slightly bent to about {{n}} degrees",
            f"both {joint}|are slightly bent at roughly {{n}} degrees",
            f"both {joint}|are slightly bent",
            f"both {joint}|are a little bent",
        ),
        "bent": (
            f"both {joint}|are bent to about {{n}} degrees",
            f"both {joint}|are bent at roughly {{n}} degrees",
            f"both {joint}|are bent",
            f"both {joint}|are clearly bent",
        ),
        "deeply_bent": (
            f"both {joint}|are deeply bent to about {{n}} degrees",
            f"both {joint}|are sharply bent at roughly {{n}} degrees",
            f"both {joint}|are deeply bent",
            f"both {joint}|are sharply bent",
        ),
    }


def _spread_bend(joint: str) -> dict[str, tuple[str, ...]]:
    """Both joints in one class at clearly different angles; {s} is the more bent side."""
    ends = "the {s} to about {n} degrees and the {o} to about {n} degrees"
    return {
        "slightly_bent": (f"both {joint}|are slightly bent, {ends}",),
        "bent": (f"both {joint}|are bent, {ends}",),
        "deeply_bent": (f"both {joint}|are deeply bent, {ends}",),
    }


def _both_near(part: str) -> dict[str, tuple[str, ...]]:
    return {
        "yes": (f"both hands|are near {part}", f"both hands|are close to {part}"),
        "no": (f"neither hand|is near {part}", f"both hands|are away from {part}"),
    }


ONE: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "knee_bend": _bend("knee", "leg"),
    "elbow_bend": _bend("elbow", "arm"),
    "hip_bend": {
        **_bend("hip", "leg"),
        "straight": ("the {s} hip|is straight", "the {s} hip|is extended", "the {s} thigh|is in line with the torso"),
    },
    "arm_raise": {
        "at_side": (
            "the {s} upper arm|is at the side",
            "the {s} upper arm|is down beside the torso",
            "the {s} upper arm|is close to the torso",
        ),
        "partly_raised": (
            "the {s} arm|is partly raised",
            "the {s} arm|is raised part of the way",
            "the {s} upper arm|is lifted away from the side",
        ),
        "shoulder_height": (
            "the {s} arm|is raised to shoulder height",
            "the {s} arm|is lifted to shoulder level",
            "the {s} upper arm|is roughly perpendicular to the torso",
        ),
        "overhead": (
            "the {s} arm|is raised overhead",
            "the {s} arm|is lifted overhead",
            "the {s} upper arm|is raised past the shoulder towards the head",
        ),
    },
    "arm_direction": {
        "forward": (
            "the {s} upper arm|points forwards",
            "the {s} upper arm|is directed forwards",
            "the {s} arm|reaches forwards from the shoulder",
        ),
        "sideways": (
            "the {s} upper arm|points sideways",
            "the {s} upper arm|is directed to the side",
            "the {s} arm|is out to the side",
        ),
        "backward": (
            "the {s} upper arm|points backwards",
            "the {s} upper arm|is directed backwards",
            "the {s} arm|reaches backwards from the shoulder",
        ),
    },
    "hand_height": {
        "below_hips": (
            "the {s} hand|is below the hips",
            "the {s} hand|is lower than the hips",
            "the {s} hand|is below hip height",
        ),
        "hip_to_shoulder": (
            "the {s} hand|is between hip and shoulder height",
            "the {s} hand|is at the height of the trunk",
        ),
        "head_height": ("the {s} hand|is at head height", "the {s} hand|is level with the head"),
        "above_head": ("the {s} hand|is above the head", "the {s} hand|is higher than the head"),
    },
    "hand_depth": {
        "in_front": (
            "the {s} hand|is in front of the body",
            "the {s} hand|is held in front of the torso",
            "the {s} hand|is forward of the torso",
        ),
        "beside": (
            "the {s} hand|is in the plane of the torso",
            "the {s} hand|is neither in front of the torso nor behind it",
        ),
        "behind": (
            "the {s} hand|is behind the body",
            "the {s} hand|is held behind the torso",
            "the {s} hand|is at the back of the body",
        ),
    },
    "hand_across": {
        "yes": (
            "the {s} hand|crosses the midline of the body",
            "the {s} hand|is past the midline of the body",
            "the {s} hand|is on the {o} side of the body",
        ),
        "no": ("the {s} hand|does not cross the midline of the body", "the {s} hand|stays on its own side of the body"),
    },
    "hand_near_head": {
        "yes": ("the {s} hand|is near the head", "the {s} hand|is close to the head"),
        "no": ("the {s} hand|is not near the head", "the {s} hand|is away from the head"),
    },
    "hand_near_hip": {  # "no" includes the straight arm that hangs past the hip
        "yes": ("the {s} hand|is near the {s} hip", "the {s} hand|is close to the {s} hip"),
        "no": ("the {s} hand|is not held at the {s} hip", "the {s} hand|is not on the {s} hip"),
    },
    "hand_near_knee": {
        "yes": ("the {s} hand|is near a knee", "the {s} hand|is close to a knee"),
        "no": ("the {s} hand|is not near either knee", "the {s} hand|is away from the knees"),
    },
    "hand_near_foot": {
        "yes": ("the {s} hand|is near a foot", "the {s} hand|is close to a foot"),
        "no": ("the {s} hand|is not near either foot", "the {s} hand|is away from the feet"),
    },
    "forearm": {
        "pointing_up": ("the {s} forearm|points up", "the {s} forearm|is directed upwards"),
        "horizontal": ("the {s} forearm|is roughly horizontal", "the {s} forearm|is about level with the ground"),
        "pointing_down": ("the {s} forearm|points down", "the {s} forearm|is directed downwards"),
    },
    "thigh": {
        "pointing_down": ("the {s} thigh|points down", "the {s} thigh|is directed downwards"),
        "slanted": ("the {s} thigh|is slanted", "the {s} thigh|is at a slant"),
        "horizontal": ("the {s} thigh|is roughly horizontal", "the {s} thigh|is about level with the ground"),
        "raised": (
            "the {s} thigh|is raised above the horizontal",
            "the {s} thigh|points upwards",
            "the {s} knee|is lifted above the hip",
        ),
    },
    "shin": {
        "upright": (
            "the {s} shin|is roughly vertical",
            "the {s} lower leg|is close to vertical",
            "the {s} shin|is upright",
        ),
        "slanted": ("the {s} shin|is slanted", "the {s} lower leg|is at a slant"),
        "horizontal": ("the {s} shin|is roughly horizontal", "the {s} lower leg|is about level with the ground"),
    },
    "foot_ground": {
        "yes": ("the {s} foot|is on the ground", "the {s} foot|touches the ground", "the {s} foot|is on the floor"),
        "no": (
            "the {s} foot|is off the ground",
            "the {s} foot|is clear of the ground",
            "the {s} foot|is not on the floor",
        ),
    },
    "knee_ground": {
        "yes": ("the {s} knee|rests on the ground", "the {s} knee|touches the ground", "the {s} knee|is on the floor"),
        "no": (
            "the {s} knee|is off the ground",
            "the {s} knee|is clear of the ground",
            "the {s} knee|does not touch the floor",
        ),
    },
    "hand_ground": {
        "yes": ("the {s} hand|is on the ground", "the {s} hand|touches the ground", "the {s} hand|is on the floor"),
        "no": (
            "the {s} hand|is off the ground",
            "the {s} hand|is clear of the ground",
            "the {s} hand|does not touch the floor",
        ),
    },
    "hand_camera": {
        "nearer": (
            "the {s} hand|is nearer to the camera than the torso",
            "the {s} hand|is closer to the camera than the torso is",
        ),
        "farther": (
            "the {s} hand|is further from the camera than the torso",
            "the {s} hand|is further away from the camera than the torso is",
        ),
    },
    "higher_hand": {
        "left": (
            "the {s} hand|is higher than the {o} hand",
            "the {s} hand|is above the level of the {o} hand",
            "the {o} hand|is lower than the {s} hand",
        ),
        "equal": ("both hands|are at about the same height", "the hands|are level with each other"),
    },
    "higher_elbow": {
        "left": (
            "the {s} elbow|is higher than the {o} elbow",
            "the {s} elbow|is above the level of the {o} elbow",
            "the {o} elbow|is lower than the {s} elbow",
        ),
        "equal": ("both elbows|are at about the same height", "the elbows|are level with each other"),
    },
    "higher_shoulder": {
        "left": (
            "the {s} shoulder|is higher than the {o} shoulder",
            "the {s} shoulder|is above the level of the {o} shoulder",
            "the {o} shoulder|is lower than the {s} shoulder",
        ),
        "equal": ("both shoulders|are at about the same height", "the shoulders|are level with each other"),
    },
    "higher_knee": {
        "left": (
            "the {s} knee|is higher than the {o} knee",
            "the {s} knee|is above the level of the {o} knee",
            "the {o} knee|is lower than the {s} knee",
        ),
        "equal": ("both knees|are at about the same height", "the knees|are level with each other"),
    },
    "higher_foot": {
        "left": (
            "the {s} foot|is higher than the {o} foot",
            "the {s} foot|is above the level of the {o} foot",
            "the {o} foot|is lower than the {s} foot",
        ),
        "equal": ("both feet|are at about the same height", "neither foot|is higher than the other"),
    },
    "more_bent_knee": {
        "left": (
            "the {s} knee|is more bent than the {o} knee",
            "the {s} knee|is bent more than the {o} knee",
            "the {o} knee|is straighter than the {s} knee",
        ),
        "equal": ("both knees|are at a similar angle", "the two knees|have about the same angle"),
    },
    "more_bent_elbow": {
        "left": (
            "the {s} elbow|is more bent than the {o} elbow",
            "the {s} elbow|is bent more than the {o} elbow",
            "the {o} elbow|is straighter than the {s} elbow",
        ),
        "equal": ("both elbows|are at a similar angle", "the two elbows|have about the same angle"),
    },
    "more_raised_arm": {
        "left": (
            "the {s} arm|is raised more than the {o} arm",
            "the {s} arm|is more raised than the {o} arm",
            "the {o} arm|is raised less than the {s} arm",
        ),
        "equal": ("both upper arms|are at a similar angle to the torso", "neither arm|is raised more than the other"),
    },
    "front_foot": {
        "left": (
            "the {s} foot|is in front of the {o} foot",
            "the {s} foot|is further forward than the {o} foot",
            "the {o} foot|is behind the {s} foot",
        ),
        "equal": ("neither foot|is in front of the other", "neither foot|is further forward than the other"),
    },
    "front_hand": {
        "left": (
            "the {s} hand|is in front of the {o} hand",
            "the {s} hand|is further forward than the {o} hand",
            "the {o} hand|is behind the {s} hand",
        ),
        "equal": ("neither hand|is in front of the other", "neither hand|is further forward than the other"),
    },
    "nearer_side": {
        "left": (
            "the {s} side of the body|is nearer to the camera",
            "the {s} side of the body|is closer to the camera",
            "the {o} side of the body|is further from the camera",
        ),
        "equal": (
            "neither side of the body|is nearer to the camera",
            "both sides of the body|are about equally far from the camera",
        ),
    },
    "nearer_hand": {
        "left": (
            "the {s} hand|is nearer to the camera than the {o} hand",
            "the {s} hand|is closer to the camera than the {o} hand",
            "the {o} hand|is further from the camera than the {s} hand",
        ),
        "equal": (
            "both hands|are about equally far from the camera",
            "neither hand|is nearer to the camera than the other",
        ),
    },
    "weight_leg": {
        "left": (
            "the {s} leg|carries more of the weight",
            "more of the weight|is on the {s} leg",
            "the {s} leg|bears more weight than the {o} leg",
        ),
        "both": ("both legs|share the weight", "the weight|is shared by both legs"),
    },
    "hands_distance": {
        "together": ("the hands|are close together", "the hands|are near each other"),
        "apart": ("the hands|are apart", "the hands|are a moderate distance apart"),
        "wide_apart": ("the hands|are wide apart", "the hands|are far apart"),
    },
    "feet_distance": {
        "together": ("the feet|are close together", "the feet|are near each other"),
        "apart": ("the feet|are apart", "the feet|are a moderate distance apart"),
        "wide_apart": ("the feet|are wide apart", "the feet|are far apart"),
    },
    "knees_distance": {
        "together": ("the knees|are close together", "the knees|are near each other"),
        "apart": ("the knees|are apart", "the knees|are held apart"),
    },
    "feet_staggered": {
        "yes": ("the feet|are staggered", "the feet|are one ahead of the other"),
        "no": ("the feet|are not staggered", "the feet|are level from front to back"),
    },
    "arms_crossed": {
        "yes": ("the arms|are crossed", "the forearms|cross each other"),
        "no": ("the arms|are not crossed", "the arms|do not cross"),
    },
    "legs_crossed": {
        "yes": ("the legs|are crossed", "the legs|cross each other"),
        "no": ("the legs|are not crossed", "the legs|do not cross"),
    },
    "arms_symmetric": {
        "yes": ("the arms|mirror each other", "the arms|are held symmetrically"),
        "no": ("the arms|do not mirror each other", "the arms|are held differently"),
    },
    "legs_symmetric": {
        "yes": ("the legs|mirror each other", "the legs|are held symmetrically"),
        "no": ("the legs|do not mirror each other", "the legs|are held differently"),
    },
    "torso_lean": {
        "upright": ("the torso|leans neither forwards nor backwards", "the torso|does not lean forwards or backwards"),
        "forward": ("the torso|leans forwards", "the torso|is inclined forwards"),
        "bent_far_forward": ("the torso|is bent far forwards", "the torso|is folded well forwards"),
        "backward": ("the torso|leans backwards", "the torso|is inclined backwards"),
    },
    "torso_side_lean": {
        "left": (
            "the torso|leans to the {s}",
            "the torso|is tilted to the {s}",
            "the torso|bends towards the {s} side",
        ),
        "none": ("the torso|does not lean to either side", "the torso|is not tilted sideways"),
    },
    "torso_orientation": {
        "vertical": ("the torso|is roughly vertical", "the torso|is close to vertical"),
        "slanted": ("the torso|is slanted", "the torso|is at a slant"),
        "horizontal": ("the torso|is roughly horizontal", "the torso|is about level with the ground"),
        "inverted": ("the torso|is upside down", "the torso|is inverted"),
    },
    "torso_twist": {
        "left": (
            "the torso|is twisted to the {s}",
            "the torso|is rotated to the {s} above the hips",
            "the shoulders|are turned to the {s} relative to the hips",
        ),
        "none": ("the torso|is not twisted", "the shoulders|face the same way as the hips"),
    },
    "head_turn": {
        "left": (
            "the head|is turned to the {s}",
            "the head|is rotated to the {s}",
            "the face|is turned to the {s} of the torso",
        ),
        "straight": ("the head|faces the same way as the torso", "the head|is not turned to either side"),
    },
    "head_nod": {
        "down": ("the head|is tipped down", "the head|is bowed", "the chin|is lowered"),
        "level": ("the head|is level", "the head|is tipped neither up nor down"),
        "up": ("the head|is tipped up", "the head|is tipped back", "the chin|is raised"),
    },
    "head_tilt": {
        "left": ("the head|is tilted to the {s}", "the head|is tilted towards the {s} shoulder"),
        "straight": ("the head|is not tilted sideways", "the head|is not tilted to either side"),
    },
    "facing_lens": {
        "yes": (
            "the face|is turned towards the camera",
            "the face|points towards the camera",
            "the head|faces the camera",
        ),
        "no": (
            "the face|is not turned towards the camera",
            "the face|does not point towards the camera",
            "the head|does not face the camera",
        ),
    },
    "posture": {
        "standing": ("the person|is standing", "the person|stands"),
        "sitting": (
            "the person|is sitting on a seat",
            "the person|is seated on a raised seat",
            "the person|sits on a seat",
        ),
        "sitting_on_floor": (
            "the person|is sitting on the floor",
            "the person|sits on the floor",
            "the person|is seated on the ground",
        ),
        "squatting": ("the person|is squatting", "the person|is in a squat"),
        "kneeling": ("the person|is kneeling on both knees", "the person|kneels on both knees"),
        "half_kneeling": (
            "the person|is kneeling on one knee",
            "the person|kneels on one knee",
            "the person|is half-kneeling",
        ),
        "lunging": ("the person|is in a lunge", "the person|is lunging"),
        "bent_over": ("the person|is bent over", "the person|is bending over"),
        "on_all_fours": ("the person|is on all fours", "the person|is on hands and knees"),
        "plank": ("the person|is in a plank", "the person|is in a plank position", "the person|holds a plank"),
        "lying_face_down": (
            "the person|is lying face down",
            "the person|lies face down",
            "the person|is lying on the front of the body",
        ),
        "lying_on_back": (
            "the person|is lying on the back",
            "the person|lies on the back",
            "the person|is lying face up",
        ),
        "lying_on_side": ("the person|is lying on one side", "the person|lies on one side"),
        "upside_down": ("the person|is upside down", "the person|is inverted"),
        "airborne": ("the person|is in the air", "the person|is in mid-air", "the person|is airborne"),
    },
    "airborne": {
        "yes": ("the body|is clear of the ground", "the body|is off the ground", "the body|is in mid-air"),
        "no": ("the body|is not in the air", "the body|is not airborne"),
    },
    "balance": {
        "stable": ("the body|is balanced over its support", "the centre of mass|is over the base of support"),
        "unstable": ("the body|is off balance", "the centre of mass|is outside the base of support"),
    },
    "compactness": {
        "curled_up": ("the body|is curled up", "the body|is gathered into a compact shape"),
        "medium": ("the body|is neither curled up nor stretched out", "the body|is partly extended"),
        "stretched_out": ("the body|is stretched out", "the body|is extended"),
    },
    "view": {
        "front": ("the person|is seen from the front", "the front of the body|is towards the camera"),
        "back": (
            "the person|is seen from behind",
            "the person|is seen from the back",
            "the back of the body|is towards the camera",
        ),
        "left_side": (
            "the person|is seen from the {s} side",
            "the person|is seen in profile from the {s}",
            "the person's {s} side|is towards the camera",
        ),
    },
    "camera_height": {
        "above": (
            "the camera|looks down from above",
            "the camera|is above the person",
            "the person|is seen from above",
        ),
        "level": ("the camera|is roughly level with the body", "the camera|looks neither up nor down at the person"),
        "below": ("the camera|looks up from below", "the camera|is below the person", "the person|is seen from below"),
    },
}

BOTH: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "knee_bend": _both_bend("knees", "legs"),
    "elbow_bend": _both_bend("elbows", "arms"),
    "hip_bend": {**_both_bend("hips", "legs"), "straight": ("both hips|are straight", "both hips|are extended")},
    "arm_raise": {
        "at_side": ("both upper arms|are at the sides", "both upper arms|are down beside the torso"),
        "partly_raised": ("both arms|are partly raised", "both arms|are raised part of the way"),
        "shoulder_height": ("both arms|are raised to shoulder height", "both arms|are lifted to shoulder level"),
        "overhead": ("both arms|are raised overhead", "both arms|are lifted overhead"),
    },
    "arm_direction": {
        "forward": ("both upper arms|point forwards", "both upper arms|are directed forwards"),
        "sideways": ("both upper arms|point sideways", "both upper arms|are directed to the sides"),
        "backward": ("both upper arms|point backwards", "both upper arms|are directed backwards"),
    },
    "hand_height": {
        "below_hips": ("both hands|are below the hips", "both hands|are lower than the hips"),
        "hip_to_shoulder": (
            "both hands|are between hip and shoulder height",
            "both hands|are at the height of the trunk",
        ),
        "head_height": ("both hands|are at head height", "both hands|are level with the head"),
        "above_head": ("both hands|are above the head", "both hands|are higher than the head"),
    },
    "hand_depth": {
        "in_front": ("both hands|are in front of the body", "both hands|are held in front of the torso"),
        "beside": ("both hands|are in the plane of the torso", "neither hand|is in front of the torso or behind it"),
        "behind": ("both hands|are behind the body", "both hands|are held behind the torso"),
    },
    "hand_across": {
        "yes": ("both hands|cross the midline of the body", "both hands|are past the midline of the body"),
        "no": ("neither hand|crosses the midline of the body", "both hands|stay on their own sides of the body"),
    },
    "hand_near_head": _both_near("the head"),
    "hand_near_hip": {
        "yes": ("both hands|are near the hips", "both hands|are close to the hips"),
        "no": ("neither hand|is held at its hip", "neither hand|is on its hip"),
    },
    "hand_near_knee": _both_near("the knees"),
    "hand_near_foot": _both_near("the feet"),
    "forearm": {
        "pointing_up": ("both forearms|point up", "both forearms|are directed upwards"),
        "horizontal": ("both forearms|are roughly horizontal", "both forearms|are about level with the ground"),
        "pointing_down": ("both forearms|point down", "both forearms|are directed downwards"),
    },
    "thigh": {
        "pointing_down": ("both thighs|point down", "both thighs|are directed downwards"),
        "slanted": ("both thighs|are slanted", "both thighs|are at a slant"),
        "horizontal": ("both thighs|are roughly horizontal", "both thighs|are about level with the ground"),
        "raised": ("both thighs|are raised above the horizontal", "both thighs|point upwards"),
    },
    "shin": {
        "upright": ("both shins|are roughly vertical", "both lower legs|are close to vertical"),
        "slanted": ("both shins|are slanted", "both lower legs|are at a slant"),
        "horizontal": ("both shins|are roughly horizontal", "both lower legs|are about level with the ground"),
    },
    "foot_ground": {
        "yes": ("both feet|are on the ground", "both feet|touch the ground"),
        "no": ("both feet|are off the ground", "both feet|are clear of the ground", "neither foot|is on the ground"),
    },
    "knee_ground": {
        "yes": ("both knees|rest on the ground", "both knees|touch the ground"),
        "no": ("both knees|are off the ground", "neither knee|touches the ground"),
    },
    "hand_ground": {
        "yes": ("both hands|are on the ground", "both hands|touch the ground"),
        "no": ("both hands|are off the ground", "neither hand|touches the ground"),
    },
    "hand_camera": {
        "nearer": (
            "both hands|are nearer to the camera than the torso",
            "both hands|are closer to the camera than the torso is",
        ),
        "farther": (
            "both hands|are further from the camera than the torso",
            "both hands|are further away from the camera than the torso is",
        ),
    },
}

SPREAD: Final = {f"{j}_bend": _spread_bend(f"{j}s") for j in ("knee", "elbow", "hip")}

# Remarks that hang on a clause with the same subject: "the left arm is raised overhead, with the hand near the head".
# One and both: (subject, with-phrase).
REMARKS: Final[Mapping[Told, tuple[str, str]]] = {
    ("elbow_bend", "straight"): ("the {s} arm|with the elbow straight", "both arms|with the elbows straight"),
    ("elbow_bend", "slightly_bent"): (
        "the {s} arm|with the elbow slightly bent",
        "both arms|with the elbows slightly bent",
    ),
    ("elbow_bend", "bent"): (
        "the {s} arm|with the elbow bent to about {n} degrees",
        "both arms|with the elbows bent to about {n} degrees",
    ),
    ("elbow_bend", "deeply_bent"): (
        "the {s} arm|with the elbow deeply bent to about {n} degrees",
        "both arms|with the elbows deeply bent to about {n} degrees",
    ),
    ("hand_near_head", "yes"): ("the {s} arm|with the hand near the head", "both arms|with the hands near the head"),
    ("hand_near_hip", "yes"): ("the {s} arm|with the hand near the hip", "both arms|with the hands near the hips"),
    ("hand_near_knee", "yes"): ("the {s} arm|with the hand near a knee", "both arms|with the hands near the knees"),
    ("hand_near_foot", "yes"): ("the {s} arm|with the hand near a foot", "both arms|with the hands near the feet"),
    ("hand_ground", "yes"): ("the {s} arm|with the hand on the ground", "both arms|with the hands on the ground"),
    ("hand_across", "yes"): ("the {s} arm|with the hand past the midline", "both arms|with the hands past the midline"),
    ("hand_depth", "behind"): ("the {s} arm|with the hand behind the body", "both arms|with the hands behind the body"),
    ("hand_depth", "in_front"): (
        "the {s} arm|with the hand in front of the body",
        "both arms|with the hands in front of the body",
    ),
    ("hand_height", "above_head"): (
        "the {s} arm|with the hand above the head",
        "both arms|with the hands above the head",
    ),
    ("hand_height", "head_height"): (
        "the {s} arm|with the hand at head height",
        "both arms|with the hands at head height",
    ),
    ("thigh", "raised"): (
        "the {s} knee|with the thigh raised above the horizontal",
        "both knees|with the thighs raised above the horizontal",
    ),
    ("thigh", "horizontal"): (
        "the {s} knee|with the thigh roughly horizontal",
        "both knees|with the thighs roughly horizontal",
    ),
    ("foot_ground", "no"): ("the {s} knee|with the foot off the ground", "both knees|with the feet off the ground"),
    ("hip_bend", "bent"): (
        "the {s} knee|with the hip bent to about {n} degrees",
        "both knees|with the hips bent to about {n} degrees",
    ),
    ("hip_bend", "deeply_bent"): (
        "the {s} knee|with the hip deeply bent to about {n} degrees",
        "both knees|with the hips deeply bent to about {n} degrees",
    ),
}

# A remark may also follow these subjects in place of its own.
ALSO_AFTER: Final = {"arm": "upper arm", "arms": "upper arms", "knee": "leg", "knees": "legs"}

# Leaning neither forwards nor sideways takes both facts.
UPRIGHT: Final = (("torso_lean", "upright"), ("torso_orientation", "vertical"))

# Two facts of one arm in one clause: (one, both), each with two wordings.
_WAYS: Final = {
    "forward": ("forwards", "to the front"),
    "sideways": ("sideways", "to the side"),
    "backward": ("backwards", "to the back"),
}
FUSED: Final[Mapping[tuple[Told, Told], tuple[tuple[str, ...], tuple[str, ...]]]] = {
    (("arm_raise", "at_side"), ("forearm", "pointing_down")): (
        ("the {s} arm|hangs at the side", "the {s} arm|hangs down at the side"),
        ("both arms|hang at the sides", "both arms|hang down at the sides"),
    ),
    **{
        (("arm_raise", label), ("arm_direction", way)): (
            tuple(f"the {{s}} arm|is {text}" for text in texts),
            tuple(f"both arms|are {text}".replace("to the side", "to the sides") for text in texts),
        )
        for way, (word, place) in _WAYS.items()
        for label, texts in (
            ("partly_raised", (f"partly raised {place}", f"raised partway {place}")),
            ("shoulder_height", (f"raised {word} to shoulder height", f"lifted {word} to shoulder level")),
        )
    },
}

# Remarks on the person as a whole, after the posture: "the person is standing, seen from the front".
VIEWS: Final[Mapping[Told, str]] = {
    ("view", "front"): "the person|seen from the front",
    ("view", "back"): "the person|seen from behind",
    ("view", "left_side"): "the person|seen from the {s} side",
    ("nearer_side", "left"): "the person|with the {s} side nearer to the camera",
    ("camera_height", "above"): "the person|with the camera looking down from above",
    ("camera_height", "below"): "the person|with the camera looking up from below",
}
