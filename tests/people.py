"""Hand-made people for the tests, as keypoints of a 400 x 600 photo."""

from __future__ import annotations

from pose2lang3d_sdk.keypoints.base import Keypoints
from pose2lang3d_sdk.skeleton import JOINTS

# Faces the camera, arms hanging, legs straight: the person's left is on the right of the picture.
_STANDING_XY = {
    "nose": (200, 80), "left_eye": (208, 72), "right_eye": (192, 72), "left_ear": (218, 76), "right_ear": (182, 76),
    "left_shoulder": (240, 140), "right_shoulder": (160, 140), "left_elbow": (252, 215), "right_elbow": (148, 215),
    "left_wrist": (256, 285), "right_wrist": (144, 285), "left_hip": (225, 290), "right_hip": (175, 290),
    "left_knee": (226, 400), "right_knee": (174, 400), "left_ankle": (227, 510), "right_ankle": (173, 510),
}  # fmt: skip
LEGS = ("left_knee", "right_knee", "left_ankle", "right_ankle")


def standing(*, shift: float = 0.0, scale: float = 1.0, hidden: tuple[str, ...] = ()) -> Keypoints:
    """The standing person, moved to the right by `shift` pixels after scaling, without the `hidden` joints."""
    xy = [(x * scale + shift, y * scale) for x, y in (_STANDING_XY[name] for name in JOINTS)]
    return Keypoints(xy, [0.0 if name in hidden else 0.9 for name in JOINTS])


def arm_raised() -> Keypoints:
    """The standing person with the left arm straight up."""
    xy = [{"left_elbow": (246, 62), "left_wrist": (248, -8)}.get(name, _STANDING_XY[name]) for name in JOINTS]
    return Keypoints([(x, y + 20) for x, y in xy], [0.9] * len(JOINTS))


def nobody_visible() -> Keypoints:
    """A person of whom no joint is seen."""
    return Keypoints([(0, 0)] * len(JOINTS), [0.0] * len(JOINTS))
