"""The site is carried whole: new files before pages, removed files last."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.pelican_bridge import deploying
from plugins.pelican_bridge.deploying import copy_to, push_to, rsync_to
from plugins.pelican_bridge.mistakes import WrongUseError
from plugins.practice.reading import read_content
from plugins.practice.settings import Practice
from tests.conftest import Folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for file in ("index.html", "share/flu/card.jpg", "theme/style.css", "sitemap.xml"):
        path = tmp_path / "site" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file)
    return tmp_path / "site"


@pytest.fixture
def practice(folder: Folder) -> Practice:
    content, _ = read_content(folder.path)
    assert content is not None
    return replace(content.practice, site_url="https://www.practice.health")


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and ".git" not in path.parts
    }


def test_a_folder_gets_pictures_before_pages_and_loses_old_files_last(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "www"
    (target / "gone").mkdir(parents=True)
    (target / "gone" / "old.html").write_text("old")
    (target / "sitemap.xml").write_text("old")
    order: list[str] = []
    copy = deploying._copy

    def watched(source: Path, to: Path) -> None:
        assert (target / "gone" / "old.html").exists()
        order.append(to.relative_to(target).as_posix())
        copy(source, to)

    monkeypatch.setattr(deploying, "_copy", watched)
    copy_to(site, target)
    assert order == ["share/flu/card.jpg", "theme/style.css", "index.html", "sitemap.xml"]
    assert files(target) == files(site)
    assert not (target / "gone").exists()


def test_a_file_that_is_the_same_is_left_alone(site: Path, tmp_path: Path) -> None:
    target = tmp_path / "www"
    copy_to(site, target)
    os.utime(target / "index.html", (1, 1))
    copy_to(site, target)
    assert (target / "index.html").stat().st_mtime == 1


def test_rsync_is_asked_for_pictures_then_all_then_to_delete(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(deploying.shutil, "which", lambda name: name)
    monkeypatch.setattr(deploying.subprocess, "call", lambda command: asked.append(command) or 0)
    rsync_to(site, "host:/www")
    assert "--exclude=*.html" in asked[0]
    assert not [option for option in asked[1] if option.startswith(("--exclude", "--delete"))]
    assert "--delete-after" in asked[2]
    assert {command[-2] for command in asked} == {f"{site}/"}


def test_a_machine_without_rsync_is_told_how_to_get_it(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deploying.shutil, "which", lambda name: None)
    with pytest.raises(WrongUseError, match="apt-get install rsync"):
        rsync_to(site, "host:/www")


def git(*arguments: str, cwd: Path) -> str:
    command = ["git", "-c", "init.defaultBranch=main", *arguments]
    return subprocess.run(command, cwd=cwd, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of a practice, whose remote is a bare one on this machine."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Practice")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "practice@example.org")
    (tmp_path / "clone").mkdir()
    git("init", "--bare", "hub.git", cwd=tmp_path)
    git("init", cwd=tmp_path / "clone")
    git("remote", "add", "origin", "../hub.git", cwd=tmp_path / "clone")
    monkeypatch.chdir(tmp_path / "clone")
    return tmp_path / "clone"


def test_pages_get_a_branch_with_the_site_its_name_and_its_history(
    site: Path, clone: Path, practice: Practice
) -> None:
    push_to(site, practice, "origin", "gh-pages")
    hub = clone.parent / "hub.git"
    assert git("show", "gh-pages:index.html", cwd=hub) == "index.html"
    assert git("show", "gh-pages:CNAME", cwd=hub).strip() == "www.practice.health"
    (site / "index.html").write_text("second")
    (site / "theme" / "style.css").unlink()
    push_to(site, practice, "origin", "gh-pages")
    assert git("show", "gh-pages:index.html", cwd=hub) == "second"
    assert "style.css" not in git("ls-tree", "-r", "gh-pages", cwd=hub)
    assert git("rev-list", "--count", "gh-pages", cwd=hub).strip() == "2"


def test_a_remote_that_is_not_there_is_told(site: Path, clone: Path, practice: Practice) -> None:
    git("remote", "set-url", "origin", "../nowhere.git", cwd=clone)
    with pytest.raises(WrongUseError, match="git could not"):
        push_to(site, practice, "origin", "gh-pages")


def test_a_folder_that_holds_something_else_is_refused(site: Path, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter.txt").write_text("dear")
    with pytest.raises(WrongUseError, match="no site"):
        copy_to(site, tmp_path / "home")
    assert files(tmp_path / "home") == {"letter.txt": "dear"}


def test_a_host_of_githubs_own_gets_no_cname(site: Path, clone: Path, practice: Practice) -> None:
    push_to(site, replace(practice, site_url="https://clinic.github.io"), "origin", "gh-pages")
    assert "CNAME" not in git("ls-tree", "-r", "gh-pages", cwd=clone.parent / "hub.git")
