"""Questions about the shape of the body and what it could be doing, where geometry decides."""

from __future__ import annotations

from typing import Final

from training.language.intents.base import All, Both, Either, Intent, Possible, Rule, Tell, ask, is_in, yes_no
from training.language.intents.rules import (
    FOREARM_UP,
    FORWARD,
    HAND_ABOVE_SHOULDER,
    HAND_BELOW_HIP,
    HAND_GROUND,
    KNEE_DOWN,
    LEVEL_THIGHS,
    SQUATTING,
    STAGGERED,
    THIGH_LEVEL,
    posture,
)


def _shape() -> list[Intent]:
    return [
        *yes_no("curled", "high", is_in("compactness", "curled_up", "medium stretched_out"), claims="""
            {s_is} curled up
            {s_is} in a ball
            {p} body is tucked
        """, ask="""
            {does_s} curl up?
            curled up?
            fetal position?
            {is_s} huddled?
            is the body compact?
            tucked position?
            {is_s} drawn together into a ball?
            {does_s} make {p} body small?
        """, held="""
            {has_s} rolled {p} body up?
            is {p} body gathered into a small shape?
        """),
        *yes_no("stretched", "high", is_in("compactness", "stretched_out", "curled_up medium"), claims="""
            {s_is} stretched out
            {p} body is extended
            {p} limbs are spread out
        """, ask="""
            {does_s} stretch out {p} body?
            stretched out?
            {is_s} making {p} body long?
            is the body fully stretched?
            {does_s} spread {p} arms and legs?
            outstretched body?
            {is_s} reaching out with the whole body?
        """, held="""
            does {p} body take up a lot of space?
            are arms and legs extended far from the body's centre?
        """),
        *ask("compactness", "high", "choice", Tell(("compactness",)), ask="""
            {is_s} curled up or stretched out?
            is {p} body compact or extended?
            stretched out or curled up?
            how compact is {p} body?
            how far is the body stretched?
            is the pose open or closed?
            curled or stretched?
            {does_s} make {p} body small or large?
        """, tell="""
            whether {s_is} curled up or stretched out
            how compact {p} body is
        """, held="""
            tucked or extended, which is it?
            how spread out is the body?
        """),
    ]  # fmt: skip


def _activities() -> list[Intent]:
    """What the body could be doing, where geometry decides; the answer tells the geometry."""
    wave: Rule = Either(All((HAND_ABOVE_SHOULDER, FOREARM_UP)))
    upright_legs = posture("standing")
    return [
        *yes_no("squat_deep", "high", All((SQUATTING, LEVEL_THIGHS)), negated=False, claims="""
            {p} squat is deep
            {s_is} in a deep squat
            {p} hips are low enough for a full squat
        """, ask="""
            is this a deep squat?
            deep squat?
            {does_s} squat deep?
            does the squat reach parallel?
            is the squat deep enough?
            {does_s} get to parallel in the squat?
            are the thighs at least parallel to the floor in the squat?
            squat depth ok?
        """, held="""
            {does_s} reach full depth in the squat?
            has the squat gone down to parallel?
        """),
        *ask("squat_depth", "high", "how_much", Tell(("posture", "left_thigh", "right_thigh"), most=3), ask="""
            how deep is the squat?
            how low is {p} squat?
            squat depth?
            how deep {does_s} squat?
            how far down {does_s} go?
            how low {is_s} squatting?
            what is the depth of the squat?
            rate the squat depth.
        """, tell="""
            how deep the squat is
        """, held="""
            how far into the squat {is_s}?
            to what depth {does_s} squat?
        """, weight=0.6),
        *yes_no("waving", "high", Possible(wave), negated=False, claims="""
            {s_is} waving
        """, ask="""
            could {s} be waving?
            {does_s} wave?
            waving?
            might {s} be waving a hand?
            {is_s} waving at someone?
            could this be a wave?
            does it look like a wave?
            could {s} be greeting someone with a raised hand?
        """, held="""
            might this be a wave of the hand?
            is a waving gesture possible here?
        """),
        *yes_no("walking", "high", Possible(All((upright_legs, STAGGERED))), negated=False, claims="""
            {s_is} walking
            {s_is} taking a step
        """, ask="""
            could {s} be walking?
            {does_s} walk?
            walking?
            {is_s} stepping forward?
            might {s} be in mid-stride?
            {is_s} on the move with a step?
            could this be a walking pose?
            striding?
        """, held="""
            might this be a step?
            is it possible that {s_is} strolling?
        """),
        *yes_no("clapping", "high", Possible(is_in("hands_distance", "together", "apart wide_apart")), negated=False,
                claims="""
            {s_is} clapping
        """, ask="""
            could {s} be clapping?
            {does_s} clap?
            clapping?
            might {s} be praying with the hands together?
            could {s} be holding {p} hands together in prayer?
            applauding?
            could this be a handclasp?
            could {s} be praying?
        """, held="""
            might this be applause?
            is it possible that {s_is} clapping?
        """, weight=0.6),
        *yes_no("cheering", "high", Possible(Both(HAND_ABOVE_SHOULDER)), negated=False, claims="""
            {s_is} cheering
            {s_is} celebrating
        """, ask="""
            could {s} be cheering?
            could {s} be celebrating with raised arms?
            might {s} be surrendering?
            victory pose?
            cheering?
            is this a victory pose?
            could this be a hands-up gesture?
            celebrating with both hands up?
        """, held="""
            might this be a cheer?
            is it possible that {s_is} signalling with both hands up?
        """, weight=0.6),
        *yes_no("picking_up", "high", Possible(All((FORWARD, Either(HAND_BELOW_HIP)))), negated=False, claims="""
            {s_is} picking something up from the floor
            {s_is} reaching down
        """, ask="""
            could {s} be picking something up?
            {does_s} reach down?
            reaching down?
            might {s} be reaching for the floor?
            could {s} be lifting something from the ground?
            could this be bending down to pick something up?
            is it a reach to the ground?
            could {s} be tying {p} shoes?
        """, held="""
            might {s} be grabbing something from the ground?
            is a reach towards the floor going on?
        """, weight=0.6),
        *yes_no("crawling", "high", Possible(All((Either(KNEE_DOWN), Either(HAND_GROUND)))), negated=False, claims="""
            {s_is} supporting the body with hands and knees
        """, ask="""
            could {s} be crawling?
            {does_s} support the body on hands and knees?
            might {s} be moving on hands and knees?
            are a hand and a knee on the ground?
            could this be a crawl?
            hand and knee on the floor?
            is the body on a hand and a knee?
            could {s} be scrubbing the floor on {p} knees?
        """, held="""
            might this be a crawl?
            is weight on both a hand and a knee?
        """, weight=0.5),
        *yes_no("lift_posture", "high", All((is_in("torso_lean", "upright", "forward bent_far_forward backward"),
                Both(is_in("{side}_knee_bend", "bent deeply_bent", "straight slightly_bent")))), negated=False,
                claims="""
            {s_is} lifting from the legs with an upright back
        """, ask="""
            are {p} knees bent while the back stays upright?
            is this a safe lifting posture, back upright and knees bent?
            ergonomic lifting posture?
            upright back with bent knees?
            {does_s} bend the knees instead of the back?
            {is_s} going down with the knees and keeping the back upright?
            is the back upright and are the knees bent?
            knees bent and back upright?
        """, held="""
            {does_s} use the legs rather than the back to go down?
            is it knees bent, torso upright?
        """, weight=0.5),
        *yes_no("wall_sit", "high", Possible(All((Both(THIGH_LEVEL), is_in("torso_orientation", "vertical",
                "slanted horizontal inverted")))), negated=False, claims="""
            {s_is} in a chair position with level thighs
        """, ask="""
            could {s} be doing a wall sit?
            wall sit?
            are the thighs level and the back vertical?
            is this a chair pose with level thighs?
            {is_s} in a seated position with a vertical back and level thighs?
            is the torso vertical and are the thighs horizontal?
            thighs level, back vertical?
            could this be a wall sit?
        """, held="""
            might this be a wall sit?
            are trunk and thighs at a right angle with a vertical back?
        """, weight=0.4),
    ]  # fmt: skip


INTENTS: Final[tuple[Intent, ...]] = (*_shape(), *_activities())
