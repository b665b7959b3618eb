"""A photo full of metadata through a real build: nothing of it is in any byte that is written."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from plugins.editorial_review.pictures.metadata import metadata_in
from plugins.pelican_bridge.site_checks.bare_pictures import UnfitPicturesError, check_pictures
from tests.conftest import Build, Built, Folder

pytestmark = pytest.mark.site

FLU = "articles/flu.md"
SECRETS = (
    b"Secret Maker",
    b"SECRETCOMMENT",
    b"secret-xmp",
    b"secret-iptc",
    b"secret-text",
    b"GPS",
    b"Exif",
)
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">secret-xmp</x:xmpmeta>'


def telling_photo() -> bytes:
    """With place, device, XMP, IPTC, a comment, and more behind its end, as telephones write."""
    tags = Image.Exif()
    tags[0x010F] = "Secret Maker"
    tags[0x0112] = 6  # lies on its side
    gps = tags.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", (40.0, 26.0, 46.0), "W", (79.0, 58.0, 56.0)
    buffer = BytesIO()
    picture = Image.effect_noise((900, 700), 60).convert("RGB")
    picture.save(buffer, "JPEG", exif=tags.tobytes(), comment=b"SECRETCOMMENT", xmp=XMP)
    plain = buffer.getvalue()
    iptc = b"Photoshop 3.0\x008BIM secret-iptc"
    return plain[:2] + b"\xff\xed" + (len(iptc) + 2).to_bytes(2, "big") + iptc + plain[2:] + b"GPS"


def telling_drawing() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "secret-text")
    buffer = BytesIO()
    Image.effect_noise((300, 300), 60).convert("RGBA").save(buffer, "PNG", pnginfo=info)
    return buffer.getvalue()


def written(built: Built) -> Iterator[tuple[str, bytes]]:
    """Every file of site and kit, and every file within their zips."""
    for root in (built.output, built.kit):
        for path in sorted(root.rglob("*")):
            if path.suffix == ".zip":
                with zipfile.ZipFile(path) as archive:
                    yield from ((f"{path}/{n}", archive.read(n)) for n in archive.namelist())
            elif path.is_file():
                yield str(path), path.read_bytes()


def is_picture(name: str) -> bool:
    return name.endswith((".jpg", ".jpeg", ".png", ".webp", ".pdf"))


@pytest.fixture
def told(folder: Folder) -> Folder:
    """The flu article with a telling photo, a drawing in its text, and a logo."""
    folder.write("images/hand.jpg", telling_photo())
    folder.write("images/cuff.png", telling_drawing())
    folder.write("images/logo.png", telling_drawing())
    folder.write("images/place.jpg", telling_photo())
    text = (folder.path / FLU).read_text("utf-8")
    text = text.replace("---\n", "---\nimage: hand.jpg\nimage_alt: A hand\n", 1)
    folder.write(FLU, f"{text}\n![A cuff](cuff.png)\n")
    practice = (folder.path / "practice.toml").read_text("utf-8")
    folder.write("practice.toml", f'{practice}\n[brand]\nlogo = "logo.png"\nphoto = "place.jpg"\n')
    return folder


def test_no_byte_of_a_build_tells_where_or_by_whom_a_photo_was_taken(
    told: Folder, build: Build
) -> None:
    assert {*metadata_in(telling_photo())} > {"EXIF", "XMP", "IPTC (APP13)", "a comment"}
    built = build(told.path)
    assert built.result.plan is not None
    files = dict(written(built))
    pictures = [name for name in files if is_picture(name)]
    assert {Path(name).name for name in pictures} >= {
        "hand.jpg",
        "cuff.png",
        "logo.png",
        "card.jpg",
    }
    for name in pictures:
        assert metadata_in(files[name]) == (), name
    for name, data in files.items():
        found = [secret for secret in SECRETS[:5] if secret in data]
        assert not found, f"{name} holds {found}"


def test_a_picture_that_still_tells_something_keeps_the_whole_build_back(
    told: Folder, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = build(told.path)
    page = before.page("index.html")
    monkeypatch.setattr(
        "plugins.pelican_bridge.build.published_images",
        lambda *_: {"images/hand.jpg": telling_photo()},
    )
    told.edit(FLU, "title: What to do about the flu", "title: Another title")
    after = build(told.path)
    assert after.result.plan is None
    problem = after.result.problems[0]
    assert problem.rule == "picture-metadata"
    assert problem.blocks
    assert problem.file == "output/images/hand.jpg"
    assert "EXIF" in problem.what
    assert "SECRET" not in problem.what
    assert before.page("index.html") == page
    assert not [p for p in before.output.parent.iterdir() if "staging" in p.name]


def test_a_picture_of_a_theme_is_told_as_the_practices_own(tmp_path: Path) -> None:
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme/banner.JPG").write_bytes(telling_photo())
    with pytest.raises(UnfitPicturesError) as caught:
        check_pictures({"output": tmp_path})
    (problem,) = caught.value.problems
    assert "your theme" in problem.fix
    check_pictures({"output": tmp_path / "empty"})


def test_only_pictures_that_a_published_text_names_are_copied(folder: Folder, build: Build) -> None:
    for name in ("public", "held", "draft", "later", "back", "nobody", "comment"):
        folder.write(f"images/{name}.jpg", telling_photo())
    changes = {
        "public": {},
        "held": {"authors": "[nobody-here]"},
        "draft": {"disclosures": "none\ndraft: true"},
        "later": {"date": "2027-02-01 09:00"},
        "back": {"disclosures": "none\nwithdrawn: 2026-11-10"},
    }
    for number, (name, fields) in enumerate(changes.items()):
        folder.copy(FLU, f"articles/{name}.md", uid=f"z00000000{number}", **fields)
        text = (folder.path / f"articles/{name}.md").read_text("utf-8")
        folder.write(
            f"articles/{name}.md", f"{text}\n![A hand]({name}.jpg)\n<!-- ![](comment.jpg) -->\n"
        )
    built = build(folder.path)
    assert [path.name for path in (built.output / "images").iterdir()] == ["public.jpg"]
    copied = {Path(name).stem for name, _ in written(built) if is_picture(name)}
    assert not copied & {"held", "draft", "later", "back", "nobody", "comment"}


def test_the_picture_of_a_post_that_is_held_leaves_the_site(folder: Folder, build: Build) -> None:
    folder.write("images/hand.jpg", telling_photo())
    text = (folder.path / FLU).read_text("utf-8")
    folder.write(FLU, text.replace("---\n", "---\nimage: hand.jpg\nimage_alt: A hand\n", 1))
    assert (build(folder.path).output / "images/hand.jpg").exists()
    folder.edit(FLU, "authors: [ada]", "authors: [nobody-here]")
    assert not (build(folder.path, today=date(2026, 11, 22)).output / "images").exists()
