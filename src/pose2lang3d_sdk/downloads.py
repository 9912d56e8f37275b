"""Fetches weights that the package does not carry, on request only: from the Hugging Face Hub or an https:// address.

Whatever arrives is checked against the SHA-256 that its weights_manifest.json lists.
"""

from __future__ import annotations

import os
import re
import time
from contextlib import contextmanager
from hashlib import sha256
from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

import pose2lang3d_sdk
from pose2lang3d_sdk.errors import SettingError, WeightsError
from pose2lang3d_sdk.locks import alone
from pose2lang3d_sdk.weights import MANIFEST_NAME, Weights, file_sha256, no_folder, read_manifest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pose2lang3d_sdk.weights import WeightFile

HOME_VARIABLE: Final = "POSE2LANG3D_HOME"
"""The environment variable that says where downloads are kept."""

_REPOSITORY: Final = re.compile(r"\w[\w.-]*/\w[\w.-]*", re.ASCII)
_LOCALHOST: Final = ("localhost", "127.0.0.1", "::1")
_TIMEOUT: Final = 30.0  # seconds without a byte
_TRIES: Final = 4
_PAUSE: Final = 1.0  # seconds before the second try, and longer each time
_BLOCK: Final = 1 << 16
_LARGEST_MANIFEST: Final = 1 << 20


def fetch(source: str, *, revision: str | None = None, offline: bool = False) -> Path:
    """Download weights unless they are here already; gives the folder with their weights_manifest.json.

    The network is asked at each call whether there is something newer, unless `offline`.

    Args:
        source: a repository "owner/name" of the Hugging Face Hub, kept where huggingface_hub keeps all of them; or the
            address of a folder, https:// (http:// on this computer only) or file://, kept in `cache_folder()`.
        revision: branch, tag or commit of a Hub repository; default its main branch.
        offline: never touch the network; only check what was downloaded earlier.

    Raises:
        SettingError: the source is neither, or has no revisions.
        WeightsError: something cannot be downloaded, is damaged, or `offline` and not here.
    """
    if "://" in source:
        if revision is not None:
            msg = f"{source!r} is an address and has no revision {revision!r}; leave it out"
            raise SettingError(msg)
        return _fetch_url(_checked_url(source), offline=offline)
    if _REPOSITORY.fullmatch(source):
        return _fetch_repository(source, revision, offline=offline)
    raise no_folder(source)


def cache_folder() -> Path:
    """Where downloads are kept: `POSE2LANG3D_HOME`, else a folder inside the user's cache."""
    if home := os.environ.get(HOME_VARIABLE):
        return Path(home).expanduser()
    try:
        from platformdirs import user_cache_path
    except ImportError:
        # XDG is for Linux; LOCALAPPDATA exists on Windows only.
        base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or "~/.cache"
        return Path(base).expanduser() / "pose2lang3d"
    return Path(user_cache_path("pose2lang3d", appauthor=False))


def _fetch_repository(name: str, revision: str | None, *, offline: bool) -> Path:
    try:
        from huggingface_hub import snapshot_download
    except ImportError as error:
        msg = f"{name!r} is no folder, and the Hugging Face Hub needs a package; run: pip install huggingface_hub"
        raise WeightsError(msg) from error

    def snapshot(files: list[str], *, again: bool = False) -> Path:
        folder = snapshot_download(
            name, revision=revision, allow_patterns=files, local_files_only=offline, force_download=again
        )
        return Path(str(folder))

    try:
        # The manifest first: the repository may hold much that is not ours.
        listed = read_manifest(snapshot([MANIFEST_NAME]) / MANIFEST_NAME)
        files = [MANIFEST_NAME, *(entry.file for entry in listed.values())]
        folder = snapshot(files)
        try:
            _verify(folder)
        except WeightsError:
            if offline:
                raise
            folder = snapshot(files, again=True)
            _verify(folder)
    except Exception as error:  # huggingface_hub's errors have no base of their own
        msg = f"cannot get the weights of {name!r} from the Hugging Face Hub ({error}); "
        msg += _online_remedy(name) if offline else "check the name, the revision and the connection"
        msg += "; there is no folder of that name either"
        raise WeightsError(msg) from error
    return folder


def _fetch_url(url: str, *, offline: bool) -> Path:
    folder = cache_folder() / _folder_name(url)
    if offline:
        try:
            _verify(folder)
        except WeightsError as error:
            msg = f"the weights of {url} are not in the cache ({error}); {_online_remedy(url)}"
            raise WeightsError(msg) from error
        return folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with alone(folder / ".lock"):  # the next process then finds the folder filled
            _fill(folder, url)
    except OSError as error:
        msg = f"cannot write to the cache {folder} ({error}); set {HOME_VARIABLE} to a folder with free space"
        raise WeightsError(msg) from error
    return folder


def _fill(folder: Path, url: str) -> None:
    part = folder / f"{MANIFEST_NAME}.part"
    part.write_bytes(_read_small(f"{url}/{MANIFEST_NAME}"))
    try:
        listed = read_manifest(part)
    except WeightsError as error:
        msg = f"{url} has no weights manifest that this version reads ({error}); check the address"
        raise WeightsError(msg) from error
    for entry in listed.values():
        if not entry.path.is_file() or file_sha256(entry.path) != entry.sha256:
            _download(f"{url}/{entry.file}", entry)
    part.replace(folder / MANIFEST_NAME)  # last, so that it never lists what is not here yet


def _download(url: str, entry: WeightFile) -> None:
    """Download a file under another name until it is whole; a damaged one is downloaded again once."""
    part = entry.path.with_name(f"{entry.file}.part")
    for _ in range(2):
        _complete(url, part, entry.bytes)
        if file_sha256(part) == entry.sha256:
            part.replace(entry.path)
            return
        part.unlink()
    msg = f"{url} was damaged both times it was downloaded (another SHA-256 than listed); try later or tell its owner"
    raise WeightsError(msg)


def _complete(url: str, part: Path, size: int) -> None:
    """Append what an earlier download, or an earlier try of this one, has left out."""
    for attempt in range(1, _TRIES + 1):
        have = part.stat().st_size if part.is_file() else 0
        if have >= size:
            return
        try:
            _append(url, part, have, size)
        except (OSError, HTTPException) as error:
            if attempt == _TRIES or _is_final(error):
                have = part.stat().st_size if part.is_file() else 0
                msg = f"cannot download {url} ({error}); {have:,} of {size:,} bytes are kept: try again to get the rest"
                raise WeightsError(msg) from error
            time.sleep(_PAUSE * attempt)


def _append(url: str, part: Path, have: int, size: int) -> None:
    with _open(url, have) as reply:
        if reply.status != HTTPStatus.PARTIAL_CONTENT:  # everything from the beginning, asked for or not
            have = 0
        with part.open("ab" if have else "wb") as stream, _progress(part.stem, have, size) as advance:
            while have <= size and (block := reply.read(_BLOCK)):
                stream.write(block)
                have += len(block)
                advance(len(block))
    if have < size:
        msg = f"the connection was closed after {have:,} bytes"
        raise ConnectionError(msg)


def _read_small(url: str) -> bytes:
    try:
        with _open(url) as reply:
            content: bytes = reply.read(_LARGEST_MANIFEST)
    except (OSError, HTTPException) as error:
        msg = f"cannot download {url} ({error}); check address and connection, or give offline=True if it is cached"
        raise WeightsError(msg) from error
    return content


class _Redirects(HTTPRedirectHandler):
    """Follows redirects, but never from https:// to where others can listen."""

    def redirect_request(self, req: Request, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Request | None:
        _check_scheme(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _open(url: str, start: int = 0) -> Any:
    headers = {"User-Agent": f"pose2lang3d-sdk/{pose2lang3d_sdk.__version__}"}
    if start:
        headers["Range"] = f"bytes={start}-"
    request = Request(url, headers=headers)  # noqa: S310 (_checked_url)
    return build_opener(_Redirects).open(request, timeout=_TIMEOUT)


def _is_final(error: Exception) -> bool:
    return isinstance(error, HTTPError) and error.code < HTTPStatus.INTERNAL_SERVER_ERROR


def _checked_url(url: str) -> str:
    _check_scheme(url)
    if "?" in url or "#" in url:
        msg = f"{url!r} is not the address of a folder; give one without ? and #"
        raise SettingError(msg)
    return url.rstrip("/")


def _check_scheme(url: str) -> None:
    try:
        parts = urlsplit(url)
        allowed = parts.scheme in {"https", "file"} or (parts.scheme == "http" and parts.hostname in _LOCALHOST)
    except ValueError:
        allowed = False
    if not allowed:
        msg = f"weights do not come from {url!r}: use https:// (http:// is for this computer only) or file://"
        raise SettingError(msg)


def _folder_name(url: str) -> str:
    """Readable and different for every address."""
    readable = re.sub(r"\W+", "-", url.partition("://")[2], flags=re.ASCII).strip("-")
    return f"{readable[-60:]}-{sha256(url.encode()).hexdigest()[:12]}"


def _verify(folder: Path) -> None:
    Weights(read_manifest(folder / MANIFEST_NAME)).verify()


def _online_remedy(source: str) -> str:
    return f"download them once with offline=False, or with: pose2lang3d weights pull {source}"


@contextmanager
def _progress(name: str, have: int, size: int) -> Iterator[Callable[[int], object]]:
    """A bar on a terminal, if tqdm is installed."""
    try:
        from tqdm import tqdm
    except ImportError:
        yield lambda _: None
        return
    with tqdm(desc=name, initial=have, total=size, unit="B", unit_scale=True, disable=None) as bar:
        yield bar.update
