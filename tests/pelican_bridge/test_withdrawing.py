"""`withdraw`: one person, at once, and nothing of the post is left in anything public."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from plugins.pelican_bridge.withdrawing import WithdrawRequest, withdraw
from plugins.practice.posts import State
from tests.approved import review_by_approvals_alone
from tests.approving import approve_all, plan_of
from tests.conftest import TODAY, Build, Folder

FLU, SPANISH = "articles/flu.md", "articles/flu.es.md"
SHOT = "questions/flu-shot.md"
COPY = "approvals/a123456789/approved.md"
REASON = 'The "dose" in it: wrong'
SHARED = """\
[[rows]]
uid = "a123456789"
network = "facebook"
scheduler = "buffer"
week = "2026-W47"
file = "buffer/2026-W47-facebook.csv"
at = 2026-11-{day}T12:15:00-05:00
on = 2026-11-15
title = "What to do about the flu"
url = "https://small.example.org/articles/flu/"
text = "Words"
"""


@pytest.fixture(autouse=True)
def by_approvals(unreviewed: None, monkeypatch: pytest.MonkeyPatch) -> None:
    review_by_approvals_alone(monkeypatch)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795262400")  # 2026-11-21
    monkeypatch.setenv("COLUMNS", "400")


@pytest.fixture
def approved(folder: Folder) -> Folder:
    approve_all(folder.path)
    return folder


def run(folder: Folder, file: str, reason: str = REASON, *, undo: bool = False) -> int:
    return withdraw(WithdrawRequest(file=file, content=folder.path, reason=reason, undo=undo))


def words(capsys: pytest.CaptureFixture[str]) -> str:
    said = capsys.readouterr()
    return " ".join((said.out + said.err).split())


def state_of(folder: Folder, file: str) -> State | None:
    return next((p.state for p in plan_of(folder.path).posts if p.post.file == file), None)


@pytest.mark.site
def test_nothing_of_a_withdrawn_post_is_left_in_anything_public(
    approved: Folder, build: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    approved.edit(SHOT, "A mild cold", "See [this article](../articles/flu.md). A mild cold")
    approve_all(approved.path)
    before = build(approved.path)
    assert (before.output / "share/flu").is_dir()
    assert run(approved, FLU) == 0
    built = build(approved.path)
    for lang in ("", "es/"):
        page = built.page(f"{lang}articles/flu/index.html")
        assert "We have taken this page back" in page
        assert 'name="robots" content="noindex"' in page
        assert "(212) 555-0143" in page
        assert not (built.output / f"{lang}share/flu").exists()
    own = {"articles/flu/index.html", "es/articles/flu/index.html"}
    for path in built.output.rglob("*"):
        if path.is_file() and path.relative_to(built.output).as_posix() not in own:
            text = path.read_text("utf-8", "ignore")
            assert "What to do about the flu" not in text, path
            assert "articles/flu/" not in text, path
            assert REASON not in text, path
    question = built.page("questions/flu-shot/index.html")
    assert "See <span>this article</span>. A mild cold" in question
    told = [p for p in built.result.problems if (p.file, p.rule) == (SHOT, "lost-link")]
    assert [p.what for p in told] == [
        'the link "../articles/flu.md" leads to a post that was taken back'
    ]
    downs = json.loads((built.kit / "withdrawn.json").read_text(encoding="utf-8"))
    assert {down["uid"] for down in downs} == {"a123456789", "b123456789"}
    assert all(down["reason"] == REASON for down in downs)


def test_it_says_where_the_post_went_and_what_to_answer(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.write("ledger/shared.toml", SHARED.format(day=16))
    assert folder.read()[1] == []
    assert run(folder, FLU) == 0
    told = words(capsys)
    assert f'Withdrawn: "What to do about the flu" ({FLU}). Written into {FLU}.' in told
    assert f"Its translation {SPANISH} goes with it." in told
    assert "https://small.example.org/es/articles/flu/" in told
    assert "https://small.example.org/share/flu/" in told
    assert "Facebook: 2026-11-16 12:15, by buffer, out: delete it there" in told
    assert "We have taken this post down." in told
    assert "Hemos retirado esta publicación." in told
    assert "python3 tasks.py deploy" in told


@pytest.mark.parametrize(
    "said",
    [
        FLU,
        "content/articles/flu.md",
        "flu",
        "flu.md",
        "articles/flu",
        "./articles/flu.md",
        "articles\\flu.md",
        "https://small.example.org/articles/flu/",
        "https://small.example.org/articles/flu/index.html#top",
    ],
)
def test_a_post_is_known_by_every_name(folder: Folder, said: str) -> None:
    assert run(folder, said) == 0
    assert f"\nwithdrawn: {TODAY}\n" in (folder.path / FLU).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("articles/flue.md", 'Did you mean "articles/flu.md"?'),
        ("https://small.example.org/articles/flou/", "There is no post"),
        ("pages/about.md", "There is no post"),
        ("../practice.toml", "There is no post"),
        ("", "There is no post"),
    ],
)
def test_a_wrong_name_is_told(
    folder: Folder, said: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, said) == 1
    assert told.lower() in words(capsys).lower()


def test_a_name_of_two_posts_is_asked_about(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.copy(SHOT, "questions/flu.md", uid="c123456788")
    assert run(folder, "flu") == 1
    assert "articles/flu.md or questions/flu.md" in words(capsys)


def test_it_asks_for_a_reason(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, FLU, "  ") == 1
    assert "Say why" in words(capsys)
    assert run(folder, FLU, "x" * 501) == 1


def test_what_is_withdrawn_already_is_told_and_left_alone(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, FLU) == 0
    before = (folder.path / FLU).read_bytes()
    capsys.readouterr()
    assert run(folder, FLU, "again") == 1
    assert "was withdrawn on 2026-11-21" in words(capsys)
    assert (folder.path / FLU).read_bytes() == before


def test_a_day_to_come_does_not_count_as_withdrawn(folder: Folder) -> None:
    folder.edit(FLU, "---\ntitle", "---\nwithdrawn: 2030-01-01\ntitle")
    assert run(folder, FLU) == 0
    assert state_of(folder, FLU) is State.WITHDRAWN


def test_it_is_brought_back_as_it_was(approved: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: (approved.path / path).read_bytes() for path in (FLU, COPY)}
    assert run(approved, FLU) == 0
    assert state_of(approved, FLU) is State.WITHDRAWN
    assert state_of(approved, SPANISH) is State.WITHDRAWN
    assert run(approved, FLU, undo=True) == 0
    assert {path: (approved.path / path).read_bytes() for path in (FLU, COPY)} == before
    assert state_of(approved, SPANISH) is State.PUBLISHED
    assert run(approved, FLU, undo=True) == 1
    assert "is not withdrawn" in words(capsys)


def test_a_translation_can_go_alone(approved: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(approved, "flu.es") == 0
    assert state_of(approved, SPANISH) is State.WITHDRAWN
    assert state_of(approved, FLU) is State.PUBLISHED
    assert run(approved, SPANISH, undo=True) == 0
    assert run(approved, FLU) == 0
    capsys.readouterr()
    assert run(approved, SPANISH, undo=True) == 1
    assert "bring that back: articles/flu.md" in words(capsys)


BROKEN = "---\ntitle: [broken\n"


@pytest.mark.parametrize("later_mended", [False, True])
def test_a_damaged_file_is_withdrawn_too(approved: Folder, *, later_mended: bool) -> None:
    good = (approved.path / FLU).read_text(encoding="utf-8")
    title = "title: What to do about the flu"
    approved.edit(FLU, title, "title: [broken")
    assert state_of(approved, FLU) is State.PUBLISHED  # by its approved copy
    assert run(approved, FLU) == 0
    assert state_of(approved, FLU) is State.WITHDRAWN
    if later_mended:
        approved.edit(FLU, "title: [broken", title)
        assert good.splitlines()[5] in (approved.path / FLU).read_text(encoding="utf-8")
        assert state_of(approved, FLU) is State.WITHDRAWN


def test_a_withdrawal_goes_into_the_copy_where_the_file_is_gone(approved: Folder) -> None:
    (approved.path / FLU).unlink()
    assert run(approved, FLU) == 0
    assert f"withdrawn: {TODAY}" in (approved.path / COPY).read_text(encoding="utf-8")
    assert state_of(approved, FLU) is State.WITHDRAWN


def test_damaged_approvals_do_not_hide_the_copy(approved: Folder) -> None:
    rows = approved.path / "approvals/a123456789/approval.toml"
    rows.write_text(rows.read_text() + "[[[\n")
    approved.edit(FLU, "uid: a123456789\n", "")
    assert run(approved, FLU) == 0
    assert "withdrawn:" in (approved.path / COPY).read_text(encoding="utf-8")


def test_it_works_when_practice_toml_is_broken(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.edit("practice.toml", "[practice]", "[practice")
    assert run(folder, "flu") == 0
    told = words(capsys)
    assert "python3 tasks.py check tells the line" in told
    assert f"withdrawn: {date.today()}"[:12] in (folder.path / FLU).read_text(encoding="utf-8")  # noqa: DTZ011  # only its beginning


def test_without_a_content_folder_it_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert withdraw(WithdrawRequest(file="x", content=tmp_path / "no", reason="y")) == 1
    assert "There is no folder" in words(capsys)
