"""What is handed to a scheduler: each thing once, in time, and only what can be posted."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.networks.rows import Cell
from plugins.networks.table import SCHEDULERS
from plugins.practice.ledgers import HandedOver
from plugins.practice.settings import NetworkChoice
from plugins.scheduler_feeds.uploads.batch import Batch, Reason
from plugins.scheduler_feeds.uploads.columns import to_add
from tests.scheduler_feeds.upload_samples import (
    NOW,
    PRACTICE,
    TODAY,
    ZONE,
    export,
    many,
    online,
    plan,
    share,
    shared,
)


def reasons(batch: Batch) -> dict[str, Reason]:
    return {one.network: one.reason for one in batch.left_out}


def reached(scheduler: str) -> set[str]:
    upload = SCHEDULERS[scheduler].upload
    return set(upload.networks) if upload else set()


def names(batch: Batch) -> dict[str, int]:
    files = [row.file for row in batch.rows]
    return {file: files.count(file) for file in dict.fromkeys(files)}


def test_a_row_tells_all_that_the_ledger_must_remember() -> None:
    one = shared(3, topics=("heart", "pain"), lang="es")
    first = export(plan(share(one, networks=("facebook",))), "buffer").rows
    again = plan(share(one, networks=("google_business",), turn=1))
    [row] = export(again, "buffer", handed_over=first).rows
    assert row == HandedOver(
        uid="uid0000003",
        network="google_business",
        scheduler="buffer",
        week="2026-W48",
        file="buffer/2026-W48-google_business.csv",
        at=datetime(2026, 11, 25, 12, 15, tzinfo=ZONE),
        on=TODAY,
        turn=1,
        kind="article",
        topics=("heart", "pain"),
        lang="es",
        title=one.post.title,
        url=one.url,
        text=f"Once more: {one.post.title}",
        link=one.url,
        cta="LEARN_MORE",
        image="https://www.example.org/site/es/share/post-3/card.jpg",
        alt='A "card" & <what> it shows',
    )


def test_only_the_week_that_was_asked_for_is_handed_over() -> None:
    sunday = datetime(2026, 11, 1, 23, 30, tzinfo=ZONE)  # the night on which summer time ends
    monday = sunday + timedelta(minutes=45)
    two = plan(share(shared(1), sunday), share(shared(2), monday))
    now = datetime(2026, 10, 20, tzinfo=ZONE)
    for week, at in (("2026-W44", sunday), ("2026-W45", monday)):
        assert [row.at for row in export(two, "buffer", week=week, now=now).rows] == [at]
    assert export(two, "buffer", week="2026-W46", now=now) == Batch()


def test_an_hour_that_comes_twice_keeps_the_order_of_time() -> None:
    first = datetime(2026, 11, 1, 1, 30, tzinfo=ZONE)
    again = first.replace(fold=1)
    two = plan(share(shared(1), again), share(shared(2), first))
    rows = export(two, "buffer", week="2026-W44", now=datetime(2026, 10, 20, tzinfo=ZONE)).rows
    assert [row.uid for row in rows] == ["uid0000002", "uid0000001"]


@pytest.mark.parametrize(
    ("scheduler", "free", "count", "expected"),
    [
        ("buffer", (), 100, [100]),
        ("buffer", (), 101, [100, 1]),
        ("buffer", ("buffer",), 25, [10, 10, 5]),
        ("buffer", ("hootsuite",), 25, [25]),
        ("hootsuite", (), 351, [350, 1]),
        ("hootsuite", ("hootsuite",), 350, [350]),
    ],
)
def test_a_file_has_no_more_rows_than_the_scheduler_takes_on_the_plan_in_use(
    scheduler: str, free: tuple[str, ...], count: int, expected: list[int]
) -> None:
    batch = export(many(count), scheduler, practice=replace(PRACTICE, free_schedulers=free))
    stem = f"{scheduler}/2026-W48-facebook"
    files = [f"{stem}.csv", f"{stem}-2.csv", f"{stem}-3.csv"]
    assert names(batch) == dict(zip(files, expected, strict=False))
    assert [row.at for row in batch.rows] == sorted(row.at for row in batch.rows)


def test_a_later_batch_of_the_same_week_goes_into_a_file_of_its_own() -> None:
    first = export(many(12), "buffer", practice=replace(PRACTICE, free_schedulers=("buffer",)))
    later = export(many(14), "buffer", handed_over=first.rows)
    assert list(names(first)) == ["buffer/2026-W48-facebook.csv", "buffer/2026-W48-facebook-2.csv"]
    assert names(later) == {"buffer/2026-W48-facebook-3.csv": 2}


def test_pinterest_refuses_a_title_or_a_link_twice_in_a_file_so_they_go_into_two() -> None:
    one, other = shared(1), shared(2)
    pin = replace(other.snippets["pinterest"], title=one.snippets["pinterest"].title)
    same = replace(other, snippets={**other.snippets, "pinterest": pin})
    later = datetime(2026, 11, 26, 9, 0, tzinfo=ZONE)
    both = plan(share(one, networks=("pinterest",)), share(same, later, ("pinterest",)))
    assert names(export(both, "pinterest-native")) == {
        "pinterest-native/2026-W48-pinterest.csv": 1,
        "pinterest-native/2026-W48-pinterest-2.csv": 1,
    }


_EXPORTS = st.lists(
    st.tuples(
        st.sampled_from(("buffer", "publer", "hootsuite", "metricool")),
        st.integers(1, 8),
        st.sets(st.sampled_from(("facebook", "x", "linkedin", "snapchat")), min_size=1),
    ),
    min_size=1,
    max_size=6,
)


@given(_EXPORTS)
def test_nothing_is_handed_over_twice_to_whatever_scheduler(
    exports: list[tuple[str, int, set[str]]],
) -> None:
    ledger: list[HandedOver] = []
    batches = []
    for scheduler, count, networks in exports:
        batch = export(many(count, sorted(networks)), scheduler, handed_over=ledger)
        batches.append(batch)
        ledger += batch.rows
    assert len({row.key for row in ledger}) == len(ledger)
    files = [set(names(batch)) for batch in batches]
    assert len(set(chain(*files))) == sum(len(one) for one in files)
    wanted = {
        (number, name)
        for scheduler, count, networks in exports
        for number in range(count)
        for name in networks & reached(scheduler)
    }
    assert {(int(row.uid[3:]), row.network) for row in ledger} == wanted


def test_the_same_post_is_handed_over_again_when_its_next_turn_comes() -> None:
    first = export(plan(share(shared())), "buffer")
    again = export(plan(share(shared(), turn=1)), "buffer", handed_over=first.rows)
    assert [row.text for row in again.rows] == [
        f"Once more: {shared().post.title}\n\n{shared().url}"
    ]


def test_a_share_that_stands_twice_in_a_plan_is_handed_over_once() -> None:
    later = datetime(2026, 11, 26, 9, 0, tzinfo=ZONE)
    assert len(export(plan(share(shared()), share(shared(), later)), "buffer").rows) == 1


def test_a_page_that_is_not_online_is_left_out_and_deploy_is_asked_for() -> None:
    one = shared(1)
    batch = export(plan(share(one)), "buffer", public={})
    assert batch.rows == ()
    [left_out] = batch.left_out
    assert left_out.reason is Reason.NOT_ONLINE
    assert left_out.what == "its page is not online yet"
    assert left_out.fix.startswith("deploy first")
    assert export(plan(share(one)), "buffer", public=online(one)).left_out == ()


def test_a_page_that_goes_up_later_is_told_with_its_day() -> None:
    one = shared(1, date=datetime(2026, 11, 25, 8, 0, tzinfo=ZONE))
    [left_out] = export(plan(share(one)), "buffer", public={}).left_out
    assert left_out.what == "its page goes online on Wednesday, November 25"


def test_a_page_that_is_online_under_another_address_is_left_out() -> None:
    one = shared(1)
    moved = online(replace(one, url="https://www.example.org/old/"))
    [left_out] = export(plan(share(one)), "buffer", public=moved).left_out
    assert left_out.reason is Reason.NOT_ONLINE
    assert "another address" in left_out.what


@pytest.mark.parametrize("first", ["=", "+", "-", "@"])
def test_a_text_that_a_spreadsheet_takes_for_a_formula_is_left_out_never_changed(
    first: str,
) -> None:
    batch = export(plan(share(shared(text=f"{first}1 for walks"))), "buffer")
    assert batch.rows == ()
    [left_out] = batch.left_out
    assert left_out.reason is Reason.FORMULA
    assert f'begins with "{first}"' in left_out.what
    assert "articles/post-0.md" in left_out.fix


def test_a_title_in_a_column_of_its_own_may_be_no_formula_either() -> None:
    one = shared()
    pin = replace(one.snippets["pinterest"], title="-5 kg")
    pinned = plan(share(replace(one, snippets={"pinterest": pin}), networks=("pinterest",)))
    assert reasons(export(pinned, "publer")) == {"pinterest": Reason.FORMULA}
    assert export(pinned, "buffer").left_out == ()  # it has no column for the title


def test_networks_that_the_scheduler_cannot_reach_are_told_as_by_hand() -> None:
    batch = export(plan(share(shared(), networks=("facebook", "snapchat", "doximity"))), "buffer")
    assert [row.network for row in batch.rows] == ["facebook"]
    assert reasons(batch) == {"snapchat": Reason.BY_HAND, "doximity": Reason.BY_HAND}
    assert batch.left_out[0].what == "Buffer takes no file for Snapchat"


def test_a_scheduler_without_an_upload_file_leaves_all_to_the_hand() -> None:
    assert reasons(export(plan(share(shared())), "postiz")) == {"facebook": Reason.BY_HAND}


@pytest.mark.parametrize(
    ("scheduler", "minutes", "fits"),
    [
        ("hootsuite", 9, False),
        ("hootsuite", 10, True),
        ("buffer", 0, False),
        ("buffer", 1, True),
        ("buffer", -60, False),
    ],
)
def test_a_time_that_is_over_or_too_near_for_the_scheduler_is_left_to_the_hand(
    scheduler: str, minutes: int, fits: bool
) -> None:
    at = datetime(2026, 11, 25, 12, 15, tzinfo=ZONE)
    batch = export(plan(share(shared(), at)), scheduler, now=at - timedelta(minutes=minutes))
    assert bool(batch.rows) is fits
    assert reasons(batch) == ({} if fits else {"facebook": Reason.TOO_SOON})


def test_a_time_further_ahead_than_the_scheduler_takes_is_left_for_later() -> None:
    pinned = plan(share(shared(), networks=("pinterest",)))
    early = NOW - timedelta(days=20)
    assert reasons(export(pinned, "pinterest-native", now=early)) == {"pinterest": Reason.TOO_FAR}
    assert export(pinned, "pinterest-native").left_out == ()


def test_a_pin_without_a_board_or_a_picture_is_left_out() -> None:
    pinned = plan(share(shared(), networks=("pinterest",)))
    nowhere = replace(PRACTICE, networks={"pinterest": NetworkChoice(name="pinterest")})
    batch = export(pinned, "buffer", practice=nowhere)
    assert reasons(batch) == {"pinterest": Reason.NO_BOARD}
    assert "[networks.pinterest]" in batch.left_out[0].fix
    bare = plan(share(replace(shared(), graphics={}), networks=("pinterest",)))
    assert reasons(export(bare, "pinterest-native")) == {"pinterest": Reason.NO_PICTURE}


def test_a_network_without_a_text_of_this_turn_is_told() -> None:
    once = replace(shared(), later=())
    first = export(plan(share(once)), "buffer").rows
    batch = export(plan(share(once, turn=2)), "buffer", handed_over=first)
    assert reasons(batch) == {"facebook": Reason.NO_TEXT}


def test_a_post_is_not_handed_over_again_before_its_first_time() -> None:
    batch = export(plan(share(shared(), turn=1)), "buffer")
    assert (batch.rows, batch.left_out) == ((), ())


def test_an_alt_text_is_as_long_as_the_network_takes_it() -> None:
    one = shared()
    long = {
        shape: replace(graphic, alt="A doctor listens to a heart. " * 40)
        for shape, graphic in one.graphics.items()
    }
    pinned = plan(share(replace(one, graphics=long), networks=("pinterest",)))
    [row] = export(pinned, "publer").rows
    assert 400 < len(row.alt) <= 500
    assert row.alt.endswith("heart.")


def test_what_a_file_has_no_column_for_is_told_so_that_it_is_added_by_hand() -> None:
    upload = SCHEDULERS["buffer"].upload
    assert upload
    rows = export(
        plan(share(shared(), networks=("facebook", "google_business", "pinterest"))), "buffer"
    ).rows
    assert {row.network: to_add(row, upload) for row in rows} == {
        "facebook": (Cell.ALT,),
        "google_business": (Cell.LINK, Cell.CTA, Cell.ALT),
        "pinterest": (Cell.TITLE, Cell.LINK, Cell.ALT),
    }


def test_a_button_that_the_scheduler_has_no_word_for_is_added_by_hand() -> None:
    upload = SCHEDULERS["publer"].upload
    assert upload
    [row] = export(plan(share(shared(), networks=("google_business",))), "publer").rows
    assert to_add(row, upload) == ()
    assert to_add(replace(row, cta="CALL", link=""), upload) == (Cell.CTA,)
