"""Questions about the torso: lean, side lean, orientation and twist."""

from __future__ import annotations

from typing import Final

from training.language.intents.base import BOTH_SIDES, Angle, Intent, IsSide, Premise, Tell, ask, compare, is_in, yes_no
from training.language.intents.rules import BACKWARD, FORWARD, LEANING


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
        *yes_no("leaning", "medium", LEANING, claims="""
            {s_is} leaning
            {s_is} leaning to one side or another
            {p} torso is tilted
            {p} body is leaning
        """, ask="""
            {is_s} leaning at all?
            {does_s} lean?
            leaning?
            is there any lean in {p} torso?
            {is_s} leaning any way, forward, back or sideways?
            {is_s} leaning in some direction?
            {has_s} got a lean?
            is {p} upper body off the plumb line?
            does {p} trunk lean anywhere?
        """, held="""
            is there a tilt to {p} upper body, whichever way?
            {does_s} lean some way or other?
            {is_s} at a slant with the torso?
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
        *yes_no("torso_vertical", "medium", is_in("torso_orientation", "vertical", "slanted horizontal inverted"),
                claims="""
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
        *ask("torso_open", "medium", "open", Tell(("torso_orientation", "torso_lean", "torso_side_lean",
             "torso_twist")), ask="""
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
        *ask("side_lean_open", "medium", "which_side", compare("torso_side_lean"), ask="""
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
        *ask("twist_open", "medium", "which_side", compare("torso_twist"), ask="""
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


INTENTS: Final[tuple[Intent, ...]] = (*_torso(),)
