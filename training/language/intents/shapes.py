"""Questions about distances, crossings and symmetry, and about arms, hands, legs and feet as a whole."""

from __future__ import annotations

from typing import Final

from training.language.intents.base import All, Intent, Not, Premise, Tell, ask, is_in, yes_no
from training.language.intents.rules import CROSSED_ARMS, CROSSED_LEGS, STAGGERED


def _shapes() -> list[Intent]:
    """Distances, crossings, symmetry."""
    return [
        *yes_no("hands_together", "medium", is_in("hands_distance", "together", "apart wide_apart"), claims="""
            {p} hands are together
            {p} hands are close together
            {p} hands are touching each other
        """, ask="""
            {does_s} hold {p} hands together?
            hands together?
            {is_s} clasping {p} hands?
            could {s} be clapping or praying with the hands together?
            are {p} wrists next to each other?
            do {p} hands meet?
        """, held="""
            are the two hands joined?
            {has_s} brought {p} hands together?
        """),
        *yes_no("hands_wide", "medium", is_in("hands_distance", "wide_apart", "together apart"), negated=False,
                claims="""
            {p} hands are far apart
            {p} hands are wide apart
        """, ask="""
            {does_s} hold {p} hands far apart?
            hands wide apart?
            is there a big distance between {p} hands?
            are {p} wrists far from each other?
            {is_s} spreading {p} hands wide?
            are {p} hands much wider than the shoulders?
        """, held="""
            are the two hands widely separated?
            is there a large gap between {p} hands?
        """),
        *ask("hands_distance", "medium", "how_much", Tell(("hands_distance",)), ask="""
            how far apart are {p} hands?
            how close are {p} hands to each other?
            are {p} hands together or apart?
            distance between the hands?
            are {p} hands close together or wide apart?
            how wide {does_s} hold {p} hands?
            hand spacing?
            how big is the gap between {p} hands?
        """, tell="""
            how far apart {p} hands are
            whether {p} hands are together or apart
        """, held="""
            what is the separation of the two hands?
            how near to each other are {p} wrists?
        """),
        *yes_no("feet_together", "medium", is_in("feet_distance", "together", "apart wide_apart"), claims="""
            {p} feet are together
            {p} feet are close together
        """, ask="""
            {does_s} have {p} feet together?
            feet together?
            {is_s} standing with {p} feet together?
            is it a narrow stance?
            are {p} ankles next to each other?
            {is_s} keeping {p} feet close?
        """, held="""
            are the two feet next to each other?
            {does_s} have a narrow stance?
        """),
        *yes_no("feet_wide", "medium", is_in("feet_distance", "wide_apart", "together apart"), claims="""
            {p} feet are wide apart
            {p} feet are far apart
            {p} legs are spread wide
        """, ask="""
            {does_s} have a wide stance?
            wide stance?
            {is_s} standing with {p} feet wide apart?
            {is_s} spreading {p} legs?
            is it a broad stance?
            feet wide?
            are {p} feet wider than the shoulders?
        """, held="""
            are the two feet widely separated?
            {does_s} plant {p} feet far from each other?
        """),
        *yes_no("feet_apart", "medium", is_in("feet_distance", "apart wide_apart", "together"), negated=False,
                claims="""
            {p} feet are apart
            {p} legs are apart
        """, ask="""
            {does_s} have {p} feet apart?
            feet apart?
            is there a gap between {p} feet?
            {is_s} standing with {p} feet apart?
            are {p} feet separated?
            are {p} ankles away from each other?
        """, held="""
            are the two feet separated?
            {does_s} keep some space between {p} feet?
        """),
        *ask("feet_distance", "medium", "how_much", Tell(("feet_distance",)), ask="""
            how far apart are {p} feet?
            how wide is {p} stance?
            are {p} feet together or apart?
            stance width?
            are {p} feet close together or wide apart?
            how close are {p} feet to each other?
            distance between the feet?
            is {p} stance narrow or wide?
        """, tell="""
            how far apart {p} feet are
            how wide {p} stance is
        """, held="""
            what is the separation of the two feet?
            how broad a stance {does_s} take?
        """),
        *yes_no("knees_together", "medium", is_in("knees_distance", "together", "apart"), claims="""
            {p} knees are together
            {p} knees are close to each other
        """, ask="""
            {does_s} keep {p} knees together?
            knees together?
            are {p} thighs closed?
            do {p} knees touch each other?
            {is_s} pressing {p} knees together?
            are {p} knees next to each other?
        """, held="""
            are the two knees side by side with no gap?
            {has_s} got {p} knees closed?
        """),
        *ask("knees_distance", "medium", "choice", Tell(("knees_distance",)), ask="""
            are {p} knees together or apart?
            how far apart are {p} knees?
            knees together or apart?
            {does_s} hold {p} knees together or apart?
            is there a gap between {p} knees?
            knee spacing?
            how close are {p} knees to each other?
            are {p} knees open or closed?
        """, tell="""
            whether {p} knees are together or apart
        """, held="""
            what is the separation of the two knees?
            are {p} knees spread or closed?
        """),
        *yes_no("staggered", "medium", STAGGERED, claims="""
            {p} feet are staggered
            {p} stance is staggered
            one foot is in front of the other
        """, ask="""
            staggered stance?
            split stance?
            {does_s} have one foot forward?
            {is_s} standing with one leg ahead of the other?
            {does_s} have a split stance?
            {is_s} in a stride position?
        """, held="""
            {does_s} hold one foot clearly ahead of the other?
            is the stance offset from front to back?
        """),
        *yes_no("feet_parallel", "medium", Not(STAGGERED), negated=False, claims="""
            {p} feet are parallel and side by side
            {p} feet are in line with each other
        """, ask="""
            {is_s} standing with {p} feet level?
            feet side by side?
            parallel stance?
            is neither foot put forward?
            {does_s} keep {p} feet next to each other from front to back?
            square stance?
        """, held="""
            is the stance even from front to back?
            are the feet without an offset?
        """, weight=0.5),
        *yes_no("arms_crossed", "medium", CROSSED_ARMS, claims="""
            {p} arms are crossed
            {p} arms are folded
            {p} arms are folded across the chest
        """, ask="""
            {does_s} cross {p} arms?
            arms crossed?
            {is_s} crossing {p} arms?
            {is_s} folding {p} arms in front of the chest?
            folded arms?
            {does_s} have {p} arms crossed?
        """, held="""
            are the forearms laid over each other?
            {has_s} folded {p} arms?
        """),
        *yes_no("legs_crossed", "medium", CROSSED_LEGS, claims="""
            {p} legs are crossed
            {p} ankles are crossed
        """, ask="""
            {does_s} cross {p} legs?
            legs crossed?
            {is_s} crossing {p} legs?
            is one leg crossed over the other?
            {does_s} have {p} legs crossed?
            crossed legs?
        """, held="""
            is a leg laid over the other?
            {has_s} crossed one leg over the other?
        """),
        *ask("crossed_choice", "medium", "choice", Tell(("arms_crossed",)), ask="""
            are {p} arms crossed or not?
            are {p} arms folded or open?
            {does_s} have the arms crossed or uncrossed?
            arms crossed or open?
            are {p} arms crossed over the chest or free?
            crossed or uncrossed arms?
            are {p} arms folded or apart?
            {does_s} keep the arms folded or not?
        """, tell="""
            whether {p} arms are crossed or not
        """, held="""
            open or folded arms?
            which is it, crossed arms or free arms?
        """, weight=0.6),
        *ask("crossed_premise", "medium", "false_premise", Premise(CROSSED_ARMS), ask="""
            why are {p} arms crossed?
            why {does_s} cross {p} arms?
            how come {p} arms are folded?
            what is the reason for the crossed arms?
            why {is_s} folding {p} arms?
            since {p} arms are crossed, how are they held?
            what do the crossed arms look like?
            how tightly are {p} arms crossed?
        """, held="""
            for what reason are {p} arms folded?
            what makes {o} cross the arms?
        """, weight=0.6),
        *yes_no("arms_symmetric", "medium", is_in("arms_symmetric", "yes", "no"), claims="""
            {p} arms are symmetrical
            {p} arms are held the same way
            both arms are in the same position
        """, ask="""
            do {p} arms mirror each other?
            symmetric arms?
            {does_s} hold both arms alike?
            is the arm position symmetrical?
            do both arms do the same thing?
            arm symmetry?
            is {p} left arm a mirror image of the right?
        """, held="""
            do the arms match each other?
            are the two arms arranged alike?
        """),
        *yes_no("legs_symmetric", "medium", is_in("legs_symmetric", "yes", "no"), claims="""
            {p} legs are symmetrical
            {p} legs are held the same way
            both legs are in the same position
        """, ask="""
            do {p} legs mirror each other?
            symmetric legs?
            is the leg position symmetrical?
            do both legs do the same thing?
            leg symmetry?
            is {p} left leg a mirror image of the right?
        """, held="""
            do the legs match each other?
            are the two legs arranged alike?
        """),
        *yes_no("symmetric", "medium", All((is_in("arms_symmetric", "yes", "no"),
                is_in("legs_symmetric", "yes", "no"))), claims="""
            {p} pose is symmetrical
            {p} body position is symmetric
        """, ask="""
            is the pose symmetric?
            {is_s} in a symmetrical posture?
            are the left and right sides in the same position?
            symmetrical stance?
            symmetry?
            do both sides of the body mirror each other?
            same on both sides?
        """, held="""
            do the left half and the right half match?
            is the body arranged evenly on both sides?
        """),
        *ask("symmetry_open", "medium", "open", Tell(("arms_symmetric", "legs_symmetric")), ask="""
            how symmetrical is the pose?
            how do the left and right sides compare?
            is the pose symmetric or asymmetric?
            symmetric or not?
            what about the symmetry of the limbs?
            compare the left side with the right side.
            do {p} limbs match left and right, or do they differ?
            assess the symmetry of the posture.
        """, tell="""
            how symmetrical {p} pose is
        """, held="""
            what can be said about left-right symmetry?
            are the sides alike or different?
        """, weight=0.7),
        *ask("arms_open", "medium", "open", Tell(("left_arm_raise", "right_arm_raise", "left_elbow_bend",
             "right_elbow_bend"), most=4), ask="""
            what are {p} arms doing?
            how are {p} arms positioned?
            how {does_s} hold {p} arms?
            where are {p} arms?
            describe the position of {p} arms.
            arms?
            arm position
            what about {p} arms?
            what {does_s} do with {p} arms?
            are {p} arms up or down?
        """, tell="""
            what {p} arms are doing
            how {p} arms are held
        """, held="""
            what can be said about {p} upper limbs?
            in what position are {p} arms?
        """, weight=1.5),
        *ask("hands_open", "medium", "open", Tell(("left_hand_height", "right_hand_height", "hands_distance"), most=3),
             ask="""
            where are {p} hands?
            what are {p} hands doing?
            how are {p} hands positioned?
            where {does_s} have {p} hands?
            describe where {p} hands are.
            hands?
            hand positions
            what about {p} hands?
            how high are {p} hands?
        """, tell="""
            where {p} hands are
            what {p} hands are doing
        """, held="""
            whereabouts are {p} hands?
            in what position are the two hands?
        """, weight=1.5),
        *ask("legs_open", "medium", "open", Tell(("left_knee_bend", "right_knee_bend", "feet_distance"), most=3),
             ask="""
            what are {p} legs doing?
            how are {p} legs positioned?
            how {does_s} hold {p} legs?
            describe the position of {p} legs.
            legs?
            leg position
            what about {p} legs?
            how bent are {p} legs?
            are {p} legs bent or straight?
            are {p} knees bent or straight?
        """, tell="""
            what {p} legs are doing
            how {p} legs are held
        """, held="""
            what can be said about {p} lower limbs?
            in what position are {p} legs?
        """, weight=1.5),
        *ask("feet_open", "medium", "open", Tell(("left_foot_ground", "right_foot_ground", "feet_distance",
             "front_foot"), most=3), ask="""
            where are {p} feet?
            what are {p} feet doing?
            how are {p} feet placed?
            how are {p} feet positioned?
            describe {p} stance.
            feet?
            foot position
            what about {p} feet?
            what is {p} stance like?
            footing?
        """, tell="""
            where {p} feet are
            how {p} feet are placed
        """, held="""
            in what position are the two feet?
            what can be said about {p} footing?
        """),
        *ask("elbows_open", "medium", "how_much", Tell(("left_elbow_bend", "right_elbow_bend")), ask="""
            how bent are {p} elbows?
            how bent are {p} arms?
            are {p} arms straight or bent?
            are {p} elbows bent or straight?
            elbows bent or straight?
            how much {does_s} bend {p} elbows?
            what about {p} elbows?
            elbow flexion on both sides?
        """, tell="""
            how bent {p} elbows are
            whether {p} arms are straight or bent
        """, held="""
            what is the flexion of the two elbows?
            to what degree are {p} elbows bent?
        """),
    ]  # fmt: skip


INTENTS: Final[tuple[Intent, ...]] = (*_shapes(),)
