"""Batches: in order, lazily, with one bad item never the end of the rest."""

from __future__ import annotations

import io
import re
import threading
import time
import weakref
from pathlib import Path

import numpy as np
import pytest
from people import arm_raised, standing
from PIL import Image

from pose2lang3d_sdk import Pose2Lang, api, errors
from pose2lang3d_sdk.batch import ordered_map, without_tracebacks
from pose2lang3d_sdk.images import load_image

PHOTO = Path(__file__).parents[1] / "examples" / "astronaut.jpg"
WALL = np.full((240, 320, 3), 128, np.uint8)


@pytest.fixture(scope="module")
def model() -> Pose2Lang:
    return Pose2Lang("fast")


@pytest.mark.parametrize("workers", [1, 3])
def test_ordered_map_keeps_the_order_whatever_takes_long(workers):
    def slow(index: int, item: float) -> tuple[int, float]:
        time.sleep(item)
        return index, item

    items = [0.03, 0.0, 0.02, 0.0, 0.01]
    assert list(ordered_map(slow, iter(items), workers)) == list(enumerate(items))


@pytest.mark.parametrize("workers", [1, 2])
def test_ordered_map_takes_no_more_items_than_it_needs(workers):
    taken = []

    def endless():
        number = 0
        while True:
            taken.append(number)
            yield number
            number += 1

    results = ordered_map(lambda _, item: item, endless(), workers)
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    assert len(taken) <= 3 + 2 * workers
    results.close()


def test_ordered_map_hands_out_what_is_done_while_the_items_are_slow():
    done = threading.Event()
    taken = []

    def live():
        for number in range(4):
            taken.append(number)
            yield number
            done.wait(20)  # the work on this item is done before the next one comes
            done.clear()
            time.sleep(0.05)

    results = ordered_map(lambda _, item: (done.set(), item)[1], live(), 4)
    assert next(results) == 0
    assert len(taken) <= 2, "the first result waited for more items than it needed"
    results.close()


def test_ordered_map_starts_nothing_more_once_its_reader_has_left():
    started = []

    def work(_: int, item: int) -> int:
        started.append(item)
        time.sleep(0.05)
        return item

    results = ordered_map(work, range(100), 2)
    assert next(results) == 0
    results.close()
    assert len(started) <= 4


def test_two_workers_work_at_once():
    both = threading.Barrier(2, timeout=20)
    assert list(ordered_map(lambda _, item: both.wait() >= 0 and item, "ab", 2)) == ["a", "b"]


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_ordered_map_hands_out_what_it_has_before_the_items_fail(workers):
    def broken():
        yield from "abc"
        msg = "the cable is out"
        raise OSError(msg)

    results = ordered_map(lambda _, item: item, broken(), workers)
    assert [next(results) for _ in range(3)] == ["a", "b", "c"]
    with pytest.raises(OSError, match="cable"):
        next(results)


@pytest.mark.parametrize("workers", [1, 2])
def test_one_bad_item_keeps_its_error_and_the_rest_goes_on(model, workers):
    images = [PHOTO, "missing.jpg", WALL, b"no image", standing(), PHOTO]
    items = list(model.describe_batch(images, workers=workers))
    assert [item.index for item in items] == list(range(6))
    kinds = [type(item.error) for item in items]
    nothing, lost = type(None), errors.ImageNotFoundError
    assert kinds == [nothing, lost, errors.NoPersonError, errors.ImageDecodeError, nothing, nothing]
    assert [item.text is None for item in items] == [item.error is not None for item in items]
    assert items[0].text == items[5].text == str(items[0]) == model.describe(PHOTO)
    assert str(items[1]) == str(items[1].error)
    words = ["the image (array of shape (240, 320, 3), uint8)", "the image (8 bytes)", "the keypoints"]
    assert [item.source for item in items] == [str(PHOTO), "missing.jpg", *words, str(PHOTO)]
    assert "'missing.jpg'" in str(items[1].error)
    assert items[2].scene.people == ()
    assert items[1].scene is None
    assert items[4].scene.person().ask("Is the left knee bent?").verdict == "no"


def test_an_estimator_that_fails_fails_for_its_photo_only():
    def fails_on_dark(image):
        if image.mean() < 10:
            msg = "too dark"
            raise RuntimeError(msg)
        return [standing()]

    model = Pose2Lang(fails_on_dark)
    items = list(model.describe_batch([WALL, np.zeros_like(WALL), WALL]))
    assert [str(item.error) for item in items] == ["None", "too dark", "None"]


@pytest.mark.parametrize("kind", [errors.WeightsError, errors.SettingError, MemoryError])
@pytest.mark.parametrize("workers", [1, 2])
def test_what_no_item_can_help_ends_the_batch(kind, workers):
    def broken(_image):
        raise kind

    with pytest.raises(kind):
        list(Pose2Lang(broken).describe_batch([WALL, WALL], workers=workers))


@pytest.mark.parametrize("workers", [1, 2])
def test_errors_keep_no_photo_alive(workers):
    frames = []

    def new_frames():
        for _ in range(8):
            frame = WALL.copy()
            frames.append(weakref.ref(frame))
            yield frame

    items = list(Pose2Lang(lambda _: []).describe_batch(new_frames(), workers=workers))
    assert {type(item.error) for item in items} == {errors.NoPersonError}
    assert [frame() for frame in frames] == [None] * 8


def test_tracebacks_go_from_the_whole_chain_even_from_a_ring():
    with pytest.raises(errors.ImageNotFoundError) as caught:
        load_image("none.jpg")
    error, cause = caught.value, caught.value.__cause__
    assert cause.__traceback__
    cause.__cause__ = error
    assert without_tracebacks(error) is error
    assert (error.__traceback__, cause.__traceback__) == (None, None)


def test_a_file_is_named_by_its_path(model):
    with Path(__file__).open("rb") as file:
        (item,) = model.describe_batch([file])
    assert item.source == __file__
    assert repr(__file__) in str(item.error)


def test_threads_limit_batches_too(monkeypatch):
    asked = []
    monkeypatch.setattr(api, "ordered_map", lambda work, items, workers: asked.append(workers))
    monkeypatch.setattr(api, "available_threads", lambda: 7)
    Pose2Lang("fast", threads=1).describe_batch([])
    Pose2Lang("fast", threads=np.int64(3)).ask_batch([], "Is the left knee bent?")
    Pose2Lang("fast", threads=3).describe_batch([], workers=np.int64(2))
    Pose2Lang("fast").describe_batch([])
    Pose2Lang(lambda _: [], threads=3).describe_batch([])
    assert asked == [1, 3, 2, 7, 1]


def test_the_nets_of_the_workers_are_opened_once(monkeypatch):
    made = []
    make = api.make_estimator
    monkeypatch.setattr(api, "make_estimator", lambda *given, **named: made.append(named) or make(*given, **named))
    model = Pose2Lang("fast")
    for _ in range(3):
        assert list(model.describe_batch([], workers=2)) == []
    assert [named["threads"] for named in made] == [None, 1]
    assert list(Pose2Lang("fast", threads=1).describe_batch([], workers=2)) == []
    assert len(made) == 3


ONE_PHOTO = {
    "str": str(PHOTO), type(PHOTO).__name__: PHOTO, "bytes": b"\xff\xd8", "BytesIO": io.BytesIO(b"\xff\xd8"),
    "Image": Image.new("RGB", (4, 4)), "array of shape (240, 320, 3)": WALL, "array of shape (240, 320)": WALL[..., 0],
    "Keypoints": standing(), "NoneType": None, "int": 3,
}  # fmt: skip


@pytest.mark.parametrize("kind", ONE_PHOTO)
def test_one_photo_is_no_batch(model, kind):
    named = f"got one {re.escape(kind)}; put it into a list"
    with pytest.raises(errors.SettingError, match=named):
        model.describe_batch(ONE_PHOTO[kind])
    with pytest.raises(errors.SettingError, match=named):
        model.ask_batch(ONE_PHOTO[kind], "Is the left knee bent?")


def test_any_iterable_of_photos_is_a_batch(model):
    for images in (np.stack([WALL] * 2), (WALL, WALL), iter([WALL, WALL]), dict.fromkeys(["a.jpg", "b.jpg"])):
        assert [item.index for item in model.describe_batch(images, workers=1)] == [0, 1]


def test_ask_batch_gives_the_answers_of_ask(model):
    question = "Is the left arm raised?"
    people = [standing(), arm_raised()]
    answers = [item.text for item in model.ask_batch(people, question, workers=2)]
    assert answers == [model.ask(person, question) for person in people]


def test_wrong_settings_are_refused_at_the_call(model):
    for call in (
        lambda: model.describe_batch([PHOTO], workers=0),
        lambda: model.describe_batch([PHOTO], detail="long"),
        lambda: model.describe_batch([PHOTO], person=-1),
        lambda: model.describe_batch(str(PHOTO)),
        lambda: model.ask_batch(standing(), "Is the left knee bent?"),
    ):
        with pytest.raises(errors.SettingError):
            call()
    with pytest.raises(errors.QuestionError):
        model.ask_batch([PHOTO], " ")
