"""The command `weights`: list, verify and pull."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pose2lang3d_sdk.cli import OK
from pose2lang3d_sdk.errors import SettingError
from pose2lang3d_sdk.weights import embedded, open_weights

if TYPE_CHECKING:
    import argparse


def run_weights(options: argparse.Namespace) -> int:
    """Do it; damaged or missing files raise."""
    if options.action == "pull" and not options.source:
        msg = "weights pull needs a repository (owner/name) or the address of a folder of weights"
        raise SettingError(msg)
    if options.revision is not None and not options.source:
        msg = f"the package's own weights have no revision {options.revision!r}; leave it out or name a repository"
        raise SettingError(msg)
    weights = (
        open_weights(options.source, revision=options.revision, offline=options.offline)
        if options.source
        else embedded()
    )
    if options.action != "list":
        weights.verify()
    for file in weights.files.values():
        state = "ok" if options.action != "list" else file.licence
        print(f"{file.role:22} {file.bytes:>12,}  {file.sha256[:12]}  {state:28} {file.path}")
    return OK
