"""Questions about how much of the whole person the picture shows."""

from __future__ import annotations

import pytest

from pose2lang3d_sdk.questions.framing import framing
from pose2lang3d_sdk.questions.visibility import look
from pose2lang3d_sdk.questions.words import bare
from pose2lang3d_sdk.skeleton import JOINTS, mirror_name, mirror_text

SEEN = ("nose", "left_eye", "left_shoulder", "right_shoulder", "left_elbow", "left_wrist", "right_knee", "right_ankle")
SHOWN_TO_THE_HIPS = tuple(j for j in JOINTS if j != "right_wrist" and not j.endswith(("knee", "ankle")))
CHEST = ("nose", "left_shoulder", "right_shoulder")
TURNED = tuple(j for j in JOINTS if j not in ("right_eye", "right_ear", "right_elbow", "right_hip"))
FULL = (
    "full body shot?", "is this a full-length shot?", "head to toe visible?", "is the body fully in frame",
    "is the whole body in frame?", "Can we see him from head to toe?", "Is the person completely in the frame?",
)  # fmt: skip
UPPER = (
    "upper body only?", "is he shown from the waist up?", "waist-up shot?", "is it just the upper body?", "waist up?",
    "do we only see his upper body", "Are we only seeing the top half?", "is only the upper body visible?",
)  # fmt: skip


@pytest.mark.parametrize("question", FULL)
def test_whether_the_picture_shows_the_whole_person(question):
    assert look(question, JOINTS).answer.text == "Yes, the body is visible from head to foot."
    assert look(question, SHOWN_TO_THE_HIPS).answer.text == "No, I do not see either knee or either foot clearly."
    # Seen from the left: what the body hides is in the picture, too.
    text = "Yes, the body is visible from head to foot, but I do not see the right elbow or the right hip clearly."
    assert look(question, TURNED).answer.text == text


@pytest.mark.parametrize("question", UPPER)
def test_whether_the_picture_shows_the_upper_body_only(question):
    for seen in (SHOWN_TO_THE_HIPS, CHEST):
        assert look(question, seen).answer.text == "Yes, I do not see either knee or either foot clearly."
    assert look(question, TURNED).answer.text == "No, both knees and both feet are visible."
    assert look(question, ("left_hip", "left_knee")).answer.text == "No, I do not see either shoulder clearly."


CASES = [
    ("is this person shown only from the chest up?", SHOWN_TO_THE_HIPS, "No, both hips are visible."),
    ("chest up only?", CHEST, "Yes, I do not see either hip, either knee or either foot clearly."),
    ("is he shown from the knees up?", (*CHEST, "left_hip", "left_knee"), "Yes, I do not see either foot clearly."),
    ("is it only the lower body?", ("left_knee",), "Yes, I do not see the head or either shoulder clearly."),
    ("can we see anything below the waist", SHOWN_TO_THE_HIPS, "No, I do not see either knee or either foot clearly."),
    ("is the lower half visible", (*CHEST, "left_knee"), "No, I do not see either foot clearly."),
    ("is the lower half visible", SEEN, "Yes, the right knee and the right foot are visible."),
    ("Is the lower body hidden?", SEEN, "No, the right knee and the right foot are visible."),
    ("Is the upper body visible?", SEEN, "Yes, the head and both shoulders are visible."),
    ("can we see below the waist?", SEEN, "Yes, the right knee and the right foot are visible."),
    ("Can you only see his upper body?", CHEST, "Yes, I do not see either knee or either foot clearly."),
    ("you can only see below the knees", ("left_hip", "left_ankle"), "No, the left hip is visible."),
    ("full body or half?", JOINTS, "The body is visible from head to foot."),
    ("full body or half?", CHEST, "Only the upper body is visible: I do not see either knee or either foot clearly."),
    ("full body or half?", (*CHEST, "left_hip", "left_knee"), "I do not see either foot clearly."),
    ("is it cropped?", (*CHEST, "left_hip", "left_knee"), "I do not see either foot clearly; why, I cannot tell."),
    ("is the picture cropped?", SEEN, "I do not see either hip clearly; why, I cannot tell."),
    ("is it cropped?", TURNED,
     "No, the body is visible from head to foot, but I do not see the right elbow or the right hip clearly."),
    ("is he cut off at the waist?", SEEN, "No, the right knee and the right foot are visible."),
    ("is the person cut off at the waist?", CHEST,
     "I do not see either knee or either foot clearly; why, I cannot tell."),
]  # fmt: skip


@pytest.mark.parametrize(("question", "seen", "text"), CASES)
def test_how_much_of_the_person_the_picture_shows(question, seen, text):
    sight = look(question, seen)
    assert sight.answer.text == text
    verdict = "unknown" if text.endswith("why, I cannot tell.") else text.split(", ")[0].lower()
    assert sight.answer.verdict == (verdict if verdict in {"yes", "no", "unknown"} else "statement")
    assert set(sight.joints) <= set(seen)


@pytest.mark.parametrize(("question", "seen", "text"), CASES)
def test_the_mirrored_person_gets_the_mirrored_answer(question, seen, text):
    sight = look(question, [mirror_name(joint) for joint in seen])
    assert sight.answer.text == mirror_text(text)
    assert {mirror_name(joint) for joint in sight.joints} == set(look(question, seen).joints)


@pytest.mark.parametrize("question", [*FULL, *UPPER])
@pytest.mark.parametrize("seen", [(), ("nose",), ("left_knee",), JOINTS])
def test_there_is_an_answer_whatever_is_seen(question, seen):
    sight = look(question, seen)
    assert sight.answer.text.endswith(".")
    assert set(sight.joints) <= set(seen)


@pytest.mark.parametrize(
    "question",
    [
        "Shoulder up?", "Knees down?", "Full length?", "upper body?", "full body", "Crop the image.",
        "Is he stretched to full length?", "Is it a crop of a bigger picture?", "Head-on shot?",
        "Are we seeing him from behind?", "is it just above the hip?", "Can you only see one hand?",
    ],
)  # fmt: skip
def test_other_questions_are_left_alone(question):
    assert framing(bare(question)) is None
    assert look(question, JOINTS) is None
