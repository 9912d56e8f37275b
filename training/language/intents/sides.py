"""Questions that compare left and right: which hand is higher, which knee is bent."""

from __future__ import annotations

from typing import Final

from training.language.intents.base import BOTH_SIDES, Intent, IsSide, Not, WhichSide, ask, compare, is_in, yes_no
from training.language.intents.rules import (
    ARM_FORWARD,
    ARM_RAISED,
    ARM_SIDEWAYS,
    ELBOW_BENT,
    ELBOW_STRAIGHT,
    FOOT_DOWN,
    HAND_ABOVE_HEAD,
    HAND_BEHIND,
    HAND_GROUND,
    HAND_HEAD,
    HAND_HIP,
    HAND_KNEE,
    KNEE_BENT,
    KNEE_DOWN,
    KNEE_STRAIGHT,
)


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
            of the two arms, name the lifted one.
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
            name the side of the flexed knee.
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
            name the side of the flexed elbow.
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
            name the side whose hand is out of sight behind the body.
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


INTENTS: Final[tuple[Intent, ...]] = (*_comparisons(), *_which())
