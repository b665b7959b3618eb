"""Moved, opening late, an extra day: the word that a patient reads first is true."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from plugins.practice.notices import ALERT, STATE_MOODS, notice_state, state_of
from plugins.practice.posts import Notice
from plugins.practice.words import LANGUAGES, section

_DAY = Notice(
    file="notices/sample.md", slug="sample", title="", lang="en", text="", uid="a123456789",
    date=datetime(2026, 11, 2, tzinfo=UTC), authors=(), topics=(), type="hours",
    starts=date(2026, 12, 4), ends=date(2026, 12, 4), then="Call us.",
)  # fmt: skip


def _read(title: str, lang: str = "en") -> tuple[str, bool]:
    """What the notice says, and whether its title says so itself."""
    post = replace(_DAY, title=title, lang=lang)
    return notice_state(post, frozenset()), state_of(post, lang, frozenset())[1]


_ENGLISH = {
    "Opens late": [
        "Open late",
        "Opening late",
        "Opening late on Friday: snow",
        "We open late on Monday",
        "We open later than usual on Monday",
        "The office opens late",
        "Delayed opening on Friday",
        "Opening delayed by snow",
        "Two-hour delay on Friday",
        "2-hour delay",
        "Late start on Friday, December 4",
        "Open late Friday, closed Saturday",
    ],
    "Open": [
        "Open until 8 PM",
        "Open late on Thursdays until 8 PM",
        "Open late tonight",
        "Open until 8 PM: late opening",
        "We open at 10 instead of 8",
        "Snow: we open at 10 AM",
        "Extra flu shots",
        "Extra hours on Saturday",
        "Extended hours on Thursdays",
        "Evening hours on Thursdays",
        "Open Saturday for extra flu shots",
    ],
    "Closes early": [
        "We close early on Friday",
        "Closing early on Tuesday, December 1",
    ],
    "Extra day": [
        "Extra day",
        "Extra day for flu shots",
        "Extra days in December",
        "Extra Saturday hours",
        "An extra Saturday clinic",
        "Additional clinics before the holidays",
        "Additional Saturday for school physicals",
    ],
    "Moved": [
        "We have moved",
        "We've moved",
        "We are moving",
        "We're moving on December 1",
        "Our office moves on Monday",
        "The lab has relocated",
        "New address from December 1",
        "Our new location",
        "We have moved: open again on Monday",
    ],
    "Closed": [
        "Closed while we move",
        "Closed on Monday, we are moving",
        "Closed Monday, extra day on Saturday",
        "Closed until noon on Friday",
        "No extra day this month",
    ],
    "Canceled": ["Extra day canceled", "The extra Saturday clinic is called off"],
}

_SPANISH = {
    "Abrimos tarde": [
        "Abrimos tarde",
        "Abrimos tarde el viernes por la nieve",
        "Abrimos más tarde el lunes",
        "El viernes abriremos más tarde",
        "La clínica abre tarde",
        "Apertura tardía el viernes",
    ],
    "Abierto": ["Abierto hasta tarde", "Abrimos hasta tarde los jueves", "Abrimos a las 10"],
    "Cierra temprano": ["Cierre anticipado el lunes"],
    "Día adicional": [
        "Día adicional",
        "Día extra de vacunas contra la gripe",
        "Sábado adicional",
        "Jornada adicional de vacunación",
    ],
    "Nueva dirección": [
        "Nos mudamos",
        "Nos hemos mudado",
        "La clínica se muda el lunes",
        "Nueva dirección desde el 1 de diciembre",
        "Nueva ubicación del laboratorio",
        "Cambio de dirección",
    ],
    "Cerrado": ["Cerrado por mudanza"],
    "Cancelado": ["Se cancela el día adicional"],
}


def _titles(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(title, state) for state, titles in table.items() for title in titles]


@pytest.mark.parametrize(("title", "state"), _titles(_ENGLISH))
def test_an_english_title_says_what_holds(title: str, state: str) -> None:
    assert _read(title) == (state, True)


@pytest.mark.parametrize(("title", "state"), _titles(_SPANISH))
def test_a_spanish_title_says_what_holds(title: str, state: str) -> None:
    assert _read(title, "es") == (state, True)


@pytest.mark.parametrize(
    ("title", "lang"),
    [
        ("We are not moving", "en"),
        ("We will not open late", "en"),
        ("We won't have an extra day", "en"),
        ("No nos mudamos", "es"),
        ("No abrimos tarde", "es"),
        ("No habrá día adicional", "es"),
    ],
)
def test_a_word_after_a_not_is_no_state(title: str, lang: str) -> None:
    assert not _read(title, lang)[1]


def test_an_alert_is_an_alert_whatever_has_moved() -> None:
    assert (
        notice_state(replace(_DAY, title="We have moved", type="alert"), frozenset())
        == "Health alert"
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_state_has_a_name_words_and_a_look(lang: str) -> None:
    words = section(lang, "notices")
    named = {key for key in words if not key.endswith("_words")} - {"negations", "lasting"}
    assert named == set(STATE_MOODS)
    assert all(words[f"{state}_words"] for state in named - {ALERT})


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_stands_for_two_states(lang: str) -> None:
    lists = [
        words.split(", ") for key, words in section(lang, "notices").items() if "_words" in key
    ]
    flat = [word for words in lists for word in words]
    assert len(flat) == len(set(flat))


def test_the_days_of_a_notice_change_nothing_that_its_title_says() -> None:
    long = replace(_DAY, title="We have moved", ends=date(2027, 1, 31))
    assert notice_state(long, frozenset()) == "Moved"
