"""What `--json` prints: one place for the names of its fields, documented in docs/cli.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pose2lang3d_sdk.results import Answer, Description
    from pose2lang3d_sdk.scene import Person, Scene

SCHEMA: Final = 1
"""Version of the layout; it grows when a field changes its meaning or goes, not when one is added."""


def person_record(photo: str, scene: Scene, person: Person) -> dict[str, Any]:
    """Which photo and which of its people a record is about."""
    return {
        "schema": SCHEMA,
        "photo": photo,
        "width": scene.width,
        "height": scene.height,
        "people": len(scene.people),
        "person": scene.people.index(person),
        "bbox": [round(value, 1) for value in person.bbox],
        "person_score": round(person.person_score, 4),
    }


def result_record(result: Answer | Description, question: str | None) -> dict[str, Any]:
    """A description or, with its question, an answer."""
    from pose2lang3d_sdk.results import Description

    if isinstance(result, Description):
        return {"text": result.text, "sentences": result.sentences}
    return {
        "question": question,
        "text": result.text,
        "confidence": round(result.confidence, 4),
        "answerable": result.answerable,
        "verdict": result.verdict,
        "joints": result.joints,
    }


def facts_record(person: Person, least: float) -> dict[str, Any]:
    """Facts at least that probable, and all angles."""
    facts = [
        {
            "name": fact.name,
            "value": fact.value,
            "probability": round(fact.probability, 4),
            "text": fact.text,
            "joints": fact.joints,
            "quantity": None if fact.quantity is None else round(fact.quantity, 1),
            "unit": fact.unit,
        }
        for fact in person.facts()
        if fact.probability >= least
    ]
    angles = {name: None if angle is None else round(angle, 1) for name, angle in person.angles().items()}
    return {"facts": facts, "angles": angles}
