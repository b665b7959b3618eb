"""The files that schedulers take in, read as their tools read them: by a CSV parser."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.networks.rows import Cell
from plugins.networks.table import SCHEDULERS
from plugins.practice.ledgers import HandedOver
from plugins.practice.settings import NetworkChoice
from plugins.scheduler_feeds.posting_plan.planned import PlannedShare
from plugins.scheduler_feeds.uploads.columns import columns_for, time_in_file
from plugins.scheduler_feeds.uploads.files import upload_files
from tests.scheduler_feeds.upload_samples import (
    PRACTICE,
    TEXTS,
    ZONE,
    export,
    in_zone,
    many,
    plan,
    share,
    shared,
    snippet,
)

UPLOADS = [name for name, tool in SCHEDULERS.items() if tool.upload]


def read(body: bytes) -> list[list[str]]:
    text = body.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def files_of(*shares: PlannedShare, scheduler: str) -> dict[str, bytes]:
    batch = export(plan(*shares), scheduler)
    assert batch.left_out == ()
    return upload_files(batch.rows, PRACTICE)


def test_buffer_gets_a_file_a_network_with_its_exact_header() -> None:
    files = files_of(share(shared(), networks=("facebook", "pinterest")), scheduler="buffer")
    assert list(files) == ["buffer/2026-W48-facebook.csv", "buffer/2026-W48-pinterest.csv"]
    facebook, pinterest = files.values()
    assert facebook.startswith(b"Text,Image URL,Tags,Posting Time\r\n")
    assert pinterest.startswith(b"Text,Image URL,Tags,Posting Time,Board Name\r\n")


def test_buffer_gets_text_with_link_picture_and_time() -> None:
    [body] = files_of(share(shared()), scheduler="buffer").values()
    [_, row] = read(body)
    assert row == [
        "For facebook: Is 140 < 150? Q&A\n\nhttps://www.example.org/site/articles/post-0/",
        "https://www.example.org/site/share/post-0/portrait.jpg",
        "",
        "2026-11-25 12:15",
    ]


def test_a_pin_goes_to_the_board_of_the_practice() -> None:
    [body] = files_of(share(shared(), networks=("pinterest",)), scheduler="buffer").values()
    assert read(body)[1][4] == "Living well"


def test_hootsuite_gets_three_columns_without_a_header_and_the_link_beside_the_text() -> None:
    files = files_of(share(shared()), scheduler="hootsuite")
    assert read(files["hootsuite/2026-W48-facebook.csv"]) == [
        [
            "11/25/2026 12:15",
            "For facebook: Is 140 < 150? Q&A",
            "https://www.example.org/site/articles/post-0/",
        ]
    ]


def test_a_text_that_cannot_be_parted_from_its_link_keeps_it_and_the_column_is_empty() -> None:
    one = shared()
    text = "See https://www.example.org/x/ now"
    whole = replace(snippet(one.post, "facebook"), text=text, text_apart="")
    [body] = files_of(
        share(replace(one, snippets={"facebook": whole})), scheduler="hootsuite"
    ).values()
    assert read(body)[0][1:] == [text, ""]


@pytest.mark.parametrize(
    ("minute", "told"), [(0, "12:00"), (1, "12:05"), (5, "12:05"), (56, "13:00"), (59, "13:00")]
)
def test_hootsuite_times_are_rounded_up_to_five_minutes_in_the_file_only(
    minute: int, told: str
) -> None:
    at = datetime(2026, 11, 25, 12, minute, tzinfo=ZONE)
    [row] = export(plan(share(shared(), at)), "hootsuite").rows
    assert row.at == at
    [body] = upload_files([row], PRACTICE).values()
    assert read(body)[0][0] == f"11/25/2026 {told}"


@given(st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1)))  # noqa: DTZ001  # made aware below
def test_a_time_in_a_file_is_the_first_allowed_one_from_then_on(at: datetime) -> None:
    upload = SCHEDULERS["hootsuite"].upload
    assert upload
    local = at.replace(tzinfo=UTC).astimezone(ZONE)
    told = time_in_file(local, upload)
    assert timedelta(0) <= told.astimezone(UTC) - local.astimezone(UTC) < timedelta(minutes=5)
    assert (told.minute % 5, told.second, told.microsecond) == (0, 0, 0)


def test_metricool_gets_one_file_for_all_networks_each_row_flagged_for_one() -> None:
    files = files_of(share(shared(), networks=("facebook", "x")), scheduler="metricool")
    assert list(files) == ["metricool/2026-W48.csv"]
    header, *rows = read(files["metricool/2026-W48.csv"])
    facebook, x = (dict(zip(header, row, strict=True)) for row in rows)
    assert (facebook["Facebook"], facebook["Twitter/X"]) == ("TRUE", "FALSE")
    assert (x["Facebook"], x["Twitter/X"]) == ("FALSE", "TRUE")
    assert (facebook["Date"], facebook["Time"]) == ("2026-11-25", "12:15:00")
    assert facebook["Picture Url 1"].endswith("/portrait.jpg")
    assert facebook["Alt text picture 1"] == 'A "portrait" & <what> it shows'
    assert facebook["Picture Url 2"] == facebook["Alt text picture 2"] == ""


def test_publer_gets_button_link_and_alt_text_in_columns_of_their_own() -> None:
    one = share(shared(), networks=("google_business",))
    [body] = files_of(one, scheduler="publer").values()
    header, row = read(body)
    assert len(header) == 12
    cells = {name.partition(" - ")[0]: cell for name, cell in zip(header, row, strict=True)}
    assert cells["CTA"] == "LEARN_MORE"
    assert cells["Link(s)"] == "https://www.example.org/site/articles/post-0/"
    assert cells["Alt text(s)"].startswith("A ")
    assert "https://" not in cells["Text"]


def test_pinterest_is_told_times_in_utc_and_hashtags_as_keywords() -> None:
    [body] = files_of(
        share(shared(), networks=("pinterest",)), scheduler="pinterest-native"
    ).values()
    cells = dict(zip(*read(body), strict=True))
    assert cells["Publish date"] == "2026-11-25T17:15:00"
    assert cells["Keywords"] == "LivingWell, Sleep"
    assert cells["Pinterest board"] == "Living well"


@pytest.mark.parametrize("scheduler", UPLOADS)
@given(text=TEXTS, title=TEXTS)
def test_a_file_read_back_gives_exactly_what_was_handed_over(
    scheduler: str, text: str, title: str
) -> None:
    upload = SCHEDULERS[scheduler].upload
    assert upload
    networks = [name for name in PRACTICE.networks if name in upload.networks]
    batch = export(plan(share(shared(text=text, title=title), networks=networks)), scheduler)
    files = upload_files(batch.rows, PRACTICE)
    assert len(batch.rows) == len(networks)
    for file, body in files.items():
        rows = [row for row in batch.rows if row.file == file]
        columns = columns_for(upload, rows[0].network) if upload.per_network else upload.columns
        lines = read(body)
        assert lines[: upload.header] == [[column.name for column in columns]][: upload.header]
        for row, cells in zip(rows, lines[upload.header :], strict=True):
            for column, cell in zip(columns, cells, strict=True):
                if column.cell in WHOLE and column.number == 1:
                    here = not column.networks or row.network in column.networks
                    assert cell == (getattr(row, WHOLE[column.cell]) if here else "")
            assert row.text.startswith(text)


WHOLE = {
    Cell.TEXT: "text",
    Cell.TEXT_APART: "text",
    Cell.LINK: "link",
    Cell.IMAGE: "image",
    Cell.IMAGES: "image",
    Cell.ALT: "alt",
    Cell.ALTS: "alt",
    Cell.TITLE: "headline",
    Cell.BOARD: "board",
}


@pytest.mark.parametrize("scheduler", UPLOADS)
def test_every_cell_is_quoted_and_every_line_ends_as_rfc_4180_has_it(scheduler: str) -> None:
    upload = SCHEDULERS[scheduler].upload
    assert upload
    networks = [name for name in PRACTICE.networks if name in upload.networks]
    one = share(shared(text='Two\nlines, "quoted"'), networks=networks)
    for body in files_of(one, scheduler=scheduler).values():
        lines = body.decode("utf-8-sig").split("\r\n")
        rows = lines[upload.header : -1]
        assert lines[-1] == ""
        assert len(rows) == len(read(body)) - upload.header
        assert all(row.startswith('"') and row.endswith('"') for row in rows)
        assert b"\n" not in body.replace(b"\r\n", b"").replace(b"Two\nlines", b"").replace(
            b"\n\nhttps", b""
        )
        assert body.startswith(b"\xef\xbb\xbf") == upload.bom


def test_rows_are_sorted_by_time_and_the_same_rows_give_the_same_bytes() -> None:
    rows = export(many(30), "buffer").rows
    files = upload_files(rows, PRACTICE)
    assert upload_files(reversed(rows), PRACTICE) == files
    [body] = files.values()
    times = [row[3] for row in read(body)[1:]]
    assert times == sorted(times)


def test_a_later_build_makes_every_file_again_from_the_ledger_alone() -> None:
    first = export(many(3), "buffer")
    second = export(many(5), "buffer", handed_over=first.rows)
    third = export(many(5), "publer", handed_over=(*first.rows, *second.rows))
    ledger = [*first.rows, *second.rows, *third.rows]
    once = [upload_files(batch.rows, PRACTICE) for batch in (first, second, third)]
    assert upload_files(ledger, PRACTICE) == {**once[0], **once[1], **once[2]}
    moved = replace(PRACTICE, networks={"x": NetworkChoice(name="x")}, schedulers=())
    assert upload_files(ledger, moved) == upload_files(ledger, PRACTICE)


def test_rows_for_a_scheduler_that_is_no_longer_known_make_no_file() -> None:
    [row] = export(plan(share(shared())), "buffer").rows
    old = replace(row, scheduler="gone", file="gone/2026-W48.csv")
    assert list(upload_files([row, old], PRACTICE)) == [row.file]
    assert upload_files([], PRACTICE) == {}


def test_times_are_those_of_the_plans_own_zone_summer_and_winter() -> None:
    practice = in_zone("America/Los_Angeles")
    zone = practice.plan_zone

    def told(row: HandedOver) -> str:
        [body] = upload_files([row], practice).values()
        return read(body)[1][3]

    for number in (30, 34):  # summer time ends between the two
        at = datetime(2026, 10, 1, 9, 0, tzinfo=zone) + timedelta(days=number)
        one = plan(share(shared(), at))
        week, now = one.shares[0].week, datetime(2026, 10, 1, tzinfo=zone)
        [row] = export(one, "buffer", week=week, practice=practice, now=now).rows
        assert told(row) == told(replace(row, at=row.at.astimezone(UTC))) == f"{at:%Y-%m-%d} 09:00"
