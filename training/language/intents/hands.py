"""Questions about one hand: where it is and what it is near."""

from __future__ import annotations

from typing import Final

from training.language.intents.base import BOTH_SIDES, Intent, Premise, Tell, TellFirst, ask, is_in, yes_no
from training.language.intents.rules import (
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
    HAND_MIDDLE,
)


def _hands() -> list[Intent]:
    near = frozenset({"yes"})
    heights = frozenset({"below_hips", "hip_to_shoulder", "head_height", "above_head"})
    return [
        *yes_no("hand_above_head", "low", HAND_ABOVE_HEAD, slots=BOTH_SIDES, claims="""
            {p} {side} hand is above {p} head
            {p} {side} hand is over the head
            {p} {side} wrist is higher than the head
        """, ask="""
            {does_s} hold {p} {side} hand above the head?
            {is_s} reaching above the head with {p} {side} hand?
            {side} hand overhead?
            is {p} {side} wrist above the top of the head?
            does {p} {side} hand go higher than the head?
            {does_s} have {p} {side} hand up over the head?
        """, held="""
            does {p} {side} hand reach beyond the top of {p} head?
            is {p} {side} hand positioned overhead?
        """),
        *yes_no("hand_above_shoulder", "low", HAND_ABOVE_SHOULDER, slots=BOTH_SIDES, claims="""
            {p} {side} hand is above the shoulder
            {p} {side} hand is higher than {p} shoulders
            {p} {side} hand is up
            {p} {side} hand is raised
        """, ask="""
            {does_s} raise {p} {side} hand?
            {is_s} holding up {p} {side} hand?
            {is_s} putting {p} {side} hand up?
            {side} hand above shoulder height?
            is {p} {side} wrist above shoulder level?
            {has_s} raised {p} {side} hand?
        """, held="""
            did {s} put {p} {side} hand up?
            does {p} {side} wrist sit higher than the shoulder line?
        """),
        *yes_no("hand_low", "low", HAND_BELOW_HIP, slots=BOTH_SIDES, negated=False, claims="""
            {p} {side} hand is below the hips
            {p} {side} hand is lower than {p} hip
            {p} {side} hand is hanging below the waist
        """, ask="""
            is {p} {side} wrist under hip level?
            does {p} {side} hand hang down low?
            {side} hand lower than hips?
            {does_s} have {p} {side} hand down by the thigh?
            is {p} {side} hand at thigh level?
        """, held="""
            is {p} {side} hand somewhere under the hip line?
            does {p} {side} wrist sit lower than the pelvis?
        """),
        *yes_no("hand_middle", "low", HAND_MIDDLE, slots=BOTH_SIDES, negated=False, claims="""
            {p} {side} hand is between hip and shoulder height
            {p} {side} hand is at torso height
        """, ask="""
            is {p} {side} hand level with the chest or the belly?
            is {p} {side} hand at trunk level?
            {side} hand between the hips and the shoulders?
            is {p} {side} wrist above the hips but below the shoulders?
            {does_s} hold {p} {side} hand at the height of the torso?
            {side} hand at body height?
        """, held="""
            is {p} {side} hand somewhere between waist and shoulders?
            does {p} {side} wrist sit at the level of the torso?
        """),
        *yes_no("hand_head_height", "low", is_in("{side}_hand_height", "head_height",
                "below_hips hip_to_shoulder above_head"), slots=BOTH_SIDES, negated=False, claims="""
            {p} {side} hand is at head height
            {p} {side} hand is level with the face
        """, ask="""
            {does_s} hold {p} {side} hand at the height of the head?
            {side} hand at head level?
            is {p} {side} wrist between the shoulder and the top of the head?
            is {p} {side} hand as high as the face?
            is {p} {side} hand at eye level?
            {side} hand at face height?
        """, held="""
            does {p} {side} wrist sit level with the head?
            is {p} {side} hand up around head height?
        """),
        *ask("hand_where", "low", "open",
             TellFirst((("{side}_hand_near_head", near), ("{side}_hand_near_foot", near),
                        ("{side}_hand_near_knee", near),
                        ("{side}_hand_near_hip", near), ("{side}_hand_ground", near), ("{side}_hand_height", heights),
                        ("{side}_hand_depth", frozenset({"in_front", "behind", "beside"}))),
                       ("{side}_hand_height", "{side}_hand_near_hip"), most=2), slots=BOTH_SIDES, ask="""
            where is {p} {side} hand?
            where {does_s} have {p} {side} hand?
            where is {p} {side} wrist?
            what is the position of {p} {side} hand?
            {side} hand position
            {side} hand where?
            where {has_s} put {p} {side} hand?
            what is {p} {side} hand doing?
            describe {p} {side} hand's position.
            what is {p} {side} hand near?
            where can {p} {side} hand be found?
            locate {p} {side} hand.
        """, tell="""
            where {p} {side} hand is
            where {s_is} holding {p} {side} hand
            the position of {p} {side} wrist
        """, held="""
            whereabouts is {p} {side} hand?
            where did {s} place {p} {side} hand?
            {p} {side} hand is located where?
        """, weight=1.5),
        *ask("hand_height", "low", "how_much", Tell(("{side}_hand_height",)), slots=BOTH_SIDES, ask="""
            how high is {p} {side} hand?
            at what height is {p} {side} hand?
            is {p} {side} hand above or below the shoulder?
            is {p} {side} hand high or low?
            {side} hand height?
            how high {does_s} hold {p} {side} hand?
            is {p} {side} hand below the hips, at chest height or above the head?
            what level is {p} {side} wrist at?
        """, tell="""
            how high {p} {side} hand is
            at what height {p} {side} hand is held
        """, held="""
            how far up is {p} {side} hand?
            to what height {has_s} brought {p} {side} hand?
        """),
        *yes_no("hand_front", "low", HAND_FRONT, slots=BOTH_SIDES, claims="""
            {p} {side} hand is in front of the body
            {p} {side} hand is in front of {p} torso
        """, ask="""
            {does_s} hold {p} {side} hand in front?
            {side} hand in front?
            is {p} {side} wrist ahead of the trunk?
            {is_s} reaching in front with {p} {side} hand?
            is {p} {side} hand out in front of {o}?
            is {p} {side} hand before the chest rather than behind?
        """, held="""
            is {p} {side} hand forward of the body?
            does {p} {side} hand sit ahead of the torso?
        """),
        *yes_no("hand_behind", "low", HAND_BEHIND, slots=BOTH_SIDES, claims="""
            {p} {side} hand is behind the body
            {p} {side} hand is behind {p} back
        """, ask="""
            {does_s} hold {p} {side} hand behind the back?
            {side} hand behind?
            is {p} {side} wrist behind the trunk?
            {is_s} reaching behind with {p} {side} hand?
            {is_s} hiding {p} {side} hand behind the back?
            is {p} {side} hand at {p} back?
        """, held="""
            is {p} {side} hand to the rear of the body?
            does {p} {side} hand sit behind the torso?
        """),
        *ask("hand_depth", "low", "choice", Tell(("{side}_hand_depth",)), slots=BOTH_SIDES, ask="""
            is {p} {side} hand in front of or behind the body?
            is {p} {side} hand in front of, beside or behind the torso?
            {side} hand in front or behind?
            {does_s} hold {p} {side} hand in front or behind?
            is {p} {side} wrist before or behind the trunk?
            relative to the torso, is {p} {side} hand forward or back?
            is {p} {side} hand ahead of the body or at the back?
            front or back: {p} {side} hand?
        """, tell="""
            whether {p} {side} hand is in front of or behind the body
            if {p} {side} hand is in front or behind
        """, held="""
            which side of the torso is {p} {side} hand on, front or rear?
            seen from the side, is {p} {side} hand ahead of or behind the body?
        """),
        *yes_no("hand_across", "low", is_in("{side}_hand_across", "yes", "no"), slots=BOTH_SIDES, claims="""
            {p} {side} hand is across the body
            {p} {side} arm is crossing the midline
        """, ask="""
            does {p} {side} hand reach over to the {other} side?
            does {p} {side} hand cross the middle of the body?
            is {p} {side} hand on the {other} side of the body?
            {side} hand across the body?
            {is_s} reaching across with {p} {side} arm?
            does {p} {side} arm go across the chest?
        """, held="""
            has {p} {side} hand passed the body's midline?
            {does_s} bring {p} {side} hand over to the {other}?
        """),
        *yes_no("hand_on_head", "low", HAND_HEAD, slots=BOTH_SIDES, claims="""
            {p} {side} hand is near {p} head
            {p} {side} hand is at the head
            {p} {side} hand is close to {p} face
        """, ask="""
            {is_s} touching {p} head with the {side} hand?
            {does_s} have {p} {side} hand by the ear?
            {side} hand on the head?
            {is_s} holding {p} {side} hand to {p} face?
            could {s} be scratching {p} head with the {side} hand?
            is {p} {side} hand next to the face?
        """, held="""
            does {p} {side} hand touch the head?
            is {p} {side} hand up against {p} face or head?
        """),
        *yes_no("hand_on_hip", "low", HAND_HIP, slots=BOTH_SIDES, claims="""
            {p} {side} hand is on {p} hip
            {p} {side} hand is on the waist
            {p} {side} hand is resting on the hip
        """, ask="""
            {does_s} have {p} {side} hand on the hip?
            {does_s} put {p} {side} hand on {p} waist?
            {side} hand on hip?
            is {p} {side} hand at hip or waist?
            {does_s} rest {p} {side} hand on the hip?
            {side} arm akimbo?
        """, held="""
            is {p} {side} hand propped on {p} hip?
            {does_s} place {p} {side} hand at the waist?
        """),
        *yes_no("hand_on_knee", "low", HAND_KNEE, slots=BOTH_SIDES, claims="""
            {p} {side} hand is on a knee
            {p} {side} hand is near {p} knee
        """, ask="""
            {is_s} touching a knee with {p} {side} hand?
            {does_s} rest {p} {side} hand on the knee?
            {side} hand on the knee?
            is {p} {side} hand close to one of the knees?
            is {p} {side} wrist at the knee?
            {is_s} holding {p} knee with the {side} hand?
        """, held="""
            does {p} {side} hand touch a knee?
            is {p} {side} hand placed on {p} knee?
        """),
        *yes_no("hand_on_foot", "low", HAND_FOOT, slots=BOTH_SIDES, claims="""
            {p} {side} hand is at a foot
            {p} {side} hand is near {p} foot
        """, ask="""
            {is_s} touching a foot with {p} {side} hand?
            {is_s} reaching for {p} toes with the {side} hand?
            {side} hand on the ankle?
            is {p} {side} hand close to one of the feet?
            {is_s} holding {p} foot with the {side} hand?
            does {p} {side} hand reach the toes?
        """, held="""
            does {p} {side} hand touch a foot or an ankle?
            {is_s} grabbing a foot with {p} {side} hand?
        """),
        *yes_no("hand_ground", "low", HAND_GROUND, slots=BOTH_SIDES, claims="""
            {p} {side} hand is on the floor
            {p} {side} hand is on the ground
            {p} {side} hand is touching the floor
        """, ask="""
            {does_s} touch the ground with {p} {side} hand?
            {is_s} supporting the body with {p} {side} hand on the floor?
            {side} hand on the floor?
            {is_s} leaning on {p} {side} hand on the ground?
            is {p} {side} palm planted on the floor?
            does {p} {side} hand reach the ground?
        """, held="""
            is {p} {side} hand in contact with the ground?
            {has_s} put {p} {side} hand down on the floor?
        """),
        *yes_no("hand_camera", "low", is_in("{side}_hand_camera", "nearer", "farther"), slots=BOTH_SIDES, negated=False,
                claims="""
            {p} {side} hand is closer to the camera than the body
            {p} {side} hand is held towards the camera
        """, ask="""
            {is_s} reaching towards the camera with {p} {side} hand?
            is {p} {side} hand on the camera's side of the body?
            {side} hand nearer to the camera than the torso?
            does {p} {side} hand come towards the viewer?
            {is_s} holding {p} {side} hand towards the lens?
            is {p} {side} wrist in front of the torso as seen by the camera?
        """, held="""
            is {p} {side} hand extended towards the viewer?
            {does_s} stretch {p} {side} hand in the camera's direction?
        """),
        *ask("hand_camera_choice", "low", "choice", Tell(("{side}_hand_camera",)), slots=BOTH_SIDES, ask="""
            is {p} {side} hand nearer to the camera or farther away than the torso?
            is {p} {side} hand closer to or farther from the camera than the body?
            {side} hand towards or away from the camera?
            how near is {p} {side} hand to the camera?
            is {p} {side} hand before or behind the torso as the camera sees it?
            is {p} {side} wrist nearer or farther than the trunk?
            {side} hand depth relative to the camera?
            does {p} {side} hand point to the camera or away from it?
        """, tell="""
            whether {p} {side} hand is nearer to the camera than the torso
            whether {p} {side} hand is towards the camera or away from it
        """, held="""
            compared with the torso, is {p} {side} hand closer to the viewer or farther off?
            camera distance of {p} {side} hand versus the torso?
        """),
        *ask("hand_premise", "low", "false_premise", Premise(HAND_HIP), slots=BOTH_SIDES, ask="""
            why is {p} {side} hand on the hip?
            why {does_s} have {p} {side} hand on {p} hip?
            how come {p} {side} hand rests on the waist?
            what is the {side} hand on the hip for?
            why {is_s} putting {p} {side} hand on the hip?
            what does the {side} hand on the hip do?
            why is {p} {side} hand at the waist?
            since {p} {side} hand is on the hip, what does it do there?
        """, held="""
            for what reason {does_s} rest {p} {side} hand on the hip?
            what's the point of the {side} hand on the waist?
        """, weight=0.7),
    ]  # fmt: skip


INTENTS: Final[tuple[Intent, ...]] = (*_hands(),)
