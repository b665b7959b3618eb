"""A field's text as it is posted: one line, decoded, with characters that can be posted only."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from plugins.practice.sentences import plain

# Only whole entities: an address with "&copy=1" in it means what it says.
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

_BREAKS = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
# Control characters, halves of surrogate pairs, and the marks for which X turns a text down.
_UNPOSTABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


@lru_cache(maxsize=2048)  # the same few fields are asked for by every network
def spoken(text: str) -> str:
    """The text in one line: no citations and bold, entities as the characters that they mean."""
    return plain(_UNPOSTABLE.sub("", _BREAKS.sub(" ", decoded(text))))


def decoded(text: str) -> str:
    """The text with "&amp;", "&#8217;" and the like as characters, also when encoded twice."""
    while "&" in text:
        again = _ENTITY.sub(lambda match: unescape(match[0]), text)
        if again == text:
            break
        text = again
    return text


def says_something(text: str) -> bool:
    """Whether there is a letter or a digit in it: emoji alone tell nothing."""
    return any(character.isalnum() for character in text)
