"""Titles are written as people write them, and keys can be read, typed and told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.cited_sources.citing.keys import fresh_key
from plugins.cited_sources.citing.short_names import names_of
from plugins.cited_sources.citing.titles import (
    clean_publisher,
    clean_title,
    page_title,
    website_of,
)
from plugins.practice.fields import slug

CDC = ("Centers for Disease Control and Prevention", "https://www.cdc.gov/flu/treatment/")


@pytest.mark.parametrize(
    ("found", "clean"),
    [
        ("Flu in <i>E. coli</i> and CO<sub>2</sub>.", "Flu in E. coli and CO2"),
        ("Fever &amp; colds", "Fever & colds"),
        ("&lt;b&gt;Fever&lt;/b&gt; when p &lt; 0.05", "Fever when p < 0.05"),
        ("[Gripe en adultos.]", "Gripe en adultos"),
        ("  Fever\n in   children ", "Fever in children"),
        ("CHILDREN WITH HIV AND COVID-19: A TRIAL.", "Children with HIV and COVID-19: A trial"),
        ("HIV and AIDS in the USA", "HIV and AIDS in the USA"),
        ("What now?", "What now?"),
        ("Fe\u200bver\x07", "Fever"),
    ],
)
def test_a_title_loses_what_registries_put_into_it(found: str, clean: str) -> None:
    assert clean_title(found) == clean


def test_a_publisher_loses_its_short_form() -> None:
    assert clean_publisher("American Medical Association (AMA)") == "American Medical Association"
    assert clean_publisher("Elsevier BV") == "Elsevier BV"


@pytest.mark.parametrize(
    "found",
    ["Treatment of Flu | Influenza (Flu) | CDC", "Treatment of Flu - CDC", "Treatment of Flu",
     "CDC | Treatment of Flu", "Treatment of Flu – Centers for Disease Control and Prevention"],
)  # fmt: skip
def test_the_name_of_the_website_is_no_part_of_a_pages_title(found: str) -> None:
    assert page_title(found, names_of(*CDC)) == "Treatment of Flu"


def test_a_dash_that_belongs_to_a_title_stays() -> None:
    assert page_title("Back pain - exercises", names_of(*CDC)) == "Back pain - exercises"


def test_a_website_calls_itself_by_the_name_of_its_host() -> None:
    names = names_of("", "https://www.mayoclinic.org/x")
    assert website_of("Flu - Symptoms and causes - Mayo Clinic", names) == "Mayo Clinic"
    assert website_of("Flu - Symptoms and causes", names) == ""


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"authors": ["Wakefield AJ", "Murch SH"], "year": 1998}, "wakefield-1998"),
        ({"authors": ["van der Berg JP Jr"], "published": "2021-03"}, "van-der-berg-2021"),
        ({"authors": ["Müller-Groß X"], "year": 2001}, "muller-gro-2001"),
        ({"authors": ["US Preventive Services Task Force"], "year": 2021}, "uspstf-2021"),
        ({"editors": ["Baker B"], "year": 2020}, "baker-2020"),
        ({"title": "Treatment of Flu", "publisher": CDC[0], "url": CDC[1]}, "cdc-treatment-of-flu"),
        ({"title": "When to Call the Doctor", "url": "https://www.england.nhs.uk/x"},
         "nhs-call-the-doctor"),
        ({"title": "If You’re Sick", "url": "https://odh.ohio.gov/x"}, "ohio-if-youre-sick"),
        ({"doi": "10.1001/jama.2021.6238"}, "doi-10-1001-jama-2021-6238"),
        ({"pmid": "9500320"}, "pmid-9500320"),
        ({"pmcid": "PMC123"}, "pmc123"),
        ({"url": "https://a.example.org/fever-in-children/"}, "example-fever-in-children"),
    ],
)  # fmt: skip
def test_a_key_says_who_and_when_or_what(fields: dict[str, object], key: str) -> None:
    assert fresh_key(fields, ()) == key


def test_a_key_that_is_taken_gets_a_word_of_the_title_then_a_number() -> None:
    fields = {"authors": ["Wakefield AJ"], "year": 1998, "title": "The measles virus"}
    taken = ["wakefield-1998"]
    assert fresh_key(fields, taken) == "wakefield-1998-measles"
    taken.append("wakefield-1998-measles")
    assert fresh_key(fields, taken) == "wakefield-1998-2"


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "authors": st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=3),
            "year": st.integers(1, 3000),
            "title": st.text(max_size=60),
            "publisher": st.text(max_size=20),
            "url": st.text(max_size=30).map(lambda rest: f"https://a.org/{rest}"),
            "doi": st.text(max_size=20).map(lambda rest: f"10.1000/{rest}"),
        },
    )
)
def test_every_key_can_be_typed(fields: dict[str, object]) -> None:
    assert slug(fresh_key(fields, {"page"}))
