"""Pages that answer "all is well" and say that something is gone. Pure.

Only the title and the first heading count, and only as a whole or between the marks that part a
title from the name of its site: an article "404 errors in hospital records" or "Not found: people
lost to follow-up" is there.
"""

from __future__ import annotations

import re

from yarl import URL

from plugins.cited_sources.web.phrases import is_in, parts_of, sayings, says, words_of

_CODES = frozenset({"404", "410"})
_CODE = "404"
_FOR_SALE = re.compile(r"(?:[\w-]+\.)+[\w-]{2,}\s(?:is|may be)\sfor\ssale\W*", re.IGNORECASE)
_LANGUAGE = r"(?:ar|de|en|es|fr|ht|it|ja|ko|nl|pl|pt|ru|vi|zh)(?:[-_][a-z]{2})?"
_END = r"(?:\.\w{2,5})?/?"
_HOME = re.compile(
    rf"/?(?:{_LANGUAGE}(?:/|$))?(?:(?:index|default|home|homepage|inicio|main){_END})?",
    re.IGNORECASE,
)

# A number may be the number of an article: as an error it stands at the root.
_ERROR_PATH = re.compile(
    rf"(?:/{_LANGUAGE})?/(?:errors?[/_-])?(?:error|error[-_]?page|404|410)(?:[-_](?:error|page))?{_END}"
    rf"|(?:.*/)?(?:(?:page[-_]?)?not[-_]?found|pagina[-_]?no[-_]?encontrada){_END}",
    re.IGNORECASE,
)


def says_gone(title: str, heading: str) -> str:
    """The words of the title or heading with which a page says so; empty where it does not."""
    parts = parts_of(title)
    if found := next((one for one in (*parts, *parts_of(heading)) if _is_plain(one)), ""):
        return found.strip()
    # A page that is about a 404 (a code of ICD-9, a room) has the number in its title too.
    if words_of(heading) == (_CODE,) and _CODE not in words_of(title):
        return heading
    is_doubtful = any(map(_is_doubtful, parts)) and _is_doubtful(heading)
    return title if is_doubtful or _is_doubtful(title) else ""


def _is_plain(part: str) -> bool:
    words = words_of(part)
    rest = ["page" if is_in("page", word) else word for word in words]
    rest = [word for word in rest if not is_in("filler", word) and word not in _CODES]
    if is_in("gone", " ".join(rest)):
        return True
    bare = " ".join(word for word in rest if not is_in("code_words", word))
    says_more = is_in("gone", bare) or is_in("with_code", bare) or (rest and not bare)
    return bool(says_more) and not _CODES.isdisjoint(words)


def _is_doubtful(part: str) -> bool:
    return is_in("doubtful", " ".join(words_of(part)))


def says_parked(title: str, heading: str) -> str:
    """The words with which a seller of domains says that the site is no more."""
    found = says("parked", title, heading)
    parts = (part.strip() for part in sayings(title, heading))
    return found or next((part for part in parts if _FOR_SALE.fullmatch(part)), "")


def leads_away(asked: URL, final: URL) -> str:
    """How a redirect lost the page, in words: to the home page of any host, an error page, a
    search page; empty where it did not. A home page that leads to another has lost nothing."""
    if _ERROR_PATH.fullmatch(final.path) and not _ERROR_PATH.fullmatch(asked.path):
        return "redirects to an error page"
    if _is_home(asked):
        return ""
    if _is_home(final):
        whose = "" if same_site(asked, final) else f" of {final.raw_host}"
        return f"redirects to the home page{whose}"
    return "redirects to a search page" if _is_search(final) and not _is_search(asked) else ""


def _is_search(url: URL) -> bool:
    parts = (part.partition(".")[0] for part in url.path.split("/") if part)
    return any(is_in("search", " ".join(words_of(part))) for part in parts)


def _is_home(url: URL) -> bool:
    return _HOME.fullmatch(url.path) is not None and not _names_page(url)


def _names_page(url: URL) -> bool:
    """Whether the query is the number of a page (/?p=123), not a language or a campaign."""
    pairs = url.query.items() if url.raw_query_string else ()
    return any(value.isdigit() and not name.startswith("utm_") for name, value in pairs)


def same_site(one: URL, other: URL) -> bool:
    """Whether both are the same host and port, with or without www."""
    return _bare(one) == _bare(other)


def _bare(url: URL) -> tuple[str, int | None]:
    port = None if url.is_default_port() else url.port
    return (url.raw_host or "").removeprefix("www."), port
