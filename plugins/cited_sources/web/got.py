"""One response, as far as it was read. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from multidict import MultiMapping

from plugins.cited_sources.web.decoding import decoded
from plugins.cited_sources.web.pages import Page, read_page
from plugins.cited_sources.web.shells import sends_to
from plugins.cited_sources.web.soft_gone import says_gone
from plugins.cited_sources.web.trips import REDIRECTS
from plugins.cited_sources.web.walls import is_wall

TOO_MANY = 429
_PDF = b"%PDF-"
_HTML = ("text/html", "application/xhtml+xml")
_REFRESH = (b"refresh", b"Refresh", b"REFRESH")


@dataclass(frozen=True, slots=True)
class Got:
    """A response, as far as it was read."""

    status: int
    headers: MultiMapping[str]
    """Found by any case of a name."""
    data: bytes = b""
    """The beginning of the body, unpacked."""
    is_whole: bool = True

    @property
    def location(self) -> str | None:
        """Where a redirect leads; None for any other response."""
        return self.headers.get("Location") if self.status in REDIRECTS else None

    @property
    def may_pass(self) -> bool:
        """Whether another attempt may get another answer."""
        return self.status == TOO_MANY or 500 <= self.status < 600

    @property
    def is_html(self) -> bool:
        """A page, by its type or, without one, by its first bytes."""
        kind = self.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        looks = self.data[:1024].lstrip().lower().startswith((b"<!doctype html", b"<html"))
        return (kind in _HTML or looks) and not self.is_pdf

    @property
    def is_pdf(self) -> bool:
        """By its first bytes, as browsers do; a wall may call itself a PDF."""
        return _PDF in self.data[:1024]


def is_walled(got: Got) -> bool:
    """Whether the response is a test for people, which no second attempt passes."""
    text, page = page_of(got)
    return is_wall(page.title, text, got.headers, page.heading)


def page_of(got: Got) -> tuple[str, Page]:
    """The text and the parts of a page; empty for anything else."""
    if not got.is_html:
        return "", Page()
    text = decoded(got.data, got.headers.get("Content-Type", ""))
    return text, read_page(text)


def refresh_of(got: Got) -> str:
    """Where a page without text sends browsers on (meta refresh); empty for any other, and for
    walls and pages that say they are gone: those are what a check is looking for."""
    is_page = got.status == 200 and got.is_html
    if not is_page or not any(word in got.data for word in _REFRESH):
        return ""
    text, page = page_of(got)
    is_told = is_wall(page.title, text, got.headers, page.heading)
    return "" if is_told or says_gone(page.title, page.heading) else sends_to(text)
