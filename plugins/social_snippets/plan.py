"""The plan: one text for each network of the practice, and what is wrong with it."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping, Sequence

from plugins.networks.counting import count
from plugins.networks.hashtags import camel_case, hashtags_in, is_hashtag
from plugins.networks.limits import body_room
from plugins.networks.own_networks import networks_of
from plugins.networks.pictures import shapes_in_use
from plugins.networks.rows import Network
from plugins.practice.posts import Article, Link, Notice, Post, Question
from plugins.practice.problems import Problem
from plugins.practice.settings import Practice
from plugins.social_snippets.booking import asks_to_book
from plugins.social_snippets.brief import Brief
from plugins.social_snippets.checks import check_snippet, no_room, shortened, title_too_long
from plugins.social_snippets.drafting import Draft
from plugins.social_snippets.parts import Part
from plugins.social_snippets.snippet import Snippet
from plugins.social_snippets.writing import hand_written, write, write_again

LATER_TURNS = 2
"""How often an evergreen post is shared again."""


def plan_snippets(
    post: Post,
    *,
    practice: Practice,
    url: str,
    shapes: Collection[str] | None = None,
    turn: int = 0,
) -> tuple[tuple[Snippet, ...], tuple[Problem, ...]]:
    """The texts of a post in the practice's order of networks, and the problems with them.

    `url` is the full address of the post's page, `shapes` the graphics that it has (by default all
    that the practice asks for). A network for which no text can be made has a problem instead.

    `turn` 1 and 2 give the texts for sharing the post again, each unlike those before; a network
    for which there is no other text has none then, and no problem is told.
    """
    drawn = shapes_in_use(practice) if shapes is None else shapes
    if turn:
        return _again(post, practice, url, drawn, turn)[turn - 1], ()
    snippets: list[Snippet] = []
    problems: dict[Problem, None] = {}
    for brief in _briefs(post, practice, url):
        snippet, found = _plan_one(brief, drawn)
        snippets += [snippet] if snippet else []
        problems |= dict.fromkeys(found)
    return tuple(snippets), tuple(problems)


def plan_later(
    post: Post, *, practice: Practice, url: str, shapes: Collection[str] | None = None
) -> tuple[Mapping[str, Snippet], ...]:
    """The texts for the second and third share of a post, by network.

    Empty for what is not shared again: notices, events, and posts that were withdrawn or are not
    evergreen.
    """
    if not isinstance(post, Article | Question | Link) or not post.evergreen or post.withdrawn:
        return ()
    drawn = shapes_in_use(practice) if shapes is None else shapes
    turns = _again(post, practice, url, drawn, LATER_TURNS)
    return tuple({snippet.network: snippet for snippet in snippets} for snippets in turns)


def _again(
    post: Post, practice: Practice, url: str, shapes: Collection[str], turns: int
) -> list[tuple[Snippet, ...]]:
    """The texts of each later turn, as many turns as asked for."""
    by_turn: list[list[Snippet]] = [[] for _ in range(turns)]
    for brief in _briefs(post, practice, url):
        first = _first_draft(brief)
        if first.text and not first.excess:
            for made, draft in zip(by_turn, write_again(brief, first), strict=False):
                made.append(_snippet(brief, draft, shapes))
    return [tuple(made) for made in by_turn]


def _briefs(post: Post, practice: Practice, url: str) -> list[Brief]:
    known = networks_of(practice)
    suited: dict[object, list[Part]] = {}
    briefs = []
    for name in practice.networks:
        network = known.get(name)
        room = body_room(network, practice.schedulers) if network else None
        if network and room and _belongs(post, network):
            brief = Brief(
                post=post,
                practice=practice,
                network=network,
                room=room,
                url=url,
                tags=_hashtags(post, practice, network),
                suited=suited,
            )
            briefs.append(brief)
    return briefs


def _belongs(post: Post, network: Network) -> bool:
    """Whether the post goes to the network: as its writer says, else by its kind."""
    if post.share.networks is not None:
        return network.name in post.share.networks
    kind = "alert" if isinstance(post, Notice) and post.type == "alert" else post.kind
    return not network.kinds or kind in network.kinds or network.name in post.share.texts


def _hashtags(post: Post, practice: Practice, network: Network) -> tuple[str, ...]:
    """The post's own hashtags, then those of the practice, as many as suit the network."""
    wanted = [*post.share.hashtags, *practice.networks[network.name].hashtags]
    spelled: dict[str, str] = {}
    for tag in wanted:
        # An accent typed apart from its letter would part the word.
        tag = camel_case(unicodedata.normalize("NFC", tag))
        spelled.setdefault(tag.casefold(), tag)
    tags = [tag for tag in spelled.values() if is_hashtag(tag)]
    return tuple(tags[: network.hashtags.size if network.hashtags else 0])


def _plan_one(brief: Brief, shapes: Collection[str]) -> tuple[Snippet | None, list[Problem]]:
    draft = _first_draft(brief)
    if draft.excess or not draft.text:
        return None, [no_room(brief, draft.excess)]
    snippet = _snippet(brief, draft, shapes)
    problems = check_snippet(snippet, brief)
    problems += [shortened(brief)] if draft.bare else []
    over = brief.title_excess or 0
    return snippet, problems + ([title_too_long(brief, over)] if over > 0 else [])


def _first_draft(brief: Brief) -> Draft:
    share = brief.post.share
    text = share.texts.get(brief.network.name, "").strip()
    return hand_written(brief, text, hashtags_in(text)) if text else write(brief)


def _snippet(brief: Brief, draft: Draft, shapes: Collection[str]) -> Snippet:
    network, limit = brief.network, brief.room.limit
    return Snippet(
        network=network.name,
        text=draft.text,
        title=brief.title,
        description=draft.text if network.text is None else "",
        cta=brief.cta(calls=draft.calls),
        thread=draft.thread,
        length=count(draft.text, limit.unit),
        limit=limit.size,
        unit=limit.unit,
        link="" if draft.calls else brief.link,
        alt_limit=network.alt.size if network.alt else None,
        hashtags=draft.hashtags,
        shape=_shape(network.shapes, shapes),
        hand_written=draft.hand_written,
        text_apart=draft.text_apart,
        books=_books(draft, brief.post.lang),
    )


def _books(draft: Draft, lang: str) -> bool:
    return any(asks_to_book(text, lang) for text in (draft.text, *draft.thread))


def _shape(wanted: Sequence[str], drawn: Collection[str]) -> str:
    return next((shape for shape in wanted if shape in drawn), "")
