"""Questions as they are typed on a phone."""

from __future__ import annotations

import pytest
from people import standing

from pose2lang3d_sdk import Pose2Lang
from pose2lang3d_sdk.questions.slang import plainly


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("r his knees in the pic", "are his knees in the picture"),
        ("how r the arms held", "how are the arms held"),
        ("is the r elbow bent", "is the r elbow bent"),
        ("R knee or L knee?", "R knee or L knee?"),
        ("how bent r her knees", "how bent are her knees"),
        ("elbows bent r straight", "elbows bent r straight"),
        ("can u see his feet rn", "can you see his feet"),
        ("yo bro is the left knee bent tho??", "is the left knee bent??"),
        ("ok srs question, which hand is higher", "which hand is higher"),
        ("arms crossed or nah", "arms crossed or not"),
        ("he is kneeling, t/f?", "he is kneeling, true or false?"),
        ("Is he facing his mate?", "Is he facing his mate?"),
        ("knees bang level, mate?", "knees bang level?"),
        ("R bent or L?", "R bent or L?"),
        ("ta-da, a U-bend", "ta-da, a U-bend"),
        ("The torso is upright. False or true?", "The torso is upright. true or false?"),
        ("is it bent abt 90 deg", "is it bent about 90 degrees"),
        ("dude with the bent knee", "dude with the bent knee"),
        ("lol", "lol"),
        ("Is the person's left hand on the hip?", "Is the person's left hand on the hip?"),
    ],
)
def test_ordinary_words(typed, meant):
    assert plainly(typed) == meant


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("r both arms hangin down rn", "Are both arms hanging down?"),
        ("yo is he standin or nah", "Is he standing or not?"),
        ("can u see the feet lol", "Can you see the feet?"),
    ],
)
def test_the_answer_is_that_to_the_written_question(typed, written):
    person = Pose2Lang(threads=1).read(standing()).person()
    answer = person.ask(typed)
    assert answer.verdict == person.ask(written).verdict == "yes"
