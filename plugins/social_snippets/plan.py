"""The plan: one text for each network of the practice, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from plugins.networks.counting import count
from plugins.networks.hashtags import camel_case, hashtags_in, is_hashtag
from plugins.networks.limits import body_room
from plugins.networks.pictures import shapes_in_use
from plugins.networks.rows import Network
from plugins.networks.table import NETWORKS
from plugins.practice.posts import Notice, Post
from plugins.practice.problems import Problem
from plugins.practice.settings import Practice
from plugins.social_snippets.brief import Brief
from plugins.social_snippets.checks import check_snippet, no_room, shortened, title_too_long
from plugins.social_snippets.snippet import Snippet
from plugins.social_snippets.writing import Draft, write


def plan_snippets(
    post: Post, *, practice: Practice, url: str, shapes: Collection[str] | None = None
) -> tuple[tuple[Snippet, ...], tuple[Problem, ...]]:
    """The texts of a post in the practice's order of networks, and the problems with them.

    `url` is the full address of the post's page, `shapes` the graphics that it has (by default all
    that the practice asks for). A network for which no text can be made has a problem instead.
    """
    drawn = shapes_in_use(practice) if shapes is None else shapes
    snippets: list[Snippet] = []
    problems: dict[Problem, None] = {}
    for brief in _briefs(post, practice, url):
        snippet, found = _plan_one(brief, drawn)
        snippets += [snippet] if snippet else []
        problems |= dict.fromkeys(found)
    return tuple(snippets), tuple(problems)


def _briefs(post: Post, practice: Practice, url: str) -> list[Brief]:
    briefs = []
    for name in practice.networks:
        network = NETWORKS.get(name)
        room = body_room(network, practice.schedulers) if network else None
        if network and room and _belongs(post, network):
            tags = _hashtags(post, practice, network)
            briefs.append(
                Brief(post=post, practice=practice, network=network, room=room, url=url, tags=tags)
            )
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
    spelled = {tag.casefold(): tag for tag in map(camel_case, reversed(wanted))}
    tags = [tag for tag in reversed(spelled.values()) if is_hashtag(tag)]
    return tuple(tags[: network.hashtags.size if network.hashtags else 0])


def _plan_one(brief: Brief, shapes: Collection[str]) -> tuple[Snippet | None, list[Problem]]:
    draft = _hand_written(brief) or write(brief)
    if draft.excess or not draft.text:
        return None, [no_room(brief, draft.excess)]
    snippet = _snippet(brief, draft, shapes)
    problems = check_snippet(snippet, brief)
    problems += [shortened(brief)] if draft.bare else []
    over = brief.title_excess or 0
    return snippet, problems + ([title_too_long(brief, over)] if over > 0 else [])


def _hand_written(brief: Brief) -> Draft | None:
    text = brief.post.share.texts.get(brief.network.name, "").strip()
    if not text:
        return None
    thread = brief.post.share.thread if brief.network.thread else ()
    return Draft(text=text, thread=thread, hashtags=hashtags_in(text), hand_written=True)


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
    )


def _shape(wanted: Sequence[str], drawn: Collection[str]) -> str:
    return next((shape for shape in wanted if shape in drawn), "")
