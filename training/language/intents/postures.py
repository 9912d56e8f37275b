"""Questions about the posture of the whole body."""

from __future__ import annotations

from typing import Final

from pose2lang3d_sdk.facts import POSTURES
from training.language.intents.base import Intent, Not, Premise, Tell, TellFirst, ask, yes_no
from training.language.intents.rules import AIRBORNE, KNEELING, LYING, SITTING, SQUATTING, STANDING, posture


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


INTENTS: Final[tuple[Intent, ...]] = (*_postures(),)
