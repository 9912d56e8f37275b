"""How well questions that compare where two parts of the body are get answered.

    python -m evaluation.comparing --poses poses_open_all.npz

"Is the left hand above the right knee?", of parts drawn at random whose order must be inferred: heights along the true
vertical, in front and behind as the hips face.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from evaluation.degrees import argument_parser, draw
from evaluation.language import Model, mean_recall
from pose2lang3d_sdk.facts import SIDES
from pose2lang3d_sdk.verdicts import CLOSED
from training.data.body import B

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from training.data.batches import Batch

PARTS: Final = {
    "hand": "wrist", "elbow": "elbow", "shoulder": "shoulder", "hip": "hip", "knee": "knee", "foot": "ankle",
}  # fmt: skip
HEIGHTS: Final = (("above", True), ("higher than", True), ("below", False), ("lower than", False))
DEPTHS: Final = (("in front of", True), ("ahead of", True), ("behind", False))
"""Words, and whether they say more (higher, farther forward)."""
CLEAR: Final = 0.1
"""Torso lengths between the parts from which a question is counted among the clear ones."""
_UPRIGHT: Final = 0.5
"""Cosine of the torso's tilt from which something can be in front of something."""


@dataclass(frozen=True)
class Answer:
    """The words of the question, how far the parts are apart along them, the true verdict and the given one."""

    word: str
    apart: float
    true: str
    given: str


def ask(model: Model, joints: NDArray[np.floating], batch: Batch, rng: np.random.Generator, each: int) -> list[Answer]:
    """Ask everybody `each` questions about visible parts. joints: (N, joints of `body.B`, 3) metres, z up."""
    answers = []
    for index, body in enumerate(joints.astype(float)):
        code = model.encode(batch, index)
        up = np.array([0.0, 0.0, 1.0])
        shoulders, hips = (body[[B[f"{side}_{part}"] for side in SIDES]] for part in ("shoulder", "hip"))
        torso = shoulders.mean(axis=0) - hips.mean(axis=0)
        length = float(np.linalg.norm(torso))
        ahead = np.cross(hips[0] - hips[1], up)
        for _ in range(each):
            first, second = (str(part) for part in rng.choice(list(PARTS), 2, replace=False))
            sides = rng.choice(SIDES, 2)
            deep = bool(rng.integers(2)) and torso[2] / length > _UPRIGHT
            one, other = (f"{side}_{PARTS[part]}" for side, part in zip(sides, (first, second), strict=True))
            needed = {one, other, *(f"{side}_hip" for side in SIDES if deep)}
            if not needed.issubset(code.visible):
                continue
            words = DEPTHS if deep else HEIGHTS
            word, more = words[rng.integers(len(words))]
            axis = ahead / max(float(np.linalg.norm(ahead)), 1e-6) if deep else up
            apart = float((body[B[one]] - body[B[other]]) @ axis) / length
            given = model.ask(code, f"Is the {sides[0]} {first} {word} the {sides[1]} {second}?").verdict
            answers.append(Answer(word, abs(apart), "yes" if (apart > 0) == more else "no", given))
    return answers


def main() -> None:
    people, batch, rng = draw(argument_parser("comparing", __doc__).parse_args())
    answers = ask(Model(), people.joints, batch, rng, 3)
    for name, words in (("heights", HEIGHTS), ("in front or behind", DEPTHS)):
        rows = [a for a in answers if a.word in dict(words)]
        for which, kept in (("all", rows), (f"{CLEAR:g} torso lengths or more", [a for a in rows if a.apart >= CLEAR])):
            balanced = mean_recall(((a.true, a.given) for a in kept), CLOSED)
            print(f"{name}, {which}: {len(kept)} questions, balanced {balanced:.1f} %")


if __name__ == "__main__":
    main()
