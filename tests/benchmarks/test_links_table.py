"""The benchmark of links: what counts as right, whose words mean what. Nothing is timed here."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from benchmarks.installing import lock_of, version_of
from benchmarks.links.figures import Case, Measured, Results, Run, bars, is_right
from benchmarks.links.jobs import Job
from benchmarks.links.measuring import ADDRESSES, CASES
from benchmarks.links.programs import PEERS, SITE, WEB, Program
from benchmarks.links.site import BROKEN, LINKS, found_in, write_site
from benchmarks.links.table import report
from benchmarks.markdown import README, marks
from plugins.pelican_bridge.site_checks.addresses import Home
from plugins.pelican_bridge.site_checks.broken import broken_links

HOME = Home(scheme="https", host="www.example.org", folder="")


def run(right: int = 2000, cpu: float = 1.0, **said: dict[str, int]) -> Run:
    return Run(wall=10.0, cpu=cpu, requests=2400, right=right, said=said)


def measured(*runs: Run, name: str = "Housecall", reason: str = "") -> Measured:
    options = "" if name == "Housecall" else "--tuned"
    return Measured(name=name, version="1.0", options=options, runs=runs, reason=reason)


def results(*web: Measured) -> Results:
    return Results(
        addresses=2000,
        web=web,
        cases=[Case(name="forbidden", wanted="blocked", count=40)],
        links=LINKS,
        broken=BROKEN,
        site=[measured(run(right=BROKEN))],
    )


def verdict(asked: str, found: Results) -> bool | None:
    (bar,) = (bar for bar in bars(found) if bar.asked.startswith(asked))
    return bar.met


def program(name: str) -> Program:
    return next(one for one in WEB if one.name == name)


def test_the_site_has_so_many_links_and_we_find_every_broken_one(tmp_path: Path) -> None:
    write_site(tmp_path)
    pages = [file.read_text(encoding="utf-8") for file in tmp_path.glob("section-*/*/index.html")]
    assert sum(len(re.findall(r' (?:href|src)="', page)) for page in pages) == LINKS
    found = [one.link.address for one in broken_links(tmp_path, HOME)]
    assert (len(found), found_in(found)) == (BROKEN, BROKEN)


def test_a_false_alarm_is_subtracted_and_two_forms_of_an_address_count_once() -> None:
    told = ["/a/page-gone-7/", "http://localhost/a/page-gone-7", "/section-gone/page-9/index.html"]
    assert found_in(told) == 2
    assert found_in([*told, "/section-1/page-1/"]) == 1


def test_the_mix_has_2000_addresses_of_29_behaviours() -> None:
    assert (ADDRESSES, len(CASES)) == (2000, 29)


@pytest.mark.parametrize(
    ("said", "wanted", "right"),
    [
        ("ok", "ok", True),
        ("broken", "blocked", False),
        ("broken", "temporary", True),
        ("temporary", "broken", False),
        ("ok", "soft-gone", False),
    ],
)
def test_broken_is_right_of_what_may_pass_and_of_nothing_else(
    said: str, wanted: str, right: bool
) -> None:
    assert is_right(said, wanted) is right


@pytest.mark.parametrize(("cpu", "met"), [(2.0, True), (2.1, False)])
def test_a_bar_is_met_up_to_its_limit(cpu: float, met: bool) -> None:
    assert verdict("the same, CPU s", results(measured(run(cpu=cpu)))) is met


def test_one_wrong_verdict_in_one_round_misses_the_bar() -> None:
    assert verdict("judged right", results(measured(run(), run(), run()))) is True
    assert verdict("judged right", results(measured(run(), run(1999), run()))) is False


def test_what_could_not_be_measured_is_told_and_not_judged() -> None:
    found = results(measured(reason="no network"))
    assert verdict("judged right", found) is None
    assert "| **Housecall** | not measured: no network | – |" in report(found, "")


def test_a_behaviour_that_somebody_judged_wrong_is_shown_for_all() -> None:
    ours, other = run(forbidden={"blocked": 40}), run(1960, 3.0, forbidden={"broken": 40})
    table = report(results(measured(ours), measured(other, name="lychee, tuned")), "")
    assert "| `forbidden` | 40 | blocked | blocked | **broken** |" in table
    assert "| lychee 1.0, tuned | 10.0 | 3.00 | 3.0 | 1.20 | 1,960 |" in table
    assert "- lychee, tuned: `--tuned`" in table


def test_a_behaviour_that_all_judged_right_is_not_shown() -> None:
    assert "forbidden" not in report(results(measured(run(forbidden={"blocked": 40}))), "")


def test_the_words_of_lychee_are_read() -> None:
    empty: dict[str, list[object]] = {}
    maps = {"error_map": {"page": [{"url": "a"}]}, "timeout_map": {"page": [{"url": "b"}]}}
    printed = json.dumps({**maps, "excluded_map": empty})
    assert program("lychee").read(printed) == {"a": "error_map", "b": "timeout_map"}


def test_the_words_of_linkinator_are_read() -> None:
    printed = json.dumps({"links": [{"url": "a", "state": "SKIPPED"}]})
    assert program("linkinator").read(printed) == {"a": "SKIPPED"}


def test_the_words_of_linkchecker_are_read() -> None:
    printed = (
        "# a comment\nurlname;result;warningstring;valid\n"
        "a;200 OK;;True\nb;404;;False\nc;200 OK;Anchor `x' not found.;True\n# the end\n"
    )
    assert program("linkchecker").read(printed) == {"a": "True", "b": "False", "c": "Anchor"}


@pytest.mark.parametrize("one", [*WEB, *SITE], ids=lambda one: one.name)
def test_every_program_is_asked_for_the_links_and_pinned_by_its_hash(
    one: Program, tmp_path: Path
) -> None:
    job = Job(folder=tmp_path, scratch=tmp_path / "scratch")
    assert str(tmp_path) in " ".join(map(str, one.command(job)))
    assert version_of(PEERS / one.peer, one.package)[0].isdigit()
    lock = lock_of(PEERS / one.peer).read_text(encoding="utf-8")
    assert not re.search(r"resolved|--index|registry\.|pythonhosted", lock)
    assert '"integrity": "sha512-' in lock or "--hash=sha256:" in lock


@pytest.mark.parametrize("name", ["graphics", "links"])
def test_each_benchmark_has_its_place_in_the_readme(name: str) -> None:
    begin, end = marks(name)
    text = README.read_text(encoding="utf-8")
    assert text.index(begin) < text.index(end)
