"""Progress of long work on standard error, where that is a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["progress", "share"]

Show = Callable[[int, int], None]


@contextmanager
def progress(verb: str) -> Iterator[Show]:
    """A bar for the time of the block; tell it how many documents and statements there are so far.

    How many there will be is unknown, because documents stream in: the bar shows that work goes on.
    """
    with _bar(verb) as update:
        yield lambda documents, statements: update(
            description=f"{verb}: {documents:,} documents, {statements:,} statements"
        )


@contextmanager
def share(verb: str) -> Iterator[Show]:
    """A bar for the time of the block; tell it how many statements are done, and of how many."""
    with _bar(verb) as update:
        yield lambda done, total: update(
            completed=done, total=total, description=f"{verb}: {done:,} of {total:,} statements"
        )


@contextmanager
def _bar(verb: str) -> Iterator[Callable[..., None]]:
    if not sys.stderr.isatty():
        yield lambda **_: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(verb, total=None)
        yield lambda **fields: bar.update(task, **fields)
