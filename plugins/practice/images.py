"""Pictures in content/images: there, really pictures, and of a size that can be opened."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from plugins.practice.problems import Problem, Severity

MOST_PIXELS = 50_000_000
"""A picture of more pixels takes over 150 MB to open; a telephone's has 12 to 50 million."""

_FORMATS = ("JPEG", "PNG", "WEBP")


def image_path(name: str, folder: Path) -> Path:
    """The file of an image named in front matter or text: "hands.jpg" or "images/hands.jpg"."""
    return folder / "images" / name.removeprefix("images/")


def check_image(name: str, folder: Path, file: str, line: int) -> Iterator[Problem]:
    """What keeps the image `name`, which `file` names on `line`, from being shown."""
    fault = _fault(image_path(name, folder), folder)
    if fault:
        what, fix = fault
        yield Problem(
            rule="unfit-image",
            severity=Severity.BLOCK,
            file=file,
            line=line,
            what=f'the image "{name}" {what}',
            why="readers would see a broken picture",
            fix=fix,
        )


def _fault(path: Path, folder: Path) -> tuple[str, str] | None:
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", path.name):
        return "has a name with spaces or signs", "rename it: letters, digits, hyphens and dots"
    if not path.resolve().is_relative_to((folder / "images").resolve()):
        return "lies outside content/images/", "put it there and name it alone, like hands.jpg"
    if not path.is_file():
        return "is not in content/images/", "put it there, or mend the spelling"
    try:
        # A picture that claims a huge size fills the memory once loaded: its head comes first.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path, formats=_FORMATS) as image:
                width, height = image.size
                if width * height <= MOST_PIXELS:
                    image.load()
    except Image.DecompressionBombError:
        return "claims to be enormous", f"use one of at most {MOST_PIXELS // 10**6} million pixels"
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return "is damaged, or no picture", "save it again as JPEG or PNG"
    if width * height > MOST_PIXELS:
        size = f"{width} x {height}"
        return f"has {size} pixels", f"make it at most {MOST_PIXELS // 10**6} million pixels"
    return None
