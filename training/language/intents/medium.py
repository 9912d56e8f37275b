"""Questions about a configuration: left against right, both limbs together, the torso."""

from __future__ import annotations

from typing import Final

from training.language.intents.base import (
    BOTH_SIDES,
    All,
    Angle,
    Any,
    Both,
    Either,
    Intent,
    IsSide,
    Not,
    OneSide,
    Premise,
    Tell,
    WhichSide,
    ask,
    compare,
    is_in,
    yes_no,
)
from training.language.intents.low import (
    ARM_DOWN,
    ARM_FORWARD,
    ARM_LEVEL,
    ARM_OVERHEAD,
    ARM_RAISED,
    ARM_SIDEWAYS,
    ELBOW_BENT,
    ELBOW_STRAIGHT,
    FOOT_DOWN,
    FOREARM_UP,
    HAND_ABOVE_HEAD,
    HAND_ABOVE_SHOULDER,
    HAND_BEHIND,
    HAND_BELOW_HIP,
    HAND_FOOT,
    HAND_FRONT,
    HAND_GROUND,
    HAND_HEAD,
    HAND_HIP,
    HAND_KNEE,
    HIP_BENT,
    KNEE_BENT,
    KNEE_DOWN,
    KNEE_STRAIGHT,
    THIGH_LEVEL,
)

FORWARD: Final = is_in("torso_lean", "forward bent_far_forward", "upright backward")
BACKWARD: Final = is_in("torso_lean", "backward", "upright forward bent_far_forward")
CROSSED_ARMS: Final = is_in("arms_crossed", "yes", "no")
CROSSED_LEGS: Final = is_in("legs_crossed", "yes", "no")
STAGGERED: Final = is_in("feet_staggered", "yes", "no")


def _compared(
    name: str,
    fact: str,
    *,
    which: str,
    more: str,
    same: str,
    held: str,
    held_more: str,
    tell: str = "",
    ask_more: str = "",
) -> list[Intent]:
    """The four questions about a fact that compares the sides: which, is it this side, are they alike, why."""
    return [
        *ask(f"{name}_which", "medium", "which_side", compare(fact), ask=which, held=held, tell=tell, weight=1.5),
        *yes_no(f"{name}_more", "medium", IsSide(fact), form="comparison", slots=BOTH_SIDES, claims=more, ask=ask_more,
                held=held_more),
        *yes_no(f"{name}_same", "medium", is_in(fact, "equal both", "left right"), form="comparison", claims=same,
                negated=False, weight=0.7, frames=6),
    ]  # fmt: skip


def _comparisons() -> list[Intent]:
    return [
        *_compared("higher_hand", "higher_hand", which="""
            which hand is higher?
            which of {p} hands is higher?
            which is higher, the left hand or the right hand?
            is {p} left or right hand higher?
            which wrist is higher up?
            what hand is on top?
            higher hand?
            which hand is held higher, left or right?
            which hand {does_s} hold higher?
            which one is higher, the right hand or the left?
            which hand is at the greater height?
            left or right hand higher?
        """, tell="""
            which hand is higher
            which of {p} hands is higher up
        """, more="""
            {p} {side} hand is higher than the {other} one
            {p} {side} hand is above the {other} hand
            {p} {side} wrist is higher than the {other} wrist
        """, ask_more="""
            {does_s} hold the {side} hand higher than the {other}?
            is the {side} hand the higher one?
            is the {other} hand lower than the {side} hand?
            {side} hand higher?
        """, same="""
            {p} hands are at the same height
            {p} hands are level with each other
            both hands are equally high
        """, held="""
            which of the two hands sits higher?
            compare the height of {p} hands.
            whose height is greater, the left or the right wrist?
        """, held_more="""
            does the {side} hand sit higher than the {other}?
            {has_s} got the {side} hand above the {other} one?
        """),
        *_compared("higher_elbow", "higher_elbow", which="""
            which elbow is higher?
            which of {p} elbows is higher?
            which is higher, the left elbow or the right elbow?
            is {p} left or right elbow higher?
            higher elbow?
            which elbow {does_s} hold higher?
            which elbow is lifted more?
            left or right elbow higher?
        """, tell="""
            which elbow is higher
        """, more="""
            {p} {side} elbow is higher than the {other} one
            {p} {side} elbow is above the {other} elbow
        """, ask_more="""
            {does_s} hold the {side} elbow higher than the {other}?
            is the {side} elbow the higher one?
            is the {other} elbow lower than the {side} one?
            {side} elbow higher?
        """, same="""
            {p} elbows are at the same height
            {p} elbows are level with each other
            both elbows are equally high
        """, held="""
            which of the two elbows sits higher?
            compare the height of {p} elbows.
        """, held_more="""
            does the {side} elbow sit higher than the {other}?
            {has_s} got the {side} elbow above the {other} one?
        """),
        *_compared("higher_shoulder", "higher_shoulder", which="""
            which shoulder is higher?
            which of {p} shoulders is higher?
            which is higher, the left or the right shoulder?
            is {p} left or right shoulder higher?
            higher shoulder?
            which shoulder is raised more?
            which shoulder {does_s} hold higher?
            left or right shoulder higher?
        """, tell="""
            which shoulder is higher
        """, more="""
            {p} {side} shoulder is higher than the {other} one
            {p} {side} shoulder is raised above the {other}
        """, ask_more="""
            {does_s} hold the {side} shoulder higher than the {other}?
            is the {side} shoulder the higher one?
            is the {other} shoulder dropped compared with the {side}?
            {side} shoulder higher?
        """, same="""
            {p} shoulders are level
            {p} shoulders are at the same height
            the shoulder line is horizontal
        """, held="""
            which of the two shoulders sits higher?
            compare the height of {p} shoulders.
        """, held_more="""
            does the {side} shoulder sit higher than the {other}?
            is the {other} shoulder hanging lower than the {side}?
        """),
        *_compared("higher_knee", "higher_knee", which="""
            which knee is higher?
            which of {p} knees is higher?
            which is higher, the left knee or the right knee?
            is {p} left or right knee higher?
            higher knee?
            which knee is lifted more?
            which knee {does_s} hold higher?
            left or right knee higher?
        """, tell="""
            which knee is higher
        """, more="""
            {p} {side} knee is higher than the {other} one
            {p} {side} knee is above the {other} knee
        """, ask_more="""
            {does_s} lift the {side} knee higher than the {other}?
            is the {side} knee the higher one?
            is the {other} knee lower than the {side} one?
            {side} knee higher?
        """, same="""
            {p} knees are at the same height
            {p} knees are level with each other
            both knees are equally high
        """, held="""
            which of the two knees sits higher?
            compare the height of {p} knees.
        """, held_more="""
            does the {side} knee sit higher than the {other}?
            {has_s} got the {side} knee above the {other} one?
        """),
        *_compared("higher_foot", "higher_foot", which="""
            which foot is higher?
            which of {p} feet is higher?
            which is higher, the left foot or the right foot?
            is {p} left or right foot higher?
            higher foot?
            which ankle is higher?
            which foot is lifted more?
            left or right foot higher?
        """, tell="""
            which foot is higher
        """, more="""
            {p} {side} foot is higher than the {other} one
            {p} {side} foot is above the {other} foot
        """, ask_more="""
            {does_s} lift the {side} foot higher than the {other}?
            is the {side} foot the higher one?
            is the {other} foot lower than the {side} one?
            {side} foot higher?
        """, same="""
            {p} feet are at the same height
            {p} ankles are level with each other
            both feet are equally high
        """, held="""
            which of the two feet is farther up?
            compare the height of {p} feet.
        """, held_more="""
            does the {side} foot sit higher than the {other}?
            {has_s} got the {side} foot above the {other} one?
        """),
        *_compared("more_bent_knee", "more_bent_knee", which="""
            which knee is more bent?
            which knee is bent more?
            which leg is bent more?
            which of {p} knees is more bent?
            which knee has more flexion?
            is {p} left or right knee bent more?
            more flexed knee?
            which is more bent, the left knee or the right?
            which knee {does_s} bend more?
        """, tell="""
            which knee is bent more
            which of {p} legs is more bent
        """, more="""
            {p} {side} knee is more bent than the {other}
            {p} {side} leg is bent more than the {other} leg
            {p} {side} knee is more flexed than the {other} knee
        """, ask_more="""
            {does_s} bend the {side} knee more than the {other}?
            is there more flexion in the {side} knee?
            is the {other} leg straighter than the {side} one?
            {side} knee more bent?
        """, same="""
            {p} knees are bent equally
            both knees are at the same angle
            {p} legs are bent by the same amount
        """, held="""
            which of the two knees shows the greater bend?
            compare the bend of {p} knees.
        """, held_more="""
            does the {side} knee show a greater bend than the {other}?
            is the bend in the {side} knee the bigger one?
        """),
        *ask("straighter_leg_which", "medium", "which_side",
             WhichSide(KNEE_STRAIGHT), ask="""
            which leg is straight?
            which knee is straight?
            which of {p} legs is straight?
            is it the left or the right leg that is straight?
            which leg is fully extended?
            straight leg: left or right?
            which leg {does_s} keep straight?
            which knee is extended?
        """, tell="""
            which leg is straight
        """, held="""
            which of the two legs is stretched out?
            which knee has no bend?
        """),
        *_compared("more_bent_elbow", "more_bent_elbow", which="""
            which elbow is more bent?
            which elbow is bent more?
            which arm is bent more?
            which of {p} elbows is more bent?
            which elbow has more flexion?
            is {p} left or right elbow bent more?
            more flexed elbow?
            which is more bent, the left elbow or the right?
        """, tell="""
            which elbow is bent more
        """, more="""
            {p} {side} elbow is more bent than the {other}
            {p} {side} arm is bent more than the {other} arm
        """, ask_more="""
            {does_s} bend the {side} elbow more than the {other}?
            is there more flexion in the {side} elbow?
            is the {other} arm straighter than the {side} one?
            {side} elbow more bent?
        """, same="""
            {p} elbows are bent equally
            both elbows are at the same angle
            {p} arms are bent by the same amount
        """, held="""
            which of the two elbows shows the greater bend?
            compare the bend of {p} elbows.
        """, held_more="""
            does the {side} elbow show a greater bend than the {other}?
            is the bend in the {side} elbow the bigger one?
        """),
        *_compared("more_raised_arm", "more_raised_arm", which="""
            which arm is raised more?
            which arm is higher?
            which arm is raised higher?
            which of {p} arms is raised more?
            is {p} left or right arm raised more?
            which upper arm is lifted farther from the body?
            which arm is lifted higher, the left or the right?
            more elevated arm?
            which arm {does_s} raise more?
        """, tell="""
            which arm is raised more
            which of {p} arms is lifted higher
        """, more="""
            {p} {side} arm is raised more than the {other}
            {p} {side} arm is higher than the {other} arm
            {p} {side} arm is lifted farther than the {other}
        """, ask_more="""
            {does_s} raise the {side} arm more than the {other}?
            is the {side} arm the more raised one?
            {side} arm higher than the {other}?
        """, same="""
            {p} arms are raised equally
            both arms are raised to the same height
            {p} arms are lifted by the same amount
        """, held="""
            which of the two arms is elevated more?
            compare how high {p} arms are raised.
        """, held_more="""
            does the {side} arm go higher than the {other}?
            is the {side} shoulder abducted more than the {other}?
        """),
        *_compared("front_foot", "front_foot", which="""
            which foot is in front?
            which leg is in front?
            which foot is forward?
            which of {p} feet is in front?
            is {p} left or right foot in front?
            leading foot?
            which leg leads?
            which foot is ahead, the left or the right?
            front leg left or right?
            which foot {does_s} have in front?
            which foot is put forward?
        """, tell="""
            which foot is in front
            which of {p} legs is forward
        """, more="""
            {p} {side} foot is in front of the {other}
            {p} {side} leg is in front
            {p} {side} foot is ahead of the {other} foot
            {p} {side} leg is forward
        """, ask_more="""
            {does_s} have the {side} foot forward?
            {does_s} step forward with the {side} foot?
            is the {side} foot the leading one?
            is the {other} foot behind the {side}?
            {side} foot in front?
        """, same="""
            {p} feet are side by side
            {p} feet are level from front to back
            neither foot is in front
        """, held="""
            which of the two feet leads?
            on which foot {has_s} stepped forward?
        """, held_more="""
            is {p} {side} leg the lead leg?
            {has_s} placed the {side} foot ahead of the {other}?
        """),
        *_compared("front_hand", "front_hand", which="""
            which hand is in front?
            which hand is farther forward?
            which of {p} hands is in front?
            is {p} left or right hand in front?
            leading hand?
            which hand reaches farther forward?
            which hand is ahead, the left or the right?
            front hand left or right?
        """, tell="""
            which hand is in front
        """, more="""
            {p} {side} hand is in front of the {other}
            {p} {side} hand is farther forward than the {other}
            {p} {side} hand is ahead of the {other} hand
        """, ask_more="""
            {does_s} reach farther forward with the {side} hand?
            is the {side} hand the leading one?
            is the {other} hand behind the {side} hand?
            {side} hand in front of the {other}?
        """, same="""
            {p} hands are equally far forward
            neither hand is in front of the other
            {p} hands are level from front to back
        """, held="""
            which of the two hands leads?
            which hand {has_s} put more to the front?
        """, held_more="""
            is {p} {side} hand the lead hand?
            does the {side} hand extend further forward than the {other}?
        """),
        *_compared("nearer_side", "nearer_side", which="""
            which side is nearer to the camera?
            which side of the body is closer to the camera?
            is {p} left or right side closer to the camera?
            which side of {o} is nearer to the viewer?
            which shoulder side is closer to the camera?
            nearer side?
            which side is turned towards the camera?
            which side is closer, the left or the right?
            which half of the body is nearer to us?
            which side faces the camera more?
        """, tell="""
            which side is nearer to the camera
            which side of the body is closer to the viewer
        """, more="""
            {p} {side} side is nearer to the camera
            {p} {side} side is closer to the camera than the {other}
            {p} {side} side is turned towards the camera
        """, ask_more="""
            {does_s} turn the {side} side to the camera?
            is the {other} side farther from the camera?
            {side} side nearer?
            is the {side} half of the body closer to us?
        """, same="""
            both sides of the body are equally far from the camera
            {p} left and right sides are equally near to the camera
            neither side is nearer to the camera
        """, held="""
            which of {p} sides comes closer to the lens?
            left or right: which side is nearest to the photographer?
        """, held_more="""
            is {p} {side} side the one nearest to the lens?
            does the {side} side come closer to the viewer?
        """),
        *_compared("nearer_hand", "nearer_hand", which="""
            which hand is nearer to the camera?
            which hand is closer to the camera?
            is {p} left or right hand closer to the camera?
            which of {p} hands is nearer to the viewer?
            closest hand?
            which hand is closer to us, the left or the right?
            which hand is held closer to the lens?
            nearer hand left or right?
        """, tell="""
            which hand is nearer to the camera
        """, more="""
            {p} {side} hand is nearer to the camera than the {other}
            {p} {side} hand is closer to the camera
        """, ask_more="""
            {does_s} hold the {side} hand closer to the camera?
            is the {other} hand farther from the camera?
            {side} hand nearer than the {other}?
            is the {side} hand the closer one to the viewer?
        """, same="""
            both hands are equally far from the camera
            {p} hands are at the same distance from the camera
            neither hand is nearer to the camera
        """, held="""
            which of {p} hands comes closer to the lens?
            left or right: which hand is nearest to the photographer?
        """, held_more="""
            is {p} {side} hand the one nearest to the lens?
            does the {side} hand come closer to the viewer than the {other}?
        """),
    ]  # fmt: skip


def _which() -> list[Intent]:
    """Which side does something that only one of them may do."""
    return [
        *ask("arm_raised_which", "medium", "which_side", WhichSide(ARM_RAISED), ask="""
            which arm is raised?
            which arm is up?
            which of {p} arms is raised?
            which arm {is_s} raising?
            is it the left or the right arm that is raised?
            raised arm: left or right?
            what arm is lifted?
            which arm {does_s} hold up?
            which arm is in the air?
        """, tell="""
            which arm is raised
            which arm {s_is} lifting
        """, held="""
            on which side is the arm lifted?
            which of the arms {has_s} put up?
        """),
        *ask("hand_raised_which", "medium", "which_side", WhichSide(HAND_ABOVE_HEAD), ask="""
            which hand is above the head?
            which of {p} hands is over the head?
            which hand is overhead?
            is it the left or the right hand that is above the head?
            which hand {does_s} hold above {p} head?
            hand above the head: left or right?
            which wrist is higher than the head?
            what hand is over {p} head?
        """, tell="""
            which hand is above the head
        """, held="""
            which of the hands goes over the head?
            on which side is the hand above the head?
        """),
        *ask("knee_bent_which", "medium", "which_side", WhichSide(KNEE_BENT), ask="""
            which knee is bent?
            which leg is bent?
            which of {p} knees is bent?
            is it the left or the right knee that is bent?
            which knee {is_s} bending?
            bent knee: left or right?
            what leg is bent?
            which knee is flexed?
        """, tell="""
            which knee is bent
            which leg {s_is} bending
        """, held="""
            on which side is the knee flexed?
            which of the legs has a bend in it?
        """),
        *ask("elbow_bent_which", "medium", "which_side", WhichSide(ELBOW_BENT), ask="""
            which elbow is bent?
            which arm is bent?
            which of {p} elbows is bent?
            is it the left or the right arm that is bent?
            which arm {is_s} bending?
            bent elbow: left or right?
            what arm is bent?
            which elbow is flexed?
        """, tell="""
            which elbow is bent
        """, held="""
            on which side is the elbow flexed?
            which of the arms has a bend in it?
        """),
        *ask("straight_arm_which", "medium", "which_side", WhichSide(ELBOW_STRAIGHT), ask="""
            which arm is straight?
            which elbow is straight?
            which of {p} arms is straight?
            is it the left or the right arm that is straight?
            straight arm: left or right?
            which arm is fully extended?
            which elbow is extended?
            which arm {does_s} keep straight?
        """, tell="""
            which arm is straight
        """, held="""
            which of the two arms is stretched out?
            which elbow has no bend?
        """),
        *ask("foot_lifted_which", "medium", "which_side", WhichSide(Not(FOOT_DOWN)), ask="""
            which foot is off the ground?
            which foot is lifted?
            which leg is lifted?
            which foot is in the air?
            which foot {is_s} lifting?
            lifted foot: left or right?
            what foot is raised?
            is it the left or the right foot that is off the floor?
            which of {p} feet is not on the ground?
        """, tell="""
            which foot is off the ground
            which leg {s_is} lifting
        """, held="""
            which of the feet has left the floor?
            on which side is the foot raised?
        """),
        *ask("foot_down_which", "medium", "which_side", WhichSide(FOOT_DOWN), ask="""
            which foot is on the ground?
            which foot is on the floor?
            which foot touches the ground?
            which of {p} feet is on the floor?
            grounded foot: left or right?
            is it the left or the right foot that is on the ground?
            which foot is planted?
            which foot has ground contact?
        """, tell="""
            which foot is on the ground
        """, held="""
            which of the feet is in contact with the floor?
            on which foot does the body meet the ground?
        """),
        *ask("knee_down_which", "medium", "which_side", WhichSide(KNEE_DOWN), ask="""
            which knee is on the ground?
            which knee is on the floor?
            which knee {is_s} kneeling on?
            which knee touches the ground?
            which of {p} knees is down?
            knee on the floor: left or right?
            is it the left or the right knee that is on the ground?
            what knee rests on the floor?
        """, tell="""
            which knee is on the ground
        """, held="""
            which of the knees is in contact with the floor?
            on which knee {is_s} down?
        """),
        *ask("hip_hand_which", "medium", "which_side", WhichSide(HAND_HIP), ask="""
            which hand is on the hip?
            which hand is at the waist?
            which of {p} hands is on the hip?
            is it the left or the right hand that is on the hip?
            which hand {does_s} have on {p} hip?
            hand on hip: left or right?
            what hand is on {p} waist?
            which hand rests on the hip?
        """, tell="""
            which hand is on the hip
        """, held="""
            which of the hands is propped on the hip?
            on which side is the hand at the waist?
        """),
        *ask("head_hand_which", "medium", "which_side", WhichSide(HAND_HEAD), ask="""
            which hand is near the head?
            which hand is at {p} head?
            which hand is close to the face?
            which of {p} hands is at the head?
            hand at the head: left or right?
            is it the left or the right hand that is near the face?
            which hand {is_s} holding to {p} head?
            what hand is by {p} ear?
        """, tell="""
            which hand is near the head
        """, held="""
            which of the hands is touching the head?
            on which side is the hand up at the face?
        """),
        *ask("knee_hand_which", "medium", "which_side", WhichSide(HAND_KNEE), ask="""
            which hand is on a knee?
            which hand is near the knee?
            which of {p} hands rests on a knee?
            hand on the knee: left or right?
            is it the left or the right hand that is on the knee?
            which hand {does_s} have on {p} knee?
            what hand is at the knee?
            which hand is close to a knee?
        """, held="""
            which of the hands is touching a knee?
            on which side is the hand placed on the knee?
        """, tell="""
            which hand is on the knee
        """, weight=0.7),
        *ask("arm_side_which", "medium", "which_side", WhichSide(ARM_SIDEWAYS), ask="""
            which arm is out to the side?
            which arm is stretched sideways?
            which of {p} arms is held out to the side?
            arm out to the side: left or right?
            is it the left or the right arm that is out sideways?
            which arm is abducted?
            what arm is spread to the side?
            which arm {does_s} hold out sideways?
        """, tell="""
            which arm is out to the side
        """, held="""
            which of the arms goes out laterally?
            on which side is the arm spread?
        """, weight=0.7),
        *ask("arm_front_which", "medium", "which_side", WhichSide(ARM_FORWARD), ask="""
            which arm is stretched forward?
            which arm is reaching forward?
            which of {p} arms is held out in front?
            arm to the front: left or right?
            is it the left or the right arm that reaches forward?
            which arm points forward?
            what arm is extended to the front?
            which arm {does_s} reach forward with?
        """, tell="""
            which arm is reaching forward
        """, held="""
            which of the arms goes out ahead?
            on which side is the arm extended frontwards?
        """, weight=0.7),
        *ask("hand_behind_which", "medium", "which_side", WhichSide(HAND_BEHIND), ask="""
            which hand is behind the body?
            which hand is behind the back?
            which of {p} hands is behind the torso?
            hand behind the back: left or right?
            is it the left or the right hand that is behind the body?
            which hand {does_s} hold behind?
            what hand is behind {p} back?
            which hand is at the back?
        """, tell="""
            which hand is behind the back
        """, held="""
            which of the hands is to the rear of the torso?
            on which side is the hand behind the body?
        """, weight=0.7),
        *ask("hand_ground_which", "medium", "which_side", WhichSide(HAND_GROUND), ask="""
            which hand is on the ground?
            which hand touches the floor?
            which of {p} hands is on the floor?
            hand on the floor: left or right?
            is it the left or the right hand that is on the ground?
            which hand {does_s} have on the floor?
            what hand is planted on the ground?
            which hand supports the body on the floor?
        """, tell="""
            which hand is on the ground
        """, held="""
            which of the hands is in contact with the floor?
            on which side does the hand meet the ground?
        """, weight=0.7),
    ]  # fmt: skip


def _pairs() -> list[Intent]:
    """Both limbs, one of them, either of them."""
    return [
        *yes_no("arms_raised", "medium", Both(ARM_RAISED), claims="""
            both arms are raised
            {p} arms are up
            {p} arms are raised
            {s_is} raising both arms
        """, ask="""
            {does_s} have both arms up?
            {is_s} holding up both arms?
            arms up?
            arms in the air?
            {does_s} raise {p} arms?
            are both of {p} upper limbs elevated?
        """, held="""
            are the two arms lifted?
            {has_s} put both arms in the air?
            did {s} raise both {p} arms?
        """, weight=1.5),
        *yes_no("arms_overhead", "medium", Both(ARM_OVERHEAD), claims="""
            both arms are overhead
            {p} arms are raised overhead
        """, ask="""
            {is_s} stretching both arms overhead?
            arms overhead?
            are both arms lifted above the shoulders towards the head?
            {does_s} have both arms up beside the head?
            {is_s} reaching up with both arms?
            both arms up past the shoulders?
        """, held="""
            are the two arms above shoulder level next to the head?
            {has_s} lifted both arms all the way up?
        """),
        *yes_no("one_arm_raised", "medium", OneSide(ARM_RAISED), negated=False, claims="""
            only one arm is raised
            exactly one arm is up
        """, ask="""
            {is_s} raising just one arm?
            one arm up and the other down?
            {is_s} holding up a single arm?
            is one arm raised while the other is down?
            only one arm up?
            {does_s} raise one arm only?
        """, held="""
            is a single arm lifted?
            is just one of the arms in the air?
        """),
        *yes_no("any_arm_raised", "medium", Either(ARM_RAISED), negated=False, claims="""
            at least one arm is raised
            {s_is} raising an arm
        """, ask="""
            is any arm raised?
            is either arm up?
            {does_s} raise an arm at all?
            any raised arms?
            is one of {p} arms up?
            are there any arms in the air?
        """, held="""
            is either of {p} arms lifted?
            {does_s} put an arm up?
        """),
        *yes_no("arms_down", "medium", Both(ARM_DOWN), claims="""
            both arms are down
            {p} arms are at {p} sides
            {p} arms are hanging down
        """, ask="""
            {does_s} keep both arms at the sides?
            arms down?
            arms by the sides?
            are both arms lowered?
            are {p} arms alongside the body?
            {does_s} let {p} arms hang?
        """, held="""
            are the two arms dangling by the body?
            {does_s} hold both upper arms against the torso?
        """),
        *yes_no("arms_sideways", "medium", Both(ARM_SIDEWAYS), claims="""
            both arms are out to the sides
            {p} arms are spread
            {p} arms are stretched sideways
        """, ask="""
            {is_s} holding both arms out sideways?
            {is_s} spreading {p} arms?
            arms out to the sides?
            are {p} arms outstretched left and right?
            bilateral shoulder abduction?
            {does_s} spread {p} arms wide?
        """, held="""
            are the two arms extended laterally?
            {does_s} open {p} arms out to the sides?
        """),
        *yes_no("arms_forward", "medium", Both(ARM_FORWARD), claims="""
            both arms are stretched forward
            {p} arms are held out in front
            {s_is} reaching forward with both arms
        """, ask="""
            arms forward?
            {is_s} holding both arms in front of {o}?
            are {p} arms pointing forward?
            {is_s} reaching out to the front?
            do both arms point to the front?
            are both arms extended to the front?
        """, held="""
            are the two arms extended ahead?
            {does_s} stretch both arms frontwards?
        """),
        *yes_no("t_pose", "medium", All((Both(ARM_LEVEL), Both(ARM_SIDEWAYS), Both(ELBOW_STRAIGHT))), claims="""
            {p} arms are in a T
            {p} arms are making a T shape
            {s_is} in a T-pose
        """, ask="""
            T-pose?
            {is_s} making a T with {p} arms?
            {is_s} standing like a scarecrow with straight arms out sideways?
            are {p} arms straight out to the sides at shoulder height?
            {does_s} hold {p} arms like airplane wings?
            do {p} arms form a cross with the torso?
        """, held="""
            is this a T posture with the arms?
            are both arms held out level like wings?
        """),
        *yes_no("goalpost", "medium", All((Both(ARM_LEVEL), Both(FOREARM_UP))), claims="""
            {p} arms are in a goalpost position
            {p} upper arms are at shoulder height with the forearms up
        """, ask="""
            {is_s} making a goalpost with {p} arms?
            cactus arms?
            {is_s} holding {p} elbows at shoulder height and forearms up?
            hands-up position with elbows at shoulder level?
            {is_s} flexing both biceps with the upper arms level?
            are both upper arms level and both forearms upright?
        """, held="""
            do {p} arms look like a cactus?
            are {p} elbows shoulder high with the forearms pointing up?
        """, negated=False, weight=0.7),
        *yes_no("hands_up", "medium", Both(HAND_ABOVE_SHOULDER), claims="""
            both hands are up
            both hands are above the shoulders
            {p} hands are raised
        """, ask="""
            {does_s} have both hands up?
            {is_s} putting {p} hands up?
            hands up?
            {is_s} holding up both hands?
            could {s} be surrendering with both hands up?
            {does_s} raise both hands?
        """, held="""
            are the two hands higher than the shoulders?
            did {s} put both hands up?
        """),
        *yes_no("hands_above_head", "medium", Both(HAND_ABOVE_HEAD), claims="""
            both hands are above the head
            {p} hands are over {p} head
            both wrists are higher than the head
        """, ask="""
            hands above head?
            {is_s} holding both hands overhead?
            {does_s} have {p} hands over the head?
            do both hands reach above the head?
            are both hands higher than the top of the head?
            {is_s} reaching above {p} head with both hands?
        """, held="""
            are the two hands overhead?
            {does_s} lift both hands beyond the head?
        """),
        *yes_no("hands_low", "medium", Both(HAND_BELOW_HIP), negated=False, claims="""
            both hands are below the hips
            {p} hands are lower than the waist
        """, ask="""
            hands below the hips?
            do both hands hang low?
            {does_s} keep both hands down?
            are both wrists under hip level?
            do {p} hands hang by the thighs?
            both hands down?
        """, held="""
            are the two hands under the hip line?
            {does_s} let both hands hang below the pelvis?
        """, weight=0.7),
        *yes_no("hands_behind", "medium", Both(HAND_BEHIND), claims="""
            both hands are behind the back
            {p} hands are behind the body
        """, ask="""
            hands behind the back?
            {does_s} hold {p} hands behind {p} back?
            {is_s} hiding both hands behind the body?
            {does_s} have {p} arms behind the back?
            are both wrists behind the torso?
            {is_s} clasping {p} hands behind {o}?
        """, held="""
            are the two hands at the back of the body?
            {does_s} keep both hands to the rear?
        """),
        *yes_no("hands_front", "medium", Both(HAND_FRONT), claims="""
            both hands are in front of the body
            {p} hands are in front of the torso
        """, ask="""
            hands in front?
            {does_s} hold both hands in front of the body?
            are both wrists ahead of the torso?
            {does_s} keep {p} hands in front of {o}?
            {is_s} holding {p} hands before the chest or belly?
            both hands forward of the trunk?
        """, held="""
            are the two hands forward of the torso?
            {does_s} have both hands out ahead?
        """),
        *yes_no("hands_on_hips", "medium", Both(HAND_HIP), claims="""
            both hands are on the hips
            {p} hands are on {p} hips
            {p} arms are akimbo
        """, ask="""
            hands on hips?
            {does_s} have {p} hands on {p} hips?
            {is_s} standing with the hands at the waist?
            {is_s} resting both hands on the hips?
            akimbo?
            {does_s} put {p} hands on {p} waist?
        """, held="""
            are the two hands propped on the hips?
            {has_s} placed both hands at the waist?
        """),
        *yes_no("hand_on_hip_any", "medium", Either(HAND_HIP), negated=False, claims="""
            at least one hand is on the hip
            one of {p} hands is on the hip
        """, ask="""
            is a hand on the hip?
            is either hand on the hip?
            {does_s} have a hand on {p} waist?
            any hand on the hips?
            {does_s} rest a hand on the hip?
            hand on a hip?
        """, held="""
            is any of the hands propped on the hip?
            {does_s} put a hand at the waist?
        """, weight=0.7),
        *yes_no("hands_on_head", "medium", Both(HAND_HEAD), claims="""
            both hands are on the head
            {p} hands are near {p} head
            both hands are at the face
        """, ask="""
            hands on head?
            {is_s} holding {p} head with both hands?
            {does_s} have both hands at the head?
            {is_s} covering {p} face or ears with both hands?
            both hands near the head?
            {does_s} put {p} hands behind or on {p} head?
        """, held="""
            are the two hands close to the face?
            {does_s} bring both hands to the head?
        """),
        *yes_no("hand_on_head_any", "medium", Either(HAND_HEAD), negated=False, claims="""
            at least one hand is near the head
            one of {p} hands is at the face
        """, ask="""
            is a hand near the head?
            is either hand at {p} head?
            {is_s} touching {p} face or head?
            any hand close to the face?
            {does_s} have a hand at the ear or the face?
            could {s} be on the phone, judging by a hand at the head?
        """, held="""
            is any of the hands up at the head?
            {does_s} bring a hand to the face?
        """, weight=0.7),
        *yes_no("hands_on_knees", "medium", Both(HAND_KNEE), claims="""
            both hands are on the knees
            {p} hands are near {p} knees
        """, ask="""
            hands on knees?
            {does_s} rest both hands on the knees?
            {is_s} leaning with the hands on the knees?
            {does_s} have {p} hands on {p} knees?
            {is_s} holding {p} knees?
            are both hands at knee level by the knees?
        """, held="""
            are the two hands placed on the knees?
            {does_s} support the hands on the knees?
        """),
        *yes_no("hands_at_feet", "medium", Both(HAND_FOOT), claims="""
            both hands are at the feet
            {p} hands are near {p} feet
            {s_is} touching {p} toes
        """, ask="""
            {does_s} touch {p} toes?
            {is_s} reaching down to {p} feet?
            touching toes?
            {is_s} grabbing {p} ankles?
            {does_s} reach {p} feet with both hands?
            do both hands reach the feet?
        """, held="""
            are the two hands close to the ankles?
            {does_s} get down to the toes with both hands?
        """),
        *yes_no("hands_ground", "medium", Both(HAND_GROUND), claims="""
            both hands are on the floor
            {p} hands are on the ground
            both hands are touching the ground
        """, ask="""
            hands on the floor?
            {is_s} supporting {o} with both hands on the ground?
            {does_s} touch the floor with both hands?
            are both palms on the ground?
            {does_s} have {p} hands on the floor?
            do both hands reach the ground?
        """, held="""
            are the two hands in contact with the floor?
            {has_s} planted both hands on the ground?
        """),
        *yes_no("hand_ground_any", "medium", Either(HAND_GROUND), negated=False, claims="""
            at least one hand is on the floor
            a hand is on the ground
        """, ask="""
            is any hand on the ground?
            {is_s} touching the floor with a hand?
            {is_s} supporting the body with a hand?
            any hand on the floor?
            does a hand touch the ground?
            is either hand on the floor?
        """, held="""
            is one of the hands in contact with the ground?
            {does_s} use a hand for support on the floor?
        """, weight=0.7),
        *yes_no("knees_bent", "medium", Both(KNEE_BENT), claims="""
            both knees are bent
            {p} knees are bent
            {p} legs are bent
            both knees are flexed
        """, ask="""
            {does_s} bend both knees?
            knees bent?
            {is_s} bending {p} knees?
            legs bent?
            bilateral knee flexion?
            {does_s} have {p} knees bent?
        """, held="""
            are the two knees flexed?
            do both legs have a bend at the knee?
        """),
        *yes_no("legs_straight", "medium", Both(KNEE_STRAIGHT), claims="""
            both legs are straight
            {p} legs are straight
            both knees are extended
        """, ask="""
            {does_s} keep both legs straight?
            legs straight?
            knees locked?
            {is_s} standing or lying with straight legs?
            are both of {p} legs stretched?
            {does_s} have straight legs?
        """, held="""
            are the two legs extended at the knees?
            are both knees free of any bend?
        """),
        *yes_no("one_knee_bent", "medium", OneSide(KNEE_BENT), negated=False, claims="""
            only one knee is bent
            exactly one leg is bent
        """, ask="""
            is one knee bent while the other is straight?
            one leg bent and the other straight?
            just one knee bent?
            {is_s} bending a single knee?
            one bent leg, one straight leg?
            {does_s} bend one leg only?
        """, held="""
            is a single knee flexed?
            is just one of the legs bent?
        """),
        *yes_no("elbows_bent", "medium", Both(ELBOW_BENT), claims="""
            both elbows are bent
            {p} elbows are bent
            {p} arms are bent
        """, ask="""
            {does_s} bend both elbows?
            elbows bent?
            {is_s} bending {p} arms?
            arms bent?
            bilateral elbow flexion?
            {does_s} have {p} elbows bent?
        """, held="""
            are the two elbows flexed?
            do both arms have a bend at the elbow?
        """),
        *yes_no("arms_straight", "medium", Both(ELBOW_STRAIGHT), claims="""
            both arms are straight
            {p} arms are straight
            both elbows are extended
        """, ask="""
            {does_s} keep both arms straight?
            arms straight?
            elbows locked?
            are both of {p} arms stretched?
            {does_s} have straight arms?
            {is_s} holding both arms straight?
        """, held="""
            are the two arms extended at the elbows?
            are both elbows free of any bend?
        """),
        *yes_no("hips_bent", "medium", Both(HIP_BENT), negated=False, claims="""
            both hips are bent
            {p} hips are flexed
            {s_is} bent at the hips
        """, ask="""
            {does_s} bend at the hips?
            hips flexed?
            bilateral hip flexion?
            {is_s} folding at the hips?
            is there a bend at both hips?
            {is_s} hinging at the hips?
        """, held="""
            are the two hips flexed?
            do both hips show a bend?
        """),
        *yes_no("feet_ground", "medium", Both(FOOT_DOWN), claims="""
            both feet are on the ground
            {p} feet are on the floor
            both feet are planted
        """, ask="""
            {does_s} have both feet on the floor?
            feet on the ground?
            do both feet touch the ground?
            both feet down?
            {does_s} keep both feet on the floor?
            are both of {p} feet in contact with the ground?
        """, held="""
            are the two feet in contact with the floor?
            do both feet rest on the ground?
        """),
        *yes_no("foot_lifted_any", "medium", Either(Not(FOOT_DOWN)), negated=False, claims="""
            a foot is off the ground
            at least one foot is lifted
        """, ask="""
            is any foot lifted?
            is either foot in the air?
            {does_s} lift a foot?
            any foot off the floor?
            {is_s} lifting one of {p} feet?
            is one of {p} feet raised?
        """, held="""
            has one of the feet left the floor?
            {does_s} pick up a foot?
        """),
        *yes_no("knees_ground", "medium", Both(KNEE_DOWN), claims="""
            both knees are on the floor
            {p} knees are on the ground
        """, ask="""
            {does_s} have both knees on the ground?
            knees on the floor?
            do both knees touch the ground?
            both knees down?
            {is_s} resting on both knees?
            do {p} knees touch the floor?
        """, held="""
            are the two knees in contact with the floor?
            do both knees rest on the ground?
        """),
        *yes_no("knee_ground_any", "medium", Either(KNEE_DOWN), negated=False, claims="""
            a knee is on the floor
            at least one knee is on the ground
        """, ask="""
            is any knee on the floor?
            does a knee touch the ground?
            {does_s} have a knee down?
            any knee on the ground?
            is either knee on the floor?
            is one of {p} knees touching the ground?
        """, held="""
            is one of the knees in contact with the floor?
            {does_s} rest on a knee?
        """, weight=0.7),
        *yes_no("thighs_level", "medium", Both(THIGH_LEVEL), negated=False, claims="""
            both thighs are parallel to the floor
            {p} thighs are horizontal
            {p} thighs are parallel to the ground
        """, ask="""
            thighs parallel?
            {does_s} reach parallel with {p} thighs?
            are both of {p} upper legs level?
            do the thighs reach parallel?
            {is_s} at parallel depth with both thighs?
            both thighs horizontal?
        """, held="""
            are the two thighs level with the floor?
            do both upper legs lie in the horizontal?
        """),
    ]  # fmt: skip


def _shapes() -> list[Intent]:
    """Distances, crossings, symmetry."""
    return [
        *yes_no("hands_together", "medium", is_in("hands_distance", "together", "apart wide_apart"), claims="""
            {p} hands are together
            {p} hands are close together
            {p} hands are touching each other
        """, ask="""
            {does_s} hold {p} hands together?
            hands together?
            {is_s} clasping {p} hands?
            could {s} be clapping or praying with the hands together?
            are {p} wrists next to each other?
            do {p} hands meet?
        """, held="""
            are the two hands joined?
            {has_s} brought {p} hands together?
        """),
        *yes_no("hands_wide", "medium", is_in("hands_distance", "wide_apart", "together apart"), negated=False, claims="""
            {p} hands are far apart
            {p} hands are wide apart
        """, ask="""
            {does_s} hold {p} hands far apart?
            hands wide apart?
            is there a big distance between {p} hands?
            are {p} wrists far from each other?
            {is_s} spreading {p} hands wide?
            are {p} hands much wider than the shoulders?
        """, held="""
            are the two hands widely separated?
            is there a large gap between {p} hands?
        """),
        *ask("hands_distance", "medium", "how_much", Tell(("hands_distance",)), ask="""
            how far apart are {p} hands?
            how close are {p} hands to each other?
            are {p} hands together or apart?
            distance between the hands?
            are {p} hands close together or wide apart?
            how wide {does_s} hold {p} hands?
            hand spacing?
            how big is the gap between {p} hands?
        """, tell="""
            how far apart {p} hands are
            whether {p} hands are together or apart
        """, held="""
            what is the separation of the two hands?
            how near to each other are {p} wrists?
        """),
        *yes_no("feet_together", "medium", is_in("feet_distance", "together", "apart wide_apart"), claims="""
            {p} feet are together
            {p} feet are close together
        """, ask="""
            {does_s} have {p} feet together?
            feet together?
            {is_s} standing with {p} feet together?
            is it a narrow stance?
            are {p} ankles next to each other?
            {is_s} keeping {p} feet close?
        """, held="""
            are the two feet next to each other?
            {does_s} have a narrow stance?
        """),
        *yes_no("feet_wide", "medium", is_in("feet_distance", "wide_apart", "together apart"), claims="""
            {p} feet are wide apart
            {p} feet are far apart
            {p} legs are spread wide
        """, ask="""
            {does_s} have a wide stance?
            wide stance?
            {is_s} standing with {p} feet wide apart?
            {is_s} spreading {p} legs?
            is it a broad stance?
            feet wide?
            are {p} feet wider than the shoulders?
        """, held="""
            are the two feet widely separated?
            {does_s} plant {p} feet far from each other?
        """),
        *yes_no("feet_apart", "medium", is_in("feet_distance", "apart wide_apart", "together"), negated=False, claims="""
            {p} feet are apart
            {p} legs are apart
        """, ask="""
            {does_s} have {p} feet apart?
            feet apart?
            is there a gap between {p} feet?
            {is_s} standing with {p} feet apart?
            are {p} feet separated?
            are {p} ankles away from each other?
        """, held="""
            are the two feet separated?
            {does_s} keep some space between {p} feet?
        """),
        *ask("feet_distance", "medium", "how_much", Tell(("feet_distance",)), ask="""
            how far apart are {p} feet?
            how wide is {p} stance?
            are {p} feet together or apart?
            stance width?
            are {p} feet close together or wide apart?
            how close are {p} feet to each other?
            distance between the feet?
            is {p} stance narrow or wide?
        """, tell="""
            how far apart {p} feet are
            how wide {p} stance is
        """, held="""
            what is the separation of the two feet?
            how broad a stance {does_s} take?
        """),
        *yes_no("knees_together", "medium", is_in("knees_distance", "together", "apart"), claims="""
            {p} knees are together
            {p} knees are close to each other
        """, ask="""
            {does_s} keep {p} knees together?
            knees together?
            are {p} thighs closed?
            do {p} knees touch each other?
            {is_s} pressing {p} knees together?
            are {p} knees next to each other?
        """, held="""
            are the two knees side by side with no gap?
            {has_s} got {p} knees closed?
        """),
        *ask("knees_distance", "medium", "choice", Tell(("knees_distance",)), ask="""
            are {p} knees together or apart?
            how far apart are {p} knees?
            knees together or apart?
            {does_s} hold {p} knees together or apart?
            is there a gap between {p} knees?
            knee spacing?
            how close are {p} knees to each other?
            are {p} knees open or closed?
        """, tell="""
            whether {p} knees are together or apart
        """, held="""
            what is the separation of the two knees?
            are {p} knees spread or closed?
        """),
        *yes_no("staggered", "medium", STAGGERED, claims="""
            {p} feet are staggered
            {p} stance is staggered
            one foot is in front of the other
        """, ask="""
            staggered stance?
            split stance?
            {does_s} have one foot forward?
            {is_s} standing with one leg ahead of the other?
            {does_s} have a split stance?
            {is_s} in a stride position?
        """, held="""
            {does_s} hold one foot clearly ahead of the other?
            is the stance offset from front to back?
        """),
        *yes_no("feet_parallel", "medium", Not(STAGGERED), negated=False, claims="""
            {p} feet are parallel and side by side
            {p} feet are in line with each other
        """, ask="""
            {is_s} standing with {p} feet level?
            feet side by side?
            parallel stance?
            is neither foot put forward?
            {does_s} keep {p} feet next to each other from front to back?
            square stance?
        """, held="""
            is the stance even from front to back?
            are the feet without an offset?
        """, weight=0.5),
        *yes_no("arms_crossed", "medium", CROSSED_ARMS, claims="""
            {p} arms are crossed
            {p} arms are folded
            {p} arms are folded across the chest
        """, ask="""
            {does_s} cross {p} arms?
            arms crossed?
            {is_s} crossing {p} arms?
            {is_s} folding {p} arms in front of the chest?
            folded arms?
            {does_s} have {p} arms crossed?
        """, held="""
            are the forearms laid over each other?
            {has_s} folded {p} arms?
        """),
        *yes_no("legs_crossed", "medium", CROSSED_LEGS, claims="""
            {p} legs are crossed
            {p} ankles are crossed
        """, ask="""
            {does_s} cross {p} legs?
            legs crossed?
            {is_s} crossing {p} legs?
            is one leg crossed over the other?
            {does_s} have {p} legs crossed?
            crossed legs?
        """, held="""
            is a leg laid over the other?
            {has_s} crossed one leg over the other?
        """),
        *ask("crossed_choice", "medium", "choice", Tell(("arms_crossed",)), ask="""
            are {p} arms crossed or not?
            are {p} arms folded or open?
            {does_s} have the arms crossed or uncrossed?
            arms crossed or open?
            are {p} arms crossed over the chest or free?
            crossed or uncrossed arms?
            are {p} arms folded or apart?
            {does_s} keep the arms folded or not?
        """, tell="""
            whether {p} arms are crossed or not
        """, held="""
            open or folded arms?
            which is it, crossed arms or free arms?
        """, weight=0.6),
        *ask("crossed_premise", "medium", "false_premise", Premise(CROSSED_ARMS), ask="""
            why are {p} arms crossed?
            why {does_s} cross {p} arms?
            how come {p} arms are folded?
            what is the reason for the crossed arms?
            why {is_s} folding {p} arms?
            since {p} arms are crossed, how are they held?
            what do the crossed arms look like?
            how tightly are {p} arms crossed?
        """, held="""
            for what reason are {p} arms folded?
            what makes {o} cross the arms?
        """, weight=0.6),
        *yes_no("arms_symmetric", "medium", is_in("arms_symmetric", "yes", "no"), claims="""
            {p} arms are symmetrical
            {p} arms are held the same way
            both arms are in the same position
        """, ask="""
            do {p} arms mirror each other?
            symmetric arms?
            {does_s} hold both arms alike?
            is the arm position symmetrical?
            do both arms do the same thing?
            arm symmetry?
            is {p} left arm a mirror image of the right?
        """, held="""
            do the arms match each other?
            are the two arms arranged alike?
        """),
        *yes_no("legs_symmetric", "medium", is_in("legs_symmetric", "yes", "no"), claims="""
            {p} legs are symmetrical
            {p} legs are held the same way
            both legs are in the same position
        """, ask="""
            do {p} legs mirror each other?
            symmetric legs?
            is the leg position symmetrical?
            do both legs do the same thing?
            leg symmetry?
            is {p} left leg a mirror image of the right?
        """, held="""
            do the legs match each other?
            are the two legs arranged alike?
        """),
        *yes_no("symmetric", "medium", All((is_in("arms_symmetric", "yes", "no"), is_in("legs_symmetric", "yes", "no"))),
                claims="""
            {p} pose is symmetrical
            {p} body position is symmetric
        """, ask="""
            is the pose symmetric?
            {is_s} in a symmetrical posture?
            are the left and right sides in the same position?
            symmetrical stance?
            symmetry?
            do both sides of the body mirror each other?
            same on both sides?
        """, held="""
            do the left half and the right half match?
            is the body arranged evenly on both sides?
        """),
        *ask("symmetry_open", "medium", "open", Tell(("arms_symmetric", "legs_symmetric")), ask="""
            how symmetrical is the pose?
            how do the left and right sides compare?
            is the pose symmetric or asymmetric?
            symmetric or not?
            what about the symmetry of the limbs?
            compare the left side with the right side.
            do {p} limbs match left and right, or do they differ?
            assess the symmetry of the posture.
        """, tell="""
            how symmetrical {p} pose is
        """, held="""
            what can be said about left-right symmetry?
            are the sides alike or different?
        """, weight=0.7),
        *ask("arms_open", "medium", "open", Tell(("left_arm_raise", "right_arm_raise", "left_elbow_bend",
             "right_elbow_bend"), most=4), ask="""
            what are {p} arms doing?
            how are {p} arms positioned?
            how {does_s} hold {p} arms?
            where are {p} arms?
            describe the position of {p} arms.
            arms?
            arm position
            what about {p} arms?
            what {does_s} do with {p} arms?
            are {p} arms up or down?
        """, tell="""
            what {p} arms are doing
            how {p} arms are held
        """, held="""
            what can be said about {p} upper limbs?
            in what position are {p} arms?
        """, weight=1.5),
        *ask("hands_open", "medium", "open", Tell(("left_hand_height", "right_hand_height", "hands_distance"), most=3),
             ask="""
            where are {p} hands?
            what are {p} hands doing?
            how are {p} hands positioned?
            where {does_s} have {p} hands?
            describe where {p} hands are.
            hands?
            hand positions
            what about {p} hands?
            how high are {p} hands?
        """, tell="""
            where {p} hands are
            what {p} hands are doing
        """, held="""
            whereabouts are {p} hands?
            in what position are the two hands?
        """, weight=1.5),
        *ask("legs_open", "medium", "open", Tell(("left_knee_bend", "right_knee_bend", "feet_distance"), most=3), ask="""
            what are {p} legs doing?
            how are {p} legs positioned?
            how {does_s} hold {p} legs?
            describe the position of {p} legs.
            legs?
            leg position
            what about {p} legs?
            how bent are {p} legs?
            are {p} legs bent or straight?
            are {p} knees bent or straight?
        """, tell="""
            what {p} legs are doing
            how {p} legs are held
        """, held="""
            what can be said about {p} lower limbs?
            in what position are {p} legs?
        """, weight=1.5),
        *ask("feet_open", "medium", "open", Tell(("left_foot_ground", "right_foot_ground", "feet_distance", "front_foot"),
             most=3), ask="""
            where are {p} feet?
            what are {p} feet doing?
            how are {p} feet placed?
            how are {p} feet positioned?
            describe {p} stance.
            feet?
            foot position
            what about {p} feet?
            what is {p} stance like?
            footing?
        """, tell="""
            where {p} feet are
            how {p} feet are placed
        """, held="""
            in what position are the two feet?
            what can be said about {p} footing?
        """),
        *ask("elbows_open", "medium", "how_much", Tell(("left_elbow_bend", "right_elbow_bend")), ask="""
            how bent are {p} elbows?
            how bent are {p} arms?
            are {p} arms straight or bent?
            are {p} elbows bent or straight?
            elbows bent or straight?
            how much {does_s} bend {p} elbows?
            what about {p} elbows?
            elbow flexion on both sides?
        """, tell="""
            how bent {p} elbows are
            whether {p} arms are straight or bent
        """, held="""
            what is the flexion of the two elbows?
            to what degree are {p} elbows bent?
        """),
    ]  # fmt: skip


def _torso() -> list[Intent]:
    return [
        *yes_no("leaning_forward", "medium", FORWARD, claims="""
            {s_is} leaning forward
            {p} torso is leaning forward
            {p} upper body is bent forward
            {p} back is inclined forward
        """, ask="""
            {does_s} lean forward?
            {does_s} bend forward?
            leaning forward?
            is there a forward lean of the trunk?
            {is_s} tipping forward?
            does {p} torso tilt to the front?
            trunk flexion?
            {is_s} hunching forward?
            {is_s} slouching forward?
        """, held="""
            {has_s} got {p} upper body inclined to the front?
            does {p} trunk pitch forward?
            {is_s} bending {p} torso ahead?
        """, weight=1.5),
        *yes_no("leaning_backward", "medium", BACKWARD, claims="""
            {s_is} leaning back
            {s_is} leaning backward
            {p} torso is tilted backward
            {p} upper body is leaning back
        """, ask="""
            {does_s} lean back?
            leaning backwards?
            is there a backward lean of the trunk?
            does {p} torso tilt to the rear?
            {is_s} reclining with the upper body?
            {is_s} bending backward?
            trunk extension?
        """, held="""
            {has_s} got {p} upper body inclined to the rear?
            does {p} trunk pitch back?
        """),
        *yes_no("not_leaning", "medium", is_in("torso_lean", "upright", "forward bent_far_forward backward"),
                negated=False, claims="""
            {p} torso is leaning neither forward nor back
            {p} back is upright
        """, ask="""
            {is_s} keeping {p} back upright?
            {does_s} hold {p} upper body straight up?
            is {p} back straight up, without leaning forward or back?
            upright back?
            good upright posture of the torso?
            {does_s} sit or stand up straight?
            is {p} trunk neutral?
        """, held="""
            is {p} spine stacked upright without a lean?
            is {p} trunk free of any forward or backward lean?
        """),
        *yes_no("bent_far", "medium", is_in("torso_lean", "bent_far_forward", "upright forward backward"),
                negated=False, claims="""
            {p} torso is bent far forward
            {s_is} folded forward at the hips
            {p} upper body is folded over
        """, ask="""
            {does_s} bend far forward?
            {is_s} in a deep forward bend?
            forward fold?
            is {p} trunk bent strongly forward?
            {is_s} doubled over?
            {is_s} bowing deeply?
        """, held="""
            {does_s} fold deeply at the hips?
            is the forward bend of {p} torso a deep one?
        """),
        *ask("torso_lean", "medium", "open", Tell(("torso_lean",)), ask="""
            which way does {p} torso lean?
            {is_s} leaning forward or backward?
            how {does_s} lean?
            is {p} torso upright or leaning?
            how far {does_s} lean forward?
            torso lean?
            trunk inclination?
            which way {is_s} leaning?
            {does_s} lean forward, back or not at all?
            is {p} back upright or bent forward?
        """, tell="""
            which way {p} torso leans
            how far {s_is} leaning forward
            whether {s_is} leaning forward or back
        """, held="""
            in what direction is {p} trunk inclined?
            what is the fore-aft lean of {p} upper body?
        """),
        *ask("torso_angle", "medium", "how_much", Angle("torso", "torso_orientation"), ask="""
            what is the angle of {p} torso in degrees?
            how many degrees is {p} torso tilted?
            torso angle?
            trunk inclination angle
            how far is {p} torso from vertical in degrees?
            what is {p} trunk angle?
            measure the lean of {p} torso in degrees.
            at what angle is {p} back?
            back angle?
            how many degrees {does_s} lean?
        """, tell="""
            the angle of {p} torso
            how many degrees {p} torso is tilted
        """, held="""
            estimate the tilt of {p} trunk in degrees.
            in degrees, how inclined is {p} upper body?
        """, weight=1.5),
        *yes_no("torso_vertical", "medium", is_in("torso_orientation", "vertical", "slanted horizontal inverted"), claims="""
            {p} torso is upright
            {p} torso is vertical
            {p} upper body is upright
        """, ask="""
            {does_s} keep {p} torso upright?
            upright torso?
            is {p} trunk vertical?
            does {p} torso stand straight up?
            {is_s} holding {p} upper body vertically?
            vertical trunk?
            is {p} back vertical?
        """, held="""
            is {p} trunk perpendicular to the floor?
            does {p} upper body point straight up?
        """),
        *yes_no("torso_horizontal", "medium", is_in("torso_orientation", "horizontal", "vertical slanted inverted"),
                negated=False, claims="""
            {p} torso is horizontal
            {p} upper body is parallel to the floor
            {p} back is parallel to the ground
        """, ask="""
            horizontal torso?
            is {p} trunk level?
            does {p} torso lie in the horizontal?
            flat back parallel to the floor?
            is {p} torso flat like a table?
            {is_s} holding {p} upper body horizontally?
        """, held="""
            is {p} trunk level with the ground?
            does {p} upper body run along the floor?
        """),
        *yes_no("torso_inverted", "medium", is_in("torso_orientation", "inverted", "vertical slanted horizontal"),
                negated=False, claims="""
            {p} torso is upside down
            {p} shoulders are below {p} hips
            {p} head is lower than {p} hips
        """, ask="""
            is {p} upper body inverted?
            inverted torso?
            is {p} trunk turned head down?
            does {p} torso hang upside down?
            are {p} hips above the shoulders?
            is {p} trunk pointing down?
        """, held="""
            does {p} upper body point to the floor head first?
            is {p} pelvis higher than {p} shoulders?
        """, weight=0.7),
        *ask("torso_open", "medium", "open", Tell(("torso_orientation", "torso_lean", "torso_side_lean", "torso_twist")),
             ask="""
            how is {p} torso oriented?
            what is {p} torso doing?
            how is {p} torso positioned?
            how {does_s} hold {p} upper body?
            is {p} torso vertical or horizontal?
            torso?
            trunk position
            what about {p} torso?
            what is {p} back doing?
            describe {p} upper body.
            describe {p} back.
        """, tell="""
            how {p} torso is oriented
            what {p} upper body is doing
        """, held="""
            what can be said about {p} trunk?
            in what position is {p} upper body?
        """, weight=1.5),
        *yes_no("side_lean", "medium", IsSide("torso_side_lean"), slots=BOTH_SIDES, claims="""
            {s_is} leaning to the {side}
            {p} torso is leaning to the {side}
            {p} upper body is tilted to the {side}
        """, ask="""
            {does_s} lean to the {side}?
            {does_s} bend to the {side}?
            leaning {side}?
            is there a lateral lean to the {side}?
            {side} side bend?
            does {p} trunk tilt {side}?
            {is_s} bending sideways to the {side}?
        """, held="""
            does {p} trunk incline towards the {side}?
            {has_s} tipped {p} upper body over to the {side}?
        """),
        *yes_no("side_lean_any", "medium", is_in("torso_side_lean", "left right", "none"), claims="""
            {s_is} leaning sideways
            {s_is} leaning to one side
            {p} torso is tilted sideways
        """, ask="""
            {does_s} lean to a side?
            side bend?
            {is_s} bending sideways?
            any lateral trunk lean?
            {does_s} tilt {p} upper body to either side?
            is there a sideways lean?
        """, held="""
            does {p} trunk incline to a side?
            is {p} upper body off to one side?
        """, negated=False),
        *ask("side_lean_open", "medium", "open", Tell(("torso_side_lean",)), ask="""
            to which side does {p} torso lean?
            {is_s} leaning left or right?
            which way {does_s} lean sideways?
            lateral lean?
            is {p} torso tilted left, right or not at all?
            side lean direction?
            {does_s} lean to the left or to the right?
            which side does {p} upper body bend to?
        """, tell="""
            to which side {p} torso leans
            whether {s_is} leaning left or right
        """, held="""
            towards which side is {p} trunk inclined?
            what is the lateral inclination of {p} upper body?
        """),
        *yes_no("twist", "medium", IsSide("torso_twist"), slots=BOTH_SIDES, claims="""
            {p} torso is twisted to the {side}
            {s_is} twisting to the {side}
            {p} upper body is rotated to the {side}
        """, ask="""
            {does_s} twist to the {side}?
            are {p} shoulders turned to the {side} relative to the hips?
            {side} trunk rotation?
            is there a twist to the {side}?
            {does_s} rotate {p} torso {side}?
            {is_s} turning {p} shoulders {side} against the hips?
        """, held="""
            does {p} trunk rotate towards the {side}?
            {has_s} turned {p} upper body to the {side} above the hips?
        """),
        *yes_no("twist_any", "medium", is_in("torso_twist", "left right", "none"), claims="""
            {p} torso is twisted
            {s_is} twisting
            {p} upper body is rotated against the hips
        """, ask="""
            {does_s} twist {p} torso?
            twisted torso?
            any trunk rotation?
            is there a twist in {p} torso?
            are {p} shoulders turned relative to the hips?
            {is_s} rotating {p} upper body?
        """, held="""
            do {p} shoulders and hips face different ways?
            is {p} spine rotated?
        """, negated=False),
        *ask("twist_open", "medium", "open", Tell(("torso_twist",)), ask="""
            which way is {p} torso twisted?
            {is_s} twisting left or right?
            trunk rotation direction?
            is {p} torso twisted left, right or not at all?
            how are {p} shoulders turned relative to {p} hips?
            to which side is {p} upper body rotated?
            {does_s} twist to the left or to the right?
            torso twist?
        """, tell="""
            which way {p} torso is twisted
            how {p} shoulders are turned against the hips
        """, held="""
            in which direction is {p} trunk rotated?
            what is the rotation between shoulders and hips?
        """),
        *ask("lean_premise", "medium", "false_premise", Premise(FORWARD), ask="""
            why {is_s} leaning forward?
            why {does_s} lean forward?
            how come {s_is} bent forward?
            why is {p} torso bent forward?
            what makes {o} lean forward?
            since {s_is} leaning forward, how far?
            how strong is the forward lean?
            why isn't {p} back upright?
        """, held="""
            for what reason is {p} trunk inclined forward?
            what's the cause of the forward lean?
        """),
    ]  # fmt: skip


INTENTS: Final[tuple[Intent, ...]] = (*_comparisons(), *_which(), *_pairs(), *_shapes(), *_torso())
