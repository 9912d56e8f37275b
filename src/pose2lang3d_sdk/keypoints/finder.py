"""The embedded estimator: people first, then each one's joints; who shows too few joints is nobody.

A detector alone takes many things for people. The joint net looks at each find, and its own scores are the second
opinion that costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal, Protocol, get_args

import numpy as np

from pose2lang3d_sdk.errors import SettingError
from pose2lang3d_sdk.keypoints.base import Keypoints, box_area, check_image, outside
from pose2lang3d_sdk.keypoints.formats import evidence
from pose2lang3d_sdk.keypoints.movenet import MoveNet
from pose2lang3d_sdk.keypoints.nanodet import PersonFinder
from pose2lang3d_sdk.runtime import check_device
from pose2lang3d_sdk.skeleton import GUESSED_SCORE, HIPS, JOINTS, OKS_SIGMAS, SHOULDERS, VISIBLE_SCORE, visible
from pose2lang3d_sdk.weights import embedded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from pose2lang3d_sdk.runtime import Device
    from pose2lang3d_sdk.weights import Weights

EstimatorName = Literal["thunder", "lightning"]
ESTIMATORS: Final[tuple[EstimatorName, ...]] = get_args(EstimatorName)
"""thunder: the most exact; lightning: half the time, less exact at wrists and ankles."""

_MAX_PEOPLE = 12
_TURNED_BOXES = 4
_SAME_POSE = 0.7
"""Two skeletons that agree (OKS) to this degree are one person, drawn twice."""
_SHOWN_IN_COMMON = 3
_BORDER = 0.05
"""A joint this near to the picture's edge, in units of the person's longer side, is on the border."""
_ON_BORDER_SCORE = 0.4
"""From this score on an elbow, wrist or ankle on the border is taken to be where it seems; other joints are surer."""
_OUTER = np.array([name.endswith(("elbow", "wrist", "ankle")) for name in JOINTS])
_LYING_SLOPE = 0.58
"""A torso under about 30 degrees from the horizontal lies."""


class BoxFinder(Protocol):
    """(H, W, 3) uint8 RGB and a least score in, (N, 5) x0, y0, x1, y1, score out, best first."""

    def __call__(self, image: NDArray[np.uint8], threshold: float, /) -> NDArray[np.float32]: ...


@dataclass(frozen=True)
class TopDown:
    """A `KeypointEstimator`: a people finder and a joint net.

    Attributes:
        finder: gives boxes.
        joints: gives the joints of one box.
        box_score: boxes at or above this score are looked at as they are.
        evidence: people whose eight best joints score less than this on average are dropped.
        doubtful_box: if that leaves nobody, boxes at or above this score are looked at in all four quarter turns.
        turned_evidence: what the eight best joints must score then.
        lying_looks: look again, turned, at people whose torso lies or hangs.
    """

    finder: BoxFinder
    joints: MoveNet
    box_score: float
    evidence: float
    doubtful_box: float = 0.20
    turned_evidence: float = 0.50
    lying_looks: bool = True

    def __call__(self, image: NDArray[np.uint8], /) -> list[Keypoints]:
        """Find the people in a picture.

        Args:
            image: (H, W, 3) uint8 RGB, any size.

        Returns:
            One `Keypoints` per person, largest box first; an empty list when nobody is there. `bbox` is the finder's
            box, `person_score` the mean score of the eight best joints. A joint that falls outside the picture has
            score 0.

        Raises:
            ImageDecodeError: the image is not an array of that shape and type, or is empty.
            WeightsError: a net cannot be loaded.
        """
        check_image(image)
        boxes = self.finder(image, self.doubtful_box)[:_MAX_PEOPLE]
        sure = [self._look(image, box, 0) for box in boxes if box[4] >= self.box_score]
        people = [self._upright(image, person) for person in sure if person.person_score >= self.evidence]
        if not people:
            turned = [self._surest(image, box, range(4)) for box in boxes[:_TURNED_BOXES]]
            people = [person for person in turned if person.person_score >= self.turned_evidence]
        height, width = image.shape[:2]
        found = [hide_outside(person, width, height) for person in distinct(people)]
        return sorted(found, key=box_area, reverse=True)

    def _look(self, image: NDArray[np.uint8], box: NDArray[np.float32], turns: int) -> Keypoints:
        xy, score = self.joints(image, box, turns)
        return Keypoints(xy, score, box[:4], evidence(score))

    def _surest(self, image: NDArray[np.uint8], box: NDArray[np.float32], turns: Iterable[int]) -> Keypoints:
        return max((self._look(image, box, turn) for turn in turns), key=lambda look: look.person_score)

    def _upright(self, image: NDArray[np.uint8], person: Keypoints) -> Keypoints:
        """Look again at someone whose torso lies or hangs, turned so that it is upright; keep the surer look."""
        turns = turns_to_upright(person) if self.lying_looks else 0
        if turns == 0:
            return person
        again = self._look(image, person.bbox, turns)
        return max(person, again, key=lambda look: look.person_score)


def make_estimator(
    name: EstimatorName = "thunder",
    *,
    threads: int | None = None,
    device: Device = "auto",
    weights: Weights | None = None,
) -> TopDown:
    """The embedded estimator; its files are opened at its first call.

    Args:
        name: one of `ESTIMATORS`.
        threads: cores to use; default all this process may use.
        device: what its nets run on, see `runtime.make_session`.
        weights: where its nets come from; default the embedded ones.

    Raises:
        SettingError: unknown name or device, or "cuda" where onnxruntime cannot use it.
        WeightsError: a file is missing or damaged.

    Examples:
        >>> import numpy as np
        >>> from pose2lang3d_sdk.keypoints import make_estimator
        >>> find = make_estimator("lightning")
        >>> find(np.zeros((48, 64, 3), np.uint8))  # nobody
        []
    """
    if name not in ESTIMATORS:
        msg = f"unknown estimator {name!r}; choose one of {', '.join(ESTIMATORS)}"
        raise SettingError(msg)
    size, box_score, evidence = _PRESETS[name]
    check_device(device)  # now: the nets are opened, and CUDA itself is tried, only when the first photo comes
    weights = weights or embedded()
    finder = PersonFinder(weights.locate("person_finder"), size, threads, device)
    joints = MoveNet(weights.locate(f"keypoints_{name}"), threads=threads, device=device)
    return TopDown(finder, joints, box_score, evidence)


_PRESETS: Final[dict[EstimatorName, tuple[int, float, float]]] = {
    "thunder": (480, 0.30, 0.40),
    "lightning": (352, 0.30, 0.42),
}
"""Name -> the finder's picture size, `box_score`, `evidence`: measured by `python -m evaluation.keypoints`."""


def turns_to_upright(person: Keypoints) -> int:
    """Quarter turns, counter-clockwise, that bring the torso nearest to upright; 0 if it is already, or not seen."""
    if person.score[SHOULDERS + HIPS].min() < GUESSED_SCORE:
        return 0
    shoulders, hips = person.xy[SHOULDERS].mean(axis=0), person.xy[HIPS].mean(axis=0)
    right, up = shoulders[0] - hips[0], hips[1] - shoulders[1]
    if up > abs(right) * _LYING_SLOPE:
        return 0
    if abs(right) > abs(up):
        return 1 if right > 0 else 3
    return 2 if up < 0 else 0


def hide_outside(person: Keypoints, width: int, height: int) -> Keypoints:
    """Score 0 for joints outside the picture, and for doubtful ones on its border: nets push unseen joints there.

    Args:
        person: in pixels.
        width: of the picture in pixels.
        height: of the picture in pixels.
    """
    xy, score = person.xy, person.score
    edge = np.array([width, height], np.float32)
    margin = _BORDER * np.ptp(xy, axis=0).max()
    border = ((xy < margin) | (xy > edge - margin)).any(axis=1)
    least = np.where(_OUTER, _ON_BORDER_SCORE, VISIBLE_SCORE)
    hidden = outside(xy, width, height) | (border & (score < least))
    return replace(person, score=np.where(hidden, np.float32(0), score))


def similarity(a: Keypoints, b: Keypoints) -> float:
    """Object keypoint similarity in [0, 1] of two skeletons over the joints that both show: 1 = the same.

    Over all joints if they show fewer than three in common: a net that sees half a person invents the other half.
    """
    shown = visible(a.score) & visible(b.score)
    if shown.sum() < _SHOWN_IN_COMMON:
        shown[:] = True
    # A person fills about 0.6 of the box round the joints.
    area = 0.6 * max(1.0, *(float(np.ptp(person.xy, axis=0).prod()) for person in (a, b)))
    squared = ((a.xy - b.xy) ** 2).sum(axis=1)
    return float(np.exp(-squared / (2 * area * (2 * OKS_SIGMAS) ** 2))[shown].mean())


def distinct(people: list[Keypoints]) -> list[Keypoints]:
    """Drop each person whose skeleton is that of a surer one; surest first."""
    kept: list[Keypoints] = []
    for person in sorted(people, key=lambda p: -p.person_score):
        if all(similarity(person, other) < _SAME_POSE for other in kept):
            kept.append(person)
    return kept
