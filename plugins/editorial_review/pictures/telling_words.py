"""Which words of a post say that it shows a patient, a before and after, or tells a story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from plugins.editorial_review.pictures.phrases import any_of
from plugins.editorial_review.pictures.shown_images import ShownImage, images_shown
from plugins.editorial_review.prose import Part, Passage
from plugins.editorial_review.subject import Subject
from plugins.practice.sentences import sentences

_BEHIND = 40
"""Characters that are looked at around a phrase."""
_BEFORE = 60
_ARTICLE = re.compile(r"(?:an?|the|each|every|your|el|la|los|las|del?)\s{1,3}", re.IGNORECASE)


class Shows(StrEnum):
    """What the words say, and which kinds of consent it needs."""

    PATIENT = "a patient"
    BEFORE_AFTER = "a before and after"
    STORY = "a patient's story"


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One place that says so."""

    shows: Shows
    said: str
    """The words, as they stand there."""
    at: int | str


def tellings(subject: Subject) -> Iterator[Telling]:
    """Every place of a document that says so."""
    lang = subject.document.lang
    images = images_shown(subject.document)
    for image in images:
        yield from _of_image(image, lang)
    for passage in subject.passages:
        if passage.part not in (Part.ALT, Part.ADDRESS, Part.COMMENT, Part.CODE):
            yield from _of_passage(passage, lang, with_image=bool(images))


def _of_image(image: ShownImage, lang: str) -> Iterator[Telling]:
    words = image.words
    if any_of(lang, "nobody").search(words) or any_of(lang, "drawn").search(image.alt):
        return
    if found := any_of(lang, "shown").search(words) or any_of(lang, "told").search(words):
        yield Telling(shows=Shows.PATIENT, said=found[0], at=image.at)
    if pair := _pair(words, lang):
        yield Telling(shows=Shows.BEFORE_AFTER, said=pair, at=image.at)


def _of_passage(passage: Passage, lang: str, *, with_image: bool) -> Iterator[Telling]:
    """Words that speak of a picture tell only where there is one."""
    if with_image and (found := _affirmed("told", passage.text, lang)):
        yield Telling(shows=Shows.PATIENT, said=found[0], at=passage.line_at(found.start()))
    if with_image and (found := pair_of_pictures(passage.text, lang)):
        yield Telling(shows=Shows.BEFORE_AFTER, said=found[0], at=passage.line_at(found.start()))
    is_headline = bool(passage.field) or passage.part is Part.HEADING
    if is_headline and (found := _affirmed("story", passage.text, lang)):
        yield Telling(shows=Shows.STORY, said=found[0], at=passage.line_at(found.start()))


def pair_of_pictures(text: str, lang: str) -> re.Match[str] | None:
    """Where a text speaks of pictures before and after: "before and after photos"."""
    for found in any_of(lang, "before_after").finditer(text):
        near = text[max(0, found.start() - _BEHIND) : found.end() + _BEHIND]
        if any_of(lang, "pictures").search(near):
            return found
    return None


def _pair(words: str, lang: str) -> str:
    """ "before and after" in the words of a picture, where they are not plain English."""
    for found in any_of(lang, "before_after").finditer(words):
        behind = _ARTICLE.sub("", words[found.end() : found.end() + _BEHIND].lstrip())
        if not any_of(lang, "plain_after").match(behind):
            return found[0]
    return ""


def _affirmed(name: str, text: str, lang: str) -> re.Match[str] | None:
    """A phrase that nothing before it in its sentence takes back: "we tell no patient stories"."""
    for found in any_of(lang, name).finditer(text):
        before = text[max(0, found.start() - _BEFORE) : found.start()]
        *_, sentence = sentences(
            f"{before}X"
        )  # a letter, so that what ends before it is told apart
        if not any_of(lang, "negations").search(sentence):
            return found
    return None
