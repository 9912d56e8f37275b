"""How fast and how large the SDK is on this machine: `python -m evaluation.speed`.

Medians over repeated calls. Language always runs on one thread, finding people on as many as said.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from pose2lang3d_sdk import Pose2Lang
from pose2lang3d_sdk.weights import embedded

if TYPE_CHECKING:
    from collections.abc import Callable

    from pose2lang3d_sdk.api import EmbeddedEstimator

PHOTO = Path(__file__).resolve().parents[1] / "examples" / "cameraman.png"
QUESTIONS = (
    "Is the left knee bent?", "Which hand is higher?", "How is the right arm held?", "Is the person standing?",
    "How far is the right elbow bent?", "What colour is the coat?", "Is the torso leaning forward?",
)  # fmt: skip


ASKED = [
    row["question"] for row in json.loads(Path(__file__).with_name("free_questions.json").read_text(encoding="utf-8"))
]


def median_ms(call: Callable[[int], object], repeats: int) -> float:
    """Median milliseconds of `call(i)`, i = 0, 1, ..., after one call to warm up."""
    call(0)
    times = []
    for index in range(repeats):
        start = time.perf_counter()
        call(index)
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def fresh_seconds(code: str, repeats: int) -> float:
    """Median wall seconds of a fresh interpreter that runs `code`, less one that does nothing."""

    def run(source: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", source], check=True, capture_output=True)
        return time.perf_counter() - start

    return statistics.median(run(code) for _ in range(repeats)) - statistics.median(run("") for _ in range(repeats))


def resident_mb() -> float:
    """Memory of this process that is in RAM."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def measure_batch(photos: list[Path], count: int) -> dict[str, float]:
    """Photos a second with one worker and with two, and how much memory grows after the first tenth of the photos."""
    result: dict[str, float] = {}
    for workers in (1, 2):
        model = Pose2Lang(threads=1)
        images = [photos[i % len(photos)] for i in range(count)]
        first = peak = 0.0
        start = time.perf_counter()
        for item in model.describe_batch(images, workers=workers):
            if item.index == count // 10:
                first = resident_mb()
            peak = max(peak, resident_mb() if first else 0.0)
        rate = count / (time.perf_counter() - start)
        label = f"batch of {count}, {workers} worker{'s' if workers > 1 else ''}"
        result |= {f"{label} (photos/s)": rate, f"{label}, memory grows by (MB)": peak - first}
    return result


def cpu_name() -> str:
    """The processor's name as the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        return next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def measure(photo: Path, repeats: int) -> dict[str, float]:
    """All figures for one photo."""
    result: dict[str, float] = {}
    estimators: tuple[EmbeddedEstimator, ...] = ("default", "fast")
    for name, threads in product(estimators, (1, 2)):
        model = Pose2Lang(name, threads=threads)
        person = model.read(photo).person()
        label = f"{threads} thread{'s' if threads > 1 else ''}"
        if (name, threads) == ("default", 1):
            result["ask, person known (ms)"] = median_ms(
                lambda i, person=person: person.ask(QUESTIONS[i % len(QUESTIONS)]), repeats
            )
            result["ask, person known, median of 1,000 questions (ms)"] = median_ms(
                lambda i, person=person: person.ask(ASKED[i % len(ASKED)]), 1000
            )
            result["describe, person known (ms)"] = median_ms(lambda _, person=person: person.describe(), repeats)
        result[f"photo to answer, {name} estimator, {label} (ms)"] = median_ms(
            lambda i, model=model: model.ask(photo, QUESTIONS[i % len(QUESTIONS)]), repeats
        )
    result["import (s)"] = fresh_seconds("import pose2lang3d_sdk", 5)
    first = f"from pose2lang3d_sdk import Pose2Lang; Pose2Lang().ask({str(photo)!r}, 'Is the left knee bent?')"
    result["first answer in a fresh process, load included (s)"] = fresh_seconds(first, 3)
    result["embedded weights (MB)"] = sum(file.bytes for file in embedded().files.values()) / 1e6
    return result


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.speed", description=__doc__.splitlines()[0])
    parser.add_argument("--photo", type=Path, default=PHOTO)
    parser.add_argument("--repeats", type=int, default=40)
    parser.add_argument("--batch", type=int, default=200, metavar="N", help="photos of the batch, 0 = none")
    parser.add_argument("--json", type=Path, help="also write the figures here")
    arguments = parser.parse_args()
    figures = measure(arguments.photo, arguments.repeats)
    if arguments.batch:
        figures |= measure_batch(sorted(PHOTO.parent.glob("*.[jp][pn]g")), arguments.batch)
    print(f"{cpu_name()}, {platform.system()}, Python {platform.python_version()}")
    for label, value in figures.items():
        print(f"  {label:58} {value:8.2f}")
    if arguments.json:
        arguments.json.write_text(json.dumps({"machine": cpu_name(), **figures}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
