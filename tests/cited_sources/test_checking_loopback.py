"""Whole runs with the real engine and the real client, over a web and registries on loopback."""

from __future__ import annotations

import asyncio
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from plugins.cited_sources.checking.due import due
from plugins.cited_sources.checking.journal import JOURNAL_FILE
from plugins.cited_sources.checking.run import Run, run_checks
from plugins.cited_sources.checking.session import session
from plugins.cited_sources.registries.client import Registries
from plugins.cited_sources.web.fetching import Fetcher
from plugins.cited_sources.work import Work
from plugins.practice.source_check_files import read_source_checks
from plugins.practice.source_checks import CheckedWork, Verdict
from tests.cited_sources.fakes.cases import WANTED, Case
from tests.cited_sources.fakes.registries import FakeRegistries, fake_registries
from tests.cited_sources.fakes.web import FakeWeb, fake_web
from tests.cited_sources.registry_samples import services_on, source, work_of
from tests.cited_sources.web_runs import AGENT

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def web() -> Iterator[FakeWeb]:
    with fake_web(hosts=3) as fake:
        yield fake


@pytest.fixture
def registries() -> Iterator[FakeRegistries]:
    with fake_registries(faster=100) as fake:
        yield fake


def check(
    folder: Path, works: Sequence[Work], fake: FakeRegistries, now: datetime, **more: Any
) -> Run | None:
    """One whole run, as the command has it; None when nothing was due."""

    async def run() -> Run:
        client = Registries(
            services_on(fake), contact="desk@example.org", agent=AGENT, seconds=0.5, backoff=0.01
        )
        fetcher = Fetcher(agent=AGENT, seconds=0.5, allow_private=True, random=random.Random(1))
        async with client as asked, fetcher as fetching:
            return await run_checks(
                now_due,
                memory.known,
                registries=asked,
                fetcher=fetching,
                on_answer=memory.add,
                **more,
            )

    with session(folder, now) as memory:
        now_due = due(works, memory.known, now)
        seen = asyncio.run(run()) if now_due else None
        if seen:
            memory.finish(seen.outage)
    return seen


def known(folder: Path) -> Mapping[str, CheckedWork]:
    checks, problems = read_source_checks(folder)
    assert not problems
    assert checks.works is not None
    return checks.works


def verdicts(folder: Path) -> dict[str, Verdict]:
    return {name: work.verdict for name, work in known(folder).items()}


def link(url: str, **fields: Any) -> Work:
    return Work(id=url, url=url, tier=1, **fields)


def entry(key: str, **fields: Any) -> Work:
    """A work of the fake registries, with an entry that describes it rightly unless told."""
    fake = work_of(key)
    names = tuple(f"{family} {given[:1]}".strip() for family, given in fake.authors)
    own: dict[str, Any] = {"title": fake.title, "authors": names}
    own |= {name: fields.pop(name) for name in ("title", "authors", "year") if name in fields}
    return Work(
        id=f"doi:{fake.doi.lower()}",
        doi=fake.doi,
        source=source(key=key, doi=fake.doi, **own),
        tier=2,
        **fields,
    )


def page_of(case: Case, web: FakeWeb, number: int = 0) -> Work:
    """Traps that hang have a host of their own: they are not what is tried here."""
    return link(case.url(web, number, number % 3))


CALM = [case for case in WANTED if case.path not in {"busy-hour", "hang", "slow", "big"}]
AFTER_A_DAY = {Verdict.TEMPORARY: Verdict.BROKEN}


def test_every_behaviour_of_the_web_is_remembered_and_out_of_reach_on_two_days_is_broken(
    tmp_path: Path, web: FakeWeb, registries: FakeRegistries
) -> None:
    wanted = {page_of(case, web, n).id: case.wanted for n, case in enumerate(CALM)}
    works = [link(url) for url in wanted]
    assert check(tmp_path, works, registries, NOW)
    assert verdicts(tmp_path) == wanted
    second = check(tmp_path, works, registries, NOW + DAY)
    assert second
    asked = {seen.id for seen in second.observed}
    assert asked == {
        url for url, found in wanted.items() if found in {"broken", "soft-gone", "temporary"}
    }
    assert verdicts(tmp_path) == {
        url: AFTER_A_DAY.get(found, found) for url, found in wanted.items()
    }
    broken = [work.findings[0] for work in known(tmp_path).values() if work.verdict == "broken"]
    assert {finding.days for finding in broken} == {2}
    assert check(tmp_path, works, registries, NOW + DAY) is None


def test_a_single_dead_host_is_broken_after_a_day_because_controls_answer(
    tmp_path: Path, web: FakeWeb, registries: FakeRegistries
) -> None:
    works = [link(f"{web.refused}/1")]
    controls = (registries["doi"],)
    for wait in (0 * DAY, DAY):
        check(tmp_path, works, registries, NOW + wait, controls=controls)
    assert verdicts(tmp_path) == {works[0].id: Verdict.BROKEN}


def test_without_a_network_nothing_is_remembered(
    tmp_path: Path, web: FakeWeb, registries: FakeRegistries
) -> None:
    works = [link(f"{web.refused}/1")]
    for wait in (0 * DAY, DAY):
        check(tmp_path, works, registries, NOW + wait, controls=(f"{web.refused}/control",))
    assert known(tmp_path) == {}


@pytest.mark.parametrize(
    ("work", "wanted"),
    [
        (entry("fine"), Verdict.OK),
        (entry("sici"), Verdict.OK),
        (entry("data-set"), Verdict.OK),
        (entry("medra"), Verdict.OK),
        (entry("surgisphere-notice"), Verdict.OK),
        (entry("wakefield"), Verdict.RETRACTED),
        (entry("surgisphere"), Verdict.RETRACTED),
        (entry("medline-only"), Verdict.RETRACTED),
        (entry("crossref-only"), Verdict.RETRACTED),
        (entry("partial"), Verdict.RETRACTED),
        (entry("plos-concern"), Verdict.CONCERN),
        (entry("concern"), Verdict.CONCERN),
        (entry("unknown-update"), Verdict.CONCERN),
        (entry("corrected"), Verdict.CORRECTED),
        (entry("version-1"), Verdict.OUTDATED),
        (entry("data-set-old"), Verdict.OUTDATED),
        (entry("mismatch", year="1999"), Verdict.FIELD_MISMATCH),
        (
            entry("other-work", title="Honey against cough in children", authors=("Able A",)),
            Verdict.WRONG_WORK,
        ),
        (Work(id="doi:10.5555/nothing", doi="10.5555/nothing"), Verdict.NO_SUCH_ID),
        (Work(id="pmid:99999999", pmid="99999999"), Verdict.NO_SUCH_ID),
        (Work(id="pmcid:PMC999999", pmcid="PMC999999"), Verdict.NO_SUCH_ID),
        (Work(id="pmcid:PMC9000030", pmcid="PMC9000030"), Verdict.RETRACTED),
        (Work(id="isbn:9780306406157", isbn="9780306406157"), Verdict.UNVERIFIED),
    ],
    ids=lambda value: value.id if isinstance(value, Work) else str(value),
)
def test_every_verdict_of_registries_is_remembered(
    tmp_path: Path, registries: FakeRegistries, work: Work, wanted: Verdict
) -> None:
    check(tmp_path, [work], registries, NOW)
    checked = known(tmp_path)[work.id]
    assert checked.verdict is wanted
    assert checked.is_verified == (
        wanted
        not in {Verdict.RETRACTED, Verdict.NO_SUCH_ID, Verdict.WRONG_WORK, Verdict.UNVERIFIED}
    )


def test_a_renamed_doi_has_moved(tmp_path: Path, registries: FakeRegistries) -> None:
    check(tmp_path, [Work(id="doi:10.5555/old-name", doi="10.5555/old-name")], registries, NOW)
    (found,) = known(tmp_path)["doi:10.5555/old-name"].findings
    assert (found.verdict, found.fix) == (Verdict.MOVED, "10.5555/new-name")


def test_an_outage_of_every_registry_takes_nothing_away(
    tmp_path: Path, web: FakeWeb, registries: FakeRegistries
) -> None:
    works = [
        entry("fine"),
        entry("wakefield", url=f"{web.base}/forbidden/1"),
        link(f"{web.base}/ok/1"),
    ]
    check(tmp_path, works, registries, NOW)
    before = known(tmp_path)
    for service in ("doi", "crossref", "datacite", "pubmed", "pmc"):
        registries.break_down(service, "503")
    later = NOW + 30 * DAY
    seen = check(tmp_path, works, registries, later)
    assert seen
    assert seen.outage.registries
    after = known(tmp_path)
    assert after[works[0].id] == before[works[0].id]
    assert after[works[1].id] == before[works[1].id]
    assert after[works[2].id].last_ok == later.date()


def test_one_silent_registry_leaves_a_retraction_and_verifies_nothing(
    tmp_path: Path, registries: FakeRegistries
) -> None:
    works = [entry("crossref-only"), entry("fine")]
    check(tmp_path, works, registries, NOW)
    registries.break_down("crossref", "html")
    registries.break_down("pubmed", "hang")
    later = NOW + 30 * DAY
    check(tmp_path, works, registries, later)
    after = known(tmp_path)
    assert after[works[0].id].verdict is Verdict.RETRACTED
    assert after[works[1].id].verdict is Verdict.UNVERIFIED
    assert after[works[1].id].last_ok == NOW.date()


def test_a_page_that_becomes_another_has_drifted(
    tmp_path: Path, web: FakeWeb, registries: FakeRegistries
) -> None:
    works = [link(f"{web.base}/renamed")]
    for wait, found in ((0 * DAY, Verdict.OK), (40 * DAY, Verdict.DRIFTED)):
        check(tmp_path, works, registries, NOW + wait)
        assert verdicts(tmp_path) == {works[0].id: found}


def test_a_dead_page_gets_the_copy_nearest_the_day_on_which_it_was_read(
    tmp_path: Path, web: FakeWeb, registries: FakeRegistries
) -> None:
    url = f"{web.base}/404/archived"
    work = link(url, source=source(url=url, accessed=date(2019, 4, 1)))
    check(tmp_path, [work], registries, NOW)
    checked = known(tmp_path)[url]
    assert "/20190305102030/" in checked.archive
    assert checked.findings[0].fix == checked.archive


def test_a_blocked_publisher_is_verified_by_the_doi_in_its_address(
    tmp_path: Path, web: FakeWeb, registries: FakeRegistries
) -> None:
    url = f"{web.base}/forbidden/doi/10.5555/fine"
    check(tmp_path, [link(url, guessed_doi="10.5555/fine")], registries, NOW)
    assert known(tmp_path)[url].is_verified
    assert web.asked("/forbidden/doi/10.5555/fine") == 0


def _start(folder: Path, base: str, works: int) -> subprocess.Popen[str]:
    arguments = [str(folder), base, str(works)]
    return subprocess.Popen(
        [sys.executable, "-m", "tests.cited_sources.loopback_run", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # the traceback of Ctrl-C
        text=True,
    )


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_real_run_killed_or_interrupted_goes_on_where_it_stopped(
    tmp_path: Path, how: signal.Signals
) -> None:
    many, chance = 300, random.Random(3)
    with fake_web(hosts=5, latency=(0.005, 0.03)) as web:
        told: list[str] = []
        for _ in range(3):
            running = _start(tmp_path, " ".join(web.bases), many)
            assert running.stdout
            told.append(running.stdout.readline().strip())
            time.sleep(chance.uniform(0, 0.15))
            running.send_signal(how)
            told += running.communicate()[0].split()
        last = _start(tmp_path, " ".join(web.bases), many)
        told += last.communicate()[0].split()
        assert last.returncode == 0
        requests = len(web.requests)
    assert len(known(tmp_path)) == many
    assert len(told) == len(set(told)), "no answer is asked for twice"
    # Those under way when the signal came: at most three a host, three times.
    assert requests <= many + 3 * 5 * 3
    assert not (tmp_path / JOURNAL_FILE).exists()
