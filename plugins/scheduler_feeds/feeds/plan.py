"""Which feeds there are, and what stands in each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from plugins.networks.own_networks import networks_of
from plugins.networks.rows import Network
from plugins.practice.addresses import absolute, language_prefix
from plugins.practice.ledgers import PublicPost
from plugins.practice.posts import Notice
from plugins.practice.settings import Practice
from plugins.practice.words import say
from plugins.scheduler_feeds.feeds.feed import Feed, Format, Item, Tombstone
from plugins.scheduler_feeds.feeds.items import hook_item, network_item
from plugins.scheduler_feeds.feeds.standing import Circumstances, Entry, entries_of
from plugins.scheduler_feeds.feeds.tombstones import tombstones_of
from plugins.scheduler_feeds.feeds.valid_text import valid_line
from plugins.scheduler_feeds.shared_post import SharedPost

MOST_ITEMS = 30
"""Items of a feed: Zapier holds back above 100 new ones at once, IFTTT looks at the top only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Channel:
    """A feed before its posts are chosen."""

    file: str
    title: str
    format: Format = Format.RSS
    network: Network | None = None
    topic: str = ""
    notices: bool = False
    hooks: bool = False
    """Whether the hook stands in the place of the title."""

    def takes(self, shared: SharedPost) -> bool:
        return (
            (not self.network or self.network.name in shared.snippets)
            and (not self.topic or self.topic in shared.post.topics)
            and (not self.notices or isinstance(shared.post, Notice))
        )

    def item(self, entry: Entry) -> Item:
        if self.network:
            return network_item(entry.item, entry.shared, self.network, entry.practice)
        return hook_item(entry.item, entry.shared) if self.hooks else entry.item


@dataclass(frozen=True, slots=True, kw_only=True)
class _Language:
    """What the feeds of a language are made of, newest first."""

    lang: str
    home: str
    """The address of the page that the feeds lead to: without posts a language has none."""
    entries: Sequence[Entry]
    tombstones: tuple[Tombstone, ...]


def plan_feeds(
    posts: Sequence[SharedPost],
    *,
    practice: Practice,
    until: datetime | None = None,
    public: Mapping[str, PublicPost] | None = None,
    withheld: Collection[str] = (),
    gone: Sequence[SharedPost] = (),
) -> tuple[Feed, ...]:
    """Every feed of the site, from its published posts; each feed is in one language.

    `until`: nothing dated later stands in any feed. `public`: what has been online, by uid; a post
    in it keeps the date that it had then. `withheld`: the files of posts that `check_uids` keeps
    out. `gone`: posts that are not on the site; of those that once were, the ones taken back leave
    a tombstone.
    """
    circumstances = Circumstances(until=until, public=public, withheld=withheld)
    return tuple(
        _feed(channel, language, practice)
        for language in _languages(posts, gone, circumstances, practice)
        for channel in _channels(practice, language.lang)
    )


def _languages(
    posts: Sequence[SharedPost],
    gone: Sequence[SharedPost],
    circumstances: Circumstances,
    practice: Practice,
) -> Iterator[_Language]:
    """The site's own language, and each other that has or had a post.

    A feed that vanished with its last post would be an error in every scheduler that reads it.
    """
    entries = entries_of(posts, gone, circumstances, practice)
    spoken = {shared.post.lang for shared in posts}
    had = {row.lang for row in (circumstances.public or {}).values()}
    for lang in practice.languages:
        if lang in {practice.lang, *spoken, *had}:
            folder = language_prefix(practice, lang) if lang in spoken else ""
            yield _Language(
                lang=lang,
                home=absolute(folder, practice),
                entries=[entry for entry in entries if entry.shared.post.lang == lang],
                tombstones=tombstones_of(gone, circumstances, practice, lang),
            )


def _feed(channel: _Channel, language: _Language, practice: Practice) -> Feed:
    lang = language.lang
    prefix = language_prefix(practice, lang)
    path = f"{prefix}feeds/{channel.file}"
    places = [entry for entry in language.entries if channel.takes(entry.shared)][:MOST_ITEMS]
    tagline = practice.localized(practice.tagline, lang)
    return Feed(
        path=path,
        format=channel.format,
        url=absolute(path, practice),
        home=language.home,
        lang=lang,
        title=valid_line(channel.title),
        description=valid_line(tagline) or say(lang, "feeds.description", practice=practice.name),
        author=valid_line(practice.name),
        items=tuple(channel.item(entry) for entry in places if entry.shows),
        tombstones=language.tombstones if channel.format is Format.ATOM else (),
    )


def _channels(practice: Practice, lang: str) -> Iterator[_Channel]:
    """Every feed of a language. Which there are depends on practice.toml alone."""

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
    known = networks_of(practice)
    for row in (known[name] for name in practice.networks if name in known):
        if row.feed:
            name = title("network", network=row.label)
            yield _Channel(file=f"{row.name}.xml", title=name, network=row)
