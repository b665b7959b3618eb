"""The services that are asked about cited works: one table; a practice can change the addresses."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from plugins.practice.settings import Practice

_FILE = Path(__file__).with_name("services.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A service and what it allows until its own response headers say otherwise."""

    label: str
    """The name that people know."""
    base: str
    """Its address, no slash at the end."""
    per_second: float
    at_once: int
    batch: int
    """How many identifiers one request may ask for."""
    source: str
    """Where the limits were read."""
    checked: str


@cache
def _table() -> Mapping[str, Service]:
    raw = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {name: Service(**row) for name, row in raw.items()}


def services_of(practice: Practice) -> Mapping[str, Service]:
    """Every service by name: doi, crossref, datacite, pubmed, pmc, wayback."""
    own = practice.sources.services
    return {name: replace(row, base=own.get(name, row.base)) for name, row in _table().items()}


def contact_of(practice: Practice) -> str:
    """The e-mail address that registries are told, so that they can write before they block."""
    return practice.sources.contact or practice.email


def user_agent(practice: Practice) -> str:
    """Who asks: a robot that says so, with a page about it. Many hosts refuse agents that do not
    begin as browsers do."""
    return f"Mozilla/5.0 (compatible; Housecall/1; +{practice.site_url}/sources-bot)"
