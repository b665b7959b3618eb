"""The commands as a person types them: exit codes, what is told, and what is written."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from plugins.pelican_bridge import commands
from plugins.pelican_bridge.build_day import build_moment, end_of
from plugins.practice.reading import read_content
from tests.conftest import Folder

FLU = "articles/flu.md"


@pytest.fixture(autouse=True)
def _no_wide_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr(commands, "CACHE", tmp_path / "cache")


def run_build(folder: Folder, tmp_path: Path, today: str = "2026-11-21") -> int:
    output, kit = str(tmp_path / "output"), str(tmp_path / "kit")
    return commands.build(str(folder.path), output, kit, today, preview=False)


@pytest.mark.site
def test_a_build_tells_one_short_table(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_build(folder, tmp_path) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "posts published 4" in told
    assert re.search(r"pictures drawn \d\d pictures unchanged 0 ", told)
    assert "problems none" in told


@pytest.mark.site
def test_a_held_post_does_not_fail_the_build_and_is_told_with_file_line_why_and_fix(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.edit(FLU, "authors: [ada]", "authors: [aba]")
    assert run_build(folder, tmp_path) == 0
    told = capsys.readouterr().out
    assert "block articles/flu.md:4" in told
    assert "why " in told
    assert 'fix  did you mean "ada"' in told
    assert "Traceback" not in told


def test_held_posts_fail_the_check(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.check(str(folder.path), "", as_json=False) == 0
    folder.edit(FLU, "authors: [ada]", "authors: [aba]")
    capsys.readouterr()
    assert commands.check(str(folder.path), "", as_json=True) == 1
    (row, *_) = json.loads(capsys.readouterr().out)
    assert list(row) == ["rule", "severity", "file", "line", "what", "why", "fix"]
    assert (row["file"], row["line"]) == (FLU, 4)


def test_a_content_folder_that_is_not_there_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.check(str(tmp_path / "nowhere"), "", as_json=False) == 1
    assert "there is no such folder" in capsys.readouterr().out


@pytest.mark.parametrize("today", ["soon", "2026-13-01", "21.11.2026"])
def test_a_day_that_is_none_is_told(
    folder: Folder, tmp_path: Path, today: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_build(folder, tmp_path, today) == 1
    assert f'"{today}" is not a day' in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_told_without_a_traceback(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    output, kit = str(tmp_path / "file" / "output"), str(tmp_path / "kit")
    assert commands.build(str(folder.path), output, kit, "2026-11-21", preview=False) == 1
    told = capsys.readouterr().err
    assert "Not done." in told
    assert "Traceback" not in told


def test_a_mistake_of_our_own_is_told_as_one(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(commands, "plan_build", lambda *_: 1 / 0)
    assert commands.check(str(folder.path), "", as_json=False) == 3
    assert "a mistake in Housecall" in capsys.readouterr().err


def test_the_build_day_is_an_input(folder: Folder) -> None:
    content, _ = read_content(folder.path)
    assert content is not None
    practice = content.practice
    named = build_moment("2026-01-02", {"SOURCE_DATE_EPOCH": "0"}, practice)
    assert named == end_of(date(2026, 1, 2), practice)
    # 03:00 UTC is still the day before in New York.
    told = build_moment("", {"SOURCE_DATE_EPOCH": "1767322800"}, practice)
    assert told == end_of(date(2026, 1, 1), practice)


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("article", "articles/flu-season-2027.md"),
        ("question", "questions/flu-season-2027.md"),
        ("notice", "notices/flu-season-2027.md"),
        ("link", "links/flu-season-2027.md"),
        ("event", "events/flu-season-2027.md"),
        ("page", "pages/flu-season-2027.md"),
        ("person", "people/flu-season-2027.md"),
    ],
)
def test_new_writes_a_file_of_which_only_empty_fields_are_told(
    folder: Folder, kind: str, path: str
) -> None:
    assert commands.new(kind, 'Flu: "season" 2027!', "ada", str(folder.path)) == 0
    problems = folder.problems(path)
    assert {problem.rule for problem in problems} <= {"missing-field", "words-of-new"}


def test_new_gives_each_post_a_uid_of_its_own(folder: Folder) -> None:
    for title in ("One", "Two"):
        commands.new("article", title, "ada", str(folder.path))
    uids = {
        line
        for name in ("one", "two")
        for line in (folder.path / f"articles/{name}.md").read_text(encoding="utf-8").split("\n")
        if line.startswith("uid:")
    }
    assert len(uids) == 2


@pytest.mark.parametrize(
    ("kind", "title", "author", "said"),
    [
        ("artcle", "Flu", "ada", 'did you mean "article"'),
        ("article", "Flu", "aba", 'did you mean "ada"'),
        ("article", "???", "ada", "--title"),
        ("article", "Flu", "ada", "is there already"),
    ],
)
def test_new_tells_what_it_cannot_use(
    folder: Folder, kind: str, title: str, author: str, said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    assert commands.new(kind, title, author, str(folder.path)) == 1
    assert said in capsys.readouterr().err


def test_deploy_refuses_a_demonstration_and_an_address_that_is_nobodys(
    folder: Folder, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    target = str(tmp_path / "www")
    assert commands.deploy("folder", target, "", str(folder.path)) == 1
    assert "small.example.org is nobody's address" in capsys.readouterr().err
    folder.edit("practice.toml", "[[places]]", "[demonstration]\ntoday = 2026-11-21\n[[places]]")
    assert commands.deploy("folder", target, "", str(folder.path)) == 1
    assert "demonstration" in capsys.readouterr().err
    assert not (tmp_path / "www").exists()


def test_deploy_tells_a_way_that_is_none(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.deploy("ftp", "x", "", str(folder.path)) == 1
    assert "folder, rsync, pages" in capsys.readouterr().err
    assert commands.deploy("rsync", "", "", str(folder.path)) == 1
    assert "--target" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["abc", "80000", "-1", "0"])
def test_a_port_that_is_none_is_told(
    folder: Folder, port: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.serve(str(folder.path), port) == 1
    assert f'"{port}" is no port' in capsys.readouterr().err


def test_a_day_beyond_all_calendars_is_told(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "9" * 20)
    assert run_build(folder, tmp_path, "") == 1
    assert "is not a day" in capsys.readouterr().err


def test_an_option_in_the_place_of_a_target_is_refused(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.deploy("rsync", "-e sh", "", str(folder.path)) == 1
    assert "is an option" in capsys.readouterr().err
