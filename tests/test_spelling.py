"""Typing errors: what is mended, and above all what is left alone."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pose2lang3d_sdk.errors import WeightsError
from pose2lang3d_sdk.questions import spelling
from pose2lang3d_sdk.questions.spelling import Speller, name_the_person, read_words, write_words
from pose2lang3d_sdk.text_encoder import TextEncoder
from pose2lang3d_sdk.weights import embedded

WORDS = read_words(embedded().locate("question_words"))


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
        "Où sont les toilettes ?",
        "left_ankle.y > right_ankle.y",
        "Steht die Person aufrecht?",
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
    assert not asked.SLIPS & set(WORDS)
    assert all(speller.mend(word) != word for word in asked.SLIPS)
    questions = [text for entry in asked.entries(heldout=False) for text in entry.questions if text[0].isupper()]
    assert len(questions) > 10_000
    words = {word for text in questions for word in text.split()}
    changed = {word for word in words if "'" not in speller.mend(word) != word}
    slips = {word.lower().strip("?,.:;!") for word in changed} - asked.SLIPS
    assert all(speller.mend(word) == f"{word}g" for word in slips)  # else people only leave out apostrophes


def test_rare_words_beside_common_ones_are_meant():
    """A word one slip away from a far commoner one is either listed here, after a look at its question, or a slip."""
    known = TextEncoder(threads=1).knows
    doubtful = set()
    for word, count in WORDS.items():
        if not known(word):
            mended = Speller({w: c for w, c in WORDS.items() if c >= 20 * count}, known).mend(word)
            doubtful |= {word} if mended != word and "'" not in mended else set()
    assert doubtful == {
        "acne", "ails", "alms", "amis", "angling", "arcing", "arme", "arre", "arty", "bale", "ballon", "baring", "beet",
        "bide", "boing", "boos", "bower", "boxe", "bruh", "bucked", "bunt", "cals", "carpe", "cath", "centimetre",
        "clam", "cram", "dela", "dono", "drier", "eave", "elevate", "emote", "erms", "escribe", "fingertip", "flim",
        "floop", "foto", "frae", "gavel", "granda", "guid", "gymnastic", "hocke", "hows", "inclinatio", "ines", "inge",
        "init", "inking", "isit", "jacke", "juts", "keeling", "kimbo", "kneeing", "knie", "lager", "lats", "lightest",
        "limbed", "lopped", "lowing", "luge", "marke", "matte", "minuet", "nock", "nocked", "oiled", "ouch", "ower",
        "pals", "pane", "pani", "pant", "passe", "pate", "pats", "peeing", "pesa", "pied", "piking", "planing",
        "plated", "poop", "poser", "poss", "preset", "propper", "prying", "putt", "qual", "racked", "raisin", "resent",
        "rigs", "roping", "rotatio", "salut", "sawn", "scap", "screed", "shard", "shied", "shoo", "shooing", "sill",
        "sips", "slats", "slop", "stag", "stai", "stings", "stirs", "stoops", "sump", "taen", "tailing", "tarts",
        "teal", "teep", "ticks", "tiling", "toddle", "tove", "trike", "umber", "viel", "wigs",
    }  # fmt: skip


@given(st.text(max_size=60))
def test_mending_is_final(text):
    speller = Speller({"elbow": 5, "knee": 3, "twisting": 9}, {"the", "left"}.__contains__)
    assert speller.mend(speller.mend(text)) == speller.mend(text)


def test_example():
    assert doctest.testmod(spelling).failed == 0


def test_words_are_checked(tmp_path):
    write_words({"knee": 4, "elbow": 2}, tmp_path / "words.json")
    assert read_words(tmp_path / "words.json") == {"knee": 4, "elbow": 2}
    for damaged in ('["knee"]', '{"knee": "4"}', '{"knee": 4.5}', "{"):
        (tmp_path / "words.json").write_text(damaged)
        with pytest.raises(WeightsError, match="words and their counts"):
            read_words(tmp_path / "words.json")


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Is anyone standing?", "Is the person standing?"),
        ("does anybody have an arm up", "does the person have an arm up"),
        ("Somebody's knee bent?", "the person's knee bent?"),
        ("Has everyone crossed their arms?", "Has the person crossed their arms?"),
        ("Is she waving at somebody?", "Is she waving at somebody?"),
        ("Is anybody behind her?", "Is anybody behind her?"),
        ("Is anyone looking at him?", "Is anyone looking at him?"),
        ("Is the left knee bent?", "Is the left knee bent?"),
    ],
)
def test_anybody_is_the_person(asked, meant):
    assert name_the_person(asked) == meant
