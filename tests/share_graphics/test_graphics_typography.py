"""Text in its box: nothing outside it, nothing missing, nothing torn that belongs together."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops
from uniseg.linebreak import line_break_boundaries

from plugins.share_graphics.typesetting.breaking import pieces_of
from plugins.share_graphics.typesetting.fitting import Fitted, fit_at, fit_largest, setting_of
from plugins.share_graphics.typesetting.fonts import EMOJI, SCRIPTS, font
from plugins.share_graphics.typesetting.harfbuzz import hb
from plugins.share_graphics.typesetting.line_ends import line_ends
from plugins.share_graphics.typesetting.line_search import Run, even_lines, lines_within, run_of
from plugins.share_graphics.typesetting.shaping import Shaped, shape_line

_LETTERS = {
    "en": "abcdefghijklmnopqrstuvwxyzABCDEFGTVWY'’.,;:?!-–()[]/&%$°",
    "vi": "aăâbcdđeêghiklmnoôơpqrstuưvxyắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựĐ",
    "el": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώΐΰΑΒΓΔΠΣΩ;·",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЖЩЮЯ«»№",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآةىؤئًٌٍَُِّْ،؟؛ـ٠١٢٣()",
    "hi": "अआइईउऊएऐओऔकखगघचछजझटठडढणतथदधनपफबभमयरलवशषसहािीुूेैोौंःँ़्।",
    "zh": "在家测量血压的方法每天分钟发烧时打电话给医生，。：！？（）“”、",
}
_EMOJI = ["😴", "💉", "❤️", "👨‍👩‍👧", "1️⃣", "👏"]
_NUMBERS = ["5", "120/80", "38,5", "(212)", "555-0143", "9:00", "100", "[5", "mg]", "٣٨٫٥"]

_ROUNDING = 1e-6


@st.composite
def _titles(draw: st.DrawFn) -> tuple[str, str]:
    lang = draw(st.sampled_from(sorted(_LETTERS)))
    letters = st.text(_LETTERS[lang], min_size=1, max_size=9)
    word = st.one_of(letters, letters, letters, st.sampled_from([*_EMOJI, *_NUMBERS]))
    return " ".join(draw(st.lists(word, min_size=1, max_size=12))), lang


def _said(text: str) -> str:
    return "".join(text.split())


def _shaped_lines(fitted: Fitted) -> list[Shaped]:
    one = fitted.setting
    return [shape_line(line, one.weight, one.lang, one.rtl) for line in fitted.lines]


def _check(fitted: Fitted, text: str, width: float, height: float) -> None:
    size, shaped = fitted.size, _shaped_lines(fitted)
    assert _said("".join(fitted.lines)) == _said(text)
    widest = max((line.right - line.left) * size for line in shaped)
    lowest = fitted.baselines[-1] + shaped[-1].bottom * size
    assert widest - _ROUNDING <= fitted.width <= width
    assert lowest - _ROUNDING <= fitted.height <= height
    assert fitted.baselines[0] >= shaped[0].top * size - _ROUNDING
    for (above, upper), (below, lower) in pairwise(zip(shaped, fitted.baselines, strict=True)):
        assert upper + above.bottom * size < lower - below.top * size  # lines do not touch


@given(_titles(), st.integers(120, 1000), st.integers(60, 900), st.booleans())
@settings(max_examples=150, deadline=None)
def test_text_of_any_script_is_whole_and_inside_its_box_or_not_set_at_all(
    title: tuple[str, str], width: int, height: int, running: bool
) -> None:
    text, lang = title
    setting = setting_of(text, "regular" if running else "bold", lang, running=running)
    for fitted in (
        fit_largest(setting, width, height, (20, 150), 5),
        fit_at(setting, width, height, 34, 6),
    ):
        if fitted:
            _check(fitted, text, width, height)


def _inked(shaped: Shaped, size: int, margin: int) -> tuple[int, int, int, int]:
    """The box of all pixels that a line colours, on a canvas much larger than its own box."""
    extents = hb.RasterExtents(
        -margin, -margin, int(shaped.advance * size) + 2 * margin, 2 * margin, 0
    )
    whole = Image.new("L", (extents.width, extents.height))
    for glyph in shaped.glyphs:
        pen = hb.RasterPaint() if glyph.font.script == EMOJI else hb.RasterDraw()
        em = size * glyph.font.em
        pen.transform = (em, 0.0, 0.0, em, glyph.x * size, glyph.y * size)
        pen.extents = extents
        (pen.paint_glyph if glyph.font.script == EMOJI else pen.draw_glyph)(
            glyph.font.shaper, glyph.id
        )
        whole = ImageChops.lighter(whole, _alpha(pen.render(), whole.size))
    box = whole.point(lambda value: 255 if value > 16 else 0).getbbox()
    assert box
    left, top, right, bottom = box
    return left - margin, margin - top, right - margin, bottom - margin


def _alpha(raster: hb.RasterImage, size: tuple[int, int]) -> Image.Image:
    """The coverage of a raster; its rows run from the bottom up."""
    found = raster.extents
    if not found.width:
        return Image.new("L", size)
    mode, raw = ("RGBA", "BGRa") if found.stride >= 4 * found.width else ("L", "L")
    image = Image.frombuffer(
        mode, (found.width, found.height), raster.buffer, "raw", raw, found.stride, -1
    )
    return image.getchannel("A") if mode == "RGBA" else image


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Ўјфg “Quick” fjords, Äÿ f", "en"),
        ("Thuốc Ể Ữ ợ ậ (5 mg)", "vi"),
        ("Ώρες: Πότε; ΐ", "el"),
        ("Щёки, Йод, ђ", "ru"),
        ("قِيَاسُ الضَّغْطِ ـ اللّٰه (5 mg) لإ", "ar"),
        ("द्वितीय क्लिनिक में र्‍क हूँ ट्रॉली", "hi"),
        ("血压：“高”（120）国", "zh"),
        ("Sleep 😴 💉 ❤️ 1️⃣ 👨‍👩‍👧", "en"),
        ("H\u0301\u0301\u0301e\u0323\u0323llo", "en"),
    ],
)
def test_no_pixel_lies_outside_what_was_measured(text: str, lang: str) -> None:
    shaped = shape_line(text, "bold", lang, lang == "ar")
    size = 80
    left, top, right, bottom = _inked(shaped, size, 300)
    assert left >= shaped.left * size - 1
    assert right <= shaped.right * size + 1
    assert top <= shaped.top * size + 1
    assert bottom <= shaped.bottom * size + 1
    assert right - left > (shaped.right - shaped.left) * size * 0.9  # it was drawn at all


@pytest.mark.parametrize("weight", ["bold", "semibold", "regular"])
def test_figures_stand_in_columns_in_every_font(weight: str) -> None:
    for script, zero in (("latin", "0"), ("arabic", "٠"), ("arabic", "۰"), ("devanagari", "०")):
        used = font(script, weight)
        glyphs = [used.shaper.get_nominal_glyph(ord(zero) + digit) for digit in range(10)]
        assert all(glyphs)
        assert len({used.shaper.get_glyph_h_advance(glyph) for glyph in glyphs}) == 1


def _pieces(text: str, lang: str = "en") -> list[str]:
    return [piece.text for piece in pieces_of(text, "bold", lang, lang == "ar")]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Take 5 mg twice", "5 mg"),
        ("Above 120/80 mm Hg call", "120/80 mm Hg"),
        ("Glucose of 5.5 mmol/L or more", "5.5 mmol/L"),
        ("A fever of 38.5 °C or more", "38.5 °C"),
        ("About 10 % of people", "10 %"),
        ("Helps 2 of 100 people", "2 of 100"),
        ("Helps 1 out of 50 people", "1 out of 50"),
        ("Drink ½ cup of water", "½ cup"),
        ("Open 9:00 AM–12:00 PM today", "9:00 AM–12:00 PM"),
        ("Open 9 a.m.–12 p.m. today", "a.m.–12"),
        ("Closed on Nov 26 all day", "Nov 26"),
        ("Closed November 26, 2026", "November 26,"),
        ("With type 2 diabetes", "type 2"),
        ("Do I need vitamin D now", "vitamin D"),
        ("Ask Dr. Okafor today", "Dr. Okafor"),
        ("Call (212) 555-0143 now", "(212) 555-0143"),
        ("Call +44 20 7946 0958 now", "+44 20 7946 0958"),
        ("Pressure (mm Hg) at home", "(mm Hg)"),
        ("Tome 5 mg dos veces", "5 mg"),
        ("Ayuda a 11 de 100 personas", "11 de 100"),
        ("Ayuda a 11 de cada 100 personas", "11 de cada 100"),
        ("El 26 de noviembre cerramos", "26 de noviembre"),
        ("Fiebre de 38,5 °C o más", "38,5 °C"),
        ("每天5分钟测量", "每天5分钟"),
        ("体温38.5 度请打电话", "38.5 度"),
        ("血压120/80毫米汞柱以上", "120/80毫米汞柱"),
        ("从11月26日起", "11月26日"),
        ("الجرعة 5 ملغ يوميا", "5 ملغ"),
        ("حرارة ٣٨٫٥ درجة", "٣٨٫٥ درجة"),
        ("रोज़ 5 मिनट बैठें", "5 मिनट"),
        ("Получите 2 из 100 мест", "2 из 100"),
        ("Get a flu shot 💉 today", "shot 💉"),
    ],
)
def test_what_belongs_together_is_one_piece(text: str, whole: str) -> None:
    assert any(whole in piece for piece in _pieces(text)), _pieces(text)


@pytest.mark.parametrize("text", ["Call (212) 555-0143 now", "Dial +1 212-555-0143 today"])
def test_the_word_after_a_telephone_number_is_not_its_unit(text: str) -> None:
    assert _pieces(text)[-1] == text.rsplit(maxsplit=1)[-1]


@given(_titles())
@settings(max_examples=100, deadline=None)
def test_lines_may_end_exactly_where_uax_14_lets_them(title: tuple[str, str]) -> None:
    assert line_ends(title[0]) == list(line_break_boundaries(title[0]))[:-1]


@given(st.lists(st.integers(1, 9), min_size=1, max_size=9), st.integers(9, 30), st.booleans())
@settings(max_examples=100, deadline=None)
def test_the_search_takes_the_fewest_lines_and_never_a_line_too_wide(
    words: list[int], width: int, even: bool
) -> None:
    run = run_of(pieces_of(" ".join("n" * word for word in words), "bold", "en", False))
    fewest = min(
        (len(ends) for ends in _all_ends(len(words)) if _widest(run, ends) <= width / 2),
        default=None,
    )
    found = lines_within(run, width / 2, 99, even=even)
    assert (len(found) if found else None) == fewest
    if found:
        assert _widest(run, found) <= width / 2 + 1e-6
        assert lines_within(run, width / 2, len(found) - 1, even=even) is None


def _all_ends(count: int) -> list[list[int]]:
    choices = product([False, True], repeat=count - 1)
    return [[i + 1 for i, end in enumerate(taken) if end] + [count] for taken in choices]


def _widest(run: Run, ends: list[int]) -> float:
    return max(run.ends[b] - run.starts[a] for a, b in pairwise([0, *ends]))


def test_no_line_ends_in_a_widow_where_another_word_can_keep_it_company() -> None:
    text = "Home readings help you and your care team see the full picture of your health"
    for width in range(220, 900, 5):
        fitted = fit_at(setting_of(text, "regular", "en", running=True), width, 2000, 40, 30)
        assert fitted
        assert len(fitted.lines) == 1 or " " in fitted.lines[-1], fitted.lines


def test_titles_are_even() -> None:
    run = run_of(pieces_of("one two three four five six seven eight", "bold", "en", False))
    ends = even_lines(run, 2)
    assert ends
    widths = [run.ends[b] - run.starts[a] for a, b in pairwise([0, *ends])]
    assert max(widths) / min(widths) < 1.15


def test_every_character_is_drawn_by_the_same_script_at_every_weight() -> None:
    for script in SCRIPTS:
        assert len({font(script, weight).characters for weight in ("bold", "regular")}) == 1
