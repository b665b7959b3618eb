"""Small pages that the fake web serves."""

from __future__ import annotations

ARTICLE = "Asthma in children"
"""The title of a page that is there."""
_TEXT = "<p>Inhaled steroids are the first choice for children with asthma.</p>\n"


def page(title: str, heading: str = "", extra: str = "", paragraphs: int = 40) -> bytes:
    """A page in English of about three thousand bytes."""
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f"</head><body>\n<h1>{heading or title}</h1>\n{extra}{_TEXT * paragraphs}</body></html>\n"
    ).encode()


PDF = b"%PDF-1.7\n" + b"1 0 obj << /Type /Catalog >> endobj\n" * 200 + b"%%EOF\n"
