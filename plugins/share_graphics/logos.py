"""The practice's logo file, looked at once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO

from PIL import Image, UnidentifiedImageError


@dataclass(frozen=True, slots=True)
class Mark:
    """A logo that can be drawn. `ratio` is its width for a height of 1."""

    ratio: float
    digest: str
    """The sha256 of `data`."""
    data: bytes = field(repr=False)


@lru_cache(maxsize=8)
def mark_of(data: bytes) -> Mark | None:
    """The logo, or None where the bytes are no PNG that can be read."""
    try:
        with Image.open(BytesIO(data), formats=["PNG"]) as picture:
            picture.load()
            width, height = picture.size
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return None
    return Mark(width / height, hashlib.sha256(data).hexdigest(), data)
