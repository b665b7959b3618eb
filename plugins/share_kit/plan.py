"""The private folder of the person who posts, file by file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from plugins.practice.problems import Problem, worst_first
from plugins.practice.settings import Practice
from plugins.share_kit.kit_post import KitPost, folder_of, newest_first
from plugins.share_kit.network_shares import Kit
from plugins.share_kit.page import kit_page
from plugins.share_kit.text_files import text_files


def plan_kit(
    posts: Sequence[KitPost],
    problems: Sequence[Problem],
    *,
    practice: Practice,
    today: date,
    sizes: Mapping[str, int],
    font: bytes = b"",
) -> dict[str, bytes]:
    """The files of the kit by their path in it, but for the pictures.

    The caller lays each graphic of a shareable post at `graphic_file`, and its slides as one PDF
    at `document_file` (kit_post); `sizes` are the bytes of each picture and PDF by its path in the
    output; `font` is a WOFF2 file for the page's headings.
    """
    kit = Kit(practice=practice, sizes=sizes)
    ordered = newest_first(posts)
    told = worst_first(problems)
    files = {
        "index.html": kit_page(ordered, told, kit=kit, today=today, font=font),
        "posts.json": _as_json({"posts": [_row(post, kit) for post in ordered]}),
        "problems.json": _as_json([problem.as_row() for problem in told]),
    }
    files.update(_texts(ordered, kit))
    return files


def _texts(posts: Iterable[KitPost], kit: Kit) -> dict[str, bytes]:
    return {
        f"{folder_of(post.post, kit.practice)}{name}": _as_bytes(text)
        for post in posts
        for name, text in text_files(
            kit.shares_of(post), (*kit.images_of(post), *kit.slides_of(post))
        )
    }


def _row(kit_post: KitPost, kit: Kit) -> dict[str, object]:
    post = kit_post.post
    return {
        "uid": post.uid,
        "kind": post.kind,
        "title": post.title,
        "url": kit_post.url,
        "date": post.date.isoformat(),
        "lang": post.lang,
        "state": str(kit_post.state),
        "networks": {share.network.name: share.as_row() for share in kit.shares_of(kit_post)},
    }


def _as_json(value: object) -> bytes:
    return _as_bytes(json.dumps(value, ensure_ascii=False, indent=1))


def _as_bytes(text: str) -> bytes:
    return f"{text}\n".encode(errors="replace")
