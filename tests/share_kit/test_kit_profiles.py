"""The texts of profiles: whole facts, the important ones first, never over a network's limit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.editorial_review.privacy.care_check import confirms_care
from plugins.networks.counting import count
from plugins.networks.rows import Limit, Network, Place, Sure, Unit
from plugins.networks.table import NETWORKS
from plugins.practice.settings import Hours, Named, Practice
from plugins.share_kit.profiles.bios import Bio, bio, latest_url
from plugins.share_kit.profiles.checklists import checklist, elsewhere, has_profile
from plugins.share_kit.profiles.short_hours import short_hours, short_week
from plugins.share_kit.profiles.standing_texts import standing_texts
from tests.share_kit.profile_samples import LONG, PEOPLE, PLACE, PRACTICE, SHORT, WEEK, hours

WITH_BIO = tuple(network for network in NETWORKS.values() if network.bio)
EMERGENCY = {"en": "Not for emergencies: call 911", "es": "No es para emergencias: llame al 911"}


def _limit(size: int, unit: Unit = Unit.UTF16) -> Limit:
    return Limit(size=size, unit=unit, sure=Sure.GENERAL, source="a test", read="2026-11")


def _network(size: int = 2000, **fields: Any) -> Network:
    given = {"name": "own", "label": "Own", "place": Place.TEXT, "bio": _limit(size)}
    return Network(**{**given, **fields})


def _bio(practice: Practice = PRACTICE, lang: str = "en", **fields: Any) -> Bio:
    found = bio(practice, _network(**fields), lang, PEOPLE)
    assert found
    return found


def _pieces(text: str) -> list[str]:
    return text.split("\n") if "\n" in text else text.split(" \u00b7 ")


@pytest.mark.parametrize("network", WITH_BIO, ids=lambda n: n.name)
@pytest.mark.parametrize("lang", ["en", "es"])
def test_no_text_is_over_the_limit_of_its_network(network: Network, lang: str) -> None:
    found = bio(PRACTICE, network, lang, PEOPLE)
    assert found
    assert network.bio
    assert found.length == count(found.text, network.bio.unit) <= network.bio.size


@given(
    st.integers(1, 400),
    st.sampled_from([unit for unit in Unit if unit is not Unit.ITEMS]),
    st.text(min_size=1, max_size=120),
    st.text(max_size=200),
)
@settings(max_examples=150)
def test_whatever_the_practice_is_called_its_text_fits(
    size: int, unit: Unit, name: str, tagline: str
) -> None:
    practice = replace(PRACTICE, name=name, short_name=name[:20], tagline={"en": tagline})
    found = bio(practice, _network(bio=_limit(size, unit)), "en", PEOPLE)
    assert found
    assert found.length <= size


@given(st.integers(1, 400))
def test_only_whole_facts_stand_in_a_text(size: int) -> None:
    everything = set(_pieces(_bio().text)) | {
        *_pieces(_bio(size=249).text), PRACTICE.name, PRACTICE.short_name, "(212) 555-0143",
        short_hours(PRACTICE, "en"), latest_url(PRACTICE, "en"),
    }  # fmt: skip
    text = _bio(size=size).text
    assert not text or set(_pieces(text)) <= everything


@given(st.integers(30, 400), st.sampled_from(["en", "es"]))
def test_that_messages_are_not_for_emergencies_is_kept_first(size: int, lang: str) -> None:
    text = _bio(size=size, lang=lang).text
    if size >= len(EMERGENCY[lang]):
        assert text.endswith(EMERGENCY[lang])
    else:
        assert "911" not in text


def test_a_text_with_room_for_all_says_all() -> None:
    found = _bio(bio_link=False)
    assert found.text.split("\n") == [
        "Plain answers about your health, from the people who look after you",
        "Exampleton, NY",
        "Open Mon, Tue, Thu 8\u20135; Wed 8\u201312 & 1\u20137; Fri 8\u20133",
        "Call (212) 555-0143",
        "https://www.example.org/latest/",
        "We speak English and Spanish",
        "Services: Lab",
        "We cannot give medical advice here",
        "Not for emergencies: call 911",
    ]
    assert found.left_out == ()


def test_a_spanish_text_is_spanish_throughout() -> None:
    text = _bio(lang="es", bio_link=False).text
    assert "Hablamos inglés y español" in text
    assert "https://www.example.org/es/latest/" in text
    assert "lun, mar, jue 8\u20135" in text
    assert not [word for word in ("Call", "Open", "Mon", "English") if word in text]


def test_no_word_of_another_language_stands_in_a_text() -> None:
    english = replace(
        PRACTICE,
        tagline={"en": "Plain answers"},
        after_hours={"en": "Ask the nurse."},
        services={"lab": Named(id="lab", name={"en": "Lab"})},
    )
    assert _pieces(_bio(english, lang="es").text)[0] == PRACTICE.name
    assert "Lab" not in _bio(english, lang="es").text
    assert "nurse" not in " ".join(text.text for text in standing_texts(english, ("es",)))


def test_what_had_no_room_is_named() -> None:
    found = _bio(size=80)
    assert "hours" in found.left_out
    assert "emergency" not in found.left_out


def test_a_tagline_without_room_leaves_its_place_to_the_name() -> None:
    assert _pieces(_bio(size=80).text)[0] == PRACTICE.name


def test_no_telephone_number_stands_where_a_network_refuses_them() -> None:
    assert "555" not in _bio(phone=False).text
    assert "911" in _bio(phone=False).text


def test_the_address_stands_in_the_text_only_where_there_is_no_field_for_it() -> None:
    assert "https://" in _bio(bio_link=False).text
    assert "https://" not in _bio(bio_link=True).text
    assert "https://" not in _bio(bio_link=False, place=Place.NONE).text


@pytest.mark.parametrize("fields", [{"bio": None}, {"names_us": False}])
def test_a_network_without_a_profile_of_ours_has_no_text(fields: dict[str, Any]) -> None:
    assert bio(PRACTICE, _network(**fields), "en", PEOPLE) is None


def test_a_practice_that_says_nothing_of_itself_still_has_a_text() -> None:
    bare = replace(PRACTICE, tagline={}, places=(), services={}, phone="")
    assert _bio(bare, bio_link=True).text.split("\n") == [
        PRACTICE.name, "We speak English and Spanish", "We cannot give medical advice here",
        "Not for emergencies: call 911",
    ]  # fmt: skip


def test_one_language_is_not_worth_telling() -> None:
    text = bio(PRACTICE, _network(), "en", {})
    assert text
    assert "We speak" not in text.text


CASES: Mapping[str, tuple[tuple[Hours, ...], str, str]] = {
    "equal days": ((LONG,) * 4 + (SHORT, (), ()), "Mon–Thu 8–5, Fri 8–3", "lun–jue 8–5, vie 8–3"),
    "days apart": (
        WEEK,
        "Mon, Tue, Thu 8–5; Wed 8–12 & 1–7; Fri 8–3",
        "lun, mar, jue 8–5; mié 8–12 y 1–7; vie 8–3",
    ),
    "half hours": ((hours((8.5, 17.25)), *((),) * 6), "Mon 8:30–5:15", "lun 8:30–5:15"),
    "an evening": ((hours((17, 20)), *((),) * 6), "Mon 5–8 pm", "lun 5–8 p. m."),
    "an afternoon": ((hours((12, 16)), *((),) * 6), "Mon 12–4 pm", "lun 12–4 p. m."),
    "a long day": ((hours((7, 21)), *((),) * 6), "Mon 7 am–9 pm", "lun 7 a. m.–9 p. m."),
    "twelve hours": ((hours((7, 19)), *((),) * 6), "Mon 7 am–7 pm", "lun 7 a. m.–7 p. m."),
    "a night": ((hours((22, 6)), *((),) * 6), "Mon 10 pm–6 am", "lun 10 p. m.–6 a. m."),
    "until midnight": ((hours((16, 24)), *((),) * 6), "Mon 4 pm–12 am", "lun 4 p. m.–12 a. m."),
    "always": ((hours((0, 24)),) * 7, "Mon–Sun 24 hours", "lun–dom las 24 horas"),
    "never": (((),) * 7, "", ""),
}


@pytest.mark.parametrize(("week", "english", "spanish"), CASES.values(), ids=CASES)
def test_hours_are_told_as_people_write_them(
    week: tuple[Hours, ...], english: str, spanish: str
) -> None:
    assert short_week(week, "en") == english
    assert short_week(week, "es").replace("\u00a0", " ").replace("\u202f", " ") == spanish


def test_places_with_equal_hours_are_told_once() -> None:
    other = replace(PLACE, id="east", name="East office", city="Eastville")
    assert short_hours(replace(PRACTICE, places=(PLACE, other)), "en") == short_week(WEEK, "en")


def test_places_with_other_hours_are_told_apart() -> None:
    other = replace(PLACE, id="east", city="Eastville", hours=(LONG, *((),) * 6))
    third = replace(PLACE, id="mall", name="Mall office", hours=((),) * 5 + (SHORT, ()))
    told = short_hours(replace(PRACTICE, places=(PLACE, other, third)), "en")
    assert told.endswith("/ Eastville: Mon 8–5 / Mall office: Sat 8–3")


def test_two_offices_of_one_name_in_one_town_are_told_by_their_street() -> None:
    other = replace(PLACE, id="east", street="9 East Street", hours=(LONG, *((),) * 6))
    told = short_hours(replace(PRACTICE, places=(PLACE, other)), "en")
    assert told.startswith("12 Crane Creek Road: ")
    assert "9 East Street: Mon 8–5" in told


@pytest.mark.parametrize("network", NETWORKS.values(), ids=lambda n: n.name)
def test_every_network_has_something_to_set_up(network: Network) -> None:
    items = checklist(network)
    assert len(items) == len(set(items))
    assert len(items) >= (5 if has_profile(network) else 2)


def test_a_checklist_asks_for_nothing_that_a_network_has_not() -> None:
    bare = _network(bio=None, bio_link=False, avatar=None, cover=None)
    told = " ".join(item.text for item in checklist(bare)).lower()
    assert "picture" not in told
    assert "text of the profile" not in told


def test_listings_that_patients_look_at_are_named() -> None:
    names = " ".join(row.name for row in elsewhere())
    assert all(name in names for name in ("Apple", "Bing", "Foursquare", "directories"))


def test_standing_texts_send_people_to_the_phone_and_confirm_nothing() -> None:
    texts = standing_texts(PRACTICE, ("en", "es"))
    assert {text.lang for text in texts} == {"en", "es"}
    for text in texts:
        assert "911" in text.text
        assert "{" not in text.text
        assert not confirms_care(text.text, text.lang)


def test_what_to_do_after_hours_is_said_in_the_words_of_the_practice() -> None:
    own = replace(PRACTICE, after_hours={"en": "The nurse on call answers at (212) 555-0100."})
    texts = {text.name: text.text for text in standing_texts(own, ("en",))}
    assert "The nurse on call answers" in texts["auto_reply_closed"]


def test_house_rules_name_the_networks_on_which_they_can_be_posted_whole() -> None:
    rules = next(t for t in standing_texts(PRACTICE, ("en",)) if t.name == "house_rules")
    assert "Facebook" in rules.fits
    assert "X" not in rules.fits
