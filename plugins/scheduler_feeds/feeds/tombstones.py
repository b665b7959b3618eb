"""Posts that were taken back: what the feeds say of them.

Only Atom has a word for it: `at:deleted-entry` (RFC 6721), which readers that know it take for
"remove this", and others pass over. RSS and JSON Feed have none. There the item is simply gone: any
item in its place, whatever it said, would be posted by the tools that read the feed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time

from plugins.practice.dates import long_day
from plugins.practice.settings import Practice
from plugins.practice.words import say
from plugins.scheduler_feeds.feeds.feed import Tombstone, guid_of
from plugins.scheduler_feeds.feeds.standing import Circumstances, is_later
from plugins.scheduler_feeds.shared_post import SharedPost

MOST_TOMBSTONES = 30
"""As many as there are items: an item is gone from the feed by then in any case."""


def tombstones_of(
    gone: Sequence[SharedPost], circumstances: Circumstances, practice: Practice, lang: str
) -> tuple[Tombstone, ...]:
    """One for each post of a language that was public and was taken back, the newest first.

    Why it was taken back is not told: the reason is for those who post, not for readers.
    """
    own = [shared for shared in gone if shared.post.lang == lang]
    found = sorted(_tombstones(own, circumstances, practice), key=_age, reverse=True)
    return tuple(found[:MOST_TOMBSTONES])


def _tombstones(
    gone: Sequence[SharedPost], circumstances: Circumstances, practice: Practice
) -> Iterator[Tombstone]:
    known, until = circumstances.public or {}, circumstances.until
    for post in (shared.post for shared in gone):
        if not post.withdrawn or post.uid not in known or post.file in circumstances.withheld:
            continue
        when = datetime.combine(post.withdrawn, time(), tzinfo=practice.zone)
        if until is None or not is_later(when, until):
            day = long_day(post.withdrawn, post.lang)
            comment = say(post.lang, "feeds.withdrawn", day=day)
            yield Tombstone(guid=guid_of(post.uid), when=when, comment=comment)


def _age(tombstone: Tombstone) -> tuple[float, str]:
    return tombstone.when.timestamp(), tombstone.guid
