"""I-01 for consents.toml itself: it names nobody, and only channels that there are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from plugins.editorial_review.pictures.consent_rule import SITE
from plugins.editorial_review.pictures.consent_states import fault_of_id
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Setting
from plugins.networks.own_networks import networks_of
from plugins.practice.consent_rows import CONSENTS_FILE
from plugins.practice.fields import did_you_mean
from plugins.practice.problems import Severity
from plugins.practice.review_records import Consent

_FRESH = "take the id that `consents` prints; write it into the posts and onto the signed form, too"

_HONORIFIC = re.compile(r"\b(?:Mrs?|Ms|Miss|Sra?|Srta|Don|Doña)\b\.?\s{1,3}[A-ZÁÉÍÓÚÑ]")
_NAME_PAIR = re.compile(
    r"\b([A-ZÁÉÍÓÚÑ][a-záéíóúñ]{1,30})\s([A-ZÁÉÍÓÚÑ][a-záéíóúñ]{1,30}|[A-Z]\.)(?!\w)"
)
_OWNER = re.compile(r"(?<=[a-z,] )[A-ZÁÉÍÓÚÑ][a-záéíóúñ]{1,30}[’']s\b")
_DIGITS = re.compile(r"\d{5,}")


def check_records(setting: Setting) -> Iterator[Found]:
    """Records that tell who it is, and channels that nobody knows."""
    known = {SITE, *networks_of(setting.practice)}
    staff = {word for person in setting.people.values() for word in re.findall(r"\w+", person.name)}
    staff |= set(re.findall(r"\w+", setting.practice.name))
    for consent in setting.records.consents.values():
        yield from _id(consent)
        yield from _scope(consent, staff)
        yield from _channels(consent, known)


def _found(consent: Consent, what: str, fix: str, severity: Severity | None = None) -> Found:
    return Found(at=consent.line, file=CONSENTS_FILE, what=what, fix=fix, severity=severity)


def _id(consent: Consent) -> Iterator[Found]:
    """An id must be such that nobody can guess a person from it; it is never quoted."""
    if fault := fault_of_id(consent.id):
        yield _found(consent, f"the id of this record {fault}", _FRESH)


def _scope(consent: Consent, staff: set[str]) -> Iterator[Found]:
    if names_somebody(consent.scope, staff):
        what = "the `scope` of this record seems to name a person, or holds a long number"
        yield _found(consent, what, "say what may be shown, and not whom: the form has the name")


def names_somebody(scope: str, staff: Collection[str] = ()) -> bool:
    """Whether the words of a record seem to tell who it is; `staff`: names that may stand there."""
    pairs = _NAME_PAIR.finditer(scope)
    return any(not {pair[1], pair[2].rstrip(".")} & {*staff} for pair in pairs) or any(
        found.search(scope) for found in (_HONORIFIC, _OWNER, _DIGITS)
    )


def _channels(consent: Consent, known: set[str]) -> Iterator[Found]:
    for channel in consent.channels:
        if channel not in known:
            what = f'`channels` has "{channel[:40]}", and there is no such network'
            fix = did_you_mean(channel, sorted(known))
            yield _found(consent, what, fix, Severity.WARN)
