"""The page for a second reader: all that goes out, in one file that needs nothing else."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import cast

import pytest
from lxml import html
from PIL import Image

from plugins.editorial_review.approvals.hashing import short_hash
from plugins.pelican_bridge.approvals.approving import record_approval
from plugins.pelican_bridge.build import ROOT
from plugins.pelican_bridge.build_day import end_of
from plugins.pelican_bridge.plan import plan_build
from plugins.pelican_bridge.planned import BuildPlan
from plugins.pelican_bridge.review_page import command, recorder
from plugins.pelican_bridge.review_page.command import ReviewRequest, review, view_of
from plugins.pelican_bridge.review_page.local_form import Approving
from plugins.pelican_bridge.review_page.page import review_page
from plugins.share_graphics.cache import GraphicCache
from tests.conftest import TODAY, Folder

FLU = "articles/flu.md"
pytestmark = pytest.mark.reviewed


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands take this day for today, and find no browser."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795262400")
    monkeypatch.setattr(command, "find_browser", str)


@pytest.fixture
def cache(tmp_path: Path) -> GraphicCache:
    return GraphicCache(tmp_path / "cache" / "graphics")


def plan_of(folder: Folder, cache: GraphicCache) -> BuildPlan:
    content, _ = folder.read()
    assert content
    return plan_build(content, end_of(TODAY, content.practice), preview=True, cache=cache)


def page_of(folder: Folder, cache: GraphicCache, file: str = FLU) -> str:
    plan = plan_of(folder, cache)
    planned = next(p for p in plan.posts if p.post.file == file)
    return review_page(view_of(planned, plan, cache), plan.content.practice).decode()


def words_of(page: str) -> str:
    return " ".join("".join(found(page, "//body//text()")).split())


def found(page: str, path: str) -> list[str]:
    """What an XPath finds, each as a text."""
    return [str(one) for one in cast("list[object]", html.document_fromstring(page).xpath(path))]


def run(folder: Folder, tmp_path: Path, file: str = FLU, output: str = "") -> int:
    request = ReviewRequest(
        file=file,
        output=output or str(tmp_path / "page.html"),
        content=folder.path,
        cache=tmp_path / "cache",
    )
    return review(request)


def test_the_page_asks_nobody_for_anything_and_runs_nothing(
    folder: Folder, cache: GraphicCache
) -> None:
    page = page_of(folder, cache)
    assert "default-src 'none'; img-src data:" in page
    assert found(page, "//script|//iframe|//link[not(starts-with(@href, 'data:'))]") == []
    sources = found(page, "//@src")
    assert sources
    assert all(one.startswith("data:image/jpeg") for one in sources)
    style = "".join(found(page, "//style/text()"))
    assert {url.partition(":")[0] for url in re.findall(r"url\(\"?([^\")]+)", style)} == {"data"}
    assert "@import" not in style


def test_everything_that_goes_out_stands_on_it(folder: Folder, cache: GraphicCache) -> None:
    plan = plan_of(folder, cache)
    planned = next(p for p in plan.posts if p.post.file == FLU)
    page = page_of(folder, cache)
    words = words_of(page)
    assert "Most people get well at home." in words
    assert "Rest and drink." in words
    for snippet in planned.snippets.values():
        assert " ".join(snippet.text.split()) in words
        assert f"{snippet.length:,} of {snippet.limit:,}" in words
    assert found(page, "//figure/img/@alt") == [
        graphic.alt for graphic in planned.graphics.values()
    ]
    for key in planned.post.sources:
        assert plan.content.sources[key].title in unescape(words)


def test_it_says_who_asks_and_what_is_signed(folder: Folder, cache: GraphicCache) -> None:
    plan = plan_of(folder, cache)
    short = short_hash(plan.standings[FLU].text)
    words = words_of(page_of(folder, cache))
    assert "From Ada Able, MD." in words
    assert "Nobody has approved this text yet." in words
    assert f'approve {FLU} --as ID --recorded-by ID --hash "{short}"' in words
    for asked in ("Name", "Role", "Date", "Signature", "real person other than staff? yes no"):
        assert asked in words
    assert f'content: "Text {short}"' in page_of(folder, cache)


def test_before_the_first_approval_nothing_is_said_of_changes(
    folder: Folder, cache: GraphicCache
) -> None:
    assert "What changed since the last approval" not in words_of(page_of(folder, cache))


def approve(folder: Folder, cache: GraphicCache, file: str = FLU) -> None:
    for person in ("ada", "ben"):
        plan = plan_of(folder, cache)
        post = next(p.post for p in plan.posts if p.post.file == file)
        record_approval(plan, post, person=person, about_a_person=False)


def test_a_newer_text_is_shown_with_the_words_that_changed(
    folder: Folder, cache: GraphicCache
) -> None:
    approve(folder, cache)
    assert "Enough people have approved exactly this text." in words_of(page_of(folder, cache))
    folder.edit(FLU, "Most people get well at home.", "Nearly all people get well at home.")
    folder.edit(FLU, "  - Rest and drink.", "  - Rest and drink a lot.")
    words = words_of(page_of(folder, cache))
    assert "What changed since the last approval" in words
    assert "approved before stays public until this one is approved" in words
    assert "[removed: Most][added: Nearly all] people get well at home." in words
    assert "Rest and drink[added: a lot]." in words
    assert re.search(r"\d paragraphs as before", words)


def test_a_draft_can_be_reviewed(folder: Folder, cache: GraphicCache) -> None:
    folder.edit(FLU, "topics: [flu]", "topics: [flu]\ndraft: true")
    words = words_of(page_of(folder, cache))
    assert "It is a draft" in words
    assert "Most people get well at home." in words


def test_a_held_text_is_shown_without_what_could_run_or_ask(
    folder: Folder, cache: GraphicCache
) -> None:
    evil = (
        "\n\n<script>alert(1)</script>\n\n<img src=x onerror=alert(2)>\n\n"
        '<iframe src="https://evil.example/"></iframe>\n\n![Alt](missing.jpg)\n\n'
        '<a href="javascript:alert(3)">Here</a> [There](nowhere.md)\n\n<svg onload=alert(4)></svg>'
    )
    folder.edit(FLU, "- Call us.", f"- Call us.{evil}")
    page = page_of(folder, cache)
    words = words_of(page)
    assert "Keeps it back" in words
    assert "Most people get well at home." in words
    assert found(page, "//script|//iframe|//object|//embed") == []
    assert found(page, "//@*[starts-with(name(), 'on')]") == []
    assert not any("javascript" in link.lower() for link in found(page, "//@href"))
    assert all(source.startswith("data:") for source in found(page, "//@src"))


def test_a_withdrawn_post_says_why_there_is_no_page(folder: Folder, cache: GraphicCache) -> None:
    folder.edit(FLU, "topics: [flu]", "topics: [flu]\nwithdrawn: 2026-11-20")
    assert "it was taken back" in words_of(page_of(folder, cache))


def test_a_picture_of_the_text_stands_inside_the_page(folder: Folder, cache: GraphicCache) -> None:
    (folder.path / "images").mkdir(exist_ok=True)
    Image.new("RGB", (3000, 2000), "#0f5c6e").save(folder.path / "images" / "tea.jpg")
    folder.edit(FLU, "- Call us.", "- Call us.\n\n![A cup of tea](tea.jpg)")
    (source,) = found(page_of(folder, cache), "//img[@alt='A cup of tea']/@src")
    assert source.startswith("data:image/jpeg;base64,")
    assert len(source) < 60_000


def test_the_command_writes_one_file_and_tells_how_to_go_on(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, tmp_path) == 0
    told = capsys.readouterr().out
    assert (tmp_path / "page.html").stat().st_size > 100_000
    assert "No PDF: no browser was found that prints." in told
    assert "Ctrl-P" in told
    assert f"approve {FLU} --as ID" in told


def test_a_file_is_found_however_its_path_is_typed(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.path.parent)
    for file in (FLU, f"content/{FLU}", str(folder.path / FLU)):
        assert run(folder, tmp_path, file) == 0


def test_a_wrong_file_is_told_with_the_nearest_one(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, tmp_path, "articles/fluu.md") == 1
    assert f'Did you mean "{FLU}"?' in " ".join(capsys.readouterr().err.split())


def test_a_file_that_cannot_be_read_is_told_with_its_mistakes(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.edit(FLU, "title: What to do about the flu\n", "")
    assert run(folder, tmp_path) == 1
    told = capsys.readouterr()
    assert "title" in told.out
    assert "cannot be read as a post yet" in told.err
    assert not (tmp_path / "page.html").exists()


@pytest.mark.parametrize("inside", ["output/flu.html", "kit/flu.html"])
def test_a_review_page_never_goes_where_the_public_or_a_build_finds_it(
    folder: Folder, tmp_path: Path, inside: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, tmp_path, output=str(ROOT / inside)) == 1
    assert run(folder, tmp_path, output=str(folder.path / "flu.html")) == 1
    assert "Choose another place" in " ".join(capsys.readouterr().err.split())


def test_the_usual_place_is_kept_out_of_git() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    assert f"/{command.FOLDER.name}/" in ignored


def asked(plan: BuildPlan, person: str = "ada", **changes: object) -> Approving:
    values = {"hash": plan.standings[FLU].text, "person": person, "recorded_by": ""}
    return Approving(**{**values, "about_a_person": False, **changes})  # type: ignore[arg-type]


def test_the_form_writes_an_approval_and_says_what_is_still_missing(
    folder: Folder, cache: GraphicCache
) -> None:
    plan = plan_of(folder, cache)
    uid = next(p.post.uid for p in plan.posts if p.post.file == FLU)
    first = recorder.record(folder.path, cache.folder, uid, asked(plan))
    assert first.written, first.said
    assert "Ada Able, MD" in first.said
    assert first.missing
    second = recorder.record(folder.path, cache.folder, uid, asked(plan, "ben"))
    assert second.written
    assert second.missing == ()
    assert plan_of(folder, cache).standings[FLU].is_approved


def test_a_text_that_changed_since_it_was_shown_is_not_approved(
    folder: Folder, cache: GraphicCache
) -> None:
    plan = plan_of(folder, cache)
    uid = next(p.post.uid for p in plan.posts if p.post.file == FLU)
    folder.edit(FLU, "Most people get well", "Most people  get well")
    outcome = recorder.record(folder.path, cache.folder, uid, asked(plan))
    assert not outcome.written
    assert "the text has changed since this page was made" in outcome.said
    assert not (folder.path / "approvals").exists()


def test_the_rules_of_approve_hold_for_the_form_too(folder: Folder, cache: GraphicCache) -> None:
    plan = plan_of(folder, cache)
    uid = next(p.post.uid for p in plan.posts if p.post.file == FLU)
    nobody = recorder.record(folder.path, cache.folder, uid, asked(plan, "nobody"))
    assert not nobody.written
    assert 'There is no person "nobody"' in nobody.said
    folder.write("practice.toml", "[practice")
    broken = recorder.record(folder.path, cache.folder, uid, asked(plan))
    assert not broken.written
    assert "cannot be read now" in broken.said


def test_where_approvals_are_signed_the_form_writes_none(
    folder: Folder, cache: GraphicCache
) -> None:
    settings = (folder.path / "practice.toml").read_text(encoding="utf-8")
    folder.write("practice.toml", f"{settings}\n[review]\nsigned = true\n")
    plan = plan_of(folder, cache)
    uid = next(p.post.uid for p in plan.posts if p.post.file == FLU)
    outcome = recorder.record(folder.path, cache.folder, uid, asked(plan))
    assert not outcome.written
    assert "signed" in outcome.said
    assert not (folder.path / "approvals").exists()
