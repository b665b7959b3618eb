"""The pictures of the texts as they are published: upright, no wider than needed, without metadata.

A telephone's picture says where and when it was taken; none of that may go out.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

from PIL import Image, ImageOps

from plugins.pelican_bridge.plan import BuildPlan
from plugins.pelican_bridge.rendering import published_name, shown_size
from plugins.practice.images import image_path

_QUALITY = 85


def images_of(plan: BuildPlan) -> list[str]:
    """The images that the site shows, by their name in content/images/."""
    texts = [planned.rendered for planned in plan.on_site] + list(plan.pages.values())
    shown = [name for text in texts if text for name in text.images]
    shown += [planned.post.image.removeprefix("images/") for planned in plan.on_site]
    return sorted({name for name in shown if name})


def published_images(names: Iterable[str], folder: Path) -> dict[str, bytes]:
    """The published bytes of each image, by its path in the output."""
    return {f"images/{published_name(n)}": _published(image_path(n, folder)) for n in names}


def _published(path: Path) -> bytes:
    size = shown_size(path)
    with Image.open(path) as opened:
        upright = ImageOps.exif_transpose(opened)
        buffer = io.BytesIO()
        if path.suffix.lower() == ".png":
            mode = "RGBA" if "A" in upright.getbands() or "transparency" in upright.info else "RGB"
            _bare(upright.convert(mode).resize(size)).save(buffer, "PNG")
        else:
            _bare(upright.convert("RGB").resize(size)).save(buffer, "JPEG", quality=_QUALITY)
    return buffer.getvalue()


def _bare(image: Image.Image) -> Image.Image:
    """The pixels alone: Pillow carries metadata along in `info`."""
    image.info.clear()
    return image
