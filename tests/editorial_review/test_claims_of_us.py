"""What a practice must not say of itself, of its people and of its patients."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plugins.practice.posts import Page
from plugins.practice.problems import Severity
from tests.editorial_review.claim_samples import ADA, CONSENT, article, problems, says


@pytest.mark.parametrize(
    "text",
    [
        "We cure back pain.",
        "We guarantee that you will feel better.",
        "Our treatment is painless.",
        "Our lasers are risk-free.",
        "With us the procedure has no side effects.",
        "Our vaccine clinic is 100% safe.",
        "Dr. Byrne offers a miracle treatment.",
        "Mill Road has guaranteed results.",
        "We are the best clinic in town.",
        "We are one of the leading practices in the county.",
        "Our doctors are the most experienced surgeons here.",
        "Meet the #1 doctor of our town.",
        "We offer world-class care.",
        "Ada Byrne is the top physician in the region.",
        "We use only FDA-approved treatments.",
        "At Mill Road, surgery is pain-free.",
    ],
)
def test_a_promise_or_praise_of_ourselves_blocks(text: str) -> None:
    assert [p.severity for p in says("K-01", text)] == [Severity.BLOCK]


@pytest.mark.parametrize(
    "text",
    [
        "We do our best.",
        "Our best advice is to rest.",
        "What works best for you is what we choose together.",
        "The best time to call us is the morning.",
        "Our top five tips are below.",
        "We cannot guarantee a cure.",
        "No doctor can guarantee that, and we do not promise a cure.",
        "There is no cure for the common cold. We treat its signs.",
        "Is it painless? Ask us.",
        "The exam is painless for most people.",
        "Researchers look for a cure.",
        "The FDA approved the drug in 2020.",
        "FDA-approved medicines are listed there.",
        "Our leading cause of calls is the flu.",
        "Call us for the most up-to-date hours.",
        "We have no risk calculator.",
        "The leading cause of death is heart disease.",
    ],
)
def test_the_same_words_of_something_else_do_not_block(text: str) -> None:
    assert not [p for p in says("K-01", text) if p.blocks]


@pytest.mark.parametrize(
    "text",
    [
        "Garantizamos resultados. Confíe en nosotros.",
        "Nuestro tratamiento es indoloro.",
        "Nuestra clínica tiene los mejores médicos.",
        "Con nosotros, sin dolor.",
    ],
)
def test_spanish_promises_block(text: str) -> None:
    assert says("K-01", text, "es")[0].blocks
    assert not says("K-01", "Llame a nuestra clínica. El examen dura poco.", "es")


def test_wonder_words_of_something_else_are_only_noted() -> None:
    (found,) = says("K-01", "This supplement is sold as a miracle cure.")
    assert found.severity is Severity.NOTE


def test_a_persons_own_page_speaks_of_us_in_the_third_person() -> None:
    person = replace(ADA, text="She is the most experienced doctor in the county.")
    assert problems(person, "K-01")[0].blocks
    assert not problems(ADA, "K-01")


@pytest.mark.parametrize("name", ["title", "summary", "key_fact"])
def test_fields_are_read_too(name: str) -> None:
    assert problems(article(**{name: "We cure back pain."}), "K-01")


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("Dr. Lee is board eligible.", True),
        ("We are board-qualified in surgery.", True),
        ("Our doctors are board certified.", True),
        ("Dr. Byrne is board-certified in family medicine.", True),
        ("Dr. Byrne is board certified by the American Board of Family Medicine.", False),
        ("Dr. Byrne is board certified by the American Board of Surgery.", True),
        ("Choose a surgeon who is board certified.", False),
        ("She serves on the board of the school.", False),
    ],
)
def test_board_certified_names_the_board_of_the_persons_file(text: str, fires: bool) -> None:
    assert bool(says("K-02", text)) is fires


def test_a_persons_file_may_name_the_board_in_the_next_sentence() -> None:
    person = replace(
        ADA, text="She is board certified. Her board is the American Board of Surgery."
    )
    assert not problems(person, "K-02")
    assert problems(replace(ADA, text="She is board certified."), "K-02")


PRAISE = "> I can walk again, and I thank the team for it.\n\nRead this testimonial."
TOLD = "\n\nResults may vary. She was not paid for her words."


def test_a_patients_praise_needs_consent_and_two_sentences() -> None:
    (found,) = says("K-03", PRAISE)
    assert found.blocks
    assert found.what.count(",") >= 2
    (found,) = says("K-03", PRAISE + TOLD)
    assert found.what.endswith("not told: the number of the consent")
    assert not says("K-03", PRAISE + TOLD, consent=CONSENT.id)
    assert says("K-03", PRAISE, consent=CONSENT.id)


@pytest.mark.parametrize(
    "text",
    [
        "One patient told us that she sleeps again.",
        "Read our five-star reviews.",
        "Our patients love the new rooms.",
        "Lea los testimonios de pacientes.",
    ],
)
def test_praise_is_known_by_its_words(text: str) -> None:
    assert says("K-03", text)


@pytest.mark.parametrize(
    "text",
    [
        "We do not publish testimonials.",
        "Our policy on patient reviews of the practice is short.",
        "Ask before you share a success story.",
        "> Rest, drink and sleep.",
        "A patient told to rest should rest.",
        "In a review of 27 studies, most patients did well.",
    ],
)
def test_speaking_about_praise_is_none(text: str) -> None:
    assert not says("K-03", text)


def test_a_page_without_consent_cannot_show_praise() -> None:
    page = Page(file="pages/about.md", title="About", slug="about", lang="en", text=PRAISE + TOLD)
    assert problems(page, "K-03")


@pytest.mark.parametrize(
    ("alt", "fires"),
    [
        ("A woman holds her knee", True),
        ("Una paciente en la sala", True),
        ("A woman (model) holds her knee", False),
        ("Stock photo of a family at the beach", False),
        ("Drawing of a man who coughs", False),
        ("Dr. Byrne with a child's drawing of the practice", False),
        ("Our front door in the snow", False),
        ("A managed care plan", False),
    ],
)
def test_a_model_is_called_a_model(alt: str, fires: bool) -> None:
    assert bool(problems(article(image="a.jpg", image_alt=alt), "K-05")) is fires
    assert bool(says("K-05", f"![{alt}](a.jpg)")) is fires
    assert not says("K-05", f"![{alt}](a.jpg)", consent="k7f2")


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("Take Tylenol for the pain.", True),
        ("Acetaminophen (Tylenol) eases pain.", False),
        ("Acetaminophen (Tylenol) 500 mg eases pain.", True),
        ("The town of Advilton is small.", False),
        ("We aleve nothing.", False),
        ("Ibuprofen eases pain.", False),
    ],
)
def test_a_brand_stands_beside_its_generic_name_without_a_dose(text: str, fires: bool) -> None:
    assert bool(says("K-04", text)) is fires


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("We are better than other clinics.", True),
        ("Unlike other practices, we listen.", True),
        ("Get 20% off this week.", True),
        ("Book your free consultation.", True),
        ("We waive your copay.", True),
        ("Some plans waive the deductible for it.", False),
        ("The flu shot is free of charge under most plans.", False),
        ("Sleep is better than other medicines.", False),
        ("Mucus-free breathing is nice.", False),
        ("Caffeine-free drinks help.", False),
    ],
)
def test_comparisons_and_prices_are_told(text: str, fires: bool) -> None:
    assert bool(says("K-06", text)) is fires
