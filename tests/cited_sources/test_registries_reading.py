"""Answers of registries become records; whatever they send, nothing raises."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.cited_sources.registries.crossref import read_crossref
from plugins.cited_sources.registries.datacite import read_datacite
from plugins.cited_sources.registries.handles import read_agencies, read_handle
from plugins.cited_sources.registries.idconv import read_idconv
from plugins.cited_sources.registries.kinds import crossref_kind
from plugins.cited_sources.registries.medline import medline_fields, medline_record
from plugins.cited_sources.registries.pubmed import read_esearch, read_esummary, with_medline
from plugins.cited_sources.registries.record import Record, RegistryAnswer, Reply, UpdateKind
from tests.cited_sources.fakes import registry_shapes as shapes
from tests.cited_sources.fakes.registry_works import FakeWork
from tests.cited_sources.registry_samples import RECORDED, work_of

WAKEFIELD = "10.1016/s0140-6736(97)11096-0"


def body(value: object) -> bytes:
    return json.dumps(value).encode()


def found(answer: RegistryAnswer) -> Record:
    assert answer.reply is Reply.FOUND, answer
    assert answer.record is not None
    return answer.record


def crossref(message: object) -> Record:
    return found(read_crossref("10.5555/x", 200, body({"message": message})))


def summed(row: object) -> RegistryAnswer:
    return read_esummary(["1"], 200, body({"result": {"1": row}}))["1"]


def summary_of(work: FakeWork) -> RegistryAnswer:
    result = {work.pmid: shapes.summary_row(work)}
    return read_esummary([work.pmid], 200, body({"result": result}))[work.pmid]


# Crossref


def test_the_recorded_record_of_a_retracted_paper_is_read_whole() -> None:
    recorded = RECORDED["crossref_work_retracted"]["body"]
    record = found(read_crossref(WAKEFIELD, 200, body(recorded)))
    assert record.title.startswith("RETRACTED: Ileal-lymphoid-nodular hyperplasia")
    assert record.authors == ("Wakefield AJ",)
    assert (record.type, record.journal, record.volume) == ("article-journal", "The Lancet", "351")
    assert (record.years, record.published, record.pages) == ((1998,), "1998-02", "637-641")
    retraction = record.updates[1]
    assert (retraction.kind, retraction.day) == (UpdateKind.RETRACTION, date(2010, 2, 6))
    assert (retraction.notice, retraction.asserted_by) == (
        "10.1016/s0140-6736(10)60175-4",
        "retraction-watch",
    )
    assert not record.is_notice


def test_the_recorded_record_of_a_notice_is_a_notice() -> None:
    message = RECORDED["crossref_notice"]["body"]["message"]
    record = crossref(message)
    assert record.is_notice
    assert record.updates == ()


def test_every_kind_of_update_that_crossref_has_is_known() -> None:
    kinds = [crossref_kind(kind) for kind in RECORDED["crossref_update_types"]]
    assert UpdateKind.UNKNOWN not in kinds
    assert crossref_kind("disownment") is UpdateKind.UNKNOWN


def test_a_404_of_crossref_counts_only_in_its_own_words() -> None:
    recorded = RECORDED["crossref_404"]
    own = read_crossref("10.5555/x", recorded["http"], recorded["body"].encode())
    proxy = read_crossref("10.5555/x", 404, b"<html>Not found</html>")
    assert (own.reply, proxy.reply) == (Reply.MISSING, Reply.SILENT)


def test_names_are_written_as_in_references() -> None:
    people: list[dict[str, Any]] = [
        {"given": "Andrew J.", "family": "Wakefield"},
        {"given": "Jean-Pierre", "family": "Müller", "suffix": "Jr."},
        {"given": "AJ", "family": "DOE-SMITH"},
        {"name": "Invented Task Force"},
        {"family": "Plato"},
        {"given": "Roos E. M.", "family": "van Oosterhout"},
    ]
    assert crossref({"DOI": "10.5555/x", "author": people}).authors == (
        "Wakefield AJ",
        "Müller JP Jr",
        "Doe-Smith AJ",
        "Invented Task Force",
        "Plato",
        "van Oosterhout REM",
    )


@pytest.mark.parametrize(
    ("deposited", "plain"),
    [
        ("CO<sub>2</sub> &amp; <i>E. coli</i>", "CO2 & E. coli"),
        ("A &amp;lt;i&amp;gt;twice&amp;lt;/i&amp;gt; escaped title", "A twice escaped title"),
        ("The<mml:math><mml:mi>β</mml:mi></mml:math>-cell", "Theβ-cell"),
        ("Sleep at the cafÃ©", "Sleep at the café"),
        ("Metaâ\u0080\u0090analysis", "Meta‐analysis"),
        ("P<0.05 and x>3 in  two\n lines", "P<0.05 and x>3 in two lines"),
        ("Broken \ud800 and \x1b[31m red", "Broken ? and [31m red"),
    ],
)
def test_titles_are_made_plain(deposited: str, plain: str) -> None:
    assert crossref({"DOI": "10.5555/x", "title": [deposited]}).title == plain


def test_a_subtitle_belongs_to_the_title_once() -> None:
    record = crossref({"DOI": "10.5555/x", "title": ["Fever"], "subtitle": ["When to call"]})
    assert record.title == "Fever: When to call"
    assert record.other_titles == ()
    again = {"DOI": "10.5555/x", "title": ["Fever: When to call"], "subtitle": ["When to call"]}
    assert crossref(again).title == "Fever: When to call"


def test_the_printed_year_comes_first_and_the_online_year_counts_as_well() -> None:
    record = crossref(
        {
            "DOI": "10.5555/x",
            "issued": {"date-parts": [[2023, 12, 4]]},
            "published-online": {"date-parts": [[2023, 12, 4]]},
            "published-print": {"date-parts": [[2024, 5]]},
        }
    )
    assert (record.years, record.published) == ((2024, 2023), "2024-05")


def test_a_day_that_does_not_exist_is_none() -> None:
    updates = [{"type": "retraction", "updated": {"date-parts": [[2021, 2, 31]]}}]
    record = crossref(
        {"DOI": "10.5555/x", "updated-by": updates, "issued": {"date-parts": [[2021, 2, 31]]}}
    )
    assert (record.updates[0].day, record.published) == (None, "2021-02")


def test_a_record_under_another_doi_tells_the_new_one() -> None:
    answer = read_crossref("10.5555/old", 200, body({"message": {"DOI": "10.5555/new"}}))
    assert answer.renamed == "10.5555/new"


# DataCite


def test_the_recorded_answer_of_datacite_is_read() -> None:
    record = found(
        read_datacite("10.24377/dteij.article3641", 200, body(RECORDED["datacite"]["body"]))
    )
    assert (record.type, record.authors) == ("article-journal", ("McLain M",))
    assert (record.volume, record.issue, record.pages) == ("31", "2", "323-343")
    assert (record.years, record.published) == ((2026,), "2026-07-29")


def test_an_obsolete_version_at_datacite_is_no_retraction() -> None:
    record = found(
        read_datacite("10.99999/y", 200, body(shapes.datacite_body(work_of("data-set-old"))))
    )
    (update,) = record.updates
    assert (update.kind, update.notice) == (UpdateKind.NEWER, "10.99999/data-set")


def test_a_404_of_datacite_counts_only_with_its_errors() -> None:
    missing = RECORDED["datacite"]["not_found"]
    assert read_datacite("10.9/x", 404, body(missing["body"])).reply is Reply.MISSING
    assert read_datacite("10.9/x", 404, b"<html>").reply is Reply.SILENT


# doi.org


@pytest.mark.parametrize(
    ("status", "code", "reply"),
    [
        (200, 1, Reply.FOUND),
        (200, 200, Reply.FOUND),
        (404, 100, Reply.MISSING),
        (500, 2, Reply.SILENT),
        (200, 2, Reply.SILENT),
        (200, True, Reply.SILENT),
        (200, [1], Reply.SILENT),
    ],
)
def test_the_code_in_the_body_of_a_handle_decides(status: int, code: object, reply: Reply) -> None:
    assert read_handle("10.5555/x", status, body({"responseCode": code})).reply is reply


def test_a_404_of_a_proxy_does_not_say_that_a_doi_does_not_exist() -> None:
    assert read_handle("10.5555/x", 404, b"<html>404</html>").reply is Reply.SILENT


def test_a_renamed_doi_tells_the_one_that_took_its_place() -> None:
    answer = read_handle("10.5555/old-name", 200, body(shapes.handle_body(work_of("old-name"))))
    assert (answer.reply, answer.renamed) == (Reply.FOUND, "10.5555/new-name")


def test_the_recorded_handle_is_found_and_not_renamed() -> None:
    recorded = RECORDED["doi_handle_ok"]["body"]
    answer = read_handle(recorded["handle"], 200, body(recorded))
    assert (answer.reply, answer.renamed) == (Reply.FOUND, "")


def test_agencies_tell_whose_a_doi_is_and_which_does_not_exist() -> None:
    assert read_agencies(body(RECORDED["doi_ra"]["body"])) == {
        WAKEFIELD: "Crossref",
        "10.5281/zenodo.1234567": "DataCite",
        "10.99999/x": "",
    }


# PubMed


def test_the_recorded_summary_is_read_whole() -> None:
    recorded = RECORDED["esummary_ok"]["body"]
    record = found(read_esummary(["40642746"], 200, body(recorded))["40642746"])
    assert record.title.endswith("in the perspective of pulmonary hypertension")
    assert (record.authors, record.journal) == (("Yang Y",), "Front Cardiovasc Med")
    assert record.journal_full == "Frontiers in cardiovascular medicine"
    assert (record.doi, record.pmcid) == ("10.3389/fcvm.2025.1611449", "PMC12240957")
    assert (record.years, record.published, record.lang) == ((2025,), "2025", "en")
    assert record.updates == ()


def test_a_missing_pmid_is_told_inside_a_sound_answer() -> None:
    recorded = RECORDED["esummary_missing"]["body"]
    answer = read_esummary(["999999999"], 200, body(recorded))["999999999"]
    assert answer.reply is Reply.MISSING


@pytest.mark.parametrize(
    "told",
    [
        RECORDED["esummary_empty"]["body"],
        RECORDED["eutils_rate_limited"]["body"],
        {"result": {"1": {"uid": "1", "error": "backend unavailable"}}},
        {"result": {"2": {"uid": "2"}}},
        {},
    ],
)
def test_any_other_error_inside_a_sound_answer_is_silence(told: object) -> None:
    assert read_esummary(["1"], 200, body(told))["1"].reply is Reply.SILENT


def test_a_concern_stands_only_in_medline() -> None:
    work = work_of("concern")
    summary = {work.pmid: summary_of(work)}
    assert found(summary[work.pmid]).updates == ()
    merged = with_medline(summary, 200, shapes.medline_text(work).encode())
    (update,) = found(merged[work.pmid]).updates
    assert (update.kind, update.day) == (UpdateKind.CONCERN, date(2022, 5, 4))
    assert update.notice == "10.5555/concern-notice"


def test_recorded_medline_lines_tell_the_retraction_with_its_day_and_notice() -> None:
    text = "\n".join(RECORDED["efetch_medline"]["retracted"])
    record = medline_record("9500320", medline_fields(text)["9500320"])
    retraction, concern = record.updates
    assert (retraction.kind, retraction.day) == (UpdateKind.RETRACTION, date(2010, 2, 6))
    assert retraction.notice == "10.1016/S0140-6736(10)60175-4"
    assert concern.kind is UpdateKind.CONCERN
    assert record.doi == WAKEFIELD


def test_recorded_medline_lines_of_a_notice_make_it_one() -> None:
    text = "\n".join(RECORDED["efetch_medline"]["notice"])
    record = medline_record("20137807", medline_fields(text)["20137807"])
    assert record.is_notice
    assert record.updates == ()


def test_a_retraction_that_only_the_summary_marks_is_kept() -> None:
    answer = summed({"uid": "1", "pubtype": ["Journal Article", "Retracted Publication"]})
    merged = with_medline({"1": answer}, 200, b"PMID- 1\nPT  - Journal Article\n")
    assert [update.kind for update in found(merged["1"]).updates] == [UpdateKind.RETRACTION]


def test_medline_stands_in_where_the_summary_is_silent() -> None:
    work = work_of("medline-only")
    silent = read_esummary([work.pmid], 503, b"")
    merged = with_medline(silent, 200, shapes.medline_text(work).encode())
    record = found(merged[work.pmid])
    assert (record.title, record.doi) == (work.title, work.doi)
    assert record.updates[0].kind is UpdateKind.RETRACTION


def test_what_was_not_asked_of_medline_is_told() -> None:
    work = work_of("concern")
    merged = with_medline({work.pmid: summary_of(work)}, 503, b"")
    assert merged[work.pmid].what == "it did not tell of concerns"


def test_a_search_says_which_pmids_it_found_or_nothing_at_all() -> None:
    assert read_esearch(200, body(RECORDED["esearch"]["body"])) == ("40642747",)
    assert read_esearch(200, body({"esearchresult": {"ERROR": "failed"}})) is None
    assert read_esearch(200, b"<html>") is None


def test_a_translated_title_is_known_in_its_own_language_too() -> None:
    work = work_of("translated")
    record = found(summary_of(work))
    assert record.title == "An invented study of cough in children"
    assert record.other_titles == ("Un estudio inventado de la tos en niños",)
    assert record.lang == "es"


# PMC


def test_the_recorded_rows_of_the_id_converter_are_told_apart() -> None:
    ids = ("PMC8486420", "PMC23840460", "PMC1")
    told = read_idconv(ids, 200, body(RECORDED["idconv"]["body"]))
    assert [told[pmcid].reply for pmcid in ids] == [Reply.FOUND, Reply.MISSING, Reply.SILENT]
    assert found(told["PMC8486420"]).pmid == "34611600"


def test_the_id_converter_may_write_pmids_as_numbers() -> None:
    rows = {"records": [{"requested-id": "PMC8486420", "pmid": 34611600}]}
    assert found(read_idconv(("PMC8486420",), 200, body(rows))["PMC8486420"]).pmid == "34611600"


# Anything


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=12,
)
_RIGHT = [
    RECORDED["crossref_work_retracted"]["body"],
    RECORDED["datacite"]["body"],
    RECORDED["doi_handle_ok"]["body"],
    RECORDED["doi_ra"]["body"],
    RECORDED["esummary_ok"]["body"],
    RECORDED["esearch"]["body"],
    RECORDED["idconv"]["body"],
]


def _read_all(status: int, sent: bytes) -> list[RegistryAnswer]:
    summaries = read_esummary(["40642746", "1"], status, sent)
    read_agencies(sent)
    read_esearch(status, sent)
    return [
        read_crossref("10.5555/x", status, sent),
        read_datacite("10.5555/x", status, sent),
        read_handle("10.5555/x", status, sent),
        *summaries.values(),
        *with_medline(summaries, status, sent).values(),
        *read_idconv(("PMC8486420",), status, sent).values(),
    ]


@given(st.sampled_from([200, 404, 500, 0]), st.binary() | _JSON.map(body))
def test_nothing_that_is_sent_raises(status: int, sent: bytes) -> None:
    for answer in _read_all(status, sent):
        assert answer.reply in Reply


def _replaced(value: object, path: list[int], new: object) -> object:
    """The value with something else somewhere inside it."""
    if not path:
        return new
    if isinstance(value, dict) and value:
        key = sorted(value)[path[0] % len(value)]
        return {**value, key: _replaced(value[key], path[1:], new)}
    if isinstance(value, list) and value:
        place = path[0] % len(value)
        return [*value[:place], _replaced(value[place], path[1:], new), *value[place + 1 :]]
    return new


@given(
    st.sampled_from(_RIGHT),
    st.lists(st.integers(0, 40), min_size=1, max_size=7),
    _JSON,
    st.sampled_from([200, 404]),
)
def test_a_wrong_type_anywhere_in_a_right_answer_raises_nothing(
    right: object, path: list[int], new: object, status: int
) -> None:
    for answer in _read_all(status, body(_replaced(right, path, new))):
        assert answer.reply in Reply
        str(answer).encode("utf-8")


@given(st.sampled_from(_RIGHT), st.floats(0, 1))
def test_half_an_answer_is_silence(right: object, part: float) -> None:
    whole = body(right)
    half = whole[: int(part * (len(whole) - 1))]
    assert all(answer.reply is Reply.SILENT for answer in _read_all(200, half))


@given(st.text())
def test_any_text_is_read_as_medline_without_raising(text: str) -> None:
    for prefix in ("", "PMID- 1\nRIN - ", "PMID- 1\nDP  - ", "PMID- 1\nAID - "):
        for pmid, fields in medline_fields(prefix + text).items():
            medline_record(pmid, fields)


@pytest.mark.parametrize("depth", [100, 100_000])
def test_json_nested_without_end_is_silence(depth: int) -> None:
    sent = b'{"message":' + b"[" * depth
    assert read_crossref("10.5555/x", 200, sent).reply is Reply.SILENT


def test_a_number_without_end_is_silence() -> None:
    sent = b'{"message":{"DOI":' + b"9" * 10_000 + b"}}"
    assert read_crossref("10.5555/x", 200, sent).reply is Reply.SILENT
