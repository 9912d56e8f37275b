"""A folder of photos into a file of JSON lines: one line per photo, in the order of the names.

Run `python examples/folder_to_jsonl.py examples descriptions.jsonl`.

A photo that cannot be read, or that shows nobody, gets a line with the error; the rest goes on.
`pose2lang3d batch` does the same on the command line and goes on where it stopped.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from pose2lang3d_sdk import Pose2Lang

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the file; 1 if the folder holds no photo."""
    parser = argparse.ArgumentParser(description="Describe every photo of a folder.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args(arguments)

    photos = sorted(path for path in options.folder.iterdir() if path.suffix.lower() in {".jpg", ".jpeg", ".png"})
    if not photos:
        print(f"no photos in {options.folder}")
        return 1
    failed = 0
    with options.out.open("w", encoding="utf-8") as file:
        for item in Pose2Lang().describe_batch(photos):
            failed += item.error is not None
            line = {
                "photo": Path(item.source).name,
                "people": len(item.scene.people) if item.scene else None,
                "text": item.text,
                "error": str(item.error) if item.error else None,
            }
            file.write(json.dumps(line) + "\n")
    print(f"{len(photos)} photos, {failed} without a description: {options.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
