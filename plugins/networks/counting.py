"""How long a text is, as each network counts it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from plugins.networks.graphemes import clusters, is_emoji
from plugins.networks.rows import Unit
from plugins.networks.x_urls import TABLES, urls

URL_LENGTH = 23
"""What every link counts on X and Mastodon, in their units (both documentations, read 2026-11)."""

# twitter-text config/v3.json, read 2026-11: these code points weigh 100 of 100, all others 200.
_LIGHT = re.compile("[\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]")
_LIGHT_WEIGHT, _WEIGHT, _SCALE = 100, 200, 100

_X_REFUSES = re.compile("[\ufffe\ufeff\uffff]")

# Mastodon app/models/account.rb MENTION_RE: of "@user@host", only "@user" counts.
_MENTION = re.compile(
    r"(?<![=/\w])@([a-z0-9_]+(?:[a-z0-9_.-]+[a-z0-9_]+)?)(?:@[\w.-]+\w+)?", re.IGNORECASE
)


@lru_cache(maxsize=1024)  # a text is asked for again while it is fitted, told and checked
def count(text: str, unit: Unit) -> int:
    """The length of `text` in `unit`: what the network that uses this unit would say."""
    return _COUNTERS[unit](text)


def x_refuses(text: str) -> bool:
    """Whether X turns the text down for a character that it does not allow (a byte order mark)."""
    return _X_REFUSES.search(text) is not None


@cache
def _emoji() -> re.Pattern[str]:
    return re.compile(TABLES["emoji"])


def _count_x(text: str) -> int:
    text = unicodedata.normalize("NFC", text)
    total, position = 0, 0
    for start, end in urls(text):
        total += _weight(text[position:start]) + URL_LENGTH * _SCALE
        position = end
    # Half of a unit never comes up: every weight is a multiple of the scale.
    return (total + _weight(text[position:])) // _SCALE


def _weight(text: str) -> int:
    if text.isascii() and "\u20e3" not in text:
        return len(text) * _LIGHT_WEIGHT
    rest, emoji = _emoji().subn("", text)
    light = len(_LIGHT.findall(rest))
    return emoji * _WEIGHT + light * _LIGHT_WEIGHT + (len(rest) - light) * _WEIGHT


def _count_graphemes(text: str) -> int:
    return len(clusters(text))


def _count_mastodon(text: str) -> int:
    pieces, position = [], 0
    for start, end in urls(text, without_protocol=False):
        pieces += [_MENTION.sub(r"@\1", text[position:start]), "x" * URL_LENGTH]
        position = end
    pieces.append(_MENTION.sub(r"@\1", text[position:]))
    return len(clusters("".join(pieces)))


def _count_threads(text: str) -> int:
    emoji = (cluster for cluster in clusters(text) if is_emoji(cluster))
    return len(text) + sum(len(cluster.encode()) - len(cluster) for cluster in emoji)


def _count_utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _count_bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


_COUNTERS: Mapping[Unit, Callable[[str], int]] = {
    Unit.X: _count_x,
    Unit.GRAPHEMES: _count_graphemes,
    Unit.BYTES: _count_bytes,
    Unit.MASTODON: _count_mastodon,
    Unit.THREADS: _count_threads,
    Unit.UTF16: _count_utf16,
    Unit.CHARACTERS: len,
}
