"""One program at a time on the same links, with the hosts that count its requests."""

from __future__ import annotations

import html
import json
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.installing import CACHE
from benchmarks.links.figures import Case, Run, is_right
from benchmarks.links.jobs import Job, Words
from benchmarks.links.programs import Program
from benchmarks.links.site import found_in, write_site
from benchmarks.measuring import NotMeasuredError, Spent, run
from plugins.practice.source_checks import Verdict
from tests.cited_sources.fakes.cases import WANTED, mix
from tests.cited_sources.fakes.web import FakeWeb, fake_web

ROOT = Path(__file__).parents[2]
HOSTS = 50
LATENCY = (0.02, 0.2)
"""Seconds before each answer: at least, at most."""

# A host each: some programs take all ports of an address for one host, and wait for it.
_HOSTS = [f"127.0.1.{n + 1}" if sys.platform == "linux" else "127.0.0.1" for n in range(HOSTS)]

CASES = [Case(name=one.path, wanted=str(one.wanted), count=one.share) for one in WANTED]
ADDRESSES = sum(case.count for case in CASES)

Judged = Callable[[Job], tuple[Spent, Mapping[str, str]]]
"""Runs a program; what it took, and what it said of each address, in our words."""


def judged_by(program: Program) -> Judged:
    """Another program."""

    def judged(job: Job) -> tuple[Spent, Mapping[str, str]]:
        spent = run(program.command(job), job.folder, good=program.good)
        return spent, _translated(program, _read(program, spent.printed))

    return judged


def _read(program: Program, printed: str) -> Words:
    try:
        return program.read(printed)
    except (ValueError, KeyError, TypeError) as error:
        raise NotMeasuredError("it printed something else than it is known to") from error


def _translated(program: Program, words: Words) -> dict[str, str]:
    return {url: str(program.words[word]) for url, word in words.items()}


def judged_by_us(way: str) -> Judged:
    """Housecall; `way` is "web" or "site"."""

    def judged(job: Job) -> tuple[Spent, Mapping[str, str]]:
        what = job.page if way == "web" else job.folder
        spent = run([sys.executable, "-m", "benchmarks.links.ours", way, what], ROOT)
        return spent, json.loads(spent.printed)

    return judged


def on_the_web(judged: Judged) -> Run:
    """All addresses once."""
    with fake_web(addresses=_HOSTS, latency=LATENCY) as web:
        wanted = mix(web)
        job = _job()
        job.page.write_text(_page([url for url, _ in wanted]), encoding="utf-8")
        spent, said = judged(job)
    return Run(
        wall=spent.wall,
        cpu=spent.cpu,
        requests=len(web.requests),
        right=sum(is_right(said.get(url, "ok"), str(verdict)) for url, verdict in wanted),
        said=_by_case(web, wanted, said),
    )


def _by_case(
    web: FakeWeb, wanted: Sequence[tuple[str, Verdict]], said: Mapping[str, str]
) -> dict[str, Counter[str]]:
    cases: dict[str, Counter[str]] = {case.name: Counter() for case in CASES}
    for url, _ in wanted:
        cases[_case(web, url)][said.get(url, "ok")] += 1
    return cases


def _case(web: FakeWeb, url: str) -> str:
    """The name of the case to which an address of the mix belongs."""
    if url.startswith(f"{web.refused}/"):
        return "refused"
    parts = urlsplit(url)
    return parts.path.split("/")[1] + (f"#{parts.fragment}" if parts.fragment else "")


def _page(addresses: Sequence[str]) -> str:
    links = "\n".join(f'<p><a href="{html.escape(url)}">link</a></p>' for url in addresses)
    return f'<!doctype html>\n<html lang="en"><title>Links</title><body>\n{links}\n</body></html>\n'


def on_the_site(judged: Judged) -> Run:
    """All links of the site once."""
    job = _job()
    write_site(job.folder)
    spent, said = judged(job)
    found = found_in(address for address, verdict in said.items() if verdict != "ok")
    return Run(wall=spent.wall, cpu=spent.cpu, right=found)


def _job() -> Job:
    folder = CACHE / "links"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "site").mkdir(parents=True)
    return Job(folder=folder / "site", scratch=folder / "scratch")
