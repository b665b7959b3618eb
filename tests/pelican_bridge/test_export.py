"""A week of the plan goes to the tool that posts: once, remembered, and taken back when asked."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path

import pytest

from plugins.pelican_bridge import commands
from plugins.practice.reading import read_content
from tests.conftest import Build, Folder

Run = Callable[..., int]
WEEK = "2026-W48"


class _Clock(datetime):
    """Monday, November 23, 2026, 08:00 in New York."""

    @classmethod
    def now(cls, tz=None):  # type: ignore[no-untyped-def]
        return datetime(2026, 11, 23, 13, 0, tzinfo=UTC).astimezone(tz)


@pytest.fixture
def practice(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """A practice with an address of its own that uses Buffer, on a Monday morning."""
    text = (folder.path / "practice.toml").read_text(encoding="utf-8")
    old = next(line for line in text.split("\n") if line.startswith("site_url"))
    folder.edit("practice.toml", old, 'site_url = "https://www.practice.health"')
    folder.write(
        "practice.toml",
        (folder.path / "practice.toml").read_text(encoding="utf-8")
        + '\n[schedulers]\nuse = ["buffer", "hootsuite"]\n'
        '[plan]\ndays = ["mon", "wed", "fri"]\ntimes = ["12:15"]\n',
    )
    monkeypatch.setattr(commands, "datetime", _Clock)
    return folder


@pytest.fixture
def deploy(practice: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr(commands, "ROOT", tmp_path / "root")
    monkeypatch.setattr(commands, "CACHE", tmp_path / "cache")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795440600")  # 2026-11-23
    (tmp_path / "root").mkdir()

    def run() -> int:
        return commands.deploy("folder", str(tmp_path / "www"), "", str(practice.path))

    return run


@pytest.fixture
def export(practice: Folder, tmp_path: Path) -> Run:
    kit = str(tmp_path / "root" / "kit")

    def run(scheduler: str = "buffer", week: str = WEEK, *, undo: bool = False) -> int:
        return commands.export(scheduler, week, str(practice.path), kit, undo=undo)

    return run


def _files(tmp_path: Path, scheduler: str = "buffer") -> dict[str, list[list[str]]]:
    """The rows of each upload file by its name."""
    folder = tmp_path / "root" / "kit" / scheduler
    return {
        path.name: list(csv.reader(StringIO(path.read_text(encoding="utf-8"))))
        for path in sorted(folder.glob("*.csv"))
    }


def _rows(folder: Folder) -> int:
    content, _ = read_content(folder.path)
    assert content is not None
    assert content.ledgers.handed_over is not None
    return len(content.ledgers.handed_over)


def test_deploy_remembers_what_is_online(practice: Folder, deploy: Run) -> None:
    assert deploy() == 0
    content, _ = read_content(practice.path)
    assert content is not None
    public = content.ledgers.public
    assert public is not None
    published = {post.uid for post in content.posts if not post.draft}
    assert set(public) <= published
    assert all(row.url.startswith("https://www.practice.health/") for row in public.values())
    first = (practice.path / "ledger/uids.toml").read_text(encoding="utf-8")
    assert deploy() == 0
    assert (practice.path / "ledger/uids.toml").read_text(encoding="utf-8") == first


def test_a_week_is_written_as_files_and_remembered(
    practice: Folder, deploy: Run, export: Run, tmp_path: Path
) -> None:
    deploy()
    assert export() == 0
    files = _files(tmp_path)
    facebook = files[f"{WEEK}-facebook.csv"]
    assert facebook[0] == ["Text", "Image URL", "Tags", "Posting Time"]
    assert all(len(row) == 4 for row in facebook)
    assert facebook[1][3] == "2026-11-23 12:15"
    assert facebook[1][1].startswith("https://www.practice.health/share/")
    assert (tmp_path / "www" / facebook[1][1].removeprefix("https://www.practice.health/")).exists()
    assert _rows(practice) == sum(len(rows) - 1 for rows in files.values())


def test_nothing_is_handed_over_twice_to_whatever_tool(
    practice: Folder, deploy: Run, export: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    deploy()
    export()
    before = _rows(practice)
    assert export() == 0
    assert "Nothing new for 2026-W48" in capsys.readouterr().out
    export("hootsuite")
    content, _ = read_content(practice.path)
    assert content is not None
    assert content.ledgers.handed_over is not None
    keys = [row.key for row in content.ledgers.handed_over]
    assert len(keys) == len(set(keys))
    assert len(keys) >= before


def test_a_page_that_is_not_online_is_left_out_and_told(
    practice: Folder, deploy: Run, export: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deploy()
    (practice.path / "ledger/uids.toml").unlink()
    assert export() == 1
    told = capsys.readouterr().out
    assert "not online yet" in told
    assert "deploy first" in told
    assert not _files(tmp_path)
    assert _rows(practice) == 0


def test_what_was_never_uploaded_can_be_taken_back(
    practice: Folder, deploy: Run, export: Run, tmp_path: Path
) -> None:
    deploy()
    export()
    first = _files(tmp_path)
    assert export(undo=True) == 0
    assert _rows(practice) == 0
    assert not _files(tmp_path)
    assert export(undo=True) == 1
    assert export() == 0
    assert _files(tmp_path) == first


def test_what_a_person_posts_is_noted_so_that_it_is_not_planned_again(
    practice: Folder, deploy: Run, export: Run, tmp_path: Path
) -> None:
    practice.edit("practice.toml", 'use = ["buffer", "hootsuite"]', "use = []")
    deploy()
    assert export("by-hand") == 0
    rows = _files(tmp_path, "by-hand")[f"{WEEK}.csv"]
    assert rows[0][:3] == ["\ufeffDate", "Time", "Network"]
    assert {row[2] for row in rows[1:]} == {"Facebook", "X", "Google Business Profile"}
    assert export("by-hand") == 0
    assert _rows(practice) == len(rows) - 1


def test_a_persons_list_leaves_to_a_tool_what_the_tool_can_still_post(
    practice: Folder, deploy: Run, export: Run, tmp_path: Path
) -> None:
    deploy()
    export("by-hand")
    days = {row[0] for rows in _files(tmp_path, "by-hand").values() for row in rows[1:]}
    assert days <= {"2026-11-23"}


def test_a_later_build_makes_the_same_files_again(deploy: Run, export: Run, tmp_path: Path) -> None:
    deploy()
    export()
    first = _files(tmp_path)
    assert first
    assert deploy() == 0
    assert _files(tmp_path) == first


def test_a_damaged_ledger_is_told_and_nothing_guessed(
    practice: Folder, deploy: Run, export: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    deploy()
    export()
    path = practice.path / "ledger/shared.toml"
    damaged = "<<<<<<< HEAD\n" + path.read_text(encoding="utf-8")
    path.write_text(damaged, encoding="utf-8")
    assert export("hootsuite") == 1
    assert "ledger/shared.toml is damaged" in " ".join(capsys.readouterr().err.split())
    assert path.read_text(encoding="utf-8") == damaged
    assert commands.check(str(practice.path), "", as_json=False) == 1
    assert "ledger/shared.toml:1" in capsys.readouterr().out
    assert deploy() == 0  # the site goes on


@pytest.mark.parametrize(
    ("scheduler", "week", "told"),
    [
        ("bufer", WEEK, 'did you mean "buffer"'),
        ("metricool", WEEK, 'Add "metricool" to `use`'),
        ("buffer", "2026-48", "Write 2026-W48"),
        ("buffer", "2026-W54", "2026 has no week 54"),
    ],
)
def test_a_wrong_order_is_told_in_a_sentence(
    scheduler: str, week: str, told: str, export: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(scheduler, week) == 1
    assert told in " ".join(capsys.readouterr().err.split())


def test_without_a_kit_the_command_says_to_build_first(
    practice: Folder, export: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export() == 1
    assert "tasks.py build" in " ".join(capsys.readouterr().err.split())


def test_the_demonstration_is_never_handed_over(
    practice: Folder, export: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (practice.path / "practice.toml").read_text(encoding="utf-8")
    practice.write("practice.toml", text + "\n[demonstration]\ntoday = 2026-11-23\n")
    assert export() == 1
    assert "demonstration practice" in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize(("table", "told"), [("", False), ("\n[plan]\nper_week = 2\n", True)])
def test_gaps_are_told_to_those_who_have_set_out_to_share(
    table: str, told: bool, folder: Folder, build: Build
) -> None:
    text = (folder.path / "practice.toml").read_text(encoding="utf-8")
    folder.write("practice.toml", text + table)
    rules = {problem.rule for problem in build(folder.path).result.problems}
    assert ("plan-gap" in rules) is told


def test_four_months_of_silence_are_told_to_every_practice(folder: Folder, build: Build) -> None:
    built = build(folder.path, today=date(2027, 5, 1))
    (problem,) = [p for p in built.result.problems if p.rule == "plan-silence"]
    assert "SILENT" in problem.what


def _waiting(practice: Folder) -> set[str]:
    """The files of the posts that Buffer waits to post."""
    content, _ = read_content(practice.path)
    assert content is not None
    assert content.ledgers.handed_over
    uids = {row.uid for row in content.ledgers.handed_over}
    return {post.file for post in content.posts if post.uid in uids}


def _edit_summary(practice: Folder, file: str) -> None:
    text = (practice.path / file).read_text(encoding="utf-8")
    line = next(line for line in text.split("\n") if line.startswith("summary:"))
    practice.edit(file, line, 'summary: "We open again on Tuesday. Ask us."')


def test_an_edit_after_the_hand_over_is_told(
    practice: Folder, deploy: Run, export: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    deploy()
    export()
    capsys.readouterr()
    assert commands.check(str(practice.path), "", as_json=False) == 0
    assert "waits to post" not in capsys.readouterr().out
    for file in _waiting(practice):
        _edit_summary(practice, file)
    commands.check(str(practice.path), "", as_json=False)
    told = capsys.readouterr().out
    assert "Buffer waits to post it with an older text than it has now" in told
    assert "export buffer --week 2026-W48 --undo" in told


def test_what_was_withdrawn_is_in_no_upload_file_any_more(
    practice: Folder, deploy: Run, export: Run, tmp_path: Path
) -> None:
    deploy()
    export()
    assert _files(tmp_path)
    for file in _waiting(practice):
        practice.edit(file, "---\n", "---\nwithdrawn: 2026-11-20\n")
    deploy()
    assert not _files(tmp_path)


def test_an_emptied_ledger_is_damaged(
    practice: Folder, deploy: Run, export: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    deploy()
    export()
    (practice.path / "ledger/shared.toml").write_text("")
    assert export() == 1
    assert "is damaged" in " ".join(capsys.readouterr().err.split())


def test_a_kit_that_cannot_be_written_to_leaves_the_ledger_alone(
    practice: Folder, deploy: Run, export: Run, tmp_path: Path
) -> None:
    deploy()
    (tmp_path / "root/kit/buffer").write_text("in the way")
    assert export() == 1
    assert not (practice.path / "ledger/shared.toml").exists()


def test_a_far_week_hands_nothing_over_for_the_second_time_before_the_first(
    practice: Folder, deploy: Run, export: Run
) -> None:
    deploy()
    export("buffer", "2027-W06")
    content, _ = read_content(practice.path)
    assert content is not None
    assert all(row.turn == 0 for row in content.ledgers.handed_over or ())


def test_the_kit_of_a_deploy_takes_the_pages_for_online(deploy: Run, tmp_path: Path) -> None:
    deploy()
    page = (tmp_path / "root/kit/index.html").read_text(encoding="utf-8")
    assert "ready but not online" not in page
