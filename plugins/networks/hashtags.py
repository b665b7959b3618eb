"""Hashtags: which words a network takes for one, and how they are best spelled."""

from __future__ import annotations

import re
import unicodedata

# Signs that belong to the letter before them, as vowels do in Hindi; `\w` leaves them out.
_MARKS = "".join(chr(n) for n in range(0x300, 0x1E00) if unicodedata.category(chr(n))[0] == "M")
_LETTERS = rf"[\w{_MARKS}]"

_WORDS = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*")
_TAG = re.compile(rf"(?<![\w/&#])#({_LETTERS}*[^\W\d_]{_LETTERS}*)")

LONGEST = 64
"""Characters of the longest hashtag that every network takes (Bluesky's format, read 2026-11)."""


def is_hashtag(tag: str) -> bool:
    """Whether a word without its # works as a hashtag: letters and digits, one letter at least."""
    has_letter = any(character.isalpha() for character in tag)  # "¼" is a word, but no letter
    return has_letter and len(tag) <= LONGEST and _TAG.fullmatch(f"#{tag}") is not None


def camel_case(tag: str) -> str:
    """The tag with a capital on each word, so that screen readers read the words: "FluSeason"."""
    return "".join(word[0].upper() + word[1:] for word in _WORDS.findall(tag))


def hashtags_in(text: str) -> tuple[str, ...]:
    """The hashtags that stand in a text, without their #."""
    return tuple(_TAG.findall(text))
