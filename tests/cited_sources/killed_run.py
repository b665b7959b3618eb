"""A run to be killed: python -m tests.cited_sources.killed_run FOLDER WORKS.

It goes through the works that are due, one answer after another, and prints each id just after the
journal has it.
"""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path

from plugins.cited_sources.checking.due import due
from plugins.cited_sources.checking.outage import Outage
from plugins.cited_sources.checking.session import session
from plugins.practice.source_checks import Verdict
from tests.cited_sources.checking_samples import NOW, look, page, seen


def main(folder: Path, many: int, minutes: int) -> None:
    works = [page(f"https://h{n % 7}.example/{n}") for n in range(many)]
    with session(folder, NOW + timedelta(minutes=minutes)) as run:
        for work in due(works, run.known, NOW + timedelta(minutes=minutes)):
            found = (seen(Verdict.MOVED),) if work.id.endswith("3") else ()
            run.add(look(*found, id=work.id, is_verified=True, host=work.url.split("/")[2]))
            sys.stdout.write(f"{work.id}\n")
            sys.stdout.flush()
        run.finish(Outage())


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
