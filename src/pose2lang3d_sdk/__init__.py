"""Pose2Lang3D: a photo of a person in, true fine-grained sentences about the body out.

Importing this package is cheap: each public name loads what it needs when it is first used (PEP 562).

Examples:
    >>> import pose2lang3d_sdk
    >>> pose2lang3d_sdk.__version__.split(".")[0].isdecimal(), "Pose2Lang" in pose2lang3d_sdk.__all__
    (True, True)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pose2lang3d_sdk import errors as errors
    from pose2lang3d_sdk.api import Pose2Lang as Pose2Lang
    from pose2lang3d_sdk.keypoints.base import Keypoints as Keypoints
    from pose2lang3d_sdk.results import Answer as Answer
    from pose2lang3d_sdk.results import BatchItem as BatchItem
    from pose2lang3d_sdk.results import Choice as Choice
    from pose2lang3d_sdk.results import Description as Description
    from pose2lang3d_sdk.results import PoseFact as PoseFact
    from pose2lang3d_sdk.scene import Person as Person
    from pose2lang3d_sdk.scene import PersonChoice as PersonChoice
    from pose2lang3d_sdk.scene import Scene as Scene
    from pose2lang3d_sdk.verdicts import Detail as Detail
    from pose2lang3d_sdk.verdicts import Verdict as Verdict

__version__ = "0.1.0"
__all__ = [
    "Answer", "BatchItem", "Choice", "Description", "Detail", "Keypoints", "Person", "PersonChoice", "Pose2Lang",
    "PoseFact", "Scene", "Verdict", "__version__", "errors",
]  # fmt: skip

_HOMES = {
    "Answer": "results",
    "BatchItem": "results",
    "Choice": "results",
    "Description": "results",
    "Detail": "verdicts",
    "Keypoints": "keypoints.base",
    "Person": "scene",
    "PersonChoice": "scene",
    "Pose2Lang": "api",
    "PoseFact": "results",
    "Scene": "scene",
    "Verdict": "verdicts",
}


def __getattr__(name: str) -> object:
    if name == "errors":
        return import_module("pose2lang3d_sdk.errors")
    if name not in _HOMES:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value  # later look-ups do not come here again
    return value


def __dir__() -> list[str]:
    return __all__
