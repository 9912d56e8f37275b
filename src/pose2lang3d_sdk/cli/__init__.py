"""The command line `pose2lang3d`: its options, and which module does the work of each command."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

import pose2lang3d_sdk
from pose2lang3d_sdk.errors import NoPersonError, Pose2LangError, WeightsError
from pose2lang3d_sdk.verdicts import DETAILS

if TYPE_CHECKING:
    from collections.abc import Sequence

OK, FAILED, USAGE, NOBODY, NO_ANSWER = range(5)
_HELP_END = """\
exit codes:
  0  done
  1  the weights cannot be loaded, a check failed, none of the photos that a batch tried has a result, the disk or
     the standard output fails, or an unexpected failure
  2  wrong usage, an output path that cannot be written, or a photo or question that cannot be read
  3  the photo shows no person, or not the one asked for
  4  ask: the joints are not visible, or the question is not about the pose (the answer says which)

left and right are always the person's own; --json is documented in docs/cli.md
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code (argparse itself exits with 2 on wrong usage)."""
    options = _parser().parse_args(arguments)
    try:
        code = _run(options)
        sys.stdout.flush()  # here, where a failure still gets a message
    except NoPersonError as error:
        return _complain(error, NOBODY)
    except WeightsError as error:
        return _complain(error, FAILED)
    except Pose2LangError as error:
        return _complain(error, USAGE)
    except KeyboardInterrupt:
        print("pose2lang3d: stopped", file=sys.stderr)
        return FAILED
    except BrokenPipeError:  # whoever reads, `head` for example, has enough
        _drop_output()
        return FAILED
    except OSError as error:
        _drop_output()
        print(f"pose2lang3d: cannot read or write ({error}); check the space, the path and its rights", file=sys.stderr)
        return FAILED
    return code


def _run(options: argparse.Namespace) -> int:
    if options.command == "batch":
        from pose2lang3d_sdk.cli.folder import run_batch

        return run_batch(options)
    if options.command == "weights":
        from pose2lang3d_sdk.cli.weights import run_weights

        return run_weights(options)
    if options.command == "doctor":
        from pose2lang3d_sdk.cli.doctor import run_doctor

        return run_doctor(options)
    from pose2lang3d_sdk.cli.photo import run_photo

    return run_photo(options)


def _drop_output() -> None:
    """What cannot be printed goes nowhere: at its end Python would try again, and complain."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(error: Pose2LangError, code: int) -> int:
    print(f"pose2lang3d: {error}", file=sys.stderr)
    return code


def _person(text: str) -> str | int:
    if text in ("largest", "all"):
        return text
    if text.isascii() and text.isdecimal():
        return int(text)
    msg = f'give "largest", "all" or a number from 0, not {text!r}'
    raise argparse.ArgumentTypeError(msg)


def _one_person(text: str) -> str | int:
    if text == "all":
        msg = 'a line is about one person: give "largest" or a number from 0'
        raise argparse.ArgumentTypeError(msg)
    return _person(text)


def _source(text: str) -> str:
    if text:
        return text
    msg = "give a folder, a repository or an address, not an empty text"
    raise argparse.ArgumentTypeError(msg)


def _count(text: str) -> int:
    if text.isascii() and text.isdecimal() and int(text) > 0:
        return int(text)
    msg = f"give a whole number from 1, not {text!r}"
    raise argparse.ArgumentTypeError(msg)


def _share(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if 0 <= value <= 1:
        return value
    msg = f"give a number from 0 to 1, not {text!r}"
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
    commands = parser.add_subparsers(dest="command", required=True)

    def add(name: str, does: str, *parents: argparse.ArgumentParser) -> argparse.ArgumentParser:
        return commands.add_parser(
            name, help=does, description=does, parents=list(parents), epilog=_HELP_END, formatter_class=style
        )

    model = argparse.ArgumentParser(add_help=False)
    model.add_argument("--fast", action="store_true", help="the smaller keypoint net: faster, less exact")
    model.add_argument(
        "--weights", type=_source, metavar="FOLDER|REPO|URL", help="weights from elsewhere than the package"
    )
    model.add_argument("--mirrored", action="store_true", help="photos show people as a mirror does, like many selfies")
    photo = argparse.ArgumentParser(add_help=False)
    photo.add_argument("photo", metavar="PHOTO", help="path of the photo")
    photo.add_argument(
        "--person", type=_person, default="largest", metavar="largest|N|all", help="0 = largest (default), 1 = next"
    )
    printed = argparse.ArgumentParser(add_help=False)
    printed.add_argument("--json", action="store_true", help="print one JSON object per person instead of the text")
    annotated = argparse.ArgumentParser(add_help=False)
    annotated.add_argument("--annotate", metavar="OUT.png", help="save the photo with the skeleton drawn over it")

    describe = add("describe", "say what the person's body does", photo, printed, annotated, model)
    describe.add_argument("--detail", choices=DETAILS, default="normal", help="how much to say")
    ask = add("ask", "answer a question about the person's pose", photo, printed, annotated, model)
    ask.add_argument(
        "question", metavar="QUESTION", nargs="+",
        help='in English, for example "Is the left knee bent?"; - reads questions from standard input, one a line',
    )  # fmt: skip
    facts = add("facts", "list every fact and angle of the person's pose", photo, printed, annotated, model)
    facts.add_argument(
        "--least", type=_share, default=0.5, metavar="P", help="leave out facts less probable (default 0.5)"
    )
    draw = add("draw", "save the photo with the skeleton drawn over it", photo, model)
    draw.add_argument("annotate", metavar="OUT.png", help="the picture to write")

    batch = add("batch", "describe, or ask about, every photo of a folder; goes on where it stopped", model)
    batch.add_argument("folder", metavar="FOLDER", help="photos, also in its subfolders")
    batch.add_argument(
        "--out", required=True, metavar="RESULTS.jsonl", help="one JSON object per photo, appended; - prints them"
    )
    told = batch.add_mutually_exclusive_group()
    told.add_argument("--detail", choices=DETAILS, help="how much to say (default normal)")
    told.add_argument("--question", metavar="QUESTION", help="ask this instead of describing")
    batch.add_argument(
        "--person", type=_one_person, default="largest", metavar="largest|N", help="0 = largest (default), 1 = next"
    )
    batch.add_argument("--retry", action="store_true", help="try photos again whose line is an error")
    batch.add_argument("--workers", type=_count, metavar="N", help="photos worked on at once; default all cores")

    weights = add("weights", "list, check or fetch weight files")
    weights.add_argument("action", choices=("list", "verify", "pull"))
    weights.add_argument(
        "source", nargs="?", type=_source, metavar="FOLDER|REPO|URL", help="default: the package's own weights"
    )
    weights.add_argument("--revision", help="of a repository: its branch, tag or commit")
    weights.add_argument("--offline", action="store_true", help="never touch the network")

    add("doctor", "check the installation: versions, weights, a self-test, times", printed)
    return parser
