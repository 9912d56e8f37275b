"""Builds weights_manifest.json at the root of the repository out of the exporters' records.

Each exporter replaces its own roles and leaves the rest, so one part can be exported anew without the others.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pose2lang3d_sdk.weights import FORMAT, MANIFEST_NAME, file_sha256, read_manifest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ROOT = Path(__file__).resolve().parents[1]
ASSETS = ROOT / "src" / "pose2lang3d_sdk" / "assets"
KEYPOINT_RECORDS = ROOT / "exporters" / "keypoints" / "records.json"
OWN_LICENCE = "Apache-2.0"
"""Licence of the weights that this repository trains."""


def record(
    role: str,
    path: Path,
    licence: str,
    *,
    source: Mapping[str, Any] | None = None,
    training_commit: str | None = None,
    metrics: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The manifest entry of a file that was just written."""
    return {
        "role": role,
        "file": path.name,
        "bytes": path.stat().st_size,
        "sha256": file_sha256(path),
        "licence": licence,
        "source": dict(source or {}),
        "training_commit": training_commit,
        "metrics": {name: _rounded(value) for name, value in (metrics or {}).items()},
    }


def update_manifest(records: Iterable[Mapping[str, Any]], path: Path = ROOT / MANIFEST_NAME) -> None:
    """Put records into the manifest, replacing entries of the same role, and validate the result.

    What `note_benchmark` noted goes: it was reached with other weights.
    """
    entries = {}
    if path.is_file():
        entries = {entry["role"]: entry for entry in json.loads(path.read_text(encoding="utf-8"))["files"]}
    entries |= {entry["role"]: dict(entry) for entry in records}
    _write({"format": FORMAT, "files": [entries[role] for role in sorted(entries)]}, path)


def note_benchmark(figures: Mapping[str, Any], path: Path = ROOT / MANIFEST_NAME) -> None:
    """Put what the weights reached on the benchmark into the manifest (`evaluation.score --note`)."""
    _write({**json.loads(path.read_text(encoding="utf-8")), "benchmark": dict(figures)}, path)


def _write(content: Mapping[str, Any], path: Path) -> None:
    part = path.with_suffix(".part")
    part.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    read_manifest(part)
    part.replace(path)


def keypoint_records() -> list[dict[str, Any]]:
    """What the keypoint exporter wrote down about its files, in the manifest's layout.

    Sizes and hashes are taken from the files themselves and must be the ones written down.
    """
    entries = []
    for listed in json.loads(KEYPOINT_RECORDS.read_text(encoding="utf-8")):
        plain = {name: listed[name] for name in ("role", "file", "bytes", "sha256", "licence")}
        source = {name: value for name, value in listed.items() if name not in plain}
        path = ASSETS / plain["file"]
        entry = record(plain["role"], path, plain["licence"], source=source)
        if entry["sha256"] != plain["sha256"]:
            msg = f"{path} is not the file that {KEYPOINT_RECORDS} describes; run python -m exporters.keypoints"
            raise RuntimeError(msg)
        entries.append(entry)
    return entries


def current_commit() -> str:
    """The commit of this repository, with "+changes" if the training or export code differs from it."""
    commit = _git("rev-parse", "HEAD")
    changed = _git("status", "--porcelain", "--untracked-files=no", "--", "training", "src", "exporters")
    return commit + "+changes" if changed else commit


def _rounded(value: object) -> object:
    """Three significant digits of a small number and five decimals of another: enough for a listing."""
    if not isinstance(value, float):
        return value
    return float(f"{value:.3g}") if abs(value) < 0.1 else round(value, 5)


def _git(*arguments: str) -> str:
    result = subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True)
    return result.stdout.strip()


if __name__ == "__main__":
    update_manifest(keypoint_records())
