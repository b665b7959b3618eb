"""A retracted work is always found, whoever says so; what still stands is left alone."""

from __future__ import annotations

from datetime import date
from itertools import combinations, permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.cited_sources.observation import Seen
from plugins.cited_sources.registries.record import (
    Record,
    RegistryAnswer,
    Reply,
    Update,
    UpdateKind,
)
from plugins.cited_sources.registries.retractions import updates_seen, without_mark
from plugins.practice.source_checks import Verdict

DOI = "10.5555/paper"
NOTICE = "10.5555/notice"
DAY = date(2021, 5, 4)


def update(kind: UpdateKind, by: str = "Crossref", **fields: Any) -> Update:
    return Update(kind=kind, by=by, **fields)


def answer(service: str, *updates: Update, kind: str = "doi", **fields: Any) -> RegistryAnswer:
    record = Record(service=service, doi=DOI, updates=updates, **fields)
    return RegistryAnswer(service=service, kind=kind, value=DOI, reply=Reply.FOUND, record=record)


def seen(*answers: RegistryAnswer) -> list[str]:
    return [found.verdict.value for found in updates_seen(answers)]


def only(*answers: RegistryAnswer) -> Seen:
    (found,) = updates_seen(answers)
    return found


RETRACTION = update(UpdateKind.RETRACTION, day=DAY, notice=NOTICE)
PUBMED = update(UpdateKind.RETRACTION, "PubMed", day=DAY, notice=NOTICE)
WATCH = update(UpdateKind.RETRACTION, "Retraction Watch", day=DAY, notice=NOTICE)


# The union


@pytest.mark.parametrize(
    "services", [c for n in (1, 2, 3) for c in combinations(("Crossref", "PubMed", "Watch"), n)]
)
def test_whoever_tells_a_retraction_it_counts(services: tuple[str, ...]) -> None:
    told = {"Crossref": RETRACTION, "PubMed": PUBMED, "Watch": WATCH}
    answers = [
        answer("Crossref", *([told["Crossref"]] if "Crossref" in services else [])),
        answer("PubMed", *([told["PubMed"]] if "PubMed" in services else [])),
        answer("Retraction Watch", *([told["Watch"]] if "Watch" in services else [])),
    ]
    found = only(*answers)
    assert found.verdict is Verdict.RETRACTED
    assert len(found.by) == len(services)


def test_the_words_say_when_and_name_the_notice() -> None:
    found = only(answer("Crossref", RETRACTION), answer("PubMed", PUBMED, kind="pmid"))
    assert found.what == f"retracted on 2021-05-04; the notice is doi:{NOTICE}"
    assert (found.by, found.about) == (("Crossref", "PubMed"), "doi")


def test_a_notice_without_a_doi_is_named_by_its_pmid() -> None:
    found = only(answer("PubMed", update(UpdateKind.RETRACTION, "PubMed", notice="20137807")))
    assert found.what == "retracted; the notice is pmid:20137807"


def test_silence_and_records_without_updates_say_nothing() -> None:
    silent = RegistryAnswer(service="Crossref", kind="doi", value=DOI, reply=Reply.SILENT)
    assert seen(silent, answer("PubMed")) == []
    assert updates_seen(()) == ()


# Kinds


@pytest.mark.parametrize(
    ("kind", "verdict", "words"),
    [
        (UpdateKind.RETRACTION, Verdict.RETRACTED, "retracted"),
        (UpdateKind.WITHDRAWAL, Verdict.RETRACTED, "withdrawn"),
        (UpdateKind.REMOVAL, Verdict.RETRACTED, "removed"),
        (UpdateKind.PARTIAL_RETRACTION, Verdict.RETRACTED, "partly retracted"),
        (UpdateKind.CONCERN, Verdict.CONCERN, "an expression of concern"),
        (UpdateKind.CORRECTION, Verdict.CORRECTED, "corrected"),
        (UpdateKind.NEWER, Verdict.OUTDATED, "a newer version stands in its place"),
    ],
)
def test_each_kind_of_update_has_its_verdict(
    kind: UpdateKind, verdict: Verdict, words: str
) -> None:
    found = only(answer("Crossref", update(kind)))
    assert (found.verdict, found.what) == (verdict, words)


def test_a_kind_that_nobody_knows_is_serious_and_named() -> None:
    found = only(answer("Crossref", update(UpdateKind.UNKNOWN, word="Disownment", day=DAY)))
    assert found.verdict is Verdict.CONCERN
    assert '"Disownment"' in found.what


def test_the_gravest_kind_wins_and_not_the_newest() -> None:
    later = date(2024, 1, 1)
    found = only(
        answer(
            "Crossref",
            update(UpdateKind.CONCERN, day=date(2020, 1, 1)),
            RETRACTION,
            update(UpdateKind.CORRECTION, day=later),
            update(UpdateKind.PARTIAL_RETRACTION, day=later),
        )
    )
    assert found.what.startswith("retracted on 2021-05-04")


def test_a_concern_a_newer_version_and_a_correction_are_told_each() -> None:
    kinds = (UpdateKind.CORRECTION, UpdateKind.NEWER, UpdateKind.CONCERN)
    assert seen(answer("Crossref", *map(update, kinds))) == ["concern", "outdated", "corrected"]


def test_what_replaces_an_old_version_is_the_fix() -> None:
    found = only(answer("Crossref", update(UpdateKind.NEWER, notice="10.5555/Version-2")))
    assert found.fix == "doi:10.5555/version-2"


def test_erratum_and_concern_are_no_retraction() -> None:
    kinds = (UpdateKind.CORRECTION, UpdateKind.CONCERN)
    assert "retracted" not in seen(answer("Crossref", *map(update, kinds)))


# Notices, and deposits on both sides


def crossref(*updates: Update, **fields: Any) -> RegistryAnswer:
    return answer("Crossref", *updates, **fields)


PUBLISHERS = update(UpdateKind.RETRACTION, asserted_by="publisher", notice=NOTICE)
WATCHED = update(UpdateKind.RETRACTION, asserted_by="retraction-watch", notice=NOTICE)


def test_a_notice_that_its_publisher_marks_as_retracted_is_no_finding() -> None:
    assert seen(crossref(PUBLISHERS, is_notice=True)) == []


def test_a_paper_with_the_same_deposits_is_retracted() -> None:
    assert seen(crossref(PUBLISHERS, WATCHED)) == ["retracted"]


def test_a_publishers_word_alone_counts_where_nobody_says_that_it_is_the_notice() -> None:
    assert seen(crossref(PUBLISHERS)) == ["retracted"]


def test_a_notice_that_was_itself_retracted_is_told() -> None:
    assert seen(crossref(WATCHED, is_notice=True)) == ["retracted"]
    assert seen(crossref(PUBLISHERS, is_notice=True), answer("PubMed", PUBMED)) == ["retracted"]


@pytest.mark.parametrize("service", ["PubMed", "Retraction Watch"])
def test_others_may_know_that_it_is_the_notice(service: str) -> None:
    assert seen(crossref(PUBLISHERS), answer(service, is_notice=True)) == []


def test_the_pmid_of_a_notice_does_not_hide_the_retraction_of_another_doi() -> None:
    """An entry with the DOI of the paper and, by mistake, the PMID of its notice."""
    notice = Record(service="PubMed", doi=NOTICE, is_notice=True)
    of_notice = RegistryAnswer(
        service="PubMed", kind="pmid", value="1", reply=Reply.FOUND, record=notice
    )
    assert seen(crossref(PUBLISHERS), of_notice) == ["retracted"]


def test_a_work_replaced_under_its_own_doi_is_told_as_such() -> None:
    found = only(crossref(update(UpdateKind.RETRACTION, day=DAY, notice=DOI.upper())))
    assert found.verdict is Verdict.RETRACTED
    assert "replaced in place" in found.what


# Reinstatements


def reinstated(day: date | None) -> Update:
    return update(UpdateKind.REINSTATEMENT, "Retraction Watch", day=day)


def test_a_reinstatement_undoes_what_is_dated_up_to_it() -> None:
    undone = date(2022, 1, 1)
    assert (
        seen(crossref(WATCHED_ON_DAY), answer("Retraction Watch", WATCH, reinstated(undone))) == []
    )


WATCHED_ON_DAY = update(UpdateKind.RETRACTION, asserted_by="retraction-watch", day=DAY)


def test_a_retraction_after_the_reinstatement_stands() -> None:
    assert seen(crossref(RETRACTION), answer("Watch", reinstated(date(2020, 1, 1)))) == [
        "retracted"
    ]


def test_on_the_same_day_the_reinstatement_wins() -> None:
    assert seen(crossref(RETRACTION), answer("Watch", reinstated(DAY))) == []


def test_a_mark_without_a_day_is_not_undone() -> None:
    undated = update(UpdateKind.RETRACTION, "PubMed")
    assert seen(answer("PubMed", undated), answer("Watch", reinstated(DAY))) == ["retracted"]


def test_a_reinstatement_without_a_day_undoes_nothing() -> None:
    assert seen(crossref(RETRACTION), answer("Watch", reinstated(None))) == ["retracted"]


def test_a_reinstatement_does_not_undo_a_correction() -> None:
    corrected = update(UpdateKind.CORRECTION, day=DAY)
    assert seen(crossref(corrected), answer("Watch", reinstated(DAY))) == ["corrected"]


def test_the_mark_in_a_title_is_undone_with_the_retraction() -> None:
    titled = crossref(RETRACTION, title="RETRACTED: An invented study")
    assert seen(titled, answer("Watch", reinstated(DAY))) == []


# Titles


@pytest.mark.parametrize(
    "title",
    [
        "RETRACTED: An invented study",
        "RETRACTED ARTICLE: An invented study",
        "[Retracted] An invented study",
        "Retracted: An invented study",
        "WITHDRAWN: An invented study",
        "RETRACTED – An invented study",
    ],
)
def test_a_title_that_says_so_is_evidence(title: str) -> None:
    assert seen(crossref(title=title)) == ["retracted"]
    assert without_mark(title) == "An invented study"


@pytest.mark.parametrize(
    "title",
    [
        "Retraction: An invented study",
        "Retraction notice to: An invented study",
        "Retracted publications in invented medicine",
        "Withdrawn: children who stop talking",
        "Why was it retracted? An invented study",
        "An invented study of withdrawal",
    ],
)
def test_a_title_about_retractions_is_no_evidence(title: str) -> None:
    assert seen(crossref(title=title)) == []


def test_a_notice_with_the_title_of_the_paper_is_no_finding() -> None:
    assert seen(crossref(title="Retracted: An invented study", is_notice=True)) == []


# Anything


_UPDATES = st.builds(
    Update,
    kind=st.sampled_from(list(UpdateKind)),
    by=st.sampled_from(["Crossref", "PubMed", "Retraction Watch"]),
    asserted_by=st.sampled_from(["", "publisher", "retraction-watch"]),
    day=st.none() | st.dates(),
    notice=st.sampled_from(["", NOTICE, DOI, "123"]),
    word=st.text(max_size=5),
)


@given(st.lists(st.lists(_UPDATES, max_size=3), max_size=3), st.booleans())
def test_the_order_in_which_services_answer_changes_no_verdict(
    told: list[list[Update]], is_notice: bool
) -> None:
    answers = [answer("Crossref", *updates, is_notice=is_notice) for updates in told]
    found = {tuple(seen(*order)) for order in permutations(answers)}
    assert len(found) == 1
    assert all(what.what for what in updates_seen(answers))


@given(st.lists(_UPDATES, max_size=4))
def test_a_retraction_that_retraction_watch_tells_is_hidden_only_by_a_reinstatement(
    updates: list[Update],
) -> None:
    others = [one for one in updates if one.kind is not UpdateKind.REINSTATEMENT]
    assert seen(answer("Crossref", *others, is_notice=True), answer("Watch", WATCH)) == [
        "retracted"
    ]
