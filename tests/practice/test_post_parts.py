"""Numbers, myths, quotes and key facts: what a writer can get wrong, and what is said then."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.practice.count_fields import count_of
from plugins.practice.fields import UnfitError, text
from plugins.practice.posts import Article, Notice
from plugins.practice.problems import Problem, Severity
from tests.conftest import Folder

FLU = "articles/flu.md"
RISK = 'risk: {what: "Getting the flu", before: "11 of 100", after: "5 of 100"}'
MYTH = "myth: {claim: The shot gives the flu, fact: It cannot}"
QUOTE = "quote: {text: I get mine every fall, by: ada}"
FACT = "key_fact: A shot each fall protects most people"


def with_fields(folder: Folder, *lines: str) -> list[Problem]:
    folder.edit(FLU, "disclosures: none", "\n".join(["disclosures: none", *lines]))
    return folder.problems(FLU)


def article(folder: Folder) -> Article:
    content, _ = folder.read()
    assert content is not None
    post = next(post for post in content.posts if post.file == FLU)
    assert isinstance(post, Article)
    return post


@pytest.mark.parametrize(
    ("found", "count"),
    [
        ("2 of 100", (2, 100)),
        ("2 in 100", (2, 100)),
        ("2 out of 100", (2, 100)),
        ("2 de cada 100", (2, 100)),
        ("3 of 1,000", (3, 1000)),
        ("1 of 1,000,000", (1, 1_000_000)),
        ("0 of 10", (0, 10)),
        ("10 of 10", (10, 10)),
    ],
)
def test_a_count_is_read_as_people_write_it(found: str, count: tuple[int, int]) -> None:
    assert count_of(found) == count


@pytest.mark.parametrize(
    ("found", "fix"),
    [
        ("2%", '"2 of 100"'),
        ("2 percent", '"2 of 100"'),
        ("0.5%", '"5 of 1000"'),
        ("100%", '"100 of 100"'),
        ("0.02", '"2 of 100"'),
        (".0375", '"375 of 10000"'),
        ("250%", 'like "2 of 100"'),
        ("5 of 0", "the part first"),
        ("7 of 5", "the part first"),
        ("x of y", 'like "2 of 100"'),
        ("-1 of 100", 'like "2 of 100"'),
        ("2", 'like "2 of 100"'),
        ("1.5 of 100", 'like "2 of 100"'),
        ("1 of 2,000,000", "1,000,000"),
        ("1 of 1,00", 'like "2 of 100"'),
    ],
)
def test_a_number_that_is_no_count_holds_the_post_and_says_what_to_write(
    folder: Folder, found: str, fix: str
) -> None:
    line = f'risk: {{what: "Getting the flu", before: "{found}", after: "0 of 100"}}'
    (problem,) = with_fields(folder, line)
    assert (problem.rule, problem.severity) == ("unfit-field", Severity.BLOCK)
    assert problem.what.startswith(f'`risk.before`: found "{found}"')
    assert fix in problem.fix
    assert article(folder).risk is None


@given(st.one_of(st.text(max_size=20), st.from_regex(r"\d+ of \d+", fullmatch=True)))
def test_any_text_is_a_count_within_its_whole_or_is_refused(found: str) -> None:
    with suppress(UnfitError):
        part, whole = count_of(found)
        assert 0 <= part <= whole
        assert whole > 0


@pytest.mark.parametrize(
    ("before", "after", "fix"),
    [
        ("3 of 100", "5 of 1000", 'before "30 of 1000", after "5 of 1000"'),
        ("1 of 3", "1 of 4", 'before "4 of 12", after "3 of 12"'),
        ("1 of 999983", "1 of 999979", "of the same whole, like 100 or 1000"),
    ],
)
def test_counts_of_unlike_wholes_are_told_with_counts_that_compare(
    folder: Folder, before: str, after: str, fix: str
) -> None:
    lines = ("risk:", "  what: Getting the flu", f"  before: {before}", f"  after: {after}")
    (problem,) = with_fields(folder, *lines)
    assert (problem.rule, problem.severity) == ("unlike-wholes", Severity.BLOCK)
    text = (folder.path / FLU).read_text(encoding="utf-8").split("\n")
    assert text[problem.line - 1] == f"  after: {after}"
    assert fix in problem.fix


def test_labels_name_the_two_counts(folder: Folder) -> None:
    assert with_fields(folder, RISK.replace("}", ', labels: ["Without", "With"]}')) == []
    risk = article(folder).risk
    assert risk is not None
    assert risk.labels == ("Without", "With")


@pytest.mark.parametrize("labels", ["Without", '["One"]', '["a", "b", "c"]', '["Same", "Same"]'])
def test_labels_are_exactly_two_that_differ(folder: Folder, labels: str) -> None:
    (problem,) = with_fields(folder, RISK.replace("}", f", labels: {labels}}}"))
    assert "`risk.labels`" in problem.what
    assert "write two" in problem.fix


def test_a_myth_a_quote_and_a_fact_are_read(folder: Folder) -> None:
    assert with_fields(folder, MYTH, QUOTE, FACT) == []
    post = article(folder)
    assert post.myth is not None
    assert (post.myth.claim, post.myth.fact) == ("The shot gives the flu", "It cannot")
    assert post.quote is not None
    assert (post.quote.text, post.quote.by) == ("I get mine every fall", "ada")
    assert post.key_fact == "A shot each fall protects most people"


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("myth: {claim: The shot gives the flu}", "myth.fact"),
        ("myth: {fact: It cannot}", "myth.claim"),
        ("quote: {text: I get mine every fall}", "quote.by"),
        ("quote: {by: ada}", "quote.text"),
        ('risk: {before: "1 of 100", after: "2 of 100"}', "risk.what"),
    ],
)
def test_a_part_without_its_other_half_is_told(folder: Folder, line: str, missing: str) -> None:
    (problem,) = with_fields(folder, line)
    assert (problem.rule, problem.severity) == ("missing-field", Severity.BLOCK)
    assert f"`{missing}`" in problem.what


@pytest.mark.parametrize("name", ["myth", "quote", "risk"])
def test_a_part_that_is_no_table_is_told(folder: Folder, name: str) -> None:
    (problem,) = with_fields(folder, f"{name}: just some words")
    assert "not a table" in problem.what


def test_a_misspelt_field_of_a_part_warns_and_leaves_the_part(folder: Folder) -> None:
    (problem,) = with_fields(folder, MYTH.replace("}", ", facts: x}"))
    assert problem.severity is Severity.WARN
    assert 'did you mean "fact"' in problem.fix
    assert article(folder).myth is not None


def test_only_people_of_the_practice_are_quoted(folder: Folder) -> None:
    (problem,) = with_fields(folder, "quote:", "  text: I feel much better", "  by: aba")
    assert (problem.rule, problem.severity) == ("unknown-quote-by", Severity.BLOCK)
    assert "`quote.by`" in problem.what
    assert 'did you mean "ada"' in problem.fix
    text = (folder.path / FLU).read_text(encoding="utf-8").split("\n")
    assert text[problem.line - 1] == "  by: aba"


def test_a_name_is_no_id(folder: Folder) -> None:
    (problem,) = with_fields(folder, "quote: {text: I get mine every fall, by: Ada Able}")
    assert "`quote.by`" in problem.what


def test_somebody_who_left_may_still_be_quoted(folder: Folder) -> None:
    folder.edit("people/ada.md", "role:", "left: 2026-06-30\nrole:")
    assert with_fields(folder, QUOTE) == []


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        ((), "title"),
        ((FACT,), "fact"),
        ((FACT, QUOTE), "quote"),
        ((FACT, QUOTE, RISK), "number"),
        ((FACT, QUOTE, RISK, MYTH), "myth"),
        ((FACT, QUOTE, RISK, MYTH, "graphic: fact"), "fact"),
        ((MYTH, "graphic: title"), "title"),
    ],
)
def test_pictures_show_what_the_writer_wants_else_the_first_there_is(
    folder: Folder, lines: tuple[str, ...], shown: str
) -> None:
    assert with_fields(folder, *lines) == []
    assert article(folder).pictured == shown


@pytest.mark.parametrize(
    ("wanted", "needed"),
    [("number", "risk"), ("myth", "myth"), ("quote", "quote"), ("fact", "key_fact")],
)
def test_a_picture_of_what_is_not_in_the_post_is_told(
    folder: Folder, wanted: str, needed: str
) -> None:
    (problem,) = with_fields(folder, f"graphic: {wanted}")
    assert (problem.rule, problem.severity) == ("graphic-of-nothing", Severity.BLOCK)
    assert f"add `{needed}`" in problem.fix
    assert article(folder).pictured == "title"


def test_what_the_pictures_may_show_is_told_when_misspelt(folder: Folder) -> None:
    (problem,) = with_fields(folder, MYTH, "graphic: myths")
    assert 'did you mean "myth"' in problem.fix


def test_an_unfit_risk_is_told_once_though_the_pictures_want_it(folder: Folder) -> None:
    (problem,) = with_fields(folder, RISK.replace("11 of 100", "11%"), "graphic: number")
    assert "`risk.before`" in problem.what
    assert article(folder).pictured == "title"


@pytest.mark.parametrize("line", [MYTH, QUOTE, FACT, "graphic: title"])
def test_a_notice_has_none_of_them(folder: Folder, line: str) -> None:
    folder.edit("notices/closed.md", "type: hours", f"type: hours\n{line}")
    problem = folder.problem("notices/closed.md")
    assert (problem.rule, problem.severity) == ("unknown-field", Severity.WARN)
    content, _ = folder.read()
    assert content is not None
    notice = next(post for post in content.posts if isinstance(post, Notice))
    assert (notice.myth, notice.quote, notice.key_fact) == (None, None, "")


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u200b", "\t\u200d "])
def test_a_text_in_which_nothing_can_be_seen_is_none(blank: str) -> None:
    with pytest.raises(UnfitError):
        text(blank)
