"""Questions about what can be seen, answered from the keypoints."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from people import LEGS, standing

from pose2lang3d_sdk import Pose2Lang
from pose2lang3d_sdk.asking import _in_sight
from pose2lang3d_sdk.questions.visibility import look
from pose2lang3d_sdk.skeleton import FACE, JOINTS, mirror_name, mirror_text

SEEN = ("nose", "left_eye", "left_shoulder", "right_shoulder", "left_elbow", "left_wrist", "right_knee", "right_ankle")
UNSEEN = "the right eye, either ear, the right elbow, the right wrist, either hip, the left knee or the left ankle"
ANSWERS = {
    "Is the left hand visible?": "Yes, the left hand is visible.",
    "can you make out both his ears": "No, I do not see either ear clearly.",
    "Can you see his nose and eyes properly?": "No, I do not see the right eye clearly.",
    "Is the right knee hidden behind something?": "No, the right knee is visible.",
    "Is the left arm completely hidden?": "No, the left arm is visible.",
    "Are the hands completely hidden?": "No, the left hand is visible.",
    "Can you see all of the body?": "No, I do not see the right elbow, the right hand, either hip, "
    "the left knee or the left foot clearly.",
    "is his right hand in the picture": "No, I do not see the right hand clearly.",
    "Can you see the feet?": "No, I do not see the left foot clearly.",
    "Can you actually see both of the person's elbows in this photo?": "No, I do not see the right elbow clearly.",
    "Is the right ankle hidden?": "No, the right ankle is visible.",
    "can u see both of his feet": "No, I do not see the left foot clearly.",
    "Is the left hand visible to the camera?": "Yes, the left hand is visible.",
    "Is the left foot hidden from us?": "Yes, I do not see the left foot clearly.",
    "Are her hips visible?": "No, I do not see either hip clearly.",
    "Do you see the legs?": "No, I do not see the left leg fully.",
    "Is the face not visible?": "No, the face is visible.",
    "Aren't the feet visible?": "No, I do not see the left foot clearly.",
    "Can't you see the left knee": "No, I do not see the left knee clearly.",
    "Could the left hand be seen?": "Yes, the left hand is visible.",
    "left hand visible?": "Yes, the left hand is visible.",
    "Is it true that the man's left foot is hidden from view?": "Yes, I do not see the left foot clearly.",
    "Are both feet hidden?": "No, the right foot is visible.",
    "Is either foot hidden?": "Yes, I do not see the left foot clearly.",
    "Is a foot visible?": "Yes, the right foot is visible.",
    "Is the right foot cropped?": "No, the right foot is visible.",
    "Are the hands and the feet visible?": "No, I do not see the right hand or the left foot clearly.",
    "Is the person in the picture?": "Yes, the person is visible.",
    "Are both shoulders in view?": "Yes, both shoulders are visible.",
    "Can you see the whole body?": "No, I do not see the right elbow, the right hand, either hip, "
    "the left knee or the left foot clearly.",
    "List the parts that you can see.": "The nose, the left eye, both shoulders, the left elbow, the left wrist, "
    "the right knee and the right ankle are visible.",
    "Which joints can you see?": "The nose, the left eye, both shoulders, the left elbow, the left wrist, "
    "the right knee and the right ankle are visible.",
    "Which parts of the body can I see here?": "The nose, the left eye, both shoulders, the left elbow, "
    "the left wrist, the right knee and the right ankle are visible.",
    "What joints are cut off by the edge of the photo?": f"I do not see {UNSEEN} clearly.",
    "can't see the feet?": "No, I do not see the left foot clearly.",
    "You can't see her legs, can you?": "No, I do not see the left leg fully.",
    "The shoulders aren't visible, are they?": "Yes, both shoulders are visible.",
    "The feet aren't hidden, are they?": "Yes, I do not see the left foot clearly.",
    "Tell me if the left foot isn't visible": "Yes, I do not see the left foot clearly.",
    "you don't see the hips": "Yes, I do not see either hip clearly.",
    "Tell me whether the face is visible.": "Yes, the face is visible.",
    "Please tell me if I can see his hands.": "No, I do not see the right hand clearly.",
    "do you know if his feet are visible": "No, I do not see the left foot clearly.",
    "I wonder whether the left hand is in the picture": "Yes, the left hand is visible.",
    "Would I be able to see his right hand?": "No, I do not see the right hand clearly.",
    "his right arm - can you see it?": "No, I do not see the right arm fully.",
    "the feet, are they visible": "No, I do not see the left foot clearly.",
    "is the left hand visible or hidden?": "Yes, the left hand is visible.",
    "right hand in frame?": "No, I do not see the right hand clearly.",
    "Are the hips, knees and feet visible?": "No, I do not see either hip, the left knee or the left foot clearly.",
    "are the left and right knees visible": "No, I do not see the left knee clearly.",
    "Is either hand completely hidden?": "Yes, I do not see the right hand clearly.",
    "Is either shoulder completely hidden?": "No, both shoulders are visible.",
    "Is the right leg completely hidden": "No, the right leg is visible.",
    "is he visible?": "Yes, the person is visible.",
    "Is the left foot out of sight?": "Yes, I do not see the left foot clearly.",
    "is he partly hidden?": "Yes, I do not see the right elbow, the right hand, either hip, "
    "the left knee or the left foot clearly.",
    "is he not fully visible?": "Yes, I do not see the right elbow, the right hand, either hip, "
    "the left knee or the left foot clearly.",
    "What body parts are hidden?": f"I do not see {UNSEEN} clearly.",
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
        ("left wrist visible?", ("left_wrist",)),
        ("What body parts are hidden?", ()),
    ],
)
def test_an_answer_rests_on_the_joints_it_names(question, joints):
    assert look(question, SEEN).joints == joints


@pytest.mark.parametrize(
    ("question", "verdict", "text"),
    [
        ("Are the feet cut off?", "unknown", "I do not see the left foot clearly; why, I cannot tell."),
        ("Is the left foot out of the picture?", "unknown", "I do not see the left foot clearly; why, I cannot tell."),
        ("Is the left knee hidden by something?", "unknown", "I do not see the left knee clearly; why, I cannot tell."),
        ("left ankle missing?", "unknown", "I do not see the left ankle clearly; why, I cannot tell."),
        ("are his hips out of the shot", "unknown", "I do not see either hip clearly; why, I cannot tell."),
        ("is the right ankle cut off?", "no", "No, the right ankle is visible."),
        ("Are both feet cut off?", "no", "No, the right foot is visible."),
    ],
)
def test_why_something_is_not_seen_is_not_told(question, verdict, text):
    sight = look(question, SEEN)
    assert (sight.answer.verdict, sight.answer.text) == (verdict, text)
    assert verdict == "no" or sight.joints == ()


@pytest.mark.parametrize(
    "question", ["Is the body cut off?", "is any part of him out of frame?", "is anything cut off?"]
)
def test_why_some_of_the_body_is_not_seen_is_not_told(question):
    answer = look(question, SEEN).answer
    assert (answer.verdict, answer.text.endswith(" clearly; why, I cannot tell.")) == ("unknown", True)
    assert look(question, JOINTS).answer.text == "No, the whole body is visible."


VISIBLE_LIST = (
    "list visible joints", "visible joints?", "what is visible?", "what can be seen?", "which keypoints are visible",
    "what parts of the person can be seen?", "how much of the body can we see?", "name everything that is visible",
    "how much of him is in the picture?", "can you list the joints you can see?", "What's visible here?",
    "give me a list of the visible keypoints", "which joints were detected?",
)  # fmt: skip
HIDDEN_LIST = (
    "what's hidden?", "what is hidden", "what can't you see?", "what is not visible?", "what's missing?",
    "which keypoints are missing", "what parts are missing?", "occluded joints?", "occluded keypoints list",
    "name the hidden parts", "list everything you can't see", "name the joints that aren't visible",
    "list the parts that you can't see", "tell me what you can't see", "which parts of him are missing",
    "What is missing from the photo?", "how much of the body is hidden?",
)  # fmt: skip
HIDDEN = "I do not see the right wrist, either knee or either ankle clearly"
SHOWN_TO_THE_HIPS = tuple(j for j in JOINTS if j != "right_wrist" and not j.endswith(("knee", "ankle")))


@pytest.mark.parametrize("question", VISIBLE_LIST)
def test_what_is_visible_is_listed(question):
    listed = look(question, SHOWN_TO_THE_HIPS)
    assert listed.answer.verdict == "statement"
    assert listed.answer.text == "The face, both shoulders, both elbows, the left wrist and both hips are visible."
    assert listed.joints == SHOWN_TO_THE_HIPS


@pytest.mark.parametrize("question", HIDDEN_LIST)
def test_what_is_hidden_is_listed(question):
    hidden = look(question, SHOWN_TO_THE_HIPS)
    assert (hidden.answer.verdict, hidden.joints) == ("statement", ())
    assert hidden.answer.text == f"{HIDDEN}."
    assert look(question, JOINTS).answer.text == "All of the body is visible."


@pytest.mark.parametrize(
    "question",
    [
        "is anything hidden?", "is any part of his body hidden?", "is any part of his body missing?",
        "are any joints hidden", "is part of him hidden?", "Is some of the body hidden?", "any hidden joints?",
        "Let me know if any part of the body is hidden.", "Is there anything you can't see?", "any joints missing?",
        "is there any part that isn't visible?",
    ],
)  # fmt: skip
def test_whether_anything_is_hidden(question):
    assert look(question, SHOWN_TO_THE_HIPS).answer.text == f"Yes, {HIDDEN}."
    assert look(question, JOINTS).answer.text == "No, the whole body is visible."


@pytest.mark.parametrize(
    "question", ["is everything visible?", "are all the joints visible?", "can you see everything?"]
)
def test_whether_everything_is_visible(question):
    assert look(question, SHOWN_TO_THE_HIPS).answer.text == f"No, {HIDDEN}."
    assert look(question, JOINTS).answer.text == "Yes, the whole body is visible."


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how many hands can you see?", "One hand is visible, the left one."),
        ("how many hands are visible?", "One hand is visible, the left one."),
        ("how many hands are hidden?", "One: I do not see the right hand clearly."),
        ("number of visible feet", "One foot is visible, the right one."),
        ("can you see one hand or both?", "One hand is visible, the left one."),
        ("are one or both feet visible?", "One foot is visible, the right one."),
        ("how many shoulders can you see", "Both shoulders are visible."),
        ("how many hips are visible?", "I do not see either hip clearly."),
        ("how many legs can you see?", "One leg is fully visible, the right one."),
        ("which of these can you see: head, hips, feet?",
         "The head and the right foot are visible; I do not see either hip or the left foot clearly."),
        ("can you see the shoulders or the hips?", "Both shoulders are visible; I do not see either hip clearly."),
        ("how many joints can't you see?", f"8 of the 17 joints are visible; I do not see {UNSEEN} clearly."),
    ],
)  # fmt: skip
def test_parts_are_counted_and_picked_from_lists(question, text):
    answer = look(question, SEEN).answer
    assert (answer.verdict, answer.text) == ("statement", text)


@pytest.mark.parametrize(
    "question", [*VISIBLE_LIST, *HIDDEN_LIST, "is anything visible?", "how many joints are visible?"]
)
@pytest.mark.parametrize("seen", [(), ("nose",), ("left_knee",), JOINTS])
def test_there_is_an_answer_whatever_is_seen(question, seen):
    sight = look(question, seen)
    assert sight.answer.text.endswith(".")
    assert set(sight.joints) <= set(seen)


@pytest.mark.parametrize(
    ("question", "verdict", "text"),
    [
        ("Which hand is visible?", "left", "The left hand is visible."),
        ("Which foot can you see?", "right", "The right foot is visible."),
        ("Which elbow is hidden?", "right", "I do not see the right elbow clearly."),
        ("Which shoulder can be seen?", "same", "Both shoulders are visible."),
        ("Which of the hips is visible?", "same", "I do not see either hip clearly."),
        ("is the left or right hand visible?", "left", "The left hand is visible."),
        ("Can you see the left foot, the right foot, or both?", "right", "The right foot is visible."),
        ("tell me which hand is visible", "left", "The left hand is visible."),
        ("visible hands?", "left", "The left hand is visible."),
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
        "Is the left hand seen in front of the body?", "Is the person seen from behind?",
        "Are the hands hidden behind the back?", "What can you see?", "Is the left face visible?",
        "Is the entire head visible?", "Is the torso fully visible?", "Is the head cut off?",
        "Is his hand on the frame?",
        "Are her shoulders covered up?", "What do you see?", "tell me what you can see",
        "What's in the picture?", "what is shown?", "Is it visible?", "Can you see a woman?",
        "How many people are visible?", "How many arms are in the picture altogether?",
        "Is the lower half hidden by a desk?", "Which tooth is missing?", "Is a slipper missing?",
        "How many feet tall is he?", "Are his ribs visible?",
        "Part of the hand missing?", "Hidden thumb?",
        "Can you only see one hand?", "Is his face seen from the front?", "list the steps",
        "What's missing on the left hand?", "Are the legs cut off at the knees?",
        "Can you see the hips and the hat?",
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
    assert (answer.verdict, answer.text, answer.joints) == ("no", "No, I do not see the left knee clearly.", ())
    assert person.ask("Are the hands visible?").joints == ("left_wrist", "right_wrist")


def test_from_behind_ears_are_seen_and_no_face():
    ears = ("left_ear", "right_ear")
    assert look("Can you see her face?", ears).answer.text == "No, I do not see the face clearly."
    assert look("Is the head visible?", ears).answer.verdict == "yes"


@pytest.mark.parametrize(("view", "facing", "hidden"), [(0.99, 0.99, True), (0.99, 0.8, False), (0.8, 0.99, False)])
def test_who_looks_away_shows_no_face(view, facing, hidden):
    """Estimators guess eyes and nose of a head that is seen from behind."""
    code = SimpleNamespace(visible=JOINTS, likeliest={"view": ("back", view), "facing_lens": ("no", facing)})
    assert ("nose" not in _in_sight(code)) is hidden
    assert "left_ear" in _in_sight(code)


@pytest.mark.parametrize(
    ("question", "hidden", "text", "verdict"),
    [
        ("Can the head be seen, or is it cut off?", FACE, "No, I do not see the head clearly.", "no"),
        ("Is the head cut off?", FACE, "I do not see the head clearly; why, I cannot tell.", "unknown"),
        ("Are the hands visible? If not, say so.", ("left_wrist",), "No, I do not see the left hand clearly.", "no"),
        ("Can the left hand be seen or does the frame cut it off?", (), "Yes, the left hand is visible.", "yes"),
        ("Which joints are you unable to see?", ("left_wrist",), "I do not see the left wrist clearly.", "statement"),
        (
            "Are both ears visible, just one, or neither?",
            ("left_ear",),
            "One ear is visible, the right one.",
            "statement",
        ),
        ("Is only one ear visible?", ("left_ear",), "Yes, one ear is visible, the right one.", "yes"),
        ("Is only one ear visible?", (), "No, both ears are visible.", "no"),
        ("Which side of the face is hidden?", ("left_ear",), "I do not see the left ear clearly.", "left"),
        ("Is the left side of the face visible?", ("left_ear",), "No, I do not see the left ear clearly.", "no"),
        ("Which side of the face do we see?", ("left_ear",), "The right ear is visible.", "right"),
        ("Which side of the face do we see?", (), "Both ears are visible.", "same"),
        ("Can you see the left side of his face?", ("left_ear",), "No, I do not see the left ear clearly.", "no"),
        ("Do we see the left side of the face?", FACE, "No, I do not see the left ear clearly.", "no"),
    ],
)
def test_other_words_for_what_is_seen(question, hidden, text, verdict):
    answer = look(question, [name for name in JOINTS if name not in hidden]).answer
    assert (answer.text, answer.verdict) == (text, verdict)
