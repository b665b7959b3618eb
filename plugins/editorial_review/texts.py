"""Which words leave with a document: the texts of its front matter, and its body."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.editorial_review.prose import Part, Passage, field_passage, passages_of
from plugins.practice.people import Person
from plugins.practice.posts import Document, Event, HealthPost, Notice, Page, Post, Question

_OF_POST = ("title", "summary", "audience", "image_alt", "changes")
_OF_HEALTH = ("key_points", "key_fact", "disclosures")
_OF_KIND: tuple[tuple[type[Document], tuple[str, ...]], ...] = (
    (Post, _OF_POST),
    (HealthPost, _OF_HEALTH),
    (Question, ("answer",)),
    (Notice, ("then", "reason")),
    (Event, ("questions", "register")),
    (Page, ("title", "summary")),
    (Person, ("name", "role")),
)


def all_passages(document: Document) -> tuple[Passage, ...]:
    """Every piece of text that leaves with it: fields, the names of its files, and the body."""
    return (*_fields(document), *passages_of(document.text, document.text_line))


def _fields(document: Document) -> Iterator[Passage]:
    for kind, names in _OF_KIND:
        for name in names if isinstance(document, kind) else ():
            value = getattr(document, name)
            for text in (value,) if isinstance(value, str) else value:
                yield from _field(document, name, text)
    if isinstance(document, HealthPost):
        yield from _shown(document)
    if isinstance(document, Post):
        yield from _shared(document)
    name = document.file.rpartition("/")[2].removesuffix(".md")
    yield Passage(text=name, line=1, part=Part.ADDRESS, field="file")
    if document.slug != name.partition(".")[0]:
        line = document.line_of("slug")
        yield Passage(text=document.slug, line=line, part=Part.ADDRESS, field="slug")


def _field(document: Document, name: str, text: str) -> Iterator[Passage]:
    if text:
        yield field_passage(text, name, document.line_of(name))


def _shown(post: HealthPost) -> Iterator[Passage]:
    """What pictures show in the place of the title."""
    if post.myth:
        yield from _field(post, "myth.claim", post.myth.claim)
        yield from _field(post, "myth.fact", post.myth.fact)
    if post.quote:
        yield from _field(post, "quote.text", post.quote.text)
    if post.risk:
        for text in (post.risk.what, *post.risk.labels):
            yield from _field(post, "risk.what", text)


def _shared(post: Post) -> Iterator[Passage]:
    for network, text in post.share.texts.items():
        yield from _field(post, f"share.{network}", text)
    for text in post.share.thread:
        yield from _field(post, "share.thread", text)
    for tag in post.share.hashtags:
        yield from _field(post, "share.hashtags", tag)
    if post.image:
        line = post.line_of("image")
        yield Passage(text=post.image, line=line, part=Part.ADDRESS, field="image")
