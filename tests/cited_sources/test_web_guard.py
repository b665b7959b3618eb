"""Nothing inside this machine or its network is asked, however its address is written."""

from __future__ import annotations

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.cited_sources.web.guard import is_inside, is_refused, literal
from plugins.practice.source_checks import Verdict
from tests.cited_sources.fakes.answers import lead
from tests.cited_sources.fakes.behaviours import BEHAVIOURS
from tests.cited_sources.fakes.web import EveryNameHere, fake_web
from tests.cited_sources.web_runs import check, check_all

INSIDE = (
    "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "0", "0.0.0.0",
    "10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1", "169.254.169.254", "224.0.0.1",
    "255.255.255.255", "localhost", "LOCALHOST.", "printer.localhost", "127.0.0.1.",
    "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:a00:1",
    "64:ff9b::7f00:1", "2002:7f00:1::", "fd00:ec2::254", "fe80::1%eth0",
)  # fmt: skip
ALWAYS_INSIDE = (
    "169.254.169.254", "2852039166", "0.0.0.0", "fe80::1", "::ffff:169.254.169.254",
    "fd00:ec2::254", "100.100.100.200", "224.0.0.1",
)  # fmt: skip
OUTSIDE = ("8.8.8.8", "134744072", "2606:4700:4700::1111", "64:ff9b::808:808", "example.org")


@pytest.mark.parametrize("host", INSIDE)
def test_an_address_inside_is_refused_in_every_spelling(host: str) -> None:
    assert is_refused(host, allow_private=False)


@pytest.mark.parametrize("host", ALWAYS_INSIDE)
def test_link_local_and_metadata_addresses_are_refused_even_where_private_ones_may_be_asked(
    host: str,
) -> None:
    assert is_refused(host, allow_private=True)


@pytest.mark.parametrize("host", OUTSIDE)
def test_an_address_of_the_public_net_may_be_asked(host: str) -> None:
    assert not is_refused(host, allow_private=False)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "192.168.1.1", "::1", "fc00::1"])
def test_private_addresses_may_be_asked_where_the_settings_say_so(host: str) -> None:
    assert not is_refused(host, allow_private=True)


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_judged_the_same_in_all_its_spellings(address: object) -> None:
    number = int(ip_address(str(address)))
    spellings = [str(address), str(number), hex(number), f"::ffff:{address}"]
    assert len({is_refused(spelling, allow_private=False) for spelling in spellings}) == 1
    assert {literal(spelling) for spelling in spellings[:3]} == {ip_address(str(address))}


@given(st.ip_addresses())
def test_what_python_calls_not_global_is_never_asked(address: object) -> None:
    known = ip_address(str(address))
    assert known.is_global or is_inside(known, allow_private=False)


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]"])
def test_a_private_address_is_not_asked_and_says_where_to_read_on(host: str) -> None:
    with fake_web() as web:
        port = web.base.rpartition(":")[2]
        answer = check(f"http://{host}:{port}/ok", allow_private=False)
    assert (answer.verdict, answer.requests, web.requests) == (Verdict.UNVERIFIED, 0, [])
    assert "allow_private_addresses" in answer.what


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "10.0.0.1", "169.254.169.254"])
def test_a_name_that_leads_inside_is_not_asked(address: str) -> None:
    with fake_web() as web:
        port = web.base.rpartition(":")[2]
        names = EveryNameHere(address)
        urls = [f"http://clinic.example:{port}/ok"]
        (answer,) = check_all(urls, allow_private=False, resolver=names)
    assert (answer.verdict, answer.requests, web.requests) == (Verdict.UNVERIFIED, 0, [])


@pytest.mark.parametrize(
    "host", ["169.254.169.254", "2852039166", "0xa9fea9fe", "[::ffff:169.254.169.254]", "0.0.0.0"]
)
def test_a_redirect_inside_is_broken_and_not_followed(host: str) -> None:
    with fake_web() as web, pytest.MonkeyPatch.context() as patch:
        patch.setitem(BEHAVIOURS, "inside", lead(f"http://{host}/latest"))
        answer = check(f"{web.base}/inside")
    assert (answer.verdict, answer.requests) == (Verdict.BROKEN, 1)
    assert "inside a private network" in answer.what


def test_a_name_is_asked_at_the_address_that_was_judged() -> None:
    with fake_web() as web:
        port = web.base.rpartition(":")[2]
        urls = [f"http://bücher.example:{port}/ok", f"http://clinic.example.:{port}/ok"]
        answers = check_all(urls, resolver=EveryNameHere())
    assert [answer.verdict for answer in answers] == [Verdict.OK, Verdict.OK]
