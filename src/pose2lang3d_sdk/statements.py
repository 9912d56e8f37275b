"""Text back to facts: which facts a text of the decoder states, found by the wordings it was taught.

Knows exactly those wordings, also where a shared subject is left out; foreign text gives only the facts it happens to
word the same way.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pose2lang3d_sdk.errors import WeightsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

Told = tuple[str, str]
"""(fact, class)."""


@dataclass(frozen=True)
class Wording:
    """One way to say one or two facts, sides filled in.

    Attributes:
        subject: "the left knee".
        predicate: "is bent to about {n} degrees"; starts with "with" or "seen" in a remark that cannot stand alone.
        tells: the facts it states.
        angles: for each {n} of the predicate the names of the angles it gives.
    """

    subject: str
    predicate: str
    tells: tuple[Told, ...]
    angles: tuple[tuple[str, ...], ...] = ()

    @property
    def template(self) -> str:
        """The whole clause, {n} in place of numbers."""
        return f"{self.subject} {self.predicate}"


def rounded(angle: float) -> int:
    """Degrees as they are said: to the nearest ten."""
    return int(angle / 10 + 0.5) * 10


@dataclass(frozen=True)
class Found:
    """A wording in a text, the numbers it gives, and the places of its words."""

    wording: Wording
    numbers: tuple[int, ...]
    span: range


WORD: Final = re.compile(r"[a-z]+(?:['’-][a-z]+)*|\d+|[^\w\s]")
"""A word, number or mark of a text in lower case."""
_NUMBER: Final = "{n}"
_END: Final = ""  # key of the wording that ends at a node
_LINKS: Final = frozenset(("and", ",", "but"))
_BETWEEN: Final = frozenset((*_LINKS, "."))
"""What may stand between wordings without saying anything."""
_VERBS: Final = ("is", "are", "leans", "with")
"""Left out in "is bent and raised", "with the elbow bent and the hand near ..."."""
_PERSONS: Final = (("the", "person"), ("the", "person", "with"))

_Node = dict[str, Any]


class StatementReader:
    """Finds wordings in texts.

    Args:
        wordings: all there are; two with the same words must tell the same facts.
    """

    def __init__(self, wordings: Iterable[Wording]) -> None:
        self._root: _Node = {}
        for wording in wordings:
            node = self._root
            for word in (*words_of(wording.subject), *words_of(wording.predicate)):
                node = node.setdefault(word, {})
            known = node.setdefault(_END, wording)
            assert known.tells == wording.tells, f"one wording for two facts: {wording.template}"
        self._person = [self._below(words) for words in _PERSONS]

    def mentions(self, text: str) -> list[Told]:
        """Every (fact, class) a text states, in order and with repetitions."""
        return [told for found in self.find(words_of(text)) for told in found.wording.tells]

    def states(self, text: str) -> list[Told]:
        """Every (fact, class) of a text that holds nothing but wordings, once each; none of any other text.

        Nor of one with a number, which says more than its class.
        """
        words = words_of(text)
        found = list(self.find(words))
        known = {place for match in found for place in match.span}
        rest = {word for place, word in enumerate(words) if place not in known}
        foreign = WORD.sub("", text.lower()).strip() or any(match.numbers for match in found)
        told = [told for match in found for told in match.wording.tells]
        return list(dict.fromkeys(told)) if rest <= _BETWEEN and not foreign else []

    def find(self, words: Sequence[str]) -> Iterator[Found]:
        """Wordings in the order of the words; at each place the longest wins."""
        at = 0
        subject: _Node = {}
        while at < len(words):
            # A clause may leave out its subject, or its subject and verb, or go on about the person ("seen from ...").
            elliptic = [subject, *(subject[verb] for verb in _VERBS if verb in subject)]
            starts = [self._root, *elliptic, *self._person]
            found = next((match for node in starts if (match := _longest(node, words, at))), None)
            if found:
                subject = self._below(words_of(found.wording.subject))
                yield found
                at = found.span.stop
            else:
                if words[at] not in _LINKS:
                    subject = {}
                at += 1

    def _below(self, words: Sequence[str]) -> _Node:
        node = self._root
        for word in words:
            node = node.get(word, {})
        return node


def words_of(text: str) -> list[str]:
    """Lower-case words, numbers and punctuation marks; "{n}" stays one word."""
    parts = text.lower().split(_NUMBER)
    words = WORD.findall(parts[0])
    for part in parts[1:]:
        words += [_NUMBER, *WORD.findall(part)]
    return words


def _longest(node: _Node, words: Sequence[str], start: int) -> Found | None:
    best: Found | None = None
    numbers: list[int] = []
    at = start
    while True:
        if _END in node:
            best = Found(node[_END], tuple(numbers), range(start, at))
        if at == len(words):
            return best
        word = words[at]
        if word.isdigit():
            numbers.append(int(word))
            word = _NUMBER
        if word not in node:
            return best
        node = node[word]
        at += 1


def write_wordings(wordings: Iterable[Wording], path: Path) -> None:
    """Store wordings as JSON, one a line."""
    rows = [json.dumps([w.subject, w.predicate, w.tells, w.angles]) for w in wordings]
    path.write_text("[\n" + ",\n".join(rows) + "\n]\n", encoding="utf-8")


def read_wordings(path: Path) -> list[Wording]:
    """What `write_wordings` stored.

    Raises:
        WeightsError: the file is damaged.
    """
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return [
            Wording(subject, predicate, tuple((f, c) for f, c in tells), tuple(tuple(names) for names in angles))
            for subject, predicate, tells, angles in rows
        ]
    except (OSError, ValueError, TypeError) as error:
        msg = f"{path} does not hold the wordings of this version; reinstall the package"
        raise WeightsError(msg) from error
