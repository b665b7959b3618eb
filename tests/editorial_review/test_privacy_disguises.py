"""The rules read what a reader sees, whatever characters it is written with."""

from __future__ import annotations

import time

import pytest

from plugins.editorial_review.privacy.normal import plain, plain_lines
from plugins.editorial_review.privacy.sentences import sentence_spans
from tests.editorial_review.privacy_samples import article, fired, problems


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("P-01", "SSN 912\u201144\u20110187"),
        ("P-01", "ＭＲＮ ００４８２９１３"),
        ("P-01", "MRN\u00a000482913"),
        ("P-01", "MR\u200bN 004\u200b82913"),
        ("P-01", "DOB ٠٣/١٧/١٩٤١"),
        ("P-04", "Our\u00a0pa\u00adtient thought so."),
        ("P-05", "Tomasz\u2019s surgery went well."),
        ("P-06", "\u201cI never thought I\u2019d walk again.\u201d"),
        ("P-08", "Ring him: 646–555–0178."),
        ("P-07", "Sen\u0303ora Villasen\u0303or brought tamales."),
    ],
)
def test_other_characters_hide_nothing(rule: str, text: str) -> None:
    assert rule in fired(text)


def test_plain_keeps_letters_and_their_accents() -> None:
    assert plain("“Señora” O’Neil—ﬁne") == '"Señora" O\'Neil - fine'


def test_a_mark_of_ours_in_a_text_is_no_name() -> None:
    assert fired("See § 164.502 and ¤ 5.") == set()


def test_lines_are_kept_when_characters_vanish() -> None:
    told = plain_lines("a\u200b\u200bb c\u200bd", (0, 5))
    assert told.text == "ab cd"
    assert [told.line_at(offset) for offset in range(5)] == [0, 0, 0, 1, 1]


def test_sentences_cover_the_text_and_do_not_end_at_titles() -> None:
    text = "Mr. Lee came at 8 a.m. on Monday. Then he left! Why?"
    spans = sentence_spans(text)
    assert "".join(text[start:end] for start, end in spans) == text
    assert [text[start:end].strip() for start, end in spans] == [
        "Mr. Lee came at 8 a.m. on Monday.", "Then he left!", "Why?",
    ]  # fmt: skip


def test_text_without_full_stops_is_cut() -> None:
    assert max(end - start for start, end in sentence_spans("word " * 5000)) <= 400


_NASTY = {
    "spaces": " ", "digits": "1", "dashes": "1-", "labels": "chart no. ", "names": "Maria ",
    "titles": "Mr.", "quotes": '"I ', "mail": "a.b-", "at": "a@b.", "streets": "12 Oak ",
    "ours": "our little old ", "thanks": "thank you so much for all of the ", "dates": "1/2/19",
    "files": "a-b_c", "emoji": "😂", "links": "https://a/?patient=", "carets": "a^b^",
    "lists": "three boys, two ", "capitals": "Aa Bb ", "paragraphs": "she said\n\n",
}  # fmt: skip


def _seconds(text: str) -> float:
    post = article(text)
    started = time.process_time()
    problems(post)
    return time.process_time() - started


@pytest.mark.parametrize("piece", _NASTY.values(), ids=_NASTY)
def test_nasty_text_takes_time_in_proportion_to_its_length(piece: str) -> None:
    problems(article("Wash your hands."))  # reads the lists
    short, long = (piece * (size // len(piece)) for size in (15_000, 120_000))
    one, eight = _seconds(short), _seconds(long)
    assert eight < 8 * max(one, 0.05) * 3
