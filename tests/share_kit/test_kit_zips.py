"""Everything of a post as one file."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from hypothesis import given
from hypothesis import strategies as st

from plugins.practice.addresses import slides_path
from plugins.practice.posts import State
from plugins.share_kit.network_shares import Kit
from plugins.share_kit.zips import zip_bytes, zip_file, zip_of
from tests.scheduler_feeds.samples import PRACTICE, article, sizes
from tests.share_kit.kit_samples import POSTS, kit, kit_post, with_slides


def kit_of() -> Kit:
    known = sizes(tuple(post.shared for post in POSTS if post.shared))
    return Kit(practice=PRACTICE, sizes=known | {slides_path(POSTS[1].post, PRACTICE): 1})


def test_the_zip_holds_all_texts_pictures_and_slides_of_the_post_and_nothing_else() -> None:
    names = zip_of(POSTS[1], kit_of())
    written = {path for path in kit() if path.startswith("post-2/")}
    assert written <= set(names.values())
    others = {path.removeprefix("post-2/") for path in set(names.values()) - written}
    assert others == {
        *("card.jpg", "square.jpg", "portrait.jpg", "wide.jpg", "slides.pdf"),
        *(f"slide-{number}.jpg" for number in range(1, 8)),
    }
    assert all(path.startswith("post-2/") for path in names.values())


def test_unpacked_it_is_one_folder_that_no_translation_shares() -> None:
    spanish = next(post for post in POSTS if post.post.lang == "es")
    folders = [
        {name.partition("/")[0] for name in zip_of(p, kit_of())} for p in (POSTS[0], spanish)
    ]
    assert folders == [{"post-1"}, {"es-post-1"}]
    assert zip_file(spanish.post, PRACTICE) == "es/post-1/post-1.zip"


def test_of_a_held_post_there_is_no_zip() -> None:
    assert zip_of(kit_post(article(6), State.HELD), kit_of()) == {}


def test_a_carousel_without_a_pdf_has_none_in_its_zip() -> None:
    post = with_slides(POSTS[0], 3)
    assert post.shared
    names = zip_of(post, Kit(practice=PRACTICE, sizes=sizes((post.shared,))))
    assert "post-1/slide-3.jpg" in names
    assert "post-1/slides.pdf" not in names


names = st.text(st.characters(codec="utf-8", exclude_characters="/\\\0"), min_size=1, max_size=20)


@given(st.dictionaries(names, st.binary(max_size=200), max_size=8))
def test_what_goes_in_comes_out_unpacked_undated_and_the_same_each_time(
    files: dict[str, bytes],
) -> None:
    packed = zip_bytes(files)
    assert packed == zip_bytes(files)
    with ZipFile(BytesIO(packed)) as archive:
        assert archive.testzip() is None
        for entry in archive.infolist():
            assert archive.read(entry) == files[entry.filename]
            assert (entry.compress_type, entry.date_time[0]) == (ZIP_STORED, 1980)
            assert (entry.create_system, entry.external_attr >> 16) == (3, 0o644)
        assert archive.namelist() == list(files)
