"""What a notice says at a glance: the one or two words that are its picture."""

from __future__ import annotations

import re
from datetime import datetime

from plugins.practice.posts import Notice
from plugins.practice.words import say

CLOSED, OPEN, CANCELLED = "closed", "open", "cancelled"
AWAY, UNAVAILABLE, AVAILABLE, ALERT = "away", "unavailable", "available", "alert"
MOVED, LATE, EARLY, EXTRA = "moved", "late", "early", "extra"

STATE_MOODS = {
    CLOSED: "brand", OPEN: "tint", CANCELLED: "brand", AWAY: "brand", UNAVAILABLE: "brand",
    AVAILABLE: "tint", ALERT: "alert", MOVED: "brand", LATE: "brand", EARLY: "brand", EXTRA: "tint",
}  # fmt: skip
"""How each state looks on a picture: dark where something is off, light where something is on."""

_SEARCHED = (UNAVAILABLE, CANCELLED, EARLY, CLOSED, MOVED, LATE, EXTRA, OPEN, AWAY, AVAILABLE)
"""The states that a title can name. One whose words contain another's comes before it: "not
available" and "available", "open late" and "open"."""


def state_of(notice: Notice, lang: str, people: frozenset[str]) -> tuple[str, bool]:
    """The state of a notice, and whether the writer said it in so many words.

    The rule, in order:

    1. `type: alert` is always "Health alert".
    2. Else the title decides, when it has one of our state words: "Closed on Thanksgiving" is
       "Closed", "Dr. Okafor is away" is "Away". Of two such words the first one counts, but
       "canceled" always does. A title with a "not" before the word decides nothing. The words
       stand in practice/words/<lang>.toml, section notices, `closed_words` and its like.
    3. Else `type: hours` for whole days is "Closed", with times of day "Open" (extra hours).
    4. Else `type: availability` is "Away" when it affects a person, "Not available" when it
       affects a service or a place, or nothing named.

    Rules 3 and 4 are guesses: "New Saturday hours" may be longer or shorter ones. The graphics then
    warn and ask for the word in the title.
    """
    if notice.type == ALERT:
        return ALERT, True
    said = _said(notice.title, lang)
    if said:
        return said, True
    timed = isinstance(notice.starts, datetime)
    if notice.type == "hours":
        return (OPEN if timed else CLOSED), False
    return (AWAY if people & set(notice.affects) else UNAVAILABLE), False


def _said(title: str, lang: str) -> str:
    """The state that the title says in so many words, or ""."""
    found: list[tuple[int, int, str]] = []
    for rank, state in enumerate(_SEARCHED):
        match = _found(say(lang, f"notices.{state}_words"), title)
        if match and not (state == LATE and _lasts(title, lang)):
            found.append((match.start(), rank, state))
    if any(state == CANCELLED for *_, state in found):
        return CANCELLED
    if not found or _is_negated(title[: min(found)[0]], lang):
        return ""
    return min(found)[2]


def _lasts(title: str, lang: str) -> bool:
    """Whether "open late" means until late, not from late on."""
    return _found(say(lang, "notices.lasting"), title) is not None


def _found(words: str, title: str) -> re.Match[str] | None:
    """The first of the words, which commas part, in a title."""
    pattern = r"\b(?:" + "|".join(map(re.escape, words.split(", "))) + r")\b"
    return re.search(pattern, title, re.IGNORECASE)


def _is_negated(before: str, lang: str) -> bool:
    return _found(say(lang, "notices.negations"), before) is not None


def notice_state(notice: Notice, people: frozenset[str]) -> str:
    """The state in words, as page, graphic and texts say it: "Closed"."""
    state, _ = state_of(notice, notice.lang, people)
    return say(notice.lang, f"notices.{state}")
