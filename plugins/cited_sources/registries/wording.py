"""Titles as registries hold them, made plain: no markup, entities or broken encodings."""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"</?[A-Za-z][\w:.-]*(?:\s[^<>]*)?/?>")
_ROUNDS = 2
"""Some titles are escaped twice."""
_MOJIBAKE = re.compile(r"[ÂÃâÎÏ][\u0080-\u00bf\u2018-\u203a\u20ac\u2122\u0152-\u0192\u02c6\u02dc]")


def plain_title(text: str) -> str:
    """The title in one line, as it is read: "CO2 &amp; <i>E. coli</i>" is "CO2 & E. coli"."""
    for _ in range(_ROUNDS):
        text = _TAG.sub("", html.unescape(text))
    return " ".join(text.split())


def without_stop(title: str) -> str:
    """PubMed ends titles with a full stop and puts translated ones in brackets."""
    title = title.removesuffix(".") if not title.endswith("..") else title
    inside = title[1:-1]
    if title.startswith("[") and title.endswith("]") and "[" not in inside:
        return inside.removesuffix(".")
    return title


def with_subtitle(title: str, subtitle: str) -> str:
    """Both in one line, once."""
    if not subtitle or subtitle.casefold() in title.casefold():
        return title
    return f"{title}{' ' if title.endswith(('?', '!', ':')) else ': '}{subtitle}"


def mended(text: str) -> str:
    """UTF-8 that somebody read as Windows-1252 before depositing it, read as it was meant."""
    if not _MOJIBAKE.search(text):
        return text
    try:
        return b"".join(_byte_of(letter) for letter in text).decode("utf-8")
    except UnicodeError:
        return text


def _byte_of(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeError:
        return letter.encode("latin-1")
