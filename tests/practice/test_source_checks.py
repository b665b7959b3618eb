"""What check-sources remembers is read back as written, and a damaged file is told, not guessed."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.practice.source_check_files import (
    ACCEPTED_FILE,
    CHECKS_FILE,
    checks_text,
    parse_checks,
    read_source_checks,
)
from plugins.practice.source_checks import CheckedWork, Finding, Verdict

_DAYS = st.dates(date(1990, 1, 1), date(2200, 1, 1))
_TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=30)
_FINDINGS = st.builds(
    Finding,
    verdict=st.sampled_from(Verdict),
    about=st.sampled_from(["doi", "pmid", "url"]),
    what=_TEXTS.filter(bool),
    by=st.lists(_TEXTS.filter(bool), max_size=2).map(tuple),
    fix=_TEXTS,
    since=_DAYS,
    last=_DAYS,
    days=st.integers(1, 900),
)
_FIRST, _LAST = datetime(1990, 1, 1), datetime(2200, 1, 1)  # noqa: DTZ001  # as hypothesis wants them
_WORKS = st.builds(
    CheckedWork,
    id=_TEXTS.filter(bool),
    first_seen=_DAYS,
    asked=st.datetimes(_FIRST, _LAST, timezones=st.just(UTC)).map(
        lambda at: at.replace(microsecond=0)
    ),
    last_ok=st.none() | _DAYS,
    findings=st.lists(_FINDINGS, max_size=3).map(tuple),
    answered=st.lists(_TEXTS.filter(bool), max_size=2).map(tuple),
    title=_TEXTS,
    chain=st.lists(_TEXTS.filter(bool), max_size=2).map(tuple),
    archive=_TEXTS,
)


@given(st.lists(_WORKS, max_size=4))
def test_what_is_written_is_read_back_as_it_was(works: list[CheckedWork]) -> None:
    table = {work.id: work for work in works}
    read, problems = parse_checks(checks_text(table))
    assert not problems
    assert read == table


def test_no_file_says_nothing_yet(tmp_path: Path) -> None:
    checks, problems = read_source_checks(tmp_path)
    assert checks.works == {}
    assert not problems


_ROW = {"first_seen": "2026-11-22", "asked": "2026-11-22T08:00:00Z"}


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("", 1, "no JSON"),
        ("{", 1, "no JSON"),
        ("[1]", 1, "no table of works"),
        ('{"works": []}', 1, "no table of works"),
        ('{"works":\n{"pmid:1": {}}}', 2, "first_seen"),
        ('{"works":\n{"pmid:1": 7}}', 2, "not a table"),
        ('{"works": {\n"pmid:1": {},\n"pmid:1": {}}}', 3, "twice"),
        (json.dumps({"works": {"pmid:1": _ROW | {"asked": "yesterday"}}}), 1, "not a moment"),
        (json.dumps({"works": {"pmid:1": _ROW | {"asked": "2026-11-22T08:00:00"}}}), 1, "offset"),
        (json.dumps({"works": {"pmid:1": _ROW | {"findings": "none"}}}), 1, "not a list"),
        (json.dumps({"works": {"pmid:1": _ROW | {"findings": [{"verdict": "x"}]}}}), 1, "x"),
        (json.dumps({"works": {"pmid:1": _ROW | {"mood": "x"}}}), 1, "mood"),
        ('{\n<<<<<<< ours\n"works": {}}', 2, "merge"),
        ("[" * 100_000, 1, "brackets"),
        ('{"works": ' + "9" * 5_000 + "}", 1, "digits"),
    ],
)
def test_a_damaged_file_is_told_with_its_line(
    text: str, line: int, told: str, tmp_path: Path
) -> None:
    path = tmp_path / CHECKS_FILE
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    checks, problems = read_source_checks(tmp_path)
    assert checks.works is None
    assert problems[0].rule == "damaged-ledger"
    assert told in problems[0].what
    assert problems[0].line == line


def test_the_gravest_finding_names_the_work() -> None:
    day = date(2026, 11, 22)
    moved, retracted = (
        Finding(verdict=verdict, about="doi", what="x", since=day, last=day)
        for verdict in (Verdict.MOVED, Verdict.RETRACTED)
    )
    asked = datetime(2026, 11, 22, 8, tzinfo=UTC)
    work = CheckedWork(id="pmid:1", first_seen=day, asked=asked, findings=(moved, retracted))
    assert work.verdict is Verdict.RETRACTED
    assert not work.is_verified


@pytest.mark.parametrize(
    ("verdict", "by", "wanted"),
    [
        (Verdict.RETRACTED, ("Crossref",), False),
        (Verdict.NO_SUCH_ID, ("doi.org",), False),
        (Verdict.WRONG_WORK, ("Crossref",), False),
        (Verdict.CONCERN, ("Crossref",), True),
        (Verdict.MOVED, ("web",), True),
        (Verdict.OK, ("web",), True),
        (Verdict.OK, (), False),
    ],
)
def test_nothing_is_verified_that_is_retracted_wrong_or_not_known_to_be_ours(
    verdict: Verdict, by: tuple[str, ...], wanted: bool
) -> None:
    day = date(2026, 11, 22)
    found = Finding(verdict=verdict, about="url", what="x", by=by, since=day, last=day)
    asked = datetime(2026, 11, 22, 8, tzinfo=UTC)
    work = CheckedWork(id="pmid:1", first_seen=day, asked=asked, last_ok=day, findings=(found,))
    assert work.is_found
    assert work.is_verified is wanted


_ACCEPTED = """\
[[accepted]]
work = "wakefield-1998"
finding = "retracted"
reason = "the post is about the retraction"
by = "amara-okafor"
until = 2027-05-01
"""


def _accepted(folder: Path, text: str) -> None:
    (folder / ACCEPTED_FILE).parent.mkdir()
    (folder / ACCEPTED_FILE).write_text(text, encoding="utf-8")


def test_a_person_lets_a_finding_stand(tmp_path: Path) -> None:
    _accepted(tmp_path, _ACCEPTED)
    checks, problems = read_source_checks(tmp_path)
    assert not problems
    assert checks.accepted[0].finding is Verdict.RETRACTED
    assert checks.accepted[0].until == date(2027, 5, 1)


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ("until = 2027-05-01", ""),
        ('reason = "the post is about the retraction"', ""),
        ('finding = "retracted"', 'finding = "anything"'),
        ('by = "amara-okafor"', "by = 7.5"),
    ],
)
def test_a_row_that_lacks_something_accepts_nothing(
    line: str, instead: str, tmp_path: Path
) -> None:
    _accepted(tmp_path, _ACCEPTED.replace(line, instead))
    checks, problems = read_source_checks(tmp_path)
    assert not checks.accepted
    assert problems[0].file == ACCEPTED_FILE
    assert problems[0].blocks
