"""Which day a build is for: an input, never finer than a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from plugins.practice.settings import Practice


def build_day(option: str, environment: Mapping[str, str], practice: Practice) -> date:
    """--today, else SOURCE_DATE_EPOCH, else the demonstration's own day, else today there.

    ValueError: an option or a variable that is no day.
    """
    if option:
        return date.fromisoformat(option)
    if epoch := environment.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC).astimezone(practice.zone).date()
    return practice.demonstration_today or datetime.now(practice.zone).date()
