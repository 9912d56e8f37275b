"""A page of random question-answer pairs with the pose beside each, to be read by a person.

python -m evaluation.review runs/benchmark --out runs/review.html
"""

from __future__ import annotations

import argparse
import html
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from evaluation import benchmark
from pose2lang3d_sdk.drawing import LEFT, RIGHT, side_of
from pose2lang3d_sdk.skeleton import BONES

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE: Final = 190
_COLORS: Final = {side: "rgb({}, {}, {})".format(*colour) for side, colour in (("left", LEFT), ("right", RIGHT))}


def page(made: benchmark.Benchmark, count: int, seed: int) -> str:
    """The page: what the detector sees, the 3D body from the camera's right, question, answer and facts."""
    rng = np.random.default_rng(seed)
    people = {row["id"]: row for row in made.people}
    rows = [made.questions[i] for i in rng.permutation(len(made.questions))[:count]]
    cells = [_cell(number, row, people[row["person"]]) for number, row in enumerate(rows, 1)]
    style = "body{font:15px sans-serif}section{display:flex;gap:12px;border-top:1px solid #ccc;padding:6px}"
    return (
        f"<!doctype html><meta charset=utf-8><title>Questions and answers</title><style>{style}</style>{''.join(cells)}"
    )


def _cell(number: int, row: dict[str, Any], person: dict[str, Any]) -> str:
    facts = ", ".join(f"{name} = {person['facts'].get(name, 'undecided')}" for name in row["facts"])
    text = "<br>".join(html.escape(line) for line in row["references"])
    seen = [joint if joint[2] > 0 else None for joint in person["keypoints"][benchmark.ASKED_AT]]
    side = [(z, y) for _, y, z in person["joints3d"]]
    return (
        f"<section>{_drawing(seen)}{_drawing(side)}<div>{number}. <b>{html.escape(row['question'])}</b><br>{text}<br>"
        f"<small>{row['intent']}, {row['form']}, {row['person']}: {facts}</small></div></section>"
    )


def _drawing(points: Sequence[Sequence[float] | None]) -> str:
    """Joints (x, y, ...) or None -> an SVG skeleton; left and right coloured as on photos."""
    known = np.array([point[:2] for point in points if point])
    low, span = known.min(axis=0), np.ptp(known, axis=0).max()
    place = {i: (np.array(p[:2]) - low) / max(span, 1e-6) * (SIZE - 20) + 10 for i, p in enumerate(points) if p}
    lines = "".join(
        f'<line x1="{place[a][0]:.0f}" y1="{place[a][1]:.0f}" x2="{place[b][0]:.0f}" y2="{place[b][1]:.0f}" '
        f'stroke="{_COLORS.get(side_of(a, b), "#444")}" stroke-width="3"/>'
        for a, b in BONES
        if a in place and b in place
    )
    return f'<svg width="{SIZE}" height="{SIZE}">{lines}</svg>'


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.review", description=__doc__.splitlines()[0])
    parser.add_argument("benchmark", type=Path, help="folder that evaluation.benchmark wrote")
    parser.add_argument("--out", type=Path, required=True, help="HTML file to write")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    text = page(benchmark.read(arguments.benchmark), arguments.count, arguments.seed)
    arguments.out.write_text(text, encoding="utf-8")
    print(f"{arguments.count} pairs in {arguments.out}")


if __name__ == "__main__":
    main()
