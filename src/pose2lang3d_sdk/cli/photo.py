"""The commands about one photo: describe, ask, facts and draw."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pose2lang3d_sdk.cli import NO_ANSWER, OK, USAGE
from pose2lang3d_sdk.cli.records import facts_record, person_record, result_record
from pose2lang3d_sdk.errors import QuestionError, SettingError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from pose2lang3d_sdk.api import EmbeddedEstimator, Pose2Lang
    from pose2lang3d_sdk.scene import Person, Scene

FROM_INPUT: Final = "-"
"""In place of a question: questions come from standard input."""
_REMEMBERED: Final = 20
"""Questions that one which goes on from those before it may go back."""


def run_photo(options: argparse.Namespace) -> int:
    """Do what was asked about a photo; returns the exit code."""
    from pose2lang3d_sdk.scene import clean_question

    talks = options.command == "ask" and options.question == [FROM_INPUT]
    asked = clean_question(" ".join(options.question)) if options.command == "ask" and not talks else None
    target = getattr(options, "annotate", None)
    if talks and target:
        msg = "--annotate draws one answer, and questions from standard input have many; leave it out"
        raise SettingError(msg)
    if target and Path(target).resolve() == Path(options.photo).resolve():
        msg = f"the drawn picture would overwrite the photo {options.photo!r}; give another path"
        raise SettingError(msg)
    scene = make_model(options).read(options.photo, mirrored=options.mirrored)
    everybody = options.person == "all"
    people = scene.people if everybody and scene.people else (scene.person("largest" if everybody else options.person),)
    if talks:
        return _talk(options, scene, people)
    # A scene says who is where, which a number would not.
    as_scene = options.command == "describe" and len(people) > 1 and not options.json
    told = () if as_scene else people
    records = [{**person_record(options.photo, scene, person), **_told(options, person, asked)} for person in told]
    if target:
        joints = [record.get("joints", ()) for record in records] or [()] * len(people)
        _annotate(options.photo, target, dict(zip(people, joints, strict=True)))
    if as_scene:
        print(scene.describe(options.detail))
    elif options.command != "draw":
        for record in records:
            print(json.dumps(record) if options.json else _as_text(record, named=len(people) > 1))
    return OK if all(record.get("answerable", True) for record in records) else NO_ANSWER


def _talk(options: argparse.Namespace, scene: Scene, people: Sequence[Person]) -> int:
    """Answer the questions of standard input, one a line, each after those before it; returns the exit code."""
    from pose2lang3d_sdk.scene import clean_question

    before: list[str] = []
    code = OK
    for line in filter(str.strip, sys.stdin or ()):
        try:
            question = clean_question(line.strip())
        except QuestionError as error:
            print(f"pose2lang3d: {error}", file=sys.stderr)
            code = USAGE
            continue
        for person in people:
            answer = person.ask(question, after=before[-_REMEMBERED:])
            record = {**person_record(options.photo, scene, person), **result_record(answer, question)}
            print(json.dumps(record) if options.json else _as_text(record, named=len(people) > 1), flush=True)
            code = code or (OK if answer.answerable else NO_ANSWER)
        before.append(question)
    return code


def make_model(options: argparse.Namespace) -> Pose2Lang:
    """The model that the options ask for."""
    from pose2lang3d_sdk.api import Pose2Lang

    estimator: EmbeddedEstimator = "fast" if options.fast else "default"
    if options.weights:
        return Pose2Lang.from_pretrained(options.weights, estimator=estimator)
    return Pose2Lang(estimator)


def _told(options: argparse.Namespace, person: Person, question: str | None) -> dict[str, Any]:
    if options.command == "draw":
        return {}
    if options.command == "facts":
        return facts_record(person, options.least)
    return result_record(person.ask(question) if question else person.describe(options.detail), question)


def _as_text(record: dict[str, Any], *, named: bool) -> str:
    text = record["text"] if "text" in record else _facts_as_text(record)
    return f"person {record['person']}: {text}" if named else text


def _facts_as_text(record: dict[str, Any]) -> str:
    rows = [f"{fact['probability']:5.2f}  {fact['name']} = {fact['value']}: {fact['text']}" for fact in record["facts"]]
    known = {name: angle for name, angle in record["angles"].items() if angle is not None}
    rows += [f"{angle:5.0f}  degrees, {name}" for name, angle in known.items()]
    return "\n".join(rows) or "too little of the person is clearly visible"


def _annotate(photo: str, target: str, highlights: Mapping[Person, Sequence[str]]) -> None:
    """Save the photo with every person drawn over it, rings round the joints that are theirs."""
    from pose2lang3d_sdk.drawing import draw_skeleton

    drawn = draw_skeleton(photo, ())  # in several steps, as it rings the same joints of all whom it draws
    for person, joints in highlights.items():
        drawn = draw_skeleton(drawn, (person,), joints)
    try:
        drawn.save(target)
    except (OSError, ValueError) as error:
        msg = f"cannot write {target!r} ({error}); give a .png or .jpg path in an existing folder"
        raise SettingError(msg) from error
