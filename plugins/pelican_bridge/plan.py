"""The whole build, decided before anything is written: states, texts, pictures, problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import date, datetime

from plugins.cited_sources.checking.works import works_of
from plugins.cited_sources.checks import check_ledger, check_sources, check_text
from plugins.cited_sources.consequences.accepting import check_accepted
from plugins.cited_sources.consequences.known import KnownWorks
from plugins.cited_sources.consequences.problems import entry_problems, problems_of
from plugins.editorial_review.judging import with_waivers
from plugins.editorial_review.states import states_of
from plugins.networks.checks import check_networks, check_share
from plugins.networks.pictures import shapes_in_use, takes_slides
from plugins.pelican_bridge.rendering import Rendered, Site, render
from plugins.pelican_bridge.reviewing import outgoing_of, review_problems, setting_of
from plugins.practice.addresses import absolute, href, path_of
from plugins.practice.images import check_own_image, image_path
from plugins.practice.posts import KINDS, Document, HealthPost, Post, State
from plugins.practice.practice_file import FILE as PRACTICE_FILE
from plugins.practice.problems import Problem, Severity, blocked_files, worst_first
from plugins.practice.reading import Content
from plugins.share_graphics.cache import GraphicCache
from plugins.share_graphics.findings import brand_problems
from plugins.share_graphics.graphic import Graphic
from plugins.share_graphics.planning import PlannedGraphics, Studio, plan_all
from plugins.share_graphics.profile_pictures import profile_graphics
from plugins.social_snippets.plan import plan_later, plan_snippets
from plugins.social_snippets.snippet import Snippet
from plugins.social_snippets.staff import staff_text


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPost:
    """A post with everything that is made of it."""

    post: Post
    state: State
    url: str
    """Its full address."""
    graphics: Mapping[str, Graphic]
    snippets: Mapping[str, Snippet]
    later: tuple[Mapping[str, Snippet], ...] = ()
    """The texts with which it is shared again, turn by turn."""
    staff_text: str = ""
    made_from: str = ""
    """The key of all that the graphics were planned from."""
    rendered: Rendered | None = None
    """Its text as markup; only where the post stands on the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildPlan:
    """What a build of `content` writes at `moment`, which carries the practice's zone."""

    content: Content
    moment: datetime
    preview: bool
    posts: tuple[PlannedPost, ...]
    """Every post that could be read, newest first."""
    pages: Mapping[str, Rendered]
    """The texts of pages and people by their file."""
    profiles: tuple[Graphic, ...]
    """Profile picture and covers for the kit; their paths are those in the kit."""
    known: KnownWorks
    """What is known of the cited works."""
    problems: tuple[Problem, ...]

    @property
    def today(self) -> date:
        """The build day: pages and kit are never finer than that."""
        return self.moment.date()

    @property
    def on_site(self) -> tuple[PlannedPost, ...]:
        """The posts that stand on the site: the published ones, in a preview all that can be."""
        return tuple(post for post in self.posts if post.rendered is not None)

    def count(self, state: State) -> int:
        """How many posts are in a state; files that could not be read as a post count too."""
        unread = {State.HELD: blocked_files(self.problems), State.DRAFT: self.content.drafts}
        files = {planned.post.file for planned in self.posts}
        known = sum(planned.state is state for planned in self.posts)
        return known + sum(_is_post_file(f) for f in unread.get(state, frozenset()) - files)


def plan_build(
    content: Content,
    moment: datetime,
    *,
    preview: bool = False,
    cache: GraphicCache | None = None,
    executor: Executor | None = None,
) -> BuildPlan:
    """Decide everything about a build. Held posts keep out of all that the others are made of.

    `cache` remembers graphics that were planned before; `executor` plans those that were not.
    """
    today = moment.date()
    profiles, told = profile_graphics(content.practice, own_pictures(content))
    known = known_works(content, today)
    problems = [*content.problems, *_practice_problems(content, today), *told]
    problems += _source_problems(content, known)
    graphics = plan_all(content.posts, _studio(content), cache, executor)
    made: dict[str, PlannedPost] = {}
    for post, planned in zip(content.posts, graphics, strict=True):
        made[post.file], more = _make(post, content, planned)
        problems += check_sources(post, content.sources, today, practice=content.practice)
        problems += check_share(post, content.practice)
        problems += [*planned.problems, *more]
    outgoing = {file: outgoing_of(p.post, p.snippets) for file, p in made.items()}
    problems += review_problems(content, today, outgoing)
    problems = with_waivers(problems, setting_of(content, today))
    rendered, problems = _render_what_stands(content, today, problems, preview=preview)
    states = _states(content, problems, today)
    posts = [
        replace(planned, state=states[file], rendered=rendered.get(file))
        for file, planned in made.items()
    ]
    return BuildPlan(
        content=content,
        moment=moment,
        preview=preview,
        posts=tuple(sorted(posts, key=_newest_first, reverse=True)),
        pages={d.file: rendered[d.file] for d in _others(content) if d.file in rendered},
        profiles=profiles,
        known=known,
        problems=tuple(worst_first(_softened(p, content) for p in problems)),
    )


def _softened(problem: Problem, content: Content) -> Problem:
    """What would hold a post is a warning in a draft, which does not go out anyway."""
    is_draft = problem.blocks and problem.file in content.drafts
    return replace(problem, severity=Severity.WARN) if is_draft else problem


def _newest_first(planned: PlannedPost) -> tuple[float, str]:
    return planned.post.date.timestamp(), planned.post.uid


_POST_FOLDERS = frozenset(kind.folder for kind in KINDS)


def _is_post_file(file: str) -> bool:
    return file.partition("/")[0] in _POST_FOLDERS


def _others(content: Content) -> list[Document]:
    return [*content.pages, *content.people.values()]


def _url(document: Document, content: Content) -> str:
    return absolute(path_of(document, content.practice), content.practice)


def _practice_problems(content: Content, today: date) -> list[Problem]:
    others = _others(content)
    return [
        *check_ledger(
            content.sources,
            today,
            practice=content.practice,
            documents=(*content.posts, *others),
        ),
        *(p for d in others for p in check_text(d, content.sources, practice=content.practice)),
        *check_networks(content.practice),
        *brand_problems(content.practice),
    ]


def known_works(content: Content, today: date) -> KnownWorks:
    """The works that the content rests on, with what `check-sources` has found out."""
    people = content.people
    return KnownWorks(
        works=works_of(
            content.posts, content.pages, people.values(), content.sources, content.practice
        ),
        checks=content.ledgers.sources,
        people=people,
        today=today,
    )


def _source_problems(content: Content, known: KnownWorks) -> Iterator[Problem]:
    for document in (*content.posts, *_others(content)):
        yield from problems_of(document, known)
    yield from entry_problems(known)
    yield from check_accepted(known)


def _studio(content: Content) -> Studio:
    """What the graphics of all posts have in common."""
    practice = content.practice
    return Studio(
        practice=practice,
        people=content.people,
        shapes=shapes_in_use(practice),
        slides=takes_slides(practice),
        sources=content.sources,
        pictures=own_pictures(content),
    )


def _make(
    post: Post, content: Content, planned: PlannedGraphics
) -> tuple[PlannedPost, list[Problem]]:
    """A post with its texts, held until its state is known, and what is wrong with the texts."""
    url = _url(post, content)
    graphics = {graphic.shape: graphic for graphic in planned.graphics}
    snippets, problems = plan_snippets(post, practice=content.practice, url=url, shapes=graphics)
    made = PlannedPost(
        post=post,
        state=State.HELD,
        url=url,
        graphics=graphics,
        snippets={snippet.network: snippet for snippet in snippets},
        later=plan_later(post, practice=content.practice, url=url, shapes=graphics),
        staff_text=staff_text(post, practice=content.practice, url=url),
        made_from=planned.made_from,
    )
    return made, list(problems)


def own_pictures(content: Content) -> dict[str, bytes]:
    """The logo, the photo of the place and those of people by name; only what can be shown."""
    brand, folder = content.practice.brand, content.folder
    named = {brand.logo: "logo", brand.photo: "photo"}
    named |= {person.photo: "photo" for person in content.people.values()}
    return {
        name: image_path(name, folder).read_bytes()
        for name, use in named.items()
        if name and not any(check_own_image(use, name, folder, PRACTICE_FILE, 1))
    }


def _render_what_stands(
    content: Content, today: date, problems: list[Problem], *, preview: bool
) -> tuple[dict[str, Rendered], list[Problem]]:
    """Render what is public, until no text turns out to be unfit.

    A text found unfit leaves the public ones, and links to it must go: the rest is rendered again.
    """
    while True:
        states = _states(content, problems, today)
        blocked = blocked_files(problems)
        public = frozenset(
            {file for file, state in states.items() if _is_shown(state, preview=preview)}
            | {page.file for page in _others(content) if page.file not in blocked}
        )
        site = _site(content, public)
        rendered = {
            document.file: render(document, site, _listed(document))
            for document in (*content.posts, *_others(content))
            if document.file in public
        }
        found = [problem for text in rendered.values() for problem in text.problems]
        if preview or not (blocked_files(found) - blocked):
            return rendered, _unique([*problems, *found])
        problems = _unique([*problems, *(problem for problem in found if problem.blocks)])


def _is_shown(state: State, *, preview: bool) -> bool:
    """A preview shows what is still to come, but not what was taken back."""
    return state is State.PUBLISHED or (preview and state is not State.WITHDRAWN)


def _unique(problems: Iterable[Problem]) -> list[Problem]:
    return list(dict.fromkeys(problems))


def _site(content: Content, public: frozenset[str]) -> Site:
    practice = content.practice
    documents = (*content.posts, *_others(content))
    return Site(
        folder=content.folder,
        sources=content.sources,
        addresses={d.file: href(path_of(d, practice), practice) for d in documents},
        public=public,
        images_url=href("images/", practice),
    )


def _listed(document: Document) -> tuple[str, ...]:
    """The sources listed in front matter, which the reference list has even when never cited."""
    return document.sources if isinstance(document, HealthPost) else ()


def _states(content: Content, problems: Sequence[Problem], today: date) -> Mapping[str, State]:
    blocked = blocked_files(problems)
    return states_of(content.posts, blocked, today, content.practice.lang)
