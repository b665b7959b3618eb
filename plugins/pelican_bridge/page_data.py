"""The structured data of every page, from what the page was given to show."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urljoin

from markupsafe import Markup

from plugins.pelican_bridge.plan import BuildPlan
from plugins.pelican_bridge.views import CardView, LinkView, PageView
from plugins.practice.addresses import href, path_of
from plugins.practice.people import Person
from plugins.practice.posts import Notice, Post
from plugins.practice.settings import Practice
from plugins.practice.sources import Source
from plugins.structured_data.plan import as_script, page_data, person_data, post_data

_KINDS = {"contact": "ContactPage"}
_SHOWS_DESCRIPTION = frozenset({"index", "list", "page", "contact"})
"""Templates that print the description; a machine is told no more than a reader sees."""


def script_of_post(post: Post, head: PageView, cited: Sequence[Source], plan: BuildPlan) -> Markup:
    """The finished script element of a post's page."""
    practice = plan.content.practice
    data = post_data(
        post,
        practice=practice,
        people=plan.content.people,
        url=head.absolute_url,
        image_url=head.image.absolute_url if head.image else "",
        cited=cited,
        modified=head.modified_iso,
        breadcrumb=_trail(head.breadcrumb, practice),
    )
    return Markup(as_script(data))


def script_of_person(person: Person, head: PageView, lang: str, practice: Practice) -> Markup:
    """The finished script element of a person's page."""
    trail = _trail(head.breadcrumb, practice)
    data = person_data(
        person, practice=practice, url=head.absolute_url, lang=lang, breadcrumb=trail
    )
    return Markup(as_script(data))


def script_of_page(
    head: PageView, template: str, lang: str, plan: BuildPlan, notices: Sequence[CardView] = ()
) -> Markup:
    """The finished script element of any other page; `notices` are those that it tells."""
    practice = plan.content.practice
    told = {card.url for card in notices}
    data = page_data(
        practice,
        head.title,
        head.description if template in _SHOWS_DESCRIPTION else "",
        head.absolute_url,
        lang,
        _trail(head.breadcrumb, practice),
        kind=_KINDS.get(template, "WebPage"),
        notices=[
            planned.post
            for planned in plan.on_site
            if isinstance(planned.post, Notice)
            and href(path_of(planned.post, practice), practice) in told
        ],
    )
    return Markup(as_script(data))


def _trail(breadcrumb: Sequence[LinkView], practice: Practice) -> list[tuple[str, str]]:
    return [(crumb.label, urljoin(practice.site_url, crumb.url)) for crumb in breadcrumb]
