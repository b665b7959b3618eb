"""The formats of the schedulers' upload files."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from plugins.networks.rows import Cell, Column, Scheduler, Sure, Unit, Upload
from plugins.networks.table import NETWORKS, SCHEDULERS
from plugins.networks.tools import BY_HAND, tool_for
from plugins.practice.settings import Practice

WITH_FILES = [tool for tool in SCHEDULERS.values() if tool.upload and tool.name != BY_HAND]
PRACTICE = Practice(
    name="Small",
    short_name="Small",
    site_url="https://www.example.org",
    languages=("en",),
    time_zone="America/New_York",
    phone="+1 212-555-0143",
)
TIMES = {Cell.DATETIME, Cell.DATE, Cell.TIME}
AT = datetime(2026, 3, 8, 9, 5, tzinfo=UTC)

every_scheduler = pytest.mark.parametrize("tool", WITH_FILES, ids=lambda tool: tool.name)


def upload(name: str) -> Upload:
    found = SCHEDULERS[name].upload
    assert found
    return found


def rows(found: Upload) -> tuple[int, int | None]:
    """The most rows of a file, and on the free plan."""
    assert found.rows
    return found.rows.size, found.rows_free.size if found.rows_free else None


def header(name: str, network: str) -> str:
    """The first line of a file for one network."""
    kept = [c for c in upload(name).columns if not c.left_out or network in c.networks]
    return ",".join(column.name for column in kept)


def time_of(columns: tuple[Column, ...]) -> str:
    return " ".join(AT.strftime(column.format) for column in columns if column.cell in TIMES)


def test_the_schedulers_that_take_files_are_these() -> None:
    assert {tool.name for tool in WITH_FILES} == {
        "buffer", "hootsuite", "publer", "metricool", "pinterest-native"
    }  # fmt: skip


@every_scheduler
def test_every_column_is_one_that_can_be_filled(tool: Scheduler) -> None:
    assert tool.upload
    names = [column.name for column in tool.upload.columns]
    assert len(set(names)) == len(names), "two columns would have the same heading"
    for column in tool.upload.columns:
        assert column.name.strip() == column.name != ""
        assert not re.search(r'[{}"\n]', column.name), column.name
        assert set(column.networks) <= set(tool.upload.networks), column.name
        assert bool(column.format) == (column.cell in TIMES), column.name
        assert bool(column.value) == (column.cell is Cell.FIXED), column.name
        assert column.networks or not column.left_out, "it would be left out of every file"


@every_scheduler
def test_every_row_has_a_text_and_one_time_to_the_minute(tool: Scheduler) -> None:
    assert tool.upload
    cells = [column.cell for column in tool.upload.columns]
    assert sum(cell in (Cell.TEXT, Cell.TEXT_APART) for cell in cells) == 1
    assert {Cell.DATETIME} == TIMES & set(cells) or {Cell.DATE, Cell.TIME} == TIMES & set(cells)
    shown = time_of(tool.upload.columns)
    assert "2026" in shown
    assert "09:05" in shown


@every_scheduler
def test_where_the_text_lacks_its_link_a_column_has_it(tool: Scheduler) -> None:
    assert tool.upload
    cells = {column.cell for column in tool.upload.columns}
    assert Cell.TEXT_APART not in cells or Cell.LINK in cells


@every_scheduler
def test_a_file_is_for_networks_that_exist_and_that_take_texts(tool: Scheduler) -> None:
    assert tool.upload
    assert tool.upload.networks
    for name, label in tool.upload.networks.items():
        assert NETWORKS[name].body, name
        assert label


@every_scheduler
def test_no_format_is_told_as_verified_before_a_tool_took_a_file(tool: Scheduler) -> None:
    assert tool.upload
    assert tool.upload.sure is not Sure.VERIFIED
    assert tool.upload.note


@every_scheduler
def test_rows_are_counted_as_whole_things_and_the_free_plan_takes_fewer(tool: Scheduler) -> None:
    assert tool.upload
    assert tool.upload.rows
    assert tool.upload.rows.unit is Unit.ITEMS
    assert 60 % tool.upload.minute_step == 0
    if tool.upload.rows_free:
        assert tool.upload.rows_free.size < tool.upload.rows.size


def test_buffer_s_header_is_as_its_help_page_has_it() -> None:
    assert header("buffer", "facebook") == "Text,Image URL,Tags,Posting Time"
    assert header("buffer", "pinterest") == "Text,Image URL,Tags,Posting Time,Board Name"
    assert time_of(upload("buffer").columns) == "2026-03-08 09:05"
    assert rows(upload("buffer")) == (100, 10)
    assert upload("buffer").per_network


def test_hootsuite_takes_three_columns_without_a_header() -> None:
    hootsuite = upload("hootsuite")
    assert [column.cell for column in hootsuite.columns] == [
        Cell.DATETIME, Cell.TEXT_APART, Cell.LINK
    ]  # fmt: skip
    assert not hootsuite.header
    assert time_of(hootsuite.columns) == "03/08/2026 09:05"
    assert rows(hootsuite) == (350, None)
    assert (hootsuite.minutes_ahead, hootsuite.minute_step) == (10, 5)
    assert hootsuite.images == 0


def test_publer_s_twelve_columns_stay_in_every_file() -> None:
    assert header("publer", "facebook") == header("publer", "pinterest")
    assert len(upload("publer").columns) == 12
    assert upload("publer").alt
    assert upload("publer").images is None


def test_publer_s_link_column_is_empty_where_it_would_turn_the_picture_into_a_preview() -> None:
    (link,) = [column for column in upload("publer").columns if column.cell is Cell.LINK]
    assert link.networks
    assert not any(NETWORKS[name].place.in_text for name in link.networks)


def test_metricool_holds_all_networks_and_flags_each_once() -> None:
    metricool = upload("metricool")
    flags = [column.networks for column in metricool.columns if column.cell is Cell.FLAG]
    assert not metricool.per_network
    assert sorted(name for names in flags for name in names) == sorted(metricool.networks)
    assert () in flags, "YouTube is always FALSE"
    for network, label in metricool.networks.items():
        assert (label, (network,)) in [(c.name, c.networks) for c in metricool.columns]


def test_metricool_takes_ten_pictures_each_with_its_alt_text() -> None:
    metricool = upload("metricool")
    for cell, name in ((Cell.IMAGE, "Picture Url {}"), (Cell.ALT, "Alt text picture {}")):
        found = [(c.name, c.number) for c in metricool.columns if c.cell is cell]
        assert found == [(name.format(number), number) for number in range(1, 11)]
    assert metricool.images == 10


def test_pinterest_means_times_in_utc_and_refuses_what_stands_twice() -> None:
    pinterest = upload("pinterest-native")
    assert header("pinterest-native", "pinterest") == (
        "Title,Media URL,Pinterest board,Thumbnail,Description,Link,Publish date,Keywords"
    )
    assert pinterest.time_zone == "UTC"
    assert time_of(pinterest.columns) == "2026-03-08T09:05:00"
    assert pinterest.unique == (Cell.TITLE, Cell.LINK)
    assert pinterest.needs_image
    assert (pinterest.images, pinterest.days_ahead) == (1, 14)


def test_buttons_are_named_only_where_a_column_takes_them() -> None:
    for tool in WITH_FILES:
        assert tool.upload
        takes = any(column.cell is Cell.CTA for column in tool.upload.columns)
        assert bool(tool.upload.ctas) == takes, tool.name
        assert set(tool.upload.ctas) <= set(NETWORKS["google_business"].ctas)


def test_the_list_of_a_person_is_for_every_network_also_for_one_of_the_practice_s_own() -> None:
    assert all(upload(BY_HAND).takes(name) for name in (*NETWORKS, "town_board"))


def test_a_network_is_posted_to_by_the_first_tool_that_takes_it_else_by_hand() -> None:
    practice = replace(PRACTICE, schedulers=("hootsuite", "buffer", BY_HAND))
    assert tool_for("facebook", practice) == "hootsuite"
    assert tool_for("pinterest", practice) == "buffer"
    assert tool_for("doximity", practice) == BY_HAND
    assert tool_for("facebook", replace(practice, schedulers=())) == BY_HAND
