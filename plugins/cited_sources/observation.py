"""What one run of `check-sources` saw of one work, before anything is remembered of it."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.practice.source_checks import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One finding of this run; fields as those of `Finding`."""

    verdict: Verdict
    about: str
    what: str
    by: tuple[str, ...] = ()
    fix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """A work as this run saw it."""

    id: str
    is_verified: bool
    """Whether somebody who can tell has answered that it is there, and the work that we mean."""
    seen: tuple[Seen, ...] = ()
    answered: tuple[str, ...] = ()
    title: str = ""
    chain: tuple[str, ...] = ()
    archive: str = ""
