"""I-04: pictures before and after say what they can promise."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.editorial_review.pictures.phrases import any_of
from plugins.editorial_review.pictures.telling_words import (
    Shows,
    pair_of_pictures,
    tellings,
)
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject


def check_before_after(subject: Subject) -> Iterator[Found]:
    """A before and after without the two sentences that must stand by it."""
    first = next((t for t in tellings(subject) if t.shows is Shows.BEFORE_AFTER), None)
    lang = subject.document.lang
    if first is None:
        yield from _without_image(subject)
        return
    shown = "\n".join(p.text for p in subject.passages if p.is_shown)
    missing = [
        words
        for name, words in (
            ("may_vary", '"results may vary"'),
            ("unaltered", '"the pictures were not altered"'),
        )
        if not any_of(lang, name).search(shown)
    ]
    if missing:
        yield Found(at=first.at, what=f'"{first.said}", and nowhere {" or ".join(missing)}')


def _without_image(subject: Subject) -> Iterator[Found]:
    """It may be meant for pictures that stand elsewhere: asked once, never held."""
    for passage in subject.body:
        if found := pair_of_pictures(passage.text, subject.document.lang):
            yield Found(
                at=passage.line_at(found.start()),
                what=f'"{found[0]}" pictures are spoken of, and the post shows none',
                fix="if they stand elsewhere, see that they have consent and say that results may "
                "vary; if none are meant, say it in other words",
            )
            return
