"""Do simulated people look like real ones in 2D? Limb-length ratios, where joints lie, and which are missing.

    python -m evaluation.shapes --poses poses_open_all.npz --plot docs/shapes.png real2d_coco.npz real2d_mpii_valid.npz

Real people are joints that people marked on photos; simulated ones are training poses as the student sees them at the
ordinary noise level, picture borders included. Numbers are medians with the 10th and 90th percentile.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from evaluation.noise import GROUPS, joints_of
from evaluation.real2d import read_joints
from pose2lang3d_sdk.facts import SIDES
from pose2lang3d_sdk.skeleton import JOINT_INDEX, normalize
from training.data.batches import make_batch
from training.data.build import documented_pool
from training.data.poses import load_splits

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.floating]

RATIOS: Final = {
    "forearm / upper arm": (("elbow", "wrist"), ("shoulder", "elbow")),
    "shin / thigh": (("knee", "ankle"), ("hip", "knee")),
    "upper arm / trunk": (("shoulder", "elbow"), ("shoulder", "hip")),
    "thigh / trunk": (("hip", "knee"), ("shoulder", "hip")),
}
"""Ratio -> the two limbs of one side whose lengths in the picture are compared."""
WIDTHS: Final = {"shoulders / trunk": "shoulder", "hips / trunk": "hip"}
KINDS: Final = ("whole", "no ankles", "no knees", "no hips", "other")
"""How much of a body is seen: both sides' joints down to ankles, knees, hips or shoulders."""


@dataclass(frozen=True)
class People:
    """Keypoints (N, 17, 3) as `skeleton.normalize` gives them; `face` says whether face joints can be marked at all."""

    keypoints: NDArray[np.float32]
    face: bool

    @property
    def seen(self) -> NDArray[np.bool_]:
        """(N, 17) joints that are there."""
        return np.asarray(self.keypoints[..., 2] > 0)


def real(path: Path) -> People:
    """People whose joints were marked on photos; at least four of them."""
    xy, seen = read_joints(path)
    enough = seen.sum(axis=1) >= 4
    return People(normalize(xy[enough], seen[enough].astype(float)), bool(seen[:, :5].any()))


def simulated(poses: Path, count: int = 6000) -> People:
    """Training poses seen by the simulated detector."""
    rng = np.random.default_rng(0)
    pool = documented_pool(load_splits(poses)["train"], rng)
    batch = make_batch(pool[rng.integers(0, len(pool), count)], rng, noise="middle")
    return People(batch.keypoints, face=True)


def ratios(people: People) -> dict[str, Floats]:
    """Ratio -> its values over all sides of people where the joints are seen."""
    found: dict[str, Floats] = {}
    for name, (one, other) in RATIOS.items():
        values = [
            _length(people, *(f"{s}_{j}" for j in one)) / _length(people, *(f"{s}_{j}" for j in other)) for s in SIDES
        ]
        found[name] = np.concatenate(values)
    for name, joint in WIDTHS.items():
        width = _length(people, f"left_{joint}", f"right_{joint}")
        found[name] = np.concatenate([width / _length(people, f"{s}_shoulder", f"{s}_hip") for s in SIDES])
    return {name: values[np.isfinite(values)] for name, values in found.items()}


def missing(people: People) -> dict[str, float]:
    """Group of joints -> percent that are not there."""
    return {group: 100 * float(1 - people.seen[:, joints_of(group)].mean()) for group in GROUPS}


def kinds(people: People) -> dict[str, float]:
    """How much of the body is seen -> percent of people."""
    has = {
        j: people.seen[:, [JOINT_INDEX[f"{s}_{j}"] for s in SIDES]].any(axis=1)
        for j in ("shoulder", "hip", "knee", "ankle")
    }
    whole = has["shoulder"] & has["hip"] & has["knee"] & has["ankle"]
    knees = has["shoulder"] & has["hip"] & has["knee"] & ~has["ankle"]
    hips = has["shoulder"] & has["hip"] & ~has["knee"] & ~has["ankle"]
    none = has["shoulder"] & ~has["hip"] & ~has["knee"] & ~has["ankle"]
    rest = ~(whole | knees | hips | none)
    return {kind: 100 * float(part.mean()) for kind, part in zip(KINDS, (whole, knees, hips, none, rest), strict=True)}


def spread(people: People) -> dict[str, tuple[float, float]]:
    """Joint -> standard deviation of x and y, in halves of the longer side of the box."""
    result = {}
    for name, index in JOINT_INDEX.items():
        points = people.keypoints[people.seen[:, index], index, :2]
        if len(points) and name.startswith(("nose", "left")):
            result[name] = (float(points[:, 0].std()), float(points[:, 1].std()))
    return result


def _length(people: People, one: str, other: str) -> Floats:
    a, b = JOINT_INDEX[one], JOINT_INDEX[other]
    length = np.linalg.norm((people.keypoints[:, a] - people.keypoints[:, b])[:, :2], axis=1)
    return np.where(people.seen[:, a] & people.seen[:, b] & (length > 1e-3), length, np.nan)


def tables(everyone: dict[str, People]) -> str:
    """All comparisons as Markdown tables."""
    names = list(everyone)
    head = lambda title: f"\n| {title} | " + " | ".join(names) + " |\n|---" + "|---:" * len(names) + "|"  # noqa: E731
    rows = [head("ratio: median (10 % to 90 %)")]
    values = {name: ratios(people) for name, people in everyone.items()}
    for ratio in (*RATIOS, *WIDTHS):
        cells = ("{1:.2f} ({0:.2f} to {2:.2f})".format(*np.percentile(values[n][ratio], [10, 50, 90])) for n in names)
        rows.append(f"| {ratio} | " + " | ".join(cells) + " |")
    for title, figures in (("missing joints, %", missing), ("what is seen, % of people", kinds)):
        rows.append(head(title))
        found = {name: figures(people) for name, people in everyone.items()}
        for key in found[names[0]]:
            cells = ("" if key == "face" and not everyone[n].face else f"{found[n][key]:.0f}" for n in names)
            rows.append(f"| {key} | " + " | ".join(cells) + " |")
    rows.append(head("spread of joints, x and y"))
    found_spread = {name: spread(people) for name, people in everyone.items()}
    for joint in found_spread[names[0]]:
        cells = ("{:.2f}, {:.2f}".format(*found_spread[n][joint]) if joint in found_spread[n] else "" for n in names)
        rows.append(f"| {joint} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def plot(everyone: dict[str, People], path: Path) -> None:
    """Histograms of the ratios, one picture."""
    import matplotlib as mpl

    mpl.use("Agg")
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(2, 3, figsize=(11, 5.5))
    values = {name: ratios(people) for name, people in everyone.items()}
    for axis, ratio in zip(axes.flat, (*RATIOS, *WIDTHS), strict=True):
        for name in everyone:
            axis.hist(values[name][ratio], bins=np.linspace(0, 2.2, 45), density=True, histtype="step", label=name)
        axis.set_title(ratio, fontsize=10)
    axes.flat[0].legend(fontsize=8)
    figure.tight_layout()
    figure.savefig(path, dpi=80)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.shapes", description=__doc__.splitlines()[0])
    parser.add_argument("marks", type=Path, nargs="+", help="real2d_*.npz")
    parser.add_argument("--poses", type=Path, required=True, help="poses_open_all.npz")
    parser.add_argument("--plot", type=Path, help="also draw histograms into this picture (needs matplotlib)")
    arguments = parser.parse_args()
    everyone = {"simulated": simulated(arguments.poses), **{path.stem: real(path) for path in arguments.marks}}
    print(tables(everyone))
    if arguments.plot:
        plot(everyone, arguments.plot)


if __name__ == "__main__":
    main()
