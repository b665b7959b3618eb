"""The practice's own pictures, a logo or a photo: looked at once, opened for drawing."""

from __future__ import annotations

import hashlib
import warnings
from dataclasses import dataclass, field
from functools import cache, lru_cache
from io import BytesIO
from math import ceil

from PIL import Image, ImageCms, ImageOps

from plugins.practice.images import (
    FORMATS,
    MOST_PIXELS,
    UNREADABLE,
    lies_on_its_side,
    opened_quietly,
    upright,
)

Size = tuple[int, int]
"""Width and height in pixels."""
Crop = tuple[float, float]
"""What stays of a picture too wide or too high: (0, 0) its top left, (1, 1) its bottom right."""
CENTRE: Crop = (0.5, 0.5)
FACE: Crop = (0.5, 0.35)
"""For portraits of people: faces are above the middle."""

_SPARE = 2  # times finer than drawn: what a JPEG is decoded at, before it is scaled well


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that can be drawn. `ratio` is its width for a height of 1, seen upright."""

    ratio: float
    digest: str
    """The sha256 of `data`."""
    data: bytes = field(repr=False, compare=False)
    opaque: bool
    """Whether nothing shines through it."""

    @property
    def fits_a_footer(self) -> bool:
        """Whether it can be made out at the height of a line."""
        return 0.2 <= self.ratio <= 8


@lru_cache(maxsize=64)
def picture_of(data: bytes) -> Picture | None:
    """The PNG, JPEG or WEBP of these bytes; None where it cannot be read, or is enormous."""
    try:
        with warnings.catch_warnings(record=True) as damage:
            warnings.simplefilter("always")
            with Image.open(BytesIO(data), formats=FORMATS) as image:
                width, height = image.size
                if width * height > MOST_PIXELS:
                    return None
                image.draft(None, (1, 1))  # reads to the end all the same
                image.load()
                opaque, turned = _is_opaque(image), lies_on_its_side(image)
    except UNREADABLE:
        return None
    if damage:
        return picture_of(_without_metadata(data))
    ratio = height / width if turned else width / height
    return Picture(ratio, hashlib.sha256(data).hexdigest(), data, opaque)


def _is_opaque(image: Image.Image) -> bool:
    if not image.has_transparency_data:
        return True
    alpha = _eight_bits(image).convert("RGBA").getchannel("A")
    return alpha.getextrema()[0] == 255


def _without_metadata(data: bytes) -> bytes:
    """A copy without the damaged EXIF block, of which Pillow would warn at every drawing."""
    copy = BytesIO()
    with opened_quietly(BytesIO(data)) as image:
        form = "JPEG" if image.format == "JPEG" else "PNG"
        profile = image.info.get("icc_profile")
        image.load()
        whole = _scalable(upright(_eight_bits(image)))
        _bare(whole).save(copy, form, quality=95, icc_profile=profile)
    return copy.getvalue()


@lru_cache(maxsize=16)
def opened(picture: Picture, size: Size, crop: Crop = CENTRE) -> Image.Image:
    """The same as `as_seen`, kept for the next picture that shows it.

    Callers share the result: they paste it, and never draw on it.
    """
    return as_seen(picture, size, crop)


def as_seen(picture: Picture, size: Size, crop: Crop = CENTRE) -> Image.Image:
    """The picture as RGBA and sRGB, upright, filling `size`; `crop` cuts off what stands over."""
    with Image.open(BytesIO(picture.data), formats=FORMATS) as image:
        width, height = (size[1], size[0]) if lies_on_its_side(image) else size
        share = max(width / image.width, height / image.height) * _SPARE
        image.draft(None, (ceil(image.width * share), ceil(image.height * share)))
        profile = image.info.get("icc_profile")
        whole = _scalable(upright(_eight_bits(image)))
        fitted = ImageOps.fit(whole, size, Image.Resampling.LANCZOS, centering=crop)
    return _bare(_as_srgb(fitted, profile).convert("RGBA"))


def _eight_bits(image: Image.Image) -> Image.Image:
    """A picture of 16 bits a pixel in 8; Pillow's own conversion makes it white."""
    if not image.mode.startswith("I"):
        return image
    whole = image.convert("I").point(lambda value: value / 256).convert("L")
    whole.info.pop("transparency", None)  # a grey of 16 bits, which is none of these
    return whole


def _scalable(image: Image.Image) -> Image.Image:
    """Two colours and palettes as real colours: between them nothing could be blended."""
    if image.mode in ("RGB", "RGBA", "CMYK"):
        return image
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


@cache
def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def _as_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours as a telephone's or a printer's profile means them; grey ones stay."""
    if not profile:
        return image
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        meant = ImageCms.ImageCmsProfile(BytesIO(profile))
        found = ImageCms.profileToProfile(image, meant, _srgb(), outputMode=mode)
    except (ImageCms.PyCMSError, OSError):
        return image  # a damaged profile, or one of another kind of colours
    return found or image


def _bare(image: Image.Image) -> Image.Image:
    """The pixels alone: Pillow carries metadata along in `info`."""
    image.info.clear()
    return image
