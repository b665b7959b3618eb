"""A service's gate: no request goes through more often, or beside more others, than allowed."""

from __future__ import annotations

import asyncio
from collections import deque
from types import TracebackType

from plugins.cited_sources.registries.limits import Allowance

_MARGIN = 1.05
"""Clocks differ: a little slower than allowed is never too fast."""


class Gate:
    """`async with gate:` around each request; who came first goes first."""

    def __init__(self, allowance: Allowance) -> None:
        self.allowance = allowance
        self._inside = 0
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._next = 0.0
        self._is_lifted = False

    def learn(self, allowance: Allowance) -> None:
        """Another allowance from now on."""
        self.allowance = allowance
        self._let_in()

    def lift(self) -> None:
        """Lets everybody through from now on: there is nothing behind it any more."""
        self._is_lifted = True
        self._let_in()

    def rest(self, seconds: float) -> None:
        """Nobody goes through for so long."""
        self._next = max(self._next, asyncio.get_running_loop().time() + seconds)

    async def __aenter__(self) -> None:
        if self._is_full or (self._waiting and not self._is_lifted):
            await self._queue()
        else:
            self._inside += 1
        try:
            await self._pace()
        except asyncio.CancelledError:
            self._leave()
            raise

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._leave()

    async def _queue(self) -> None:
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._leave()
            raise

    async def _pace(self) -> None:
        """Starts are spread evenly, so that no second of any clock holds too many. Who woke up
        looks again: the service may have asked for a rest meanwhile."""
        clock = asyncio.get_running_loop().time
        while (now := clock()) < self._next and not self._is_lifted:
            await asyncio.sleep(self._next - now)
        self._next = now + _MARGIN / self.allowance.per_second

    def _leave(self) -> None:
        self._inside -= 1
        self._let_in()

    def _let_in(self) -> None:
        while self._waiting and not self._is_full:
            turn = self._waiting.popleft()
            if not turn.done():
                self._inside += 1
                turn.set_result(None)

    @property
    def _is_full(self) -> bool:
        return self._inside >= self.allowance.at_once and not self._is_lifted
