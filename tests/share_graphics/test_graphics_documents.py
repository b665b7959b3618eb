"""The slides as one PDF, read by another program."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from plugins.share_graphics.documents import slides_of, slides_pdf
from plugins.share_graphics.graphic import Graphic, Layout

TITLE = "Is 140 < 150? (“Qué” \\ — 🤧"
ALTS = ("The cover. (One) \\ of three", "Agua — con “sal” & é", "قلب 2 وضغط 🩺")


def jpeg(number: int, size: tuple[int, int] = (1080, 1350)) -> bytes:
    file = BytesIO()
    Image.new("RGB", size, (number * 40, 90, 120)).save(file, "JPEG", quality=88, subsampling=0)
    return file.getvalue()


JPEGS = tuple(jpeg(number) for number in range(3))


def document(**changes: Any) -> bytes:
    return slides_pdf(JPEGS, **{"title": TITLE, "lang": "es", "alts": ALTS, **changes})


@pytest.fixture(scope="module")
def reader() -> PdfReader:
    return PdfReader(BytesIO(document()), strict=True)


def graphic(shape: str) -> Graphic:
    layout = Layout(ground="#ffffff", motif=(), layers=(), texts=())
    return Graphic(
        uid="u", shape=shape, path=shape, width=1080, height=1350, alt="", key="", layout=layout
    )


def figures(reader: PdfReader) -> Iterator[Any]:
    """The figures of the structure tree, in the order in which they are read."""
    document = reader.trailer["/Root"]["/StructTreeRoot"]["/K"]  # type: ignore[index]  # a dictionary
    assert document["/S"] == "/Document"
    yield from (figure.get_object() for figure in document["/K"])


def test_each_slide_is_a_page_of_its_size(reader: PdfReader) -> None:
    assert [tuple(page.mediabox) for page in reader.pages] == [(0, 0, 1080, 1350)] * 3


def test_the_pictures_stand_in_it_byte_for_byte(reader: PdfReader) -> None:
    for page, own in zip(reader.pages, JPEGS, strict=True):
        resources: Any = page["/Resources"]
        picture = resources["/XObject"]["/Slide"]
        assert picture["/Filter"] == "/DCTDecode"
        assert own in document()
        assert page.images[0].image is not None
        assert page.images[0].image.size == (1080, 1350)


def test_title_and_language_are_told(reader: PdfReader) -> None:
    assert reader.metadata is not None
    assert reader.metadata.title == TITLE
    catalog: Any = reader.trailer["/Root"]
    assert catalog["/Lang"] == "es"
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]


def test_a_screen_reader_finds_the_words_of_each_page(reader: PdfReader) -> None:
    found = list(figures(reader))
    assert [figure["/Alt"] for figure in found] == list(ALTS)
    assert [figure["/Pg"] for figure in found] == list(reader.pages)


def test_a_page_leads_back_to_its_words(reader: PdfReader) -> None:
    catalog: Any = reader.trailer["/Root"]
    numbers = catalog["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    owners = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for page, figure in zip(reader.pages, figures(reader), strict=True):
        [owner] = owners[page["/StructParents"]]
        assert owner.get_object() == figure
        content: Any = page["/Contents"]
        assert b"/Figure <</MCID 0>> BDC" in content.get_data()


def test_nothing_tells_when_or_where_it_was_made(reader: PdfReader) -> None:
    assert reader.metadata is not None
    assert set(reader.metadata) == {"/Title"}
    assert "/ID" not in reader.trailer
    assert document() == document()


def test_slides_of_other_sizes_keep_theirs() -> None:
    small = slides_pdf([jpeg(1, (108, 135))], title="T", lang="en", alts=["A"])
    assert tuple(PdfReader(BytesIO(small)).pages[0].mediabox) == (0, 0, 108, 135)


def test_half_a_character_does_not_stop_it() -> None:
    odd = slides_pdf(JPEGS[:1], title="a\ud800b", lang="en", alts=["c\udfffd"])
    [figure] = figures(PdfReader(BytesIO(odd)))
    assert figure["/Alt"] == "c?d"


def test_every_slide_needs_its_words() -> None:
    with pytest.raises(ValueError, match="shorter"):
        document(alts=ALTS[:2])


def test_slides_stand_in_their_order_among_all_graphics() -> None:
    shapes = ("slide-10", "card", "slide-2", "square", "slide-1")
    slides = slides_of({shape: graphic(shape) for shape in shapes})
    assert [slide.shape for slide in slides] == ["slide-1", "slide-2", "slide-10"]
