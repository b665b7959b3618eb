"""Whose turn it is: addresses in their hosts' queues, so that one slow host keeps none waiting."""

from __future__ import annotations

from collections import deque

from plugins.cited_sources.checking.names import host_of

AT_ONCE = 128
"""Addresses under way in all."""
A_HOST = 3
"""Addresses under way for one host. The fetcher asks two at once; the third may be waiting for its
second attempt."""


class Lanes:
    """Addresses that wait, by host. A host gives one and goes to the end of the line."""

    def __init__(self) -> None:
        self._waiting: dict[str, deque[str]] = {}
        self._under_way: dict[str, int] = {}
        self._line: deque[str] = deque()
        self._all = 0

    def add(self, url: str) -> None:
        """Put an address at the end of its host's queue."""
        host = host_of(url)
        queue = self._waiting.setdefault(host, deque())
        queue.append(url)
        if len(queue) == 1 and self._under_way.get(host, 0) < A_HOST:
            self._line.append(host)

    def take(self) -> str:
        """The next address that may be asked now; "" when there is none, or enough are."""
        if not self._line or self._all >= AT_ONCE:
            return ""
        host = self._line.popleft()
        url = self._waiting[host].popleft()
        self._all += 1
        self._under_way[host] = self._under_way.get(host, 0) + 1
        if self._waiting[host] and self._under_way[host] < A_HOST:
            self._line.append(host)
        return url

    def done(self, url: str) -> None:
        """An address that was taken has its answer."""
        host = host_of(url)
        was_full = self._under_way[host] >= A_HOST
        self._all -= 1
        self._under_way[host] -= 1
        if was_full and self._waiting[host]:
            self._line.append(host)
