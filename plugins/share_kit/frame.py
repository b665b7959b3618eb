"""The frame of every page of the kit: one look, one header, one script, no request to anywhere."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.practice.colours import mix
from plugins.practice.dates import weekday_and_day
from plugins.practice.looks import Look, look_of
from plugins.practice.settings import Practice
from plugins.share_graphics.colours import readable, schemes

LANG = "en"
"""The kit speaks English to the person who posts; what readers see is in its own language."""

_ROOM = Path(__file__).parent
_PAGES: Mapping[str, str] = {
    "index.html": "Posts",
    "profiles/index.html": "Profiles",
    "replies.html": "Replies",
    "closures/index.html": "Closed",
    "calendar.ics": "Calendar file",
}
"""What the header can lead to, by path in the kit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What all pages of the kit have in common."""

    practice: Practice
    today: date
    font: bytes = b""
    """A WOFF2 file for headings; empty: the system's font."""
    pages: frozenset[str] = frozenset()
    """Paths in the kit that the header leads to, beside its first page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Door:
    """A link of the header."""

    label: str
    href: str
    is_here: bool


def kit_frame(
    template: str,
    path: str,
    frame: Frame,
    *,
    styles: Sequence[str] = (),
    scripts: Sequence[str] = (),
    **values: object,
) -> bytes:
    """A page that stands at `path` in the kit: "profiles/index.html".

    `template` extends base.html; it, `styles` and `scripts` are files of templates/ ("post.html")
    or of the room ("profiles/page.html"). Every page has base.css and copy.js already. Templates
    have `root` to begin the path of a file of the kit with ("../"), besides their own `values`.
    """
    root = "../" * path.count("/")
    script = "".join(_source(name) for name in ("copy.js", *scripts))
    page = (
        _environment()
        .get_template(template)
        .render(
            practice=frame.practice,
            day=weekday_and_day(frame.today, LANG),
            year=frame.today.year,
            root=root,
            doors=_doors(path, root, frame.pages),
            colours=_colours(look_of(frame.practice.brand)),
            font=b64encode(frame.font).decode(),
            styles="".join(_source(name) for name in ("base.css", *styles)),
            script=script,
            script_hash=b64encode(sha256(script.encode()).digest()).decode(),
            **values,
        )
    )
    return page.encode(errors="replace")


def bare_page(template: str, **values: object) -> bytes:
    """A page without the kit's look, to be printed."""
    return _environment().get_template(template).render(**values).encode(errors="replace")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader([_ROOM / "templates", _ROOM]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _source(name: str) -> str:
    """A file of templates/ or of the room, as it is."""
    environment = _environment()
    assert environment.loader  # it was made with one
    return environment.loader.get_source(environment, name)[0]


def _doors(path: str, root: str, pages: frozenset[str]) -> list[_Door]:
    """The links of the header; none where there is nowhere to go."""
    there = pages | {"index.html", path}
    doors = [
        _Door(label=label, href=f"{root}{page}", is_here=page == path)
        for page, label in _PAGES.items()
        if page in there
    ]
    return doors if len(doors) > 1 else []


def _colours(look: Look) -> Mapping[str, str]:
    """The look's colours, each text colour readable on every ground that it stands on."""
    brand = schemes(look)["brand"]
    return {
        "paper": look.paper,
        "surface": look.surface,
        "ink": look.ink,
        "muted": readable(look.tint, (look.muted, look.ink)),
        "brand": brand.ground,
        "on-brand": brand.title,
        "link": readable(look.tint, (look.brand, look.ink)),
        "tint": look.tint,
        "accent": look.accent,
        "alert": readable(look.tint, (look.alert, look.ink)),
        "line": mix(look.ink, look.paper, 0.86),
        "edge": mix(look.ink, look.paper, 0.46),
    }
