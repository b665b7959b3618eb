"""The part of schema.org that Housecall speaks, and a checker for it.

Release 30.0 (schema.org, read 2026-11-21). `python -m tests.structured_data.vocabulary FILE`
compares the tables with a schemaorg-current-https.jsonld of that or a later release.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit

PARENTS: Mapping[str, tuple[str, ...]] = {
    "Thing": (),
    "Action": ("Thing",),
    "SearchAction": ("Action",),
    "Intangible": ("Thing",),
    "EntryPoint": ("Intangible",),
    "Audience": ("Intangible",),
    "MedicalAudience": ("Audience",),
    "Person": ("Thing",),
    "Patient": ("MedicalAudience", "Person"),
    "Place": ("Thing",),
    "VirtualLocation": ("Intangible",),
    "StructuredValue": ("Intangible",),
    "ContactPoint": ("StructuredValue",),
    "PropertyValue": ("StructuredValue",),
    "PostalAddress": ("ContactPoint",),
    "OpeningHoursSpecification": ("StructuredValue",),
    "Organization": ("Thing",),
    "LocalBusiness": ("Place", "Organization"),
    "MedicalOrganization": ("Organization",),
    "MedicalBusiness": ("LocalBusiness",),
    "MedicalClinic": ("MedicalBusiness", "MedicalOrganization"),
    "Event": ("Thing",),
    "ItemList": ("Intangible",),
    "BreadcrumbList": ("ItemList",),
    "ListItem": ("Intangible",),
    "CreativeWork": ("Thing",),
    "Article": ("CreativeWork",),
    "ScholarlyArticle": ("Article",),
    "MedicalScholarlyArticle": ("ScholarlyArticle",),
    "Report": ("Article",),
    "Book": ("CreativeWork",),
    "Chapter": ("CreativeWork",),
    "CreativeWorkSeries": ("CreativeWork",),
    "Periodical": ("CreativeWorkSeries",),
    "Comment": ("CreativeWork",),
    "Question": ("Comment",),
    "Answer": ("Comment",),
    "SpecialAnnouncement": ("CreativeWork",),
    "WebSite": ("CreativeWork",),
    "WebPage": ("CreativeWork",),
    "MedicalWebPage": ("WebPage",),
    "FAQPage": ("WebPage",),
    "ProfilePage": ("WebPage",),
    "ContactPage": ("WebPage",),
}
"""Every type that may be used, with what it is a kind of."""

_DAY = ("Date", "DateTime")

PROPERTIES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "name": (("Thing",), ("Text",)),
    "url": (("Thing",), ("URL",)),
    "description": (("Thing",), ("Text",)),
    "image": (("Thing",), ("URL",)),
    "sameAs": (("Thing",), ("URL",)),
    "potentialAction": (("Thing",), ("Action",)),
    "target": (("Action",), ("EntryPoint",)),
    "urlTemplate": (("EntryPoint",), ("Text",)),
    "address": (("Place", "Organization"), ("PostalAddress",)),
    "streetAddress": (("PostalAddress",), ("Text",)),
    "addressLocality": (("PostalAddress",), ("Text",)),
    "addressRegion": (("PostalAddress",), ("Text",)),
    "postalCode": (("PostalAddress",), ("Text",)),
    "addressCountry": (("PostalAddress",), ("Text",)),
    "telephone": (("Place", "Organization"), ("Text",)),
    "subOrganization": (("Organization",), ("Organization",)),
    "openingHoursSpecification": (("Place",), ("OpeningHoursSpecification",)),
    "specialOpeningHoursSpecification": (("Place",), ("OpeningHoursSpecification",)),
    "dayOfWeek": (("OpeningHoursSpecification",), ("DayOfWeek",)),
    "opens": (("OpeningHoursSpecification",), ("Time",)),
    "closes": (("OpeningHoursSpecification",), ("Time",)),
    "validFrom": (("OpeningHoursSpecification",), _DAY),
    "validThrough": (("OpeningHoursSpecification",), _DAY),
    "honorificSuffix": (("Person",), ("Text",)),
    "jobTitle": (("Person",), ("Text",)),
    "knowsLanguage": (("Person",), ("Text",)),
    "worksFor": (("Person",), ("Organization",)),
    "about": (("CreativeWork",), ("Thing",)),
    "mentions": (("CreativeWork",), ("Thing",)),
    "mainEntity": (("CreativeWork",), ("Thing",)),
    "headline": (("CreativeWork",), ("Text",)),
    "text": (("CreativeWork",), ("Text",)),
    "keywords": (("CreativeWork",), ("Text",)),
    "audience": (("CreativeWork",), ("Audience",)),
    "author": (("CreativeWork",), ("Person", "Organization")),
    "translator": (("CreativeWork",), ("Person", "Organization")),
    "publisher": (("CreativeWork",), ("Person", "Organization")),
    "datePublished": (("CreativeWork",), (*_DAY, "PartialDate")),
    "dateModified": (("CreativeWork",), (*_DAY, "PartialDate")),
    "expires": (("CreativeWork",), _DAY),
    "inLanguage": (("CreativeWork",), ("Text",)),
    "citation": (("CreativeWork",), ("CreativeWork",)),
    "isPartOf": (("CreativeWork",), ("CreativeWork",)),
    "isbn": (("Book",), ("Text",)),
    "identifier": (("Thing",), ("PropertyValue",)),
    "propertyID": (("PropertyValue",), ("Text",)),
    "value": (("PropertyValue",), ("Text",)),
    "breadcrumb": (("WebPage",), ("BreadcrumbList",)),
    "lastReviewed": (("WebPage",), ("Date",)),
    "reviewedBy": (("WebPage",), ("Person",)),
    "acceptedAnswer": (("Question",), ("Answer",)),
    "datePosted": (("SpecialAnnouncement",), _DAY),
    "announcementLocation": (("SpecialAnnouncement",), ("LocalBusiness",)),
    "itemListElement": (("ItemList",), ("ListItem",)),
    "position": (("ListItem",), ("Integer",)),
    "item": (("ListItem",), ("URL",)),
    "startDate": (("Event",), _DAY),
    "endDate": (("Event",), _DAY),
    "eventAttendanceMode": (("Event",), ("EventAttendanceModeEnumeration",)),
    "location": (("Event",), ("Place", "VirtualLocation")),
    "organizer": (("Event",), ("Organization", "Person")),
}
"""Every property that may be used: on which types, with what as its value."""

OTHERWISE_DOCUMENTED = {
    ("item", "URL"),
    ("datePublished", "PartialDate"),
    ("dateModified", "PartialDate"),
}
"""Ranges that stand elsewhere: "url or thing" in Google's BreadcrumbList (read 2026-11); a year or
a month alone is a date in ISO 8601, which is all that schema.org asks of a Date."""

_MEMBERS = {
    "DayOfWeek": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "EventAttendanceModeEnumeration": [
        f"{mode}EventAttendanceMode" for mode in ("Offline", "Online", "Mixed")
    ],
}

_OFFSET = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
_JSON_LD = {"@type", "@id"}


def faults(data: Mapping[str, object]) -> list[str]:
    """Everything in a page's structured data that schema.org does not know, or not there."""
    assert data.keys() == {"@context", "@graph"}
    assert data["@context"] == "https://schema.org"
    top = data["@graph"]
    assert isinstance(top, list)
    types = {
        node["@id"]: node["@type"] for node in all_nodes(data) if {"@id", "@type"} <= set(node)
    }
    return [fault for node in top for fault in _faults_of(node, types)]


def all_nodes(value: object) -> Iterator[Mapping[str, object]]:
    """Every JSON object below `value`, the outermost first."""
    if isinstance(value, Mapping):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from all_nodes(part)


def ancestors(kind: str) -> set[str]:
    """A type with all that it is a kind of."""
    return {kind}.union(*(ancestors(parent) for parent in PARENTS[kind]))


def _faults_of(node: Mapping[str, object], types: Mapping[str, str]) -> Iterator[str]:
    kind = str(node.get("@type"))
    if kind not in PARENTS:
        yield f"unknown type {kind}"
        return
    for name, value in node.items():
        if name in _JSON_LD or (kind, name) == ("SearchAction", "query-input"):
            continue
        if name not in PROPERTIES:
            yield f"unknown property {kind}.{name}"
            continue
        domains, ranges = PROPERTIES[name]
        if not ancestors(kind) & set(domains):
            yield f"{name} does not belong on {kind}"
        for one in value if isinstance(value, list) else [value]:
            if not any(_is_in(one, allowed, types) for allowed in ranges):
                yield f"{kind}.{name}: {one!r} is none of {ranges}"
            if isinstance(one, Mapping) and "@type" in one:
                yield from _faults_of(one, types)


def _is_in(value: object, allowed: str, types: Mapping[str, str]) -> bool:
    if isinstance(value, Mapping):
        kind = str(value.get("@type") or types.get(str(value.get("@id"))))
        return kind in PARENTS and allowed in ancestors(kind)
    if isinstance(value, int):
        return allowed == "Integer" and not isinstance(value, bool)
    return isinstance(value, str) and bool(value.strip()) and _is_literal(value, allowed)


def _is_literal(value: str, allowed: str) -> bool:
    match allowed:
        case "Text":
            return True
        case "URL":
            return urlsplit(value).scheme in {"http", "https"} and bool(urlsplit(value).netloc)
        case "PartialDate":
            return re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", value) is not None
        case "Date":
            return re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None and _is_day(value)
        case "DateTime":
            return _OFFSET.fullmatch(value) is not None and _is_day(value)
        case "Time":
            return re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value) is not None
        case _:
            return value.removeprefix("https://schema.org/") in _MEMBERS.get(allowed, ())


def _is_day(value: str) -> bool:
    try:
        datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
    except ValueError:
        return False
    return True


def differences(official: Path) -> list[str]:
    """Where the tables say more than schema.org does."""
    known = {row["@id"]: row for row in json.loads(official.read_text("utf-8"))["@graph"]}
    found = []
    for kind, parents in PARENTS.items():
        above = _named(known.get(f"schema:{kind}", {}), "rdfs:subClassOf")
        found += [f"{kind} is no {parent}" for parent in parents if parent not in above]
        if f"schema:{kind}" not in known:
            found.append(f"no type {kind}")
    for name, (domains, ranges) in PROPERTIES.items():
        row = known.get(f"schema:{name}", {})
        stated = [("domainIncludes", domains), ("rangeIncludes", ranges)]
        for side, wanted in stated:
            more = set(wanted) - set(_named(row, f"schema:{side}"))
            found += [
                f"{name} {side} {extra}"
                for extra in sorted(more)
                if (name, extra) not in OTHERWISE_DOCUMENTED
            ]
        if "schema:supersededBy" in row:
            found.append(f"{name} is superseded")
    return found


def _named(row: Mapping[str, object], key: str) -> list[str]:
    value = row.get(key, [])
    rows = value if isinstance(value, list) else [value]
    return [str(one["@id"]).removeprefix("schema:") for one in rows]


if __name__ == "__main__":
    sys.stdout.write("\n".join(differences(Path(sys.argv[1]))) + "\n")
