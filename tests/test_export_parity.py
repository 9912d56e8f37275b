"""Every exported graph gives torch's numbers; the int8 and fp16 versions stay close to them."""

from __future__ import annotations

import json

import numpy as np
import pytest

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")

from exporters import manifest as building  # noqa: E402
from exporters.decoder import DecoderStep, export_decoder, export_step, logit_difference  # noqa: E402
from exporters.quantize import Int8Table, export_onnx, fold_norm, store_small  # noqa: E402
from exporters.student import export_student  # noqa: E402
from exporters.text_encoder import parity, write_text_encoder  # noqa: E402
from pose2lang3d_sdk.decoder import GreedyGraph  # noqa: E402
from pose2lang3d_sdk.facts import FACTS, NUM_CLASSES  # noqa: E402
from pose2lang3d_sdk.keypoints.base import Keypoints  # noqa: E402
from pose2lang3d_sdk.runtime import make_session  # noqa: E402
from pose2lang3d_sdk.student import Student as StudentGraphs  # noqa: E402
from pose2lang3d_sdk.text_encoder import TextEncoder  # noqa: E402
from pose2lang3d_sdk.weights import read_manifest  # noqa: E402
from training.models.minigpt import MiniGPT  # noqa: E402
from training.models.minilm import MiniLM, from_published  # noqa: E402
from training.models.student import Student, StudentConfig  # noqa: E402
from training.queries import LiveQueries  # noqa: E402


@pytest.fixture(scope="module")
def decoder():
    torch.manual_seed(0)
    model = MiniGPT(60, 32, layers=3, heads=4, prefix_width=24).eval()
    with torch.no_grad():  # norms with scales and shifts, so that folding them is tested
        for parameter in model.parameters():
            parameter.add_(0.2 * torch.randn_like(parameter))
    return model


def _prefixes(rows: int, length: int):
    generator = torch.Generator().manual_seed(rows + length)
    prefix = torch.randn(rows, length, 24, generator=generator)
    mask = torch.ones(rows, length)
    mask[0, 2:] = 0
    return prefix, mask


@pytest.mark.parametrize(("rows", "length"), [(1, 1), (1, 9), (4, 7)])
def test_decoder_graph_equals_torch(decoder, tmp_path, rows, length):
    path = tmp_path / "decoder.onnx"
    export_step(DecoderStep(decoder), decoder.config, path)
    graph = GreedyGraph(path, threads=1)
    prefix, mask = _prefixes(rows, length)
    expected = decoder.greedy(prefix, mask, max_tokens=30).numpy()
    ours, _ = graph.greedy(prefix.numpy(), mask.numpy(), expected.shape[1])
    np.testing.assert_array_equal(ours, expected)
    assert logit_difference(decoder, graph, expected, prefix, mask) < 1e-3


def test_decoder_export_measures_its_int8_version(decoder, tmp_path):
    path = tmp_path / "decoder.onnx"
    agreement = export_decoder(decoder, path, *_prefixes(8, 6))
    assert agreement.parity_fp32 < 1e-3
    assert agreement.same_text_fp32 == 1.0
    assert 0 <= agreement.same_text_int8 <= 1
    kinds = {node.op_type for node in onnx.load(path).graph.node}
    assert "MatMulInteger" in kinds
    assert all(opset.version <= 18 for opset in onnx.load(path).opset_import)
    logits, present = GreedyGraph(path, threads=1).step(
        np.ones((1, 1), np.int64),
        0,
        _prefixes(1, 6)[0].numpy(),
        np.zeros((3, 2, 1, 4, 0, 8), np.float32),
        np.ones((1, 7), np.float32),
    )
    assert logits.shape == (1, 60)
    assert present.shape == (3, 2, 1, 4, 7, 8)


@pytest.fixture(scope="module")
def student():
    torch.manual_seed(0)
    return Student(
        StudentConfig(
            vocab=40,
            width=48,
            body_width=64,
            pose_layers=2,
            align_layers=1,
            heads=4,
            slots=3,
            text_layers=1,
            eye_width=16,
            eye_layers=2,
        )
    ).eval()


@pytest.fixture(scope="module")
def exported(student, tmp_path_factory):
    """(folder with both student graphs, what the export measured)."""
    folder = tmp_path_factory.mktemp("student")
    generator = torch.Generator().manual_seed(0)
    keypoints = torch.rand(6, 17, 3, generator=generator)
    keypoints[1, 4:9] = 0
    queries, mask = torch.randn(6, 11, 384, generator=generator), torch.ones(6, 11)
    mask[2, 5:] = 0
    return folder, export_student(student, folder, keypoints, queries, mask)


def test_student_graphs_equal_torch(exported):
    for measured in exported[1].values():
        assert all(value < 1e-3 for name, value in measured.items() if name.startswith("parity_"))
        assert all(value < 0.1 for name, value in measured.items() if name.startswith("stored_"))


def test_student_graphs_run_in_the_sdk(student, exported):
    folder, _ = exported
    graphs = StudentGraphs(1, pose_path=folder / "student_pose.onnx", query_path=folder / "student_query.onnx")
    rng = np.random.default_rng(0)
    score = rng.uniform(0.35, 1, 17)
    score[[3, 9]] = 0.1
    code = graphs.encode(Keypoints(rng.uniform(0, 300, (17, 2)), score))
    assert len(code.visible) == 15
    assert "left_wrist" not in code.visible
    assert code.fact_logits.shape == (NUM_CLASSES,)
    expected = student.encode_pose(torch.from_numpy(code.keypoints)[None])
    np.testing.assert_allclose(code.pose_tokens, expected.pose_tokens[0].detach(), atol=0.02)
    for length in (3, 8):
        queries, mask = rng.standard_normal((5, length, 384)).astype(np.float32), np.ones((5, length), np.float32)
        refined = graphs.refine(code, queries, mask)
        assert refined.prefix.shape[:2] == refined.prefix_mask.shape == (5, 18 + 3 + length)
        assert refined.fact_attention.shape == (5, len(FACTS))
        np.testing.assert_allclose(refined.fact_attention.sum(axis=1), 1, atol=1e-5)
        alone = graphs.refine(code, queries[3:4], mask[3:4])
        np.testing.assert_allclose(refined.prefix[3], alone.prefix[0], atol=1e-4)


def test_padding_of_the_query_changes_nothing(exported):
    folder, _ = exported
    graphs = StudentGraphs(1, pose_path=folder / "student_pose.onnx", query_path=folder / "student_query.onnx")
    rng = np.random.default_rng(1)
    code = graphs.encode(Keypoints(rng.uniform(0, 300, (17, 2)), np.full(17, 0.9)))
    query = rng.standard_normal((1, 4, 384)).astype(np.float32)
    short = graphs.refine(code, query, np.ones((1, 4), np.float32))
    padded = graphs.refine(code, np.pad(query, ((0, 0), (0, 5), (0, 0))), np.array([[1] * 4 + [0] * 5], np.float32))
    np.testing.assert_allclose(padded.prefix[:, : short.prefix.shape[1]], short.prefix, atol=1e-4)
    np.testing.assert_allclose(padded.fact_attention, short.fact_attention, atol=1e-5)


def test_text_encoder_equals_the_published_architecture():
    transformers = pytest.importorskip("transformers")
    torch.manual_seed(0)
    config = transformers.BertConfig(
        vocab_size=99, hidden_size=384, num_hidden_layers=6, num_attention_heads=12, intermediate_size=1536,
        initializer_range=0.2,
    )  # fmt: skip
    reference = transformers.BertModel(config, add_pooling_layer=False).eval()
    model = from_published({name: value.detach() for name, value in reference.state_dict().items()})
    ids, mask = torch.randint(0, 99, (3, 10)), torch.ones(3, 10, dtype=torch.int64)
    mask[1, 6:] = 0
    with torch.no_grad():
        expected = reference(ids, attention_mask=mask).last_hidden_state
        ours = model(ids, mask)
    torch.testing.assert_close(ours * mask[..., None], expected * mask[..., None], atol=1e-3, rtol=1e-3)


def test_the_text_encoder_is_exported_as_it_was_tuned(tmp_path):
    torch.manual_seed(0)
    model, graph = MiniLM().eval(), tmp_path / "text_encoder.onnx"
    assert parity(model) < 1e-3
    write_text_encoder(model, graph)
    question = ["Is the left knee bent?"]
    with torch.no_grad():
        expected = LiveQueries(model)(question)[0][0].numpy()
    ours = TextEncoder(1, path=graph).encode(question)[0][0]
    assert np.corrcoef(expected.ravel(), ours.ravel())[0, 1] > 0.98


def test_folding_a_norm_changes_no_number():
    torch.manual_seed(0)
    norm, first, second = torch.nn.LayerNorm(8), torch.nn.Linear(8, 5), torch.nn.Linear(8, 3, bias=False)
    torch.nn.init.normal_(norm.weight)
    torch.nn.init.normal_(norm.bias)
    x = torch.randn(4, 8)
    expected = first(norm(x)), second(norm(x))
    fold_norm(norm, first, second)
    torch.testing.assert_close((first(norm(x)), second(norm(x))), expected)
    assert (norm.weight == 1).all()


def test_an_int8_table_is_close_to_its_rows():
    table = torch.randn(50, 16, generator=torch.Generator().manual_seed(0)) * torch.logspace(-3, 3, 50)[:, None]
    ids = torch.arange(50)[None]
    error = (Int8Table(table)(ids)[0] - table).abs().amax(dim=1)
    assert (error <= table.abs().amax(dim=1) / 254 * 1.001).all()


@pytest.mark.parametrize(("int8_from", "share", "error"), [(None, 0.55, 1e-3), (1024, 0.3, 5e-3)])
def test_small_storage_keeps_the_numbers(tmp_path, int8_from, share, error):
    linear = torch.nn.Linear(256, 256)
    full, half = tmp_path / "full.onnx", tmp_path / "half.onnx"
    export_onnx(linear, {"x": torch.randn(2, 256)}, ["y"], full, dynamic={"x": {0: "b"}})
    assert 0 < store_small(full, half, int8_from=int8_from) < error
    assert half.stat().st_size < share * full.stat().st_size
    x = np.random.default_rng(0).standard_normal((3, 256)).astype(np.float32)
    outputs = [make_session(path, threads=1).run(None, {"x": x})[0] for path in (full, half)]
    np.testing.assert_allclose(*outputs, atol=2e-2)


def test_the_manifest_keeps_what_is_not_exported_anew(tmp_path):
    net, other, listing = tmp_path / "net.onnx", tmp_path / "other.onnx", tmp_path / "m.json"
    net.write_bytes(b"one")
    other.write_bytes(b"two")
    building.update_manifest([building.record("net", net, "MIT"), building.record("other", other, "MIT")], listing)
    net.write_bytes(b"three")
    building.update_manifest([building.record("net", net, "MIT", metrics={"parity": 1e-6})], listing)
    entries = read_manifest(listing)
    assert list(entries) == ["net", "other"]
    assert (entries["net"].bytes, entries["net"].metrics) == (5, {"parity": 1e-6})
    assert json.loads(listing.read_text())["format"] == 1


def test_what_was_reached_on_the_benchmark_lasts_until_weights_change(tmp_path):
    net, listing = tmp_path / "net.onnx", tmp_path / "m.json"
    net.write_bytes(b"one")
    building.update_manifest([building.record("net", net, "MIT")], listing)
    building.note_benchmark({"version": "1.2"}, listing)
    assert json.loads(listing.read_text())["benchmark"] == {"version": "1.2"}
    assert list(read_manifest(listing)) == ["net"]
    building.update_manifest([building.record("net", net, "MIT")], listing)
    assert "benchmark" not in json.loads(listing.read_text())
