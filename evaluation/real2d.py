"""Facts that 2D alone decides: people's marks on real photos, the simulator's conventions and the student compared.

    python -m evaluation.real2d --poses poses_open_all.npz real2d_mpii_valid.npz real2d_coco.npz

A few facts can be read off marked joints without any 3D: which hand is higher in a level photo, whether a hand is above
the head, whether a knee is bent. `rules` reads them with wide margins. The first column says how often they agree with
the 3D truth of simulated people (are these rules what the facts mean?), the others how often the student, given the
joints that people marked on real photos, says the same as the rules.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from pose2lang3d_sdk.facts import FACT_INDEX, FACTS, SIDES, is_seen
from pose2lang3d_sdk.keypoints.base import Keypoints
from pose2lang3d_sdk.skeleton import JOINT_INDEX, JOINTS
from pose2lang3d_sdk.student import Student
from training.data.body import COCO
from training.data.camera import project, sample_cameras
from training.data.poses import load_splits
from training.language.facts import compute_facts
from training.language.geometry import angle_between, length, middle
from training.language.pose import seen_facts

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.floating]

FEWEST: Final = 20
MARKED: Final = 0.9
"""Score of a joint that a person marked."""


def rules(xy: Floats, seen: NDArray[np.bool_]) -> dict[str, NDArray[np.int64]]:
    """What the picture alone decides.

    Args:
        xy: (N, 17, 2) COCO joints in pixels, y down.
        seen: (N, 17) joints that are marked.

    Returns:
        "fact: class" -> (N,) 1 where the fact must be of this class, 0 where it must not, -1 undecided.
    """
    xy = np.where(seen[..., None], xy, np.nan)  # comparisons with what is not marked are false
    p = {name: xy[:, index] for name, index in JOINT_INDEX.items()}
    shoulders, hips = middle(p, "shoulder"), middle(p, "hip")
    leg = np.nan_to_num(np.fmax(*(_leg(p, side) for side in SIDES)))
    torso = length(shoulders - hips)
    unit = np.maximum(torso + leg, 2.4 * torso)
    upright = (hips - shoulders)[:, 1] > 0.85 * torso
    told = [seen_facts(frozenset(j for j, s in zip(JOINTS, row, strict=True) if s)) for row in seen]
    decided: dict[str, NDArray[np.int64]] = {}

    def put(name: str, label: str, yes: NDArray[np.bool_], no: NDArray[np.bool_]) -> None:
        visible = np.array([name in facts for facts in told])
        decided[f"{name}: {label}"] = np.where(visible, np.where(yes, 1, np.where(no, 0, -1)), -1)

    for name, joint, margin in (
        ("higher_hand", "wrist", 0.2), ("higher_elbow", "elbow", 0.16), ("higher_knee", "knee", 0.18),
        ("higher_foot", "ankle", 0.25),
    ):  # fmt: skip
        up = (p[f"right_{joint}"] - p[f"left_{joint}"])[:, 1] / unit
        put(name, "left", up > margin, up < -margin)
    for s in SIDES:
        wrist = p[f"{s}_wrist"][:, 1]
        head = np.fmin.reduce([p[n][:, 1] for n in JOINTS[:5]])
        put(
            f"{s}_hand_height",
            "above_head",
            upright & (wrist < head - 0.2 * unit),
            upright & (wrist > head + 0.1 * unit),
        )
        below, above = wrist > hips[:, 1] + 0.1 * unit, wrist < hips[:, 1] - 0.1 * unit
        put(f"{s}_hand_height", "below_hips", upright & below, upright & above)
        for joint, ends in (("knee", ("hip", "ankle")), ("elbow", ("shoulder", "wrist"))):
            a, b = (p[f"{s}_{end}"] - p[f"{s}_{joint}"] for end in ends)
            bent = angle_between(a, b) < 125  # a straight limb is straight in every picture
            put(f"{s}_{joint}_bend", "straight", np.zeros_like(bent), bent)
    across = (p["left_shoulder"] - p["right_shoulder"])[:, 0] / unit
    put("view", "front", upright & (across > 0.18), upright & (across < -0.18))
    put("torso_orientation", "inverted", (shoulders - hips)[:, 1] > 0.3 * unit, upright)
    put(
        "hands_distance",
        "wide_apart",
        length(p["left_wrist"] - p["right_wrist"]) > 0.75 * unit,
        np.zeros_like(upright),
    )
    put(
        "feet_distance",
        "wide_apart",
        length(p["left_ankle"] - p["right_ankle"]) > 0.5 * unit,
        np.zeros_like(upright),
    )
    return decided


def _leg(p: dict[str, Floats], side: str) -> Floats:
    hip, knee, ankle = (p[f"{side}_{name}"] for name in ("hip", "knee", "ankle"))
    return length(hip - knee) + length(knee - ankle)


def agreement(decided: dict[str, NDArray[np.int64]], labels: NDArray[np.integer]) -> dict[str, tuple[int, float]]:
    """Rule -> how many people it decides and for what share of them, in percent, the labels say the same.

    labels: (N, len(FACTS)) class indices, -1 = no answer, which is left out.
    """
    result = {}
    for rule, wanted in decided.items():
        fact, label = rule.split(": ")
        given = labels[:, FACT_INDEX[fact]]
        known = (wanted >= 0) & (given >= 0)
        says = given == FACTS[FACT_INDEX[fact]].classes.index(label)
        if known.any():
            result[rule] = int(known.sum()), 100 * float((says == (wanted == 1))[known].mean())
    return result


def simulated(poses: Path, count: int = 4000) -> dict[str, tuple[int, float]]:
    """The rules on exact projections of training poses against their 3D facts."""
    rng = np.random.default_rng(0)
    train = load_splits(poses)["train"]
    train = train[rng.integers(0, len(train), count)]
    joints = train.joints.astype(np.float64)
    camera = sample_cameras(joints, rng)
    xy, _ = project(joints[:, COCO], camera, np.zeros(count))
    labels = compute_facts(joints, camera, train.floor, train.seated)
    return agreement(rules(xy, np.ones((count, 17), dtype=bool)), labels)


def read_joints(path: Path) -> tuple[Floats, NDArray[np.bool_]]:
    """COCO joints (N, 17, 2) and which are marked (N, 17) from a file of real people; others are zero."""
    data = np.load(path)
    names = [str(n).replace("l_", "left_").replace("r_", "right_") for n in data["names"]]
    marks = np.zeros((len(data["kpts"]), 17, 3))
    for index, name in enumerate(names):
        if name in JOINT_INDEX:
            marks[:, JOINT_INDEX[name]] = data["kpts"][:, index]
    return marks[..., :2], marks[..., 2] > 0


def read_marks(path: Path) -> tuple[Floats, NDArray[np.bool_]]:
    """The people of `read_joints` whose trunk is marked whole."""
    xy, seen = read_joints(path)
    enough = seen[:, [JOINT_INDEX[f"{s}_{n}"] for s in SIDES for n in ("shoulder", "hip")]].all(axis=1)
    return xy[enough], seen[enough]


def student_labels(xy: Floats, seen: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The likeliest class of every visible fact by the shipped student: (N, len(FACTS)), -1 = not visible."""
    student = Student(threads=1)
    rows = []
    for points, marked in zip(xy, seen, strict=True):
        code = student.encode(Keypoints(xy=points, score=np.where(marked, MARKED, 0.0)))
        best = [int(np.argmax([code.belief(f.name, label) for label in f.classes])) for f in FACTS]
        rows.append([b if is_seen(f.needs, code.visible) else -1 for b, f in zip(best, FACTS, strict=True)])
    return np.array(rows)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.real2d", description=__doc__.splitlines()[0])
    parser.add_argument("marks", type=Path, nargs="+", help="real2d_*.npz")
    parser.add_argument("--poses", type=Path, required=True, help="poses_open_all.npz")
    arguments = parser.parse_args()
    columns = {"simulated, 3D truth": simulated(arguments.poses)}
    for path in arguments.marks:
        xy, seen = read_marks(path)
        columns[f"{path.stem}, student"] = agreement(rules(xy, seen), student_labels(xy, seen))
    print("| the fact is | " + " | ".join(columns) + " |\n|---" + "|---:" * len(columns) + "|")
    for rule in columns["simulated, 3D truth"]:
        cells = (
            f"{figures[rule][1]:.1f} of {figures[rule][0]}" if rule in figures else "" for figures in columns.values()
        )
        print(f"| {rule} | " + " | ".join(cells) + " |")
    common = [r for r in columns["simulated, 3D truth"] if all(f.get(r, (0,))[0] >= FEWEST for f in columns.values())]
    means = (np.mean([figures[rule][1] for rule in common]) for figures in columns.values())
    print(f"| mean of the {len(common)} decided for {FEWEST} people or more everywhere | ", end="")
    print(" | ".join(f"{mean:.1f}" for mean in means) + " |")


if __name__ == "__main__":
    main()
