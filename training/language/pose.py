"""The language side's view of one pose: fact classes, angles and which joints are seen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pose2lang3d_sdk.facts import FACT_INDEX, FACTS, is_seen

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class PoseFacts:
    """What is true of one pose and what of it can be seen.

    Attributes:
        labels: fact name -> class name; a fact in its undecided band is absent.
        angles: angle name (`facts.ANGLES`) -> degrees, from the 3D joints.
        visible: names of the COCO joints that are visible in 2D.
    """

    labels: Mapping[str, str]
    angles: Mapping[str, float]
    visible: frozenset[str]

    def get(self, fact: str) -> str | None:
        """The fact's class, None when undecided."""
        assert fact in FACT_INDEX, fact
        return self.labels.get(fact)

    def seen(self, fact: str) -> bool:
        """True if every group of joints the fact needs has a visible one."""
        return fact in seen_facts(self.visible)


@lru_cache(maxsize=4096)
def seen_facts(visible: frozenset[str]) -> frozenset[str]:
    """Names of the facts that can be told from these joints."""
    return frozenset(fact.name for fact in FACTS if is_seen(fact.needs, visible))
