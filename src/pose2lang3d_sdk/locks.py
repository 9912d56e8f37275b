"""One at a time: a lock that the system itself lifts when a process ends, however it ends."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def alone(lock: Path, *, wait: bool = True) -> Iterator[None]:
    """Let one process at a time into the block; the lock file stays, as removing it would let two in.

    Without effect on Windows, which replaces no file that another process writes, and on network drives without locks.

    Args:
        lock: the file to lock, in an existing folder.
        wait: for whoever holds it.

    Raises:
        BlockingIOError: another one holds it, and nobody waits.
        OSError: the lock file cannot be written.
    """
    with lock.open("wb") as stream:
        with suppress(ImportError):
            _lock(stream.fileno(), wait=wait)
        yield


def _lock(descriptor: int, *, wait: bool) -> None:
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise
    except OSError:  # no locks on this drive
        return
