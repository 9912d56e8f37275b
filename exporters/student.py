"""Exports the student: pose part and query part, two float32 graphs with large weights stored as int8, others fp16.

Both are compared with torch before and after the weights are rounded.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn

from exporters.quantize import PARITY, export_onnx, store_small
from pose2lang3d_sdk.facts import ANGLE_FACT, ANGLES, FACT_INDEX, FACTS
from pose2lang3d_sdk.runtime import make_session

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from training.models.student import Student

POSE_OUTPUTS = ("pose_tokens", "fact_logits", "angles", "joints3d", "reliability")
QUERY_INPUTS = ("pose_tokens", "fact_logits", "angles", "keypoints", "reliability", "query_tokens", "query_mask")
QUERY_OUTPUTS = ("prefix", "prefix_mask", "fact_attention")
INT8_FROM = 65536
"""Matrices of the student with at least so many numbers are stored as int8; its arithmetic stays float32."""


class PosePart(nn.Module):
    """`Student.encode_pose` as a module."""

    def __init__(self, student: Student) -> None:
        super().__init__()
        self.student = student

    def forward(self, keypoints: Tensor) -> tuple[Tensor, ...]:
        code = self.student.encode_pose(keypoints)
        return tuple(getattr(code, name) for name in POSE_OUTPUTS)


class QueryPart(nn.Module):
    """`Student.refine` as a module; attention to an angle counts for the fact it measures."""

    def __init__(self, student: Student) -> None:
        super().__init__()
        self.student = student
        fold = torch.zeros(len(FACTS) + len(ANGLES), len(FACTS))
        fold[: len(FACTS)] = torch.eye(len(FACTS))
        for index, angle in enumerate(ANGLES):
            fold[len(FACTS) + index, FACT_INDEX[ANGLE_FACT[angle]]] = 1.0
        self.register_buffer("fold", fold)

    def forward(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        refined = self.student.refine(*inputs)
        return refined.prefix, refined.prefix_mask, refined.fact_attention @ self.fold


def export_student(
    student: Student, assets: Path, keypoints: Tensor, query_tokens: Tensor, query_mask: Tensor
) -> dict[str, dict[str, float]]:
    """Write student_pose.onnx and student_query.onnx.

    Args:
        student: the trained model, in float32 on the CPU.
        assets: the folder to write into.
        keypoints: (B, 17, 3) normalised, `query_tokens` (B, T, 384) and `query_mask` (B, T): real inputs to trace with
            and to compare on.

    Returns:
        Role -> output -> largest difference from torch, with the rounded weights ("stored_...") and before.

    Raises:
        RuntimeError: a float graph differs from torch by more than `PARITY`.
    """
    student.eval()
    pose_inputs = {"keypoints": keypoints}
    with torch.no_grad():
        code = student.encode_pose(keypoints)
    known = {**code._asdict(), "keypoints": keypoints, "query_tokens": query_tokens, "query_mask": query_mask}
    query_inputs = {name: known[name] for name in QUERY_INPUTS}
    parts = {
        "student_pose": (PosePart(student), pose_inputs, POSE_OUTPUTS),
        "student_query": (QueryPart(student), query_inputs, QUERY_OUTPUTS),
    }
    return {role: _export_part(*part, assets / f"{role}.onnx") for role, part in parts.items()}


def _export_part(
    part: nn.Module, inputs: Mapping[str, Tensor], outputs: Sequence[str], target: Path
) -> dict[str, float]:
    axes = {name: {0: "batch"} for name in (*inputs, *outputs)}
    for name, length in (("query_tokens", "tokens"), ("query_mask", "tokens"), ("prefix", "prefix_length")):
        if name in axes:
            axes[name] = {0: "batch", 1: length}
    if "prefix_mask" in axes:
        axes["prefix_mask"] = {0: "batch", 1: "prefix_length"}
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        traced = {name: value[:2] for name, value in inputs.items()}
        export_onnx(part, traced, outputs, full, dynamic=axes)
        exact = differences(part, full, inputs, outputs)
        if max(exact.values()) > PARITY:
            msg = f"{target.name} differs from torch: {exact}"
            raise RuntimeError(msg)
        store_small(full, target, int8_from=INT8_FROM)
    rounded = differences(part, target, inputs, outputs)
    return {**{f"parity_{k}": v for k, v in exact.items()}, **{f"stored_{k}": v for k, v in rounded.items()}}


def differences(part: nn.Module, graph: Path, inputs: Mapping[str, Tensor], outputs: Sequence[str]) -> dict[str, float]:
    """Largest difference of each output between torch and the graph, for the batch and for its first row alone."""
    session = make_session(graph, threads=1)
    worst = dict.fromkeys(outputs, 0.0)
    for rows in (slice(None), slice(1)):
        feeds = {name: value[rows] for name, value in inputs.items()}
        with torch.no_grad():
            expected = part(*feeds.values())
        ours = session.run(list(outputs), {name: value.numpy() for name, value in feeds.items()})
        for name, a, b in zip(outputs, expected, ours, strict=True):
            worst[name] = max(worst[name], float(np.abs(a.numpy() - b).max()))
    return worst
