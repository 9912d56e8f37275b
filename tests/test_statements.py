"""What a text states, and that nothing is said which the fact heads do not believe."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from pose2lang3d_sdk import Keypoints, Pose2Lang
from pose2lang3d_sdk.decoder import spelled
from pose2lang3d_sdk.errors import WeightsError
from pose2lang3d_sdk.facts import FACTS, FIRST_CLASS
from pose2lang3d_sdk.language import EXPLAINED_BELIEF, TOLD_BELIEF, PoseLanguage
from pose2lang3d_sdk.runtime import read_tokenizer
from pose2lang3d_sdk.statements import StatementReader, Wording, read_wordings, write_wordings
from pose2lang3d_sdk.student import PoseCode
from pose2lang3d_sdk.telling import sentence
from pose2lang3d_sdk.weights import embedded
from training.language.phrases import all_wordings

EXAMPLES = Path(__file__).parents[1] / "examples"
WORDINGS = (
    Wording("the left knee", "is straight", (("left_knee_bend", "straight"),)),
    Wording("the left knee", "is bent to about {n} degrees", (("left_knee_bend", "bent"),), (("left_knee",),)),
    Wording("the left knee", "is on the ground", (("left_knee_ground", "yes"),)),
    Wording("both knees", "are bent", (("left_knee_bend", "bent"), ("right_knee_bend", "bent"))),
)


def test_the_decoder_can_write_every_wording():
    tokenizer = read_tokenizer(embedded().locate("text_tokenizer"))
    whole = [wording for wording in all_wordings() if wording.subject]
    assert len(whole) > 500
    for wording in whole:
        text = sentence([f"{wording.subject} {wording.predicate}".replace("{n}", "90")])
        assert spelled(tokenizer.decode(tokenizer.encode(text).ids).strip()) == text


def test_a_text_states_facts_only_if_it_holds_nothing_else():
    reader = StatementReader(WORDINGS)
    assert reader.states("The left knee is straight and on the ground.") == [
        ("left_knee_bend", "straight"),
        ("left_knee_ground", "yes"),
    ]
    assert reader.states("The left knee is straight. The left knee is straight.") == [("left_knee_bend", "straight")]
    for text in (
        "The left knee is not straight.", "The left knee is straight and sore.", "The left knee", "",
        "The left knee is straight 日本語", "The left knee is bent to about 20 degrees.",
    ):  # fmt: skip
        assert reader.states(text) == []


def test_statements_are_found_with_and_without_their_subject():
    reader = StatementReader(WORDINGS)
    text = "Yes, the left knee is bent to about 90 degrees and on the ground. Both knees are bent, and so on."
    assert reader.mentions(text) == [
        ("left_knee_bend", "bent"),
        ("left_knee_ground", "yes"),
        ("left_knee_bend", "bent"),
        ("right_knee_bend", "bent"),
    ]
    assert reader.mentions("Nothing of this is known.") == []


def test_wordings_survive_their_file(tmp_path):
    write_wordings(WORDINGS, tmp_path / "statements.json")
    assert read_wordings(tmp_path / "statements.json") == list(WORDINGS)
    (tmp_path / "statements.json").write_text('[["the left knee"]]')
    with pytest.raises(WeightsError, match="reinstall"):
        read_wordings(tmp_path / "statements.json")


def test_the_embedded_wordings_are_those_of_the_generator():
    assert read_wordings(embedded().locate("statements")) == list(all_wordings())


@pytest.fixture(scope="module")
def language() -> PoseLanguage:
    return PoseLanguage()


@pytest.fixture(scope="module")
def code(language: PoseLanguage) -> PoseCode:
    """Somebody whose knees are certainly straight, whatever the heads say of the rest."""
    rng = np.random.default_rng(0)
    score = np.full(17, 0.9)
    score[9] = 0.0  # the left wrist is not visible
    found = language.student.encode(Keypoints(rng.uniform(0, 300, (17, 2)), score))
    logits = found.fact_logits.copy()
    for side in ("left", "right"):
        first = FIRST_CLASS[f"{side}_knee_bend"]
        logits[first : first + 4] = (9.0, 0.0, 0.0, 0.0)
    return replace(found, fact_logits=logits)


def test_beliefs_are_probabilities_of_what_is_seen(code: PoseCode):
    assert code.belief("left_knee_bend", "straight") > 0.99
    for fact in FACTS:
        total = sum(code.belief(fact.name, label) for label in fact.classes)
        unseen = any("left_wrist" in group and len(group) == 1 for group in fact.needs)
        assert total == pytest.approx(0.0 if unseen else 1.0), fact.name
    assert FIRST_CLASS[FACTS[1].name] == len(FACTS[0].classes)


def test_sentences_that_the_facts_do_not_bear_out_are_left_out(language: PoseLanguage, code: PoseCode):
    text = "The left knee is straight. The right knee is bent to about 90 degrees. The left hand is above the head."
    assert language._believed_sentences(text, code) == "The left knee is straight."


def test_nothing_doubtful_is_told_of_the_example_photos(language: PoseLanguage):
    model = Pose2Lang(threads=1)
    for photo in sorted(EXAMPLES.glob("*.png")):
        for person in model.read(photo).people:
            code = language.student.encode(person.keypoints)
            for fact, label in language._statements.mentions(person.describe().text):
                assert code.belief(fact, label) >= TOLD_BELIEF
            for question in ("Is the left knee bent?", "Is the right hand near the hip?", "Is the head bowed?"):
                answer = person.ask(question)
                if answer.verdict in ("yes", "no"):
                    said = language._statements.mentions(answer.text)
                    assert all(code.belief(fact, label, asked=True) >= EXPLAINED_BELIEF for fact, label in said)
