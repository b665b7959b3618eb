"""The texts as plain files, for those who work from the folder rather than from the page."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.share_kit.kit_post import KitPost
from plugins.share_kit.network_shares import Kit

_BETWEEN_POSTS = "\n\n- - - - -\n\n"


def text_files(kit_post: KitPost, kit: Kit) -> Iterator[tuple[str, str]]:
    """The name and text of each file of a post. Every file is one thing to paste."""
    for share in kit.shares_of(kit_post):
        snippet, name = share.snippet, share.network.name
        if snippet is None:
            continue
        yield f"{name}.txt", snippet.text
        if snippet.title:
            yield f"{name}-title.txt", snippet.title
        if snippet.thread:
            yield f"{name}-thread.txt", _BETWEEN_POSTS.join(snippet.thread)
    if kit_post.sharing and kit_post.sharing.staff_text:
        yield "staff.txt", kit_post.sharing.staff_text
    images = (*kit.images_of(kit_post), *kit.slides_of(kit_post))
    if images:
        yield "alt-texts.txt", "\n\n".join(f"{image.shape}.jpg\n{image.alt}" for image in images)
