"""Mends typing errors in questions, since the query encoder reads a mistyped word as meaningless pieces."""

from __future__ import annotations

import json
import re
from string import ascii_lowercase
from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk.errors import WeightsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

_WORD: Final = re.compile(r"[A-Za-z]+")
_SHORTEST: Final = 4
"""A shorter word has too many neighbours to know which was meant."""
_SHORTEST_WRONG: Final = 6
"""The same for a wrong or an extra letter: a short foreign word is soon that close to one of ours."""
_CONTRACTIONS: Final = {
    short.replace("'", ""): short
    for short in (
        "isn't", "aren't", "doesn't", "don't", "hasn't", "haven't", "can't", "didn't", "wasn't", "weren't", "won't",
        "couldn't", "wouldn't", "shouldn't", "what's", "that's", "where's", "who's", "she's", "they're", "you're",
    )
}  # fmt: skip


class Speller:
    """Replaces unknown words that are one slip of the fingers away from a word of the pose language; adds apostrophes.

    Args:
        words: the words questions about poses are made of, commonest first.
        is_word: whether a lower-case word is an ordinary one that needs no mending.
    """

    def __init__(self, words: Sequence[str], is_word: Callable[[str], bool]) -> None:
        self._rank = {word: rank for rank, word in reversed(list(enumerate(words)))}
        self._is_word = is_word

    def mend(self, text: str) -> str:
        """The text with its typing errors mended; all else stays as it is, mended words are in lower case.

        >>> Speller(["elbow", "the", "bent"], {"is"}.__contains__).mend("Is the left elobw bennt?")
        'Is the left elbow bent?'
        """
        return _WORD.sub(lambda match: self._mended(match.group()), text)

    def _mended(self, word: str) -> str:
        lower = word.lower()
        if lower in _CONTRACTIONS:
            return _CONTRACTIONS[lower]
        if len(lower) < _SHORTEST or lower in self._rank or self._is_word(lower):
            return word
        for slips in (_hasty(lower), _wrong(lower) if len(lower) >= _SHORTEST_WRONG else ()):
            found = [candidate for candidate in slips if candidate in self._rank]
            if found:
                return min(found, key=self._rank.__getitem__)
        return word


def _hasty(word: str) -> Iterator[str]:
    """What was meant if one letter was left out or doubled, or two neighbours exchanged."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        yield from (head + letter + tail for letter in ascii_lowercase)
        if len(tail) > 1:
            yield head + (tail[1:] if tail[0] == tail[1] else tail[1] + tail[0] + tail[2:])


def _wrong(word: str) -> Iterator[str]:
    """What was meant if one letter is wrong or too many."""
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
        yield from (word[:at] + letter + word[at + 1 :] for letter in ascii_lowercase)


def write_words(words: Iterable[str], path: Path) -> None:
    """Write the words of the pose language, commonest first, as a JSON list."""
    path.write_text(json.dumps(list(words)), encoding="utf-8")


def read_words(path: Path) -> list[str]:
    """Read what `write_words` wrote.

    Raises:
        WeightsError: the file is damaged.
    """
    try:
        words = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        words = error
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        msg = f"{path} does not hold a list of words; reinstall the package"
        raise WeightsError(msg)
    return words
