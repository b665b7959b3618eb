"""The JPEG files: as good as the networks take them, and told where they are too large."""

from __future__ import annotations

from io import BytesIO
from random import Random

import pytest
from PIL import Image

from plugins.practice.looks import LOOKS
from plugins.practice.problems import Severity
from plugins.share_graphics import draw
from plugins.share_graphics.cache import GraphicCache, draw_cached
from plugins.share_graphics.draw import FEWEST_BYTES, MOST_BYTES, QUALITIES, draw_graphic
from plugins.share_graphics.findings import too_large
from tests.share_graphics.graphic_samples import RISK, article, event, notice, plan, planned
from tests.share_graphics.laid_out import layout_of


def _quality(data: bytes) -> int:
    """The quality that a file was saved at: the steps of its first table tell."""
    with Image.open(BytesIO(data)) as picture:
        steps = picture.quantization[0]  # type: ignore[attr-defined]
        for quality in range(1, 101):
            copy = BytesIO()
            picture.save(copy, "JPEG", quality=quality)
            with Image.open(copy) as again:
                if again.quantization[0] == steps:  # type: ignore[attr-defined]
                    return quality
    raise AssertionError


def test_a_picture_is_saved_at_the_best_quality_that_is_small_enough(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    graphic = planned(event(), "square")
    best = draw_graphic(graphic)
    assert _quality(best) == QUALITIES[0]
    monkeypatch.setattr(draw, "MOST_BYTES", len(best) - 1)
    smaller = draw_graphic(graphic)
    assert len(smaller) < len(best)
    assert _quality(smaller) == QUALITIES[1]


def test_what_is_too_large_at_the_lowest_quality_is_drawn_at_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(draw, "MOST_BYTES", 1)
    assert _quality(draw_graphic(planned(event(), "square"))) == QUALITIES[-1]


def test_no_photograph_makes_a_picture_too_large() -> None:
    """Noise is the worst that there is."""
    noise = Image.frombytes("RGB", (900, 900), Random(1).randbytes(900 * 900 * 3))
    file = BytesIO()
    noise.save(file, "PNG")
    post = article(key_points=("Walk.", "Sleep."))
    end = plan(post, "card", photo=file.getvalue(), slides=True)[0][-1]
    assert layout_of(end).photos
    assert FEWEST_BYTES <= len(draw_graphic(end)) <= MOST_BYTES


def test_a_picture_too_large_is_told_with_its_size_and_holds_nothing() -> None:
    told = too_large(article(), "story", 1_234_567, MOST_BYTES)
    assert (told.rule, told.severity) == ("graphic-too-large", Severity.WARN)
    assert "1,234,567" in told.what
    assert "950,000" in told.what
    assert "story" in told.what


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_colours_share_pixels_only_where_nobody_sees_it(look: str) -> None:
    """4:2:0 on light grounds and dark grey ones, 4:2:2 where letters stand on a strong colour."""
    shown = {"light": article(), "white": article(risk=RISK), "strong": notice()}
    found = {}
    for name, post in {**shown, "alert": notice(type="alert")}.items():
        with Image.open(BytesIO(draw_graphic(planned(post, "card", look=look)))) as picture:
            found[name] = picture.layer[0][1:3]  # type: ignore[attr-defined]
    assert found == {"light": (2, 2), "white": (2, 2), "strong": (2, 1), "alert": (2, 1)}


def test_a_kept_picture_that_was_damaged_is_drawn_again(tmp_path) -> None:
    cache, graphic = GraphicCache(tmp_path), planned(article(), "card")
    cache.write(graphic, b"x")
    assert [data for _, data in draw_cached([graphic], cache)] == [draw_graphic(graphic)]
