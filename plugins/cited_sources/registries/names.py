"""Names of authors as AMA writes them: family name, then initials without full stops."""

from __future__ import annotations

import re

_PARTS = re.compile(r"[\s.\u2010-\u2015-]+")
_SUFFIX = {"jr": "Jr", "sr": "Sr", "ii": "II", "iii": "III", "iv": "IV", "2nd": "2nd", "3rd": "3rd"}
_LONGEST_INITIALS = 3


def ama_name(family: str, given: str, suffix: str = "") -> str:
    """ "Wakefield AJ" for Andrew J. Wakefield; a family name that stands alone stays alone."""
    parts = (_plain_case(family), initials(given), _SUFFIX.get(suffix.lower().strip(". "), ""))
    return " ".join(part for part in parts if part)


def initials(given: str) -> str:
    """ "AJ" for "Andrew J.", "A. J." and "AJ"; "JP" for "Jean-Pierre"."""
    return "".join(_initial(part) for part in _PARTS.split(given) if part[:1].isalpha())


def _initial(part: str) -> str:
    is_initials = part.isupper() and len(part) <= _LONGEST_INITIALS
    return part if is_initials else part[0].upper()


def _plain_case(family: str) -> str:
    """Some publishers deposit names in capitals."""
    shouted = family.isupper() and len(family) > _LONGEST_INITIALS
    return family.title() if shouted else family
