"""How a review page comes by its pictures: all inside it, or from the preview that serves it."""

from __future__ import annotations

import io
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Protocol

from PIL import Image

from plugins.pelican_bridge.image_files import images_of, published_images
from plugins.pelican_bridge.planned import BuildPlan
from plugins.pelican_bridge.rendering import published_name
from plugins.practice.images import check_image
from plugins.share_graphics.cache import GraphicCache, draw_cached
from plugins.share_graphics.graphic import Graphic

_GRAPHIC = 760
"""Pixels of a graphic's longer side: its words can be read, and a page stays small enough to be
sent by mail."""
_PHOTO = 1000
"""Pixels of the width of a picture in the text."""
_QUALITY = 78


class Pictures(Protocol):
    """Finds the address of a picture for an img element; "" where it cannot be shown."""

    def graphic(self, graphic: Graphic) -> str:
        """Of a share graphic."""

    def image(self, path: str) -> str:
        """Of a file of the site: "images/cuff.jpg"."""


@dataclass(frozen=True)  # no slots: the names are found once
class InsidePictures:
    """Every picture as a data: URL."""

    plan: BuildPlan
    cache: GraphicCache
    made: dict[str, str] = field(default_factory=dict)

    def graphic(self, graphic: Graphic) -> str:
        """Drawn, or taken from the cache, and made smaller."""
        ((_, data),) = draw_cached([graphic], self.cache)
        return _data_url(_smaller(data, _GRAPHIC))

    def image(self, path: str) -> str:
        """A picture of the text or of a person, as it is published."""
        if path not in self.made:
            name = self._names.get(path)
            files = published_images([name], self.plan.content.folder) if name else {}
            self.made[path] = "".join(_data_url(_smaller(d, _PHOTO)) for d in files.values())
        return self.made[path]

    @cached_property
    def _names(self) -> Mapping[str, str]:
        content = self.plan.content
        people = (person.photo for person in content.people.values() if person.photo)
        names = {name.removeprefix("images/") for name in (*images_of(self.plan), *people)}
        return {
            f"images/{published_name(name)}": name
            for name in names
            if next(check_image(name, content.folder, "", 1), None) is None
        }


@dataclass(frozen=True, slots=True)
class ServedPictures:
    """Addresses of the preview: the site's own files, and graphics from the cache."""

    folder: str
    """Where the preview serves the graphics, with a slash at the end."""

    def graphic(self, graphic: Graphic) -> str:
        """By its key: equal keys, equal pictures."""
        return f"{self.folder}{graphic.key}.jpg"

    def image(self, path: str) -> str:
        """Where it stands in the preview."""
        return f"/{path}" if PurePosixPath(path).parts[:1] == ("images",) else ""


def font_url(path: Path) -> str:
    """A font as a data: URL."""
    return f"data:font/woff2;base64,{b64encode(path.read_bytes()).decode()}"


def _smaller(data: bytes, longest: int) -> bytes:
    """The picture as a JPEG no longer than that on any side; one with transparency as a PNG."""
    with Image.open(io.BytesIO(data)) as opened:
        opened.draft("RGB", (longest, longest))
        opened.thumbnail((longest, longest), Image.Resampling.LANCZOS)
        opened.info.clear()
        buffer = io.BytesIO()
        if opened.has_transparency_data:
            opened.save(buffer, "PNG", optimize=True)
        else:
            opened.convert("RGB").save(buffer, "JPEG", quality=_QUALITY, optimize=True)
    return buffer.getvalue()


def _data_url(data: bytes) -> str:
    kind = "png" if data.startswith(b"\x89PNG") else "jpeg"
    return f"data:image/{kind};base64,{b64encode(data).decode()}"
