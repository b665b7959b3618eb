"""What registries say of a work by its identifiers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from plugins.cited_sources.observation import Seen
from plugins.cited_sources.registries.comparing import compare_all
from plugins.cited_sources.registries.record import RegistryAnswer, Reply
from plugins.cited_sources.registries.retractions import updates_seen
from plugins.cited_sources.work import Work
from plugins.practice.source_checks import Verdict

KINDS = ("doi", "pmid", "pmcid")
AUTHORITY = {"doi": "doi.org", "pmid": "PubMed", "pmcid": "PMC"}
"""Who can say that an identifier does not exist. Crossref and DataCite know only their own DOIs:
asked alone, they would call the DOIs of every other agency unknown."""
SERVICES = frozenset({"doi.org", "Crossref", "DataCite", "PubMed", "PMC"})
"""Those that are asked, and whose silence leaves a question open. Retraction Watch is a file of
ours: it tells what was done to a work, never that it exists. And agencies whose records nobody here
can read are no outage."""
NAMES = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID"}


class Standing(Enum):
    """How far an identifier is proved."""

    PROVED = auto()
    """It is known, and whoever keeps its record has answered."""
    THERE = auto()
    """It is known, but who keeps its record was silent: is it the work that we mean, and does it
    still stand?"""
    MISSING = auto()
    UNTOLD = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Identified:
    """The identifiers of a work, as far as registries answered."""

    proved: tuple[str, ...] = ()
    seen: tuple[Seen, ...] = ()
    answered: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    title: str = ""


def identify(work: Work, answers: Sequence[RegistryAnswer]) -> Identified:
    """All that the answers say of a work. A guessed DOI proves, or says nothing."""
    compared = compare_all(work.source, answers) if work.source else ()
    if _guesses(work) and _is_another(compared):
        return identify(work, [answer for answer in answers if answer.kind != "doi"])
    standings = {kind: _standing(kind, answers) for kind in KINDS}
    known = tuple(kind for kind in KINDS if standings[kind] is Standing.PROVED)
    missing = tuple(_missing(work, answers, standings))
    silent = _silent(answers)
    open_question = () if known or missing else _open_question(work, standings, answers)
    proved = () if missing or _is_another(compared) else known
    return Identified(
        proved=proved,
        seen=(*missing, *compared, *_renamed(answers), *updates_seen(answers), *open_question),
        answered=_answered(answers, silent),
        silent=silent,
        title=_title(answers) if proved else "",
    )


def _title(answers: Sequence[RegistryAnswer]) -> str:
    return next((a.record.title for a in answers if a.record and a.record.title), "")


def _guesses(work: Work) -> bool:
    return bool(work.guessed_doi and not work.doi)


def _is_another(compared: Sequence[Seen]) -> bool:
    return any(seen.verdict is Verdict.WRONG_WORK for seen in compared)


def _silent(answers: Sequence[RegistryAnswer]) -> tuple[str, ...]:
    silent = (a.service for a in answers if a.reply is Reply.SILENT and a.service in SERVICES)
    return tuple(dict.fromkeys(silent))


def _answered(answers: Sequence[RegistryAnswer], silent: Sequence[str]) -> tuple[str, ...]:
    """Who left no question of theirs open."""
    heard = (a.service for a in answers if a.reply is not Reply.SILENT and a.service not in silent)
    return tuple(dict.fromkeys(heard))


def _standing(kind: str, answers: Sequence[RegistryAnswer]) -> Standing:
    told = [a for a in answers if a.kind == kind and a.service in SERVICES]
    found = [a for a in told if a.reply is Reply.FOUND]
    if found:
        has_record = any(a.record and a.record.title for a in found)
        return Standing.PROVED if has_record or not _silent(answers) else Standing.THERE
    denied = any(a.service == AUTHORITY[kind] and a.reply is Reply.MISSING for a in told)
    return Standing.MISSING if denied else Standing.UNTOLD


def _missing(
    work: Work, answers: Sequence[RegistryAnswer], standings: dict[str, Standing]
) -> Iterator[Seen]:
    """Identifiers that the work itself names, and that nobody knows."""
    for kind in KINDS:
        if standings[kind] is Standing.MISSING and getattr(work, kind):
            by = [a.service for a in answers if a.kind == kind and a.reply is Reply.MISSING]
            names = tuple(dict.fromkeys(by))
            what = f"{' and '.join(names)} know{'s' if len(names) == 1 else ''} no such"
            yield Seen(
                verdict=Verdict.NO_SUCH_ID, about=kind, what=f"{what} {NAMES[kind]}", by=names
            )


def _renamed(answers: Sequence[RegistryAnswer]) -> Iterator[Seen]:
    for answer in answers:
        if answer.renamed:
            yield Seen(
                verdict=Verdict.MOVED,
                about=answer.kind,
                what=f"its DOI was renamed to {answer.renamed}",
                by=(answer.service,),
                fix=answer.renamed,
            )


def _open_question(
    work: Work, standings: dict[str, Standing], answers: Sequence[RegistryAnswer]
) -> tuple[Seen, ...]:
    """What could not be told of the work's first identifier, without a word against it."""
    own = [kind for kind in KINDS if getattr(work, kind)]
    there = [kind for kind in own if standings[kind] is Standing.THERE]
    what = f"no answer from {_silent_words(answers)}"
    if there:
        what = f"its {NAMES[there[0]]} exists; {what}: title and retractions were not compared"
    return tuple(
        Seen(verdict=Verdict.UNVERIFIED, about=kind, what=what) for kind in (there or own)[:1]
    )


def _silent_words(answers: Sequence[RegistryAnswer]) -> str:
    """Who said nothing, and why: "Crossref (HTTP 503), PubMed"."""
    why = {a.service: a.what for a in answers if a.service in _silent(answers)}
    words = [f"{name} ({what})" if what else name for name, what in why.items()]
    return ", ".join(words) or "any registry"
