"""An approval that came from the form: handed to a process of its own, which reads the content as
it is now; a fault in it leaves the preview standing."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from plugins.pelican_bridge.build import ROOT
from plugins.pelican_bridge.review_page.local_form import Approving

_PATIENCE = 120
"""Seconds; a plan of the demonstration takes two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of it."""

    written: bool
    said: str
    missing: tuple[str, ...] = ()
    """What the text still needs."""


_BROKEN = Outcome(
    written=False, said="Nothing was written, by a mistake in Housecall. The terminal says more."
)


def record_apart(content: Path, cache: Path, uid: str, approving: Approving) -> Outcome:
    """Start the process and wait for what it says."""
    asked = {**asdict(approving), "content": str(content), "cache": str(cache), "uid": uid}
    command = [sys.executable, "-m", "plugins.pelican_bridge.review_page.recorder"]
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            input=json.dumps(asked),
            stdout=subprocess.PIPE,
            encoding="utf-8",
            timeout=_PATIENCE,
            check=True,
        )
        found = json.loads(done.stdout)
        return Outcome(**{**found, "missing": tuple(found["missing"])})
    except (subprocess.SubprocessError, ValueError):
        return _BROKEN
