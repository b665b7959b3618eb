"""A build replaces its own folders and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.pelican_bridge.mistakes import WrongUseError
from plugins.pelican_bridge.targets import check_targets


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for folder in ("content", "output", "kit", "letters", "empty"):
        (tmp_path / folder).mkdir()
    (tmp_path / "output" / "sitemap.xml").write_text("")
    (tmp_path / "kit" / "posts.json").write_text("")
    (tmp_path / "letters" / "dear.txt").write_text("")
    return tmp_path


@pytest.mark.parametrize(
    ("output", "kit"), [("output", "kit"), ("empty", "new/kit"), ("output", "empty")]
)
def test_a_builds_own_folders_empty_ones_and_new_ones_are_taken(
    home: Path, output: str, kit: str
) -> None:
    check_targets(home / "content", home / output, home / kit)


@pytest.mark.parametrize(
    ("output", "kit"),
    [
        ("letters", "kit"),
        ("output", "letters"),
        ("kit", "output"),
        (".", "kit"),
        ("content", "kit"),
        ("content/out", "kit"),
        ("output", "output/kit"),
        ("output", "output"),
        ("letters/dear.txt", "kit"),
    ],
)
def test_any_other_folder_is_refused_and_left_alone(home: Path, output: str, kit: str) -> None:
    before = sorted(home.rglob("*"))
    with pytest.raises(WrongUseError):
        check_targets(home / "content", home / output, home / kit)
    assert sorted(home.rglob("*")) == before
