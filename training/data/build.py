"""What the training poses are: counts, shares of the posture classes, timing, and a picture of random ones.

python -m training.data.build --poses poses_open_all.npz --sheet docs/poses.png
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image, ImageDraw

from pose2lang3d_sdk.drawing import LEFT, RIGHT
from pose2lang3d_sdk.facts import FACT_INDEX, POSTURES
from training.data.body import BODY_JOINTS, PARENT, B
from training.data.camera import project, sample_cameras
from training.data.collisions import TOO_DEEP, penetration
from training.data.poses import load_splits
from training.data.synthesis import author, training_pool
from training.language.facts import compute_facts

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from training.data.poses import PoseSet

    Floats = NDArray[np.floating]

CONFIG: Final = Path(__file__).resolve().parents[1] / "configs" / "cpu.json"
CELL: Final = 104
PER_ROW: Final = 9
_COLORS: Final = {"left": LEFT, "right": RIGHT}


def documented_pool(train: PoseSet, rng: np.random.Generator) -> PoseSet:
    """A training pool as `training/configs/cpu.json` asks for it."""
    config = json.loads(CONFIG.read_text(encoding="utf-8"))
    return training_pool(train, rng, recombined=config["recombined"], authored=config["authored"])


def sheet(rows: dict[str, Floats], rng: np.random.Generator) -> Image.Image:
    """`PER_ROW` random bodies of every set, seen from random sides; left and right coloured as on photos.

    rows: name -> (N, 26, 3) joints.
    """
    picture = Image.new("RGB", (CELL * PER_ROW + 120, CELL * len(rows)), "white")
    draw = ImageDraw.Draw(picture)
    for row, (name, joints) in enumerate(rows.items()):
        draw.text((6, row * CELL + CELL // 2), name, fill="black")
        chosen = joints[rng.integers(0, len(joints), PER_ROW)].astype(np.float64)
        camera = sample_cameras(chosen, rng)
        camera[:, 2] = chosen[..., 2].mean(axis=1) + 0.6
        xy, _ = project(chosen, camera, np.zeros(PER_ROW))
        for column, points in enumerate(xy):
            _body(draw, points, 120 + column * CELL, row * CELL)
    return picture


def _body(draw: ImageDraw.ImageDraw, points: Floats, left: int, top: int) -> None:
    low = points.min(axis=0)
    scale = (CELL - 14) / np.ptp(points, axis=0).max()
    place = (points - low) * scale + (left + 7, top + 7)
    for joint, parent in enumerate(PARENT):
        if parent >= 0:
            color = _COLORS.get(BODY_JOINTS[joint].split("_")[0], (60, 60, 60))
            draw.line((*place[parent], *place[joint]), fill=color, width=2)
    head = place[[B["left_ear"], B["right_ear"]]].mean(axis=0)
    draw.ellipse((*(head - 5), *(head + 5)), outline=(60, 60, 60))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.data.build", description=__doc__.splitlines()[0])
    parser.add_argument("--poses", type=Path, required=True, help="poses_open_all.npz")
    parser.add_argument("--sheet", type=Path, help="also draw random poses into this picture")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    train = load_splits(arguments.poses)["train"]
    rng = np.random.default_rng(arguments.seed)
    start = time.perf_counter()
    pool = documented_pool(train, rng)
    print(f"{len(pool)} poses, {len(train)} of them recorded, in {time.perf_counter() - start:.1f} s")
    deep = 100 * (penetration(train.joints) >= TOO_DEEP).mean()
    print(f"{deep:.1f} % of the recorded poses run deeper into themselves than made-up ones may ({TOO_DEEP:g} m)")
    start = time.perf_counter()
    camera = sample_cameras(pool.joints.astype(np.float64), rng)
    posture = compute_facts(pool.joints, camera, pool.floor, pool.seated)[:, FACT_INDEX["posture"]]
    print(f"facts of all in {time.perf_counter() - start:.1f} s")
    for index, name in enumerate(POSTURES):
        print(f"  {name:18} {100 * (posture == index).mean():5.1f} %")
    print(f"  {'none is clear':18} {100 * (posture < 0).mean():5.1f} %")
    if arguments.sheet:
        rows = {
            "recorded": pool.joints[pool.source != "synthetic"],
            "synthetic": pool.joints[pool.source == "synthetic"],
        }
        rows |= {name: poses.joints for name, poses in author(train, 4000, rng).items()}
        sheet(rows, rng).save(arguments.sheet)


if __name__ == "__main__":
    main()
