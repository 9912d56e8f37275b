"""Typing errors: what is mended, and above all what is left alone."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pose2lang3d_sdk import spelling
from pose2lang3d_sdk.errors import WeightsError
from pose2lang3d_sdk.spelling import Speller, read_words, write_words
from pose2lang3d_sdk.text_encoder import TextEncoder
from pose2lang3d_sdk.weights import locate

WORDS = read_words(locate("question_words"))


@pytest.fixture(scope="module")
def speller():
    return Speller(WORDS, TextEncoder(threads=1).knows)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("is the left elobw bent?", "is the left elbow bent?"),
        ("Which arm is higehr", "Which arm is higher"),
        ("is he staanding or sittng", "is he standing or sitting"),
        ("IS THE KNNEE BENT", "IS THE knee BENT"),
        ("isnt the rihgt kneee straight", "isn't the right knee straight"),
        ("doesnt she lean forwrd ??", "doesn't she lean forward ??"),
    ],
)
def test_slips_are_mended(speller, typed, meant):
    assert speller.mend(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Is the left knee bent to about 90°?",
        "Où est la gare ?",
        "left_ankle.y > right_ankle.y",
        "Ist das linke Knie gebeugt?",
        "Is she doing a grand jeté?",
        "Is the stance asymmetrical?",
        "is the hip in adduction",
        "Does Mr Legge bend?",
        "Bu fotoğraf nerede",
        "is he tripping or slanting",
        "???",
        "",
    ],
)
def test_the_rest_is_left_alone(speller, text):
    assert speller.mend(text) == text


def test_trained_questions_stay(speller):
    asked = pytest.importorskip("training.language.questions")
    assert asked.question_words() == WORDS
    questions = [text for entry in asked.entries(heldout=False) for text in entry.questions if text[0].isupper()]
    changed = [text for text in questions if speller.mend(text) != text]
    assert len(questions) > 10_000
    assert len(changed) < 0.003 * len(questions)  # some were typed with slips and without apostrophes


@given(st.text(max_size=60))
def test_mending_is_final(text):
    speller = Speller({"elbow": 5, "knee": 3, "twisting": 9}, {"the", "left"}.__contains__)
    assert speller.mend(speller.mend(text)) == speller.mend(text)


def test_a_rare_word_beside_a_common_one_is_a_slip():
    speller = Speller({"higher": 100, "higehr": 1, "knees": 30, "kneel": 4}, set().__contains__)
    assert speller.mend("higehr knees kneel") == "higher knees kneel"


def test_example():
    assert doctest.testmod(spelling).failed == 0


def test_words_are_checked(tmp_path):
    write_words({"knee": 4, "elbow": 2}, tmp_path / "words.json")
    assert read_words(tmp_path / "words.json") == {"knee": 4, "elbow": 2}
    (tmp_path / "words.json").write_text('["knee"]')
    with pytest.raises(WeightsError, match="words and their counts"):
        read_words(tmp_path / "words.json")
