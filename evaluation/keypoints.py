"""Measures the embedded people finder and keypoint nets: `python -m evaluation.keypoints PHOTOS` prints the tables.

PHOTOS is a folder with pictures and `annotations.json`: a list with one entry per person, `file`, `bbox_xywh` and
`keypoints` (17 x [x, y, v], COCO order, pixels). Pictures without people come from scikit-image's package.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import skimage
from PIL import Image

from pose2lang3d_sdk.keypoints import ESTIMATORS, Keypoints, make_estimator
from pose2lang3d_sdk.keypoints.finder import BoxFinder, TopDown
from pose2lang3d_sdk.keypoints.nanodet import PersonFinder
from pose2lang3d_sdk.runtime import make_session
from pose2lang3d_sdk.skeleton import OKS_SIGMAS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

    from pose2lang3d_sdk.keypoints import KeypointEstimator

SIZES = (320, 352, 416, 480)
WITHOUT_PEOPLE = (
    "brick", "cell", "chelsea", "chessboard_GRAY", "chessboard_RGB", "clock_motion", "coffee", "coins", "color",
    "grass", "gravel", "horse", "hubble_deep_field", "ihc", "logo", "microaneurysms", "moon", "motorcycle_left",
    "motorcycle_right", "page", "phantom", "retina", "rocket", "text",
)  # fmt: skip
_SAME_BOX = 0.5
_BODY_SHARE = 0.6
"""What of its box a person fills, where COCO's formula wants the person's area."""


@dataclass(frozen=True)
class Labelled:
    """A person whom people marked: box (4,) x0, y0, x1, y1 and keypoints (17, 3) x, y, v (0 = not marked)."""

    box: NDArray[np.float64]
    keypoints: NDArray[np.float64]

    @property
    def area(self) -> float:
        return float((self.box[2] - self.box[0]) * (self.box[3] - self.box[1]))


@dataclass(frozen=True)
class Photo:
    """A picture, (H, W, 3) uint8 RGB, and its people, largest first."""

    image: NDArray[np.uint8]
    people: tuple[Labelled, ...]


@dataclass(frozen=True)
class Found:
    """Share of the people found, all and by size, and how well the joints lie (object keypoint similarity)."""

    small: float
    medium: float
    large: float
    every: float
    oks: float
    oks_largest: float
    largest: float


def read_photos(folder: Path) -> list[Photo]:
    """The pictures of `folder` that have whole COCO labels."""
    people: dict[str, list[Labelled]] = {}
    for entry in json.loads((folder / "annotations.json").read_text(encoding="utf-8")):
        if "keypoints" in entry:
            x, y, width, height = entry["bbox_xywh"]
            labelled = Labelled(np.array([x, y, x + width, y + height]), np.array(entry["keypoints"], float))
            people.setdefault(entry["file"], []).append(labelled)
    return [
        Photo(np.asarray(Image.open(folder / name).convert("RGB")), tuple(sorted(them, key=lambda p: -p.area)))
        for name, them in sorted(people.items())
    ]


def pictures_without_people() -> list[NDArray[np.uint8]]:
    """Each of `WITHOUT_PEOPLE` in four quarter turns, and its four quarters."""
    pictures = []
    for name in WITHOUT_PEOPLE:
        (path,) = (Path(skimage.__file__).parent / "data").glob(f"{name}.[pj][np]g")
        image = Image.open(path).convert("RGB")
        image.thumbnail((1000, 1000))
        pixels = np.asarray(image)
        height, width = (length // 2 for length in pixels.shape[:2])
        pictures += [np.ascontiguousarray(np.rot90(pixels, turns)) for turns in range(4)]
        pictures += [pixels[y : y + height, x : x + width] for y in (0, height) for x in (0, width)]
    return pictures


def turned(photo: Photo) -> Photo:
    """The photo and its labels a quarter turn counter-clockwise."""
    width = photo.image.shape[1]
    people = []
    for person in photo.people:
        x0, y0, x1, y1 = person.box
        x, y, v = person.keypoints.T
        people.append(Labelled(np.array([y0, width - x1, y1, width - x0]), np.stack([y, width - x, v], axis=1)))
    return Photo(np.ascontiguousarray(np.rot90(photo.image)), tuple(people))


def measure(estimator: KeypointEstimator, photos: Iterable[Photo]) -> Found:
    """Recall at box overlap 0.5, and OKS over marked joints where a person who was missed counts as 0."""
    hits: list[tuple[float, bool]] = []
    oks: list[float] = []
    largest: list[tuple[bool, float]] = []
    for photo in photos:
        found = estimator(photo.image)
        for number, person in enumerate(photo.people):
            best = max(found, key=lambda f: overlap(f.bbox, person.box), default=None)
            hit = best is not None and overlap(best.bbox, person.box) >= _SAME_BOX
            hits.append((person.area, hit))
            marked = person.keypoints[:, 2] > 0
            if marked.any():
                value = similarity(person, best.xy) if best is not None and hit else 0.0
                oks.append(value)
                if number == 0:
                    largest.append((hit, value))

    def recall(low: float, high: float) -> float:
        chosen = [hit for area, hit in hits if low <= area < high]
        return float(np.mean(chosen)) if chosen else float("nan")

    return Found(
        recall(0, 32**2), recall(32**2, 96**2), recall(96**2, np.inf), recall(0, np.inf), float(np.mean(oks)),
        float(np.mean([value for _, value in largest])), float(np.mean([hit for hit, _ in largest])),
    )  # fmt: skip


def overlap(a: NDArray[Any], b: NDArray[Any]) -> float:
    """Intersection over union of two boxes."""
    shared = np.clip(np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2]), 0, None).prod()
    return float(shared / ((a[2:] - a[:2]).prod() + (b[2:] - b[:2]).prod() - shared))


def similarity(person: Labelled, xy: NDArray[np.float32]) -> float:
    """Object keypoint similarity over the joints that people marked."""
    marked = person.keypoints[:, 2] > 0
    squared = ((person.keypoints[marked, :2] - xy[marked]) ** 2).sum(axis=1)
    spread = 2 * _BODY_SHARE * person.area * (2 * OKS_SIGMAS[marked]) ** 2
    return float(np.exp(-squared / spread).mean())


class Remembering:
    """A people finder that looks at each picture once; the nets behind it are compared on the same boxes."""

    def __init__(self, finder: BoxFinder, threshold: float) -> None:
        self._finder, self._threshold = finder, threshold
        self._boxes: dict[int, NDArray[np.float32]] = {}

    def __call__(self, image: NDArray[np.uint8], threshold: float) -> NDArray[np.float32]:
        key = id(image)
        if key not in self._boxes:
            self._boxes[key] = self._finder(image, self._threshold)
        boxes = self._boxes[key]
        return boxes[boxes[:, 4] >= threshold]


def milliseconds(
    estimator: KeypointEstimator, images: Sequence[NDArray[np.uint8]], runs: int, clock: Callable[[], float]
) -> float:
    """Least time of a call, averaged over the images."""
    least = []
    for image in images:
        estimator(image)
        times = []
        for _ in range(runs):
            start = clock()
            estimator(image)
            times.append(clock() - start)
        least.append(min(times))
    return float(np.mean(least) * 1e3)


def multipose(path: Path, size: int, threads: int) -> KeypointEstimator:
    """MoveNet MultiPose for comparison: up to six people in one pass, nobody asks twice."""
    session = make_session(path, threads=threads)
    least = 0.22

    def estimate(image: NDArray[np.uint8], /) -> list[Keypoints]:
        height, width = image.shape[:2]
        factor = size / max(height, width)
        columns, rows = max(1, round(width * factor)), max(1, round(height * factor))
        canvas = np.zeros((1, -(-rows // 32) * 32, -(-columns // 32) * 32, 3), np.int32)
        canvas[0, :rows, :columns] = Image.fromarray(image).resize((columns, rows), Image.Resampling.BILINEAR)
        scale = np.array([canvas.shape[2] * width / columns, canvas.shape[1] * height / rows])
        people = []
        for row in session.run(None, {session.get_inputs()[0].name: canvas})[0][0]:
            if row[55] >= least:
                y, x, score = row[:51].reshape(17, 3).T
                y0, x0, y1, x1 = row[51:55]
                box = np.array([x0, y0, x1, y1]) * np.tile(scale, 2)
                people.append(Keypoints(np.stack([x, y], axis=1) * scale, np.clip(score, 0, 1), box, float(row[55])))
        return people

    return estimate


def report(photos: list[Photo], runs: int, multipose_file: Path | None) -> Iterable[str]:
    """The lines of the document, as they are measured."""
    empty = pictures_without_people()
    people = sum(len(photo.people) for photo in photos)
    yield "# Keypoints: what the embedded nets find, and how fast\n"
    yield (
        f"Measured by `python -m evaluation.keypoints PHOTOS` on {people} labelled people in {len(photos)} photos"
        f" and on {len(empty)} pictures without people\n(a folder of photos with COCO labels is the one argument)."
        " Recall counts boxes that overlap a labelled one by half; medium is up to 96 x 96 pixels.\nOKS is COCO's"
        " similarity over the marked joints; a missed person counts as 0. False: people found where nobody is.\n"
        "Limit: least score of a box, and least mean score of the eight best joints. Times are of whole calls (array"
        f" in, keypoints out) on photos where one person\nis found, the least of {runs} runs: CPU time on one thread,"
        " which other work on the machine changes little, and time by the clock on two threads.\n"
    )
    yield (
        "| pipeline | recall medium / large / all | largest found | OKS | OKS of the largest | false | limit |"
        " ms CPU, one person | ms, 2 threads | ms CPU, nobody |"
    )
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for size in SIZES:
        finder = Remembering(_resized(make_estimator(threads=1), size).finder, 0.2)
        for name in ESTIMATORS:
            one, two = (_resized(make_estimator(name, threads=threads), size) for threads in (1, 2))
            label = f"NanoDet {size} + {name.capitalize()}"
            preset = make_estimator(name)
            if preset == _resized(preset, size):
                label = f"**{label}** (preset)"
            limits = f"{one.box_score:.2f}, {one.evidence:.2f}"
            yield _row(label, limits, replace(one, finder=finder), one, two, photos, empty, runs)
    if multipose_file:
        for size in (256, 384):
            single, double = (multipose(multipose_file, size, threads) for threads in (1, 2))
            yield _row(f"MultiPose {size}, not shipped", "0.22", single, single, double, photos, empty, runs)

    yield "\n## People who lie or hang\n"
    yield (
        "The same photos turned. MoveNet was taught upright people: someone whose torso lies is looked at again turned,"
        " and when nobody was found, doubtful\nboxes are looked at in all quarter turns.\n"
    )
    yield "| estimator | photos turned by | largest found, upright look only | with turned looks | OKS | with |"
    yield "|---|---|---|---|---|---|"
    for turns in range(4):
        for name in ESTIMATORS:
            full = make_estimator(name)
            plain = replace(full, doubtful_box=full.box_score, turned_evidence=9.0, lying_looks=False)
            a, b = measure(plain, photos), measure(full, photos)
            yield (
                f"| {name} | {turns * 90} degrees | {a.largest:.2f} | {b.largest:.2f} | {a.oks_largest:.3f} |"
                f" {b.oks_largest:.3f} |"
            )
        photos = [turned(photo) for photo in photos]


def _resized(estimator: TopDown, size: int) -> TopDown:
    assert isinstance(estimator.finder, PersonFinder)
    return replace(estimator, finder=replace(estimator.finder, size=size))


def _row(
    label: str,
    limits: str,
    judged: KeypointEstimator,
    one: KeypointEstimator,
    two: KeypointEstimator,
    photos: list[Photo],
    empty: list[NDArray[np.uint8]],
    runs: int,
) -> str:
    """judged: what finds; one, two: the same on one and two threads, to be timed."""
    found = measure(judged, photos)
    false = sum(len(judged(image)) for image in empty)
    alone = [photo.image for photo in photos if len(judged(photo.image)) == 1][:5]
    times = [
        milliseconds(one, alone, runs, time.thread_time), milliseconds(two, alone, runs, time.perf_counter),
        milliseconds(one, empty[::64], runs, time.thread_time),
    ]  # fmt: skip
    cells = [
        label, f"{found.medium:.2f} / {found.large:.2f} / {found.every:.2f}", f"{found.largest:.2f}",
        f"{found.oks:.3f}", f"{found.oks_largest:.3f}", str(false), limits, *(f"{ms:.0f}" for ms in times),
    ]  # fmt: skip
    return f"| {' | '.join(cells)} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", type=Path, help="folder with pictures and annotations.json")
    parser.add_argument("--multipose", type=Path, metavar="FILE", help="MoveNet MultiPose as ONNX, to compare")
    parser.add_argument("--runs", type=int, default=7, help="calls per time (default: %(default)s)")
    options = parser.parse_args()
    for line in report(read_photos(options.photos), options.runs, options.multipose):
        print(line, flush=True)


if __name__ == "__main__":
    main()
