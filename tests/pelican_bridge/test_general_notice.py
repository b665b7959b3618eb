"""No health page goes online without the notice that it is general information."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.pelican_bridge.site_checks.general_notice import UnfitPagesError, check_general_notice
from plugins.practice.posts import Document
from plugins.practice.words import say
from tests.conftest import Build, Folder

PAGE = "articles/flu/index.html"


def test_a_built_site_has_the_notice_in_each_language(folder: Folder, build: Build) -> None:
    built = build(folder.path)
    assert built.result.pages
    for path, words in ((PAGE, "general information"), (f"es/{PAGE}", "información general")):
        assert words in built.page(path)


def test_a_theme_without_it_leaves_the_site_as_it_was(
    folder: Folder, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = build(folder.path)
    before = built.page(PAGE)

    def lost(*_: object) -> bool:
        return False

    monkeypatch.setattr("plugins.pelican_bridge.site_checks.general_notice._has_notice", lost)
    again = build(folder.path)
    problem = next(p for p in again.result.problems if p.rule == "missing-not-advice")
    assert problem.blocks
    assert "not_advice.html" in problem.fix
    assert again.page(PAGE) == before


@pytest.mark.parametrize(
    ("markup", "fits"),
    [
        (f"<aside>\n<p>{say('en', 'site.not_advice', emergency='<a>911</a>')}</p></aside>", True),
        (f"<p>{say('en', 'site.not_advice', emergency='911')}</p>", False),
        ("<aside>This page is general information.</aside>", False),
        ("", False),
    ],
)
def test_the_whole_notice_must_stand_there(
    folder: Folder, tmp_path: Path, markup: str, fits: bool
) -> None:
    content, _ = folder.read()
    assert content is not None
    article = next(post for post in content.posts if post.file == "articles/flu.md")
    printed: dict[str, Document] = {"flu.html": article}
    (tmp_path / "flu.html").write_text(f"<html><body>{markup}</body></html>", encoding="utf-8")
    if fits:
        check_general_notice(tmp_path, printed)
        return
    with pytest.raises(UnfitPagesError, match="general information"):
        check_general_notice(tmp_path, printed)
