"""The demonstration practice, all of it, in words that schema.org knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from plugins.practice.addresses import absolute, language_prefix, path_of
from plugins.practice.posts import Article, Event, Link, Notice, Post, Question
from plugins.practice.reading import Content, read_content
from plugins.practice.sources import Source
from plugins.practice.words import say
from plugins.structured_data.plan import page_data, person_data, post_data
from tests.structured_data.samples import PEOPLE, PRACTICE, TWO_PLACES, data_of, page_of, post
from tests.structured_data.vocabulary import all_nodes, faults

CONTENT = Path(__file__).parents[2] / "content"
CODES = {
    "@context", "@id", "@type", "addressCountry", "dayOfWeek", "eventAttendanceMode", "image",
    "inLanguage", "item", "knowsLanguage", "position", "query-input", "sameAs", "telephone",
    "url", "urlTemplate", "opens", "closes", "validFrom", "validThrough", "datePublished",
    "dateModified", "datePosted", "expires", "lastReviewed", "startDate", "endDate",
    "propertyID", "value",
}  # fmt: skip
"""What machines read and people see in another form: codes, addresses, dates, numbers."""

SHOWN: Mapping[type[Post], tuple[str, ...]] = {
    Article: ("title", "summary"),
    Question: ("title", "answer"),
    Notice: ("title", "then"),
    Link: ("title", "summary", "publisher"),
    Event: ("title", "summary"),
}
"""The texts of a post that its page shows (theme/templates)."""


@pytest.fixture(scope="module")
def content() -> Content:
    found, _ = read_content(CONTENT)
    assert found
    return found


def cited_by(item: Post, content: Content) -> list[Source]:
    return [content.sources[key] for key in item.sources]


def of_posts(content: Content) -> Iterator[tuple[Post, dict[str, Any]]]:
    practice = content.practice
    for item in content.posts:
        home = absolute(language_prefix(practice, item.lang), practice)
        data = post_data(
            item,
            practice=practice,
            people=content.people,
            url=absolute(path_of(item, practice), practice),
            image_url=f"{home}share/{item.slug}/card.jpg",
            cited=cited_by(item, content),
            modified=item.date.isoformat(timespec="seconds"),
            breadcrumb=((say(item.lang, "views.home"), home),),
        )
        yield item, data


def test_every_post_of_the_demonstration_says_only_what_schema_org_knows(content: Content) -> None:
    found = {item.file: told for item, data in of_posts(content) if (told := faults(data))}
    assert found == {}
    assert {type(item) for item, _ in of_posts(content)} == set(SHOWN)


def test_every_text_of_the_demonstration_is_one_that_its_page_shows(content: Content) -> None:
    for item, data in of_posts(content):
        assert texts(data) <= visible(item, content), item.file


def texts(data: dict[str, Any]) -> set[str]:
    return {
        text
        for node in all_nodes(data)
        for name, value in node.items()
        if name not in CODES
        for text in (value if isinstance(value, list) else [value])
        if isinstance(text, str)
    }


def visible(item: Post, content: Content) -> set[str]:
    practice, place = content.practice, content.practice.places[0]
    people = [*item.authors, getattr(item, "reviewed_by", ""), "elena-ruiz"]
    named = [content.people[name] for name in people if name]
    return {
        *(getattr(item, field) for field in SHOWN[type(item)]),
        *(practice.topic_name(topic, item.lang) for topic in item.topics),
        *(text for who in named for text in (who.name, who.credentials)),
        *(place.name, place.street, place.city, place.region, place.postal_code),
        *(practice.name, say(item.lang, "views.home"), say(item.lang, "site.online")),
        *(text for source in cited_by(item, content) for text in shown_of(source)),
    }


def shown_of(source: Source) -> Iterator[str]:
    """What the reference list shows of a work."""
    yield from (source.title, source.publisher, source.journal, source.book, *source.authors)


def test_pages_and_people_say_only_what_schema_org_knows(content: Content) -> None:
    practice = content.practice
    home = ("Home", absolute("", practice))
    for page in content.pages:
        url = absolute(path_of(page, practice), practice)
        data = page_data(
            practice, page.title, page.summary, url, page.lang, [home], kind="ContactPage"
        )
        assert faults(data) == []
    for person in content.people.values():
        url = absolute(path_of(person, practice), practice)
        data = person_data(person, practice=practice, url=url, lang="en", breadcrumb=[home])
        assert faults(data) == []


@pytest.mark.parametrize("kind", SHOWN)
@pytest.mark.parametrize("practice", [PRACTICE, TWO_PLACES], ids=["one place", "two places"])
def test_every_kind_of_post_is_known_to_schema_org(kind: type[Post], practice: Any) -> None:
    assert faults(data_of(post(kind), practice)) == []
    assert all(node.get("@type") != "Physician" for node in all_nodes(data_of(post(kind))))


def test_nothing_is_empty_where_nothing_is_known() -> None:
    bare = post(Article, authors=(), topics=(), reviewed_by="", last_reviewed=None)
    data = data_of(bare, cited=(), modified="", image_url="", people={})
    assert faults(data) == []
    assert page_of(data)["mainEntity"].keys() >= {"headline", "datePublished"}
    empty = {"citation", "author", "image", "dateModified"}
    assert not empty & page_of(data)["mainEntity"].keys()
    assert not {"reviewedBy", "lastReviewed", "keywords"} & page_of(data).keys()


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ({"reviewedBy": {"@type": "Physician"}}, "none of"),
        ({"reviewedBy": {"@type": "MedicalClinic"}}, "none of"),
        ({"datePublished": "2026-11-21T09:00:00"}, "none of"),
        ({"datePublished": "2026-02-30"}, "none of"),
        ({"lastReviewed": "2026-11-21T09:00:00-05:00"}, "none of"),
        ({"opens": "08:00"}, "does not belong"),
        ({"reviwedBy": "Ada"}, "unknown property"),
        ({"@type": "DoctorPage"}, "unknown type"),
        ({"name": ""}, "none of"),
    ],
)
def test_the_checker_sees_what_is_wrong(broken: dict[str, Any], told: str) -> None:
    node = {"@type": "WebPage", "@id": "https://example.org/#webpage", **broken}
    found = faults({"@context": "https://schema.org", "@graph": [node]})
    assert any(told in fault for fault in found)


def test_the_sample_names_people_that_the_data_leaves_out() -> None:
    author = page_of(data_of(post(Article)))["mainEntity"]["author"]
    assert [one["name"] for one in author] == [PEOPLE["tom"].name]
