"""What a keypoint estimator returns, and the protocol every estimator follows."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from pose2lang3d_sdk.errors import ImageDecodeError, KeypointsError
from pose2lang3d_sdk.keypoints import formats
from pose2lang3d_sdk.skeleton import GUESSED_SCORE, MIRROR, NUM_JOINTS
from pose2lang3d_sdk.tensors import as_numpy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True, eq=False)
class Keypoints:
    """One person's COCO-17 keypoints.

    Another detector's keypoints come in through `from_...` (one person) and `list_from_...` (all people of a photo,
    largest first, those without any joint left out). There a joint at exactly (0, 0), or with NaN, counts as missing
    whatever its score, as many detectors write it; scores below 0, and up to 0.001 above 1, are clipped; a tensor, on
    a GPU too, does as well as an array or nested lists.

    Attributes:
        xy: (17, 2) float32 pixels, y down, in the order of `skeleton.JOINTS`; left is the person's left.
        score: (17,) float32 in [0, 1]; under `skeleton.GUESSED_SCORE` the joint counts as missing.
        bbox: (4,) float32 pixels x0, y0, x1, y1; by default the tight box round the joints that are not missing.
        person_score: how sure the estimator is that this is a person, in [0, 1].

    Raises:
        KeypointsError: wrong shape, a score out of range, a box with its corners exchanged, or values that are not
            finite.

    Examples:
        >>> import numpy as np
        >>> from pose2lang3d_sdk import Keypoints
        >>> xy = np.arange(1, 35).reshape(17, 2)  # pixels
        >>> Keypoints(xy, score=np.full(17, 0.9)).bbox
        array([ 1.,  2., 33., 34.], dtype=float32)
    """

    xy: NDArray[np.float32]
    score: NDArray[np.float32]
    bbox: NDArray[np.float32] = None  # type: ignore[assignment]  # __post_init__ fills it in
    person_score: float = 1.0

    if TYPE_CHECKING:  # what may be given is more than what is kept

        def __init__(
            self, xy: ArrayLike, score: ArrayLike, bbox: ArrayLike | None = None, person_score: float = 1.0
        ) -> None: ...

    def __post_init__(self) -> None:
        xy = _array("xy", self.xy, (NUM_JOINTS, 2))
        score = _array("score", self.score, (NUM_JOINTS,))
        if score.min() < 0 or score.max() > 1:
            msg = f"keypoint scores must be in [0, 1], got {score.min():.3g} to {score.max():.3g}; rescale them first"
            raise KeypointsError(msg)
        bbox = _tight_box(xy, score) if self.bbox is None else _box(self.bbox)
        person_score = _share(self.person_score)
        for name, value in (("xy", xy), ("score", score), ("bbox", bbox), ("person_score", person_score)):
            object.__setattr__(self, name, value)

    @classmethod
    def from_coco17(
        cls,
        xy: ArrayLike,
        score: ArrayLike | None = None,
        *,
        bbox: ArrayLike | None = None,
        person_score: float = 1.0,
    ) -> Keypoints:
        """Keypoints in COCO's order (MMPose, ViTPose, YOLO-pose, MoveNet after a swap of y and x).

        Args:
            xy: (17, 2) pixels, or (17, 3) x, y, score, or the latter as one flat list of 51, as in COCO's JSON.
            score: (17,) in [0, 1] if `xy` does not hold it; without any, joints count as seen.
            bbox: (4,) pixels x0, y0, x1, y1; default the tight box.
            person_score: how sure the detector is that this is a person, in [0, 1].

        Raises:
            KeypointsError: another number of joints, another shape, or a score over 1. COCO's flags 0, 1, 2 are no
                scores: give `flag > 0`.

        Examples:
            >>> Keypoints.from_coco17(xy, bbox=[0, 0, 40, 40], person_score=0.8).bbox
            array([ 0.,  0., 40., 40.], dtype=float32)
        """
        return cls(*formats.one("from_coco17", xy, score, bbox, person_score))

    @classmethod
    def from_halpe26(
        cls,
        xy: ArrayLike,
        score: ArrayLike | None = None,
        *,
        bbox: ArrayLike | None = None,
        person_score: float = 1.0,
    ) -> Keypoints:
        """Halpe-26 keypoints (AlphaPose, RTMPose with feet), (26, 2) or (26, 3); otherwise as `from_coco17`.

        Examples:
            >>> Keypoints.from_halpe26(np.ones((26, 2))).xy.shape
            (17, 2)
        """
        return cls(*formats.one("from_halpe26", xy, score, bbox, person_score))

    @classmethod
    def from_coco133(
        cls,
        xy: ArrayLike,
        score: ArrayLike | None = None,
        *,
        bbox: ArrayLike | None = None,
        person_score: float = 1.0,
    ) -> Keypoints:
        """COCO-WholeBody keypoints (RTMW, DWPose), (133, 2) or (133, 3); otherwise as `from_coco17`.

        Examples:
            >>> Keypoints.from_coco133(np.ones((133, 2)), score=np.full(133, 0.5)).score.shape
            (17,)
        """
        return cls(*formats.one("from_coco133", xy, score, bbox, person_score))

    @classmethod
    def from_openpose(
        cls,
        xy: ArrayLike,
        score: ArrayLike | None = None,
        *,
        bbox: ArrayLike | None = None,
        person_score: float = 1.0,
    ) -> Keypoints:
        """OpenPose keypoints: BODY_25 or COCO-18, which the number of joints tells; otherwise as `from_coco17`.

        Args:
            xy: (25, 3) or (18, 3) x, y, score; the same as one flat list, the JSON's `pose_keypoints_2d`; or (25, 2)
                or (18, 2). In pixels: leave OpenPose's `keypoint_scale` at 0.
            score: (25,) or (18,) in [0, 1] if `xy` does not hold it.
            bbox: (4,) pixels x0, y0, x1, y1; default the tight box.
            person_score: how sure the detector is that this is a person, in [0, 1].

        Raises:
            KeypointsError: another number of joints, another shape, or a score over 1.

        Examples:
            >>> Keypoints.from_openpose([1.0, 2.0, 0.9] * 25).xy[0]
            array([1., 2.], dtype=float32)
        """
        return cls(*formats.one("from_openpose", xy, score, bbox, person_score))

    @classmethod
    def from_mediapipe(cls, landmarks: Any, width: float, height: float) -> Keypoints:
        """One person's 33 landmarks from MediaPipe's pose landmarker.

        Args:
            landmarks: `result.pose_landmarks[0]`, or `results.pose_landmarks` of the older API, or an array (33, 3) or
                wider of x, y, z, visibility; x and y in [0, 1]. Not the world landmarks, which are in metres.
            width: of the photo in pixels.
            height: of the photo in pixels.

        Returns:
            Scores are the visibilities (1 where there are none), 0 for landmarks outside the photo.

        Raises:
            KeypointsError: not 33 landmarks, or a size that is not of a picture.

        Examples:
            >>> Keypoints.from_mediapipe(np.full((33, 4), 0.5), width=640, height=480).xy[0]
            array([320., 240.], dtype=float32)
        """
        return cls(*formats.mediapipe(landmarks, width, height))

    @classmethod
    def list_from_rtmlib(cls, keypoints: ArrayLike, scores: ArrayLike) -> list[Keypoints]:
        """What the models of rtmlib return for one photo: `Keypoints.list_from_rtmlib(*model(image))`.

        Args:
            keypoints: (N, K, 2) pixels; K is 17 (Body), 26 (BodyWithFeet), 133 (Wholebody) or 18 (Body, `to_openpose`).
            scores: (N, K). Peaks of SimCC curves, not probabilities: they are clipped to [0, 1].

        Returns:
            The people, largest first. `person_score` is the mean of the eight best joints. Beware that rtmlib's own
            pipelines show one invented person in a photo of nobody; `make_rtmlib_estimator` does not.

        Raises:
            KeypointsError: another number of joints, or shapes that do not belong together.

        Examples:
            >>> people = Keypoints.list_from_rtmlib(np.ones((2, 17, 2)), np.ones((2, 17)))
            >>> len(people), people[0].person_score
            (2, 1.0)
        """
        return largest_first(cls(*person) for person in formats.rtmlib(keypoints, scores))

    @classmethod
    def list_from_ultralytics(cls, result: Any) -> list[Keypoints]:
        """One `Results` of a YOLO pose model: `Keypoints.list_from_ultralytics(model(photo)[0])`.

        Returns:
            The people, largest first, with the detector's boxes and their scores.

        Raises:
            KeypointsError: a list of results, a model without keypoints, or not 17 keypoints.

        Examples:
            >>> Keypoints.list_from_ultralytics([])
            Traceback (most recent call last):
            pose2lang3d_sdk.errors.KeypointsError: ... reads one result, got 0 in a list; give model(photo)[0]
        """
        return largest_first(cls(*person) for person in formats.ultralytics(result))

    @classmethod
    def list_from_supervision(cls, key_points: Any) -> list[Keypoints]:
        """The `KeyPoints` of supervision, whichever model they come from (COCO's joints, or MediaPipe's 33).

        Returns:
            The people, largest first; joints that its `visible` hides are missing.

        Raises:
            KeypointsError: another object, or joints that are not a person's.

        Examples:
            >>> Keypoints.list_from_supervision(xy)
            Traceback (most recent call last):
            pose2lang3d_sdk.errors.KeypointsError: Keypoints.list_from_supervision reads sv.KeyPoints, got ndarray
        """
        return largest_first(cls(*person) for person in formats.supervision(key_points))


def box_area(keypoints: Keypoints) -> float:
    """Square pixels of the person's box."""
    x0, y0, x1, y1 = keypoints.bbox
    return float((x1 - x0) * (y1 - y0))


def swap_sides(keypoints: Keypoints) -> Keypoints:
    """The same positions with left and right exchanged: what was found in a mirrored photo, put right."""
    return replace(keypoints, xy=keypoints.xy[MIRROR], score=keypoints.score[MIRROR])


def flipped(keypoints: Keypoints, width: int) -> Keypoints:
    """The same joints at the mirrored positions of a picture `width` pixels wide."""
    x0, y0, x1, y1 = keypoints.bbox
    xy = keypoints.xy * np.array([-1, 1], np.float32) + np.array([width, 0], np.float32)
    return replace(keypoints, xy=xy, bbox=np.array([width - x1, y0, width - x0, y1], np.float32))


def largest_first(people: Iterable[Keypoints]) -> list[Keypoints]:
    """Sort by area of the box; people of whom no joint is at least guessed are nobody."""
    shown = [person for person in people if person.score.max() >= GUESSED_SCORE]
    return sorted(shown, key=box_area, reverse=True)


def outside(xy: NDArray[np.float32], width: int, height: int) -> NDArray[np.bool_]:
    """Joints beyond the border of a picture of that size. xy: (17, 2) pixels -> (17,) bool."""
    return np.asarray(((xy < 0) | (xy > (width, height))).any(axis=1))


class KeypointEstimator(Protocol):
    """Finds people: (H, W, 3) uint8 RGB in, one `Keypoints` per person out, largest first; nobody is an empty list.

    Examples:
        >>> from pose2lang3d_sdk import Keypoints, Pose2Lang
        >>> def detector(image):
        ...     return [Keypoints([(200, 100)] * 17, [0.9] * 17)]
        >>> len(Pose2Lang(detector).read("examples/cameraman.png").people)
        1
    """

    def __call__(self, image: NDArray[np.uint8], /) -> list[Keypoints]: ...


def check_image(image: object) -> None:
    """Refuse what no estimator can take.

    Raises:
        ImageDecodeError: not a (H, W, 3) uint8 array, or one without pixels.
    """
    if not isinstance(image, np.ndarray) or image.dtype != np.uint8 or image.ndim != 3 or image.shape[2] != 3:
        shape, dtype = getattr(image, "shape", None), getattr(image, "dtype", type(image).__name__)
        msg = f"the image must be a (H, W, 3) uint8 RGB array, got shape {shape} of {dtype}"
        raise ImageDecodeError(msg)
    if image.size == 0:
        msg = f"the image has no pixels, its shape is {image.shape}"
        raise ImageDecodeError(msg)


def _tight_box(xy: NDArray[np.float32], score: NDArray[np.float32]) -> NDArray[np.float32]:
    """Round the joints that are not missing; round all if all are."""
    present = score >= GUESSED_SCORE
    shown = xy[present] if present.any() else xy
    return np.concatenate([shown.min(axis=0), shown.max(axis=0)])


def _box(value: object) -> NDArray[np.float32]:
    bbox = _array("bbox", value, (4,))
    if (bbox[2:] < bbox[:2]).any():
        msg = f"bbox must be x0, y0, x1, y1 with x0 <= x1 and y0 <= y1, got {bbox.tolist()}; exchange its corners"
        raise KeypointsError(msg)
    return bbox


def _share(value: Any) -> float:
    try:
        number = math.nan if isinstance(value, str) or np.ndim(value) else float(value)
    except (TypeError, ValueError):
        number = math.nan
    if not 0 <= number <= 1:  # also true for NaN
        msg = f"person_score must be one number in [0, 1], got {value!r}; rescale it first"
        raise KeypointsError(msg)
    return number


def _array(name: str, value: object, shape: tuple[int, ...]) -> NDArray[np.float32]:
    try:
        array = np.array(as_numpy(value), dtype=np.float32)
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
