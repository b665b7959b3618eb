"""What pages say of their sources, what rests on a work, and what readers of a held post learn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.cited_sources.consequences.checked_words import all_checked_words, checked_words
from plugins.cited_sources.consequences.corrections import MOST, draft_correction
from plugins.cited_sources.consequences.reliance import Outcome, Reliance, reliances
from plugins.cited_sources.consequences.taken_back import taken_back
from plugins.cited_sources.consequences.weights import WEIGHTS
from plugins.networks.counting import count
from plugins.networks.rows import Unit
from plugins.practice.ledgers import HandedOver
from plugins.practice.posts import Risk
from plugins.practice.problems import Severity
from plugins.practice.source_checks import Accepted, Verdict
from plugins.practice.words import LANGUAGES, section
from tests.cited_sources.finding_samples import (
    OTHER,
    POST,
    TODAY,
    TRANSLATION,
    accepted,
    at,
    checked,
    finding,
    found,
    known,
    link,
    work,
)
from tests.scheduler_feeds.samples import PRACTICE, ZONE, article

ONE, TWO = work("one"), work("two")
HOLDING = [verdict for verdict, weight in WEIGHTS.items() if weight.settled is Severity.BLOCK]


def test_a_reference_says_on_which_day_it_was_checked() -> None:
    state = known([(ONE, checked(ONE, ok=7)), (TWO, None)])
    state_asked = known([(ONE, checked(ONE, ok=0))])
    assert checked_words(ONE, state_asked, "en") == "Checked on September 21, 2026"
    assert checked_words(ONE, state, "es") == "Verificado el 14 de septiembre de 2026"
    assert checked_words(TWO, state, "en") == "Not yet checked"
    assert checked_words(None, state, "es") == "Aún sin verificar"


def test_a_reference_that_was_asked_and_never_found_is_not_called_checked() -> None:
    state = known([(ONE, checked(ONE, finding(Verdict.TEMPORARY), ok=None))])
    assert checked_words(ONE, state, "en") == "Not yet checked"


def test_a_reference_with_a_grave_finding_is_not_called_checked() -> None:
    for verdict in (Verdict.BROKEN, Verdict.CONCERN, Verdict.NO_SUCH_ID, Verdict.DRIFTED):
        state = known([(ONE, checked(ONE, finding(verdict), ok=7))])
        assert checked_words(ONE, state, "en") == (
            "Not confirmed when last checked, on September 21, 2026"
        )
        assert checked_words(ONE, state, "es") == (
            "Sin confirmar en la última verificación, el 21 de septiembre de 2026"
        )


@pytest.mark.parametrize("ok", [0, 7, None])
def test_a_page_that_could_not_be_told_to_be_ours_is_never_called_checked(ok: int | None) -> None:
    state = known([(ONE, checked(ONE, finding(Verdict.OK, by=()), ok=ok))])
    assert checked_words(ONE, state, "en").startswith("Not confirmed when last checked, on ")
    assert all_checked_words([ONE], state, "en") == ""


@pytest.mark.parametrize(("days", "rows"), [(1, []), (2, []), (2, [accepted("one")])])
def test_readers_are_told_of_a_retraction_as_soon_as_it_is_known(
    days: int, rows: list[Accepted]
) -> None:
    state = known([(ONE, checked(ONE, finding(Verdict.RETRACTED, days=days)))], rows)
    assert checked_words(ONE, state, "en") == "Reported as retracted"
    assert checked_words(ONE, state, "es") == "Figura como retractado"


def test_readers_are_told_of_a_retraction_that_somebody_accepted() -> None:
    rows = [accepted("one")]
    state = known([(ONE, checked(ONE, finding(Verdict.RETRACTED)))], rows)
    assert checked_words(ONE, state, "en") == "Reported as retracted"
    assert all_checked_words([ONE], state, "en") == ""


def test_sources_are_called_checked_by_the_oldest_day_when_all_of_them_are() -> None:
    asked = datetime(2026, 9, 14, 8, tzinfo=ZONE)
    older = checked(TWO, ok=7, asked=asked)
    state = known([(ONE, checked(ONE)), (TWO, older)])
    assert all_checked_words([ONE, TWO], state, "en") == ("Sources checked on September 14, 2026")
    assert all_checked_words([ONE, TWO], state, "es").endswith("el 14 de septiembre de 2026")


@pytest.mark.parametrize(
    "other",
    [
        None,
        checked(TWO, ok=None),
        checked(TWO, ok=3),  # it was found then, and not when it was asked last
        checked(TWO, finding(Verdict.CONCERN)),
        checked(TWO, finding(Verdict.BROKEN, days=1)),
    ],
)
def test_one_source_that_is_not_verified_takes_the_line_away(other: Any) -> None:
    state = known([(ONE, checked(ONE)), (TWO, other)])
    assert all_checked_words([ONE, TWO], state, "en") == ""
    assert all_checked_words([ONE], state, "en")


def test_a_post_without_sources_says_nothing_of_them() -> None:
    assert all_checked_words([], known([]), "en") == ""


def test_a_harmless_finding_leaves_the_line() -> None:
    state = known([(ONE, checked(ONE, finding(Verdict.MOVED), finding(Verdict.CORRECTED)))])
    assert all_checked_words([ONE], state, "en")


@pytest.mark.parametrize("name", ["references", "corrections", "robot"])
def test_every_language_has_the_same_words(name: str) -> None:
    assert len({frozenset(section(lang, name)) for lang in LANGUAGES}) == 1


def _row(uid: str, network: str = "x") -> HandedOver:
    when = datetime(2026, 9, 24, 12, tzinfo=ZONE)
    return HandedOver(
        uid=uid,
        network=network,
        scheduler="buffer",
        week="2026-W39",
        file="buffer/2026-W39-x.csv",
        at=when,
        on=TODAY,
        title="T",
        url="https://www.example.org/",
    )


def _resting(**fields: Any) -> Reliance:
    values: dict[str, Any] = {"posts": (POST, OTHER, TRANSLATION), "practice": PRACTICE}
    return reliances([ONE], Outcome(**{**values, **fields}))[ONE.id]


def test_a_work_knows_every_post_picture_feed_item_and_row_that_rests_on_it() -> None:
    resting = _resting(
        graphics={POST.uid: ("share/post-1/card.jpg",), OTHER.uid: ("share/post-2/card.jpg",)},
        feeds={POST.uid: ("feeds/all.xml", "feeds/x.xml")},
        handed_over=(_row(POST.uid), _row(OTHER.uid), _row(POST.uid, "facebook")),
    )
    assert [post.file for post in resting.posts] == [POST.file, TRANSLATION.file]
    assert resting.graphics == ("share/post-1/card.jpg",)
    assert resting.feeds == (("feeds/all.xml", POST.uid), ("feeds/x.xml", POST.uid))
    assert [row.network for row in resting.handed_over] == ["x", "facebook"]


def test_a_translation_rests_on_what_its_original_cites_but_not_the_other_way_round() -> None:
    spanish = work("one", places=(at(TRANSLATION.file, 9, TRANSLATION.uid),))
    outcome = Outcome(posts=(POST, TRANSLATION), practice=PRACTICE)
    assert [p.line for p in reliances([ONE], outcome)[ONE.id].posts] == [12, 1]
    assert [p.file for p in reliances([spanish], outcome)[ONE.id].posts] == [TRANSLATION.file]


def test_a_post_whose_pictures_name_the_work_says_so() -> None:
    risk = Risk(what="Falls", before=(2, 100), after=(1, 100), source="one")
    counted = article(1, risk=risk)
    assert [post.is_pictured for post in _resting(posts=(counted,)).posts] == [True]
    assert [post.is_pictured for post in _resting(posts=(POST,)).posts] == [False]


def test_a_work_of_pages_alone_has_no_posts() -> None:
    one = work("one", places=(at("pages/about.md", 3, ""),))
    outcome = Outcome(posts=(POST,), practice=PRACTICE)
    assert reliances([one], outcome)[one.id] == Reliance()


def test_a_post_that_a_source_holds_says_why_and_has_a_correction() -> None:
    back = taken_back((POST, OTHER), found(Verdict.RETRACTED), PRACTICE)
    assert list(back) == [POST.uid]
    (fault,) = back[POST.uid].faults
    assert (fault.name, fault.title, fault.url) == (
        "trial",
        "A trial",
        "https://doi.org/10.1000/trial",
    )
    assert fault.what == "was retracted: told so"
    assert (fault.by, fault.since) == ("Crossref and PubMed", date(2026, 9, 14))
    assert "retracted" in back[POST.uid].correction.short


def test_a_page_that_a_link_post_is_about_is_named_by_its_address_alone() -> None:
    about = replace(link(), cited_at=(replace(at(), is_subject=True),))
    gone = checked(about, finding(Verdict.BROKEN, about="url"), ok=None)
    (fault,) = taken_back((POST,), known([(about, gone)]), PRACTICE)[POST.uid].faults
    assert fault.name == fault.url == "https://gone.example/page"


def test_what_is_only_told_takes_nothing_back() -> None:
    assert taken_back((POST,), found(Verdict.RETRACTED, days=1), PRACTICE) == {}
    assert taken_back((POST,), found(Verdict.CONCERN), PRACTICE) == {}


def test_a_translation_is_taken_back_with_its_original_in_its_own_language() -> None:
    back = taken_back((POST, TRANSLATION), found(Verdict.RETRACTED), PRACTICE)
    assert back[TRANSLATION.uid].faults == back[POST.uid].faults
    assert back[TRANSLATION.uid].correction.short.startswith("Corrección: hemos retirado")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("verdict", HOLDING)
def test_a_correction_says_what_was_wrong_what_was_done_and_what_to_do(
    verdict: Verdict, lang: str
) -> None:
    told = draft_correction("Flu shots", lang, [verdict], PRACTICE)
    for text in (told.short, told.long):
        assert "Flu shots" in text
        assert "(212) 555-0143" in text
        assert "{" not in text
    assert len(told.long) > len(told.short)


@given(st.text(max_size=400), st.sampled_from(LANGUAGES), st.sampled_from(HOLDING))
def test_a_short_correction_is_never_too_long(title: str, lang: str, verdict: Verdict) -> None:
    short = draft_correction(title, lang, [verdict], PRACTICE).short
    assert count(short, Unit.GRAPHEMES) <= MOST
    assert count(short, Unit.X) <= MOST


def test_a_title_with_braces_is_told_as_it_is() -> None:
    assert "A {b} c" in draft_correction("A {b} c", "en", [Verdict.BROKEN], PRACTICE).long
