"""The images of a document: in its front matter and in its text, each with its words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from plugins.practice.markdown_text import without_code
from plugins.practice.posts import Document, Post

_IMAGE = re.compile(
    r"!\[([^\[\]]{0,2000})\]"
    r"(?:\(([^()\s]{0,500})(?:\s{1,9}[\"']([^\"'\n]{0,500})[\"'])?\)|\[([^\[\]\n]{0,200})\])"
)
_BEHIND = re.compile(r"[^\n!]{0,300}(?:\n(?![ \t]{0,99}\n)[^\n!]{0,300})?")
"""The rest of the line and the next one, up to another image: a caption is no longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownImage:
    """One image where it is shown."""

    name: str
    """Of its file; empty where the text gives none."""
    alt: str
    caption: str
    """Its title, and what stands behind it in the same paragraph."""
    at: int | str
    """A line of the file, or "image" for that of the front matter."""

    @property
    def words(self) -> str:
        """All that is said of it, also by the name of its file."""
        stem = PurePosixPath(self.name).stem
        named = re.sub(r"[-_.]+", " ", stem)
        return "\n".join(part for part in (self.alt, self.caption, named) if part)


def images_shown(document: Document) -> tuple[ShownImage, ...]:
    """Every image of a document, that of its front matter first."""
    return (*_of_front_matter(document), *_of_text(document))


def _of_front_matter(document: Document) -> Iterator[ShownImage]:
    if isinstance(document, Post) and document.image:
        at = "image_alt" if "image_alt" in document.lines else "image"
        yield ShownImage(name=document.image, alt=document.image_alt, caption="", at=at)


def _of_text(document: Document) -> Iterator[ShownImage]:
    text = without_code(document.text)
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    for found in _IMAGE.finditer(text):
        behind = _BEHIND.match(text, found.end())
        yield ShownImage(
            name=found[2] or "",
            alt=" ".join(found[1].split()),
            caption=" ".join(f"{found[3] or ''} {behind[0] if behind else ''}".split()),
            at=document.text_line + bisect_right(starts, found.start()) - 1,
        )
