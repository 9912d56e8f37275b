"""What stands around a question in the reading stage."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch")

from training.language.asides import AFTER_CLOSED, SHARE, with_aside


def test_a_quarter_of_the_questions_get_something_and_keep_their_words() -> None:
    rng = np.random.default_rng(3)
    asked = [with_aside("Is the left knee bent?", rng, closed=True) for _ in range(2000)]
    changed = [text for text in asked if text != "Is the left knee bent?"]
    assert len(changed) / len(asked) == pytest.approx(SHARE, abs=0.03)
    assert all("is the left knee bent" in text.lower() for text in changed)
    assert all(text.endswith("?") for text in changed)


def test_an_open_question_is_not_asked_for_yes_or_no() -> None:
    rng = np.random.default_rng(3)
    asked = [with_aside("Which hand is higher?", rng, closed=False) for _ in range(2000)]
    assert not any(ending in text for text in asked for ending in (*AFTER_CLOSED, "Yes or no"))


def test_the_same_state_gives_the_same_text() -> None:
    one, two = (
        [with_aside("Is he sitting?", np.random.default_rng(seed), closed=True) for seed in range(50)] for _ in range(2)
    )
    assert one == two
