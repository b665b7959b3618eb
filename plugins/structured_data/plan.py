"""What each page tells machines about itself: the one door into this room.

Nothing here is seen by readers, and all of it says what readers see on the same page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plugins.practice.addresses import absolute, language_prefix
from plugins.practice.people import Person
from plugins.practice.posts import Notice, Post
from plugins.practice.settings import Practice
from plugins.practice.sources import Source
from plugins.structured_data.citation_meta import citation_meta
from plugins.structured_data.nodes import Node, graph, node, reference
from plugins.structured_data.page_nodes import (
    Trail,
    breadcrumb_node,
    page_id,
    reference_to,
    site_node,
)
from plugins.structured_data.post_nodes import PostPage, page_node
from plugins.structured_data.practice_nodes import practice_data, practice_id, team_member_node
from plugins.structured_data.script import as_script

__all__ = [
    "as_script",
    "citation_meta",
    "page_data",
    "person_data",
    "post_data",
    "practice_data",
]


def post_data(
    post: Post,
    *,
    practice: Practice,
    people: Mapping[str, Person],
    url: str,
    image_url: str,
    cited: Sequence[Source],
    modified: str,
    breadcrumb: Trail,
) -> Node:
    """The structured data of a post's page.

    `url` and `image_url` are absolute; `cited` are the works of its reference list;
    `modified` is a day or a moment with its offset, in ISO 8601, or empty; `breadcrumb` is the
    way from the home page, with or without the post itself at its end.
    """
    trail = breadcrumb_node(breadcrumb, post.title, url)
    page = PostPage(
        post=post,
        practice=practice,
        people=people,
        url=url,
        image_url=image_url,
        cited=cited,
        modified=modified,
        breadcrumb=reference_to(trail),
    )
    notices = [post] if isinstance(post, Notice) else []
    return graph(page_node(page), practice_data(practice, notices), trail)


def page_data(
    practice: Practice,
    title: str,
    description: str,
    url: str,
    lang: str,
    breadcrumb: Trail,
    *,
    kind: str = "WebPage",
    notices: Sequence[Notice] = (),
) -> Node:
    """The structured data of a page that is not a post, and of a language's home page.

    `description` is what the page shows below its title, else empty; `kind` may be a narrower
    schema.org type, such as ContactPage; `notices` are those whose hours the page tells.
    """
    home = url == absolute(language_prefix(practice, lang), practice)
    trail = None if home else breadcrumb_node(breadcrumb, title, url)
    page = node(
        kind,
        page_id(url),
        url=url,
        name=title,
        description=description,
        inLanguage=lang,
        publisher=reference(practice_id(practice)),
        about=reference(practice_id(practice)) if home else None,
        breadcrumb=reference_to(trail),
    )
    site = site_node(practice, lang) if home else None
    return graph(page, site, practice_data(practice, notices), trail)


def person_data(
    person: Person, *, practice: Practice, url: str, lang: str, breadcrumb: Trail
) -> Node:
    """The structured data of a person's own page."""
    trail = breadcrumb_node(breadcrumb, person.byline, url)
    page = node(
        "ProfilePage",
        page_id(url),
        url=url,
        name=person.byline,
        inLanguage=lang,
        publisher=reference(practice_id(practice)),
        breadcrumb=reference_to(trail),
        mainEntity=team_member_node(person, practice),
    )
    return graph(page, practice_data(practice), trail)
