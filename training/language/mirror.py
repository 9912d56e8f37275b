"""Left and right exchanged, in a text and in a pose: the two sides of the language's symmetry."""

from __future__ import annotations

import re
from typing import Final

from pose2lang3d_sdk.skeleton import mirror_name
from training.language.pose import PoseFacts

_SIDE: Final = re.compile(r"\b(left|right)\b", re.IGNORECASE)
_OTHER: Final = {"left": "right", "right": "left"}


def mirror_text(text: str) -> str:
    """Swap the words left and right, also inside "left-hand"; case is kept."""
    return _SIDE.sub(_swap, text)


def _swap(match: re.Match[str]) -> str:
    word = match.group()
    other = _OTHER[word.lower()]
    if word.isupper():
        return other.upper()
    return other.capitalize() if word[0].isupper() else other


def mirror_pose(pose: PoseFacts) -> PoseFacts:
    """The facts of the pose seen in a mirror."""
    return PoseFacts(
        labels={mirror_name(fact): mirror_name(label) for fact, label in pose.labels.items()},
        angles={mirror_name(name): angle for name, angle in pose.angles.items()},
        visible=frozenset(mirror_name(joint) for joint in pose.visible),
    )
