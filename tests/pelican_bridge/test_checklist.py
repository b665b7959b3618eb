"""What `check` prints: lists to tick off, what is nearest to done first."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.pelican_bridge import commands
from tests.conftest import Folder

FLU = "articles/flu.md"
SHOT = "questions/flu-shot.md"


@pytest.fixture(autouse=True)
def _no_wide_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr(commands, "CACHE", tmp_path / "cache")


def told(
    folder: Folder, capsys: pytest.CaptureFixture[str], *, file: str = "", code: int = 1
) -> str:
    capsys.readouterr()
    assert commands.check(str(folder.path), file, as_json=False) == code
    return capsys.readouterr().out


def test_each_post_has_a_list_with_its_title_and_the_reason_and_fix_of_each_item(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.edit(FLU, "authors: [ada]", "authors: [aba]")
    out = told(folder, capsys)
    assert f"What to do about the flu {FLU}\n  1 thing stands between it and publication:\n" in out
    assert '[ ] line 4  `authors` names "aba"' in out
    assert "      why  the page would name or link to nobody\n" in out
    assert '      fix  did you mean "ada"?' in out


def test_the_next_three_steps_come_first_from_what_is_nearest_to_done(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.edit(SHOT, "authors: [ada]", "authors: [aba]")
    folder.edit(FLU, "authors: [ada]", "authors: [aba, abb]")
    folder.edit(FLU, "topics: [flu]", "topics: [flue]")
    out = told(folder, capsys)
    steps = out.partition("\n\n")[0].split("\n")
    assert steps[0] == "Do this next"
    assert steps[1].startswith(f"  1. {SHOT}:4")
    assert steps[3].startswith(f"  2. {FLU}:4")
    assert steps[5].startswith(f"  3. {FLU}:4")
    assert len(steps) == 7


def test_a_draft_has_the_same_list_and_ends_with_the_line_to_delete(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.edit(FLU, "authors: [ada]", "authors: [aba]\ndraft: true")
    out = told(folder, capsys, code=0)
    assert "[ ] line 4" in out
    assert "[ ] when all is done: delete the line draft: true" in out


def test_a_warning_is_no_item_to_tick_off(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.edit(FLU, "topics: [flu]", "topics: [flu]\nnonsense: 1")
    out = told(folder, capsys, code=0)
    assert " -  warn line 6  there is no field `nonsense`" in out
    assert "[ ]" not in out
    assert "Do this next" not in out


def test_one_file_can_be_asked_for_alone(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.edit(SHOT, "authors: [ada]", "authors: [aba]")
    folder.edit(FLU, "authors: [ada]", "authors: [aba]")
    out = told(folder, capsys, file=f"content/{SHOT}")
    assert SHOT in out
    assert FLU not in out


def test_words_in_brackets_are_printed_as_they_stand(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.edit(FLU, "title: What", 'title: "[bold]What[/bold] [x"\nabc: 1 #')
    assert "[bold]What[/bold] [x" in told(folder, capsys, code=0)
