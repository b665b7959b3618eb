"""What each kind of page tells machines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from plugins.practice.posts import Article, Event, Link, Question
from plugins.structured_data.plan import page_data, person_data, practice_data
from tests.structured_data.samples import (
    CREEK,
    PEOPLE,
    PRACTICE,
    SITE,
    TWO_PLACES,
    data_of,
    notice,
    page_of,
    post,
    typed,
)
from tests.structured_data.vocabulary import faults

HOME = ("Home", f"{SITE}/")


def test_an_article_is_a_medical_page_that_a_person_has_reviewed() -> None:
    page = page_of(data_of(post(Article)))
    assert page["@type"] == "MedicalWebPage"
    assert page["lastReviewed"] == "2026-11-01"
    assert page["reviewedBy"]["@type"] == "Person"
    assert (page["reviewedBy"]["name"], page["reviewedBy"]["honorificSuffix"]) == (
        "Ada Okafor",
        "MD",
    )
    assert page["audience"] == {"@type": "Patient"}
    article = page["mainEntity"]
    assert (article["@type"], article["headline"]) == ("Article", "A title")
    assert article["datePublished"] == "2026-07-01T09:05:00-04:00"
    (cited,) = article["citation"]
    assert (cited["@type"], cited["name"]) == ("MedicalScholarlyArticle", "A source")


def test_a_review_by_nobody_known_is_not_told() -> None:
    page = page_of(data_of(post(Article, reviewed_by="nobody")))
    assert not {"reviewedBy", "lastReviewed"} & page.keys()


def test_a_question_is_a_page_with_one_question_and_its_short_answer() -> None:
    page = page_of(data_of(post(Question)))
    assert page["@type"] == "FAQPage"
    (asked,) = page["mainEntity"]
    assert asked["name"] == "A title"
    assert asked["acceptedAnswer"] == {"@type": "Answer", "text": "No, it cannot."}


def test_a_question_page_does_not_tell_the_summary_that_it_does_not_show() -> None:
    assert "A summary." not in str(data_of(post(Question)))


def test_a_link_names_the_page_and_its_publisher() -> None:
    mentions = page_of(data_of(post(Link)))["mentions"]
    assert mentions["url"] == "https://other.example/page"
    assert mentions["publisher"]["name"] == "Other Institute"


def test_an_alert_is_announced_for_its_places_until_it_ends() -> None:
    alert = notice(type="alert", affects=("creek", "ada"), ends=date(2026, 12, 20))
    announced = page_of(data_of(alert))["mainEntity"]
    assert announced["@type"] == "SpecialAnnouncement"
    assert announced["text"] == "Call us."
    assert announced["expires"] == "2026-12-20"
    assert announced["announcementLocation"] == [{"@id": f"{SITE}/#practice"}]
    assert "mainEntity" not in page_of(data_of(notice()))


@pytest.mark.parametrize(
    ("where", "mode", "places"),
    [
        ({"place": "creek"}, "Offline", ["Place"]),
        ({"online": True}, "Online", ["VirtualLocation"]),
        ({"place": "creek", "online": True}, "Mixed", ["Place", "VirtualLocation"]),
    ],
)
def test_an_event_tells_how_to_attend(where: dict[str, Any], mode: str, places: list[str]) -> None:
    event = page_of(data_of(post(Event, **where)))["mainEntity"]
    assert event["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"
    assert [place["@type"] for place in event["location"]] == places
    assert event["startDate"] == "2026-12-17T18:00:00-05:00"
    assert event["organizer"] == {"@id": f"{SITE}/#practice"}


def test_an_event_without_a_known_place_tells_none() -> None:
    event = page_of(data_of(post(Event, place="elsewhere")))["mainEntity"]
    assert not {"location", "eventAttendanceMode"} & event.keys()


def test_an_online_event_has_the_address_that_its_readers_are_given() -> None:
    how = "Join at https://live.example.org/talk, or call."
    event = page_of(data_of(post(Event, online=True, register=how)))["mainEntity"]
    assert event["location"][0]["url"] == "https://live.example.org/talk"
    without = page_of(data_of(post(Event, online=True, register="Call us.")))["mainEntity"]
    assert without["location"] == [{"@type": "VirtualLocation", "name": "Online"}]


def test_a_translator_who_works_here_is_that_person() -> None:
    def translator(name: str) -> Any:
        return page_of(data_of(post(Question, translated_by=name, lang="es")))["translator"]

    assert translator("Ada Okafor, MD")["@id"] == f"{SITE}/people/ada/#person"
    assert translator("Words Ltd") == {"@type": "Person", "name": "Words Ltd"}


def test_the_trail_ends_at_the_page_and_counts_from_one() -> None:
    data = data_of(post(Article))
    trail = typed(data, "BreadcrumbList")
    assert [step["name"] for step in trail["itemListElement"]] == ["Home", "A list", "A title"]
    assert [step["position"] for step in trail["itemListElement"]] == [1, 2, 3]
    assert page_of(data)["breadcrumb"] == {"@id": trail["@id"]}
    own = (HOME, ("A title", f"{SITE}/articles/one/"))
    again = typed(data_of(post(Article), breadcrumb=own), "BreadcrumbList")
    assert len(again["itemListElement"]) == 2


def test_a_page_without_a_way_to_it_has_no_trail() -> None:
    data = data_of(post(Article), breadcrumb=())
    assert "breadcrumb" not in page_of(data)
    assert "BreadcrumbList" not in str(data)


def test_one_place_is_a_clinic_with_its_address_and_week() -> None:
    clinic = practice_data(PRACTICE)
    assert (clinic["@type"], clinic["@id"]) == ("MedicalClinic", f"{SITE}/#practice")
    assert clinic["telephone"] == "+1 212-555-0100"
    assert clinic["sameAs"] == ["https://x.example/creek"]
    assert str(clinic["address"]).count("12 Creek Road") == 1
    assert "specialOpeningHoursSpecification" not in clinic


def test_two_places_are_two_clinics_of_one_organisation() -> None:
    whole: Any = practice_data(TWO_PLACES)
    assert whole["@type"] == "MedicalOrganization"
    assert not {"address", "openingHoursSpecification"} & whole.keys()
    creek, hill = whole["subOrganization"]
    assert (creek["@id"], creek["name"]) == (f"{SITE}/#place-creek", "Creek House")
    assert (creek["telephone"], hill["telephone"]) == ("+1 212-555-0143", "+1 212-555-0100")


def test_a_practice_without_a_place_has_no_address() -> None:
    assert "address" not in practice_data(replace(PRACTICE, places=()))


@pytest.mark.parametrize(("lang", "folder"), [("en", ""), ("es", "es/")])
def test_the_home_page_offers_the_search_of_its_language(lang: str, folder: str) -> None:
    data = page_data(PRACTICE, "Creek Practice", "Plain answers", f"{SITE}/{folder}", lang, ())
    assert faults(data) == []
    search = typed(data, "WebSite")["potentialAction"]
    assert search["target"]["urlTemplate"] == f"{SITE}/{folder}search/#q={{search_term_string}}"
    assert search["query-input"] == "required name=search_term_string"
    assert "BreadcrumbList" not in str(data)


def test_other_pages_leave_the_site_to_the_home_page() -> None:
    data = page_data(PRACTICE, "Contact", "", f"{SITE}/contact/", "en", [HOME], kind="ContactPage")
    assert page_of(data)["@type"] == "ContactPage"
    assert "description" not in page_of(data)
    assert "SearchAction" not in str(data)
    assert typed(data, "MedicalClinic")["openingHoursSpecification"]
    assert len(typed(data, "BreadcrumbList")["itemListElement"]) == 2


def test_the_home_page_tells_the_hours_of_coming_notices() -> None:
    data = page_data(PRACTICE, "Creek", "", f"{SITE}/", "en", (), notices=[notice()])
    (special,) = typed(data, "MedicalClinic")["specialOpeningHoursSpecification"]
    assert special["validFrom"] == "2026-11-26"


def test_who_has_left_no_longer_works_for_the_practice() -> None:
    def of(who: str) -> Any:
        url = f"{SITE}/people/{who}/"
        data = person_data(PEOPLE[who], practice=PRACTICE, url=url, lang="en", breadcrumb=[HOME])
        assert faults(data) == []
        return page_of(data)["mainEntity"]

    assert of("ada")["worksFor"] == {"@id": f"{SITE}/#practice"}
    assert (of("ada")["jobTitle"], of("ada")["knowsLanguage"]) == ("Physician", ["en"])
    assert "worksFor" not in of("tom")


def test_places_are_told_apart_where_an_alert_affects_one() -> None:
    alert = notice(type="alert", affects=("hill",))
    announced = page_of(data_of(alert, TWO_PLACES))["mainEntity"]
    assert announced["announcementLocation"] == [{"@id": f"{SITE}/#place-hill"}]
    assert CREEK.name not in str(announced)
