"""How long to wait before the same address is asked again. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from random import Random

LONGEST_WAIT = 10.0
"""Seconds that a host may ask us to wait; for longer another day is better."""
_BACKOFF = (0.5, 1.5)
RETRIES = len(_BACKOFF)


def wait_asked(headers: Mapping[str, str], now: datetime) -> float | None:
    """The seconds of a Retry-After header (RFC 9110, 10.2.3), given as a number or as a date;
    None without one that can be read. A date is compared with the server's own clock if it
    tells it, since clocks differ."""
    text = headers.get("Retry-After", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    until = _date(text)
    if until is None:
        return None
    return max(0.0, (until - (_date(headers.get("Date", "")) or now)).total_seconds())


def _date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def pause(retry: int, asked: float | None, random: Random) -> float:
    """Seconds before the first (0) or second (1) new attempt: as long as the host asked for, a
    while otherwise; a little longer by chance, so that not everything comes back at once."""
    return max(asked or 0.0, _BACKOFF[retry]) + random.random() / 4
