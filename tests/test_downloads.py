"""Weights from an address and from the Hub: resumed, checked, kept. The only network is a server in this process."""

from __future__ import annotations

import json
import re
import socket
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace

import pytest

from pose2lang3d_sdk import downloads
from pose2lang3d_sdk.downloads import cache_folder, fetch
from pose2lang3d_sdk.errors import SettingError, WeightsError
from pose2lang3d_sdk.locks import alone
from pose2lang3d_sdk.weights import embedded, file_sha256, open_weights

CONTENT = bytes(range(256)) * 2000
ENTRIES = ("net.onnx", "words.json")


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """An empty cache; no waiting between tries."""
    monkeypatch.setenv("POSE2LANG3D_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(downloads, "_PAUSE", 0)
    return tmp_path / "home"


@pytest.fixture
def source(tmp_path):
    """A folder of weights, to be put on a server."""
    folder = tmp_path / "source"
    folder.mkdir()
    for name in ENTRIES:
        (folder / name).write_bytes(CONTENT + name.encode())
    _list(folder)
    return folder


def _list(folder: Path) -> None:
    entries = [
        {
            "role": name.partition(".")[0],
            "file": name,
            "bytes": (folder / name).stat().st_size,
            "sha256": file_sha256(folder / name),
            "licence": "MIT",
        }
        for name in ENTRIES
    ]
    (folder / "weights_manifest.json").write_text(json.dumps({"format": 1, "files": entries}))


class Handler(BaseHTTPRequestHandler):
    """Files with ranges; breaks the connection half-way through a file as often as `server.breaks` says."""

    def do_GET(self):
        name = self.path.rsplit("/", 1)[-1]
        start = int(re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", "bytes=0-"))[1])
        self.server.asked.append((name, start))
        if self.server.moved:
            self.send_response(302)
            self.send_header("Location", self.server.moved)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        path = self.server.folder / name
        if not path.is_file():
            self.send_error(404)
            return
        start = start if self.server.knows_ranges else 0
        content = path.read_bytes()[start:]
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if name.endswith(".onnx") and self.server.breaks:
            self.server.breaks -= 1
            content = content[: len(content) // 2]
        self.wfile.write(content)
        self.close_connection = True

    def log_message(self, *_):
        pass


@pytest.fixture
def server(source):
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        running.folder, running.asked, running.breaks, running.knows_ranges = source, [], 0, True
        running.moved = ""
        running.url = f"http://127.0.0.1:{running.server_port}/weights"
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def no_network(monkeypatch):
    """Any attempt to open a connection fails the test."""

    def refuse(*args, **options):
        msg = "a socket was opened"
        raise AssertionError(msg)

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(downloads, "build_opener", refuse)


def _whole(folder: Path, source: Path) -> bool:
    names = {path.name for path in folder.iterdir() if path.name != ".lock"}
    same = all((folder / name).read_bytes() == (source / name).read_bytes() for name in names)
    return same and names == {*ENTRIES, "weights_manifest.json"}


# An address.


def test_an_address_is_downloaded_once(server, source, home):
    folder = fetch(server.url + "/")
    assert folder.parent == home
    assert _whole(folder, source)
    assert [name for name, _ in server.asked] == ["weights_manifest.json", *ENTRIES]
    server.asked.clear()
    assert fetch(server.url) == folder
    assert server.asked == [("weights_manifest.json", 0)]


def test_open_weights_takes_an_address(server):
    weights = open_weights(server.url)
    assert weights.locate("net").read_bytes().startswith(CONTENT)
    assert weights.locate("decoder") == embedded().locate("decoder")


def test_a_file_address_works_too(source):
    assert _whole(fetch(source.as_uri()), source)


def test_a_broken_connection_is_taken_up_again(server, source):
    server.breaks = 2
    assert _whole(fetch(server.url), source)
    starts = [start for name, start in server.asked if name == "net.onnx"]
    size = (source / "net.onnx").stat().st_size
    assert starts[0] == 0
    assert 0 < starts[1] <= size // 2 < starts[2] < size


def test_the_next_call_goes_on_where_the_last_one_gave_up(server, source, monkeypatch):
    monkeypatch.setattr(downloads, "_TRIES", 1)
    server.breaks = 1
    with pytest.raises(WeightsError, match=r"cannot download .*net\.onnx .* of 512,008 bytes are kept: try again"):
        fetch(server.url)
    with pytest.raises(WeightsError, match=r"not in the cache .*offline=False"):
        fetch(server.url, offline=True)
    assert _whole(fetch(server.url), source)
    assert [start > 0 for name, start in server.asked if name == "net.onnx"] == [False, True]


def test_a_server_without_ranges_starts_again(server, source):
    server.breaks, server.knows_ranges = 1, False
    assert _whole(fetch(server.url), source)


def test_what_is_damaged_in_the_cache_is_replaced(server, source):
    folder = fetch(server.url)
    (folder / "net.onnx").write_bytes(b"x" + (folder / "net.onnx").read_bytes()[1:])
    with pytest.raises(WeightsError, match=r"net\.onnx is damaged"):
        fetch(server.url, offline=True)
    assert _whole(fetch(server.url), source)


def test_what_is_damaged_on_the_way_is_downloaded_again_once(server, source):
    part = fetch(server.url) / "net.onnx.part"
    (part.parent / "net.onnx").unlink()
    part.write_bytes(b"x" * 100_000)  # the end fits, the beginning does not
    server.asked.clear()
    assert _whole(fetch(server.url), source)
    assert [start for name, start in server.asked if name == "net.onnx"] == [100_000, 0]


def test_what_is_damaged_at_its_source_is_an_error(server, source):
    whole = (source / "net.onnx").read_bytes()
    (source / "net.onnx").write_bytes(b"x" + whole[1:])
    with pytest.raises(WeightsError, match=r"net\.onnx was damaged both times"):
        fetch(server.url)
    assert [name for name, _ in server.asked].count("net.onnx") == 2
    (source / "net.onnx").write_bytes(whole + b"x")  # longer than listed
    with pytest.raises(WeightsError, match="both times"):
        fetch(server.url)


def test_new_weights_at_an_address_replace_the_old(server, source):
    folder = fetch(server.url)
    (source / "words.json").write_text("{}")
    _list(source)
    server.asked.clear()
    assert fetch(server.url) == folder
    assert _whole(folder, source)
    assert [name for name, _ in server.asked] == ["weights_manifest.json", "words.json"]


def test_an_address_without_weights(server, source):
    (source / "weights_manifest.json").write_text("<html>")
    with pytest.raises(WeightsError, match=r"http://127\.0\.0\.1.* has no weights manifest .*check the address"):
        fetch(server.url)
    (source / "weights_manifest.json").unlink()
    with pytest.raises(WeightsError, match=r"cannot download .*weights_manifest\.json .*404"):
        fetch(server.url)
    server.asked.clear()
    _list(source)
    (source / "net.onnx").unlink()
    with pytest.raises(WeightsError, match=r"net\.onnx .*404"):
        fetch(server.url)
    assert len(server.asked) == 2, "what is not there is not asked for again"


def test_a_manifest_cannot_write_outside_its_folder(server, source, home):
    listing = source / "weights_manifest.json"
    listing.write_text(listing.read_text().replace("net.onnx", "../net.onnx"))
    with pytest.raises(WeightsError, match="plain name"):
        fetch(server.url)
    assert {path.name for path in home.rglob("*") if path.is_file()} == {".lock", "weights_manifest.json.part"}


@pytest.mark.parametrize(
    "url", ["http://example.org/w", "ftp://localhost/w", "http://localhost.example.org/w", "http://["]
)
def test_addresses_that_others_can_listen_to_are_refused(url, no_network):
    with pytest.raises(SettingError, match="use https://"):
        fetch(url)


def test_redirects_to_such_addresses_are_refused(server):
    server.moved = "http://example.org/weights_manifest.json"
    with pytest.raises(SettingError, match=r"weights do not come from 'http://example\.org.*use https://"):
        fetch(server.url)


def test_redirects_elsewhere_are_followed(server, source, tmp_path):
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as front:
        front.asked, front.moved = [], f"{server.url}/weights_manifest.json"
        thread = threading.Thread(target=front.serve_forever, args=(0.01,))
        thread.start()
        content = downloads._read_small(f"http://localhost:{front.server_port}/any")
        front.shutdown()
        thread.join()
    assert content == (source / "weights_manifest.json").read_bytes()


@pytest.mark.parametrize("url", ["https://example.org/w?token=1", "https://example.org/w#top"])
def test_an_address_must_be_a_folder(url, no_network):
    with pytest.raises(SettingError, match=r"without \? and #"):
        fetch(url)


def test_an_address_has_no_revision(no_network):
    with pytest.raises(SettingError, match="no revision 'main'"):
        fetch("https://example.org/w", revision="main")


def test_a_cache_that_cannot_be_written(source, monkeypatch):
    monkeypatch.setenv("POSE2LANG3D_HOME", str(source / "net.onnx"))  # a file
    with pytest.raises(WeightsError, match=r"cannot write to the cache .*POSE2LANG3D_HOME"):
        fetch(source.as_uri())


def test_a_lock_is_for_one_at_a_time(tmp_path):
    pytest.importorskip("fcntl")
    with alone(tmp_path / "lock"), pytest.raises(BlockingIOError), alone(tmp_path / "lock", wait=False):
        pass
    with alone(tmp_path / "lock", wait=False):
        pass


def test_a_lock_that_the_system_does_not_have_is_left_out(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "fcntl", None)
    with alone(tmp_path / "lock"), alone(tmp_path / "lock", wait=False):
        pass


def test_threads_can_fetch_the_same(server, source):
    found = []
    threads = [threading.Thread(target=lambda: found.append(fetch(server.url))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1
    assert _whole(found[0], source)
    assert [name for name, _ in server.asked].count("net.onnx") == 1


# Offline.


def test_offline_opens_no_socket(server, source, monkeypatch, request):
    with pytest.raises(WeightsError, match=r"not in the cache .*pose2lang3d weights pull http://127"):
        fetch(server.url, offline=True)
    folder = fetch(server.url)
    server.asked.clear()
    request.getfixturevalue("no_network")
    assert fetch(server.url, offline=True) == folder
    assert open_weights(server.url, offline=True).locate("net").parent == folder
    assert server.asked == []
    with pytest.raises(AssertionError, match="a socket was opened"):  # the guard works
        fetch(server.url)


# Progress.


def test_nothing_is_printed_without_a_terminal(server, capsys):
    fetch(server.url)
    assert capsys.readouterr() == ("", "")


def test_a_bar_on_a_terminal(server, monkeypatch, capsys):
    pytest.importorskip("tqdm")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    fetch(server.url)
    assert "net.onnx: 100%" in capsys.readouterr().err


def test_no_tqdm_no_bar(server, source, monkeypatch):
    monkeypatch.setitem(sys.modules, "tqdm", None)
    assert _whole(fetch(server.url), source)


# The cache's place.


def test_where_downloads_are_kept(monkeypatch, tmp_path):
    assert cache_folder() == tmp_path / "home"
    monkeypatch.delenv("POSE2LANG3D_HOME")
    monkeypatch.setitem(sys.modules, "platformdirs", None)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache_folder() == tmp_path / "xdg" / "pose2lang3d"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert cache_folder() == tmp_path / "local" / "pose2lang3d"
    monkeypatch.delenv("LOCALAPPDATA")
    assert cache_folder() == Path.home() / ".cache" / "pose2lang3d"
    asked = SimpleNamespace(user_cache_path=lambda name, appauthor: tmp_path / "dirs" / name)
    monkeypatch.setitem(sys.modules, "platformdirs", asked)
    assert cache_folder() == tmp_path / "dirs" / "pose2lang3d"


# The Hub.


class Hub:
    """Stands in for huggingface_hub: "snapshots" of a local folder."""

    def __init__(self, source: Path, folder: Path) -> None:
        self.source, self.folder, self.calls, self.damaged = source, folder, [], 0

    def snapshot_download(self, name, *, revision, allow_patterns, local_files_only, force_download):
        self.calls.append((name, revision, local_files_only, force_download))
        if name != "owner/name":
            msg = "404"
            raise LookupError(msg)
        if local_files_only and not self.folder.is_dir():
            msg = "no cached snapshot"
            raise FileNotFoundError(msg)
        self.folder.mkdir(exist_ok=True)
        for file in allow_patterns if not local_files_only else ():
            content = (self.source / file).read_bytes()
            if file == "net.onnx" and self.damaged:
                self.damaged -= 1
                content = b"x" + content[1:]
            (self.folder / file).write_bytes(content)
        return str(self.folder)


@pytest.fixture
def hub(source, tmp_path, monkeypatch):
    stand_in = Hub(source, tmp_path / "snapshot")
    monkeypatch.setitem(sys.modules, "huggingface_hub", stand_in)
    return stand_in


def test_a_repository_of_the_hub(hub, source):
    (source / "unlisted.onnx").write_bytes(b"of no concern")
    weights = open_weights("owner/name", revision="v1")
    assert weights.locate("net") == hub.folder / "net.onnx"
    assert hub.calls == [("owner/name", "v1", False, False)] * 2
    assert _whole(hub.folder, source)


def test_a_damaged_snapshot_is_downloaded_again_once(hub, source):
    hub.damaged = 1
    assert _whole(fetch("owner/name"), source)
    assert [force for *_, force in hub.calls] == [False, False, True]
    hub.damaged = 2
    with pytest.raises(WeightsError, match=r"owner/name.*net\.onnx is damaged"):
        fetch("owner/name")


def test_the_hub_offline(hub, source, no_network):
    with pytest.raises(WeightsError, match=r"no cached snapshot.*pose2lang3d weights pull owner/name"):
        fetch("owner/name", offline=True)
    fetch("owner/name")
    hub.calls.clear()
    assert _whole(fetch("owner/name", offline=True), source)
    assert all(offline for _, _, offline, _ in hub.calls)
    (hub.folder / "net.onnx").write_bytes(b"")
    with pytest.raises(WeightsError, match=r"net\.onnx has 0 bytes.*offline=False"):
        fetch("owner/name", offline=True)


def test_a_repository_that_is_not_there(hub):
    told = r"'owner/nobody' from the Hugging Face Hub \(404\); check the name.*; there is no folder of that name"
    with pytest.raises(WeightsError, match=told):
        open_weights("owner/nobody")


def test_the_hub_without_its_package(monkeypatch):
    monkeypatch.setitem(sys.modules, "huggingface_hub", None)
    with pytest.raises(WeightsError, match="pip install huggingface_hub"):
        fetch("owner/name")


@pytest.mark.parametrize("name", ["name", "./name", "../name", "a/b/c", "", "owner/na me"])
def test_what_is_no_repository(hub, name):
    with pytest.raises(SettingError, match="is no folder; give one"):
        fetch(name)
    assert hub.calls == []


def test_the_real_package_finds_its_cache_offline(source, tmp_path, monkeypatch, no_network):
    pytest.importorskip("huggingface_hub")
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "hub"))
    with pytest.raises(WeightsError, match="pose2lang3d weights pull owner/name"):
        fetch("owner/name", offline=True)
    repository, commit = tmp_path / "hub" / "models--owner--name", "0" * 40
    (repository / "refs").mkdir(parents=True)
    (repository / "refs" / "main").write_text(commit)
    (repository / "snapshots").mkdir()
    source.rename(repository / "snapshots" / commit)
    assert fetch("owner/name", offline=True) == repository / "snapshots" / commit
