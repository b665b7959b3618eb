"""What graphics say, in the picture and in its alt text, and what stops them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from plugins.practice.problems import Severity
from plugins.practice.words import LANGUAGES, section
from plugins.share_graphics.plan import plan_graphics
from plugins.share_graphics.shapes import SHAPES
from tests.share_graphics.graphic_samples import (
    EVERY_KIND,
    LEADS,
    PEOPLE,
    PRACTICE,
    ZONE,
    article,
    event,
    lines_of,
    link,
    notice,
    plan,
    planned,
    png,
    question,
)

_MORNING = datetime(2026, 12, 5, 9, 0, tzinfo=ZONE)
_NOON = datetime(2026, 12, 5, 12, 0, tzinfo=ZONE)


def _state(post) -> str:
    return " ".join(lines_of(planned(post, "square"), "state"))


@pytest.mark.parametrize(
    ("post", "state"),
    [
        (notice("Thanksgiving Day"), "Closed"),
        (notice("Closed on Thanksgiving"), "Closed"),
        (notice("Saturday flu shots", starts=_MORNING, ends=_NOON), "Open"),
        (notice("We close early on Saturday", starts=_MORNING, ends=_NOON), "Closes early"),
        (notice("We open on New Year's Day"), "Open"),
        (notice("Open Friday, closed Saturday"), "Open"),
        (notice("Flu shot clinic is canceled", starts=_MORNING, ends=_NOON), "Canceled"),
        (notice("Dr. Okafor in December", type="availability", affects=("amara-okafor",)), "Away"),
        (notice("Blood draws", type="availability", affects=("lab",)), "Not available"),
        (notice("Flu vaccine is available", type="availability"), "Available"),
        (notice("The lab is not available", type="availability"), "Not available"),
        (notice("Closed schools: measles", type="alert"), "Health alert"),
        (notice("Cerrado por feriado", lang="es"), "Cerrado"),
        (notice("Aviso de sarampión", lang="es", type="alert"), "Alerta de salud"),
    ],
)
def test_the_state_of_a_notice_follows_its_title_then_its_type(post, state: str) -> None:
    assert _state(post) == state


def test_a_guessed_state_with_times_is_told_and_a_written_one_is_not() -> None:
    guessed = plan(notice("Saturday flu shots", starts=_MORNING, ends=_NOON))[1]
    assert [(p.rule, p.severity) for p in guessed] == [("notice-state-unclear", Severity.WARN)]
    assert not plan(notice("Open Saturday", starts=_MORNING, ends=_NOON))[1]


def test_a_notice_says_state_date_subject_and_what_to_do_instead() -> None:
    graphic = planned(
        notice("Dr. Okafor is away", type="availability", affects=("amara-okafor",)), "square"
    )
    roles = [block.role for block in graphic.layout.texts]
    assert [role for role in roles if role in {"state", "date", "subject", "then"}] == [
        "state", "date", "subject", "then",
    ]  # fmt: skip
    assert lines_of(graphic, "subject") == ["Amara Okafor, MD"]
    assert lines_of(graphic, "date") == ["Thursday, November 26"]


def test_a_link_drops_the_words_that_its_label_says_and_names_the_publisher() -> None:
    graphic = planned(link(), "card")
    assert " ".join(lines_of(graphic, "title")) == "How to store medicines"
    assert lines_of(graphic, "label") == ["Worth reading"]
    assert "National Library of Medicine" in " ".join(lines_of(graphic, "publisher"))


def test_an_event_says_when_and_where() -> None:
    graphic = planned(event(), "card")
    assert "6:00\u00a0PM–7:00\u00a0PM" in " ".join(lines_of(graphic, "when"))
    assert lines_of(graphic, "where") == ["12 Crane Creek Road, Exampleton"]
    assert lines_of(planned(event(online=True, place=""), "card"), "where") == ["Online"]


def test_a_question_sends_to_the_full_answer() -> None:
    assert lines_of(planned(question(), "card"), "address") == ["Full answer at example.org"]
    assert lines_of(planned(question(), "card"), "month") == ["Reviewed November 2026"]


@pytest.mark.parametrize("post", EVERY_KIND, ids=lambda post: f"{post.kind}-{post.title[:12]}")
def test_alt_text_holds_the_whole_message_with_the_lead_fact_first(post) -> None:
    for graphic in plan(post)[0]:
        assert len(graphic.alt) <= 1000
        lead = next(b for b in graphic.layout.texts if b.role in LEADS)
        assert " ".join(line.text for line in lead.lines)[:60] in graphic.alt[:125]
        for block in graphic.layout.texts:
            if block.role in {"label", "mark", "leaf"}:
                continue
            joined = " ".join(line.text for line in block.lines)
            assert joined.rstrip(".") in graphic.alt, block.role
        assert "Crane Creek Family Practice" in graphic.alt


def test_a_closure_is_told_in_the_first_125_characters() -> None:
    post = notice(starts=date(2026, 11, 26), ends=date(2026, 11, 27))
    alt = planned(post, "card").alt
    assert "Closed: Thursday, November 26 – Friday, November 27" in alt[:125]


def test_a_title_of_400_characters_is_a_problem_that_says_how_much_to_cut() -> None:
    title = "When your child has a fever and when to call us " * 9
    graphics, problems = plan(article(title[:400].strip()))
    assert not graphics
    assert {p.rule for p in problems} == {"title-too-long-for-graphic"}
    for problem in problems:
        assert problem.blocks
        assert (problem.file, problem.line) == ("articles/sample.md", 2)
        cut = int(problem.fix.split()[3])
        assert len(plan(article(title[: 399 - cut].rsplit(" ", 1)[0]))[0]) == len(SHAPES)


def test_a_word_of_80_letters_is_a_problem_that_names_it() -> None:
    graphics, problems = plan(article("x" * 80))
    assert not graphics
    assert all(p.rule == "title-too-long-for-graphic" and "x" * 80 in p.fix for p in problems)


def test_what_to_do_instead_is_never_cut() -> None:
    graphics, problems = plan(
        notice(then="Call us and wait for the nurse to answer. " * 20), "card"
    )
    assert not graphics
    assert [p.rule for p in problems] == ["text-too-long-for-graphic"]
    assert "`then`" in problems[0].what


@pytest.mark.parametrize(("title", "name"), [("Sleep ꙮ well", "U+A66E"), ("שינה טובה", "hebrew")])
def test_a_character_that_no_font_has_is_a_problem_that_names_it(title: str, name: str) -> None:
    graphics, problems = plan(article(title))
    assert not graphics
    assert {p.rule for p in problems} == {"character-without-glyph"}
    assert name in problems[0].what


def test_an_emoji_that_the_font_lacks_is_left_out_with_a_warning() -> None:
    graphics, problems = plan(article("Hello 🇺🇸 world"))
    assert len(graphics) == len(SHAPES)
    assert {(p.rule, p.severity) for p in problems} == {
        ("emoji-left-out-of-graphic", Severity.WARN)
    }
    assert " ".join(lines_of(graphics[0], "title")) == "Hello world"


def test_a_title_of_nothing_but_such_emoji_is_a_problem() -> None:
    graphics, problems = plan(article("🇺🇸"))
    assert not graphics
    assert "character-without-glyph" in {p.rule for p in problems if p.blocks}


def test_a_practice_name_in_letters_that_no_font_has_is_told_for_practice_toml() -> None:
    practice = replace(PRACTICE, short_name="מרפאה")
    _, problems = plan_graphics(article(), practice=practice, people=PEOPLE, shapes=["card"])
    assert {(p.rule, p.file) for p in problems} == {("character-without-glyph", "practice.toml")}


def test_skin_tones_and_line_ends_need_no_word() -> None:
    graphics, problems = plan(article("Wash your\nhands 👏🏽"))
    assert not problems
    assert " ".join(lines_of(graphics[0], "title")) == "Wash your hands 👏"


def test_a_logo_that_is_no_png_is_left_out_with_a_warning() -> None:
    graphics, problems = plan(article(), logo=b"<svg/>")
    assert [p.rule for p in problems] == ["logo-not-png"]
    assert all(graphic.layout.logo is None for graphic in graphics)
    assert not plan(article(), logo=png(30, 30))[1]


def test_a_practice_name_that_no_footer_holds_is_told_for_practice_toml() -> None:
    practice = replace(PRACTICE, short_name="The Very Long Name of a Family Practice " * 3)
    _, problems = plan_graphics(article(), practice=practice, people=PEOPLE, shapes=["card"])
    assert [(p.rule, p.file) for p in problems] == [
        ("practice-name-too-long-for-graphic", "practice.toml")
    ]


def test_a_post_in_a_language_without_wordings_has_labels_in_the_sites_language() -> None:
    graphic = planned(question("血压高吗？", lang="zh", answer="是"), "card")
    assert lines_of(graphic, "label") == ["Question"]


def test_every_language_has_the_same_words_for_graphics() -> None:
    keys = {lang: set(section(lang, "graphics")) for lang in LANGUAGES}
    assert len({frozenset(words) for words in keys.values()}) == 1
