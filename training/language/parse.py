"""Text back to facts, for all that the generator can say; the reading itself is the SDK's `statements`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk.statements import StatementReader, words_of
from training.language.phrases import all_wordings

if TYPE_CHECKING:
    from pose2lang3d_sdk.statements import Told
    from training.language.pose import PoseFacts

_READER: Final = StatementReader(all_wordings())
_FILLERS: Final = frozenset(("and", ",", "but", ".", ";", ":"))


def parse(text: str) -> dict[str, str]:
    """Fact -> class for all that a text states; of two statements about one fact the later counts."""
    return dict(mentions(text))


def mentions(text: str) -> list[Told]:
    """Every (fact, class) a text states, in order and with repetitions."""
    return _READER.mentions(text)


def parse_angles(text: str) -> dict[str, int]:
    """Angle name (`facts.ANGLES`) -> degrees for all the numbers a text gives."""
    result: dict[str, int] = {}
    for found in _READER.find(words_of(text)):
        for names, number in zip(found.wording.angles, found.numbers, strict=True):
            result.update(dict.fromkeys(names, number))
    return result


def contradictions(text: str, pose: PoseFacts) -> list[str]:
    """Facts the text states with another class than the pose's; undecided facts contradict nothing."""
    wrong = (fact for fact, label in mentions(text) if pose.get(fact) not in (None, label))
    return list(dict.fromkeys(wrong))


def uncovered(text: str) -> list[str]:
    """The words of a text that belong to no statement, the "and" and stops between them apart."""
    words = words_of(text)
    told = {at for found in _READER.find(words) for at in found.span}
    return [word for at, word in enumerate(words) if at not in told and word not in _FILLERS]
