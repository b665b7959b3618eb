"""Where each post and each text stands, as its card says it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from plugins.practice.posts import State
from tests.scheduler_feeds.samples import article
from tests.share_kit.kit_samples import kit_post
from tests.share_kit.posting_kit import (
    HELD,
    ONE,
    TWO,
    at,
    by_id,
    files,
    given,
    online,
    page,
    planned,
    with_later,
    withdrawn,
    words,
)

SCHEDULED = kit_post(article(28), State.SCHEDULED)


def kicker(number: int, **options: Any) -> str:
    posts = (ONE, TWO, HELD, SCHEDULED, withdrawn(7))
    return words(by_id(page(posts, **options), f"post-uid{number:07}").xpath("./summary")[0])


def test_each_card_says_where_its_post_stands() -> None:
    assert "Article · On the site since Sep 2" in kicker(1, public=online(ONE))
    assert "Not online yet: deploy first" in kicker(2, public=online(ONE))
    assert "On the site since Sep 3" in kicker(2)
    assert "Page goes up Tue, Sep 29, 9:05 AM" in kicker(28)
    assert "Article · Held" in kicker(6)
    assert "Withdrawn Sep 18" in kicker(7)


def test_a_card_says_when_its_post_is_shared_next() -> None:
    assert "Planned for Wed, Sep 23, 12:15 PM" in kicker(
        1, shares=[planned(ONE, at(23), "x"), planned(ONE, at(30), "facebook")]
    )
    assert "Planned" not in kicker(2)


def share(network: str, post: Any = ONE, **options: Any) -> Any:
    return by_id(page([post], **options), f"s-uid0000001-{network}")


def test_a_text_that_a_tool_has_is_ticked_by_the_tool() -> None:
    rows = [given(ONE.post, "x", at(23)), given(ONE.post, "facebook", at(9))]
    assert "Buffer has it: Wed, Sep 23, 12:15 PM" in words(share("x", handed_over=rows))
    assert "Shared Sep 9 by Buffer" in words(share("facebook", handed_over=rows))
    for network in ("x", "facebook"):
        assert not share(network, handed_over=rows).xpath(".//header//input")
    assert share("instagram", handed_over=rows).xpath(".//header//input[@data-tick]")
    assert "2 handed over" in kicker(1, handed_over=rows)


def test_a_tool_that_housecall_does_not_know_is_called_as_the_ledger_calls_it() -> None:
    rows = [given(ONE.post, "x", at(9), scheduler="oldtool")]
    assert "Shared Sep 9 by oldtool" in words(share("x", handed_over=rows))


def test_what_is_left_to_a_person_stands_before_what_a_tool_has() -> None:
    root = page([ONE], handed_over=[given(ONE.post, "facebook", at(23))])
    networks = by_id(root, "post-uid0000001").xpath(".//article/@data-network")
    assert networks[-1] == "facebook"
    assert networks[0] == "instagram"


def test_an_older_text_in_a_tool_is_told() -> None:
    old = given(ONE.post, "x", at(23), text="What it said before")
    assert "Buffer has an older text" in words(share("x", handed_over=[old]))
    assert "older text" not in words(share("x", handed_over=[given(ONE.post, "x", at(23))]))


def test_a_text_whose_link_is_in_a_field_of_its_own_is_not_an_older_one() -> None:
    assert ONE.shared
    apart = replace(ONE.shared.snippets["x"], text_apart="Without the link")
    post = replace(ONE, shared=replace(ONE.shared, snippets={"x": apart}))
    row = given(ONE.post, "x", at(23), text="Without the link")
    assert "older text" not in words(share("x", post, handed_over=[row]))


def test_an_older_text_that_is_out_is_history() -> None:
    old = given(ONE.post, "x", at(9), text="What it said before")
    assert "older text" not in words(share("x", handed_over=[old]))


def test_the_second_text_is_shown_where_the_plan_has_it() -> None:
    post = with_later(ONE)
    root = page([post], shares=[planned(post, at(20, month=11), "x", turn=1)])
    card = by_id(root, "s-uid0000001-x")
    assert words(by_id(root, "t-uid0000001-x-1")) == "Text 2"
    assert "Second time Planned for Nov 20" in words(card)
    assert "Text 3" not in words(card)
    assert card.xpath(".//input[@data-tick='uid0000001.x.1']")


def test_without_a_plan_for_it_no_second_text_is_shown() -> None:
    assert "Text 2" not in words(share("x", with_later(ONE)))


def test_a_second_text_that_a_tool_has_is_told_as_such() -> None:
    post = with_later(ONE)
    row = given(post.post, "x", at(24), turn=1, text="Text 2")
    card = share("x", post, handed_over=[row])
    assert "Second time Buffer has it: Thu, Sep 24, 12:15 PM" in words(card)
    assert card.xpath(".//header//input[@data-tick='uid0000001.x']")
    assert not card.xpath(".//input[@data-tick='uid0000001.x.1']")


def test_the_staff_text_stands_beside_with_the_reason_for_its_first_words() -> None:
    assert ONE.shared
    post = replace(ONE, shared=replace(ONE.shared, staff_text="I work at Creek. Read this."))
    root = page([post])
    assert words(by_id(root, "st-uid0000001")) == "I work at Creek. Read this."
    assert "16 CFR 255.5" in words(by_id(root, "post-uid0000001"))
    assert not page([ONE]).xpath("//*[@class='staff']")
    assert files([post])["post-1/staff.txt"] == b"I work at Creek. Read this.\n"


def test_the_zip_of_a_post_is_one_link_away() -> None:
    [link] = by_id(page(), "post-uid0000001").xpath(".//*[@class='zip']")
    assert link.xpath("./a/@href") == ["post-1/post-1.zip"]
    assert words(link) == "Everything of this post (zip, 0.2 MB)"


def rows_of(*args: Any, **options: Any) -> dict[str, dict[str, Any]]:
    return {row["uid"]: row for row in json.loads(files(*args, **options)["posts.json"])["posts"]}


def test_posts_json_tells_what_tools_have_and_what_is_planned() -> None:
    post = with_later(ONE)
    row = rows_of(
        [post],
        shares=[
            planned(post, at(25), "doximity", "snapchat"),
            planned(post, at(20, month=11), "x", turn=1),
        ],
        handed_over=[given(ONE.post, "x", at(23)), given(TWO.post, "x", at(23))],
    )["uid0000001"]
    assert row["handed_over"] == [
        {"network": "x", "scheduler": "buffer", "at": "2026-09-23T12:15:00-04:00", "turn": 0}
    ]
    assert ONE.shared
    assert row["planned"] == [
        {
            "at": "2026-09-25T12:15:00-04:00",
            "turn": 0,
            "networks": {"doximity": ONE.shared.snippets["doximity"].text},
        },
        {"at": "2026-11-20T12:15:00-05:00", "turn": 1, "networks": {"x": "Text 2"}},
    ]
    assert row["zip"] == "post-1/post-1.zip"


def test_posts_json_has_no_zip_and_no_staff_text_of_a_held_post() -> None:
    row = rows_of([HELD])["uid0000006"]
    assert (row["zip"], row["staff_text"], row["handed_over"]) == ("", "", [])


def test_times_are_told_by_the_clocks_of_the_plan() -> None:
    practice_rows = [given(ONE.post, "x", at(23).astimezone(tz=None))]
    assert "Wed, Sep 23, 12:15 PM" in words(share("x", handed_over=practice_rows))


def test_a_day_of_another_year_carries_its_year() -> None:
    row = given(ONE.post, "x", at(9).replace(year=2025))
    assert "Shared Sep 9, 2025 by Buffer" in words(share("x", handed_over=[row]))
