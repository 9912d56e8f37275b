"""Estimators on rtmlib's nets: the way through a stand-in for rtmlib always, the real one where it and nets are."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest

from pose2lang3d_sdk.errors import ImageDecodeError, SettingError, WeightsError
from pose2lang3d_sdk.images import load_image
from pose2lang3d_sdk.keypoints import RTM_NAMES, make_rtmlib_estimator
from pose2lang3d_sdk.keypoints.rtmlib import _SOURCES
from pose2lang3d_sdk.skeleton import JOINT_INDEX, visible

pytest.importorskip("onnxruntime")

REPO = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("POSE2LANG3D_TEST_SHARED", REPO.parent / "shared"))
DETECTORS = {"rtmpose-s": "rtmdet_nano_person_hw.onnx", "rtmpose-m": "yolox_nano.onnx"}
POSE = SHARED / "weights" / "movenet_thunder_simcc_256x256.onnx"


# A stand-in for rtmlib.


class Net:
    """Like a net of rtmlib: a picture goes in at half its size, and what comes out was decided beforehand."""

    outputs: tuple[np.ndarray, ...] = ()
    size: tuple[object, ...] = ("height", "width")
    seen: list[np.ndarray]

    def __init__(self, onnx_model, model_input_size, backend, device):
        if "damaged" in onnx_model:
            msg = "bad protobuf"
            raise RuntimeError(msg)
        print("load it")
        type(self).last = self
        self.onnx_model, self.model_input_size, self.score_thr = onnx_model, model_input_size, 0.7
        self.backend, self.device, self.seen = backend, device, []
        self.session = SimpleNamespace(get_inputs=lambda: [SimpleNamespace(shape=["batch", 3, *self.size])])

    def preprocess(self, image):
        return image, 0.5

    def inference(self, image):
        self.seen.append(image)
        return [output[None].copy() for output in self.outputs]


class Joints(Net):
    count = 17

    def __call__(self, image, bboxes):
        assert len(bboxes), "rtmlib would invent a person"
        self.seen.append(image)
        x0, y0, x1, y1 = np.array(bboxes).T[:, :, None]
        along = np.linspace(0.1, 0.9, self.count)
        xy = np.stack([x0 + (x1 - x0) * along, y0 + (y1 - y0) * along], axis=2)
        return xy, np.broadcast_to(np.linspace(1.2, 0.2, self.count), xy.shape[:2])


@pytest.fixture
def rtmlib(monkeypatch):
    module = ModuleType("rtmlib")
    row = {"det": "det.zip", "det_input_size": (64, 32), "pose": "pose.zip", "pose_input_size": (24, 32)}
    table = dict.fromkeys(("lightweight", "balanced", "performance"), row)
    module.Body, module.Wholebody = SimpleNamespace(MODE=table, RTMO_MODE=table), SimpleNamespace(MODE=table)
    for name in ("YOLOX", "RTMDet", "RTMO"):
        setattr(module, name, type(name, (Net,), {}))
    module.RTMPose = type("RTMPose", (Joints,), {})
    monkeypatch.setitem(sys.modules, "rtmlib", module)
    return module


def picture(height=200, width=300):
    """Red: the first channel in RGB, the last in BGR."""
    return np.full((height, width, 3), (255, 0, 0), np.uint8)


def boxes(*rows):
    return np.array(rows, np.float32).reshape(-1, 5)


def test_people_come_with_the_detectors_boxes_and_scores(rtmlib, capsys):
    rtmlib.YOLOX.outputs = (boxes((5, 5, 25, 45, 0.6), (50, 5, 150, 95, 0.9), (60, 5, 80, 45, 0.2)),)
    large, small = make_rtmlib_estimator("rtmpose-m")(picture())
    assert large.bbox.tolist() == [100, 10, 300, 190]
    assert small.bbox.tolist() == [10, 10, 50, 90]
    assert [large.person_score, small.person_score] == pytest.approx([0.9, 0.6])
    assert large.score.max() == 1, "peaks over 1 are clipped"
    np.testing.assert_allclose(large.xy[0], (120, 28))
    for net in (rtmlib.YOLOX.last, rtmlib.RTMPose.last):
        assert net.seen[0][0, 0].tolist() == [0, 0, 255], "rtmlib expects BGR"
        assert net.backend == "onnxruntime"
    assert capsys.readouterr().out == "", "what rtmlib prints does not mix with answers"


def test_nobody_stays_nobody(rtmlib):
    estimator = make_rtmlib_estimator("rtmpose-m")
    rtmlib.YOLOX.outputs = (boxes(),)
    assert estimator(picture()) == []
    rtmlib.YOLOX.outputs = (boxes((5, 5, 25, 45, 0.29), (5, 5, 5, 45, 0.9), (400, 5, 450, 50, 0.9)),)
    assert estimator(picture()) == [], "unsure, without width, outside the picture"
    assert rtmlib.RTMPose.last.seen == []
    assert estimator(picture(1, 4000)) == []


def test_other_classes_are_not_people(rtmlib):
    found = boxes((5, 5, 25, 45, 0.9), (50, 5, 150, 95, 0.9))
    rtmlib.YOLOX.outputs = (found, np.array([0, 2]))
    (person,) = make_rtmlib_estimator("rtmpose-m")(picture())
    assert person.bbox.tolist() == [10, 10, 50, 90]


def test_raw_yolox_is_decoded(rtmlib):
    """One person of 16 x 24 pixels round (20, 28) of the net's picture, in the cell (2, 3) of stride 8, and a car."""
    rtmlib.YOLOX.size = (64, 32)
    raw = np.zeros((8 * 4 + 4 * 2 + 2 * 1, 7), np.float32)
    raw[3 * 4 + 2] = (0.5, 0.5, np.log(2), np.log(3), 0.8, 0.9, 0.1)
    raw[0] = (0.5, 0.5, np.log(2), np.log(3), 0.9, 0.1, 0.9)
    rtmlib.YOLOX.outputs = (raw,)
    (person,) = make_rtmlib_estimator("rtmpose-m")(picture())
    np.testing.assert_allclose(person.bbox, [24, 32, 56, 80], rtol=1e-5)
    assert person.person_score == pytest.approx(0.72)


def test_rtmo_gives_everyone_at_once_and_nobody_twice(rtmlib):
    along = np.linspace(5, 85, 17)
    joints = np.stack([along, along[::-1], np.full(17, 0.8)], axis=1)
    again, unsure = joints + np.array([0.3, 0, 0]), joints + np.array([40, 0, 0])
    found = boxes((5, 5, 85, 85, 0.9), (5, 5, 86, 85, 0.8), (40, 5, 120, 85, 0.6))
    rtmlib.RTMO.outputs = (found, np.stack([joints, again, unsure]).astype(np.float32))
    (person,) = make_rtmlib_estimator("rtmo-s")(picture())
    np.testing.assert_allclose(person.xy, joints[:, :2] * 2, rtol=1e-5)
    assert person.person_score == pytest.approx(0.9)
    rtmlib.RTMO.outputs = (found[:0], np.zeros((0, 17, 3), np.float32))
    assert make_rtmlib_estimator("rtmo-s")(picture()) == []


@pytest.mark.parametrize("count", [26, 133])
def test_of_more_joints_the_body_is_kept(rtmlib, count):
    rtmlib.YOLOX.outputs = (boxes((50, 5, 150, 95, 0.9)),)
    rtmlib.RTMPose.count = count
    (person,) = make_rtmlib_estimator("rtmw-m")(picture())
    np.testing.assert_allclose(person.xy[1, 0], 100 + 200 * (0.1 + 0.8 / (count - 1)), rtol=1e-5)


def test_files_of_ones_own(rtmlib, tmp_path):
    for name in ("my_RTMDet.onnx", "other.onnx", "pose.onnx"):
        (tmp_path / name).touch()
    rtmlib.RTMPose.size = (256, 192)
    rtmlib.RTMDet.outputs = rtmlib.YOLOX.outputs = (boxes(),)
    estimator = make_rtmlib_estimator("rtmpose-m", detector=tmp_path / "my_RTMDet.onnx", pose=tmp_path / "pose.onnx")
    assert not hasattr(rtmlib.RTMDet, "last"), "opened at the first call"
    assert estimator(picture()) == []
    assert rtmlib.RTMDet.last.model_input_size == (64, 32), "the file leaves it open"
    assert rtmlib.RTMPose.last.model_input_size == (192, 256), "the file says it; RTMPose wants the width first"
    make_rtmlib_estimator("rtmpose-m", detector=str(tmp_path / "other.onnx"))(picture())
    assert rtmlib.YOLOX.last.onnx_model == str(tmp_path / "other.onnx")
    assert rtmlib.RTMPose.last.onnx_model == "pose.zip"


def test_files_that_do_not_fit_are_told(rtmlib, tmp_path):
    damaged = tmp_path / "damaged.onnx"
    damaged.touch()
    with pytest.raises(WeightsError, match=r"damaged\.onnx' \(bad protobuf\).*detector and pose"):
        make_rtmlib_estimator("rtmpose-m", pose=damaged)(picture())
    with pytest.raises(WeightsError, match=r"no file .*none\.onnx'.*given as detector"):
        make_rtmlib_estimator("rtmpose-m", detector=tmp_path / "none.onnx")
    rtmlib.YOLOX.outputs = (np.zeros((3, 4), np.float32),)
    with pytest.raises(WeightsError, match=r"'det\.zip' and 'pose\.zip' cannot be run as rtmpose-m"):
        make_rtmlib_estimator("rtmpose-m")(picture())


def test_settings_that_do_not_exist_are_told(rtmlib):
    with pytest.raises(SettingError, match="unknown estimator 'rtmpose-xxl'; choose one of rtmpose-s, rtmpose-m"):
        make_rtmlib_estimator("rtmpose-xxl")
    with pytest.raises(SettingError, match="rtmo-s finds people itself"):
        make_rtmlib_estimator("rtmo-s", detector="d.onnx")
    for device in ("gpu", "cuda:one", "CPU", "cpu:0", ""):
        with pytest.raises(SettingError, match="device must be"):
            make_rtmlib_estimator("rtmpose-m", device=device)


@pytest.mark.parametrize("device", ["cuda", "cuda:1"])
def test_a_device_that_is_not_here_is_told_instead_of_a_silent_cpu(rtmlib, monkeypatch, device):
    monkeypatch.setattr("onnxruntime.get_available_providers", lambda: ["CPUExecutionProvider"])
    with pytest.raises(SettingError, match=f"onnxruntime offers CPUExecutionProvider here, not '{device}'"):
        make_rtmlib_estimator("rtmpose-m", device=device)
    monkeypatch.setattr("onnxruntime.get_available_providers", lambda: ["CUDAExecutionProvider"])
    assert make_rtmlib_estimator("rtmpose-m", device=device).device == device


@pytest.mark.parametrize("image", [np.zeros((4, 4), np.uint8), np.zeros((0, 4, 3), np.uint8), None])
def test_what_is_no_picture_is_refused(rtmlib, image):
    with pytest.raises(ImageDecodeError, match="image"):
        make_rtmlib_estimator("rtmpose-m")(image)


def test_without_rtmlib_the_command_that_installs_it_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "rtmlib", None)
    with pytest.raises(SettingError, match=r'pip install "pose2lang3d-sdk\[rtmpose\]"'):
        make_rtmlib_estimator("rtmpose-m")


def test_nothing_of_rtmlib_is_imported_before_it_is_asked_for():
    code = "import sys, pose2lang3d_sdk.keypoints; print([m for m in ('rtmlib', 'cv2', 'torch') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


# The real one.


def test_rtmlib_lists_what_the_names_stand_for():
    rtmlib = pytest.importorskip("rtmlib")
    for name in RTM_NAMES:
        home, table, row = _SOURCES[name]
        files = getattr(getattr(rtmlib, home), table)[row]
        assert name.split("-")[0] in Path(files["pose"]).name
        assert ("det" in files) == (not name.startswith("rtmo"))


@pytest.fixture(params=DETECTORS)
def estimator(request):
    pytest.importorskip("rtmlib")
    detector = SHARED / "weights" / DETECTORS[request.param]
    if not (detector.is_file() and POSE.is_file()):
        pytest.skip("no nets of rtmlib's kind here")
    return make_rtmlib_estimator(request.param, detector=detector, pose=POSE)


def test_really_nobody(estimator, capsys):
    for shape in ((480, 640), (1, 1), (1, 4000), (4000, 60)):
        assert estimator(np.full((*shape, 3), 120, np.uint8)) == []
    assert capsys.readouterr().out == ""


def test_astronaut_is_one_person_with_the_face_where_it_is(estimator):
    (person,) = estimator(load_image(REPO / "examples" / "astronaut.jpg"))
    # Read off the picture by eye, as in test_keypoints.
    for name, place in {"nose": (225, 122), "left_eye": (246, 103), "right_eye": (203, 102)}.items():
        assert np.hypot(*(person.xy[JOINT_INDEX[name]] - place)) < 15, name
        assert visible(person.score)[JOINT_INDEX[name]]
    assert not visible(person.score)[[JOINT_INDEX["left_ankle"], JOINT_INDEX["right_ankle"]]].any()


@pytest.mark.skipif(not (SHARED / "photos" / "annotations.json").is_file(), reason="no labelled photos here")
def test_the_largest_labelled_people_are_found_with_their_joints(estimator):
    """18 of 20 people, and 97 % (RTMDet) and 96 % (YOLOX) of their visible joints, when this was written."""
    labels = json.loads((SHARED / "photos" / "annotations.json").read_text(encoding="utf-8"))
    files = sorted({entry["file"] for entry in labels if "keypoints" in entry})
    right = []
    for file in files:
        people = [entry for entry in labels if entry["file"] == file]
        wanted = max(people, key=lambda entry: np.prod(entry["bbox_xywh"][2:]))
        marked, box = np.array(wanted["keypoints"]), np.array(wanted["bbox_xywh"])
        found = [p for p in estimator(load_image(SHARED / "photos" / file)) if overlap(p.bbox, box) > 0.5]
        if found:
            both = (marked[:, 2] == 2) & visible(found[0].score)
            off = np.hypot(*(found[0].xy - marked[:, :2]).T)[both] / box[2:].max()
            right.extend(((off < 0.06).mean(),) if both.any() else ())
    assert len(right) >= 0.8 * len(files)
    assert np.mean(right) > 0.85


def overlap(corners, xywh):
    """Intersection over union."""
    other = np.concatenate([xywh[:2], xywh[:2] + xywh[2:]])
    shared = np.clip(np.minimum(corners, other)[2:] - np.maximum(corners, other)[:2], 0, None).prod()
    return shared / ((corners[2:] - corners[:2]).prod() + xywh[2:].prod() - shared)
