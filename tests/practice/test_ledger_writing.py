"""What the commands write into content/ledger/ is what is read there again."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.practice.ledger_writing import with_public, with_rows, without_rows
from plugins.practice.ledgers import HandedOver, PublicPost
from tests.practice.ledger_samples import (
    LINES,
    MANY_POSTS,
    MANY_ROWS,
    ZONE,
    public_post,
    read,
    row,
)


def rows_in(text: str) -> list[HandedOver]:
    with tempfile.TemporaryDirectory() as folder:
        return list(read(Path(folder), shared=text).handed_over or ())


def posts_in(text: str) -> dict[str, PublicPost]:
    with tempfile.TemporaryDirectory() as folder:
        return dict(read(Path(folder), public=text).public or {})


@given(MANY_ROWS)
def test_rows_are_read_as_they_were_written_whatever_their_texts(rows: list[HandedOver]) -> None:
    assert rows_in(with_rows("", rows)) == rows


@given(MANY_ROWS, st.integers(0, 6))
def test_rows_come_after_those_that_are_there_which_stay_as_they_are(
    rows: list[HandedOver], first: int
) -> None:
    before = with_rows("# A note of ours\n", rows[:first])
    after = with_rows(before, rows[first:])
    assert after.startswith(before)
    assert rows_in(after) == rows


@given(MANY_ROWS, st.sets(st.integers(0, 5)))
def test_a_batch_that_is_taken_back_leaves_every_other_row(
    rows: list[HandedOver], taken: set[int]
) -> None:
    gone = [row for index, row in enumerate(rows) if index in taken]
    stay = [row for index, row in enumerate(rows) if index not in taken]
    notes = "# Ours\n"
    assert without_rows(with_rows(notes, rows), gone) == with_rows(notes, stay)


@given(MANY_POSTS)
def test_posts_are_read_as_they_were_written_whatever_their_titles(posts: list[PublicPost]) -> None:
    assert posts_in(with_public("", posts)) == {post.uid: post for post in posts}


@given(MANY_POSTS, LINES.filter(bool))
def test_a_known_post_is_told_as_it_is_now_and_keeps_its_first_days(
    posts: list[PublicPost], title: str
) -> None:
    url = "https://www.example.org/moved/"
    later = [
        replace(post, title=title, url=url, file="a/b.md", date=post.date + timedelta(days=1))
        for post in posts
    ]
    later = [replace(post, since=date(2201, 1, 1)) for post in later]
    text = with_public(with_public("", posts), later)
    expected = [replace(post, title=title, url=url, file="a/b.md") for post in posts]
    assert posts_in(text) == {post.uid: post for post in expected}


def test_a_new_ledger_says_what_it_is_who_writes_it_and_that_it_belongs_in_git() -> None:
    for text, command in (
        (with_rows("", [row()]), "`export`"),
        (with_public("", [public_post()]), "`deploy`"),
    ):
        head = text.partition("\n\n")[0]
        assert all(line.startswith("# ") for line in head.splitlines())
        assert command in head
        assert "git" in head


def test_a_text_with_line_breaks_stands_in_the_ledger_as_people_read_it() -> None:
    text = with_rows("", [row(text='One line.\n\nAnother, “quoted” "twice".')])
    assert '\ntext = """\nOne line.\n\nAnother, “quoted” "twice"."""\n' in text


def test_a_time_is_written_with_its_offset() -> None:
    text = with_rows("", [row(at=datetime(2026, 7, 1, 8, 5, tzinfo=ZONE))])
    assert "\nat = 2026-07-01T08:05:00-04:00\n" in text


def test_nothing_to_write_changes_nothing() -> None:
    assert with_rows("# mine\r\n", []) == "# mine\r\n"
    assert with_public("# mine", []) == "# mine"
    assert with_rows("", []) == with_public("", []) == without_rows("", [row()]) == ""


def test_comments_and_notes_of_the_practice_stay_where_they_are() -> None:
    first = with_rows("# Ours\n\n# about the first\n", [row(1)])
    text = with_rows(first + "\n# about the second\n", [row(2)])
    less = without_rows(text, [row(1)])
    assert rows_in(less) == [row(2)]
    assert "# Ours" in less
    assert "# about the second\n\n[[rows]]" in less


def test_a_comment_beside_a_known_post_survives_its_move() -> None:
    text = with_public("", [public_post(1), public_post(2)])
    text = text.replace("[posts.u000000001]", "# the old one\n[posts.u000000001]  # kept")
    moved = with_public(text, [public_post(1, url="https://www.example.org/x/")])
    assert moved == text.replace(
        "https://www.example.org/questions/salt/", "https://www.example.org/x/", 1
    )


def test_a_post_that_is_gone_stays_in_the_ledger() -> None:
    text = with_public("", [public_post(1), public_post(2)])
    assert with_public(text, [public_post(2)]) == text


@pytest.mark.parametrize("end", ["", "\n", "\n\n", "\n# a note without an end of line"])
def test_a_ledger_that_lacks_its_last_line_break_can_be_written_on(end: str) -> None:
    text = with_rows("", [row(1)]).rstrip("\n") + end
    longer = with_rows(text, [row(2)])
    assert rows_in(longer) == [row(1), row(2)]
    assert longer.count("\n\n[[rows]]\nuid") == 2
    posts = with_public("", [public_post(1)]).rstrip("\n") + end
    assert list(posts_in(with_public(posts, [public_post(2)]))) == ["u000000001", "u000000002"]


def test_a_byte_order_mark_before_a_ledger_does_no_harm() -> None:
    text = "\ufeff" + with_rows("", [row(1), row(2)])
    assert rows_in(without_rows(text, [row(1)])) == [row(2)]
    posts = "\ufeff" + with_public("", [public_post(1)])
    moved = with_public(posts, [public_post(1, title="New"), public_post(2)])
    assert [post.title for post in posts_in(moved).values()] == ["New", "How much salt?"]
