"""Which joints keep a fact from being told because they are not visible, and how that is said.

Always as what is not seen from here: the joints may be in the photo, for others to see.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pose2lang3d_sdk.facts import FACT_INDEX, FACTS, is_seen
from pose2lang3d_sdk.questions.words import plural
from pose2lang3d_sdk.skeleton import FACE, JOINTS
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
    return f"I cannot tell: {do_not_see(joints)}."


def do_not_see(parts: Sequence[str], how: str = "clearly") -> str:
    """That these joints or parts of the body (one at least) are not seen.

    >>> from pose2lang3d_sdk.unseen import do_not_see
    >>> do_not_see(["left_knee", "left_ankle", "right_ankle"])
    'I do not see the left knee or either ankle clearly'
    """
    return f"I do not see {joined(_named(parts, pair='either', plurals=False), 'or')} {how}"


def list_parts(parts: Sequence[str]) -> str:
    """Joints or parts of the body (one at least) in words: a pair becomes "both knees", the head's five "the face".

    >>> from pose2lang3d_sdk.unseen import list_parts
    >>> list_parts(["left_knee", "left foot", "right foot"])
    'the left knee and both feet'
    """
    return joined(_named(parts, pair="both", plurals=True))


def are_or_is(listed: str) -> str:
    """The verb to go with `list_parts`."""
    return "are" if " and " in listed or listed.startswith("both ") else "is"


def _named(parts: Sequence[str], *, pair: str, plurals: bool) -> list[str]:
    """pair: the word before what there are both sides of; plurals: whether that is in the plural."""
    face = set(FACE).issubset(parts)
    words = [part.replace("_", " ") for part in parts]
    items: dict[str, None] = {}
    for part, word in zip(parts, words, strict=True):
        kind = word.partition(" ")[2]
        if face and part in FACE:
            items["the face"] = None
        elif kind and {f"left {kind}", f"right {kind}"}.issubset(words):
            items[f"{pair} {plural(kind) if plurals else kind}"] = None
        else:
            items[f"the {word}"] = None
    return list(items)
