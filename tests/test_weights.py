"""Finding, checking and listing weight files."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from pose2lang3d_sdk import weights
from pose2lang3d_sdk.errors import SettingError, WeightsError
from pose2lang3d_sdk.weights import LANGUAGE_ROLES, embedded, file_sha256, open_weights, read_manifest

CONTENT = b"weights of a very small net"


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """An installation with one weight file of role "net"; gives the file's path."""
    path = tmp_path / "net.onnx"
    path.write_bytes(CONTENT)
    listing = tmp_path / "weights_manifest.json"
    listing.write_text(json.dumps({"format": 1, "files": [_entry(path)]}))
    monkeypatch.setattr(weights, "_ASSETS", tmp_path)
    monkeypatch.setattr(weights, "_MANIFESTS", (listing,))
    embedded.cache_clear()
    yield path
    embedded.cache_clear()


def _entry(path: Path, **changes: object) -> dict[str, object]:
    plain = {"role": "net", "file": path.name, "bytes": len(CONTENT), "sha256": file_sha256(path), "licence": "MIT"}
    return {**plain, **changes}


def test_a_listed_file_is_found_and_verified(installed):
    assert embedded().locate("net") == installed
    (checked,) = embedded().verify()
    assert (checked.role, checked.licence, checked.path) == ("net", "MIT", installed)


def test_a_missing_file_is_named_with_the_remedy(installed):
    installed.unlink()
    with pytest.raises(WeightsError, match=r"net\.onnx.*missing.*reinstall"):
        embedded().locate("net")


def test_an_unfinished_file_is_caught_without_hashing(installed):
    installed.write_bytes(CONTENT[:-1])
    with pytest.raises(WeightsError, match="26 bytes instead of 27"):
        embedded().locate("net")


def test_a_flipped_bit_is_caught_by_verify_only(installed):
    installed.write_bytes(b"W" + CONTENT[1:])
    embedded().locate("net")
    with pytest.raises(WeightsError, match="damaged"):
        embedded().verify("net")


def test_an_unknown_role_lists_the_known_ones(installed):
    with pytest.raises(WeightsError, match="no 'brain', only net"):
        embedded().locate("brain")


def test_no_manifest(installed, monkeypatch):
    monkeypatch.setattr(weights, "_MANIFESTS", ())
    embedded.cache_clear()
    with pytest.raises(WeightsError, match=r"weights_manifest\.json is missing"):
        embedded()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "cannot read"),
        ("[" * 100_000, "cannot read"),
        ("[]", "not a weights manifest of format 1"),
        ('{"format": 2, "files": []}', "not a weights manifest of format 1"),
        ('{"format": 1, "files": [3]}', r"files\[0\] is not an object"),
    ],
)
def test_a_broken_manifest_is_refused(tmp_path, content, message):
    path = tmp_path / "m.json"
    path.write_text(content)
    with pytest.raises(WeightsError, match=message):
        read_manifest(path)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"bytes": "27"}, "needs 'bytes' as int"),
        ({"bytes": 0}, "needs 'bytes' as a number from 1"),
        ({"bytes": -27}, "needs 'bytes' as a number from 1"),
        ({"bytes": True}, "needs 'bytes' as a number from 1"),
        ({"sha256": "abc"}, "64 lower-case hexadecimal"),
        ({"file": "../net.onnx"}, "plain name"),
        ({"file": "/etc/passwd"}, "plain name"),
        ({"file": "a/net.onnx"}, "plain name"),
        ({"file": r"..\net.onnx"}, "plain name"),
        ({"file": "C:net.onnx"}, "plain name"),
        ({"file": ".."}, "plain name"),
        ({"file": ""}, "plain name"),
        ({"file": "net\n"}, "plain name"),
        ({"metrics": 3}, "needs 'metrics' as dict"),
        ({"url": "https://example.org"}, "unknown fields"),
    ],
)
def test_a_wrong_entry_is_refused(installed, tmp_path, changes, message):
    path = tmp_path / "m.json"
    path.write_text(json.dumps({"format": 1, "files": [_entry(installed, **changes)]}))
    with pytest.raises(WeightsError, match=message):
        read_manifest(path)


def test_a_role_listed_twice_is_refused(installed, tmp_path):
    path = tmp_path / "m.json"
    path.write_text(json.dumps({"format": 1, "files": [_entry(installed)] * 2}))
    with pytest.raises(WeightsError, match=r"files\[1\] repeats its role"):
        read_manifest(path)


def test_the_embedded_weights_are_the_listed_ones():
    embedded.cache_clear()
    assert set(LANGUAGE_ROLES) <= {entry.role for entry in embedded().verify()}
    assert all(entry.licence for entry in embedded().files.values())


# Weights from elsewhere: a folder.


@pytest.fixture
def folder(tmp_path):
    """A folder with weights of role "net", beside the embedded ones."""
    path = tmp_path / "mine" / "net.onnx"
    path.parent.mkdir()
    path.write_bytes(CONTENT)
    _list(path.parent, _entry(path))
    return path.parent


def _list(folder: Path, *entries: dict[str, object]) -> None:
    (folder / "weights_manifest.json").write_text(json.dumps({"format": 1, "files": entries}))


@pytest.mark.parametrize("kind", [Path, str])
def test_a_folder_is_opened_and_what_it_lacks_is_embedded(folder, kind):
    mine = open_weights(kind(folder), offline=True)
    assert mine.locate("net") == folder / "net.onnx"
    assert mine.locate("decoder") == embedded().locate("decoder")
    assert mine.files["net"].remedy != embedded().files["decoder"].remedy


def test_a_folder_is_hashed_when_it_is_opened(folder):
    (folder / "net.onnx").write_bytes(b"W" + CONTENT[1:])
    with pytest.raises(WeightsError, match=r"net\.onnx is damaged.*get this file again"):
        open_weights(folder)


def test_language_roles_come_together(folder):
    entry = _entry(folder / "net.onnx")
    _list(folder, {**entry, "role": "decoder"})
    with pytest.raises(WeightsError, match=r"only a part of the language weights; add student_pose, .*question_words"):
        open_weights(folder)
    _list(folder, *({**entry, "role": role} for role in LANGUAGE_ROLES))
    mine = open_weights(folder)
    assert mine.locate("decoder").parent == folder
    assert mine.locate("person_finder") == embedded().locate("person_finder")


def test_what_is_no_folder_of_weights(tmp_path, folder):
    with pytest.raises(WeightsError, match=r"cannot read .*weights_manifest\.json.*; get the folder again"):
        open_weights(tmp_path)
    for nowhere in (tmp_path / "nowhere", "./nowhere", "../no/where", "/nowhere", "~/nowhere at all", r"runs\best"):
        told = f"{str(nowhere)!r} is no folder; give one, a Hugging Face repository"
        with pytest.raises(SettingError, match=re.escape(told)):
            open_weights(nowhere)
    with pytest.raises(SettingError, match="is a folder and has no revision 'v1'"):
        open_weights(folder, revision="v1")
