"""Finding, checking and listing weight files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pose2lang3d_sdk import weights
from pose2lang3d_sdk.errors import WeightsError
from pose2lang3d_sdk.weights import file_sha256, locate, manifest, read_manifest, verify

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
    manifest.cache_clear()
    yield path
    manifest.cache_clear()


def _entry(path: Path, **changes: object) -> dict[str, object]:
    plain = {"role": "net", "file": path.name, "bytes": len(CONTENT), "sha256": file_sha256(path), "licence": "MIT"}
    return {**plain, **changes}


def test_a_listed_file_is_found_and_verified(installed):
    assert locate("net") == installed
    (checked,) = verify()
    assert (checked.role, checked.licence, checked.path) == ("net", "MIT", installed)


def test_a_missing_file_is_named_with_the_remedy(installed):
    installed.unlink()
    with pytest.raises(WeightsError, match=r"net\.onnx.*missing.*reinstall"):
        locate("net")


def test_an_unfinished_file_is_caught_without_hashing(installed):
    installed.write_bytes(CONTENT[:-1])
    with pytest.raises(WeightsError, match="26 bytes instead of 27"):
        locate("net")


def test_a_flipped_bit_is_caught_by_verify_only(installed):
    installed.write_bytes(b"W" + CONTENT[1:])
    locate("net")
    with pytest.raises(WeightsError, match="damaged"):
        verify("net")


def test_an_unknown_role_lists_the_known_ones(installed):
    with pytest.raises(WeightsError, match="no 'brain', only net"):
        locate("brain")


def test_no_manifest(installed, monkeypatch):
    monkeypatch.setattr(weights, "_MANIFESTS", ())
    manifest.cache_clear()
    with pytest.raises(WeightsError, match=r"weights_manifest\.json is missing"):
        locate("net")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "cannot read"),
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
        ({"sha256": "abc"}, "64 lower-case hexadecimal"),
        ({"file": "../net.onnx"}, "plain name"),
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
    manifest.cache_clear()
    assert {"text_encoder", "query_tokenizer"} <= {entry.role for entry in verify()}
    assert all(entry.licence for entry in manifest().values())
