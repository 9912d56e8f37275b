"""Finds the weight files that a weights_manifest.json lists: the embedded ones, or others on request.

Hashing all files takes tens to hundreds of milliseconds, more than loading some of them. Of the embedded files a wrong
size (an unfinished copy, a Git LFS pointer) is caught at every start and a flipped bit by `verify`; files from
elsewhere are hashed whenever they are opened.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pose2lang3d_sdk.errors import SettingError, WeightsError

if TYPE_CHECKING:
    from collections.abc import Mapping

MANIFEST_NAME: Final = "weights_manifest.json"
FORMAT: Final = 1
"""Version of the manifest's layout."""
LANGUAGE_ROLES: Final = (
    "student_pose", "class_weights", "student_query", "text_encoder", "query_tokenizer", "decoder", "text_tokenizer",
    "statements", "question_words",
)  # fmt: skip
"""What one training makes: only together do these files fit."""

_PACKAGE: Final = Path(__file__).resolve().parent
_ASSETS: Final = _PACKAGE / "assets"
# A wheel carries the manifest inside the package; in a checkout it lies at the root of the repository.
_MANIFESTS: Final = (_PACKAGE / MANIFEST_NAME, _PACKAGE.parents[1] / MANIFEST_NAME)
_REQUIRED: Final[Mapping[str, type]] = {"role": str, "file": str, "bytes": int, "sha256": str, "licence": str}
_OPTIONAL: Final[Mapping[str, type]] = {"source": dict, "training_commit": str, "metrics": dict}
_PLAIN_NAME: Final = re.compile(r"\w[\w.+-]*", re.ASCII)


@dataclass(frozen=True)
class WeightFile:
    """One line of a manifest.

    Attributes:
        role: what the SDK asks for ("decoder", "text_encoder").
        file: name inside the folder.
        bytes: size of the file.
        sha256: 64 hexadecimal digits.
        licence: SPDX identifier of the weights' licence.
        folder: where the file should be.
        source: where weights made by others come from (package, version, member, sha256 of the member).
        training_commit: commit of this repository that trained the weights; None for weights made by others.
        metrics: what was measured at export.
    """

    role: str
    file: str
    bytes: int
    sha256: str
    licence: str
    folder: Path
    source: Mapping[str, Any] = field(default_factory=dict)
    training_commit: str | None = None
    metrics: Mapping[str, Any] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        """Where the file should be; `Weights.locate` also checks that it is there."""
        return self.folder / self.file

    @property
    def remedy(self) -> str:
        """What to do if it is not there, or damaged."""
        return "reinstall the package" if self.folder == _ASSETS else "get this file again"


@dataclass(frozen=True)
class Weights:
    """A set of weights that the nets can be loaded from: `embedded()`, or what `open_weights` gives.

    Attributes:
        files: role -> file.
    """

    files: Mapping[str, WeightFile]

    def locate(self, role: str) -> Path:
        """Path of a weight file.

        Args:
            role: a role of the manifest, for example "decoder".

        Raises:
            WeightsError: the manifest does not list the role, or the file is missing or has another size.
        """
        entry = self._entry(role)
        try:
            size = entry.path.stat().st_size
        except OSError as error:
            msg = f"weight file {entry.file!r} ({role}) is missing from {entry.folder}; {entry.remedy}"
            raise WeightsError(msg) from error
        if size != entry.bytes:
            msg = f"weight file {entry.path} has {size:,} bytes instead of {entry.bytes:,}; {entry.remedy}"
            raise WeightsError(msg)
        return entry.path

    def verify(self, *roles: str) -> list[WeightFile]:
        """Check the SHA-256 of weight files.

        Args:
            roles: which; default all.

        Returns:
            The files that were checked.

        Raises:
            WeightsError: at the first file that is missing or whose content is not the listed one.
        """
        checked = [self._entry(role) for role in roles or self.files]
        for entry in checked:
            digest = file_sha256(self.locate(entry.role))
            if digest != entry.sha256:
                msg = f"weight file {entry.path} is damaged (its SHA-256 is {digest}); {entry.remedy}"
                raise WeightsError(msg)
        return checked

    def _entry(self, role: str) -> WeightFile:
        try:
            return self.files[role]
        except KeyError:
            msg = f"{MANIFEST_NAME} lists no {role!r}, only {', '.join(self.files)}; install a matching version"
            raise WeightsError(msg) from None


@cache
def embedded() -> Weights:
    """The weights inside the package.

    Raises:
        WeightsError: the manifest is missing, or not of the layout this version reads.
    """
    for path in _MANIFESTS:
        if path.is_file():
            return Weights(read_manifest(path, _ASSETS))
    msg = f"{MANIFEST_NAME} is missing from {_PACKAGE}; reinstall the package"
    raise WeightsError(msg)


def open_weights(source: str | Path, *, revision: str | None = None, offline: bool = False) -> Weights:
    """Weights from elsewhere, every file checked by its SHA-256.

    What the source lacks is taken from the embedded weights, so that a folder with newly trained language needs no
    copy of the keypoint nets. The `LANGUAGE_ROLES` come together or not at all.

    Args:
        source: a folder with a weights_manifest.json; else a repository "owner/name" of the Hugging Face Hub, or the
            https:// address of such a folder.
        revision: branch, tag or commit of a Hub repository; default its main branch.
        offline: never touch the network; what an earlier call has downloaded is still found.

    Raises:
        SettingError: there is no such folder and the source is none of the others, or it has no revisions.
        WeightsError: files are missing or damaged, cannot be downloaded, or do not make a set.
    """
    folder = _folder(source)
    if folder is not None:
        if revision is not None:
            msg = f"{str(source)!r} is a folder and has no revision {revision!r}; leave it out"
            raise SettingError(msg)
        own = Weights(read_manifest(folder / MANIFEST_NAME))
        own.verify()
    elif isinstance(source, str):
        from pose2lang3d_sdk.downloads import fetch  # what it imports is needed here only

        own = Weights(read_manifest(fetch(source, revision=revision, offline=offline) / MANIFEST_NAME))
    else:
        raise no_folder(source)
    missing = [role for role in LANGUAGE_ROLES if role not in own.files]
    if 0 < len(missing) < len(LANGUAGE_ROLES):
        msg = f"{str(source)!r} has only a part of the language weights; add {', '.join(missing)} of the same training"
        raise WeightsError(msg)
    return Weights({**embedded().files, **own.files})


def no_folder(source: object) -> SettingError:
    """The complaint about a source of weights that is no folder, and nothing else that weights come from."""
    named = str(source) if isinstance(source, os.PathLike) else source
    return SettingError(
        f'{named!r} is no folder; give one, a Hugging Face repository "owner/name" or an https:// address'
    )


def _folder(source: object) -> Path | None:
    """The folder that a source names; None if there is none."""
    if not isinstance(source, (str, os.PathLike)) or source == "":  # an empty path would be the current folder
        return None
    try:
        folder = Path(source).expanduser()
        return folder if folder.is_dir() else None
    except (OSError, RuntimeError, TypeError, ValueError):  # ~nobody, a name too long, a path of bytes
        return None


def read_manifest(path: Path, folder: Path | None = None) -> Mapping[str, WeightFile]:
    """Read and validate a manifest file: role -> file, in the order listed.

    Args:
        path: the manifest.
        folder: where the files are; default beside it.

    Raises:
        WeightsError: it cannot be read, or an entry lacks a field, has a wrong type or repeats a role.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        remedy = "get the folder again" if folder is None else "reinstall the package"
        msg = f"cannot read {path} ({error}); {remedy}"
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
        entries[record["role"]] = WeightFile(**record, folder=folder or path.parent)
    return entries


def file_sha256(path: Path) -> str:
    """SHA-256 of a file's content as 64 hexadecimal digits."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


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
    if record["bytes"] is True or record["bytes"] < 1:
        return "needs 'bytes' as a number from 1"
    if len(record["sha256"]) != 64 or set(record["sha256"]) - set("0123456789abcdef"):
        return "needs 'sha256' as 64 lower-case hexadecimal digits"
    if not _PLAIN_NAME.fullmatch(record["file"]):  # downloads are written under this name
        return "needs 'file' as a plain name: letters, digits and . _ + -"
    return None
