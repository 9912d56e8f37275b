"""How much of what people say about a body is understood: `training.language.loose` on sentences of other people.

    python -m evaluation.statements

`statements.json` holds sentences with all that they state or imply beyond doubt, some of them denials, written without
sight of the parser. What is read beyond the labels is counted: little of it will be true.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from training.language.loose import parse_loosely
from training.language.parse import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

STATEMENTS: Final = Path(__file__).with_name("statements.json")


@dataclass(frozen=True)
class Statement:
    """A sentence and the facts it states (fact -> class)."""

    text: str
    facts: dict[str, str]


@dataclass(frozen=True)
class Reading:
    """How many labelled facts were read rightly, with another class and not at all, and how many others were read."""

    right: int
    otherwise: int
    missed: int
    further: int


def read_statements(path: Path = STATEMENTS) -> list[Statement]:
    """The labelled sentences of a file."""
    return [Statement(row["text"], row["facts"]) for row in json.loads(path.read_text(encoding="utf-8"))]


def measure(statements: Sequence[Statement], parser: Callable[[str], dict[str, str]]) -> Reading:
    """Read every sentence and compare with its labels."""
    counts = [0, 0, 0, 0]
    for statement in statements:
        read = parser(statement.text)
        for fact, label in statement.facts.items():
            counts[0 if read.get(fact) == label else 1 if fact in read else 2] += 1
        counts[3] += len(read.keys() - statement.facts.keys())
    return Reading(*counts)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.statements", description=__doc__.splitlines()[0])
    parser.add_argument("--file", type=Path, default=STATEMENTS, help="other labelled sentences")
    statements = read_statements(parser.parse_args().file)
    for name, reader in (("the generator's wordings alone", parse), ("anybody's wordings", parse_loosely)):
        found = measure(statements, reader)
        count = found.right + found.otherwise + found.missed
        right, otherwise, missed = (100 * part / count for part in (found.right, found.otherwise, found.missed))
        print(
            f"{name}: of {count} facts in {len(statements)} sentences right {right:.1f} %, "
            f"otherwise {otherwise:.1f} %, missed {missed:.1f} %, and {found.further} read that are not labelled"
        )


if __name__ == "__main__":
    main()
