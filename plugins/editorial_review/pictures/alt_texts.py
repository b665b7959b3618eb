"""I-05: what people hear who cannot see the picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from plugins.editorial_review.pictures.shown_images import ShownImage, images_shown
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject
from plugins.practice.problems import Severity

LONGEST = 150
"""Characters; a screen reader cannot pause in an alt text."""

_LIKE_A_FILE = re.compile(
    r"\S{1,200}\.(?:jpe?g|png|webp|gif|heic)"
    r"|(?:img|dsc|dscn|pxl|image|photo|picture|pic|foto|imagen)[ _-]{0,3}\d{0,20}",
    re.IGNORECASE,
)


def check_alts(subject: Subject) -> Iterator[Found]:
    """Alt texts that are missing in the text, say nothing, or say too much."""
    for image in images_shown(subject.document):
        if image.alt:
            yield from _fault(image)
        elif isinstance(image.at, int):  # that of the front matter is told by the reader
            yield Found(
                at=image.at,
                what=f'the image "{image.name[:60]}" in the text has no words in its brackets',
                fix="write what it shows between the brackets: ![A nurse fits a cuff](cuff.jpg)",
            )


def _fault(image: ShownImage) -> Iterator[Found]:
    if _says_the_file(image):
        what = f'the alt text "{_short(image.alt)}" is the name of a file'
        yield Found(at=image.at, what=what)
    elif _plain(image.alt) == _plain(image.caption):
        what = f'alt text and caption are the same: "{_short(image.alt)}"'
        fix = "let the alt text say what can be seen, and the caption what it means"
        yield Found(at=image.at, what=what, fix=fix, severity=Severity.WARN)
    elif len(image.alt) > LONGEST:
        what = f'an alt text of {len(image.alt)} characters: "{_short(image.alt)}"'
        fix = f"say it in at most {LONGEST}, and the rest in the text"
        yield Found(at=image.at, what=what, fix=fix, severity=Severity.WARN)


def _says_the_file(image: ShownImage) -> bool:
    """ "arm-cuff" of arm-cuff.jpg, "IMG_2034"; "Cuff" of cuff.jpg may be meant."""
    alt, path = image.alt.strip(), PurePosixPath(image.name)
    is_name = alt.casefold() in (path.name.casefold(), path.stem.casefold())
    return _LIKE_A_FILE.fullmatch(alt) is not None or (is_name and not alt.isalpha())


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def _short(text: str) -> str:
    return f"{text[:77]}..." if len(text) > 80 else text
