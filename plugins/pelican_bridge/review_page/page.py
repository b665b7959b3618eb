"""A review page as bytes: one HTML file that asks nobody for anything and needs no script."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.pelican_bridge.review_page.parts import ReviewView
from plugins.pelican_bridge.review_page.style import style_of
from plugins.practice.settings import Practice


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Where an approval is sent, in the preview."""

    action: str
    token: str
    """Stands in the file; the server puts its own there."""
    signed: bool
    """Whether approvals must be signed, which no form can."""


def review_page(view: ReviewView, practice: Practice, form: Form | None = None) -> bytes:
    """The page; with a form in the preview, with lines to sign on in a file."""
    return _printed("review.html", practice, view.asked.short, view=view, form=form)


def printed(template: str, practice: Practice, **values: object) -> bytes:
    """Another page that looks like it."""
    return _printed(template, practice, "", **values)


def _printed(template: str, practice: Practice, short_hash: str, **values: object) -> bytes:
    page = _environment().get_template(template)
    style = style_of(practice, short_hash)
    return page.render(practice=practice, style=style, **values).encode(errors="replace")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["capitalize_first"] = _capital
    return environment


def _capital(words: str) -> str:
    """A sentence from the words of a problem: Jinja's own filter would lower all the others."""
    return words[:1].upper() + words[1:].removesuffix(".")
