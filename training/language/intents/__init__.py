"""Everything people ask about a pose: the intents, their wordings and the rules that answer them."""

from __future__ import annotations

from typing import Final


from training.language.intents import compound, high, low, medium, outside
from training.language.intents.base import Intent

INTENTS: Final[tuple[Intent, ...]] = (*low.INTENTS, *medium.INTENTS, *high.INTENTS, *compound.INTENTS, *outside.INTENTS)
_NAMES: Final = [intent.name for intent in INTENTS]
assert len(set(_NAMES)) == len(_NAMES), f"two intents of one name: {[n for n in set(_NAMES) if _NAMES.count(n) > 1]}"
