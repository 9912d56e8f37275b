"""Places the 17 joints of one person with MoveNet SinglePose (Thunder or Lightning)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from pose2lang3d_sdk.keypoints.windows import window
from pose2lang3d_sdk.runtime import make_session

if TYPE_CHECKING:
    from pathlib import Path

    import onnxruntime as ort
    from numpy.typing import NDArray

    from pose2lang3d_sdk.runtime import Device

_SMALLEST_SIDE = 8.0


@dataclass(frozen=True)
class MoveNet:
    """The net, opened at the first call.

    Attributes:
        path: the `.onnx` file.
        margin: side of the square that the net sees, in units of the box's longer side.
        threads: cores to use; default all.
        device: see `runtime.make_session`.
    """

    path: Path
    margin: float = 1.0
    threads: int | None = None
    device: Device = "auto"

    @cached_property
    def _session(self) -> ort.InferenceSession:
        return make_session(self.path, threads=self.threads, device=self.device)

    def __call__(
        self, image: NDArray[np.uint8], box: NDArray[np.float32], turns: int = 0
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """The joints of one person.

        Args:
            image: (H, W, 3) uint8 RGB.
            box: x0, y0, x1, y1 in pixels, round the person.
            turns: quarter turns, counter-clockwise, that the net sees the person turned by. The net was taught upright
                people: someone lying or upside down is seen far better after a turn.

        Returns:
            (17, 2) float32 pixels, possibly outside the picture, and (17,) float32 scores in [0, 1].

        Raises:
            WeightsError: the net cannot be loaded.
        """
        x0, y0, x1, y1 = (float(edge) for edge in box[:4])
        side = max((x1 - x0) * self.margin, (y1 - y0) * self.margin, _SMALLEST_SIDE)
        left, top = (x0 + x1 - side) / 2, (y0 + y1 - side) / 2
        pixels = int(self._session.get_inputs()[0].shape[1])
        seen = np.ascontiguousarray(np.rot90(window(image, left, top, side, pixels), turns))
        (keypoints,) = self._session.run(None, {"image": seen[None]})
        y, x, score = keypoints.reshape(17, 3).T
        for _ in range(turns % 4):
            x, y = 1 - y, x
        return np.stack([left + x * side, top + y * side], axis=1).astype(np.float32), np.clip(score, 0, 1)
