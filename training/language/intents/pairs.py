"""Questions about both limbs, either of them or only one."""

from __future__ import annotations

from typing import Final

from training.language.intents.base import All, Both, Either, Intent, Not, OneSide, yes_no
from training.language.intents.rules import (
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


INTENTS: Final[tuple[Intent, ...]] = (*_pairs(),)
