"""The table of known publishers and their domains; domains.toml says what it is and is not."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("domains.toml")
_PARTS = re.compile(r"[,;:()/]| [-–—] ")
_NO_WORD = re.compile(r"[^\w\s]")
_SAME_WORDS = {"&": " and ", "united states": "us", "u.s.": "us", "u.s": "us"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What the table says of a domain and all below it."""

    domain: str
    publisher: str = ""
    """Empty where only the kind is known (.gov)."""
    tier: int
    hosts: bool = False
    """Whether works of others stand there: a library, an archive."""
    preprints: bool = False
    """Whether what stands there was not reviewed yet."""
    why_not: str = ""
    """Why it must not be cited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """An organisation that the table names."""

    name: str
    tier: int
    domains: tuple[str, ...]
    names: tuple[str, ...]
    """Every name that it goes by, as `plain_name` writes them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainTable:
    """domains.toml, read."""

    checked: str
    rows: Mapping[str, Row]
    suffixes: Mapping[str, Row]
    publishers: Mapping[str, Publisher]
    """By each of their names."""

    def row_of(self, host: str) -> Row | None:
        """The row of the longest part of a host that has one; a suffix holds below itself only."""
        for level in levels_of(host):
            if level in self.suffixes and level != host:
                return self.suffixes[level]
            if level in self.rows:
                return self.rows[level]
        return None

    def publisher_named(self, text: str) -> Publisher | None:
        """The known organisation that a text names, as a whole or in one of its parts."""
        for part in (text, *_PARTS.split(text)):
            if found := self.publishers.get(plain_name(part)):
                return found
        return None


def levels_of(host: str) -> Iterator[str]:
    """The host and the domains that it lies in: "a.b.org", "b.org", "org"."""
    while host:
        yield host
        host = host.partition(".")[2]


def plain_name(text: str) -> str:
    """A name as it is compared: lower case, words only, no "the" in front."""
    folded = text.casefold()
    for written, meant in _SAME_WORDS.items():
        folded = folded.replace(written, meant)
    return " ".join(_NO_WORD.sub(" ", folded).split()).removeprefix("the ")


@cache
def domain_table() -> DomainTable:
    """The table that comes with Housecall."""
    raw = tomllib.loads(FILE.read_text(encoding="utf-8"))
    rows: dict[str, Row] = {}
    publishers: dict[str, Publisher] = {}
    for tier in raw["tiers"]:
        for entry in tier["publishers"]:
            publisher = _publisher(entry, tier["tier"])
            publishers |= dict.fromkeys(publisher.names, publisher)
            rows |= {domain: _row(domain, entry, tier["tier"]) for domain in entry["domains"]}
    for entry in raw["denied"]:
        rows |= {d: Row(domain=d, tier=5, why_not=entry["why"]) for d in entry["domains"]}
    return DomainTable(
        checked=raw["checked"],
        rows=rows,
        suffixes={s: Row(domain=s, tier=tier) for s, tier in raw["suffixes"].items()},
        publishers=publishers,
    )


def _publisher(entry: Mapping[str, object], tier: int) -> Publisher:
    name, also = str(entry["name"]), entry.get("also", [])
    names = (name, *also)  # type: ignore[misc]  # a list of texts, as the file has it
    return Publisher(
        name=name,
        tier=tier,
        domains=tuple(entry["domains"]),  # type: ignore[arg-type]  # as above
        names=tuple(plain_name(str(n)) for n in names),
    )


def _row(domain: str, entry: Mapping[str, object], tier: int) -> Row:
    return Row(
        domain=domain,
        publisher=str(entry["name"]),
        tier=tier,
        hosts=bool(entry.get("hosts")),
        preprints=bool(entry.get("preprints")),
    )
