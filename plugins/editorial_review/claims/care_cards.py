"""E-05: a care card is read in seconds: one heading "Call 911 if:", one list, no way out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from plugins.editorial_review.claims.phrases import quoted
from plugins.editorial_review.prose import Part, Passage
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject

_LEVELS = ("emergency", "urgent", "care")
_ENDS = re.compile(
    r"\b(?:if|when|si|cuando)(?:\s(?:you|your child|someone|usted|su hijo|alguien))?\s?:\s*$",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"(?:call|go|ask|get|see|make|talk|tell|stop|take|visit|contact|seek|book|text|come|phone|"
    r"llame|llámenos|vaya|pida|pregunte|busque|consulte|haga|hable|acuda|deje|avise|venga|escriba)\b",
    re.IGNORECASE,
)


def ill_formed(subject: Subject) -> Iterator[Found]:
    """E-05."""
    inside = [p for p in subject.passages if p.card in _LEVELS and p.part is not Part.COMMENT]
    cards = [tuple(card) for _, card in groupby(inside, key=lambda p: (p.card, p.block))]
    for card in cards:
        yield from _of_card(card)
    yield from _repeated(cards)


def _of_card(card: tuple[Passage, ...]) -> Iterator[Found]:
    level = card[0].card
    for p in card:
        if p.part is Part.CARD_TITLE and not (_ACT.match(p.text) and _ENDS.search(p.text)):
            yield Found(
                at=p.line,
                what=f"the card is called {quoted(p.text)}",
                fix='Begin with what to do and end with "if:", like "Call 911 if:".',
            )
        elif p.part is Part.PARAGRAPH:
            yield Found(
                at=p.line,
                what=f"{quoted(p.text)} stands in the card as running text",
                fix="Make it an item of the list, or put it below the card.",
            )
        elif p.part is Part.ADDRESS and level == "emergency" and not p.text.startswith("tel:"):
            yield Found(
                at=p.line,
                what=f"the emergency card has a link: {quoted(p.text)}",
                fix="Put the link below the card: nobody should read on in an emergency.",
            )


def _repeated(cards: Iterable[tuple[Passage, ...]]) -> Iterator[Found]:
    seen = set[str]()
    for card in cards:
        level = card[0].card
        if level in seen:
            yield Found(
                at=card[0].line,
                what=f"a second card of the level “{level}”",
                fix="Make one card of both.",
            )
        seen.add(level)
