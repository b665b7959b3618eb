"""The private folder of the person who posts, file by file."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from plugins.cited_sources.consequences.taken_back import TakenBack
from plugins.practice.ledgers import HandedOver, PublicPost
from plugins.practice.problems import Problem, worst_first
from plugins.practice.settings import Practice
from plugins.scheduler_feeds.posting_plan.planned import PostingPlan
from plugins.share_kit.frame import Frame
from plugins.share_kit.kit_post import KitPost, folder_of, newest_first
from plugins.share_kit.network_shares import Kit
from plugins.share_kit.page.index import index_page
from plugins.share_kit.posting import Posting
from plugins.share_kit.posts_json import post_row
from plugins.share_kit.take_downs import take_downs
from plugins.share_kit.text_files import text_files

_NO_PLAN = PostingPlan()
_NOBODY: Mapping[str, PublicPost] = {}
_NONE: Mapping[str, TakenBack] = {}


def plan_kit(
    posts: Sequence[KitPost],
    problems: Sequence[Problem],
    *,
    practice: Practice,
    today: date,
    sizes: Mapping[str, int],
    font: bytes = b"",
    plan: PostingPlan = _NO_PLAN,
    handed_over: Sequence[HandedOver] | None = (),
    public: Mapping[str, PublicPost] | None = _NOBODY,
    taken_back: Mapping[str, TakenBack] = _NONE,
    pages: Collection[str] = (),
) -> dict[str, bytes]:
    """The files of the kit by their path in it, but for pictures and zips.

    The caller lays each graphic of a shareable post at `graphic_file`, its slides as one PDF at
    `document_file` (kit_post), and all of `zip_of` as `zip_bytes` at `zip_file` (zips). `sizes` are
    the bytes of each picture and PDF by its path in the output; `font` is a WOFF2 file for
    headings. `plan` begins today; `handed_over` and `public` are the ledgers, None where one is
    damaged. `taken_back`: the posts that a source holds, by uid. `pages`: other files of the kit
    that the header leads to ("replies.html").
    """
    kit = Kit(practice=practice, sizes=sizes)
    posting = Posting(
        practice=practice,
        today=today,
        plan=plan,
        handed_over=handed_over,
        public=public,
        taken_back=taken_back,
        no_consent=frozenset(p.file for p in problems if p.rule == "I-01" and p.blocks),
    )
    frame = Frame(practice=practice, today=today, font=font, pages=frozenset(pages))
    ordered, told = newest_first(posts), worst_first(problems)
    downs = take_downs(ordered, posting)
    return {
        "index.html": index_page(ordered, told, downs, kit=kit, posting=posting, frame=frame),
        "posts.json": _as_json({"posts": [post_row(post, kit, posting) for post in ordered]}),
        "problems.json": _as_json([problem.as_row() for problem in told]),
        "withdrawn.json": _as_json([down.as_row() for down in downs]),
        **_texts(ordered, kit),
    }


def _texts(posts: Iterable[KitPost], kit: Kit) -> dict[str, bytes]:
    return {
        f"{folder_of(post.post, kit.practice)}{name}": _as_bytes(text)
        for post in posts
        for name, text in text_files(post, kit)
    }


def _as_json(value: object) -> bytes:
    return _as_bytes(json.dumps(value, ensure_ascii=False, indent=1))


def _as_bytes(text: str) -> bytes:
    return f"{text}\n".encode(errors="replace")
