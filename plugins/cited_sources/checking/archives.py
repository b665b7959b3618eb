"""Archived copies of pages that are gone: one after another, since the archive allows no more."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable

from plugins.cited_sources.checking.parties import AsksRegistries
from plugins.cited_sources.observation import Observation
from plugins.cited_sources.work import Work
from plugins.practice.source_checks import CheckedWork, Verdict

_GONE = frozenset({Verdict.BROKEN, Verdict.SOFT_GONE})
_OUT_OF_REACH = frozenset({Verdict.TEMPORARY, Verdict.BROKEN})


def is_wanted(seen: Observation, before: CheckedWork | None) -> bool:
    """Whether a page is gone, or out of reach once more, and has no archived copy so far."""
    if before and before.archive:
        return False
    found = {one.verdict for one in seen.seen if one.about == "url"}
    earlier = {f.verdict for f in before.findings if f.about == "url"} if before else set()
    is_again = Verdict.TEMPORARY in found and not _OUT_OF_REACH.isdisjoint(earlier)
    return is_again or not _GONE.isdisjoint(found)


class Archives:
    """Looks for at most `most` copies, and gives each that it finds to `taker`."""

    def __init__(
        self,
        registries: AsksRegistries,
        group: asyncio.TaskGroup,
        most: int,
        taker: Callable[[Observation, str], None],
    ) -> None:
        self._registries = registries
        self._group = group
        self._left = most
        self._taker = taker
        self._waiting: deque[tuple[Work, Observation]] = deque()
        self._is_busy = False

    def look_for(self, work: Work, seen: Observation) -> None:
        """Look for the copy nearest the day on which the work was read."""
        if self._left <= 0:
            return
        self._left -= 1
        self._waiting.append((work, seen))
        if not self._is_busy:
            self._is_busy = True
            self._group.create_task(self._look())

    async def _look(self) -> None:
        while self._waiting:
            work, seen = self._waiting.popleft()
            if archive := await self._registries.archived(work.url, work.accessed):
                self._taker(seen, archive)
        self._is_busy = False
