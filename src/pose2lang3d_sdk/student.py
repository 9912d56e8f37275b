"""Runs the student: keypoints -> pose tokens once per person; pose tokens and query tokens -> the decoder's prefix.

The student sees 2D keypoints only; what it says about depth it learnt from facts that were computed from 3D joints.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from pose2lang3d_sdk import skeleton
from pose2lang3d_sdk.class_weights import read_class_weights
from pose2lang3d_sdk.errors import WeightsError
from pose2lang3d_sdk.facts import (
    ANGLE_FACT,
    ANGLES,
    FACT_INDEX,
    FACTS,
    FIRST_CLASS,
    NUM_CLASSES,
    applies,
    is_seen,
    joints_of,
)
from pose2lang3d_sdk.runtime import make_session
from pose2lang3d_sdk.weights import embedded

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    import onnxruntime as ort
    from numpy.typing import NDArray

    from pose2lang3d_sdk.facts import Fact
    from pose2lang3d_sdk.keypoints.base import Keypoints
    from pose2lang3d_sdk.weights import Weights


_ATTENDED: Final = 0.2
"""A fact with at least this share of the most attended fact's attention is one that the answer rests on."""


@dataclass(frozen=True, eq=False)
class PoseCode:
    """One person's pose as the student sees it; computed once, asked many times.

    Attributes:
        pose_tokens: (18, D) float32, one token per joint and one for the whole pose.
        fact_logits: (NUM_CLASSES,) float32, the classes of all `facts.FACTS` side by side, as if rare ones were less
            rare (`class_weights`).
        class_weights: (NUM_CLASSES,) float32 > 0, what each counted when the fact heads learnt.
        angles: (9,) float32 degrees, in the order of `facts.ANGLES`.
        keypoints: (17, 3) float32 from `skeleton.normalize`.
        joints3d: (17, 3) float32, relative to the mid-hip in torso lengths; x right, y down, z away from the camera.
        reliability: (17,) float32 in (0, 1], how far the student trusts each joint's position.
        visible: names of the joints that facts may rest on.
    """

    pose_tokens: NDArray[np.float32]
    fact_logits: NDArray[np.float32]
    class_weights: NDArray[np.float32]
    angles: NDArray[np.float32]
    keypoints: NDArray[np.float32]
    joints3d: NDArray[np.float32]
    reliability: NDArray[np.float32]
    visible: tuple[str, ...]

    def belief(self, fact: str, label: str, *, asked: bool = False) -> float:
        """How probable a class of a fact is by the fact heads, in [0, 1]; 0 if the fact's joints are not visible.

        asked: whether somebody asks for it. What is asked for is the case more often than chance has it, so rare
            classes keep the weight that they had in training.
        """
        known = FACTS[FACT_INDEX[fact]]
        if not is_seen(known.needs, self.visible):
            return 0.0
        logits = self._logits(known, asked=asked)
        return float(1 / np.exp(logits - logits[known.classes.index(label)]).sum())

    @cached_property
    def likeliest(self) -> dict[str, tuple[str, float]]:
        """Fact -> its likeliest class and how probable that is, for every fact that is seen and means anything.

        Left out are facts whose joints are not visible, and those that say nothing of such a body (`facts.applies`).
        """
        return self._likeliest(asked=False)

    @cached_property
    def likeliest_asked(self) -> dict[str, tuple[str, float]]:
        """As `likeliest`, of what is asked for (`belief`)."""
        return self._likeliest(asked=True)

    def _likeliest(self, *, asked: bool) -> dict[str, tuple[str, float]]:
        seen = [fact for fact in FACTS if is_seen(fact.needs, self.visible)]
        labels = {fact.name: fact.classes[int(self._logits(fact, asked=asked).argmax())] for fact in seen}
        return {
            fact.name: (labels[fact.name], self.belief(fact.name, labels[fact.name], asked=asked))
            for fact in seen
            if applies(fact, labels)
        }

    def _logits(self, fact: Fact, *, asked: bool) -> NDArray[np.floating]:
        columns = slice(FIRST_CLASS[fact.name], FIRST_CLASS[fact.name] + len(fact.classes))
        logits = self.fact_logits[columns].astype(float)
        return logits if asked else logits - np.log(self.class_weights[columns])

    @cached_property
    def seen_angles(self) -> dict[str, float]:
        """Angle -> degrees, for every one of `facts.ANGLES` whose joints are visible."""
        return {
            name: float(degrees)
            for name, degrees in zip(ANGLES, self.angles, strict=True)
            if is_seen(FACTS[FACT_INDEX[ANGLE_FACT[name]]].needs, self.visible)
        }

    @cached_property
    def seen_joints3d(self) -> dict[str, NDArray[np.float32]]:
        """Joint -> its place as in `joints3d`, of every visible one."""
        return {name: self.joints3d[skeleton.JOINT_INDEX[name]] for name in self.visible}


@dataclass(frozen=True, eq=False)
class Refined:
    """A pose seen in the light of a batch of queries.

    Attributes:
        prefix: (B, M, E) float32, what the decoder reads.
        prefix_mask: (B, M) float32, 1 = real token.
        fact_attention: (B, F) float32, how much each of `facts.FACTS` counts for the query; sums to 1.
    """

    prefix: NDArray[np.float32]
    prefix_mask: NDArray[np.float32]
    fact_attention: NDArray[np.float32]


def attended_facts(attention: NDArray[np.float32]) -> tuple[str, ...]:
    """The facts that an answer rests on. attention: (F,) float32, how much each of `facts.FACTS` counted."""
    return tuple(FACTS[index].name for index in np.flatnonzero(attention >= _ATTENDED * attention.max()))


def attended_joints(attention: NDArray[np.float32], visible: Collection[str]) -> tuple[str, ...]:
    """The visible joints of the facts that an answer rests on. attention: as of `attended_facts`."""
    return joints_of(attended_facts(attention), visible)


class Student:
    """Both student graphs.

    Args:
        threads: cores for one operator; default all cores this process may use.
        weights: where the graphs come from; default the embedded ones.
        pose_path: another `student_pose.onnx`.
        query_path: another `student_query.onnx`.

    Raises:
        WeightsError: a file is missing, damaged or speaks another fact vocabulary.
    """

    def __init__(
        self,
        threads: int | None = None,
        *,
        weights: Weights | None = None,
        pose_path: Path | None = None,
        query_path: Path | None = None,
    ) -> None:
        weights = weights or embedded()
        pose_path = pose_path or weights.locate("student_pose")
        query_path = query_path or weights.locate("student_query")
        self._pose = make_session(pose_path, threads=threads)
        self._query = make_session(query_path, threads=threads)
        widths = {"fact_logits": NUM_CLASSES, "angles": len(ANGLES), "fact_attention": len(FACTS)}
        _check_widths(self._pose, pose_path, widths)
        _check_widths(self._query, query_path, widths)
        self._class_weights = read_class_weights(weights.locate("class_weights"))

    def encode(self, keypoints: Keypoints) -> PoseCode:
        """Look at one person's keypoints."""
        normalized = skeleton.normalize(keypoints.xy, keypoints.score)
        seen = skeleton.visible(keypoints.score) & (np.ptp(normalized[:, :2], axis=0).max() > 0)  # not all in one place
        return self._encode(normalized, skeleton.in_order(np.array(skeleton.JOINTS)[seen]))

    def mirrored(self, code: PoseCode) -> PoseCode:
        """The same person seen in a mirror."""
        keypoints = code.keypoints[skeleton.MIRROR] * np.array([-1, 1, 1], np.float32)
        return self._encode(keypoints, skeleton.in_order([skeleton.mirror_name(name) for name in code.visible]))

    def _encode(self, normalized: NDArray[np.float32], visible: tuple[str, ...]) -> PoseCode:
        names = ["pose_tokens", "fact_logits", "angles", "joints3d", "reliability"]
        outputs = self._pose.run(names, {"keypoints": normalized[None]})
        tokens, logits, angles, joints3d, reliability = (output[0] for output in outputs)
        return PoseCode(tokens, logits, self._class_weights, angles, normalized, joints3d, reliability, visible)

    def refine(self, code: PoseCode, query_tokens: NDArray[np.float32], query_mask: NDArray[np.float32]) -> Refined:
        """Ask one pose several queries at once.

        Args:
            code: from `encode`.
            query_tokens: (B, T, 384) float32, B >= 1, from the text encoder.
            query_mask: (B, T) float32, 1 = real token.
        """
        batch = len(query_tokens)
        parts = ("pose_tokens", "fact_logits", "angles", "keypoints", "reliability")
        feeds = {name: np.repeat(getattr(code, name)[None], batch, axis=0) for name in parts}
        feeds |= {"query_tokens": query_tokens, "query_mask": query_mask}
        return Refined(*self._query.run(["prefix", "prefix_mask", "fact_attention"], feeds))


def _check_widths(session: ort.InferenceSession, path: Path, widths: dict[str, int]) -> None:
    for node in [*session.get_inputs(), *session.get_outputs()]:
        width = node.shape[-1] if node.shape else None
        expected = widths.get(node.name)
        if expected is not None and isinstance(width, int) and width != expected:
            msg = f"{path} has {width} {node.name} where this version has {expected}; install matching weights"
            raise WeightsError(msg)
