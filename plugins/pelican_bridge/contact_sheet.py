"""What stands on a contact sheet: the practice's own posts, or samples of every kind and script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plugins.networks.pictures import shapes_in_use, takes_slides
from plugins.pelican_bridge.plan import own_pictures
from plugins.practice.looks import LOOKS
from plugins.practice.posts import Post
from plugins.practice.reading import Content
from plugins.practice.settings import Practice
from plugins.share_graphics.graphic import Graphic
from plugins.share_graphics.planning import Studio, plan_all
from plugins.share_graphics.samples import CAROUSEL, EVERY_KIND, EVERY_SCRIPT, PEOPLE, PRACTICE
from plugins.share_graphics.shapes import SHAPES
from plugins.share_graphics.sheet import Sheet

_HEIGHT = 220
_NEWEST = 100  # posts: a JPEG of more rows would be too high (65,535 pixels)
_LOOKS_SHOWN = 6  # samples of each look, side by side


def sheet_of_posts(content: Content) -> Sheet:
    """The newest posts at every shape that the practice uses, a row each, its slides below."""
    practice = content.practice
    studio = Studio(
        practice=practice,
        people=content.people,
        shapes=shapes_in_use(practice),
        slides=takes_slides(practice),
        sources=content.sources,
        pictures=own_pictures(content),
    )
    newest = sorted(content.posts, key=lambda post: post.date, reverse=True)[:_NEWEST]
    rows = [part for row in _rows(newest, studio) for part in _apart(row)]
    return Sheet(rows, _HEIGHT)


def _apart(row: Sequence[Graphic]) -> tuple[list[Graphic], list[Graphic]]:
    """The graphics of a post in one row, its slides in the next."""
    slides = [graphic for graphic in row if graphic.shape.startswith("slide")]
    return [graphic for graphic in row if graphic not in slides], slides


def sheet_of_samples(content: Content) -> Sheet:
    """Every kind, script and shape in the practice's own look, then all the looks there are."""
    brand, pictures = content.practice.brand, own_pictures(content)
    everything = _studio(replace(PRACTICE, brand=brand), tuple(SHAPES), pictures)
    slides = _studio(replace(PRACTICE, brand=brand), (), pictures, slides=True)
    looks = [
        _studio(replace(PRACTICE, brand=replace(brand, look=look, color="")), ("square",), pictures)
        for look in LOOKS
    ]
    rows = [
        *_rows((*EVERY_KIND, *EVERY_SCRIPT), everything),
        *_rows((CAROUSEL,), slides),
        *([g for row in _rows(_one_of_each(), look) for g in row] for look in looks),
    ]
    return Sheet(rows, _HEIGHT)


def _one_of_each() -> Sequence[Post]:
    kinds = {post.kind: post for post in reversed(EVERY_KIND)}
    return [*list(kinds.values())[::-1], EVERY_KIND[-4], EVERY_KIND[-3]][: _LOOKS_SHOWN + 1]


def _studio(
    practice: Practice, shapes: Sequence[str], pictures: dict[str, bytes], *, slides: bool = False
) -> Studio:
    return Studio(practice=practice, people=PEOPLE, shapes=shapes, slides=slides, pictures=pictures)


def _rows(posts: Sequence[Post], studio: Studio) -> list[tuple[Graphic, ...]]:
    return [planned.graphics for planned in plan_all(posts, studio)]
