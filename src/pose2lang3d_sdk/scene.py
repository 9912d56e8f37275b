"""What was found in one photo: people, each encoded once and then asked as often as one likes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import index
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import numpy as np

from pose2lang3d_sdk.errors import NoPersonError, QuestionError, SettingError
from pose2lang3d_sdk.facts import ANGLES, FACT_ANGLE, joints_of
from pose2lang3d_sdk.images import load_image
from pose2lang3d_sdk.keypoints.base import flipped
from pose2lang3d_sdk.results import Answer, Choice, Description, PoseFact, most_probable
from pose2lang3d_sdk.verdicts import DETAILS, REFUSALS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from numpy.typing import NDArray
    from PIL import Image

    from pose2lang3d_sdk.images import ImageSource
    from pose2lang3d_sdk.keypoints.base import Keypoints
    from pose2lang3d_sdk.language import PoseLanguage
    from pose2lang3d_sdk.student import PoseCode
    from pose2lang3d_sdk.verdicts import Detail

PersonChoice: TypeAlias = Literal["largest"] | int

MAX_QUESTION: Final = 500
"""Characters of the longest question."""
TOO_LITTLE_VISIBLE: Final = "Too little of the person is clearly visible to describe the pose."


@dataclass(frozen=True, eq=False)
class Person:
    """One person of a photo. The pose is encoded at the first question and kept.

    Cannot be pickled, as it holds the nets: keep `facts()` and `angles()`, which are plain data.

    Attributes:
        keypoints: COCO-17 keypoints in pixels of the upright photo; left is the person's left, in a mirrored photo too.
        mirrored: whether the photo shows the person as a mirror does.

    Examples:
        >>> from pose2lang3d_sdk import Pose2Lang
        >>> person = Pose2Lang().read("examples/cameraman.png").person()
        >>> x0, y0, x1, y1 = person.bbox
        >>> x0 < x1, y0 < y1, person.person_score > 0.5
        (True, True, True)
    """

    keypoints: Keypoints
    _language: PoseLanguage = field(repr=False)
    mirrored: bool = False
    _photo: NDArray[np.uint8] | None = field(default=None, repr=False)

    @property
    def bbox(self) -> tuple[float, float, float, float]:
        """The person's box x0, y0, x1, y1 in pixels."""
        x0, y0, x1, y1 = (float(value) for value in self.keypoints.bbox)
        return x0, y0, x1, y1

    @property
    def person_score(self) -> float:
        """How sure the estimator is that this is a person, in [0, 1]."""
        return float(self.keypoints.person_score)

    def describe(self, detail: Detail = "normal") -> Description:
        """Say what the body does, region by region.

        Args:
            detail: "short" = the posture and what catches the eye, one or two sentences; "normal" = every region;
                "full" = also every further fact that is worth telling and nearly sure.

        Raises:
            SettingError: an unknown detail.

        Examples:
            >>> description = person.describe()
            >>> description.text == " ".join(description.sentences)
            True
        """
        sentences = tuple(self.stream(detail))
        return Description(" ".join(sentences) or TOO_LITTLE_VISIBLE, sentences)

    def stream(self, detail: Detail = "normal") -> Iterator[str]:
        """The sentences of `describe` one region after the other, each as soon as it is complete and checked.

        Raises:
            SettingError: an unknown detail.

        Examples:
            >>> tuple(person.stream()) == person.describe().sentences
            True
        """
        check_detail(detail)
        return self._language.tell(self._code, detail)

    def ask(self, question: str, *, after: str | Sequence[str] | None = None) -> Answer:
        """Answer an English question about the pose, at most `MAX_QUESTION` characters.

        Args:
            question: understood by itself.
            after: the question before, or several with the last one last, which "And the left one?", "Is that arm
                straight?" or "By how much?" goes on from.

        Raises:
            QuestionError: a question, or one of `after`, is not text, empty or too long.

        Examples:
            >>> answer = person.ask("Is the left elbow bent?")
            >>> answer.verdict, answer.answerable, "left_elbow" in answer.joints
            ('yes', True, True)
        >>> person.ask("And the right one?", after="Is the left elbow bent?").verdict
        'yes'
        """
        several = isinstance(after, Sequence) and not isinstance(after, str)
        earlier = [clean_question(text, "after") for text in (() if after is None else after if several else (after,))]
        decoded, joints = self._language.ask(self._code, clean_question(question), after=earlier)
        return Answer(decoded.text, decoded.confidence, decoded.verdict not in REFUSALS, decoded.verdict, joints)

    def choose(self, statements: Sequence[str]) -> Choice:
        """Tell which of several English statements about the pose is the most probable.

        Args:
            statements: two or more whole sentences in their order, such as "The left knee is bent.", each at most
                `MAX_QUESTION` characters.

        Raises:
            QuestionError: it is no list or tuple, there are fewer than two, or one is not text, empty or too long.

        Examples:
            >>> person.choose(["The left hand is above the head.", "The left hand is at chest height."]).index
            1
        """
        if not isinstance(statements, (list, tuple)) or len(statements) < 2:
            got = f"{len(statements)}" if isinstance(statements, (list, tuple)) else type(statements).__name__
            msg = f"statements must be a list of at least two sentences to choose from, got {got}"
            raise QuestionError(msg)
        texts = [clean_question(text, f"statement {place}") for place, text in enumerate(statements)]
        probabilities = tuple(self._language.judge(self._code, texts))
        best = most_probable(probabilities)
        return Choice(best, None if best is None else statements[best], probabilities)

    def facts(self) -> tuple[PoseFact, ...]:
        """All that can be told of the pose, fact by fact, in the order of `facts.FACTS`.

        Facts whose joints are not visible are left out. Each has its likeliest value and how probable that is:
        take what is probable enough for your purpose.

        Examples:
            >>> facts = {fact.name: fact for fact in person.facts() if fact.probability > 0.5}
            >>> facts["left_hand_depth"].value
            'in_front'
        """
        found = []
        for name, (value, probability) in self._code.likeliest.items():
            text = self._language.say(self._code, {name: value})
            joints = joints_of([name], self._code.visible)
            degrees = self._code.seen_angles.get(FACT_ANGLE.get(name, ""))
            unit: Literal["degrees"] | None = None if degrees is None else "degrees"
            found.append(PoseFact(name, value, probability, text, joints, degrees, unit))
        return tuple(found)

    def angles(self) -> dict[str, float | None]:
        """Joint angles in degrees by name (`facts.ANGLES`), None where the joints are not visible.

        Elbow, knee and hip are interior angles, 180 = straight. Shoulder is the upper arm against the torso's downward
        direction: 0 = arm at the side, 180 = overhead. Torso is its tilt from the vertical, 0 = upright. All are
        estimates in 3D from 2D keypoints; docs/accuracy.md says how good they are.

        Examples:
            >>> angles = person.angles()
            >>> angles["left_elbow"] < 120, angles["left_knee"]
            (True, None)
        """
        seen = self._code.seen_angles
        return {name: seen.get(name) for name in ANGLES}

    def joints3d(self) -> NDArray[np.float32]:
        """Where the joints are in space, an estimate from 2D keypoints alone.

        Returns:
            (17, 3) float32 in the order of `skeleton.JOINTS`, relative to the middle of the hips, in torso lengths
            (middle of the hips to middle of the shoulders); x right, y down, z away, as the camera sees it. Joints that
            are not visible are guesses too.

        Examples:
            >>> person.joints3d().shape
            (17, 3)
        """
        return np.array(self._code.joints3d)

    def draw(
        self, image: ImageSource | None = None, *, highlight: Collection[str] | Answer | None = None
    ) -> Image.Image:
        """The photo with this person's seen joints drawn over it; see `drawing.draw_skeleton`.

        Args:
            image: the photo to draw on, as large as the one the person was found in; default that one.
            highlight: names of joints to ring, or an answer to ring the joints it rests on; default none.

        Raises:
            ImageNotFoundError, ImageDecodeError: the photo cannot be read.
            SettingError: there is no photo to draw on or it has another size, or `highlight` holds something other
                than joint names.

        Examples:
            >>> person.draw(highlight=["left_elbow"]).size
            (512, 512)
        """
        from pose2lang3d_sdk.drawing import draw_skeleton

        joints = highlight.joints if isinstance(highlight, Answer) else highlight
        return draw_skeleton(_drawn_on(image, self._photo), [self], () if joints is None else joints)

    def plot3d(self, axes: Any = None) -> Any:
        """A 3D view of `joints3d` with matplotlib (the extra `plot`); see `plotting.plot_joints`.

        Args:
            axes: 3D axes to draw into; default new ones.

        Returns:
            The axes.

        Raises:
            SettingError: matplotlib is not installed, or the axes are flat ones.

        Examples:
            >>> person.plot3d().get_zlabel()
            'up (torso lengths)'
        """
        from pose2lang3d_sdk.plotting import plot_joints

        return plot_joints(self._code.joints3d, axes)

    def _repr_html_(self) -> str:
        from pose2lang3d_sdk.notebook import as_html

        return as_html(self._photo, [self], self.describe().text)

    @cached_property
    def _code(self) -> PoseCode:
        return self._language.student.encode(self._seen_unmirrored())

    def _seen_unmirrored(self) -> Keypoints:
        return flipped(self.keypoints, 0) if self.mirrored else self.keypoints


@dataclass(frozen=True, eq=False)
class Scene:
    """One photo, read once.

    Cannot be pickled, as it holds the nets: keep each person's `facts()` and `angles()`, which are plain data.

    Attributes:
        people: everybody who was found, the largest first (the embedded estimators look at 12 at most); empty if nobody
            was.
        width: pixels of the upright photo; None if the scene was made from keypoints.
        height: likewise.
        name: how error messages call the photo.
        photo: (H, W, 3) uint8 RGB, upright; None if the scene was made from keypoints or in a batch. Not to be written
            to.

    Examples:
        >>> from pose2lang3d_sdk import Pose2Lang
        >>> scene = Pose2Lang().read("examples/cameraman.png")
        >>> len(scene.people), scene.width, scene.height, scene.photo.shape
        (1, 512, 512, (512, 512, 3))
    """

    people: tuple[Person, ...]
    width: int | None = None
    height: int | None = None
    name: str = "the image"
    photo: NDArray[np.uint8] | None = field(default=None, repr=False)

    def describe(self, detail: Detail = "normal") -> str:
        """Say what everybody in the photo does, from the picture's left to its right (or, of a column, from its top).

        With several people each one's text begins with where that person is in the picture: the viewer's left and
        right, while left and right within the text are the person's own.

        Raises:
            NoPersonError: nobody was found.
            SettingError: an unknown detail.

        Examples:
            >>> scene.describe() == scene.person().describe().text  # there is only one person
            True
        """
        if len(self.people) < 2:
            return self.person().describe(detail).text
        across = _across(self.people)
        ordered = sorted(self.people, key=lambda person: _centre(person)[0 if across else 1])
        named = zip(places(len(ordered), across=across), ordered, strict=True)
        told = [f"{place}: {person.describe(detail)}" for place, person in named]
        order = "from left to right" if across else "from top to bottom"
        return "\n".join([f"{len(ordered)} people, as the picture shows them {order}.", *told])

    def draw(self, image: ImageSource | None = None) -> Image.Image:
        """The photo with the seen joints of everybody drawn over it; see `drawing.draw_skeleton`.

        Args:
            image: the photo to draw on, as large as the one that was read; default that one.

        Raises:
            ImageNotFoundError, ImageDecodeError: the photo cannot be read.
            SettingError: there is no photo to draw on, or it has another size.

        Examples:
            >>> scene.draw().size
            (512, 512)
        """
        from pose2lang3d_sdk.drawing import draw_skeleton

        return draw_skeleton(_drawn_on(image, self.photo), self.people)

    def _repr_html_(self) -> str:
        from pose2lang3d_sdk.notebook import as_html

        return as_html(self.photo, self.people, self.describe() if self.people else f"Nobody was found in {self.name}.")

    def person(self, choice: PersonChoice = "largest") -> Person:
        """One of the people: "largest", or 0 for the largest, 1 for the next and so on.

        Raises:
            NoPersonError: nobody was found, or fewer people than that.
            SettingError: the choice is neither "largest" nor a whole number from 0.

        Examples:
            >>> scene.person() is scene.people[0]
            True
        """
        number = person_number(choice)
        if not self.people and self.width is None:
            msg = f"nobody is in {self.name}: the list of keypoints is empty; give those of at least one person"
            raise NoPersonError(msg)
        if not self.people:
            msg = (
                f"no person was found in {self.name}; try a photo in which the person is larger and seen more fully, "
                "or pass the person's Keypoints instead of a photo"
            )
            raise NoPersonError(msg)
        if number >= len(self.people):
            count = len(self.people)
            found = (
                "only 1 person was found; choose 0"
                if count == 1
                else f"{count} people were found; choose 0 to {count - 1}"
            )
            msg = f"there is no person {number} in {self.name}: {found}"
            raise NoPersonError(msg)
        return self.people[number]


def _drawn_on(image: ImageSource | None, own: NDArray[np.uint8] | None) -> NDArray[np.uint8]:
    if image is not None:
        given = load_image(image)
        if own is not None and given.shape != own.shape:
            sizes = [f"{pixels.shape[1]} x {pixels.shape[0]}" for pixels in (given, own)]
            msg = f"the photo to draw on is {sizes[0]}, the one read was {sizes[1]}; give one of that size"
            raise SettingError(msg)
        return given
    if own is None:
        msg = "there is no photo to draw on: give one, as keypoints and batches keep none"
        raise SettingError(msg)
    return own


def places(count: int, *, across: bool = True) -> list[str]:
    """What to call people by where they are in the picture, from its left to its right or from its top down."""
    if not across:
        return ["Above", *(f"Number {number} from above" for number in range(2, count)), "Below"]
    if count == 2:
        return ["On the left", "On the right"]
    if count == 3:
        return ["On the left", "In the middle", "On the right"]
    return ["Leftmost", *(f"Number {number} from the left" for number in range(2, count)), "Rightmost"]


def _across(people: Sequence[Person]) -> bool:
    """Whether the people are farther apart across the picture than up and down."""
    width, height = np.ptp([_centre(person) for person in people], axis=0)
    return bool(width >= height)


def _centre(person: Person) -> tuple[float, float]:
    x0, y0, x1, y1 = person.bbox
    return (x0 + x1) / 2, (y0 + y1) / 2


def person_number(choice: object) -> int:
    """The index that a choice of person stands for.

    Raises:
        SettingError: the choice is neither "largest" nor a whole number from 0.
    """
    if isinstance(choice, str) and choice == "largest":
        return 0
    number = whole_number(choice)
    if number is None or number < 0:
        msg = f'person must be "largest" or a whole number from 0, got {choice!r}'
        raise SettingError(msg)
    return number


def whole_number(value: Any) -> int | None:
    """The value if it is a whole number of Python, numpy or another library; None if it is none, or True or False."""
    try:
        return None if isinstance(value, bool) else index(value)
    except TypeError:
        return None


def check_detail(detail: object) -> None:
    """Complain about an unknown length of description.

    Raises:
        SettingError: it is none of `verdicts.DETAILS`.
    """
    if not isinstance(detail, str) or detail not in DETAILS:
        msg = f"detail must be one of {', '.join(map(repr, DETAILS))}, got {detail!r}"
        raise SettingError(msg)


def clean_question(question: object, name: str = "the question") -> str:
    """The question in one line. name: how errors call it.

    Raises:
        QuestionError: it is not text, holds no letter or digit, is longer than `MAX_QUESTION` or not valid Unicode.
    """
    if not isinstance(question, str):
        msg = f"{name} must be a str, got {type(question).__name__}"
        raise QuestionError(msg)
    text = " ".join(question.split())
    if not any(character.isalnum() for character in text):
        msg = f'{name} {question[:20]!r} holds no words; ask for example "Is the left knee bent?"'
        raise QuestionError(msg)
    if len(text) > MAX_QUESTION:
        msg = f"{name} has {len(text)} characters; shorten it to at most {MAX_QUESTION}"
        raise QuestionError(msg)
    if any("\ud800" <= character <= "\udfff" for character in text):
        msg = f"{name} holds half a surrogate pair, which is no character; decode its bytes as UTF-8"
        raise QuestionError(msg)
    return text
