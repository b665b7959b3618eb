"""The command `check-sources`, whole: registries and web on this machine, two days, and a build."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from plugins.cited_sources.checking.locks import lock
from plugins.pelican_bridge.source_commands import SourceRequest, check_sources
from plugins.practice.source_check_files import CHECKS_FILE, parse_checks
from tests.cited_sources.fakes.registries import FakeRegistries, fake_registries
from tests.cited_sources.fakes.web import FakeWeb, fake_web
from tests.conftest import Build, Folder

ROOT = Path(__file__).parents[2]
FLU = "articles/flu.md"
TITLE = (
    "Ileal-lymphoid-nodular hyperplasia, non-specific colitis, and pervasive developmental "
    "disorder in children"
)

_SOURCES = """
[one]
type = "webpage"
title = "Asthma"
publisher = "Publisher One"
url = "{web}/{page}/1"
accessed = 2026-11-01

[two]
type = "article-journal"
title = "{title}"
publisher = "The Lancet"
authors = ["Wakefield AJ"]
journal = "Lancet"
year = "1998"
landmark = true
doi = "10.1016/S0140-6736(97)11096-0"
"""


@dataclass
class Net:
    """A practice whose sources lie on this machine."""

    folder: Folder
    web: FakeWeb
    registries: FakeRegistries

    def cite(self, page: str = "ok") -> None:
        """The first of the two sources is a page that behaves so."""
        self.folder.write(
            "sources.toml", _SOURCES.format(web=self.web.base, page=page, title=TITLE)
        )

    def allow(self, more: str = "") -> None:
        services = "".join(f'{name} = "{base}"\n' for name, base in self.registries.items())
        text = (self.folder.path / "practice.toml").read_text(encoding="utf-8")
        self.folder.write(
            "practice.toml",
            f"{text}\n[sources]\nseconds = 2\nallow_private_addresses = true\n{more}"
            f"[sources.services]\n{services}",
        )

    def request(self, **changes: Any) -> SourceRequest:
        path = self.folder.path
        plain = SourceRequest(content=path, output=path.parent / "output", today="2026-11-21")
        return replace(plain, **changes)

    def works(self) -> dict[str, Any]:
        read, problems = parse_checks((self.folder.path / CHECKS_FILE).read_text(encoding="utf-8"))
        assert read is not None, problems
        return read


@pytest.fixture
def net(folder: Folder) -> Iterator[Net]:
    with fake_web(hosts=2) as web, fake_registries() as registries:
        practice = Net(folder, web, registries)
        practice.allow()
        practice.cite()
        yield practice


def _report(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    report = json.loads(capsys.readouterr().out)
    assert isinstance(report, dict)
    return report


def test_a_retracted_paper_holds_its_post_when_it_was_seen_on_two_days(
    net: Net, build: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_sources(net.request(as_json=True)) == 0
    first = _report(capsys)
    assert {work["key"]: work["verdict"] for work in first["works"]} == {
        "one": "ok",
        "two": "retracted",
    }
    assert "published" in {planned.state for planned in _plan(build, net).posts}

    assert check_sources(net.request(as_json=True, today="2026-11-22")) == 1
    second = _report(capsys)
    two = next(work for work in second["works"] if work["key"] == "two")
    assert two["findings"][0]["days"] == 2
    assert FLU in {post["file"] for post in two["posts"]}
    states = {planned.post.file: planned.state for planned in _plan(build, net, "2").posts}
    assert states[FLU] == "held"


def _plan(build: Build, net: Net, to: str = "1") -> Any:
    return build(net.folder.path, today=date(2026, 11, 22), to=to).result.plan


def test_a_second_run_asks_only_what_is_due(net: Net) -> None:
    check_sources(net.request())
    asked = len(net.web.requests)
    assert asked
    check_sources(net.request())
    assert len(net.web.requests) == asked
    check_sources(net.request(everything=True))
    assert len(net.web.requests) > asked


def test_the_page_says_on_which_day_its_sources_were_checked(net: Net, build: Build) -> None:
    net.folder.edit("sources.toml", "10.1016/S0140-6736(97)11096-0", "10.5555/fine")
    net.folder.edit("sources.toml", TITLE, "An invented study of fever in children")
    assert "Not yet checked" in build(net.folder.path).page("articles/flu/index.html")
    check_sources(net.request())
    page = build(net.folder.path).page("articles/flu/index.html")
    assert "Sources checked on November 21, 2026" in page
    assert "Not yet checked" not in page


def test_a_page_that_is_called_otherwise_than_its_entry_is_told_and_never_called_checked(
    net: Net, build: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    net.folder.edit("sources.toml", "10.1016/S0140-6736(97)11096-0", "10.5555/fine")
    net.folder.edit("sources.toml", TITLE, "An invented study of fever in children")
    net.folder.edit("sources.toml", 'title = "Asthma"', 'title = "Shingles vaccines"')
    assert check_sources(net.request()) == 0
    told = capsys.readouterr().out
    assert 'its page is called "Asthma in children", your entry "Shingles vaccines"' in told
    assert "Nothing to do." not in told
    page = build(net.folder.path).page("articles/flu/index.html")
    assert "Sources checked on" not in page
    assert "Not confirmed when last checked, on November 21, 2026" in page


def test_an_outage_changes_nothing_and_is_told(
    net: Net, capsys: pytest.CaptureFixture[str]
) -> None:
    check_sources(net.request())
    before = net.works()
    for service in net.registries:
        net.registries.break_down(service, "503")
    net.cite("503")
    assert check_sources(net.request(everything=True, today="2026-11-22")) == 0
    told = capsys.readouterr().out
    assert "did not answer" in told or "no answer" in told
    doi = "doi:10.1016/s0140-6736(97)11096-0"
    assert net.works()[doi].findings == before[doi].findings


def test_the_summary_is_written_as_markdown(net: Net, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    check_sources(net.request(markdown=str(summary)))
    assert "retracted" in summary.read_text(encoding="utf-8").lower()


def test_a_damaged_ledger_is_told_and_nothing_is_asked(
    net: Net, capsys: pytest.CaptureFixture[str]
) -> None:
    net.folder.write(CHECKS_FILE, '{"works": {')
    assert check_sources(net.request()) == 1
    told = capsys.readouterr().err
    assert "ledger/sources.json, line 1" in told
    assert "Nothing was asked" in " ".join(told.split())
    assert not net.web.requests


def test_two_runs_at_once_are_one_too_many(net: Net, capsys: pytest.CaptureFixture[str]) -> None:
    journal = net.folder.path / "ledger" / ".sources.journal"
    journal.parent.mkdir(exist_ok=True)
    with journal.open("a") as file:
        lock(file.fileno())
        assert check_sources(net.request()) == 1
    assert "Another check-sources is running" in capsys.readouterr().err


def test_a_day_to_come_is_for_trials_on_this_machine_alone(
    net: Net, capsys: pytest.CaptureFixture[str]
) -> None:
    net.folder.edit("practice.toml", "allow_private_addresses = true\n", "")
    assert check_sources(net.request(today="9999-12-31")) == 1
    assert "still to come" in capsys.readouterr().err


def test_a_summary_that_cannot_be_written_is_told_before_anything_is_asked(
    net: Net, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for place in (tmp_path / "nowhere" / "summary.md", tmp_path):
        assert check_sources(net.request(markdown=str(place))) == 1
        assert "The summary cannot be written" in capsys.readouterr().err
    assert not net.web.requests


def test_a_day_that_is_none_is_told(net: Net, capsys: pytest.CaptureFixture[str]) -> None:
    assert check_sources(net.request(today="tomorrow")) == 1
    assert '"tomorrow" is not a day' in capsys.readouterr().err


def test_a_retraction_file_that_is_none_is_told(
    net: Net, capsys: pytest.CaptureFixture[str]
) -> None:
    net.folder.edit("practice.toml", "[sources]\n", '[sources]\nretraction_watch = "rw.csv"\n')
    net.folder.write("rw.csv", "a,b\n1,2\n")
    assert check_sources(net.request()) == 1
    assert "no column" in " ".join(capsys.readouterr().err.split())


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no SIGINT for one process")
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL])
def test_what_was_answered_before_a_stop_is_not_asked_again(net: Net, stop: signal.Signals) -> None:
    links = "\n".join(f"- [page {n}]({net.web.base}/ok/{n})" for n in range(40))
    hanging = "\n".join(f"- [page {n}]({net.web.bases[1]}/hang/{n})" for n in range(2))
    text = (net.folder.path / FLU).read_text(encoding="utf-8")
    net.folder.write(FLU, f"{text}\n\n{links}\n{hanging}\n")
    net.folder.edit("practice.toml", "seconds = 2", "seconds = 20")
    script = (
        "from pathlib import Path\n"
        "from plugins.pelican_bridge.source_commands import SourceRequest, check_sources\n"
        f"folder = Path({str(net.folder.path)!r})\n"
        "check_sources(SourceRequest(content=folder, output=folder, today='2026-11-21'))\n"
    )
    run = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.DEVNULL)
    _wait_until(lambda: sum(path.startswith("/ok/") for _, _, path in net.web.requests) >= 30)
    run.send_signal(stop)
    run.wait(30)
    before = [path for _, _, path in net.web.requests if path.startswith("/ok/")]
    for number in range(2):
        net.folder.edit(FLU, f"/hang/{number})", f"/ok/{100 + number})")
    net.folder.edit("practice.toml", "seconds = 20", "seconds = 2")
    check_sources(net.request())
    asked = [path for _, _, path in net.web.requests if path.startswith("/ok/")]
    again = [path for path in set(before) if asked.count(path) > 1]
    assert len(again) <= 3, "only what was under way is asked again"
    assert {work for work in net.works() if "/ok/" in work} >= {
        f"{net.web.base}/ok/{n}" for n in range(40)
    }


def _wait_until(is_so: Any) -> None:
    for _ in range(600):
        if is_so():
            return
        time.sleep(0.05)
    raise AssertionError("it did not come to that within 30 seconds")
