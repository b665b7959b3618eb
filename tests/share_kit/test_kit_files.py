"""posts.json, problems.json and the text files."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.networks.alt_texts import fit_alt
from plugins.networks.counting import count
from plugins.networks.rows import Limit, Sure, Unit
from plugins.networks.table import NETWORKS
from plugins.practice.posts import State
from plugins.practice.settings import NetworkChoice
from plugins.share_kit.kit_post import graphic_file
from tests.scheduler_feeds.samples import PRACTICE
from tests.share_kit.kit_samples import POSTS, PROBLEMS, kit, only_on, posts_json, with_slides

POST_KEYS = [
    *("uid", "kind", "title", "url", "date", "lang", "state", "networks"),
    *("handed_over", "planned", "staff_text", "zip"),
]
NETWORK_KEYS = [
    *("text", "title", "description", "cta", "thread", "length", "limit", "unit", "link", "alt"),
    *("images", "slides", "document", "hashtags", "changed_since_approval"),
]
IMAGE_KEYS = ["file", "url", "width", "height", "bytes", "alt"]
DOCUMENT_KEYS = ["file", "url", "pages", "bytes", "title"]
ON_LINKEDIN = replace(PRACTICE, networks={"linkedin": NetworkChoice(name="linkedin")})


def test_posts_json_has_the_shape_that_the_design_fixes() -> None:
    for row in posts_json():
        assert list(row) == POST_KEYS
        for share in row["networks"].values():
            assert list(share) == NETWORK_KEYS
            assert share["changed_since_approval"] is None
            assert all(list(one) == IMAGE_KEYS for one in share["images"] + share["slides"])
            if share["document"]:
                assert list(share["document"]) == DOCUMENT_KEYS


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


def networks_of(count: int, **options: Any) -> dict[str, Any]:
    """The networks of a post with so many slides."""
    [row] = posts_json((with_slides(POSTS[0], count),), **options)
    networks: dict[str, Any] = row["networks"]
    return networks


def test_a_carousel_holds_the_slides_in_their_order_beside_the_one_picture() -> None:
    share = networks_of(7)["instagram"]
    assert [image["file"] for image in share["images"]] == ["post-1/portrait.jpg"]
    assert [slide["file"] for slide in share["slides"]] == [
        f"post-1/slide-{number}.jpg" for number in range(1, 8)
    ]
    assert share["slides"][1]["url"].endswith("/site/share/post-1/slide-2.jpg")


def test_a_network_that_takes_fewer_slides_gets_the_first_ones_and_the_last() -> None:
    files = [slide["file"] for slide in networks_of(7)["pinterest"]["slides"]]
    assert files == [f"post-1/slide-{number}.jpg" for number in (1, 2, 3, 4, 7)]


def test_a_slide_about_an_emergency_is_not_the_one_left_out() -> None:
    post = with_slides(POSTS[0], 7)
    assert post.shared
    graphics = dict(post.shared.graphics)
    graphics["slide-6"] = replace(graphics["slide-6"], alt="Call 911 if you cannot breathe.")
    [row] = posts_json((replace(post, shared=replace(post.shared, graphics=graphics)),))
    files = [slide["file"] for slide in row["networks"]["pinterest"]["slides"]]
    assert files == [f"post-1/slide-{number}.jpg" for number in (1, 2, 3, 6, 7)]


@pytest.mark.parametrize("network", ["x", "snapchat", "doximity", "sermo"])
def test_a_network_without_carousels_gets_no_slides(network: str) -> None:
    share = networks_of(7)[network]
    assert (share["slides"], share["document"]) == ([], None)


def test_linkedin_gets_the_slides_as_a_document_too() -> None:
    shared = POSTS[0].shared
    assert shared
    snippets = {"linkedin": replace(shared.snippets["x"], network="linkedin", shape="portrait")}
    post = replace(POSTS[0], shared=replace(shared, snippets=snippets))
    [row] = posts_json((with_slides(post, 4),), practice=ON_LINKEDIN)
    assert row["networks"]["linkedin"]["document"] == {
        "file": "post-1/slides.pdf",
        "url": "https://www.example.org/site/share/post-1/slides.pdf",
        "pages": 4,
        "bytes": 480_400,
        "title": POSTS[0].post.title,
    }
    assert len(row["networks"]["linkedin"]["slides"]) == 4


def test_a_post_without_slides_has_no_carousel_anywhere() -> None:
    for share in networks_of(0).values():
        assert (share["slides"], share["document"]) == ([], None)


def test_alt_texts_of_slides_are_as_short_as_the_network_takes_them() -> None:
    post = with_slides(POSTS[0], 3)
    assert post.shared
    graphics = {
        shape: replace(graphic, alt=f"The fact of {shape}. " + "And some more. " * 60)
        for shape, graphic in post.shared.graphics.items()
    }
    long = replace(post, shared=replace(post.shared, graphics=graphics))
    [row] = posts_json((long,))
    for slide in row["networks"]["pinterest"]["slides"]:
        assert len(slide["alt"]) <= 500
        assert slide["alt"].startswith("The fact of slide-")


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


def test_alt_texts_of_slides_stand_after_those_of_the_pictures() -> None:
    text = kit()["post-2/alt-texts.txt"].decode()
    assert text.index("slide-1.jpg\n") > text.index("wide.jpg\n")
    assert text.index("slide-7.jpg\n") > text.index("slide-6.jpg\n")


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
