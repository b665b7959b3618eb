"""What the ledger of uids holds once a site is online."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from plugins.practice.ledgers import PublicPost
from plugins.scheduler_feeds.feeds.standing import feed_date
from plugins.scheduler_feeds.shared_post import SharedPost


def remember(
    posts: Sequence[SharedPost],
    public: Mapping[str, PublicPost],
    *,
    withheld: Collection[str],
    now: datetime,
) -> dict[str, PublicPost]:
    """The ledger after `posts`, every post of the site, went online: rows by uid, in a fixed order.

    A row keeps its date and its first day for ever; file, title and address follow the post. Rows
    of posts that are not on the site stay. Withheld posts are not written down: under the uid that
    they have now they must never be in a feed.
    """
    rows = dict(public)
    for shared in posts:
        if shared.post.file not in withheld:
            rows[shared.post.uid] = _row(shared, public, now)
    return dict(sorted(rows.items(), key=lambda row: (row[1].since, row[0])))


def _row(shared: SharedPost, public: Mapping[str, PublicPost], now: datetime) -> PublicPost:
    post, known = shared.post, public.get(shared.post.uid)
    return PublicPost(
        uid=post.uid,
        kind=post.kind,
        lang=post.lang,
        file=post.file,
        title=post.title,
        date=feed_date(post, public),
        url=shared.url,
        since=known.since if known else now.date(),
    )
