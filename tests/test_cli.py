"""The command line: texts, JSON, pictures and exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import pose2lang3d_sdk
from pose2lang3d_sdk import Pose2Lang
from pose2lang3d_sdk.cli import main

PHOTO = str(Path(__file__).parents[1] / "examples" / "astronaut.jpg")
SMILE = "Is the person facing the camera?"


@pytest.fixture
def wall(tmp_path) -> str:
    path = tmp_path / "wall.png"
    Image.new("RGB", (320, 240), (120, 130, 140)).save(path)
    return str(path)


def run(*arguments: str) -> int:
    """The exit code, also where argparse exits by itself."""
    try:
        return main(arguments)
    except SystemExit as end:
        return int(end.code or 0)


def test_describe_prints_the_text(capsys):
    assert run("describe", PHOTO) == 0
    assert capsys.readouterr().out == Pose2Lang().describe(PHOTO) + "\n"


def test_ask_prints_the_answer(capsys):
    assert run("ask", PHOTO, SMILE) == 0
    assert capsys.readouterr().out == Pose2Lang().ask(PHOTO, SMILE) + "\n"


def test_describe_json(capsys):
    assert run("describe", PHOTO, "--json", "--person", "0") == 0
    report = json.loads(capsys.readouterr().out)
    shared = ["schema", "photo", "width", "height", "people", "person", "bbox", "person_score"]
    assert list(report) == [*shared, "text", "sentences"]
    assert (report["photo"], report["width"], report["height"], report["person"]) == (PHOTO, 512, 512, 0)
    assert report["people"] >= 1
    assert len(report["bbox"]) == 4
    assert report["text"] == " ".join(report["sentences"])


def test_ask_json(capsys):
    assert run("ask", PHOTO, SMILE, "--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert list(report)[8:] == ["question", "text", "confidence", "answerable", "verdict", "joints"]
    assert report["question"] == SMILE
    assert report["answerable"] is True
    assert 0 <= report["confidence"] <= 1


def test_annotate_draws_the_skeleton(tmp_path, capsys):
    before = Path(PHOTO).read_bytes()
    for name in ("out.png", "out.jpg"):
        assert run("ask", PHOTO, SMILE, "--annotate", str(tmp_path / name)) == 0
        with Image.open(tmp_path / name) as drawn:
            assert drawn.size == (512, 512)
            assert (np.asarray(drawn.convert("RGB")) != np.asarray(Image.open(PHOTO))).any()
    assert Path(PHOTO).read_bytes() == before
    assert capsys.readouterr().err == ""


def test_fast(capsys):
    assert run("describe", PHOTO, "--fast") == 0
    assert capsys.readouterr().out.strip()


def test_not_answerable_is_exit_code_4(capsys):
    assert run("ask", PHOTO, "What is the capital of France?") == 4
    captured = capsys.readouterr()
    assert captured.out.strip()
    assert captured.err == ""


def test_nobody_is_exit_code_3(wall, capsys):
    assert run("describe", wall) == 3
    assert run("ask", wall, SMILE) == 3
    assert run("describe", PHOTO, "--person", "99") == 3
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("pose2lang3d: ") == 3
    assert "wall.png" in captured.err


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("describe",),
        ("ask", PHOTO),
        ("look", PHOTO),
        ("describe", PHOTO, "--person", "-1"),
        ("describe", PHOTO, "--person", "smallest"),
        ("describe", PHOTO, "--person", "\u00b2"),
        ("describe", PHOTO, "--colour"),
        ("describe", "no such.jpg"),
        ("describe", ""),
        ("describe", __file__),
        ("describe", str(Path(__file__).parent)),
        ("describe", "https://example.com/photo.jpg"),
        ("ask", PHOTO, ""),
        ("ask", PHOTO, "?"),
        ("ask", PHOTO, "x" * 501),
        ("describe", PHOTO, "--annotate", PHOTO),
        ("describe", PHOTO, "--annotate", "/no such folder/out.png"),
        ("describe", PHOTO, "--annotate", "out.unknown"),
    ],
)
def test_wrong_usage_and_bad_input_are_exit_code_2(arguments, capsys):
    assert run(*arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.strip()
    assert "Traceback" not in captured.err


def test_help_explains_the_exit_codes_and_where_the_json_is_explained(capsys):
    for command in ((), *[(name,) for name in ("describe", "ask", "facts", "draw", "batch", "weights", "doctor")]):
        assert run(*command, "--help") == 0
        text = capsys.readouterr().out
        assert "exit codes:" in text
        assert "docs/cli.md" in text


def test_the_documentation_of_the_json_names_every_field(capsys):
    text = (Path(__file__).parents[1] / "docs" / "cli.md").read_text(encoding="utf-8")
    for arguments in (("describe",), ("ask", SMILE), ("facts",)):
        assert run(arguments[0], PHOTO, *arguments[1:], "--json") == 0
        report = json.loads(capsys.readouterr().out)
        assert report["schema"] == 1
        fields = {*report, *(field for fact in report.get("facts", ()) for field in fact)}
        assert {field for field in fields if f"`{field}`" not in text} == set()


def test_detail(capsys):
    texts = []
    for detail in ("short", "full"):
        assert run("describe", PHOTO, "--detail", detail) == 0
        texts.append(capsys.readouterr().out)
    assert len(texts[0]) < len(texts[1])


def test_facts(capsys):
    assert run("facts", PHOTO, "--least", "0.9") == 0
    lines = capsys.readouterr().out.splitlines()
    shares = [float(line.split()[0]) for line in lines if " = " in line]
    assert shares
    assert min(shares) >= 0.9
    assert run("facts", PHOTO, "--json", "--least", "0") == 0
    report = json.loads(capsys.readouterr().out)
    person = Pose2Lang().read(PHOTO).person()
    assert [fact["name"] for fact in report["facts"]] == [fact.name for fact in person.facts()]
    assert report["angles"].keys() == person.angles().keys()


def test_all_people_are_told_one_by_one(tmp_path, capsys):
    with Image.open(PHOTO) as photo:
        both = Image.new("RGB", (2 * photo.width, photo.height))
        both.paste(photo, (0, 0))
        both.paste(photo, (photo.width, 0))
    path = str(tmp_path / "two.png")
    both.save(path)
    assert run("describe", path, "--person", "all", "--json") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(rows) == rows[0]["people"] > 1
    assert [row["person"] for row in rows] == list(range(len(rows)))
    assert run("describe", path, "--person", "all") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines] == [f"person {number}" for number in range(len(rows))]


def test_draw(tmp_path, capsys):
    target = tmp_path / "drawn.png"
    assert run("draw", PHOTO, str(target)) == 0
    assert capsys.readouterr().out == ""
    with Image.open(target) as drawn:
        assert drawn.size == (512, 512)
    assert run("draw", PHOTO, PHOTO) == 2


def rows_of(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def album(tmp_path, wall) -> Path:
    folder = tmp_path / "album"
    (folder / "inner").mkdir(parents=True)
    (folder / "a.jpg").write_bytes(Path(PHOTO).read_bytes())
    (folder / "broken.jpg").write_bytes(b"no image")
    (folder / "inner" / "wall.png").write_bytes(Path(wall).read_bytes())
    (folder / "notes.txt").write_text("no photo")
    return folder


def test_batch_writes_a_line_per_photo_and_goes_on_where_it_stopped(album, tmp_path, capsys):
    out = tmp_path / "results.jsonl"
    assert run("batch", str(album), "--out", str(out), "--fast", "--workers", "2") == 0
    rows = rows_of(out)
    assert [row["photo"] for row in rows] == ["a.jpg", "broken.jpg", "inner/wall.png"]
    assert [row["error"] and row["error"]["type"] for row in rows] == [None, "ImageDecodeError", "NoPersonError"]
    assert rows[0]["text"] == Pose2Lang("fast").describe(PHOTO)
    assert "3 photos done, 2 of them without a result" in capsys.readouterr().err

    whole = out.read_bytes()
    out.write_bytes(whole[:-20])  # as if killed while the last line was written
    (album / "b.jpg").write_bytes(Path(PHOTO).read_bytes())
    assert run("batch", str(album), "--out", str(out), "--fast") == 0
    assert "2 photos done, 1 of them without a result, 2 skipped" in capsys.readouterr().err
    assert sorted(row["photo"] for row in rows_of(out)) == ["a.jpg", "b.jpg", "broken.jpg", "inner/wall.png"]
    assert out.read_bytes().startswith(whole.splitlines(keepends=True)[0])


def test_batch_asks(album, tmp_path, capsys):
    out = tmp_path / "answers.jsonl"
    assert run("batch", str(album), "--out", str(out), "--fast", "--question", SMILE) == 0
    assert rows_of(out)[0]["verdict"] in {"yes", "no"}
    assert {row["question"] for row in rows_of(out)} == {SMILE}
    assert run("batch", str(album), "--out", str(out), "--fast") == 2  # results of a question, not descriptions
    assert "another question" in capsys.readouterr().err


def test_batch_refuses_what_it_cannot_use(album, tmp_path, capsys):
    empty = tmp_path / "empty"
    empty.mkdir()
    other = tmp_path / "other.jsonl"
    other.write_text("[1, 2]\n")
    out = str(tmp_path / "out.jsonl")
    for arguments in (
        (str(empty), "--out", out),
        ("no such folder", "--out", out),
        (str(album), "--out", str(other)),
        (str(album), "--out", str(tmp_path / "no" / "out.jsonl")),
        (str(album), "--out", out, "--question", "?"),
        (str(album), "--out", out, "--workers", "0"),
        (str(album),),
    ):
        assert run("batch", *arguments) == 2, arguments
    assert other.read_text() == "[1, 2]\n"


def test_weights_list_and_verify(capsys):
    roles = {"decoder", "student_pose", "text_encoder"}
    for action in ("list", "verify"):
        assert run("weights", action) == 0
        assert roles <= {line.split()[0] for line in capsys.readouterr().out.splitlines()}
    assert run("weights", "pull") == 2
    assert run("weights", "verify", "no/such/folder") in {1, 2}


def test_doctor(capsys):
    assert run("doctor") == 0
    assert capsys.readouterr().out.splitlines()[-1] == "all well"
    assert run("doctor", "--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert report["problems"] == []
    assert report["packages"]["onnxruntime"]
    assert report["weights"]["files"] >= 10


def test_doctor_tells_of_what_is_wrong(monkeypatch, capsys):
    from pose2lang3d_sdk.cli import doctor

    monkeypatch.setattr(doctor, "_version", lambda package: "1.0")
    monkeypatch.setattr(doctor, "_RIGHT_ANSWER", "yes")
    assert run("doctor") == 1
    out = capsys.readouterr().out
    assert "onnxruntime and onnxruntime-gpu are both installed" in out
    assert "PROBLEM: self-test" in out
    assert out.splitlines()[-1] == "not well"


def test_version(capsys):
    assert run("--version") == 0
    assert capsys.readouterr().out == f"pose2lang3d {pose2lang3d_sdk.__version__}\n"


def test_as_a_program():
    command = [sys.executable, "-m", "pose2lang3d_sdk.cli", "describe", "no such.jpg"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("pose2lang3d: there is no file 'no such.jpg'")
