"""Is the work that an identifier leads to the one that our entry describes?

Wrong work: another title and other authors. Everything less is a field that differs, told with what
the registry has. A field that one of several registries has as we do is right.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from plugins.cited_sources.observation import Seen
from plugins.cited_sources.registries.journals import is_same_journal
from plugins.cited_sources.registries.numbers import is_same_number, is_same_pages, is_same_year
from plugins.cited_sources.registries.people import Authors, compare_authors
from plugins.cited_sources.registries.record import Record, RegistryAnswer
from plugins.cited_sources.registries.retractions import without_mark
from plugins.cited_sources.registries.titles import is_any_title
from plugins.practice.source_checks import Verdict
from plugins.practice.sources import Source

_SHOWN = 3
"""So many authors are named in a message."""


@dataclass(frozen=True, slots=True)
class _Field:
    """How a field of sources.toml compares with a record."""

    name: str
    ours: Callable[[Source], str]
    theirs: Callable[[Record], str]
    agrees: Callable[[Source, Record], bool]


def compare(source: Source, record: Record) -> tuple[Seen, ...]:
    """How an entry of sources.toml differs from one record: wrong-work, or a field-mismatch for
    each field; () where they agree or nothing can be compared."""
    if _is_wrong_work(source, record):
        return (_wrong_work(source, record),)
    return tuple(
        _mismatch(field, source, record) for field in _FIELDS if _differs(field, source, record)
    )


def compare_all(source: Source, answers: Sequence[RegistryAnswer]) -> tuple[Seen, ...]:
    """As `compare`, over everything that registries said: a field differs only when none of them
    has it as we do; a wrong work names the identifier of the right one where a registry has it."""
    records = [answer.record for answer in answers if answer.record and answer.record.title]
    wrong = [record for record in records if _is_wrong_work(source, record)]
    right = [record for record in records if record not in wrong]
    found = [_corrected(_wrong_work(source, record), right) for record in wrong]
    told = {seen.about for seen in found}
    for field in _FIELDS:
        telling = [record for record in right if field.theirs(record) and field.name not in told]
        if telling and all(_differs(field, source, record) for record in telling):
            by = tuple(dict.fromkeys(record.service for record in telling))
            found.append(replace(_mismatch(field, source, telling[0]), by=by))
    return tuple(dict.fromkeys(found))


def _is_wrong_work(source: Source, record: Record) -> bool:
    if not record.title or _has_title(source, record):
        return False
    return compare_authors(source.authors, _people(record)) is Authors.OTHER


def _has_title(source: Source, record: Record) -> bool:
    """A chapter may be cited by the identifier of its book."""
    titles = (record.title, *record.other_titles)
    ours = (source.title, source.book) if source.book else (source.title,)
    return any(is_any_title(title, titles) for title in ours)


def _people(record: Record) -> tuple[str, ...]:
    return record.authors or record.editors


def _wrong_work(source: Source, record: Record) -> Seen:
    about = _about(source, record)
    who = ", ".join(_people(record)[:_SHOWN])
    what = f'{about.upper()} {getattr(source, about)} is "{without_mark(record.title)}" by {who}'
    return Seen(verdict=Verdict.WRONG_WORK, about=about, what=what, by=(record.service,))


def _corrected(seen: Seen, right: Sequence[Record]) -> Seen:
    """With the identifier that another registry has for the work that we mean."""
    ids = (getattr(record, seen.about) for record in right)
    fix = next((f"{seen.about}:{found}" for found in ids if found), "")
    return replace(seen, fix=fix)


def _about(source: Source, record: Record) -> str:
    """The identifier that led to the record."""
    if record.service != "PubMed" and source.doi:
        return "doi"
    kinds = [kind for kind in ("pmid", "doi", "pmcid") if getattr(source, kind)]
    same = (k for k in kinds if getattr(source, k).lower() == getattr(record, k).lower())
    return next(same, kinds[0] if kinds else "doi")


def _differs(field: _Field, source: Source, record: Record) -> bool:
    both = bool(field.ours(source) and field.theirs(record))
    return both and not field.agrees(source, record)


def _mismatch(field: _Field, source: Source, record: Record) -> Seen:
    ours, theirs = field.ours(source), field.theirs(record)
    return Seen(
        verdict=Verdict.FIELD_MISMATCH,
        about=_about(source, record),
        what=f'{field.name}: we have "{ours}", {record.service} has "{theirs}"',
        by=(record.service,),
        fix=theirs,
    )


def _year_of(source: Source) -> str:
    return source.year or source.published[:4]


def _names(names: Sequence[str]) -> str:
    return ", ".join(names[:_SHOWN]) + (", et al" if len(names) > _SHOWN else "")


def _is_not_other(source: Source, record: Record) -> bool:
    return compare_authors(source.authors, _people(record)) is not Authors.OTHER


def _has_journal(source: Source, record: Record) -> bool:
    return any(
        is_same_journal(source.journal, name)
        for name in (record.journal, record.journal_full)
        if name
    )


def _plain(name: str) -> _Field:
    """An identifier, the same but for its case."""
    return _Field(
        name,
        lambda source: str(getattr(source, name)),
        lambda record: str(getattr(record, name)) if record.service == "PubMed" else "",
        lambda s, r: str(getattr(s, name)).lower() == str(getattr(r, name)).lower(),
    )


_FIELDS: tuple[_Field, ...] = (
    _Field("title", lambda s: s.title, lambda r: without_mark(r.title), _has_title),
    _Field("authors", lambda s: _names(s.authors), lambda r: _names(_people(r)), _is_not_other),
    _Field("journal", lambda s: s.journal, lambda r: r.journal or r.journal_full, _has_journal),
    _Field(
        "year",
        _year_of,
        lambda r: str(r.years[0]) if r.years else "",
        lambda s, r: is_same_year(_year_of(s), r.years),
    ),
    _Field(
        "volume",
        lambda s: s.volume,
        lambda r: r.volume,
        lambda s, r: is_same_number(s.volume, r.volume),
    ),
    _Field(
        "issue",
        lambda s: s.issue,
        lambda r: r.issue,
        lambda s, r: is_same_number(s.issue, r.issue),
    ),
    _Field(
        "pages",
        lambda s: s.pages,
        lambda r: r.pages,
        lambda s, r: is_same_pages(s.pages, r.pages),
    ),
    _plain("doi"),
    _plain("pmid"),
)
