"""Questions about the head: turn, nod, tilt, and whether the face is towards the camera."""

from __future__ import annotations

from typing import Final

from training.language.intents.base import BOTH_SIDES, Intent, IsSide, Not, Premise, Tell, ask, compare, is_in, yes_no
from training.language.intents.rules import FACING_LENS


def _head() -> list[Intent]:
    return [
        *yes_no("head_turned", "low", IsSide("head_turn"), slots=BOTH_SIDES, claims="""
            {p} head is turned to the {side}
            {s_is} looking to the {side}
            {p} head is rotated to the {side}
            {p} face is turned to the {side}
        """, ask="""
            {does_s} turn {p} head {side}?
            {is_s} looking {side}?
            {does_s} look to {p} {side}?
            head turned {side}?
            {side} head rotation?
            {does_s} look over {p} {side} shoulder?
            {is_s} facing {side} with {p} head?
        """, held="""
            {has_s} swivelled {p} head to the {side}?
            does {p} face point to the {side}?
        """),
        *yes_no("head_straight", "low", is_in("head_turn", "straight", "left right"), claims="""
            {s_is} looking straight ahead
            {p} head is facing straight ahead
            {p} head is in line with the body
        """, ask="""
            is {p} head turned neither left nor right?
            {is_s} facing forward with {p} head?
            does {p} head point the same way as the chest?
            head straight?
            neutral head rotation?
            is {p} face in line with {p} shoulders?
        """, held="""
            {does_s} keep {p} head facing the front?
            is {p} head free of rotation?
        """),
        *yes_no("head_turned_any", "low", is_in("head_turn", "left right", "straight"), negated=False, claims="""
            {p} head is turned
            {p} head is rotated
            {s_is} looking to one side
        """, ask="""
            {does_s} turn {p} head?
            is {p} head turned to either side?
            any head rotation?
            {is_s} turning {p} head away?
            head turned?
            is {p} neck rotated?
        """, held="""
            {has_s} turned {p} head sideways?
            does {p} head point another way than the body?
        """),
        *ask("head_turn", "low", "which_side", compare("head_turn"), ask="""
            which way is {p} head turned?
            where {is_s} looking?
            which direction {is_s} looking?
            is {p} head turned left or right?
            which way does {p} head face?
            {is_s} looking left, right or straight ahead?
            head rotation?
            where is {p} face pointing?
            head direction
            which way is {p} face turned?
        """, tell="""
            which way {p} head is turned
            where {s_is} looking
            whether {p} head is turned left or right
        """, held="""
            in which direction {has_s} turned {p} head?
            to which side does {p} head point?
        """),
        *yes_no("head_down", "low", is_in("head_nod", "down", "level up"), claims="""
            {s_is} looking down
            {p} head is lowered
            {p} head is bowed
            {p} head is tilted forward
        """, ask="""
            {does_s} look down?
            is {p} chin dropped?
            {is_s} nodding {p} head down?
            head down?
            {is_s} looking at the floor?
            is {p} gaze lowered?
            is {p} chin tucked to the chest?
            neck flexion?
        """, held="""
            {has_s} let {p} head drop?
            does {p} face point towards the ground?
        """),
        *yes_no("head_up", "low", is_in("head_nod", "up", "down level"), claims="""
            {s_is} looking up
            {p} head is raised
            {p} head is tilted back
            {p} chin is lifted
        """, ask="""
            {does_s} look up?
            {is_s} looking at the ceiling?
            {is_s} looking up at the sky?
            head up?
            {does_s} tip {p} head back?
            is {p} gaze raised?
            neck extension?
        """, held="""
            {has_s} lifted {p} face upwards?
            does {p} face point towards the ceiling?
        """),
        *yes_no("head_level", "low", is_in("head_nod", "level", "down up"), negated=False, claims="""
            {p} head is level
            {s_is} looking neither up nor down
            {p} gaze is horizontal
        """, ask="""
            {does_s} hold {p} head level?
            is {p} head neutral, neither raised nor lowered?
            {is_s} looking straight at the horizon?
            level head?
            is {p} chin at a normal height?
        """, held="""
            is {p} head free of any nod up or down?
            {does_s} look horizontally?
        """),
        *ask("head_nod", "low", "choice", Tell(("head_nod",)), ask="""
            {is_s} looking up or down?
            is {p} head up or down?
            is {p} head raised, level or lowered?
            head up or down?
            is {p} chin up or down?
            {does_s} look up, down or straight?
            how is {p} head pitched?
            is {p} gaze lowered or raised?
            head pitch?
        """, tell="""
            whether {s_is} looking up or down
            whether {p} head is raised or lowered
        """, held="""
            is {p} face directed up, down or level?
            what is the up-down tilt of {p} head?
        """),
        *yes_no("head_tilted", "low", IsSide("head_tilt"), slots=BOTH_SIDES, claims="""
            {p} head is tilted to the {side}
            {p} head is leaning to the {side}
            {p} head is tipped towards the {side} shoulder
        """, ask="""
            {does_s} tilt {p} head to the {side}?
            {is_s} tilting {p} head {side}?
            is {p} {side} ear close to the {side} shoulder?
            head tilted {side}?
            {side} lateral neck flexion?
            {does_s} lean {p} head towards the {side} shoulder?
        """, held="""
            does {p} head tip over to the {side}?
            {has_s} cocked {p} head to the {side}?
        """),
        *yes_no("head_tilted_any", "low", is_in("head_tilt", "left right", "straight"), negated=False, claims="""
            {p} head is tilted sideways
            {p} head is tilted to one side
            {p} head is crooked
        """, ask="""
            {does_s} tilt {p} head?
            {is_s} tilting {p} head to a side?
            any lateral head tilt?
            head tilted?
            is {p} head inclined towards a shoulder?
            {does_s} hold {p} head at an angle?
        """, held="""
            {has_s} cocked {p} head?
            is {p} head slanted to one side?
        """),
        *ask("head_tilt", "low", "which_side", compare("head_tilt"), ask="""
            is {p} head tilted to the left or to the right?
            which way is {p} head tilted?
            to which side does {p} head lean?
            is {p} head tilted or upright?
            head tilt?
            is {p} head straight or tilted to a shoulder?
            lateral head tilt direction
            which shoulder is {p} head tilted to?
        """, tell="""
            which way {p} head is tilted
            whether {p} head is tilted to a side
        """, held="""
            towards which shoulder does {p} head tip?
            is there a lean of {p} head, and where to?
        """),
        *yes_no("facing_lens", "low", FACING_LENS, claims="""
            {s_is} looking at the camera
            {s_is} facing the camera with {p} face
            {p} face is turned to the camera
            {s_is} looking into the lens
        """, ask="""
            {does_s} look at the camera?
            {does_s} face the camera?
            {is_s} looking at me?
            {is_s} looking at the viewer?
            looking into the camera?
            eyes towards the camera?
            {is_s} looking our way?
            {does_s} look towards the photographer?
        """, held="""
            does {p} face point at the camera?
            {is_s} facing the lens?
            {is_s} turned to the photographer with {p} face?
        """, weight=1.5),
        *yes_no("looking_away", "low", Not(FACING_LENS), negated=False, claims="""
            {s_is} looking away from the camera
            {p} face is turned away from the camera
            {s_is} avoiding the camera with {p} face
        """, ask="""
            {does_s} look away?
            {is_s} facing away from the photographer?
            {is_s} looking somewhere other than the camera?
            face away from the camera?
            {does_s} turn {p} face from the lens?
            looking elsewhere?
        """, held="""
            {is_s} not facing the lens with {p} face?
            does {p} face point past the camera?
        """, weight=0.7),
        *ask("head_open", "low", "open", Tell(("head_turn", "head_nod", "head_tilt")), ask="""
            what is {p} head doing?
            how is {p} head positioned?
            how {does_s} hold {p} head?
            what is the position of {p} head?
            describe {p} head position.
            head?
            head position
            what about {p} head?
            how is {p} head held?
            what is {p} neck doing?
        """, tell="""
            how {p} head is held
            what {p} head is doing
        """, held="""
            what can be said about {p} head?
            which position is {p} head in?
        """),
        *ask("head_premise", "low", "false_premise", Premise(is_in("head_nod", "down", "level up")), ask="""
            why {is_s} looking down?
            why is {p} head down?
            how come {s_is} looking at the floor?
            why {does_s} lower {p} head?
            what makes {o} look down?
            why is {p} head bowed?
            how far down {is_s} looking?
            since {s_is} looking down, how is {p} head held?
        """, held="""
            for what reason is {p} head lowered?
            what's the cause of the lowered head?
        """, weight=0.7),
    ]  # fmt: skip


INTENTS: Final[tuple[Intent, ...]] = (*_head(),)
