"""Citations that lead nowhere, entries that cannot be right, and too few sources are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.cited_sources.checks import check_ledger, check_sources, check_text
from plugins.practice.problems import Problem, Severity
from plugins.practice.reading import read_content
from tests.conftest import TODAY, Folder

FLU = "articles/flu.md"


def told(folder: Folder, file: str = FLU) -> list[Problem]:
    content, problems = folder.read()
    assert content is not None
    post = next(post for post in content.posts if post.file == file)
    found = check_sources(post, content.sources, TODAY, practice=content.practice)
    return [p for p in problems if p.file == file] + found


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


def test_a_citation_by_an_unknown_doi_says_how_to_look_it_up(folder: Folder) -> None:
    folder.edit(FLU, "at home.[@one]", "at home.[@one; @doi:10.1000/new]")
    (problem,) = told(folder)
    assert problem.fix == "type: python3 tasks.py cite 10.1000/new"


def test_a_doi_with_brackets_is_quoted_for_the_shell(folder: Folder) -> None:
    folder.edit(FLU, "at home.[@one]", "at home.[@one][@doi:10.1000/x(2024)1;2-2]")
    (problem,) = told(folder)
    assert problem.fix == 'type: python3 tasks.py cite "10.1000/x(2024)1;2-2"'


def test_a_citation_by_a_mistyped_number_says_what_is_wrong_with_it(folder: Folder) -> None:
    folder.edit(FLU, "at home.[@one]", "at home.[@one][@isbn:9780306406158]")
    problem, malformed = told(folder)
    assert (problem.rule, malformed.rule) == ("unknown-source", "malformed-identifier")
    assert "check digit" in problem.fix


def test_a_citation_in_code_is_none(folder: Folder) -> None:
    folder.edit(FLU, "at home.[@one]", "at home.[@one] Write `[@key]` for it.")
    assert told(folder) == []


def test_what_only_looks_like_a_citation_is_a_warning(folder: Folder) -> None:
    folder.edit(FLU, "at home.[@one]", "at home.[@one] It is rare.[@one, p. 3]")
    (problem,) = told(folder)
    assert (problem.rule, problem.severity) == ("unread-citation", Severity.WARN)
    assert problem.line == line_of(folder, "p. 3")


def test_a_name_of_a_network_in_brackets_is_no_citation(folder: Folder) -> None:
    folder.edit(FLU, "at home.[@one]", "at home.[@one] [Find us: @smallpractice]")
    assert told(folder) == []
    folder.edit(FLU, "[Find us: @smallpractice]", "[see @one]")
    assert [p.rule for p in told(folder)] == ["unread-citation"]


@pytest.mark.parametrize(
    ("written", "told_of"),
    [
        ("<https://user:password@one.example/x>", "user name"),
        ("[a](https://one.example/a b)", "no spaces"),
        ("[a](<https://one.example/a b>)", "no spaces"),
        ("[a](https://doi.org/10.1000/two.)", "ends with punctuation"),
        ("ISBN 978-0-306-40615-8", "check digit"),
        ("PMID: 0123", "1 to 8 digits"),
        ("https://one.example/" + "x" * 10_000, "over 2,000 characters"),
        ("doi:10.1000/" + "x" * 10_000, "over 500 characters"),
    ],
)
def test_bad_input_in_a_text_is_told_in_one_problem(
    folder: Folder, written: str, told_of: str
) -> None:
    folder.edit(FLU, "It is rarely", f"See {written} now. It is rarely")
    (problem,) = told(folder)
    assert (problem.rule, problem.severity) == ("malformed-identifier", Severity.BLOCK)
    assert told_of in problem.what
    assert "password" not in problem.what + problem.fix
    assert len(problem.what + problem.fix) < 400


def test_what_stands_in_a_comment_is_told_nothing(folder: Folder) -> None:
    folder.edit(FLU, "It is rarely", "<!-- see <https://nowhere> [@three] -->It is rarely")
    assert told(folder) == []


def test_a_link_to_a_denied_domain_blocks_with_its_line(folder: Folder) -> None:
    folder.edit(FLU, "It is rarely", "[Sealed](https://www.hon.ch/HONcode/x). It is rarely")
    (problem,) = told(folder)
    assert (problem.rule, problem.severity) == ("denied-domain", Severity.BLOCK)
    assert problem.line == line_of(folder, "hon.ch")


def test_a_page_is_judged_like_a_post(folder: Folder) -> None:
    file = folder.path / "pages/about.md"
    folder.write("pages/about.md", file.read_text(encoding="utf-8") + "\nSo it is.[@three]\n")
    content, _ = folder.read()
    assert content is not None
    (page,) = content.pages
    assert [p.rule for p in check_text(page, content.sources)] == ["unknown-source"]


def test_works_that_no_text_cites_are_one_note(folder: Folder) -> None:
    content, _ = folder.read()
    assert content is not None
    documents = [*content.posts, *content.pages, *content.people.values()]
    assert check_ledger(content.sources, TODAY, documents=documents) == []
    questions = [post for post in documents if post.file.startswith("questions/")]
    (problem,) = check_ledger(content.sources, TODAY, documents=questions)
    assert (problem.rule, problem.severity) == ("source-not-used", Severity.NOTE)
    assert "[two]" in problem.what
    (problem,) = check_ledger(content.sources, TODAY, documents=[])
    assert problem.what == "[one] no text cites it, nor two"


def test_the_demonstration_practice_passes_every_rule() -> None:
    content, _ = read_content(Path(__file__).parents[2] / "content")
    assert content is not None
    day = content.practice.demonstration_today
    assert day is not None
    documents = [*content.posts, *content.pages, *content.people.values()]
    own = {"practice": content.practice}
    problems = check_ledger(content.sources, day, documents=documents, **own)
    for post in content.posts:
        problems += check_sources(post, content.sources, day, **own)
    assert problems == []
