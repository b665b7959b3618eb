"""A post as a row of slides: a cover that asks, one thing a slide, and who says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plugins.cited_sources.citations import keys_of, source_of
from plugins.practice.addresses import short_address
from plugins.practice.posts import Article, HealthPost, Question
from plugins.practice.sentences import sentences
from plugins.share_graphics.messages.briefs import Brief
from plugins.share_graphics.messages.highlights import highlights_of
from plugins.share_graphics.messages.message import Message, Photo, Text
from plugins.share_graphics.messages.wording import title_message
from plugins.share_graphics.typesetting.directions import is_right_to_left

FEWEST, MOST = 2, 8
"""Slides between cover and closing."""
MOST_WORDS = 30
"""Words of one slide: more are not read before the thumb moves on (design of the carousel)."""

_MOST_SOURCES = 5
_REPEATED = 0.8  # of a point's words


def slides_of(brief: Brief, inner: Sequence[Message]) -> tuple[Message, ...]:
    """The carousel with these slides between cover and closing; empty where they are too few."""
    if not isinstance(brief.post, Article | Question) or len(inner) < FEWEST:
        return ()
    slides = [_cover(brief), *inner[:MOST], _closing(brief, brief.post)]
    return tuple(_numbered(slide, place, slides, brief) for place, slide in enumerate(slides, 1))


def _numbered(slide: Message, place: int, slides: list[Message], brief: Brief) -> Message:
    """The last slide has the address; those before it their number, and where to go on."""
    if place == len(slides):
        return slide
    arrow = "←" if is_right_to_left(brief.post.lang) else "→"
    month = slide.month if place == 1 else ""
    return replace(slide, address=f"{place}/{len(slides)} {arrow}", month=month)


def _cover(brief: Brief) -> Message:
    return replace(title_message(brief), scheme="brand", variants=((),))


def inner_slides(brief: Brief) -> list[Message]:
    """Everything that has a slide of its own, even where it is too much for one carousel."""
    return list(_inner(brief, brief.post)) if isinstance(brief.post, Article | Question) else []


def _inner(brief: Brief, post: HealthPost) -> Iterator[Message]:
    answer = post.answer if isinstance(post, Question) else ""
    highlights = highlights_of(brief)
    for part in _parts(answer):
        yield _point(brief, part, "answer")
    yield from highlights
    said = _words(" ".join([answer, *(highlight.lead.text for highlight in highlights)]))
    for point in post.key_points:
        if not _is_repeated(point, said):
            yield _point(brief, point, "key_points")


def _is_repeated(point: str, said: frozenset[str]) -> bool:
    """Whether nearly all words of a point were said before: nobody swipes on for them."""
    words = _words(point)
    return bool(words) and len(words & said) >= _REPEATED * len(words)


def _words(text: str) -> frozenset[str]:
    """The words that carry the meaning: longer ones, figures, those of scripts without spaces."""
    found = re.findall(r"\w+", text.lower())
    return frozenset(
        word for word in found if len(word) > 3 or not word.isascii() or word.isdigit()
    )


def _parts(answer: str) -> list[str]:
    """The answer in whole sentences, as many together as one slide may have words."""
    parts: list[str] = []
    for sentence in sentences(answer):
        longer = f"{parts[-1]} {sentence}" if parts else ""
        if longer and words_of(longer) <= MOST_WORDS:
            parts[-1] = longer
        else:
            parts.append(sentence)
    return parts


def words_of(text: str) -> int:
    """Words of a text; where no spaces part them, two ideographs count as one."""
    return max(len(text.split()), sum("\u4e00" <= char <= "\u9fff" for char in text) // 2)


def _point(brief: Brief, text: str, source: str) -> Message:
    return brief.message(
        Text(role="point", text=text, source=source),
        ((),),
        scheme="paper" if source == "key_points" else "tint",
        label=brief.topic_name or brief.say("article"),
    )


def _closing(brief: Brief, post: HealthPost) -> Message:
    practice = brief.practice
    more = brief.say(f"more_{post.kind}", address=short_address(practice))
    reviewer = brief.people.get(post.reviewed_by)
    parts = [
        Text(role="support", text=more, source="title"),
        Text(role="byline", text=reviewer.byline if reviewer else "", source="reviewed_by",
             tag=brief.say("reviewed_by")),
        Text(role="sources", text=_publishers(brief, post), source="sources",
             tag=brief.say("sources")),
    ]  # fmt: skip
    full = tuple(part for part in parts if part.text)
    return brief.message(
        Text(role="who", text=practice.name, source="title"),
        (full, full[:-1], full[:1]),
        scheme="tint",
        label=brief.topic_name or brief.say("article"),
        visual=Photo(practice.brand.photo) if practice.brand.photo else None,
    )


def _publishers(brief: Brief, post: HealthPost) -> str:
    """Who stands behind the works that the post cites, each named once."""
    works = [work for key in keys_of(post) if (work := source_of(key, brief.sources))]
    names = list(dict.fromkeys(work.publisher for work in works))
    more = len(names) - _MOST_SOURCES
    rest = [brief.say("more_sources", count=str(more))] if more > 0 else []
    return " · ".join([*names[:_MOST_SOURCES], *rest])
