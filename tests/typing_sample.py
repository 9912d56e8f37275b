# pyright: strict
"""Uses the public API as a typed program does: tests/test_typing.py checks it with pyright, and runs it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pose2lang3d_sdk import (
    Answer,
    BatchItem,
    Choice,
    Description,
    Detail,
    Keypoints,
    Person,
    PersonChoice,
    Pose2Lang,
    PoseFact,
    Scene,
    Verdict,
    __version__,
    errors,
)
from pose2lang3d_sdk.keypoints import KeypointEstimator, make_estimator

PHOTO = Path(__file__).parents[1] / "examples" / "cameraman.png"


def every_kind_of_photo(model: Pose2Lang) -> list[str]:
    with PHOTO.open("rb") as file, Image.open(PHOTO) as picture:
        array: NDArray[np.uint8] = np.asarray(picture.convert("RGB"))
        return [model.describe(photo) for photo in (str(PHOTO), PHOTO, PHOTO.read_bytes(), file, picture, array)]


def a_model(model: Pose2Lang) -> tuple[Scene, Iterator[str]]:
    detail: Detail = "short"
    person: PersonChoice = "largest"
    text: str = model.describe(PHOTO, detail=detail, person=person, mirrored=False)
    answer: str = model.ask(PHOTO, "Which hand is higher?", person=0)
    pieces: Iterator[str] = model.stream(PHOTO, detail="full")
    scene: Scene = model.read(PHOTO)
    assert text
    assert answer
    return scene, pieces


def a_person(person: Person) -> Answer:
    box: tuple[float, float, float, float] = person.bbox
    score: float = person.person_score
    keypoints: Keypoints = person.keypoints
    description: Description = person.describe("normal")
    sentences: tuple[str, ...] = description.sentences
    pieces: list[str] = list(person.stream("normal"))
    answer: Answer = person.ask("Is the left elbow bent?")
    facts: tuple[PoseFact, ...] = person.facts()
    choice: Choice = person.choose(["The left knee is bent.", "The left knee is straight."])
    taken: str | None = choice.statement if choice.index is not None else None
    degrees: list[float] = [fact.quantity for fact in facts if fact.quantity is not None]
    angles: dict[str, float | None] = person.angles()
    joints: NDArray[np.float32] = person.joints3d()
    drawn: Image.Image = person.draw(highlight=answer)
    assert box[0] < box[2]
    assert score > 0
    assert keypoints.xy.shape == (17, 2)
    assert list(sentences) == pieces
    assert taken is None or taken == str(choice)
    assert len(degrees) <= len(angles)
    assert joints.shape == (17, 3)
    assert drawn.size == (512, 512)
    return answer


def a_verdict(answer: Answer) -> bool | None:
    verdict: Verdict = answer.verdict
    return verdict == "yes" if verdict in ("yes", "no") else None


def a_scene(scene: Scene) -> tuple[int, int]:
    assert scene.describe("short")
    drawn: Image.Image = scene.draw()
    people: tuple[Person, ...] = scene.people
    assert scene.person("largest") is people[0]
    width, height = scene.width, scene.height
    return drawn.size if width is None or height is None else (width, height)


def batches(model: Pose2Lang) -> list[str]:
    said: list[str] = []
    described: Iterator[BatchItem[Description]] = model.describe_batch([PHOTO, "nothing.jpg"], workers=1)
    for item in described:
        if item.result is not None:
            said += item.result.sentences
        error: Exception | None = item.error
        if isinstance(error, errors.ImageNotFoundError):
            said.append(str(error))
    asked: Iterator[BatchItem[Answer]] = model.ask_batch([PHOTO], "Is the left elbow bent?", workers=1)
    said += [item.result.verdict for item in asked if item.result]
    return said


def own_keypoints(model: Pose2Lang) -> Scene:
    xy = np.arange(34.0).reshape(17, 2)
    score = [0.9] * 17
    one = Keypoints(xy, score)
    same: Keypoints = Keypoints.from_coco17(xy.tolist(), score, bbox=(0, 0, 40, 40), person_score=0.5)
    several: list[Keypoints] = Keypoints.list_from_rtmlib(xy[None], [score])
    box: NDArray[np.float32] = one.bbox
    assert box.shape == (4,)
    assert several
    assert model.read(one).people
    return model.read([one, same])


def detector(image: NDArray[np.uint8], /) -> list[Keypoints]:
    return [Keypoints([(image.shape[1] // 2, image.shape[0] // 2)] * 17, [0.9] * 17)]


def own_estimator() -> Pose2Lang:
    estimator: KeypointEstimator = detector
    embedded: KeypointEstimator = make_estimator("lightning", threads=1)
    assert embedded is not estimator
    return Pose2Lang(estimator, device="cpu", threads=1)


def failure(model: Pose2Lang) -> str:
    try:
        return model.ask("nothing.jpg", "Is the left knee bent?")
    except (errors.QuestionError, errors.ImageNotFoundError) as error:
        ours: errors.Pose2LangError = error
        return str(ours)


def main() -> None:
    version: str = __version__
    model = Pose2Lang("fast", threads=1)
    scene, pieces = a_model(model)
    answer = a_person(scene.person())
    assert version
    assert " ".join(pieces)
    assert len(set(every_kind_of_photo(model))) == 1
    assert a_verdict(answer) is True
    assert a_scene(scene) == (512, 512)
    assert batches(model)[-1] == "yes"
    assert len(own_keypoints(model).people) == 2
    assert len(own_estimator().read(PHOTO).people) == 1
    assert "nothing.jpg" in failure(model)


if __name__ == "__main__":
    main()
