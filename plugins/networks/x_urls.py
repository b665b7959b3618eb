"""Where X and Mastodon see a link in a text.

After twitter-text 3.1.0 (Copyright 2018 Twitter, Inc., Apache-2.0): the same expressions,
character class by character class, so that we count what they count. The tests compare the two.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

TABLES = tomllib.loads(Path(__file__).with_name("x_text.toml").read_text(encoding="utf-8"))

_LONGEST_URL = 4096
_LONGEST_SLUG = 40
_LONGEST_LABEL = 63

_PUNCTUATION = r"!'#%&'()*+,\\\-./:;<=>?@\[\]^_{|}~$"
_SPACES = "\\x09-\\x0d\\x20\\x85\\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_INVALID = "\ufffe\ufeff\uffff"
_DIRECTION = "\u202a-\u202e\u061c\u200e\u200f\u2066\u2067\u2068\u2069"
_LATIN = (
    "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268\u026f"
    "\u0272\u0289\u028b\u02bb\u0300-\u036f\u1e00-\u1eff"
)
_CYRILLIC = "\u0400-\u04ff"

_LABEL = f"[^{_PUNCTUATION}{_SPACES}{_INVALID}{_DIRECTION}]"
_ENDS = "(?=[^0-9a-zA-Z@+-]|$)"
_TOP = f"(?:(?:(?:{TABLES['gtld']}){_ENDS})|(?:(?:{TABLES['cctld']}){_ENDS})|(?:xn--[-0-9a-z]+))"
_SUBDOMAIN = rf"(?:(?:{_LABEL}(?:[_-]|{_LABEL})*)?{_LABEL}\.)"
_DOMAIN_NAME = rf"(?:(?:{_LABEL}(?:-|{_LABEL})*)?{_LABEL}\.)"
_DOMAIN = f"(?:{_SUBDOMAIN}*{_DOMAIN_NAME}{_TOP})"

_PATH_CHAR = rf"[a-z{_CYRILLIC}0-9!*';:=+,.$/%#\[\]\-\u2013_~@|&{_LATIN}]"
_PARENS = rf"\((?:{_PATH_CHAR}+|(?:{_PATH_CHAR}*\({_PATH_CHAR}+\){_PATH_CHAR}*))\)"
_PATH_END = rf"(?:[+\-a-z{_CYRILLIC}0-9=_#/{_LATIN}]|(?:{_PARENS}))"
_PATH = f"(?:(?:{_PATH_CHAR}*(?:{_PARENS}{_PATH_CHAR}*)*{_PATH_END})|(?:@{_PATH_CHAR}+/))"
_QUERY = r"\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/]"
_BEFORE = f"(?:[^A-Za-z0-9@\uff20$#\uff03{_INVALID}]|[{_DIRECTION}]|^)"


class Span(NamedTuple):
    """A link in a text, as code point offsets: `text[start:end]`."""

    start: int
    end: int


@cache
def _url() -> re.Pattern[str]:
    return re.compile(
        f"(?P<before>{_BEFORE})(?P<url>(?P<protocol>https?://)?(?P<domain>{_DOMAIN})"
        f"(?::[0-9]+)?(?P<path>/{_PATH}*)?(?:{_QUERY})?)",
        re.IGNORECASE,
    )


@cache
def _latin_domain() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:[\-a-z0-9{_LATIN}]+)\.)+{_TOP}", re.IGNORECASE)


_SHORT_LINK = re.compile(rf"https?://t\.co/([a-z0-9]+)(?:{_QUERY})?", re.IGNORECASE)


def urls(text: str, *, without_protocol: bool = True) -> list[Span]:
    """The links of a text in NFC. `without_protocol`: bare domains are links too, as on X."""
    if ("." if without_protocol else ":") not in text:
        return []
    if text.isascii() or max(text) <= "\uffff":
        return _urls(text, without_protocol)
    units = _as_utf16(text)
    return [
        Span(_points(units[:start]), _points(units[:end]))
        for start, end in _urls(units, without_protocol)
    ]


def _as_utf16(text: str) -> str:
    """One character for each UTF-16 unit: twitter-text's expressions walk over those."""
    data = text.encode("utf-16-be", "surrogatepass")
    return "".join(chr(high << 8 | low) for high, low in zip(data[::2], data[1::2], strict=True))


def _points(units: str) -> int:
    """How many code points the units are."""
    return sum(not "\udc00" <= unit <= "\udfff" for unit in units)


def _urls(text: str, without_protocol: bool) -> list[Span]:
    found: list[Span] = []
    for match in _url().finditer(text):
        if not _is_possible(match):
            continue
        if match["protocol"]:
            found.extend(_with_protocol(match))
        elif without_protocol and not match["before"].endswith(("-", "_", ".", "/")):
            found.extend(_without_protocol(match))
    return found


def _is_possible(match: re.Match[str]) -> bool:
    domain, protocol = match["domain"], match["protocol"] or "https://"
    if domain.startswith("xn--") and not _latin_domain().search(domain):
        return False
    if not all(1 <= len(_ascii(label)) <= _LONGEST_LABEL for label in domain.split(".")):
        return False
    return len(protocol) + len(match["url"]) <= _LONGEST_URL


def _ascii(label: str) -> str:
    if label.isascii():
        return label
    whole = label.encode("utf-16-be", "surrogatepass").decode("utf-16-be", "surrogatepass")
    return "xn--" + whole.encode("punycode").decode("ascii")


def _with_protocol(match: re.Match[str]) -> Iterator[Span]:
    short = _SHORT_LINK.match(match["url"])
    if short is None:
        yield Span(*match.span("url"))
    elif len(short[1]) <= _LONGEST_SLUG:
        yield Span(match.start("url"), match.start("url") + short.end())


def _without_protocol(match: re.Match[str]) -> Iterator[Span]:
    """Only the part of a domain in Latin letters is a link; a path belongs to the last one."""
    start = match.start("domain")
    spans = [
        Span(start + found.start(), start + found.end())
        for found in _latin_domain().finditer(match["domain"])
    ]
    if spans and match["path"]:
        spans[-1] = Span(spans[-1].start, match.end("url"))
    yield from spans
