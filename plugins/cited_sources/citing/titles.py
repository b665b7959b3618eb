"""Titles and publishers as people would write them: registries and pages have them otherwise."""

from __future__ import annotations

import re

from plugins.cited_sources.citing.short_names import plain_letters
from plugins.cited_sources.registries.wording import plain_title, without_stop

_SHOUTED = re.compile(r"[A-Z]{2}")
_FEWEST_SHOUTED = 3
"""Words in capitals that make a title a shouted one; "COVID-19 IN USA" could be meant."""
_KEPT = frozenset({
    "AIDS", "BMI", "BP", "CDC", "COPD", "COVID", "CT", "DNA", "ECG", "EKG", "EU", "FDA", "HIV",
    "HPV", "ICU", "LDL", "HDL", "MRI", "MRSA", "NHS", "NIH", "PCR", "PSA", "RNA", "RSV", "SARS",
    "TB", "UK", "US", "USA", "USPSTF", "UV", "WHO", "II", "III", "IV", "A1C",
})  # fmt: skip
"""Short forms that stay in capitals; a title in capitals does not tell them from words."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_BRACKETED = re.compile(r"\s*\([A-Z][\w&. -]{1,15}\)$")
_BARS = re.compile(r"\s+[|»·•]\s+|\s*::\s*")
_DASHES = re.compile(r"\s+[-–—]\s+")


def clean_title(found: str) -> str:
    """The title without markup, entities, capitals throughout and its full stop."""
    title = without_stop(plain_title(found))
    title = "".join(char for char in title if char.isprintable())
    return _spoken(title) if is_shouted(title) else title


def is_shouted(title: str) -> bool:
    """Whether the title is in capitals throughout."""
    return title == title.upper() and len(_SHOUTED.findall(title)) >= _FEWEST_SHOUTED


def _spoken(title: str) -> str:
    """The title in small letters; the known short forms, and what begins a part, stay large."""
    small = _WORD.sub(lambda word: word[0] if _stays(word[0]) else word[0].lower(), title)
    return re.sub(r"(^\W*|[:?!.] \W*)(\w)", lambda start: start[1] + start[2].upper(), small)


def _stays(word: str) -> bool:
    return word in _KEPT or any(char.isdigit() for char in word)


def clean_publisher(found: str) -> str:
    """ "American Medical Association" of "American Medical Association (AMA)"."""
    return _BRACKETED.sub("", plain_title(found))


def page_title(found: str, names: frozenset[str]) -> str:
    """A page's own title: the name of the website, one of `names`, is no part of it.

    "Treatment of Flu | Influenza (Flu) | CDC" is "Treatment of Flu".
    """
    title = clean_title(found)
    parts = _BARS.split(title)
    title = next((part for part in parts if part and not _is_named(part, names)), title)
    pieces = _DASHES.split(title)
    if len(pieces) > 1 and _is_named(pieces[-1], names):
        title = title[: title.rindex(pieces[-1])].rstrip(" -–—")
    return title


def website_of(found: str, names: frozenset[str]) -> str:
    """The part of a page's title that is one of `names`; else ""."""
    parts = [piece for part in _BARS.split(plain_title(found)) for piece in _DASHES.split(part)]
    return next((part for part in reversed(parts) if _is_named(part, names)), "")


def _is_named(part: str, names: frozenset[str]) -> bool:
    return plain_letters(part) in names
