"""Was a work retracted, doubted, corrected, replaced? The union of everybody who says so.

No single source is enough: of 600 retractions of Retraction Watch with a PMID, 45 had no mark in
MEDLINE (sampled in 2026). Rules for what the sources say wrongly or twice:

- Publishers deposit an update on both records, so that a notice looks retracted. Where Retraction
  Watch, MEDLINE or Crossref's `update-to` make the record the notice, the publisher's own word that
  it was retracted does not count; everybody else's does. Citing a notice is no finding.
- The gravest kind wins, not the newest: a correction after a retraction undoes nothing.
- A reinstatement undoes retractions and concerns dated up to its day, whoever tells them.
- A partial retraction is a retraction, in other words: somebody must look which part still stands.
- What we do not know (a new kind of update) is as serious as a concern, and named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from plugins.cited_sources.observation import Seen
from plugins.cited_sources.registries.crossref import LABEL as CROSSREF
from plugins.cited_sources.registries.kinds import NOTICES
from plugins.cited_sources.registries.record import Record, RegistryAnswer, Update, UpdateKind
from plugins.practice.source_checks import Verdict

_VERDICTS: Mapping[Verdict, tuple[UpdateKind, ...]] = {
    Verdict.RETRACTED: (
        UpdateKind.RETRACTION,
        UpdateKind.WITHDRAWAL,
        UpdateKind.REMOVAL,
        UpdateKind.PARTIAL_RETRACTION,
    ),
    Verdict.CONCERN: (UpdateKind.CONCERN, UpdateKind.UNKNOWN),
    Verdict.OUTDATED: (UpdateKind.NEWER,),
    Verdict.CORRECTED: (UpdateKind.CORRECTION,),
}
"""The verdict of each kind; within a verdict, the kind that names it comes first."""

_WORDS: Mapping[UpdateKind, str] = {
    UpdateKind.RETRACTION: "retracted",
    UpdateKind.WITHDRAWAL: "withdrawn",
    UpdateKind.REMOVAL: "removed",
    UpdateKind.PARTIAL_RETRACTION: "partly retracted",
    UpdateKind.CONCERN: "an expression of concern",
    UpdateKind.NEWER: "a newer version stands in its place",
    UpdateKind.CORRECTION: "corrected",
}
_MARKED = re.compile(
    r"\W*(?:(?i:retracted)(?:\s+(?i:article|paper|chapter|publication))?|WITHDRAWN)\s*[\]:\u2013\u2014-]"
)
_PREFIX = re.compile(
    r"^\W*(?:retracted|withdrawn|removed|temporary removal)"
    r"(?:\s+(?:article|paper|chapter|publication))?\s*[\]:\u2013\u2014-]\s*",
    re.IGNORECASE,
)

_Told = tuple[Update, str]
"""An update and the identifier that its service was asked for."""


def updates_seen(answers: Sequence[RegistryAnswer]) -> tuple[Seen, ...]:
    """What was done to a work, gravest first: retracted, concern, outdated, corrected.

    A retracted work is only that; `what` says when, and names the notice, `by` who says so, and
    `fix` what replaces it.
    """
    everything = [*_told(answers), *_titled(answers)]
    reinstated = _reinstated(everything)
    told = [row for row in everything if not _is_undone(row[0], reinstated)]
    own = {answer.value.lower() for answer in answers}
    found = tuple(
        _seen(verdict, kinds, told, own)
        for verdict, kinds in _VERDICTS.items()
        if any(update.kind in kinds for update, _ in told)
    )
    return found[:1] if found and found[0].verdict is Verdict.RETRACTED else found


def without_mark(title: str) -> str:
    """A title without the "RETRACTED:" that publishers put before it."""
    return _PREFIX.sub("", title, count=1)


def _told(answers: Sequence[RegistryAnswer]) -> Iterator[_Told]:
    records = [(answer.record, answer.kind) for answer in answers if answer.record]
    notices = [record for record, _ in records if record.is_notice]
    for record, kind in records:
        is_notice = any(_is_same(record, notice) for notice in notices)
        for update in record.updates:
            if not (is_notice and _is_deposited_twice(update)):
                yield update, kind


def _is_same(record: Record, other: Record) -> bool:
    """An entry may name the DOI of a paper and the PMID of its notice by mistake: then what is true
    of one is not true of the other."""
    return record is other or bool(record.doi and record.doi.lower() == other.doi.lower())


def _is_deposited_twice(update: Update) -> bool:
    is_watched = update.asserted_by == "retraction-watch"
    return update.by == CROSSREF and not is_watched and update.kind in NOTICES


def _titled(answers: Sequence[RegistryAnswer]) -> Iterator[_Told]:
    """Titles that say it: some works carry no other mark. A notice may repeat the paper's title."""
    records = [(answer.record, answer.kind) for answer in answers if answer.record]
    if any(record.is_notice for record, _ in records):
        return
    for record, kind in records:
        if _MARKED.match(record.title):
            yield Update(kind=UpdateKind.RETRACTION, by=record.service, asserted_by="title"), kind


def _reinstated(told: Sequence[_Told]) -> date | None:
    """The day of the last reinstatement."""
    days = (u.day for u, _ in told if u.kind is UpdateKind.REINSTATEMENT and u.day)
    return max(days, default=None)


def _is_undone(update: Update, last: date | None) -> bool:
    """All that is dated up to it, and marks in titles. A mark of MEDLINE without a day stays: it
    may be another one, and MEDLINE takes its marks back itself."""
    if last is None or update.kind not in NOTICES:
        return False
    return update.day <= last if update.day else update.asserted_by == "title"


def _seen(
    verdict: Verdict, kinds: Sequence[UpdateKind], told: Sequence[_Told], own: set[str]
) -> Seen:
    ours = [(update, kind) for update, kind in told if update.kind in kinds]
    named = min((update.kind for update, _ in ours), key=kinds.index)
    same = [update for update, _ in ours if update.kind is named]
    return Seen(
        verdict=verdict,
        about=ours[0][1],
        what=_what(named, same, own),
        by=tuple(dict.fromkeys(update.by for update, _ in ours)),
        fix=_fix(verdict, same),
    )


def _what(kind: UpdateKind, told: Sequence[Update], own: set[str]) -> str:
    """ "retracted on 2010-02-06; the notice is doi:10.1016/s0140-6736(10)60175-4"."""
    day = min((update.day for update in told if update.day), default=None)
    what = _WORDS.get(kind) or f'"{_unknown(told)}", a kind of update that we do not know'
    if day:
        what += f" on {day}" if kind in _DONE else f" since {day}"
    notice = _notice(told)
    if notice and notice.lower() in own:
        return f"{what}; the notice has the same identifier: it may have been replaced in place"
    named = "it is" if kind is UpdateKind.NEWER else "the notice is"
    return f"{what}; {named} {_named(notice)}" if notice else what


_DONE = frozenset(_WORDS) - {UpdateKind.CONCERN, UpdateKind.NEWER}


def _unknown(told: Sequence[Update]) -> str:
    return next((update.word for update in told if update.word), "update")


def _notice(told: Sequence[Update]) -> str:
    """A DOI rather than a PMID."""
    notices = [update.notice for update in told if update.notice]
    return next((n for n in notices if n.startswith("10.")), notices[0] if notices else "")


def _named(notice: str) -> str:
    return f"doi:{notice.lower()}" if notice.startswith("10.") else f"pmid:{notice}"


def _fix(verdict: Verdict, told: Sequence[Update]) -> str:
    notice = _notice(told)
    return _named(notice) if verdict is Verdict.OUTDATED and notice else ""
