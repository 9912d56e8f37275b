"""The command line: texts, JSON, pictures and exit codes."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import pose2lang3d_sdk
from pose2lang3d_sdk import Pose2Lang
from pose2lang3d_sdk.cli import main
from pose2lang3d_sdk.drawing import HIGHLIGHT
from pose2lang3d_sdk.errors import WeightsError
from pose2lang3d_sdk.keypoints.finder import TopDown
from pose2lang3d_sdk.locks import alone

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


def test_fast_and_mirrored_reach_the_model(tmp_path, capsys):
    photo = str(Path(PHOTO).with_name("cameraman.png"))
    (tmp_path / "photo.png").write_bytes(Path(photo).read_bytes())
    told = Pose2Lang().describe(photo)
    for option, wanted in (
        ("--fast", Pose2Lang("fast").describe(photo)),
        ("--mirrored", Pose2Lang().describe(photo, mirrored=True)),
    ):
        assert wanted != told
        assert run("describe", photo, option) == 0
        assert capsys.readouterr().out.strip() == wanted
        assert run("batch", str(tmp_path), "--out", "-", option) == 0
        assert json.loads(capsys.readouterr().out)["text"] == wanted


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
        ("describe", PHOTO, "--weights", ""),
        ("describe", PHOTO, "--weights", "~/no such folder"),
        ("batch", "album", "--out", "out.jsonl", "--question", SMILE, "--detail", "full"),
        ("batch", "album", "--out", "out.jsonl", "--person", "all"),
        ("weights", "list", ""),
        ("weights", "list", "--revision", "main"),
        ("weights", "verify", "--revision", "main"),
        ("weights", "pull"),
    ],
)
def test_wrong_usage_and_bad_input_are_exit_code_2(arguments, capsys):
    assert run(*arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.strip()
    assert "Traceback" not in captured.err


def test_a_question_needs_no_quotes(capsys):
    assert run("ask", PHOTO, "Is", "the", "right", "elbow", "bent?") == 0
    loose = capsys.readouterr().out
    assert run("ask", PHOTO, "Is the right elbow bent?") == 0
    assert capsys.readouterr().out == loose


def test_questions_from_standard_input_go_on_from_each_other(monkeypatch, capsys):
    lines = "Is the left elbow bent?\n\nAnd the right one?\n???\nIs that arm straight?\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    assert run("ask", PHOTO, "-") == 2  # "???" holds no words
    captured = capsys.readouterr()
    assert "holds no words" in captured.err
    for question in ("Is the left elbow bent?", "Is the right elbow bent?", "Is the right arm straight?"):
        run("ask", PHOTO, question)
    assert captured.out == capsys.readouterr().out
    monkeypatch.setattr("sys.stdin", io.StringIO("Is the right elbow bent?\nWhat is his name?\n"))
    assert run("ask", PHOTO, "-", "--json") == 4
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["verdict"] for record in records] == ["yes", "out_of_scope"]
    assert run("ask", PHOTO, "-", "--annotate", "seen.png") == 2
    assert "leave it out" in capsys.readouterr().err


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


def test_the_documentation_names_every_option_and_whose_it_is(capsys):
    text = (Path(__file__).parents[1] / "docs" / "cli.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(--[a-z]+)[^`]*` \| ([a-z, ]+) \|", text, re.MULTILINE)
    documented = {(option, command) for option, commands in rows for command in commands.split(", ")}
    options = set()
    for command in ("describe", "ask", "facts", "draw", "batch", "weights", "doctor"):
        assert run(command, "--help") == 0
        options |= {(option, command) for option in re.findall(r"^  (--[a-z]+)", capsys.readouterr().out, re.MULTILINE)}
    assert options == documented


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


@pytest.fixture
def pair(tmp_path) -> str:
    """Path of a photo with two people."""
    with Image.open(PHOTO) as photo:
        both = Image.new("RGB", (2 * photo.width, photo.height))
        both.paste(photo, (0, 0))
        both.paste(photo, (photo.width, 0))
    path = str(tmp_path / "two.png")
    both.save(path)
    return path


def test_all_people_are_told_one_by_one(pair, capsys):
    assert run("describe", pair, "--person", "all", "--json") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(rows) == rows[0]["people"] > 1
    assert [row["person"] for row in rows] == list(range(len(rows)))
    assert run("ask", pair, SMILE, "--person", "all") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines] == [f"person {number}" for number in range(len(rows))]


def test_a_description_of_all_people_says_where_they_are(pair, capsys):
    assert run("describe", pair, "--person", "all", "--detail", "short") == 0
    assert capsys.readouterr().out == Pose2Lang().read(pair).describe("short") + "\n"
    assert run("describe", PHOTO, "--person", "all") == 0
    assert capsys.readouterr().out == Pose2Lang().describe(PHOTO) + "\n"


def test_everybody_gets_the_rings_of_their_own_joints(tmp_path):
    """The astronaut's left elbow is not visible, the photographer's is."""
    drawn = tmp_path / "drawn.png"
    photos = [Image.open(Path(PHOTO).with_name(name)).convert("RGB") for name in ("astronaut.jpg", "cameraman.png")]
    both = Image.new("RGB", (1024, 512))
    for index, photo in enumerate(photos):
        both.paste(photo, (512 * index, 0))
    both.save(tmp_path / "both.png")
    run("ask", str(tmp_path / "both.png"), "Is the left elbow bent?", "--person", "all", "--annotate", str(drawn))
    rings = (np.asarray(Image.open(drawn)) == HIGHLIGHT).all(axis=-1)
    assert not rings[:, :512].any()
    assert rings[:, 512:].any()


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

    assert run("batch", str(album), "--out", str(out), "--fast") == 0
    assert "0 photos done, 0 of them without a result, 4 skipped" in capsys.readouterr().err


def test_batch_retries_errors_if_it_is_told_to(album, tmp_path, capsys):
    out = tmp_path / "results.jsonl"
    assert run("batch", str(album), "--out", str(out), "--fast") == 0
    first, broken, nobody = out.read_text(encoding="utf-8").splitlines()
    (album / "broken.jpg").write_bytes(Path(PHOTO).read_bytes())
    assert run("batch", str(album), "--out", str(out), "--fast") == 0
    assert out.read_text(encoding="utf-8").splitlines() == [first, broken, nobody]
    assert run("batch", str(album), "--out", str(out), "--fast", "--retry") == 0
    assert "2 photos done, 1 of them without a result, 1 skipped" in capsys.readouterr().err
    one, other, last = out.read_text(encoding="utf-8").splitlines()
    assert (one, last) == (first, nobody)
    assert json.loads(other)["text"] == json.loads(first)["text"]
    (album / "a.jpg").unlink()
    (album / "broken.jpg").unlink()
    assert run("batch", str(album), "--out", str(out), "--fast", "--retry") == 1, "all that was tried has failed"


def test_batch_goes_on_with_the_same_options_only(album, tmp_path, capsys):
    out = tmp_path / "results.jsonl"
    assert run("batch", str(album), "--out", str(out), "--fast") == 0
    options = {"detail": "normal", "person": "largest", "mirrored": False, "fast": True, "weights": None}
    options["folder"] = str(album.resolve())
    assert [row["options"] for row in rows_of(out)] == [options] * 3
    for given, named in (
        ((), "fast"),
        (("--fast", "--detail", "short"), "detail"),
        (("--fast", "--mirrored", "--person", "1"), "mirrored, person"),
        (("--fast", "--weights", "mine"), "weights"),
    ):
        assert run("batch", str(album), "--out", str(out), *given) == 2
        assert f"results of other options ({named}); give another path" in capsys.readouterr().err
    assert run("batch", str(album), "--out", str(out), "--fast", "--detail", "normal", "--person", "largest") == 0


def test_batch_takes_no_photo_of_another_folder_for_done(album, tmp_path, capsys):
    out, other = tmp_path / "results.jsonl", tmp_path / "other"
    assert run("batch", str(album), "--out", str(out), "--fast") == 0
    other.mkdir()
    (other / "a.jpg").write_bytes(Path(PHOTO).read_bytes())
    assert run("batch", str(other), "--out", str(out), "--fast") == 2
    assert "results of other options (folder); give another path" in capsys.readouterr().err
    rows = rows_of(out)
    for row in rows:
        del row["options"]["folder"]  # as older versions wrote it
    out.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert run("batch", str(album), "--out", str(out), "--fast") == 0
    assert len(rows_of(out)) == len(rows)


def test_batch_of_photos_without_any_result(album, tmp_path, capsys):
    (album / "a.jpg").unlink()
    out = tmp_path / "results.jsonl"
    assert run("batch", str(album), "--out", str(out), "--fast") == 1
    assert len(rows_of(out)) == 2
    assert run("batch", str(album), "--out", str(out), "--fast") == 0, "nothing is left to do"
    assert "2 skipped" in capsys.readouterr().err


def test_batch_ends_if_the_weights_are_damaged(album, tmp_path, monkeypatch, capsys):
    def broken(*_):
        msg = "the net is damaged; reinstall the package"
        raise WeightsError(msg)

    monkeypatch.setattr(TopDown, "__call__", broken)
    out = tmp_path / "results.jsonl"
    assert run("batch", str(album), "--out", str(out)) == 1
    assert capsys.readouterr().err == "pose2lang3d: the net is damaged; reinstall the package\n"
    assert out.read_bytes() == b""


def test_batch_of_another_person(pair, tmp_path):
    folder, out = tmp_path / "pairs", tmp_path / "results.jsonl"
    folder.mkdir()
    Path(pair).rename(folder / "two.png")
    assert run("batch", str(folder), "--out", str(out), "--person", "1") == 0
    assert [row["person"] for row in rows_of(out)] == [1]


def test_batch_to_standard_output(album, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        assert run("batch", str(album), "--out", "-", "--fast") == 0
        captured = capsys.readouterr()
        photos = [json.loads(line)["photo"] for line in captured.out.splitlines()]
        assert photos == ["a.jpg", "broken.jpg", "inner/wall.png"]
        assert "3 photos done" in captured.err
    assert not (tmp_path / "-").exists()
    assert run("batch", str(album), "--out", "-", "--retry") == 2


def test_batch_names_the_kinds_that_it_leaves_out(album, tmp_path, capsys):
    out = str(tmp_path / "out.jsonl")
    for name in ("1.heic", "2.HEIC", "inner/3.psd", "4.txt"):
        (album / name).touch()
    (album / "a.jpg").rename(album / "a.jfif")
    (album / "broken.jpg").rename(album / "b.jpe")
    (album / "c.JIF").write_bytes(Path(PHOTO).read_bytes())
    assert run("batch", str(album), "--out", out, "--fast") == 0
    assert [row["photo"] for row in rows_of(Path(out))] == ["a.jfif", "b.jpe", "c.JIF", "inner/wall.png"]
    told = "; 3 files of kinds it cannot read (.heic, .psd) were left out"
    assert capsys.readouterr().err.endswith(f"{told}\n")
    for path in [path for path in album.rglob("*") if path.suffix.lower() in {".jfif", ".jpe", ".jif", ".png"}]:
        path.unlink()
    assert run("batch", str(album), "--out", out) == 2
    assert "holds no photos" in (error := capsys.readouterr().err)
    assert told in error


def test_two_batches_do_not_write_the_same_file(album, tmp_path, capsys):
    pytest.importorskip("fcntl")
    out = tmp_path / "results.jsonl"
    with alone(tmp_path / ".results.jsonl.lock"):
        assert run("batch", str(album), "--out", str(out), "--fast") == 2
    assert "another run writes" in capsys.readouterr().err
    assert not out.exists()


def test_batch_and_a_full_disk(album, tmp_path, monkeypatch, capsys):
    from pose2lang3d_sdk.cli import folder

    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(folder, "_work", full)
    assert run("batch", str(album), "--out", str(tmp_path / "out.jsonl")) == 1
    error = capsys.readouterr().err
    assert error.startswith("pose2lang3d: cannot read or write (")
    assert "out.jsonl'" in error


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
        (str(album), "--out", str(tmp_path)),
        (str(album), "--out", os.devnull),
        (str(album), "--out", ""),
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
    assert run("weights", "verify", "no/such/folder") == 2


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


def test_doctor_does_not_rely_on_assert(monkeypatch):
    """Python leaves assertions out with -O."""
    from pose2lang3d_sdk.cli import doctor

    monkeypatch.setattr(doctor, "_RIGHT_ANSWER", "yes")
    with pytest.raises(WeightsError, match="reinstall"):
        doctor._test()


def test_version(capsys):
    assert run("--version") == 0
    assert capsys.readouterr().out == f"pose2lang3d {pose2lang3d_sdk.__version__}\n"


def test_as_a_program():
    command = [sys.executable, "-m", "pose2lang3d_sdk", "describe", "no such.jpg"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("pose2lang3d: there is no file 'no such.jpg'")


LIST = [sys.executable, "-m", "pose2lang3d_sdk", "weights", "list"]


def test_a_reader_that_leaves_ends_it_quietly():
    with subprocess.Popen(LIST, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_output_that_cannot_be_written():
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(LIST, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("pose2lang3d: cannot read or write (")
    assert done.stderr.count("\n") == 1
