"""Work through any number of items with several threads: in order, with bounded memory."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

T = TypeVar("T")
R = TypeVar("R")

_AHEAD: Final = 2
"""Items per worker that are taken from the iterable before the first of them is handed out."""


def ordered_map(work: Callable[[int, T], R], items: Iterable[T], workers: int) -> Iterator[R]:
    """`work(index, item)` of every item in the order of the items, a few at a time.

    The items are taken one by one in the caller's thread, and no more of them than the workers need.
    """
    if workers == 1:
        for index, item in enumerate(items):
            yield work(index, item)
        return
    with ThreadPoolExecutor(workers, thread_name_prefix="pose2lang3d") as pool:
        waiting: deque[Future[R]] = deque()
        try:
            for index, item in enumerate(items):
                waiting.append(pool.submit(work, index, item))
                if len(waiting) >= _AHEAD * workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:  # whoever stops early should not wait for work that nobody will see
            for future in waiting:
                future.cancel()
