"""The hash that an approval is bound to: what changes it, and what must not."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plugins.editorial_review.approvals.hashing import (
    hash_of,
    is_meant,
    short_hash,
    words_like_names,
)
from plugins.pelican_bridge.approvals.text_hashes import text_hashes
from plugins.practice.image_names import image_name
from plugins.practice.posts import KINDS, Event, KeptImage, Post, Share
from plugins.practice.reading import read_content
from tests.conftest import Folder
from tests.editorial_review.approval_samples import article, spanish

ZONE = ZoneInfo("America/New_York")
FOR_EVER = "da49e4d916d7aade6c4b69f961285d1412b7adebdcfda8656ec24f17755aa5ac"


def hash_in(folder: Folder, file: str = "articles/flu.md") -> str:
    content, _ = read_content(folder.path)
    assert content
    return text_hashes(content)[file]


def test_one_space_more_is_another_text() -> None:
    assert hash_of(article(text="Rest."), {}) != hash_of(article(text="Rest. "), {})
    assert hash_of(article(text="a  b"), {}) != hash_of(article(text="a b"), {})


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Influenza"},
        {"summary": "Other."},
        {"key_points": ("Rest",)},
        {"authors": ("amara", "tom")},
        {"image": "hands.jpg"},
        {"consent": "c-1"},
        {"share": Share(texts={"x": "By hand"})},
        {"share": Share(hashtags=("#flu",))},
        {"last_reviewed": date(2026, 11, 1)},
    ],
    ids=str,
)
def test_whatever_readers_see_counts(change: dict[str, object]) -> None:
    assert hash_of(article(**change), {}) != hash_of(article(), {})


@pytest.mark.parametrize(
    "change",
    [
        {"date": datetime(2027, 1, 1, tzinfo=ZONE)},
        {"slug": "influenza"},
        {"uid": "otheruid11"},
        {"draft": True},
        {"evergreen": False},
        {"withdrawn": date(2026, 11, 20), "withdrawn_reason": "out of date"},
        {"source_hash": "3f9a 77c1"},
        {"share": Share(networks=("x",))},
        {"text_line": 9, "lines": {"title": 3}},
        {"file": "articles/renamed.md"},
        {"kept_images": {"a.jpg": KeptImage(file="approvals/x/a.jpg", sha256="0")}},
    ],
    ids=str,
)
def test_what_is_no_text_does_not_count(change: dict[str, object]) -> None:
    assert hash_of(article(**change), {}) == hash_of(article(), {})


def test_a_picture_of_the_same_name_with_other_bytes_is_another_text() -> None:
    post = article(text="![Hands](hands.jpg)")
    assert hash_of(post, {"hands.jpg": "a" * 64}) != hash_of(post, {"hands.jpg": "b" * 64})


def test_a_field_that_a_later_version_adds_voids_nothing() -> None:
    """A field at its default is as if it were not there: this hash may never change."""
    assert hash_of(article(), {}) == FOR_EVER
    assert hash_of(article(disclosures=(), symptom=False, myth=None), {}) == FOR_EVER


def test_the_kind_counts() -> None:
    kinds = {kind.kind for kind in KINDS}
    assert len(kinds) == len(KINDS)
    post = article()
    link_like = {f.name: getattr(post, f.name) for f in fields(Post)}
    other = Event(**link_like, starts=date(2026, 1, 1), ends=date(2026, 1, 1))
    assert hash_of(other, {}) != hash_of(post, {})


def test_a_translation_answers_for_its_own_fields_only() -> None:
    one = spanish()
    assert hash_of(replace(one, authors=("tom",), topics=("heart",)), {}) == hash_of(one, {})
    own = replace(one, lines={**one.lines, "authors": 6})
    assert hash_of(replace(own, authors=("tom",)), {}) != hash_of(own, {})
    assert hash_of(replace(one, title="Otra"), {}) != hash_of(one, {})


@pytest.mark.parametrize("line", ["slug", "lang"])
def test_a_translation_that_could_leave_its_original_answers_for_all_its_fields(line: str) -> None:
    one = spanish()
    parted = replace(one, lines={**one.lines, line: 6})
    assert hash_of(replace(parted, authors=("tom",)), {}) != hash_of(parted, {})


def test_the_order_and_spelling_of_the_fields_change_nothing(folder: Folder) -> None:
    before = hash_in(folder)
    text = (folder.path / "articles/flu.md").read_text(encoding="utf-8")
    head, body = text.removeprefix("---\n").split("\n---\n", 1)
    lines = [line for line in head.split("\n") if line and not line.startswith((" ", "-"))]
    assert len(lines) > 3
    title = next(line for line in lines if line.startswith("title:"))
    quoted = f'title:   "{title.partition(": ")[2].strip(chr(34))}"'
    rest = head.replace(title + "\n", "")
    folder.write("articles/flu.md", f"---\n{rest}\n{quoted}\n---\n{body}")
    assert hash_in(folder) == before


def test_line_ends_of_windows_change_nothing(folder: Folder) -> None:
    before = hash_in(folder)
    raw = (folder.path / "articles/flu.md").read_bytes()
    folder.write("articles/flu.md", raw.replace(b"\n", b"\r\n"))
    assert hash_in(folder) == before


def test_replacing_the_bytes_of_a_picture_voids_and_putting_them_back_heals(
    folder: Folder,
) -> None:
    folder.write("images/hands.jpg", b"one")
    folder.edit("articles/flu.md", "\n---\n", "\n---\n![Hands](hands.jpg)\n")
    first = hash_in(folder)
    folder.write("images/hands.jpg", b"other bytes")
    assert hash_in(folder) != first
    folder.write("images/hands.jpg", b"one")
    assert hash_in(folder) == first


@pytest.mark.parametrize(
    "written",
    [
        "![x](hands.jpg)",
        "![x](images/hands.jpg)",
        "![x]({static}/images/hands.jpg)",
        "![x](../images/hands.jpg)",
        "![x][1]\n\n[1]: hands.jpg 'Hands'",
        '<img src="hands.jpg" alt="x">',
        "![x](hands&#46;jpg)",
        r"![x](hands\.jpg)",
    ],
)
def test_a_picture_is_found_however_it_is_named(written: str) -> None:
    assert "hands.jpg" in words_like_names(article(text=written))


def test_the_short_hash_is_read_aloud_and_typed_back() -> None:
    text = "3f9a77c1" + "0" * 56
    assert short_hash(text) == "3f9a 77c1"
    assert is_meant("3F9A 77C1", text)
    assert is_meant(text, text)
    assert not is_meant("3f9a 77c2", text)
    assert not is_meant("3f9a", text)
    assert not is_meant("", text)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("ra<!-- x -->sh.png", "rash.png"),
        ("skin-images/rash.png", "skin-images/rash.png"),
        ("./skin//rash.png", "skin/rash.png"),
        ("rash.png.", "rash.png."),
        ("It is rash.png.", "rash.png"),
    ],
)
def test_a_picture_is_known_by_the_name_under_which_it_is_shown(written: str, name: str) -> None:
    assert name in words_like_names(article(text=written))
    assert image_name(name) == name


def test_words_are_found_in_a_long_text_in_no_time(tmp_path: Path) -> None:
    del tmp_path
    assert len(words_like_names(article(text="![a](b.jpg) \\_ &#46; " * 200_000))) < 10
