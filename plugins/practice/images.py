"""Pictures in content/images/: there, really pictures, and of a size that can be opened."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path, PurePosixPath

from PIL import Image

from plugins.practice.image_names import FIT, image_name
from plugins.practice.posts import KeptImage
from plugins.practice.problems import Problem, Severity

MOST_PIXELS = 50_000_000
"""A picture of more pixels takes over 150 MB to open; a telephone's has 12 to 50 million."""

FORMATS = ("JPEG", "PNG", "WEBP")

_OTHERS = (
    (b"<svg", "is an SVG drawing", "export it as PNG, about 1000 pixels wide"),
    (b"ftyphei", "is a HEIC picture of a telephone", "export it as JPEG"),
    (b"ftypmif1", "is a HEIC picture of a telephone", "export it as JPEG"),
    (b"GIF8", "is a GIF", "save it as PNG"),
    (b"%PDF", "is a PDF", "export it as PNG or JPEG"),
)
"""What people try that is no picture for every browser: a sign among its first bytes."""


_IMAGES = "images"

Kept = Mapping[str, KeptImage]
"""As `Document.kept_images`."""

NONE_KEPT: Kept = {}


def image_path(name: str, folder: Path, kept: Kept = NONE_KEPT) -> Path:
    """The file of an image named in front matter or text: "hands.jpg" or "images/hands.jpg".

    `kept`: the pictures of the document that lie elsewhere than in content/images/.
    """
    plain = image_name(name)
    return folder / (kept[plain].file if plain in kept else f"images/{plain}")


def check_image(
    name: str, folder: Path, file: str, line: int, kept: Kept = NONE_KEPT
) -> Iterator[Problem]:
    """What keeps the image `name`, which `file` names on `line`, from being shown."""
    path = image_path(name, folder, kept)
    home = folder / (_IMAGES if path == image_path(name, folder) else "approvals")
    fault = _fault(path, home)
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


def check_own_image(use: str, name: str, folder: Path, file: str, line: int) -> Iterator[Problem]:
    """What keeps a picture of the practice's own, its `use` "logo" or "photo", from being shown.

    Nothing is held for it: everything looks well without.
    """
    fault = _fault(image_path(name, folder), folder / "images")
    if not fault and use == "logo":
        fault = _no_logo(image_path(name, folder))
    if fault:
        what, fix = fault
        yield Problem(
            rule="unfit-image",
            severity=Severity.WARN,
            file=file,
            line=line,
            what=f'the {use} "{name}" {what}',
            why=f"the pictures go without the {use}",
            fix=fix,
        )


@contextmanager
def opened_quietly(source: Path | BytesIO) -> Iterator[Image.Image]:
    """The picture with only its head read. Raises one of `UNREADABLE` where it is damaged.

    Pillow warns of a great size, which we judge ourselves, and of a damaged EXIF block, without
    which the picture is as good.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(source, formats=FORMATS) as image:
            yield image


UNREADABLE = (OSError, SyntaxError, ValueError, Image.DecompressionBombError)
"""What Pillow raises for files that are damaged, no picture, or said to be enormous."""

_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""How a picture is turned for each value of EXIF's Orientation (Exif 2.32, 4.6.4 A)."""


def turn_of(image: Image.Image) -> Image.Transpose | None:
    """How to turn the picture so that it stands upright; None where it does, or does not say.

    Not `ImageOps.exif_transpose`: it writes the EXIF block anew, and fails where that is damaged.
    """
    try:
        found = image.getexif().get(_ORIENTATION)
    except (*UNREADABLE, struct.error):
        return None
    return _TURNS.get(found) if isinstance(found, int) else None


_SIDEWAYS = frozenset(
    {
        Image.Transpose.TRANSPOSE,
        Image.Transpose.TRANSVERSE,
        Image.Transpose.ROTATE_90,
        Image.Transpose.ROTATE_270,
    }
)


def lies_on_its_side(image: Image.Image) -> bool:
    """Whether the picture, seen upright, is as high as it is wide in the file."""
    return turn_of(image) in _SIDEWAYS


def upright(image: Image.Image) -> Image.Image:
    """The picture as it was seen when it was taken."""
    turn = turn_of(image)
    return image if turn is None else image.transpose(turn)


def _no_logo(path: Path) -> tuple[str, str] | None:
    with opened_quietly(path) as image:
        found = image.format
    if found == "PNG":
        return None
    return f"is a {found} picture, no PNG", "save it as PNG, with a transparent ground if you can"


def published_as(name: str) -> str:
    """The name under which an image of content/images/ is published: a JPEG or PNG written anew."""
    path = PurePosixPath(name)
    return str(path.with_suffix(".png" if path.suffix.lower() == ".png" else ".jpg"))


def _fault(path: Path, home: Path) -> tuple[str, str] | None:
    parts = path.relative_to(home).parts
    if ".." in parts or not path.resolve().is_relative_to(home.resolve()):
        return "lies outside content/images/", "put it there and name it alone, like hands.jpg"
    if not parts or not all(FIT.fullmatch(part) for part in parts):
        return "has a name with spaces or signs", "rename it: letters, digits, hyphens and dots"
    if not path.is_file() or not _is_spelt_so(path, home):
        return "is not in content/images/", "put it there, or mend the spelling"
    twin = _twin(path) if home.name == _IMAGES else ""
    if twin:
        return f'would be published under the name of "{twin}"', "rename one of the two"
    return _unopened(path)


def _is_spelt_so(path: Path, home: Path) -> bool:
    """Whether a file has this name to the letter, and lies in no linked folder: an approval knows
    it by that name, and some computers find it by others."""
    levels = [one for one in (path, *path.parents) if one != home and one.is_relative_to(home)]
    exact = all(one.name in {p.name for p in one.parent.iterdir()} for one in levels)
    return exact and not any(one.is_symlink() for one in levels[1:])


def _twin(path: Path) -> str:
    """The name of another picture beside it that would overwrite it on the site; or empty."""
    name = published_as(path.name).lower()
    for other in sorted(path.parent.iterdir()):
        is_twin = other.name != path.name and published_as(other.name).lower() == name
        if is_twin and other.is_file() and FIT.fullmatch(other.name) and not _unopened(other):
            return other.name
    return ""


def _unopened(path: Path) -> tuple[str, str] | None:
    """Why the file cannot be opened; None where it can."""
    most = f"{MOST_PIXELS // 10**6} million pixels"
    try:
        # A picture that claims a huge size fills the memory once loaded: its head comes first.
        with opened_quietly(path) as image:
            width, height = image.size
            if width * height > MOST_PIXELS:
                return f"has {width} x {height} pixels", f"make it at most {most}"
            image.draft(None, (1, 1))  # a JPEG is read to its end all the same, in half the time
            image.load()
    except Image.DecompressionBombError:
        return "claims to be enormous", f"use one of at most {most}"
    except UNREADABLE:
        return _other_kind(path)
    return None


def _other_kind(path: Path) -> tuple[str, str]:
    with path.open("rb") as file:
        start = file.read(4096)
    for sign, what, fix in _OTHERS:
        if sign in start:
            return what, fix
    return "is damaged, or no picture", "save it again as JPEG or PNG"
