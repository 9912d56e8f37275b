"""Batches: in order, lazily, with one bad item never the end of the rest."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import numpy as np
import pytest
from people import arm_raised, standing

from pose2lang3d_sdk import Pose2Lang, errors
from pose2lang3d_sdk.batch import ordered_map

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


def test_two_workers_work_at_once():
    both = threading.Barrier(2, timeout=20)
    assert list(ordered_map(lambda _, item: both.wait() >= 0 and item, "ab", 2)) == ["a", "b"]


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
    assert "missing.jpg" in items[1].source
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
