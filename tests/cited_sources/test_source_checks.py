"""Citations that lead nowhere, entries that cannot be right, and too few sources are told."""

from __future__ import annotations

from plugins.cited_sources.checks import check_ledger, check_sources
from plugins.practice.problems import Problem
from tests.conftest import TODAY, Folder

FLU = "articles/flu.md"


def told(folder: Folder, file: str = FLU) -> list[Problem]:
    content, problems = folder.read()
    assert content is not None
    post = next(post for post in content.posts if post.file == file)
    return [p for p in problems if p.file == file] + check_sources(post, content.sources, TODAY)


def line_of(folder: Folder, words: str) -> int:
    lines = (folder.path / FLU).read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if words in line)


def test_a_citation_of_an_unknown_work_is_told_with_its_line(folder: Folder) -> None:
    folder.edit(FLU, "at home.[@one]", "at home.[@one][@onne]")
    (problem,) = told(folder)
    assert (problem.rule, problem.line) == ("unknown-source", line_of(folder, "[@onne]"))
    assert 'did you mean "one"' in problem.fix


def test_a_citation_by_doi_finds_the_work(folder: Folder) -> None:
    folder.edit(FLU, "dangerous.[@two]", "dangerous.[@doi:10.1000/TWO(2024)1]")
    assert told(folder) == []


def test_a_source_that_no_sentence_cites_is_a_warning(folder: Folder) -> None:
    folder.edit(FLU, "dangerous.[@two]", "dangerous.")
    assert [p.rule for p in told(folder)] == ["source-never-cited"]


def test_an_article_needs_two_sources_of_two_publishers(folder: Folder) -> None:
    folder.edit("sources.toml", "Publisher Two", "Publisher One")
    (problem,) = told(folder)
    assert problem.rule == "too-few-sources"
    assert "1 publishers" in problem.what


def test_a_question_needs_one_source(folder: Folder) -> None:
    file = "questions/flu-shot.md"
    folder.edit(file, "sources: [one]", "sources: []")
    folder.edit(file, "[@one]", "")
    assert [p.rule for p in told(folder, file)] == ["too-few-sources"]


def test_a_post_that_cites_an_entry_which_cannot_be_right_is_held_with_it(folder: Folder) -> None:
    folder.edit("sources.toml", 'doi = "10.1000/two(2024)1"', 'doi = "10.1000/two."')
    content, _ = folder.read()
    assert content is not None
    assert [p.line for p in check_ledger(content.sources, TODAY)] == [8]
    (problem,) = told(folder)
    assert "sources.toml, line 8" in problem.fix


def test_an_address_without_a_day_on_which_it_was_read_is_told(folder: Folder) -> None:
    folder.edit("sources.toml", "accessed = 2026-11-01\n", "")
    content, _ = folder.read()
    assert content is not None
    assert ["accessed" in p.what for p in check_ledger(content.sources, TODAY)] == [True]


def test_a_day_in_the_future_on_which_a_work_was_read_is_told(folder: Folder) -> None:
    folder.edit("sources.toml", "accessed = 2026-11-01", "accessed = 2027-11-01")
    content, _ = folder.read()
    assert content is not None
    assert ["later than today" in p.what for p in check_ledger(content.sources, TODAY)] == [True]


def test_a_malformed_address_in_the_text_is_told_with_its_line(folder: Folder) -> None:
    folder.edit(FLU, "It is rarely", "See <https://nowhere>. It is rarely")
    (problem,) = told(folder)
    assert (problem.rule, problem.line) == ("malformed-identifier", line_of(folder, "nowhere"))
