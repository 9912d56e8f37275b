"""The command `batch`: every photo of a folder into one file of JSON lines, resumable."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pose2lang3d_sdk.cli import OK
from pose2lang3d_sdk.cli.photo import make_model
from pose2lang3d_sdk.cli.records import SCHEMA, person_record, result_record
from pose2lang3d_sdk.errors import SettingError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from pose2lang3d_sdk.results import Answer, BatchItem, Description

_SUFFIXES: Final = frozenset(
    (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".bmp", ".tif", ".tiff", ".jp2", ".ppm", ".pgm")
)


def run_batch(options: argparse.Namespace) -> int:
    """Work through the folder and append one line per photo; photos that have a line already are skipped."""
    from pose2lang3d_sdk.scene import clean_question

    question = clean_question(options.question) if options.question is not None else None
    folder, out = Path(options.folder), Path(options.out)
    done = _done(out, question)
    photos = [name for name in _photos(folder) if name not in done]
    model = make_model(options)
    paths = [folder / name for name in photos]
    mirrored, workers = options.mirrored, options.workers
    items: Iterator[BatchItem[Answer] | BatchItem[Description]] = (
        model.ask_batch(paths, question, mirrored=mirrored, workers=workers)
        if question
        else model.describe_batch(paths, detail=options.detail, mirrored=mirrored, workers=workers)
    )
    failed = 0
    with _open(out) as file:
        for name, item in zip(photos, items, strict=True):
            failed += item.error is not None
            file.write(json.dumps(_record(name, item, question)) + "\n")
            file.flush()  # what is done stays done, whatever comes
            _progress(item.index + 1, len(photos))
    summary = f"{len(photos)} photos done, {failed} of them without a result, {len(done)} skipped: {out}"
    print(summary, file=sys.stderr)
    return OK


def _photos(folder: Path) -> list[str]:
    """Paths of all photos relative to the folder, sorted."""
    if not folder.is_dir():
        msg = f"there is no folder {str(folder)!r}; give one that holds photos"
        raise SettingError(msg)
    found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if _is_photo(path))
    if not found:
        msg = f"the folder {str(folder)!r} holds no photos ({', '.join(sorted(_SUFFIXES))})"
        raise SettingError(msg)
    return found


def _is_photo(path: Path) -> bool:
    return path.suffix.lower() in _SUFFIXES and path.is_file()


def _done(out: Path, question: str | None) -> set[str]:
    """Photos that have a line; a last line that was cut off is taken away."""
    if not out.exists():
        return set()
    try:
        text = out.read_bytes()
        whole = text[: text.rfind(b"\n") + 1]
        rows = [json.loads(line) for line in whole.splitlines() if line.strip()]
        other = [row["photo"] for row in rows if row["schema"] != SCHEMA or row.get("question") != question]
        photos = {row["photo"] for row in rows}
    except (OSError, ValueError, KeyError, TypeError) as error:
        msg = f"{str(out)!r} is not a file of this command ({error}); give another path"
        raise SettingError(msg) from error
    if other:
        msg = f"{str(out)!r} holds results of another question or version; give another path"
        raise SettingError(msg)
    if len(whole) < len(text):
        out.write_bytes(whole)
    return photos


def _open(out: Path) -> Any:
    try:
        return out.open("a", encoding="utf-8")
    except OSError as error:
        msg = f"cannot write {str(out)!r} ({error}); give a path in an existing folder"
        raise SettingError(msg) from error


def _record(name: str, item: BatchItem[Answer] | BatchItem[Description], question: str | None) -> dict[str, Any]:
    asked = {"question": question} if question else {}
    if item.result is None or item.scene is None:
        error = {"type": type(item.error).__name__, "message": str(item.error)}
        return {"schema": SCHEMA, "photo": name, **asked, "error": error}
    return {
        **person_record(name, item.scene, item.scene.person()),
        **result_record(item.result, question),
        "error": None,
    }


def _progress(done: int, total: int) -> None:
    """A bar on a terminal, nothing in a log."""
    if sys.stderr.isatty():
        filled = 30 * done // total
        end = "\n" if done == total else ""
        print(f"\r[{'#' * filled}{'.' * (30 - filled)}] {done}/{total}", end=end, file=sys.stderr, flush=True)
