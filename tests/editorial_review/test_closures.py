"""A closure in approved words: what may be typed, what is said, and what voids it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
import yaml

from plugins.editorial_review.closures.asking import (
    Around,
    Asked,
    NotPossibleError,
    asked_closure,
    changed_closure,
    ended_closure,
)
from plugins.editorial_review.closures.filling import why_not_filled, with_slots
from plugins.editorial_review.closures.notice_file import NewNotice, notice_text
from plugins.editorial_review.closures.slots import SPOKEN, Filled, read_filled, words_of
from plugins.editorial_review.closures.spoken import spoken_clock, spoken_date, with_spoken_numbers
from plugins.editorial_review.closures.stretch import Stretch
from plugins.editorial_review.closures.template_checks import check_template
from plugins.editorial_review.closures.voicemail import voicemail
from plugins.practice.posts import NO_DAY, ClosureTemplate, Notice
from plugins.practice.settings import Place, Practice

ZONE = ZoneInfo("America/New_York")
MAIN = Place(
    id="main",
    name="Main Street",
    street="1 Main Street",
    city="Exampleton",
    hours=(((480, 1020),), ((480, 1020),), (), ((480, 1020),), ((480, 720), (780, 900)), (), ()),
)
RIVER = replace(MAIN, id="river", name="River Road", phone="+1 212-555-0199")
PRACTICE = Practice(
    name="Small Practice",
    short_name="Small",
    site_url="https://www.practice.health",
    languages=("en", "es"),
    time_zone="America/New_York",
    phone="+1 212-555-0143",
    places=(MAIN,),
)
TWO = replace(PRACTICE, places=(MAIN, RIVER))
TUESDAY = date(2026, 11, 24)


def moment(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE)


SIX = Around(practice=PRACTICE, now=moment(24, 6, 5))


def when(asked: Asked, around: Around = SIX, lang: str = "en") -> str:
    filled = asked_closure(asked, around)
    words = words_of(filled, around.practice, lang)
    return f"{words['when']} | {words['opens']}"


TEMPLATE = ClosureTemplate(
    file="closures/weather.md",
    title="Closed {when}",
    summary="Because of the weather we are closed {when}. We plan to open {opens}.",
    slug="weather",
    lang="en",
    text="This is about {place}. Call {phone}.\n",
    uid="t123456789",
    date=datetime.combine(NO_DAY, time(), tzinfo=ZONE),
    authors=("ben",),
    topics=("practice",),
    type="hours",
    reason="weather",
    starts=NO_DAY,
    ends=NO_DAY,
    then="Call {phone}. For an emergency call 911.",
)


def filled_notice(filled: Filled, template: ClosureTemplate = TEMPLATE) -> Notice:
    """The notice as its file says it, without reading a file."""
    fields = {
        "title": template.title,
        "summary": template.summary,
        "authors": list(template.authors),
        "topics": list(template.topics),
        "then": template.then,
    }
    new = NewNotice(
        template="weather",
        fields=fields,
        text=template.text,
        lang="en",
        uid="n123456789",
        date=moment(24, 6, 5),
        filled=filled,
    )
    _, front, text = notice_text(new, PRACTICE).split("---\n", 2)
    read = yaml.load(front, Loader=yaml.BaseLoader)
    starts, ends = (datetime.fromisoformat(read[name]) for name in ("starts", "ends"))
    timed = len(read["starts"]) > 10
    return Notice(
        file="notices/closed.md",
        title=read["title"],
        summary=read["summary"],
        slug="closed",
        lang="en",
        text=text,
        uid=read["uid"],
        date=moment(24, 6, 5),
        authors=tuple(read["authors"]),
        topics=tuple(read["topics"]),
        type=read["type"],
        reason=read["reason"],
        starts=starts.replace(tzinfo=ZONE) if timed else starts.date(),
        ends=ends.replace(tzinfo=ZONE) if timed else ends.date(),
        then=read["then"],
        affects=tuple(read["affects"]),
        template=read["template"],
        filled=read["filled"],
    )


NOON = asked_closure(Asked(until="12:00"), SIX)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (Asked(), "on Tuesday, November 24 | on Thursday, November 26 at 8:00 AM"),
        (
            Asked(until="12:00"),
            "on Tuesday, November 24 until 12:00 PM | on Tuesday, November 24 at 12:00 PM",
        ),
        (
            Asked(first="13:00"),
            "on Tuesday, November 24 from 1:00 PM | on Thursday, November 26 at 8:00 AM",
        ),
        (
            Asked(first="tomorrow", last="2026-11-27"),
            "from Wednesday, November 25 through Friday, November 27 | "
            "on Monday, November 30 at 8:00 AM",
        ),
        (
            Asked(first="2026-11-27", last="2026-11-30", until="10:30"),
            "from Friday, November 27 until 10:30 AM on Monday, November 30 | "
            "on Monday, November 30 at 10:30 AM",
        ),
    ],
)
def test_a_closure_says_when_it_holds_and_when_the_practice_opens_again(
    asked: Asked, said: str
) -> None:
    assert when(asked) == said


def test_an_end_in_the_lunch_break_says_when_the_door_really_opens() -> None:
    friday = Around(practice=PRACTICE, now=moment(27, 6))
    assert when(Asked(until="12:15"), friday).endswith("on Friday, November 27 at 1:00 PM")


def test_other_days_off_do_not_count_as_the_next_opening() -> None:
    holidays = replace(SIX, closed=frozenset({date(2026, 11, 26), date(2026, 11, 27)}))
    assert when(Asked(), holidays).endswith("on Monday, November 30 at 8:00 AM")


def test_spanish_has_its_own_articles() -> None:
    assert when(Asked(until="13:00"), SIX, "es") == (
        "el martes 24 de noviembre hasta la 1:00 p.m. | el martes 24 de noviembre a la 1:00 p.m."
    )


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (Asked(first="2026-11-23"), "is past"),
        (Asked(until="06:00"), "is past"),
        (Asked(until="07:30"), "you open at 08:00 anyway"),
        (Asked(until="18:00"), "you close by 17:00"),
        (Asked(first="18:00"), "you close by 17:00"),
        (Asked(until="noon"), "not a time"),
        (Asked(until="3pm"), "not a time"),
        (Asked(first="11/25/2026"), "write 2026-11-25"),
        (Asked(first="2026-11-26", last="2026-11-24"), "before it begins"),
        (Asked(last="2026-12-31"), "more than 30 days"),
        (Asked(first="2026-11-28"), "closed anyway"),
        (Asked(places=("mian",)), 'did you mean "main"'),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(asked: Asked, told: str) -> None:
    with pytest.raises(NotPossibleError, match="(?i)" + told):
        asked_closure(asked, SIX)


def test_a_time_that_the_clocks_skip_is_told() -> None:
    night = replace(MAIN, hours=(((0, 1440),),) * 7)
    around = Around(practice=replace(PRACTICE, places=(night,)), now=moment(7, 20, month=3))
    with pytest.raises(NotPossibleError, match="clocks skip"):
        asked_closure(Asked(first="tomorrow", until="02:30"), around)


def test_on_the_day_of_summer_time_hours_are_those_of_the_wall_clock() -> None:
    sunday = replace(MAIN, hours=(((480, 1020),),) * 7)
    around = Around(practice=replace(PRACTICE, places=(sunday,)), now=moment(8, 6, month=3))
    assert when(Asked(until="12:00"), around).endswith("on Sunday, March 8 at 12:00 PM")


def test_after_closing_time_today_is_over() -> None:
    with pytest.raises(NotPossibleError, match="--from tomorrow"):
        asked_closure(Asked(), replace(SIX, now=moment(24, 17, 30)))


def test_a_practice_without_hours_is_told_to_write_them() -> None:
    bare = replace(PRACTICE, places=(replace(MAIN, hours=((),) * 7),))
    with pytest.raises(NotPossibleError, match="no opening hours"):
        asked_closure(Asked(), replace(SIX, practice=bare))


def test_one_place_has_its_own_number_and_several_share_the_practices() -> None:
    around = replace(SIX, practice=TWO)
    assert asked_closure(Asked(places=("river",)), around).phone == "+1 212-555-0199"
    both = asked_closure(Asked(), replace(SIX, practice=replace(TWO, places=(MAIN, MAIN))))
    assert both.phone == PRACTICE.phone
    words = words_of(asked_closure(Asked(), around), TWO, "en")
    assert words["place"] == "Main Street and River Road"


def test_it_can_end_later_or_sooner() -> None:
    later = changed_closure(NOON, Asked(until="15:00"), SIX)
    assert words_of(later, PRACTICE, "en")["when"] == "on Tuesday, November 24 until 3:00 PM"
    longer = changed_closure(NOON, Asked(last="2026-11-26"), SIX)
    assert longer.stretch.last == date(2026, 11, 26)
    with pytest.raises(NotPossibleError, match="--until 15:00"):
        changed_closure(NOON, Asked(), SIX)


def test_it_ends_now() -> None:
    ten = replace(SIX, now=moment(24, 10, 40))
    assert ended_closure(NOON, ten).stretch.last == moment(24, 10, 40)
    week = asked_closure(Asked(last="2026-11-27"), SIX)
    thursday = replace(SIX, now=moment(26, 6))
    assert ended_closure(week, thursday).stretch.last == TUESDAY  # closed on Wednesdays anyway
    evening = replace(SIX, now=moment(26, 20))
    assert ended_closure(week, evening).stretch.last == date(2026, 11, 26)


def test_what_has_not_begun_is_cancelled_not_ended() -> None:
    for now in (moment(24, 6, 30), moment(23, 12)):
        with pytest.raises(NotPossibleError, match="--cancel"):
            ended_closure(NOON, replace(SIX, now=now))


def test_what_was_filled_in_is_read_back() -> None:
    assert read_filled(NOON.as_fields(), PRACTICE) == NOON


def test_a_notice_filled_from_its_template_is_the_template() -> None:
    for asked in (Asked(), Asked(until="12:00"), Asked(first="13:00"), Asked(last="2026-11-26")):
        notice = filled_notice(asked_closure(asked, SIX))
        assert why_not_filled(notice, TEMPLATE, PRACTICE) == ""


@pytest.mark.parametrize(
    "edit",
    [
        {"title": "Closed for good"},
        {"summary": "Because of the weather we are closed."},
        {"then": "Go to the emergency room."},
        {"text": "This is about Main Street. Call (212) 555-0143.\n\nSee you!\n"},
        {"authors": ("ada",)},
        {"changes": ("We open later.",)},
        {"image": "snow.jpg"},
        {"reason": "holiday"},
        {"affects": ()},
        {"starts": TUESDAY},
        {"ends": moment(24, 13)},
        {"template": "power"},
        {"type": "alert"},
    ],
)
def test_any_free_edit_is_found(edit: dict[str, object]) -> None:
    notice = replace(filled_notice(NOON), **edit)  # type: ignore[arg-type]  # fields of a notice
    assert why_not_filled(notice, TEMPLATE, PRACTICE) != ""


@pytest.mark.parametrize(
    "slots",
    [
        {"phone": "+1 900-555-0199"},
        {"places": "main the-pub"},
        {"from": "soon"},
        {"opens": "never"},
        {"opens": "2026-11-25"},
        {"note": "Buy our vitamins"},
    ],
)
def test_a_slot_holds_nothing_else_than_days_times_places_and_our_number(
    slots: dict[str, str],
) -> None:
    notice = filled_notice(NOON)
    changed = replace(notice, filled={**notice.filled, **slots})
    assert "`filled`" in why_not_filled(changed, TEMPLATE, PRACTICE)


def test_another_time_in_a_slot_needs_the_same_time_in_the_words() -> None:
    notice = filled_notice(NOON)
    changed = replace(notice, filled={**notice.filled, "opens": "2026-11-24 14:00"})
    assert "`summary`" in why_not_filled(changed, TEMPLATE, PRACTICE)


def test_a_full_stop_is_not_doubled() -> None:
    assert with_slots("Until {opens}. Then.", {"opens": "8:00 a.m."}) == "Until 8:00 a.m. Then."
    assert with_slots("{unknown}.", {}) == "{unknown}."


def test_a_template_without_faults_has_none() -> None:
    assert list(check_template(TEMPLATE)) == []


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        ({"title": "Closed"}, "no {when}"),
        ({"title": "Open {when}"}, "does not say that you are closed"),
        ({"title": "We are not closed {when}"}, "does not say that you are closed"),
        ({"reason": "other"}, 'named for the reason "other"'),
        ({"then": "Call {fone}."}, 'no slot "{fone}"'),
        ({"text": "Until {opens} or 3 PM.\n"}, 'stands in the template: "3 PM"'),
        ({"text": "![A map](map.png)\n"}, "names a picture"),
        ({"text": '<IMG src="map.png">\n'}, "names a picture"),
        ({"image": "map.png"}, "names a picture"),
    ],
)
def test_a_fault_of_a_template_is_found_long_before_six(edit: dict[str, str], told: str) -> None:
    (problem,) = check_template(replace(TEMPLATE, **edit))  # type: ignore[arg-type]  # its fields
    assert told in problem.what
    assert problem.blocks


def test_the_answering_machine_speaks_its_numbers() -> None:
    said = voicemail(TEMPLATE, NOON, PRACTICE)
    assert said == (
        "You have reached Small Practice. Because of the weather we are closed on Tuesday, "
        "November twenty-fourth until noon. We plan to open on Tuesday, November twenty-fourth at "
        "noon. Call two one two, five five five, zero one four three. For an emergency call nine "
        "one one."
    )
    assert not any(character.isdigit() for character in said)


@pytest.mark.parametrize(
    ("at", "english", "spanish"),
    [
        (moment(24, 0), "midnight", "doce de la noche"),
        (moment(24, 0, 30), "twelve thirty a.m.", "doce y media de la mañana"),
        (moment(24, 8), "eight a.m.", "ocho de la mañana"),
        (moment(24, 8, 5), "eight oh five a.m.", "ocho y cinco de la mañana"),
        (moment(24, 13, 15), "one fifteen p.m.", "una y cuarto de la tarde"),
        (moment(24, 20, 42), "eight forty-two p.m.", "ocho y cuarenta y dos de la noche"),
    ],
)
def test_times_are_spoken(at: datetime, english: str, spanish: str) -> None:
    assert (spoken_clock(at, "en"), spoken_clock(at, "es")) == (english, spanish)


def test_every_day_and_minute_has_a_word() -> None:
    for lang in ("en", "es"):
        days = {spoken_date(date(2026, 1, day), lang) for day in range(1, 32)}
        minutes = {spoken_clock(moment(24, 9, minute), lang) for minute in range(60)}
        assert (len(days), len(minutes)) == (31, 60)
        assert not any(any(c.isdigit() for c in words) for words in days | minutes)


def test_numbers_within_a_text_are_spoken() -> None:
    said = with_spoken_numbers("Call 988 or (212) 555-0143. Room 911b, 1,911 steps.", "en")
    assert said.startswith("Call nine eight eight or two one two, five five five")
    assert "911b" in said


def test_a_long_text_takes_no_time() -> None:
    nasty = "{" * 300_000 + "(212) " * 200_000 + "{when" * 200_000
    assert with_slots(nasty, {"when": "x"}) == nasty
    assert len(with_spoken_numbers(nasty, "en")) == len(nasty)


def test_spoken_words_fill_every_slot() -> None:
    words = words_of(NOON, PRACTICE, "es", SPOKEN)
    assert set(words) == {"when", "opens", "place", "phone"}


def test_without_an_opening_there_is_no_word_for_it() -> None:
    stretch = Stretch(first=TUESDAY, last=TUESDAY)
    filled = Filled(stretch=stretch, opens=None, places=("main",), phone=PRACTICE.phone)
    assert "opens" not in words_of(filled, PRACTICE, "en")
    assert read_filled(filled.as_fields(), PRACTICE) == filled
