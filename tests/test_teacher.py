"""The teacher's modules and the paper's losses on hand-made tensors."""

from __future__ import annotations

import math
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")
pytest.importorskip("accelerate")

from bodies import standing  # noqa: E402
from safetensors.torch import load_file  # noqa: E402

from evaluation.teacher import Pair  # noqa: E402
from exporters.text_encoder import GRAPH  # noqa: E402
from pose2lang3d_sdk.decoder import VERDICT_IDS  # noqa: E402
from pose2lang3d_sdk.facts import FACTS, NUM_CLASSES, class_column  # noqa: E402
from pose2lang3d_sdk.skeleton import JOINT_INDEX  # noqa: E402
from pose2lang3d_sdk.text_encoder import TextEncoder  # noqa: E402
from pose2lang3d_sdk.verdicts import VERDICTS  # noqa: E402
from pose2lang3d_sdk.weights import embedded  # noqa: E402
from training import losses  # noqa: E402
from training.checkpoint import save_modules  # noqa: E402
from training.data.batches import make_batch  # noqa: E402
from training.data.poses import PoseSet  # noqa: E402
from training.models.alignment import bone_terms  # noqa: E402
from training.models.distillation import Distillation, Distilled, mix  # noqa: E402
from training.models.stgcn import MID_HIP, NECK, NUM_NODES, STGCN, adjacency  # noqa: E402
from training.models.student import Student, StudentConfig  # noqa: E402
from training.models.teacher import Teacher, TeacherConfig  # noqa: E402
from training.train_facts import to_tensors  # noqa: E402


def people(count: int = 1) -> PoseSet:
    joints = np.repeat(standing()[None], count, axis=0).astype(np.float32)
    return PoseSet(joints, np.zeros(count, np.float32), np.full(count, "made"), np.zeros(count, dtype=bool))


def test_the_graph_has_the_bones_of_a_body_each_seen_from_both_ends():
    itself, nearer, farther = adjacency() > 0
    assert torch.equal(itself, torch.eye(NUM_NODES, dtype=torch.bool))
    assert torch.equal(nearer, farther.T)
    assert nearer.sum() == NUM_NODES - 1  # a tree: all but the mid-hip have one neighbour nearer to it
    assert not nearer[MID_HIP].any()
    assert nearer[JOINT_INDEX["left_wrist"], JOINT_INDEX["left_elbow"]]
    assert nearer[JOINT_INDEX["right_shoulder"], NECK]
    sums = adjacency().sum(dim=-1)
    assert torch.all((sums - 1).abs().minimum(sums.abs()) < 1e-6)


def test_what_a_joint_tells_travels_one_bone_a_layer():
    torch.manual_seed(0)
    net = STGCN(12, 20, layers=2, width=8).eval()
    bodies = torch.randn(1, 17, 7)
    moved = bodies.clone()
    moved[0, JOINT_INDEX["left_wrist"]] += 1.0
    (before, body), (after, other) = net(bodies), net(moved)
    change = (before - after)[0].abs().amax(dim=-1)
    reached = {name for name, index in JOINT_INDEX.items() if change[index] > 1e-6}
    assert reached == {"left_wrist", "left_elbow", "left_shoulder"}
    assert change[17] > 1e-6  # the pose token sees all
    assert before.shape == (1, 18, 12)
    assert body.shape == other.shape == (1, 20)


def test_the_teacher_sees_the_body_upright_from_the_camera_and_its_height():
    batch = make_batch(people(6), np.random.default_rng(0))
    right, away, up, height = (batch.bodies[..., channel] for channel in range(4))
    shoulders = [JOINT_INDEX["left_shoulder"], JOINT_INDEX["right_shoulder"]]
    np.testing.assert_allclose(up[:, shoulders].mean(axis=1), 1.0, atol=1e-4)  # torso lengths
    np.testing.assert_allclose(height - up, 0.93 / 0.52, atol=1e-4)  # hips of the hand-made body, 0.93 m up
    wide = np.hypot(*(channel[:, shoulders[0]] - channel[:, shoulders[1]] for channel in (right, away)))
    np.testing.assert_allclose(wide, 0.36 / 0.52, atol=1e-4)
    # Distances are the same in the camera's own, tilted axes.
    lengths = [np.linalg.norm(batch.bodies[..., axes], axis=-1) for axes in (slice(0, 3), slice(4, 7))]
    np.testing.assert_allclose(*lengths, atol=1e-4)
    # Who shows the left side has the left shoulder nearer.
    index = [fact.name for fact in FACTS].index("nearer_side")
    nearer = batch.labels[:, index]
    depth = batch.bodies[:, shoulders[0], 6] - batch.bodies[:, shoulders[1], 6]
    assert set(np.sign(depth[nearer == 0])) <= {-1.0}
    assert set(np.sign(depth[nearer == 1])) <= {1.0}
    assert {0, 1} & set(nearer)


def test_bone_terms_of_a_right_angle():
    joints = torch.zeros(1, 17, 3)
    for name, place in (("shoulder", (0.0, 0.0, 2.0)), ("elbow", (0.0, 0.0, 0.0)), ("wrist", (0.0, 1.0, 0.0))):
        joints[0, JOINT_INDEX[f"left_{name}"]] = torch.tensor(place)
    terms = bone_terms(joints)[0]
    torch.testing.assert_close(terms[JOINT_INDEX["left_elbow"]], torch.tensor([2.0, 1.0, 0.0]))
    assert (terms[[JOINT_INDEX["nose"], JOINT_INDEX["left_wrist"]]] == 0).all()


def test_the_gate_chooses_between_teacher_and_student():
    distilled = Distilled(torch.ones(1, 17, 4), torch.ones(1, 1, 4), torch.zeros(1, 18, 1))
    distilled.gate[0, 3] = 1.0
    distilled.gate[0, 17] = 0.25
    local, globally = mix(distilled, torch.zeros(1, 17, 4), torch.zeros(1, 1, 4))
    assert local[0, :, 0].tolist() == [1.0 if joint == 3 else 0.0 for joint in range(17)]
    assert globally.flatten().tolist() == [0.25] * 4


def test_distilled_features_come_from_the_teacher_alone():
    torch.manual_seed(0)
    module = Distillation(8)
    aligned2d, aligned3d = torch.randn(2, 18, 8), torch.zeros(2, 18, 8)
    with torch.no_grad():
        for layer in (module.to_value, module.to_global):
            layer.bias.zero_()
    distilled = module(aligned2d, aligned3d)
    assert distilled.local.abs().max() == distilled.globally.abs().max() == 0
    assert ((distilled.gate > 0) & (distilled.gate < 1)).all()


def test_distillation_loss_is_blind_to_scale_and_spares_the_teacher():
    torch.manual_seed(0)
    local, globally = torch.randn(3, 17, 6, requires_grad=True), torch.randn(3, 1, 6)
    assert losses.distillation_loss(local, globally, 5 * local, 5 * globally).item() == pytest.approx(0, abs=1e-4)
    assert losses.distillation_loss(local, globally, -local, -globally).item() == pytest.approx(4, rel=1e-3)
    taught = torch.randn(3, 17, 6, requires_grad=True)
    losses.distillation_loss(local, globally, taught, globally).backward()
    assert taught.grad is None
    assert local.grad.abs().sum() > 0


def test_diversity_loss_of_equal_and_of_orthogonal_tokens():
    assert losses.diversity_loss(torch.ones(2, 3, 4)).item() == pytest.approx(1.0)
    assert losses.diversity_loss(5 * torch.eye(3)[None]).item() == pytest.approx(0.0, abs=1e-6)
    half = torch.tensor([[[1.0, 0.0], [math.cos(math.pi / 3), math.sin(math.pi / 3)]]])
    assert losses.diversity_loss(half).item() == pytest.approx(0.25)


def test_contrastive_loss_finds_the_own_text():
    ours = torch.eye(4)
    assert losses.contrastive_loss(ours, 3 * ours).item() == pytest.approx(0.0, abs=1e-4)
    assert losses.contrastive_loss(torch.ones(4, 4), torch.ones(4, 4)).item() == pytest.approx(math.log(4))
    assert losses.contrastive_loss(ours, ours.flip(0)).item() == pytest.approx(
        1 / losses.CONTRAST_TEMPERATURE, rel=1e-3
    )


def test_contradiction_loss_compares_a_yes_with_the_heads():
    logits, claims = torch.zeros(2, NUM_CLASSES), torch.zeros(2, NUM_CLASSES)
    straight, bent = (class_column("left_knee_bend", label) for label in ("straight", "bent"))
    claims[0, straight], claims[0, bent] = -1, 1
    logits[0, bent] = math.log(3.0)  # three to one for "bent", whatever the other classes
    assert losses.heads_verdict(logits[:1], claims[:1]).item() == pytest.approx(0.75)
    agree, rows = losses.contradiction_loss(torch.tensor([[math.log(3.0), 0.0], [9.0, 0.0]]), logits, claims)
    assert rows == 1.0  # the second row claims nothing
    entropy = -(0.75 * math.log(0.75) + 0.25 * math.log(0.25))
    assert agree.item() == pytest.approx(entropy, rel=1e-4)
    against, _ = losses.contradiction_loss(torch.tensor([[0.0, 5.0], [0.0, 0.0]]), logits, claims)
    assert against.item() > 3 * entropy
    nothing, none = losses.contradiction_loss(torch.zeros(2, 2), logits, torch.zeros_like(claims))
    assert (nothing.item(), none) == (0.0, 0.0)


def test_the_total_weighs_every_part_and_0_switches_one_off():
    parts = {"text": torch.tensor(2.0), "diversity": torch.tensor(7.0)}
    assert losses.total(parts, {"text": 1.5, "diversity": 0.0, "unused": 9.0}).item() == 3.0
    with pytest.raises(KeyError):
        losses.total(parts, {"text": 1.0})


def test_teacher_and_student_answer_the_same_questions(tmp_path):
    torch.manual_seed(0)
    sizes = {"width": 48, "body_width": 64, "align_layers": 1, "heads": 2}
    student = Student(StudentConfig(vocab=32, eye_layers=1, pose_layers=1, text_layers=1, **sizes)).eval()
    save_modules({"student": student, "teacher": Teacher(TeacherConfig(graph_layers=1, **sizes))}, tmp_path)
    shutil.copy(embedded().locate("text_encoder"), tmp_path / GRAPH)
    data = to_tensors(make_batch(people(2), np.random.default_rng(0)))
    questions = ["Is the left knee bent?", "Which hand is higher?", "What colour is the coat?"]
    found = Pair(tmp_path, data).ask(1, questions)
    assert set(found) == {"teacher", "student"}
    output = student.encode_pose(data["keypoints"][[1, 1, 1]])
    tokens, mask = (torch.from_numpy(array) for array in TextEncoder(1).encode(questions))
    refined = student.refine(
        output.pose_tokens, output.fact_logits, output.angles, data["keypoints"][[1, 1, 1]], output.reliability, tokens,
        mask,
    )  # fmt: skip
    greedy = student.decoder.greedy(refined.prefix, refined.prefix_mask, max_tokens=1)[:, 0].tolist()
    assert [VERDICT_IDS[VERDICTS.index(d.verdict)] for d in found["student"]] == greedy
    assert all(0 < d.confidence <= 1 for given in found.values() for d in given)


TWO_PROCESSES = """
import sys
from pathlib import Path

import torch
from accelerate import Accelerator
from safetensors.torch import load_file

from training.loop import train_loop

accelerator = Accelerator(cpu=True)
torch.manual_seed(0)
layer = torch.nn.Linear(1, 1, bias=False)
target = float(accelerator.process_index)  # 0 for one process, 1 for the other: together they settle between


def losses():
    return {"miss": (layer.weight - target).pow(2).sum(), "ignored": layer.weight.sum()}


train_loop(
    "two", {"layer": layer}, {layer: 0.05}, losses, {"miss": 1.0, "ignored": 0.0}, Path(sys.argv[1]), steps=150,
    minutes=5.0, weight_decay=0.0, every=50, accelerator=accelerator,
)
Path(sys.argv[1], f"process_{accelerator.process_index}").write_text(str(layer.weight.item()))
"""


def test_two_processes_train_one_model(tmp_path):
    script = tmp_path / "two.py"
    script.write_text(TWO_PROCESSES)
    root = Path(__file__).resolve().parents[1]
    launch = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc_per_node", "2"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root), str(root / "src")]), "OMP_NUM_THREADS": "1"}
    run = subprocess.run(
        [*launch, str(script), str(tmp_path)], env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert run.returncode == 0, run.stderr[-2000:]
    weights = [float((tmp_path / f"process_{index}").read_text()) for index in range(2)]
    assert weights[0] == pytest.approx(weights[1], abs=1e-6)
    assert weights[0] == pytest.approx(0.5, abs=0.1)
    assert load_file(tmp_path / "layer.safetensors")["weight"].item() == pytest.approx(weights[0], abs=1e-6)
    assert len((tmp_path / "two.csv").read_text().split()) == 4  # written by one of them only
