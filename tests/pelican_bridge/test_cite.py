"""`cite` writes a work into sources.toml once, tells what to paste, and never spoils the file."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from plugins.cited_sources.checks import check_sources
from plugins.cited_sources.citing.found import Found, find
from plugins.pelican_bridge import citing
from plugins.practice.source_ledger import read_source_ledger
from plugins.practice.sources import Source
from tests.cited_sources.fakes.registries import SERVICES, FakeRegistries, fake_registries
from tests.cited_sources.fakes.registry_works import SICI, FakeWork
from tests.cited_sources.fakes.web import FakeWeb, fake_web
from tests.conftest import TODAY, Folder

FLU = "articles/flu.md"
NOBODY = "http://127.0.0.1:9"
SETTINGS = "\n[sources]\nallow_private_addresses = true\n[sources.services]\n"


@pytest.fixture(scope="module")
def fake() -> Iterator[FakeRegistries]:
    with fake_registries() as running:
        running.add(
            FakeWork(
                key="odd", doi="10.5555/odd", title="FEVER &amp; <I>FLU</I> IN MANY CHILDREN.",
                volume="", issue="", pages="", date=(2026, 5, 4), publisher="Invented Press (IP)",
            )
        )  # fmt: skip
        yield running


@pytest.fixture(scope="module")
def hosts() -> Iterator[FakeWeb]:
    with fake_web() as running:
        yield running


@dataclass
class Desk:
    """A practice whose services run on this machine, and what `cite` said last."""

    folder: Folder
    capsys: pytest.CaptureFixture[str]
    out: str = ""

    @property
    def ledger(self) -> Path:
        return self.folder.path / "sources.toml"

    def cite(self, work: str, key: str = "") -> int:
        code = citing.cite(work, str(self.folder.path), key)
        told = self.capsys.readouterr()
        self.out = " ".join(f"{told.out} {told.err}".split())
        return code

    def sources(self) -> dict[str, Source]:
        sources, _ = read_source_ledger(self.ledger)
        assert sources is not None
        return sources

    def newest(self) -> Source:
        return list(self.sources().values())[-1]


@pytest.fixture
def desk(folder: Folder, fake: FakeRegistries, capsys: pytest.CaptureFixture[str]) -> Desk:
    fake.repair()
    return _desk(folder, fake, capsys)


@pytest.fixture
def offline(folder: Folder, capsys: pytest.CaptureFixture[str]) -> Desk:
    return _desk(folder, dict.fromkeys(SERVICES, NOBODY), capsys)


def _desk(folder: Folder, services: dict[str, str], capsys: pytest.CaptureFixture[str]) -> Desk:
    bases = "".join(f'{name} = "{base}"\n' for name, base in services.items())
    practice = (folder.path / "practice.toml").read_text(encoding="utf-8")
    folder.write("practice.toml", practice + SETTINGS + bases)
    return Desk(folder, capsys)


def test_a_work_is_written_once_and_can_be_cited_at_once(desk: Desk) -> None:
    assert desk.cite("10.5555/fine") == 0
    source = desk.newest()
    assert (source.key, source.doi, source.pmid) == ("example-2021", "10.5555/fine", "90000001")
    assert "[@example-2021] or [@doi:10.5555/fine]" in desk.out
    assert (
        "Example AB, Sample C. An invented study of fever in children. J Invent Stud. "
        "2021;12(3):101-109. doi:10.5555/fine" in desk.out
    )
    desk.folder.edit(FLU, "at home.[@one]", "at home.[@one][@example-2021]")
    content, problems = desk.folder.read()
    assert content is not None
    assert [p for p in problems if p.file == "sources.toml"] == []
    (post,) = [post for post in content.posts if post.file == FLU]
    told = check_sources(post, content.sources, date.today())  # noqa: DTZ011
    assert [problem for problem in told if source.key in problem.what] == []


def test_what_stood_in_the_file_keeps_its_bytes(desk: Desk) -> None:
    desk.folder.write("sources.toml", b"# mine\r\n\r\n[one]\r\ntype = 'book'  # two words\r\n")
    before = desk.ledger.read_bytes()
    desk.ledger.chmod(0o640)
    assert desk.cite("10.5555/fine") == 0
    assert desk.ledger.read_bytes().startswith(before)
    assert stat.S_IMODE(desk.ledger.stat().st_mode) == 0o640
    assert [path.name for path in desk.folder.path.iterdir() if path.name.endswith(".new")] == []


def test_a_practice_without_sources_gets_the_file(desk: Desk) -> None:
    desk.ledger.unlink()
    assert desk.cite("10.5555/fine") == 0
    assert desk.ledger.read_text(encoding="utf-8").startswith("# Every work")
    assert list(desk.sources()) == ["example-2021"]


def test_a_file_that_is_a_link_stays_one(desk: Desk) -> None:
    real = desk.folder.path.parent / "shared.toml"
    desk.ledger.rename(real)
    desk.ledger.symlink_to(real)
    assert desk.cite("10.5555/fine") == 0
    assert desk.ledger.is_symlink()
    assert "[example-2021]" in real.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "again",
    ["10.5555/fine", "doi:10.5555/FINE", "PMID: 90000001", "PMC9000001",
     "https://doi.org/10.5555/fine", "https://pubmed.ncbi.nlm.nih.gov/90000001/"],
)  # fmt: skip
def test_a_work_that_is_there_already_is_told_with_its_key(
    desk: Desk, fake: FakeRegistries, again: str
) -> None:
    desk.cite("10.5555/fine")
    before, asked = desk.ledger.read_bytes(), fake.requests()
    assert desk.cite(again) == 0
    assert "It is there already: [example-2021]" in desk.out
    assert desk.ledger.read_bytes() == before
    assert fake.requests() == asked


def test_a_work_known_by_another_number_is_found_after_asking(desk: Desk) -> None:
    entry = '\n[mine]\ntype = "article-journal"\ntitle = "T"\npublisher = "P"\npmid = "90000001"\n'
    desk.folder.write("sources.toml", desk.ledger.read_text(encoding="utf-8") + entry)
    before = desk.ledger.read_bytes()
    assert desk.cite("10.5555/fine") == 0
    assert "It is there already: [mine]" in desk.out
    assert desk.ledger.read_bytes() == before


def test_odd_titles_are_cleaned_and_online_first_is_dated(desk: Desk) -> None:
    desk.cite("10.5555/odd")
    source = desk.newest()
    assert (source.title, source.publisher) == ("Fever & flu in many children", "Invented Press")
    assert "Published online May 4, 2026" in desk.out


def test_a_doi_with_brackets_and_a_hash_is_written_as_it_is(desk: Desk) -> None:
    assert desk.cite(SICI) == 0
    assert desk.newest().doi == SICI


def test_a_pmcid_and_a_pmid_lead_to_the_same_work(desk: Desk) -> None:
    assert desk.cite("PMC9000001") == 0
    assert desk.newest().pmid == "90000001"


def test_a_renamed_doi_is_written_under_its_new_name(desk: Desk) -> None:
    assert desk.cite("10.5555/old-name") == 0
    assert desk.newest().doi == "10.5555/new-name"
    assert "replaced by 10.5555/new-name" in desk.out


def test_a_key_of_ones_own_is_used(desk: Desk) -> None:
    assert desk.cite("10.5555/fine", key="fever-study") == 0
    assert desk.newest().key == "fever-study"


@pytest.mark.parametrize(("key", "why"), [("one", "already, in line 1"), ("Fever!", "lower-case")])
def test_a_key_that_cannot_be_used_is_told_before_anybody_is_asked(
    desk: Desk, fake: FakeRegistries, key: str, why: str
) -> None:
    asked = fake.requests()
    assert desk.cite("10.5555/fine", key=key) == 1
    assert why in desk.out
    assert fake.requests() == asked


@pytest.mark.parametrize(
    ("work", "why"),
    [
        ("10.1016/s0140-6736(97)11096-0", "RETRACTED"),
        ("PMID 9500320", "RETRACTED"),
        ("10.5555/medline-only", "RETRACTED"),
        ("10.5555/crossref-only", "RETRACTED"),
        ("10.5555/nobody-knows", "doi.org knows no DOI 10.5555/nobody-knows"),
        ("99999999", "PubMed knows no PMID 99999999"),
        ("PMC99999999", "PMC knows no PMCID PMC99999999"),
        ("fever", "Give a DOI"),
        ("978-0-306-40615-8", "check digit"),
        ("javascript:alert(1)", "cannot be right"),
    ],
)
def test_what_must_not_be_cited_is_refused_and_nothing_written(
    desk: Desk, work: str, why: str
) -> None:
    before = desk.ledger.read_bytes()
    assert desk.cite(work) == 1
    assert why in desk.out
    assert "Traceback" not in desk.out
    assert desk.ledger.read_bytes() == before


def test_the_practices_copy_of_retraction_watch_counts(desk: Desk) -> None:
    desk.folder.write(
        "watch.csv",
        "RetractionNature,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDOI,"
        "OriginalPaperPubMedID,\nRetraction,2/6/2023 0:00,10.5555/n,0,10.5555/fine,0,\n",
    )
    desk.folder.edit("practice.toml", "[sources]\n", '[sources]\nretraction_watch = "watch.csv"\n')
    assert desk.cite("10.5555/fine") == 1
    assert "2023-02-06" in desk.out
    assert "Retraction Watch" in desk.out


@pytest.mark.parametrize(
    ("work", "care"),
    [
        ("10.5555/concern", "an expression of concern since 2022-05-04"),
        ("10.5555/corrected", "corrected on 2021-08-02"),
        ("10.5555/version-1", "it is doi:10.5555/version-2"),
    ],
)
def test_what_was_doubted_or_corrected_is_written_and_told(
    desk: Desk, work: str, care: str
) -> None:
    assert desk.cite(work) == 0
    assert "Take care: " in desk.out
    assert care in desk.out
    assert desk.newest().doi == work


def test_offline_a_skeleton_is_written_that_holds_the_posts_that_cite_it(offline: Desk) -> None:
    assert offline.cite("10.5555/fine") == 0
    assert "Fill in type, title and publisher" in offline.out
    assert "[@doi-10-5555-fine]" in offline.out
    text = offline.ledger.read_text(encoding="utf-8")
    assert 'title = ""  # TODO: the work\'s own title' in text
    assert 'doi = "10.5555/fine"' in text
    offline.folder.edit(FLU, "at home.[@one]", "at home.[@one][@doi-10-5555-fine]")
    content, problems = offline.folder.read()
    assert content is not None
    told = {p.rule: p for p in problems if p.file == "sources.toml"}
    line = text.split("\n").index("[doi-10-5555-fine]") + 1
    assert told["missing-field"].blocks
    assert told["missing-field"].line > line
    (post,) = [post for post in content.posts if post.file == FLU]
    assert any(p.blocks for p in check_sources(post, content.sources, TODAY))


def test_a_skeleton_that_is_filled_in_is_a_source(offline: Desk) -> None:
    offline.cite("PMID: 34003218")
    text = offline.ledger.read_text(encoding="utf-8")
    filled = re.sub(r'^(title|publisher) = ""', r'\1 = "Mine"', text, flags=re.MULTILINE)
    offline.folder.write("sources.toml", filled)
    assert (offline.newest().pmid, offline.newest().type) == ("34003218", "article-journal")


def test_an_unfinished_entry_is_told_as_one(offline: Desk) -> None:
    offline.cite("PMID: 34003218")
    before = offline.ledger.read_bytes()
    assert offline.cite("34003218") == 0
    assert "It is there already: [pmid-34003218]" in offline.out
    assert "Fill in title and publisher" in offline.out
    assert offline.ledger.read_bytes() == before


@pytest.mark.parametrize("fault", ["html", "half"])
def test_a_registry_that_answers_nonsense_counts_as_silent(
    desk: Desk, fake: FakeRegistries, fault: str
) -> None:
    for service in fake:
        fake.break_down(service, fault)
    assert desk.cite("PMID: 90000001") == 0
    assert "It is not finished" in desk.out


def test_a_page_is_written_with_its_title_and_todays_day(desk: Desk, hosts: FakeWeb) -> None:
    assert desk.cite(f"{hosts.base}/ok") == 0
    assert "Fill in publisher" in desk.out  # nobody knows who stands behind 127.0.0.1
    text = desk.ledger.read_text(encoding="utf-8")
    assert 'type = "webpage"' in text
    assert f'url = "{hosts.base}/ok"' in text
    assert 'publisher = ""  # TODO' in text
    assert 'title = ""' not in text
    assert re.search(r"accessed = 20\d\d-\d\d-\d\d", text.partition(hosts.base)[2])


@pytest.mark.parametrize("path", ["404", "410", "soft-404", "lost", "loop"])
def test_a_page_that_is_not_there_is_refused(desk: Desk, hosts: FakeWeb, path: str) -> None:
    before = desk.ledger.read_bytes()
    assert desk.cite(f"{hosts.base}/{path}") == 1
    assert "is not there" in desk.out
    assert desk.ledger.read_bytes() == before


@pytest.mark.parametrize("path", ["forbidden", "denied", "busy-hour", "pdf"])
def test_a_page_that_tells_nothing_becomes_a_skeleton(
    desk: Desk, hosts: FakeWeb, path: str
) -> None:
    assert desk.cite(f"{hosts.base}/{path}") == 0
    assert "It is not finished" in desk.out
    assert f'url = "{hosts.base}/{path}"' in desk.ledger.read_text(encoding="utf-8")


def test_a_private_address_is_not_asked_unless_the_practice_allows_it(
    desk: Desk, hosts: FakeWeb
) -> None:
    desk.folder.edit("practice.toml", "allow_private_addresses = true\n", "")
    asked = len(hosts.requests)
    assert desk.cite(f"{hosts.base}/ok") == 0
    assert "It is not finished" in desk.out
    assert len(hosts.requests) == asked


def test_a_book_becomes_a_skeleton_with_its_isbn(desk: Desk, fake: FakeRegistries) -> None:
    asked = fake.requests()
    assert desk.cite("ISBN 978-0-306-40615-7") == 0
    assert "[@isbn:978-0-306-40615-7]" in desk.out
    assert 'type = "book"' in desk.ledger.read_text(encoding="utf-8")
    assert fake.requests() == asked


def test_a_damaged_file_is_told_and_left_alone(desk: Desk, fake: FakeRegistries) -> None:
    desk.folder.write("sources.toml", "[one\n")
    asked = fake.requests()
    assert desk.cite("10.5555/fine") == 1
    assert "sources.toml:1" in desk.out
    assert desk.ledger.read_text(encoding="utf-8") == "[one\n"
    assert fake.requests() == asked


def test_a_file_that_may_not_be_read_as_text_is_told(desk: Desk) -> None:
    desk.folder.write("sources.toml", b"\xff\xfe")
    assert desk.cite("10.5555/fine") == 1
    assert "not UTF-8" in desk.out


def test_a_file_that_grows_too_long_is_told_before_it_is_written(desk: Desk) -> None:
    desk.folder.write("sources.toml", "#" * 499_999 + "\n")
    before = desk.ledger.read_bytes()
    assert desk.cite("10.5555/fine") == 1
    assert "500 kB" in desk.out
    assert desk.ledger.read_bytes() == before


def test_a_file_that_somebody_changed_meanwhile_is_left_alone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def slowly(*arguments: Any) -> Found:
        desk.folder.edit("sources.toml", "[one]", "[first]")
        return await find(*arguments)

    monkeypatch.setattr("plugins.pelican_bridge.citing.find", slowly)
    assert desk.cite("10.5555/fine") == 1
    assert "changed in the meantime" in desk.out
    assert list(desk.sources()) == ["first", "two"]


def test_a_folder_that_is_none_is_told(desk: Desk) -> None:
    desk.folder.path = desk.folder.path / "nowhere"
    assert desk.cite("10.5555/fine") == 1
    assert "There is no folder" in desk.out


def test_the_day_is_that_of_the_practices_zone(desk: Desk) -> None:
    desk.folder.edit("practice.toml", "America/New_York", "Pacific/Kiritimati")
    desk.cite("10.5555/fine")
    accessed = desk.newest().accessed
    assert accessed is not None
    assert abs((accessed - date.today()).days) <= 1  # noqa: DTZ011  # any zone's day is near it


def test_listing_commands_and_citing_need_no_pelican() -> None:
    script = "import sys, plugins.pelican_bridge.citing as c; print('pelican' in sys.modules)"
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
    )  # fmt: skip
    assert done.stdout.strip() == "False"
