"""Finds the weight files that weights_manifest.json lists; checks size always and SHA-256 on request.

Hashing all files takes tens to hundreds of milliseconds, more than loading some of them: a wrong size (an unfinished
copy, a Git LFS pointer) is caught at every start, a flipped bit by `verify`.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pose2lang3d_sdk.errors import WeightsError

if TYPE_CHECKING:
    from collections.abc import Mapping

MANIFEST_NAME: Final = "weights_manifest.json"
FORMAT: Final = 1
"""Version of the manifest's layout."""

_PACKAGE: Final = Path(__file__).resolve().parent
_ASSETS: Final = _PACKAGE / "assets"
# A wheel carries the manifest inside the package; in a checkout it lies at the root of the repository.
_MANIFESTS: Final = (_PACKAGE / MANIFEST_NAME, _PACKAGE.parents[1] / MANIFEST_NAME)
_REQUIRED: Final[Mapping[str, type]] = {"role": str, "file": str, "bytes": int, "sha256": str, "licence": str}
_OPTIONAL: Final[Mapping[str, type]] = {"source": dict, "training_commit": str, "metrics": dict}


@dataclass(frozen=True)
class WeightFile:
    """One line of the manifest.

    Attributes:
        role: what the SDK asks for ("decoder", "text_encoder").
        file: name inside the package's assets folder.
        bytes: size of the file.
        sha256: 64 hexadecimal digits.
        licence: SPDX identifier of the weights' licence.
        source: where weights made by others come from (package, version, member, sha256 of the member).
        training_commit: commit of this repository that trained the weights; None for weights made by others.
        metrics: what was measured at export.
    """

    role: str
    file: str
    bytes: int
    sha256: str
    licence: str
    source: Mapping[str, Any] = field(default_factory=dict)
    training_commit: str | None = None
    metrics: Mapping[str, Any] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        """Where the file should be; `locate` also checks that it is there."""
        return _ASSETS / self.file


def locate(role: str) -> Path:
    """Path of an embedded weight file.

    Args:
        role: a role of the manifest, for example "decoder".

    Raises:
        WeightsError: the manifest does not list the role, or the file is missing or has another size.
    """
    entry = _entry(role)
    try:
        size = entry.path.stat().st_size
    except OSError as error:
        msg = f"weight file {entry.file!r} ({role}) is missing from {_ASSETS}; reinstall the package"
        raise WeightsError(msg) from error
    if size != entry.bytes:
        msg = f"weight file {entry.path} has {size:,} bytes instead of {entry.bytes:,}; reinstall the package"
        raise WeightsError(msg)
    return entry.path


def verify(*roles: str) -> list[WeightFile]:
    """Check the SHA-256 of embedded weight files.

    Args:
        roles: which; default all.

    Returns:
        The files that were checked.

    Raises:
        WeightsError: at the first file that is missing or whose content is not the listed one.
    """
    checked = []
    for role in roles or manifest():
        path = locate(role)
        digest = file_sha256(path)
        if digest != _entry(role).sha256:
            msg = f"weight file {path} is damaged (its SHA-256 is {digest}); reinstall the package"
            raise WeightsError(msg)
        checked.append(_entry(role))
    return checked


@cache
def manifest() -> Mapping[str, WeightFile]:
    """The installed manifest: role -> file.

    Raises:
        WeightsError: it is missing, or not of the layout this version reads.
    """
    for path in _MANIFESTS:
        if path.is_file():
            return read_manifest(path)
    msg = f"{MANIFEST_NAME} is missing from {_PACKAGE}; reinstall the package"
    raise WeightsError(msg)


def read_manifest(path: Path) -> Mapping[str, WeightFile]:
    """Read and validate a manifest file: role -> file, in the order listed.

    Raises:
        WeightsError: it cannot be read, or an entry lacks a field, has a wrong type or repeats a role.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        msg = f"cannot read {path} ({error}); reinstall the package"
        raise WeightsError(msg) from error
    if not isinstance(content, dict) or content.get("format") != FORMAT or not isinstance(content.get("files"), list):
        msg = f'{path} is not a weights manifest of format {FORMAT}: {{"format": {FORMAT}, "files": [...]}}'
        raise WeightsError(msg)
    entries: dict[str, WeightFile] = {}
    for index, record in enumerate(content["files"]):
        problem = _problem(record) or ("repeats its role" if record["role"] in entries else None)
        if problem:
            msg = f"{path}: files[{index}] {problem}"
            raise WeightsError(msg)
        entries[record["role"]] = WeightFile(**record)
    return entries


def file_sha256(path: Path) -> str:
    """SHA-256 of a file's content as 64 hexadecimal digits."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _entry(role: str) -> WeightFile:
    try:
        return manifest()[role]
    except KeyError:
        msg = f"{MANIFEST_NAME} lists no {role!r}, only {', '.join(manifest())}; install a matching version"
        raise WeightsError(msg) from None


def _problem(record: object) -> str | None:
    """What is wrong with one entry, None if nothing."""
    if not isinstance(record, dict):
        return "is not an object"
    if unknown := record.keys() - _REQUIRED.keys() - _OPTIONAL.keys():
        return f"has unknown fields {sorted(unknown)}"
    for name, kind in _REQUIRED.items():
        if not isinstance(record.get(name), kind):
            return f"needs {name!r} as {kind.__name__}"
    for name, kind in _OPTIONAL.items():
        if record.get(name) is not None and not isinstance(record[name], kind):
            return f"needs {name!r} as {kind.__name__}"
    if len(record["sha256"]) != 64 or set(record["sha256"]) - set("0123456789abcdef"):
        return "needs 'sha256' as 64 lower-case hexadecimal digits"
    if Path(record["file"]).name != record["file"]:
        return "needs 'file' as a plain name inside the assets folder"
    return None
