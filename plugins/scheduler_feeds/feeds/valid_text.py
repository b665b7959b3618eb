"""Texts as XML and JSON can carry them."""

from __future__ import annotations

import re

# The Char production of XML 1.0, turned round: controls, halves of pairs and two non-characters.
# Editors and word processors leave such characters in pasted text; a parser refuses the whole file.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# C1 controls are never meant: they are curly quotes and dashes of a Windows text, read wrongly.
_WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}

_LINE_END = re.compile("\r\n?")


def valid_text(text: str) -> str:
    """The text without characters that no feed may hold, its lines ending in "\\n"."""
    return _NOT_XML.sub("", _LINE_END.sub("\n", text).translate(_WINDOWS))


def valid_line(text: str) -> str:
    """The text on one line, for titles."""
    return " ".join(valid_text(text).split())
