"""What a page says of its sources: when they were checked, and nothing that is not true."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from plugins.cited_sources.consequences.known import KnownWorks
from plugins.cited_sources.consequences.weights import GRAVE
from plugins.cited_sources.work import Work
from plugins.practice.dates import long_day
from plugins.practice.source_checks import CheckedWork, Finding, Verdict
from plugins.practice.words import say


def checked_words(work: Work | None, known: KnownWorks, lang: str) -> str:
    """ "Checked on November 14, 2026", "Not yet checked", or what else is true of a reference.

    Of a retraction readers are told as soon as it is known: whether it is settled or accepted is
    no matter of theirs.
    """
    checked = known.checked(work) if work else None
    if work is None or checked is None:
        return say(lang, "references.not_checked")
    if any(finding.verdict is Verdict.RETRACTED for finding in checked.findings):
        return say(lang, "references.retracted")
    if any(_is_against(finding) for finding in checked.findings):
        return say(lang, "references.not_confirmed", day=long_day(checked.asked.date(), lang))
    if checked.last_ok is None:
        return say(lang, "references.not_checked")
    return say(lang, "references.checked", day=long_day(checked.last_ok, lang))


def all_checked_words(works: Iterable[Work | None], known: KnownWorks, lang: str) -> str:
    """ "Sources checked on November 14, 2026", by the oldest check; "" unless it is true of all."""
    days = [_verified_on(known.checked(work) if work else None) for work in works]
    known_days = [day for day in days if day is not None]
    if not days or len(known_days) < len(days):
        return ""
    return say(lang, "references.all_checked", day=long_day(min(known_days), lang))


def _verified_on(checked: CheckedWork | None) -> date | None:
    """The day on which it proved to be there, when nothing grave was found since."""
    if checked is None or not checked.is_verified or any(map(_is_against, checked.findings)):
        return None
    return checked.last_ok


def _is_against(finding: Finding) -> bool:
    """Whether it keeps a page from saying that the work was checked and found well."""
    return finding.is_doubt or finding.verdict in GRAVE or finding.verdict is Verdict.DRIFTED
