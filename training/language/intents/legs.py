"""Questions about one leg: thigh, shin, foot and knee on the ground."""

from __future__ import annotations

from typing import Final

from training.language.intents.base import BOTH_SIDES, Intent, Not, Tell, ask, is_in, yes_no
from training.language.intents.rules import FOOT_DOWN, KNEE_DOWN, THIGH_LEVEL


def _legs() -> list[Intent]:
    return [
        *yes_no("thigh_level", "low", THIGH_LEVEL, slots=BOTH_SIDES, negated=False, claims="""
            {p} {side} thigh is horizontal
            {p} {side} thigh is parallel to the floor
            {p} {side} upper leg is level
        """, ask="""
            {side} thigh parallel to the ground?
            does {p} {side} thigh reach parallel?
            {side} thigh horizontal?
            {does_s} hold {p} {side} thigh horizontally?
            is {p} {side} upper leg parallel with the ground?
        """, held="""
            is {p} {side} femur level with the floor?
            does {p} {side} upper leg lie flat in the horizontal?
        """),
        *yes_no("thigh_vertical", "low", is_in("{side}_thigh", "pointing_down", "slanted horizontal raised"),
                slots=BOTH_SIDES, negated=False, claims="""
            {p} {side} thigh is vertical
            {p} {side} thigh is pointing straight down
            {p} {side} upper leg is upright
        """, ask="""
            {side} thigh vertical?
            does {p} {side} thigh hang straight down from the hip?
            is {p} {side} knee right below the hip?
            does {p} {side} upper leg point down?
            is {p} {side} thigh perpendicular to the floor?
        """, held="""
            is {p} {side} femur vertical?
            does {p} {side} knee sit directly under the hip?
        """),
        *yes_no("thigh_raised", "low", is_in("{side}_thigh", "raised", "pointing_down slanted"),
                slots=BOTH_SIDES, negated=False, claims="""
            {p} {side} thigh is raised above the horizontal
            {p} {side} knee is higher than {p} hip
            {p} {side} knee is lifted above hip level
        """, ask="""
            {does_s} lift {p} {side} knee above the hip?
            {side} knee above hip?
            is {p} {side} knee pulled up high?
            is {p} {side} thigh pointing upwards?
            {does_s} raise {p} {side} knee past hip height?
        """, held="""
            does {p} {side} knee come up past the hip?
            is {p} {side} thigh lifted beyond parallel?
        """),
        *ask("thigh_open", "low", "open", Tell(("{side}_thigh",)), slots=BOTH_SIDES, ask="""
            how is {p} {side} thigh oriented?
            which way does {p} {side} thigh point?
            is {p} {side} thigh vertical or horizontal?
            {side} thigh orientation?
            what is the orientation of {p} {side} upper leg?
            describe {p} {side} thigh.
            is {p} {side} thigh pointing down, slanted or horizontal?
            where does {p} {side} upper leg point?
            how high is {p} {side} thigh lifted?
        """, tell="""
            how {p} {side} thigh is oriented
            which way {p} {side} thigh points
        """, held="""
            in what direction does {p} {side} femur point?
            what position is {p} {side} upper leg in?
        """),
        *yes_no("shin_vertical", "low", is_in("{side}_shin", "upright", "slanted horizontal"), slots=BOTH_SIDES,
                negated=False, claims="""
            {p} {side} shin is vertical
            {p} {side} shin is upright
            {p} {side} lower leg is vertical
        """, ask="""
            {side} shin vertical?
            is {p} {side} knee right above the ankle?
            does {p} {side} lower leg stand upright?
            is {p} {side} shin perpendicular to the floor?
            is {p} {side} calf upright?
        """, held="""
            is {p} {side} tibia vertical?
            does {p} {side} knee stack over the ankle?
        """),
        *yes_no("shin_level", "low", is_in("{side}_shin", "horizontal", "upright slanted"), slots=BOTH_SIDES,
                negated=False, claims="""
            {p} {side} shin is horizontal
            {p} {side} lower leg is parallel to the floor
            {p} {side} shin is level
        """, ask="""
            {side} shin horizontal?
            does {p} {side} lower leg lie flat?
            is {p} {side} shin parallel to the ground?
            is {p} {side} calf horizontal?
            {side} lower leg level with the floor?
        """, held="""
            is {p} {side} tibia horizontal?
            is {p} {side} lower leg laid flat in the horizontal?
        """),
        *ask("shin_open", "low", "open", Tell(("{side}_shin",)), slots=BOTH_SIDES, ask="""
            how is {p} {side} shin oriented?
            is {p} {side} shin vertical or horizontal?
            {side} shin orientation?
            what is the orientation of {p} {side} lower leg?
            describe {p} {side} shin.
            is {p} {side} shin upright, slanted or horizontal?
            is {p} {side} lower leg upright or tilted?
            shin angle on the {side}: upright or slanted?
        """, tell="""
            how {p} {side} shin is oriented
            whether {p} {side} lower leg is upright or slanted
        """, held="""
            in what orientation is {p} {side} tibia?
            what position is {p} {side} calf in?
        """),
        *yes_no("foot_ground", "low", FOOT_DOWN, slots=BOTH_SIDES, claims="""
            {p} {side} foot is on the floor
            {p} {side} foot is on the ground
            {p} {side} foot is touching the floor
            {p} {side} foot is planted
        """, ask="""
            {does_s} have {p} {side} foot on the ground?
            {side} foot down?
            does {p} {side} foot touch the ground?
            is there ground contact of the {side} foot?
            {side} foot on the floor?
            does {p} {side} foot reach the ground?
        """, held="""
            is {p} {side} foot in contact with the floor?
            {does_s} keep {p} {side} foot on the ground?
            is {p} {side} foot grounded?
        """),
        *yes_no("foot_lifted", "low", Not(FOOT_DOWN), slots=BOTH_SIDES, claims="""
            {p} {side} foot is off the ground
            {p} {side} foot is lifted
            {p} {side} foot is in the air
            {p} {side} foot is raised
        """, ask="""
            {does_s} lift {p} {side} foot?
            {is_s} lifting {p} {side} leg off the floor?
            {side} foot up?
            has {p} {side} foot left the ground?
            {is_s} raising {p} {side} foot?
            is there air under {p} {side} foot?
        """, held="""
            is {p} {side} foot clear of the floor?
            {has_s} picked up {p} {side} foot?
        """),
        *ask("foot_choice", "low", "choice", Tell(("{side}_foot_ground",)), slots=BOTH_SIDES, ask="""
            is {p} {side} foot on the ground or in the air?
            is {p} {side} foot on the floor or lifted?
            {side} foot up or down?
            where is {p} {side} foot?
            {side} foot planted or lifted?
            {side} foot position
            what is {p} {side} foot doing?
            does {p} {side} foot touch the floor or not?
        """, tell="""
            whether {p} {side} foot is on the ground or in the air
            where {p} {side} foot is
        """, held="""
            is {p} {side} foot grounded or airborne?
            what's the state of {p} {side} foot?
        """),
        *yes_no("knee_ground", "low", KNEE_DOWN, slots=BOTH_SIDES, claims="""
            {p} {side} knee is on the floor
            {p} {side} knee is on the ground
            {p} {side} knee is touching the ground
        """, ask="""
            {is_s} kneeling on {p} {side} knee?
            {does_s} have {p} {side} knee down?
            {side} knee on the floor?
            does {p} {side} knee rest on the ground?
            {is_s} down on {p} {side} knee?
            does {p} {side} knee touch the floor?
        """, held="""
            is {p} {side} knee in contact with the floor?
            {has_s} put {p} {side} knee down on the ground?
        """),
        *ask("knee_where", "low", "choice", Tell(("{side}_knee_ground",)), slots=BOTH_SIDES, ask="""
            is {p} {side} knee on the ground or off it?
            is {p} {side} knee on the floor or in the air?
            {side} knee up or down?
            where is {p} {side} knee?
            {side} knee: on the ground or lifted?
            does {p} {side} knee rest on the floor or is it off it?
            {side} knee position relative to the floor
            is {p} {side} knee resting on the ground or clear of it?
        """, tell="""
            whether {p} {side} knee is on the ground
            whether {p} {side} knee is on the floor or off it
        """, held="""
            is {p} {side} knee grounded or off the floor?
            knee contact on the {side}: yes or no, which one?
        """, weight=0.7),
    ]  # fmt: skip


def _sides() -> list[Intent]:
    """The leg as a whole."""
    return [
        *yes_no("leg_raised", "low", Not(FOOT_DOWN), slots=BOTH_SIDES, negated=False, claims="""
            {p} {side} leg is raised
            {p} {side} leg is lifted
            {p} {side} leg is up
        """, ask="""
            {does_s} raise {p} {side} leg?
            {is_s} lifting {p} {side} leg?
            {side} leg up?
            {does_s} have {p} {side} leg in the air?
            {is_s} holding {p} {side} leg up?
            is {p} {side} lower limb elevated?
        """, held="""
            did {s} put {p} {side} leg up?
            is {p} {side} leg hoisted off the ground?
        """),
    ]  # fmt: skip


INTENTS: Final[tuple[Intent, ...]] = (*_legs(), *_sides())
