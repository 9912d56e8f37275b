"""Keypoints of your own detector: no photo is needed, and none of the embedded nets.

Run `python examples/own_keypoints.py`.

Three ways in: one person's keypoints, those of several people, and your detector as the model's estimator.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from pose2lang3d_sdk import Keypoints, Pose2Lang

if TYPE_CHECKING:
    from numpy.typing import NDArray

# As in COCO's JSON: x, y in pixels and a score for each of the 17 joints, left is the person's left.
# Somebody who faces the camera, the left arm straight up.
WAVING = [
    200, 100, 0.9,  208, 92, 0.9,  192, 92, 0.9,  218, 96, 0.9,  182, 96, 0.9,  # nose, eyes, ears
    240, 160, 0.9,  160, 160, 0.9,  246, 82, 0.9,  148, 235, 0.9,  248, 12, 0.9,  144, 305, 0.9,  # shoulders to wrists
    225, 310, 0.9,  175, 310, 0.9,  226, 420, 0.9,  174, 420, 0.9,  227, 530, 0.9,  173, 530, 0.9,  # hips to ankles
]  # fmt: skip


def detect(image: NDArray[np.uint8]) -> list[Keypoints]:
    """Stands for your detector: an RGB photo (H, W, 3) in, one `Keypoints` per person out, none for nobody."""
    _height, width, _channels = image.shape
    return [Keypoints.from_coco17(WAVING)] if width >= 400 else []


def main() -> int:
    """Print what is said in each of the three ways."""
    person = Keypoints.from_coco17(WAVING)
    model = Pose2Lang()
    print("one person:", model.ask(person, "Which arm is raised higher?"))

    beside = Keypoints(person.xy + np.array([300, 0]), person.score)
    print("two people:", model.read([person, beside]).describe("short"), sep="\n")

    # With the nets of rtmlib, ultralytics or supervision, take Keypoints.list_from_rtmlib and so on inside `detect`.
    own = Pose2Lang(detect)
    photo = np.zeros((600, 400, 3), np.uint8)
    print("own detector:", own.describe(photo, detail="short"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
