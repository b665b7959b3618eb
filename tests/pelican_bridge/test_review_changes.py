"""What a second reader is told of what changed: every word, and no word too many."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from plugins.pelican_bridge.review_page.changes import changes_since
from plugins.pelican_bridge.review_page.differences import (
    IN,
    OUT,
    SAME,
    Passage,
    Piece,
    text_changes,
    word_changes,
)
from plugins.practice.posts import Article, HealthPost
from tests.conftest import Folder

WORDS = st.text(alphabet=st.sampled_from("ab c.\nñ’"), max_size=60)


def article(folder: Folder) -> Article:
    content, _ = folder.read()
    assert content
    return next(post for post in content.posts if isinstance(post, Article) and post.lang == "en")


@given(WORDS, WORDS)
def test_old_and_new_text_can_be_read_off_the_changes(old: str, new: str) -> None:
    pieces = word_changes(old, new)
    assert "".join(p.text for p in pieces if p.kind != IN) == old
    assert "".join(p.text for p in pieces if p.kind != OUT) == new


def test_only_the_words_that_differ_are_marked() -> None:
    assert word_changes("Take two tablets a day.", "Take one tablet a day.") == (
        Piece("Take ", SAME),
        Piece("two tablets", OUT),
        Piece("one tablet", IN),
        Piece(" a day.", SAME),
    )


def test_a_digit_in_a_dose_is_a_change_of_the_whole_number() -> None:
    assert Piece("500", OUT) in word_changes("up to 500 mg", "up to 5000 mg")
    assert Piece("5000", IN) in word_changes("up to 500 mg", "up to 5000 mg")


def test_paragraphs_that_stayed_are_counted_and_not_printed() -> None:
    passages = text_changes("One.\n\nTwo.\n\nThree.", "One.\n\nTwo, too.\n\nThree.\n\nFour.")
    assert [passage.unchanged for passage in passages] == [1, 0, 1, 0]
    assert passages[-1] == Passage((Piece("Four.", IN),))


def test_five_million_letters_are_compared_in_seconds() -> None:
    start = time.monotonic()
    text_changes("a b " * 1_250_000, "b a " * 1_250_000)
    text_changes("a\n\n" * 800_000, "a\n\nb\n\n" * 800_000)
    word_changes("a a " * 300, "a b " * 300)
    assert time.monotonic() - start < 30


def test_each_field_that_readers_see_is_compared_by_its_words(folder: Folder) -> None:
    post = article(folder)
    assert isinstance(post, HealthPost)
    edited = replace(
        post,
        title="What to do about influenza",
        key_points=("Rest.", *post.key_points[1:]),
        next_review=date(2027, 5, 1),
        share=replace(post.share, texts={"x": "Own words."}),
    )
    changes = changes_since(post, edited)
    assert [change.name for change in changes.fields] == [
        "Title",
        "Share",
        "Key points",
        "Next review",
    ]
    assert Piece("influenza", IN) in changes.fields[0].pieces
    assert changes.has_words


def test_what_no_reader_sees_is_no_change(folder: Folder) -> None:
    post = article(folder)
    moved = replace(post, slug="other", draft=True, text_line=99, lines={})
    assert not changes_since(post, moved).has_words
