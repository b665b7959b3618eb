"""Numbers that could be somebody's, hidden in messages about files that no rule can read yet."""

from __future__ import annotations

import re

_LONG = re.compile(r"\d{7,}|(?<!\d)\d{3}[- .]\d{2,3}[- .]\d{4}(?!\d)")
"""Seven digits or more, as of a record; or the form of a Social Security or telephone number. The
numbers of a date stay: writers must see which one is meant."""


def without_long_numbers(text: str) -> str:
    """The text with all but the last two digits of each such number hidden: "••••29"."""
    return _LONG.sub(lambda found: f"••••{found[0][-2:]}", text)
