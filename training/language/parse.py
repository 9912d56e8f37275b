"""Text back to facts: finds every wording of `phrases` in a text, also where a shared subject is left out.

Knows exactly what `phrases` can say; foreign text gives only the facts it happens to word the same way.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from training.language.phrases import all_wordings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from training.language.phrases import Wording
    from training.language.pose import PoseFacts
    from training.language.wordings import Told

_WORD: Final = re.compile(r"[a-z]+(?:['’-][a-z]+)*|\d+|[^\w\s]")
_NUMBER: Final = "{n}"
_END: Final = ""  # key of the wording that ends at a node
_LINKS: Final = frozenset(("and", ",", "but"))
_FILLERS: Final = _LINKS | {".", ";", ":"}
_VERBS: Final = (
    "is",
    "are",
    "leans",
    "with",
)  # left out in "is bent and raised", "with the elbow bent and the hand near ..."

_Node = dict[str, Any]


def parse(text: str) -> dict[str, str]:
    """Fact -> class for all that a text states; of two statements about one fact the later counts."""
    return dict(mentions(text))


def mentions(text: str) -> list[Told]:
    """Every (fact, class) a text states, in order and with repetitions."""
    return [told for wording, _ in _found(text) for told in wording.tells]


def parse_angles(text: str) -> dict[str, int]:
    """Angle name (`facts.ANGLES`) -> degrees for all the numbers a text gives."""
    result: dict[str, int] = {}
    for wording, numbers in _found(text):
        for names, number in zip(wording.angles, numbers, strict=True):
            result.update(dict.fromkeys(names, number))
    return result


def contradictions(text: str, pose: PoseFacts) -> list[str]:
    """Facts the text states with another class than the pose's; undecided facts contradict nothing."""
    wrong = (fact for fact, label in mentions(text) if pose.get(fact) not in (None, label))
    return list(dict.fromkeys(wrong))


def uncovered(text: str) -> list[str]:
    """The words of a text that belong to no statement, the "and" and stops between them apart."""
    words = _words(text)
    told = {at for _, _, span in _spans(words) for at in span}
    return [word for at, word in enumerate(words) if at not in told and word not in _FILLERS]


def _tree() -> _Node:
    root: _Node = {}
    for wording in all_wordings():
        node = root
        for word in (*_words(wording.subject), *_words(wording.predicate)):
            node = node.setdefault(word, {})
        known = node.setdefault(_END, wording)
        assert known.tells == wording.tells, f"one wording for two facts: {wording.template}"
    return root


def _words(text: str) -> list[str]:
    parts = text.lower().split(_NUMBER)
    words = _WORD.findall(parts[0])
    for part in parts[1:]:
        words += [_NUMBER, *_WORD.findall(part)]
    return words


def _found(text: str) -> Iterator[tuple[Wording, list[int]]]:
    """Wordings in the order of the text, each with its numbers."""
    return ((wording, numbers) for wording, numbers, _ in _spans(_words(text)))


def _spans(words: Sequence[str]) -> Iterator[tuple[Wording, list[int], range]]:
    """Wordings, their numbers and the words they take; at each place the longest wins."""
    at = 0
    subject: _Node = {}
    while at < len(words):
        starts = [_ROOT, *_elliptic(subject), *_PERSON]
        match = next((found for node in starts if (found := _longest(node, words, at))), None)
        if match:
            wording, numbers, end = match
            subject = _below(_words(wording.subject))
            yield wording, numbers, range(at, end)
            at = end
        else:
            if words[at] not in _LINKS:
                subject = {}
            at += 1


def _elliptic(subject: _Node) -> list[_Node]:
    """Where a clause may go on that leaves out its subject, or its subject and verb."""
    return [subject, *(subject[verb] for verb in _VERBS if verb in subject)]


def _longest(node: _Node, words: Sequence[str], at: int) -> tuple[Wording, list[int], int] | None:
    best: tuple[Wording, list[int], int] | None = None
    numbers: list[int] = []
    while at <= len(words):
        if _END in node:
            best = (node[_END], list(numbers), at)
        if at == len(words):
            break
        word = words[at]
        if word.isdigit():
            numbers.append(int(word))
            word = _NUMBER
        if word not in node:
            break
        node = node[word]
        at += 1
    return best


def _below(words: Sequence[str]) -> _Node:
    node = _ROOT
    for word in words:
        node = node[word]
    return node


_ROOT: Final = _tree()
_PERSON: Final = [_below(words) for words in (["the", "person"], ["the", "person", "with"])]  # "seen from behind"
