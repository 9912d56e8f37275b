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
    assert list(report) == ["photo", "width", "height", "people", "person", "bbox", "person_score", "text", "sentences"]
    assert (report["photo"], report["width"], report["height"], report["person"]) == (PHOTO, 512, 512, 0)
    assert report["people"] >= 1
    assert len(report["bbox"]) == 4
    assert report["text"] == " ".join(report["sentences"])


def test_ask_json(capsys):
    assert run("ask", PHOTO, SMILE, "--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert list(report)[7:] == ["text", "question", "confidence", "answerable", "verdict", "joints"]
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


def test_help_explains_the_exit_codes_and_the_json(capsys):
    for arguments in (("--help",), ("describe", "--help"), ("ask", "--help")):
        assert run(*arguments) == 0
        text = capsys.readouterr().out
        assert "exit codes:" in text
        assert "--json prints one object" in text


def test_version(capsys):
    assert run("--version") == 0
    assert capsys.readouterr().out == f"pose2lang3d {pose2lang3d_sdk.__version__}\n"


def test_as_a_program():
    command = [sys.executable, "-m", "pose2lang3d_sdk.cli", "describe", "no such.jpg"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("pose2lang3d: there is no file 'no such.jpg'")
