"""The bytes of a page as text. Any bytes become some text; nothing raises."""

from __future__ import annotations

import codecs
import re

_CONTENT_TYPE = re.compile(r"charset\s{0,5}=\s{0,5}[\"']?([\w.:-]{2,30})", re.IGNORECASE)
_META = re.compile(rb"<meta[^>]{0,200}charset\s{0,5}=\s{0,5}[\"']?([\w.:-]{2,30})", re.IGNORECASE)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Python knows codecs that are no charset of the web, and some are slow by design.
_CHARSETS = re.compile(
    r"utf-?(?:8|16)(?:-?[lb]e)?|us-ascii|ascii|latin-?1|iso-?8859-\d{1,2}|(?:windows-|cp)125\d|"
    r"gb2312|gbk|gb18030|big5|shift[_-]jis|euc-(?:jp|kr)|koi8-[ru]",
    re.IGNORECASE,
)

# What browsers take these names for (WHATWG Encoding Standard).
_BROWSERS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252"}


def decoded(data: bytes, content_type: str) -> str:
    """The text, by the byte order mark, the header, the page's own word, else UTF-8 or what
    Windows wrote before it."""
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(charset, "replace")
    said = _CONTENT_TYPE.search(content_type)
    name = said[1] if said else _said_inside(data)
    if _CHARSETS.fullmatch(name):
        try:
            return data.decode(_BROWSERS.get(name.lower(), name), "replace")
        except LookupError:
            pass
    return _guessed(data)


def _said_inside(data: bytes) -> str:
    found = _META.search(data, 0, 4096)
    return found[1].decode("ascii", "replace") if found else ""


def _guessed(data: bytes) -> str:
    # A cut may fall into a letter, so the end need not be whole.
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
    return data.decode("utf-8", "replace")
