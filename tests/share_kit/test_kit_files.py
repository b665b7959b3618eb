"""posts.json, problems.json and the text files."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.networks.counting import count
from plugins.networks.rows import Limit, Sure, Unit
from plugins.networks.table import NETWORKS
from plugins.practice.posts import State
from plugins.share_kit.alt_texts import fit_alt
from plugins.share_kit.kit_post import graphic_file
from tests.scheduler_feeds.samples import PRACTICE
from tests.share_kit.kit_samples import POSTS, PROBLEMS, kit, only_on, posts_json

POST_KEYS = ["uid", "kind", "title", "url", "date", "lang", "state", "networks"]
NETWORK_KEYS = [
    *("text", "title", "description", "cta", "thread", "length", "limit", "unit", "link", "alt"),
    *("images", "hashtags", "changed_since_approval"),
]
IMAGE_KEYS = ["file", "url", "width", "height", "bytes", "alt"]


def test_posts_json_has_the_shape_that_the_design_fixes() -> None:
    for row in posts_json():
        assert list(row) == POST_KEYS
        for share in row["networks"].values():
            assert list(share) == NETWORK_KEYS
            assert share["changed_since_approval"] is None
            assert all(list(image) == IMAGE_KEYS for image in share["images"])


def test_posts_stand_newest_first_in_every_state() -> None:
    rows = posts_json()
    assert [row["date"] for row in rows] == sorted((row["date"] for row in rows), reverse=True)
    states = {row["state"] for row in rows}
    assert states == {"published", "scheduled", "draft", "held"}


def test_only_published_and_scheduled_posts_have_networks() -> None:
    for row in posts_json():
        assert bool(row["networks"]) is (row["state"] in ("published", "scheduled"))


def test_no_file_of_a_held_post_or_a_draft_is_written() -> None:
    folders = {path.partition("/")[0] for path in kit()}
    assert not {"post-5", "post-6"} & folders
    assert {"post-1", "post-28", "es"} <= folders


def test_a_share_says_what_its_snippet_says() -> None:
    row = next(row for row in posts_json() if row["uid"] == "uid0000001")
    share, snippet = row["networks"]["x"], POSTS[0].shared.snippets["x"]  # type: ignore[union-attr]
    assert (share["text"], share["limit"], share["unit"]) == (snippet.text, 500, "characters")
    [image] = share["images"]
    assert image["file"] == "post-1/wide.jpg"
    assert image["url"] == "https://www.example.org/site/share/post-1/wide.jpg"
    assert image["bytes"] >= 40_000


def test_snapchat_has_a_picture_and_no_text_and_sermo_a_text_and_no_picture() -> None:
    networks = next(row["networks"] for row in posts_json() if row["uid"] == "uid0000001")
    assert networks["snapchat"]["text"] == ""
    assert [image["file"] for image in networks["snapchat"]["images"]] == ["post-1/portrait.jpg"]
    assert networks["sermo"]["text"]
    assert networks["sermo"]["images"] == []
    assert networks["sermo"]["alt"] == ""


def test_a_post_that_its_writer_keeps_off_snapchat_is_not_offered_there() -> None:
    [row] = posts_json((only_on(POSTS[0], "x"),))
    assert "snapchat" not in row["networks"]


def test_every_text_is_a_file_as_it_is_pasted() -> None:
    files = kit()
    for post in POSTS:
        if post.state not in (State.PUBLISHED, State.SCHEDULED):
            continue
        assert post.shared
        for name, snippet in post.shared.snippets.items():
            folder = graphic_file(post.post, "x", PRACTICE).removesuffix("x.jpg")
            assert files[f"{folder}{name}.txt"].decode() == f"{snippet.text}\n"
            assert (f"{folder}{name}-title.txt" in files) is bool(snippet.title)


def test_a_thread_is_a_file_of_its_own() -> None:
    shared = POSTS[0].shared
    assert shared
    snippet = replace(shared.snippets["x"], thread=("One 1/2", "Two 2/2"))
    thread = replace(POSTS[0], shared=replace(shared, snippets={"x": snippet}))
    assert kit((thread,))["post-1/x-thread.txt"] == b"One 1/2\n\n- - - - -\n\nTwo 2/2\n"


def test_alt_texts_stand_in_a_file_by_picture() -> None:
    text = kit()["post-1/alt-texts.txt"].decode()
    assert 'square.jpg\nA "square" & <what> it shows\n' in text


def test_a_spanish_post_lies_in_the_spanish_folder() -> None:
    assert "es/post-1/x.txt" in kit()
    assert "post-1/x.txt" in kit()
    row = next(row for row in posts_json() if row["lang"] == "es")
    assert row["networks"]["x"]["images"][0]["file"] == "es/post-1/wide.jpg"


def test_problems_json_tells_every_problem() -> None:
    rows = json.loads(kit()["problems.json"])
    assert rows == [problem.as_row() for problem in PROBLEMS]


def test_the_same_posts_give_the_same_kit() -> None:
    assert kit() == kit(tuple(reversed(POSTS)))


@given(
    alt=st.lists(st.text(st.characters(codec="utf-8"), max_size=30), max_size=12).map(". A".join),
    size=st.integers(1, 200),
    unit=st.sampled_from((Unit.UTF16, Unit.GRAPHEMES, Unit.CHARACTERS)),
)
def test_an_alt_text_is_never_longer_than_the_network_takes(
    alt: str, size: int, unit: Unit
) -> None:
    limit = Limit(size=size, unit=unit, sure=Sure.GENERAL, source="", read="")
    fitted = fit_alt(alt, limit)
    assert count(fitted, unit) <= size
    assert fitted == alt or count(alt, unit) > size


@pytest.mark.parametrize(
    ("alt", "expected"),
    [
        ("Closed today. Call 555. We are back on Monday.", "Closed today. Call 555."),
        ("A very long first sentence that has no end in sight", "A very long first sentence…"),
        ("Short.", "Short."),
    ],
)
def test_a_long_alt_text_keeps_its_lead(alt: str, expected: str) -> None:
    limit = Limit(size=30, unit=Unit.UTF16, sure=Sure.GENERAL, source="", read="")
    assert fit_alt(alt, limit) == expected


def test_a_network_without_a_limit_takes_the_whole_alt_text() -> None:
    assert NETWORKS["facebook"].alt is None
    assert fit_alt("x" * 3000, NETWORKS["facebook"].alt) == "x" * 3000
