"""What comes out: small frozen results."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from pose2lang3d_sdk.verdicts import CANNOT_TELL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pose2lang3d_sdk.scene import Scene
    from pose2lang3d_sdk.verdicts import Verdict


@dataclass(frozen=True)
class Answer:
    """The answer to one question about one person.

    Attributes:
        text: one or more English sentences; left and right are the person's own.
        confidence: how sure the model is of the verdict, in [0, 1]; below `verdicts.UNSURE` the text of a yes, a no or
            a side says that it is not sure. What is visible is read off the keypoints, not guessed: 1.
        answerable: False if the joints are not visible (verdict "unknown") or the question is not about the pose
            (verdict "out_of_scope"); the text then says so.
        verdict: the kind of answer, one of `verdicts.VERDICTS`.
        joints: names of the visible joints that the answer rests on, in the order of `skeleton.JOINTS`; none if not
            answerable.

    Examples:
        >>> from pose2lang3d_sdk import Pose2Lang
        >>> person = Pose2Lang().read("examples/cameraman.png").person()
        >>> answer = person.ask("Are both feet on the ground?")
        >>> answer.text, answer.verdict, answer.answerable, answer.joints
        ('I cannot tell: ...', 'unknown', False, ())
    """

    text: str
    confidence: float
    answerable: bool
    verdict: Verdict
    joints: tuple[str, ...]

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Choice:
    """Which of several statements about one person is the most probable.

    Attributes:
        index: of the statement among those given; None if none of them can be told.
        statement: the statement itself; None likewise.
        probabilities: of each statement, in [0, 1]; None for one whose joints are not visible or that is not about the
            pose. Statements about the same facts, worded as `Person.facts` words them, exclude each other: "is bent" is
            not "is deeply bent". Others are judged each by itself, as `Person.ask` would answer it.

    Examples:
        >>> from pose2lang3d_sdk import Pose2Lang
        >>> person = Pose2Lang().read("examples/cameraman.png").person()
        >>> choice = person.choose(["The left elbow is straight.", "The left elbow is bent.", "The left knee is bent."])
        >>> choice.index, choice.statement, choice.probabilities[2]
        (1, 'The left elbow is bent.', None)
    """

    index: int | None
    statement: str | None
    probabilities: tuple[float | None, ...]

    def __str__(self) -> str:
        return self.statement or CANNOT_TELL


def most_probable(probabilities: Sequence[float | None]) -> int | None:
    """The place of the first of the highest; None if there is none. None among them counts as none."""
    known = [place for place, probability in enumerate(probabilities) if probability is not None]
    return max(known, key=lambda place: probabilities[place] or 0.0) if known else None


@dataclass(frozen=True)
class Description:
    """The description of one person.

    Attributes:
        text: English sentences; left and right are the person's own. Never empty.
        sentences: what is said of each body region, in the order posture, torso, head, arms, legs, and what a full
            description adds. A region that cannot be seen, or of which nothing is sure, is left out; if all are, there
            are no sentences and the text says so.

    Examples:
        >>> from pose2lang3d_sdk import Keypoints, Pose2Lang
        >>> hidden = Keypoints([(0, 0)] * 17, [0] * 17)
        >>> Pose2Lang().read(hidden).person().describe()
        Description(text='Too little of the person is clearly visible to describe the pose.', sentences=())
    """

    text: str
    sentences: tuple[str, ...]

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class PoseFact:
    """One thing that is likely true of a person's pose, an estimate from 2D keypoints.

    Attributes:
        name: of `facts.FACTS`, for example "left_knee_bend".
        value: the likeliest of the fact's classes, for example "bent".
        probability: of that class among the fact's, in [0, 1].
        text: the same in words: "The left knee is bent to about 90 degrees."
        joints: names of the visible joints that it rests on, in the order of `skeleton.JOINTS`.
        quantity: the angle behind it, where there is one.
        unit: "degrees" with a quantity, else None.

    Examples:
        >>> from pose2lang3d_sdk import Pose2Lang
        >>> facts = Pose2Lang().read("examples/cameraman.png").person().facts()
        >>> elbow = next(fact for fact in facts if fact.name == "left_elbow_bend")
        >>> print(elbow, elbow.joints, elbow.unit)
        The left elbow is ... ('left_shoulder', 'left_elbow', 'left_wrist') degrees
    """

    name: str
    value: str
    probability: float
    text: str
    joints: tuple[str, ...]
    quantity: float | None = None
    unit: Literal["degrees"] | None = None

    def __str__(self) -> str:
        return self.text


ResultT = TypeVar("ResultT", Answer, Description)


@dataclass(frozen=True)
class BatchItem(Generic[ResultT]):
    """What became of one item of a batch: a result, or the error that kept it from one.

    Cannot be pickled with its scene, which holds the nets: keep `text`, or people's `facts()` and `angles()`.

    Attributes:
        index: place in the batch, from 0.
        source: the item's path as it was given where there is one, otherwise its kind and size.
        result: the description or answer; None if there is an error.
        scene: everybody in the photo, already read; None if the photo could not be read.
        error: what went wrong, without its traceback, which would keep the photo in memory; None if nothing did.

    Examples:
        >>> from pose2lang3d_sdk import Pose2Lang
        >>> item, = Pose2Lang().describe_batch(["nothing.jpg"])
        >>> item.index, item.source, item.text, type(item.error).__name__
        (0, 'nothing.jpg', None, 'ImageNotFoundError')
    """

    index: int
    source: str
    result: ResultT | None = None
    scene: Scene | None = None
    error: Exception | None = None

    @property
    def text(self) -> str | None:
        """The result's text; None if there is an error."""
        return self.result.text if self.result else None

    def __str__(self) -> str:
        return self.result.text if self.result else str(self.error)
