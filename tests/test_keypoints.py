"""The embedded estimator on real pictures with the real nets, its pieces by hand, and the exporter of the nets."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from pose2lang3d_sdk.errors import ImageDecodeError, KeypointsError, SettingError, WeightsError
from pose2lang3d_sdk.keypoints import ESTIMATORS, Keypoints, make_estimator
from pose2lang3d_sdk.keypoints.finder import distinct, hide_outside, similarity, turns_to_upright
from pose2lang3d_sdk.keypoints.formats import evidence
from pose2lang3d_sdk.keypoints.nanodet import PersonFinder, merge
from pose2lang3d_sdk.keypoints.windows import scaled, window
from pose2lang3d_sdk.skeleton import JOINT_INDEX, visible

data = pytest.importorskip("skimage.data")

REPO = Path(__file__).resolve().parents[1]
ASSETS = REPO / "src" / "pose2lang3d_sdk" / "assets"
SHARED = REPO.parent / "shared"
# Read off the picture by eye: the astronaut's nose, left eye (to the right in the picture) and right eye.
ASTRONAUT = {"nose": (225, 122), "left_eye": (246, 103), "right_eye": (203, 102)}
WITHOUT_PEOPLE = ("brick", "chelsea", "clock", "coffee", "coins", "grass", "gravel", "moon", "page", "rocket", "text")


@pytest.fixture(scope="module", params=ESTIMATORS)
def estimator(request):
    return make_estimator(request.param, threads=1)


def rgb(picture):
    return picture if picture.ndim == 3 else np.repeat(picture[..., None], 3, axis=2)


def skeleton(scale=100.0, shift=0.0):
    """An upright figure, facing the camera: (17, 2)."""
    points = [
        (0, 0), (0.05, -0.05), (-0.05, -0.05), (0.1, 0), (-0.1, 0), (0.25, 0.3), (-0.25, 0.3), (0.35, 0.6),
        (-0.35, 0.6), (0.4, 0.9), (-0.4, 0.9), (0.15, 1), (-0.15, 1), (0.15, 1.5), (-0.15, 1.5), (0.15, 2), (-0.15, 2),
    ]  # fmt: skip
    return np.array(points, np.float32) * scale + 200 + shift


# Real pictures.


def test_astronaut_is_one_person_with_the_face_where_it_is(estimator):
    (person,) = estimator(data.astronaut())
    for name, place in ASTRONAUT.items():
        assert np.hypot(*(person.xy[JOINT_INDEX[name]] - place)) < 12, name
        assert visible(person.score)[JOINT_INDEX[name]]
    left, right = person.xy[JOINT_INDEX["left_shoulder"]], person.xy[JOINT_INDEX["right_shoulder"]]
    assert left[0] > right[0], "left is the person's own left"
    legs = [JOINT_INDEX[f"{side}_{joint}"] for side in ("left", "right") for joint in ("knee", "ankle")]
    assert not visible(person.score)[legs].any(), "the picture ends at the hips"


def test_a_grey_picture_works(estimator):
    (person,) = estimator(rgb(data.camera()))
    assert np.hypot(*(person.xy[JOINT_INDEX["nose"]] - (247, 162))) < 12


@pytest.mark.parametrize("name", WITHOUT_PEOPLE)
def test_nobody_is_an_empty_list(estimator, name):
    assert estimator(rgb(getattr(data, name)())) == []


@pytest.mark.parametrize("shape", [(1, 1), (1, 4000), (4000, 1), (2, 3), (31, 33), (5000, 60), (3000, 4000)])
def test_odd_sizes_do_not_crash(estimator, shape):
    assert estimator(np.full((*shape, 3), 120, np.uint8)) == []


def test_a_large_picture_gives_the_same_person(estimator):
    picture = data.astronaut()
    (small,) = estimator(picture)
    (large,) = estimator(np.kron(picture, np.ones((5, 5, 1), np.uint8)))
    sure = small.score > 0.5
    assert np.abs(large.xy[sure] / 5 - small.xy[sure]).max() < 12


def test_someone_upside_down_is_found_and_keeps_left_and_right():
    picture = data.astronaut()
    (upright,) = make_estimator(threads=1)(picture)
    (hanging,) = make_estimator(threads=1)(np.ascontiguousarray(np.rot90(picture, 2)))
    sure = upright.score > 0.5
    assert np.abs((512 - hanging.xy[sure]) - upright.xy[sure]).max() < 25


def test_same_picture_same_answer(estimator):
    (a,), (b,) = estimator(data.astronaut()), estimator(data.astronaut()[:, :, ::-1][:, :, ::-1])
    assert np.array_equal(a.xy, b.xy)
    assert np.array_equal(a.score, b.score)


@pytest.mark.parametrize(
    "image",
    [np.zeros((4, 4), np.uint8), np.zeros((4, 4, 3)), np.zeros((0, 4, 3), np.uint8), np.zeros((4, 4, 4), np.uint8),
     [[1]], None],
)  # fmt: skip
def test_what_is_no_picture_is_refused(image):
    with pytest.raises(ImageDecodeError, match="image"):
        make_estimator()(image)


def test_unknown_names_and_missing_files_are_told(tmp_path):
    with pytest.raises(SettingError, match="thunder, lightning"):
        make_estimator("storm")
    with pytest.raises(WeightsError):
        PersonFinder(tmp_path / "none.onnx", 320)(data.astronaut(), 0.3)


# The pieces.


@pytest.mark.parametrize(
    ("slope", "left", "side", "pixels"),
    [(6, 5.3, 16, 16), (6, 5.7, 16.4, 64), (6, 3.7, 30.2, 29), (6, 2.25, 34.5, 17), (0.7, 11.3, 320.7, 64)],
)
def test_window_is_exact_to_a_fraction_of_a_pixel(slope, left, side, pixels):
    """A ramp shows its own x: whole numbers in and out leave an error of one, a sixth of a pixel where it is steep."""
    width = int(250 / slope)
    ramp = np.rint(np.arange(width) * slope).astype(np.uint8)
    picture = np.broadcast_to(ramp[None, :, None], (width, width, 3))
    centres = left + (np.arange(pixels) + 0.5) * side / pixels
    wanted = (centres - 0.5) * slope
    across = window(picture, left, 3.3, side, pixels)[pixels // 2, :, 0].astype(float)
    down = window(picture.transpose(1, 0, 2), 3.3, left, side, pixels)[:, pixels // 2, 0].astype(float)
    assert np.abs(across - wanted).max() <= 1.05
    assert np.abs(down - wanted).max() <= 1.05


def test_window_is_black_outside_and_whole_inside():
    picture = np.full((100, 200, 3), 255, np.uint8)
    seen = window(picture, -50, -50, 200, 100)
    assert (seen[25:75, 25:] == 255).all()
    assert not seen[:25].any()
    assert not seen[75:].any()
    assert not seen[:, :25].any()
    assert not window(picture, 500, 500, 20, 64).any()


def test_shrinking_averages():
    noise = np.random.default_rng(0).integers(0, 256, (1600, 2000, 3), dtype=np.uint8)
    small = scaled(noise, 100, 80)
    assert small.shape == (80, 100, 3)
    assert abs(small.mean() - noise.mean()) < 0.5
    assert small.std() < 10


def test_merge_keeps_the_best_of_overlapping_boxes():
    boxes = np.array([[0, 0, 10, 10, 0.9], [0, 0, 10, 9, 0.8], [5, 0, 15, 10, 0.7], [50, 50, 60, 60, 0.6]], np.float32)
    assert merge(boxes, 0.6)[:, 4].tolist() == pytest.approx([0.9, 0.7, 0.6])
    assert merge(boxes[:0], 0.6).shape == (0, 5)


def test_one_skeleton_drawn_twice_is_one_person():
    score = np.full(17, 0.8)
    sure = Keypoints(skeleton(), score, person_score=0.8)
    again = Keypoints(skeleton(shift=2), score, person_score=0.6)
    other = Keypoints(skeleton(shift=150), score, person_score=0.5)
    assert similarity(sure, sure) == pytest.approx(1)
    assert similarity(sure, again) > 0.7 > similarity(sure, other)
    assert distinct([other, again, sure]) == [sure, other]


def test_a_half_seen_person_with_the_same_face_is_nobody_else():
    score = np.where(np.arange(17) < 7, 0.8, 0.1)
    whole = Keypoints(skeleton(), np.full(17, 0.8), person_score=0.7)
    invented = skeleton()
    invented[7:] += 80
    assert distinct([Keypoints(invented, score, person_score=0.6), whole]) == [whole]


def test_similarity_by_hand():
    # The figure is 0.8 x 2.05 units of 100 pixels; every joint 5 pixels off.
    area = 0.6 * 80 * 205
    sigmas = np.array([26, 25, 25, 35, 35, 79, 79, 72, 72, 62, 62, 107, 107, 87, 87, 89, 89]) / 1000
    wanted = np.exp(-25 / (2 * area * (2 * sigmas) ** 2)).mean()
    a, b = (Keypoints(skeleton() + shift, np.full(17, 0.8)) for shift in (np.zeros(2), np.array([3, 4])))
    assert similarity(a, b) == pytest.approx(wanted, rel=1e-4)


def test_joints_outside_the_picture_and_doubtful_ones_on_its_border_are_absent():
    xy = skeleton()
    xy[JOINT_INDEX["left_ankle"]] = (100, 405)
    xy[JOINT_INDEX["right_ankle"]] = (100, 399)
    xy[JOINT_INDEX["left_wrist"]] = (399, 100)
    score = np.full(17, 0.2, np.float32)
    score[JOINT_INDEX["left_wrist"]] = 0.9
    score[JOINT_INDEX["right_ankle"]] = 0.35
    xy[JOINT_INDEX["left_elbow"]] = (399, 60)
    score[JOINT_INDEX["left_elbow"]] = 0.45
    xy[[JOINT_INDEX["left_knee"], JOINT_INDEX["right_knee"]]] = (200, 399)
    score[JOINT_INDEX["left_knee"]] = 0.3
    hidden = hide_outside(Keypoints(xy=xy, score=score), 400, 400).score
    assert hidden[JOINT_INDEX["left_ankle"]] == 0
    assert hidden[JOINT_INDEX["right_ankle"]] == 0
    assert hidden[JOINT_INDEX["left_wrist"]] == np.float32(0.9)
    assert hidden[JOINT_INDEX["left_elbow"]] == np.float32(0.45)
    assert hidden[JOINT_INDEX["left_knee"]] == np.float32(0.3)  # thighs tell where the knees are
    assert hidden[JOINT_INDEX["right_knee"]] == 0
    assert hidden[JOINT_INDEX["nose"]] == np.float32(0.2)


@pytest.mark.parametrize("bad", [-0.1, 1.5, float("nan"), None, "0.5", [0.5], np.array([0.5, 0.6]), 1j])
def test_a_person_score_that_is_no_share_is_refused(bad):
    with pytest.raises(KeypointsError, match="person_score must be one number in"):
        Keypoints(skeleton(), np.full(17, 0.8), person_score=bad)


@pytest.mark.parametrize("bad", [(30, 10, 20, 40), (10, 40, 20, 30)])
def test_a_box_with_exchanged_corners_is_refused(bad):
    with pytest.raises(KeypointsError, match="exchange its corners"):
        Keypoints(skeleton(), np.full(17, 0.8), bbox=bad)


def test_the_evidence_is_the_mean_of_the_eight_best():
    assert evidence(np.arange(17, dtype=np.float32) / 16) == pytest.approx(12.5 / 16)


@pytest.mark.parametrize("turns", range(4))
def test_the_turn_that_brings_a_lying_torso_upright(turns):
    xy = skeleton() - 300
    for _ in range(turns):  # clockwise, so that as many counter-clockwise turns undo it
        xy = np.stack([-xy[:, 1], xy[:, 0]], axis=1)
    person = Keypoints(xy + 300, np.full(17, 0.8))
    assert turns_to_upright(person) == turns
    assert turns_to_upright(replace(person, score=np.full(17, 0.1))) == 0


# The exporter.


@pytest.fixture(scope="module")
def records():
    return {record["file"]: record for record in json.loads((REPO / "exporters/keypoints/records.json").read_text())}


@pytest.mark.parametrize("name", ["person_nanodet.onnx", "keypoints_thunder.onnx", "keypoints_lightning.onnx"])
def test_the_records_are_of_the_files(records, name):
    content = (ASSETS / name).read_bytes()
    assert records[name]["bytes"] == len(content)
    assert records[name]["sha256"] == hashlib.sha256(content).hexdigest()


def test_a_fused_convolution_becomes_the_same_in_onnx(tmp_path):
    """Odd picture, even stride: where TensorFlow puts the padding is what goes wrong in converters."""
    onnx = pytest.importorskip("onnx")
    ort = pytest.importorskip("onnxruntime")
    from exporters.keypoints import tfjs
    from exporters.keypoints.walk import NHWC, Value, Walker

    random = np.random.default_rng(1)
    kernel, bias = random.normal(size=(3, 3, 2, 4)).astype(np.float16), random.normal(size=4).astype(np.float16)
    attr = {
        "strides": {"list": {"i": ["1", "2", "2", "1"]}}, "padding": {"s": "U0FNRQ=="},  # SAME
        "fused_ops": {"list": {"s": ["Qmlhc0FkZA==", "UmVsdTY="]}},  # BiasAdd, Relu6
    }  # fmt: skip
    stored = {"dtype": "float16", "original_dtype": "float32"}
    weights = [
        {"name": name, "shape": list(array.shape), "dtype": "float32", "quantization": stored}
        for name, array in (("kernel", kernel), ("bias", bias))
    ]
    document = {
        "modelTopology": {"node": [
            {"name": "x", "op": "Placeholder"}, {"name": "kernel", "op": "Const"}, {"name": "bias", "op": "Const"},
            {"name": "y", "op": "_FusedConv2D", "input": ["x", "kernel", "bias"], "attr": attr},
        ]},
        "weightsManifest": [{"paths": ["w.bin"], "weights": weights}],
    }  # fmt: skip
    (tmp_path / "w.bin").write_bytes(kernel.tobytes() + bias.tobytes())
    (tmp_path / "net.json").write_text(json.dumps(document))
    walker = Walker(tfjs.read(tmp_path / "net.json"))
    walker.values["x"] = Value("x", NHWC, (6, 7))
    y = walker.convert("y")
    make, kind = onnx.helper.make_tensor_value_info, onnx.TensorProto.FLOAT
    graph = onnx.helper.make_graph(
        walker.nodes,
        "g",
        [make("x", kind, [1, 2, 6, 7])],
        [make(y.name, kind, None)],
        list(walker.initializers.values()),
    )
    model = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 13)], ir_version=8)
    x = random.normal(size=(1, 2, 6, 7)).astype(np.float32)
    (got,) = ort.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"]).run(None, {"x": x})

    # SAME: 6 rows make 3, with all padding below; 7 columns make 4, with one column on each side.
    padded = np.pad(x[0], ((0, 0), (0, 1), (1, 1)))
    wanted = np.empty((4, 3, 4), np.float32)
    for i in range(3):
        for j in range(4):
            patch = padded[:, 2 * i : 2 * i + 3, 2 * j : 2 * j + 3]
            wanted[:, i, j] = np.einsum("chw,hwco->o", patch, kernel.astype(np.float32)) + bias
    assert y.size == (3, 4)
    np.testing.assert_allclose(got[0], np.clip(wanted, 0, 6), atol=1e-5)


# Labelled photos and an independent conversion, where they are at hand.


@pytest.mark.skipif(not (SHARED / "photos" / "annotations.json").is_file(), reason="no labelled photos here")
def test_labelled_people_are_found(estimator):
    from evaluation.keypoints import measure, read_photos

    found = measure(estimator, read_photos(SHARED / "photos"))
    thunder = estimator == make_estimator("thunder", threads=1)
    assert found.largest >= (0.90 if thunder else 0.75)
    assert found.every >= (0.68 if thunder else 0.55)
    assert found.oks_largest >= (0.82 if thunder else 0.64)


@pytest.mark.skipif(not (SHARED / "weights").is_dir(), reason="no other conversion of the nets here")
@pytest.mark.parametrize(("name", "side"), [("thunder", 256), ("lightning", 192)])
def test_movenet_agrees_with_another_conversion(name, side):
    """The other one went through TensorFlow; its places are rounded to half pixels, its scores are not."""
    ort = pytest.importorskip("onnxruntime")
    picture = scaled(data.astronaut(), side, side)
    (mine,) = ort.InferenceSession(ASSETS / f"keypoints_{name}.onnx").run(None, {"image": picture[None]})
    y, x, score = mine.reshape(17, 3).T
    other = ort.InferenceSession(SHARED / "weights" / f"movenet_{name}_simcc_{side}x{side}.onnx")
    mean, spread = np.float32([123.675, 116.28, 103.53]), np.float32([58.395, 57.12, 57.375])
    given = ((picture[..., ::-1] - mean) / spread).transpose(2, 0, 1)[None]
    places = other.run(None, {"input": np.ascontiguousarray(given, np.float32)})
    for simcc, mine_axis in zip(places, (x, y), strict=True):
        np.testing.assert_allclose(simcc[0].max(axis=1), score, atol=1e-5)
        seen = score > 1e-3
        place = np.clip(mine_axis * side * 2, 0, side * 2 - 1)
        assert np.abs(simcc[0].argmax(axis=1) - place)[seen].max() <= 0.51


@pytest.mark.skipif(not (SHARED / "weights").is_dir(), reason="no other conversion of the nets here")
def test_nanodet_agrees_with_another_conversion():
    ort = pytest.importorskip("onnxruntime")
    picture = scaled(data.astronaut(), 320, 256)
    mine = ort.InferenceSession(ASSETS / "person_nanodet.onnx").run(["s8", "s16", "s32"], {"image": picture[None]})
    mean, spread = np.float32([103.53, 116.28, 123.675]), np.float32([57.375, 57.12, 58.395])
    given = np.ascontiguousarray(((picture[..., ::-1] - mean) / spread).transpose(2, 0, 1)[None], np.float32)
    other = ort.InferenceSession(SHARED / "weights" / "nanodet_g_person.onnx").run(
        ["s8", "s16", "s32"], {"input": given}
    )
    for a, b in zip(mine, other, strict=True):
        np.testing.assert_allclose(a, b, atol=1e-3)
