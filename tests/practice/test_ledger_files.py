"""A ledger is believed whole or not at all; what damages it is told with its line."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.practice.ledger_files import PUBLIC_FILE, SHARED_FILE
from plugins.practice.ledger_writing import with_public, with_rows
from plugins.practice.ledgers import Ledgers
from tests.practice.ledger_samples import (
    MANY_POSTS,
    MANY_ROWS,
    public_post,
    read,
    read_anything,
    row,
)

ROWS = [row(1), row(2), row(3)]
SHARED = with_rows("", ROWS)
POSTS = [public_post(1), public_post(2)]
PUBLIC = with_public("", POSTS)


def line_of(text: str, found: str, start: int = 0) -> int:
    return text[: text.index(found, start)].count("\n") + 1


def test_a_practice_that_never_shared_has_empty_ledgers(tmp_path: Path) -> None:
    assert read(tmp_path) == Ledgers()
    assert read(tmp_path, shared="# nothing yet\n", public="# nothing yet\n") == Ledgers()


def test_times_are_told_in_the_zone_of_the_plan(tmp_path: Path) -> None:
    rows = read(tmp_path, shared=SHARED.replace("12:15:00-05:00", "17:15:00Z")).handed_over
    assert [f"{row.at:%H:%M %Z}" for row in rows or ()] == ["12:15 EST"] * 3


SHARED_MISTAKES = {
    "a field that nobody knows": ("turn = 0", "turms = 0", "turms"),
    "a uid that is none": ('uid = "u000000002"', 'uid = "2"', 'uid = "2"'),
    "a uid without quotes": ('uid = "u000000002"', "uid = 2", "uid = 2\n"),
    "a text that is a number": ('scheduler = "buffer"', "scheduler = 7", "scheduler = 7"),
    "a time that is a text": ("at = 2026-11-25T12:15:00-05:00", 'at = "noon"', 'at = "noon"'),
    "a time outside all calendars": (
        "at = 2026-11-25T12:15:00-05:00", "at = 0001-01-01T00:00:00+14:00", "at = 0001",
    ),
    "a day that is a time": ("on = 2026-11-21", "on = 2026-11-21T09:00:00", "on = 2026-11-21T"),
    "a turn below the first": ("turn = 0", "turn = -1", "turn = -1"),
    "a turn that is true": ("turn = 0", "turn = true", "turn = true"),
    "a week that is none": ('week = "2026-W48"', 'week = "2026-W60"', 'week = "2026-W60"'),
    "a file outside the kit": (
        'file = "buffer/2026-W48-facebook.csv"', 'file = "../output/index.html"', "../output",
    ),
    "a control character": ('lang = "en"', 'lang = "e\\u0000n"', "\\u0000"),
    "no network": ('network = "facebook"\n', "", "[[rows]]"),
    "a cut quotation mark": ('"buffer"', '"buffer', '"buffer\n'),
    "a number of thousands of digits": ("turn = 0", f"turn = 0x{'f' * 5000}", None),
    "rows in one line": (SHARED, "\nrows = []\n", "rows = []"),
    "a table in place of rows": (SHARED, "[rows]\na = 1\n", "[rows]"),
    "another table": ("[[rows]]", "[[row]]", "[[row]]"),
    "a mark of a merge": ("[[rows]]", "<<<<<<< HEAD\n[[rows]]", "<<<<<<<"),
    "a mark of a merge in a text": ("Two numbers.\n", "Two numbers.\n>>>>>>> b\n", ">>>>>>>"),
}  # fmt: skip


@pytest.mark.parametrize("name", SHARED_MISTAKES)
def test_a_damaged_ledger_of_rows_is_told_with_its_line_and_not_believed(
    name: str, tmp_path: Path
) -> None:
    old, new, at = SHARED_MISTAKES[name]
    # Not the first row: a line that was guessed would be right by chance.
    start = 0 if old == SHARED else SHARED.index('\n[[rows]]\nuid = "u000000002')
    text = SHARED[:start] + SHARED[start:].replace(old, new, 1)
    ledgers, problems = read_anything(tmp_path, shared=text)
    assert ledgers.handed_over is None
    assert {problem.rule for problem in problems} == {"damaged-ledger"}
    assert {problem.file for problem in problems} == {SHARED_FILE}
    if at is not None:
        assert line_of(text, at, start) in {problem.line for problem in problems}


PUBLIC_MISTAKES = {
    "a uid that is none": ("[posts.u000000002]", "[posts.salt]", "[posts.salt]"),
    "a day that is a text": ("since = 2026-11-03", 'since = "yesterday"', 'since = "y'),
    "a kind that is none": ('kind = "question"', 'kind = "rumour"', "rumour"),
    "an address that is none": ('url = "https://www.example.org', 'url = "www', 'url = "www'),
    "a uid twice": ("[posts.u000000002]", "[posts.u000000001]", None),
    "no title": ('title = "How much salt?"\n', "", "[posts.u000000001]"),
    "posts in one line": (PUBLIC, "posts = {}", "posts = {}"),
    "a number of thousands of digits": (PUBLIC, f"[posts]\nu000000001 = 0x{'f' * 5000}", None),
    "a list in place of posts": (PUBLIC, "[[posts]]\na = 1\n", "[[posts]]"),
}


@pytest.mark.parametrize("name", PUBLIC_MISTAKES)
def test_a_damaged_ledger_of_posts_is_told_with_its_line_and_not_believed(
    name: str, tmp_path: Path
) -> None:
    old, new, at = PUBLIC_MISTAKES[name]
    text = PUBLIC.replace(old, new, 1)
    ledgers, problems = read_anything(tmp_path, public=text)
    assert ledgers.public is None
    assert {problem.rule for problem in problems} == {"damaged-ledger"}
    assert {problem.file for problem in problems} == {PUBLIC_FILE}
    if at is not None:
        assert line_of(text, at) in {problem.line for problem in problems}


def test_what_was_handed_over_twice_is_told_with_both_lines(tmp_path: Path) -> None:
    text = with_rows(SHARED, [row(2, scheduler="publer", file="publer/2026-W48.csv")])
    ledgers, [problem] = read_anything(tmp_path, shared=text)
    assert ledgers.handed_over is None
    lines = [n for n, line in enumerate(text.split("\n"), 1) if line == "[[rows]]"]
    headings = [n for n in lines if text.split("\n")[n].startswith("uid")]
    assert problem.line == headings[3]
    assert f"on line {headings[1]} " in problem.what
    assert "publer" in problem.fix


def test_the_same_post_again_later_or_elsewhere_is_no_repetition(tmp_path: Path) -> None:
    rows = [row(1), row(1, turn=1), row(1, network="x")]
    assert read(tmp_path, shared=with_rows("", rows)).handed_over == tuple(rows)


def test_one_damaged_ledger_leaves_the_other(tmp_path: Path) -> None:
    ledgers, _ = read_anything(tmp_path, shared="rows = 1", public=PUBLIC)
    assert ledgers.handed_over is None
    assert list((ledgers.public or {}).values()) == POSTS


def test_a_ledger_that_is_no_text_is_told(tmp_path: Path) -> None:
    ledgers, problems = read_anything(tmp_path, shared=b"\xff\xfe[[rows]]", public=b"\x00")
    assert ledgers.handed_over is None
    assert ledgers.public is None
    assert [problem.rule for problem in problems] == ["damaged-ledger"] * 2


def test_a_ledger_of_years_is_longer_than_any_content_file_and_is_read(tmp_path: Path) -> None:
    rows = [row(number, text="word " * 1000) for number in range(120)]
    text = with_rows("", rows)
    assert len(text) > 500_000
    assert read(tmp_path, shared=text).handed_over == tuple(rows)


def test_a_ledger_saved_on_windows_is_read_alike(tmp_path: Path) -> None:
    text = b"\xef\xbb\xbf" + SHARED.replace("\n", "\r\n").encode()
    ledgers, problems = read_anything(tmp_path, shared=text)
    assert ledgers.handed_over == tuple(ROWS)
    assert not any(problem.blocks for problem in problems)


@given(MANY_ROWS, st.floats(0, 1))
def test_of_a_ledger_that_was_cut_off_only_whole_rows_are_believed(
    rows: list[object], part: float
) -> None:
    text = with_rows("", rows).encode()  # type: ignore[arg-type]  # MANY_ROWS are rows
    with tempfile.TemporaryDirectory() as folder:
        ledgers, problems = read_anything(Path(folder), shared=text[: int(len(text) * part)])
    if ledgers.handed_over is None:
        assert all(problem.file == SHARED_FILE and problem.line >= 1 for problem in problems)
    else:
        assert list(ledgers.handed_over) == rows[: len(ledgers.handed_over)]


@given(MANY_POSTS, st.floats(0, 1))
def test_of_known_posts_that_were_cut_off_only_whole_ones_are_believed(
    posts: list[object], part: float
) -> None:
    text = with_public("", posts).encode()  # type: ignore[arg-type]  # MANY_POSTS are posts
    with tempfile.TemporaryDirectory() as folder:
        ledgers, problems = read_anything(Path(folder), public=text[: int(len(text) * part)])
    if ledgers.public is None:
        assert all(problem.file == PUBLIC_FILE and problem.line >= 1 for problem in problems)
    else:
        assert list(ledgers.public.values()) == posts[: len(ledgers.public)]


@given(st.integers(0, len(SHARED)), st.integers(0, 60), st.text(max_size=30))
def test_whatever_a_hand_does_to_a_ledger_is_told_or_read_but_never_fails(
    start: int, length: int, typed: str
) -> None:
    text = (SHARED[:start] + typed + SHARED[start + length :]).encode(errors="replace")
    with tempfile.TemporaryDirectory() as folder:
        ledgers, problems = read_anything(Path(folder), shared=text)
    assert (ledgers.handed_over is None) == any(problem.blocks for problem in problems)
