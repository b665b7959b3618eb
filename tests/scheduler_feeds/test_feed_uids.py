"""The ledger of uids against the posts: what is withheld from feeds, and what is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from plugins.practice.addresses import absolute, path_of
from plugins.practice.ledger_files import PUBLIC_FILE
from plugins.practice.ledgers import PublicPost
from plugins.practice.posts import Post, Question
from plugins.practice.problems import Severity
from plugins.scheduler_feeds.feeds.known_uids import check_uids
from plugins.scheduler_feeds.feeds.remembered import remember
from tests.scheduler_feeds.samples import PRACTICE, ZONE, article, shared

NOW = datetime(2026, 11, 20, 12, tzinfo=ZONE)
POSTS = tuple(article(number, title=f"Post {number}", lines={"uid": 7}) for number in range(3))
LATER = timedelta(days=40)

RENAMED = {"file": "articles/new-name.md", "slug": "new-name"}
EDITED = {"title": "Other words", "summary": "Other."}
DATED = {"date": POSTS[0].date + LATER}


def public(posts: Sequence[Post] = POSTS) -> dict[str, PublicPost]:
    return remember([shared(post) for post in posts], {}, withheld=(), now=NOW)


def with_first(**fields: Any) -> list[Post]:
    return [replace(POSTS[0], **fields), *POSTS[1:]]


def rules(posts: Sequence[Post], known: Mapping[str, PublicPost] | None) -> dict[str, str]:
    """Each rule by the file that it names; and nothing that is told ever blocks."""
    withheld, problems = check_uids(posts, known)
    assert all(problem.severity is not Severity.BLOCK for problem in problems)
    assert withheld == {problem.file for problem in problems if problem.file != PUBLIC_FILE}
    assert all(problem.line == 7 for problem in problems if problem.file != PUBLIC_FILE)
    return {problem.file: problem.rule for problem in problems}


def test_posts_as_they_were_are_not_told_and_neither_are_new_ones() -> None:
    assert rules(POSTS, public()) == {}
    assert rules([*POSTS, article(7)], public()) == {}
    assert rules(POSTS, {}) == {}


@pytest.mark.parametrize(
    "change", [RENAMED, EDITED, DATED, RENAMED | EDITED, RENAMED | DATED, EDITED | DATED]
)
def test_a_post_renamed_edited_or_dated_anew_or_two_of_them_is_the_same_post(
    change: dict[str, Any],
) -> None:
    assert rules(with_first(**change), public()) == {}


def test_a_post_at_its_old_address_is_the_same_post_whatever_else_changed() -> None:
    change = EDITED | DATED | {"file": "articles/new-name.md"}
    assert rules(with_first(**change), public()) == {}


def test_a_changed_uid_is_withheld_and_told_with_the_one_to_write_back() -> None:
    withheld, [problem] = check_uids(with_first(uid="changed123"), public())
    assert withheld == {POSTS[0].file}
    assert (problem.rule, problem.severity) == ("changed-uid", Severity.WARN)
    assert "write uid: uid0000000" in problem.fix


@pytest.mark.parametrize("change", [RENAMED, EDITED, DATED])
def test_a_changed_uid_is_seen_though_something_else_changed_too(change: dict[str, Any]) -> None:
    posts = with_first(uid="changed123", **change)
    assert rules(posts, public()) == {posts[0].file: "changed-uid"}


def test_all_uids_written_anew_are_all_told() -> None:
    posts = [replace(post, uid=f"anew{n}12345") for n, post in enumerate(POSTS)]
    assert rules(posts, public()) == {post.file: "changed-uid" for post in POSTS}


def test_a_new_post_in_the_old_file_of_one_that_was_renamed_is_a_new_post() -> None:
    new = article(9, file=POSTS[0].file, slug=POSTS[0].slug)
    assert rules([*with_first(**RENAMED), new], public()) == {}


def test_a_new_post_may_have_the_title_of_an_old_one() -> None:
    assert rules([*POSTS, article(9, title=POSTS[0].title)], public()) == {}
    assert rules([*POSTS[1:], article(9, title=POSTS[0].title)], public()) == {
        PUBLIC_FILE: "vanished-uid"
    }


def test_a_uid_that_a_new_post_took_is_withheld_and_a_fresh_one_asked_for() -> None:
    new = article(9, uid=POSTS[0].uid, title="Something new", lines={"uid": 7})
    withheld, [problem] = check_uids([*POSTS[1:], new], public())
    assert withheld == {new.file}
    assert (problem.rule, problem.line) == ("reused-uid", 7)
    assert POSTS[0].title in problem.what
    assert "run `new`" in problem.fix


@pytest.mark.parametrize("shape", [{"title": POSTS[0].title}, {"date": POSTS[0].date}])
def test_kind_and_language_count_as_well(shape: dict[str, Any]) -> None:
    fields = {"uid": POSTS[0].uid, "lines": {"uid": 7}} | shape
    assert rules([*POSTS[1:], article(9, **fields)], public()) == {}
    spanish = article(9, lang="es", **fields)
    assert rules([*POSTS[1:], spanish], public()) == {spanish.file: "reused-uid"}
    question = as_question(article(9, **fields))
    assert rules([*POSTS[1:], question], public()) == {question.file: "reused-uid"}


def test_an_article_moved_to_the_questions_is_the_same_post() -> None:
    assert rules([as_question(POSTS[0]), *POSTS[1:]], public()) == {}


def as_question(post: Post) -> Question:
    names = ("title", "slug", "lang", "text", "uid", "date", "authors", "topics", "lines")
    fields = {name: getattr(post, name) for name in names}
    return Question(**fields, file=post.file.replace("articles/", "questions/"), answer="Yes.")


def test_uids_exchanged_between_two_files_are_both_told_with_the_right_one() -> None:
    one, other, third = POSTS
    posts = [replace(one, uid=other.uid), replace(other, uid=one.uid), third]
    withheld, problems = check_uids(posts, public())
    assert withheld == {one.file, other.file}
    assert {p.file: p.fix[:20] for p in problems} == {
        one.file: f"write uid: {one.uid}"[:20],
        other.file: f"write uid: {other.uid}"[:20],
    }


def test_uids_exchanged_between_a_post_and_its_translation_are_told() -> None:
    one = POSTS[0]
    other = replace(one, file="articles/post-0.es.md", lang="es", uid="spanish123")
    known = public([one, other])
    assert rules([one, other], known) == {}
    posts = [replace(one, uid=other.uid), replace(other, uid=one.uid)]
    assert rules(posts, known) == {one.file: "changed-uid", other.file: "changed-uid"}


def test_files_that_exchanged_their_names_with_all_that_is_in_them_are_fine() -> None:
    one, other, third = POSTS
    posts = [
        replace(one, file=other.file, slug=other.slug),
        replace(other, file=one.file, slug=one.slug),
        third,
    ]
    assert rules(posts, public()) == {}


def test_a_copy_that_kept_the_uid_does_not_become_the_post_when_the_original_got_a_new_one() -> (
    None
):
    copy = article(9, uid=POSTS[0].uid, title="A copy, rewritten", date=POSTS[0].date + LATER)
    copy = replace(copy, lines={"uid": 7})
    posts = [*with_first(uid="changed123"), copy]
    assert rules(posts, public()) == {POSTS[0].file: "changed-uid", copy.file: "reused-uid"}
    unfinished = replace(copy, date=POSTS[0].date)
    assert rules([*with_first(uid="changed123"), unfinished], public()) == {
        POSTS[0].file: "changed-uid",
        copy.file: "reused-uid",
    }


def test_neither_does_a_copy_in_which_nothing_was_rewritten() -> None:
    copy = replace(POSTS[0], file="articles/copy.md", slug="copy")
    assert rules([*with_first(uid="changed123"), copy], public()) == {
        POSTS[0].file: "changed-uid",
        copy.file: "reused-uid",
    }


def test_posts_of_one_title_may_move_into_each_others_files() -> None:
    one, other = (replace(post, title="Closed today") for post in POSTS[:2])
    known = public([one, other])
    moved = replace(other, file=one.file, slug=one.slug)
    changes: dict[str, Any] = RENAMED | DATED
    assert rules([replace(one, **changes), moved], known) == {}


def test_a_copy_with_the_same_uid_does_not_take_the_post_away() -> None:
    copy = article(9, uid=POSTS[0].uid, title="A copy, rewritten", lines={"uid": 7})
    assert rules([*POSTS, copy], public()) == {copy.file: "reused-uid"}


def test_a_vanished_post_is_told_with_how_to_take_it_back_and_nothing_is_withheld() -> None:
    withheld, [problem] = check_uids(POSTS[1:], public())
    assert not withheld
    assert (problem.rule, problem.file, problem.line) == ("vanished-uid", PUBLIC_FILE, 1)
    assert "articles/post-0.md" in problem.what
    assert "withdrawn:" in problem.fix
    assert "[posts.uid0000000]" in problem.fix


def test_a_post_whose_file_cannot_be_read_has_not_vanished() -> None:
    assert check_uids(POSTS[1:], public(), unread={POSTS[0].file}) == (frozenset(), [])


def test_a_post_taken_back_or_made_a_draft_has_not_vanished() -> None:
    assert rules(with_first(withdrawn=date(2026, 11, 1)), public()) == {}
    assert rules(with_first(draft=True), public()) == {}


def test_of_a_damaged_ledger_nothing_is_guessed() -> None:
    assert check_uids(with_first(uid="changed123"), None) == (frozenset(), [])


def test_a_site_that_moved_and_a_practice_that_speaks_another_language_change_nothing() -> None:
    moved = {
        uid: replace(row, url=f"https://old.example/a/b/{uid}/") for uid, row in public().items()
    }
    assert rules(POSTS, moved) == {}
    assert rules([*POSTS, article(9, lang="es")], public()) == {}


def test_what_is_online_is_remembered_with_its_first_day_and_date() -> None:
    known = public()
    later = NOW + LATER
    changed = [shared(post) for post in with_first(**RENAMED, **DATED, title="New")]
    rows = remember(changed, known, withheld=(), now=later)
    row = rows[POSTS[0].uid]
    assert (row.date, row.since) == (POSTS[0].date, NOW.date())
    assert (row.file, row.title) == (RENAMED["file"], "New")
    assert row.url == absolute(path_of(changed[0].post, PRACTICE), PRACTICE)
    assert list(rows) == list(known)


def test_what_is_gone_stays_remembered_and_what_is_withheld_is_not_learnt() -> None:
    known = public()
    posts = with_first(uid="changed123")
    withheld, _ = check_uids(posts, known)
    rows = remember([shared(post) for post in posts], known, withheld=withheld, now=NOW)
    assert rows == known
