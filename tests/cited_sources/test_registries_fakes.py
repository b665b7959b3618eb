"""The fake registries answer in the shapes of recorded answers, and are as strict as the real."""

from __future__ import annotations

import json
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest

from tests.cited_sources.fakes import registry_shapes as shapes
from tests.cited_sources.fakes.registries import FakeRegistries, fake_registries
from tests.cited_sources.fakes.registry_works import INVENTED, SICI, WORKS
from tests.cited_sources.registry_samples import RECORDED, work_of


def fetched(address: str, data: bytes | None = None) -> tuple[int, dict[str, str], str]:
    try:
        with urlopen(Request(address, data=data)) as response:
            return response.status, dict(response.headers), response.read().decode()
    except HTTPError as error:
        with error:
            return error.code, dict(error.headers), error.read().decode()


def same_kinds(fake: Any, recorded: Any, path: str = "") -> None:
    """Every field of the fake is one of the recorded answer, with a value of the same kind."""
    if isinstance(fake, dict):
        for name, value in fake.items():
            assert name in recorded, f"{path}/{name} is not in the recorded answer"
            same_kinds(value, recorded[name], f"{path}/{name}")
    elif isinstance(fake, list):
        for value in fake:
            if recorded:
                same_kinds(value, recorded[0], f"{path}/0")
    else:
        assert type(fake) is type(recorded), f"{path}: {fake!r} is not like {recorded!r}"


def test_what_the_fake_crossref_sends_has_the_shape_of_the_recorded_answer() -> None:
    same_kinds(
        shapes.crossref_body(work_of("wakefield")), RECORDED["crossref_work_retracted"]["body"]
    )


def test_what_the_fake_crossref_says_of_the_retracted_paper_is_what_was_recorded() -> None:
    fake = shapes.crossref_body(work_of("wakefield"))["message"]
    recorded = RECORDED["crossref_work_retracted"]["body"]["message"]
    for name in ("DOI", "title", "container-title", "volume", "issue", "page", "type"):
        assert fake[name] == recorded[name]
    assert [(row["DOI"], row["type"], row["source"]) for row in fake["updated-by"]] == [
        (row["DOI"], row["type"], row["source"]) for row in recorded["updated-by"]
    ]


def test_what_the_other_fakes_send_has_the_shape_of_the_recorded_answers() -> None:
    fine = work_of("fine")
    same_kinds(
        shapes.handle_body(fine)["values"][0], RECORDED["doi_handle_ok"]["body"]["values"][0]
    )
    same_kinds(shapes.datacite_body(work_of("data-set")), RECORDED["datacite"]["body"])
    recorded = RECORDED["esummary_ok"]["body"]["result"]["40642746"]
    same_kinds(shapes.summary_row(fine), recorded)


def test_the_fake_csv_has_the_recorded_columns() -> None:
    assert list(shapes.COLUMNS) == RECORDED["retraction_watch_csv"]["columns"]


def test_invented_works_cannot_be_taken_for_real_ones() -> None:
    for work in INVENTED:
        assert not work.doi or work.doi.startswith(("10.5555/", "10.99999/"))
        assert not work.pmid or int(work.pmid) > 90_000_000
        assert not work.title or "nvent" in work.title or work.key == "translated"


def test_every_doi_of_the_table_is_registered() -> None:
    with fake_registries(faster=100) as fake:
        for work in WORKS:
            if work.doi:
                status, _, text = fetched(f"{fake['doi']}/api/handles/{quote(work.doi)}")
                assert (status, json.loads(text)["responseCode"]) == (200, 1)


def test_a_missing_doi_is_missing_in_the_words_of_each_service() -> None:
    with fake_registries() as fake:
        status, _, text = fetched(f"{fake['doi']}/api/handles/10.99999/x")
        assert (status, json.loads(text)["responseCode"]) == (404, 100)
        status, headers, text = fetched(f"{fake['crossref']}/works/10.99999%2Fx")
        assert (status, headers["Content-Type"].split(";")[0]) == (404, "text/plain")
        assert text == RECORDED["crossref_404"]["body"]
        status, _, text = fetched(f"{fake['datacite']}/dois/10.99999%2Fx")
        assert (status, "errors" in json.loads(text)) == (404, True)
        status, _, text = fetched(f"{fake['pubmed']}/esummary.fcgi?db=pubmed&id=99999999")
        assert (status, json.loads(text)["result"]["99999999"]["error"]) == (
            200,
            "cannot get document summary",
        )


def test_a_doi_with_brackets_and_marks_is_found_percent_encoded() -> None:
    with fake_registries() as fake:
        status, _, _ = fetched(f"{fake['crossref']}/works/{quote(SICI, safe='')}")
        assert status == 200


def test_too_many_dois_are_too_long_an_address() -> None:
    with fake_registries() as fake:
        assert fetched(f"{fake['doi']}/ra/{','.join(['10.5555/fine'] * 200)}")[0] == 200
        assert fetched(f"{fake['doi']}/ra/{','.join(['10.5555/fine'] * 400)}")[0] == 414


def test_who_asks_too_fast_is_told_and_counted() -> None:
    with fake_registries(faster=1) as fake:
        for _ in range(6):
            fetched(f"{fake['pubmed']}/esummary.fcgi?db=pubmed&id=1")
        assert fake.heard["pubmed"].too_fast == 2
        with pytest.raises(AssertionError, match="too fast"):
            fake.assert_polite()


@pytest.mark.parametrize(
    ("contact", "limit", "at_once"), [("", "5", "1"), ("?mailto=a@example.org", "10", "3")]
)
def test_the_polite_are_given_more_by_the_fake_crossref(
    contact: str, limit: str, at_once: str
) -> None:
    with fake_registries(faster=1) as fake:
        _, headers, _ = fetched(f"{fake['crossref']}/works/10.5555%2Ffine{contact}")
        recorded = RECORDED["crossref_headers"]["polite" if contact else "public"]
        told = (headers["x-rate-limit-limit"], headers["x-concurrency-limit"])
        assert told == (limit, at_once)
        assert told == (recorded["x-rate-limit-limit"], recorded["x-concurrency-limit"])
        assert headers["x-rate-limit-interval"] == recorded["x-rate-limit-interval"]


def test_a_service_that_breaks_down_so_many_times_works_again() -> None:
    with fake_registries() as fake:
        fake.break_down("doi", "503", times=1)
        address = f"{fake['doi']}/api/handles/10.5555/fine"
        assert [fetched(address)[0], fetched(address)[0]] == [503, 200]


def copies(fake: FakeRegistries, path: str) -> str:
    _, headers, text = fetched(f"{fake['wayback']}/web/{path}")
    return headers.get("Location", text)


def test_the_archive_leads_to_the_copy_nearest_the_day() -> None:
    with fake_registries() as fake:
        near = copies(fake, "20180101/https://example.org/archived")
        assert near == "A copy of https://example.org/archived"
        assert fetched(f"{fake['wayback']}/web/https://example.org/never")[0] == 404
