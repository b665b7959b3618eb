"""What a picture file tells besides its picture, found in its bytes.

JPEG: ITU-T T.81, annex B, and JFIF 1.02. PNG: third edition (W3C, 2025), 5 and 11. WebP: RFC 9649.
Everything is metadata that is not known to be picture, so that what nobody has thought of is found.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

DAMAGED = "bytes that are no whole picture"

_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_NAMED_SEGMENTS = (
    (0xE1, b"Exif\x00", "EXIF"),
    (0xE1, b"http://ns.adobe.com/xap/", "XMP"),
    (0xE1, b"http://ns.adobe.com/xmp/", "XMP"),
    (0xE2, b"ICC_PROFILE\x00", "a colour profile with words in it"),
    (0xE2, b"MPF\x00", "further pictures (MPF)"),
    (0xED, b"", "IPTC (APP13)"),
    (0xFE, b"", "a comment"),
)
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_APPLICATION = range(0xE0, 0xF0)
_SCAN, _END, _COMMENT = 0xDA, 0xD9, 0xFE
_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_JFIF_HEAD = 14
"""Bytes of a JFIF segment without a thumbnail, behind its length."""

_PICTURE_CHUNKS = frozenset(
    {
        b"IHDR",
        b"PLTE",
        b"IDAT",
        b"IEND",
        b"tRNS",
        b"gAMA",
        b"cHRM",
        b"sRGB",
        b"sBIT",
        b"bKGD",
        b"pHYs",
    }
)
_CHUNKS = {
    b"eXIf": "EXIF",
    b"tEXt": "a text",
    b"zTXt": "a text",
    b"iTXt": "a text (XMP)",
    b"tIME": "a time",
    b"iCCP": "a colour profile with words in it",
}
_WEBP_CHUNKS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"})
_WEBP_NAMES = {b"EXIF": "EXIF", b"XMP ": "XMP", b"ICCP": "a colour profile with words in it"}


def metadata_in(data: bytes) -> tuple[str, ...]:
    """What a JPEG, PNG, WebP or the JPEG pictures of a PDF tell besides the picture, each once;
    `DAMAGED` for bytes that are none of them."""
    if data.startswith(_JPEG):
        found = _jpeg(data)
    elif data.startswith(_PNG):
        found = _png(data)
    elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        found = _webp(data)
    elif data.startswith(b"%PDF"):
        found = _pdf(data)
    else:
        found = iter([DAMAGED])
    return tuple(dict.fromkeys(found))


def _jpeg(data: bytes) -> Iterator[str]:
    """Segment by segment to the end of the picture; nothing may follow it."""
    at = 2
    while True:
        marker = data[at + 1] if data[at : at + 1] == b"\xff" and at + 1 < len(data) else None
        if marker is None:
            yield DAMAGED
            return
        if marker == _END:
            break
        if marker == 0xFF or marker in _STANDALONE:  # fill bytes, and markers without a length
            at += 1 if marker == 0xFF else 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        yield from _segment(marker, data[at + 4 : at + 2 + length])
        at += 2 + length
        if marker == _SCAN:
            following = _MARKER.search(data, at)
            at = following.start() if following else len(data)
    if len(data) > at + 2:
        yield "bytes behind the end of the picture"


def _segment(marker: int, body: bytes) -> Iterator[str]:
    if marker == 0xE0 and body.startswith(b"JFIF\x00"):
        yield from ["a thumbnail"] if len(body) > _JFIF_HEAD else []
    elif marker == 0xEE and body.startswith(b"Adobe") and len(body) <= _JFIF_HEAD:
        return  # how the colours are stored
    elif marker in _APPLICATION or marker == _COMMENT:
        names = (n for m, begins, n in _NAMED_SEGMENTS if m == marker and body.startswith(begins))
        yield next(names, f"a segment of an application (APP{marker - 0xE0})")


def _png(data: bytes) -> Iterator[str]:
    at = len(_PNG)
    while at + 8 <= len(data):
        length, name = struct.unpack(">I4s", data[at : at + 8])
        if name not in _PICTURE_CHUNKS:
            yield _CHUNKS.get(name, f"a chunk {name.decode('ascii', 'replace')}")
        at += 12 + length
        if name == b"IEND":
            yield from ["bytes behind the end of the picture"] if at < len(data) else []
            return
    yield DAMAGED


def _webp(data: bytes) -> Iterator[str]:
    size = int.from_bytes(data[4:8], "little") + 8
    at = 12
    while at + 8 <= min(size, len(data)):
        name, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if name not in _WEBP_CHUNKS:
            yield _WEBP_NAMES.get(name, f"a chunk {name.decode('ascii', 'replace')}")
        at += 8 + length + length % 2
    if at > len(data) or at == 12:
        yield DAMAGED
    elif len(data) > size + size % 2:
        yield "bytes behind the end of the picture"


def _pdf(data: bytes) -> Iterator[str]:
    """The JPEG pictures lie in a PDF as they are, from "stream" to "endstream"."""
    at = 0
    while (start := data.find(b"stream", at)) >= 0:
        begin = start + len(b"stream")
        end = data.find(b"endstream", begin)
        if end < 0:
            yield DAMAGED
            return
        body = data[begin:end].strip(b"\r\n")
        if body.startswith(_JPEG):
            yield from _jpeg(body)
        at = end + len(b"endstream")
