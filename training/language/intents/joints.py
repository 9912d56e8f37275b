"""Questions about how far knees, elbows and hips are bent."""

from __future__ import annotations

from typing import Final

from training.language.intents.base import BOTH_SIDES, Angle, Intent, Tell, ask, is_in, yes_no
from training.language.intents.rules import ELBOW_BENT, ELBOW_STRAIGHT, HIP_BENT, KNEE_BENT, KNEE_STRAIGHT


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


INTENTS: Final[tuple[Intent, ...]] = (*_bends(),)
