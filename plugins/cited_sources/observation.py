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
    """Who gave an answer that says something: services by name, and "web"."""
    silent: tuple[str, ...] = ()
    """Who was asked and said nothing, by the same names."""
    verified_by: tuple[str, ...] = ()
    """What proved it: "doi", "pmid", "pmcid", "url"."""
    kinds: tuple[str, ...] = ()
    """What of it counts this time. An address does not where an identifier has proved the work."""
    host: str = ""
    """The host, with its port, whose address was asked; empty when none was."""
    is_heard: bool = False
    """Whether that host gave any response at all, an error included."""
    title: str = ""
    chain: tuple[str, ...] = ()
    archive: str = ""
