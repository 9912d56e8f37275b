"""Questions about the whole body: posture, contact, balance, view, and what the body could be doing."""

from __future__ import annotations

from typing import Final

from pose2lang3d_sdk.facts import POSTURES
from training.language.intents.base import (
    BOTH_SIDES,
    All,
    Any,
    Both,
    Either,
    Intent,
    Is,
    IsSide,
    Not,
    OneSide,
    Possible,
    Premise,
    Rule,
    Tell,
    TellFirst,
    ask,
    compare,
    is_in,
    yes_no,
)
from training.language.intents.low import (
    FOOT_DOWN,
    FOREARM_UP,
    HAND_ABOVE_SHOULDER,
    HAND_BELOW_HIP,
    HAND_GROUND,
    KNEE_DOWN,
    THIGH_LEVEL,
)
from training.language.intents.medium import FORWARD, STAGGERED


def posture(yes: str, debatable: str = "") -> Is:
    """Yes for these postures, no for all others but the debatable ones."""
    no = frozenset(POSTURES) - frozenset(yes.split()) - frozenset(debatable.split())
    assert frozenset(yes.split()) | frozenset(debatable.split()) <= frozenset(POSTURES)
    return Is("posture", frozenset(yes.split()), no)


STANDING: Final = posture("standing", "bent_over lunging")
SITTING: Final = posture("sitting sitting_on_floor")
LYING: Final = posture("lying_face_down lying_on_back lying_on_side")
SQUATTING: Final = posture("squatting")
KNEELING: Final = posture("kneeling half_kneeling", "on_all_fours")
AIRBORNE: Final = is_in("airborne", "yes", "no")
UNSTABLE: Final = is_in("balance", "unstable", "stable")
_LEVEL_THIGHS: Final = Both(is_in("{side}_thigh", "horizontal raised", "pointing_down slanted"))


def _postures() -> list[Intent]:
    return [
        *yes_no("standing", "high", STANDING, claims="""
            {s_is} standing
            {s_is} standing up
            {s_is} on {p} feet
            {s_is} upright on {p} legs
        """, ask="""
            {does_s} stand?
            is this a standing pose?
            standing position?
            is it a standing posture?
            {does_s} stand on {p} feet?
            {is_s} up on {p} feet?
        """, held="""
            would you describe {o} as standing?
            is this someone in a standing position?
            {has_s} stood up?
        """, weight=1.5),
        *yes_no("sitting", "high", SITTING, claims="""
            {s_is} sitting
            {s_is} seated
            {s_is} sitting down
            {s_is} in a sitting position
        """, ask="""
            {does_s} sit?
            is this a sitting pose?
            seated posture?
            is it a seated position?
            {has_s} taken a seat?
            is {p} body in a sitting position?
        """, held="""
            would you describe {o} as seated?
            is this someone in a sitting position?
            {has_s} sat down?
        """, weight=1.5),
        *yes_no("sitting_seat", "high", posture("sitting"), negated=False, claims="""
            {s_is} sitting on a chair
            {s_is} sitting on a raised seat
            {s_is} sitting on something
        """, ask="""
            {does_s} sit on a seat?
            chair sitting?
            {is_s} seated on a chair or bench?
            {is_s} sitting at seat height?
            {is_s} sitting with the hips above the floor?
            {is_s} perched on a seat?
        """, held="""
            {does_s} sit on something raised?
            {is_s} sitting as if on a stool?
        """),
        *yes_no("sitting_floor", "high", posture("sitting_on_floor"), negated=False, claims="""
            {s_is} sitting on the floor
            {s_is} sitting on the ground
            {s_is} seated on the floor
        """, ask="""
            {does_s} sit on the floor?
            floor sitting?
            is {p} bottom on the ground?
            {is_s} sitting directly on the ground?
            sitting on the ground?
            are {p} buttocks on the floor?
        """, held="""
            {does_s} sit down on the bare ground?
            is {p} seat on the floor?
        """),
        *yes_no("squatting", "high", SQUATTING, claims="""
            {s_is} squatting
            {s_is} crouching
            {s_is} in a squat
            {s_is} squatting down
        """, ask="""
            {does_s} squat?
            is this a squat?
            {is_s} doing a squat?
            squat?
            {is_s} crouched down?
            is it a squat position?
            {does_s} crouch?
        """, held="""
            would you call this a squat?
            {is_s} hunkered down?
            {has_s} gone down into a crouch?
        """, weight=1.5),
        *yes_no("kneeling", "high", KNEELING, claims="""
            {s_is} kneeling
            {s_is} on {p} knees
            {s_is} kneeling down
            {s_is} in a kneeling position
        """, ask="""
            {does_s} kneel?
            is this a kneeling pose?
            kneeling position?
            {has_s} knelt down?
            {is_s} resting on the knees?
            is it a kneeling posture?
        """, held="""
            would you describe {o} as kneeling?
            {has_s} gone down on {p} knees?
        """, weight=1.5),
        *yes_no("kneeling_both", "high", posture("kneeling", "on_all_fours"), negated=False, claims="""
            {s_is} kneeling on both knees
            {s_is} kneeling with both knees down
        """, ask="""
            {does_s} kneel on both knees?
            kneeling on both knees?
            tall kneeling?
            {is_s} on both knees?
            is it a two-knee kneel?
            double kneeling position?
        """, held="""
            {does_s} rest on both knees at once?
            {is_s} kneeling down on the two knees?
        """, weight=0.7),
        *yes_no("kneeling_one", "high", posture("half_kneeling"), claims="""
            {s_is} kneeling on one knee
            {s_is} down on one knee
            {s_is} half-kneeling
        """, ask="""
            {does_s} kneel on one knee?
            half-kneeling position?
            one knee down?
            {is_s} in a proposal pose on one knee?
            {is_s} genuflecting?
            is it a half kneel?
        """, held="""
            {has_s} gone down on a single knee?
            {does_s} rest on just one knee?
        """, negated=False),
        *yes_no("lunging", "high", posture("lunging"), claims="""
            {s_is} lunging
            {s_is} in a lunge
            {s_is} doing a lunge
        """, ask="""
            {does_s} lunge?
            is this a lunge?
            lunge position?
            {is_s} in a lunge position?
            is this a warrior or lunge stance?
            lunge?
            {is_s} performing a lunge?
        """, held="""
            would you call this a lunge?
            {has_s} stepped into a lunge?
        """),
        *yes_no("bent_over", "high", posture("bent_over"), claims="""
            {s_is} bent over
            {s_is} bending over
            {s_is} bending down
        """, ask="""
            {does_s} bend over?
            {does_s} bend down?
            bent over?
            is this a bent-over position?
            {is_s} stooping?
            {is_s} standing with the upper body bent down?
            {is_s} in a standing forward bend?
        """, held="""
            {has_s} bent down from the hips while standing?
            would you say {s_is} stooped right over?
        """),
        *yes_no("all_fours", "high", posture("on_all_fours"), claims="""
            {s_is} on all fours
            {s_is} on hands and knees
            {s_is} crawling
        """, ask="""
            {does_s} crawl?
            hands and knees position?
            all fours?
            is this a crawling position?
            quadruped position?
            {is_s} in a tabletop position?
            {is_s} down on hands and knees?
        """, held="""
            {is_s} supported by hands and knees?
            is this a four-point kneeling position?
        """),
        *yes_no("plank", "high", posture("plank"), claims="""
            {s_is} in a plank
            {s_is} doing a plank
            {s_is} in a push-up position
        """, ask="""
            {does_s} hold a plank?
            plank?
            is this a plank?
            {is_s} doing push-ups?
            {is_s} doing a press-up?
            push-up?
            is this a push-up position?
            {is_s} planking?
        """, held="""
            would you call this a plank or press-up?
            {is_s} held straight on hands and toes?
        """),
        *yes_no("lying", "high", LYING, claims="""
            {s_is} lying down
            {s_is} lying
            {s_is} lying on the ground
            {s_is} reclining flat
        """, ask="""
            {does_s} lie down?
            is this a lying position?
            lying?
            laying down?
            {is_s} stretched out on the floor?
            is {p} body flat on the ground?
            recumbent?
            is it a lying pose?
        """, held="""
            would you describe {o} as lying?
            {has_s} lain down?
            is {p} body laid out on the floor?
        """, weight=1.5),
        *yes_no("lying_front", "high", posture("lying_face_down"), claims="""
            {s_is} lying face down
            {s_is} lying on {p} stomach
            {s_is} lying on {p} belly
            {s_is} prone
        """, ask="""
            {does_s} lie on the stomach?
            prone position?
            face down?
            is this a prone pose?
            {is_s} lying on the front?
            {is_s} flat on {p} face?
        """, held="""
            is {p} belly on the floor?
            {does_s} lie with the chest to the ground?
        """, negated=False),
        *yes_no("lying_back", "high", posture("lying_on_back"), claims="""
            {s_is} lying on {p} back
            {s_is} lying face up
            {s_is} supine
        """, ask="""
            {does_s} lie on the back?
            supine position?
            face up?
            is this a supine pose?
            {is_s} flat on {p} back?
            on the back?
        """, held="""
            is {p} back on the floor?
            {does_s} lie with the chest to the ceiling?
        """, negated=False),
        *yes_no("lying_side", "high", posture("lying_on_side"), claims="""
            {s_is} lying on {p} side
            {s_is} lying sideways
        """, ask="""
            {does_s} lie on one side?
            side-lying position?
            lying on the side?
            lateral decubitus?
            {is_s} on {p} side on the floor?
            is this a side-lying pose?
        """, held="""
            {does_s} lie with one flank on the ground?
            {is_s} resting on the side of the body?
        """, negated=False),
        *yes_no("upside_down", "high", posture("upside_down"), claims="""
            {s_is} upside down
            {s_is} inverted
            {s_is} doing a handstand
        """, ask="""
            handstand?
            upside down?
            headstand?
            {is_s} in a handstand or a headstand?
            is the body turned head down with the legs up?
            {is_s} standing on {p} hands or head?
            inversion?
        """, held="""
            are {p} feet above the head with the body inverted?
            {is_s} turned on {p} head?
        """),
        *yes_no("jumping", "high", AIRBORNE, claims="""
            {s_is} jumping
            {s_is} in the air
            {s_is} airborne
            {s_is} off the ground
        """, ask="""
            {does_s} jump?
            is this a jump?
            mid-air?
            {has_s} left the ground?
            {is_s} leaping?
            {is_s} in mid jump?
            jump?
            {is_s} flying through the air?
        """, held="""
            is {p} whole body clear of the floor?
            {has_s} jumped up?
        """, weight=1.5),
        *yes_no("on_ground", "high", Not(AIRBORNE), negated=False, claims="""
            {s_is} in contact with the ground
            {s_is} on the ground rather than in the air
        """, ask="""
            {does_s} touch the ground?
            {does_s} have contact with the floor?
            grounded?
            is any part of {p} body on the ground?
            any ground contact?
            is the body supported by the ground?
        """, held="""
            is the body touching the floor anywhere?
            {does_s} rest on the ground somehow?
        """, weight=0.7),
        *ask("posture_open", "high", "open", Tell(("posture",)), ask="""
            what is {p} posture?
            what posture {is_s} in?
            what position {is_s} in?
            what pose is this?
            {is_s} standing, sitting or lying?
            posture?
            pose?
            body position
            how is {p} body positioned?
            what kind of pose is it?
            what is the overall posture?
            in which posture {is_s}?
            classify the posture.
            what stance or position {is_s} in?
        """, tell="""
            what posture {s_is} in
            what {p} position is
            what pose this is
        """, held="""
            name the posture.
            which posture has been taken up?
            how would you call this body position?
        """, weight=3.0),
        *ask("doing", "high", "open", Tell(("posture", "left_arm_raise", "right_arm_raise"), most=3), ask="""
            what {is_s} doing?
            what is happening here?
            what's going on with {p} body?
            what do you see?
            describe {o}.
            describe the pose.
            describe the person.
            what {does_s} do?
            tell me about the pose.
            tell me about {p} pose.
            what's the pose?
            give a description of the pose.
            describe this.
            can you describe what {p} body is doing?
            how {is_s} posed?
        """, tell="""
            what {s_is} doing
            how {s_is} posed
        """, held="""
            what {is_s} up to?
            summarise the pose.
            give me the pose in words.
        """, weight=3.0),
        *ask("sit_or_stand", "high", "choice", Tell(("posture",)), ask="""
            {is_s} sitting or standing?
            {is_s} standing or sitting?
            sitting or standing?
            {is_s} standing up or sitting down?
            {does_s} sit or stand?
            {is_s} seated or on {p} feet?
            standing or seated?
            {does_s} stand or is it a sitting pose?
        """, tell="""
            whether {s_is} sitting or standing
            if {s_is} standing or seated
        """, held="""
            up on {p} feet or seated, which one?
            is the posture a standing or a sitting one?
        """, weight=1.5),
        *ask("stand_or_lie", "high", "choice", Tell(("posture",)), ask="""
            {is_s} standing or lying down?
            {is_s} lying or standing?
            {is_s} upright or lying down?
            standing or lying?
            {is_s} sitting or lying?
            {is_s} lying down or sitting up?
            {does_s} lie or stand?
            sitting or lying?
        """, tell="""
            whether {s_is} standing or lying
            if {s_is} lying or sitting
        """, held="""
            on the feet or flat on the ground?
            is the posture an upright or a lying one?
        """),
        *ask("squat_or_kneel", "high", "choice", Tell(("posture",)), ask="""
            {is_s} squatting or kneeling?
            {is_s} kneeling or squatting?
            squat or lunge?
            {is_s} in a squat or a lunge?
            {is_s} kneeling, squatting or sitting?
            {is_s} sitting or kneeling?
            {is_s} crouching or standing?
            kneeling or sitting on the floor?
            {is_s} squatting or standing?
            plank or all fours?
            {is_s} on one knee or on both knees?
        """, tell="""
            whether {s_is} squatting or kneeling
            whether {s_is} in a lunge or a squat
        """, held="""
            crouching or kneeling, which is it?
            is it a squat, a lunge or a kneel?
        """),
        *ask("lying_how", "high", "choice",
             TellFirst((("posture", frozenset(p for p in POSTURES)),), ("posture",)), ask="""
            {is_s} lying on {p} back or on {p} stomach?
            {is_s} face up or face down?
            {is_s} prone or supine?
            prone or supine?
            how {is_s} lying?
            {does_s} lie on the back, on the front or on the side?
            {is_s} lying on the back, the belly or the side?
            back, belly or side?
        """, tell="""
            whether {s_is} lying on {p} back or stomach
            how {s_is} lying
        """, held="""
            which way up {is_s} lying?
            belly down or belly up?
        """),
        *ask("sit_premise", "high", "false_premise", Premise(SITTING), ask="""
            why {is_s} sitting?
            why {does_s} sit?
            what {is_s} sitting on?
            how {is_s} sitting?
            where {is_s} sitting?
            how come {s_is} seated?
            since {s_is} sitting, how?
            how low {is_s} sitting?
        """, held="""
            for what reason {is_s} seated?
            in what way {is_s} seated?
        """),
        *ask("jump_premise", "high", "false_premise", Premise(AIRBORNE), ask="""
            why {is_s} jumping?
            how high {is_s} jumping?
            why {is_s} in the air?
            how come {s_is} off the ground?
            what makes {o} jump?
            why {does_s} jump?
            how far above the ground {is_s}?
            since {s_is} jumping, how is the body held?
        """, held="""
            for what reason {has_s} jumped?
            what is the height of the jump?
        """),
        *ask("kneel_premise", "high", "false_premise", Premise(KNEELING), ask="""
            why {is_s} kneeling?
            why {does_s} kneel?
            how {is_s} kneeling?
            how come {s_is} on {p} knees?
            what makes {o} kneel?
            where {is_s} kneeling?
            since {s_is} kneeling, on how many knees?
            on how many knees {is_s} kneeling?
        """, held="""
            for what reason {has_s} knelt down?
            in what way {is_s} kneeling?
        """, weight=0.7),
        *ask("lie_premise", "high", "false_premise", Premise(LYING), ask="""
            why {is_s} lying down?
            why {is_s} on the floor, lying?
            how come {s_is} lying down?
            what makes {o} lie down?
            in which position {is_s} lying?
            why {does_s} lie on the ground?
            since {s_is} lying down, on which side of the body?
            what {is_s} lying on, back or belly?
        """, held="""
            for what reason {has_s} lain down?
            why is {p} body laid out flat?
        """, weight=0.7),
        *ask("stand_premise", "high", "false_premise", Premise(STANDING), ask="""
            why {is_s} standing?
            how {is_s} standing?
            why {does_s} stand?
            how come {s_is} standing up?
            where {is_s} standing?
            what makes {o} stand?
            why {isnt_s} sitting?
            since {s_is} standing, how?
        """, held="""
            for what reason {has_s} stood up?
            in what way {is_s} standing?
        """, weight=0.7),
    ]  # fmt: skip


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
            is the {side} leg the supporting one?
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
                       ("left_foot_ground", "right_foot_ground", "left_knee_ground", "right_knee_ground"), most=6), ask="""
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
            is the lens lower than the body?
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
        *yes_no("squat_deep", "high", All((SQUATTING, _LEVEL_THIGHS)), negated=False, claims="""
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
                Both(is_in("{side}_knee_bend", "bent deeply_bent", "straight slightly_bent")))), negated=False, claims="""
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


INTENTS: Final[tuple[Intent, ...]] = (*_postures(), *_balance(), *_camera(), *_shape(), *_activities())
