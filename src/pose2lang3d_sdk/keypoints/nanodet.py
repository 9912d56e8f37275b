"""Finds people with NanoDet-g: boxes with scores, overlapping ones merged."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from pose2lang3d_sdk.keypoints.windows import scaled
from pose2lang3d_sdk.runtime import make_session

if TYPE_CHECKING:
    from pathlib import Path

    import onnxruntime as ort
    from numpy.typing import NDArray

    from pose2lang3d_sdk.runtime import Device

_STRIDES = {"s8": 8, "s16": 16, "s32": 32}
_BINS = np.arange(11, dtype=np.float32)
_PAD = 114
"""Grey round the picture, as in the net's training."""
_MAX_OVERLAP = 0.6
_MAX_CANDIDATES = 300


@dataclass(frozen=True)
class PersonFinder:
    """The net, opened at the first call.

    Attributes:
        path: the `.onnx` file.
        size: the picture's longer side as the net sees it, a multiple of 32; larger finds smaller people and is slower.
        threads: cores to use; default all.
        device: see `runtime.make_session`.
    """

    path: Path
    size: int
    threads: int | None = None
    device: Device = "auto"

    @cached_property
    def _session(self) -> ort.InferenceSession:
        return make_session(self.path, threads=self.threads, device=self.device)

    def __call__(self, image: NDArray[np.uint8], threshold: float) -> NDArray[np.float32]:
        """The people in a picture, (H, W, 3) uint8 RGB, whose score is at least `threshold`.

        Returns:
            (N, 5) float32: x0, y0, x1, y1 in pixels inside the picture, score in [0, 1]; best first.

        Raises:
            WeightsError: the net cannot be loaded.
        """
        height, width = image.shape[:2]
        factor = self.size / max(height, width)
        small = scaled(image, max(1, round(width * factor)), max(1, round(height * factor)))
        rows, columns = small.shape[:2]
        canvas = np.full((1, -(-rows // 32) * 32, -(-columns // 32) * 32, 3), _PAD, np.uint8)
        canvas[0, :rows, :columns] = small
        heads = self._session.run(list(_STRIDES), {"image": canvas})
        found = np.concatenate(
            [_decode(head[0], stride, threshold) for head, stride in zip(heads, _STRIDES.values(), strict=True)]
        )
        found[:, [0, 2]] = np.clip(found[:, [0, 2]] * (width / columns), 0, width)
        found[:, [1, 3]] = np.clip(found[:, [1, 3]] * (height / rows), 0, height)
        return merge(found[np.argsort(-found[:, 4], kind="stable")][:_MAX_CANDIDATES], _MAX_OVERLAP)


def merge(boxes: NDArray[np.float32], max_overlap: float) -> NDArray[np.float32]:
    """Drop each box whose overlap (intersection over union) with a better kept one is larger. boxes: best first."""
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    left = np.arange(len(boxes))
    kept: list[int] = []
    while len(left):
        best, left = left[0], left[1:]
        kept.append(best)
        sides = np.minimum(boxes[best, 2:4], boxes[left, 2:4]) - np.maximum(boxes[best, :2], boxes[left, :2])
        shared = np.clip(sides, 0, None).prod(axis=1)
        left = left[shared <= max_overlap * (area[best] + area[left] - shared)]
    return boxes[kept]


def _decode(head: NDArray[np.float32], stride: int, threshold: float) -> NDArray[np.float32]:
    """(45, h, w) logits of one stride -> (N, 5) boxes on the net's canvas.

    Each side's distance from the cell's centre is the expectation over 11 bins, in units of the stride.
    """
    with np.errstate(over="ignore"):
        score = 1 / (1 + np.exp(-head[0]))
    rows, columns = np.nonzero(score >= threshold)
    logits = head[1:, rows, columns].reshape(4, len(_BINS), -1)
    weight = np.exp(logits - logits.max(axis=1, keepdims=True))
    left, top, right, bottom = np.einsum("sbn,b->sn", weight, _BINS) / weight.sum(axis=1) * stride
    x, y = (columns + 0.5) * stride, (rows + 0.5) * stride
    boxes = np.stack([x - left, y - top, x + right, y + bottom, score[rows, columns]], axis=1)
    return boxes.astype(np.float32)
