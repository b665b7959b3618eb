"""The logo, the photo of the place and the photos of people: told where they are named, and no
reason to hold anything."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from plugins.practice.images import UNREADABLE, opened_quietly, upright
from plugins.practice.problems import Problem, Severity
from tests.conftest import Folder

SVG = b'<?xml version="1.0"?>\n<!-- by a drawing program -->\n<svg xmlns="http://x.org"/>'


def picture(
    form: str, size: tuple[int, int] = (40, 20), mode: str = "RGB", **more: object
) -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, size).save(buffer, form, **more)
    return buffer.getvalue()


def png_claiming(width: int, height: int) -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 0) + b"IDAT" + b"\0\0\0\0"


def with_brand(folder: Folder, use: str, name: str, data: bytes | None) -> list[Problem]:
    if data is not None:
        folder.write(f"images/{name}", data)
    brand = f'[brand]\nlook = "orchard"\n{use} = "{name}"\n\n[[places]]'
    folder.edit("practice.toml", "[[places]]", brand)
    return folder.problems("practice.toml")


@pytest.mark.parametrize(
    ("name", "data", "said", "fix"),
    [
        ("logo.svg", SVG, "is an SVG drawing", "export it as PNG"),
        ("logo.png", SVG, "is an SVG drawing", "export it as PNG"),
        ("logo.jpg", picture("JPEG"), "is a JPEG picture, no PNG", "save it as PNG"),
        ("logo.webp", picture("WEBP"), "is a WEBP picture, no PNG", "save it as PNG"),
        ("logo.gif", picture("GIF", mode="P"), "is a GIF", "save it as PNG"),
        ("logo.pdf", b"%PDF-1.7\n", "is a PDF", "export it"),
        ("logo.png", None, "is not in content/images/", "put it there"),
        ("logo.png", b"", "is damaged, or no picture", "save it again"),
        ("logo.png", picture("PNG", (400, 400))[:-40], "is damaged", "save it again"),
        ("logo.png", png_claiming(20_000, 20_000), "claims to be enormous", "50 million"),
        ("logo.png", png_claiming(8_000, 8_000), "has 8000 x 8000 pixels", "50 million"),
        ("my logo.png", picture("PNG"), "has a name with spaces", "rename it"),
    ],
)
def test_an_unfit_logo_is_told_on_its_line_of_practice_toml_and_holds_nothing(
    folder: Folder, name: str, data: bytes | None, said: str, fix: str
) -> None:
    (problem,) = with_brand(folder, "logo", name, data)
    assert (problem.rule, problem.severity) == ("unfit-image", Severity.WARN)
    lines = (folder.path / "practice.toml").read_text(encoding="utf-8").split("\n")
    assert lines[problem.line - 1] == f'logo = "{name}"'
    assert said in problem.what
    assert fix in problem.fix
    assert "go without the logo" in problem.why


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_png_of_any_sort_is_a_logo(folder: Folder, mode: str) -> None:
    assert with_brand(folder, "logo", "logo.png", picture("PNG", mode=mode)) == []


def test_a_wide_logo_of_20000_pixels_is_a_logo(folder: Folder) -> None:
    assert with_brand(folder, "logo", "logo.png", picture("PNG", (20_000, 200), "L")) == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("office.jpg", picture("JPEG")),
        ("office.jpg", picture("JPEG", mode="CMYK")),
        ("office.jpg", picture("JPEG", progressive=True)),
        ("office.png", picture("PNG")),
        ("office.webp", picture("WEBP")),
    ],
)
def test_a_photo_may_be_jpeg_png_or_webp(folder: Folder, name: str, data: bytes) -> None:
    assert with_brand(folder, "photo", name, data) == []
    content, _ = folder.read()
    assert content is not None
    assert content.practice.brand.photo == name


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("office.jpg", picture("JPEG", (400, 400))[:500], "is damaged"),
        ("office.heic", b"\0\0\0\x18ftypheic\0\0\0\0", "is a HEIC picture"),
        ("office.jpg", None, "is not in content/images/"),
        ("office.jpg", SVG, "is an SVG"),
    ],
)
def test_an_unfit_photo_of_the_place_is_a_warning(
    folder: Folder, name: str, data: bytes | None, said: str
) -> None:
    (problem,) = with_brand(folder, "photo", name, data)
    assert (problem.severity, problem.line) == (Severity.WARN, _line(folder, "photo"))
    assert said in problem.what


def _line(folder: Folder, key: str) -> int:
    lines = (folder.path / "practice.toml").read_text(encoding="utf-8").split("\n")
    return next(n for n, line in enumerate(lines, 1) if line.startswith(f"{key} ="))


def test_an_unfit_photo_of_a_person_is_told_in_their_file_and_holds_nobody(
    folder: Folder,
) -> None:
    folder.edit("people/ada.md", "role:", "photo: ada.jpg\nrole:")
    problem = folder.problem("people/ada.md")
    assert problem.severity is Severity.WARN
    lines = (folder.path / "people/ada.md").read_text(encoding="utf-8").split("\n")
    assert lines[problem.line - 1] == "photo: ada.jpg"
    content, _ = folder.read()
    assert content is not None
    assert "people/ada.md" not in content.blocked


def test_a_misspelt_key_of_the_brand_is_told(folder: Folder) -> None:
    folder.edit("practice.toml", "[[places]]", '[brand]\nfoto = "a.jpg"\n\n[[places]]')
    assert 'did you mean "photo"' in folder.problem("practice.toml").fix


def test_the_line_of_a_key_is_its_own_else_the_nearest_that_there_is(folder: Folder) -> None:
    content, _ = folder.read()
    assert content is not None
    practice = content.practice
    lines = (folder.path / "practice.toml").read_text(encoding="utf-8").split("\n")
    assert lines[practice.line_of("practice.name") - 1].startswith("name =")
    assert lines[practice.line_of("practice.short_name") - 1] == "[practice]"
    assert lines[practice.line_of("topics.heart.name") - 1] == 'name = "Heart"'
    assert lines[practice.line_of("topics.heart.description") - 1] == "[topics.heart]"
    assert lines[practice.line_of("topics") - 1] == "[topics.flu]"
    assert practice.line_of("nothing.at.all") == 1


def _turned(orientation: int) -> Image.Image:
    """A picture as a camera stores it that is held so; upright it is wide, red left of blue."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    seen = Image.new("RGB", (60, 30), "blue")
    seen.paste("red", (0, 0, 30, 30))
    back = {1: None, 2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}[orientation]
    stored = seen if back is None else seen.transpose(Image.Transpose(back))
    buffer = io.BytesIO()
    stored.save(buffer, "PNG", exif=exif)
    buffer.seek(0)
    return Image.open(buffer)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_way_to_hold_a_camera_comes_out_upright(orientation: int) -> None:
    with _turned(orientation) as stored:
        seen = upright(stored).convert("RGB")
    assert seen.size == (60, 30)
    assert seen.getpixel((5, 15)) == (255, 0, 0)
    assert seen.getpixel((55, 15)) == (0, 0, 255)


def _exif() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x8825] = {1: "N", 2: (40.0, 44.0, 54.0)}
    return exif.tobytes()


@settings(max_examples=200)
@given(
    st.dictionaries(st.integers(6, len(_exif()) - 1), st.integers(0, 255), max_size=5),
    st.sampled_from(["JPEG", "PNG", "WEBP"]),
)
def test_a_damaged_exif_block_never_spoils_a_picture(changes: dict[int, int], form: str) -> None:
    block = bytearray(_exif())
    for place, value in changes.items():
        block[place] = value
    data = picture(form, exif=bytes(block))
    with opened_quietly(io.BytesIO(data)) as image:
        assert upright(image).size in {(40, 20), (20, 40)}


@settings(max_examples=200)
@given(st.sampled_from(["JPEG", "PNG", "WEBP"]), st.data())
def test_a_damaged_file_is_unreadable_and_no_crash(form: str, data: st.DataObject) -> None:
    good = picture(form, exif=_exif())
    cut = data.draw(st.integers(0, len(good)))
    place = data.draw(st.integers(0, len(good) - 1))
    bad = bytearray(good)
    bad[place] = data.draw(st.integers(0, 255))
    try:
        with opened_quietly(io.BytesIO(bytes(bad[:cut]))) as image:
            image.load()
            upright(image)
    except UNREADABLE:
        return
