"""Every page of the site, planned: its template, its file, and all that the template is given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from plugins.editorial_review.freshness.reviews import is_shareable
from plugins.pelican_bridge.gone_pages import Gone, gone_pages
from plugins.pelican_bridge.page_data import script_of_page, script_of_person, script_of_post
from plugins.pelican_bridge.plan import BuildPlan, PlannedPost
from plugins.pelican_bridge.post_views import PostViews
from plugins.pelican_bridge.robot_page import SLUG as ROBOT
from plugins.pelican_bridge.robot_page import robot_text
from plugins.pelican_bridge.site_frame import site_view
from plugins.pelican_bridge.site_views import language_name
from plugins.pelican_bridge.views import (
    CardView,
    LinkView,
    PageView,
    PersonView,
    SiteView,
    TopicView,
)
from plugins.practice.addresses import absolute, href, language_prefix
from plugins.practice.dates import long_day
from plugins.practice.posts import KINDS, Page, Post
from plugins.practice.words import say, section
from plugins.structured_data.plan import citation_meta

_NEWEST = 3
_QUESTIONS_AT_HOME = 5
_LATEST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """One file of the site: `context` is all that its template is given."""

    document: Post | Page | None = None
    """What it prints; None for a list."""
    html: str = ""
    """The text of the document as markup."""
    path: str
    """Its address without the folder of its language: the same for all its translations."""
    save_as: str
    template: str
    context: Mapping[str, object]


def plan_pages(plan: BuildPlan) -> list[SitePage]:
    """Every page of every language of the site."""
    pages = [page for lang in plan.content.practice.languages for page in _Pages(plan, lang).told()]
    same: dict[str, list[SitePage]] = {}
    for page in pages:
        same.setdefault(page.path, []).append(page)
    return [_with_translations(page, same[page.path]) for page in pages]


def _with_translations(page: SitePage, same: Sequence[SitePage]) -> SitePage:
    """Tell a page which pages say the same in other languages: for machines and for readers."""
    if len(same) == 1:
        return page
    links = [
        LinkView(label=language_name(_lang(p)), url=head_of(p).url, lang=_lang(p)) for p in same
    ]
    full = [replace(links[n], url=head_of(p).absolute_url) for n, p in enumerate(same)]
    return _with_head(page, alternates=tuple(full), language_links=tuple(links))


def _lang(page: SitePage) -> str:
    site = page.context["site"]
    assert isinstance(site, SiteView)
    return site.lang


class _Pages:
    """Plans the pages of one language."""

    def __init__(self, plan: BuildPlan, lang: str) -> None:
        self.plan, self.lang = plan, lang
        self.practice = plan.content.practice
        self.prefix = language_prefix(self.practice, lang)
        self.views = PostViews.of(plan, lang)
        self.posts = self.views.posts
        self.cards = [self.views.card(planned) for planned in self.posts]
        self.found = [c for c, p in zip(self.cards, self.posts, strict=True) if self._is_found(p)]
        self.people = tuple(self.views.people.values())
        self.site = site_view(self.views, self.cards)

    def told(self) -> Iterator[SitePage]:
        """All pages; those without structured data of their own kind get that of a page."""
        for page in self.all():
            head = head_of(page)
            if not head.structured_data:
                notices = self.site.notices if page.template == "index" else ()
                script = script_of_page(head, page.template, self.lang, self.plan, notices)
                page = _with_head(page, structured_data=script)
            yield page

    def all(self) -> Iterator[SitePage]:
        """Home, lists, posts, pages, people and the pages that serve them."""
        if not self.posts and self.lang != self.practice.lang:
            return
        yield self._home()
        yield from self._kinds()
        yield from self._topics()
        yield from (self._post(planned) for planned in self.posts)
        yield from (self._gone(gone) for gone in gone_pages(self.plan, self.lang))
        yield from (self._page(p) for p in self.plan.content.pages if self._stands(p))
        yield from self._people()
        yield from self._services()

    def _is_found(self, planned: PlannedPost) -> bool:
        """Whether searches and the page behind a link in a profile may lead to it."""
        return is_shareable(planned.post, self.plan.today)

    def _stands(self, page: Page) -> bool:
        return page.lang == self.lang and page.file in self.plan.pages

    def _home(self) -> SitePage:
        recent = [card for card in self.cards if card.kind != "notice"]
        return self._make(
            "",
            "index",
            self.practice.name,
            self.practice.localized(self.practice.tagline, self.lang),
            newest=recent[:_NEWEST],
            questions=[c for c in self.cards if c.kind == "question"][:_QUESTIONS_AT_HOME],
            people=[person for person in self.people if person.here],
        )

    def _kinds(self) -> Iterator[SitePage]:
        for kind in KINDS:
            cards = [card for card in self.cards if card.kind == kind.kind]
            if cards:
                name = kind.folder
                yield self._list(f"{name}/", self._say(name), self._say(f"{name}_about"), cards)

    def _topics(self) -> Iterator[SitePage]:
        yield self._make("topics/", "topics", self._say("topics"), self._say("topics_about"))
        for topic in self.site.topics:
            cards = [c for c in self.cards if topic.id in {t.id for t in c.topics}]
            about = topic.description or self._say("topic_about", topic=topic.name)
            yield self._list(f"topics/{topic.id}/", topic.name, about, cards, topic)

    def _list(
        self,
        path: str,
        title: str,
        about: str,
        cards: Sequence[CardView],
        topic: TopicView | None = None,
    ) -> SitePage:
        crumbs = [self._crumb("topics/", self._say("topics"))] if topic else []
        return self._make(path, "list", title, about, crumbs, cards=cards, topic=topic)

    def _post(self, planned: PlannedPost) -> SitePage:
        post, view = planned.post, self.views.page(planned)
        path = f"{post.folder}/{post.slug}/"
        crumbs = [self._crumb(f"{post.folder}/", self._say(post.folder))]
        page = self._make(path, post.kind, post.title, post.summary, crumbs, post=view)
        page = _with_head(
            replace(page, document=post, html=view.html),
            kind="article",
            image=self.views.link_card(planned),
            published_iso=post.date.isoformat(timespec="minutes"),
            modified_iso=view.last_reviewed_iso,
            noindex=bool(view.card.state) or not view.is_searched,
        )
        content = self.plan.content
        numbered = planned.rendered.numbering.order if planned.rendered else ()
        cited = [content.sources[key] for key in numbered]
        script = script_of_post(post, head_of(page), cited, self.plan)
        meta = citation_meta(post, content.people, cited)
        return _with_head(page, structured_data=script, citation_meta=meta)

    def _gone(self, gone: Gone) -> SitePage:
        kind = "withdrawn" if gone.withdrawn else "unavailable"
        day = long_day(gone.withdrawn, self.lang) if gone.withdrawn else ""
        about = self._say(f"{kind}_about", day=day, phone=self.site.phone)
        page = self._make(gone.path, "gone", self._say(f"{kind}_title"), about)
        return _with_head(page, noindex=True)

    def _page(self, document: Page) -> SitePage:
        template = "contact" if document.slug == "contact" else "page"
        page = self._make(f"{document.slug}/", template, document.title, document.summary)
        review_by = long_day(document.review_by, self.lang) if document.review_by else ""
        html = Markup(self.plan.pages[document.file].html)
        return _with_head(
            replace(page, document=document, html=html), html=html, review_by=review_by
        )

    def _people(self) -> Iterator[SitePage]:
        here = [person for person in self.people if person.here]
        about = self._say("people_about", practice=self.practice.name)
        yield self._make("people/", "people", self._say("people"), about, people=here)
        for person in self.plan.content.people.values():
            if person.lang == self.lang:
                yield self._person(self.views.people[person.slug])

    def _person(self, person: PersonView) -> SitePage:
        about = self._say(
            "person_about", name=person.byline, role=person.role, practice=self.practice.name
        )
        cards = [
            card
            for card, planned in zip(self.cards, self.posts, strict=True)
            if person.id in planned.post.authors
        ]
        crumbs = [self._crumb("people/", self._say("people"))]
        path = f"people/{person.id}/"
        page = self._make(path, "person", person.name, about, crumbs, person=person, cards=cards)
        known = self.plan.content.people[person.id]
        script = script_of_person(known, head_of(page), self.lang, self.practice)
        return _with_head(page, structured_data=script)

    def _services(self) -> Iterator[SitePage]:
        name = self.practice.name
        yield self._make(
            "latest/",
            "latest",
            self._say("latest", practice=name),
            self._say("latest_about"),
            cards=self.found[:_LATEST],
        )
        by_title = sorted(self.found, key=lambda card: card.title.casefold())
        title, about = self._say("search"), self._say("search_about")
        yield self._make("search/", "search", title, about, cards=by_title)
        lost = self._make("404.html", "404", self._say("not_found"), self._say("not_found_about"))
        yield _with_head(lost, noindex=True)
        if all(page.slug != ROBOT for page in self.plan.content.pages):
            yield self._robot()

    def _robot(self) -> SitePage:
        title, about = say(self.lang, "robot.title"), say(self.lang, "robot.about")
        page = self._make(f"{ROBOT}/", "page", title, about)
        return _with_head(page, html=robot_text(self.practice, self.lang), noindex=True)

    def _make(
        self,
        path: str,
        template: str,
        title: str,
        description: str,
        crumbs: Sequence[LinkView] = (),
        **context: object,
    ) -> SitePage:
        """A page at `path` in the language's folder; `context` is what the template adds."""
        full = self.prefix + path
        home = self._crumb("", self._say("home"))
        page = PageView(
            title=title,
            description=description,
            path=full,
            url=href(full, self.practice),
            absolute_url=absolute(full, self.practice),
            kind=template,
            breadcrumb=(home, *crumbs) if path else (),
        )
        words = section(self.lang, "site")
        return SitePage(
            path=path,
            save_as=full if full.endswith(".html") else f"{full}index.html",
            template=template,
            context={"site": self.site, "page": page, "words": words, **context},
        )

    def _crumb(self, path: str, label: str) -> LinkView:
        return LinkView(label=label, url=href(self.prefix + path, self.practice))

    def _say(self, key: str, **slots: object) -> str:
        return say(self.lang, f"views.{key}", **slots)


def head_of(page: SitePage) -> PageView:
    """What the head of the page says."""
    head = page.context["page"]
    assert isinstance(head, PageView)
    return head


def _with_head(page: SitePage, **changes: object) -> SitePage:
    """The page with some fields of its head changed."""
    head = replace(head_of(page), **changes)  # type: ignore[arg-type]  # fields of PageView
    return replace(page, context={**page.context, "page": head})
