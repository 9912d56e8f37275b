"""Questions about how the camera sees the body: from which side and from what height."""

from __future__ import annotations

from typing import Final

from training.language.intents.base import BOTH_SIDES, Intent, IsSide, Tell, ask, is_in, yes_no


def _camera() -> list[Intent]:
    return [
        *yes_no("view_front", "high", is_in("view", "front", "back left_side right_side"), claims="""
            {s_is} seen from the front
            {p} body is facing the camera
            {p} chest is towards the camera
            {s_is} facing us
        """, ask="""
            {does_s} face the camera with {p} body?
            front view?
            is this a front view?
            frontal view?
            is it taken from the front?
            {does_s} stand facing the viewer?
            can we see {p} front?
        """, held="""
            is the body turned frontally to the lens?
            is {p} torso shown from the front?
        """),
        *yes_no("view_back", "high", is_in("view", "back", "front left_side right_side"), claims="""
            {s_is} seen from behind
            {p} back is to the camera
            {s_is} facing away from the camera
            {s_is} turned away from us
        """, ask="""
            back view?
            is this a view from behind?
            rear view?
            is it taken from the back?
            do we see {p} back?
            {does_s} have {p} back to the camera?
            {does_s} turn {p} back on us?
        """, held="""
            is {p} torso shown from the rear?
            does {p} back point at the lens?
        """),
        *yes_no("view_profile", "high", is_in("view", "left_side right_side", "front back"), claims="""
            {s_is} seen from the side
            {s_is} in profile
            {p} body is sideways to the camera
        """, ask="""
            side view?
            is this a side view?
            profile view?
            is it taken from the side?
            {does_s} stand sideways to the camera?
            lateral view?
            do we see {o} from the side?
        """, held="""
            is {p} torso shown in profile?
            does a flank point at the lens?
        """, negated=False),
        *yes_no("view_side", "high", IsSide("view", "{side}_side"), slots=BOTH_SIDES, negated=False, claims="""
            {s_is} seen from {p} {side} side
            {p} {side} side is facing the camera
            {s_is} in profile from the {side}
        """, ask="""
            {side} side view?
            is this the {side} profile?
            do we see {p} {side} side?
            is it taken from {p} {side}?
            {side} profile?
            does {p} {side} flank point at the camera?
        """, held="""
            is {p} torso shown from the {side} flank?
            is it {p} {side} side that the camera sees?
        """),
        *ask("view_open", "high", "open", Tell(("view",)), ask="""
            from which side {is_s} seen?
            from where is the person seen?
            from which direction is the photo taken?
            {is_s} seen from the front, the back or the side?
            view?
            viewing direction?
            front, back or side view?
            which way {is_s} facing?
            {is_s} facing the camera or facing away?
            which side of {o} do we see?
            camera view
            {is_s} facing towards us or away from us?
            what is {p} orientation to the camera?
        """, tell="""
            which way {s_is} facing
            from which side we see {o}
        """, held="""
            what angle is the photo taken from, front or side?
            how {is_s} turned relative to the camera?
            which part of {p} body is turned to the lens, front or back?
        """, weight=2.0),
        *ask("view_choice", "high", "choice", Tell(("view", "nearer_side")), ask="""
            is this a front view or a back view?
            {is_s} seen in profile or from the front?
            from the front or from behind?
            front or back?
            is it the front or the back that we see?
            {is_s} seen from the left or from the right?
            profile or frontal?
            is {p} body turned to the camera or away from it?
        """, tell="""
            whether this is a front view or a back view
        """, held="""
            frontal or rear view?
            does the camera see the chest or the back?
        """, weight=0.7),
        *yes_no("camera_above", "high", is_in("camera_height", "above", "level below"), claims="""
            {s_is} seen from above
            the camera is above {o}
            the photo is taken from above
        """, ask="""
            view from above?
            is the camera looking down?
            high-angle shot?
            {is_s} photographed from above?
            is it a top-down view?
            was the picture taken from a high point?
        """, held="""
            does the camera look down on {o}?
            is the lens higher than the body?
        """),
        *yes_no("camera_below", "high", is_in("camera_height", "below", "level above"), claims="""
            {s_is} seen from below
            the camera is below {o}
            the photo is taken from below
        """, ask="""
            view from below?
            is the camera looking up?
            low-angle shot?
            {is_s} photographed from below?
            is it a worm's-eye view?
            was the picture taken from a low point?
        """, held="""
            does the camera look up at {o}?
            does the lens sit lower down than the body?
        """),
        *yes_no("camera_level", "high", is_in("camera_height", "level", "above below"), negated=False, claims="""
            the camera is at body height
            the camera is level with {o}
        """, ask="""
            eye-level shot?
            is the camera at about the same height as the person?
            camera level?
            {is_s} photographed straight on in height?
            is the view horizontal?
            was the picture taken at the height of the body?
        """, held="""
            does the camera look horizontally at {o}?
            is the lens at the height of the body?
        """, weight=0.7),
        *ask("camera_height", "high", "open", Tell(("camera_height",)), ask="""
            how high is the camera?
            is the camera above or below {o}?
            {is_s} seen from above or from below?
            camera height?
            is the camera looking up or down?
            from above, level or below?
            what is the camera angle?
            is it a high-angle or a low-angle shot?
            camera elevation
        """, tell="""
            how high the camera is
            whether the camera is above or below {o}
        """, held="""
            at what height was the photo taken?
            from what elevation do we look at {o}?
        """),
    ]  # fmt: skip


INTENTS: Final[tuple[Intent, ...]] = (*_camera(),)
