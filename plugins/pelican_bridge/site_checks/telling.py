"""What leads nowhere, as problems: each address once, with the pages on which it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from plugins.pelican_bridge.markdown_parts import heading_anchor
from plugins.pelican_bridge.site_checks.addresses import Fault
from plugins.pelican_bridge.site_checks.broken import Broken
from plugins.pelican_bridge.site_checks.links import Use
from plugins.practice.posts import Document
from plugins.practice.problems import Problem, Severity

_NAMED_FILES = 3
_LONGEST = 160
"""Characters of an address that are told."""
_MEND = "mend the address where it is written: in the text, in practice.toml or in the theme"


class _Words(NamedTuple):
    """A fault in words. `{near}` is the file that is meant or that lacks the place."""

    what: str
    fix: str = _MEND
    near: str = ""
    """The fix when something near is known."""


_FAULTS: dict[Fault, _Words] = {
    Fault.MISSING: _Words(
        "which is not on the site",
        near='write it as it is on the site: "{near}"; hosts tell capitals from small letters',
    ),
    Fault.NO_INDEX: _Words(
        "a folder that has no page of its own", "link to a page or a file in that folder"
    ),
    Fault.NO_PLACE: _Words(
        "but that page has no such place",
        near="mend the part after #, or the heading that it leads to, on {near}",
    ),
    Fault.OUTSIDE: _Words(
        "which leads out of the site",
        "write fewer ../, or the path with the site's folder in front; "
        "to another site, write the full address",
    ),
    Fault.UNREADABLE: _Words(
        "which no browser can read as an address", "write the full address: https://www.example.org"
    ),
    Fault.ONE_COMPUTER: _Words(
        "which lies on one computer only", "put the file on the site, and link to it there"
    ),
    Fault.EMPTY: _Words("an empty address", "write the address, or delete the element"),
}

_WHY = {
    Use.LINKS: "readers get lost",
    Use.LOADS: "a part of the page is missing",
    Use.SENDS: "what readers send gets lost",
    Use.NAMES: "programs that follow it find nothing",
}


def told(broken: Iterable[Broken], documents: Mapping[str, Document]) -> list[Problem]:
    """A problem for each fault of each place.

    `documents`: what was printed into a file of the site, by the path of that file. An address
    that stands in the text of one is told there, where a writer mends it.
    """
    same: dict[tuple[str, Fault], list[Broken]] = {}
    for one in broken:
        same.setdefault((one.verdict.where, one.verdict.fault), []).append(one)
    return [_problem(sorted(found, key=_is_feed), documents) for found in same.values()]


def _is_feed(one: Broken) -> bool:
    """Feeds repeat what pages say, so pages are told first."""
    return not one.file.endswith(".html")


def _problem(found: Sequence[Broken], documents: Mapping[str, Document]) -> Problem:
    first, verdict = found[0], found[0].verdict
    words = _FAULTS[verdict.fault]
    file, line = _written(found, documents) or (f"output/{first.file}", first.link.line)
    use = first.link.use
    subject = "file" if _is_feed(first) else "page"
    return Problem(
        rule="broken-link",
        severity=Severity.WARN,
        file=file,
        line=line,
        what=f"the {subject} {use} {_quoted(first.link.address)}, {words.what}{_others(found)}",
        why=_WHY[use],
        fix=words.near.format(near=verdict.hint) if verdict.hint and words.near else words.fix,
    )


def _quoted(address: str) -> str:
    """The address as far as a terminal can show it."""
    seen = "".join(one if one.isprintable() else "\ufffd" for one in address[:_LONGEST])
    return f'"{seen}{"..." if len(address) > _LONGEST else ""}"'


def _others(found: Sequence[Broken]) -> str:
    """In how many more files the same stands, and in which."""
    files = list(dict.fromkeys(one.file for one in found))[1:]
    if not files:
        return ""
    named = ", ".join(f"output/{file}" for file in files[:_NAMED_FILES])
    more = ", ..." if len(files) > _NAMED_FILES else ""
    return f"; the same in {len(files)} other file{'s' if len(files) > 1 else ''}: {named}{more}"


def _written(found: Sequence[Broken], documents: Mapping[str, Document]) -> tuple[str, int] | None:
    """The content file and the line in which the address is written, where it can be known."""
    for one in found:
        document = documents.get(one.file)
        hit = document and _as_written(one.link.address).search(document.text)
        if document and hit:
            return document.file, document.text_line + document.text.count("\n", 0, hit.start())
    return None


def _as_written(address: str) -> re.Pattern[str]:
    """The address in Markdown or markup, or its fragment behind the name of another file."""
    fragment = unquote(address.partition("#")[2])
    heading = fragment.removeprefix(heading_anchor(""))
    places = "".join(f"|#{re.escape(part)}" for part in (fragment, heading) if part)
    return re.compile(rf"""(?:[(<"']{re.escape(address)}{places})(?=[)>"'\s]|$)""")
