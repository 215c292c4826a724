"""Threads for a network that reads many inputs, each by itself.

In 8 bits what is computed together shares one scale, so inputs are not batched. Two of them at once, one thread each,
take a third less time than one after the other with two threads each, which wait for each other in every layer.
"""

from concurrent.futures import ThreadPoolExecutor

__all__ = ["AT_ONCE", "network_threads"]

AT_ONCE = 2


def network_threads() -> ThreadPoolExecutor:
    """Threads of one network's own, so that it waits for no other one's inputs; none is there before there is work."""
    return ThreadPoolExecutor(AT_ONCE, "network")
