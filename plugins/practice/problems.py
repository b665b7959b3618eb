"""A finding about the content: where it is, what was found, why it matters and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem weighs: a block keeps its post out of everything public."""

    BLOCK = "block"
    WARN = "warn"
    NOTE = "note"


_WEIGHT = {Severity.BLOCK: 0, Severity.WARN: 1, Severity.NOTE: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One finding. `file` is relative to the content folder, `/`-joined; `line` counts from 1."""

    rule: str
    severity: Severity
    file: str
    line: int
    what: str
    why: str
    fix: str
    newer: bool = False
    """Whether it is of a text newer than the approved one, which stays public."""
    of_draft: bool = False
    """Whether it would block, were its post no draft."""

    stays_public: bool = False
    """Whether what it names stays public all the same, because patients need it: it is told, and
    `check` fails until it is mended."""

    @property
    def blocks(self) -> bool:
        """Whether what it names may not be published."""
        return self.severity is Severity.BLOCK

    @property
    def stands_in_the_way(self) -> bool:
        """Whether its text cannot go out before it is mended, now or once it is no draft."""
        return self.blocks or self.of_draft

    def as_row(self) -> dict[str, str | int]:
        """The problem as `kit/problems.json` and `check --json` tell it."""
        return {
            "rule": self.rule,
            "severity": str(self.severity),
            "file": self.file,
            "line": self.line,
            "what": self.what,
            "why": self.why,
            "fix": self.fix,
        }


def worst_first(problems: Iterable[Problem]) -> list[Problem]:
    """The problems by severity, then file and line: the order in which they are told."""
    return sorted(problems, key=lambda p: (_WEIGHT[p.severity], p.file, p.line, p.rule, p.what))


def blocked_files(problems: Iterable[Problem]) -> frozenset[str]:
    """The files that at least one problem keeps from being published."""
    return frozenset(p.file for p in problems if p.blocks and not (p.newer or p.stays_public))
