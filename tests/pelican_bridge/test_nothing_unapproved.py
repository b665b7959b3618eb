"""What was not approved, or was taken back, is not public: whatever a file is named or says."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from plugins.pelican_bridge.planned import BuildPlan
from plugins.practice.posts import State
from tests.approved import FLU, SPANISH, approved, review_by_approvals_alone
from tests.approving import newest, plan_of
from tests.conftest import Build, Folder

OLD = "Most people get well at home."
NEW = "Nearly everybody gets well at home."
PAGE = "articles/flu/index.html"
DAMAGE = 'title: "What'


@pytest.fixture(autouse=True)
def by_approvals(unreviewed: None, monkeypatch: pytest.MonkeyPatch) -> None:
    review_by_approvals_alone(monkeypatch)


def public(plan: BuildPlan) -> dict[str, str]:
    """The slug of each public post, by file."""
    return {p.post.file: p.post.slug for p in plan.posts if p.state is State.PUBLISHED}


def damage(folder: Folder, *lines: str) -> None:
    folder.edit(FLU, "title: What", "\n".join([*lines, DAMAGE]))


def picture(color: str = "red", form: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (64, 48), color).save(buffer, form)
    return buffer.getvalue()


def test_a_translation_with_an_address_of_its_own_is_held(folder: Folder) -> None:
    approved(folder)
    folder.edit(SPANISH, "uid:", "slug: gripe\nuid:")
    plan = plan_of(folder.path)
    assert newest(plan, SPANISH).state is State.HELD
    (told,) = [p for p in plan.problems if p.rule == "translation-address"]
    assert told.file == SPANISH
    assert not told.newer


def test_an_edit_does_not_part_a_translation_from_its_original(folder: Folder) -> None:
    approved(folder)
    folder.edit(SPANISH, "uid:", "slug: gripe\nuid:")
    folder.edit(SPANISH, "en casa", "en su casa")
    folder.edit(FLU, "uid:", "draft: true\nuid:")
    assert SPANISH not in public(plan_of(folder.path))


def test_a_translation_renamed_to_another_original_is_held(folder: Folder) -> None:
    approved(folder)
    folder.copy(FLU, "articles/cold.md", uid="c123456789")
    folder.write("articles/cold.es.md", (folder.path / SPANISH).read_bytes())
    (folder.path / SPANISH).unlink()
    folder.edit("articles/cold.es.md", "uid:", "slug: flu\nuid:")
    assert "articles/cold.es.md" not in public(plan_of(folder.path))


@pytest.mark.parametrize(("file", "line"), [("articles/flu.en.md", ""), (SPANISH, "lang: en\n")])
def test_a_translation_into_the_sites_own_language_is_held(
    folder: Folder, file: str, line: str
) -> None:
    text = (folder.path / SPANISH).read_text(encoding="utf-8")
    (folder.path / SPANISH).unlink()
    folder.write(file, text.replace("uid:", f"{line}slug: gripe\nuid:"))
    approved(folder)
    folder.edit(FLU, "disclosures: none", "disclosures: Ada is paid by a company.")
    plan = plan_of(folder.path)
    assert file not in public(plan)
    assert "translation-language" in {p.rule for p in plan.problems if p.file == file}


def test_a_translation_goes_with_its_original_to_a_new_address(folder: Folder) -> None:
    approved(folder)
    folder.edit(SPANISH, "title: Q", 'title: "Q')
    folder.edit(FLU, "uid:", "slug: influenza\nuid:")
    assert public(plan_of(folder.path))[SPANISH] == "influenza"
    folder.edit(FLU, "uid:", "draft: true\nuid:")
    assert SPANISH not in public(plan_of(folder.path))


def test_a_translation_leaves_with_its_deleted_original(folder: Folder) -> None:
    approved(folder)
    (folder.path / FLU).unlink()
    plan = plan_of(folder.path)
    assert SPANISH not in {p.post.file for p in plan.posts}


def test_a_translation_leaves_with_a_damaged_draft(folder: Folder) -> None:
    approved(folder)
    damage(folder, "draft: true")
    assert SPANISH not in public(plan_of(folder.path))


@pytest.mark.parametrize(
    "lines",
    [
        'draft: "true"',
        "'draft': yes",
        "draft : true",
        "draft:\n  true",
        "draft: !!bool true",
        "Drafts: true",
        '"withdrawn": 2026-11-20',
        "withdrawn:\n  2026-11-20",
        "{x: 1, draft: true}",
        "- draft: true",
    ],
)
def test_a_damaged_file_is_believed_that_it_was_taken_back(folder: Folder, lines: str) -> None:
    approved(folder)
    damage(folder, lines)
    assert FLU not in public(plan_of(folder.path))


@pytest.mark.parametrize("lines", ["draft: false", 'draft: "no"  # ready', "withdrawn_reason: x"])
def test_a_damaged_file_that_is_no_draft_keeps_its_approved_text(
    folder: Folder, lines: str
) -> None:
    approved(folder)
    damage(folder, lines)
    assert FLU in public(plan_of(folder.path))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_in_utf_16_is_not_public(folder: Folder, encoding: str) -> None:
    approved(folder)
    text = (folder.path / FLU).read_text(encoding="utf-8")
    folder.write(FLU, text.replace("uid:", "draft: true\nuid:").encode(encoding))
    assert FLU not in public(plan_of(folder.path))


def test_the_text_of_an_earlier_post_of_the_same_name_never_comes_back(
    folder: Folder, build: Build
) -> None:
    approved(folder)
    (folder.path / SPANISH).unlink()
    folder.edit(FLU, "uid: a123456789", "uid: a000000000")
    folder.edit(FLU, OLD, NEW)
    damage(folder)
    assert not (build(folder.path).output / PAGE).exists()
    folder.edit(FLU, DAMAGE, "title: What")
    approved(folder)
    damage(folder)
    assert NEW in build(folder.path, to="2").page(PAGE)


def test_a_damaged_file_without_a_uid_is_held(folder: Folder) -> None:
    approved(folder)
    folder.edit(FLU, "uid: a123456789\n", "")
    damage(folder)
    assert FLU not in public(plan_of(folder.path))


@pytest.mark.parametrize("line", ["Draft: true", "draft: ture", "withdrawn: 2026-13-40"])
def test_an_unclear_wish_to_take_a_post_back_holds_it_though_it_was_edited(
    folder: Folder, line: str
) -> None:
    approved(folder)
    folder.edit(FLU, OLD, NEW)
    folder.edit(FLU, "uid:", f"{line}\nuid:")
    assert FLU not in public(plan_of(folder.path))


def test_a_copy_of_a_file_does_not_take_its_place(folder: Folder) -> None:
    approved(folder)
    folder.copy(FLU, "articles/cold.md", date="2026-11-01 09:00")
    found = public(plan_of(folder.path))
    assert FLU in found
    assert "articles/cold.md" not in found


@pytest.mark.parametrize(
    "image", ["/rash.png", "./rash.png", "images/rash.png", "{static}/images/rash.png"]
)
def test_the_approved_picture_is_shown_however_the_field_names_it(
    folder: Folder, build: Build, image: str
) -> None:
    folder.write("images/rash.png", picture("red"))
    folder.edit(FLU, "uid:", f'image: "{image}"\nimage_alt: A rash\nuid:')
    folder.edit(SPANISH, "uid:", "image_alt: Piel\nuid:")
    approved(folder)
    folder.write("images/rash.png", picture("blue"))
    (shown,) = (build(folder.path).output / "images").iterdir()
    assert Image.open(shown).convert("RGB").getpixel((1, 1)) == (255, 0, 0)


@pytest.mark.parametrize(
    "text",
    [
        "![x](skin-images/rash.png)",
        "![x](<skin pics/rash.png>)",
        "![x](skin+pics/rash.png)",
        "![x](skin/../rash.png)",
        "![x](linked/rash.png)",
        "![x](ra<!-- x -->sh.png)",
        "![x](./skin//rash.png)",
        "![x](Rash.png)",
        "![x](rash.png.)",
        "![x](hands.jpg){src=rash.png}",
    ],
)
def test_no_picture_is_shown_that_the_approval_does_not_know(folder: Folder, text: str) -> None:
    for name in ("", "skin-images/", "skin pics/", "skin+pics/", "skin/"):
        folder.write(f"images/{name}rash.png", picture())
    folder.write("images/hands.jpg", picture(form="JPEG"))
    folder.write("images/rash.png.", picture())
    (folder.path / "images/linked").symlink_to("skin", target_is_directory=True)
    folder.edit(FLU, "\n---\n", f"\n---\n{text}\n")
    approved(folder)
    for path in (folder.path / "images").rglob("rash.png*"):
        path.write_bytes(picture("blue"))
    plan = plan_of(folder.path)
    (flu,) = [p for p in plan.posts if p.post.file == FLU]
    assert flu.state is State.HELD or flu.post.kept_images


def test_an_image_named_by_another_case_is_not_there(folder: Folder) -> None:
    folder.write("images/hands.png", picture())
    folder.edit(FLU, "\n---\n", "\n---\n![Hands](Hands.png)\n")
    approved(folder)
    assert "unfit-image" in {p.rule for p in plan_of(folder.path).problems if p.file == FLU}


def test_two_pictures_never_share_a_published_name(folder: Folder) -> None:
    folder.write("images/rash.jpg", picture(form="JPEG"))
    folder.write("images/rash.webp", picture(form="WEBP"))
    folder.write("images/rash.txt", b"notes")
    folder.edit(FLU, "\n---\n", "\n---\n![Skin](rash.jpg)\n")
    approved(folder)
    told = [p for p in plan_of(folder.path).problems if p.rule == "unfit-image"]
    assert [(p.file, p.blocks) for p in told] == [(FLU, True)]
    assert 'under the name of "rash.webp"' in told[0].what
    (folder.path / "images/rash.webp").unlink()
    assert "unfit-image" not in {p.rule for p in plan_of(folder.path).problems}
