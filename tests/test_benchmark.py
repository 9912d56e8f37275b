"""The benchmark: same bytes from the same seed, true answers, and a scorer that knows right from wrong."""

from __future__ import annotations

import json

import numpy as np
import pytest
from bodies import standing

from evaluation import benchmark, score
from evaluation.review import page
from training.data import synthesis
from training.data.body import BODY_JOINTS
from training.language.parse import parse


@pytest.fixture(scope="module")
def poses_file(tmp_path_factory):
    """A pose file as the real one is laid out, of variations of one hand-made body."""
    count = 90
    joints = synthesis.perturb(np.repeat(standing()[None], count, axis=0), np.random.default_rng(0))
    path = tmp_path_factory.mktemp("poses") / "poses.npz"
    short = [name.replace("left_", "l_").replace("right_", "r_") for name in BODY_JOINTS]
    subject = np.where(np.arange(count) % 3 == 0, "cmu_005", np.where(np.arange(count) % 3 == 1, "cmu_086", "cmu_002"))
    np.savez(
        path, joints=joints.astype(np.float32), joint_names=np.array(short), subject=subject,
        dataset=np.full(count, "cmu"), novel=np.ones(count, dtype=bool),
    )  # fmt: skip
    return path


@pytest.fixture(scope="module")
def made(poses_file):
    return benchmark.build(poses_file, persons=24, questions=16, seed=2)


def test_the_same_seed_gives_the_same_bytes(made, poses_file, tmp_path):
    again = benchmark.build(poses_file, persons=24, questions=16, seed=2)
    for name, one in (("a", made), ("b", again)):
        benchmark.write(one, tmp_path / name)
    for file in ("people.jsonl", "questions.jsonl", "card.json"):
        assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes()
    assert benchmark.read(tmp_path / "a").questions == json.loads(json.dumps(made.questions))


def test_what_is_told_is_true(made):
    facts = {row["id"]: row["facts"] for row in made.people}
    texts = [(row["person"], text) for row in made.questions for text in row["references"]]
    texts += [(row["id"], text) for row in made.people for texts in row["captions"].values() for text in texts]
    assert len(texts) > 100
    told = [(person, fact, label) for person, text in texts for fact, label in parse(text).items()]
    assert len(told) > len(texts) / 2
    for person, fact, label in told:
        assert facts[person].get(fact) == label


def test_every_level_shows_the_same_person_with_larger_errors(made):
    low, middle, high = (
        np.array([row["keypoints"][level] for row in made.people]) for level in ("low", "middle", "high")
    )
    seen = (low[..., 2] > 0.3) & (middle[..., 2] > 0.3) & (high[..., 2] > 0.3)
    apart = [np.median(np.linalg.norm((other - low)[..., :2], axis=-1)[seen]) for other in (middle, high)]
    assert 0 < apart[0] < apart[1]


def test_options_hold_the_right_one_once(made):
    open_questions = [row for row in made.questions if row["labels"] and row["answers"]["middle"] == "statement"]
    assert open_questions
    for row in open_questions:
        assert row["labels"].count(row["true"]) == 1
        assert len(set(row["choices"])) == len(row["labels"]) >= 2
        stated = [parse(choice).get(row["facts"][0]) for choice in row["choices"]]
        assert stated == row["labels"]


def _right(made, noise="middle"):
    rows = [
        {"id": row["id"], "noise": noise, "answer": row["answers"][noise], "text": row["references"][0]}
        for row in made.questions
        if noise in row["answers"]
    ]
    captions = [{"id": row["id"], "noise": noise, "caption": row["captions"]["normal"][0]} for row in made.people]
    return rows + captions


@pytest.mark.parametrize("noise", ["low", "middle", "high"])
def test_right_answers_score_all(made, noise):
    figures = score.score(made, _right(made, noise), wording="held_out")[noise]
    for label in ("yes/no balanced", "which side balanced", "out of scope recognised", "unanswerable recognised"):
        assert figures[label].value == 100 or np.isnan(figures[label].value), label
    assert figures["yes/no balanced"][:3] == (100, 100, 100)
    assert figures["refused wrongly or not answered"].value == 0
    if noise == "middle":
        assert figures["open question, right option"].value == 100
        assert 20 < figures["open question, option by chance"].value < 60
        assert figures["statement with a false fact"].value == 0
        assert figures["stated angles, median error in degrees"].value <= 5
        assert figures["captions: stated facts that are false"].value == 0
        assert figures["captions: facts of the references told"].value > 50


def test_silence_is_wrong_everywhere(made):
    figures = score.score(made, [{"id": "p0000", "noise": "middle", "caption": "x"}], wording="held_out")["middle"]
    assert figures["yes/no balanced"].value == 0
    assert figures["open question, right option"].value == 0
    assert figures["refused wrongly or not answered"].value == 100
    assert figures["captions: facts of the references told"].value == 0


def test_always_yes_is_worth_half(made):
    rows = [{**row, "answer": "yes"} if row.get("answer") in ("yes", "no") else row for row in _right(made)]
    figures = score.score(made, rows, wording="held_out")["middle"]
    assert figures["yes/no balanced"].value == 50
    assert figures["yes/no balanced"].low == 50


def test_a_caption_cannot_hide_behind_its_opposite(made):
    person = next(row for row in made.people if "left_knee_bend" in row["facts"])
    both = "The left knee is straight. The left knee is deeply bent."
    rows = [{"id": person["id"], "noise": "middle", "caption": both}]
    assert score.score(made, rows, wording="held_out")["middle"]["captions: stated facts that are false"].value >= 50


def test_a_choice_of_its_own_counts_before_the_text(made):
    row = next(row for row in made.questions if row["answers"].get("middle") == "statement" and row["labels"])
    true = row["labels"].index(row["true"])
    text = row["references"][0]
    assert score.chosen(row, {"text": text}) == true
    assert score.chosen(row, {"text": text, "choice": None}) == true
    assert score.chosen(row, {"text": text, "choice": (true + 1) % len(row["labels"])}) != true
    assert score.chosen(row, {"text": text, "choice": 99}) is None
    assert score.stated(row, {"text": text, "choice": (true + 1) % len(row["labels"])}) == true


@pytest.mark.parametrize(
    "row", [{"id": "q99999", "noise": "middle"}, {"id": "q00000", "noise": "medium"}, {"id": "q00000"}]
)
def test_predictions_that_fit_nothing_are_named(made, row):
    with pytest.raises(ValueError, match="not of this benchmark"):
        score.score(made, [row], wording="held_out")
    with pytest.raises(ValueError, match="given twice"):
        score.check(made, [{"id": "q00000", "noise": "low"}] * 2)


def test_the_page_shows_every_pair_with_two_drawings(made):
    text = page(made, 20, seed=0)
    assert text.count("<section>") == 20
    assert text.count("<svg") == 40
    assert "<line" in text
