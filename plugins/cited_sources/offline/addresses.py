"""A web address as it stands in Markdown, in HTML and in running text."""

from __future__ import annotations

import html
import re

from plugins.cited_sources.offline.stretches import ENTITY, TRAILING, stretch_at

_IN_HTML = re.compile(r"(?:href|src|cite)\s{0,2}=\s{0,2}[\"']$", re.IGNORECASE)
_IN_MARKDOWN = re.compile(r"(?:\]\(\s{0,3}|\]:[ \t]{1,8})<?$")
_TITLE = re.compile(r"\s{1,9}(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}')?\s{0,9}(?:\)|$)", re.MULTILINE)
_WITH_SPACES = re.compile(r"[^()\n<>]{0,500}")
_LONGEST = 20_000
"""Characters of an address in quotes; nothing as long is one."""


def address_at(text: str, start: int) -> tuple[str, int]:
    """The address that begins at `start`, and where the walk stopped.

    Where its end is marked, as in a link, punctuation before the mark is its own.
    """
    before = text[max(0, start - 16) : start]
    if _IN_HTML.search(before):
        end = text.find(before[-1], start, start + _LONGEST)
        if end > 0:
            return ENTITY.sub(lambda found: html.unescape(found[0]), text[start:end]), end
    found, at = stretch_at(text, start)
    if _IN_MARKDOWN.search(before):
        return _destination(text, found, at)
    is_marked = before.endswith("<") and text[at : at + 1] == ">"
    return (found if is_marked else found.rstrip(TRAILING)), at


def _destination(text: str, found: str, at: int) -> tuple[str, int]:
    """The address of a Markdown link, whose title is none of it; spaces in it belong to it."""
    if text[at : at + 1] in ("", ")", ">", "\n") or _TITLE.match(text, at):
        return found, at
    if text[at] in " \t" and (rest := _WITH_SPACES.match(text, at)):
        return (found + rest[0]).rstrip(), rest.end()
    return found.rstrip(TRAILING), at
