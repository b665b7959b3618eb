"""What `withdraw` tells: what was written, where the post went, what to answer, what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.console import Console

from plugins.networks.own_networks import networks_of
from plugins.networks.pictures import shapes_in_use
from plugins.networks.tools import BY_HAND
from plugins.practice.addresses import absolute, path_of, share_folder
from plugins.practice.ledgers import HandedOver
from plugins.practice.phones import shown_phone
from plugins.practice.posts import Post
from plugins.practice.reading import Content
from plugins.practice.words import LANGUAGES, say

if TYPE_CHECKING:
    from plugins.pelican_bridge.withdrawing import Withdrawn

_NEXT = (
    "Next, take it off the site:  python3 tasks.py deploy ...  as you always do.",
    "Then open kit/index.html: its list says what to delete on which network, and ticks it off.",
)


def tell_withdrawn(console: Console, done: Withdrawn, content: Content | None) -> None:
    """All that follows. Without content (practice.toml is broken) only what was written."""
    title = f'"{done.title}" ' if done.title else ""
    _say(console, f"Withdrawn: {title}({done.file}). Written into {', '.join(done.written)}.")
    for file in done.translations:
        _say(console, f"Its translation {file} goes with it.")
    if content is None:
        _say(console, "practice.toml or sources.toml cannot be read, so no build can take it off.")
        _say(console, "Mend that first: python3 tasks.py check tells the line. Then deploy.")
        return
    posts = [p for p in content.posts if p.file in (done.file, *done.translations)]
    for line in (*_where(posts, done, content), *_reply(posts, content), *_NEXT):
        _say(console, line)


def tell_back(console: Console, done: Withdrawn) -> None:
    """That it is as it was before."""
    title = f'"{done.title}" ' if done.title else ""
    _say(console, f"{title}({done.file}) is not withdrawn any more: {', '.join(done.written)}.")
    for file in done.translations:
        _say(console, f"Its translation {file} comes back with it, unless it was withdrawn alone.")
    _say(console, "It is public with the next build, if nothing else holds it.")
    _say(console, "Next:  python3 tasks.py check  and then deploy as you always do.")


def _where(posts: Sequence[Post], done: Withdrawn, content: Content) -> Iterator[str]:
    """Where it went: its pages, feeds, pictures, and every copy that a tool was given."""
    practice = content.practice
    for post in posts:
        yield f"Its page keeps a short word that it was taken back: {_page(post, content)}"
    yield "It leaves lists, search, sitemap, topic pages and all feeds with the next build."
    shapes = ", ".join(f"{shape}.jpg" for shape in shapes_in_use(practice))
    for post in posts:
        folder = absolute(share_folder(post, practice), practice)
        yield f"Its pictures go too; tools that link to them show none then: {folder} ({shapes})"
    rows = content.ledgers.handed_over
    if rows is None:
        yield "Which copies tools were given is not known: ledger/shared.toml is damaged. Mend it."
        return
    uids = {done.uid, *(post.uid for post in posts)}
    given = [row for row in rows if row.uid in uids]
    for row in sorted(given, key=lambda row: row.at):
        yield f"  {_copy(row, content, done.on)}"
    if not given:
        yield "No tool was given a copy. What was posted by hand, only those who posted it know."


def _page(post: Post, content: Content) -> str:
    return absolute(path_of(post, content.practice), content.practice)


def _copy(row: HandedOver, content: Content, today: date) -> str:
    known = networks_of(content.practice)
    label = known[row.network].label if row.network in known else row.network
    at = row.at.astimezone(content.practice.plan_zone)
    by = "by hand" if row.scheduler == BY_HAND else f"by {row.scheduler}"
    choice = content.practice.networks.get(row.network)
    profile = f"  {choice.profile}" if choice and choice.profile else ""
    state = "delete it in the tool" if at.date() >= today else "out: delete it there"
    return f"{label}: {at:%Y-%m-%d %H:%M}, {by}, {state}{profile}"


def _reply(posts: Sequence[Post], content: Content) -> Iterator[str]:
    """What to answer people who ask for it."""
    phone = shown_phone(content.practice.phone)
    langs = dict.fromkeys(post.lang for post in posts) or {content.practice.lang: None}
    for lang in langs:
        spoken = lang if lang in LANGUAGES else LANGUAGES[0]
        yield f"To answer people who ask ({lang}): {say(spoken, 'kit.taken_down', phone=phone)}"


def _say(console: Console, words: str) -> None:
    console.print(words, highlight=False, soft_wrap=True, markup=False)
