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
        "???",
        "",
    ],
)
def test_the_rest_is_left_alone(speller, text):
    assert speller.mend(text) == text


def test_known_words_stay(speller):
    known = [word for word in WORDS if "'" not in speller.mend(word)]  # people leave out apostrophes
    assert len(known) > 0.97 * len(WORDS)
    assert speller.mend(" ".join(known)) == " ".join(known)


@given(st.text(max_size=60))
def test_mending_is_final(text):
    speller = Speller(["elbow", "knee", "twisting"], {"the", "left"}.__contains__)
    assert speller.mend(speller.mend(text)) == speller.mend(text)


def test_example():
    assert doctest.testmod(spelling).failed == 0


def test_words_are_checked(tmp_path):
    write_words(["knee", "elbow"], tmp_path / "words.json")
    assert read_words(tmp_path / "words.json") == ["knee", "elbow"]
    (tmp_path / "words.json").write_text('{"knee": 1}')
    with pytest.raises(WeightsError, match="list of words"):
        read_words(tmp_path / "words.json")
