"""Pose2Lang, the front door: a photo in, true sentences about the body out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import numpy as np

from pose2lang3d_sdk.errors import KeypointsError, SettingError
from pose2lang3d_sdk.images import describe_source, load_image
from pose2lang3d_sdk.keypoints import Keypoints, make_estimator
from pose2lang3d_sdk.keypoints.base import box_area, outside
from pose2lang3d_sdk.language import PoseLanguage
from pose2lang3d_sdk.scene import Person, Scene, clean_question, person_number

if TYPE_CHECKING:
    from pose2lang3d_sdk.images import ImageSource
    from pose2lang3d_sdk.keypoints import EstimatorName, KeypointEstimator
    from pose2lang3d_sdk.scene import PersonChoice

EmbeddedEstimator: TypeAlias = Literal["default", "fast"]
EMBEDDED_ESTIMATORS: Final[dict[EmbeddedEstimator, EstimatorName]] = {"default": "thunder", "fast": "lightning"}


class Pose2Lang:
    """Describes the pose of people in photos and answers questions about it, offline.

    One model serves any number of photos and threads at once, and the same photo always gives the same text.

    >>> model = Pose2Lang()
    >>> model.describe("photo.jpg")  # doctest: +SKIP
    'The person stands facing the camera. ...'
    >>> model.ask("photo.jpg", "Is the left knee bent?")  # doctest: +SKIP
    'Yes, the left knee is bent to about 90 degrees.'

    Wherever an image is expected, give a path, the bytes of an image file, a binary file, a PIL image, an array
    (`images.load_image` lists which), or one person's `Keypoints`.

    Args:
        estimator: who finds the people and their joints: "default", "fast" (smaller, less exact), or any function that
            takes an RGB array (H, W, 3) uint8 and returns a list of `Keypoints`.
        threads: CPU cores that finding people and joints may use; default all this process may use. Language takes
            one: its graphs are so small that sharing them out costs more time than it saves.

    Raises:
        SettingError: an unknown estimator, or threads under 1.
        WeightsError: a weight file is missing or damaged, or onnxruntime is not installed.
    """

    def __init__(
        self, estimator: EmbeddedEstimator | KeypointEstimator = "default", *, threads: int | None = None
    ) -> None:
        if threads is not None and (isinstance(threads, bool) or not isinstance(threads, int) or threads < 1):
            msg = f"threads must be a whole number from 1, or None for all cores, got {threads!r}"
            raise SettingError(msg)
        self._estimator = _estimator(estimator, threads)
        self._language = PoseLanguage()

    def describe(self, image: ImageSource | Keypoints, *, person: PersonChoice = "largest") -> str:
        """Say what a person's body does.

        Args:
            image: the photo, or the person's keypoints.
            person: "largest", or 0 for the largest, 1 for the next and so on.

        Returns:
            English sentences; left and right are the person's own. What cannot be seen is left out.

        Raises:
            ImageNotFoundError, ImageDecodeError: the photo cannot be read.
            NoPersonError: nobody was found, or not the person asked for.
            SettingError: `person` is neither "largest" nor a whole number from 0.
        """
        person_number(person)  # a slip in the call should not cost the work on the photo
        return self.read(image).person(person).describe().text

    def ask(self, image: ImageSource | Keypoints, question: str, *, person: PersonChoice = "largest") -> str:
        """Answer a question about a person's pose.

        `read(image).person().ask(question)` gives the same answer with its confidence and the joints it rests on.

        Args:
            image: the photo, or the person's keypoints.
            question: in English, at most 500 characters; left and right are the person's own.
            person: "largest", or 0 for the largest, 1 for the next and so on.

        Returns:
            The answer; it says so if the joints are not visible or the question is not about the pose.

        Raises:
            QuestionError: the question is not text, empty or too long.
            ImageNotFoundError, ImageDecodeError: the photo cannot be read.
            NoPersonError: nobody was found, or not the person asked for.
            SettingError: `person` is neither "largest" nor a whole number from 0.
        """
        person_number(person)
        question = clean_question(question)
        return self.read(image).person(person).ask(question).text

    def read(self, image: ImageSource | Keypoints) -> Scene:
        """Find the people of a photo; the scene can then be asked many times at little cost.

        Raises:
            ImageNotFoundError, ImageDecodeError: the photo cannot be read.
            KeypointsError: the estimator returned something other than a list of `Keypoints`.
        """
        if isinstance(image, Keypoints):
            return Scene((Person(image, self._language),), name="the keypoints")
        name = describe_source(image)
        pixels = load_image(image)
        height, width = pixels.shape[:2]
        found = _checked(self._estimator(pixels))
        people = sorted((_inside(keypoints, width, height) for keypoints in found), key=box_area, reverse=True)
        return Scene(tuple(Person(keypoints, self._language) for keypoints in people), width, height, name)


def _estimator(choice: EmbeddedEstimator | KeypointEstimator, threads: int | None) -> KeypointEstimator:
    """The embedded nets are opened only when the first photo comes: keypoints alone do not need them."""
    if isinstance(choice, str):
        if choice in EMBEDDED_ESTIMATORS:
            return make_estimator(EMBEDDED_ESTIMATORS[choice], threads=threads)
    elif callable(choice):
        return choice
    names = ", ".join(f'"{name}"' for name in EMBEDDED_ESTIMATORS)
    msg = f"estimator must be {names} or a function that finds keypoints, got {choice!r}"
    raise SettingError(msg)


def _checked(found: Any) -> list[Keypoints]:
    if isinstance(found, (list, tuple)) and all(isinstance(keypoints, Keypoints) for keypoints in found):
        return list(found)
    msg = f"the estimator must return a list of Keypoints (empty for nobody), got {type(found).__name__}"
    raise KeypointsError(msg)


def _inside(keypoints: Keypoints, width: int, height: int) -> Keypoints:
    """Joints that an estimator places outside the photo were not seen: mark them missing."""
    beyond = outside(keypoints.xy, width, height)
    if not beyond.any():
        return keypoints
    return replace(keypoints, score=np.where(beyond, np.float32(0), keypoints.score))
