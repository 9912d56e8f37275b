"""Questions about one arm: how high, which way, and its forearm."""

from __future__ import annotations

from typing import Final

from training.language.intents.base import BOTH_SIDES, Angle, Intent, Not, Premise, Tell, TellFirst, ask, is_in, yes_no
from training.language.intents.rules import (
    ARM_BACKWARD,
    ARM_DOWN,
    ARM_FORWARD,
    ARM_LEVEL,
    ARM_OVERHEAD,
    ARM_RAISED,
    ARM_SIDEWAYS,
    ELBOW_BENT,
    FOOT_DOWN,
    FOREARM_UP,
    KNEE_BENT,
)


def _arms() -> list[Intent]:
    return [
        *yes_no("arm_raised", "low", ARM_RAISED, slots=BOTH_SIDES, claims="""
            {p} {side} arm is raised
            {p} {side} arm is up
            {p} {side} arm is lifted
            {s_is} raising {p} {side} arm
        """, ask="""
            {does_s} raise {p} {side} arm?
            {is_s} lifting {p} {side} arm?
            {is_s} holding up {p} {side} arm?
            is {p} {side} upper limb elevated?
            raised {side} arm?
            {does_s} have {p} {side} arm in the air?
            {has_s} lifted {p} {side} arm?
            is {p} {side} upper arm elevated?
        """, held="""
            did {s} put {p} {side} arm up?
            is {p} {side} arm hoisted?
            do you see {p} {side} arm going up?
        """, weight=1.5),
        *yes_no("arm_overhead", "low", ARM_OVERHEAD, slots=BOTH_SIDES, claims="""
            {p} {side} arm is overhead
            {p} {side} arm is raised overhead
            {p} {side} arm is pointing upwards
            {p} {side} arm is straight up in the air
        """, ask="""
            is {p} {side} upper arm up beside the head?
            {is_s} reaching up with {p} {side} arm?
            {does_s} stretch {p} {side} arm upwards?
            {side} arm over the head?
            is {p} {side} shoulder flexed overhead?
            {does_s} lift {p} {side} arm above the shoulder?
        """, held="""
            {is_s} reaching for the ceiling with {p} {side} arm?
            does {p} {side} arm go up past the head?
        """),
        *yes_no("arm_down", "low", ARM_DOWN, slots=BOTH_SIDES, claims="""
            {p} {side} arm is down
            {p} {side} arm is hanging down
            {p} {side} arm is at {p} side
            {p} {side} arm is lowered
        """, ask="""
            is {p} {side} arm by the side of the body?
            is {p} {side} upper arm against the torso?
            is {p} {side} arm resting at the side?
            {does_s} keep {p} {side} arm down?
            is {p} {side} upper arm close to the body?
            {side} arm alongside the trunk?
        """, held="""
            is {p} {side} arm dangling?
            does {p} {side} upper arm hang alongside the body?
        """),
        *yes_no("arm_level", "low", ARM_LEVEL, slots=BOTH_SIDES, negated=False, claims="""
            {p} {side} arm is at shoulder height
            {p} {side} arm is raised to shoulder level
            {p} {side} upper arm is level with the shoulder
        """, ask="""
            {is_s} holding {p} {side} arm at shoulder height?
            is {p} {side} elbow as high as the shoulder?
            {side} arm horizontal at shoulder level?
            is {p} {side} arm lifted to about 90 degrees?
            {side} shoulder at 90 degrees?
        """, held="""
            is {p} {side} upper arm held level?
            {has_s} brought {p} {side} arm up to the shoulder line?
        """),
        *ask("arm_height", "low", "how_much", Tell(("{side}_arm_raise",)), slots=BOTH_SIDES, ask="""
            how high is {p} {side} arm?
            how high is {p} {side} arm raised?
            how far is {p} {side} arm lifted?
            is {p} {side} arm up or down?
            is {p} {side} arm raised or hanging down?
            {side} arm up or down?
            how high {does_s} hold {p} {side} arm?
            {side} arm elevation?
            is {p} {side} arm down, at shoulder height or overhead?
            how much is {p} {side} upper arm elevated?
        """, tell="""
            how high {p} {side} arm is
            whether {p} {side} arm is up or down
            how far up {p} {side} arm is raised
        """, held="""
            at what level is {p} {side} arm held?
            what height {has_s} lifted {p} {side} arm to?
        """),
        *ask("arm_open", "low", "open", Tell(("{side}_arm_raise", "{side}_elbow_bend", "{side}_arm_direction")),
             slots=BOTH_SIDES, ask="""
            what is {p} {side} arm doing?
            describe {p} {side} arm.
            how is {p} {side} arm positioned?
            what is the position of {p} {side} arm?
            what {does_s} do with {p} {side} arm?
            {side} arm?
            {side} arm position
            what about {p} {side} arm?
            how is {p} {side} upper limb held?
            what's up with {p} {side} arm?
        """, tell="""
            what {p} {side} arm is doing
            how {p} {side} arm is held
        """, held="""
            how {does_s} hold {p} {side} arm?
            what can be said about {p} {side} upper limb?
        """),
        *ask("shoulder_angle", "low", "how_much", Angle("{side}_shoulder", "{side}_arm_raise"), slots=BOTH_SIDES,
             ask="""
            what is the angle of {p} {side} shoulder in degrees?
            what is {p} {side} shoulder angle?
            {side} shoulder angle?
            {side} shoulder abduction angle
            {side} shoulder flexion angle?
            how many degrees is {p} {side} arm raised?
            at what angle is {p} {side} arm raised?
            angle between {p} {side} upper arm and the torso?
            what's the shoulder abduction on the {side}?
            measure {p} {side} shoulder elevation.
            {side} arm angle to the body in degrees
        """, tell="""
            the angle of {p} {side} shoulder
            how many degrees {p} {side} arm is raised
        """, held="""
            estimate {p} {side} shoulder joint angle.
            in degrees, how far is {p} {side} arm elevated?
        """),
        *yes_no("arm_forward", "low", ARM_FORWARD, slots=BOTH_SIDES, claims="""
            {p} {side} arm is stretched forward
            {p} {side} arm is reaching forward
            {p} {side} arm is held out in front
        """, ask="""
            {is_s} reaching forward with {p} {side} arm?
            is {p} {side} arm extended to the front?
            does {p} {side} upper arm point forward?
            {side} arm out in front?
            {is_s} raising {p} {side} arm to the front?
            is {p} {side} arm directed to the front?
        """, held="""
            {does_s} extend {p} {side} arm ahead?
            is {p} {side} arm lifted frontwards?
        """),
        *yes_no("arm_sideways", "low", ARM_SIDEWAYS, slots=BOTH_SIDES, claims="""
            {p} {side} arm is out to the side
            {p} {side} arm is stretched sideways
            {p} {side} arm is abducted
        """, ask="""
            {is_s} holding {p} {side} arm out to the side?
            is {p} {side} arm spread away from the body?
            does {p} {side} upper arm point sideways?
            {side} arm sideways?
            is there abduction of the {side} shoulder?
            is {p} {side} arm extended laterally?
        """, held="""
            {does_s} extend {p} {side} arm to the side?
            is {p} {side} arm lifted laterally?
        """),
        *yes_no("arm_backward", "low", ARM_BACKWARD, slots=BOTH_SIDES, negated=False, claims="""
            {p} {side} arm is stretched backward
            {p} {side} arm is drawn back
        """, ask="""
            is {p} {side} elbow pulled back behind the body?
            does {p} {side} upper arm point backwards?
            {is_s} swinging {p} {side} arm back?
            is {p} {side} arm behind the body?
            {side} arm backwards?
            is {p} {side} shoulder extended backwards?
        """, held="""
            {does_s} reach back with {p} {side} arm?
            is {p} {side} arm extended to the rear?
        """),
        *ask("arm_direction", "low", "open",
             TellFirst((("{side}_arm_raise", frozenset({"at_side"})),
                        ("{side}_arm_direction", frozenset({"forward", "sideways", "backward"})),
                        ("{side}_arm_raise", frozenset({"overhead"}))),
                       ("{side}_arm_raise", "{side}_arm_direction")), slots=BOTH_SIDES, ask="""
            which way does {p} {side} arm point?
            where is {p} {side} arm pointing?
            in which direction is {p} {side} arm raised?
            is {p} {side} arm forward, sideways or backward?
            is {p} {side} arm held to the front or to the side?
            {side} arm direction?
            {does_s} hold {p} {side} arm in front or out to the side?
            what direction does {p} {side} upper arm go?
        """, tell="""
            which way {p} {side} arm points
            where {p} {side} arm is pointing
        """, held="""
            to which direction is {p} {side} arm extended?
            is {p} {side} arm abducted or flexed forward?
        """),
        *yes_no("forearm_up", "low", FOREARM_UP, slots=BOTH_SIDES, negated=False, claims="""
            {p} {side} forearm is pointing up
            {p} {side} forearm is vertical with the hand on top
        """, ask="""
            does {p} {side} forearm point upwards?
            is {p} {side} lower arm pointing to the sky?
            is {p} {side} hand above the elbow with the forearm upright?
            {side} forearm up?
            is {p} {side} forearm directed towards the ceiling?
            is {p} {side} lower arm raised upright?
        """, held="""
            {does_s} hold {p} {side} forearm upwards?
            is {p} {side} forearm aimed at the ceiling?
        """),
        *yes_no("forearm_level", "low", is_in("{side}_forearm", "horizontal", "pointing_up pointing_down"),
                slots=BOTH_SIDES, negated=False, claims="""
            {p} {side} forearm is horizontal
            {p} {side} forearm is parallel to the floor
            {p} {side} lower arm is level
        """, ask="""
            {does_s} hold {p} {side} forearm level?
            {side} forearm horizontal?
            is {p} {side} forearm parallel to the ground?
            does {p} {side} forearm lie flat in the horizontal?
            is {p} {side} lower arm held horizontally?
        """, held="""
            is {p} {side} forearm at right angles to the vertical?
            is {p} {side} forearm flat and level?
        """),
        *yes_no("forearm_down", "low", is_in("{side}_forearm", "pointing_down", "pointing_up horizontal"),
                slots=BOTH_SIDES, negated=False, claims="""
            {p} {side} forearm is pointing down
            {p} {side} lower arm is hanging down
        """, ask="""
            does {p} {side} forearm point downwards?
            {side} forearm down?
            is {p} {side} lower arm pointing to the floor?
            is {p} {side} hand below the elbow with the forearm upright?
            does {p} {side} forearm hang down?
            is {p} {side} forearm directed at the ground?
        """, held="""
            {does_s} let {p} {side} forearm hang?
            is {p} {side} forearm aimed at the floor?
        """),
        *ask("forearm_open", "low", "open", Tell(("{side}_forearm",)), slots=BOTH_SIDES, ask="""
            which way does {p} {side} forearm point?
            how is {p} {side} forearm oriented?
            is {p} {side} forearm pointing up or down?
            is {p} {side} forearm horizontal or vertical?
            {side} forearm orientation?
            where does {p} {side} lower arm point?
            what is the orientation of {p} {side} forearm?
            describe {p} {side} forearm.
        """, tell="""
            which way {p} {side} forearm points
            how {p} {side} forearm is oriented
        """, held="""
            in which direction is {p} {side} lower arm aimed?
            does {p} {side} forearm go up, down or stay level?
        """),
        *ask("arm_premise", "low", "false_premise", Premise(ARM_RAISED), slots=BOTH_SIDES, ask="""
            why is {p} {side} arm raised?
            why {is_s} raising {p} {side} arm?
            what {is_s} doing with the raised {side} arm?
            how high is the raised {side} arm?
            since {p} {side} arm is up, how high is it?
            why {does_s} hold up {p} {side} arm?
            how come {p} {side} arm is in the air?
            where does the raised {side} arm point?
        """, held="""
            for what reason is {p} {side} arm lifted?
            what's the purpose of the lifted {side} arm?
        """),
        *ask("knee_premise", "low", "false_premise", Premise(KNEE_BENT), slots=BOTH_SIDES, ask="""
            why is {p} {side} knee bent?
            why {is_s} bending {p} {side} knee?
            how much is the bent {side} knee flexed?
            since {p} {side} knee is bent, how much?
            how come {p} {side} leg is bent?
            why {does_s} bend {p} {side} leg?
            what is the bent {side} knee's position?
            why isn't {p} {side} leg straight?
        """, held="""
            for what reason is {p} {side} knee flexed?
            what makes {o} bend {p} {side} knee?
        """),
        *ask("elbow_premise", "low", "false_premise", Premise(ELBOW_BENT), slots=BOTH_SIDES, ask="""
            why is {p} {side} elbow bent?
            why {is_s} bending {p} {side} arm?
            how come {p} {side} arm is bent?
            why isn't {p} {side} arm straight?
            why {does_s} bend {p} {side} elbow?
            since {p} {side} elbow is bent, by how much?
            how far is the bent {side} elbow flexed?
            what is the reason for the bent {side} elbow?
        """, held="""
            for what reason is {p} {side} elbow flexed?
            what makes {o} bend {p} {side} elbow?
        """),
        *ask("foot_premise", "low", "false_premise", Premise(Not(FOOT_DOWN)), slots=BOTH_SIDES, ask="""
            why is {p} {side} foot off the ground?
            why {is_s} lifting {p} {side} foot?
            how come {p} {side} foot is in the air?
            why {does_s} raise {p} {side} foot?
            why isn't {p} {side} foot on the floor?
            what is the lifted {side} foot doing?
            since {p} {side} foot is lifted, where is it?
            why is {p} {side} foot up?
        """, held="""
            for what reason is {p} {side} foot lifted?
            what keeps {p} {side} foot from touching the floor?
        """),
    ]  # fmt: skip


INTENTS: Final[tuple[Intent, ...]] = (*_arms(),)
