"""The weeks ahead, as the kit's page shows them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from plugins.scheduler_feeds.posting_plan.planned import PostingPlan
from tests.scheduler_feeds.samples import article
from tests.share_kit.kit_samples import kit_post
from tests.share_kit.posting_kit import (
    ONE,
    TWO,
    Page,
    at,
    given,
    page,
    planned,
    section,
    told,
    with_later,
    words,
)


def weeks(root: Page) -> list[str]:
    return [words(week) for week in section(root, "plan").xpath(".//details")]


def test_this_week_and_the_three_next_are_shown() -> None:
    spans = [week.split(" no ")[0] for week in weeks(page())]
    dashed = [span.replace("\u2013", "-") for span in spans]
    assert dashed == [
        "This week Sep 21 - 27",
        "Next week Sep 28 - Oct 4",
        "Oct 5 - 11",
        "Oct 12 - 18",
    ]


def test_a_share_stands_in_its_week_with_day_time_title_kind_and_networks() -> None:
    root = page(shares=[planned(ONE, at(30, 17, 40), "facebook", "x")])
    _, next_week, *_ = weeks(root)
    for part in ("Wednesday", "Sep 30", "5:40 PM", ONE.post.title, "Article", "Facebook X"):
        assert part in next_week
    assert sum(" ".join(ONE.post.title.split()) in week for week in weeks(root)) == 1


def test_a_share_in_the_fifth_week_is_not_shown_yet() -> None:
    root = page(shares=[planned(ONE, at(19, month=10), "x")])
    assert not any(ONE.post.title in week for week in weeks(root))


def test_a_week_without_a_share_says_so() -> None:
    assert all("Nothing is planned in this week." in week for week in weeks(page()))


def test_what_a_tool_has_what_waits_for_one_and_what_is_by_hand_are_told_apart() -> None:
    root = page(
        shares=[planned(ONE, at(23), "x", "doximity")],
        handed_over=[given(ONE.post, "facebook", at(23), on=date(2026, 9, 18))],
    )
    this_week = weeks(root)[0]
    assert "Buffer has it since Sep 18 Facebook" in this_week
    assert "Planned, for Buffer X" in this_week
    assert "By hand Doximity" in this_week


def test_what_went_out_earlier_in_the_week_stays_in_it() -> None:
    root = page(handed_over=[given(ONE.post, "x", at(21))], today=date(2026, 9, 24))
    assert "Shared by Buffer X" in weeks(root)[0]


def test_a_post_that_is_gone_is_shown_where_a_tool_still_has_it() -> None:
    root = page([TWO], handed_over=[given(ONE.post, "x", at(25))])
    assert "Take it out of Buffer X" in weeks(root)[0]
    assert "#down-uid0000001" in section(root, "plan").xpath(".//a/@href")


def test_a_public_post_that_is_kept_off_all_networks_now_may_stay_where_it_is() -> None:
    assert ONE.shared
    kept_off = replace(ONE, shared=replace(ONE.shared, snippets={}, graphics={}))
    root = page([kept_off], handed_over=[given(ONE.post, "x", at(25))])
    assert "Take it out" not in weeks(root)[0]
    assert "#post-uid0000001" in section(root, "plan").xpath(".//a/@href")


def test_a_share_again_is_named_as_one() -> None:
    post = with_later(ONE)
    root = page([post], shares=[planned(post, at(25), "x", turn=1)])
    assert "Second time" in weeks(root)[0]
    assert "#s-uid0000001-x-1" in section(root, "plan").xpath(".//a/@href")
    assert root.xpath("//*[@id='s-uid0000001-x-1']")


def test_a_translation_carries_its_language() -> None:
    spanish = kit_post(article(7, lang="es", slug="post-1", uid="uidspanish"))
    assert "ES" in weeks(page([spanish], shares=[planned(spanish, at(25), "x")]))[0].split()


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (
            PostingPlan(lasts_until=date(2026, 12, 18)),
            "Approved material lasts until December 18, 2026.",
        ),
        (
            PostingPlan(shares=(planned(with_later(ONE), at(25), "x", turn=1),)),
            "All approved material has been shared",
        ),
    ],
)
def test_how_long_the_material_lasts_is_told(plan: PostingPlan, expected: str) -> None:
    root = page([ONE], plan=plan)
    assert expected in told(root, "plan")
    assert expected in told(root, "due")
