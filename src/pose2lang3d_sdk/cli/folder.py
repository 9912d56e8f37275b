"""The command `batch`: every photo of a folder into one file of JSON lines, resumable."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pose2lang3d_sdk.cli import FAILED, OK
from pose2lang3d_sdk.cli.photo import make_model
from pose2lang3d_sdk.cli.records import SCHEMA, person_record, result_record
from pose2lang3d_sdk.errors import SettingError
from pose2lang3d_sdk.locks import alone

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from pose2lang3d_sdk.results import Answer, BatchItem, Description
    from pose2lang3d_sdk.scene import PersonChoice

_SUFFIXES: Final = frozenset(
    (".jpg", ".jpeg", ".jpe", ".jif", ".jfif", ".png", ".webp", ".avif", ".gif", ".bmp", ".tif", ".tiff", ".jp2",
     ".ppm", ".pgm")
)  # fmt: skip
_UNREADABLE: Final = frozenset((".heic", ".heif", ".raw", ".cr2", ".nef", ".dng", ".svg", ".psd"))
"""Pictures that are counted, so that nobody takes them for done."""
_STDOUT: Final = "-"


def run_batch(options: argparse.Namespace) -> int:
    """Append one line per photo, without those that have a line; 1 if there were photos and none has a result."""
    from pose2lang3d_sdk.scene import clean_question

    question = clean_question(options.question) if options.question is not None else None
    photos, left_out = _photos(Path(options.folder))
    with _results(options, question) as (done, file):
        left = [name for name in photos if name not in done]
        failed = _work(options, question, left, file)
    skipped = len(photos) - len(left)
    summary = f"{len(left)} photos done, {failed} of them without a result, {skipped} skipped: {options.out}{left_out}"
    print(summary, file=sys.stderr)
    return FAILED if left and failed == len(left) else OK


def _photos(folder: Path) -> tuple[list[str], str]:
    """Paths of all photos relative to the folder, sorted, and a remark on pictures that cannot be read."""
    if not folder.is_dir():
        msg = f"there is no folder {str(folder)!r}; give one that holds photos"
        raise SettingError(msg)
    known = _SUFFIXES | _UNREADABLE
    pictures = sorted(path for path in folder.rglob("*") if path.suffix.lower() in known and path.is_file())
    photos = [path.relative_to(folder).as_posix() for path in pictures if path.suffix.lower() in _SUFFIXES]
    others = [kind for path in pictures if (kind := path.suffix.lower()) in _UNREADABLE]
    remark = f"; {len(others)} files of kinds it cannot read ({', '.join(sorted(set(others)))}) were left out"
    left_out = remark if others else ""
    if not photos:
        msg = f"the folder {str(folder)!r} holds no photos ({', '.join(sorted(_SUFFIXES))}){left_out}"
        raise SettingError(msg)
    return photos, left_out


@contextmanager
def _results(options: argparse.Namespace, question: str | None) -> Iterator[tuple[set[str], TextIO]]:
    """Which photos have a line already, and where the other lines go."""
    if options.out == _STDOUT:
        if options.retry:
            msg = "--retry needs the file of an earlier run; give its path as --out"
            raise SettingError(msg)
        yield set(), sys.stdout
        return
    out = Path(options.out).resolve()  # so that a link stays one
    if out.exists() and not out.is_file():
        msg = f"{options.out!r} is no regular file; give another path, or - for standard output"
        raise SettingError(msg)
    with ExitStack() as stack:
        try:
            stack.enter_context(alone(out.with_name(f".{out.name}.lock"), wait=False))
            done = _done(out, question, _settings(options), retry=options.retry)
            file = stack.enter_context(out.open("a", encoding="utf-8"))
        except BlockingIOError as error:
            msg = f"another run writes {options.out!r}; wait for its end or give another path"
            raise SettingError(msg) from error
        except OSError as error:
            msg = f"cannot write {options.out!r} ({error}); give a path in an existing folder"
            raise SettingError(msg) from error
        try:
            with file:
                yield done, file
        except OSError as error:
            if error.filename is not None:
                raise
            raise OSError(error.errno, error.strerror, options.out) from error  # a full disk does not name the file


def _done(out: Path, question: str | None, settings: dict[str, Any], *, retry: bool) -> set[str]:
    """Photos that have a line; a last line that was cut off is taken away and, to `retry`, every error."""
    if not out.exists():
        return set()
    text = out.read_bytes()
    lines = [line for line in text[: text.rfind(b"\n") + 1].splitlines(keepends=True) if line.strip()]
    try:
        rows = [json.loads(line) for line in lines]
        others = [other for row in rows if (other := _other(row, question, settings))]
        failed = [row["error"] is not None for row in rows]
        photos = [str(row["photo"]) for row in rows]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        msg = f"{str(out)!r} is not a file of this command ({error}); give another path"
        raise SettingError(msg) from error
    if others:
        msg = f"{str(out)!r} holds results of {others[0]}; give another path"
        raise SettingError(msg)
    kept = [index for index in range(len(rows)) if not (retry and failed[index])]
    whole = b"".join(lines[index] for index in kept)
    if whole != text:
        part = out.with_name(f"{out.name}.part")
        part.write_bytes(whole)
        part.replace(out)
    return {photos[index] for index in kept}


def _other(row: dict[str, Any], question: str | None, settings: dict[str, Any]) -> str | None:
    """What else than this run's a line is a result of; None if nothing."""
    if row["schema"] != SCHEMA:
        return "another version"
    if row.get("question") != question:
        return "another question"
    before = {"folder": settings["folder"], **row.get("options", {})}  # which older lines do not name
    names = sorted(name for name in {*before, *settings} if before.get(name) != settings.get(name))
    return f"other options ({', '.join(names)})" if names else None


def _work(options: argparse.Namespace, question: str | None, photos: Sequence[str], file: TextIO) -> int:
    """Write a line per photo; gives how many of them have no result."""
    failed = 0
    settings = _settings(options)
    for item in _items(options, question, photos):
        failed += item.error is not None
        record = _record(photos[item.index], item, question, options.person)
        file.write(json.dumps({**record, "options": settings}) + "\n")
        file.flush()  # what is done stays done, whatever comes
        if file is not sys.stdout:
            _progress(item.index + 1, len(photos))
    return failed


def _items(
    options: argparse.Namespace, question: str | None, photos: Sequence[str]
) -> Iterator[BatchItem[Answer] | BatchItem[Description]]:
    if not photos:
        return iter(())
    model = make_model(options)
    paths = [Path(options.folder) / name for name in photos]
    person, mirrored, workers = options.person, options.mirrored, options.workers
    if question:
        return model.ask_batch(paths, question, person=person, mirrored=mirrored, workers=workers)
    detail = _settings(options)["detail"]
    return model.describe_batch(paths, detail=detail, person=person, mirrored=mirrored, workers=workers)


def _settings(options: argparse.Namespace) -> dict[str, Any]:
    """What results depend on: the options, and the folder that the photos' names are relative to."""
    detail = {} if options.question is not None else {"detail": options.detail or "normal"}
    chosen = {name: getattr(options, name) for name in ("person", "mirrored", "fast", "weights")}
    return {**detail, **chosen, "folder": str(Path(options.folder).resolve())}


def _record(
    name: str, item: BatchItem[Answer] | BatchItem[Description], question: str | None, person: PersonChoice
) -> dict[str, Any]:
    asked = {"question": question} if question else {}
    if item.result is None or item.scene is None:
        error = {"type": type(item.error).__name__, "message": str(item.error)}
        return {"schema": SCHEMA, "photo": name, **asked, "error": error}
    return {
        **person_record(name, item.scene, item.scene.person(person)),
        **result_record(item.result, question),
        "error": None,
    }


def _progress(done: int, total: int) -> None:
    """A bar on a terminal, nothing in a log."""
    if sys.stderr.isatty():
        filled = 30 * done // total
        end = "\n" if done == total else ""
        print(f"\r[{'#' * filled}{'.' * (30 - filled)}] {done}/{total}", end=end, file=sys.stderr, flush=True)
