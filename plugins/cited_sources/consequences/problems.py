"""What `check-sources` has found out, told at the place that cites the work."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.cited_sources.consequences.known import Judged, KnownWorks, is_unused, lighter
from plugins.cited_sources.consequences.wording import (
    accepted_words,
    finding_of,
    fix_of,
    name_of,
    seen_by,
    why_of,
)
from plugins.practice.posts import Document, Post
from plugins.practice.problems import Problem, Severity
from plugins.practice.source_checks import Verdict
from plugins.practice.source_ledger import FILE as SOURCES_FILE


def problems_of(document: Document, known: KnownWorks) -> list[Problem]:
    """Each finding on each work that a document cites, at the first line that cites it.

    Only posts are held. A page such as the one with the phone number stays, and is told.
    """
    most = Severity.BLOCK if isinstance(document, Post) else Severity.WARN
    return [
        _problem(judged, document.file, at.line, most)
        for judged, at in known.judged_in(document)
        if judged.finding.verdict is not Verdict.OK
    ]


def entry_problems(known: KnownWorks) -> Iterator[Problem]:
    """What is told at the entries of sources.toml: numbers that could be added, remarks, and
    findings on works on which nothing rests."""
    for work in known.works:
        if work.source:
            for judged in known.judged(work):
                if is_unused(work) or judged.finding.verdict is Verdict.OK:
                    yield _problem(judged, SOURCES_FILE, work.source.line, Severity.WARN)


def _problem(judged: Judged, file: str, line: int, most: Severity) -> Problem:
    accepted = accepted_words(judged)
    return Problem(
        rule=judged.weight.rule,
        severity=lighter(judged.severity, most),
        file=file,
        line=line,
        what=f"{name_of(judged.work)} {finding_of(judged)} ({seen_by(judged)})"
        + (f"; {accepted}" if accepted else ""),
        why=why_of(judged),
        fix=fix_of(judged),
    )
