"""The command line: `pose2lang3d describe PHOTO` and `pose2lang3d ask PHOTO "QUESTION"`."""

from __future__ import annotations

import argparse
import json
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pose2lang3d_sdk
from pose2lang3d_sdk.errors import NoPersonError, Pose2LangError, SettingError, WeightsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pose2lang3d_sdk.scene import Person, PersonChoice, Scene

OK, FAILED, USAGE, NOBODY, NO_ANSWER = range(5)
_HELP_END = """\
exit codes:
  0  done
  1  the embedded weights cannot be loaded, or an unexpected failure
  2  wrong usage, or a photo or question that cannot be read
  3  the photo shows no person, or not the one asked for
  4  ask: the joints are not visible, or the question is not about the pose (the answer says which)

--json prints one object on one line:
  both      photo, width, height (pixels), people (how many were found), person (which one, 0 = the largest),
            bbox ([x0, y0, x1, y1] pixels), person_score (0 to 1), text
  describe  sentences (one string per body region that can be seen)
  ask       question, confidence (0 to 1), answerable (true or false), verdict (yes, no, left, right, same, statement,
            unknown or out_of_scope), joints (COCO names of the joints that the answer rests on)

left and right are always the person's own.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code (argparse itself exits with 2 on wrong usage)."""
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except NoPersonError as error:
        return _complain(error, NOBODY)
    except WeightsError as error:
        return _complain(error, FAILED)
    except Pose2LangError as error:
        return _complain(error, USAGE)


def _run(options: argparse.Namespace) -> int:
    from pose2lang3d_sdk.api import Pose2Lang
    from pose2lang3d_sdk.scene import clean_question

    question = clean_question(options.question) if options.command == "ask" else None
    _check_target(options)
    model = Pose2Lang("fast" if options.fast else "default")
    scene = model.read(options.photo)
    person = scene.person(options.person)
    report = _report(options, scene, person)
    if question is None:
        description = person.describe()
        report |= {"text": description.text, "sentences": description.sentences}
    else:
        answer = person.ask(question)
        report |= {"text": answer.text, "question": question, "confidence": round(answer.confidence, 4)}
        report |= {"answerable": answer.answerable, "verdict": answer.verdict, "joints": answer.joints}
    if options.annotate:
        _annotate(options, person, report.get("joints", ()))
    print(json.dumps(report) if options.json else report["text"])
    return OK if report.get("answerable", True) else NO_ANSWER


def _report(options: argparse.Namespace, scene: Scene, person: Person) -> dict[str, Any]:
    return {
        "photo": options.photo,
        "width": scene.width,
        "height": scene.height,
        "people": len(scene.people),
        "person": scene.people.index(person),
        "bbox": [round(value, 1) for value in person.bbox],
        "person_score": round(person.person_score, 4),
    }


def _check_target(options: argparse.Namespace) -> None:
    """Refuse to write over the photo."""
    if options.annotate and Path(options.annotate).resolve() == Path(options.photo).resolve():
        msg = f"--annotate would write over the photo {options.photo!r}; give another path"
        raise SettingError(msg)


def _annotate(options: argparse.Namespace, person: Person, joints: tuple[str, ...]) -> None:
    from pose2lang3d_sdk.drawing import draw_skeleton

    drawn = draw_skeleton(options.photo, [person], joints)
    try:
        drawn.save(options.annotate)
    except (OSError, ValueError) as error:
        msg = f"cannot write {options.annotate!r} ({error}); give a .png or .jpg path in an existing folder"
        raise SettingError(msg) from error


def _complain(error: Pose2LangError, code: int) -> int:
    print(f"pose2lang3d: {error}", file=sys.stderr)
    return code


def _person(text: str) -> PersonChoice:
    if text == "largest":
        return "largest"
    if text.isascii() and text.isdecimal():
        return int(text)
    msg = f'give "largest" or a number from 0, not {text!r}'
    raise argparse.ArgumentTypeError(msg)


def _parser() -> argparse.ArgumentParser:
    style = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        prog="pose2lang3d",
        description="Say what the body of a person in a photo does, and answer questions about it. Works offline.",
        epilog=_HELP_END,
        formatter_class=style,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {pose2lang3d_sdk.__version__}")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("photo", metavar="PHOTO", help="path of the photo")
    shared.add_argument("--person", type=_person, default="largest", metavar="largest|N", help="0 = largest, 1 = next")
    shared.add_argument("--json", action="store_true", help="print one JSON object instead of the text")
    shared.add_argument("--fast", action="store_true", help="the smaller keypoint net: faster, less exact")
    shared.add_argument("--annotate", metavar="OUT.png", help="save the photo with the skeleton drawn over it")
    commands = parser.add_subparsers(dest="command", required=True)
    describe = "say what the person's body does"
    ask = "answer a question about the person's pose"
    add = partial(commands.add_parser, parents=[shared], epilog=_HELP_END, formatter_class=style)
    add("describe", help=describe, description=describe)
    add("ask", help=ask, description=ask).add_argument(
        "question", metavar="QUESTION", help='in English, for example "Is the left knee bent?"'
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
