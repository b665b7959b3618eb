"""Why a practice closes or changes its hours: a short list, so that no reason says too much."""

from __future__ import annotations

from plugins.practice.words import say

REASONS = (
    "weather", "power", "staffing", "roadworks", "police-or-fire", "emergency-declaration",
    "equipment", "holiday", "other",
)  # fmt: skip
"""What a writer types under `reason`; `say(lang, "reasons.weather")` is what readers see."""

_OTHER = "other:"


def reason_of(told: str, lang: str) -> str:
    """The reason of the list that a `reason` means, or "".

    It is known by its id ("police-or-fire"), by the words that readers see ("police or fire",
    "feriado"), and as "other: extra hours for flu shots".
    """
    word = told.strip().casefold()
    if word.startswith(_OTHER):
        return "other" if word.removeprefix(_OTHER).strip() else ""
    for reason in REASONS:
        if word in (reason, reason.replace("-", " "), say(lang, f"reasons.{reason}").casefold()):
            return reason
    return ""


def shown_reason(told: str, lang: str) -> str:
    """What readers see: the words of the list, what stands behind "other:", or the words as they
    are. Empty where there is nothing to say."""
    if told.strip().casefold().startswith(_OTHER):
        return told.strip()[len(_OTHER) :].strip()
    reason = reason_of(told, lang)
    return say(lang, f"reasons.{reason}") if reason else told
