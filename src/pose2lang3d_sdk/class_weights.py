"""What every class of a fact counted when the fact heads learnt, so that what they say can be put right by it.

Rare classes count more than frequent ones, or they would not be learnt; the heads then find them more probable than
they are, by just that weight.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np

from pose2lang3d_sdk.errors import WeightsError
from pose2lang3d_sdk.facts import FACTS, class_column
from pose2lang3d_sdk.skeleton import mirror_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray


def write_class_weights(weights: Mapping[str, Mapping[str, float]], path: Path) -> None:
    """Write fact -> class -> weight; left and right are drawn together, since a mirrored body is as frequent."""
    even = {
        fact: {
            label: float(f"{(weight + weights[mirror_name(fact)][mirror_name(label)]) / 2:.4g}")
            for label, weight in classes.items()
        }
        for fact, classes in weights.items()
    }
    path.write_text(json.dumps(even, indent=1) + "\n", encoding="utf-8")


def read_class_weights(path: Path) -> NDArray[np.float32]:
    """Read what `write_class_weights` wrote: (NUM_CLASSES,) > 0, in the order of `facts.FACTS` and their classes.

    Raises:
        WeightsError: the file is damaged, or of other facts.
    """
    try:
        weights = json.loads(path.read_text(encoding="utf-8"))
        columns = {class_column(fact, label): weight for fact in weights for label, weight in weights[fact].items()}
        listed = np.array([columns[class_column(f.name, label)] for f in FACTS for label in f.classes], np.float32)
        if not (listed > 0).all():
            raise ValueError  # noqa: TRY301 (one message for every kind of damage)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        msg = f"{path} does not hold a weight for every class of every fact; install matching weights"
        raise WeightsError(msg) from error
    return listed
