"""The style of a review page: the theme's own, so that patients' pages look as they will, and what
the rest of the page needs beyond it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from markupsafe import Markup

from plugins.pelican_bridge.review_page.patient_view import THEME
from plugins.pelican_bridge.review_page.pictures import font_url
from plugins.pelican_bridge.site_files import look_css
from plugins.practice.looks import look_of
from plugins.practice.settings import Practice

_STATIC = THEME / "static"
_OWN = Path(__file__).parent / "templates" / "review.css"
_URL = re.compile(r"url\(\s*[\"']?([^\"')]{1,500})[\"']?\s*\)")
_IMPORT = re.compile(r"@import[^;]{0,500};")
_LETTER = frozenset({"US", "CA", "MX", "PH", "PR"})
"""Countries whose paper is Letter; that of the others is A4."""


def style_of(practice: Practice, short_hash: str) -> Markup:
    """The content of the page's style element. Every sheet of paper carries the hash, so that the
    sheets that somebody signs belong together."""
    country = practice.places[0].country if practice.places else "US"
    paper = "letter" if country in _LETTER else "A4"
    sheet = (
        f"@page {{ size: {paper}; margin: 16mm 16mm 20mm; "
        f'@bottom-left {{ content: "Text {short_hash}"; }} '
        '@bottom-right { content: "Page " counter(page) " of " counter(pages); } }'
    )
    look = look_css(look_of(practice.brand))
    return Markup(
        "\n".join((_theme(), look, _OWN.read_text(encoding="utf-8"), sheet))
    )  # our own files


@cache
def _theme() -> str:
    """The theme's style with its files inside, and without any address."""
    text = (_STATIC / "style.css").read_text(encoding="utf-8")
    return _URL.sub(_inside, _IMPORT.sub("", text)).replace("</", "<\\/")


def _inside(found: re.Match[str]) -> str:
    path = _STATIC / found[1]
    is_font = path.suffix == ".woff2" and path.is_file()
    return f'url("{font_url(path) if is_font else "data:,"}")'
