"""Everything people ask about a pose: the intents, their wordings and the rules that answer them."""

from __future__ import annotations

from typing import Final

from training.language.intents import (
    activities,
    arms,
    camera,
    compound,
    free,
    hands,
    head,
    joints,
    legs,
    outside,
    pairs,
    postures,
    shapes,
    sides,
    support,
    torso,
)
from training.language.intents.base import Intent

_LOW: Final = (*joints.INTENTS, *arms.INTENTS, *hands.INTENTS, *legs.INTENTS, *head.INTENTS)
_MEDIUM: Final = (*sides.INTENTS, *pairs.INTENTS, *shapes.INTENTS, *torso.INTENTS)
_HIGH: Final = (*postures.INTENTS, *support.INTENTS, *camera.INTENTS, *activities.INTENTS)
INTENTS: Final[tuple[Intent, ...]] = (*_LOW, *_MEDIUM, *_HIGH, *compound.INTENTS, *outside.INTENTS, *free.INTENTS)

_NAMES: Final = [intent.name for intent in INTENTS]
assert len(set(_NAMES)) == len(_NAMES), f"two intents of one name: {[n for n in set(_NAMES) if _NAMES.count(n) > 1]}"
