"""The command `doctor`: is this installation whole, and how fast is it?"""

from __future__ import annotations

import json
import platform
import statistics
import time
from contextlib import contextmanager
from importlib import metadata
from typing import TYPE_CHECKING, Any, Final

from pose2lang3d_sdk.cli import FAILED, OK
from pose2lang3d_sdk.cli.records import SCHEMA
from pose2lang3d_sdk.errors import Pose2LangError, WeightsError
from pose2lang3d_sdk.runtime import available_threads

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

_PACKAGES: Final = ("pose2lang3d-sdk", "numpy", "pillow", "tokenizers", "onnxruntime", "onnxruntime-gpu", "rtmlib")
_REPEATS: Final = 5
_STANDING: Final = (
    (200, 80), (208, 72), (192, 72), (218, 76), (182, 76), (240, 140), (160, 140), (252, 215), (148, 215), (256, 285),
    (144, 285), (225, 290), (175, 290), (226, 400), (174, 400), (227, 510), (173, 510),
)  # fmt: skip
"""COCO keypoints of somebody who stands facing the camera, the arms hanging."""
_QUESTION, _RIGHT_ANSWER = "Is the left arm raised overhead?", "no"


def run_doctor(options: argparse.Namespace) -> int:
    """Check everything and print what was found; exit code 1 if anything is wrong."""
    report: dict[str, Any] = {"schema": SCHEMA, "python": platform.python_version(), "platform": platform.platform()}
    report["packages"] = {name: version for name in _PACKAGES if (version := _version(name))}
    problems: list[str] = []
    if {"onnxruntime", "onnxruntime-gpu"} <= report["packages"].keys():
        problems.append(
            "onnxruntime and onnxruntime-gpu are both installed and overwrite each other; "
            "run: pip uninstall onnxruntime onnxruntime-gpu, then install the one you want"
        )
    checks = {"providers": _providers, "threads": available_threads, "weights": _weights, "self-test": _test}
    for name, check in checks.items():
        with _noted(name, problems):
            report[name] = check()
    report["problems"] = problems
    print(json.dumps(report) if options.json else _as_text(report))
    return FAILED if problems else OK


@contextmanager
def _noted(check: str, problems: list[str]) -> Iterator[None]:
    try:
        yield
    except (Pose2LangError, ImportError) as error:
        problems.append(f"{check}: {error}")


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _providers() -> list[str]:
    import onnxruntime as ort

    return list(ort.get_available_providers())


def _weights() -> dict[str, int]:
    from pose2lang3d_sdk.weights import embedded

    files = embedded().verify()
    return {"files": len(files), "bytes": sum(file.bytes for file in files)}


def _test() -> dict[str, float]:
    """Median milliseconds of a photo without people, of a description and of an answer, and of the first answer.

    Raises:
        WeightsError: what comes out is wrong.
    """
    import numpy as np

    from pose2lang3d_sdk.api import Pose2Lang
    from pose2lang3d_sdk.keypoints import Keypoints

    start = time.perf_counter()
    model = Pose2Lang()
    person = Keypoints(np.array(_STANDING), np.full(len(_STANDING), 0.9))
    answer = model.read(person).person().ask(_QUESTION)
    first = 1000 * (time.perf_counter() - start)
    if answer.verdict != _RIGHT_ANSWER:
        msg = f"{_QUESTION!r} was answered {answer.text!r}; reinstall the package"
        raise WeightsError(msg)
    grey = np.full((480, 640, 3), 128, dtype=np.uint8)
    if model.read(grey).people:
        msg = "somebody was found in a plain grey picture; reinstall the package"
        raise WeightsError(msg)
    known = model.read(person).person()
    known.describe()
    return {
        "load and first answer (ms)": round(first, 1),
        "find people in a photo (ms)": _median_ms(lambda: model.read(grey)),
        "describe (ms)": _median_ms(known.describe),
        "ask (ms)": _median_ms(lambda: known.ask(_QUESTION)),
    }


def _median_ms(call: Callable[[], object]) -> float:
    times = []
    for _ in range(_REPEATS):
        start = time.perf_counter()
        call()
        times.append(1000 * (time.perf_counter() - start))
    return round(statistics.median(times), 1)


def _as_text(report: dict[str, Any]) -> str:
    lines = [f"python {report['python']} on {report['platform']}"]
    lines += [f"{name} {version}" for name, version in report["packages"].items()]
    lines.append(f"providers: {', '.join(report.get('providers', ())) or 'none'}; CPU cores: {report.get('threads')}")
    if weights := report.get("weights"):
        lines.append(f"weights: {weights['files']} files, {weights['bytes']:,} bytes, every SHA-256 as listed")
    lines += [f"{name}: {value}" for name, value in report.get("self-test", {}).items()]
    lines += [f"PROBLEM: {problem}" for problem in report["problems"]]
    return "\n".join([*lines, "not well" if report["problems"] else "all well"])
