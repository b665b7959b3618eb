"""How much a post is like one that was online: whether it can be the same, edited since.

A post may be renamed, moved, edited and dated anew, and is the same post still. So what counts is
what has stayed, not what has changed.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from urllib.parse import urlsplit

from plugins.practice.ledgers import PublicPost
from plugins.practice.posts import Post

# Two posts seldom have one minute; names and titles of yearly posts come again ("Holiday hours").
_PLACE, _TITLE, _DATE = 1, 1, 2
# A translation has the date of its original, and often its name; it is another post all the same.
_OTHER_SORT = -2


def likeness(post: Post, row: PublicPost) -> int:
    """From -2, nothing of the post was there before, to 4, all of it was."""
    points = (
        (_is_same_place(post, row), _PLACE),
        (_folded(post.title) == _folded(row.title), _TITLE),
        (post.date.timestamp() == row.date.timestamp(), _DATE),
        (not is_same_sort(post, row), _OTHER_SORT),
    )
    return sum(worth for holds, worth in points if holds)


def is_same_sort(post: Post, row: PublicPost) -> bool:
    """Whether kind and language are those of before."""
    return (post.kind, post.lang) == (row.kind, row.lang)


def _is_same_place(post: Post, row: PublicPost) -> bool:
    return post.file == row.file or _address_of(post) == _address_in(row)


def traces_of(post: Post) -> Iterator[Hashable]:
    """What tells a post without its uid: its file, or its title and minute."""
    yield "file", post.file
    yield "story", post.kind, post.lang, _folded(post.title), post.date.timestamp()


def traces_in(row: PublicPost) -> Iterator[Hashable]:
    """The traces of a post that was online."""
    yield "file", row.file
    yield "story", row.kind, row.lang, _folded(row.title), row.date.timestamp()


def _address_of(post: Post) -> tuple[str, str]:
    return post.lang, f"{post.folder}/{post.slug}"


def _address_in(row: PublicPost) -> tuple[str, str]:
    """Without host and folder of the site, which may have moved since."""
    return row.lang, "/".join(urlsplit(row.url).path.strip("/").split("/")[-2:])


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()
