"""Which feeds there are, and what stands in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.networks.table import NETWORKS
from plugins.practice.addresses import absolute, language_prefix
from plugins.practice.posts import Notice
from plugins.practice.settings import Practice
from plugins.practice.words import say
from plugins.scheduler_feeds.feeds.feed import Feed, Format, Item
from plugins.scheduler_feeds.feeds.items import hook_item, network_item, newest_first, page_item
from plugins.scheduler_feeds.feeds.valid_text import valid_line
from plugins.scheduler_feeds.shared_post import SharedPost

MOST_ITEMS = 30
"""Items of a feed: Zapier holds back above 100 new ones at once, IFTTT looks at the top only."""

_Entry = tuple[SharedPost, Item]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Channel:
    """A feed before its posts are chosen."""

    file: str
    title: str
    format: Format = Format.RSS
    network: str = ""
    topic: str = ""
    notices: bool = False
    hooks: bool = False
    """Whether the hook stands in the place of the title."""

    def takes(self, shared: SharedPost) -> bool:
        return (
            (not self.network or self.network in shared.snippets)
            and (not self.topic or self.topic in shared.post.topics)
            and (not self.notices or isinstance(shared.post, Notice))
        )

    def item(self, entry: _Entry, practice: Practice) -> Item:
        shared, item = entry
        if self.network:
            return network_item(item, shared, self.network, practice)
        return hook_item(item, shared) if self.hooks else item


def plan_feeds(posts: Sequence[SharedPost], *, practice: Practice) -> tuple[Feed, ...]:
    """Every feed of the site, from its published posts; each feed is in one language.

    Which feeds there are depends on practice.toml alone, once a language has a post: a feed that
    vanished with its last post would be an error in every scheduler that reads it.
    """
    return tuple(
        _feed(channel, lang, entries, practice)
        for lang, entries in _by_language(posts, practice)
        for channel in _channels(practice, lang)
    )


def _by_language(
    posts: Sequence[SharedPost], practice: Practice
) -> Iterator[tuple[str, list[_Entry]]]:
    """Each language that has feeds, with its posts and their items, newest first."""
    for lang in practice.languages:
        own = newest_first([shared for shared in posts if shared.post.lang == lang])
        if own or lang == practice.lang:
            yield lang, [(shared, page_item(shared, practice)) for shared in own]


def _feed(channel: _Channel, lang: str, entries: Sequence[_Entry], practice: Practice) -> Feed:
    prefix = language_prefix(practice, lang)
    path = f"{prefix}feeds/{channel.file}"
    chosen = [entry for entry in entries if channel.takes(entry[0])][:MOST_ITEMS]
    tagline = practice.localized(practice.tagline, lang)
    return Feed(
        path=path,
        format=channel.format,
        url=absolute(path, practice),
        home=absolute(prefix, practice),
        lang=lang,
        title=valid_line(channel.title),
        description=valid_line(tagline) or say(lang, "feeds.description", practice=practice.name),
        author=valid_line(practice.name),
        items=tuple(channel.item(entry, practice) for entry in chosen),
    )


def _channels(practice: Practice, lang: str) -> Iterator[_Channel]:
    """Every feed of a language."""

    def title(key: str, **slots: str) -> str:
        return say(lang, f"feeds.{key}", practice=practice.name, **slots)

    yield _Channel(file="all.xml", title=title("all"))
    yield _Channel(file="all.atom", title=title("all"), format=Format.ATOM)
    yield _Channel(file="feed.json", title=title("all"), format=Format.JSON)
    yield _Channel(file="notices.xml", title=title("notices"), notices=True)
    yield _Channel(file="headlines.xml", title=title("headlines"), hooks=True)
    for topic in practice.topics:
        name = practice.topic_name(topic, lang)
        yield _Channel(file=f"topics/{topic}.xml", title=title("topic", topic=name), topic=topic)
    for network in practice.networks:
        row = NETWORKS.get(network)
        if row and row.feed:
            name = title("network", network=row.label)
            yield _Channel(file=f"{network}.xml", title=name, network=network)
