"""Hosts are asked as they wish: two at once, no more than they allow, no more than is of use."""

from __future__ import annotations

import asyncio
import time

import pytest

from plugins.cited_sources.web.answer import WebAnswer
from plugins.cited_sources.web.fetching import Fetcher
from plugins.practice.source_checks import Verdict
from tests.cited_sources.fakes.behaviours import BEHAVIOURS
from tests.cited_sources.fakes.line import Asked, Line
from tests.cited_sources.fakes.web import fake_web
from tests.cited_sources.web_runs import AGENT, check, check_all


def test_a_host_is_asked_two_things_at_a_time_and_hosts_do_not_wait_for_each_other() -> None:
    with fake_web(hosts=3, latency=(0.1, 0.1)) as web:
        check_all(f"{base}/ok/{number}" for base in web.bases for number in range(8))
    assert {base: web.most_at_once[base] for base in web.bases} == dict.fromkeys(web.bases, 2)
    assert {base for _, base, _ in web.requests[:6]} == set(web.bases)


def test_every_hop_takes_a_slot_of_its_own_host() -> None:
    with fake_web(hosts=2, latency=(0.02, 0.02)) as web:
        there = f"{web.bases[1]}/ok"

        async def elsewhere(asked: Asked, line: Line) -> None:
            await line.redirect(there)

        with pytest.MonkeyPatch.context() as patch:
            patch.setitem(BEHAVIOURS, "elsewhere", elsewhere)
            urls = [f"{web.bases[0]}/elsewhere/{n}" for n in range(8)]
            answers = check_all(urls + [f"{there}/{n}" for n in range(24)])
    assert {answer.verdict for answer in answers} == {Verdict.OK}
    assert web.asked("/ok") == 8
    assert web.most_at_once[web.bases[1]] == 2


def test_waiting_for_a_busy_page_keeps_no_slot_from_the_other_pages_of_its_host() -> None:
    with fake_web() as web:
        urls = [f"{web.base}/busy-second/1", *(f"{web.base}/ok/{n}" for n in range(20))]
        check_all(urls)
        order = [path for _, _, path in web.requests]
    assert order.index("/ok/19") < len(order) - 1
    assert order[-1] == "/busy-second/1"


def test_a_host_that_answers_two_pages_with_429_is_left_alone_for_as_long_as_it_asks() -> None:
    with fake_web() as web:
        times: dict[str, list[float]] = {}

        async def limited(asked: Asked, line: Line) -> None:
            times.setdefault("all", []).append(time.monotonic())
            is_early = times["all"][-1] < times["all"][0] + 0.9
            await line.reply(429 if is_early else 200, headers={"Retry-After": "1"})

        with pytest.MonkeyPatch.context() as patch:
            patch.setitem(BEHAVIOURS, "limited", limited)
            answers = check_all(f"{web.base}/limited/{n}" for n in range(10))
    assert {answer.verdict for answer in answers} == {Verdict.OK}
    assert len(times["all"]) <= 10 + 4


def test_a_page_that_may_not_be_asked_for_an_hour_says_nothing_of_other_pages() -> None:
    with fake_web() as web:
        urls = [f"{web.base}/busy-hour/1", *(f"{web.base}/ok/{n}" for n in range(9))]
        busy, *others = check_all(urls)
    assert (busy.verdict, busy.requests) == (Verdict.BLOCKED, 1)
    assert {answer.verdict for answer in others} == {Verdict.OK}


def test_a_host_that_refuses_a_page_now_and_then_is_asked_for_all_others() -> None:
    with fake_web() as web:
        kinds = [kind for _ in range(5) for kind in ("busy-hour", "ok")]
        answers = check_all(f"{web.base}/{kind}/{n}" for n, kind in enumerate(kinds))
    assert [answer.requests for answer in answers] == [1] * 10


def test_a_host_that_refuses_page_after_page_for_an_hour_is_not_asked_again() -> None:
    with fake_web(hosts=2) as web:
        urls = [f"{web.base}/busy-hour/{n}" for n in range(12)]
        *answers, other_host = check_all([*urls, f"{web.bases[1]}/ok"])
    assert {answer.verdict for answer in answers} == {Verdict.BLOCKED}
    assert len(web.requests) - 1 <= 4
    assert "not asked" in answers[-1].what
    assert answers[-1].requests == 0
    assert other_host.verdict is Verdict.OK


def test_cookies_of_one_page_are_not_shown_for_another() -> None:
    with fake_web() as web:
        answers = check_all(f"{web.base}/cookie-loop/{n}" for n in range(3))
    assert [answer.requests for answer in answers] == [2, 2, 2]


def test_a_large_body_is_left_after_its_beginning() -> None:
    with fake_web() as web:
        answer = check(f"{web.base}/big")
    assert answer.verdict is Verdict.OK
    assert web.sent["/big"] < 10 << 20  # of 20 MiB, what fits into the sockets


def test_a_server_is_told_who_asks() -> None:
    seen: list[Asked] = []

    async def listen(asked: Asked, line: Line) -> None:
        seen.append(asked)
        await line.reply(200)

    with fake_web() as web, pytest.MonkeyPatch.context() as patch:
        patch.setitem(BEHAVIOURS, "listen", listen)
        check(f"{web.base}/listen")
    (asked,) = seen
    assert asked.headers["user-agent"] == AGENT
    assert asked.headers["accept-encoding"] == "gzip, deflate"
    assert "cookie" not in asked.headers


def test_what_is_checked_can_be_stopped_at_any_moment() -> None:
    async def stopped(url: str) -> WebAnswer:
        async with Fetcher(agent=AGENT, allow_private=True) as fetcher:
            return await asyncio.wait_for(fetcher.check(url), 0.2)

    with fake_web() as web, pytest.raises(TimeoutError):
        asyncio.run(stopped(f"{web.base}/hang"))
