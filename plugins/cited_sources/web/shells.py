"""Pages with nothing on them: empty, filled by a script, or sending browsers on. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from plugins.cited_sources.web.pages import metas, plain, visible, without

_LITTLE = 200
"""Characters: "Loading", "Please enable JavaScript", "Click here if you are not redirected"."""
_ENOUGH = 64 << 10
_SOON = 5
"""Seconds after which a page that sends browsers on is no page of its own."""
_SCRIPTED = re.compile(
    r"""<(div|main) id=["']?(?:root|app|__next|__nuxt|___gatsby)["']?[^<>]{0,200}>\s{0,50}</\1>"""
    r"|<app-root[^<>]{0,200}>\s{0,50}</app-root>"
)
_SENT = re.compile(
    r"""\s{0,9}(\d{0,4})(?:\.\d{0,9})?\s{0,9}[;,\s]\s{0,9}(?:url\s{0,9}=\s{0,9})?["']?([^"']+)""",
    re.IGNORECASE,
)


def is_scripted(text: str) -> bool:
    """Whether the page is an empty frame that a script fills in the browser."""
    return _SCRIPTED.search(text) is not None


def is_bare(text: str, *, has_scripts: bool = True) -> bool:
    """Whether people read hardly anything on the page before its scripts have run; without scripts,
    nothing. Its title and what it says to browsers without scripts do not count."""
    read = plain(without(_shown(text), "<title", "</title")).strip()
    return len(read) <= _LITTLE if has_scripts else not any(map(str.isalnum, read))


def sends_to(text: str) -> str:
    """Where a page with hardly any text sends browsers on at once (meta refresh, up to 5 seconds);
    empty for any other."""
    if "refresh" not in text[:_ENOUGH].lower():
        return ""
    found = (_SENT.match(one.get("content", "")) for one in metas(_shown(text)) if _refreshes(one))
    there = next((one[2].strip() for one in found if one and int(one[1] or 0) <= _SOON), "")
    return there if there and is_bare(text) else ""


def _refreshes(fields: Mapping[str, str]) -> bool:
    return fields.get("http-equiv", "").strip().lower() == "refresh"


def _shown(text: str) -> str:
    return without(visible(text[:_ENOUGH]), "<noscript", "</noscript")
