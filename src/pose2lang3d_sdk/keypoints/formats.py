"""Other people's keypoints -> COCO-17: which row holds which joint, and what each library calls missing.

The constructors of `Keypoints` are the public side of this file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from pose2lang3d_sdk.errors import KeypointsError
from pose2lang3d_sdk.skeleton import JOINTS
from pose2lang3d_sdk.tensors import as_numpy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_FLOAT_NOISE = 1e-3
"""Sigmoids and averages overshoot 1 by rounding; anything beyond is on another scale."""

_COCO_18 = (
    "nose", "neck", "right_shoulder", "right_elbow", "right_wrist", "left_shoulder", "left_elbow", "left_wrist",
    "right_hip", "right_knee", "right_ankle", "left_hip", "left_knee", "left_ankle",
    "right_eye", "left_eye", "right_ear", "left_ear",
)  # fmt: skip
_BODY_25 = (
    "nose", "neck", "right_shoulder", "right_elbow", "right_wrist", "left_shoulder", "left_elbow", "left_wrist",
    "mid_hip", "right_hip", "right_knee", "right_ankle", "left_hip", "left_knee", "left_ankle",
    "right_eye", "left_eye", "right_ear", "left_ear",
)  # fmt: skip
_BLAZEPOSE = (
    "nose", "left_eye_inner", "left_eye", "left_eye_outer", "right_eye_inner", "right_eye", "right_eye_outer",
    "left_ear", "right_ear", "mouth_left", "mouth_right", "left_shoulder", "right_shoulder", "left_elbow",
    "right_elbow", "left_wrist", "right_wrist", "left_pinky", "right_pinky", "left_index", "right_index",
    "left_thumb", "right_thumb", "left_hip", "right_hip", "left_knee", "right_knee", "left_ankle", "right_ankle",
)  # fmt: skip
# The feet that end BODY_25 and BlazePose, and what follows the body in Halpe-26 and COCO-WholeBody, have no use here.


@dataclass(frozen=True, eq=False)
class Layout:
    """An order of joints.

    Attributes:
        name: what messages call it.
        reader: the constructor of `Keypoints` that reads it.
        rows: (17,) int, where each of `skeleton.JOINTS` is.
    """

    name: str
    reader: str
    rows: NDArray[np.intp]


class Parts(NamedTuple):
    """What `Keypoints` is made of: (17, 2), (17,), (4,) or None, and a number in [0, 1]."""

    xy: NDArray[np.float32]
    score: NDArray[np.float32]
    bbox: NDArray[np.float32] | None
    person_score: float


def _rows(order: Sequence[str]) -> NDArray[np.intp]:
    return np.array([order.index(name) for name in JOINTS], np.intp)


LAYOUTS: Final = {
    17: Layout("COCO-17", "from_coco17", _rows(JOINTS)),
    18: Layout("OpenPose COCO-18", "from_openpose", _rows(_COCO_18)),
    25: Layout("OpenPose BODY_25", "from_openpose", _rows(_BODY_25)),
    26: Layout("Halpe-26", "from_halpe26", _rows(JOINTS)),
    33: Layout("BlazePose", "from_mediapipe", _rows(_BLAZEPOSE)),
    133: Layout("COCO-WholeBody", "from_coco133", _rows(JOINTS)),
}
"""Number of joints -> their order."""


def one(reader: str, xy: object, score: object = None, bbox: object = None, person_score: object = 1.0) -> Parts:
    """One person in a layout that `reader` reads.

    Args:
        reader: a constructor of `Keypoints`.
        xy: (K, 2) pixels, (K, 3) x, y, score, or the latter as one flat list, as in COCO's and OpenPose's JSON.
        score: (K,) if `xy` does not hold it; without any, joints are seen.
        bbox: (4,) x0, y0, x1, y1 or None.
        person_score: in [0, 1].

    Raises:
        KeypointsError: another number of joints, another shape, or a score over 1.
    """
    counts = [count for count, layout in LAYOUTS.items() if layout.reader == reader]
    given = _floats(f"Keypoints.{reader}: xy", xy)
    if given.ndim == 1 and given.size in {3 * count for count in LAYOUTS}:
        given = given.reshape(-1, 3)
    if given.ndim != 2 or given.shape[1] not in {2, 3} or len(given) not in counts:
        wanted = " or ".join(f"({count}, 2) or ({count}, 3)" for count in counts)
        msg = f"Keypoints.{reader}: xy must have shape {wanted}, got {given.shape}; {_remedy(given.shape, counts)}"
        raise KeypointsError(msg)
    if given.shape[1] == 3:
        if score is not None:
            msg = (
                f"Keypoints.{reader}: xy of shape {given.shape} holds scores already; leave score out or give xy[:, :2]"
            )
            raise KeypointsError(msg)
        given, scores = given[:, :2], given[:, 2]
    else:
        scores = _scores(f"Keypoints.{reader}: score", score, (len(given),))
    box = None if bbox is None else _floats(f"Keypoints.{reader}: bbox", bbox)
    person = _floats(f"Keypoints.{reader}: person_score", person_score)
    if person.shape != ():
        msg = f"Keypoints.{reader}: person_score must be one number in [0, 1], got shape {person.shape}"
        raise KeypointsError(msg)
    rows = LAYOUTS[len(given)].rows
    return _parts(f"Keypoints.{reader}", given[rows], scores[rows], box, float(person))


def several(
    reader: str, xy: object, score: object = None, boxes: object = None, person_scores: object = None
) -> list[Parts]:
    """The people of one picture, in any layout; its number of joints tells which.

    Args:
        reader: whom messages name.
        xy: (N, K, 2) pixels; of any shape if it holds no number: nobody.
        score: (N, K); without it, joints are seen.
        boxes: (N, 4) x0, y0, x1, y1 in pixels; without them, the boxes are tight.
        person_scores: (N,) in [0, 1]; without them, the means of each one's eight best joints.

    Raises:
        KeypointsError: another number of joints, shapes that do not belong together, or a score over 1.
    """
    places = _floats(f"Keypoints.{reader}: xy", xy)
    if places.size == 0:
        return []
    if places.ndim != 3 or places.shape[2] != 2 or places.shape[1] not in LAYOUTS:
        counts = ", ".join(str(count) for count in LAYOUTS)
        msg = (
            f"Keypoints.{reader}: xy must have shape (people, joints, 2) with {counts} joints, got {places.shape}; "
            "use a model of people's bodies, and add the axis of people if it is missing"
        )
        raise KeypointsError(msg)
    people = len(places)
    scores = _scores(f"Keypoints.{reader}: score", score, places.shape[:2])
    corners: Sequence[NDArray[np.float32] | None] = [None] * people
    if boxes is not None:
        corners = list(_shaped(f"Keypoints.{reader}: boxes", boxes, (people, 4)))
    sure: Sequence[float | None] = [None] * people
    if person_scores is not None:
        sure = _shaped(f"Keypoints.{reader}: person scores", person_scores, (people,)).tolist()
    rows = LAYOUTS[places.shape[1]].rows
    return [_parts(f"Keypoints.{reader}", places[i][rows], scores[i][rows], corners[i], sure[i]) for i in range(people)]


def mediapipe(landmarks: Any, width: float, height: float) -> Parts:
    """One person's 33 normalised landmarks; see `Keypoints.from_mediapipe`."""
    points = getattr(landmarks, "landmark", landmarks)  # the older API wraps the list
    if hasattr(points, "pose_landmarks"):
        msg = "Keypoints.from_mediapipe reads one person, got a whole result; give result.pose_landmarks[0]"
        raise KeypointsError(msg)
    try:
        size = np.array([width, height], np.float32)
        positive = bool((size >= 1).all() and np.isfinite(size).all())
    except (TypeError, ValueError):
        positive = False
    if not positive:
        msg = f"width and height must be the picture's size in pixels, got {width!r} and {height!r}"
        raise KeypointsError(msg)
    if not hasattr(points, "__array__") and isinstance(points, Iterable):
        points = [_landmark(point) for point in points]
    one_person = "give one person: result.pose_landmarks[0]"
    given = _floats("Keypoints.from_mediapipe: landmarks", points, one_person)
    if given.ndim != 2 or len(given) != 33 or given.shape[1] < 3:
        hint = one_person if given.ndim == 3 else _remedy(given.shape, [33])
        msg = f"Keypoints.from_mediapipe: 33 landmarks of x, y, z and visibility are needed, got {given.shape}; {hint}"
        raise KeypointsError(msg)
    seen = ((given[:, :2] >= 0) & (given[:, :2] <= 1)).all(axis=1)
    visibility = given[:, 3] if given.shape[1] > 3 else np.ones(len(given), np.float32)
    rows = LAYOUTS[33].rows
    scores = np.where(seen, visibility, np.float32(0))
    return _parts("Keypoints.from_mediapipe", (given[:, :2] * size)[rows], scores[rows], None, 1.0)


def rtmlib(xy: object, score: object, boxes: object = None, person_scores: object = None) -> list[Parts]:
    """The people whom a model of rtmlib found; see `Keypoints.list_from_rtmlib`."""
    # SimCC's peaks may pass 1: only here that does not mean another scale.
    clipped = np.clip(_floats("Keypoints.list_from_rtmlib: scores", score), 0, 1)
    return several("list_from_rtmlib", xy, clipped, boxes, person_scores)


def ultralytics(result: Any) -> list[Parts]:
    """The people of one `Results`; see `Keypoints.list_from_ultralytics`."""
    if isinstance(result, (list, tuple)):
        msg = f"Keypoints.list_from_ultralytics reads one result, got {len(result)} in a list; give model(photo)[0]"
        raise KeypointsError(msg)
    keypoints = getattr(result, "keypoints", None)
    if keypoints is None:
        msg = f"the {type(result).__name__} holds no keypoints; use a pose model (Ultralytics names them ...-pose)"
        raise KeypointsError(msg)
    boxes = getattr(result, "boxes", None)
    corners, sure = getattr(boxes, "xyxy", None), getattr(boxes, "conf", None)
    return several("list_from_ultralytics", keypoints.xy, keypoints.conf, corners, sure)


def supervision(key_points: Any) -> list[Parts]:
    """The people of one `sv.KeyPoints`; see `Keypoints.list_from_supervision`."""
    if not hasattr(key_points, "xy"):
        msg = f"Keypoints.list_from_supervision reads sv.KeyPoints, got {type(key_points).__name__}"
        raise KeypointsError(msg)
    if _floats("Keypoints.list_from_supervision: xy", key_points.xy).size == 0:
        return []
    # The old name still answers in newer versions, but with a warning: ask for it last.
    name = "keypoint_confidence" if hasattr(key_points, "keypoint_confidence") else "confidence"
    score = getattr(key_points, name, None)
    shown = getattr(key_points, "visible", None)
    if shown is not None:
        score = _floats("Keypoints.list_from_supervision: visible", shown) * (1 if score is None else as_numpy(score))
    return several(
        "list_from_supervision", key_points.xy, score, None, getattr(key_points, "detection_confidence", None)
    )


def evidence(score: NDArray[np.float32]) -> float:
    """How sure the joints alone make it that somebody is there: the mean of the eight best. score: (17,) in [0, 1]."""
    return float(np.sort(score)[-8:].mean())


def _parts(
    what: str,
    xy: NDArray[np.float32],
    score: NDArray[np.float32],
    bbox: NDArray[np.float32] | None,
    person_score: float | None,
) -> Parts:
    """Mark missing joints and bring scores into [0, 1]."""
    # Many detectors write (0, 0) for a joint they do not see, some of them next to a score that is not 0.
    missing = (xy == 0).all(axis=1) | np.isnan(xy).any(axis=1) | np.isnan(score)
    score = _unit(f"{what}: score", np.where(missing, np.float32(0), score))
    if person_score is None:
        person_score = evidence(score)
    sure = float(_unit(f"{what}: person_score", np.array(person_score, np.float32)))
    return Parts(np.where(missing[:, None], np.float32(0), xy), score, bbox, sure)


def _unit(name: str, score: NDArray[np.float32]) -> NDArray[np.float32]:
    """Scores that are a little off [0, 1], clipped; some libraries also write negative ones for missing joints."""
    if score.max() > 1 + _FLOAT_NOISE:
        msg = f"{name} must be in [0, 1], got up to {score.max():.3g}; rescale it (COCO's flags 0, 1, 2: give flag > 0)"
        raise KeypointsError(msg)
    return np.clip(score, 0, 1)


def _scores(name: str, score: object, shape: tuple[int, ...]) -> NDArray[np.float32]:
    return np.ones(shape, np.float32) if score is None else _shaped(name, score, shape)


def _shaped(name: str, value: object, shape: tuple[int, ...]) -> NDArray[np.float32]:
    array = _floats(name, value)
    if array.shape != shape:
        msg = f"{name} must have shape {shape} to go with xy, got {array.shape}; give both of the same people"
        raise KeypointsError(msg)
    return array


def _floats(name: str, value: object, remedy: str = "give an array, a tensor or nested lists") -> NDArray[np.float32]:
    try:
        return np.array(as_numpy(value), dtype=np.float32)
    except (TypeError, ValueError) as error:
        msg = f"{name} must be numbers, got {type(value).__name__} ({error}); {remedy}"
        raise KeypointsError(msg) from error


def _landmark(point: Any) -> Any:
    """A MediaPipe landmark as x, y, z, visibility; lists of numbers stay as they are."""
    if not hasattr(point, "x"):
        return point
    visibility = getattr(point, "visibility", None)
    return point.x, point.y, 0.0, 1.0 if visibility is None else visibility


def _remedy(shape: tuple[int, ...], counts: Sequence[int]) -> str:
    if len(shape) == 3:
        return "give one person, for example the first: xy[0]"
    if shape and shape[0] in LAYOUTS and shape[0] not in counts:
        layout = LAYOUTS[shape[0]]
        return f"{shape[0]} joints are {layout.name}: use Keypoints.{layout.reader}"
    return "give one person's joints in that order, one a row"
