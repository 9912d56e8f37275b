"""Writes weights as a self-contained folder with a model card, ready for `Pose2Lang.from_pretrained` and for the Hub.

Run `python -m exporters.folder FOLDER` for the embedded weights; `python -m exporters RUN --out FOLDER` writes those of
a training run this way, and leaves the embedded ones alone.
"""

from __future__ import annotations

import argparse
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exporters.manifest import ROOT, update_manifest
from pose2lang3d_sdk.weights import MANIFEST_NAME, embedded

if TYPE_CHECKING:
    from pose2lang3d_sdk.weights import WeightFile, Weights

_CARD = """\
---
license: apache-2.0
library_name: pose2lang3d-sdk
language: en
pipeline_tag: image-to-text
tags: [human-pose, pose-description, keypoints, onnx, offline, accessibility]
---

# Pose2Lang3D weights

All weights of the Pose2Lang3D SDK as ONNX graphs and their tables: a photo of a person in, true sentences about the
body out, on a CPU and offline.

```python
from pose2lang3d_sdk import Pose2Lang

model = Pose2Lang.from_pretrained("OWNER/NAME")  # this repository; a folder or an https:// address works as well
print(model.describe("photo.jpg"))
print(model.ask("photo.jpg", "Is the left knee bent?"))
```

`pip install "pose2lang3d-sdk[cpu]" huggingface_hub` brings what this needs. `{manifest}` lists size and SHA-256 of each
file, and the SDK checks them whenever it opens this folder.

## Files

| role | file | MB | licence | made from |
|---|---|---|---|---|
{files}

## Measured at export

`parity_*` is the largest difference from the net in torch, `stored_*` what storing it small adds, `same_*` the share of
answers that stay the same.

| role | figures |
|---|---|
{figures}

## Licence

Apache-2.0 (LICENSE). NOTICE names all that others made, and the motion capture that the language was trained on.
"""


def write_folder(weights: Weights, folder: Path) -> None:
    """Copy weights with their manifest, model card and licences to a folder; what is in the way is replaced.

    Raises:
        WeightsError: a file is missing or damaged; the folder is not touched then.
    """
    entries = weights.verify()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MANIFEST_NAME).unlink(missing_ok=True)  # an interrupted copy is no folder of weights
    for entry in entries:
        shutil.copyfile(entry.path, folder / entry.file)
    for name in ("LICENSE", "NOTICE"):
        shutil.copyfile(ROOT / name, folder / name)
    (folder / "README.md").write_text(model_card(entries), encoding="utf-8")
    update_manifest((_record(entry) for entry in entries), folder / MANIFEST_NAME)


def model_card(entries: list[WeightFile]) -> str:
    """The Hub's model card with the manifest's figures."""
    rows = (f"| {e.role} | `{e.file}` | {e.bytes / 1e6:.2f} | {e.licence} | {_origin(e)} |" for e in entries)
    figures = (
        f"| {e.role} | {', '.join(f'{name} {value:g}' for name, value in e.metrics.items())} |"
        for e in entries
        if e.metrics
    )
    return _CARD.format(manifest=MANIFEST_NAME, files="\n".join(rows), figures="\n".join(figures))


def _origin(entry: WeightFile) -> str:
    source = f"{entry.source['package']} {entry.source['version']}" if entry.source else ""
    trained = f"trained at {entry.training_commit[:12]}" if entry.training_commit else ""
    return ", ".join(filter(None, (source, trained)))


def _record(entry: WeightFile) -> dict[str, Any]:
    return {name: value for name, value in asdict(entry).items() if name != "folder"}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m exporters.folder", description=__doc__)
    parser.add_argument("folder", type=Path, help="where to write; made if it does not exist")
    folder = parser.parse_args().folder
    write_folder(embedded(), folder)
    print(f"{folder}: edit OWNER/NAME in README.md, then upload all of it")


if __name__ == "__main__":
    main()
