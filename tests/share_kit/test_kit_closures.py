"""What hangs on the door: large, in each language, only while it holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from html.parser import HTMLParser

from plugins.practice.posts import Notice
from plugins.practice.settings import Place, Practice
from plugins.share_kit.closures.signs import PAGE, ClosureWords, plan_closures
from plugins.share_kit.frame import Frame

TUESDAY = date(2026, 11, 24)
PRACTICE = Practice(
    name="Small & Sons Practice",
    short_name="Small",
    site_url="https://www.practice.health",
    languages=("en", "es"),
    time_zone="America/New_York",
    phone="+1 212-555-0143",
    places=(Place(id="main", name="Main", street="1 Main Street", city="Exampleton"),),
)
ENGLISH = Notice(
    file="notices/closed.md",
    title="Closed on Tuesday, November 24",
    summary="Because of the weather we are closed. For an emergency call 911.",
    slug="closed",
    lang="en",
    text="",
    uid="n123456789",
    date=datetime(2026, 11, 24, 6, tzinfo=PRACTICE.zone),
    authors=("ben",),
    topics=("practice",),
    type="hours",
    starts=TUESDAY,
    ends=TUESDAY,
    then="Call (212) 555-0143. For an emergency call 911.",
    template="weather",
)
SPANISH = replace(
    ENGLISH,
    file="notices/closed.es.md",
    title="Cerrado el martes 24 de noviembre",
    summary="Por el mal tiempo estaremos cerrados.",
    then="En una emergencia, llame al 911.",
    lang="es",
)
BOTH = [
    ClosureWords(notice=ENGLISH, voicemail="You have reached us."),
    ClosureWords(notice=SPANISH, voicemail="Se ha comunicado con nosotros."),
]
SIGN = "closures/closed/door-sign.html"


def planned(today: date = TUESDAY) -> dict[str, str]:
    frame = Frame(practice=PRACTICE, today=today)
    return {path: data.decode() for path, data in plan_closures(frame, BOTH).items()}


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.said = ""

    def handle_data(self, data: str) -> None:
        self.said += f"{data.strip()} "


def test_a_door_sign_has_a_sheet_for_each_language() -> None:
    page = planned()[SIGN]
    assert page.count('<section class="sheet"') == 2
    words = _Words()
    words.feed(page)
    for said in ("Closed on Tuesday, November 24", "Cerrado el martes 24 de noviembre"):
        assert said in words.said
    assert words.said.count("(212) 555-0143 Small & Sons Practice · practice.health") == 2


def test_nobody_reads_the_same_sentence_twice_on_a_door() -> None:
    assert planned()[SIGN].count("For an emergency call 911.") == 1


def test_a_door_sign_asks_nothing_of_any_host() -> None:
    page = planned()[SIGN]
    assert "default-src 'none'" in page
    assert "http://" not in page
    assert "https://" not in page
    assert "<script" not in page


def test_the_answering_machine_has_its_words_in_each_language() -> None:
    text = planned()["closures/closed/voicemail.txt"]
    assert text == "English\n\nYou have reached us.\n\nEspañol\n\nSe ha comunicado con nosotros.\n"
    assert "You have reached us." in planned()[PAGE]


def test_a_closure_that_is_over_has_no_sign() -> None:
    assert planned(date(2026, 11, 25)) == {}
