"""Volumes, issues, pages and years: written in many ways, and told apart only where they differ."""

from __future__ import annotations

import re

_PAGE = re.compile(r"([A-Za-z]*)(\d+)([A-Za-z]*)")
_DASH = re.compile(r"\s*[-\u2010-\u2015\u2212]+\s*")


def is_same_number(ours: str, theirs: str) -> bool:
    """Volumes and issues by their first number: "12" is "Vol. 12" and "12 Suppl 1"."""
    left, right = re.search(r"\d+", ours), re.search(r"\d+", theirs)
    if not left or not right:
        return True
    return int(left[0]) == int(right[0])


def is_same_pages(ours: str, theirs: str) -> bool:
    """ "255-62" is "255-262", "e014733" is "014733"; only the first stretch counts. A registry that
    counts an article's own pages from 1 does not say where it stands."""
    left, right = _stretch(ours), _stretch(theirs)
    if not left or not right or right[0] == 1 or left[0] == 1:
        return True
    if left[0] != right[0]:
        return False
    return left[1] == right[1] or 0 in (left[1], right[1])


def _stretch(pages: str) -> tuple[int, int] | None:
    """The first and last page; 0 for a last page that is not told."""
    first, *rest = _DASH.split(re.split(r"[;,]", pages)[0].strip())
    start = _PAGE.fullmatch(first.strip())
    if not start:
        return None
    end = _PAGE.fullmatch(rest[0].strip()) if rest else None
    return int(start[2]), _completed(start[2], end[2]) if end else 0


def _completed(start: str, end: str) -> int:
    """ "62" after "255" is 262."""
    return int(start[: len(start) - len(end)] + end) if len(end) < len(start) else int(end)


def is_same_year(ours: str, theirs: tuple[int, ...]) -> bool:
    """Any of the registry's years; one year off is online against print."""
    year = re.search(r"\d{4}", ours)
    return not year or not theirs or any(abs(int(year[0]) - other) <= 1 for other in theirs)
