"""Refusals of what seventeen keypoints do not show."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pose2lang3d_sdk.questions.unpictured import beyond
from pose2lang3d_sdk.questions.visibility import look
from pose2lang3d_sdk.skeleton import JOINTS, mirror_text

OUTSIDE = (
    "what is done towards the camera", "I know how the body is held, not where", "I answer about one person at a time",
    "I see one moment", "I say how the body is held", "I see no things", "I tell the pose as it is",
    "I see no points between the shoulders and the hips, so not the shape of the back and the line",
    "I do not know which parts cover each other",
)  # fmt: skip
REFUSED = {
    "what is done towards the camera": [
        "Is he pointing at the camera?", "Is she smiling at me?", "is the man walking towards us",
        "Is he leaning towards the camera?",
    ],
    "I know how the body is held, not where": [
        "Is he on the right side of the picture?", "Is she standing in the middle of the frame?",
        "Is he in the foreground?",
        "How far is he from the camera?", "Is the person close to the camera?",
        "Which side of the picture are his legs on?", "Is the head in the upper or lower half of the photo?",
    ],
    "I answer about one person at a time": ["Are both men sitting?", "Are the two people doing the same pose?"],
    "I see one moment": [
        "Is he able to straighten his left knee?", "What's the range of motion of the right shoulder?",
    ],
    "I say how the body is held": [
        "What should she do to stand up straight?", "How should he move his left arm?", "what must the man change",
        "How should I hold my arms?", "Is he in a good standing position?", "quick form check please",
    ],
    "I see no things": [
        "Is his back against the chair?", "Is the hand resting on the table?", "Is his left foot on a board?",
        "Is there a chair in the picture?", "are there any books?", "Which hand grabs the board?",
        "Is the hand on the engine?", "Is he leaning against something?", "What is she leaning on?",
        "Is he resting his weight against the wall?", "Does he hold on to the rail with his left hand?",
        "Is she grabbing the board?",
    ],
    "knees fall in": [
        "Does the patient show knee valgus on the left side?", "left knee in valgus or varus or neutral?", "valgus?",
    ],
    "I do not know which parts cover each other": [
        "does one arm overlap the torso", "If I draw a plumb line from the head does it fall over the front foot?",
    ],
    "the heels are": [
        "Is the heel below the toes?",
        "Is the left heel raised?", "heels down?", "Are the heels off the floor?", "are his heels flat on the ground",
        "Is she lifting her heels?", "Is one of the heels up?", "Does the left heel touch the ground?",
        "Can you tell me if the right heel is off the ground?", "The left heel is raised, isn't it?", "raised heels?",
        "Is he keeping his heels down?", "Which heel is lifted?", "Are the heels raised or down?",
        "heels lifted at all?",
        "In this photo, is the dancer's right heel raised?", "how high is the left heel raised",
        "Is the heel of the back foot up?",
    ],
    "the heels and toes are": [
        "on tiptoes?", "Is she on tiptoe?", "Is he standing on his toes?", "is the woman up on the balls of her feet",
        "Is he tiptoeing?", "is she on her tip-toes", "do you think she is standing on tiptoe?",
    ],
    "the toes are": [
        "Are the feet turned out?", "pigeon-toed?", "Is he pigeon toed?", "Are the toes pointing out?", "toes in?",
        "Which way do the feet point?", "Where do his toes point?", "Is the left foot pointing forwards?",
        "Is she duck-footed?", "do the toes point outwards", "Is her right foot turned out slightly?",
        "In which direction is the left foot pointing?", "Are the feet facing each other?", "toes curled under?",
    ],
    "the hand beyond the wrist is": [
        "Is the wrist bent?", "Is the right wrist straight?", "is the wrist flexed", "What is the wrist angle?",
        "Are the wrists bent backwards?", "wrists neutral?", "How bent is her left wrist?", "left wrist angle",
        "Is he bending his wrist?", "Which wrist is bent?", "What's the angle of the right wrist in degrees?",
        "Is his wrist bent or straight?", "how many degrees is the wrist bent", "bent wrists?",
        "Does her wrist bend back?",
    ],
    "the foot beyond the ankle is": [
        "Is the ankle flexed?", "What is the ankle angle?", "Is the left ankle bent?", "Is the right foot flexed?",
        "Are her feet pointed?", "ankle dorsiflexion?", "Is he flexing his ankles?", "Are the ankles rolled in?",
    ],
    "I see no points between the shoulders and the hips": [
        "Is the back arched?", "Is the back rounded?", "Is her back curved?", "lower back arched?", "arched back?",
        "is the spine straight?", "Is the spine neutral?", "is she slouching?", "Is he slumped?", "does he slouch",
        "Is she arching her back?", "Does he have a rounded back?", "Is there an arch in the lower back?", "slouching?",
        "Is he slouching in that chair?", "Is her back arched backwards?", "Is the back straight or rounded?",
        "Isn't the lower back rounded a bit?", "is the person slouching",
    ],
    "I see only one point at each hip": [
        "anterior pelvic tilt?", "Does she have an anterior pelvic tilt?", "Is the pelvis tucked?",
        "is the pelvis tilted forward", "Is he tucking his pelvis?", "Is there any pelvic tilt?", "neutral pelvis?",
    ],
    "I see only one point at each shoulder": [
        "shoulders shrugged?", "Are the shoulders hunched?", "are his shoulders rounded", "Is she shrugging?",
        "Are the shoulders pulled back?", "Are her shoulders up to her ears?", "Is he shrugging his shoulders?",
        "rounded shoulders?", "Does he have rounded shoulders?", "Are both shoulders raised?",
    ],
    "the palms are": [
        "palms up?", "Is the left palm facing the camera?", "Are the palms facing each other?", "palms down or up?",
        "Which way are the palms facing?", "Is his right palm turned up?", "Are the hands pronated?",
    ],
    "the fingers are": [
        "are the fingers spread", "is he making a fist?", "Is she pointing with a finger?",
        "Is the left fist clenched?", "Is he pointing?", "Is she pointing at something?", "Is his thumb pointing down?",
        "Are his hands in fists?", "Is the right hand open or closed?", "fingers straight?",
    ],
    "I tell the pose as it is": [
        "If he straightened his legs, would he be taller?", "Assume he drops the right arm; would the hands be level?",
    ],
    "I see no points between the shoulders and the hips, so not the shape of the back and the line": [
        "Give me the line of action.", "Is this contrapposto?",
        "Line of action - S curve, C curve or straight?", "C curve, S curve or straight?",
    ],
    "the heels and toes are not among": [
        "Is the weight on his toes or on his heels?", "Does her weight rest on the balls of her feet?",
    ],
    "I do not know how far forwards the head is held": [
        "Does he carry his head forward of his shoulders?", "Does the head stay over the midline or drift forward?",
        "forward head posture?", "Is the head in front of the shoulders?", "Are the ears over the shoulders?",
        "Does he have forward head posture?", "Is his head jutting forwards?", "is the neck long",
        "Is his neck sticking out forward?", "head in front of the shoulders or stacked",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("why", "question"), [(why, question) for why, asked in REFUSED.items() for question in asked])
def test_refuses_what_no_keypoint_shows(why, question):
    answer = beyond(question)
    assert answer is not None
    assert answer.text.startswith(f"I cannot tell: {why}")
    assert (answer.verdict, answer.confidence) == ("out_of_scope" if why in OUTSIDE else "unknown", 1.0)
    assert answer.text == mirror_text(answer.text)
    assert beyond(mirror_text(question)) == answer


@pytest.mark.parametrize(
    "question",
    [
        # what is of the body alone
        "Is he facing the camera?", "Is he looking at me?", "Is she reaching towards us?", "Is he sitting on a chair?",
        "Could he be sitting?", "Would you say that the left arm is raised?", "Is his hand on his hip?",
        "Are both hands raised?", "Is the left hand on the left side of the picture?", "Are both knees bent?",
        # other questions with the same words
        "Silhouette from the front?", "Is the silhouette compact?", "Are the forearms overlapping?",
        "Does the torso follow a plumb line?", "Is the line of action vertical?",
        "Is the hand on the heel?", "Is he sitting back on his heels?", "Are the heels together?", "heels touching?",
        "Which heel is further ahead?", "Is the left heel above the right heel?", "Is the left heel close to the bum?",
        "Is the left foot on the ground?", "Is the foot raised?", "Are the feet flat on the floor?", "heel",
        "Are the toes or heel on the ground?", "Is he touching his toes?", "Are the toes in line?",
        "Where are the feet?",
        "Is the left wrist raised?", "Is the wrist above the elbow?", "Where is the right wrist?",
        "Are the wrists crossed?",
        "Are the ankles together?", "Are the ankles crossed?", "Is the knee bent?", "What is the knee angle?",
        "Is the back to the camera?", "Is the back straight up?", "Is the back leg straight?", "Is the back vertical?",
        "Is he arching back?", "Is she hunched over?", "Is she slouching forward?", "Is he slumped to the left?",
        "Is the spine twisted?", "Is the back parallel to the ground?", "Is the back knee bent?",
        "Is the pelvis level with the knees?", "Are the hips bent?", "Is the hand on the pelvis?",
        "Which shoulder is shrugged?", "Is the left shoulder up?", "Are the shoulders level?",
        "Which shoulders are up?",
        "Are the shoulders square to the hips?", "Which of her shoulders is lifted?", "Is one shoulder hunched up?",
        "Are the palms together?", "Are the palms on the floor?", "Is the left hand up?",
        "Are the hands open wide apart?",
        "How many fingers is he holding up?", "Is the left thumb up?", "Are the fingers interlaced?",
        "Is the head in line with the body?", "Is the head forward of the knees?", "Is the neck turned?",
        "Is the neck bent?", "Is the head above the hips?", "Which ear is nearer the shoulder?",
        # what is no part of the pose is refused by the nets
        "Are both the girl's arms raised?", "Are all of the person's joints visible?",
        "Is the mouth open?", "Is he smiling?", "Are the eyes closed?", "Are high heels worn?", "",
    ],
)  # fmt: skip
def test_other_questions_are_left_alone(question):
    assert beyond(question) is None


def test_hardly_any_question_that_geometry_grades_is_taken_by_these_rules_or_those_on_what_is_seen():
    files = (Path(__file__).parents[1] / "training" / "language" / "free").rglob("*.json")
    graded = [
        question.replace("{side}", "left")
        for file in sorted(files)
        if file.stem != "outside"
        for entry in json.loads(file.read_text(encoding="utf-8"))
        for question in entry["questions"]
    ][::40]
    assert len(graded) > 5000
    taken = [question for question in graded if beyond(question) or look(question, JOINTS)]
    assert len(taken) <= len(graded) / 2000, taken
