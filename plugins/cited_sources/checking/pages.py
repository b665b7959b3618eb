"""Addresses asked side by side, each once, however many works have it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from plugins.cited_sources.checking.lanes import Lanes
from plugins.cited_sources.checking.parties import AsksTheWeb
from plugins.cited_sources.web.answer import WebAnswer

Taker = Callable[[WebAnswer], None]


class Pages:
    """The addresses of one run. `requests` counts every redirect and every further attempt."""

    def __init__(self, fetcher: AsksTheWeb, group: asyncio.TaskGroup) -> None:
        self._fetcher = fetcher
        self._group = group
        self._lanes = Lanes()
        self._answers: dict[str, WebAnswer] = {}
        self._takers: dict[str, list[Taker]] = {}
        self.requests = 0

    def ask(self, url: str, taker: Taker) -> None:
        """Give the answer to `taker`, once it is there."""
        if url in self._answers:
            taker(self._answers[url])
        elif url in self._takers:
            self._takers[url].append(taker)
        else:
            self._takers[url] = [taker]
            self._lanes.add(url)

    def go_on(self) -> None:
        """Begin with as many addresses as may be under way."""
        while url := self._lanes.take():
            self._group.create_task(self._check(url))

    async def _check(self, url: str) -> None:
        answer = self._answers[url] = await self._fetcher.check(url)
        self.requests += answer.requests
        self._lanes.done(url)
        for taker in self._takers.pop(url):
            taker(answer)
        self.go_on()
