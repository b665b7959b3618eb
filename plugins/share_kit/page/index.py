"""The page that the person who posts opens from the folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plugins.networks.own_networks import networks_of
from plugins.practice.problems import Problem
from plugins.practice.settings import Practice
from plugins.share_kit.frame import Frame, kit_frame
from plugins.share_kit.kit_post import KitPost
from plugins.share_kit.network_shares import Kit
from plugins.share_kit.page.post_cards import PostCard, post_card
from plugins.share_kit.page.share_rows import share_rows
from plugins.share_kit.page.take_down_cards import take_down_card
from plugins.share_kit.page.todays_list import loose, todays_list
from plugins.share_kit.page.weeks import weeks_ahead
from plugins.share_kit.posting import Posting
from plugins.share_kit.take_downs import TakeDown


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Posts that are in the same place on their way."""

    id: str
    title: str
    about: str
    posts: tuple[PostCard, ...]


_GROUPS = (
    ("ready", "Ready to share", "Newest first."),
    ("scheduled", "Scheduled", "Their pages are not up yet: post these from their day on."),
    ("needs-work", "Held or draft: what is missing", "Nothing of these is public."),
    ("over", "Over", "Notices and events that have passed."),
    ("withdrawn", "Withdrawn", "Taken back: nothing of these is to be shared any more."),
)


def index_page(
    posts: Sequence[KitPost],
    problems: Sequence[Problem],
    downs: Sequence[TakeDown],
    *,
    kit: Kit,
    posting: Posting,
    frame: Frame,
) -> bytes:
    """`index.html` of the kit, from posts newest first and problems worst first."""
    by_file = _by_file(problems)
    cards = [post_card(p, by_file.get(p.post.file, ()), kit, posting) for p in posts]
    by_uid = {card.post.uid: card for card in cards}
    rows = share_rows(posting, by_uid)
    known = {post.post.file for post in posts}
    return kit_frame(
        "index.html",
        "index.html",
        frame,
        styles=("today.css", "weeks.css", "post.css", "index.css"),
        scripts=("ticks.js", "index.js"),
        today=todays_list(rows, by_uid, posts, downs, problems, posting),
        weeks=weeks_ahead(rows, posting),
        loose=list(loose(posting, by_uid, urgent=False)),
        downs=[take_down_card(down, posting) for down in downs],
        groups=_groups(cards),
        networks=_networks(cards, posting.practice),
        files={file: found for file, found in by_file.items() if file not in known},
    )


def _groups(cards: Sequence[PostCard]) -> tuple[_Group, ...]:
    groups = (
        _Group(id=id_, title=title, about=about, posts=tuple(c for c in cards if c.group == id_))
        for id_, title, about in _GROUPS
    )
    return tuple(group for group in groups if group.posts)


def _by_file(problems: Sequence[Problem]) -> dict[str, list[Problem]]:
    """The problems by file, the files in the order of their worst problem."""
    files: dict[str, list[Problem]] = {}
    for problem in problems:
        files.setdefault(problem.file, []).append(problem)
    return files


def _networks(cards: Sequence[PostCard], practice: Practice) -> Mapping[str, str]:
    """The networks that something is shared on, by name, in the order of the table."""
    used = {card.share.network.name for post in cards for card in post.shares}
    return {name: network.label for name, network in networks_of(practice).items() if name in used}
