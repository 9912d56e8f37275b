"""Other detectors' keypoints: every joint lands on its row, the missing are missing, and mistakes are told."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from pose2lang3d_sdk.errors import KeypointsError
from pose2lang3d_sdk.keypoints import Keypoints
from pose2lang3d_sdk.skeleton import JOINTS, MIRROR, mirror_name

# Written out from each library's documentation, not derived from the SDK's tables.
COCO = list(JOINTS)
HALPE = [*COCO, "head", "neck", "hip", *(f"{side}_{toe}" for toe in ("big_toe", "small_toe", "heel")
                                         for side in ("left", "right"))]  # fmt: skip
WHOLEBODY = [*COCO, *(f"other_{i}" for i in range(116))]
COCO18 = {
    "nose": 0, "neck": 1, "right_shoulder": 2, "right_elbow": 3, "right_wrist": 4, "left_shoulder": 5, "left_elbow": 6,
    "left_wrist": 7, "right_hip": 8, "right_knee": 9, "right_ankle": 10, "left_hip": 11, "left_knee": 12,
    "left_ankle": 13, "right_eye": 14, "left_eye": 15, "right_ear": 16, "left_ear": 17,
}  # fmt: skip
BODY25 = {
    "nose": 0, "neck": 1, "right_shoulder": 2, "right_elbow": 3, "right_wrist": 4, "left_shoulder": 5, "left_elbow": 6,
    "left_wrist": 7, "mid_hip": 8, "right_hip": 9, "right_knee": 10, "right_ankle": 11, "left_hip": 12, "left_knee": 13,
    "left_ankle": 14, "right_eye": 15, "left_eye": 16, "right_ear": 17, "left_ear": 18,
}  # fmt: skip
BLAZEPOSE = {
    "nose": 0, "left_eye": 2, "right_eye": 5, "left_ear": 7, "right_ear": 8, "left_shoulder": 11, "right_shoulder": 12,
    "left_elbow": 13, "right_elbow": 14, "left_wrist": 15, "right_wrist": 16, "left_hip": 23, "right_hip": 24,
    "left_knee": 25, "right_knee": 26, "left_ankle": 27, "right_ankle": 28,
}  # fmt: skip


def place(name):
    """Each joint has a place of its own; the other side is across the middle, x = 500."""
    side = {"l": 1, "r": -1}.get(name[0], 0) if name.startswith(("left_", "right_")) else 0
    height = JOINTS.index(name.replace("right_", "left_")) if name in JOINTS else 40
    return 500 + side * 10 * (height + 1), 100 + 20 * height


def strength(name):
    return 0.5 + JOINTS.index(name) / 100 if name in JOINTS else 0.25


def figure(order, count, unit=1.0):
    """(count, 3) x, y, score in the order of a format; what is no joint of COCO's lies far away."""
    rows = np.full((count, 3), (9000, 9000, 0.25))
    for name, row in order.items() if isinstance(order, dict) else zip(order, range(count), strict=True):
        if name in JOINTS:
            rows[row] = (*place(name), strength(name))
    return rows * (unit, unit, 1)


def shows_the_figure(person, *, scores=True):
    assert {name: tuple(xy) for name, xy in zip(JOINTS, person.xy.tolist(), strict=True)} == {
        name: pytest.approx(place(name), rel=1e-4) for name in JOINTS
    }
    wanted = [strength(name) if scores else 1 for name in JOINTS]
    np.testing.assert_allclose(person.score, wanted, rtol=1e-5)
    return True


FORMATS = {
    "from_coco17": (Keypoints.from_coco17, figure(COCO, 17)),
    "from_halpe26": (Keypoints.from_halpe26, figure(HALPE, 26)),
    "from_coco133": (Keypoints.from_coco133, figure(WHOLEBODY, 133)),
    "from_openpose, BODY_25": (Keypoints.from_openpose, figure(BODY25, 25)),
    "from_openpose, COCO-18": (Keypoints.from_openpose, figure(COCO18, 18)),
}


@pytest.fixture(params=FORMATS)
def read_and_rows(request):
    return FORMATS[request.param]


# One person.


def test_each_joint_lands_on_its_row(read_and_rows):
    read, rows = read_and_rows
    assert shows_the_figure(read(rows))
    assert shows_the_figure(read(rows[:, :2], rows[:, 2]))
    assert shows_the_figure(read(rows[:, :2].tolist(), score=rows[:, 2].tolist()))
    assert shows_the_figure(read(rows.ravel().tolist())), "the flat list of JSON files"
    assert shows_the_figure(read(rows[:, :2]), scores=False), "without scores, joints are seen"


def test_a_mirrored_figure_gives_mirrored_joints(read_and_rows):
    read, rows = read_and_rows
    person, mirrored = read(rows), read(rows * (-1, 1, 1) + (1000, 0, 0))
    np.testing.assert_allclose(mirrored.xy, person.xy[MIRROR], atol=1e-3)
    assert [mirror_name(JOINTS[row]) for row in MIRROR] == COCO


def test_box_and_person_score_come_along(read_and_rows):
    read, rows = read_and_rows
    person = read(rows, bbox=[1, 2, 3, 4], person_score=0.7)
    assert person.bbox.tolist() == [1, 2, 3, 4]
    assert person.person_score == pytest.approx(0.7)
    tight = read(rows)
    assert tight.person_score == 1
    assert tight.bbox[1] == 100, "the box is of the 17 joints alone"


@pytest.mark.parametrize("with_scores", [True, False])
@pytest.mark.parametrize("blank", [(0, 0), (np.nan, np.nan), (0, np.nan)])
def test_joints_without_a_place_are_missing_whatever_their_score(with_scores, blank):
    rows = figure(COCO, 17)
    rows[9, :2] = blank
    person = Keypoints.from_coco17(rows if with_scores else rows[:, :2])
    assert person.score[9] == 0
    assert (person.score > 0).sum() == 16
    assert person.bbox[:2].min() > 0, "the blank place does not stretch the box"


def test_a_place_on_one_axis_is_no_blank():
    rows = figure(COCO, 17)
    rows[9, :2] = (0, 300)
    assert Keypoints.from_coco17(rows).score[9] > 0


def test_a_score_that_is_not_a_number_marks_a_missing_joint():
    rows = figure(COCO, 17)
    rows[3, 2] = np.nan
    assert Keypoints.from_coco17(rows).score[3] == 0


def test_float_noise_and_negative_scores_are_clipped_and_other_scales_refused():
    rows = figure(COCO, 17)
    rows[:3, 2] = (-0.4, 1.0009, 1)
    assert Keypoints.from_coco17(rows, person_score=1.0005).score[:3].tolist() == [0, 1, 1]
    rows[2, 2] = 1.01
    with pytest.raises(KeypointsError, match=r"from_coco17: score must be in \[0, 1\], got up to 1.01"):
        Keypoints.from_coco17(rows)
    rows[2, 2] = 2
    with pytest.raises(KeypointsError, match="flag > 0"):
        Keypoints.from_coco17(rows)
    with pytest.raises(KeypointsError, match="person_score"):
        Keypoints.from_coco17(rows[:, :2], person_score=96)
    with pytest.raises(KeypointsError, match="infinity"):
        Keypoints.from_coco17(np.full((17, 2), np.inf))


@pytest.mark.parametrize(
    ("read", "rows", "remedy"),
    [
        (Keypoints.from_coco17, 26, "from_coco17.*26, 3.*Halpe-26: use Keypoints.from_halpe26"),
        (Keypoints.from_coco17, 133, "COCO-WholeBody: use Keypoints.from_coco133"),
        (Keypoints.from_coco17, 25, "BODY_25: use Keypoints.from_openpose"),
        (Keypoints.from_coco17, 33, "BlazePose: use Keypoints.from_mediapipe"),
        (Keypoints.from_halpe26, 17, "COCO-17: use Keypoints.from_coco17"),
        (Keypoints.from_coco133, 18, "COCO-18: use Keypoints.from_openpose"),
        (Keypoints.from_openpose, 17, r"\(18, 2\) or \(18, 3\) or \(25, 2\).*use Keypoints.from_coco17"),
        (Keypoints.from_coco17, 21, r"got \(21, 3\); give one person's joints"),
    ],
)
def test_another_number_of_joints_names_the_constructor_that_fits(read, rows, remedy):
    with pytest.raises(KeypointsError, match=remedy):
        read(np.full((rows, 3), 0.5))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((np.ones((2, 17, 3)),), r"got \(2, 17, 3\); give one person, for example the first: xy\[0\]"),
        ((np.ones((17, 3)), np.ones(17)), "holds scores already"),
        ((np.ones(34),), r"got \(34,\)"),
        ((np.ones(78),), r"got \(26, 3\).*Keypoints.from_halpe26"),
        ((np.ones((17, 4)),), r"\(17, 4\)"),
        ((np.ones((17, 2)), np.ones(16)), r"score must have shape \(17,\)"),
        (("photo.jpg",), "numbers, got str"),
        ((None,), "xy must have shape"),
        (([[1, 2], [3]],), "numbers, got list"),
    ],
)
def test_other_shapes_are_told(arguments, told):
    with pytest.raises(KeypointsError, match=told):
        Keypoints.from_coco17(*arguments)


def test_boxes_and_person_scores_of_another_shape_are_told():
    with pytest.raises(KeypointsError, match="bbox"):
        Keypoints.from_coco17(np.ones((17, 2)), bbox=[1, 2])
    with pytest.raises(KeypointsError, match="person_score must be one number"):
        Keypoints.from_coco17(np.ones((17, 2)), person_score=[0.5])


class Tensor:
    """Like a torch tensor on a GPU that wants a gradient: nothing but `detach().cpu()` leads to numbers."""

    def __init__(self, array, steps=("detach", "cpu")):
        self._array, self._steps = array, steps

    def detach(self):
        return Tensor(self._array, self._steps[1:])

    def cpu(self):
        assert self._steps[0] == "cpu"
        return Tensor(self._array, ())

    def float(self):
        return self

    def numpy(self):
        assert not self._steps
        return self._array


def test_tensors_do_as_well_as_arrays(read_and_rows):
    read, rows = read_and_rows
    assert shows_the_figure(read(Tensor(rows)))
    assert shows_the_figure(read(Tensor(rows[:, :2]), Tensor(rows[:, 2])))


def test_torch_tensors_of_any_precision():
    torch = pytest.importorskip("torch")
    rows = torch.tensor(figure(COCO, 17), requires_grad=True)
    assert (Keypoints(rows[:, :2], rows[:, 2]).xy == rows[:, :2].detach().numpy()).all()
    assert shows_the_figure(Keypoints.from_coco17(rows))
    half = Keypoints.from_coco17(rows.bfloat16())
    assert np.abs(half.xy - figure(COCO, 17)[:, :2]).max() < 4


# MediaPipe.


def landmarks(**changes):
    """33 objects as MediaPipe's tasks return them, in a photo of 1000 x 800."""
    rows = figure(BLAZEPOSE, 33) / (1000, 800, 1)
    points = [SimpleNamespace(x=x, y=y, z=0.3, visibility=seen, presence=0.9) for x, y, seen in rows]
    for name, change in changes.items():
        vars(points[BLAZEPOSE[name]]).update(change)
    return points


def test_mediapipe_landmarks_become_pixels():
    assert shows_the_figure(Keypoints.from_mediapipe(landmarks(), 1000, 800))
    old = SimpleNamespace(landmark=landmarks())
    assert shows_the_figure(Keypoints.from_mediapipe(old, 1000, 800))
    table = np.array([(p.x, p.y, p.z, p.visibility, p.presence) for p in landmarks()])
    assert shows_the_figure(Keypoints.from_mediapipe(table, 1000, 800))
    assert shows_the_figure(Keypoints.from_mediapipe(table[:, :4].tolist(), 1000, 800))
    assert shows_the_figure(Keypoints.from_mediapipe(table[:, :3], 1000, 800), scores=False)


def test_mediapipe_landmarks_outside_the_photo_are_missing():
    points = landmarks(left_ankle={"y": 1.02}, nose={"x": -0.01}, right_hip={"visibility": None})
    person = Keypoints.from_mediapipe(points, 1000, 800)
    assert person.score[JOINTS.index("left_ankle")] == 0
    assert person.score[JOINTS.index("nose")] == 0
    assert person.score[JOINTS.index("right_hip")] == 1, "a landmark without a visibility is seen"
    assert (person.score > 0).sum() == 15


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (SimpleNamespace(pose_landmarks=[landmarks()]), r"result.pose_landmarks\[0\]"),
        ([landmarks()], r"result.pose_landmarks\[0\]"),
        (np.ones((1, 33, 4)), r"result.pose_landmarks\[0\]"),
        ([], "33 landmarks"),
        (landmarks()[:20], "33 landmarks"),
        (np.ones((17, 3)), "use Keypoints.from_coco17"),
        (np.ones((33, 2)), r"got \(33, 2\)"),
        (None, "33 landmarks"),
    ],
)
def test_what_is_not_one_person_of_mediapipe_is_told(given, told):
    with pytest.raises(KeypointsError, match=told):
        Keypoints.from_mediapipe(given, 1000, 800)


@pytest.mark.parametrize("size", [(0, 100), (100, -1), (np.nan, 5), ("wide", 5), (None, 5), ((100, 100), 5)])
def test_mediapipe_needs_the_size_of_the_photo(size):
    with pytest.raises(KeypointsError, match="width and height"):
        Keypoints.from_mediapipe(landmarks(), *size)


# Several people.


def crowd(order=COCO, count=17):
    """(3, K, 3): a small figure, the figure itself, and somebody without a joint."""
    whole = figure(order, count)
    return np.stack([whole * (0.5, 0.5, 1), whole, whole * (1, 1, 0)])


def shows_the_crowd(people, *, scores=True):
    assert len(people) == 2, "who shows no joint is left out"
    assert shows_the_figure(people[0], scores=scores)
    np.testing.assert_allclose(people[1].xy * 2, people[0].xy, rtol=1e-5)
    return True


@pytest.mark.parametrize(("order", "count"), [(COCO, 17), (HALPE, 26), (WHOLEBODY, 133), (COCO18, 18)])
def test_rtmlib(order, count):
    people = crowd(order, count)
    found = Keypoints.list_from_rtmlib(people[..., :2], people[..., 2])
    assert shows_the_crowd(found)
    best = [strength(name) for name in JOINTS[-8:]]
    assert found[0].person_score == pytest.approx(np.mean(best))


def test_rtmlib_scores_are_clipped():
    people = crowd()
    people[1, :2, 2] = (1.3, -0.2)
    person, _ = Keypoints.list_from_rtmlib(people[..., :2], people[..., 2])
    assert person.score[:2].tolist() == [1, 0]


def test_rtmlib_with_nobody():
    assert Keypoints.list_from_rtmlib(np.zeros((0, 17, 2)), np.zeros((0, 17))) == []
    assert Keypoints.list_from_rtmlib([], []) == []
    assert Keypoints.list_from_rtmlib(np.zeros((1, 17, 2)), np.zeros((1, 17))) == [], "what RTMO returns for nobody"


@pytest.mark.parametrize(
    ("xy", "score", "told"),
    [
        (np.ones((17, 2)), np.ones(17), "add the axis of people"),
        (np.ones((1, 21, 2)), np.ones((1, 21)), r"17, 18, 25, 26, 33, 133 joints, got \(1, 21, 2\)"),
        (np.ones((2, 17, 2)), np.ones((1, 17)), r"score must have shape \(2, 17\)"),
        (np.ones((1, 17, 2)), "high", "numbers, got str"),
    ],
)
def test_rtmlib_shapes_are_told(xy, score, told):
    with pytest.raises(KeypointsError, match=f"list_from_rtmlib.*{told}"):
        Keypoints.list_from_rtmlib(xy, score)


def ultralytics_result(people, wrap=np.asarray, *, scores=True, boxes=True):
    keypoints = SimpleNamespace(xy=wrap(people[..., :2]), conf=wrap(people[..., 2]) if scores else None)
    corners = np.array([[0, 0, 10 * (i + 1), 20] for i in range(len(people))], np.float32)
    found = SimpleNamespace(xyxy=wrap(corners), conf=wrap(np.linspace(0.5, 0.9, len(people))))
    return SimpleNamespace(keypoints=keypoints, boxes=found if boxes else None)


@pytest.mark.parametrize("wrap", [np.asarray, Tensor])
def test_ultralytics(wrap):
    found = Keypoints.list_from_ultralytics(ultralytics_result(crowd(), wrap))
    assert shows_the_crowd(found)
    assert [person.bbox[2] for person in found] == [20, 10]
    assert [person.person_score for person in found] == pytest.approx([0.7, 0.5])


def test_ultralytics_writes_zeros_for_unsure_joints_and_keeps_their_scores():
    people = crowd()[:2]
    people[1, 9] = (0, 0, 0.45)
    largest, _ = Keypoints.list_from_ultralytics(ultralytics_result(people))
    assert largest.score[9] == 0


def test_ultralytics_without_scores_or_boxes():
    people = crowd()
    people[2, :, :2] = 0
    found = Keypoints.list_from_ultralytics(ultralytics_result(people, scores=False, boxes=False))
    assert shows_the_crowd(found, scores=False)
    assert found[0].person_score == 1


def test_ultralytics_with_nobody():
    assert Keypoints.list_from_ultralytics(ultralytics_result(np.zeros((0, 17, 3)))) == []
    old = SimpleNamespace(keypoints=SimpleNamespace(xy=np.zeros((1, 0, 2)), conf=None), boxes=None)
    assert Keypoints.list_from_ultralytics(old) == []


def test_ultralytics_mistakes_are_told():
    with pytest.raises(KeypointsError, match=r"give model\(photo\)\[0\]"):
        Keypoints.list_from_ultralytics([ultralytics_result(crowd())])
    with pytest.raises(KeypointsError, match="use a pose model"):
        Keypoints.list_from_ultralytics(SimpleNamespace(keypoints=None, boxes=None))
    hands = np.ones((1, 21, 3))
    with pytest.raises(KeypointsError, match=r"list_from_ultralytics.*21"):
        Keypoints.list_from_ultralytics(ultralytics_result(hands))
    result = ultralytics_result(crowd())
    result.boxes.xyxy = result.boxes.xyxy[:1]
    with pytest.raises(KeypointsError, match=r"boxes must have shape \(3, 4\)"):
        Keypoints.list_from_ultralytics(result)


@pytest.mark.parametrize("name", ["confidence", "keypoint_confidence"])
def test_supervision_by_either_name(name):
    people = crowd()
    assert shows_the_crowd(
        Keypoints.list_from_supervision(SimpleNamespace(xy=people[..., :2], **{name: people[..., 2]}))
    )


def test_supervision_without_scores_and_with_nobody():
    people = crowd()
    people[2, :, :2] = 0
    found = Keypoints.list_from_supervision(SimpleNamespace(xy=people[..., :2], confidence=None))
    assert shows_the_crowd(found, scores=False)
    assert Keypoints.list_from_supervision(SimpleNamespace(xy=np.empty((0, 0, 2)), confidence=None)) == []
    with pytest.raises(KeypointsError, match=r"sv\.KeyPoints, got list"):
        Keypoints.list_from_supervision([])


def test_supervision_for_real(recwarn):
    sv = pytest.importorskip("supervision")
    people = crowd().astype(np.float32)
    if not hasattr(sv.KeyPoints.empty(), "keypoint_confidence"):
        key_points = sv.KeyPoints(xy=people[..., :2], confidence=people[..., 2])
        assert shows_the_crowd(Keypoints.list_from_supervision(key_points))
        return
    key_points = sv.KeyPoints(
        xy=people[..., :2], keypoint_confidence=people[..., 2], detection_confidence=np.float32([0.5, 0.6, 0.7])
    )
    found = Keypoints.list_from_supervision(key_points)
    assert shows_the_crowd(found)
    assert [person.person_score for person in found] == pytest.approx([0.6, 0.5])
    key_points.visible = np.ones((3, 17), bool)
    key_points.visible[1, 5] = False
    (largest, _) = Keypoints.list_from_supervision(key_points)
    assert largest.score[5] == 0
    assert (largest.score > 0).sum() == 16
    assert Keypoints.list_from_supervision(sv.KeyPoints.empty()) == []
    assert not [warning for warning in recwarn if "confidence" in str(warning.message)], "no name that goes away"


def test_supervision_reads_ultralytics_and_mediapipe_for_us():
    sv = pytest.importorskip("supervision")
    torch = pytest.importorskip("torch")
    result = ultralytics_result(crowd(), torch.tensor)
    result.boxes.cls, result.names = torch.zeros(3), {0: "person"}
    assert shows_the_crowd(Keypoints.list_from_supervision(sv.KeyPoints.from_ultralytics(result)))
    result = SimpleNamespace(pose_landmarks=[landmarks()])
    (person,) = Keypoints.list_from_supervision(sv.KeyPoints.from_mediapipe(result, (1000, 800)))
    assert shows_the_figure(person)
