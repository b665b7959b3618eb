"""What `cite` tells on the terminal: where the entry is, what to paste, what readers will see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.markup import escape

from plugins.cited_sources.citing.entry import Entry
from plugins.cited_sources.citing.found import REGISTERED, Found
from plugins.cited_sources.references import plain_reference
from plugins.cited_sources.registries.record import Reply
from plugins.practice.source_checks import Verdict

_CAREFUL = frozenset({Verdict.CONCERN, Verdict.CORRECTED, Verdict.OUTDATED})


def tell_known(console: Console, key: str, where: str, gaps: Sequence[str]) -> None:
    """It is there already; `gaps` are the fields that it still needs."""
    _say(console, f"It is there already: {escape(f'[{key}]')} in {escape(where)}.")
    if gaps:
        fix = f"Fill in {_listed(gaps)} there; until then the posts that cite it are held."
        _say(console, f"[yellow]It is not finished.[/] {fix}")
        _say(console, "Or delete the entry, and type the command again.")
    _paste(console, key, "")


def tell_written(
    console: Console, key: str, entry: Entry, found: Found, where: str, lang: str
) -> None:
    """What was written and what is left to do. `lang` is that of the practice."""
    _say(console, f"Wrote {escape(f'[{key}]')} into {escape(where)}.")
    for line in _remarks(found):
        _say(console, f"[yellow]{escape(line)}[/]")
    if entry.missing:
        _tell_gaps(console, entry, found)
    _paste(console, key, _by_identifier(entry))
    if entry.missing:
        return
    _say(console, "\nReaders will see:")
    _say(console, f"  {escape(plain_reference(entry.as_source(key), lang))}")
    _say(console, "\nCompare it with the work itself: registries have mistakes, too.")


def _tell_gaps(console: Console, entry: Entry, found: Found) -> None:
    _say(console, f"[yellow]It is not finished:[/] {escape(_why_gaps(found))}")
    held = "until then the posts that cite it are held"
    _say(console, f"Fill in {_listed(entry.missing)}, where it says TODO; {held}.")


def _why_gaps(found: Found) -> str:
    silent: dict[str, list[str]] = {}
    for answer in found.silent:
        silent.setdefault(answer.what, []).append(answer.service)
    told = [f"no answer from {_listed(services)} ({what})" for what, services in silent.items()]
    page = found.page
    if page and page.verdict not in {Verdict.OK, Verdict.MOVED}:
        told.append(f"{page.url}: {page.what or page.verdict}")
    if found.asked.kind == "isbn":
        told.append("nobody is asked about books by their ISBN")
    return "; ".join(told) + "." if told else "nobody told all of it."


def _remarks(found: Found) -> Iterator[str]:
    """What the writer should know of the work before citing it."""
    for seen in found.updates:
        if seen.verdict in _CAREFUL:
            by = f" ({', '.join(seen.by)})" if seen.by else ""
            yield f"Take care: {seen.what}{by}."
    if any(record.is_notice for record in found.records):
        yield "It is the notice of a retraction or concern, not the paper itself."
    if found.renamed:
        yield f"Its DOI was replaced by {found.renamed}, which is written."
    if found.page and found.page.superseded:
        yield f"The page says: “{found.page.superseded}”"
    if found.asked.url and found.asked.kind in REGISTERED and found.records:
        yield f"It is cited by its {found.asked.kind.upper()}, which outlasts addresses."
    if found.records and found.silent and not _is_all_told(found):
        silent = ", ".join(dict.fromkeys(answer.service for answer in found.silent))
        yield f"No answer from {silent}: check-sources asks again, also for retractions."


def _is_all_told(found: Found) -> bool:
    return any(a.reply is Reply.FOUND and a.record and a.record.title for a in found.answers) and (
        all(answer.what == "it has no record of it" for answer in found.silent)
    )


def _by_identifier(entry: Entry) -> str:
    for kind in (*REGISTERED, "isbn"):
        value = entry.fields.get(kind)
        if value and not set("[] ") & set(str(value)):
            return f"[@{kind}:{value}]"
    return ""


def _paste(console: Console, key: str, other: str) -> None:
    _say(console, "\nBehind the sentence that rests on it, write:")
    _say(console, f"  {escape(f'[@{key}]')}" + (f"   or   {escape(other)}" if other else ""))


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _say(console: Console, markup: str) -> None:
    console.print(markup, highlight=False, soft_wrap=True)
