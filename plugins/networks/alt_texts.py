"""Alt texts as short as a network wants them, the lead fact kept."""

from __future__ import annotations

from plugins.networks.counting import count
from plugins.networks.rows import Limit
from plugins.practice.sentences import sentences

_MORE = "…"


def fit_alt(alt: str, limit: Limit | None) -> str:
    """The alt text whole, else its first sentences, else its first words, within the limit."""
    if limit is None or _holds(alt, limit):
        return alt
    return _longest(sentences(alt), limit, end="") or _longest(alt.split(), limit, end=_MORE)


def _longest(pieces: list[str], limit: Limit, *, end: str) -> str:
    text = ""
    for piece in pieces:
        longer = f"{text} {piece}".lstrip()
        if not _holds(longer + end, limit):
            break
        text = longer
    return text + end if text else ""


def _holds(text: str, limit: Limit) -> bool:
    return count(text, limit.unit) <= limit.size
