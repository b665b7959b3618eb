"""What the web says of a work by its address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from plugins.cited_sources.checking.by_identifier import NAMES, Identified
from plugins.cited_sources.checking.titles import differ_clearly, is_called, is_site_name
from plugins.cited_sources.consequences.foreign_text import one_line
from plugins.cited_sources.observation import Seen
from plugins.cited_sources.web.answer import WebAnswer
from plugins.cited_sources.work import ADDRESSES, Work
from plugins.practice.source_checks import Verdict

WEB = "web"
"""Who answers, where it is no registry."""

_LONGEST_TITLE = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Paged:
    """The page of a work, as far as its host answered."""

    is_proved: bool = False
    seen: tuple[Seen, ...] = ()
    is_silent: bool = False


@dataclass(frozen=True, slots=True)
class _Asked:
    work: Work
    web: WebAnswer
    identified: Identified
    first_title: str

    @property
    def better(self) -> str:
        """Where the identifier that proved the work leads; empty without one."""
        for kind in self.identified.proved:
            value = getattr(self.work, kind) or (self.work.guessed_doi if kind == "doi" else "")
            if value:
                return ADDRESSES[kind].format(value)
        return ""

    def seen(self, verdict: Verdict, what: str, fix: str = "") -> Seen:
        return Seen(verdict=verdict, about="url", what=what or verdict, by=(WEB,), fix=fix)


def look_at(work: Work, web: WebAnswer, identified: Identified, first_title: str) -> Paged:
    """All that the answer says of a work. `first_title` is that under which it was first seen."""
    return _JUDGES[web.verdict](_Asked(work, web, identified, first_title))


def _there(asked: _Asked) -> Paged:
    """A page by which nobody could tell the work names no identifier of it either."""
    doubts = _drifted(asked) or _unknown(asked)
    seen = [*(doubts or (*_named(asked), *_remark(asked)))]
    if asked.web.superseded:
        seen.append(asked.seen(Verdict.OUTDATED, f"its page says: {asked.web.superseded}"))
    return Paged(is_proved=not doubts, seen=tuple(seen))


def _moved(asked: _Asked) -> Paged:
    there = _there(asked)
    moved = asked.seen(Verdict.MOVED, f"it has moved to {asked.web.final}", asked.web.final)
    return Paged(is_proved=there.is_proved, seen=(moved, *there.seen))


def _gone(asked: _Asked) -> Paged:
    """Gone from this address; whoever has the identifier still finds it."""
    if asked.better:
        what = f"{asked.web.what or asked.web.verdict} at its address; its identifier still leads"
        return Paged(seen=(asked.seen(Verdict.MOVED, what, asked.better),))
    return Paged(seen=(asked.seen(asked.web.verdict, asked.web.what),))


def _blocked(asked: _Asked) -> Paged:
    seen = asked.seen(Verdict.BLOCKED, _blocked_words(asked), asked.better)
    return Paged(seen=(seen,))


def _blocked_words(asked: _Asked) -> str:
    what = asked.web.what or "its host refuses robots"
    if asked.identified.proved:
        return f"{what}; verified by its {NAMES[asked.identified.proved[0]]}"
    if asked.identified.silent:
        return f"{what}; and {', '.join(asked.identified.silent)} did not answer"
    return f"{what}; a person must look"


def _silent(asked: _Asked) -> Paged:
    """Nobody needs the page of a work that its identifier has proved."""
    if asked.identified.proved:
        return Paged(is_silent=True)
    return Paged(seen=(asked.seen(Verdict.TEMPORARY, asked.web.what),), is_silent=True)


def _not_asked(asked: _Asked) -> Paged:
    """Nobody was silent either: no host has been spoken to."""
    if asked.identified.proved:
        return Paged()
    what = asked.web.what or "it was not asked"
    return Paged(seen=(Seen(verdict=Verdict.UNVERIFIED, about="url", what=what),))


def _drifted(asked: _Asked) -> tuple[Seen, ...]:
    """Another title than at first, and than the entry has: that is written by a person. Works with
    an identifier are compared with their records instead."""
    now = asked.web.title
    expected = [asked.first_title, asked.work.source.title if asked.work.source else ""]
    told = [title for title in expected if title]
    if not asked.first_title or asked.work.has_identifier:
        return ()
    if not all(differ_clearly(now, title) for title in told):
        return ()
    what = f'its page is now called "{now}", at first "{asked.first_title}"'
    return (asked.seen(Verdict.DRIFTED, what),)


def _unknown(asked: _Asked) -> tuple[Seen, ...]:
    """A page that answers, and does not show that it is the one that we mean."""
    what = _doubt(asked)
    # `by` nobody: the host has answered well, the doubt is ours.
    return (Seen(verdict=Verdict.OK, about="url", what=what),) if what else ()


def _doubt(asked: _Asked) -> str:
    web, work = asked.web, asked.work
    if asked.identified.proved or _names_itself(asked):
        return ""
    if web.is_empty:
        what = web.what or "answers, but with nothing by which it could be known"
        return f"{what}: open it, and see whether it is the page that you mean"
    if work.source is None or is_called(web.title, work.source.title):
        return ""
    if web.heading and is_called(web.heading, work.source.title):
        return ""
    if not work.has_identifier and is_site_name(web.title, work.source.publisher):
        return ""
    now, ours = (one_line(title, _LONGEST_TITLE) for title in (web.title, work.source.title))
    told = f'its page is called "{now}", your entry "{ours}"'
    return f"{told}: open it; correct the title or the address"


def _names_itself(asked: _Asked) -> bool:
    """Whether the page names the very identifier that we have."""
    found = ((getattr(asked.work, kind, ""), value) for kind, value in asked.web.identifiers)
    return any(ours and ours.casefold() == value.casefold() for ours, value in found)


def _remark(asked: _Asked) -> tuple[Seen, ...]:
    """What is no fault: a place in the page that was not seen in the part that was read."""
    is_fine = asked.web.verdict is Verdict.OK and asked.web.what
    return (asked.seen(Verdict.OK, asked.web.what),) if is_fine else ()


def _named(asked: _Asked) -> tuple[Seen, ...]:
    """The identifier that an entry or a link could name in place of an address."""
    work = asked.work
    if work.has_identifier:
        return ()
    if work.guessed_doi and "doi" in asked.identified.proved:
        found = [("doi", work.guessed_doi)]
    else:
        found = [pair for pair in asked.web.identifiers if pair[0] in ADDRESSES]
    return tuple(
        asked.seen(Verdict.OK, f"its {NAMES[kind]} is {value}", ADDRESSES[kind].format(value))
        for kind, value in sorted(found)[:1]
    )


_JUDGES: Mapping[Verdict, Callable[[_Asked], Paged]] = {
    Verdict.OK: _there,
    Verdict.MOVED: _moved,
    Verdict.SOFT_GONE: _gone,
    Verdict.BROKEN: _gone,
    Verdict.BLOCKED: _blocked,
    Verdict.TEMPORARY: _silent,
    Verdict.UNVERIFIED: _not_asked,
}
