"""What must be taken down: on the page, and in withdrawn.json."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from plugins.practice.posts import State
from plugins.practice.settings import NetworkChoice
from tests.scheduler_feeds.samples import article
from tests.share_kit.kit_samples import kit_post
from tests.share_kit.posting_kit import (
    HELD,
    ONE,
    TOOLED,
    at,
    by_id,
    files,
    given,
    page,
    section,
    told,
    withdrawn,
    words,
)

GONE = withdrawn(7)
ROWS = (given(GONE.post, "facebook", at(9)), given(GONE.post, "x", at(24)))


def withdrawn_json(*args: Any, **options: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(files(*args, **options)["withdrawn.json"])
    return rows


def test_each_copy_is_told_with_its_network_time_tool_and_state() -> None:
    [row] = withdrawn_json((ONE, GONE), handed_over=ROWS)
    assert (row["uid"], row["title"], row["withdrawn"]) == (
        GONE.post.uid,
        GONE.post.title,
        "2026-09-18",
    )
    assert row["url"] == GONE.url
    assert row["reason"] == "Its source was retracted."
    assert [(copy["network"], copy["state"]) for copy in row["copies"]] == [
        ("facebook", "out"),
        ("x", "waiting"),
    ]
    assert row["copies"][1] == {
        "network": "x",
        "scheduler": "buffer",
        "at": "2026-09-24T12:15:00-04:00",
        "state": "waiting",
        "text": ROWS[1].text,
    }


def test_what_is_due_today_counts_as_waiting_since_it_may_still_be_stopped() -> None:
    [row] = withdrawn_json((GONE,), handed_over=[given(GONE.post, "x", at(21, 0, 5))])
    assert row["copies"][0]["state"] == "waiting"


def test_a_held_post_that_a_tool_has_is_taken_down_too() -> None:
    rows = [given(HELD.post, "x", at(24))]
    [row] = withdrawn_json((ONE, HELD), handed_over=rows)
    assert (row["uid"], row["withdrawn"]) == (HELD.post.uid, None)
    assert "It is held back" in words(by_id(page((HELD,), handed_over=rows), "down-uid0000006"))


def test_a_post_whose_file_is_gone_is_known_from_the_ledger() -> None:
    rows = [given(article(8, title="The lost one"), "x", at(24))]
    [row] = withdrawn_json((ONE,), handed_over=rows)
    assert (row["title"], row["reason"]) == ("The lost one", "Its file is gone")


def test_posts_that_may_be_shared_are_not_taken_down() -> None:
    scheduled = kit_post(article(28), State.SCHEDULED)
    rows = [given(ONE.post, "x", at(9)), given(scheduled.post, "x", at(30))]
    assert withdrawn_json((ONE, scheduled), handed_over=rows) == []
    assert not page((ONE, scheduled), handed_over=rows).xpath("//*[@id='take-down']")


def test_a_held_post_that_nobody_was_given_is_not_in_the_list() -> None:
    assert withdrawn_json((HELD,)) == []


def test_a_withdrawn_post_is_told_even_when_no_tool_has_it() -> None:
    [row] = withdrawn_json((GONE,))
    assert row["copies"] == []
    assert "No tool was given this post" in told(page((GONE,)), "take-down")


def test_the_page_says_what_to_do_in_three_steps_with_a_reply_to_copy() -> None:
    down = by_id(page((ONE, GONE), handed_over=ROWS), "down-uid0000007")
    steps = down.xpath(".//ol[@class='steps']/li")
    assert len(steps) == 3
    assert "Delete it in the queue of Buffer" in words(steps[0])
    [button] = steps[2].xpath(".//button")
    assert words(by_id(down.getroottree().getroot(), button.get("data-copy"))) == (
        "We have taken this post down. If you have a question about it, please call us at "
        "(212) 555-0143."
    )


def test_the_reply_is_in_the_language_of_the_post() -> None:
    spanish = withdrawn(7, lang="es")
    assert "Hemos retirado esta publicación." in told(page((spanish,)), "take-down")


def test_the_practices_own_profile_is_one_click_away() -> None:
    own = {"x": NetworkChoice(name="x", profile="https://x.example/creek")}
    practice = replace(TOOLED, networks={**TOOLED.networks, **own})
    links = section(page((GONE,), handed_over=ROWS, practice=practice), "take-down").xpath(
        ".//li[contains(@class, 'waiting')]//a/@href"
    )
    assert links == ["https://x.example/creek"]


def test_what_can_still_be_stopped_stands_first_and_unfolded() -> None:
    root = page((GONE, withdrawn(8)), handed_over=ROWS)
    lines = by_id(root, "down-uid0000007").xpath(".//ul[@class='copies']/li/strong/text()")
    assert lines[:2] == ["X", "Facebook"]
    assert by_id(root, "down-uid0000007").get("open") is not None
    assert by_id(root, "down-uid0000008").get("open") is None


def test_a_withdrawn_post_has_a_group_of_its_own_and_nothing_to_share() -> None:
    root = page((ONE, GONE))
    card = by_id(root, "post-uid0000007")
    assert card.get("data-group") == "withdrawn"
    assert "Taken back: do not share it any more. Why: Its source was retracted." in words(card)
    assert not card.xpath(".//*[@data-copy or @data-tick]")
    assert GONE.shared
    assert not any(path.startswith("post-7/") for path in files((ONE, GONE)))


def test_networks_without_a_copy_wait_for_what_the_browser_knows() -> None:
    down = by_id(page((GONE,), handed_over=ROWS), "down-uid0000007")
    hidden = down.xpath(".//li[@hidden]/@data-by-hand")
    assert "uid0000007.instagram" in hidden
    assert "uid0000007.x" not in hidden


def test_of_a_post_whose_review_is_too_late_only_what_tools_hold_back_is_listed() -> None:
    """Its page stays, so what was posted still leads somewhere."""
    late = replace(ONE, too_late=True)
    rows = (given(ONE.post, "facebook", at(9)), given(ONE.post, "x", at(24)))
    [row] = withdrawn_json((late,), handed_over=rows)
    assert [copy["network"] for copy in row["copies"]] == ["x"]
    assert "too late" in row["reason"]
    assert withdrawn_json((late,), handed_over=rows[:1]) == []


def test_a_post_whose_review_is_too_late_has_nothing_to_copy_and_says_why() -> None:
    card = words(page((replace(ONE, too_late=True),)))
    assert "Its review is too late, so nobody should be sent to it. Its page stays." in card
    assert "facebook.txt" not in str(files((replace(ONE, too_late=True),)).keys())
