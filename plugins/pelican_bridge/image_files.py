"""The pictures of the texts as they are published: upright, no wider than needed, without metadata.

A telephone's picture says where and when it was taken; none of that may go out.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

from PIL import Image

from plugins.pelican_bridge.plan import BuildPlan, PlannedPost
from plugins.pelican_bridge.rendering import published_name, shown_size
from plugins.practice.images import check_image, image_path
from plugins.share_graphics.cache import GraphicCache
from plugins.share_graphics.graphic import Graphic
from plugins.share_graphics.pictures import as_seen, picture_of

_QUALITY = 85


def images_of(plan: BuildPlan) -> list[str]:
    """The images that the site shows, by their name in content/images/."""
    shown = [name for text in plan.pages.values() for name in text.images]
    shown += [n for p in plan.on_site for n in _named(p) if n not in p.post.kept_images]
    logo = plan.content.practice.brand.logo.removeprefix("images/")
    if logo and next(check_image(logo, plan.content.folder, "", 1), None) is None:
        shown.append(logo)
    return sorted({name for name in shown if name})


def _named(planned: PlannedPost) -> list[str]:
    """The images of a post on the site, by name."""
    images = planned.rendered.images if planned.rendered else ()
    return [*images, planned.post.image.removeprefix("images/")]


def kept_images(plan: BuildPlan) -> dict[str, bytes]:
    """The published bytes of the pictures that are shown as they were approved, though
    content/images/ has others by now; by their path in the output."""
    folder = plan.content.folder
    return {
        f"images/{published_name(name, kept)}": _published(image_path(name, folder, kept))
        for planned in plan.on_site
        for kept in [planned.post.kept_images]
        for name in _named(planned)
        if name in kept
    }


def published_images(names: Iterable[str], folder: Path) -> dict[str, bytes]:
    """The published bytes of each image, by its path in the output."""
    return {f"images/{published_name(n)}": _published(image_path(n, folder)) for n in names}


THUMB = 360
"""Pixels of a list's small square: 120 to 180 wide on a page, at two pixels a point."""


def thumb_path(square: Graphic) -> str:
    """Where the small copy of a square graphic stands: beside it."""
    return square.path.replace(".jpg", f"-{THUMB}.jpg")


def thumbnails(squares: Iterable[tuple[Graphic, bytes]], cache: GraphicCache) -> dict[str, bytes]:
    """A small copy of each square graphic, by its path; kept in `cache` like what it copies."""
    small = {}
    for square, data in squares:
        found = cache.read(square)
        if found is None:
            found = _scaled(data)
            cache.write(square, found)
        small[thumb_path(square)] = found
    return small


def _scaled(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as opened:
        opened.draft("RGB", (THUMB, THUMB))  # decodes at half the size, which is all it takes
        buffer = io.BytesIO()
        _bare(opened.resize((THUMB, THUMB), reducing_gap=2.0)).save(buffer, "JPEG", quality=80)
    return buffer.getvalue()


def _published(path: Path) -> bytes:
    """The picture as sRGB, upright, without metadata. ValueError: none that could be read."""
    picture = picture_of(path.read_bytes())
    if picture is None:
        raise ValueError(f"{path} is no picture")
    whole, buffer = as_seen(picture, shown_size(path)), io.BytesIO()
    if path.suffix.lower() == ".png":
        _bare(whole.convert("RGB") if picture.opaque else whole).save(buffer, "PNG")
    else:
        white = Image.new("RGB", whole.size, "white")
        white.paste(whole, mask=whole)
        white.save(buffer, "JPEG", quality=_QUALITY)
    return buffer.getvalue()


def _bare(image: Image.Image) -> Image.Image:
    """The pixels alone: Pillow carries metadata along in `info`."""
    image.info.clear()
    return image
