"""A run with the real engine: python -m tests.cited_sources.loopback_run FOLDER BASES WORKS.

It prints each id just after the journal has it.
"""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path

from plugins.cited_sources.checking.due import due
from plugins.cited_sources.checking.run import Run, run_checks
from plugins.cited_sources.checking.session import Session, session
from plugins.cited_sources.observation import Observation
from plugins.cited_sources.web.fetching import Fetcher
from plugins.cited_sources.work import Work
from tests.cited_sources.checking_samples import FakeRegistries
from tests.cited_sources.web_runs import AGENT


def main(folder: Path, bases: list[str], many: int) -> None:
    urls = [f"{bases[n % len(bases)]}/ok/{n}" for n in range(many)]
    now = datetime.now(UTC)
    with session(folder, now) as memory:
        works = due([Work(id=url, url=url) for url in urls], memory.known, now)
        seen = asyncio.run(run(works, memory))
        memory.finish(seen.outage)


async def run(works: tuple[Work, ...], memory: Session) -> Run:
    def on_answer(seen: Observation) -> None:
        memory.add(seen)
        sys.stdout.write(f"{seen.id}\n")
        sys.stdout.flush()

    async with Fetcher(agent=AGENT, allow_private=True) as fetcher:
        return await run_checks(
            works, memory.known, registries=FakeRegistries(), fetcher=fetcher, on_answer=on_answer
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2].split(), int(sys.argv[3]))
