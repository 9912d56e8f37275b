"""What a keypoint estimator returns, and the protocol every estimator follows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from pose2lang3d_sdk.errors import KeypointsError
from pose2lang3d_sdk.skeleton import GUESSED_SCORE, NUM_JOINTS

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Keypoints:
    """One person's COCO-17 keypoints.

    Attributes:
        xy: (17, 2) float32 pixels, y down, in the order of `skeleton.JOINTS`; left is the person's left.
        score: (17,) float32 in [0, 1]; under `skeleton.GUESSED_SCORE` the joint counts as missing.
        bbox: (4,) float32 pixels x0, y0, x1, y1; by default the tight box round the joints that are not missing.
        person_score: how sure the estimator is that this is a person, in [0, 1].

    Raises:
        KeypointsError: wrong shape, a score out of range, or values that are not finite.
    """

    xy: NDArray[np.float32]
    score: NDArray[np.float32]
    bbox: NDArray[np.float32] | None = None
    person_score: float = 1.0

    def __post_init__(self) -> None:
        xy = _array("xy", self.xy, (NUM_JOINTS, 2))
        score = _array("score", self.score, (NUM_JOINTS,))
        if score.min() < 0 or score.max() > 1:
            msg = f"keypoint scores must be in [0, 1], got {score.min():.3g} to {score.max():.3g}; rescale them first"
            raise KeypointsError(msg)
        if self.bbox is None:
            present = score >= GUESSED_SCORE
            shown = xy[present] if present.any() else xy
            bbox = np.concatenate([shown.min(axis=0), shown.max(axis=0)])
        else:
            bbox = _array("bbox", self.bbox, (4,))
        if not 0 <= self.person_score <= 1:  # also true for NaN
            msg = f"person_score must be in [0, 1], got {self.person_score!r}; rescale it first"
            raise KeypointsError(msg)
        for name, value in (("xy", xy), ("score", score), ("bbox", bbox)):
            object.__setattr__(self, name, value)


def box_area(keypoints: Keypoints) -> float:
    """Square pixels of the person's box."""
    assert keypoints.bbox is not None  # Keypoints fills it in
    x0, y0, x1, y1 = keypoints.bbox
    return float((x1 - x0) * (y1 - y0))


def outside(xy: NDArray[np.float32], width: int, height: int) -> NDArray[np.bool_]:
    """Joints beyond the border of a picture of that size. xy: (17, 2) pixels -> (17,) bool."""
    return np.asarray(((xy < 0) | (xy > (width, height))).any(axis=1))


class KeypointEstimator(Protocol):
    """Finds people: (H, W, 3) uint8 RGB in, one `Keypoints` per person out, largest first; nobody is an empty list."""

    def __call__(self, image: NDArray[np.uint8], /) -> list[Keypoints]: ...


def _array(name: str, value: object, shape: tuple[int, ...]) -> NDArray[np.float32]:
    try:
        array = np.array(value, dtype=np.float32)
    except (TypeError, ValueError) as error:
        msg = f"{name} must be numbers of shape {shape}, got {type(value).__name__}"
        raise KeypointsError(msg) from error
    if array.shape != shape:
        msg = f"{name} must have shape {shape} (COCO-17 order), got {array.shape}"
        raise KeypointsError(msg)
    if not np.isfinite(array).all():
        msg = f"{name} holds NaN or infinity; give a missing joint any position and score 0"
        raise KeypointsError(msg)
    return array
