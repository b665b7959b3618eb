"""A made-up site with many addresses, whose truth is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice

from tests.cited_sources.extraction.forms import HTML, MARKDOWN, PLAIN, Form

_A_PAGE = 15


@dataclass(frozen=True, slots=True)
class MadeUpPage:
    """A file of the site with what it holds."""

    name: str
    text: str
    ids: Counter[tuple[str, str]]
    urls: Counter[str]


def made_up_site(addresses: int) -> list[MadeUpPage]:
    """Pages with at least so many addresses: the forms in turn, each with numbers of its own."""
    pages = [*_pages(MARKDOWN, "md", addresses // 2), *_pages(HTML, "html", addresses // 4)]
    return [*pages, *_pages(PLAIN, "md", addresses - sum(p.urls.total() for p in pages), "plain-")]


def _pages(
    forms: Sequence[Callable[[int], Form]], suffix: str, addresses: int, prefix: str = ""
) -> Iterator[MadeUpPage]:
    number, left = 0, addresses
    turn = cycle(forms)
    while left > 0:
        made = [form(number * _A_PAGE + index) for index, form in enumerate(islice(turn, _A_PAGE))]
        page = _page(f"{prefix}{number}.{suffix}", made)
        left -= page.urls.total()
        number += 1
        yield page


def _page(name: str, forms: list[Form]) -> MadeUpPage:
    return MadeUpPage(
        name,
        "\n\n".join(form.text for form in forms),
        Counter(found for form in forms for found in form.ids),
        Counter(url for form in forms for url in form.urls),
    )
