"""Cuts and scales pictures for the nets: anti-aliased, exact to a fraction of a pixel, and only what is looked at."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from numpy.typing import NDArray

_GAP = 2.0
"""What whole blocks of pixels may leave for the exact resize: at least this many pixels for each of the result's."""
_BAND = 64
"""Rows of blocks averaged at a time: Pillow copies what it is given, and a small copy stays in the cache."""


def scaled(image: NDArray[np.uint8], width: int, height: int) -> NDArray[np.uint8]:
    """The whole picture, (H, W, 3), at another size, (height, width, 3)."""
    if image.shape[:2] == (height, width):
        return image
    return _resized(image, width, height, (0.0, 0.0, float(image.shape[1]), float(image.shape[0])))


def window(image: NDArray[np.uint8], left: float, top: float, side: float, pixels: int) -> NDArray[np.uint8]:
    """A square part of the picture, (H, W, 3), as (pixels, pixels, 3); black where it reaches over the border.

    Args:
        left: x of the part's left edge, in pixels from the picture's left edge; may be negative or a fraction.
        top: the same for y.
        side: the part's side in pixels.
        pixels: side of the result.
    """
    out = np.zeros((pixels, pixels, 3), np.uint8)
    height, width = image.shape[:2]
    scale = pixels / side
    x0, x1 = _covered(left, side, width, pixels)
    y0, y1 = _covered(top, side, height, pixels)
    if x1 <= x0 or y1 <= y0:
        return out
    box = (
        max(0.0, left + x0 / scale), max(0.0, top + y0 / scale),
        min(float(width), left + x1 / scale), min(float(height), top + y1 / scale),
    )  # fmt: skip
    # Pillow copies what it is given, so hand over the part only, with room for the filter round it.
    margin = math.ceil(max(1.0, 1 / scale)) + 1
    x, y = max(0, math.floor(box[0]) - margin), max(0, math.floor(box[1]) - margin)
    part = image[y : math.ceil(box[3]) + margin, x : math.ceil(box[2]) + margin]
    right, bottom = min(box[2] - x, float(part.shape[1])), min(box[3] - y, float(part.shape[0]))
    out[y0:y1, x0:x1] = _resized(part, x1 - x0, y1 - y0, (box[0] - x, box[1] - y, right, bottom))
    return out


def _resized(
    part: NDArray[np.uint8], width: int, height: int, box: tuple[float, float, float, float]
) -> NDArray[np.uint8]:
    """The box (x0, y0, x1, y1, fractions of pixels) of a picture as (height, width, 3), anti-aliased."""
    shrink = min((box[2] - box[0]) / width, (box[3] - box[1]) / height)
    block = int(shrink / _GAP)
    if block > 1:
        rows = block * _BAND
        bands = (part[y : y + rows] for y in range(0, len(part), rows))
        part = np.concatenate([np.asarray(Image.fromarray(band).reduce(block)) for band in bands])
        x0, y0, x1, y1 = (edge / block for edge in box)
        box = (x0, y0, x1, y1)
    return np.asarray(Image.fromarray(part).resize((width, height), Image.Resampling.BILINEAR, box=box))


def _covered(start: float, side: float, length: int, pixels: int) -> tuple[int, int]:
    """The result's pixels (first, past the last) along one axis that lie wholly inside the picture."""
    scale = pixels / side
    first = math.ceil((max(0.0, start) - start) * scale - 1e-6)
    last = math.floor((min(float(length), start + side) - start) * scale + 1e-6)
    return first, last
