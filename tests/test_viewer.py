"""Left and right of the picture, by hand-placed keypoints."""

from __future__ import annotations

import numpy as np
import pytest
from people import standing

from pose2lang3d_sdk.questions.viewer import farther, in_the_picture, of_the_viewer
from pose2lang3d_sdk.skeleton import JOINT_INDEX, JOINTS, MIRROR, mirror_name, mirror_text, normalize

FRONT = normalize(standing().xy, standing().score)
SEEN_FROM = {
    name: {"view": (view, 0.9), "nearer_side": (nearer, 0.8), "torso_orientation": ("vertical", 0.9)}
    for name, view, nearer in (
        ("front", "front", "equal"), ("back", "back", "equal"), ("a little", "front", "left"),
        ("left", "left_side", "left"), ("right", "right_side", "right"),
    )
}  # fmt: skip
LEFT_OUT = {"view": ("left_side", 0.9), "posture": ("lying_on_back", 0.9)}


def placed(**xs: float) -> np.ndarray:
    """The standing person with some joints moved across, in the units of `normalize`."""
    keypoints = FRONT.copy()
    for joint, x in xs.items():
        keypoints[JOINT_INDEX[joint], 0] = x
    return keypoints


# The nose is ahead of the middle of the ears by more than half of their distance.
LOOKING_LEFT = placed(nose=-0.10, left_eye=-0.06, right_eye=-0.09, left_ear=0.03, right_ear=-0.03)


@pytest.mark.parametrize(
    ("question", "verdict", "text"),
    [
        ("Is the left hand to the right of the head in the picture?", "yes",
         "Yes, the left hand is farther to the right in the picture than the head."),
        ("The right ankle is right of the left ankle in the image.", "no",
         "No, the right ankle is farther to the left in the picture than the left ankle."),
        ("is the right wrist further to the left of the image than the nose", "yes",
         "Yes, the right wrist is farther to the left in the picture than the nose."),
        ("Is the left knee to the left or right of the right knee in the photo?", "statement",
         "The left knee is farther to the right in the picture than the right knee."),
    ],
)  # fmt: skip
def test_which_of_two_is_farther_to_a_side(question, verdict, text):
    answer, joints = in_the_picture(question, FRONT, JOINTS, SEEN_FROM["front"])
    assert (answer.verdict, answer.text) == (verdict, text)
    assert joints
    flat = FRONT[MIRROR] * [-1, 1, 1]  # the mirrored body: the person's sides and the picture's are exchanged
    assert in_the_picture(mirror_text(question), flat, JOINTS, SEEN_FROM["front"])[0].text == mirror_text(text)


@pytest.mark.parametrize(
    ("question", "side", "part", "named"),
    [
        ("camera-left arm bent?", "left", "arm", "LEFT arm bent?"),
        ("viewer's left arm: bent?", "left", "arm", "LEFT arm: bent?"),
        ("Is the viewer’s right knee bent?", "right", "knee", "Is the LEFT knee bent?"),
        ("is his image-left arm raised?", "left", "arm", "is his LEFT arm raised?"),
        ("frame left knee bent", "left", "knee", "LEFT knee bent"),
        ("from my point of view is the left arm bent", "left", "arm", "is the LEFT arm bent"),
        ("From the viewer's perspective, is her right leg straight?", "right", "leg", "is her LEFT leg straight?"),
        ("Is the arm on the left from my point of view bent?", "left", "arm", "Is the LEFT arm bent?"),
        ("is the left arm bent as I look at him?", "left", "arm", "is the LEFT arm bent?"),
        ("As seen from the camera, is the right knee bent?", "right", "knee", "is the LEFT knee bent?"),
        ("the arm on my left, is it bent", "left", "arm", "is the LEFT arm bent"),
        ("The arm on my left: how bent is it?", "left", "arm", "how bent is the LEFT arm?"),
        ("is the arm on the left side of the picture raised", "left", "arm", "is the LEFT arm raised"),
        ("Is the girl's foot on our right up?", "right", "foot", "Is the girl's LEFT foot up?"),
        ("how bent is the knee on the left of the photo?", "left", "knee", "how bent is the LEFT knee?"),
        ("What is the hand at the right of the frame doing?", "right", "hand", "What is the LEFT hand doing?"),
        ("Is the leg more to the left in the image straight?", "left", "leg", "Is the LEFT leg straight?"),
        ("is the leftmost hand in the picture raised", "left", "hand", "is the LEFT hand raised"),
        ("left arm (viewer's left) bent?", "left", "arm", "LEFT arm bent?"),
        ("is the arm on my left bent (not his left)", "left", "arm", "is the LEFT arm bent"),
        ("Is the arm on the left of the image bent, right?", "left", "arm", "Is the LEFT arm bent, right?"),
        ("is the shoulder on screen right raised", "right", "shoulder", "is the LEFT shoulder raised"),
    ],
)
def test_a_limb_is_named_by_its_side_in_the_picture(question, side, part, named):
    reference = of_the_viewer(question)
    assert reference is not None
    assert (reference.side, reference.part, reference.naming("LEFT")) == (side, part, named)
    mirrored = of_the_viewer(mirror_text(question.replace(", right?", "")))
    assert mirrored is not None
    assert mirrored.side == mirror_name(side)


@pytest.mark.parametrize(
    "question",
    [
        "Is his left arm bent?", "is my left arm bent", "in the picture left arm bent?",
        "In this photo, is the left arm bent?",
        "Is the hand on my left knee?", "is the arm on his left side bent", "is the arm on the left bent",
        "is his hand on the left of the picture?", "is the hand to my left", "is my arm on my left bent",
        "is the left arm hidden from the camera's view", "is the left arm visible from my point of view",
        "Is the left wrist in front of the torso as seen by the camera?", "is it his left or mine",
        "Does the left hand go forward or back as we look at it?", "is the left arm bent from his point of view",
        "When you look at her left leg, is there an angle at the knee?", "Fist bump viewer left hand",
        "is the cameraman's left arm bent", "is he facing the camera, left arm raised?",
        "is the person on the left of the picture standing?", "the way I see it the left arm is bent, right?",
        "is the left arm closest to the camera bent", "is the left or right arm on the picture bent",
        "which arm is on the left?", "which way is he facing?", "is he looking left or right?", "is he looking left?",
        "is he facing my left hand", "is he looking to his left?", "is he looking at the picture?", "",
    ],
)  # fmt: skip
def test_all_else_stays_as_it_is(question):
    assert of_the_viewer(question) is None or not question
    if "hand on the left of the picture" not in question:
        assert in_the_picture(question, FRONT, JOINTS, SEEN_FROM["left"]) is None


@pytest.mark.parametrize(
    ("question", "verdict", "text"),
    [
        ("which hand is on the left of the picture?", "right", "The person's right hand is farther to the left in"),
        ("which arm is on viewer's left", "right", "The person's right arm is farther to the left in the picture."),
        (
            "Which of her feet is on the right side of the image?",
            "left",
            "The person's left foot is farther to the right",
        ),
        ("what knee is on my left?", "right", "The person's right knee"),
        ("which foot is more to the left in the image?", "right", "The person's right foot"),
        ("which shoulder is leftmost in the photo", "right", "The person's right shoulder"),
        ("from my point of view which leg is on the right", "left", "The person's left leg is farther to the right"),
        ("is the hand on the left of the photo his left or right hand?", "right", "The person's right hand"),
        (
            "is the hand on the left of the photo his left hand?",
            "no",
            "No, the person's right hand is farther to the left",
        ),
        ("is his right hand on the left of the picture", "yes", "Yes, the person's right hand is farther to the left"),
        ("on which side of the picture is the left hand?", "right", "The person's left hand is farther to the right"),
    ],
)
def test_which_limb_is_on_a_side_of_the_picture(question, verdict, text):
    answer, joints = in_the_picture(question, FRONT, JOINTS, {})
    assert answer.verdict == verdict
    assert answer.text.startswith(text)
    assert answer.confidence > 0.95
    assert joints
    _assert_mirrors(question, FRONT, {})


def test_which_limb_needs_both_and_a_clear_distance():
    together = placed(left_wrist=0.04, right_wrist=0.0)
    answer, _ = farther("hand", "left", together, JOINTS)
    assert answer.text == "I cannot tell: both hands are about equally far to the left in the picture."
    assert answer.verdict == "unknown"
    crossed = placed(left_wrist=-0.2, right_wrist=0.2)
    assert farther("hand", "left", crossed, JOINTS)[0].verdict == "left"
    assert farther("hand", "right", crossed, JOINTS)[0].verdict == "right"
    # Middle of elbow and wrist: left (0.24 - 0.2) / 2 = 0.02, right (-0.24 + 0.2) / 2 = -0.02.
    answer, joints = farther("arm", "left", crossed, JOINTS)
    assert (answer.verdict, len(joints)) == ("unknown", 4)
    seen = [joint for joint in JOINTS if joint != "left_wrist"]
    assert farther("arm", "left", crossed, seen)[1] == ("left_elbow", "right_elbow")
    answer, joints = farther("hand", "left", crossed, seen)
    assert (answer.text, answer.verdict, joints) == (
        "I cannot tell: I do not see the left wrist clearly.",
        "unknown",
        (),
    )


@pytest.mark.parametrize(
    ("question", "seen_from", "verdict", "text"),
    [
        ("is he facing to my left", "left", "yes", "Yes, the person faces the left of the picture."),
        ("is he facing picture left", "right", "no", "No, the person faces the right of the picture."),
        ("is she facing screen-right?", "front", "no", "No, the person is seen from the front."),
        ("facing the left of the photo?", "back", "no", "No, the person is seen from behind."),
        (
            "Does he face the picture's left?", "a little", "no",
            "No, the person is seen from the front, turned a little to the left of the picture.",
        ),
        (
            "is the body turned to the left of the picture", "a little", "yes",
            "Yes, the person is seen from the front, turned a little to the left of the picture.",
        ),
        ("is he facing left or right?", "left", "left", "The person faces the left of the picture."),
        ("is he facing left in the picture?", "right", "no", "No, the person faces the right of the picture."),
        ("which way in the picture is he facing?", "right", "statement", "The person faces the right of the picture."),
        ("which way is he facing in the image?", "front", "statement", "The person is seen from the front."),
        ("is he facing picture left or picture right?", "right", "right", "The person faces the right of the picture."),
        ("from my point of view, is he facing left or right", "back", "same", "The person is seen from behind."),
        ("which side of the picture is he facing?", "left", "statement", "The person faces the left of the picture."),
    ],
)  # fmt: skip
def test_where_the_body_faces(question, seen_from, verdict, text):
    answer, joints = in_the_picture(question, FRONT, JOINTS, SEEN_FROM[seen_from])
    assert (answer.text, answer.verdict) == (text, verdict)
    assert {"left_shoulder", "left_hip"}.issubset(joints)
    _assert_mirrors(question, FRONT, SEEN_FROM[seen_from])


@pytest.mark.parametrize(
    ("question", "keypoints", "verdict", "text"),
    [
        ("is he looking to the left of the picture?", LOOKING_LEFT, "yes", "Yes, the person looks to the left of the"),
        ("is he looking to my right?", LOOKING_LEFT, "no", "No, the person looks to the left of the picture."),
        (
            "is his head turned to the picture's left",
            FRONT,
            "no",
            "No, the face is turned to neither side of the picture.",
        ),
        ("which way in the picture is she looking?", LOOKING_LEFT, "statement", "The person looks to the left of the"),
        ("is he looking to my left or my right", LOOKING_LEFT, "left", "The person looks to the left of the picture."),
        ("looking screen left?", FRONT, "no", "No, the face is turned to neither side"),
    ],
)
def test_where_the_face_looks(question, keypoints, verdict, text):
    answer, joints = in_the_picture(question, keypoints, JOINTS, SEEN_FROM["front"])
    assert answer.verdict == verdict
    assert answer.text.startswith(text)
    assert joints == JOINTS[:5]
    _assert_mirrors(question, keypoints, SEEN_FROM["front"])
    profile, _ = in_the_picture(question, keypoints, [name for name in JOINTS if name != "right_ear"], {})
    assert profile.verdict == verdict


def test_what_cannot_be_told():
    answer, joints = in_the_picture("is he looking to my left?", FRONT, JOINTS[1:], {})
    assert (answer.text, answer.verdict, joints) == ("I cannot tell: I do not see the nose clearly.", "unknown", ())
    answer, _ = in_the_picture("is he looking to my left?", FRONT, ("nose", "left_eye"), {})
    assert answer.text == "I cannot tell: I do not see the right eye or either ear clearly."
    assert in_the_picture("is he facing my left?", FRONT, ("left_knee",), {})[0].verdict == "unknown"
    assert in_the_picture("is he facing my left?", FRONT, JOINTS, LEFT_OUT)[0].verdict == "unknown"
    assert in_the_picture("is he facing left or right?", FRONT, JOINTS, LEFT_OUT) is None
    assert in_the_picture("is he facing left or right?", FRONT, JOINTS, SEEN_FROM["front"]) is None


def _assert_mirrors(question, keypoints, likeliest):
    """The mirrored body and question get the mirrored answer."""
    answer, _ = in_the_picture(question, keypoints, JOINTS, likeliest)
    mirrored = {fact: (mirror_name(label), belief) for fact, (label, belief) in likeliest.items()}
    other, _ = in_the_picture(mirror_text(question), keypoints[MIRROR] * [-1, 1, 1], JOINTS, mirrored)
    assert other.text == mirror_text(answer.text)
    assert other.verdict == mirror_name(answer.verdict)
    assert other.confidence == pytest.approx(answer.confidence)
