"""A text of which one thing after another is found and taken out, so that nothing counts twice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from plugins.practice.figures.figure import Figure

NUMBER = r"\d+(?:[.,]\d+)*(?!\d)"
BEGINS = r"(?<![^\W\d_])(?<![^\W\d_][-–‑])(?<!\d)(?<!\d[.,])"
"""Before a number: no letter, also not with a hyphen between, as in A1C and COVID-19."""

_TAKEN = "\0"

_PARTS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.33", "⅔": "0.67"}
_PART = re.compile(r"(?:(\d+)\s?)?([½¼¾⅓⅔])")
_SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u3000\t]")

# Addresses, with or without their scheme. A number with a full stop and no space behind it is none:
# "2.5.In".
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"]+"
    r"|(?<![\w@./-])(?!\d)[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.[A-Za-z]{2,24}(?![\w-])(?:/[^\s<>\"]*)?",
    re.IGNORECASE,
)

# What has digits but tells no number: links, sources, mail, names, hashtags, numbers of a list.
_NO_NUMBERS = re.compile(
    r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?\)|\[[@^](?:[^\[\]]|\[[^\[\]]*\])*\]"
    r"|(?<!\S)[^\s@]{1,200}@\S{1,200}|[@#]\w*[^\W\d_]\w*|\d\ufe0f?\u20e3|(?<!\d)24/7(?!\d)"
    r"|^\s*\d{1,2}[.)](?=\s)",
    re.MULTILINE,
)


@dataclass(slots=True)
class Reading:
    """A text with what was found in it so far."""

    text: str
    found: list[Figure] = field(default_factory=list)

    def take(
        self,
        pattern: re.Pattern[str],
        figures: Callable[[re.Match[str]], Iterable[Figure] | None],
    ) -> None:
        """Take out what matches and is a figure; None leaves it for other patterns."""

        def taken(match: re.Match[str]) -> str:
            made = figures(match)
            if made is None:
                return match[0]
            self.found.extend(made)
            return _TAKEN * len(match[0])

        self.text = pattern.sub(taken, self.text)


def reading_of(text: str) -> Reading:
    """The text with plain digits and spaces, without links and other things that tell no number."""
    text = _SPACES.sub(" ", unicodedata.normalize("NFC", text))
    for pattern in (_ADDRESS, _NO_NUMBERS):
        text = pattern.sub(lambda match: _TAKEN * len(match[0]), text)
    text = re.sub(r"[^\D0-9]", lambda match: str(unicodedata.digit(match[0])), text)
    text = _PART.sub(lambda match: str(int(match[1] or 0) + Decimal(_PARTS[match[2]])), text)
    return Reading(text.replace("\n", _TAKEN))  # no figure goes on in the next line


def said(match: re.Match[str]) -> str:
    """The found text, as a message quotes it."""
    return match[0].replace(_TAKEN, " ").strip(" -–")
