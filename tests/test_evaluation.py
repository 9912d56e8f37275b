from __future__ import annotations

import numpy as np
import pytest
from people import standing

from evaluation.language import Asked, balanced, known_questions, stated_verdict
from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.facts import FACTS
from pose2lang3d_sdk.language import PoseLanguage
from training.language.questions import QA


def _asked(text: str, verdict: str, truth: str = "left") -> Asked:
    question = next(q for q, entry in known_questions().items() if entry.intent.name == "higher_hand_which")
    qa = QA(question, "", truth, "higher_hand_which", "medium", "which_side", ("higher_hand",), False)
    return Asked(qa, 0, Decoded(text, verdict, 0.9))


@pytest.mark.parametrize(
    ("text", "verdict", "taken_as"),
    [
        ("The left hand is higher than the right hand.", "left", "left"),
        ("The left hand is higher than the right hand.", "statement", "left"),
        ("The right hand is higher than the left hand.", "left", "right"),
        ("The left knee is straight.", "statement", "statement"),
        ("The hands are level with each other.", "statement", "same"),
        ("I cannot tell: I do not see the left wrist clearly.", "unknown", "unknown"),
    ],
)
def test_an_answer_is_taken_for_what_its_text_states(text, verdict, taken_as):
    assert stated_verdict(_asked(text, verdict)) == taken_as


def test_balanced_accuracy_counts_every_verdict_alike_and_refusals_as_wrong():
    asked = [_asked("", "left"), _asked("", "left"), _asked("", "unknown"), _asked("", "left", truth="right")]
    assert balanced(asked, ("left", "right", "same")) == pytest.approx(100 / 3)


def test_who_knows_the_facts_believes_them():
    pytest.importorskip("torch")
    from evaluation import limits

    code = PoseLanguage().student.encode(standing())
    labels = np.random.default_rng(0).integers(-1, 2, len(FACTS)).astype(np.int8)
    known = limits.knowing(code, labels, np.full(9, 90.0, np.float32))
    for fact, label in zip(FACTS, labels, strict=True):
        before, after = (c.belief(fact.name, fact.classes[label]) for c in (code, known))
        assert after > 0.99 if label >= 0 else after == before
    assert known.seen_angles["left_knee"] == 90
    assert (known.pose_tokens == code.pose_tokens).all()
