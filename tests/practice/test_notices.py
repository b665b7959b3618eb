"""A notice's state is what its title says, and a guess is known as one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from plugins.practice.notices import state_of
from plugins.practice.posts import Notice
from tests.conftest import Folder


@pytest.fixture
def notice(folder: Folder) -> Notice:
    content, _ = folder.read()
    assert content is not None
    return next(post for post in content.posts if isinstance(post, Notice))


@pytest.mark.parametrize(
    ("title", "state", "said"),
    [
        ("Closed on Friday", "closed", True),
        ("We reopen on Monday", "open", True),
        ("The lab is not available", "unavailable", True),
        ("Open house canceled", "cancelled", True),
        ("The office will not be open on Monday", "closed", False),
        ("No longer open on Saturdays", "closed", False),
        ("We are not closed on Monday", "closed", False),
        ("New Saturday hours", "closed", False),
    ],
)
def test_the_title_decides_unless_it_says_not(
    notice: Notice, title: str, state: str, said: bool
) -> None:
    whole_day = replace(notice, title=title, starts=date(2026, 11, 27), ends=date(2026, 11, 27))
    assert state_of(whole_day, "en", frozenset()) == (state, said)
