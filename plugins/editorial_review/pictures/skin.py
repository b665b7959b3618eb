"""I-06: what a skin condition looks like on more than one skin."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.editorial_review.pictures.phrases import any_of
from plugins.editorial_review.pictures.shown_images import images_shown
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject


def check_skin(subject: Subject) -> Iterator[Found]:
    """A page about a skin condition that knows one skin only."""
    document, lang = subject.document, subject.document.lang
    topic = any_of(lang, "skin").search(document.title)
    if not topic:
        return
    tones = any_of(lang, "tones")
    red = next((p for p in subject.body if any_of(lang, "redness").search(p.text)), None)
    if red and not any(tones.search(passage.text) for passage in subject.body):
        word = any_of(lang, "redness").search(red.text)
        said = word[0] if word else ""
        what = f'it is about "{topic[0]}" and says "{said}", but not how it looks on other skin'
        yield Found(at=red.line, what=what)
    for image in images_shown(document):
        if not tones.search(f"{image.alt} {image.caption}"):
            what = f'the picture of "{topic[0]}" does not say on which skin tone it is seen'
            yield Found(at=image.at, what=what, fix="name the skin tone in alt text or caption")
