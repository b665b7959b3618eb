"""Logos and photos: whatever a practice gives is drawn upright, in the right colours, or not at
all, and nothing of what a camera wrote goes along."""

from __future__ import annotations

import struct
import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from plugins.share_graphics.pictures import CENTRE, FACE, Picture, opened, picture_of


def saved(image: Image.Image, form: str, **more: Any) -> bytes:
    file = BytesIO()
    image.save(file, form, **more)
    return file.getvalue()


def plain(mode: str = "RGB", size: tuple[int, int] = (60, 30), colour: Any = None) -> Image.Image:
    return Image.new(mode, size, 0 if colour is None else colour)


def camera(orientation: int, size: tuple[int, int] = (60, 30)) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Camera of Somebody"
    exif[0x8825] = {1: "N", 2: (40.0, 44.0, 54.0)}
    return exif


def known(data: bytes) -> Picture:
    picture = picture_of(data)
    assert picture is not None
    return picture


def near(pixel: Any, colour: tuple[int, ...], off: int = 6) -> bool:
    return all(abs(a - b) <= off for a, b in zip(pixel, colour, strict=True))


def png_claiming(width: int, height: int) -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 0) + b"IDAT" + b"\0\0\0\0"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a picture",
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        saved(plain(), "GIF"),
        saved(Image.effect_noise((200, 200), 80), "JPEG")[:-900],
        saved(Image.effect_noise((200, 200), 80), "PNG")[:-900],
        png_claiming(20_000, 20_000),
        png_claiming(8_000, 8_000),
    ],
    ids=["empty", "text", "svg", "gif", "cut jpeg", "cut png", "enormous", "large"],
)
def test_what_is_no_picture_is_none(data: bytes) -> None:
    assert picture_of(data) is None


def test_a_png_20000_pixels_wide_is_a_picture() -> None:
    picture = known(saved(plain("L", (20_000, 200), 255), "PNG"))
    assert picture.ratio == 100
    assert opened(picture, (500, 5)).size == (500, 5)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_measured_and_drawn_upright(form: str, orientation: int) -> None:
    stored = plain(colour="blue")
    stored.paste("red", (0, 0, 20, 30))
    picture = known(saved(stored, form, exif=camera(orientation), quality=95))
    turned = orientation > 4
    assert picture.ratio == (0.5 if turned else 2)
    drawn = opened(picture, (30, 60) if turned else (60, 30))
    red = {1: "left", 2: "right", 3: "right", 4: "left", 5: "top", 6: "top", 7: "foot", 8: "foot"}
    middle = {"left": (3, 15), "right": (56, 15), "top": (15, 3), "foot": (15, 56)}
    assert near(drawn.getpixel(middle[red[orientation]]), (255, 0, 0, 255), 30)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_nothing_that_the_camera_wrote_goes_along(form: str) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    picture = known(saved(plain(), form, exif=camera(6), icc_profile=profile))
    drawn = opened(picture, (20, 20))
    assert drawn.info == {}
    assert not drawn.getexif()
    assert b"Somebody" not in saved(drawn, "PNG")


@pytest.mark.parametrize(
    ("mode", "colour", "seen"),
    [
        ("1", 1, (255, 255, 255, 255)),
        ("L", 128, (128, 128, 128, 255)),
        ("LA", (128, 0), (128, 128, 128, 0)),
        ("P", 0, (0, 0, 0, 255)),
        ("RGB", (10, 200, 30), (10, 200, 30, 255)),
        ("RGBA", (10, 200, 30, 77), (10, 200, 30, 77)),
        ("I;16", 128 * 256, (128, 128, 128, 255)),
    ],
)
def test_a_png_of_any_sort_keeps_its_colours(mode: str, colour: Any, seen: Any) -> None:
    picture = known(saved(plain(mode, colour=colour), "PNG"))
    assert picture.opaque is (seen[3] == 255)
    drawn = opened(picture, (40, 20))
    assert (drawn.mode, drawn.size) == ("RGBA", (40, 20))
    if seen[3]:
        assert near(drawn.getpixel((20, 10)), seen, 2)
    else:
        assert drawn.getpixel((20, 10))[3] == 0  # type: ignore[index]


def test_a_photo_in_printing_colours_keeps_them() -> None:
    red = plain("CMYK", colour=(0, 255, 255, 0))
    picture = known(saved(red, "JPEG", quality=95))
    assert picture.opaque
    assert near(opened(picture, (20, 20)).getpixel((10, 10)), (255, 0, 0, 255))


def test_an_alpha_channel_without_a_gap_is_opaque() -> None:
    assert known(saved(plain("RGBA", colour=(1, 2, 3, 255)), "PNG")).opaque
    assert not known(saved(plain("RGBA", colour=(1, 2, 3, 254)), "PNG")).opaque
    assert known(saved(plain(), "JPEG")).opaque
    assert not known(saved(plain("RGBA", colour=(1, 2, 3, 0)), "WEBP", lossless=True)).opaque


def test_a_palette_with_a_clear_colour_is_not_opaque() -> None:
    clear = saved(plain("P", colour=0), "PNG", transparency=0)
    assert not known(clear).opaque
    assert opened(known(clear), (9, 9)).getpixel((4, 4))[3] == 0  # type: ignore[index]


def _mixed_up_profile() -> bytes:
    """A profile for which red is blue: sRGB's own with two of its tags exchanged."""
    plain_one = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    held = plain_one.replace(b"rXYZ", b"?XYZ", 1).replace(b"bXYZ", b"rXYZ", 1)
    return held.replace(b"?XYZ", b"bXYZ", 1)


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_colours_are_those_that_the_profile_means(mode: str) -> None:
    red = plain(mode, colour=(255, 0, 0) if mode == "RGB" else (255, 0, 0, 90))
    drawn = opened(known(saved(red, "PNG", icc_profile=_mixed_up_profile())), (10, 10))
    seen = drawn.getpixel((5, 5))
    assert near(seen, (0, 0, 255, 255 if mode == "RGB" else 90), 3)


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_a_profile_that_is_damaged_or_of_another_kind_is_passed_over(mode: str) -> None:
    for profile in (b"no profile at all", _mixed_up_profile()[:300], _mixed_up_profile()):
        data = saved(plain(mode, (40, 40)), "JPEG", icc_profile=profile)
        assert opened(known(data), (10, 10)).size == (10, 10)


def test_what_stands_over_is_cut_off_at_both_ends_and_less_above_a_face() -> None:
    tall = plain(size=(100, 300), colour="white")
    tall.paste("red", (0, 0, 100, 80))
    picture = known(saved(tall, "PNG"))
    assert opened(picture, (100, 100), CENTRE).getpixel((50, 1)) == (255, 255, 255, 255)
    assert opened(picture, (100, 100), FACE).getpixel((50, 1)) == (255, 0, 0, 255)
    assert opened(picture, (100, 100), FACE).getpixel((50, 40)) == (255, 255, 255, 255)


def test_nothing_is_stretched() -> None:
    wide = plain(size=(400, 100), colour="white")
    wide.paste("red", (175, 25, 225, 75))  # a square in the middle
    drawn = opened(known(saved(wide, "PNG")), (50, 50))
    red = drawn.convert("L").point(lambda value: 255 if value < 165 else 0).getbbox()
    assert red is not None
    assert {red[2] - red[0], red[3] - red[1]} <= {24, 25, 26}


def test_a_large_photo_is_drawn_as_a_small_one_would_be() -> None:
    soft = Image.radial_gradient("L").convert("RGB")
    large = known(saved(soft.resize((4000, 3000)), "JPEG", quality=92))
    small = known(saved(soft.resize((800, 600)), "JPEG", quality=92))
    one, other = opened(large, (400, 300)), opened(small, (400, 300))
    for x, y in ((10, 10), (200, 150), (390, 290), (100, 40)):
        assert near(one.getpixel((x, y)), other.getpixel((x, y)), 4)  # type: ignore[arg-type]


def test_pictures_are_the_same_by_their_bytes() -> None:
    data = saved(plain(), "PNG")
    assert known(data) == known(bytes(bytearray(data)))
    assert known(data) != known(saved(plain(colour="red"), "PNG"))
    assert "data" not in repr(known(data))
    assert opened(known(data), (9, 9)) is opened(replace(known(data)), (9, 9))


@settings(max_examples=150)
@given(
    st.dictionaries(st.integers(6, 120), st.integers(0, 255), max_size=5),
    st.sampled_from(["JPEG", "PNG", "WEBP"]),
)
def test_a_damaged_exif_block_is_left_out_and_nobody_is_warned(
    changes: dict[int, int], form: str
) -> None:
    """Warnings are errors in these tests."""
    block = bytearray(camera(6).tobytes())
    for place, value in changes.items():
        block[place % len(block) if place % len(block) >= 6 else 6] = value
    picture = known(saved(plain(), form, exif=bytes(block)))
    assert opened(picture, (12, 10)).size == (12, 10)


@settings(max_examples=200)
@given(st.sampled_from(["JPEG", "PNG", "WEBP"]), st.data())
def test_any_bytes_are_a_picture_that_can_be_drawn_or_none(form: str, data: st.DataObject) -> None:
    good = saved(plain(), form, exif=camera(6))
    bad = bytearray(good)
    for _ in range(data.draw(st.integers(0, 3))):
        bad[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    picture = picture_of(bytes(bad[: data.draw(st.integers(len(good) // 2, len(good)))]))
    if picture is not None:
        assert opened(picture, (10, 12)).size == (10, 12)


def test_many_threads_draw_the_same() -> None:
    picture = known(saved(Image.radial_gradient("L").convert("RGB"), "JPEG", exif=camera(8)))
    sizes = [(20 + n, 30) for n in range(12)]
    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(lambda size: opened(picture, size).tobytes(), sizes))
    opened.cache_clear()
    assert drawn == [opened(picture, size).tobytes() for size in sizes]
