"""The pages that laws and patients look for (L-01 to L-08), and the dates of those laws."""

from __future__ import annotations

import shutil
import time
import warnings
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from plugins.editorial_review.judging import judge_practice
from plugins.editorial_review.practice_pages import rules
from plugins.editorial_review.practice_pages.tables import laws, slugs
from plugins.practice.posts import LEGAL_PAGES
from plugins.practice.problems import Severity
from tests.conftest import Folder
from tests.editorial_review.read_samples import setting_of, told_of_practice, words

CONTENT = Path(__file__).parents[2] / "content"
NPP = "pages/privacy-practices.md"
HEADER = laws()["npp"].header["en"]
NOTICE = f"""\
---
title: Notice of privacy practices
owner: ben
review_by: 2027-11-01
---
**{HEADER}**

Effective date: February 16, 2026

We keep your record private.
"""


def notice(folder: Folder, text: str = NOTICE, file: str = NPP) -> str:
    folder.write(file, text)
    return words(told_of_practice(folder, "L-01"))


def test_a_site_without_a_notice_of_privacy_practices_is_told_and_holds_nothing(
    folder: Folder,
) -> None:
    (problem,) = told_of_practice(folder, "L-01")
    assert problem.what == "the site has no Notice of Privacy Practices"
    assert problem.file == NPP
    assert problem.severity is Severity.BLOCK
    assert problem.stays_public


def test_a_notice_with_its_heading_and_its_date_is_good(folder: Folder) -> None:
    assert notice(folder) == ""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("YOU MAY BE USED", "US MAY BE USED", "not there word for word"),
        (HEADER, "How we use your record.", "not there word for word"),
        ("Effective date: February 16, 2026", "", "does not say from which day"),
        ("February 16, 2026", "February 15, 2026", "since February 15, 2026, before the changes"),
        ("February 16, 2026", "September 23, 2013", "since September 23, 2013"),
        ("February 16, 2026", "02/15/2026", "since February 15, 2026"),
        ("February 16, 2026", "soon", "does not say from which day"),
        ("February 16, 2026", "February 16", "does not say from which day"),
    ],
)
def test_what_a_notice_lacks_is_told(folder: Folder, old: str, new: str, said: str) -> None:
    assert said in notice(folder, NOTICE.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (HEADER, HEADER.title()),
        (HEADER, HEADER.replace(" AND HOW", "\nAND HOW")),
        ("Effective date: February 16, 2026", "This notice is effective March 1, 2026."),
        ("Effective date: February 16, 2026", "Effective: 2026-03-01"),
        ("Effective date: February 16, 2026", "Effective date: 02/16/2026"),
        ("We keep", "The notice effective September 23, 2013 is no longer in use. We keep"),
    ],
)
def test_other_ways_of_writing_it_are_good_too(folder: Folder, old: str, new: str) -> None:
    assert notice(folder, NOTICE.replace(old, new)) == ""


def test_the_notice_is_found_by_its_field_where_its_name_is_another(folder: Folder) -> None:
    assert "no Notice" in notice(folder, file="pages/your-data.md")
    told = notice(
        folder, NOTICE.replace("owner:", "legal: privacy-practices\nowner:"), "pages/your-data.md"
    )
    assert told == ""


def test_a_notice_in_spanish_alone_is_none_for_an_english_site(folder: Folder) -> None:
    told = notice(folder, NOTICE, "pages/privacy-practices.es.md")
    assert "has no Notice" in told
    assert "not there word for word" in told


def test_notices_of_federal_money_are_asked_only_of_those_who_take_it(folder: Folder) -> None:
    assert told_of_practice(folder, "L-02") == []
    text = (folder.path / "practice.toml").read_text("utf-8")
    folder.write("practice.toml", f"{text}\n[review]\nfederal_funds = true\n")
    files = [problem.file for problem in told_of_practice(folder, "L-02")]
    assert files == ["pages/nondiscrimination.md", "pages/language-help.md"]
    for file in files:
        folder.write(file, "---\ntitle: A notice\n---\nWords.\n")
    assert told_of_practice(folder, "L-02") == []


def test_the_good_faith_estimate_may_stand_on_any_page(folder: Folder) -> None:
    assert "no page speaks of the good faith estimate" in words(told_of_practice(folder, "L-03"))
    folder.edit("pages/about.md", "We are", "Ask for a Good Faith Estimate. We are")
    assert told_of_practice(folder, "L-03") == []


STATEMENT = (
    "---\ntitle: Access\nowner: ben\n---\nCall (212) 555-0143. Last updated on November 1, 2026.\n"
)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", "", ""),
        ("Call (212) 555-0143.", "Tell us.", "no telephone number and no e-mail address"),
        ("Call (212) 555-0143.", "Write to help@example.org.", ""),
        ("November 1, 2026", "this year", "does not say when it was last updated"),
        ("Last updated on November 1, 2026", "We opened on November 1, 2026", "last updated"),
    ],
)
def test_an_accessibility_statement_says_whom_to_tell_and_its_day(
    folder: Folder, old: str, new: str, said: str
) -> None:
    assert "no accessibility statement" in words(told_of_practice(folder, "L-04"))
    folder.write("pages/accessibility.md", STATEMENT.replace(old, new) if old else STATEMENT)
    found = words(told_of_practice(folder, "L-04"))
    assert said in found
    assert bool(said) == bool(found)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("owner: ben\n", "", "nobody is named"),
        ("review_by: 2027-11-01\n", "", "looked at again at no set day"),
        ("2027-11-01", "2029-11-01", "looked at again 2029-11-01"),
        ("title", "title", ""),
    ],
)
def test_each_legal_page_has_an_owner_and_a_day_within_a_year(
    folder: Folder, old: str, new: str, said: str
) -> None:
    folder.write(NPP, NOTICE.replace(old, new))
    found = words(told_of_practice(folder, "L-06"))
    assert said in found
    assert bool(said) == bool(found)


def test_other_pages_need_no_owner_for_the_law(folder: Folder) -> None:
    folder.edit("pages/about.md", "owner: ben\nreview_by: 2027-11-01\n", "")
    assert told_of_practice(folder, "L-06") == []


def test_a_site_needs_a_contact_page_and_hours(folder: Folder) -> None:
    assert "no contact page" in words(told_of_practice(folder, "L-07"))
    folder.write("pages/contact.md", "---\ntitle: Contact\n---\nCall us.\n")
    assert told_of_practice(folder, "L-07") == []
    week = ", ".join(
        f'{day} = "closed"' for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    )
    text = (folder.path / "practice.toml").read_text("utf-8").split("\n")
    hours = [f"hours = {{ {week} }}" if line.startswith("hours") else line for line in text]
    folder.write("practice.toml", "\n".join(hours))
    assert "closed on every day of the week" in words(told_of_practice(folder, "L-07"))


def test_a_policy_has_its_five_headings_and_four_promises(folder: Folder) -> None:
    assert "no policy for social media" in words(told_of_practice(folder, "L-08"))
    shutil.copy(CONTENT / "pages/social-media-policy.md", folder.path / "pages")
    assert told_of_practice(folder, "L-08") == []
    folder.edit("pages/social-media-policy.md", "## Training", "## More")
    folder.edit("pages/social-media-policy.md", "take down", "keep")
    folder.edit("pages/social-media-policy.md", "take it down", "keep it")
    folder.edit("pages/social-media-policy.md", "take the picture down", "keep it")
    assert "training (a heading)" in words(told_of_practice(folder, "L-08"))


def test_no_problem_of_the_practice_as_a_whole_keeps_a_closure_from_going_out(
    folder: Folder,
) -> None:
    found = judge_practice(setting_of(folder), rules.RULES)
    assert any(problem.blocks for problem in found)
    assert all(problem.stays_public for problem in found)


def test_every_legal_page_is_known_by_its_own_name() -> None:
    for kind in LEGAL_PAGES:
        assert kind in slugs()[kind]


def test_what_laws_say_was_read_not_long_ago() -> None:
    """Only a warning: a release goes out all the same, and somebody reads the source again."""
    for name, law in laws().items():
        assert law.law
        assert law.source
        if law.checked < datetime.now(UTC).date() - timedelta(days=183):
            warnings.warn(f"legal.toml: {name} was last checked on {law.checked}", stacklevel=1)


@pytest.mark.parametrize(
    "text",
    [
        "effective " * 120_000,
        "Effective date: " * 80_000,
        "May 1, " * 150_000,
        "good faith " * 90_000,
    ],
)
def test_a_megabyte_of_anything_takes_seconds(folder: Folder, text: str) -> None:
    folder.write(NPP, NOTICE + text)
    setting = setting_of(folder)
    started = time.perf_counter()
    judge_practice(setting, rules.RULES)
    assert time.perf_counter() - started < 20
