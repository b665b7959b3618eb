"""`posts.json`: everything about every post, for programs."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.share_kit.kit_post import KitPost
from plugins.share_kit.network_shares import Kit
from plugins.share_kit.posting import Posting
from plugins.share_kit.zips import zip_file


def post_row(kit_post: KitPost, kit: Kit, posting: Posting) -> dict[str, object]:
    """One post as the file tells it."""
    post, sharing = kit_post.post, kit_post.sharing
    return {
        "uid": post.uid,
        "kind": post.kind,
        "title": post.title,
        "url": kit_post.url,
        "date": post.date.isoformat(),
        "lang": post.lang,
        "state": str(kit_post.state),
        "networks": {share.network.name: share.as_row() for share in kit.shares_of(kit_post)},
        "handed_over": list(_handed_over(post.uid, posting)),
        "planned": list(_planned(post.uid, posting)),
        "staff_text": sharing.staff_text if sharing else "",
        "zip": zip_file(post, kit.practice) if sharing else "",
    }


def _handed_over(uid: str, posting: Posting) -> Iterator[dict[str, object]]:
    """Each copy that a tool was given, earliest first."""
    for row in posting.rows:
        if row.uid == uid:
            yield {
                "network": row.network,
                "scheduler": row.scheduler,
                "at": posting.local(row).isoformat(),
                "turn": row.turn,
            }


def _planned(uid: str, posting: Posting) -> Iterator[dict[str, object]]:
    """When it is shared on networks for which no tool has it yet, and in which words."""
    for share in posting.plan.shares:
        if share.shared.post.uid == uid and share.networks:
            texts = (share.shared.snippets, *share.shared.later)
            said = texts[share.turn] if share.turn < len(texts) else {}
            yield {
                "at": share.at.isoformat(),
                "turn": share.turn,
                "networks": {n: said[n].text for n in share.networks if n in said},
            }
