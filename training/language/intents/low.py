"""Questions about a single body part: bends, arms, hands, thighs, shins, feet and the head."""

from __future__ import annotations

from typing import Final

from training.language.intents.base import (
    BOTH_SIDES,
    All,
    Angle,
    Intent,
    IsSide,
    Not,
    Premise,
    Rule,
    Tell,
    TellFirst,
    ask,
    is_in,
    when,
    yes_no,
)


def _torso_up(rule: Rule) -> Rule:
    """Up and down of an arm are told against the torso: they mean what people mean only while the torso is up."""
    return when(rule, "torso_orientation", "horizontal inverted")


KNEE_BENT: Final = is_in("{side}_knee_bend", "slightly_bent bent deeply_bent", "straight")
KNEE_STRAIGHT: Final = is_in("{side}_knee_bend", "straight", "slightly_bent bent deeply_bent")
ELBOW_BENT: Final = is_in("{side}_elbow_bend", "slightly_bent bent deeply_bent", "straight")
ELBOW_STRAIGHT: Final = is_in("{side}_elbow_bend", "straight", "slightly_bent bent deeply_bent")
HIP_BENT: Final = is_in("{side}_hip_bend", "slightly_bent bent deeply_bent", "straight")
ARM_RAISED: Final = _torso_up(is_in("{side}_arm_raise", "shoulder_height overhead", "at_side"))
ARM_OVERHEAD: Final = _torso_up(is_in("{side}_arm_raise", "overhead", "at_side partly_raised shoulder_height"))
ARM_DOWN: Final = _torso_up(is_in("{side}_arm_raise", "at_side", "partly_raised shoulder_height overhead"))
ARM_LEVEL: Final = is_in("{side}_arm_raise", "shoulder_height", "at_side partly_raised overhead")
_ARM_AWAY: Final = is_in("{side}_arm_raise", "partly_raised shoulder_height overhead", "at_side")
ARM_FORWARD: Final = All((_ARM_AWAY, is_in("{side}_arm_direction", "forward", "sideways backward")))
ARM_SIDEWAYS: Final = All((_ARM_AWAY, is_in("{side}_arm_direction", "sideways", "forward backward")))
ARM_BACKWARD: Final = All((_ARM_AWAY, is_in("{side}_arm_direction", "backward", "forward sideways")))
HAND_ABOVE_HEAD: Final = is_in("{side}_hand_height", "above_head", "below_hips hip_to_shoulder head_height")
HAND_ABOVE_SHOULDER: Final = is_in("{side}_hand_height", "above_head head_height", "below_hips hip_to_shoulder")
HAND_BELOW_HIP: Final = is_in("{side}_hand_height", "below_hips", "hip_to_shoulder head_height above_head")
HAND_MIDDLE: Final = is_in("{side}_hand_height", "hip_to_shoulder", "below_hips head_height above_head")
HAND_FRONT: Final = is_in("{side}_hand_depth", "in_front", "beside behind")
HAND_BEHIND: Final = is_in("{side}_hand_depth", "behind", "in_front beside")
HAND_HEAD: Final = is_in("{side}_hand_near_head", "yes", "no")
HAND_HIP: Final = is_in("{side}_hand_near_hip", "yes", "no")
HAND_KNEE: Final = is_in("{side}_hand_near_knee", "yes", "no")
HAND_FOOT: Final = is_in("{side}_hand_near_foot", "yes", "no")
HAND_GROUND: Final = is_in("{side}_hand_ground", "yes", "no")
FOREARM_UP: Final = is_in("{side}_forearm", "pointing_up", "horizontal pointing_down")
THIGH_LEVEL: Final = is_in("{side}_thigh", "horizontal", "pointing_down slanted")
FOOT_DOWN: Final = is_in("{side}_foot_ground", "yes", "no")
KNEE_DOWN: Final = is_in("{side}_knee_ground", "yes", "no")
FACING_LENS: Final = is_in("facing_lens", "yes", "no")


def _bends() -> list[Intent]:
    return [
        *yes_no("knee_bent", "low", KNEE_BENT, slots=BOTH_SIDES, claims="""
            {p} {side} knee is bent
            {p} {side} leg is bent at the knee
            {p} {side} knee is flexed
            {p} {side} leg is bent
        """, ask="""
            is there a bend in {p} {side} knee?
            {does_s} bend {p} {side} knee?
            is there flexion in {p} {side} knee?
            {is_s} bending {p} {side} knee?
            {does_s} have a bent {side} knee?
            {side} knee flexion present?
            has {p} {side} knee got a bend in it?
            bent {side} knee?
            do you see a bend in {p} {side} knee?
        """, held="""
            is any knee flexion visible on the {side}?
            does {p} {side} leg fold at the knee at all?
            would you call {p} {side} knee bent?
        """),
        *yes_no("knee_straight", "low", KNEE_STRAIGHT, slots=BOTH_SIDES, claims="""
            {p} {side} leg is straight
            {p} {side} knee is straight
            {p} {side} knee is fully extended
            {p} {side} leg is stretched out straight
        """, ask="""
            is {p} {side} knee locked out?
            {is_s} keeping {p} {side} leg straight?
            {side} knee in full extension?
            straight {side} leg?
            is {p} {side} knee locked?
            does {p} {side} knee reach full extension?
        """, held="""
            is {p} {side} leg completely straightened?
            is there no bend at all in {p} {side} leg?
            {has_s} got {p} {side} leg extended?
        """),
        *yes_no("knee_deep", "low", is_in("{side}_knee_bend", "deeply_bent", "straight slightly_bent"),
                slots=BOTH_SIDES, negated=False, claims="""
            {p} {side} knee is deeply bent
            {p} {side} knee is sharply bent
            {p} {side} knee is fully flexed
        """, ask="""
            is {p} {side} leg folded up?
            is the bend in {p} {side} knee a deep one?
            is {p} {side} knee bent to less than 90 degrees?
            is {p} {side} knee bent a lot?
            {side} knee in deep flexion?
        """, held="""
            is {p} {side} knee tightly bent?
            is {p} {side} heel pulled in towards the buttocks?
        """),
        *yes_no("knee_slight", "low", is_in("{side}_knee_bend", "slightly_bent", "straight bent deeply_bent"),
                slots=BOTH_SIDES, negated=False, claims="""
            {p} {side} knee is slightly bent
            {p} {side} knee is only a little bent
            {p} {side} leg is almost straight but not quite
        """, ask="""
            is there a slight bend in {p} {side} knee?
            is {p} {side} knee soft?
            does {p} {side} leg have a small bend?
            {side} knee just a bit bent?
            mild flexion of the {side} knee?
        """, held="""
            is {p} {side} knee unlocked with a gentle bend?
            is {p} {side} knee a touch bent?
        """),
        *ask("knee_amount", "low", "how_much", Tell(("{side}_knee_bend",)), slots=BOTH_SIDES, ask="""
            how bent is {p} {side} knee?
            how much is {p} {side} knee bent?
            how much flexion is there in {p} {side} knee?
            how straight is {p} {side} leg?
            how far is {p} {side} knee bent?
            {side} knee flexion?
            degree of bend in {p} {side} knee?
            how deep is the bend in {p} {side} knee?
            how much {does_s} bend {p} {side} knee?
            amount of {side} knee flexion
        """, tell="""
            how bent {p} {side} knee is
            how much {p} {side} leg is bent
            the bend of {p} {side} knee
        """, held="""
            to what extent is {p} {side} knee flexed?
            how far has {p} {side} leg been bent at the knee?
            how sharply does {p} {side} knee bend?
        """),
        *ask("knee_choice", "low", "choice", Tell(("{side}_knee_bend",)), slots=BOTH_SIDES, ask="""
            is {p} {side} knee bent or straight?
            is {p} {side} leg straight or bent?
            {side} knee: straight or bent?
            is {p} {side} knee flexed or extended?
            is {p} {side} knee straight, slightly bent or strongly bent?
            bent or straight {side} leg?
            {does_s} have {p} {side} leg bent or straight?
            {side} leg extended or flexed?
        """, tell="""
            whether {p} {side} knee is bent or straight
            whether {p} {side} leg is flexed or extended
        """, held="""
            which is it for {p} {side} knee, bent or extended?
            is {p} {side} leg stretched or is it bent?
        """),
        *ask("knee_angle", "low", "how_much", Angle("{side}_knee", "{side}_knee_bend"), slots=BOTH_SIDES, ask="""
            what is the angle of {p} {side} knee in degrees?
            what is {p} {side} knee angle?
            how many degrees is {p} {side} knee bent?
            {side} knee angle?
            {side} knee flexion angle
            at what angle is {p} {side} knee?
            measure {p} {side} knee angle.
            what angle does {p} {side} knee form?
            give me the {side} knee angle in degrees.
            angle between {p} {side} thigh and shin?
            what's the joint angle of the {side} knee?
            how large is the angle at {p} {side} knee?
            {side} knee degrees
        """, tell="""
            the angle of {p} {side} knee
            how many degrees {p} {side} knee angle is
        """, held="""
            what is the goniometer reading for {p} {side} knee?
            estimate {p} {side} knee joint angle.
            in degrees, how bent is {p} {side} knee?
        """, weight=1.5),
        *ask("leg_open", "low", "open", Tell(("{side}_knee_bend", "{side}_foot_ground", "{side}_thigh")),
             slots=BOTH_SIDES, ask="""
            what is {p} {side} leg doing?
            describe {p} {side} leg.
            how is {p} {side} leg positioned?
            what is the position of {p} {side} leg?
            what {does_s} do with {p} {side} leg?
            how is {p} {side} leg placed?
            {side} leg?
            {side} leg position
            what about {p} {side} leg?
            status of {p} {side} lower limb?
        """, tell="""
            what {p} {side} leg is doing
            how {p} {side} leg is held
        """, held="""
            how {does_s} hold {p} {side} leg?
            what can be said about {p} {side} lower limb?
        """),
        *yes_no("elbow_bent", "low", ELBOW_BENT, slots=BOTH_SIDES, claims="""
            {p} {side} elbow is bent
            {p} {side} arm is bent at the elbow
            {p} {side} arm is bent
            {p} {side} elbow is flexed
        """, ask="""
            is there a bend in {p} {side} arm?
            is there flexion in the {side} elbow?
            {does_s} bend {p} {side} elbow?
            {is_s} bending {p} {side} arm?
            {does_s} have a bent {side} elbow?
            bent {side} arm?
            do you see a bend at {p} {side} elbow?
            is {p} {side} elbow folded?
        """, held="""
            is any elbow flexion visible on the {side}?
            does {p} {side} arm fold at the elbow at all?
            would you call {p} {side} elbow bent?
        """),
        *yes_no("elbow_straight", "low", ELBOW_STRAIGHT, slots=BOTH_SIDES, claims="""
            {p} {side} arm is straight
            {p} {side} elbow is straight
            {p} {side} elbow is fully extended
            {p} {side} arm is stretched out straight
        """, ask="""
            is {p} {side} elbow locked out?
            {is_s} holding {p} {side} arm straight?
            {is_s} stretching {p} {side} arm?
            straight {side} arm?
            {side} elbow in full extension?
            is {p} {side} elbow locked?
        """, held="""
            is {p} {side} arm completely straightened?
            is there no bend at all in {p} {side} elbow?
            {has_s} got {p} {side} arm extended fully?
        """),
        *yes_no("elbow_deep", "low", is_in("{side}_elbow_bend", "deeply_bent", "straight slightly_bent"),
                slots=BOTH_SIDES, negated=False, claims="""
            {p} {side} elbow is sharply bent
            {p} {side} elbow is deeply bent
            {p} {side} arm is folded tightly
        """, ask="""
            is {p} {side} elbow bent to less than 90 degrees?
            is {p} {side} elbow bent a lot?
            {side} elbow in deep flexion?
            is {p} {side} forearm folded up against the upper arm?
        """, held="""
            is {p} {side} elbow fully flexed?
            is {p} {side} elbow acutely bent?
        """),
        *yes_no("elbow_slight", "low", is_in("{side}_elbow_bend", "slightly_bent", "straight bent deeply_bent"),
                slots=BOTH_SIDES, negated=False, claims="""
            {p} {side} elbow is slightly bent
            {p} {side} arm is only a little bent
        """, ask="""
            is there a slight bend in {p} {side} elbow?
            is {p} {side} elbow soft?
            does {p} {side} arm have a small bend?
            {side} elbow just a bit bent?
            mild flexion of the {side} elbow?
            is {p} {side} arm nearly straight but not fully?
        """, held="""
            is {p} {side} elbow unlocked with a gentle bend?
            is {p} {side} elbow a touch bent?
        """),
        *ask("elbow_amount", "low", "how_much", Tell(("{side}_elbow_bend",)), slots=BOTH_SIDES, ask="""
            how bent is {p} {side} elbow?
            how much is {p} {side} elbow bent?
            how much flexion is there in {p} {side} elbow?
            how straight is {p} {side} arm?
            how far is {p} {side} arm bent?
            {side} elbow flexion?
            degree of bend in {p} {side} elbow?
            how much {does_s} bend {p} {side} arm?
        """, tell="""
            how bent {p} {side} elbow is
            how much {p} {side} arm is bent
            the bend of {p} {side} elbow
        """, held="""
            to what extent is {p} {side} elbow flexed?
            how sharply does {p} {side} elbow bend?
        """),
        *ask("elbow_choice", "low", "choice", Tell(("{side}_elbow_bend",)), slots=BOTH_SIDES, ask="""
            is {p} {side} elbow bent or straight?
            is {p} {side} arm straight or bent?
            {side} elbow: straight or bent?
            is {p} {side} elbow flexed or extended?
            bent or straight {side} arm?
            is {p} {side} arm straight, slightly bent or strongly bent?
            {side} arm extended or flexed?
        """, tell="""
            whether {p} {side} elbow is bent or straight
            whether {p} {side} arm is bent or stretched
        """, held="""
            which is it for {p} {side} elbow, bent or extended?
            is {p} {side} arm stretched or is it bent?
        """),
        *ask("elbow_angle", "low", "how_much", Angle("{side}_elbow", "{side}_elbow_bend"), slots=BOTH_SIDES, ask="""
            what is the angle of {p} {side} elbow in degrees?
            what is {p} {side} elbow angle?
            how many degrees is {p} {side} elbow bent?
            {side} elbow angle?
            {side} elbow flexion angle
            at what angle is {p} {side} elbow?
            measure {p} {side} elbow angle.
            what angle does {p} {side} elbow form?
            give me the {side} elbow angle in degrees.
            angle between {p} {side} upper arm and forearm?
            how large is the angle at {p} {side} elbow?
            {side} elbow degrees
        """, tell="""
            the angle of {p} {side} elbow
            how many degrees {p} {side} elbow angle is
        """, held="""
            what is the goniometer reading for {p} {side} elbow?
            estimate {p} {side} elbow joint angle.
            in degrees, how bent is {p} {side} elbow?
        """, weight=1.5),
        *yes_no("hip_bent", "low", HIP_BENT, slots=BOTH_SIDES, claims="""
            {p} {side} hip is bent
            {p} {side} hip is flexed
        """, ask="""
            is {p} {side} leg bent at the hip?
            is there flexion in {p} {side} hip?
            {side} hip flexion present?
            {is_s} bending at the {side} hip?
            is there a bend at {p} {side} hip?
            is {p} {side} thigh drawn towards the torso?
        """, held="""
            does {p} {side} hip show any flexion?
            is {p} {side} leg brought up at the hip?
        """),
        *yes_no("hip_straight", "low", is_in("{side}_hip_bend", "straight", "slightly_bent bent deeply_bent"),
                slots=BOTH_SIDES, claims="""
            {p} {side} hip is straight
            {p} {side} hip is extended
        """, ask="""
            is {p} {side} hip open?
            is {p} {side} thigh in line with the torso?
            {side} hip in extension?
            is {p} {side} hip fully extended?
            is {p} {side} leg in line with the trunk?
        """, held="""
            is {p} {side} hip joint without a bend?
            do {p} {side} thigh and torso form a straight line?
        """),
        *ask("hip_amount", "low", "how_much", Tell(("{side}_hip_bend",)), slots=BOTH_SIDES, ask="""
            how bent is {p} {side} hip?
            how much hip flexion is there on the {side}?
            how far is {p} {side} hip flexed?
            {side} hip flexion?
            is {p} {side} hip bent or straight?
            how much {does_s} bend at the {side} hip?
            is {p} {side} hip flexed or extended?
            how open is {p} {side} hip?
        """, tell="""
            how bent {p} {side} hip is
            how far {p} {side} hip is flexed
        """, held="""
            to what extent is {p} {side} hip flexed?
            what is the state of {p} {side} hip joint?
        """),
        *ask("hip_angle", "low", "how_much", Angle("{side}_hip", "{side}_hip_bend"), slots=BOTH_SIDES, ask="""
            what is the angle of {p} {side} hip in degrees?
            what is {p} {side} hip angle?
            {side} hip angle?
            {side} hip flexion angle
            angle between {p} torso and {side} thigh?
            how many degrees is {p} {side} hip bent?
            measure {p} {side} hip angle.
            at what angle is {p} {side} hip?
            {side} hip degrees
        """, tell="""
            the angle of {p} {side} hip
            how many degrees {p} {side} hip angle is
        """, held="""
            estimate {p} {side} hip joint angle.
            in degrees, how flexed is {p} {side} hip?
        """),
    ]  # fmt: skip


def _arms() -> list[Intent]:
    return [
        *yes_no("arm_raised", "low", ARM_RAISED, slots=BOTH_SIDES, claims="""
            {p} {side} arm is raised
            {p} {side} arm is up
            {p} {side} arm is lifted
            {s_is} raising {p} {side} arm
        """, ask="""
            {does_s} raise {p} {side} arm?
            {is_s} lifting {p} {side} arm?
            {is_s} holding up {p} {side} arm?
            is {p} {side} upper limb elevated?
            raised {side} arm?
            {does_s} have {p} {side} arm in the air?
            {has_s} lifted {p} {side} arm?
            is {p} {side} upper arm elevated?
        """, held="""
            did {s} put {p} {side} arm up?
            is {p} {side} arm hoisted?
            do you see {p} {side} arm going up?
        """, weight=1.5),
        *yes_no("arm_overhead", "low", ARM_OVERHEAD, slots=BOTH_SIDES, claims="""
            {p} {side} arm is overhead
            {p} {side} arm is raised overhead
            {p} {side} arm is pointing upwards
            {p} {side} arm is straight up in the air
        """, ask="""
            is {p} {side} upper arm up beside the head?
            {is_s} reaching up with {p} {side} arm?
            {does_s} stretch {p} {side} arm upwards?
            {side} arm over the head?
            is {p} {side} shoulder flexed overhead?
            {does_s} lift {p} {side} arm above the shoulder?
        """, held="""
            {is_s} reaching for the ceiling with {p} {side} arm?
            does {p} {side} arm go up past the head?
        """),
        *yes_no("arm_down", "low", ARM_DOWN, slots=BOTH_SIDES, claims="""
            {p} {side} arm is down
            {p} {side} arm is hanging down
            {p} {side} arm is at {p} side
            {p} {side} arm is lowered
        """, ask="""
            is {p} {side} arm by the side of the body?
            is {p} {side} upper arm against the torso?
            is {p} {side} arm resting at the side?
            {does_s} keep {p} {side} arm down?
            is {p} {side} upper arm close to the body?
            {side} arm alongside the trunk?
        """, held="""
            is {p} {side} arm dangling?
            does {p} {side} upper arm hang alongside the body?
        """),
        *yes_no("arm_level", "low", ARM_LEVEL, slots=BOTH_SIDES, negated=False, claims="""
            {p} {side} arm is at shoulder height
            {p} {side} arm is raised to shoulder level
            {p} {side} upper arm is level with the shoulder
        """, ask="""
            {is_s} holding {p} {side} arm at shoulder height?
            is {p} {side} elbow as high as the shoulder?
            {side} arm horizontal at shoulder level?
            is {p} {side} arm lifted to about 90 degrees?
            {side} shoulder at 90 degrees?
        """, held="""
            is {p} {side} upper arm held level?
            {has_s} brought {p} {side} arm up to the shoulder line?
        """),
        *ask("arm_height", "low", "how_much", Tell(("{side}_arm_raise",)), slots=BOTH_SIDES, ask="""
            how high is {p} {side} arm?
            how high is {p} {side} arm raised?
            how far is {p} {side} arm lifted?
            is {p} {side} arm up or down?
            is {p} {side} arm raised or hanging down?
            {side} arm up or down?
            how high {does_s} hold {p} {side} arm?
            {side} arm elevation?
            is {p} {side} arm down, at shoulder height or overhead?
            how much is {p} {side} upper arm elevated?
        """, tell="""
            how high {p} {side} arm is
            whether {p} {side} arm is up or down
            how far up {p} {side} arm is raised
        """, held="""
            at what level is {p} {side} arm held?
            what height {has_s} lifted {p} {side} arm to?
        """),
        *ask("arm_open", "low", "open", Tell(("{side}_arm_raise", "{side}_elbow_bend", "{side}_arm_direction")),
             slots=BOTH_SIDES, ask="""
            what is {p} {side} arm doing?
            describe {p} {side} arm.
            how is {p} {side} arm positioned?
            what is the position of {p} {side} arm?
            what {does_s} do with {p} {side} arm?
            {side} arm?
            {side} arm position
            what about {p} {side} arm?
            how is {p} {side} upper limb held?
            what's up with {p} {side} arm?
        """, tell="""
            what {p} {side} arm is doing
            how {p} {side} arm is held
        """, held="""
            how {does_s} hold {p} {side} arm?
            what can be said about {p} {side} upper limb?
        """),
        *ask("shoulder_angle", "low", "how_much", Angle("{side}_shoulder", "{side}_arm_raise"), slots=BOTH_SIDES, ask="""
            what is the angle of {p} {side} shoulder in degrees?
            what is {p} {side} shoulder angle?
            {side} shoulder angle?
            {side} shoulder abduction angle
            {side} shoulder flexion angle?
            how many degrees is {p} {side} arm raised?
            at what angle is {p} {side} arm raised?
            angle between {p} {side} upper arm and the torso?
            what's the shoulder abduction on the {side}?
            measure {p} {side} shoulder elevation.
            {side} arm angle to the body in degrees
        """, tell="""
            the angle of {p} {side} shoulder
            how many degrees {p} {side} arm is raised
        """, held="""
            estimate {p} {side} shoulder joint angle.
            in degrees, how far is {p} {side} arm elevated?
        """),
        *yes_no("arm_forward", "low", ARM_FORWARD, slots=BOTH_SIDES, claims="""
            {p} {side} arm is stretched forward
            {p} {side} arm is reaching forward
            {p} {side} arm is held out in front
        """, ask="""
            {is_s} reaching forward with {p} {side} arm?
            is {p} {side} arm extended to the front?
            does {p} {side} upper arm point forward?
            {side} arm out in front?
            {is_s} raising {p} {side} arm to the front?
            is {p} {side} arm directed to the front?
        """, held="""
            {does_s} extend {p} {side} arm ahead?
            is {p} {side} arm lifted frontwards?
        """),
        *yes_no("arm_sideways", "low", ARM_SIDEWAYS, slots=BOTH_SIDES, claims="""
            {p} {side} arm is out to the side
            {p} {side} arm is stretched sideways
            {p} {side} arm is abducted
        """, ask="""
            {is_s} holding {p} {side} arm out to the side?
            is {p} {side} arm spread away from the body?
            does {p} {side} upper arm point sideways?
            {side} arm sideways?
            is there abduction of the {side} shoulder?
            is {p} {side} arm extended laterally?
        """, held="""
            {does_s} extend {p} {side} arm to the side?
            is {p} {side} arm lifted laterally?
        """),
        *yes_no("arm_backward", "low", ARM_BACKWARD, slots=BOTH_SIDES, negated=False, claims="""
            {p} {side} arm is stretched backward
            {p} {side} arm is drawn back
        """, ask="""
            is {p} {side} elbow pulled back behind the body?
            does {p} {side} upper arm point backwards?
            {is_s} swinging {p} {side} arm back?
            is {p} {side} arm behind the body?
            {side} arm backwards?
            is {p} {side} shoulder extended backwards?
        """, held="""
            {does_s} reach back with {p} {side} arm?
            is {p} {side} arm extended to the rear?
        """),
        *ask("arm_direction", "low", "open",
             TellFirst((("{side}_arm_raise", frozenset({"at_side"})),
                        ("{side}_arm_direction", frozenset({"forward", "sideways", "backward"})),
                        ("{side}_arm_raise", frozenset({"overhead"}))),
                       ("{side}_arm_raise", "{side}_arm_direction")), slots=BOTH_SIDES, ask="""
            which way does {p} {side} arm point?
            where is {p} {side} arm pointing?
            in which direction is {p} {side} arm raised?
            is {p} {side} arm forward, sideways or backward?
            is {p} {side} arm held to the front or to the side?
            {side} arm direction?
            {does_s} hold {p} {side} arm in front or out to the side?
            what direction does {p} {side} upper arm go?
        """, tell="""
            which way {p} {side} arm points
            where {p} {side} arm is pointing
        """, held="""
            to which direction is {p} {side} arm extended?
            is {p} {side} arm abducted or flexed forward?
        """),
        *yes_no("forearm_up", "low", FOREARM_UP, slots=BOTH_SIDES, negated=False, claims="""
            {p} {side} forearm is pointing up
            {p} {side} forearm is vertical with the hand on top
        """, ask="""
            does {p} {side} forearm point upwards?
            is {p} {side} lower arm pointing to the sky?
            is {p} {side} hand above the elbow with the forearm upright?
            {side} forearm up?
            is {p} {side} forearm directed towards the ceiling?
            is {p} {side} lower arm raised upright?
        """, held="""
            {does_s} hold {p} {side} forearm upwards?
            is {p} {side} forearm aimed at the ceiling?
        """),
        *yes_no("forearm_level", "low", is_in("{side}_forearm", "horizontal", "pointing_up pointing_down"),
                slots=BOTH_SIDES, negated=False, claims="""
            {p} {side} forearm is horizontal
            {p} {side} forearm is parallel to the floor
            {p} {side} lower arm is level
        """, ask="""
            {does_s} hold {p} {side} forearm level?
            {side} forearm horizontal?
            is {p} {side} forearm parallel to the ground?
            does {p} {side} forearm lie flat in the horizontal?
            is {p} {side} lower arm held horizontally?
        """, held="""
            is {p} {side} forearm at right angles to the vertical?
            is {p} {side} forearm flat and level?
        """),
        *yes_no("forearm_down", "low", is_in("{side}_forearm", "pointing_down", "pointing_up horizontal"),
                slots=BOTH_SIDES, negated=False, claims="""
            {p} {side} forearm is pointing down
            {p} {side} lower arm is hanging down
        """, ask="""
            does {p} {side} forearm point downwards?
            {side} forearm down?
            is {p} {side} lower arm pointing to the floor?
            is {p} {side} hand below the elbow with the forearm upright?
            does {p} {side} forearm hang down?
            is {p} {side} forearm directed at the ground?
        """, held="""
            {does_s} let {p} {side} forearm hang?
            is {p} {side} forearm aimed at the floor?
        """),
        *ask("forearm_open", "low", "open", Tell(("{side}_forearm",)), slots=BOTH_SIDES, ask="""
            which way does {p} {side} forearm point?
            how is {p} {side} forearm oriented?
            is {p} {side} forearm pointing up or down?
            is {p} {side} forearm horizontal or vertical?
            {side} forearm orientation?
            where does {p} {side} lower arm point?
            what is the orientation of {p} {side} forearm?
            describe {p} {side} forearm.
        """, tell="""
            which way {p} {side} forearm points
            how {p} {side} forearm is oriented
        """, held="""
            in which direction is {p} {side} lower arm aimed?
            does {p} {side} forearm go up, down or stay level?
        """),
        *ask("arm_premise", "low", "false_premise", Premise(ARM_RAISED), slots=BOTH_SIDES, ask="""
            why is {p} {side} arm raised?
            why {is_s} raising {p} {side} arm?
            what {is_s} doing with the raised {side} arm?
            how high is the raised {side} arm?
            since {p} {side} arm is up, how high is it?
            why {does_s} hold up {p} {side} arm?
            how come {p} {side} arm is in the air?
            where does the raised {side} arm point?
        """, held="""
            for what reason is {p} {side} arm lifted?
            what's the purpose of the lifted {side} arm?
        """),
        *ask("knee_premise", "low", "false_premise", Premise(KNEE_BENT), slots=BOTH_SIDES, ask="""
            why is {p} {side} knee bent?
            why {is_s} bending {p} {side} knee?
            how much is the bent {side} knee flexed?
            since {p} {side} knee is bent, how much?
            how come {p} {side} leg is bent?
            why {does_s} bend {p} {side} leg?
            what is the bent {side} knee's position?
            why isn't {p} {side} leg straight?
        """, held="""
            for what reason is {p} {side} knee flexed?
            what makes {o} bend {p} {side} knee?
        """),
        *ask("elbow_premise", "low", "false_premise", Premise(ELBOW_BENT), slots=BOTH_SIDES, ask="""
            why is {p} {side} elbow bent?
            why {is_s} bending {p} {side} arm?
            how come {p} {side} arm is bent?
            why isn't {p} {side} arm straight?
            why {does_s} bend {p} {side} elbow?
            since {p} {side} elbow is bent, by how much?
            how far is the bent {side} elbow flexed?
            what is the reason for the bent {side} elbow?
        """, held="""
            for what reason is {p} {side} elbow flexed?
            what makes {o} bend {p} {side} elbow?
        """),
        *ask("foot_premise", "low", "false_premise", Premise(Not(FOOT_DOWN)), slots=BOTH_SIDES, ask="""
            why is {p} {side} foot off the ground?
            why {is_s} lifting {p} {side} foot?
            how come {p} {side} foot is in the air?
            why {does_s} raise {p} {side} foot?
            why isn't {p} {side} foot on the floor?
            what is the lifted {side} foot doing?
            since {p} {side} foot is lifted, where is it?
            why is {p} {side} foot up?
        """, held="""
            for what reason is {p} {side} foot lifted?
            what keeps {p} {side} foot from touching the floor?
        """),
    ]  # fmt: skip


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
             TellFirst((("{side}_hand_near_head", near), ("{side}_hand_near_foot", near), ("{side}_hand_near_knee", near),
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
        *ask("head_turn", "low", "open", Tell(("head_turn",)), ask="""
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
        *ask("head_tilt", "low", "choice", Tell(("head_tilt",)), ask="""
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


INTENTS: Final[tuple[Intent, ...]] = (*_bends(), *_arms(), *_hands(), *_legs(), *_head(), *_sides())
