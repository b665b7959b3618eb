"""What a page says of itself. Pure; found with plain searches, because a page is only looked at
for its title and a few marks, and may be any bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from plugins.cited_sources.identifiers import fault_of, without_trailing

_LONGEST_TITLE = 300
_SPACE = re.compile(r"\s+")
_LOOSE_MARK = re.compile(r" (?=[.,;:!?])")
_TAG = re.compile(r"<[^<>]*>")
_META = re.compile(r"<meta\b[^<>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""\b(name|content|http-equiv)\s{0,5}=\s{0,5}(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.I
)
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_OWN = {"citation_doi": "doi", "prism.doi": "doi", "dc.identifier": "doi", "citation_pmid": "pmid"}
_SPOT = re.compile(
    r"""[\s"'/](?:id|name)\s{0,5}=\s{0,5}(?:"([^"]{1,250})"|'([^']{1,250})'|([^\s>"'=<`]{1,250}))""",
    re.IGNORECASE,
)

# A sentence about the page itself: NICE, USPSTF, CDC and others put it at the top of what they
# have replaced. "Has been updated" alone says nothing: most pages are updated in place.
_SUPERSEDED = re.compile(
    r"(?:this|these|the content of this)\s(?:[\w-]{1,40}\s){0,3}?"
    r"(?:guidelines?|guidance|recommendations?|statements?|page|document|publication|version|"
    r"article|topic|review|content|site|resource)\s"
    r"(?:has|have)\s(?:now\s|since\s)?been\s"
    r"(?:(?:updated\sand\s)?(?:replaced|superseded|withdrawn|retired|archived)|updated\sby)\b"
    r"[^.!?]{0,200}[.!?]?"
    r"|(?:esta|este|estas|estos)\s(?:[\w-]{1,40}\s){0,2}?"
    r"(?:guías?|recomendaci(?:ón|ones)|página|documento|publicación|versión|artículo|contenido)\s"
    r"(?:ha|han)\ssido\s(?:reemplazad|sustituid|retirad|archivad)[oa]s?\b[^.!?]{0,200}[.!?]?",
    re.IGNORECASE,
)
_MAY_BE_SUPERSEDED = (" been ", " sido ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The parts of a page that a check looks at."""

    title: str = ""
    heading: str = ""
    """The first h1 that has words."""
    identifiers: tuple[tuple[str, str], ...] = ()
    superseded: str = ""
    """The sentence in which it says that it was replaced or withdrawn."""


def read_page(text: str) -> Page:
    """The parts of a page; empty where it has none."""
    lowered = text.lower()
    return Page(
        title=_element(text, lowered, "title"),
        heading=_element(text, lowered, "h1"),
        identifiers=_identifiers(text, lowered),
        superseded=_superseded(text),
    )


def _element(text: str, lowered: str, name: str) -> str:
    """The words of the first element of a name that has any."""
    if len(lowered) != len(text):  # a few letters grow in lower case: İ
        lowered = text
    start = 0
    while (start := lowered.find(f"<{name}", start)) >= 0:
        opened = lowered.find(">", start)
        end = lowered.find(f"</{name}", opened)
        if opened < 0 or end < 0:
            return ""
        after = lowered[start + len(name) + 1]
        if (after == ">" or after.isspace()) and (words := _words(text[opened + 1 : end])):
            return words
        start = end
    return ""


def _words(markup: str) -> str:
    words = plain(markup[: _LONGEST_TITLE * 20]).strip()
    return "".join(c for c in words if c.isprintable())[:_LONGEST_TITLE]


def plain(markup: str) -> str:
    """Without tags, and one space for any number of them."""
    return _SPACE.sub(" ", unescape(_TAG.sub(" ", markup)))


def _identifiers(text: str, lowered: str) -> tuple[tuple[str, str], ...]:
    if not any(name in lowered for name in _OWN):
        return ()
    found = map(_identifier, metas(text))
    return tuple(dict.fromkeys(pair for pair in found if pair[1]))


def metas(text: str) -> Iterator[Mapping[str, str]]:
    """The name, content and http-equiv of each meta element, by their names in lower case."""
    for tag in _META.findall(text):
        found = _ATTRIBUTE.finditer(tag)
        yield {m[1].lower(): unescape(m[2] or m[3] or m[4] or "") for m in found}


def _identifier(fields: Mapping[str, str]) -> tuple[str, str]:
    kind = _OWN.get(fields.get("name", "").lower(), "")
    value = fields.get("content", "").strip()
    if kind == "doi":
        doi = _DOI.search(value)
        value = without_trailing(doi[0]).lower() if doi else ""
    return kind, value if kind and value and not fault_of(kind, value) else ""


def _superseded(text: str) -> str:
    if not any(mark in text for mark in _MAY_BE_SUPERSEDED):
        return ""
    found = _SUPERSEDED.search(plain(visible(text)))
    return _LOOSE_MARK.sub("", found[0]).strip() if found else ""


def places(text: str) -> frozenset[str]:
    """The ids and names that a #fragment can lead to."""
    return frozenset(unescape(m[1] or m[2] or m[3]) for m in _SPOT.finditer(visible(text)))


def visible(text: str) -> str:
    """Without comments and scripts."""
    text = without(text, "<!--", "-->")
    return without(without(text, "<script", "</script"), "<style", "</style")


def without(text: str, opening: str, closing: str) -> str:
    """Without what stands between two marks, as often as they do."""
    kept, *parts = text.split(opening)
    return kept + "".join(part.partition(closing)[2] for part in parts)
