"""What a picture file tells besides its picture is found in its bytes (I-02)."""

from __future__ import annotations

import struct
import time
import zlib
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from plugins.editorial_review.pictures.metadata import DAMAGED, metadata_in


def picture() -> Image.Image:
    return Image.effect_noise((64, 48), 40).convert("RGB")


def saved(kind: str, **options: Any) -> bytes:
    buffer = BytesIO()
    picture().save(buffer, kind, **options)
    return buffer.getvalue()


def exif() -> bytes:
    """Place and device, as a telephone writes them."""
    tags = Image.Exif()
    tags[0x010F] = "Phone Maker"
    tags.get_ifd(0x8825)[2] = (40.0, 26.0, 46.0)
    return tags.tobytes()


def segment(marker: int, body: bytes) -> bytes:
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(body) + 2) + body


def with_segment(marker: int, body: bytes) -> bytes:
    plain = saved("JPEG")
    return plain[:2] + segment(marker, body) + plain[2:]


def with_chunk(name: bytes, body: bytes) -> bytes:
    plain, at = saved("PNG"), 33
    crc = struct.pack(">I", zlib.crc32(name + body))
    return plain[:at] + struct.pack(">I", len(body)) + name + body + crc + plain[at:]


@pytest.mark.parametrize(
    "data",
    [
        saved("JPEG"),
        saved("JPEG", progressive=True),
        saved("JPEG", quality=100, subsampling=0),
        saved("PNG"),
        saved("WEBP"),
        saved("WEBP", lossless=True),
    ],
)
def test_a_bare_picture_tells_nothing(data: bytes) -> None:
    assert metadata_in(data) == ()


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (saved("JPEG", exif=exif()), "EXIF"),
        (saved("JPEG", progressive=True, exif=exif()), "EXIF"),
        (saved("JPEG", comment=b"Maria"), "a comment"),
        (with_segment(0xE1, b"http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta/>"), "XMP"),
        (with_segment(0xE1, b"http://ns.adobe.com/xmp/extension/\x00"), "XMP"),
        (with_segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04"), "IPTC (APP13)"),
        (with_segment(0xE2, b"MPF\x00II*\x00"), "further pictures (MPF)"),
        (with_segment(0xEB, b"JP whatever"), "a segment of an application (APP11)"),
        (with_segment(0xE0, b"JFXX\x00\x10"), "a segment of an application (APP0)"),
        (
            with_segment(0xE0, b"JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x01\x01\x00\x00\x00"),
            "a thumbnail",
        ),
        (saved("JPEG", icc_profile=b"profile of a camera"), "a colour profile with words in it"),
        (saved("JPEG") + b"GPS 40.26", "bytes behind the end of the picture"),
        (saved("PNG", exif=exif()), "EXIF"),
        (with_chunk(b"tEXt", b"Author\x00Maria"), "a text"),
        (with_chunk(b"zTXt", b"Author\x00\x00x"), "a text"),
        (with_chunk(b"iTXt", b"XML:com.adobe.xmp\x00\x00\x00\x00\x00<x/>"), "a text (XMP)"),
        (with_chunk(b"tIME", b"\x07\xea\x0b\x15\x09\x00\x00"), "a time"),
        (with_chunk(b"prVt", b"whatever"), "a chunk prVt"),
        (saved("PNG") + b"more", "bytes behind the end of the picture"),
        (saved("WEBP", exif=exif()), "EXIF"),
        (saved("WEBP", xmp=b"<x:xmpmeta/>"), "XMP"),
        (saved("WEBP", icc_profile=b"profile"), "a colour profile with words in it"),
    ],
)
def test_what_a_picture_tells_besides_is_found(data: bytes, found: str) -> None:
    assert metadata_in(data) == (found,)


def test_a_text_of_a_png_written_by_pillow_is_found() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "in room two")
    assert metadata_in(saved("PNG", pnginfo=info)) == ("a text",)


def test_a_comment_between_the_scans_of_a_progressive_picture_is_found() -> None:
    plain = saved("JPEG", progressive=True)
    last = plain.rindex(b"\xff\xda")
    assert metadata_in(plain[:last] + segment(0xFE, b"hidden") + plain[last:]) == ("a comment",)


def test_all_of_it_is_told_at_once() -> None:
    data = saved("JPEG", exif=exif(), comment=b"x")
    assert {*metadata_in(data)} == {"EXIF", "a comment"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"<svg/>",
        saved("JPEG")[:-400],
        saved("PNG")[:-12],
        b"\xff\xd8",
        b"\x89PNG\r\n\x1a\n",
    ],
)
def test_bytes_that_are_no_whole_picture_are_told(data: bytes) -> None:
    assert DAMAGED in metadata_in(data)


def pdf(jpeg: bytes) -> bytes:
    return (
        b"%PDF-1.7\n1 0 obj\n<</Length 9>>\nstream\nq Q\nendstream\n2 0 obj stream\n"
        + jpeg
        + (b"\nendstream\n%%EOF")
    )


def test_the_pictures_in_a_pdf_are_looked_at() -> None:
    assert metadata_in(pdf(saved("JPEG"))) == ()
    assert metadata_in(pdf(saved("JPEG", exif=exif()))) == ("EXIF",)


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xd8" + b"\xff" * 5_000_000,
        b"\xff\xd8\xff\xda\x00\x02" + b"\xff\x00" * 2_500_000,
        b"\xff\xd8" + b"\xff\xfe\x00\x00" * 500_000,
        b"%PDF" + b"stream" * 800_000,
        b"%PDF" + b"stream\nendstream" * 300_000,
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 5_000_000,
        b"RIFF\xff\xff\xff\x7fWEBP" + b"\x00" * 5_000_000,
    ],
)
def test_five_megabytes_of_nonsense_take_seconds(data: bytes) -> None:
    started = time.perf_counter()
    metadata_in(data)
    assert time.perf_counter() - started < 15
