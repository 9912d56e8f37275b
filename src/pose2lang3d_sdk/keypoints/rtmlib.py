"""Estimators on the nets of rtmlib (RTMPose, RTMO, RTMW), for those who want other nets than the embedded ones.

Of rtmlib come the nets, the way pictures enter them and the decoding of joints. Its pipelines are left aside: they
invent a person where nobody is, drop the detector's scores, and take cars for people if the detector knows both.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

import numpy as np

from pose2lang3d_sdk.errors import SettingError, WeightsError
from pose2lang3d_sdk.keypoints import formats
from pose2lang3d_sdk.keypoints.base import Keypoints, check_image, largest_first
from pose2lang3d_sdk.keypoints.finder import distinct, hide_outside
from pose2lang3d_sdk.keypoints.nanodet import merge
from pose2lang3d_sdk.runtime import REDIRECTING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

RtmName = Literal["rtmpose-s", "rtmpose-m", "rtmpose-x", "rtmo-s", "rtmo-m", "rtmo-l", "rtmw-m", "rtmw-l"]
RTM_NAMES: Final[tuple[RtmName, ...]] = get_args(RtmName)
"""rtmpose: a detector, then each one's joints; rtmw: likewise with a whole-body net, of which the body is kept; rtmo:
everyone's joints at once, so that a crowd takes no longer than one. From s to x: slower and more exact."""

_SOURCES: Final[dict[RtmName, tuple[str, str, str]]] = {
    "rtmpose-s": ("Body", "MODE", "lightweight"),
    "rtmpose-m": ("Body", "MODE", "balanced"),
    "rtmpose-x": ("Body", "MODE", "performance"),
    "rtmo-s": ("Body", "RTMO_MODE", "lightweight"),
    "rtmo-m": ("Body", "RTMO_MODE", "balanced"),
    "rtmo-l": ("Body", "RTMO_MODE", "performance"),
    "rtmw-m": ("Wholebody", "MODE", "lightweight"),
    "rtmw-l": ("Wholebody", "MODE", "performance"),
}
"""Name -> where rtmlib lists the files and sizes: class, table, row. Addresses stay rtmlib's business."""
_PROVIDERS: Final = {
    "cpu": "CPUExecutionProvider",
    "cuda": "CUDAExecutionProvider",
    "rocm": "ROCMExecutionProvider",
    "mps": "CoreMLExecutionProvider",
}
_DEVICE: Final = re.compile(r"(cpu|cuda|rocm|mps)|(cuda):\d+")

_BOX_SCORE = 0.3
"""rtmlib's own, for detectors that merge their boxes themselves."""
_MAX_OVERLAP = 0.6
_MAX_PEOPLE = 12
_MAX_CANDIDATES = 60
_SMALLEST_SIDE = 2.0
_LONGEST = 100
"""A strip with sides of this ratio shows nobody, and rtmlib cannot shrink it to a net's size."""
_STRIDES = (8, 16, 32)

# xy (N, K, 2) and boxes (N, 4) in pixels, scores (N, K) and (N,): as `formats.rtmlib` takes them.
_Found = tuple[Any, Any, "NDArray[np.float32]", "NDArray[np.float32]"]


@dataclass(frozen=True)
class RtmEstimator:
    """A `KeypointEstimator`; its nets are opened, and fetched where they are rtmlib's own, at the first call.

    Attributes:
        name: one of `RTM_NAMES`.
        detector: an `.onnx` file instead of rtmlib's detector.
        pose: an `.onnx` file instead of rtmlib's joint net.
        device: as rtmlib names it.
    """

    name: RtmName
    detector: Path | None = None
    pose: Path | None = None
    device: str = "cpu"

    def __call__(self, image: NDArray[np.uint8], /) -> list[Keypoints]:
        """Find the people in a picture.

        Args:
            image: (H, W, 3) uint8 RGB, any size.

        Returns:
            One `Keypoints` per person, largest box first; an empty list when nobody is there. `bbox` and
            `person_score` are the detector's. Joint scores are rtmlib's, clipped to [0, 1]: those of RTMPose and RTMW
            are peaks of SimCC curves, not probabilities. A joint that falls outside the picture has score 0.

        Raises:
            ImageDecodeError: the image is not an array of that shape and type, or is empty.
            WeightsError: a net cannot be fetched or loaded, or is not of the kind its name says.
        """
        check_image(image)
        height, width = image.shape[:2]
        if max(height, width) > _LONGEST * min(height, width):
            return []
        detector, pose = self._nets
        bgr = np.ascontiguousarray(image[:, :, ::-1])  # the order of OpenCV, which rtmlib expects
        try:
            found = _joints_at_once(pose, bgr) if detector is None else _boxes_then_joints(detector, pose, bgr)
        except Exception as error:  # a file of another kind fails anywhere
            files = " and ".join(repr(str(net.onnx_model)) for net in (detector, pose) if net is not None)
            msg = f"{files} cannot be run as {self.name} ({error}); give files of the kind that rtmlib lists"
            raise WeightsError(msg) from error
        people = [Keypoints(*person) for person in formats.rtmlib(*found)]
        people = [hide_outside(who, width, height) for who in people]
        return largest_first(distinct(people))

    @cached_property
    def _nets(self) -> tuple[Any, Any]:
        """The detector, None where the joint net needs none, and the joint net: objects of rtmlib."""
        rtmlib = _import_rtmlib()
        home, table, row = _SOURCES[self.name]
        files = getattr(getattr(rtmlib, home), table)[row]
        if _finds_people(self.name):
            return None, _open(rtmlib.RTMO, self.pose or files["pose"], files["pose_input_size"], self.device)
        # Nothing in a file tells the two kinds apart, and only one of them wants the colours normalised.
        named_rtmdet = self.detector is not None and "rtmdet" in self.detector.name.lower()
        kind = rtmlib.RTMDet if named_rtmdet else rtmlib.YOLOX
        detector = _open(kind, self.detector or files["det"], files["det_input_size"], self.device)
        pose = _open(rtmlib.RTMPose, self.pose or files["pose"], files["pose_input_size"], self.device, wide=True)
        return detector, pose


def make_rtmlib_estimator(
    name: RtmName,
    *,
    detector: str | os.PathLike[str] | None = None,
    pose: str | os.PathLike[str] | None = None,
    device: str = "cpu",
) -> RtmEstimator:
    """An estimator on rtmlib's nets: `Pose2Lang(make_rtmlib_estimator("rtmpose-m"))`.

    At its first call rtmlib downloads the files that are not given, tens to hundreds of megabytes, into its cache
    folder. It does not check their content.

    Args:
        name: one of `RTM_NAMES`.
        detector: an `.onnx` file that finds people, for rtmpose and rtmw: RTMDet if its name holds "rtmdet", otherwise
            YOLOX; class 0 must be people, as in COCO. A file that leaves its picture's size open gets the size of
            rtmlib's own detector for that name: 416 pixels for -s and rtmw-m, 640 otherwise.
        pose: an `.onnx` file for the joints: RTMPose or RTMW with 17, 26 or 133 joints, or RTMO, as the name says.
        device: "cpu", "cuda", "cuda:1", "rocm" or "mps".

    Raises:
        SettingError: an unknown name, a detector for rtmo, a device that onnxruntime does not offer here, or rtmlib is
            not installed.
        WeightsError: there is no such file.

    Examples:
        >>> from pose2lang3d_sdk.keypoints import make_rtmlib_estimator
        >>> make_rtmlib_estimator("rtmpose-q")
        Traceback (most recent call last):
        pose2lang3d_sdk.errors.SettingError: unknown estimator 'rtmpose-q'; choose one of rtmpose-s, rtmpose-m, ...
    """
    if name not in RTM_NAMES:
        msg = f"unknown estimator {name!r}; choose one of {', '.join(RTM_NAMES)}"
        raise SettingError(msg)
    if detector is not None and _finds_people(name):
        msg = f"{name} finds people itself; leave detector out, or choose an estimator that starts with rtmpose"
        raise SettingError(msg)
    _import_rtmlib()
    _check_device(device)
    return RtmEstimator(name, _file("detector", detector), _file("pose", pose), device)


def _finds_people(name: RtmName) -> bool:
    return name.startswith("rtmo")


def _import_rtmlib() -> Any:
    try:
        import rtmlib
    except ImportError as error:  # or OpenCV's, or onnxruntime's
        msg = f'rtmlib cannot be imported ({error}); run: pip install "pose2lang3d-sdk[rtmpose]"'
        raise SettingError(msg) from error
    return rtmlib


def _check_device(device: str) -> None:
    import onnxruntime as ort

    match = _DEVICE.fullmatch(device)
    if match is None:
        msg = f'device must be "cpu", "cuda", "cuda:1", "rocm" or "mps", got {device!r}'
        raise SettingError(msg)
    offered = ort.get_available_providers()
    if _PROVIDERS[match[1] or match[2]] not in offered:  # onnxruntime would only warn, and use the CPU
        msg = f"onnxruntime offers {', '.join(offered)} here, not {device!r}; install a build with it or take 'cpu'"
        raise SettingError(msg)


def _file(option: str, path: str | os.PathLike[str] | None) -> Path | None:
    """The path, checked: rtmlib would take the name of a missing file for an address."""
    if path is None or Path(path).is_file():
        return None if path is None else Path(path)
    msg = f"there is no file {os.fspath(path)!r}; check the path given as {option}"
    raise WeightsError(msg)


def _open(kind: Any, file: Path | str, size: Sequence[int], device: str, *, wide: bool = False) -> Any:
    """A net of rtmlib.

    Args:
        kind: its class in rtmlib.
        file: path or address.
        size: of the picture it sees, if the file leaves that open.
        device: as rtmlib names it.
        wide: the class takes sizes as width, height; otherwise it is height, width.
    """
    try:
        with REDIRECTING, contextlib.redirect_stdout(sys.stderr):  # it prints what it loads, and stdout is for answers
            net = kind(os.fspath(file), model_input_size=tuple(size), backend="onnxruntime", device=device)
    except Exception as error:
        msg = (
            f"rtmlib cannot fetch or load {os.fspath(file)!r} ({error}); check the file or the connection, "
            "or give files of your own as detector and pose"
        )
        raise WeightsError(msg) from error
    fixed = net.session.get_inputs()[0].shape[2:]
    if len(fixed) == 2 and all(isinstance(side, int) for side in fixed):
        net.model_input_size = tuple(reversed(fixed)) if wide else tuple(fixed)
    return net


def _boxes_then_joints(detector: Any, pose: Any, bgr: NDArray[np.uint8]) -> _Found:
    boxes = _boxes(detector, bgr)
    if not len(boxes):  # without boxes rtmlib takes the whole picture for one
        return [], [], boxes[:, :4], boxes[:, 4]
    xy, score = pose(bgr, bboxes=boxes[:, :4])
    return xy, score, boxes[:, :4], boxes[:, 4]


def _boxes(detector: Any, bgr: NDArray[np.uint8]) -> NDArray[np.float32]:
    """The people in a picture: (N, 5) float32 x0, y0, x1, y1 in pixels inside it, score in [0, 1]; best first."""
    seen, ratio = detector.preprocess(bgr)
    outputs = detector.inference(seen)
    found = np.asarray(outputs[0][0], np.float32)
    if found.shape[1] > 5:
        found = _decode_yolox(found, detector.model_input_size)
    elif len(outputs) > 1:
        found = found[np.asarray(outputs[1][0]) == 0]
    found = found[found[:, 4] >= _BOX_SCORE]
    height, width = bgr.shape[:2]
    found[:, :4] = np.clip(found[:, :4] / ratio, 0, [width, height, width, height])
    found = found[(found[:, 2:4] - found[:, :2] >= _SMALLEST_SIDE).all(axis=1)]
    return merge(found[np.argsort(-found[:, 4], kind="stable")], _MAX_OVERLAP)[:_MAX_PEOPLE]


def _decode_yolox(raw: NDArray[np.float32], size: Sequence[int]) -> NDArray[np.float32]:
    """(N, 5 + classes) cells -> (N, 5) boxes on the net's picture, scored as people.

    A cell holds its box's centre, in strides from the cell's corner, the logarithms of width and height in strides,
    objectness, and the classes, people first.
    """
    grids = [np.indices((size[0] // stride, size[1] // stride))[::-1].reshape(2, -1).T for stride in _STRIDES]
    stride = np.repeat(_STRIDES, [len(grid) for grid in grids])[:, None]
    centre = (raw[:, :2] + np.concatenate(grids)) * stride
    half = np.exp(raw[:, 2:4]) * stride / 2
    score = raw[:, 4] * raw[:, 5]
    return np.column_stack([centre - half, centre + half, score]).astype(np.float32)


def _joints_at_once(pose: Any, bgr: NDArray[np.uint8]) -> _Found:
    """RTMO; skeletons drawn twice are the caller's to merge."""
    seen, ratio = pose.preprocess(bgr)
    boxes, joints = (np.asarray(output[0], np.float32) for output in pose.inference(seen))
    order = np.argsort(-boxes[:, 4], kind="stable")
    best = order[boxes[order, 4] >= pose.score_thr][:_MAX_CANDIDATES]
    return joints[best, :, :2] / ratio, joints[best, :, 2], boxes[best, :4] / ratio, boxes[best, 4]
