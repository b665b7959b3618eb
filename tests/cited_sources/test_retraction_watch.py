"""The Retraction Watch CSV is read quickly, as it is, and never believed to be another file."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.cited_sources.registries.record import RegistryAnswer, UpdateKind
from plugins.cited_sources.registries.retraction_watch import (
    RetractionWatch,
    read_retraction_watch,
)
from plugins.cited_sources.registries.retractions import updates_seen
from tests.cited_sources.fakes.registry_shapes import COLUMNS, retraction_watch_csv
from tests.cited_sources.fakes.registry_works import RETRACTION_WATCH_ROWS
from tests.cited_sources.registry_samples import work_of

ROWS = 71_641
"""Of the file on 2026-08-10."""


@pytest.fixture(scope="module")
def csv_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("watch") / "retraction_watch.csv"
    more = ROWS - len(RETRACTION_WATCH_ROWS)
    path.write_text(retraction_watch_csv(more=more), encoding="utf-8", newline="")
    return path


@pytest.fixture(scope="module")
def watch(csv_file: Path) -> RetractionWatch:
    return read_retraction_watch(csv_file)


def verdicts(answers: tuple[RegistryAnswer, ...]) -> list[str]:
    return [seen.verdict.value for seen in updates_seen(answers)]


def test_the_whole_file_is_read_in_about_a_second(csv_file: Path) -> None:
    began = time.process_time()
    read_retraction_watch(csv_file)
    assert time.process_time() - began < 3


def test_a_retracted_paper_is_found_by_its_doi_and_by_its_pmid(watch: RetractionWatch) -> None:
    work = work_of("wakefield")
    for doi, pmid in ((work.doi, ""), ("", work.pmid), (work.doi.upper(), work.pmid)):
        (answer,) = watch.answers(doi, pmid)
        assert answer.record is not None
        kinds = sorted(update.kind.value for update in answer.record.updates)
        assert kinds == ["correction", "retraction"]
        (seen,) = updates_seen([answer])
        assert seen.what == (
            "retracted on 2010-02-06; the notice is doi:10.1016/s0140-6736(10)60175-4"
        )
        assert seen.by == ("Retraction Watch",)


def test_the_notice_is_a_notice_and_no_finding(watch: RetractionWatch) -> None:
    (answer,) = watch.answers(work_of("wakefield-notice").doi, "")
    assert answer.record is not None
    assert answer.record.is_notice
    assert verdicts((answer,)) == []


def test_a_reinstated_paper_is_no_finding(watch: RetractionWatch) -> None:
    answers = watch.answers("10.5555/reinstated", "")
    assert [len(a.record.updates) for a in answers if a.record] == [2]
    assert verdicts(answers) == []


def test_of_several_rows_the_gravest_counts(watch: RetractionWatch) -> None:
    assert verdicts(watch.answers("10.5555/strongest", "")) == ["retracted"]


def test_a_correction_has_no_notice_of_a_retraction(watch: RetractionWatch) -> None:
    (answer,) = watch.answers("10.1016/s0140-6736(04)15715-2", "")
    assert answer.record is not None
    assert not answer.record.is_notice


def test_zero_is_no_pmid_and_unavailable_no_doi(watch: RetractionWatch) -> None:
    assert watch.answers("", "0") == ()
    assert watch.answers("unavailable", "") == ()
    assert verdicts(watch.answers("", "90000050")) == ["retracted"]


def test_a_work_that_the_file_does_not_have_has_no_answer(watch: RetractionWatch) -> None:
    assert watch.answers("10.5555/fine", "90000001") == ()
    assert watch.answers("", "") == ()


def test_a_paper_replaced_under_its_own_doi_is_retracted_and_no_notice(tmp_path: Path) -> None:
    row = ("Retraction", "1/2/2022 0:00", "10.5555/same", "0", "10.5555/same", "0")
    path = written(tmp_path, retraction_watch_csv([row]))
    (answer,) = read_retraction_watch(path).answers("10.5555/same", "")
    assert answer.record is not None
    assert not answer.record.is_notice
    assert verdicts((answer,)) == ["retracted"]


def test_only_the_wanted_rows_are_kept_when_ids_are_given(csv_file: Path) -> None:
    few = read_retraction_watch(csv_file, {"10.5555/strongest", "90000012"})
    assert len(few.papers) == 2
    assert verdicts(few.answers("10.5555/strongest", "")) == ["retracted"]
    assert verdicts(few.answers("", "90000012")) == ["retracted"]
    assert few.answers("", "9500320") == ()


def test_days_are_american(watch: RetractionWatch) -> None:
    (answer,) = watch.answers("10.5555/watch-only", "")
    assert answer.record is not None
    (update,) = answer.record.updates
    assert (update.day, update.kind) == (date(2023, 5, 6), UpdateKind.RETRACTION)


# Other files


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "retraction_watch.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<!doctype html><html><body>Sign in to GitLab</body></html>",
        "version https://git-lfs.github.com/spec/v1\noid sha256:0\n",
        ",".join(COLUMNS[:12]) + "\n",
        "\x00\x00\x00",
    ],
)
def test_another_file_is_told_in_words(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match="it is not the CSV of Retraction Watch"):
        read_retraction_watch(written(tmp_path, text))


def test_a_file_that_is_not_there_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="it cannot be read: No such file"):
        read_retraction_watch(tmp_path / "none.csv")
    with pytest.raises(ValueError, match="it cannot be read: Is a directory"):
        read_retraction_watch(tmp_path)


def test_columns_may_stand_in_another_order_and_rows_be_cut_short(tmp_path: Path) -> None:
    text = (
        "OriginalPaperPubMedID,OriginalPaperDOI,RetractionPubMedID,RetractionDOI,"
        "RetractionDate,RetractionNature\n"
        "0,10.5555/A,0,10.5555/b,13/45/2020,Retraction\n10.5555/cut\n\n"
    )
    watch = read_retraction_watch(written(tmp_path, text))
    (answer,) = watch.answers("10.5555/a", "")
    assert answer.record is not None
    assert answer.record.updates[0].day is None


def test_an_unknown_nature_is_serious(tmp_path: Path) -> None:
    row = ("Disownment", "1/2/2022 0:00", "10.5555/n", "0", "10.5555/p", "0")
    path = written(tmp_path, retraction_watch_csv([row]))
    assert verdicts(read_retraction_watch(path).answers("10.5555/p", "")) == ["concern"]


def test_broken_letters_do_not_stop_the_reading(tmp_path: Path) -> None:
    whole = retraction_watch_csv().encode().replace(b"Nowhere", b"Nowh\xe9re")
    watch = read_retraction_watch(written(tmp_path, b"\xef\xbb\xbf" + whole))
    assert verdicts(watch.answers("10.5555/strongest", "")) == ["retracted"]


@given(text=st.text(max_size=300))
def test_any_text_is_read_or_refused_in_words(
    text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = written(tmp_path_factory.getbasetemp(), ",".join(COLUMNS) + "\n" + text)
    with suppress(ValueError):
        read_retraction_watch(path).answers("10.5555/x", "1")
