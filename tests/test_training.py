"""Losses on hand-made tensors, and all training stages on a tiny student and teacher with the real data path."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")
pytest.importorskip("accelerate")

from accelerate import Accelerator  # noqa: E402
from bodies import standing  # noqa: E402

from exporters.text_encoder import GRAPH, TUNED  # noqa: E402
from pose2lang3d_sdk.class_weights import read_class_weights  # noqa: E402
from pose2lang3d_sdk.facts import ANGLES, FACT_INDEX, FACTS, FIRST_CLASS, NUM_CLASSES  # noqa: E402
from pose2lang3d_sdk.skeleton import JOINT_INDEX, MIRROR  # noqa: E402
from pose2lang3d_sdk.text_encoder import TextEncoder  # noqa: E402
from pose2lang3d_sdk.verdicts import DESCRIBE_QUERIES  # noqa: E402
from training import losses  # noqa: E402
from training.checkpoint import load_student, load_teacher, save_modules, steps_done  # noqa: E402
from training.data.batches import make_batch  # noqa: E402
from training.data.body import BODY_JOINTS, B  # noqa: E402
from training.data.poses import VALIDATION_SUBJECTS, PoseSet  # noqa: E402
from training.data.synthesis import perturb  # noqa: E402
from training.language.claims import trained_claims  # noqa: E402
from training.language.questions import fit_balance  # noqa: E402
from training.loop import optimizer_for, schedule, train_loop  # noqa: E402
from training.models.facts_head import MIRROR_ANGLES, MIRROR_CLASSES, unseen_facts  # noqa: E402
from training.models.minilm import MiniLM, load_minilm  # noqa: E402
from training.models.student import Student, StudentConfig  # noqa: E402
from training.models.teacher import Teacher, TeacherConfig  # noqa: E402
from training.queries import LiveQueries, QueryBank, roughen  # noqa: E402
from training.tokenizer import language, train_tokenizer  # noqa: E402
from training.train import train  # noqa: E402
from training.train_facts import (  # noqa: E402
    CLASS_WEIGHTS,
    facts_losses,
    student_learner,
    teacher_learner,
    to_tensors,
)
from training.train_language import (  # noqa: E402
    collate,
    encode_answer,
    language_losses,
    question_examples,
    region_examples,
    train_language,
)
from training.train_reading import QUESTIONS, _questions, reading_loss, train_reading  # noqa: E402

TINY = {
    "width": 48, "body_width": 64, "eye_width": 16, "eye_layers": 2, "pose_layers": 1, "align_layers": 1, "heads": 2,
    "text_layers": 1,
}  # fmt: skip


TINY_TEACHER = {
    "width": 48, "body_width": 64, "graph_width": 16, "graph_layers": 2, "align_layers": 1, "heads": 2,
}  # fmt: skip
FACTS_LOSSES = ("facts", "angles", "joints3d", "reliability")
LANGUAGE_LOSSES = ("text", "lookup", "teacher", "distillation", "diversity", "contrastive", "contradiction")


@pytest.fixture(scope="module")
def poses() -> PoseSet:
    count = 48
    joints = perturb(np.repeat(standing()[None], count, axis=0), np.random.default_rng(0)).astype(np.float32)
    return PoseSet(joints, np.zeros(count, np.float32), np.full(count, "made"), np.zeros(count, dtype=bool))


@pytest.fixture(scope="module")
def tokenizer(poses):
    return train_tokenizer(language(poses, 40, seed=0))


def test_by_fact_puts_every_class_in_its_place():
    grid = losses.by_fact(torch.arange(NUM_CLASSES, dtype=torch.float32)[None])[0]
    start = 0
    for row, fact in zip(grid, FACTS, strict=True):
        assert row[: len(fact.classes)].tolist() == list(range(start, start + len(fact.classes)))
        assert (row[len(fact.classes) :] == -1e4).all()
        start += len(fact.classes)


def test_fact_loss_of_flat_logits_is_the_log_of_the_number_of_classes():
    labels = torch.full((1, len(FACTS)), -1)
    index = FACT_INDEX["higher_hand"]
    labels[0, index] = 2
    seen, weights = torch.ones(1, len(FACTS)), torch.ones(len(FACTS), 15)
    loss = losses.fact_loss(torch.zeros(1, NUM_CLASSES), labels, seen, weights)
    assert loss.item() == pytest.approx(math.log(3), rel=1e-5)
    assert losses.fact_loss(torch.zeros(1, NUM_CLASSES), torch.full_like(labels, -1), seen, weights).item() == 0


def test_a_sure_teacher_says_what_the_label_says():
    labels = torch.zeros(2, len(FACTS), dtype=torch.long)
    seen, weights = torch.ones(2, len(FACTS)), losses.class_weights(np.zeros((5, len(FACTS)), np.int8))
    sure = torch.zeros(2, NUM_CLASSES)
    sure[:, [FIRST_CLASS[fact.name] for fact in FACTS]] = 50.0
    logits = torch.randn(2, NUM_CLASSES, generator=torch.Generator().manual_seed(0))
    hard = losses.fact_loss(logits, labels, seen, weights)
    assert torch.isclose(losses.soft_fact_loss(logits, sure, seen, weights), hard, rtol=1e-4)


def test_what_a_teacher_leaves_open_is_left_open():
    """Of two classes that weigh alike, a teacher at one half wants one half: the loss is least there, log 2."""
    seen, weights = (
        torch.zeros(1, len(FACTS)),
        torch.ones(len(FACTS), losses.by_fact(torch.zeros(1, NUM_CLASSES)).shape[-1]),
    )
    two = next(i for i, fact in enumerate(FACTS) if len(fact.classes) == 2)
    seen[0, two] = 1.0
    open_, leaning = torch.zeros(1, NUM_CLASSES), torch.zeros(1, NUM_CLASSES)
    leaning[0, FIRST_CLASS[FACTS[two].name]] = 1.0
    least = losses.soft_fact_loss(open_, open_, seen, weights)
    assert torch.isclose(least, torch.tensor(2.0).log())
    assert losses.soft_fact_loss(leaning, open_, seen, weights) > least


def test_rare_classes_weigh_more():
    labels = np.full((100, len(FACTS)), -1, dtype=np.int8)
    labels[:, 0] = 0
    labels[:5, 0] = 1
    weights = losses.class_weights(labels)
    assert weights[0, 1] > 3 * weights[0, 0]


def test_beliefs_are_without_the_class_weights():
    labels = np.zeros((8, len(FACTS)), dtype=np.int8)
    labels[0] = 1
    weights = losses.class_weights(labels)
    logits = torch.zeros(1, NUM_CLASSES)
    count = len(FACTS[0].classes)
    logits[0, :count] = weights[0, :count].log()  # even, once the weights are taken off
    torch.testing.assert_close(losses.beliefs(logits, weights)[0, 0, :count], torch.full((count,), 1 / count))


def test_text_loss_counts_the_verdict_four_times_and_padding_not_at_all():
    logits = torch.zeros(1, 3, 8)
    total, weight = losses.text_loss(logits, torch.tensor([[1, 3, 5, 0]]), torch.ones(1), pad=0)
    assert weight == 5.0
    assert total.item() == pytest.approx(5 * math.log(8), rel=1e-5)


def test_lookup_loss_is_zero_when_all_attention_is_on_the_facts():
    attention = torch.tensor([[0.25, 0.75, 0.0], [1.0, 0.0, 0.0]])
    wanted = torch.tensor([[1.0, 1.0, 0.0], [0.0, 0.0, 0.0]])
    total, rows = losses.lookup_loss(attention, wanted)
    assert (total.item(), rows) == (pytest.approx(0.0, abs=1e-6), 1.0)
    assert losses.lookup_loss(attention, wanted[:, [2, 0, 1]])[0].item() == pytest.approx(-math.log(0.75), rel=1e-4)


def test_a_text_of_many_facts_must_find_them_all():
    wanted = torch.tensor([[1.0, 1.0, 1.0, 0.0]])
    even, lopsided = torch.tensor([[1.0, 1.0, 1.0, 0.0]]) / 3, torch.tensor([[0.98, 0.01, 0.01, 0.0]])
    assert losses.lookup_loss(even, wanted)[0].item() == pytest.approx(0.0, abs=1e-5)
    assert losses.lookup_loss(lopsided, wanted)[0].item() > 1.5


def test_unseen_facts_follow_the_groups():
    model = Student(StudentConfig(vocab=32, **TINY))
    keypoints = torch.full((1, 17, 3), 0.5)
    index = FACT_INDEX["left_knee_bend"]
    assert unseen_facts(keypoints, model.lookup.needs).sum() == 0
    keypoints[0, JOINT_INDEX["left_ankle"], 2] = 0.2
    missing = unseen_facts(keypoints, model.lookup.needs)[0]
    assert missing[index] == 1
    assert missing[len(FACTS) + ANGLES.index("left_knee")] == 1
    assert missing[FACT_INDEX["right_knee_bend"]] == 0
    assert missing[FACT_INDEX["left_hand_near_foot"]] == 0  # the other ankle is enough


def test_the_learning_rate_warms_up_and_comes_down():
    rates = [schedule(done) for done in (0.0, 0.015, 0.03, 0.5, 1.0)]
    assert rates == pytest.approx([0.0, 0.5, 1.0, 0.52, 0.02], abs=0.03)


def test_texts_survive_the_tokenizer(poses, tokenizer):
    for text in list(language(poses, 20, seed=0))[:300]:
        assert tokenizer.decode(tokenizer.encode(text).ids) == text
    assert encode_answer(tokenizer, "yes", "Yes.")[:2] == [1, tokenizer.token_to_id("<yes>")]


def test_roughened_queries_keep_their_first_token():
    tokens, mask = torch.randn(50, 8, 384), torch.ones(50, 8)
    blurred, kept = roughen(tokens, mask)
    assert (kept[:, 0] == 1).all()
    assert 0.8 < kept.mean() < 1
    assert 0.1 < (blurred - tokens).std() < 0.5


def test_noise_only_in_training():
    model = Student(StudentConfig(vocab=32, **TINY))
    keypoints = torch.rand(3, 17, 3)
    model.train()
    assert not torch.equal(model.encode_pose(keypoints)[0], model.encode_pose(keypoints)[0])
    model.eval()
    assert torch.equal(model.encode_pose(keypoints)[0], model.encode_pose(keypoints)[0])


def test_what_ships_is_mirror_equivariant():
    model = Student(StudentConfig(vocab=32, **TINY)).eval()
    keypoints = torch.rand(4, 17, 3) * torch.tensor([2.0, 2.0, 1.0]) - torch.tensor([1.0, 1.0, 0.0])
    mirrored = keypoints[:, MIRROR] * torch.tensor([-1.0, 1.0, 1.0])
    ours, theirs = model.encode_pose(keypoints), model.encode_pose(mirrored)
    torch.testing.assert_close(ours.fact_logits, theirs.fact_logits[:, MIRROR_CLASSES])
    torch.testing.assert_close(ours.angles, theirs.angles[:, MIRROR_ANGLES])
    torch.testing.assert_close(ours.joints3d, theirs.joints3d[:, MIRROR] * torch.tensor([-1.0, 1.0, 1.0]))
    assert sorted(MIRROR_CLASSES) == list(range(NUM_CLASSES))
    assert not torch.equal(ours.fact_logits, theirs.fact_logits)


def test_doubtful_joints_weigh_less():
    """Eq. 8: lowering a joint's reliability moves the aligned tokens towards those without that joint."""
    model = Student(StudentConfig(vocab=32, **TINY)).eval()
    torch.manual_seed(0)
    pose, query, mask = torch.randn(1, 18, 48), torch.randn(1, 4, 48), torch.ones(1, 4)
    changed = pose.clone()
    changed[0, 3] += 5.0
    gaps = []
    for reliability in (1.0, 0.001):
        sigma = torch.ones(1, 17)
        sigma[0, 3] = reliability
        ours = [model.alignment(p, query, mask, sigma)[0, 0] for p in (pose, changed)]
        gaps.append((ours[0] - ours[1]).norm().item())
    assert gaps[1] < 0.2 * gaps[0]


def test_the_loop_logs_saves_and_goes_on(poses, tmp_path):
    torch.manual_seed(0)
    data = to_tensors(make_batch(poses, np.random.default_rng(0)))
    class_weights = losses.class_weights(data["labels"].numpy())
    model = Student(StudentConfig(vocab=32, **TINY))
    weights = dict.fromkeys(FACTS_LOSSES, 0.5)

    def run(student: Student, steps: int) -> None:
        learner = student_learner(student)
        train_loop(
            "facts", {"student": student}, dict.fromkeys(learner.trained, 3e-3),
            lambda: facts_losses(learner, data, class_weights), weights, tmp_path, steps=steps, minutes=5.0,
            weight_decay=0.1, every=5, accelerator=Accelerator(cpu=True), check=lambda: {"persons": float(len(poses))},
        )  # fmt: skip

    run(model, 20)
    again = Student(StudentConfig(vocab=32, **TINY))  # weights and optimiser come from the checkpoint
    run(again, 20)
    torch.testing.assert_close(again.state_dict(), model.state_dict())
    run(again, 30)
    rows = [line.split(",") for line in (tmp_path / "facts.csv").read_text().split()]
    assert rows[0] == ["step", "minutes", "facts", "angles", "joints3d", "reliability", "persons"]
    assert [int(row[0]) for row in rows[1:]] == [5, 10, 15, 20, 25, 30]
    assert float(rows[-1][2]) < 0.8 * float(rows[1][2])
    assert steps_done(tmp_path) == json.loads((tmp_path / "student.json").read_text())["step"] == 30
    same = load_student(tmp_path).encode_pose(data["keypoints"]).fact_logits
    torch.testing.assert_close(same, again.eval().encode_pose(data["keypoints"]).fact_logits)


def test_a_run_with_some_stages_changes_nothing_else(poses, tmp_path):
    """Only the eye learns, from a student that is there: the way the shipped weights were trained on."""
    short = [name.replace("left_", "l_").replace("right_", "r_") for name in BODY_JOINTS]
    subjects = np.array(["cmu_002"] * 40 + [*VALIDATION_SUBJECTS] * 4)
    novel, dataset = np.ones(len(poses), dtype=bool), np.full(len(poses), "cmu")
    file = tmp_path / "poses.npz"
    apart = poses.joints.copy()
    apart[40:, [B["left_hand"], B["right_hand"]], 2] += 1.0  # or the training poses would be too close to them
    np.savez(file, joints=apart, joint_names=short, subject=subjects, novel=novel, dataset=dataset)
    before = Student(StudentConfig(vocab=32, **TINY))
    save_modules({"student": before}, tmp_path / "before")
    config = {
        "seed": 1, "recombined": 100, "authored": 100, "weights": dict.fromkeys(FACTS_LOSSES, 1.0),
        "facts": {"copies": 2, "steps": 2, "minutes": 5.0, "batch": 8, "peak": 1e-3},
    }  # fmt: skip
    train(config, file, tmp_path / "run", base=tmp_path / "before")
    after, old = load_student(tmp_path / "run").state_dict(), before.state_dict()
    changed = {name.split(".")[0] for name, value in after.items() if not torch.equal(value, old[name])}
    assert changed == {"eye"}
    assert (tmp_path / "run" / "facts" / "finished").exists()
    assert (read_class_weights(tmp_path / "run" / "facts" / CLASS_WEIGHTS) > 0).all()


def test_language_leaves_eye_and_reader_as_they_are(poses, tokenizer, tmp_path):
    class LiveBank(QueryBank):
        def __call__(self, questions):
            missing = [question for question in questions if question not in self._where]
            if missing:
                super().__init__([*self._where, *missing])
            return super().__call__(questions)

    torch.manual_seed(0)
    model = Student(StudentConfig(vocab=tokenizer.get_vocab_size(), **TINY))
    before = {name: value.clone() for name, value in model.state_dict().items()}
    batch = make_batch(poses, np.random.default_rng(0))
    balance = fit_balance([batch.pose_facts(i) for i in range(len(batch))], rounds=2)
    train_language(
        model, tokenizer, LiveBank(["Is the left knee bent?"]), balance, lambda rng: poses, tmp_path, teacher=None,
        weights={"text": 1.0, "lookup": 1.0}, steps=2, minutes=5.0, persons=3, answers=1, verdicts=1, regions=1,
        peak=1e-3, seed=0, accelerator=Accelerator(cpu=True),
    )  # fmt: skip
    changed = {name.split(".")[0] for name, value in model.state_dict().items() if not torch.equal(value, before[name])}
    assert {"poseformer", "unet", "alignment", "lookup", "decoder"} <= changed
    assert not changed & {"eye", "reader"}


def test_text_encoder_and_reader_are_trained_together(tmp_path):
    torch.manual_seed(0)
    model, encoder = Student(StudentConfig(vocab=32, **TINY)), MiniLM()
    before = {name: value.clone() for name, value in encoder.state_dict().items()}
    reader = {name: value.clone() for name, value in model.reader.state_dict().items()}
    train_reading(
        model, encoder, tmp_path, steps=3, minutes=5.0, batch=4, peak=1e-3, encoder_peak=1e-3, seed=0,
        weights={"reading": 1.0, "address": 1.0}, accelerator=Accelerator(cpu=True),
    )  # fmt: skip
    after = load_minilm(tmp_path / TUNED).state_dict()
    moved = {name for name, value in after.items() if not torch.equal(value, before[name])}
    assert not any(torch.equal(value, reader[name]) for name, value in model.reader.state_dict().items())
    question = ["Is the left knee bent?"]
    with torch.no_grad():
        live = LiveQueries(encoder.eval())(question)[0].numpy()
    shipped = TextEncoder(1, path=tmp_path / GRAPH).encode(question)[0]
    assert np.corrcoef(live.ravel(), shipped.ravel())[0, 1] > 0.98
    assert "words.weight" not in moved
    assert set((tmp_path / QUESTIONS).read_text(encoding="utf-8").splitlines()) == set(trained_claims())
    assert {"layers.0.qkv.weight", "layers.5.down.weight", "norm.bias"} <= moved


def test_new_questions_are_half_of_all():
    claims = trained_claims()
    known = frozenset(question for number, question in enumerate(claims) if number % 10)
    drawn = _questions(np.random.default_rng(0), 64, known)
    asked = [question for _ in range(32) for question in next(drawn)]
    assert set(asked) <= claims.keys()
    assert np.mean([question in known for question in asked]) == pytest.approx(0.5, abs=0.05)
    few = frozenset(question for number, question in enumerate(claims) if number % 100)
    drawn = _questions(np.random.default_rng(0), 64, few)
    assert np.mean([question in few for _ in range(32) for question in next(drawn)]) == pytest.approx(0.92, abs=0.03)
    from_nothing = _questions(np.random.default_rng(0), 64, frozenset())
    assert np.mean([question in known for _ in range(32) for question in next(from_nothing)]) > 0.85


def test_live_queries_are_padded_behind_the_question():
    queries = LiveQueries(MiniLM().eval())
    tokens, mask = queries(["Is the left knee bent?", "Arms up?"])
    assert mask.sum(dim=1).tolist() == [8, 5]
    torch.testing.assert_close(queries(["Arms up?"])[0][0], tokens[1, :5], atol=1e-4, rtol=1e-4)


def test_all_stages_learn(poses, tokenizer, tmp_path):
    """A few steps on one batch lower all losses, through the real data, text encoder and language."""
    torch.manual_seed(0)
    rng = np.random.default_rng(0)
    batch = make_batch(poses, rng)
    facts = [batch.pose_facts(i) for i in range(len(batch))]
    model = Student(StudentConfig(vocab=tokenizer.get_vocab_size(), **TINY)).train()
    asked = question_examples(batch, tokenizer, rng, fit_balance(facts, rounds=2), 1)
    belief = np.ones((len(batch), len(FACTS), 15))
    examples = asked + region_examples(batch, belief, tokenizer, rng, 1)
    bank_questions = list(dict.fromkeys(e.question for e in examples))
    bank = QueryBank(bank_questions, cache=tmp_path)
    rows = collate(examples)
    assert {len(part) for part in rows} == {len(examples)}
    assert {e.question for e in examples} & set(DESCRIBE_QUERIES.values())

    claims = trained_claims()
    questions = [e.question for e in asked]
    teacher = Teacher(TeacherConfig(**TINY_TEACHER)).train()
    optimizer = optimizer_for({model: 3e-3, teacher: 3e-3})
    data = to_tensors(batch)
    class_weights = losses.class_weights(batch.labels)
    learners = {"student": student_learner(model), "teacher": teacher_learner(teacher)}
    weights = dict.fromkeys(LANGUAGE_LOSSES, 1.0)
    history = []
    for _ in range(16):
        parts = {}
        for who, learner in learners.items():
            found = facts_losses(learner, data, class_weights, learners["teacher"] if who == "student" else None)
            assert ("soft" in found) == (who == "student")
            parts |= {f"{who} {name}": loss for name, loss in found.items()}
        pose = model.encode_pose(data["keypoints"])
        spoken = language_losses(model, pose, data, examples, bank, weights, teacher)
        assert set(spoken) == set(LANGUAGE_LOSSES)
        read, address = reading_loss(model, questions, [claims[question] for question in questions], bank)
        parts |= {**spoken, "read": read, "address": address}
        optimizer.zero_grad()
        losses.total(parts, dict.fromkeys(parts, 1.0)).backward()
        optimizer.step()
        history.append({name: part.item() for name, part in parts.items()})
    lower = {name: history[-1][name] < 0.97 * history[0][name] for name in history[0]}
    # What the fact heads believe moves while they learn, and so does what the text should not contradict and what the
    # teacher finds probable.
    moving = ("contradiction", "student soft")
    assert all(fell for name, fell in lower.items() if name not in moving), (lower, history[0], history[-1])
    alone = language_losses(
        model, model.encode_pose(data["keypoints"]), data, examples, bank, {"text": 1.0, "lookup": 1.0}
    )
    assert set(alone) == {"text", "lookup"}

    more = QueryBank([*bank_questions, "Is the left knee bent?"], cache=tmp_path)
    for old, new in zip(bank(bank_questions[:3]), more(bank_questions[:3]), strict=True):
        torch.testing.assert_close(old, new)

    save_modules({"student": model, "teacher": teacher}, tmp_path, stage="test")
    again = load_student(tmp_path)
    model.eval()
    torch.testing.assert_close(again.encode_pose(data["keypoints"])[1], model.encode_pose(data["keypoints"])[1])
    same = load_teacher(tmp_path).encode_pose(again, data["bodies"])
    torch.testing.assert_close(same, teacher.eval().encode_pose(model, data["bodies"]))
