"""Questions about what can be seen, answered from the keypoints."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from people import LEGS, standing

from pose2lang3d_sdk import Pose2Lang
from pose2lang3d_sdk.language import _in_sight
from pose2lang3d_sdk.skeleton import JOINTS, mirror_name, mirror_text
from pose2lang3d_sdk.visibility import look

SEEN = ("nose", "left_eye", "left_shoulder", "right_shoulder", "left_elbow", "left_wrist", "right_knee", "right_ankle")
ANSWERS = {
    "Is the left hand visible?": "Yes, the left hand is visible.",
    "can you make out both his ears": "No, neither ear is visible.",
    "Can you see his nose and eyes properly?": "No, the right eye is not visible.",
    "Is the right knee hidden behind something?": "No, the right knee is visible.",
    "Is the left arm completely hidden?": "No, the left arm is visible.",
    "Are the hands completely hidden?": "No, the left hand is visible.",
    "Can you see all of the body?": "No, the right elbow, the right hand, both hips, the left knee "
    "and the left foot are not visible.",
    "is his right hand in the picture": "No, the right hand is not visible.",
    "Can you see the feet?": "No, the left foot is not visible.",
    "Can you actually see both of the person's elbows in this photo?": "No, the right elbow is not visible.",
    "Is the right ankle hidden?": "No, the right ankle is visible.",
    "can u see both of his feet": "No, the left foot is not visible.",
    "Is the left hand visible to the camera?": "Yes, the left hand is visible.",
    "Is the left foot hidden from us?": "Yes, the left foot is not visible.",
    "Are her hips visible?": "No, neither hip is visible.",
    "Do you see the legs?": "No, the left leg is not fully visible.",
    "Is the face not visible?": "No, the face is visible.",
    "Aren't the feet visible?": "No, the left foot is not visible.",
    "Can't you see the left knee": "No, the left knee is not visible.",
    "Could the left hand be seen?": "Yes, the left hand is visible.",
    "left hand visible?": "Yes, the left hand is visible.",
    "Is it true that the man's left foot is hidden from view?": "Yes, the left foot is not visible.",
    "Are both feet hidden?": "No, the right foot is visible.",
    "Is either foot hidden?": "Yes, the left foot is not visible.",
    "Is a foot visible?": "Yes, the right foot is visible.",
    "Is the right foot cropped?": "No, the right foot is visible.",
    "Are the hands and the feet visible?": "No, the right hand and the left foot are not visible.",
    "Is the person in the picture?": "Yes, the person is visible.",
    "Are both shoulders in view?": "Yes, both shoulders are visible.",
    "Can you see the whole body?": "No, the right elbow, the right hand, both hips, the left knee "
    "and the left foot are not visible.",
    "List the parts that you can see.": "The nose, the left eye, both shoulders, the left elbow, the left wrist, "
    "the right knee and the right ankle are visible.",
    "Which joints can you see?": "The nose, the left eye, both shoulders, the left elbow, the left wrist, "
    "the right knee and the right ankle are visible.",
    "Which parts of the body can I see here?": "The nose, the left eye, both shoulders, the left elbow, "
    "the left wrist, the right knee and the right ankle are visible.",
    "What joints are cut off by the edge of the photo?": "The right eye, both ears, the right elbow, the right wrist, "
    "both hips, the left knee and the left ankle are not visible.",
    "What body parts are hidden?": "The right eye, both ears, the right elbow, the right wrist, both hips, "
    "the left knee and the left ankle are not visible.",
}


@pytest.mark.parametrize("question", ANSWERS)
def test_what_is_seen_is_told_and_what_is_not(question):
    sight = look(question, SEEN)
    assert sight is not None
    assert sight.answer.text == ANSWERS[question]
    assert sight.answer.verdict == ANSWERS[question].split(",")[0].lower() or sight.answer.verdict == "statement"
    assert set(sight.joints) <= set(SEEN)


@pytest.mark.parametrize(
    ("question", "joints"),
    [
        ("Which hand is visible?", ("left_wrist",)),
        ("Is the left shoulder visible?", ("left_shoulder",)),
        ("What body parts are hidden?", ()),
    ],
)
def test_an_answer_rests_on_the_joints_it_names(question, joints):
    assert look(question, SEEN).joints == joints


@pytest.mark.parametrize(
    "question",
    [
        "Are the feet cut off?",
        "Is the left foot out of the picture?",
        "Is the left knee hidden by something?",
        "Is the body cut off?",
    ],
)
def test_why_something_is_not_seen_is_not_told(question):
    answer = look(question, SEEN).answer
    assert answer.verdict == "unknown"
    assert answer.text.startswith("I cannot tell: the ")
    assert answer.text.endswith(" not visible.")


@pytest.mark.parametrize(
    ("question", "verdict", "text"),
    [
        ("Which hand is visible?", "left", "The left hand is visible."),
        ("Which foot can you see?", "right", "The right foot is visible."),
        ("Which elbow is hidden?", "right", "The right elbow is not visible."),
        ("Which shoulder can be seen?", "same", "Both shoulders are visible."),
        ("Which of the hips is visible?", "same", "Neither hip is visible."),
    ],
)
def test_which_of_two_is_seen(question, verdict, text):
    answer = look(question, SEEN).answer
    assert (answer.verdict, answer.text) == (verdict, text)


@pytest.mark.parametrize("question", ANSWERS)
def test_the_mirrored_person_gets_the_mirrored_answer(question):
    sight = look(mirror_text(question), [mirror_name(joint) for joint in SEEN])
    assert sight is not None
    assert {mirror_name(joint) for joint in sight.joints} == set(look(question, SEEN).joints)
    if " and " not in sight.answer.text:
        assert mirror_text(sight.answer.text) == ANSWERS[question]


@pytest.mark.parametrize(
    "question",
    [
        "Is the left hand above the head?", "Can you see the left hand above the head?", "Which hand is higher?",
        "Is the foot of the bed visible?", "Can you see whether the knee is bent?", "Can you see me?",
        "Is the left knee bent in the picture?", "Is the hat visible?", "How many fingers are visible?",
        "Are the feet visibly apart?", "Is the dog's face visible?", "Can you see the chair's legs?", "Eyes on camera?",
        "Is the left hand seen in front of the body?", "Is the person seen from behind?", "Head-on shot?",
        "Are the hands hidden behind the back?", "What can you see?", "Is the left face visible?",
        "Is the entire head visible?", "Is the torso fully visible?", "Is the head cut off?",
        "Is his hand on the frame?",
        "Are her shoulders covered up?",
    ],
)  # fmt: skip
def test_other_questions_are_left_alone(question):
    assert look(question, JOINTS) is None


def test_all_and_nothing():
    assert look("Is the entire body visible?", JOINTS).answer.text == "Yes, the whole body is visible."
    assert look("Which parts are hidden?", JOINTS).answer.text == "All of the body is visible."
    nothing = look("What joints are visible?", ())
    assert (nothing.answer.text, nothing.joints) == ("Nothing of the body is clearly visible.", ())


def test_a_person_is_asked():
    person = Pose2Lang(threads=1).read(standing(hidden=LEGS)).person()
    answer = person.ask("Can you see the left kneee?")
    assert (answer.verdict, answer.text, answer.joints) == ("no", "No, the left knee is not visible.", ())
    assert person.ask("Are the hands visible?").joints == ("left_wrist", "right_wrist")


def test_from_behind_ears_are_seen_and_no_face():
    ears = ("left_ear", "right_ear")
    assert look("Can you see her face?", ears).answer.text == "No, the face is not visible."
    assert look("Is the head visible?", ears).answer.verdict == "yes"


@pytest.mark.parametrize(("view", "facing", "hidden"), [(0.99, 0.99, True), (0.99, 0.8, False), (0.8, 0.99, False)])
def test_who_looks_away_shows_no_face(view, facing, hidden):
    """Estimators guess eyes and nose of a head that is seen from behind."""
    code = SimpleNamespace(visible=JOINTS, likeliest={"view": ("back", view), "facing_lens": ("no", facing)})
    assert ("nose" not in _in_sight(code)) is hidden
    assert "left_ear" in _in_sight(code)
