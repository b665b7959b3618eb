"""Words from the web, made fit to stand in a line of ours."""

from __future__ import annotations

import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Categories of Unicode: what would move the cursor, turn the direction or hide other words."""


def one_line(text: str, most: int = 200) -> str:
    """The text in one line of at most `most` characters, without what cannot be seen."""
    # Far more than is kept: nobody's page should take our time.
    seen = (
        " " if char.isspace() or unicodedata.category(char) in _UNSEEN else char
        for char in text[: most * 8]
    )
    line = " ".join("".join(seen).split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
