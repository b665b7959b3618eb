"""An approved text stays public until a newer one is approved, whatever becomes of the file."""

from __future__ import annotations

import io
import json
from datetime import date

import pytest
from PIL import Image

from plugins.practice.posts import State
from plugins.practice.problems import Problem
from tests.approved import FLU, SPANISH, approved, review_by_approvals_alone
from tests.approving import approve, approve_all, newest, plan_of
from tests.conftest import Build, Folder

OLD = "Most people get well at home."
NEW = "Nearly everybody gets well at home."
PAGE = "articles/flu/index.html"
UID = "a123456789"


@pytest.fixture(autouse=True)
def by_approvals(unreviewed: None, monkeypatch: pytest.MonkeyPatch) -> None:
    review_by_approvals_alone(monkeypatch)


def blocks(folder: Folder, file: str = FLU) -> list[Problem]:
    return [p for p in plan_of(folder.path).problems if p.file == file and p.blocks]


def picture(color: str) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (64, 48), color).save(buffer, "PNG")
    return buffer.getvalue()


def test_nothing_is_public_before_two_people_have_approved_it(folder: Folder, build: Build) -> None:
    built = build(folder.path)
    assert not (built.output / PAGE).exists()
    approve_all(folder.path)
    assert OLD in build(folder.path).page(PAGE)


def test_a_typo_fix_played_through(folder: Folder, build: Build) -> None:
    approved(folder)
    folder.edit(FLU, OLD, NEW)
    built = build(folder.path)
    assert OLD in built.page(PAGE)
    assert NEW not in built.page(PAGE)
    for path in (built.output / "feeds").rglob("*.xml"):
        assert NEW not in path.read_text(encoding="utf-8")
    (problem,) = blocks(folder)
    assert problem.newer
    assert "the text has changed since" in problem.what
    assert "the approved text of Nov 21, 2026 stays public" in problem.what
    for person in ("ada", "ben"):
        approve(plan_of(folder.path), FLU, person)
    built = build(folder.path)
    assert NEW in built.page(PAGE)
    assert blocks(folder) == []


def test_one_new_approval_of_two_keeps_the_old_text(folder: Folder) -> None:
    approved(folder)
    folder.edit(FLU, OLD, NEW)
    approve(plan_of(folder.path), FLU, "ada")
    plan = plan_of(folder.path)
    assert plan.newer == {FLU}
    assert plan.waiting[FLU].post.text.startswith(NEW)
    assert not plan.standings[FLU].is_approved
    assert plan.public[FLU].is_approved
    assert "approved by Ada Able" in blocks(folder)[0].what


def test_taking_an_edit_back_needs_no_approval(folder: Folder) -> None:
    approved(folder)
    folder.edit(FLU, OLD, NEW)
    folder.edit(FLU, NEW, OLD)
    plan = plan_of(folder.path)
    assert plan.newer == frozenset()
    assert blocks(folder) == []


def test_problems_of_the_newer_text_are_told_and_hold_nothing(folder: Folder) -> None:
    approved(folder)
    folder.edit(FLU, "[@one]", "[@nowhere] [a link](missing.md)")
    plan = plan_of(folder.path)
    told = [p for p in plan.problems if p.file == FLU and p.blocks]
    assert {p.newer for p in told} == {True}
    assert any("nowhere" in p.what for p in told)
    assert any("missing.md" in p.what for p in told)
    assert newest(plan, FLU).post.text != plan.posts[0].post.text
    assert plan.count(State.HELD) == 0


def test_a_file_that_can_no_longer_be_read_keeps_its_approved_text(
    folder: Folder, build: Build
) -> None:
    approved(folder)
    folder.edit(FLU, "title: What", 'title: "What')
    assert OLD in build(folder.path).page(PAGE)
    plan = plan_of(folder.path)
    assert plan.newer == {FLU, SPANISH}  # without its original, the translation cannot be read
    assert plan.waiting == {}
    assert all(p.newer for p in plan.problems if p.file == FLU and p.blocks)
    assert blocks(folder)


@pytest.mark.parametrize("line", ["draft: true", "draft: yes", "withdrawn: 2026-11-20"])
def test_a_damaged_file_that_wants_to_be_back_in_the_drawer_is_not_public(
    folder: Folder, build: Build, line: str
) -> None:
    approved(folder)
    folder.edit(FLU, "title: What", f'{line}\ntitle: "What')
    assert not (build(folder.path).output / PAGE).exists()


def test_a_deleted_file_is_gone(folder: Folder, build: Build) -> None:
    approved(folder)
    (folder.path / FLU).unlink()
    built = build(folder.path)
    assert not (built.output / PAGE).exists()


def test_what_is_no_text_is_always_as_the_file_has_it(folder: Folder) -> None:
    approved(folder)
    folder.edit(FLU, OLD, NEW)
    folder.edit(FLU, "uid:", "slug: influenza\nuid:")
    folder.edit(FLU, "2026-11-02 09:00", "2026-12-24 09:00")
    folder.edit(FLU, "share:\n", "share:\n  networks: [x]\n")
    plan = plan_of(folder.path)
    (flu,) = [p for p in plan.posts if p.post.file == FLU]
    assert flu.post.text.startswith(OLD)
    assert (flu.post.slug, flu.post.date.date()) == ("influenza", date(2026, 12, 24))
    assert flu.post.share.networks == ("x",)
    assert flu.state is State.SCHEDULED


def test_changing_the_day_or_the_networks_needs_no_approval(folder: Folder) -> None:
    approved(folder)
    folder.edit(FLU, "2026-11-02 09:00", "2026-11-05 10:00")
    folder.edit(FLU, "share:\n", "share:\n  networks: [x]\n")
    assert plan_of(folder.path).newer == frozenset()
    assert blocks(folder) == []


def test_withdrawing_works_though_a_newer_text_waits(folder: Folder, build: Build) -> None:
    approved(folder)
    folder.edit(FLU, OLD, NEW)
    folder.edit(FLU, "uid:", "withdrawn: 2026-11-20\nuid:")
    plan = plan_of(folder.path)
    states = {p.post.file: p.state for p in plan.posts}
    assert states[FLU] is State.WITHDRAWN
    assert states[SPANISH] is State.WITHDRAWN


def test_an_approved_post_that_becomes_a_draft_is_one(folder: Folder) -> None:
    approved(folder)
    folder.edit(FLU, OLD, NEW)
    folder.edit(FLU, "uid:", "draft: true\nuid:")
    plan = plan_of(folder.path)
    assert plan.newer == frozenset()
    assert newest(plan, FLU).state is State.DRAFT


def test_a_preview_shows_the_newest_text(folder: Folder, build: Build) -> None:
    approved(folder)
    folder.edit(FLU, OLD, NEW)
    assert NEW in build(folder.path, preview=True).page(PAGE)


def test_a_renamed_file_keeps_its_approvals(folder: Folder) -> None:
    approved(folder)
    (folder.path / SPANISH).unlink()
    (folder.path / FLU).rename(folder.path / "articles/influenza.md")
    plan = plan_of(folder.path)
    assert newest(plan, "articles/influenza.md").state is State.PUBLISHED
    folder.edit("articles/influenza.md", OLD, NEW)
    plan = plan_of(folder.path)
    assert plan.newer == {"articles/influenza.md"}


def test_the_old_picture_stays_public_with_the_old_text(folder: Folder, build: Build) -> None:
    folder.write("images/hands.png", picture("red"))
    folder.edit(FLU, "\n---\n", "\nimage: hands.png\nimage_alt: Hands\n---\n![Hands](hands.png)\n")
    folder.edit(SPANISH, "uid:", "image_alt: Manos\nuid:")
    approved(folder)
    folder.write("images/hands.png", picture("blue"))
    built = build(folder.path)
    (kept,) = [p for p in (built.output / "images").iterdir() if p.name != "hands.png"]
    assert Image.open(kept).convert("RGB").getpixel((1, 1)) == (255, 0, 0)
    assert not (built.output / "images/hands.png").exists()
    page = built.page(PAGE)
    assert page.count(kept.name) >= 2
    assert "hands.png" not in page.replace(kept.name, "")
    assert blocks(folder)[0].newer
    # The Spanish text takes its picture from the English one: from the approved one.
    assert kept.name in built.page("es/articles/flu/index.html")
    for person in ("ada", "ben"):
        approve(plan_of(folder.path), FLU, person)
    built = build(folder.path)
    assert "images/hands.png" in built.page(PAGE)
    assert Image.open(built.output / "images/hands.png").convert("RGB").getpixel((1, 1)) == (
        0,
        0,
        255,
    )


def test_a_deleted_picture_stays_public_with_the_approved_text(
    folder: Folder, build: Build
) -> None:
    folder.write("images/hands.png", picture("red"))
    folder.edit(FLU, "\n---\n", "\n---\n![Hands](hands.png)\n")
    approved(folder)
    (folder.path / "images/hands.png").unlink()
    assert "hands-" in build(folder.path).page(PAGE)
    assert all(problem.newer for problem in blocks(folder))


def test_a_translation_shows_what_is_public_of_its_original(folder: Folder) -> None:
    approved(folder)
    folder.edit(FLU, "last_reviewed: 2026-11-01", "last_reviewed: 2026-11-15")
    plan = plan_of(folder.path)
    posts = {p.post.file: p.post for p in plan.posts}
    assert posts[SPANISH].last_reviewed == date(2026, 11, 1)  # type: ignore[attr-defined]
    assert plan.newer == {FLU}


def test_a_copy_that_somebody_changed_is_no_approved_text(folder: Folder) -> None:
    approved(folder)
    copy = f"approvals/{UID}/approved.md"
    folder.edit(copy, OLD, "A forged text.")
    assert newest(plan_of(folder.path), FLU).state is State.PUBLISHED
    folder.edit(FLU, OLD, NEW)
    plan = plan_of(folder.path)
    assert newest(plan, FLU).state is State.HELD
    assert plan.newer == frozenset()


def test_an_approved_text_without_its_copy_is_told(folder: Folder) -> None:
    approved(folder)
    (folder.path / f"approvals/{UID}/approved.md").unlink()
    (problem,) = [p for p in plan_of(folder.path).problems if p.rule == "copy-not-kept"]
    assert problem.file == FLU
    assert not problem.blocks


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[[approvals]]", "[[approvals", "cannot be read"),
        ("about_a_person = false\n", "", "about_a_person"),
        ('role = "clinical"', 'role = "boss"', "boss"),
        ("on = 2026-11-21", "on = 2026-13-41", ""),
        ('uid = "a123456789"', 'uid = "z123456789"', "its folder is"),
        ("[[approvals]]", "<<<<<<< HEAD\n[[approvals]]", "the mark"),
    ],
)
def test_a_damaged_approval_file_holds_its_post_and_no_other(
    folder: Folder, old: str, new: str, words: str
) -> None:
    approved(folder)
    folder.edit(f"approvals/{UID}/approval.toml", old, new)
    plan = plan_of(folder.path)
    states = {p.post.file: p.state for p in plan.posts}
    assert states[FLU] is State.HELD
    assert states["questions/flu-shot.md"] is State.PUBLISHED
    told = [p for p in plan.problems if p.rule == "damaged-approval"]
    assert told
    assert any(words in p.what for p in told)


def test_a_byte_order_mark_damages_no_approval(folder: Folder) -> None:
    approved(folder)
    path = folder.path / f"approvals/{UID}/approval.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert newest(plan_of(folder.path), FLU).state is State.PUBLISHED


def test_two_posts_of_one_uid_do_not_share_an_approval(folder: Folder) -> None:
    approved(folder)
    folder.copy(FLU, "articles/other.md", title="Another one")
    plan = plan_of(folder.path)
    states = {p.post.file: p.state for p in plan.posts}
    assert states[FLU] is State.PUBLISHED
    assert states["articles/other.md"] is State.HELD


def test_an_address_that_two_posts_want_is_told_once(folder: Folder) -> None:
    approved(folder)
    folder.edit(FLU, OLD, NEW)
    folder.edit(FLU, "uid:", "slug: flu-shot\nuid:")
    told = [p for p in plan_of(folder.path).problems if p.rule == "repeated-slug"]
    assert len(told) == 1
    assert not told[0].newer


def test_one_who_left_keeps_earlier_approvals_valid(folder: Folder, build: Build) -> None:
    approve(plan_of(folder.path), FLU, "ada")
    approve(plan_of(folder.path), FLU, "ben")
    folder.edit("people/ben.md", "role:", "left: 2026-11-30\nrole:")
    later = date(2026, 12, 5)
    assert OLD in build(folder.path, today=later).page(PAGE)
    folder.edit(FLU, OLD, NEW)
    assert OLD in build(folder.path, today=later).page(PAGE)
    plan = plan_of(folder.path, later)
    approve(plan, FLU, "ben")
    approve(plan_of(folder.path, later), FLU, "ada")
    plan = plan_of(folder.path, later)
    assert plan.newer == {FLU}
    (problem,) = [p for p in plan.problems if p.file == FLU and p.blocks]
    assert 'that of "ben" does not count: Ben Baker left on Nov 30, 2026' in problem.what


def test_a_reader_from_outside_is_not_on_the_team_page(folder: Folder, build: Build) -> None:
    approved(folder)
    built = build(folder.path)
    assert "Rosa Reader" not in built.page("people/index.html")
    assert "Rosa Reader" not in built.page("index.html")
    assert "Ada Able" in built.page("people/index.html")


def test_texts_for_networks_that_changed_since_the_approval_are_marked(
    folder: Folder, build: Build
) -> None:
    folder.edit(FLU, "share:\n  hashtags: [Flu, FluSeason]\n", "")
    approved(folder)

    def changed(to: str) -> dict[str, bool]:
        built = build(folder.path, to=to)
        posts = json.loads((built.kit / "posts.json").read_text(encoding="utf-8"))["posts"]
        (flu,) = [post for post in posts if post["uid"] == UID]
        return {name: row["changed_since_approval"] for name, row in flu["networks"].items()}

    assert set(changed("").values()) == {False}
    tag = '[networks.facebook]\nhashtags = ["#SmallPractice"]'
    folder.edit("practice.toml", "[networks.facebook]", tag)
    found = changed("2")
    assert found["facebook"] is True
    assert found["x"] is False
    assert "This text has changed since it was approved" in (
        (build(folder.path, to="2").kit / "index.html").read_text(encoding="utf-8")
    )
    assert plan_of(folder.path).newer == frozenset()
    for person in ("reader-one", "reader-two"):
        approve(plan_of(folder.path), FLU, person)
    assert changed("3")["facebook"] is False


def test_another_address_of_the_site_is_no_change_of_a_text(folder: Folder) -> None:
    approved(folder)
    folder.edit("practice.toml", "https://small.example.org", "http://127.0.0.1:8000")
    (flu,) = [p for p in plan_of(folder.path).posts if p.post.file == FLU]
    assert flu.changed["facebook"] is False
