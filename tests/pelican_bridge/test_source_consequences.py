"""A source that falls takes its posts off the site: a short page, no feed, the kit is told."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from io import StringIO
from typing import Any

import pytest
from rich.console import Console

from plugins.cited_sources.checking.outage import Outage
from plugins.cited_sources.reports.report import Report
from plugins.pelican_bridge.source_report import tell_report
from plugins.practice.source_check_files import checks_text
from plugins.practice.source_checks import CheckedWork, Finding, Verdict
from tests.cited_sources.finding_samples import checked, finding, link, report, source, work
from tests.conftest import Build, Built, Folder

FLU, SHOT = "articles/flu.md", "questions/flu-shot.md"
ONE, TWO = "https://one.example/work", "doi:10.1000/two(2024)1"
SHORT_PAGE = "This page is not here for the moment"
PUBLIC = """\
[posts.{uid}]
kind = "article"
lang = "{lang}"
file = "{file}"
title = "{title}"
date = 2026-11-02T09:00:00-05:00
url = "{url}"
since = 2026-11-02
"""
HANDED_OVER = """\
[[rows]]
uid = "{uid}"
network = "facebook"
scheduler = "buffer"
week = "2026-W48"
file = "buffer/2026-W48-facebook.csv"
at = 2026-11-25T12:15:00-05:00
on = 2026-11-20
title = "{title}"
url = "{url}"
text = "What to do about the flu"
"""
ACCEPTED = """\
[[accepted]]
work = "{work}"
finding = "retracted"
reason = "Replaced under the same DOI; we read the new one."
by = "ada"
until = 2027-01-31
"""


def _finding(verdict: Verdict = Verdict.RETRACTED, days: int = 2) -> Finding:
    return Finding(
        verdict=verdict,
        about="doi",
        what="retracted on 2026-11-02",
        by=("Crossref", "PubMed"),
        since=date(2026, 11, 14),
        last=date(2026, 11, 20),
        days=days,
    )


def _checked(work: str, *findings: Finding, ok: int = 20) -> CheckedWork:
    return CheckedWork(
        id=work,
        first_seen=date(2026, 11, 1),
        asked=datetime(2026, 11, ok, 6, tzinfo=UTC),
        last_ok=date(2026, 11, ok),
        findings=findings,
        answered=("Crossref", "PubMed"),
    )


def _know(folder: Folder, *works: CheckedWork) -> None:
    folder.write("ledger/sources.json", checks_text({work.id: work for work in works}))


def _once_public(folder: Folder) -> None:
    """The posts as `deploy` remembers them, and a row that Buffer was given of the first."""
    content, _ = folder.read()
    assert content is not None
    site = content.practice.site_url
    rows = ""
    for post in content.posts:
        prefix = "" if post.lang == content.practice.lang else f"{post.lang}/"
        values = {name: getattr(post, name) for name in ("uid", "lang", "file", "title")}
        values["url"] = f"{site}/{prefix}{post.folder}/{post.slug}/"
        rows += PUBLIC.format(**values)
        if post.file == FLU:
            folder.write("ledger/shared.toml", HANDED_OVER.format(**values))
    folder.write("ledger/uids.toml", rows)


def _listings(built: Built) -> str:
    files = ("index.html", "articles/index.html", "sitemap.xml", "feeds/all.xml", "feeds/feed.json")
    return "".join(built.page(file) for file in files if (built.output / file).exists())


def _downs(built: Built) -> dict[str, Any]:
    rows = json.loads((built.kit / "withdrawn.json").read_text(encoding="utf-8"))
    return {row["title"]: row for row in rows}


@pytest.fixture
def fallen(folder: Folder) -> Folder:
    """A practice whose article was public before one of its sources was retracted."""
    _once_public(folder)
    _know(folder, _checked(ONE), _checked(TWO, _finding()))
    return folder


def test_a_post_whose_source_was_retracted_keeps_only_a_short_page(
    fallen: Folder, build: Build
) -> None:
    built = build(fallen.path)
    assert SHORT_PAGE in built.page("articles/flu/index.html")
    assert "noindex" in built.page("articles/flu/index.html")
    assert "/articles/flu/" not in _listings(built)
    assert not (built.output / "share/flu").exists()
    assert "/questions/flu-shot/" in _listings(built)


def test_its_translation_goes_with_it(fallen: Folder, build: Build) -> None:
    built = build(fallen.path)
    assert SHORT_PAGE in built.page("es/articles/flu/index.html")
    assert not (built.output / "es/articles/index.html").exists()


def test_the_kit_says_why_where_the_copies_are_and_what_to_tell_readers(
    fallen: Folder, build: Build
) -> None:
    built = build(fallen.path)
    down = _downs(built)["What to do about the flu"]
    assert "a source" in down["reason"]
    (source,) = down["sources"]
    assert (source["name"], source["title"], source["by"]) == (
        "two",
        "Another work",
        "Crossref and PubMed",
    )
    assert [copy["network"] for copy in down["copies"]] == ["facebook"]
    assert "What to do about the flu" in down["correction"]["short"]
    page = (built.kit / "index.html").read_text(encoding="utf-8")
    assert "was retracted on 2026-11-02" in page
    assert "Copy correction" in page


def test_a_post_that_no_tool_was_given_but_that_was_online_is_told_in_its_language(
    fallen: Folder, build: Build
) -> None:
    downs = _downs(build(fallen.path)).values()
    (spanish,) = (down for down in downs if down["url"].split("/")[3] == "es")
    assert spanish["copies"] == []
    assert spanish["correction"]["short"].startswith("Corrección")


def test_the_message_names_the_line_that_cites_the_work(fallen: Folder, build: Build) -> None:
    problems = build(fallen.path).result.problems
    (problem,) = (p for p in problems if p.file == FLU and p.rule == "source-retracted")
    lines = (fallen.path / FLU).read_text(encoding="utf-8").split("\n")
    assert problem.blocks
    assert "[@two]" in lines[problem.line - 1]


def test_a_post_whose_source_was_seen_retracted_once_stays(folder: Folder, build: Build) -> None:
    _once_public(folder)
    _know(folder, _checked(TWO, _finding(days=1)))
    built = build(folder.path)
    assert "/articles/flu/" in _listings(built)
    assert "Reported as retracted" in built.page("articles/flu/index.html")


def test_a_retraction_that_a_person_accepts_leaves_the_post_and_tells_readers(
    fallen: Folder, build: Build
) -> None:
    fallen.write("ledger/accepted.toml", ACCEPTED.format(work="two"))
    built = build(fallen.path)
    page = built.page("articles/flu/index.html")
    assert "Reported as retracted" in page
    assert "Sources checked on" not in page
    (problem,) = (
        p for p in built.result.problems if p.file == FLU and p.rule == "source-retracted"
    )
    assert not problem.blocks
    assert "ada accepts it until 2027-01-31" in problem.what


def test_with_damaged_checks_the_last_good_site_stays(fallen: Folder, build: Build) -> None:
    assert "/articles/flu/" not in _listings(build(fallen.path))
    fallen.write("ledger/sources.json", '{"works": {"doi:10.1000/two')
    built = build(fallen.path)
    assert built.result.plan is None
    assert "damaged-ledger" in {p.rule for p in built.result.problems}
    assert "/articles/flu/" not in _listings(built), "a retracted source must not come back"


def test_a_page_says_when_its_sources_were_checked_only_when_all_were(
    folder: Folder, build: Build
) -> None:
    _know(folder, _checked(ONE, ok=18), _checked(TWO, ok=20))
    page = build(folder.path).page("articles/flu/index.html")
    assert "Sources checked on November 18, 2026" in page
    assert "Checked on November 20, 2026" in page
    _know(folder, _checked(TWO))
    page = build(folder.path, to="-later").page("articles/flu/index.html")
    assert "Sources checked on" not in page
    assert "Not yet checked" in page


def test_a_draft_is_only_warned(fallen: Folder, build: Build) -> None:
    fallen.edit(FLU, "authors: [ada]", "authors: [ada]\ndraft: true")
    problems = build(fallen.path).result.problems
    told = [p for p in problems if p.file == FLU and p.rule == "source-retracted"]
    assert [p.severity.value for p in told] == ["warn"]


def test_a_mended_source_brings_the_post_back(fallen: Folder, build: Build) -> None:
    fallen.edit("sources.toml", "two(2024)1", "three(2026)1")
    assert "/articles/flu/" in _listings(build(fallen.path))


def test_each_language_has_the_page_that_the_robot_names(folder: Folder, build: Build) -> None:
    built = build(folder.path)
    for path, words in (("", "About our source checker"), ("es/", "verificador de fuentes")):
        page = built.page(f"{path}sources-bot/index.html")
        assert words in page
        assert "/sources-bot)" in page
        assert 'name="robots" content="noindex"' in page
    others = [p for p in built.output.rglob("*.html") if "sources-bot" not in p.parts]
    assert not any("sources-bot" in page.read_text(encoding="utf-8") for page in others)
    assert "sources-bot" not in built.page("sitemap.xml")


def test_a_page_of_the_practices_own_at_that_address_wins(folder: Folder, build: Build) -> None:
    folder.write("pages/sources-bot.md", "---\ntitle: Our own words\n---\nWe check sources.\n")
    page = build(folder.path).page("sources-bot/index.html")
    assert "Our own words" in page


def test_a_retraction_holds_for_two_months_after_it_was_last_seen(
    fallen: Folder, build: Build
) -> None:
    assert "/articles/flu/" not in _listings(build(fallen.path, today=date(2027, 1, 19)))
    late = build(fallen.path, to="-late", today=date(2027, 1, 20))
    assert "/articles/flu/" in _listings(late)


def test_two_builds_of_the_same_checks_are_the_same(fallen: Folder, build: Build) -> None:
    one, two = build(fallen.path, to="-1"), build(fallen.path, to="-2")
    for folder_of in ("output", "kit"):
        first, second = getattr(one, folder_of), getattr(two, folder_of)
        names = sorted(p.relative_to(first) for p in first.rglob("*") if p.is_file())
        assert all((first / n).read_bytes() == (second / n).read_bytes() for n in names)


def test_more_than_one_finding_is_told_and_the_gravest_makes_the_correction(
    fallen: Folder, build: Build
) -> None:
    gone = replace(_finding(Verdict.BROKEN), what="HTTP 404", by=("web",), about="url")
    _know(fallen, _checked(ONE, gone), _checked(TWO, _finding()))
    down = _downs(build(fallen.path))["What to do about the flu"]
    assert {source["verdict"] for source in down["sources"]} == {"retracted", "broken"}
    assert "has been retracted" in down["correction"]["short"]


def test_the_terminal_tells_the_worst_first_and_says_when_there_is_nothing_to_do() -> None:
    one = work("one", source=source("one", title="[bold]A[/bold] \x1b[2Jtitle"))
    bad = finding(Verdict.RETRACTED, what="[red]taken[/red] back \x1b]0;x\x07")
    moved = link()
    pairs = [(moved, checked(moved, finding(Verdict.MOVED))), (one, checked(one, bad))]
    shown = _told(report(pairs, silent=["Crossref"]))
    assert shown.index("was retracted") < shown.index("has another address now")
    assert "[red]taken[/red] back" in shown
    assert "\x1b" not in shown
    assert "There was no answer from Crossref." in shown
    assert "Nothing to do." not in shown
    assert "Nothing to do." in _told(report([(moved, checked(moved))]))


def test_in_an_outage_the_terminal_says_that_nobody_answered() -> None:
    new = link("https://new.example/")
    shown = _told(report([(new, None)], asked=[new.id], outage=Outage(web=True)))
    assert "Nothing to do." not in shown
    assert "not-asked" not in shown
    assert " ".join(shown.split()).find("no answer so far 1") > 0
    assert "asked in this run" in shown


def _told(told: Report) -> str:
    console = Console(file=StringIO(), width=100, force_terminal=False)
    tell_report(console, told)
    file = console.file
    assert isinstance(file, StringIO)
    return file.getvalue()
