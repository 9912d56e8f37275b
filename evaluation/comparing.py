"""How well questions that compare where two parts of the body are get answered.

    python -m evaluation.comparing --poses poses_open_all.npz

"Is the left hand above the right knee?", of parts drawn at random whose order must be inferred: heights along the true
vertical, in front and behind as the hips face, level and near by the bounds of `comparing`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from evaluation.degrees import argument_parser, draw
from evaluation.language import Model, mean_recall
from pose2lang3d_sdk.facts import SIDES
from pose2lang3d_sdk.questions.comparing import LEVEL, NEAR
from pose2lang3d_sdk.questions.words import JOINT_OF
from pose2lang3d_sdk.skeleton import BONES, JOINTS
from pose2lang3d_sdk.verdicts import CLOSED
from training.data.body import B

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from pose2lang3d_sdk.student import PoseCode
    from training.data.batches import Batch

MIDDLES: Final = {"hips": "hip", "shoulders": "shoulder"}
"""Parts that lie between two joints."""
WORDS: Final = {
    "heights": (("above", 1), ("higher than", 1), ("below", -1), ("lower than", -1)),
    "in front or behind": (("in front of", 1), ("ahead of", 1), ("behind", -1)),
    "level": (("level with", -1), ("at the same height as", -1)),
    "near": (("near", -1), ("close to", -1)),
}
"""What is asked for -> words, and whether more of what is measured makes a yes (1) or a no (-1)."""
CLEAR: Final = 0.1
"""Torso lengths between the parts, or from the bound, from which a question is counted among the clear ones."""
STEEP: Final = 20.0
"""Degrees by which the camera looks down from which a question is counted among the steep ones."""
_BONES: Final = [{JOINTS[index] for index in bone} for bone in BONES]
_UPRIGHT: Final = 0.5
"""Cosine of the torso's tilt from which something can be in front of something."""


@dataclass(frozen=True)
class Answer:
    """What was asked for, how far the parts are from where the answer turns, and the true verdict and the given one.

    steep: whether the camera looks down steeply.
    """

    kind: str
    apart: float
    true: str
    given: str
    steep: bool


@dataclass(frozen=True)
class _Part:
    name: str
    side: str
    joints: tuple[str, ...]

    @property
    def of(self) -> str:
        """The kind of its joints."""
        return self.joints[0].rpartition("_")[2]


def ask(model: Model, joints: NDArray[np.floating], batch: Batch, rng: np.random.Generator, each: int) -> list[Answer]:
    """Ask everybody `each` questions about visible parts. joints: (N, joints of `body.B`, 3) metres, z up."""
    return [
        answer
        for index, body in enumerate(joints.astype(float))
        for answer in _ask(model, body, model.encode(batch, index), rng, each, steep=_looks_down(batch, index) > STEEP)
    ]


def _ask(
    model: Model, body: NDArray[np.floating], code: PoseCode, rng: np.random.Generator, each: int, *, steep: bool
) -> list[Answer]:
    up = np.array([0.0, 0.0, 1.0])
    shoulders, hips = (body[[B[f"{side}_{part}"] for side in SIDES]] for part in ("shoulder", "hip"))
    torso = shoulders.mean(axis=0) - hips.mean(axis=0)
    length = float(np.linalg.norm(torso))
    ahead = np.cross(hips[0] - hips[1], up)
    answers = []
    for _ in range(each):
        kind = str(rng.choice(list(WORDS)))
        one, other = (_draw(rng) for _ in range(2))
        deep = kind == "in front or behind"
        needed = {*one.joints, *other.joints, *(f"{side}_hip" for side in SIDES if deep)}
        if one.of == other.of or not needed.issubset(code.visible) or (deep and torso[2] / length < _UPRIGHT):
            continue
        if kind == "near" and not _may_be_near(one, other):
            continue
        gap = (_place(body, one) - _place(body, other)) / length
        axis = ahead / max(float(np.linalg.norm(ahead)), 1e-6) if deep else up
        apart = float(np.linalg.norm(gap)) - NEAR if kind == "near" else float(gap @ axis)
        if kind == "level":
            apart = abs(apart) - LEVEL
        word, sign = WORDS[kind][rng.integers(len(WORDS[kind]))]
        verb = "Is" if one.side else "Are"
        given = model.ask(code, f"{verb} the {one.name} {word} the {other.name}?").verdict
        answers.append(Answer(kind, abs(apart), "yes" if apart * sign > 0 else "no", given, steep))
    return answers


def _draw(rng: np.random.Generator) -> _Part:
    name = str(rng.choice([*JOINT_OF, *MIDDLES]))
    if name in MIDDLES:
        return _Part(name, "", tuple(f"{side}_{MIDDLES[name]}" for side in SIDES))
    side = str(rng.choice(SIDES))
    return _Part(f"{side} {name}", side, (f"{side}_{JOINT_OF[name]}",))


def _place(body: NDArray[np.floating], part: _Part) -> NDArray[np.floating]:
    return np.asarray(body[[B[joint] for joint in part.joints]].mean(axis=0))


def _may_be_near(one: _Part, other: _Part) -> bool:
    """Whether neither a bone keeps them apart nor a fact, of hands on hips, tells; middles are near to many things."""
    return (
        bool(one.side and other.side) and "hip" not in (one.of, other.of) and {*one.joints, *other.joints} not in _BONES
    )


def _looks_down(batch: Batch, index: int) -> float:
    """Degrees by which the camera of one person looks down: between the upright and the tilted axes of `bodies`."""
    upright, _, tilted = np.split(batch.bodies[index].astype(float), (3, 4), axis=1)
    turn = np.linalg.lstsq(upright, tilted, rcond=None)[0]
    return float(np.degrees(np.arctan2(-turn[2, 2], -turn[2, 1])))


def main() -> None:
    people, batch, rng = draw(argument_parser("comparing", __doc__).parse_args())
    answers = ask(Model(), people.joints, batch, rng, 5)
    for kind in WORDS:
        rows = [a for a in answers if a.kind == kind]
        clear = [a for a in rows if a.apart >= CLEAR]
        steep = [a for a in clear if a.steep]
        for which, kept in (("all", rows), ("clear", clear), (f"clear, over {STEEP:g} degrees from above", steep)):
            balanced = mean_recall(((a.true, a.given) for a in kept), CLOSED)
            print(f"{kind}, {which}: {len(kept)} questions, balanced {balanced:.1f} %")


if __name__ == "__main__":
    main()
