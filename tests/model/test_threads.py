"""Threads of a network: order, errors, and what is left undone."""

from multiprocessing import get_all_start_methods, get_context
from threading import Event

import pytest

from claimtrack.model.threads import AT_ONCE, NetworkThreads

ENOUGH = 10
"""Seconds in which a thread that can go on does."""
_SHARED: list[NetworkThreads] = []
"""What a forked process has of its parent."""


def test_results_come_in_the_order_of_their_inputs() -> None:
    second = Event()

    def run(number: int) -> int:
        if number == 0:
            second.wait(ENOUGH)
        else:
            second.set()
        return number * number

    assert list(NetworkThreads().map(run, range(5))) == [0, 1, 4, 9, 16]


def test_nothing_comes_of_nothing() -> None:
    assert list(NetworkThreads().map(len, [])) == []


def test_two_are_read_at_once() -> None:
    there = [Event() for _ in range(AT_ONCE)]

    def run(number: int) -> bool:
        there[number].set()
        return all(event.wait(ENOUGH) for event in there)

    assert all(NetworkThreads().map(run, range(AT_ONCE)))


def test_an_error_comes_where_its_result_would() -> None:
    results = NetworkThreads().map(lambda number: 1 // number, [1, 0, 1])
    assert next(results) == 1
    with pytest.raises(ZeroDivisionError):
        next(results)
    assert next(results) == 1


@pytest.mark.skipif("fork" not in get_all_start_methods(), reason="processes are not forked here")
def test_a_forked_process_has_threads_of_its_own() -> None:
    threads = NetworkThreads()
    assert list(threads.map(abs, [-1])) == [1]
    with get_context("fork").Pool(1, initializer=_share, initargs=(threads,)) as children:
        assert children.apply_async(_in_child).get(ENOUGH) == [2]


def _share(threads: NetworkThreads) -> None:
    _SHARED.append(threads)


def _in_child() -> list[int]:
    return list(_SHARED[0].map(abs, [-2]))


def test_what_nobody_waits_for_is_not_begun() -> None:
    begun: list[int] = []
    busy, go_on = Event(), Event()

    def run(number: int) -> None:
        begun.append(number)
        busy.set()
        go_on.wait(ENOUGH)

    threads = NetworkThreads()
    results = threads.map(run, range(20))
    assert busy.wait(ENOUGH)
    del results
    go_on.set()
    assert list(threads.map(str, "x")) == ["x"]
    assert len(begun) <= AT_ONCE
