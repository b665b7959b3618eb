"""I-01: nobody is shown or told about without a consent that covers it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from plugins.editorial_review.pictures.consent_states import (
    ConsentState,
    fault_of_id,
    ids_in,
    state_on,
)
from plugins.practice.problems import Severity
from plugins.practice.review_records import Consent
from tests.conftest import TODAY, Folder
from tests.editorial_review.read_samples import (
    CONSENT,
    ID,
    add_field,
    add_text,
    told,
    told_of_practice,
    words,
)

SHOWN = "image: hand.jpg\nimage_alt: The hand of one of our patients"


def shows(folder: Folder, fields: str = SHOWN, consents: str = CONSENT) -> str:
    """What I-01 says of the flu article with these fields."""
    folder.write("consents.toml", consents)
    add_field(folder, fields)
    return words(told(folder, "I-01"))


def test_a_live_consent_that_covers_every_channel_lets_the_post_go_out(folder: Folder) -> None:
    assert shows(folder, f"{SHOWN}\nconsent: {ID}") == ""


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("expires = 2028-01-02", "expires = 2026-11-20"), "expired on November 20, 2026"),
        (("custodian", "revoked = 2026-11-21\ncustodian"), "was revoked on November 21, 2026"),
        (("signed = 2026-01-02", "signed = 2026-11-22"), "is signed only on November 22, 2026"),
        (('"facebook", "x"', '"facebook"'), "covers site, facebook, and the post goes to x"),
        (('"site", ', ""), "goes to site as well"),
        (('kind = "photo"', 'kind = "story"'), "shows or tells a patient"),
        (('kind = "photo"', 'kind = "video"'), "the consent is for: video"),
        ((ID, "c-00000001"), "consents.toml has no such record"),
    ],
)
def test_a_consent_that_does_not_cover_it_holds_the_post(
    folder: Folder, change: tuple[str, str], said: str
) -> None:
    assert said in shows(folder, f"{SHOWN}\nconsent: {ID}", CONSENT.replace(*change))
    assert any(problem.blocks for problem in told(folder, "I-01"))


def test_a_consent_that_will_be_revoked_later_still_holds(folder: Folder) -> None:
    later = CONSENT.replace("custodian", "revoked = 2026-12-24\ncustodian")
    assert shows(folder, f"{SHOWN}\nconsent: {ID}", later) == ""


def test_a_post_that_waits_for_its_day_needs_a_consent_that_lives_then(folder: Folder) -> None:
    folder.edit("articles/flu.md", "date: 2026-11-02", "date: 2028-02-01")
    assert "expired on January 2, 2028" in shows(folder, f"{SHOWN}\nconsent: {ID}")


def test_a_consent_that_expires_soon_is_told_and_holds_nothing(folder: Folder) -> None:
    soon = CONSENT.replace("2028-01-02", "2026-12-24")
    assert "expires on December 24, 2026" in shows(folder, f"{SHOWN}\nconsent: {ID}", soon)
    assert {problem.severity for problem in told(folder, "I-01")} == {Severity.WARN}


def test_two_people_on_a_picture_are_two_consents(folder: Folder) -> None:
    second = CONSENT.replace(ID, "c-55aa66bb").replace("2028-01-02", "2026-01-03")
    found = shows(folder, f"{SHOWN}\nconsent: {ID}, c-55aa66bb", CONSENT + second)
    assert {*found.split("\n")} == {'the consent "c-55aa66bb" expired on January 3, 2026'}
    assert ids_in(" a, b,,a ") == ("a", "b")


def test_a_consent_for_a_story_beside_a_drawing_is_enough(folder: Folder) -> None:
    fields = f"image: hand.jpg\nimage_alt: Drawing of a hand\nconsent: {ID}"
    assert shows(folder, fields, CONSENT.replace('"photo"', '"story"')) == ""


def test_a_consent_for_a_photo_is_none_for_a_story(folder: Folder) -> None:
    assert "the consent is for: photo" in shows(folder, f"consent: {ID}")


@pytest.mark.parametrize(
    "alt",
    [
        "The hand of one of our patients",
        "A happy patient after the visit",
        "Knee before and after treatment",
        "Before-and-after pictures of a scar",
        "Smile, before/after",
    ],
)
def test_words_of_a_picture_that_say_so_ask_for_a_consent(folder: Folder, alt: str) -> None:
    assert "no consent is named" in shows(folder, f'image: hand.jpg\nimage_alt: "{alt}"')


@pytest.mark.parametrize(
    "alt",
    [
        "A nurse measures the blood pressure of a patient",
        "One of our patients, posed by a model",
        "Blood sugar before and after meals",
        "Washing hands before and after the meal",
        "Chart of pain before and after treatment",
        "A woman who is not a patient of ours",
        "Illustration for our patients",
    ],
)
def test_plain_pictures_need_none(folder: Folder, alt: str) -> None:
    assert shows(folder, f'image: hand.jpg\nimage_alt: "{alt}"') == ""


def test_the_name_of_the_file_speaks_too(folder: Folder) -> None:
    found = shows(folder, "image: before-and-after-knee.jpg\nimage_alt: A knee")
    assert "a before and after" in found


def test_an_image_in_the_text_speaks_by_its_alt_and_its_caption(folder: Folder) -> None:
    add_text(folder, "![A knee](knee.jpg)\nOur patient, a week after the operation.")
    (problem,) = told(folder, "I-01")
    assert '"Our patient"' in problem.what
    lines = (folder.path / "articles/flu.md").read_text("utf-8").split("\n")
    assert lines[problem.line - 1].startswith("![A knee]")


def test_words_of_the_text_count_only_where_there_is_a_picture(folder: Folder) -> None:
    add_text(folder, "The photo of one of our patients says it all.")
    assert told(folder, "I-01") == []
    add_field(folder, "image: hand.jpg\nimage_alt: A hand")
    assert "a patient" in words(told(folder, "I-01"))


@pytest.mark.parametrize("title", ["A patient story", "Our patient of the month"])
def test_a_story_announced_in_the_title_needs_a_consent(folder: Folder, title: str) -> None:
    folder.edit("articles/flu.md", "title: What to do about the flu", f"title: {title}")
    assert "a patient's story" in words(told(folder, "I-01"))


def test_a_title_that_says_that_there_are_none_needs_no_consent(folder: Folder) -> None:
    folder.edit("articles/flu.md", "title: What", "title: We tell no patient stories. What")
    assert told(folder, "I-01") == []


def test_spanish_words_are_known(folder: Folder) -> None:
    file = "articles/flu.es.md"
    add_text(folder, "![La mano de uno de nuestros pacientes](mano.jpg)", file)
    assert [p.file for p in told(folder, "I-01")] == [file]


def test_a_page_cannot_show_a_patient(folder: Folder) -> None:
    add_text(folder, "![Our patients in the waiting room](room.jpg)", "pages/about.md")
    (problem,) = told(folder, "I-01")
    assert problem.file == "pages/about.md"
    assert "pages carry no consent" in problem.fix


def test_without_a_file_of_consents_nothing_is_covered(folder: Folder) -> None:
    add_field(folder, f"{SHOWN}\nconsent: {ID}")
    assert "has no such record" in words(told(folder, "I-01"))


@pytest.mark.parametrize(
    "name", ["jm", "maria-lopez", "ml-1978", "mlopez78", "lopez", "123456", "a1", "c-jm"]
)
def test_an_id_that_could_be_somebody_is_told_and_never_quoted(folder: Folder, name: str) -> None:
    folder.write("consents.toml", CONSENT.replace(ID, name))
    (problem,) = told_of_practice(folder, "I-01")
    assert "id" in problem.what
    assert name not in problem.what + problem.fix
    assert problem.file == "consents.toml"
    assert problem.stays_public
    add_field(folder, f"{SHOWN}\nconsent: another-name")
    assert not any(name in p.what + p.fix for p in told(folder, "I-01"))
    assert "another-name" not in words(told(folder, "I-01"))


@pytest.mark.parametrize("name", [ID, "photo-7k2m9x", "a1b2c3d4"])
def test_a_random_id_is_good(name: str) -> None:
    assert fault_of_id(name) == ""


@pytest.mark.parametrize(
    "scope",
    [
        "Photo of Maria Lopez in our office",
        "The story of Mrs. Lopez",
        "The hand, as in Maria's chart",
        "Hand, chart 0041278",
    ],
)
def test_a_scope_that_names_somebody_is_told(folder: Folder, scope: str) -> None:
    folder.write("consents.toml", CONSENT.replace("A photo of a hand; no face", scope))
    (problem,) = told_of_practice(folder, "I-01")
    assert "seems to name a person" in problem.what
    assert "Lopez" not in problem.what


@pytest.mark.parametrize(
    "scope",
    [
        "Photo of a hand with Ada Able, MD",
        "A knee before and after surgery, in 2026",
        "Small Practice",
    ],
)
def test_staff_and_plain_words_may_stand_in_a_scope(folder: Folder, scope: str) -> None:
    people = (folder.path / "people/ada.md").read_text("utf-8")
    name = next(line for line in people.split("\n") if line.startswith("name: "))[6:]
    folder.write(
        "consents.toml",
        CONSENT.replace("A photo of a hand; no face", scope.replace("Ada Able", name)),
    )
    assert told_of_practice(folder, "I-01") == []


def test_a_channel_that_nobody_knows_is_told(folder: Folder) -> None:
    folder.write("consents.toml", CONSENT.replace('"facebook"', '"facebok"'))
    (problem,) = told_of_practice(folder, "I-01")
    assert problem.severity is Severity.WARN
    assert 'did you mean "facebook"' in problem.fix


def consent(**days: date) -> Consent:
    start, end = date(2026, 1, 1), date(2027, 12, 31)
    usual = Consent(
        id=ID, kind="photo", scope="A hand", channels=("site",), signed=start, expires=end
    )
    return replace(usual, **days)  # type: ignore[arg-type]  # only its days


@pytest.mark.parametrize(
    ("days", "state"),
    [
        ({}, ConsentState.LIVE),
        ({"expires": TODAY}, ConsentState.SOON),
        ({"expires": date(2026, 11, 20)}, ConsentState.EXPIRED),
        ({"signed": date(2026, 11, 22)}, ConsentState.NOT_YET),
        ({"revoked": TODAY}, ConsentState.REVOKED),
        ({"revoked": TODAY, "expires": date(2026, 11, 20)}, ConsentState.REVOKED),
    ],
)
def test_the_state_of_a_consent_on_a_day(days: dict[str, date], state: ConsentState) -> None:
    assert state_on(consent(**days), TODAY) is state
    assert state.holds == consent(**days).is_live(TODAY)
