"""An address that was public never becomes an error: a short page says why and whom to ask."""

from __future__ import annotations

from tests.conftest import Build, Folder

FLU = "articles/flu.md"
PAGE = "articles/flu/index.html"
LEDGER = """\
[posts.{uid}]
kind = "article"
lang = "en"
file = "articles/flu.md"
title = "Flu"
date = 2026-11-02T09:00:00-05:00
url = "{site}/articles/flu/"
since = 2026-11-02
"""


def _withdraw(folder: Folder) -> None:
    folder.edit(FLU, "---\n", "---\nwithdrawn: 2026-11-20\nwithdrawn_reason: a secret reason\n")


def _once_public(folder: Folder) -> None:
    content, _ = folder.read()
    assert content is not None
    post = next(post for post in content.posts if post.file == FLU)
    site = content.practice.site_url
    folder.write("ledger/uids.toml", LEDGER.format(uid=post.uid, site=site))


def test_a_withdrawn_post_leaves_a_short_page_and_nothing_else(
    folder: Folder, build: Build
) -> None:
    _withdraw(folder)
    built = build(folder.path)
    page = built.page(PAGE)
    assert "We have taken this page back" in page
    assert "November 20, 2026" in page
    assert 'name="robots" content="noindex"' in page
    public = [path for path in built.output.rglob("*") if path.is_file()]
    assert not any("secret reason" in path.read_text("utf-8", "ignore") for path in public)
    assert not (built.output / "share/flu").exists()
    for listing in ("index.html", "articles/index.html", "sitemap.xml", "feeds/all.xml"):
        if (built.output / listing).exists():
            assert "/articles/flu/" not in built.page(listing)


def test_its_translation_goes_with_it(folder: Folder, build: Build) -> None:
    folder.copy(FLU, "articles/cold.md", uid="colds12345")
    folder.copy("articles/flu.es.md", "articles/cold.es.md", uid="colds12346")
    _withdraw(folder)
    assert "Hemos retirado esta página" in build(folder.path).page("es/articles/flu/index.html")


def test_the_last_page_of_a_language_is_told_in_the_sites_own(folder: Folder, build: Build) -> None:
    _withdraw(folder)
    page = build(folder.path).page("es/articles/flu/index.html")
    assert "We have taken this page back" in page


def test_a_preview_does_not_bring_a_withdrawn_post_back(folder: Folder, build: Build) -> None:
    _withdraw(folder)
    assert "We have taken this page back" in build(folder.path, preview=True).page(PAGE)


def test_a_held_post_that_was_public_leaves_a_short_page(folder: Folder, build: Build) -> None:
    _once_public(folder)
    folder.edit(FLU, "summary:", "sumary:")
    page = build(folder.path).page(PAGE)
    assert "This page is not here for the moment" in page
    assert "noindex" in page


def test_a_deleted_post_that_was_public_leaves_a_short_page(folder: Folder, build: Build) -> None:
    _once_public(folder)
    (folder.path / FLU).unlink()
    (folder.path / "articles/flu.es.md").unlink()
    assert "This page is not here for the moment" in build(folder.path).page(PAGE)


def test_a_held_post_that_was_never_public_leaves_nothing(folder: Folder, build: Build) -> None:
    folder.edit(FLU, "summary:", "sumary:")
    assert not (build(folder.path).output / PAGE).exists()
