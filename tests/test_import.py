"""Importing the package is cheap and its public names are all there."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import pose2lang3d_sdk

HEAVY = ("numpy", "torch", "cv2", "onnxruntime", "PIL", "tokenizers", "transformers", "onnx", "huggingface_hub")


def fresh(code: str) -> dict:
    """What a new interpreter prints as JSON."""
    return json.loads(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)


def test_import_is_fast_and_loads_nothing_heavy():
    code = (
        "import time, sys, json; start = time.perf_counter(); import pose2lang3d_sdk; end = time.perf_counter();"
        f"print(json.dumps({{'seconds': end - start, 'heavy': [m for m in {HEAVY!r} if m in sys.modules]}}))"
    )
    runs = [fresh(code) for _ in range(5)]
    assert runs[0]["heavy"] == []
    assert min(run["seconds"] for run in runs) < 0.3


def test_the_whole_path_needs_neither_torch_nor_opencv():
    code = (
        "import sys, json; from pose2lang3d_sdk import Pose2Lang;"
        "import pose2lang3d_sdk.drawing, pose2lang3d_sdk.cli;"
        "print(json.dumps([m for m in ('torch', 'cv2', 'transformers', 'scipy', 'matplotlib') if m in sys.modules]))"
    )
    assert fresh(code) == []


def test_public_names():
    for name in pose2lang3d_sdk.__all__:
        assert getattr(pose2lang3d_sdk, name) is not None
    assert sorted(pose2lang3d_sdk.__all__) == dir(pose2lang3d_sdk)
    namespace: dict[str, object] = {}
    exec("from pose2lang3d_sdk import *", namespace)
    assert set(pose2lang3d_sdk.__all__) <= set(namespace)


def test_unknown_names_raise_the_usual_error():
    with pytest.raises(AttributeError, match="no attribute 'Pose2Lung'"):
        _ = pose2lang3d_sdk.Pose2Lung
    with pytest.raises(ImportError):
        exec("from pose2lang3d_sdk import Pose2Lung")


def test_our_errors_are_the_builtin_ones_too():
    errors = pose2lang3d_sdk.errors
    pairs = {
        errors.NoPersonError: LookupError,
        errors.ImageDecodeError: ValueError,
        errors.ImageNotFoundError: FileNotFoundError,
        errors.KeypointsError: ValueError,
        errors.QuestionError: ValueError,
        errors.SettingError: ValueError,
        errors.WeightsError: RuntimeError,
    }
    for ours, builtin in pairs.items():
        assert issubclass(ours, builtin)
        assert issubclass(ours, errors.Pose2LangError)
    named = {kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)}
    assert named == set(pairs) | {errors.Pose2LangError}
