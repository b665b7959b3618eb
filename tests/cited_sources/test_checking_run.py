"""A run asks registries first, each address once, and hands every answer on as it comes."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from plugins.cited_sources.checking.lanes import A_HOST, AT_ONCE, Lanes
from plugins.cited_sources.checking.run import Run, run_checks
from plugins.cited_sources.observation import Observation
from plugins.cited_sources.registries.record import Record, RegistryAnswer, Update, UpdateKind
from plugins.cited_sources.work import Work
from plugins.practice.source_checks import CheckedWork, Verdict
from tests.cited_sources.checking_samples import (
    DOI,
    FOUND,
    MISSING,
    PAGE,
    SILENT,
    FakeFetcher,
    FakeRegistries,
    answer,
    article,
    checked,
    finding,
    page,
    source,
    web,
)

COPY = "https://archive.example/1"
DENIED = (answer("doi.org", MISSING),)
SILENCE = (answer("doi.org", SILENT), answer("Crossref", SILENT))


@dataclass
class Asked:
    """A run and all that it did."""

    run: Run
    told: list[Observation]
    registries: FakeRegistries
    fetcher: FakeFetcher

    @property
    def seen(self) -> Mapping[str, Observation]:
        return {one.id: one for one in self.run.observed}


def ask(
    works: Sequence[Work],
    known: Mapping[str, CheckedWork] | None = None,
    registries: FakeRegistries | None = None,
    fetcher: FakeFetcher | None = None,
    **more: Any,
) -> Asked:
    registries, fetcher = registries or FakeRegistries(), fetcher or FakeFetcher()
    told: list[Observation] = []
    run = asyncio.run(
        run_checks(
            works,
            known or {},
            registries=registries,
            fetcher=fetcher,
            on_answer=told.append,
            **more,
        )
    )
    return Asked(run, told, registries, fetcher)


class TestWhoIsAsked:
    def test_a_work_that_its_identifier_proves_leaves_its_page_alone(self) -> None:
        asked = ask([article(url=PAGE)])
        assert asked.fetcher.asked == []
        assert asked.seen[article().id].verified_by == ("doi",)

    def test_its_page_is_asked_all_the_same_on_request(self) -> None:
        asked = ask([article(url=PAGE)], also_fetch=True)
        assert asked.fetcher.asked == [PAGE]
        assert asked.seen[article().id].verified_by == ("doi", "url")

    @pytest.mark.parametrize("answers", [DENIED, SILENCE, ()])
    def test_a_work_that_registries_do_not_prove_is_looked_for_on_its_page(
        self, answers: tuple[RegistryAnswer, ...]
    ) -> None:
        registries = FakeRegistries({article().id: answers})
        assert ask([article(url=PAGE)], registries=registries).fetcher.asked == [PAGE]

    def test_the_page_of_a_registry_says_no_more_than_the_registry(self) -> None:
        registries = FakeRegistries({article().id: SILENCE})
        asked = ask([article(url=f"https://doi.org/{DOI}")], registries=registries)
        assert asked.fetcher.asked == []

    def test_a_plain_link_goes_to_the_web_alone(self) -> None:
        asked = ask([page()])
        assert (asked.registries.asked, asked.fetcher.asked) == ([], [PAGE])

    def test_a_guessed_doi_is_asked_and_the_work_keeps_its_name(self) -> None:
        asked = ask([page(guessed_doi=DOI)])
        assert [work.doi for work in asked.registries.asked] == [DOI]
        assert asked.fetcher.asked == []
        assert asked.seen[PAGE].is_verified

    def test_a_work_without_anything_to_ask_is_finished_at_once(self) -> None:
        asked = ask([Work(id="isbn:9780306406157", isbn="9780306406157")])
        assert [one.verdict for one in asked.told[0].seen] == [Verdict.UNVERIFIED]

    def test_an_address_that_two_works_have_is_asked_once(self) -> None:
        works = [page(), article(url=PAGE), page("https://b.example/", source=source(url=PAGE))]
        works[2] = Work(id="other", url=PAGE)
        registries = FakeRegistries({article().id: DENIED})
        asked = ask(works, registries=registries)
        assert asked.fetcher.asked == [PAGE]
        assert len(asked.told) == 3

    def test_nothing_to_ask_is_no_outage(self) -> None:
        run = ask([]).run
        assert (run.observed, run.requests, run.outage.web) == ((), 0, False)


class TestRetractionWatch:
    @dataclass
    class File:
        found: tuple[RegistryAnswer, ...] = ()
        asked: list[tuple[str, str]] = field(default_factory=list)

        def answers(self, doi: str, pmid: str) -> tuple[RegistryAnswer, ...]:
            self.asked.append((doi, pmid))
            return self.found

    def test_a_retraction_that_only_the_file_knows_is_found(self) -> None:
        mark = Update(kind=UpdateKind.RETRACTION, by="Retraction Watch", day=date(2020, 1, 2))
        row = Record(service="Retraction Watch", doi=DOI, updates=(mark,))
        file = self.File((answer("Retraction Watch", FOUND, record=row),))
        seen = ask([article(pmid="7")], retraction_watch=file).seen[article().id]
        assert [one.verdict for one in seen.seen] == [Verdict.RETRACTED]
        assert file.asked == [(DOI, "7")]

    def test_that_the_file_does_not_speak_of_a_work_is_an_answer(self) -> None:
        seen = ask([article()], retraction_watch=self.File()).seen[article().id]
        assert seen.answered == ("doi.org", "Crossref", "Retraction Watch")


class TestArchives:
    DEAD = web(Verdict.BROKEN, "HTTP 404", status=404)

    def test_a_dead_page_is_told_at_once_and_again_with_its_copy(self) -> None:
        registries = FakeRegistries(copies={PAGE: COPY})
        work = page(source=source(url=PAGE, accessed=date(2026, 3, 1)))
        asked = ask([work], registries=registries, fetcher=FakeFetcher({PAGE: self.DEAD}))
        assert registries.looked_for == [(PAGE, date(2026, 3, 1))]
        assert [one.archive for one in asked.told] == ["", COPY]
        assert asked.seen[PAGE].seen[0].fix == COPY

    def test_a_copy_that_is_known_is_not_looked_for(self) -> None:
        known = {PAGE: checked(archive=COPY)}
        asked = ask([page()], known, fetcher=FakeFetcher({PAGE: self.DEAD}))
        assert asked.registries.looked_for == []

    def test_a_page_out_of_reach_is_looked_for_the_second_time(self) -> None:
        fetcher = FakeFetcher({PAGE: web(Verdict.TEMPORARY, "HTTP 503", status=503)})
        assert ask([page()], fetcher=fetcher).registries.looked_for == []
        known = {PAGE: checked(PAGE, finding(Verdict.TEMPORARY))}
        assert ask([page()], known, fetcher=fetcher).registries.looked_for == [(PAGE, None)]

    def test_only_so_many_copies_are_looked_for(self) -> None:
        works = [page(f"https://a.example/{n}") for n in range(9)]
        fetcher = FakeFetcher({work.url: self.DEAD for work in works})
        assert len(ask(works, fetcher=fetcher, archives=4).registries.looked_for) == 4

    def test_a_page_that_is_well_needs_no_copy(self) -> None:
        assert ask([page()]).registries.looked_for == []


class TestOutages:
    GONE = web(Verdict.TEMPORARY, "no answer")

    def test_before_an_outage_is_believed_others_are_asked(self) -> None:
        known = {"https://well.example/": checked("https://well.example/")}
        asked = ask([page()], known, fetcher=FakeFetcher({PAGE: self.GONE}))
        assert asked.fetcher.asked == [PAGE, "https://well.example/"]
        assert not asked.run.outage.web
        assert asked.run.requests == 1

    def test_controls_are_asked_only_in_doubt(self) -> None:
        control = "https://control.example/"
        assert ask([page()], controls=(control,)).fetcher.asked == [PAGE]
        fetcher = FakeFetcher({PAGE: self.GONE})
        assert not ask([page()], fetcher=fetcher, controls=(control,)).run.outage.web

    def test_when_nobody_answers_it_was_us(self) -> None:
        control = "https://control.example/"
        fetcher = FakeFetcher({PAGE: self.GONE, control: self.GONE})
        assert ask([page()], fetcher=fetcher, controls=(control,)).run.outage.web

    @pytest.mark.parametrize("is_caught", [True, False])
    def test_a_login_page_that_answers_for_all_controls_too_is_an_outage(
        self, *, is_caught: bool
    ) -> None:
        urls, control = [f"https://h{n}.example/" for n in range(5)], "https://control.example/"
        caught = [*urls[:3], control] if is_caught else urls[:3]
        login = {
            url: web(Verdict.SOFT_GONE, url=url, chain=("https://login.example/",))
            for url in caught
        }
        asked = ask([page(u) for u in urls], fetcher=FakeFetcher(login), controls=(control,))
        assert control in asked.fetcher.asked
        assert asked.run.outage.web is is_caught


class TestManyWorks:
    def test_ten_thousand_works_are_never_more_than_so_many_under_way(self) -> None:
        under_way = most = 0
        hosts = Counter[str]()
        most_a_host = 0

        async def during(url: str) -> None:
            nonlocal under_way, most, most_a_host
            host = url.split("/")[2]
            under_way, hosts[host] = under_way + 1, hosts[host] + 1
            most, most_a_host = max(most, under_way), max(most_a_host, hosts[host])
            await asyncio.sleep(0)
            under_way, hosts[host] = under_way - 1, hosts[host] - 1

        works = [page(f"https://h{n % 90}.example/{n}") for n in range(10_000)]
        asked = ask(works, fetcher=FakeFetcher(during=during))
        assert len(asked.told) == 10_000
        assert most == AT_ONCE
        assert most_a_host <= A_HOST

    def test_a_slow_host_keeps_no_other_waiting(self) -> None:
        order: list[str] = []

        async def during(url: str) -> None:
            await asyncio.sleep(0.01 if "slow" in url else 0)
            order.append(url)

        slow = [page(f"https://slow.example/{n}") for n in range(40)]
        quick = [page(f"https://h{n}.example/") for n in range(200)]
        ask([*slow, *quick], fetcher=FakeFetcher(during=during))
        assert all("slow" in url for url in order[-30:])

    def test_every_answer_is_handed_on_before_the_last_is_there(self) -> None:
        told: list[int] = []
        many: list[Observation] = []

        async def during(url: str) -> None:
            told.append(len(many))

        works = [page(f"https://h.example/{n}") for n in range(50)]
        asyncio.run(
            run_checks(
                works, {}, registries=FakeRegistries(), fetcher=FakeFetcher(during=during),
                on_answer=many.append,
            )
        )  # fmt: skip
        assert told[-1] >= 40


class TestInterrupted:
    def test_cancelled_it_has_handed_on_what_was_finished_and_leaves_no_task(self) -> None:
        told: list[Observation] = []

        async def during(url: str) -> None:
            await asyncio.sleep(3600 if "hang" in url else 0)

        async def interrupted() -> int:
            works = [
                page("https://hang.example/"),
                *(page(f"https://h{n}.example/") for n in range(5)),
            ]
            run = asyncio.create_task(
                run_checks(
                    works, {}, registries=FakeRegistries(),
                    fetcher=FakeFetcher(during=during), on_answer=told.append,
                )
            )  # fmt: skip
            while len(told) < 5:
                await asyncio.sleep(0)
            run.cancel()
            with pytest.raises(asyncio.CancelledError):
                await run
            return len(asyncio.all_tasks()) - 1

        assert asyncio.run(interrupted()) == 0
        assert len(told) == 5

    def test_an_error_of_the_journal_comes_through_as_it_is(self) -> None:
        def full(_: Observation) -> None:
            raise OSError("no space left on device")

        with pytest.raises(OSError, match="no space"):
            asyncio.run(
                run_checks(
                    [page()], {}, registries=FakeRegistries(), fetcher=FakeFetcher(), on_answer=full
                )
            )


def test_lanes_give_each_host_its_turn() -> None:
    lanes = Lanes()
    for url in ("https://a.example/1", "https://a.example/2", "https://b.example/1"):
        lanes.add(url)
    assert [lanes.take() for _ in range(4)] == [
        "https://a.example/1",
        "https://b.example/1",
        "https://a.example/2",
        "",
    ]
