"""Telephone numbers as people write them."""

from __future__ import annotations


def shown_phone(number: str) -> str:
    """+1 212-555-0143 as people here write it: (212) 555-0143; others as they stand."""
    digits = "".join(c for c in number if c.isdigit())
    if number.startswith("+1") and len(digits) == 11:
        return f"({digits[1:4]}) {digits[4:7]}-{digits[7:]}"
    return number
