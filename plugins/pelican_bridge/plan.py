"""The whole build, decided before anything is written: states, texts, pictures, problems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from datetime import date, datetime

from plugins.cited_sources.checks import check_sources
from plugins.editorial_review.judging import hiding, secrets_found, with_waivers
from plugins.editorial_review.states import states_of
from plugins.editorial_review.subject import Outgoing
from plugins.networks.checks import check_share
from plugins.networks.pictures import shapes_in_use, takes_slides
from plugins.pelican_bridge.approvals.approved_texts import (
    Texts,
    choose_texts,
    newer,
    told_once,
)
from plugins.pelican_bridge.approvals.outgoing_hashes import with_changes
from plugins.pelican_bridge.closures.templates import closure_problems
from plugins.pelican_bridge.plan_problems import (
    entries_problems,
    known_works,
    practice_problems,
    source_problems,
)
from plugins.pelican_bridge.planned import BuildPlan, PlannedPost
from plugins.pelican_bridge.rendering import Rendered, Site, render
from plugins.pelican_bridge.reviewing import outgoing_of, review_problems, waiting_problems
from plugins.practice.addresses import absolute, href, path_of
from plugins.practice.images import check_own_image, image_path
from plugins.practice.posts import Document, HealthPost, Post, State
from plugins.practice.practice_file import FILE as PRACTICE_FILE
from plugins.practice.problems import Problem, Severity, blocked_files, worst_first
from plugins.practice.reading import Content
from plugins.share_graphics.cache import GraphicCache
from plugins.share_graphics.planning import PlannedGraphics, Studio, plan_all
from plugins.share_graphics.profile_pictures import profile_graphics
from plugins.social_snippets.plan import plan_later, plan_snippets
from plugins.social_snippets.staff import staff_text

__all__ = ["BuildPlan", "PlannedPost", "own_pictures", "plan_build"]


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
    texts = choose_texts(content, today, preview=preview)
    content = texts.content
    profiles, of_profiles = profile_graphics(content.practice, own_pictures(content))
    known = known_works(content, today)
    problems = [*content.problems, *practice_problems(content, today, texts.waiting)]
    problems += of_profiles
    problems += source_problems((*content.posts, *_others(content)), known)
    problems += entries_problems(known)
    made, told = _make_all(content.posts, content, today, cache, executor)
    problems += [*told, *review_problems(texts.setting, _outgoing(made))]
    problems += closure_problems(content, texts.setting)
    waiting, told = _make_all(texts.waiting, content, today, cache, executor)
    problems += newer([*told, *_of_waiting(texts, _outgoing(waiting))])
    problems = with_waivers(problems, texts.setting)
    rendered, problems = _render_what_stands(content, today, problems, preview=preview)
    behind = _rendered_newer(waiting, content, frozenset(rendered))
    problems += newer(p for one in behind.values() if one.rendered for p in one.rendered.problems)
    documents = (*content.posts, *texts.waiting, *_others(content))
    secrets = secrets_found(problems, documents, texts.setting)
    problems = [hiding(p, secrets[p.file]) if p.file in secrets else p for p in problems]
    states = _states(content, problems, today)
    posts = [
        with_changes(
            replace(planned, state=states[file], rendered=rendered.get(file)),
            texts.chosen.public[file],
            content.practice,
        )
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
        problems=tuple(worst_first(_softened(p, content) for p in told_once(problems))),
        waiting=behind,
        newer=texts.chosen.newer,
        standings=texts.chosen.standings,
        public=texts.chosen.public,
        setting=texts.setting,
        secrets=secrets,
    )


def _of_waiting(texts: Texts, outgoing: Mapping[str, tuple[Outgoing, ...]]) -> list[Problem]:
    """What is wrong with the newer texts as such, and with what they rest on."""
    content, setting = texts.content, texts.setting_of_waiting
    known = known_works(replace(content, posts=texts.waiting), setting.today)
    return [
        *source_problems(texts.waiting, known),
        *waiting_problems(texts.waiting, setting, outgoing),
    ]


def _rendered_newer(
    waiting: Mapping[str, PlannedPost], content: Content, public: frozenset[str]
) -> Mapping[str, PlannedPost]:
    site = _site(content, public)
    return {
        file: replace(planned, rendered=render(planned.post, site, _listed(planned.post)))
        for file, planned in waiting.items()
    }


def _softened(problem: Problem, content: Content) -> Problem:
    """What would hold a post is a warning in a draft, which does not go out anyway."""
    is_draft = problem.blocks and problem.file in content.drafts
    return replace(problem, severity=Severity.WARN, of_draft=True) if is_draft else problem


def _newest_first(planned: PlannedPost) -> tuple[float, str]:
    return planned.post.date.timestamp(), planned.post.uid


def _others(content: Content) -> list[Document]:
    return [*content.pages, *content.people.values()]


def _url(document: Document, content: Content) -> str:
    return absolute(path_of(document, content.practice), content.practice)


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


def _make_all(
    posts: Sequence[Post],
    content: Content,
    today: date,
    cache: GraphicCache | None,
    executor: Executor | None,
) -> tuple[dict[str, PlannedPost], list[Problem]]:
    """What is made of each post, by file, and what is wrong with the posts and with that."""
    made: dict[str, PlannedPost] = {}
    problems = list[Problem]()
    graphics = plan_all(posts, _studio(content), cache, executor)
    for post, planned in zip(posts, graphics, strict=True):
        made[post.file], told = _make(post, content, planned)
        problems += check_sources(post, content.sources, today, practice=content.practice)
        problems += check_share(post, content.practice)
        problems += [*planned.problems, *told]
    return made, problems


def _outgoing(made: Mapping[str, PlannedPost]) -> dict[str, tuple[Outgoing, ...]]:
    return {file: outgoing_of(planned.post, planned.snippets) for file, planned in made.items()}


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
        withdrawn=frozenset(post.file for post in content.posts if post.withdrawn),
        images_url=href("images/", practice),
    )


def _listed(document: Document) -> tuple[str, ...]:
    """The sources listed in front matter, which the reference list has even when never cited."""
    return document.sources if isinstance(document, HealthPost) else ()


def _states(content: Content, problems: Sequence[Problem], today: date) -> Mapping[str, State]:
    blocked = blocked_files(problems)
    return states_of(content.posts, blocked, today, content.practice.lang)
