"""The reply library: ready answers, of which none can confirm that somebody is a patient."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.editorial_review.privacy.care_check import (
    care_findings,
    care_rules,
    confirms_care,
    plain,
)
from plugins.networks.counting import count
from plugins.networks.rows import Unit
from plugins.share_graphics.samples import PRACTICE
from plugins.share_kit.replies.library import ACTIONS, Reply, replies_of

PHRASES: Mapping[str, Mapping[str, list[str]]] = tomllib.loads(
    Path(__file__).with_name("care_phrases.toml").read_text(encoding="utf-8")
)
REPLIES = replies_of(PRACTICE)
ANSWERS = [
    pytest.param(text, lang, id=f"{reply.id}-{lang}-{n}")
    for reply in REPLIES
    for lang, texts in reply.answers.items()
    for n, text in enumerate(texts, 1)
]
SITUATIONS = {
    "praise", "complaint-care", "complaint-waiting", "medical-question", "urgent-symptoms",
    "own-details", "wrong-claim", "appointment", "hours", "abuse", "spam", "press", "clinician",
    "self-harm", "picture", "unknown-reviewer",
}  # fmt: skip
_LANGUAGES = ("en", "es")


def _phrases(kind: str) -> list[tuple[str, str]]:
    return [(phrase, lang) for lang in _LANGUAGES for phrase in PHRASES[lang][kind]]


@pytest.mark.parametrize(("phrase", "lang"), _phrases("bad"))
def test_a_phrase_that_confirms_care_is_caught(phrase: str, lang: str) -> None:
    assert confirms_care(phrase, lang)


@pytest.mark.parametrize(("phrase", "lang"), _phrases("good"))
def test_a_harmless_phrase_is_not_caught(phrase: str, lang: str) -> None:
    assert confirms_care(phrase, lang) == []


@pytest.mark.parametrize(("phrase", "lang"), _phrases("missed"))
def test_hints_that_the_check_does_not_know_yet_are_written_down(phrase: str, lang: str) -> None:
    """When one is caught one day, it moves to the bad ones."""
    assert not confirms_care(phrase, lang)


def test_the_check_is_tried_on_many_phrases_of_each_language() -> None:
    for lang in _LANGUAGES:
        assert len(set(PHRASES[lang]["bad"])) >= 40
        assert len(set(PHRASES[lang]["good"])) >= 40


@pytest.mark.parametrize(("text", "lang"), ANSWERS)
def test_no_answer_of_the_library_confirms_care_in_any_language(text: str, lang: str) -> None:
    assert confirms_care(text, lang) == []
    assert [phrase for other in _LANGUAGES for phrase in confirms_care(text, other)] == []


@given(
    st.from_regex(r"\+1 [2-9]\d\d-[2-9]\d\d-\d{4}", fullmatch=True),
    st.lists(st.sampled_from(["North", "Lake", "Saint", "Clinic", "Águila", "Family", "Health"]),
             min_size=1, max_size=5).map(" ".join),
    st.from_regex(r"https://[a-z]{3,20}\.example", fullmatch=True),
)  # fmt: skip
@settings(max_examples=40)
def test_no_answer_confirms_care_whatever_the_practice_is_called(
    phone: str, name: str, site: str
) -> None:
    practice = replace(PRACTICE, phone=phone, name=name, short_name=name, site_url=site)
    for reply in replies_of(practice):
        for lang, texts in reply.answers.items():
            assert [phrase for text in texts for phrase in confirms_care(text, lang)] == []


@given(st.sampled_from(_phrases("bad")), st.sampled_from(_phrases("good")), st.data())
@settings(max_examples=150)
def test_a_bad_phrase_is_caught_wherever_it_stands_and_however_it_is_written(
    bad: tuple[str, str], good: tuple[str, str], data: st.DataObject
) -> None:
    phrase, lang = bad
    written = data.draw(
        st.sampled_from([str.upper, str.lower, lambda t: t.replace(" ", "  "),
                         lambda t: t.replace("'", "\u2019"), lambda t: t.replace(" ", "\n", 1)])
    )  # fmt: skip
    assert confirms_care(f"{good[0]} {written(phrase)} {good[0]}", lang)


def test_accents_may_be_left_out_as_people_do() -> None:
    assert confirms_care("Como vino a su ultima cita, ya lo sabe", "es")
    assert plain("¡Qué  “ÚLTIMA” cita!") == '¡que "ultima" cita!'


def test_a_language_without_rules_is_checked_with_all_of_them() -> None:
    assert confirms_care("Thank you for visiting us", "vi")
    assert confirms_care("Gracias por su visita", "vi")


def test_a_finding_says_what_it_gives_away() -> None:
    assert ("thank you for choosing", "thanks for coming, or for choosing us") in set(
        care_findings("Thank you for choosing us", "en")
    )


@given(st.text(max_size=4000))
@settings(max_examples=60, deadline=2000)
def test_any_text_is_checked_in_a_moment(text: str) -> None:
    confirms_care(text, "en")


@pytest.mark.parametrize("text", ["you " * 2000, "thank you " * 1000, "your " * 2000, "we " * 2000])
def test_a_text_that_repeats_itself_does_not_hold_up_the_check(text: str) -> None:
    confirms_care(text, "xx")


def test_every_situation_has_its_row() -> None:
    assert {reply.id for reply in REPLIES} >= SITUATIONS


@pytest.mark.parametrize("reply", REPLIES, ids=lambda reply: reply.id)
def test_every_row_says_what_to_do_why_and_how(reply: Reply) -> None:
    assert reply.do
    assert set(reply.do) <= set(ACTIONS)
    assert len(reply.do) == len(set(reply.do))
    assert reply.steps
    assert reply.why
    assert len({len(texts) for texts in reply.answers.values()}) == 1  # as many in each language


@pytest.mark.parametrize(("text", "lang"), ANSWERS)
def test_every_answer_fits_the_shortest_post_and_has_no_open_slot(text: str, lang: str) -> None:
    assert count(text, Unit.X) <= 280
    assert not set("{}<>") & set(text)


@pytest.mark.parametrize("reply", [r for r in REPLIES if "offline" in r.do], ids=lambda r: r.id)
def test_what_is_taken_offline_tells_whom_to_call(reply: Reply) -> None:
    for texts in reply.answers.values():
        assert all("555-0143" in text or "988" in text for text in texts)


def test_spam_is_not_answered() -> None:
    spam = next(reply for reply in REPLIES if reply.id == "spam")
    assert not any(spam.answers.values())
    assert spam.do == ("hide",)


def test_thoughts_of_suicide_are_answered_at_once_with_988_and_911() -> None:
    reply = next(reply for reply in REPLIES if reply.id == "self-harm")
    assert reply.do[0] == "escalate"
    for texts in reply.answers.values():
        assert all("988" in text and "911" in text for text in texts)
    assert "AYUDA" in reply.answers["es"][0]


def test_what_may_be_urgent_is_sent_to_911() -> None:
    reply = next(reply for reply in REPLIES if reply.id == "urgent-symptoms")
    assert all("911" in text for texts in reply.answers.values() for text in texts)


def test_a_practice_with_one_language_gets_answers_in_that_one() -> None:
    (reply, *_) = replies_of(replace(PRACTICE, languages=("es",)))
    assert set(reply.answers) == {"es"}


def test_spanish_answers_lead_to_the_spanish_site() -> None:
    hours = next(reply for reply in REPLIES if reply.id == "hours")
    assert "https://www.example.org/es/" in hours.answers["es"][0]
    assert "https://www.example.org/ " not in hours.answers["es"][0]


def test_nothing_in_the_library_claims_to_follow_the_law() -> None:
    folder = Path(__file__).parents[2] / "plugins" / "share_kit" / "replies"
    told = " ".join(file.read_text(encoding="utf-8") for file in folder.glob("*.toml")).lower()
    assert "hipaa compliant" not in told
    assert "hipaa-compliant" not in told


def test_patterns_are_plain_enough_for_python_and_javascript() -> None:
    for rules in care_rules().values():
        for pattern in (pattern for rule in rules for pattern in rule.patterns):
            assert pattern.isascii()
            assert "(?P" not in pattern
            assert "<" not in pattern.replace("(?<!", "")
