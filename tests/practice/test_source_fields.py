"""The dates of a source are days, months or years of the calendar."""

from __future__ import annotations

import pytest

from plugins.practice.fields import UnfitError, partial_date
from tests.conftest import Folder


@pytest.mark.parametrize("found", ["2026", "2026-11", "2026-11-21", "2024-02-29"])
def test_a_date_may_be_known_to_the_year_the_month_or_the_day(found: str) -> None:
    assert partial_date(found) == found


@pytest.mark.parametrize("found", ["2026-13", "2026-02-30", "0000", "2026-00-01", "26", "May 2026"])
def test_a_date_that_no_calendar_has_is_told(found: str) -> None:
    with pytest.raises(UnfitError):
        partial_date(found)


def test_a_source_with_a_month_that_does_not_exist_is_told_with_its_line(folder: Folder) -> None:
    folder.edit("sources.toml", "accessed = 2026", 'updated = "2026-13"\naccessed = 2026')
    problem = folder.problem("sources.toml")
    assert problem.line == 6
    assert "not in the calendar" in problem.what
