"""Grades and scores are those of the formulas, and the sentences that cost most are named."""

from __future__ import annotations

import pytest

from plugins.editorial_review.language.formulas import Counts, flesch_kincaid, inflesz, smog
from plugins.editorial_review.language.reading import costliest, ease_of, reading_ease
from plugins.editorial_review.language.splitting import sentences_of
from plugins.editorial_review.language.topic_words import topic_words, words_of_subject
from plugins.editorial_review.prose import passages_of
from plugins.practice.posts import Share
from plugins.practice.problems import Severity
from tests.editorial_review.language_samples import only, post, told

HARD = (
    "The administration of pharmaceutical preparations necessitates considerable deliberation "
    "regarding contraindications, particularly in individuals with preexisting cardiovascular "
    "abnormalities or concomitant respiratory insufficiency of any etiology whatsoever."
)
EASY = "Drink a glass of water. Rest in the shade. Call us if you feel sick. "
LONG = "You can rest " + "and drink and rest " * 7 + "and then call us in the morning. "


def texts(markdown: str) -> list[str]:
    return [sentence.text for sentence in sentences_of(passages_of(markdown))]


def test_the_formulas_give_the_figures_of_their_authors() -> None:
    counts = Counts(words=100, sentences=5, syllables=150, long_words=10)
    assert flesch_kincaid(counts) == pytest.approx(0.39 * 20 + 11.8 * 1.5 - 15.59)
    assert smog(counts) == pytest.approx(11.2079, abs=0.001)
    assert inflesz(counts) == pytest.approx(206.835 - 62.3 * 1.5 - 20)


def test_each_item_of_a_list_is_a_sentence_and_headings_are_none() -> None:
    text = (
        "Call us if:\n\n- you feel sick\n- you have a fever. It lasts.\n\n## When to call\n\nNow."
    )
    assert texts(text) == [
        "Call us if:", "you feel sick", "you have a fever.", "It lasts.", "Now.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr. Lee sees you at 9 a.m. Monday in St. Mary's.",
        "Take it with food, e.g. Toast or rice, vs. None at all.",
        "Take 3.5 mL at 10:30 p.m. on the U.S. coast.",
        "Call No. 5 or see p. 7 of the leaflet.",
    ],
)
def test_a_full_stop_within_a_sentence_ends_nothing(sentence: str) -> None:
    assert texts(sentence) == [sentence]


def test_a_sentence_may_end_with_a_letter_or_an_hour() -> None:
    assert len(texts("You need vitamin D. It builds bone. We open at 8 a.m. Come in.")) == 4
    assert len(texts("¿Le duele? ¡Llame! Es gratis.")) == 3


def test_citations_tables_and_code_are_not_read() -> None:
    text = (
        "You rest.[@one][@two]\n\n| Test | Range |\n| --- | --- |\n| A1C | 5 |\n\n```\nx = 1\n```\n"
    )
    assert texts(text) == ["You rest."]


def test_a_hard_text_has_a_higher_grade_than_an_easy_one() -> None:
    hard, easy = reading_ease(post(HARD)), reading_ease(post(EASY))
    assert hard is not None
    assert easy is not None
    assert hard.fk is not None
    assert easy.fk is not None
    assert hard.fk > 20 > 4 > easy.fk


def test_the_subject_of_a_post_is_not_held_against_it() -> None:
    text = "Prediabetes is common. Prediabetes has no signs. Ask us about prediabetes. " * 4
    about = reading_ease(post(text, title="What is prediabetes?"))
    assert about is not None
    assert about.fk is not None
    assert about.fk_neutral is not None
    assert about.smog_neutral is not None
    assert about.smog is not None
    assert about.fk - about.fk_neutral > 5
    assert about.smog > about.smog_neutral


def test_subject_words_come_from_title_topics_and_hashtags() -> None:
    found = topic_words(
        post(
            "x", title="About allergies", topics=("asthma",), share=Share(hashtags=("FluVaccine",))
        )
    )
    assert {"allergy", "allergies", "asthma", "vaccine", "vaccines"} <= found


def test_words_that_name_no_subject_stay_hard() -> None:
    assert "treatment" not in words_of_subject(["Treatment of migraine"])


def test_smog_is_rough_below_thirty_sentences() -> None:
    few, many = reading_ease(post(EASY)), reading_ease(post(EASY * 12))
    assert few is not None
    assert few.is_rough
    assert many is not None
    assert not many.is_rough


def test_spanish_has_its_own_score_and_no_english_grade() -> None:
    ease = reading_ease(post("Beba agua. Descanse en casa.", lang="es", summary=""))
    assert ease is not None
    assert (ease.fk, ease.smog) == (None, None)
    assert ease.inflesz == pytest.approx(206.835 - 62.3 * 10 / 5 - 2.5)


def test_other_languages_and_empty_texts_have_no_figures() -> None:
    assert reading_ease(post("Trinken Sie Wasser.", lang="de")) is None
    assert ease_of((), frozenset(), "en") is None


def test_the_costliest_sentence_comes_first_with_its_line_and_advice() -> None:
    found = costliest(passages_of(f"{EASY}\n\n{LONG}\n\n{HARD}\n"), frozenset())
    assert [costly.line for costly in found[:2]] == [5, 3]
    assert found[0].cost > found[1].cost > 0
    assert "shorter words" in found[0].advice
    assert found[1].advice.startswith("split it in 3: it has 38 words")


def test_sentences_that_cost_nothing_are_not_named() -> None:
    assert costliest(passages_of(EASY), frozenset()) == []


def test_splitting_the_costliest_sentence_lowers_the_grade() -> None:
    before = reading_ease(post(f"{EASY}{LONG}"))
    after = reading_ease(post(f"{EASY}{LONG.replace(' and drink', '. Drink')}"))
    assert before is not None
    assert after is not None
    assert before.fk is not None
    assert after.fk is not None
    assert after.fk < before.fk


def test_a_hard_post_is_warned_of_with_grade_and_sentences() -> None:
    problem = only("R-01", f"{EASY}\n\n{HARD} {HARD} {HARD} {HARD}\n")
    assert problem.severity is Severity.WARN
    assert problem.line == 3
    assert "far too hard: school grade" in problem.what
    assert "SMOG" in problem.what
    assert "a rough figure" in problem.what
    assert 'line 3, "The administration of' in problem.what


def test_an_easy_post_and_a_short_one_are_not_judged_hard() -> None:
    assert told("R-01", EASY * 12) == []
    assert told("R-01", HARD) == []


def test_a_hard_spanish_post_is_warned_of_with_its_own_score() -> None:
    hard = (
        "La administración de preparaciones farmacéuticas requiere consideraciones particulares "
        "relacionadas con contraindicaciones cardiovasculares preexistentes en determinadas "
        "poblaciones vulnerables. "
    )
    assert "INFLESZ" in only("R-10", hard * 6, lang="es").what
    assert told("R-10", "Beba agua. Descanse en casa. Llame si le duele. " * 12, lang="es") == []
    assert told("R-01", hard * 6, lang="es") == []
    assert told("R-10", HARD * 4) == []


def test_many_long_sentences_are_one_warning() -> None:
    problem = only("R-02", f"{EASY}\n\n{LONG}\n\n{LONG}\n\n{LONG}")
    assert problem.severity is Severity.WARN
    assert "3 of 7 sentences have more than 20 words; the longest has 38" in problem.what
    assert "more on line 5, 7" in problem.what


def test_one_long_sentence_in_a_good_text_is_a_note_and_an_almost_long_one_nothing() -> None:
    assert only("R-02", EASY * 12 + LONG).severity is Severity.NOTE
    almost = "You can rest in bed and drink some water and then call us in the morning or at noon "
    assert told("R-02", EASY * 12 + almost + "on Monday. ") == []


def test_long_paragraphs_passives_and_missing_readers_are_notes() -> None:
    assert only("R-03", EASY * 4).severity is Severity.NOTE
    passive = (
        "The test is done here. A cuff is placed on the arm. Air is pumped in. It is read. " * 3
    )
    assert "in the passive" in only("R-04", passive).what
    assert told("R-04", "You are tired. We are worried. It is complicated. " * 5) == []
    assert told("R-09", "You rest.") == []
    assert only("R-09", "Patients rest.", summary="Rest is good.").severity is Severity.NOTE
