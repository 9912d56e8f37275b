"""What is done to the decoder's answers before they are said."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from people import LEGS, arm_raised, standing

from pose2lang3d_sdk import Pose2Lang
from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.language import _for_that_side, _is_fair


@pytest.fixture(scope="module")
def model() -> Pose2Lang:
    return Pose2Lang(threads=1)


@pytest.mark.parametrize(
    ("question", "text", "verdict", "told"),
    [
        (
            "Which knee is straighter?",
            "The right knee is bent more than the left knee.",
            "left",
            "The left knee: the right knee is bent more than the left knee.",
        ),
        (
            "Which of his legs is back?",
            "The left foot is in front.",
            "right",
            "The right leg: the left foot is in front.",
        ),
        ("Left or right?", "The left hand is higher.", "right", "The right one: the left hand is higher."),
        ("Which hand is higher?", "The left hand is higher.", "left", "The left hand is higher."),
        ("Which hand is higher?", "The hands are level.", "same", "The hands are level."),
        ("Is the left hand higher?", "No, the right hand is higher.", "no", "No, the right hand is higher."),
    ],
)
def test_the_side_that_was_asked_for_comes_first(question, text, verdict, told):
    assert _for_that_side(text, verdict, question) == told


def test_the_lower_hand_is_named(model: Pose2Lang):
    answer = model.read(arm_raised()).person().ask("Which hand is lower?")
    assert answer.verdict == "right"
    assert answer.text.startswith("The right hand: ")


def test_an_open_answer_tells_nothing_of_joints_that_are_not_seen(model: Pose2Lang, monkeypatch: pytest.MonkeyPatch):
    language = model._language
    code = language.student.encode(standing(hidden=LEGS))

    def invents(*_: object) -> tuple[list[Decoded], object]:
        return [Decoded(text, "statement", 0.9) for text in texts], [attention]

    attention = language._decode(code, *language._text_encoder.encode(["What is the posture?"]))[1][0]
    monkeypatch.setattr(language, "_decode", invents)
    texts = ["The left knee is bent to about 90 degrees."]
    (answer,), _ = language._ask(code, ["How bent is the left knee?"])
    assert answer.verdict == "unknown"
    assert "left knee" in answer.text
    texts = ["The person is squatting and the left arm is raised overhead."]
    (answer,), _ = language._ask(code, ["What is he doing?"])
    assert "squat" not in answer.text


def test_a_bent_knee_stays_one_whatever_the_degree(model: Pose2Lang, monkeypatch: pytest.MonkeyPatch):
    language = model._language
    code = language.student.encode(standing())
    attention = language._decode(code, *language._text_encoder.encode(["Is the left knee bent?"]))[1]
    for text, told in (("No, the left knee is bent.", "No."), ("No, the left knee is deeply bent.", "No.")):
        answers = [Decoded(text, "no", 0.9)]
        monkeypatch.setattr(language, "_decode", lambda *_, answers=answers: (answers, attention))
        (answer,), _ = language._ask(code, ["Is the left knee bent?"])
        assert answer.text == told  # of a straight knee neither is true


@pytest.mark.parametrize(
    "question",
    [
        "difference between his knee angle and her knee angle",
        "Is the left knee or the right hand closer to the head?",
    ],
)
def test_two_people_and_two_kinds_of_parts_are_not_one(model: Pose2Lang, question):
    text = model.read(standing()).person().ask(question).text
    assert "both knees are bent about equally" not in text.lower()
    assert "the left hand is closer" not in text


@pytest.mark.parametrize(
    ("fact", "label", "tilt", "likeliest", "fair"),
    [
        ("torso_orientation", "vertical", 10.0, {}, True),
        ("torso_orientation", "vertical", 16.0, {}, False),
        ("torso_orientation", "slanted", 40.0, {}, True),
        ("left_hand_depth", "in_front", 0.0, {"left_hand_height": ("head_height", 0.9)}, False),
        ("left_hand_depth", "in_front", 0.0, {"right_hand_height": ("head_height", 0.9)}, True),
        ("left_hand_depth", "behind", 0.0, {"left_hand_height": ("above_head", 0.9)}, True),
        ("right_foot_ground", "yes", 0.0, {"posture": ("standing", 0.9)}, True),
        ("right_foot_ground", "yes", 0.0, {"posture": ("standing", 0.6)}, False),
        ("right_foot_ground", "no", 0.0, {}, True),
    ],
)
def test_what_would_mislead_is_not_described(fact, label, tilt, likeliest, fair):
    assert _is_fair(SimpleNamespace(seen_angles={"torso": tilt}, likeliest=likeliest), fact, label) is fair


def test_a_short_description_has_two_sentences_where_there_are_as_many(model: Pose2Lang):
    whole, bust = (
        model.read(standing()).person(),
        model.read(standing(hidden=(*LEGS, "left_hip", "right_hip"))).person(),
    )
    assert len(whole.describe("short").sentences) == 2
    told = bust.describe("short").sentences
    assert len(told) == len(set(told)) == 2
