"""How each role of text is set. Sizes are shares of `Frame.unit`; all by eye on the sheets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """The manner of one role of text."""

    weight: str
    colour: str
    """The name of a field of `Scheme`."""
    least: float
    most: float
    lines: int
    gap: float = 0.0
    """Room above, as a share of the unit."""
    running: bool = False
    across: bool = False
    """Runs over the whole width, below the visual, on wide shapes too."""
    panel: bool = False
    """Stands on a panel of its own."""
    comfort: float = 0.0
    """A lead smaller than this gives up its optional company before it shrinks further."""


STYLES: dict[str, Style] = {
    "title": Style(
        weight="bold", colour="title", least=0.062, comfort=0.078, most=0.190, lines=5
    ),
    "state": Style(
        weight="bold", colour="title", least=0.115, comfort=0.135, most=0.240, lines=2
    ),
    "fact": Style(
        weight="bold", colour="title", least=0.054, comfort=0.064, most=0.130, lines=7
    ),
    "point": Style(
        weight="bold", colour="title", least=0.046, comfort=0.060, most=0.120, lines=9
    ),
    "quote": Style(
        weight="semibold", colour="title", least=0.052, comfort=0.060, most=0.100, lines=8
    ),
    "counted": Style(
        weight="bold", colour="title", least=0.042, comfort=0.046, most=0.060, lines=6
    ),
    "who": Style(
        weight="bold", colour="title", least=0.050, comfort=0.056, most=0.092, lines=4
    ),
    "date": Style(weight="bold", colour="text", least=0.050, most=0.074, lines=3, gap=0.050),
    "subject": Style(
        weight="semibold", colour="text", least=0.043, most=0.054, lines=3, gap=0.042, across=True
    ),
    "then": Style(
        weight="regular", colour="text", least=0.038, most=0.046, lines=9, gap=0.034,
        running=True, across=True,
    ),
    "support": Style(
        weight="regular", colour="text", least=0.041, most=0.046, lines=3, gap=0.050, running=True
    ),
    "answer": Style(
        weight="regular", colour="text", least=0.038, most=0.048, lines=9, gap=0.056,
        running=True, panel=True,
    ),
    "claim": Style(
        weight="regular", colour="text", least=0.041, most=0.048, lines=5, gap=0.056,
        running=True, panel=True,
    ),
    "byline": Style(weight="semibold", colour="quiet", least=0.036, most=0.038, lines=2, gap=0.042),
    "role": Style(weight="regular", colour="quiet", least=0.034, most=0.036, lines=2, gap=0.022),
    "publisher": Style(
        weight="semibold", colour="label", least=0.040, most=0.046, lines=4, gap=0.046,
        running=True,
    ),
    "when": Style(weight="bold", colour="text", least=0.048, most=0.060, lines=3, gap=0.056),
    "where": Style(
        weight="regular", colour="text", least=0.040, most=0.046, lines=3, gap=0.028, running=True
    ),
    "credit": Style(
        weight="regular", colour="quiet", least=0.032, most=0.034, lines=2, gap=0.030
    ),
    "sources": Style(
        weight="regular", colour="text", least=0.034, most=0.038, lines=8, gap=0.042, running=True
    ),
}  # fmt: skip
"""By the role of a text."""

LABEL = Style(weight="semibold", colour="label", least=0.036, most=0.044, lines=2)
TAG = Style(weight="semibold", colour="label", least=0.038, most=0.042, lines=1)
NUMBER = Style(weight="bold", colour="label", least=0.070, most=0.115, lines=1)
OUT_OF = Style(weight="semibold", colour="text", least=0.0, most=0.0, lines=1)
NAME = Style(weight="regular", colour="text", least=0.034, most=0.040, lines=3)
MARK = Style(weight="semibold", colour="title", least=0.0, most=0.034, lines=1)
ADDRESS = Style(weight="semibold", colour="title", least=0.0, most=0.030, lines=1)
MONTH = Style(weight="regular", colour="quiet", least=0.0, most=0.030, lines=1)
MONTH_BAND = Style(weight="semibold", colour="title", least=0.0, most=0.0, lines=1)
DAY = Style(weight="bold", colour="title", least=0.0, most=0.0, lines=1)
WEEKDAY = Style(weight="semibold", colour="quiet", least=0.0, most=0.0, lines=1)
