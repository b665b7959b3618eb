"""Words from elsewhere inside our Markdown: they are read as words, whatever they hold.

GitHub's Markdown is CommonMark with links of bare addresses, @mentions and #references added.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from plugins.cited_sources.consequences.foreign_text import one_line

_PUNCTUATION = re.compile(r"([!\"#$&()*+.:<=>@\[\\\]^_`{|}~])")
"""Every mark of ASCII can be escaped (CommonMark, section 2.4); what is escaped begins nothing. The
others mean something only where a line begins, and ours never begins with foreign words."""

_NO_WIDTH = "\u200b"
_CALLS = re.compile(r"(?:\\[@#]|\bGH-)(?=\w)", re.IGNORECASE)
"""GitHub looks for people and issues once the Markdown is read: escaping alone does not help."""

_ADDRESS = "!#$&'*+,/:;=?@~%-._"
"""What may stand in the target of a link as it is; brackets, quotes and spaces may not."""


def plain(text: str, most: int = 200) -> str:
    """The text as Markdown that shows just these words, in one line."""
    escaped = _PUNCTUATION.sub(r"\\\1", one_line(text, most))
    return _CALLS.sub(lambda call: call[0] + _NO_WIDTH, escaped)


def link(address: str, text: str = "") -> str:
    """A link to an address of the web; anything else becomes plain words."""
    target = _target(address)
    shown = plain(text or address.removeprefix("https://").removeprefix("http://"), 100)
    return f"[{shown}](<{target}>)" if target else plain(address)


def _target(address: str) -> str:
    try:
        parts = urlsplit(address)
        fits = parts.scheme in {"http", "https"} and bool(parts.hostname) and not parts.username
    except ValueError:
        return ""
    if not fits or len(address) > 2_000 or any(char < " " for char in address):
        return ""
    return quote(address, safe=_ADDRESS)
