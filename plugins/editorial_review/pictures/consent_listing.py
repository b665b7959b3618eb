"""Every consent with all that rests on it: what must be taken down when it is revoked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from plugins.editorial_review.pictures.consent_records import names_somebody
from plugins.editorial_review.pictures.consent_states import (
    ConsentState,
    ids_in,
    state_on,
    told_id,
)
from plugins.practice.review_records import Consent


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenCopy:
    """A copy of a post that a tool was given to post."""

    network: str
    scheduler: str
    at: str
    """When it is posted, as ISO 8601 has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentUse:
    """A post that rests on a consent, with every address where it stands or would stand."""

    uid: str
    file: str
    title: str
    state: str
    """"published", "held", ..."""
    consent: str
    """What stands in its `consent`."""
    is_online: bool
    """Whether it was online when the site was last deployed."""
    page: str
    pictures: tuple[str, ...]
    feeds: tuple[str, ...]
    networks: tuple[str, ...]
    """For which there is a text; somebody may have posted it by hand."""
    copies: tuple[GivenCopy, ...] = ()

    def as_row(self) -> dict[str, object]:
        """The use as `consents --json` tells it."""
        row: dict[str, object] = {
            name: getattr(self, name)
            for name in self.__slots__
            if name not in ("copies", "consent")
        }
        lists = {name: list(getattr(self, name)) for name in ("pictures", "feeds", "networks")}
        copies = [{n: getattr(copy, n) for n in copy.__slots__} for copy in self.copies]
        return {**row, **lists, "copies": copies}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedConsent:
    """A consent as it stands on a day."""

    id: str
    record: Consent | None
    """None: posts name it, and there is no such record."""
    state: ConsentState | None
    uses: tuple[ConsentUse, ...]

    @property
    def scope(self) -> str:
        """What may be shown; nothing where the words seem to say who it is."""
        scope = self.record.scope if self.record else ""
        return "" if names_somebody(scope) else scope

    @property
    def must_come_down(self) -> bool:
        """Whether something rests on it that may not be shown."""
        return bool(self.uses) and not (self.state and self.state.holds)

    def as_row(self) -> dict[str, object]:
        """The consent as `consents --json` tells it."""
        record = self.record
        return {
            "id": told_id(self.id),
            "state": self.state.value if self.state else "unknown",
            "kind": record.kind if record else "",
            "scope": self.scope,
            "channels": list(record.channels) if record else [],
            "signed": record.signed.isoformat() if record else None,
            "expires": record.expires.isoformat() if record else None,
            "revoked": record.revoked.isoformat() if record and record.revoked else None,
            "custodian": record.custodian if record else "",
            "uses": [use.as_row() for use in self.uses],
        }


def list_consents(
    records: Mapping[str, Consent], uses: Iterable[ConsentUse], today: date
) -> tuple[ListedConsent, ...]:
    """What must come down first, then by the day on which they expire; also ids that posts name
    and that no record has."""
    by_id: dict[str, list[ConsentUse]] = {name: [] for name in records}
    for use in uses:
        for name in ids_in(use.consent):
            by_id.setdefault(name, []).append(use)
    listed = [_listed(name, records.get(name), found, today) for name, found in by_id.items()]
    return tuple(sorted(listed, key=_most_urgent))


def _listed(
    name: str, record: Consent | None, uses: Iterable[ConsentUse], today: date
) -> ListedConsent:
    state = state_on(record, today) if record else None
    return ListedConsent(id=name, record=record, state=state, uses=tuple(uses))


def _most_urgent(listed: ListedConsent) -> tuple[bool, date, str]:
    expires = listed.record.expires if listed.record else date.min
    return not listed.must_come_down, expires, listed.id
