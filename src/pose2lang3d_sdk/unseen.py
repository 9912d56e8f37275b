"""Which joints keep a fact from being told because they are not visible, and how that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pose2lang3d_sdk.facts import FACT_INDEX, FACTS, is_seen
from pose2lang3d_sdk.skeleton import FACE, JOINTS, mirror_name
from pose2lang3d_sdk.telling import joined

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence


def missing_joints(facts: Iterable[str], visible: Container[str]) -> tuple[str, ...]:
    """The joints of every group that a fact needs and of which none is visible, in skeleton order."""
    groups = [group for fact in facts for group in FACTS[FACT_INDEX[fact]].needs]
    missing = {joint for group in groups if not is_seen((group,), visible) for joint in group}
    return tuple(joint for joint in JOINTS if joint in missing)


def not_visible(joints: Sequence[str]) -> str:
    """The answer when these joints (one at least) would have to be visible."""
    listed = list_joints(joints)
    return f"I cannot tell: {listed} {are_or_is(listed)} not visible."


def are_or_is(listed: str) -> str:
    """The verb to go with joints from `list_joints`."""
    return "are" if " and " in listed or listed.startswith("both ") else "is"


def list_joints(joints: Sequence[str]) -> str:
    """COCO joints (one at least) in words: a pair becomes "both knees", the five joints of the head "the face"."""
    items: dict[str, None] = {}
    for joint in joints:
        if joint in FACE and set(FACE).issubset(joints):
            items["the face"] = None
        elif joint != "nose" and mirror_name(joint) in joints:
            items[f"both {joint.split('_')[1]}s"] = None
        else:
            items["the " + joint.replace("_", " ")] = None
    return joined(list(items))
