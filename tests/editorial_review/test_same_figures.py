"""A translation says the same numbers, doses, phone numbers and dates as its original (G-02)."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from plugins.editorial_review.freshness.rules import RULES
from plugins.editorial_review.freshness.same_figures import Differences, differences
from plugins.practice.problems import Severity
from plugins.practice.reading import read_content
from tests.editorial_review.fresh_samples import article, in_spanish, notice, setting, told

CONTENT = Path(__file__).parents[2] / "content"


def between(english: str, spanish: str) -> Differences:
    return differences(in_spanish(spanish), article(text=english))


def said(found: Differences) -> tuple[list[str], list[str]]:
    return [t.figure.said for t in found.added], [t.figure.said for t in found.lost]


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("Take 1,000 mg.", "Tome 1.000 mg."),
        ("Take 1,000 mg.", "Tome 1,000 mg."),
        ("Take 2.5 mL.", "Tome 2,5 ml."),
        ("Take half a tablet.", "Tome media tableta."),
        ("Wait half an hour.", "Espere media hora."),
        ("Take 500 mg.", "Tome 0,5 g."),
        ("Take it twice a day.", "Tómela dos veces al día."),
        ("Take it once a day.", "Tómela una vez al día."),
        ("Write both down.", "Anote las dos."),
        ("Take two readings, one minute apart.", "Tome 2 lecturas, con 1 minuto de diferencia."),
        ("After eleven weeks.", "Después de once semanas."),
        ("Rest for 2 to 6 months.", "Descanse de 2 a 6 meses."),
        ("It lasts a day or two.", "Dura 1 o 2 días."),
        ("At 5 pm.", "A las 5 de la tarde."),
        ("At 5 pm.", "A las 17:00."),
        ("At 5 pm.", "A las 17 h."),
        ("At noon.", "Al mediodía."),
        ("On Thursday, November 26, 2026.", "El jueves 26 de noviembre de 2026."),
        ("On 11/26/2026.", "El 26/11/2026."),
        ("From December 7 to 11.", "Del 7 al 11 de diciembre."),
        ("Call (212) 555-0143.", "Llame al 212-555-0143."),
        ("Call 911.", "Llame al 911."),
        ("Call 988.", "Llame al 988 y oprima el 2."),
        ("22 out of 100 devices.", "22 de cada 100 aparatos."),
        ("It is 180/120.", "Es de 180/120."),
        ("11 % of them.", "El 11 por ciento."),
        ("A fever of 100.4 °F.", "Fiebre de 100.4 °F (38 °C)."),
        ("The first dose.", "La primera dosis."),
        ("The 1st dose.", "La primera dosis."),
        ("Adults aged 65 and older.", "Adultos de 65 años o más."),
        ("An hour later, one nurse calls.", "Una hora después, llama una enfermera."),
        ("See [@who-2024] and https://a.org/5.", "Vea [@who-2024] y https://a.org/5."),
    ],
)
def test_the_same_said_in_another_language_is_the_same(english: str, spanish: str) -> None:
    assert said(between(english, spanish)) == ([], [])


@pytest.mark.parametrize(
    ("english", "spanish", "added", "lost"),
    [
        ("Take 5 mg.", "Tome 50 mg.", "50 mg", "5 mg"),
        ("Take 5 mg.", "Tome 5 g.", "5 g", "5 mg"),
        ("Take 2.5 mL.", "Tome 25 ml.", "25 ml", "2.5 mL"),
        ("Take 1,000 mg.", "Tome 1,0 mg.", "1,0 mg", "1,000 mg"),
        ("For 6 weeks.", "Por 6 meses.", "6 meses", "6 weeks"),
        ("Take two readings.", "Tome tres lecturas.", "tres lecturas", "two readings"),
        ("Call (212) 555-0143.", "Llame al (212) 555-0134.", "(212) 555-0134", "(212) 555-0143"),
        ("On November 26.", "El 27 de noviembre.", "27 de noviembre", "November 26"),
        ("On Thursday.", "El viernes.", "viernes", "Thursday"),
        ("At 5 pm.", "A las 5 de la mañana.", "5 de la mañana", "5 pm."),
        ("It is 180/120.", "Es de 120/180.", "120/180", "180/120"),
        ("22 out of 100.", "22 de cada 1000.", "22 de cada 1000", "22 out of 100"),
        ("A fever of 100.4 °F.", "Fiebre de 39 °C.", "39 °C", "100.4 °F"),
        ("Take a tablet.", "Tome dos tabletas.", "dos tabletas", "a tablet"),
    ],
)
def test_another_number_is_found_on_both_sides(
    english: str, spanish: str, added: str, lost: str
) -> None:
    assert said(between(english, spanish)) == ([added], [lost])


def test_a_number_in_the_wrong_section_is_found() -> None:
    english = "## Adults\n\nTake 500 mg.\n\n## Children\n\nTake 100 mg."
    spanish = "## Adultos\n\nTome 100 mg.\n\n## Niños\n\nTome 500 mg."
    assert len(between(english, spanish).added) == 2


def test_with_other_headings_the_texts_are_compared_as_a_whole() -> None:
    english = "## Adults\n\nTake 500 mg.\n\n## Children\n\nTake 100 mg."
    spanish = "## Dosis\n\nTome 500 mg; un niño, 100 mg."
    assert said(between(english, spanish)) == ([], [])


def test_texts_for_networks_and_comments_are_not_compared() -> None:
    assert said(between("Rest. <!-- 5 mg -->", "Descanse.")) == ([], [])


def test_other_numbers_hold_the_translation_and_are_quoted_doses_first() -> None:
    original = article(text="Rest.\n\nFor 3 weeks, take 5 mg.")
    post = in_spanish("Descanse.\n\nPor 4 semanas, tome 6 mg.")
    added, lost = told(RULES, "G-02", post, setting(original, post))
    assert added.severity is Severity.BLOCK
    assert added.line == 22
    assert added.what.startswith('it says "6 mg", "4 semanas", which articles/flu.md')
    assert lost.what.startswith('articles/flu.md says "5 mg", "3 weeks" (line 22)')


def test_other_days_in_the_fields_of_a_notice_hold_it() -> None:
    original = notice()
    post = notice(lang="es", ends=date(2026, 12, 9), file="notices/flu.es.md")
    (found,) = told(RULES, "G-02", post, setting(original, post))
    assert found.what == "`ends` is 2026-12-09, in notices/flu.md it is 2026-12-10"


def test_the_translations_of_the_demonstration_agree_with_their_originals() -> None:
    content, _ = read_content(CONTENT)
    assert content is not None
    originals = {(p.kind, p.slug): p for p in content.posts if p.lang == "en"}
    translations = [p for p in content.posts if p.lang != "en"]
    assert len(translations) >= 3
    for post in translations:
        assert said(differences(post, originals[post.kind, post.slug])) == ([], []), post.file


@pytest.mark.parametrize(
    "piece",
    ["1 de ", "#1", "½", "](", "[@", "a@", "+1 ", "x.", "Nov ", "1,", "media ", "(212) ", "\0"],
)
def test_any_text_takes_time_in_proportion_to_its_length(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    started = time.process_time()
    between(text, text)
    assert time.process_time() - started < 20
