"""Progress of long work on standard error, where that is a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["progress"]


@contextmanager
def progress(verb: str) -> Iterator[Callable[[int, int], None]]:
    """A bar for the time of the block; tell it how many documents and statements there are so far.

    How many there will be is unknown, because documents stream in: the bar shows that work goes on.
    """
    if not sys.stderr.isatty():
        yield lambda _documents, _statements: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(verb, total=None)

        def show(documents: int, statements: int) -> None:
            bar.update(task, description=f"{verb}: {documents:,} documents, {statements:,} statements")

        yield show
