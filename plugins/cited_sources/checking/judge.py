"""What one run saw of a work: the answers of registries first, that of its page second."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from plugins.cited_sources.checking.by_address import WEB, Paged, look_at
from plugins.cited_sources.checking.by_identifier import KINDS, Identified, identify
from plugins.cited_sources.checking.names import host_of
from plugins.cited_sources.observation import Observation, Seen
from plugins.cited_sources.registries.record import RegistryAnswer
from plugins.cited_sources.web.answer import WebAnswer
from plugins.cited_sources.work import Work
from plugins.practice.source_checks import CheckedWork, Verdict

_ARCHIVED = frozenset({Verdict.BROKEN, Verdict.SOFT_GONE})
"""Where an archived copy stands in for the page."""


def judge(
    work: Work,
    answers: Sequence[RegistryAnswer],
    web: WebAnswer | None,
    before: CheckedWork | None,
) -> Observation:
    """`answers` of every registry that was asked, `web` None where its address was not. An
    identifier that is proved makes the page optional: it then says no more than where else the work
    stands. Of `before` only the first title counts, by which a page is known again, and the
    archived copy."""
    return observe(work, identify(work, answers), web, before)


def observe(
    work: Work, identified: Identified, web: WebAnswer | None, before: CheckedWork | None
) -> Observation:
    """`judge`, where the registries' answers were looked at already."""
    first_title = before.title if before else ""
    paged = look_at(work, web, identified, first_title) if web else Paged()
    is_spoken_to = web is not None and web.verdict is not Verdict.UNVERIFIED
    is_answered = is_spoken_to and not paged.is_silent
    page_title = web.title if web and paged.is_proved else ""
    seen = Observation(
        id=work.id,
        is_verified=_is_verified(identified, paged),
        verified_by=(*identified.proved, *(("url",) if paged.is_proved else ())),
        seen=_one_of_each([*identified.seen, *paged.seen, *_only_an_isbn(work)]),
        answered=(*identified.answered, *((WEB,) if is_answered else ())),
        silent=(*identified.silent, *((WEB,) if paged.is_silent else ())),
        kinds=_kinds(work, identified, is_asked=web is not None),
        host=host_of(work.url) if is_spoken_to else "",
        is_heard=web is not None and web.status > 0,
        title=page_title or (identified.title if work.has_identifier else ""),
        chain=web.chain if web and is_answered else (),
    )
    return with_archive(seen, before.archive) if before and before.archive else seen


def with_archive(seen: Observation, archive: str) -> Observation:
    """The same with the address of an archived copy, which is the fix where there is no better."""
    findings = (
        replace(one, fix=archive) if one.verdict in _ARCHIVED and not one.fix else one
        for one in seen.seen
    )
    return replace(seen, seen=tuple(findings), archive=archive)


def _is_verified(identified: Identified, paged: Paged) -> bool:
    """An identifier of nothing or of another work is not mended by a page that answers."""
    refuted = any(
        one.verdict in {Verdict.NO_SUCH_ID, Verdict.WRONG_WORK} for one in identified.seen
    )
    return not refuted and (bool(identified.proved) or paged.is_proved)


def _only_an_isbn(work: Work) -> tuple[Seen, ...]:
    if not work.isbn or work.has_identifier or work.url:
        return ()
    what = "only its check digit was looked at: no registry of books is asked"
    return (Seen(verdict=Verdict.UNVERIFIED, about="isbn", what=what),)


def _kinds(work: Work, identified: Identified, *, is_asked: bool) -> tuple[str, ...]:
    """The page of a work that its identifier proves matters only when it was asked all the same."""
    own = [kind for kind in (*KINDS, "isbn") if getattr(work, kind)]
    if work.guessed_doi and "doi" not in own:
        own.append("doi")
    return (*own, "url") if work.url and (is_asked or not identified.proved) else tuple(own)


def _one_of_each(seen: Iterable[Seen]) -> tuple[Seen, ...]:
    """One finding for each verdict on each thing that was asked, in all its words: a finding is
    known again by these two."""
    found: dict[tuple[Verdict, str], list[Seen]] = {}
    for one in seen:
        found.setdefault((one.verdict, one.about), []).append(one)
    return tuple(same[0] if len(same) == 1 else _joined(same) for same in found.values())


def _joined(same: Sequence[Seen]) -> Seen:
    return replace(
        same[0],
        what="; ".join(dict.fromkeys(one.what for one in same)),
        by=tuple(dict.fromkeys(name for one in same for name in one.by)),
        fix=next((one.fix for one in same if one.fix), ""),
    )
