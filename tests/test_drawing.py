"""The skeleton overlay: sides in their colours, only what is seen, readable on any photo."""

from __future__ import annotations

import numpy as np
import pytest
from people import LEGS, arm_raised, nobody_visible, standing
from PIL import Image

from pose2lang3d_sdk.drawing import HIGHLIGHT, LEFT, RIGHT, draw_skeleton
from pose2lang3d_sdk.errors import ImageDecodeError, SettingError
from pose2lang3d_sdk.keypoints.base import Keypoints
from pose2lang3d_sdk.skeleton import JOINT_INDEX, JOINTS


def blank(value: int = 128) -> np.ndarray:
    return np.full((600, 400, 3), value, np.uint8)


def at(image: Image.Image, keypoints: Keypoints, joint: str) -> tuple[int, ...]:
    x, y = keypoints.xy[JOINT_INDEX[joint]]
    return image.getpixel((round(float(x)), round(float(y))))


def test_left_and_right_have_their_own_colours():
    person = standing()
    image = draw_skeleton(blank(), [person])
    assert image.mode == "RGB"
    assert image.size == (400, 600)
    assert at(image, person, "left_wrist") == LEFT
    assert at(image, person, "right_wrist") == RIGHT
    assert at(image, person, "left_knee") == LEFT
    assert at(image, person, "right_knee") == RIGHT


def test_joints_that_are_not_seen_are_not_drawn():
    person = standing(hidden=LEGS)
    drawn = np.asarray(draw_skeleton(blank(), [person]))
    assert (drawn[330:] == 128).all()
    assert (drawn[:330] != 128).any()


def test_a_guessed_joint_is_not_drawn():
    score = np.full(17, 0.24, np.float32)
    person = Keypoints(standing().xy, score)
    np.testing.assert_array_equal(np.asarray(draw_skeleton(blank(), [person])), blank())


@pytest.mark.parametrize("value", [0, 128, 255])
def test_it_stands_out_from_any_background(value):
    drawn = np.asarray(draw_skeleton(blank(value), [standing()])).astype(int).sum(axis=2)
    assert drawn.min() < 150  # the dark outline
    assert drawn.max() > 420  # the bright line


def test_lines_grow_with_the_person():
    small, large = (
        (np.asarray(draw_skeleton(blank(), [standing(scale=scale)])) != 128).any(axis=2).sum() for scale in (0.25, 1.0)
    )
    assert 8 < large / small < 20  # 16 times the area


def test_highlight_rings_a_joint_even_if_only_that_one():
    person = arm_raised()
    plain = np.asarray(draw_skeleton(blank(), [person]))
    ringed = np.asarray(draw_skeleton(blank(), [person], ("left_wrist",)))
    changed = np.argwhere((plain != ringed).any(axis=2))
    assert np.abs(changed - person.xy[JOINT_INDEX["left_wrist"]][::-1]).max() < 30
    assert (ringed == HIGHLIGHT).all(axis=2).any()


def test_several_people_and_nobody():
    people = [standing(scale=0.4), standing(scale=0.4, shift=200)]
    drawn = (np.asarray(draw_skeleton(blank(), people)) != 128).any(axis=2)
    assert drawn[:, :200].any()
    assert drawn[:, 200:].any()
    np.testing.assert_array_equal(np.asarray(draw_skeleton(blank(), [])), blank())
    np.testing.assert_array_equal(np.asarray(draw_skeleton(blank(), [nobody_visible()])), blank())


@pytest.mark.parametrize("offset", [(-5000, 0), (0, 5000), (-150, -150), (250, 300), (1e6, 1e6)])
def test_people_partly_or_wholly_outside(offset):
    person = Keypoints(standing().xy + np.float32(offset), np.ones(17))
    assert draw_skeleton(blank(), [person], JOINTS).size == (400, 600)


def test_all_joints_in_one_point():
    person = Keypoints(np.full((17, 2), 50.0), np.ones(17))
    assert (np.asarray(draw_skeleton(blank(), [person])) != 128).any()


def test_the_photo_is_not_changed():
    photo = blank()
    draw_skeleton(photo, [standing()])
    assert (photo == 128).all()


@pytest.mark.parametrize("highlight", [("left_toe",), ("",), (3,), ("left_knee", "LEFT_KNEE")])
def test_unknown_joint_names_are_refused(highlight):
    with pytest.raises(SettingError, match="no joint"):
        draw_skeleton(blank(), [standing()], highlight)


def test_what_is_not_an_image_is_refused():
    with pytest.raises(ImageDecodeError):
        draw_skeleton(b"no image", [standing()])
