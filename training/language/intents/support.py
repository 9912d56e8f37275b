"""Questions about balance, weight and what touches the ground."""

from __future__ import annotations

from typing import Final

from training.language.intents.base import (
    BOTH_SIDES,
    All,
    Both,
    Intent,
    IsSide,
    OneSide,
    Tell,
    TellFirst,
    ask,
    compare,
    is_in,
    yes_no,
)
from training.language.intents.rules import FOOT_DOWN, UNSTABLE, posture


def _balance() -> list[Intent]:
    lone_leg = OneSide(FOOT_DOWN)
    return [
        *yes_no("balanced", "high", is_in("balance", "stable", "unstable"), claims="""
            {s_is} balanced
            {s_is} stable
            {s_is} in balance
            {p} pose is stable
        """, ask="""
            {does_s} have good balance?
            {is_s} well balanced?
            balanced?
            stable?
            is {p} centre of mass over {p} feet?
            is {p} center of gravity over the base of support?
            could {s} hold this pose without falling?
            {is_s} steady?
        """, held="""
            would {s} stay up without moving?
            is the weight over the base of support?
            is this pose statically stable?
        """, weight=1.5),
        *yes_no("off_balance", "high", UNSTABLE, claims="""
            {s_is} off balance
            {s_is} falling
            {s_is} losing {p} balance
            {p} pose is unstable
        """, ask="""
            {does_s} fall?
            could {s} be falling?
            would {s} fall over?
            unstable?
            falling?
            {is_s} about to fall?
            {is_s} tipping over?
            out of balance?
            is {p} centre of mass outside {p} base of support?
        """, held="""
            would {s} topple over?
            is there a risk that {s_is} toppling over?
        """),
        *ask("balance_open", "high", "open", Tell(("balance",)), ask="""
            how is {p} balance?
            how stable is the pose?
            {is_s} balanced or off balance?
            balance?
            stable or unstable?
            what about {p} balance?
            where is {p} centre of mass?
            assess {p} stability.
            stability
            is the pose stable or not?
        """, tell="""
            how stable {p} pose is
            whether {s_is} balanced or not
        """, held="""
            what can be said about {p} equilibrium?
            how good is the static balance?
        """),
        *ask("weight_which", "high", "which_side", compare("weight_leg"), ask="""
            which leg carries the weight?
            which leg bears more weight?
            which foot is {p} weight on?
            which leg {is_s} standing on?
            on which leg {is_s} resting {p} weight?
            where is {p} weight?
            weight-bearing leg?
            supporting leg?
            which is the standing leg?
            is {p} weight on the left or the right leg?
            on which foot {does_s} put more weight?
            which leg is loaded more?
            standing leg left or right?
        """, tell="""
            which leg carries the weight
            which leg {s_is} leaning on
        """, held="""
            which leg supports the body?
            to which side is {p} weight shifted?
            on what leg does the load rest?
        """, weight=2.0),
        *yes_no("weight_on", "high", IsSide("weight_leg"), slots=BOTH_SIDES, form="comparison", claims="""
            {p} weight is on the {side} leg
            {p} weight is shifted to the {side}
            the {side} leg is carrying the weight
        """, ask="""
            {does_s} put {p} weight on the {side} leg?
            weight on the {side} foot?
            does the {side} leg bear more weight?
            is the {side} leg the standing leg?
            {is_s} standing on the {side} leg?
            {side} leg loaded?
        """, held="""
            is the {side} leg doing the supporting?
            does the load rest on the {side} foot?
        """),
        *yes_no("weight_even", "high", is_in("weight_leg", "both", "left right"), claims="""
            {p} weight is on both legs
            {p} weight is evenly distributed
            {p} weight is shared by both feet
        """, ask="""
            even weight distribution?
            {is_s} standing on both legs equally?
            do both legs carry the weight?
            weight centred between the feet?
            {does_s} load both legs the same?
            are both legs equally loaded?
        """, held="""
            is the load split between the two legs?
            {does_s} rest equally on both feet?
        """, negated=False),
        *yes_no("one_leg", "high", All((posture("standing"), lone_leg)), claims="""
            {s_is} standing on one leg
            {s_is} standing on one foot
            {s_is} balancing on one leg
        """, ask="""
            {does_s} stand on one leg?
            one-legged stance?
            single-leg stance?
            one foot only on the ground while standing?
            {is_s} on one foot?
            {does_s} balance on a single leg?
            flamingo stance?
        """, held="""
            {is_s} upright on a single foot?
            {does_s} stand with just one foot on the floor?
        """, weight=1.5),
        *yes_no("two_legs", "high", All((posture("standing"), Both(FOOT_DOWN))), negated=False, claims="""
            {s_is} standing on both feet
            {s_is} standing on two legs
        """, ask="""
            {does_s} stand on both feet?
            both feet on the ground while standing?
            two-legged stance?
            {is_s} standing with both feet down?
            double-leg stance?
            standing on two feet?
        """, held="""
            {is_s} upright on both feet?
            {does_s} stand with the two feet planted?
        """),
        *ask("contact_open", "high", "open",
             TellFirst((("left_foot_ground", frozenset({"yes"})), ("right_foot_ground", frozenset({"yes"})),
                        ("left_knee_ground", frozenset({"yes"})), ("right_knee_ground", frozenset({"yes"})),
                        ("left_hand_ground", frozenset({"yes"})), ("right_hand_ground", frozenset({"yes"})),
                        ("airborne", frozenset({"yes"}))),
                       ("left_foot_ground", "right_foot_ground", "left_knee_ground", "right_knee_ground"), most=6),
             ask="""
            what touches the ground?
            which body parts touch the ground?
            what parts of {p} body are on the floor?
            where {does_s} touch the ground?
            ground contact?
            points of contact with the floor?
            which limbs are on the ground?
            what is in contact with the floor?
            what supports {p} body?
            contact points
            what {is_s} standing or resting on: feet, knees or hands?
        """, tell="""
            what touches the ground
            which parts of {p} body are on the floor
        """, held="""
            on what does the body rest?
            list the ground contacts.
            which parts meet the ground?
        """, weight=1.5),
    ]  # fmt: skip


INTENTS: Final[tuple[Intent, ...]] = (*_balance(),)
