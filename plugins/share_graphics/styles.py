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
    """Runs over the whole width, below the motif, on wide shapes too."""
    comfort: float = 0.0
    """A lead smaller than this gives up its optional company before it shrinks further."""


STYLES: dict[str, Style] = {
    "title": Style(
        weight="bold", colour="title", least=0.062, comfort=0.078, most=0.190, lines=5
    ),
    "state": Style(
        weight="bold", colour="title", least=0.115, comfort=0.135, most=0.260, lines=2
    ),
    "date": Style(weight="bold", colour="text", least=0.050, most=0.074, lines=3, gap=0.050),
    "subject": Style(
        weight="semibold", colour="text", least=0.043, most=0.054, lines=3, gap=0.042, across=True
    ),
    "then": Style(
        weight="regular", colour="text", least=0.038, most=0.046, lines=6, gap=0.034,
        running=True, across=True,
    ),
    "support": Style(
        weight="regular", colour="text", least=0.041, most=0.046, lines=3, gap=0.050, running=True
    ),
    "answer": Style(
        weight="regular", colour="text", least=0.041, most=0.046, lines=5, gap=0.050, running=True
    ),
    "byline": Style(weight="semibold", colour="quiet", least=0.036, most=0.038, lines=2, gap=0.042),
    "publisher": Style(
        weight="semibold", colour="label", least=0.040, most=0.046, lines=4, gap=0.046,
        running=True,
    ),
    "when": Style(weight="bold", colour="text", least=0.048, most=0.060, lines=3, gap=0.056),
    "where": Style(
        weight="regular", colour="text", least=0.040, most=0.046, lines=3, gap=0.028, running=True
    ),
}  # fmt: skip

LABEL = Style(weight="semibold", colour="label", least=0.036, most=0.044, lines=2)
MARK = Style(weight="semibold", colour="title", least=0.0, most=0.034, lines=1)
ADDRESS = Style(weight="semibold", colour="title", least=0.0, most=0.030, lines=1)
MONTH = Style(weight="regular", colour="quiet", least=0.0, most=0.030, lines=1)
