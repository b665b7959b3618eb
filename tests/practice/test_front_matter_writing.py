"""Single fields are written into any file, and every other byte stays."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.practice.front_matter import read_front_matter
from plugins.practice.front_matter_writing import field_in, with_fields

DAY = {"withdrawn": "2026-11-23", "withdrawn_reason": 'The "dose": 5 mg # wrong'}
NONE = {"withdrawn": "", "withdrawn_reason": ""}
GOOD = "---\ntitle: Flu   # a comment\nsummary: >\n  Folded\n  text.\n---\nText.\n"


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        GOOD.replace("\n", "\r\n"),
        "\ufeff" + GOOD,
        GOOD.replace("---\nText", "---  \nText"),
        "---\n  title: Indented\n  summary: all of it\n---\nText.\n",
        "---\ntitle: [broken\n---\nText.\n",
        '---\ntitle: "never closed\nsummary: x\n---\nText.\n',
        "---\ntitle: no end\n\nText.\n",
        "No front matter at all.\n",
        "",
        "---",
        "---\ntitle: \udc80 not UTF-8\n---\n",
        "---\n{title: flow style}\n---\nText.\n",
    ],
)
def test_a_withdrawal_comes_and_goes_without_a_trace(text: str) -> None:
    written = with_fields(text, DAY)
    assert field_in(written, "withdrawn") == "2026-11-23"
    assert written.replace("\r\n", "\n").count("withdrawn") == 2
    back = with_fields(written, NONE)
    assert back == text or not text.strip("-\n")


@pytest.mark.parametrize("text", [GOOD, GOOD.replace("\n", "\r\n"), "\ufeff" + GOOD])
def test_what_is_written_is_read_word_for_word(text: str) -> None:
    written = with_fields(text, DAY).removeprefix("\ufeff").replace("\r\n", "\n")
    front, problems = read_front_matter(written, "x.md")
    assert front is not None
    assert problems == []
    assert front.fields["withdrawn_reason"] == DAY["withdrawn_reason"]
    assert front.fields["title"] == "Flu"
    assert front.text == "Text.\n"


def test_a_field_that_is_there_is_replaced_with_all_its_lines() -> None:
    text = "---\nwithdrawn: 2030-01-01\nwithdrawn_reason: >\n  long\n  words\ntitle: Flu\n---\n"
    written = with_fields(text, DAY)
    assert written.count("withdrawn:") == 1
    assert "long" not in written
    assert "title: Flu" in written


def test_a_word_that_only_begins_like_the_field_stays() -> None:
    text = "---\nwithdrawn_note: x\ntitle: 'withdrawn: no'\n---\nwithdrawn: in the text\n"
    assert with_fields(with_fields(text, DAY), NONE) == text


@given(st.text(alphabet="-abc: \n\r'\"[]{}#&*|>\t", max_size=80))
def test_nothing_that_stood_there_is_lost(text: str) -> None:
    written = with_fields(text, {"withdrawn": "2026-11-23"})
    assert field_in(written, "withdrawn") == "2026-11-23"
    kept = re.sub(r" *withdrawn: 2026-11-23\r?\n", "", written)
    assert kept in (text, f"{text}\n", f"---\n---\n{text}", f"---\r\n---\r\n{text}")


def test_a_long_file_takes_no_time() -> None:
    text = "---\n" + "a: b\n" * 200_000 + "---\n" + "withdrawn: x\n" * 100_000
    assert with_fields(text, DAY).endswith("withdrawn: x\n")
