"""A post is published, scheduled, draft or held; a translation never goes ahead of its original."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.editorial_review.states import states_of
from plugins.practice.posts import State
from tests.conftest import TODAY, Folder

FLU, SPANISH = "articles/flu.md", "articles/flu.es.md"


def states(folder: Folder, blocked: set[str], today: date = TODAY) -> dict[str, State]:
    content, _ = folder.read()
    assert content is not None
    return dict(states_of(content.posts, blocked, today, "en"))


def test_a_post_without_problems_is_published_on_its_day(folder: Folder) -> None:
    assert states(folder, set())[FLU] is State.PUBLISHED
    assert states(folder, set(), date(2026, 11, 2))[FLU] is State.PUBLISHED
    assert states(folder, set(), date(2026, 11, 1))[FLU] is State.SCHEDULED


def test_a_blocking_problem_holds_a_post_and_its_translation(folder: Folder) -> None:
    found = states(folder, {FLU})
    assert (found[FLU], found[SPANISH]) == (State.HELD, State.HELD)


def test_a_held_translation_leaves_its_original_alone(folder: Folder) -> None:
    found = states(folder, {SPANISH})
    assert (found[FLU], found[SPANISH]) == (State.PUBLISHED, State.HELD)


@pytest.mark.parametrize("blocked", [set(), {FLU}])
def test_a_draft_is_a_draft_whatever_else_it_is(folder: Folder, blocked: set[str]) -> None:
    folder.edit(FLU, "topics: [flu]", "topics: [flu]\ndraft: true")
    found = states(folder, blocked)
    assert (found[FLU], found[SPANISH]) == (State.DRAFT, State.DRAFT)
