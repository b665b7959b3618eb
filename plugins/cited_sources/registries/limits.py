"""What a service allows, read from its own answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from plugins.cited_sources.registries.decoded import json_of, mapping, word

MOST_PER_SECOND = 50.0
MOST_AT_ONCE = 10
"""However much a header may allow."""
_INTERVAL = re.compile(r"(\d{1,6})\s*(s|ms|m|h)?")
_SECONDS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0}
_LONGEST_ERROR = 4_000
_LIMIT_WORDS = "rate limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """How often and how many at once."""

    per_second: float
    at_once: int


def allowed_by(headers: Mapping[str, str], before: Allowance) -> Allowance:
    """The allowance that response headers tell; what they do not tell clearly stays as it was.

    Headers as Crossref sends them: x-rate-limit-limit "10", x-rate-limit-interval "1s",
    x-concurrency-limit "3".
    """
    rate = _rate(headers.get("x-rate-limit-limit", ""), headers.get("x-rate-limit-interval", "1s"))
    at_once = _whole(headers.get("x-concurrency-limit", ""))
    if rate:
        before = replace(before, per_second=min(rate, MOST_PER_SECOND))
    if at_once:
        before = replace(before, at_once=min(at_once, MOST_AT_ONCE))
    return before


def _rate(limit: str, interval: str) -> float:
    match = _INTERVAL.fullmatch(interval.strip().lower())
    seconds = int(match[1]) * _SECONDS[match[2] or "s"] if match else 0
    return _whole(limit) / seconds if seconds else 0


def _whole(text: str) -> int:
    return int(text) if re.fullmatch(r"[0-9]{1,6}", text.strip()) else 0


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """The seconds that a Retry-After asks for, given as a number or as a date; None without one."""
    told = headers.get("retry-after", "").strip()
    if re.fullmatch(r"[0-9]{1,9}", told):
        return float(told)
    try:
        until = parsedate_to_datetime(told)
    except (ValueError, OverflowError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - now).total_seconds())


def is_limit(status: int, body: bytes) -> bool:
    """Whether an answer says "slow down": HTTP 429, or an error in a sound answer, as NCBI does."""
    if status == 429:
        return True
    if len(body) > _LONGEST_ERROR or body.lstrip()[:1] != b"{":
        return False
    told = mapping(json_of(body))
    error = word(told.get("error"))
    return _LIMIT_WORDS in error.lower() or bool(error and "api-key" in told)
