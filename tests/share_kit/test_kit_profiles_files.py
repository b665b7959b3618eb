"""The folder of the profiles and the page of the replies, as they lie in the kit."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup, Tag

from plugins.editorial_review.privacy.care_check import care_rules
from plugins.networks.table import NETWORKS
from plugins.practice.settings import NetworkChoice
from plugins.share_graphics.profile_pictures import profile_graphics
from plugins.share_kit.frame import Frame
from plugins.share_kit.profiles.plan import plan_profiles
from plugins.share_kit.replies.plan import plan_replies
from tests.share_kit.profile_samples import PEOPLE, PRACTICE, TODAY, closed, person

NASTY = "</div></script><script>alert(1)</script> & \u201cmore\u201d"
FRAME = Frame(practice=PRACTICE, today=TODAY)
GRAPHICS, _ = profile_graphics(PRACTICE)
FILES = plan_profiles(
    FRAME, people=PEOPLE, notices=(closed(date(2026, 11, 26)),), graphics=GRAPHICS
)


def _page(files: dict[str, bytes], path: str = "profiles/index.html") -> BeautifulSoup:
    return BeautifulSoup(files[path].decode(), "html.parser")


def _attribute(tag: Tag, name: str) -> str:
    found = tag[name]
    assert isinstance(found, str)
    return found


def _card(page: BeautifulSoup, network: str) -> Tag:
    card = page.find(id=f"profile-{network}")
    assert isinstance(card, Tag)
    return card


def test_every_text_is_a_file_of_its_own_in_each_language() -> None:
    with_text = {name for name, network in NETWORKS.items() if network.bio}
    expected = {f"profiles/{name}{end}" for name in with_text for end in (".txt", ".es.txt")}
    listing = {f"profiles/listing.{end}" for end in ("csv", "json", "txt")}
    assert set(FILES) == expected | listing | {"profiles/index.html"}


def test_what_the_page_copies_is_what_the_file_holds() -> None:
    page = _page(FILES)
    for name, network in NETWORKS.items():
        if network.bio:
            shown = page.find(id=f"bio-{name}-en")
            assert shown
            assert f"{shown.text}\n" == FILES[f"profiles/{name}.txt"].decode()


def test_every_button_copies_something_that_is_there() -> None:
    for files, path in ((FILES, "profiles/index.html"), (plan_replies(FRAME), "replies.html")):
        page = _page(files, path)
        buttons = [button for button in page.find_all("button") if button.get("data-copy")]
        assert buttons
        for button in buttons:
            source = page.find(id=_attribute(button, "data-copy"))
            assert source
            assert source.text.strip()


def test_ids_are_unique_on_each_page() -> None:
    for files, path in ((FILES, "profiles/index.html"), (plan_replies(FRAME), "replies.html")):
        ids = [tag["id"] for tag in _page(files, path).find_all(id=True)]
        assert len(ids) == len(set(ids))


def test_every_picture_on_the_page_is_one_that_was_planned() -> None:
    planned = {f"../{graphic.path}" for graphic in GRAPHICS}
    shown = {_attribute(image, "src") for image in _page(FILES).find_all("img")}
    assert shown == planned


def test_without_pictures_the_page_asks_for_none() -> None:
    files = plan_profiles(FRAME, people=PEOPLE, notices=())
    assert not _page(files).find_all("img")


def test_the_link_for_the_profile_leads_to_the_newest_posts() -> None:
    link = _page(FILES).find(id="link-instagram")
    assert link
    assert link.text == "https://www.example.org/latest/"


def test_a_listing_leads_to_the_site_itself() -> None:
    link = _page(FILES).find(id="link-google_business")
    assert link
    assert link.text == "https://www.example.org/"


def test_a_network_of_peers_has_neither_text_nor_pictures_but_a_list() -> None:
    card = _card(_page(FILES), "sermo")
    assert not card.find_all("img")
    assert "No text of ours stands here." in card.text
    assert card.find_all("input")


def test_hours_that_change_soon_stand_on_top() -> None:
    changes = _page(FILES).find(class_="changes")
    assert changes
    assert "Thursday, November 26, 2026: closed" in changes.text


def test_without_such_days_there_is_no_warning() -> None:
    files = plan_profiles(FRAME, people=PEOPLE, notices=(closed(TODAY - timedelta(days=3)),))
    assert not _page(files).find(class_="changes")


def test_who_has_left_speaks_no_language_here_any_more() -> None:
    gone = {"ana": person(left=TODAY), "bo": person("bo", languages=("en",))}
    files = plan_profiles(FRAME, people=gone, notices=())
    assert "Spanish" not in files["profiles/linkedin.txt"].decode()
    assert "Spanish" in FILES["profiles/linkedin.txt"].decode()


@pytest.mark.parametrize("path", ["profiles/index.html", "replies.html"])
def test_nothing_that_a_practice_writes_becomes_markup(path: str) -> None:
    practice = replace(
        PRACTICE,
        name=NASTY,
        short_name="Crane Creek",
        tagline={"en": NASTY},
        phone=NASTY,
        after_hours={"en": NASTY},
        networks={"x": NetworkChoice(name="x", profile="https://x.example/a?b=1&c=\u201c")},
    )
    frame = Frame(practice=practice, today=TODAY)
    files = {**plan_profiles(frame, people={}, notices=()), **plan_replies(frame)}
    page = _page(files, path)
    assert not [s for s in page.find_all("script") if s.text.startswith("alert")]
    assert NASTY in page.text


def test_the_page_of_the_replies_carries_the_very_patterns_of_the_check() -> None:
    data = _page(plan_replies(FRAME), "replies.html").find(id="care-rules")
    assert data
    told = [pattern for rule in json.loads(data.text) for pattern in rule["patterns"]]
    known = [p for rules in care_rules().values() for rule in rules for p in rule.patterns]
    assert told == known


def test_every_situation_can_be_reached_from_the_top_of_the_page() -> None:
    page = _page(plan_replies(FRAME), "replies.html")
    links = page.select(".situations a")
    assert len(links) == len(page.find_all("article", class_="reply"))
    assert all(page.find(id=_attribute(a, "href").removeprefix("#")) for a in links)


def test_what_cannot_wait_stands_first() -> None:
    page = _page(plan_replies(FRAME), "replies.html")
    first = [article["id"] for article in page.find_all("article", class_="reply")][:2]
    assert first == ["urgent-symptoms", "self-harm"]


@pytest.mark.parametrize("path", ["profiles/index.html", "replies.html"])
def test_a_page_asks_no_other_host_and_lets_only_its_own_script_run(path: str) -> None:
    page = _page({**FILES, **plan_replies(FRAME)}, path)
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
    assert isinstance(policy, Tag)
    assert "default-src 'none'" in _attribute(policy, "content")
    assert not page.find_all(src=lambda value: bool(value) and "//" in value)
    assert "fetch(" not in str(page)
    assert not page.find_all("form")


def test_the_same_practice_on_the_same_day_gives_the_same_bytes() -> None:
    again = plan_profiles(
        FRAME, people=PEOPLE, notices=(closed(date(2026, 11, 26)),), graphics=GRAPHICS
    )
    assert again == FILES
    assert plan_replies(FRAME) == plan_replies(FRAME)
