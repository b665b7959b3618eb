"""The slides of a post as one PDF: a page a slide, the JPEG files as they are.

Tagged (ISO 32000-1, 14.8), so that a screen reader reads each slide's alt text. Nothing in the
file tells when or where it was made: the same slides give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

import pydyf
from PIL import Image

from plugins.share_graphics.graphic import Graphic

_VERSION = b"1.7"
_SLIDE = "slide-"


def slides_of(graphics: Mapping[str, Graphic]) -> tuple[Graphic, ...]:
    """The slides among a post's graphics by shape, the cover first."""
    slides = [graphic for shape, graphic in graphics.items() if shape.startswith(_SLIDE)]
    return tuple(sorted(slides, key=lambda slide: int(slide.shape.removeprefix(_SLIDE))))


def single_pictures(graphics: Mapping[str, Graphic]) -> tuple[Graphic, ...]:
    """The graphics that say the whole message alone: all but the slides."""
    return tuple(one for shape, one in graphics.items() if not shape.startswith(_SLIDE))


def slides_pdf(jpegs: Sequence[bytes], *, title: str, lang: str, alts: Sequence[str]) -> bytes:
    """The slides as a PDF file; a pixel is a point.

    `jpegs` are RGB files, `alts` the words of each, `lang` the language of title and words.
    """
    pdf = pydyf.PDF()
    root = _put(pdf, Type="/StructTreeRoot")
    whole = _put(pdf, Type="/StructElem", S="/Document", P=root.reference)
    figures = [
        _add_page(pdf, _Slide(number, jpeg, alt), whole)
        for number, (jpeg, alt) in enumerate(zip(jpegs, alts, strict=True))
    ]
    whole["K"] = pydyf.Array(figure.reference for figure in figures)
    root["K"] = whole.reference
    root["ParentTree"] = _parents(figures).data
    root["ParentTreeNextKey"] = len(figures)
    _describe(pdf, root, title, lang)
    file = BytesIO()
    pdf.write(file, version=_VERSION)
    return file.getvalue()


@dataclass(frozen=True, slots=True)
class _Slide:
    """One page: its place from 0, its picture and its words."""

    number: int
    jpeg: bytes
    alt: str


def _put(pdf: pydyf.PDF, **entries: object) -> pydyf.Dictionary:
    dictionary = pydyf.Dictionary(entries)
    pdf.add_object(dictionary)
    return dictionary


def _add_page(pdf: pydyf.PDF, slide: _Slide, whole: pydyf.Dictionary) -> pydyf.Dictionary:
    """Adds the page of a slide; the structure element that tells its alt text."""
    picture = _picture(slide.jpeg)
    width, height = picture.extra["Width"], picture.extra["Height"]
    pdf.add_object(picture)
    content = pydyf.Stream(list(_drawing(width, height)))
    pdf.add_object(content)
    page = pydyf.Dictionary(
        {
            "Type": "/Page",
            "Parent": pdf.pages.reference,
            "MediaBox": pydyf.Array((0, 0, width, height)),
            "Resources": f"<</XObject <</Slide {picture.reference.decode()}>>>>",
            "Contents": content.reference,
            "StructParents": slide.number,
            "Tabs": "/S",
        }
    )
    pdf.add_page(page)
    return _put(
        pdf,
        Type="/StructElem",
        S="/Figure",
        P=whole.reference,
        Pg=page.reference,
        K=0,
        Alt=_text(slide.alt),
        A=f"<</O /Layout /Placement /Block /BBox [0 0 {width} {height}]>>",
    )


def _picture(jpeg: bytes) -> pydyf.Stream:
    with Image.open(BytesIO(jpeg), formats=["JPEG"]) as opened:
        width, height = opened.size
    return pydyf.Stream(
        [jpeg],
        {
            "Type": "/XObject",
            "Subtype": "/Image",
            "Width": width,
            "Height": height,
            "ColorSpace": "/DeviceRGB",
            "BitsPerComponent": 8,
            "Filter": "/DCTDecode",
        },
    )


def _drawing(width: int, height: int) -> Iterator[str]:
    """The picture over the whole page, marked as the content of its figure."""
    yield "/Figure <</MCID 0>> BDC"
    yield f"q {width} 0 0 {height} 0 0 cm /Slide Do Q"
    yield "EMC"


def _parents(figures: Sequence[pydyf.Dictionary]) -> pydyf.Dictionary:
    """From each page's `StructParents` to the element of its only marked content."""
    numbers = pydyf.Array()
    for number, figure in enumerate(figures):
        numbers += [number, pydyf.Array([figure.reference])]
    return pydyf.Dictionary({"Nums": numbers})


def _describe(pdf: pydyf.PDF, root: pydyf.Dictionary, title: str, lang: str) -> None:
    pdf.info["Title"] = _text(title)
    pdf.catalog.update(
        {
            "Lang": _text(lang),
            "MarkInfo": "<</Marked true>>",
            "StructTreeRoot": root.reference,
            "ViewerPreferences": "<</DisplayDocTitle true>>",
        }
    )


def _text(words: str) -> pydyf.String:
    """A text as PDF has it; half of a surrogate pair, which it has not, is a question mark."""
    return pydyf.String(words.encode("utf-8", "replace").decode())
