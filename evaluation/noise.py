"""Is the simulated detector like the real one? Errors and scores of the embedded estimator against people's marks.

    python -m evaluation.noise PHOTOS --poses poses_open_all.npz

PHOTOS is a folder with pictures and `annotations.json` (as `evaluation.keypoints` reads it). Errors are shares of the
longer side of the box, over joints that the estimator calls visible.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from evaluation.keypoints import overlap, read_photos
from pose2lang3d_sdk.keypoints import make_estimator
from pose2lang3d_sdk.skeleton import JOINTS, MIRROR, visible
from training.data.body import COCO
from training.data.camera import project, sample_cameras
from training.data.detector import distort
from training.data.poses import load_splits

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.floating]

SMALLEST: Final = 80
"""Pixels of the longer side of the smallest person that is compared."""
GROSS: Final = 0.1
"""An error of this share of the box is a mix-up rather than jitter."""
GROUPS: Final = ("face", "shoulder", "elbow", "wrist", "hip", "knee", "ankle")


def real(folder: Path) -> tuple[Floats, Floats]:
    """Errors (N, 17, 2), NaN where nobody marked the joint, and scores (N, 17) of the labelled people found."""
    estimator = make_estimator()
    errors, scores = [], []
    for photo in read_photos(folder):
        found = estimator(photo.image)
        for person in photo.people:
            side = max(person.box[2] - person.box[0], person.box[3] - person.box[1])
            best = max(found, key=lambda k: overlap(k.bbox, person.box), default=None)
            if side < SMALLEST or best is None or overlap(best.bbox, person.box) < 0.5:
                continue
            gap = (best.xy - person.keypoints[:, :2]) / side
            errors.append(np.where(person.keypoints[:, 2:] > 0, gap, np.nan))
            scores.append(best.score)
    return np.stack(errors), np.stack(scores)


def simulated(poses: Path, count: int = 4000) -> tuple[Floats, Floats]:
    """The same of training poses at the ordinary noise level."""
    rng = np.random.default_rng(0)
    train = load_splits(poses)["train"]
    joints = train.joints[rng.integers(0, len(train), count)].astype(np.float64)
    xy, depth = project(joints[:, COCO], sample_cameras(joints, rng), rng.normal(0, 0.07, count))
    noisy, scores = distort(xy, depth, rng, level=np.ones(count))
    return (noisy - xy) / np.ptp(xy, axis=1).max(axis=1)[:, None, None], scores


def together(left: Floats, right: Floats) -> float:
    """Correlation of the vertical errors (M,) of left and right joints where both are known; gross errors left out."""
    both = np.stack([left, right])
    both = both[:, (np.abs(both) < GROSS).all(axis=0)]
    return float(np.corrcoef(both)[0, 1]) if both.shape[1] > 2 else float("nan")


def joints_of(group: str) -> list[int]:
    """Indices of the joints of one of `GROUPS`."""
    return [i for i, name in enumerate(JOINTS) if name.endswith(group) or (group == "face" and i < 5)]


def table(rows: dict[str, tuple[Floats, Floats]]) -> str:
    """Markdown: per kind of joint the visible share, the median score, quantiles of the error, `together`."""
    heads = (
        "joints", "whose", "visible", "median score", "error: median", "75 %", "90 %", "vertical / horizontal",
        "left with right, vertically",
    )  # fmt: skip
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    for group in GROUPS:
        index = joints_of(group)
        left = [i for i in index if JOINTS[i].startswith("left")]
        for name, (errors, scores) in rows.items():
            error, score = np.linalg.norm(errors[:, index], axis=-1), scores[:, index]
            marked = ~np.isnan(error)
            seen = marked & visible(score)
            cuts = " | ".join(f"{np.percentile(error[seen], q):.4f}" for q in (50, 75, 90))
            vertical = np.where(visible(scores), errors[..., 1], np.nan)
            x, y = np.abs(errors[:, index][seen]).T
            alike = together(vertical[:, left].ravel(), vertical[:, MIRROR[left]].ravel())
            lines.append(
                f"| {group} | {name} | {seen.sum() / marked.sum():.2f} | {np.median(score[marked]):.2f} | {cuts} "
                f"| {np.median(y) / np.median(x):.2f} | {alike:.2f} |"
            )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.noise", description=__doc__.splitlines()[0])
    parser.add_argument("photos", type=Path)
    parser.add_argument("--poses", type=Path, required=True, help="poses_open_all.npz")
    arguments = parser.parse_args()
    rows = {"real": real(arguments.photos), "simulated": simulated(arguments.poses)}
    print(f"People: {', '.join(f'{len(errors)} {name}' for name, (errors, _) in rows.items())}.\n\n{table(rows)}")


if __name__ == "__main__":
    main()
