"""A site of 20,000 links, 986 of them broken: the same bytes on every machine."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from random import Random

PAGES, LINKS_A_PAGE = 200, 100
LINKS = PAGES * LINKS_A_PAGE
BROKEN = 986
_MENU = 30
"""The first links of every page, which are never broken: menu and footer."""
_PARTS, _PICTURES = 8, 40
_TEXT = "Wash your hands with soap for at least twenty seconds, and call us before you come. "

_GOOD = (
    '<a href="../page-{page}/">{text}</a>',
    '<a href="/section-{section}/page-{page}/index.html">{text}</a>',
    '<a href="/section-{section}/page-{page}/#part-{part}">{text}</a>',
    '<a href="#part-{part}">{text}</a>',
    '<img src="/images/picture-{picture}.jpg" alt="{text}">',
)
_BAD = (
    '<a href="../page-gone-{number}/">{text}</a>',
    '<a href="/section-gone/page-{number}/index.html">{text}</a>',
    '<a href="/section-{section}/page-{page}/#part-gone-{number}">{text}</a>',
    '<a href="#part-gone-{number}">{text}</a>',
    '<img src="/images/picture-gone-{number}.jpg" alt="{text}">',
)

_NUMBER = re.compile(r"gone(?:-|/page-)(\d+)")


def write_site(folder: Path) -> None:
    """Writes the site into an empty folder. Every broken address is another one."""
    dice = Random(986)
    places = [n for n in range(LINKS) if n % LINKS_A_PAGE >= _MENU]
    broken = frozenset(dice.sample(places, BROKEN))
    _write_pictures(folder / "images")
    (folder / "index.html").write_text(_page("Home", _menu(), dice), encoding="utf-8")
    for page in range(PAGES):
        numbers = range(page * LINKS_A_PAGE + _MENU, (page + 1) * LINKS_A_PAGE)
        links = [_link(number, number in broken, page, dice) for number in numbers]
        file = folder / f"section-{page % 10}" / f"page-{page}" / "index.html"
        file.parent.mkdir(parents=True)
        file.write_text(_page(f"Page {page}", _menu() + links, dice), encoding="utf-8")


def found_in(addresses: Iterable[str]) -> int:
    """How many of the broken links these addresses are, less those that are not broken at all.

    Each is counted once, in whatever form a program tells it.
    """
    numbers = [_NUMBER.search(address) for address in addresses]
    return len({found[1] for found in numbers if found}) - numbers.count(None)


def _write_pictures(folder: Path) -> None:
    folder.mkdir()
    for number in range(_PICTURES):
        (folder / f"picture-{number}.jpg").write_bytes(b"\xff\xd8\xff\xd9")


def _menu() -> list[str]:
    return [f'<a href="/section-{n % 10}/page-{n}/">Page {n}</a>' for n in range(_MENU)]


def _link(number: int, is_broken: bool, page: int, dice: Random) -> str:
    """The link of a number; a relative one stays in the section of its page."""
    kind = number % len(_GOOD)
    section = page % 10
    other = dice.randrange(PAGES // 10) * 10 + section
    return (_BAD if is_broken else _GOOD)[kind].format(
        page=other,
        section=section,
        part=dice.randrange(_PARTS),
        picture=dice.randrange(_PICTURES),
        number=number,
        text=f"Link {number}",
    )


def _page(title: str, links: list[str], dice: Random) -> str:
    headings = [f'<h2 id="part-{n}">Part {n}</h2>' for n in range(_PARTS)]
    parts = [f"<p>{link} {_TEXT * dice.randint(1, 2)}</p>" for link in links]
    body = "\n".join([*headings, *parts])
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>'
        f"\n</head>\n<body>\n<h1>{title}</h1>\n{body}\n</body>\n</html>\n"
    )
