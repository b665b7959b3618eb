"""Each kind of post as the page that it is: its type, its facts, its main entity."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plugins.practice.people import Person
from plugins.practice.posts import Article, Event, HealthPost, Link, Notice, Post, Question
from plugins.practice.settings import Practice
from plugins.practice.sources import Source
from plugins.practice.words import say
from plugins.structured_data.citation_nodes import citation_node
from plugins.structured_data.nodes import Node, iso, node, reference
from plugins.structured_data.page_nodes import page_id
from plugins.structured_data.practice_nodes import (
    address_node,
    person_node,
    place_id,
    practice_id,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PostPage:
    """A post with what only the build knows of its page."""

    post: Post
    practice: Practice
    people: Mapping[str, Person]
    url: str
    image_url: str
    cited: Sequence[Source]
    modified: str
    breadcrumb: Node | None
    """A pointer to the page's trail."""

    def named(self, ids: Sequence[str]) -> list[Node]:
        """The people of these ids, as far as they are known."""
        return [person_node(self.people[i], self.practice) for i in ids if i in self.people]


def page_node(page: PostPage) -> Node:
    """The page of a post. Only what readers see on it: a summary only where the page shows it."""
    match page.post:
        case Article():
            return _article_page(page)
        case Question():
            return _question_page(page, page.post)
        case Notice():
            return _notice_page(page, page.post)
        case Link():
            return _link_page(page, page.post)
        case Event():
            return _event_page(page, page.post)
        case _:
            raise TypeError(f"no page for {page.post.kind}")


def _article_page(page: PostPage) -> Node:
    post = page.post
    article = node(
        "Article",
        f"{page.url}#article",
        headline=post.title,
        description=post.summary,
        image=page.image_url,
        **_authorship(page),
    )
    audience = node("Patient")
    return _page("MedicalWebPage", page, audience=audience, mainEntity=article)


def _question_page(page: PostPage, post: Question) -> Node:
    answer = node("Answer", text=post.answer)
    asked = node("Question", name=post.title, acceptedAnswer=answer)
    audience = node("Patient")
    return _written_page("FAQPage", page, audience=audience, mainEntity=[asked])


def _notice_page(page: PostPage, post: Notice) -> Node:
    expires = iso(post.ends, page.practice)
    alert = _announcement(page, post, expires) if post.type == "alert" else None
    return _written_page("WebPage", page, expires=expires, mainEntity=alert)


def _announcement(page: PostPage, post: Notice, expires: str) -> Node:
    places = [place for place in page.practice.places if place.id in post.affects]
    return node(
        "SpecialAnnouncement",
        f"{page.url}#announcement",
        name=post.title,
        text=post.then,
        url=page.url,
        datePosted=iso(post.date, page.practice),
        expires=expires,
        announcementLocation=[reference(place_id(place, page.practice)) for place in places],
    )


def _link_page(page: PostPage, post: Link) -> Node:
    publisher = node("Organization", name=post.publisher)
    elsewhere = node("WebPage", url=post.url, publisher=publisher)
    return _written_page("WebPage", page, description=post.summary, mentions=elsewhere)


def _event_page(page: PostPage, post: Event) -> Node:
    event = node(
        "Event",
        f"{page.url}#event",
        name=post.title,
        description=post.summary,
        url=page.url,
        image=page.image_url,
        startDate=iso(post.starts, page.practice),
        endDate=iso(post.ends, page.practice),
        eventAttendanceMode=_attendance(page, post),
        location=_locations(page, post),
        organizer=reference(practice_id(page.practice)),
    )
    return _written_page("WebPage", page, mainEntity=event)


_ATTENDANCE = {
    (True, False): "https://schema.org/OfflineEventAttendanceMode",
    (False, True): "https://schema.org/OnlineEventAttendanceMode",
    (True, True): "https://schema.org/MixedEventAttendanceMode",
}
"""By whether there is a place and whether it is online."""


def _attendance(page: PostPage, post: Event) -> str:
    there = any(place.id == post.place for place in page.practice.places)
    return _ATTENDANCE.get((there, post.online), "")


_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]*[^\s<>\"')\].,;:!?]")


def _locations(page: PostPage, post: Event) -> list[Node]:
    places = [place for place in page.practice.places if place.id == post.place]
    found = [node("Place", name=place.name, address=address_node(place)) for place in places]
    if post.online:
        address = _WEB_ADDRESS.search(post.register)
        name = say(post.lang, "site.online")
        found.append(node("VirtualLocation", name=name, url=address[0] if address else ""))
    return found


def _written_page(kind: str, page: PostPage, **properties: object) -> Node:
    """A page that is the written work itself."""
    image = "" if isinstance(page.post, Event) else page.image_url
    return _page(kind, page, image=image, **_authorship(page), **properties)


def _page(kind: str, page: PostPage, **properties: object) -> Node:
    post, practice = page.post, page.practice
    topics = [practice.topic_name(t, post.lang) for t in post.topics if t in practice.topics]
    return node(
        kind,
        page_id(page.url),
        url=page.url,
        name=post.title,
        keywords=topics,
        breadcrumb=page.breadcrumb,
        **_review(page),
        **({"inLanguage": post.lang, "publisher": reference(practice_id(practice))} | properties),
    )


def _authorship(page: PostPage) -> dict[str, object]:
    """Who wrote it, when, in what language and from which sources."""
    post, practice = page.post, page.practice
    return {
        "author": page.named(post.authors),
        "translator": _translator(page),
        "publisher": reference(practice_id(practice)),
        "datePublished": iso(post.date, practice),
        "dateModified": page.modified,
        "inLanguage": post.lang,
        "citation": [citation_node(source) for source in page.cited],
    }


def _translator(page: PostPage) -> Node | None:
    """The colleague whose id or byline is given, else the name as the page shows it."""
    name = page.post.translated_by
    for person in page.people.values():
        if name in {person.slug, person.byline, person.name}:
            return person_node(person, page.practice)
    return node("Person", name=name) if name else None


def _review(page: PostPage) -> dict[str, object]:
    """Who checked it and when, as the byline says: nothing where the reviewer is unknown."""
    post = page.post
    if not isinstance(post, HealthPost) or post.reviewed_by not in page.people:
        return {}
    reviewed = post.last_reviewed.isoformat() if post.last_reviewed else ""
    reviewer = person_node(page.people[post.reviewed_by], page.practice)
    return {"reviewedBy": reviewer, "lastReviewed": reviewed}
