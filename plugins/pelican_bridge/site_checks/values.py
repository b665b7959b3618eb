"""Values that hold addresses among other things: srcset, meta refresh, style sheets.

As the HTML standard (image candidates, declarative refresh) and CSS Syntax 3 read them. Nothing
here may take time that grows fast with the length: any value comes in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SPACE = " \t\n\r\f"
_TO_COMMA = re.compile(r"(?:[^,(]|\([^)]*\)?)*")
_WORD = re.compile(r"[^ \t\n\r\f]+")
_REFRESH = re.compile(r"\s*[0-9.]+\s*[;,]?\s*(?:url\s*=)?", re.ASCII | re.IGNORECASE)


def one_address(value: str) -> Iterator[str]:
    """The value is the address."""
    yield value


def spaced_addresses(value: str) -> Iterator[str]:
    """Several, with spaces between them (`ping`)."""
    yield from value.split()


def srcset_addresses(value: str) -> Iterator[str]:
    """The address of every candidate: "small.jpg 400w, large.jpg 800w"."""
    position = 0
    while found := _WORD.search(value, position):
        position, address = found.end(), found[0].lstrip(",")
        if address.endswith(","):
            yield address.rstrip(",")
        elif address:
            yield address
            descriptors = _TO_COMMA.match(value, position)
            position = descriptors.end() if descriptors else position


def refresh_addresses(value: str) -> Iterator[str]:
    """The address of <meta http-equiv="refresh" content="5; url=/there/">, where it has one."""
    wait = _REFRESH.match(value)
    address = value[wait.end() :].strip(_SPACE) if wait else ""
    if address[:1] in {'"', "'"}:
        address = address[1:].partition(address[0])[0]
    if address:
        yield address


_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_NAMED = re.compile(
    r"""(?:\burl\(\s*|@import\s+)(?:"(?P<double>[^"\n]*)"|'(?P<single>[^'\n]*)')"""
    r"""|\burl\(\s*(?P<bare>[^"'()\s]+)\s*\)""",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))")


def style_addresses(style: str) -> Iterator[str]:
    """Every url(...) and @import of a style sheet or a style attribute."""
    return (address for address, _ in placed_style_addresses(style))


def placed_style_addresses(style: str) -> Iterator[tuple[str, int]]:
    """The same, each with its line in the style sheet."""
    if "url(" not in style.lower() and "@import" not in style.lower():
        return
    line, position = 1, 0
    style = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), style)
    for found in _NAMED.finditer(style):
        line += style.count("\n", position, found.start())
        position = found.start()
        yield _ESCAPE.sub(_unescaped, next(one for one in found.groups() if one is not None)), line


def _unescaped(escape: re.Match[str]) -> str:
    number = int(escape[1] or "0", 16)
    if escape[1] is None:
        return escape[2]
    return chr(number) if 0 < number <= 0x10FFFF and not 0xD800 <= number < 0xE000 else "\ufffd"
