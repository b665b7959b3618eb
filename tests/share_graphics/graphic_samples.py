"""Plans of the sample posts, and what tests look at in them."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

from PIL import Image

from plugins.practice.posts import Post
from plugins.practice.problems import Problem
from plugins.practice.settings import Brand
from plugins.share_graphics.graphic import Graphic
from plugins.share_graphics.plan import plan_graphics
from plugins.share_graphics.samples import (
    CAROUSEL,
    EVERY_KIND,
    EVERY_SCRIPT,
    PEOPLE,
    POINTS,
    PRACTICE,
    RISK,
    ZONE,
    article,
    event,
    link,
    notice,
    question,
)
from plugins.share_graphics.shapes import SHAPES

__all__ = [
    "CAROUSEL", "EVERY_KIND", "EVERY_SCRIPT", "LEADS", "PEOPLE", "POINTS", "PRACTICE", "RISK",
    "ZONE", "article", "event", "lines_of", "link", "notice", "plan", "planned", "png", "question",
]  # fmt: skip

LEADS = {"title", "state", "fact", "quote", "counted", "point", "who"}
"""Roles of the text that says what a picture is about."""


def plan(
    post: Post,
    *shapes: str,
    look: str = "harbor",
    color: str = "",
    logo: bytes | None = None,
    photo: bytes | None = None,
    slides: bool = False,
) -> tuple[tuple[Graphic, ...], tuple[Problem, ...]]:
    """The graphics and problems of a post, at all shapes where none is named."""
    given = {"logo.png": logo, "office.jpg": photo}
    pictures = {name: data for name, data in given.items() if data}
    brand = Brand(look=look, color=color, logo="logo.png" if logo else "",
                  photo="office.jpg" if photo else "")  # fmt: skip
    return plan_graphics(
        post,
        practice=replace(PRACTICE, brand=brand),
        people=PEOPLE,
        shapes=shapes or tuple(SHAPES),
        slides=slides,
        pictures=pictures,
    )


def planned(post: Post, shape: str, **options: Any) -> Graphic:
    """The one graphic of a post at a shape, which must exist."""
    graphics, problems = plan(post, shape, **options)
    assert not [problem for problem in problems if problem.blocks]
    return graphics[0]


def lines_of(graphic: Graphic, role: str) -> list[str]:
    """The lines of the text block with a role."""
    return [line.text for b in graphic.layout.texts if b.role == role for line in b.lines]


def png(width: int, height: int) -> bytes:
    """A plain logo."""
    file = BytesIO()
    Image.new("RGBA", (width, height), "#0F5C6E").save(file, "PNG")
    return file.getvalue()
