"""Numbers in texts: those of the measured angles, and none where it does not fit what is said."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk.facts import FACT_ANGLE, fits
from pose2lang3d_sdk.statements import WORD, rounded
from pose2lang3d_sdk.telling import angle_said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pose2lang3d_sdk.statements import StatementReader, Told, Wording
    from pose2lang3d_sdk.telling import Teller

TOO_FAR_APART: Final = 20
"""Of both sides that differ by more degrees, and to which the decoder gives one number, each gets its own."""
_REMARK: Final = "with "


def renumbered(
    text: str, reader: StatementReader, teller: Teller, angles: Mapping[str, float], *, number: bool = False
) -> str:
    """The text with every number that a wording gives for an angle replaced by that angle, as numbers are said.

    Of two sides that differ each is told with its own number. Class and angle are read apart: where they do not fit,
    the class is told without a number, or the number without a class.

    Args:
        text: of the decoder.
        reader: finds the wordings.
        teller: says facts.
        angles: degrees by name; what is missing changes nothing.
        number: whether the number is what matters, as in the answer to "how bent is the knee?".
    """
    places = list(WORD.finditer(text.lower()))
    changes: list[tuple[int, int, str]] = []
    for found in reader.find([place.group() for place in places]):
        span = places[found.span.start : found.span.stop]
        known = [[angles[name] for name in names if name in angles] for names in found.wording.angles]
        if not any(known):
            continue
        told = found.wording.tells
        if all(
            not sides or (max(sides) - min(sides) <= TOO_FAR_APART and all(fits(*tell, fmean(sides)) for tell in told))
            for sides in known
        ):
            digits = [place for place in span if place.group().isdigit()]
            changes += [
                (place.start(), place.end(), str(rounded(fmean(sides))))
                for place, sides in zip(digits, known, strict=False)
                if sides
            ]
        elif clause := _told_apart(found.wording, teller, angles, number=number):
            start = span[0].start()
            clause = f"{clause[0].upper()}{clause[1:]}" if text[start].isupper() else clause
            changes.append((start, span[-1].end(), clause))
    for start, end, words in reversed(changes):
        text = f"{text[:start]}{words}{text[end:]}"
    return text


def _told_apart(wording: Wording, teller: Teller, angles: Mapping[str, float], *, number: bool) -> str:
    """Each fact of a wording in a clause of its own; empty if one has none."""
    if wording.predicate.startswith(_REMARK):
        return ""
    # The lower angle first, not the left: a mirrored body gets the mirrored text.
    ordered = sorted(wording.tells, key=lambda told: angles.get(FACT_ANGLE.get(told[0], ""), 0.0))
    clauses = [_clause(told, teller, angles, number=number) for told in ordered]
    return " and ".join(filter(None, clauses)) if all(clauses) else ""


def _clause(told: Told, teller: Teller, angles: Mapping[str, float], *, number: bool) -> str | None:
    name = FACT_ANGLE.get(told[0], "")
    if number and name in angles and not fits(*told, angles[name]):
        return angle_said(name, angles[name])
    return teller.clause([told], angles) or teller.clause([told], {})
