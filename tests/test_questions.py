"""Questions: every intent answers, truthfully, symmetrically and in balance; held-out wordings stay apart."""

from __future__ import annotations

import json
import re
from collections import Counter

import numpy as np
import pytest

from pose2lang3d_sdk.facts import ANGLES, FACTS, SIDES
from pose2lang3d_sdk.skeleton import JOINTS, mirror_name
from pose2lang3d_sdk.verdicts import VERDICTS
from training.language import parse, questions
from training.language.claims import claim_of
from training.language.intents import INTENTS, free, wording
from training.language.intents.base import Premise, side_verdicts
from training.language.mirror import mirror_pose
from training.language.pose import PoseFacts

POSE_INTENTS = [intent for intent in INTENTS if intent.level != "outside"]
LEADS = {
    "yes": ("Yes, ",),
    "no": ("No, ", "Actually, "),
    "unknown": ("I cannot tell: ",),
    "out_of_scope": ("I can only answer ",),
}


def random_pose(rng: np.random.Generator, *, hidden: float = 0.35) -> PoseFacts:
    """Facts drawn independently (common classes first), some undecided, some joints hidden."""
    labels = {}
    for fact in FACTS:
        if rng.random() < 0.8:
            weights = 0.5 ** np.arange(len(fact.classes))
            labels[fact.name] = fact.classes[int(rng.choice(len(fact.classes), p=weights / weights.sum()))]
    angles = {name: float(rng.uniform(20, 175)) for name in ANGLES}
    lost = rng.choice(len(JOINTS), int(rng.integers(1, 6)), replace=False) if rng.random() < hidden else ()
    return PoseFacts(labels, angles, frozenset(JOINTS) - {JOINTS[int(index)] for index in lost})


@pytest.fixture(scope="module")
def poses() -> list[PoseFacts]:
    rng = np.random.default_rng(7)
    return [random_pose(rng) for _ in range(150)]


@pytest.fixture(scope="module")
def asked(poses: list[PoseFacts]) -> list[tuple[PoseFacts, questions.QA]]:
    rng = np.random.default_rng(8)
    balance = questions.fit_balance(poses)
    return [(pose, qa) for pose in poses for qa in questions.sample(pose, rng, 16, balance=balance)]


def test_there_are_many_intents_and_wordings() -> None:
    composed = [intent for intent in POSE_INTENTS if not intent.name.startswith("free_")]
    handwritten = [intent for intent in composed if intent.form not in ("negated", "compound")]
    assert len(handwritten) >= 110
    assert np.mean([len(intent.wordings) for intent in handwritten]) >= 10
    assert all(len(intent.wordings) >= 8 for intent in handwritten)
    assert all(len(intent.wordings) + len(intent.heldout) >= 4 for intent in composed)
    assert all(len(intent.heldout) >= 2 for intent in composed)
    outside = [intent for intent in INTENTS if intent.level == "outside"]
    assert sum(len(intent.wordings) for intent in outside) >= 250
    assert any(not intent.wordings for intent in outside), "no topic is held out as a whole"


def test_a_fifth_of_the_wordings_is_held_out() -> None:
    """Of every intent; free questions make an intent of every way to grade a fact, so there it is of every fact."""
    asked = {wording.normalised(question) for question in questions.all_questions(heldout=True)}
    trained: Counter[str] = Counter()
    held: Counter[str] = Counter()
    for intent in INTENTS:
        name = re.sub(r"_\d+$", "", intent.name) if intent.name.startswith("free_") else intent.name
        name = re.sub("^free_(left|right)_", "free_", name)
        trained[name] += len(intent.wordings)
        slot = intent.slots[0]
        for text in intent.heldout:
            finished = [text] if intent.literal else wording.expand(text, slot, others=1, held=True)
            held[name] += any(wording.normalised(question) in asked for question in finished)
    few = {name: (trained[name], held[name]) for name in trained if held[name] < (trained[name] + held[name]) / 5}
    assert not few


def test_free_questions_are_graded_by_known_facts_and_classes() -> None:
    classes = {fact.name: set(fact.classes) for fact in FACTS}
    for file in sorted(free.FOLDER.rglob("*.json")):
        for entry in json.loads(file.read_text(encoding="utf-8")):
            if file.stem == "outside":
                assert isinstance(entry, str)
                assert entry.strip()
                continue
            kind, *more = entry.keys() & {"answers", "premise", "statement", *free.OF_BOTH}
            assert not more, entry
            answers = entry[kind] if kind != "statement" else {}
            assert set(answers.values()) <= {"yes", "no", "left", "right", "same"}, entry
            assert not answers or len(set(answers.values())) >= 2, entry
            assert set(answers.values()) <= {"yes", "no"} or "answers" in entry, entry
            for question in entry["questions"]:
                slots = kind in free.OF_BOTH or "{side}" in question or "{other}" in question
                assert ("{side}" in entry["fact"]) == slots, question
            for side in SIDES:
                assert set(answers) <= classes[entry["fact"].format(side=side)], entry


def test_every_fact_is_asked_about() -> None:
    used = {fact for intent in INTENTS for slot in intent.slots for fact in intent.rule.facts(slot)}
    assert {fact.family for fact in FACTS if fact.name in used} == {fact.family for fact in FACTS}
    for fact in FACTS:
        forms = {i.form for i in POSE_INTENTS for slot in i.slots if fact.name in i.rule.facts(slot)}
        assert len(forms) >= 2, f"{fact.name} is asked in one form only"


def test_what_is_asked_about_a_side_is_answered_by_the_side() -> None:
    for intent in POSE_INTENTS:
        for slot in intent.slots:
            facts = intent.rule.facts(slot)
            if len(facts) == 1 and side_verdicts(facts[0]) and not isinstance(intent.rule, Premise):
                assert claim_of(intent, slot).kind in ("closed", "side"), intent.name


def test_every_intent_answers(poses: list[PoseFacts]) -> None:
    rng = np.random.default_rng(1)
    silent = []
    for entry in questions.entries(heldout=False):
        answers = (questions.answer(entry.intent, entry.slot, entry.questions[0], pose, rng) for pose in poses)
        if not any(answer and answer.verdict != "unknown" for answer in answers):
            silent.append((entry.intent.name, entry.slot))
    rare = 0.005 * len(questions.entries(heldout=False))  # some conjunctions are missing among random poses
    assert len(silent) <= rare, silent


def test_answers_are_true(asked: list[tuple[PoseFacts, questions.QA]]) -> None:
    for pose, qa in asked:
        assert not parse.contradictions(qa.answer, pose), (qa.question, qa.answer)
        if qa.verdict not in ("unknown", "out_of_scope"):
            assert all(pose.seen(fact) for fact in qa.facts)
            told = {fact for fact, _ in parse.mentions(qa.answer)}
            assert told >= {fact for fact in qa.facts if fact in pose.labels}, (qa.facts, qa.answer)


def test_verdict_matches_the_text(asked: list[tuple[PoseFacts, questions.QA]]) -> None:
    for _, qa in asked:
        assert qa.verdict in VERDICTS
        assert qa.answer[0].isupper()
        assert qa.answer.endswith(".")
        assert "{" not in qa.question + qa.answer
        for verdict, leads in LEADS.items():
            if qa.verdict == verdict:
                starts = (*leads, "Yes, that is possible: ") if verdict == "yes" else leads
                assert qa.answer.startswith(starts), qa
            else:
                assert not qa.answer.startswith(leads), qa
        if qa.verdict in ("left", "right") and qa.form == "which_side" and not qa.intent.startswith("free_"):
            assert qa.verdict in qa.answer.lower().strip(".").split(), qa


def test_hidden_joints_are_named() -> None:
    intent = next(intent for intent in INTENTS if intent.name == "knee_bent")
    pose = PoseFacts({"left_knee_bend": "bent"}, {}, frozenset(JOINTS) - {"left_ankle"})
    qa = questions.answer(intent, intent.slots[0], "Is the left knee bent?", pose, np.random.default_rng(0))
    assert qa
    assert (qa.verdict, qa.answer) == ("unknown", "I cannot tell: I do not see the left ankle clearly.")


def test_one_clear_no_settles_a_conjunction() -> None:
    intent = next(intent for intent in INTENTS if intent.name == "arms_raised")
    labels = {"left_arm_raise": "at_side", "right_arm_raise": "overhead"}
    pose = PoseFacts(labels, {}, frozenset(JOINTS) - {"right_elbow"})
    qa = questions.answer(intent, {}, "Are both arms raised?", pose, np.random.default_rng(0))
    assert qa
    assert qa.verdict == "no"
    assert qa.facts == ("left_arm_raise",)


def test_negation_answers_what_was_asked() -> None:
    by_name = {intent.name: intent for intent in INTENTS}
    straight = PoseFacts({"left_knee_bend": "straight"}, {}, frozenset(JOINTS))
    verdicts = {}
    for name in ("knee_bent", "knee_bent_isnt", "knee_bent_not"):
        intent = by_name[name]
        found = questions.answer(intent, intent.slots[0], "", straight, np.random.default_rng(0))
        assert found
        verdicts[name] = found.verdict
    assert verdicts == {"knee_bent": "no", "knee_bent_isnt": "no", "knee_bent_not": "yes"}
    assert any(w == "is {p} {side} knee not bent?" for w in by_name["knee_bent_not"].wordings)
    assert any(w == "isn't {p} {side} knee bent?" for w in by_name["knee_bent_isnt"].wordings)


def test_mirrored_question_to_the_mirrored_pose(poses: list[PoseFacts]) -> None:
    # Freely written questions may name a side without a slot: their mirror image is another question.
    slotted = [i for i in POSE_INTENTS if not i.name.startswith("free_") or len(i.slots) == 2]
    for intent in slotted:
        for number, slot in enumerate(intent.slots):
            other = intent.slots[1 - number] if len(intent.slots) == 2 else slot
            for pose in poses[:25]:
                one, two = intent.rule(pose, slot), intent.rule(mirror_pose(pose), other)
                assert (one is None) == (two is None), intent.name
                if one and two:
                    assert mirror_name(one.verdict) == two.verdict, intent.name
                    assert {mirror_name(name) for name in one.evidence} == set(two.evidence), intent.name


def test_held_out_wordings_are_never_trained() -> None:
    trained = {wording.normalised(question) for question in questions.all_questions(heldout=False)}
    held = questions.all_questions(heldout=True)
    assert not [question for question in held if wording.normalised(question) in trained]
    assert len(held) > 2000


def test_all_questions_are_listed_once_and_always_alike() -> None:
    trained = questions.all_questions(heldout=False)
    assert len(set(trained)) == len(trained) < 600_000
    assert trained == questions.all_questions(heldout=False)
    assert sum(not question[0].isupper() for question in trained) > 500, "no roughly typed questions"


def test_samples_are_listed_questions(asked: list[tuple[PoseFacts, questions.QA]]) -> None:
    listed = set(questions.all_questions(heldout=False))
    assert all(qa.question in listed for _, qa in asked)


def test_sampling_is_repeatable_and_heldout_is_marked(poses: list[PoseFacts]) -> None:
    first = questions.sample(poses[0], np.random.default_rng(3), 8, heldout=True)
    assert first == questions.sample(poses[0], np.random.default_rng(3), 8, heldout=True)
    assert len(first) == 8
    assert all(qa.heldout for qa in first)
    assert {qa.question for qa in first} <= set(questions.all_questions(heldout=True))


def test_answers_are_balanced(asked: list[tuple[PoseFacts, questions.QA]]) -> None:
    verdicts = Counter(qa.verdict for _, qa in asked)
    total = sum(verdicts.values())
    assert abs(verdicts["out_of_scope"] / total - questions.OUTSIDE_SHARE) < 0.03
    assert 0.04 < verdicts["unknown"] / total < 0.12
    assert 0.6 < verdicts["yes"] / verdicts["no"] < 1.4
    assert 0.7 < verdicts["left"] / verdicts["right"] < 1.4


def test_rough_typing_keeps_the_words_that_decide() -> None:
    import random

    for seed in range(200):
        text = wording.rough("Is the left knee bent or straight?", random.Random(seed))
        assert "left" in text
        assert "bent" in text
        assert text == text.lower()
