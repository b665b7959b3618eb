"""practice.toml: every mistake at once, by key, with what was found and what is allowed."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.practice import fields, time_fields
from tests.conftest import Folder

FIVE_MISTAKES = """
[practice]
name = "Small Practice"
site_url = "small.example.org"
languages = ["en", "klingon"]
time_zone = "America/New_Yrok"
phone = "call me"
tagine = "Plain answers"

[[places]]
id = "main"
name = "Small Practice"
street = "1 Main Street"
city = "Exampleton"
[places.hours]
mon = "8-5"
tue = "closed"
wed = "closed"
thu = "closed"
fri = "closed"
sat = "closed"
sun = "closed"

[topics.flu]
name = "Flu"
"""


def test_every_mistake_in_practice_toml_is_told_at_once_with_its_line(folder: Folder) -> None:
    folder.write("practice.toml", FIVE_MISTAKES)
    content, problems = folder.read()
    assert content is None
    told = {problem.what.split("`")[1]: problem for problem in problems}
    assert set(told) == {
        "practice.site_url",
        "practice.languages",
        "practice.time_zone",
        "practice.phone",
        "practice.tagine",
        "places.0.hours.mon",
    }
    assert told["practice.site_url"].line == 4
    assert told["practice.tagine"].line == 8


def test_a_misspelled_key_is_told_with_the_nearest_right_one(folder: Folder) -> None:
    folder.edit("practice.toml", "time_zone", "tiem_zone")
    _, problems = folder.read()
    unknown = next(p for p in problems if p.rule == "unknown-field")
    assert "practice.tiem_zone" in unknown.what
    assert 'did you mean "time_zone"' in unknown.fix


def test_a_misspelled_zone_is_told_with_zones_like_it(folder: Folder) -> None:
    folder.edit("practice.toml", "America/New_York", "America/NewYork")
    problem = folder.problem("practice.toml")
    assert '"America/NewYork"' in problem.what
    assert "America/New_York" in problem.fix


def test_a_line_that_is_no_toml_is_told_with_its_number(folder: Folder) -> None:
    folder.edit("practice.toml", 'name = "Small Practice"\nsite', "name = Small Practice\nsite")
    problem = folder.problem("practice.toml")
    assert (problem.rule, problem.line) == ("toml", 2)


def test_a_practice_without_its_file_is_told_so(folder: Folder) -> None:
    (folder.path / "practice.toml").unlink()
    assert folder.problem("practice.toml").rule == "unreadable-file"


def test_a_practice_of_one_language_writes_texts_without_naming_it(folder: Folder) -> None:
    content, problems = folder.read()
    assert problems == []
    assert content is not None
    assert content.practice.topics["heart"].name == {"en": "Heart"}
    assert content.practice.topic_name("heart", "es") == "Heart"


@pytest.mark.parametrize(
    ("written", "spans"),
    [
        ("08:00-17:00", ((480, 1020),)),
        ("8:00-12:00, 13:00-17:00", ((480, 720), (780, 1020))),
        ("closed", ()),
    ],
)
def test_hours_are_read_as_spans_of_minutes(written: str, spans: object) -> None:
    assert time_fields.hours(written) == spans


@pytest.mark.parametrize("wrong", ["8-5", "17:00-08:00", "08:00-12:00, 11:00-13:00", "always"])
def test_hours_that_cannot_be_are_refused(wrong: str) -> None:
    with pytest.raises(fields.UnfitError):
        time_fields.hours(wrong)


@given(st.text())
def test_any_text_is_either_taken_or_refused_never_a_crash(found: str) -> None:
    for parse in (
        time_fields.day,
        fields.slug,
        fields.uid,
        time_fields.hours,
        fields.web_address,
        fields.flag,
    ):
        with suppress(fields.UnfitError):
            parse(found)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[topics.flu]", '[topics."../../evil"]', "../../evil"),
        ("[[places]]", "[places]", "no list of tables"),
        ("https://small.example.org", "https://x.org/../..", "site_url"),
        ("https://small.example.org", "https://x.org:999999", "site_url"),
        ("https://small.example.org", "https://x.org/<script>", "site_url"),
    ],
)
def test_what_would_go_wrong_later_is_told_at_once(
    folder: Folder, old: str, new: str, said: str
) -> None:
    folder.edit("practice.toml", old, new)
    assert any(said in problem.what for problem in folder.problems("practice.toml"))


def test_the_hours_of_the_second_place_are_told_with_their_own_line(folder: Folder) -> None:
    days = "\n".join(f'{day} = "closed"' for day in ("tue", "wed", "thu", "fri", "sat", "sun"))
    place = 'id = "two"\nname = "Two"\nstreet = "2 Main Street"\ncity = "Exampleton"'
    text = (folder.path / "practice.toml").read_text(encoding="utf-8")
    more = f'\n[[places]]\n{place}\n[places.hours]\nmon = "8-5"\n{days}\n'
    folder.write("practice.toml", text + more)
    expected = (text + more).split("\n").index('mon = "8-5"') + 1
    assert folder.problem("practice.toml").line == expected
