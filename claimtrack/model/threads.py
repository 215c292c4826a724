"""Threads for a network that reads many inputs, each by itself.

In 8 bits what is computed together shares one scale, so inputs are not batched. Two of them at once, one thread each,
take a third less time than one after the other with two threads each, which wait for each other in every layer.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Generic, Self, TypeVar

__all__ = ["AT_ONCE", "Begun", "NetworkThreads"]

AT_ONCE = 2

Given = TypeVar("Given")
Made = TypeVar("Made")


class Begun(Iterator[Made], Generic[Made]):
    """Results in the order of their inputs, waited for as they are taken; errors come where their result would."""

    def __init__(self, futures: Iterable[Future[Made]]) -> None:
        self._waiting = deque(futures)

    def __iter__(self) -> Self:
        """Itself."""
        return self

    def __next__(self) -> Made:
        """The next result."""
        if not self._waiting:
            raise StopIteration
        return self._waiting.popleft().result()

    def __del__(self) -> None:
        """Begin nothing more once nobody waits: a program that is interrupted would go on reading before it ends."""
        for future in self._waiting:
            future.cancel()


class NetworkThreads:
    """One network's own threads, so that it waits for no other one's inputs; none is there before there is work."""

    def __init__(self) -> None:
        self._process = 0
        self._pool: ThreadPoolExecutor

    def map(self, run: Callable[[Given], Made], inputs: Iterable[Given]) -> Begun[Made]:
        """What ``run`` makes of each input; all are given to the threads now."""
        if self._process != os.getpid():  # a process that was forked has none of its parent's threads
            self._process, self._pool = os.getpid(), ThreadPoolExecutor(AT_ONCE, "network")
        return Begun([self._pool.submit(run, each) for each in inputs])
