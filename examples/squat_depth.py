"""How deep is this squat? From joint angles and facts, each with its probability.

Run `python examples/squat_depth.py` for two squats given as keypoints in this file, or
`python examples/squat_depth.py photo.jpg` for the largest person of a photo.

Angles and facts are estimates in 3D from 2D keypoints; docs/accuracy.md says how good they are.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk import Keypoints, Pose2Lang

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pose2lang3d_sdk import Person

LEAST: Final = 0.8
"""What is less probable is not taken for true."""
DEPTHS: Final = {
    "pointing_down": "hardly a squat",
    "slanted": "half a squat, the thighs are above level",
    "horizontal": "a full squat, the thighs are about level",
    "raised": "a deep squat, the knees are higher than the hips",
}
"""Value of the facts left_thigh and right_thigh -> what it means for a squat."""
SQUATS: Final = ("standing", "squatting", "bent_over", "lunging")
"""Postures that a squat passes through."""

# COCO keypoints in pixels: nose, eyes, ears, shoulders, elbows, wrists, hips, knees, ankles; left before right.
# The person's right side is nearer to the camera, the arms are stretched forwards.
FULL: Final = [
    (330, 150), (326, 140), (322, 140), (308, 146), (300, 146),
    (292, 196), (272, 200), (350, 218), (336, 226), (408, 206), (398, 212),
    (212, 322), (196, 326), (318, 318), (306, 326), (270, 428), (254, 436),
]  # fmt: skip
HALF: Final = [
    (320, 90), (316, 80), (312, 80), (298, 86), (290, 86),
    (282, 136), (262, 140), (340, 158), (326, 166), (398, 146), (388, 152),
    (206, 262), (190, 266), (296, 310), (284, 318), (270, 428), (254, 436),
]  # fmt: skip


def squat_depth(person: Person) -> str:
    """Say how deep somebody squats, or why that cannot be told."""
    knees = {side: angle for side in ("left", "right") if (angle := person.angles()[f"{side}_knee"]) is not None}
    if not knees:
        return "cannot tell: neither leg is seen from hip to ankle"
    facts = {fact.name: fact for fact in person.facts()}
    side = min(knees, key=lambda side: knees[side])  # the leg that is bent more
    if knees[side] > 150:
        return f"no squat: the knee is bent to {knees[side]:.0f} degrees, 180 is straight"
    posture = facts.get("posture")  # somebody on a chair has level thighs, too
    if posture and posture.value not in SQUATS and posture.probability >= LEAST:
        return f"no squat: {posture.text[:-1].lower()} ({posture.probability:.0%})"
    thigh = facts[f"{side}_thigh"]
    if thigh.probability < LEAST:
        return f"cannot tell: {thigh.text[:-1].lower()} is only {thigh.probability:.0%} probable"
    return f"{DEPTHS[thigh.value]} ({thigh.probability:.0%}); {side} knee about {round(knees[side], -1):.0f} degrees"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the depth of the squats; 1 if the photo shows nobody."""
    photos = sys.argv[1:] if arguments is None else arguments
    model = Pose2Lang()
    if photos:
        people = model.read(photos[0]).people  # the largest first
        print(f"{photos[0]}: {squat_depth(people[0]) if people else 'nobody was found'}")
        return 0 if people else 1
    for name, xy in (("full", FULL), ("half", HALF)):
        person = model.read(Keypoints.from_coco17(xy)).person()
        print(f"{name}: {squat_depth(person)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
