"""Every script stands in its order and in its font, and what cannot be drawn is named."""

from __future__ import annotations

from time import process_time

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st
from uniseg.graphemecluster import grapheme_clusters

from plugins.practice.problems import Problem
from plugins.share_graphics.typesetting.breaking import pieces_of
from plugins.share_graphics.typesetting.clusters import clusters_of
from plugins.share_graphics.typesetting.directions import visual_runs
from plugins.share_graphics.typesetting.fallback import font_runs
from plugins.share_graphics.typesetting.fitting import fit_at, fit_largest, setting_of
from plugins.share_graphics.typesetting.glyph_checks import check_glyphs
from plugins.share_graphics.typesetting.isolating import with_isolates
from plugins.share_graphics.typesetting.shaping import shape_line
from tests.share_graphics.graphic_samples import article, lines_of, plan

_ISOLATES = "\u2066\u2067\u2068\u2069"
_UNSEEN = dict.fromkeys(map(ord, _ISOLATES))


def _shown(text: str, rtl: bool) -> str:
    """The text as it stands on the line; brackets are not turned round, drawing does that."""
    runs = visual_runs(text, rtl)
    return "".join(text[start:end][::-1] if back else text[start:end] for start, end, back in runs)


@given(st.text("aא5٣ ()[]{}〈〉\u2329\u232aض-,.%\u0301\u064b", max_size=16), st.booleans())
@settings(max_examples=400)
def test_brackets_stand_where_the_unicode_algorithm_puts_them(text: str, rtl: bool) -> None:
    text = text.strip()
    assert _shown(text, rtl) == get_display(text, base_dir="R" if rtl else "L")


@given(st.text(f"aא5 ض{_ISOLATES}", max_size=16), st.booleans())
@settings(max_examples=200)
def test_isolates_keep_their_own_order(text: str, rtl: bool) -> None:
    theirs = str(get_display(f"x{text}x", base_dir="R" if rtl else "L"))
    assert _shown(f"x{text}x", rtl).translate(_UNSEEN) == theirs.translate(_UNSEEN)


def test_the_judge_of_brackets_knows_pairs() -> None:
    """Rule N0: without it the first bracket would stand between the two Hebrew letters."""
    text = "א (א a)a"
    assert get_display(text, base_dir="L") == text
    assert _shown(text, False) == text


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("لقاح (COVID-19) جديد", "ديدج )COVID-19( حاقل"),
        ("جرعة [5 mg] فقط", "طقف ]5 mg[ ةعرج"),
        ("ضغط 120/80 (mm Hg)", ")mm Hg( 120/80 طغض"),
        ("ضغط 120/80 mm Hg عال", "لاع 120/80 mm Hg طغض"),
        ("اتصل على (212) 555-0143 الآن", "نآلا (212) 555-0143 ىلع لصتا"),
        ("اتصل +1 212-555-0143", "+1 212-555-0143 لصتا"),
        ("فيتامين Vitamin D 5 mg كل يوم", "موي لك Vitamin D 5 mg نيماتيف"),
        ("أقل من 7% فقط", "طقف 7% نم لقأ"),
        ("حرارة 38.5 °C أو أكثر", "رثكأ وأ 38.5 °C ةرارح"),
    ],
)
def test_numbers_and_brackets_read_right_in_arabic(line: str, seen: str) -> None:
    assert _shown(with_isolates(line), True).translate(_UNSEEN) == seen


def test_marks_that_isolate_take_no_room_and_draw_no_box() -> None:
    marked = shape_line("a\u2066b\u2069 \u2067ض\u2069 \u2068😴\u2069", "bold", "en", False)
    plain = shape_line("ab ض 😴", "bold", "en", False)
    assert marked.advance == pytest.approx(plain.advance, abs=0.02)
    assert all(glyph.id for glyph in marked.glyphs)


@given(
    st.text("aéЖ ω5( ض١ क ि ् 中，”\u200d\u200f\ufe0f\u20e3©😴❤👨#"),
    st.sampled_from(["en", "ar", "zh"]),
)
def test_fonts_change_without_losing_a_character(text: str, lang: str) -> None:
    assert "".join(piece for piece, _ in font_runs(text, "bold", lang)) == text


@pytest.mark.parametrize(
    ("text", "lang", "runs"),
    [
        ("Sleep 😴 well", "en", [("Sleep ", "latin"), ("😴", "emoji"), (" well", "latin")]),
        ("1️⃣ of 1", "en", [("1️⃣", "emoji"), (" of 1", "latin")]),
        ("❤️ and © 1", "en", [("❤️", "emoji"), (" and © 1", "latin")]),
        ("ضغط الدم: 5", "ar", [("ضغط الدم", "arabic"), (": 5", "latin")]),
        ("मापें: 5 मिनट", "hi",
         [("मापें", "devanagari"), (": 5 ", "latin"), ("मिनट", "devanagari")]),
        ("吃“盐”5克", "zh", [("吃“盐”", "chinese"), ("5", "latin"), ("克", "chinese")]),
        ("the “盐” sign", "en", [("the “", "latin"), ("盐", "chinese"), ("” sign", "latin")]),
    ],
)  # fmt: skip
def test_each_script_has_its_font(text: str, lang: str, runs: list[tuple[str, str]]) -> None:
    assert [(piece, used.script) for piece, used in font_runs(text, "bold", lang)] == runs


@given(st.text("aéЖ5(ضक中 \u0301\u064b\u0902\u200d\ufe0f😴👨👩🇺🇸❤", max_size=12))
def test_letters_keep_their_marks_as_unicode_has_it(text: str) -> None:
    assert clusters_of(text) == list(grapheme_clusters(text))


def _problems(title: str, **fields: str) -> list[Problem]:
    graphics, problems = plan(article(title, **fields), "card")
    assert not graphics
    assert all(problem.blocks for problem in problems)
    return list(problems)


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Sleep \u0378 well", "U+0378"),
        ("Sleep \ue000 well", "U+E000"),
        ("Sleep \U000e0fff well", "U+E0FFF"),
        ("Sleep \ufffd well", "U+FFFD"),
        ("Sleep \x07 well", "U+0007"),
        ("Zalgo w\u0336ell", "U+0336"),
        ("ضغط\u0304 الدم", "U+0304"),
        ("घर\u0301 पर", "U+0301"),
        ("\u200d", "U+200D"),
        ("\u200d\u2060 \u200b", "U+2060"),
        ("\u00a0", "U+00A0"),
        ("🏽", "U+1F3FD"),
    ],
)
def test_a_title_that_nobody_could_read_is_a_problem_that_names_the_character(
    title: str, named: str
) -> None:
    problems = _problems(title)
    assert {problem.rule for problem in problems} == {"character-without-glyph"}
    assert named in problems[0].what


@pytest.mark.parametrize("lang", ["en", "ar", "zh"])
def test_a_title_of_400_characters_is_a_problem_and_not_a_wait(lang: str) -> None:
    part = {"en": "when to call us ", "ar": "متى تتصل بالطبيب ", "zh": "什么时候打电话，"}[lang]
    start = process_time()
    problems = _problems((part * 60)[:400].strip(), lang=lang)
    assert {problem.rule for problem in problems} == {"title-too-long-for-graphic"}
    assert process_time() - start < 2


def test_a_word_of_80_letters_is_named() -> None:
    assert "x" * 80 in _problems("x" * 80)[0].fix


def test_marks_stacked_on_a_letter_are_drawn_within_the_box() -> None:
    setting = setting_of("He" + "\u0308" * 9 + "llo", "bold", "en")
    plain = setting_of("Hello", "bold", "en")
    high, low = (fit_largest(one, 900, 300, (20, 300), 2) for one in (setting, plain))
    assert high
    assert low
    assert high.height <= 300
    assert high.size < low.size


def test_soft_hyphens_show_only_where_a_line_ends() -> None:
    title = "super\u00adcali\u00adfragi\u00adlistic\u00adexpi\u00adali\u00addocious is\u00adn't"
    setting = setting_of(title, "bold", "en")
    wide, narrow = (fit_at(setting, width, 900, 60, 9) for width in (2000, 400))
    assert wide
    assert narrow
    assert wide.lines == ("supercalifragilisticexpialidocious isn't",)
    assert len(narrow.lines) > 2
    assert all(line.endswith("-") for line in narrow.lines[:-2])
    said = "".join(narrow.lines).replace("-", "").replace(" ", "")
    assert said == "supercalifragilisticexpialidociousisn't"


def test_tabs_and_line_ends_in_a_title_are_spaces() -> None:
    graphics, problems = plan(article("Wash\tyour\n\n hands\r\n now"), "card")
    assert not problems
    assert " ".join(lines_of(graphics[0], "title")) == "Wash your hands now"


def test_text_of_nothing_fits_nowhere() -> None:
    assert fit_at(setting_of("", "bold", "en"), 100, 100, 20, 3) is None
    assert fit_largest(setting_of("", "bold", "en"), 100, 100, (10, 20), 3) is None


@given(st.text(max_size=30))
def test_whatever_is_checked_can_be_set(text: str) -> None:
    checked = check_glyphs(text)
    if checked.text and not checked.missing:
        assert pieces_of(checked.text, "bold", "en", False)
        fit_largest(setting_of(checked.text, "bold", "en"), 500, 500, (10, 90), 5)
    assert checked.text == check_glyphs(checked.text).text


@given(st.text("aé ض१中😴5(\u0301\u200d\ufe0f", min_size=1, max_size=16), st.booleans())
def test_what_is_checked_is_drawn_without_a_box(text: str, rtl: bool) -> None:
    checked = check_glyphs(text)
    if checked.missing or not checked.text:
        return
    shaped = shape_line(checked.text, "bold", "ar" if rtl else "en", rtl)
    assert all(glyph.id for glyph in shaped.glyphs)
