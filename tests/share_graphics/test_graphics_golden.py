"""Pictures look as they did when a person last looked at them."""

from __future__ import annotations

import platform
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from plugins.share_graphics.draw import draw_graphic
from plugins.share_graphics.graphic import Graphic
from tests.share_graphics.golden import FOLDER, golden_graphics

_ALL = list(golden_graphics())
_LIKENESS = 0.5
"""Steps of 255 by which a picture may differ in the mean, on other processors and systems."""


@pytest.mark.parametrize(("file", "graphic"), _ALL, ids=[file.stem for file, _ in _ALL])
def test_a_picture_is_as_it_was_found_good(file: Path, graphic: Graphic) -> None:
    drawn = draw_graphic(graphic)
    if (platform.system(), platform.machine()) == ("Linux", "x86_64"):
        assert drawn == file.read_bytes()
    with Image.open(file) as golden, Image.open(BytesIO(drawn)) as now:
        assert golden.size == now.size
        off = ImageStat.Stat(ImageChops.difference(golden, now)).mean
    assert max(off) <= _LIKENESS


def test_no_golden_picture_is_left_over() -> None:
    assert {file.name for file in FOLDER.glob("*")} == {file.name for file, _ in _ALL}
