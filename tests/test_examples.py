"""The scripts in `examples/` do what they are there to show."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from shutil import copy

import pytest
from people import LEGS, arm_raised, standing
from PIL import Image

from pose2lang3d_sdk import Pose2Lang

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"


@pytest.fixture
def example(monkeypatch):
    """Imports a script as Python does that is started with it, in the root of the repository."""
    monkeypatch.chdir(ROOT)
    monkeypatch.syspath_prepend(EXAMPLES)
    return import_module


def test_one_photo(example, tmp_path, capsys):
    out = tmp_path / "seen.png"
    assert example("one_photo").main(["--out", str(out)]) == 0
    described, answered, rests_on = capsys.readouterr().out.splitlines()
    assert described.endswith(".")
    assert answered.startswith("Is the left elbow bent? Yes, the left elbow")
    assert rests_on.startswith("verdict yes, confidence ")
    assert "left_elbow" in rests_on
    with Image.open(out) as drawn, Image.open(EXAMPLES / "cameraman.png") as photo:
        assert drawn.size == photo.size
        assert drawn.convert("RGB").tobytes() != photo.convert("RGB").tobytes()


def test_one_photo_of_nobody(example, tmp_path, capsys):
    Image.new("RGB", (64, 48), "grey").save(tmp_path / "grey.png")
    assert example("one_photo").main([str(tmp_path / "grey.png")]) == 1
    assert "no person was found" in capsys.readouterr().out


def test_folder_to_jsonl(example, tmp_path, capsys):
    folder, out = tmp_path / "photos", tmp_path / "out.jsonl"
    folder.mkdir()
    for name in ("astronaut.jpg", "cameraman.png", "CREDITS.md"):
        copy(EXAMPLES / name, folder)
    (folder / "broken.jpg").write_bytes(b"no photo")
    assert example("folder_to_jsonl").main([str(folder), str(out)]) == 0
    assert capsys.readouterr().out.startswith("3 photos, 1 without a description")
    astronaut, broken, cameraman = (json.loads(line) for line in out.read_text(encoding="utf-8").splitlines())
    assert [line["photo"][:6] for line in (astronaut, broken, cameraman)] == ["astron", "broken", "camera"]
    for line in (astronaut, cameraman):
        assert (line["people"], line["error"]) == (1, None)
        assert line["text"].endswith(".")
    assert (broken["people"], broken["text"]) == (None, None)
    assert "broken.jpg" in broken["error"]
    assert example("folder_to_jsonl").main([str(ROOT / "tests"), str(out)]) == 1  # no photo there


def test_own_keypoints(example, capsys):
    assert example("own_keypoints").main() == 0
    one, _, count, left, right, own = capsys.readouterr().out.splitlines()
    assert "left arm is" in one
    assert count.startswith("2 people")
    assert left.partition(": ")[2] == right.partition(": ")[2] == own.partition(": ")[2]
    assert "left arm" in own


def test_squat_depth_of_the_keypoints_in_the_script(example, capsys):
    assert example("squat_depth").main([]) == 0
    full, half = capsys.readouterr().out.splitlines()
    assert full.startswith("full: a full squat, the thighs are about level")
    assert half.startswith("half: half a squat, the thighs are above level")


def test_squat_depth_of_others(example, capsys):
    script = example("squat_depth")
    model = Pose2Lang()
    assert script.squat_depth(model.read(arm_raised()).person()).startswith("no squat: the knee is bent to 1")
    assert script.squat_depth(model.read(standing(hidden=LEGS)).person()).startswith("cannot tell: neither leg is seen")
    one_leg = standing(hidden=("left_knee", "left_ankle"))
    assert script.squat_depth(model.read(one_leg).person()).startswith("no squat")
    assert script.main(["examples/astronaut.jpg"]) == 0
    assert "cannot tell" in capsys.readouterr().out


def test_questions_are_those_of_the_page(example):
    """The page must come from these weights; another processor may round an answer to other words."""
    script = example("questions")
    done = subprocess.run([sys.executable, script.__file__], capture_output=True, text=True, check=True)
    printed = [line for line in done.stdout.splitlines() if line]
    page = script.PAGE.read_text(encoding="utf-8").partition(script.START)[2].partition(script.END)[0]
    written = [line for line in page.splitlines() if line]

    def asked(lines: list[str]) -> list[list[str]]:
        return [line.split("|")[1:4] for line in lines]

    assert asked(written) == asked(printed), "run: python examples/questions.py --write"
    same = sum(one == other for one, other in zip(printed, written, strict=True))
    assert same >= 0.9 * len(printed), "the page has other answers: run python examples/questions.py --write"


def test_every_script_is_run_here_and_named_in_the_quick_start():
    here = Path(__file__).read_text(encoding="utf-8")
    quick_start = (ROOT / "docs" / "quickstart.md").read_text(encoding="utf-8")
    scripts = sorted(EXAMPLES.glob("*.py"))
    assert len(scripts) >= 4
    for script in scripts:
        assert f'example("{script.stem}")' in here
        assert f"`{script.name}`" in quick_start
