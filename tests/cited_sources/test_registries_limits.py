"""Limits are read from what services send, and kept."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.cited_sources.registries.gate import Gate
from plugins.cited_sources.registries.limits import (
    MOST_AT_ONCE,
    MOST_PER_SECOND,
    Allowance,
    allowed_by,
    is_limit,
    retry_after,
)
from plugins.cited_sources.registries.lookups import in_batches
from tests.cited_sources.registry_samples import RECORDED

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
BEFORE = Allowance(per_second=2, at_once=1)


def test_the_recorded_headers_of_crossref_set_the_pace() -> None:
    assert allowed_by(RECORDED["crossref_headers"]["polite"], BEFORE) == Allowance(
        per_second=10, at_once=3
    )
    assert allowed_by(RECORDED["crossref_headers"]["public"], BEFORE) == Allowance(
        per_second=5, at_once=1
    )


def test_a_limit_for_a_minute_is_a_sixtieth_a_second() -> None:
    headers = {"x-rate-limit-limit": "120", "x-rate-limit-interval": "1m"}
    assert allowed_by(headers, BEFORE).per_second == 2


@pytest.mark.parametrize("told", ["", "0", "-3", "many", "1.5", "١٢", "9" * 20])
def test_a_limit_that_says_nothing_changes_nothing(told: str) -> None:
    assert allowed_by({"x-rate-limit-limit": told, "x-concurrency-limit": told}, BEFORE) == BEFORE


def test_no_header_makes_us_rude() -> None:
    headers = {"x-rate-limit-limit": "99999", "x-concurrency-limit": "500"}
    assert allowed_by(headers, BEFORE) == Allowance(
        per_second=MOST_PER_SECOND, at_once=MOST_AT_ONCE
    )


@given(
    st.dictionaries(
        st.sampled_from(
            ["x-rate-limit-limit", "x-rate-limit-interval", "x-concurrency-limit", "retry-after"]
        ),
        st.text(),
    )
)
def test_no_header_breaks_anything(headers: dict[str, str]) -> None:
    allowance = allowed_by(headers, BEFORE)
    assert 0 < allowance.per_second <= MOST_PER_SECOND
    assert 0 < allowance.at_once <= MOST_AT_ONCE
    assert (retry_after(headers, NOW) or 0) >= 0


def test_retry_after_is_seconds_or_a_date() -> None:
    later = format_datetime(NOW + timedelta(seconds=90), usegmt=True)
    assert retry_after({"retry-after": "120"}, NOW) == 120
    assert retry_after({"retry-after": later}, NOW) == 90
    assert retry_after({"retry-after": "soon"}, NOW) is None
    assert retry_after({}, NOW) is None


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (429, b"", True),
        (200, b'{"error":"API rate limit exceeded","count":"4"}', True),
        (200, b'{"error":"/lbsm/eutils_lb -> Neg","api-key":"192.0.2.1","status":"ok"}', True),
        (200, b'{"error":"cannot get document summary"}', False),
        (200, b"API rate limit exceeded", False),
        (200, b"", False),
        (503, b"", False),
    ],
)
def test_a_service_that_is_asked_too_fast_is_understood(
    status: int, body: bytes, said: bool
) -> None:
    assert is_limit(status, body) is said


def test_an_article_about_rate_limits_is_no_limit() -> None:
    assert not is_limit(200, b'{"title":"API rate limit exceeded: a study"}')


# The gate


def starts(gate: Gate, count: int, inside: float = 0.0) -> tuple[list[float], int]:
    """When each of so many requests went through, and how many were inside at once."""
    moments: list[float] = []
    now = most = 0

    async def one() -> None:
        nonlocal now, most
        async with gate:
            moments.append(time.monotonic())
            now, most = now + 1, max(most, now + 1)
            await asyncio.sleep(inside)
            now -= 1

    async def run() -> None:
        await asyncio.gather(*(one() for _ in range(count)))

    asyncio.run(run())
    return moments, most


def test_no_more_go_through_a_second_than_allowed() -> None:
    moments, _ = starts(Gate(Allowance(per_second=20, at_once=9)), 15)
    for start in moments:
        assert sum(1 for moment in moments if start <= moment < start + 0.5) <= 10
    assert moments == sorted(moments)


def test_no_more_are_inside_at_once_than_allowed() -> None:
    _, most = starts(Gate(Allowance(per_second=10_000, at_once=3)), 12, inside=0.005)
    assert most == 3


def test_who_gives_up_waiting_leaves_room_for_the_others() -> None:
    async def run() -> None:
        gate = Gate(Allowance(per_second=1000, at_once=1))
        await gate.__aenter__()
        waiting = [asyncio.create_task(gate.__aenter__()) for _ in range(3)]
        await asyncio.sleep(0)
        waiting[0].cancel()
        waiting[1].cancel()
        await gate.__aexit__(None, None, None)
        await asyncio.wait_for(waiting[2], 1)
        await gate.__aexit__(None, None, None)
        await asyncio.wait_for(gate.__aenter__(), 1)

    asyncio.run(run())


def test_a_rest_holds_everybody_and_a_lifted_gate_nobody() -> None:
    async def run() -> tuple[float, float]:
        gate = Gate(Allowance(per_second=1000, at_once=1))
        gate.rest(0.2)
        began = time.monotonic()
        async with gate:
            rested = time.monotonic() - began
        gate.rest(60)
        gate.lift()
        began = time.monotonic()
        async with gate, gate:
            return rested, time.monotonic() - began

    rested, lifted = asyncio.run(run())
    assert rested >= 0.19
    assert lifted < 0.1


# Batches


@given(st.lists(st.text(min_size=1, max_size=30)), st.integers(1, 200))
def test_batches_hold_every_id_once_and_no_more_than_a_request_can(
    ids: list[str], most: int
) -> None:
    batches = list(in_batches(ids, most))
    assert [found for batch in batches for found in batch] == list(dict.fromkeys(ids))
    assert all(0 < len(batch) <= most for batch in batches)


def test_long_dois_make_smaller_batches() -> None:
    dois = [f"10.5555/{n:0>90}<;>" for n in range(200)]
    batches = list(in_batches(dois, 200))
    assert len(batches) > 1
    assert sum(map(len, batches)) == 200
