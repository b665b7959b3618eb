"""How what leads nowhere is told: once, with its pages, and where a writer mends it."""

from __future__ import annotations

from pathlib import Path

from plugins.pelican_bridge.site_check import check_site
from plugins.practice.posts import Document
from plugins.practice.problems import Problem
from tests.conftest import Build, Folder
from tests.pelican_bridge.test_site_check import FILES, PRACTICE, write

FLU = "articles/flu.md"


def problems(root: Path, files: dict[str, str]) -> list[Problem]:
    return check_site(write(root, {**FILES, **files}), PRACTICE)


def problem(root: Path, files: dict[str, str]) -> Problem:
    (only,) = problems(root, files)
    return only


def test_a_problem_says_the_page_the_line_the_address_why_and_what_to_do(tmp_path: Path) -> None:
    told = problem(tmp_path, {"a/index.html": '<p>\n</p>\n<p><a href="/nothing/">x</a>'})
    assert (told.file, told.line) == ("output/a/index.html", 3)
    assert told.what == 'the page links to "/nothing/", which is not on the site'
    assert told.why == "readers get lost"
    assert "mend the address" in told.fix


def test_the_same_address_on_a_hundred_pages_is_told_once(tmp_path: Path) -> None:
    menu = '<a href="/nothing/">x</a> <a href="/nothing/">again</a>'
    told = problem(tmp_path, {f"p/{n:03}.html": menu for n in range(100)})
    assert told.file == "output/p/000.html"
    assert "; the same in 99 other files: output/p/001.html, output/p/002.html" in told.what


def test_two_addresses_are_two_problems(tmp_path: Path) -> None:
    pages = {"a.html": '<a href="/one/">x</a>', "b.html": '<a href="/two/">x</a>'}
    assert len(problems(tmp_path, pages)) == 2


def test_a_feed_that_repeats_a_page_is_told_with_it(tmp_path: Path) -> None:
    feed = "<rss><channel><link>https://www.example.org/nothing/</link></channel></rss>"
    told = problem(tmp_path, {"a.xml": feed, "b.html": '<a href="/nothing/">x</a>'})
    assert told.file == "output/b.html"
    assert told.what.endswith("; the same in 1 other file: output/a.xml")


def test_other_capitals_are_told_with_the_name_as_it_is(tmp_path: Path) -> None:
    told = problem(tmp_path, {"a.html": '<img src="/Images/Hands.JPG">'})
    assert '"images/hands.jpg"' in told.fix
    assert told.why == "a part of the page is missing"


def test_a_missing_place_is_told_with_the_page_that_lacks_it(tmp_path: Path) -> None:
    told = problem(tmp_path, {"a.html": '<a href="/about.html#nowhere">x</a>'})
    assert told.fix.endswith("on about.html")


def test_a_monstrous_address_is_told_in_short_and_without_what_no_terminal_shows(
    tmp_path: Path,
) -> None:
    told = problem(tmp_path, {"a.html": f'<a href="/\x1b[31m{"x" * 10_000}">x</a>'})
    assert len(told.what) < 300
    assert told.what.isprintable()


def test_what_a_writer_wrote_is_told_in_the_file_in_which_it_is_mended(
    folder: Folder, build: Build
) -> None:
    folder.edit(FLU, "flu-shot.md)", "flu-shot.md#nowhere)")
    (told,) = (p for p in build(folder.path).result.problems if p.rule == "broken-link")
    lines = (folder.path / FLU).read_text(encoding="utf-8").split("\n")
    assert told.file == FLU
    assert "#nowhere" in lines[told.line - 1]


def test_words_that_only_look_like_the_address_are_not_taken_for_it(tmp_path: Path) -> None:
    text = "An x is a letter.\n\nIt has [two strokes](x)."
    post = Document(file="a.md", title="A", slug="a", lang="en", text=text, text_line=5)
    root = write(tmp_path, {"a/index.html": '<a href="x">two strokes</a>'})
    (told,) = check_site(root, PRACTICE, {"a/index.html": post})
    assert (told.file, told.line) == ("a.md", 7)


def test_an_address_that_no_text_holds_is_told_on_its_page(tmp_path: Path) -> None:
    post = Document(file="a.md", title="A", slug="a", lang="en", text="Nothing of it.")
    root = write(tmp_path, {"a/index.html": '<a href="/nothing/">x</a>'})
    (told,) = check_site(root, PRACTICE, {"a/index.html": post})
    assert told.file == "output/a/index.html"
