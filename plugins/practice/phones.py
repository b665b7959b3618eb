"""Telephone numbers as people write them."""

from __future__ import annotations

DIALABLE = (
    r"(?<![\w(/.-])(\(\d{3}\)\s\d{3}-\d{4}|\+1[ -]\d{3}-\d{3}-\d{4}|1-8\d\d-\d{3}-\d{4}"
    r"|(?<!-)\b(?:911|988)\b(?![-.,]?\d))"
)
"""A number in a form that becomes a link on pages, so that a tap dials it."""


def shown_phone(number: str) -> str:
    """+1 212-555-0143 as people here write it: (212) 555-0143; others as they stand."""
    digits = "".join(c for c in number if c.isdigit())
    if number.startswith("+1") and len(digits) == 11:
        return f"({digits[1:4]}) {digits[4:7]}-{digits[7:]}"
    return number
