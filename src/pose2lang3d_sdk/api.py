"""Pose2Lang, the front door: a photo in, true sentences about the body out."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, TypeGuard, cast

import numpy as np

from pose2lang3d_sdk.batch import ordered_map, without_tracebacks
from pose2lang3d_sdk.errors import KeypointsError, SettingError, WeightsError
from pose2lang3d_sdk.images import describe_source, load_image, source_name
from pose2lang3d_sdk.keypoints import RTM_NAMES, Keypoints, RtmName, make_estimator, make_rtmlib_estimator
from pose2lang3d_sdk.keypoints.base import box_area, flipped, outside, swap_sides
from pose2lang3d_sdk.language import PoseLanguage
from pose2lang3d_sdk.results import Answer, BatchItem, Description, ResultT
from pose2lang3d_sdk.runtime import available_threads, check_device
from pose2lang3d_sdk.scene import Person, Scene, check_detail, clean_question, person_number, whole_number
from pose2lang3d_sdk.weights import Weights, open_weights

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from pose2lang3d_sdk.images import ImageSource
    from pose2lang3d_sdk.keypoints import EstimatorName, KeypointEstimator
    from pose2lang3d_sdk.runtime import Device
    from pose2lang3d_sdk.scene import PersonChoice
    from pose2lang3d_sdk.verdicts import Detail

PersonSource: TypeAlias = "ImageSource | Keypoints | Sequence[Keypoints]"
EmbeddedEstimator: TypeAlias = Literal["default", "fast"]
EstimatorChoice: TypeAlias = "EmbeddedEstimator | RtmName | KeypointEstimator"
_KEYPOINTS: Final = "the keypoints"
EMBEDDED_ESTIMATORS: Final[dict[EmbeddedEstimator, EstimatorName]] = {"default": "thunder", "fast": "lightning"}


class Pose2Lang:
    """Describes the pose of people in photos and answers questions about it, offline.

    One model serves any number of photos and threads at once, and the same photo always gives the same text.

    Wherever an image is expected, give a path, the bytes of an image file, a binary file, a PIL image, an array
    (`images.load_image` lists which), or, from a detector of your own, a person's `Keypoints` or a list of several.

    Args:
        estimator: who finds the people and their joints: "default", "fast" (smaller, less exact), the name of a net of
            rtmlib (`keypoints.RTM_NAMES`; needs the extra `rtmpose` and downloads the net at its first photo), or any
            function that takes an RGB array (H, W, 3) uint8 and returns a list of `Keypoints`.
        device: what the keypoint nets run on: "cpu"; "cuda" = a GPU or an error; "auto" = a GPU if the extra `gpu` is
            installed and works, else the CPU, which rtmlib's nets always take then. Language stays on the CPU, where
            its small integer graphs are fastest.
        threads: CPU cores that finding people and joints with the embedded nets, and batches, may use; default all
            this process may use. Language takes one for each photo: its graphs are so small that sharing them out
            costs more time than it saves.
        weights: from elsewhere than the package, see `from_pretrained`.

    Raises:
        SettingError: an unknown estimator or device, a device that does not work, threads under 1, or weights that
            are none, such as a path.
        WeightsError: a weight file is missing or damaged, or onnxruntime is not installed.

    Examples:
        >>> from pose2lang3d_sdk import Pose2Lang
        >>> model = Pose2Lang()
        >>> model.ask("examples/cameraman.png", "Is the left elbow bent?")
        'Yes, the left elbow is ...'
    """

    def __init__(
        self,
        estimator: EstimatorChoice = "default",
        *,
        device: Device = "auto",
        threads: int | None = None,
        weights: Weights | None = None,
    ) -> None:
        self._threads = _count("threads", threads)
        check_device(device)
        if not isinstance(weights, Weights | None):
            msg = f"weights must be Weights, not {weights!r}; those of a folder: Pose2Lang.from_pretrained(folder)"
            raise SettingError(msg)
        self._choice, self._device, self._weights = estimator, device, weights
        self._estimator = self._make_estimator(self._threads)
        self._language = PoseLanguage(weights=weights)

    @classmethod
    def from_pretrained(
        cls,
        source: str | Path,
        *,
        estimator: EstimatorChoice = "default",
        device: Device = "auto",
        threads: int | None = None,
        revision: str | None = None,
        offline: bool = False,
    ) -> Pose2Lang:
        """A model with weights from elsewhere than the package, each file checked by its SHA-256.

        Args:
            source: a folder with a weights_manifest.json, as `python -m exporters` writes it; a repository
                "owner/name" of the Hugging Face Hub; or the https:// address of such a folder. What it lacks comes from
                the package.
            estimator: as of `Pose2Lang`.
            device: likewise.
            threads: likewise.
            revision: branch, tag or commit of a repository.
            offline: never touch the network; what was downloaded before is still found.

        Raises:
            SettingError: the source is none of these, for example no folder that is there, or as `Pose2Lang`.
            WeightsError: files are missing or damaged, or cannot be downloaded.

        Examples:
            >>> Pose2Lang.from_pretrained("my_weights")
            Traceback (most recent call last):
            pose2lang3d_sdk.errors.SettingError: 'my_weights' is no folder; give one, a Hugging Face repository ...
        """
        weights = open_weights(source, revision=revision, offline=offline)
        return cls(estimator, device=device, threads=threads, weights=weights)

    def describe(
        self,
        image: PersonSource,
        *,
        detail: Detail = "normal",
        person: PersonChoice = "largest",
        mirrored: bool = False,
    ) -> str:
        """Say what a person's body does.

        `read(image).describe()` tells about everybody in the photo.

        Args:
            image: the photo, or the person's keypoints.
            detail: "short" = one or two sentences, "normal" = every region of the body, "full" = all that is nearly
                sure.
            person: "largest", or 0 for the largest, 1 for the next and so on.
            mirrored: whether the photo shows the person as a mirror does, like many selfies.

        Returns:
            English sentences; left and right are the person's own. What cannot be seen is left out.

        Raises:
            ImageNotFoundError, ImageDecodeError: the photo cannot be read.
            NoPersonError: nobody was found, or not the person asked for.
            SettingError: `person` is neither "largest" nor a whole number from 0, or an unknown `detail`.

        Examples:
            >>> print(model.describe("examples/cameraman.png", detail="short"))
            The ...
        """
        _check_choices(person, detail)  # a slip in the call should not cost the work on the photo
        return self.read(image, mirrored=mirrored).person(person).describe(detail).text

    def ask(
        self,
        image: PersonSource,
        question: str,
        *,
        person: PersonChoice = "largest",
        mirrored: bool = False,
    ) -> str:
        """Answer a question about a person's pose.

        `read(image).person().ask(question)` gives the same answer with its confidence and the joints it rests on.

        Args:
            image: the photo, or the person's keypoints.
            question: in English, at most 500 characters; left and right are the person's own.
            person: "largest", or 0 for the largest, 1 for the next and so on.
            mirrored: whether the photo shows the person as a mirror does, like many selfies.

        Returns:
            The answer; it says so if the joints are not visible or the question is not about the pose.

        Raises:
            QuestionError: the question is not text, empty or too long.
            ImageNotFoundError, ImageDecodeError: the photo cannot be read.
            NoPersonError: nobody was found, or not the person asked for.
            SettingError: `person` is neither "largest" nor a whole number from 0.

        Examples:
            >>> model.ask("examples/cameraman.png", "Is the left knee bent?")
            'I cannot tell: ...'
        """
        _check_choices(person)
        question = clean_question(question)
        return self.read(image, mirrored=mirrored).person(person).ask(question).text

    def stream(
        self,
        image: PersonSource,
        *,
        detail: Detail = "normal",
        person: PersonChoice = "largest",
        mirrored: bool = False,
    ) -> Iterator[str]:
        """`describe` piece by piece: the sentences of one body region after the other, as soon as they are checked.

        Joined with spaces they are the text of `describe`; there is none if too little of the person is visible.
        Arguments and errors are those of `describe`; errors come at the call, not at the first piece.

        Examples:
            >>> for sentences in model.stream("examples/cameraman.png"):
            ...     print(sentences)
            The ...
        """
        _check_choices(person, detail)
        return self.read(image, mirrored=mirrored).person(person).stream(detail)

    def read(self, image: PersonSource, *, mirrored: bool = False) -> Scene:
        """Find the people of a photo; the scene can then be asked many times at little cost.

        Args:
            image: the photo, or the keypoints of one person or of several.
            mirrored: whether it shows people as a mirror does, like many selfies. Left and right are put right;
                positions stay those of the photo.

        Raises:
            ImageNotFoundError, ImageDecodeError: the photo cannot be read.
            KeypointsError: the estimator returned something other than a list of `Keypoints`.
            SettingError: `mirrored` is neither True nor False.

        Examples:
            >>> scene = model.read("examples/cameraman.png")
            >>> len(scene.people), scene.width, scene.height
            (1, 512, 512)
        """
        return self._read(image, mirrored, self._estimator, keep_photo=True)

    def describe_batch(
        self,
        images: Iterable[PersonSource],
        *,
        detail: Detail = "normal",
        person: PersonChoice = "largest",
        mirrored: bool = False,
        workers: int | None = None,
    ) -> Iterator[BatchItem[Description]]:
        """Describe any number of photos, one result after the other in their order.

        What goes wrong with one item becomes its `BatchItem.error` and the rest goes on; what is wrong with the
        installation (`WeightsError`, `SettingError`, no memory left) ends the batch. Photos are taken from the
        iterable only as they are needed, so that it may be endless.

        Args:
            images: the photos, or people's keypoints: a list, a generator, or an array of photos (N, H, W, 3).
            detail: as in `describe`.
            person: likewise.
            mirrored: likewise.
            workers: photos that are worked on at once; default the model's `threads`, 1 with an estimator of your own
                or of rtmlib, which may not bear several threads.

        Raises:
            SettingError: one photo instead of several, workers under 1, or as in `describe`.
            WeightsError: while the items are taken: a net cannot be loaded.

        Examples:
            >>> for item in model.describe_batch(["examples/astronaut.jpg", "nothing.jpg"]):
            ...     print(item.index, item.text or type(item.error).__name__)
            0 The ...
            1 ImageNotFoundError
        """
        _check_choices(person, detail)
        return self._batch(images, lambda scene: scene.person(person).describe(detail), mirrored, workers)

    def ask_batch(
        self,
        images: Iterable[PersonSource],
        question: str,
        *,
        person: PersonChoice = "largest",
        mirrored: bool = False,
        workers: int | None = None,
    ) -> Iterator[BatchItem[Answer]]:
        """Ask the same question of any number of photos, one result after the other; see `describe_batch`.

        Raises:
            QuestionError: the question is not text, empty or too long.
            SettingError: one photo instead of several, workers under 1, or `person` is neither "largest" nor a whole
                number from 0.
            WeightsError: while the items are taken: a net cannot be loaded.

        Examples:
            >>> photos = ["examples/cameraman.png", "examples/astronaut.jpg"]
            >>> [item.result.verdict for item in model.ask_batch(photos, "Is the left elbow bent?")]
            ['yes', 'unknown']
        """
        _check_choices(person)
        question = clean_question(question)
        return self._batch(images, lambda scene: scene.person(person).ask(question), mirrored, workers)

    def _make_estimator(self, threads: int | None) -> KeypointEstimator:
        """The embedded nets are opened only when the first photo comes: keypoints alone do not need them."""
        choice = self._choice
        if not isinstance(choice, str):
            if callable(choice):
                return choice
        elif choice in EMBEDDED_ESTIMATORS:
            name = EMBEDDED_ESTIMATORS[choice]
            return make_estimator(name, threads=threads, device=self._device, weights=self._weights)
        elif choice in RTM_NAMES:
            return make_rtmlib_estimator(choice, device="cuda" if self._device == "cuda" else "cpu")
        names = ", ".join(f'"{name}"' for name in (*EMBEDDED_ESTIMATORS, *RTM_NAMES))
        msg = f"estimator must be {names} or a function that finds keypoints, got {choice!r}"
        raise SettingError(msg)

    def _batch(
        self,
        images: Iterable[PersonSource],
        tell: Callable[[Scene], ResultT],
        mirrored: bool,
        workers: int | None,
    ) -> Iterator[BatchItem[ResultT]]:
        taken = _iterator(images)
        embedded = isinstance(self._choice, str) and self._choice in EMBEDDED_ESTIMATORS
        default = (self._threads or available_threads()) if embedded else 1
        workers = _count("workers", workers) or default
        estimator = self._one_core_estimator if embedded and workers > 1 else self._estimator

        def work(index: int, image: PersonSource) -> BatchItem[ResultT]:
            source = _KEYPOINTS if _as_keypoints(image) is not None else source_name(image)
            scene = None
            try:
                # Whoever collects the results of thousands of photos should not keep the photos, too.
                scene = self._read(image, mirrored, estimator, keep_photo=False)
                return BatchItem(index, source, tell(scene), scene)
            except (WeightsError, SettingError, MemoryError):  # the next item would fare no better
                raise
            except Exception as error:  # whatever is wrong with one item, the rest must go on  # noqa: BLE001
                return BatchItem(index, source, None, scene, without_tracebacks(error))

        return ordered_map(work, taken, workers)

    @cached_property
    def _one_core_estimator(self) -> KeypointEstimator:
        """For several workers: each keeping to one core, they finish more photos than nets that share out a layer."""
        return self._estimator if self._threads == 1 else self._make_estimator(1)

    def _read(self, image: PersonSource, mirrored: bool, estimator: KeypointEstimator, *, keep_photo: bool) -> Scene:
        if not isinstance(mirrored, bool):
            msg = f"mirrored must be True or False, got {mirrored!r}"
            raise SettingError(msg)
        if (given := _as_keypoints(image)) is not None:
            named = [swap_sides(keypoints) if mirrored else keypoints for keypoints in given]
            found = sorted(named, key=box_area, reverse=True)
            people = tuple(Person(keypoints, self._language, mirrored) for keypoints in found)
            return Scene(people, name=_KEYPOINTS)
        name = describe_source(image)
        pixels = load_image(cast("ImageSource", image))  # anything else it refuses
        height, width = pixels.shape[:2]
        seen = _checked(estimator(np.ascontiguousarray(pixels[:, ::-1]) if mirrored else pixels))
        inside = [_inside(keypoints, width, height) for keypoints in seen]
        if mirrored:
            inside = [flipped(keypoints, width) for keypoints in inside]
        photo = None
        if keep_photo:  # a scene must not change with an array that stays the caller's
            photo = pixels.copy() if hasattr(image, "__array__") else pixels
        ordered = sorted(inside, key=box_area, reverse=True)
        people = tuple(Person(keypoints, self._language, mirrored, photo) for keypoints in ordered)
        return Scene(people, width, height, name, photo)


def _count(name: str, value: object) -> int | None:
    number = whole_number(value)
    if value is not None and (number is None or number < 1):
        msg = f"{name} must be a whole number from 1, or None for all cores, got {value!r}"
        raise SettingError(msg)
    return number


def _iterator(images: Iterable[PersonSource]) -> Iterator[PersonSource]:
    """Over the items of a batch. One photo instead of several is refused: its rows, lines or letters are no photos."""
    shape: tuple[int, ...] = getattr(images, "shape", ())
    one_picture = hasattr(images, "__array__") and (len(shape) == 2 or (len(shape) == 3 and shape[2] <= 4))
    one_file = isinstance(images, (str, bytes, bytearray, memoryview)) or hasattr(images, "read")
    try:
        if not (one_picture or one_file):
            return iter(images)
    except TypeError:  # a path, a PIL image, keypoints, a number
        pass
    kind = f"array of shape {tuple(shape)}" if one_picture else type(images).__name__
    msg = f"images must be an iterable of photos, got one {kind}; put it into a list"
    raise SettingError(msg)


def _check_choices(person: object, detail: object = "normal") -> None:
    person_number(person)
    check_detail(detail)


def _as_keypoints(image: object) -> Sequence[Keypoints] | None:
    """The people that were given instead of a photo; None if it is something else."""
    people = [image] if isinstance(image, Keypoints) else image
    return people if _are_keypoints(people) else None


def _are_keypoints(people: object) -> TypeGuard[Sequence[Keypoints]]:
    return isinstance(people, (list, tuple)) and all(isinstance(keypoints, Keypoints) for keypoints in people)


def _checked(found: Any) -> list[Keypoints]:
    if _are_keypoints(found):
        return list(found)
    msg = f"the estimator must return a list of Keypoints (empty for nobody), got {type(found).__name__}"
    raise KeypointsError(msg)


def _inside(keypoints: Keypoints, width: int, height: int) -> Keypoints:
    """Joints that an estimator places outside the photo were not seen: mark them missing."""
    beyond = outside(keypoints.xy, width, height)
    if not beyond.any():
        return keypoints
    return replace(keypoints, score=np.where(beyond, np.float32(0), keypoints.score))
