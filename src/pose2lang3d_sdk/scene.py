"""What was found in one photo: people, each encoded once and then asked as often as one likes."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from operator import index
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import numpy as np

from pose2lang3d_sdk.errors import NoPersonError, QuestionError, SettingError
from pose2lang3d_sdk.facts import FACT_INDEX, FACTS
from pose2lang3d_sdk.skeleton import JOINTS
from pose2lang3d_sdk.student import attended_facts

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from pose2lang3d_sdk.keypoints.base import Keypoints
    from pose2lang3d_sdk.language import PoseLanguage
    from pose2lang3d_sdk.student import PoseCode
    from pose2lang3d_sdk.verdicts import Verdict

PersonChoice: TypeAlias = Literal["largest"] | int

MAX_QUESTION: Final = 500
"""Characters of the longest question."""
TOO_LITTLE_VISIBLE: Final = "Too little of the person is clearly visible to describe the pose."
_NO_ANSWER: Final = ("unknown", "out_of_scope")


@dataclass(frozen=True)
class Answer:
    """The answer to one question about one person.

    Attributes:
        text: one or more English sentences; left and right are the person's own.
        confidence: how sure the model is of the verdict, in [0, 1].
        answerable: False if the joints are not visible (verdict "unknown") or the question is not about the pose
            (verdict "out_of_scope"); the text then says so.
        verdict: the kind of answer, one of `verdicts.VERDICTS`.
        joints: names of the visible joints that the answer rests on, in the order of `skeleton.JOINTS`; none if not
            answerable.
    """

    text: str
    confidence: float
    answerable: bool
    verdict: Verdict
    joints: tuple[str, ...]

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Description:
    """The description of one person.

    Attributes:
        text: English sentences; left and right are the person's own. Never empty.
        sentences: what is said of each body region, in the order posture, torso, head, arms, legs. A region that cannot
            be seen, or of which nothing is sure, is left out; if all are, there are no sentences and the text says so.
    """

    text: str
    sentences: tuple[str, ...]

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, eq=False)
class Person:
    """One person of a photo. The pose is encoded at the first question and kept.

    Attributes:
        keypoints: COCO-17 keypoints in pixels of the upright photo.
    """

    keypoints: Keypoints
    _language: PoseLanguage = field(repr=False)

    @property
    def bbox(self) -> tuple[float, float, float, float]:
        """The person's box x0, y0, x1, y1 in pixels."""
        assert self.keypoints.bbox is not None  # Keypoints fills it in
        x0, y0, x1, y1 = (float(value) for value in self.keypoints.bbox)
        return x0, y0, x1, y1

    @property
    def person_score(self) -> float:
        """How sure the estimator is that this is a person, in [0, 1]."""
        return float(self.keypoints.person_score)

    def describe(self) -> Description:
        """Say what the body does, region by region."""
        regions = self._language.describe(self._code)
        sentences = tuple(region.text for region in regions if region.text and region.verdict not in _NO_ANSWER)
        return Description(" ".join(sentences) or TOO_LITTLE_VISIBLE, sentences)

    def ask(self, question: str) -> Answer:
        """Answer an English question about the pose, at most `MAX_QUESTION` characters.

        Raises:
            QuestionError: the question is not text, empty or too long.
        """
        decoded, attention = self._language.ask(self._code, clean_question(question))
        answerable = decoded.verdict not in _NO_ANSWER
        joints = attended_joints(attention, self._code.visible) if answerable else ()
        return Answer(decoded.text, decoded.confidence, answerable, decoded.verdict, joints)

    @cached_property
    def _code(self) -> PoseCode:
        return self._language.student.encode(self.keypoints)


@dataclass(frozen=True, eq=False)
class Scene:
    """One photo, read once.

    Attributes:
        people: everybody who was found, the largest first; empty if nobody was.
        width: pixels of the upright photo; None if the scene was made from keypoints.
        height: likewise.
        name: how error messages call the photo.
    """

    people: tuple[Person, ...]
    width: int | None = None
    height: int | None = None
    name: str = "the image"

    def person(self, choice: PersonChoice = "largest") -> Person:
        """One of the people: "largest", or 0 for the largest, 1 for the next and so on.

        Raises:
            NoPersonError: nobody was found, or fewer people than that.
            SettingError: the choice is neither "largest" nor a whole number from 0.
        """
        number = person_number(choice)
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


def person_number(choice: object) -> int:
    """The index that a choice of person stands for.

    Raises:
        SettingError: the choice is neither "largest" nor a whole number from 0.
    """
    if isinstance(choice, str) and choice == "largest":
        return 0
    try:
        number = -1 if isinstance(choice, bool) else index(choice)  # type: ignore[arg-type]
    except TypeError:
        number = -1
    if number < 0:
        msg = f'person must be "largest" or a whole number from 0, got {choice!r}'
        raise SettingError(msg)
    return number


def clean_question(question: object) -> str:
    """The question in one line.

    Raises:
        QuestionError: it is not text, holds no letter or digit, is longer than `MAX_QUESTION` or not valid Unicode.
    """
    if not isinstance(question, str):
        msg = f"the question must be a str, got {type(question).__name__}"
        raise QuestionError(msg)
    text = " ".join(question.split())
    if not any(character.isalnum() for character in text):
        msg = f'the question {question[:20]!r} holds no words; ask for example "Is the left knee bent?"'
        raise QuestionError(msg)
    if len(text) > MAX_QUESTION:
        msg = f"the question has {len(text)} characters; shorten it to at most {MAX_QUESTION}"
        raise QuestionError(msg)
    if any("\ud800" <= character <= "\udfff" for character in text):
        msg = "the question holds half a surrogate pair, which is no character; decode its bytes as UTF-8"
        raise QuestionError(msg)
    return text


def attended_joints(attention: NDArray[np.float32], visible: tuple[str, ...]) -> tuple[str, ...]:
    """The visible joints of the facts with the most attention.

    Args:
        attention: (F,) float32, how much each of `facts.FACTS` counted.
        visible: names of the joints that are seen.
    """
    joints = {joint for fact in attended_facts(attention) for joint in FACTS[FACT_INDEX[fact]].joints}
    return tuple(joint for joint in JOINTS if joint in joints and joint in visible)
