"""Puts questions into words that the query encoder knows: typing errors mended, "anybody" called the person."""

from __future__ import annotations

import json
import re
from string import ascii_lowercase
from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk.errors import WeightsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

_WORD: Final = re.compile(r"\b[A-Za-z]+\b")
_SHORTEST: Final = 4
"""A shorter word has too many neighbours to know which was meant."""
_COMMON: Final = 8
"""Questions a word must be in to be what another may have meant."""
_CONTRACTIONS: Final = {
    short.replace("'", ""): short
    for short in (
        "isn't", "aren't", "doesn't", "don't", "hasn't", "haven't", "can't", "didn't", "wasn't", "weren't", "won't",
        "couldn't", "wouldn't", "shouldn't", "what's", "that's", "where's", "he's", "she's", "they're",
        "you're", "who's",
    )
}  # fmt: skip


_NO_VERB: Final = ("thin", "win", "kin", "sin")
"""What "-ing" without its g is not: "walkin" is walking, "thin" no thing."""
_ANYBODY: Final = re.compile(
    r"^(\W*(?:(?:is|isn't|are|aren't|was|were|do|does|doesn't|did|has|hasn't|have|can|can't|could|will|would|should)\s+)?)"
    r"(?:any|some|every)(?:one|body)\b",
    re.IGNORECASE,
)
_SOMEBODY_ELSE: Final = re.compile(
    r"\b(?:him|them|me|us|(?:at|to|behind|beside|near|with|by|of|next to) (?:her|the (?:person|man|woman)))\b"
    r"(?!\s+(?:left|right|own|head|body))",
    re.IGNORECASE,
)
"""Another person as the object of the question; not "their" or "to her left"."""


def name_the_person(question: str) -> str:
    """A question about anybody asked about the person: of one person it is the same question.

    Only where the word is the subject and nobody else is spoken of: "is she waving at somebody?" and "is anybody
    behind her?" stay as they are.

    >>> from pose2lang3d_sdk.questions.spelling import name_the_person
    >>> name_the_person("Is anyone's knee bent?")
    "Is the person's knee bent?"
    """
    return question if _SOMEBODY_ELSE.search(question) else _ANYBODY.sub(r"\1the person", question)


class Speller:
    """Replaces unknown words that are one slip of the fingers away from a word of the pose language; adds apostrophes.

    The g that "walkin" lacks, too.

    Args:
        counts: every word of the questions the model was taught -> in how many of them it is. They are never changed,
            and the commoner ones are what a mistyped word may have meant.
        is_word: whether any other lower-case word is an ordinary one, to be left alone.
    """

    def __init__(self, counts: Mapping[str, int], is_word: Callable[[str], bool]) -> None:
        self._counts = counts
        self._is_word = is_word

    def mend(self, text: str) -> str:
        """The text with its typing errors mended; names and all else stay as they are, mended words are in lower case.

        >>> from pose2lang3d_sdk.questions.spelling import Speller
        >>> Speller({"elbow": 9, "the": 99, "bent": 30}, {"is"}.__contains__).mend("Is the left elobw bennt?")
        'Is the left elbow bent?'
        """
        shouted = text.isupper()

        def mended(match: re.Match[str]) -> str:
            word = match.group()
            is_name = word[0].isupper() and match.start() > 0 and not shouted
            return word if is_name else self._mended(word)

        return _WORD.sub(mended, text)

    def _mended(self, word: str) -> str:
        lower = word.lower()
        if lower in _CONTRACTIONS:
            return _CONTRACTIONS[lower]
        if (
            word.endswith("in")
            and word == lower
            and lower not in _NO_VERB
            and self._counts.get(f"{lower}g", 0) >= _COMMON
        ):
            return f"{lower}g"
        if len(lower) < _SHORTEST or lower in self._counts or self._is_word(lower):
            return word
        meant = max(_meant(lower), key=lambda candidate: self._counts.get(candidate, 0))
        return meant if self._counts.get(meant, 0) >= _COMMON else word


def _meant(word: str) -> Iterator[str]:
    """What was meant if one letter was left out or doubled, or two neighbours exchanged."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        yield from (head + letter + tail for letter in ascii_lowercase)
        if len(tail) > 1:
            yield head + (tail[1:] if tail[0] == tail[1] else tail[1] + tail[0] + tail[2:])


def write_words(counts: Mapping[str, int], path: Path) -> None:
    """Write the words with their counts as a JSON object."""
    path.write_text(json.dumps(dict(counts)), encoding="utf-8")


def read_words(path: Path) -> dict[str, int]:
    """Read what `write_words` wrote.

    Raises:
        WeightsError: the file is damaged.
    """
    try:
        counts = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(counts, dict) or not all(isinstance(count, int) for count in counts.values()):
            raise ValueError  # noqa: TRY301 (one message for every kind of damage)
    except (OSError, ValueError) as error:
        msg = f"{path} does not hold words and their counts; reinstall the package"
        raise WeightsError(msg) from error
    return counts
