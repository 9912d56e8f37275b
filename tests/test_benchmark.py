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
    return benchmark.build(poses_file, persons=12, questions=8, seed=1)


def test_the_same_seed_gives_the_same_bytes(made, poses_file, tmp_path):
    again = benchmark.build(poses_file, persons=12, questions=8, seed=1)
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
    for person, text in texts:
        for fact, label in parse(text).items():
            assert facts[person].get(fact) == label, text


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


def _right(made):
    rows = [
        {"id": row["id"], "level": "middle", "answer": row["answers"]["middle"], "text": row["references"][0]}
        for row in made.questions
        if "middle" in row["answers"]
    ]
    captions = [{"id": row["id"], "level": "middle", "caption": row["captions"]["normal"][0]} for row in made.people]
    return rows + captions


def test_right_answers_score_all_and_none_score_nothing(made):
    figures = score.score(made, _right(made), wording="held_out")["middle"]
    for label in ("yes/no balanced", "which side balanced", "multiple choice", "out of scope recognised"):
        assert figures[label].startswith("100.0"), label
    assert figures["captions: stated facts that are false"] == "0.0"
    assert figures["refused wrongly"].startswith("0.0")
    nothing = score.score(made, [{"id": "p0000", "level": "middle", "caption": ""}], wording="held_out")["middle"]
    assert nothing["yes/no balanced"].startswith("0.0")
    assert nothing["multiple choice"].startswith("0.0")


def test_always_yes_is_worth_half(made):
    rows = [{**row, "answer": "yes"} if row.get("answer") in ("yes", "no") else row for row in _right(made)]
    assert score.score(made, rows, wording="held_out")["middle"]["yes/no balanced"].startswith("50.0")


def test_a_choice_of_its_own_counts_before_the_text(made):
    row = next(row for row in made.questions if row["answers"].get("middle") == "statement" and row["labels"])
    other = (row["labels"].index(row["true"]) + 1) % len(row["labels"])
    text = row["references"][0]
    assert score.chosen(row, {"answer": "statement", "text": text}) == row["labels"].index(row["true"])
    assert score.chosen(row, {"answer": "statement", "text": text, "choice": other}) == other


def test_the_page_shows_every_pair_with_two_drawings(made):
    text = page(made, 20, seed=0)
    assert text.count("<section>") == 20
    assert text.count("<svg") == 40
    assert "<line" in text
