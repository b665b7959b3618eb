"""content/practice.toml into a `Practice`, with every mistake told at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from plugins.practice.fields import (
    Parser,
    UnfitError,
    color,
    email,
    flag,
    listed,
    localized,
    one_of,
    phone,
    positive,
    shown,
    site_url,
    slug,
    text,
    web_address,
    whole_number,
)
from plugins.practice.looks import LOOKS
from plugins.practice.problems import Problem, Severity
from plugins.practice.schemas import as_is
from plugins.practice.settings import (
    WEEKDAYS,
    Brand,
    CustomNetwork,
    Named,
    NetworkChoice,
    Plan,
    Practice,
    ReviewSettings,
    SourceSettings,
    TrustedDomain,
)
from plugins.practice.settings import Place as PracticePlace
from plugins.practice.source_fields import DOMAIN, SERVICES, SOURCES, domain
from plugins.practice.tables import Field, Place, read_table
from plugins.practice.time_fields import day, hours, time_of_day, time_zone
from plugins.practice.toml_files import read_toml_file
from plugins.practice.words import LANGUAGES

FILE = "practice.toml"

_TABLES = (
    Field("practice", as_is, "it says who you are", "add a table [practice]"),
    Field(
        "places",
        as_is,
        "patients must know where you are and when you are open",
        "add [[places]] with id, name, street, city, and below it [places.hours]",
    ),
    Field(
        "topics",
        as_is,
        "every post belongs to a topic",
        'add a table for each, like [topics.heart] with name = "Heart"',
    ),
    *(
        Field(name, as_is)
        for name in (
            "services",
            "networks",
            "schedulers",
            "plan",
            "brand",
            "sources",
            "review",
            "demonstration",
        )
    ),
)

_PRACTICE = (
    Field("name", text, "it stands on every page"),
    Field("short_name", text),
    Field("site_url", site_url, "feeds and graphics need the site's full address"),
    Field("languages", listed(one_of(LANGUAGES)), "the first one is the site's own language"),
    Field("time_zone", time_zone, "dates and hours are meant in it"),
    Field("phone", phone, "patients must know whom to call"),
    Field("email", email),
    Field("tagline", localized),
    Field("after_hours", localized),
)

_PLACE = (
    Field("id", slug, "notices name the place by it"),
    *(Field(name, text, "patients must find you") for name in ("name", "street", "city")),
    *(Field(name, text) for name in ("region", "postal_code", "country")),
    Field("phone", phone),
    Field("hours", as_is, "patients must know when you are open"),
)

_HOURS = tuple(
    Field(
        weekday, hours, "patients must know when you are open", 'write "08:00-17:00", or "closed"'
    )
    for weekday in WEEKDAYS
)
_NAMED = (Field("name", localized, "readers see it"), Field("description", localized))
_NETWORK = (
    Field("profile", web_address),
    Field("handle", text),
    Field("hashtags", listed(text)),
    Field("board", text),
)
_CHARACTERS = Field("characters", positive)
_CUSTOM_NETWORK = (
    Field("label", text, "it is the name that people know"),
    _CHARACTERS,
    *(Field(name, positive) for name in ("title_characters", "alt_characters")),
    Field("unit", text),
    Field("most_hashtags", whole_number),
    Field("links", text),
    Field("pictures", listed(text)),
    Field("tone", text),
    *(Field(name, flag) for name in ("emoji", "phone", "names_us", "feed")),
    *(Field(name, text) for name in ("source", "read")),
)
"""Beside those of `_NETWORK`."""

_PLAN = (
    Field("days", listed(one_of(WEEKDAYS))),
    Field("times", listed(time_of_day)),
    Field("per_week", positive),
    Field("time_zone", time_zone),
    Field("reshare", flag),
)
_BRAND = (
    Field("look", one_of(tuple(LOOKS))),
    Field("color", color),
    Field("logo", text),
    Field("photo", text),
)
_REVIEW = (
    Field("level", one_of(("standard", "strict"))),
    Field("block", listed(text)),
    Field("signed", flag),
    Field("federal_funds", flag),
)
_DEMONSTRATION = (Field("today", day, "the demonstration lives on a fixed day"),)
_SCHEDULERS = (Field("use", listed(text)), Field("free", listed(text)))


def read_practice_file(path: Path) -> tuple[Practice | None, list[Problem]]:
    """The practice, or None when a mistake in the file keeps it from being known."""
    raw, lines, problems = read_toml_file(path, FILE)
    if raw is None:
        return None, problems
    reader = _Reader(lines, problems)
    tables = reader.table(raw, _TABLES, "")
    who = reader.table(tables.get("practice", {}), _PRACTICE, "practice")
    rest = _rest(tables, reader)
    if any(problem.blocks for problem in reader.problems):
        return None, reader.problems
    who.setdefault("short_name", who["name"])
    return _in_own_language(Practice(**who, **rest, lines=lines)), reader.problems  # type: ignore[arg-type]  # the tables above say the types


_ID_PARSERS: Mapping[str, Parser[str]] = {"networks": text, "sources.domains": domain}
"""Where an id is no slug."""


@dataclass
class _Reader:
    """Reads table after table of the file and gathers the problems."""

    lines: Mapping[str, int]
    problems: list[Problem] = field(default_factory=list)

    def table(self, raw: object, fields: Sequence[Field], name: str) -> dict[str, object]:
        place = Place(FILE, self.lines, name, unknown=Severity.BLOCK)
        values, problems = read_table(raw, fields, place)
        self.problems += problems
        return values

    def named(
        self, raw: object, fields: Sequence[Field], name: str
    ) -> dict[str, dict[str, object]]:
        """A table of tables, like [topics.heart]: the values by id."""
        if not isinstance(raw, Mapping):
            self.table(raw, fields, name)
            return {}
        for key in raw:
            self._check_id(str(key), name)
        return {str(key): self.table(inner, fields, f"{name}.{key}") for key, inner in raw.items()}

    def _check_id(self, key: str, name: str) -> None:
        """An id stands in addresses and file names."""
        try:
            _ID_PARSERS.get(name, slug)(key)
        except UnfitError as unfit:
            place = Place(FILE, self.lines, name)
            why = "it stands in addresses"
            what = f"`{name}` has the id {shown(key)}"
            self.problems.append(place.problem(key, "unfit-field", what, why, unfit.fix))


def _rest(tables: Mapping[str, object], reader: _Reader) -> dict[str, object]:
    """Everything but the [practice] table, as the arguments of `Practice`."""
    topics = reader.named(tables.get("topics", {}), _NAMED, "topics")
    services = reader.named(tables.get("services", {}), _NAMED, "services")
    networks, custom = _networks(tables.get("networks", {}), reader)
    brand = reader.table(tables.get("brand", {}), _BRAND, "brand")
    review = reader.table(tables.get("review", {}), _REVIEW, "review")
    schedulers = reader.table(tables.get("schedulers", {}), _SCHEDULERS, "schedulers")
    plan = reader.table(tables.get("plan", {}), _PLAN, "plan")
    rest: dict[str, object] = {
        "places": _places(tables.get("places", []), reader),
        "topics": {key: _named(key, row) for key, row in topics.items()},
        "services": {key: _named(key, row) for key, row in services.items()},
        "networks": networks,
        "custom_networks": custom,
        "sources": _sources(tables.get("sources", {}), reader),
        "plan": Plan(**plan),  # type: ignore[arg-type]  # _PLAN says the types
        "brand": Brand(**brand),  # type: ignore[arg-type]  # _BRAND says the types
        "schedulers": schedulers.get("use", ()),
        "free_schedulers": schedulers.get("free", ()),
        "review": ReviewSettings(**review),  # type: ignore[arg-type]  # _REVIEW says the types
    }
    if "demonstration" in tables:
        day_table = reader.table(tables["demonstration"], _DEMONSTRATION, "demonstration")
        rest["demonstration_today"] = day_table.get("today")
    return rest


def _networks(
    raw: object, reader: _Reader
) -> tuple[dict[str, NetworkChoice], dict[str, CustomNetwork]]:
    """The networks in use, those of the practice's own last, and what the latter accept."""
    tables = dict(raw) if isinstance(raw, Mapping) else raw
    own = tables.pop("custom", {}) if isinstance(tables, dict) else {}
    rows = reader.named(tables, (*_NETWORK, _CHARACTERS), "networks")
    own_rows = reader.named(own, (*_NETWORK, *_CUSTOM_NETWORK), "networks.custom")
    choices = [field.name for field in _NETWORK]
    chosen = rows | {key: _part(row, choices) for key, row in own_rows.items()}
    described = {
        key: {name: value for name, value in row.items() if name not in choices}
        for key, row in own_rows.items()
        if "label" in row
    }
    return (
        {key: NetworkChoice(name=key, **row) for key, row in chosen.items()},  # type: ignore[arg-type]  # _NETWORK says the types
        {key: CustomNetwork(name=key, **row) for key, row in described.items()},  # type: ignore[arg-type]  # _CUSTOM_NETWORK says the types
    )


def _sources(raw: object, reader: _Reader) -> SourceSettings:
    values = reader.table(raw, SOURCES, "sources")
    services = reader.table(values.pop("services", {}), SERVICES, "sources.services")
    rows = reader.named(values.pop("domains", {}), DOMAIN, "sources.domains")
    domains = {
        key.lower(): TrustedDomain(domain=key.lower(), **row)  # type: ignore[arg-type]  # DOMAIN says the types
        for key, row in rows.items()
        if len(row) == len(DOMAIN)
    }
    return SourceSettings(**values, services=services, domains=domains)  # type: ignore[arg-type]  # SOURCES says the types


def _part(row: Mapping[str, object], names: Sequence[str]) -> dict[str, object]:
    return {name: row[name] for name in names if name in row}


def _named(key: str, row: Mapping[str, object]) -> Named:
    return Named(id=key, name=row.get("name", {}), description=row.get("description", {}))  # type: ignore[arg-type]  # _NAMED says the types


def _places(raw: object, reader: _Reader) -> tuple[PracticePlace, ...]:
    if not isinstance(raw, list) or not all(isinstance(row, Mapping) for row in raw):
        table = Place(FILE, reader.lines, "places")
        why = "patients must know where you are and when you are open"
        what, fix = "`places` is no list of tables", "write [[places]], with two brackets"
        reader.problems.append(table.problem("", "unfit-field", what, why, fix))
        return ()
    places = [_place(row, f"places.{index}", reader) for index, row in enumerate(raw)]
    found = [place for place in places if place is not None]
    for index, known in enumerate(found):
        if known.id in {earlier.id for earlier in found[:index]}:
            at = Place(FILE, reader.lines, f"places.{index}")
            why, fix = "notices could not tell them apart", "give each place an id of its own"
            what = f'two places have the id "{known.id}"'
            reader.problems.append(at.problem("id", "repeated-id", what, why, fix))
    return tuple(found)


def _place(row: object, name: str, reader: _Reader) -> PracticePlace | None:
    before = len(reader.problems)
    values = reader.table(row, _PLACE, name)
    week = reader.table(values.pop("hours", {}), _HOURS, f"{name}.hours")
    if len(reader.problems) > before:
        return None
    spans = tuple(week[weekday] for weekday in WEEKDAYS)
    return PracticePlace(**values, hours=spans)  # type: ignore[arg-type]  # _PLACE says the types


def _in_own_language(practice: Practice) -> Practice:
    """A text given without a language is in the site's own: its "" key becomes that language."""

    def own(words: Mapping[str, str]) -> dict[str, str]:
        return {lang or practice.lang: said for lang, said in words.items()}

    def named(table: Mapping[str, Named]) -> dict[str, Named]:
        return {
            key: Named(id=key, name=own(row.name), description=own(row.description))
            for key, row in table.items()
        }

    return replace(
        practice,
        tagline=own(practice.tagline),
        after_hours=own(practice.after_hours),
        topics=named(practice.topics),
        services=named(practice.services),
    )
