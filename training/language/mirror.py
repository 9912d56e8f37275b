"""Left and right exchanged in a pose; in a text `skeleton.mirror_text` does it."""

from __future__ import annotations

from pose2lang3d_sdk.skeleton import mirror_name
from training.language.pose import PoseFacts


def mirror_pose(pose: PoseFacts) -> PoseFacts:
    """The facts of the pose seen in a mirror."""
    return PoseFacts(
        labels={mirror_name(fact): mirror_name(label) for fact, label in pose.labels.items()},
        angles={mirror_name(name): angle for name, angle in pose.angles.items()},
        visible=frozenset(mirror_name(joint) for joint in pose.visible),
    )
