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
"""Items per worker that are at most taken from the iterable before the first of them is handed out."""


def ordered_map(work: Callable[[int, T], R], items: Iterable[T], workers: int) -> Iterator[R]:
    """`work(index, item)` of every item in the order of the items, a few at a time.

    The items are taken one by one in the caller's thread, and no more of them than the workers need. If taking one
    fails, the results of those before it come first.
    """
    if workers == 1:
        for index, item in enumerate(items):
            yield work(index, item)
        return
    with ThreadPoolExecutor(workers, thread_name_prefix="pose2lang3d") as pool:
        waiting: deque[Future[R]] = deque()
        numbered = enumerate(items)
        failure: Exception | None = None
        try:
            while True:
                try:
                    index, item = next(numbered)
                except StopIteration:
                    break
                except Exception as error:  # whatever the caller's iterable raises  # noqa: BLE001
                    failure = error
                    break
                waiting.append(pool.submit(work, index, item))
                while waiting and (waiting[0].done() or len(waiting) >= _AHEAD * workers):
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:  # whoever stops early should not wait for work that nobody will see
            for future in waiting:
                future.cancel()
    if failure is not None:
        raise failure


def without_tracebacks(error: Exception) -> Exception:
    """The error, and those behind it, without the frames they came through: their variables hold whole photos."""
    behind: list[BaseException | None] = [error]
    seen: set[int] = set()
    while behind:
        one = behind.pop()
        if one is not None and id(one) not in seen:
            seen.add(id(one))
            one.__traceback__ = None
            behind += [one.__cause__, one.__context__]
    return error
