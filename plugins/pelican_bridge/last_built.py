"""What the last build made of each post: pictures and feed items, as they lie in the output."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from plugins.practice.addresses import share_folder
from plugins.practice.posts import Post
from plugins.practice.settings import Practice
from plugins.scheduler_feeds.feeds.feed import guid_of

Names = dict[str, tuple[str, ...]]
"""Paths in the output by the uid of their post."""


def built_graphics(output: Path, posts: Sequence[Post], practice: Practice) -> Names:
    """The pictures of each post; nothing where there is no output yet."""
    return {
        post.uid: tuple(_files(output, share_folder(post, practice)))
        for post in posts
        if (output / share_folder(post, practice)).is_dir()
    }


def _files(output: Path, folder: str) -> list[str]:
    return sorted(f"{folder}{file.name}" for file in (output / folder).iterdir())


def built_feeds(output: Path, posts: Sequence[Post]) -> Names:
    """The feeds that have an item of each post."""
    texts = {
        file.relative_to(output).as_posix(): file.read_text(encoding="utf-8")
        for folder in sorted(output.glob("**/feeds"))
        for file in sorted(folder.rglob("*.*"))
    }
    ids = {post.uid: guid_of(post.uid) for post in posts}
    return {
        # A tombstone says that the item is gone.
        uid: tuple(p for p, text in texts.items() if urn in text and f'ref="{urn}"' not in text)
        for uid, urn in ids.items()
    }
