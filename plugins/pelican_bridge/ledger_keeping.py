"""The commands' own files in content/ledger/, written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from plugins.pelican_bridge.plan import BuildPlan
from plugins.pelican_bridge.sharing import shared_post, withheld_from_feeds
from plugins.practice.ledger_files import PUBLIC_FILE, SHARED_FILE
from plugins.practice.ledger_writing import with_public, with_rows, without_rows
from plugins.practice.ledgers import HandedOver, PublicPost
from plugins.practice.posts import State
from plugins.practice.whole_files import replace_whole
from plugins.scheduler_feeds.feeds.remembered import remember


def online_after(plan: BuildPlan) -> dict[str, PublicPost] | None:
    """What has been online once the site of this plan is, by uid; None: the ledger is damaged."""
    known = plan.content.ledgers.public
    if known is None:
        return None
    posts = [shared_post(p) for p in plan.posts if p.state is State.PUBLISHED]
    withheld, _ = withheld_from_feeds(plan)
    return remember(posts, known, withheld=withheld, now=plan.moment)


def record_public(plan: BuildPlan) -> bool:
    """Remember what a build has just put online: feeds and `export` rest on it.

    False: the ledger is damaged, and stays as it is for a person to mend.
    """
    rows = online_after(plan)
    if rows is None:
        return False
    public = {p.post.uid for p in plan.posts if p.state is State.PUBLISHED}
    online = [row for uid, row in rows.items() if uid in public]
    _change(plan.content.folder / PUBLIC_FILE, lambda text: with_public(text, online))
    return True


def record_handed_over(folder: Path, rows: Sequence[HandedOver]) -> None:
    """Remember what a scheduler was given; before its files are written, so that nothing that
    could be posted goes unremembered."""
    _change(folder / SHARED_FILE, lambda text: with_rows(text, rows))


def forget(folder: Path, rows: Sequence[HandedOver]) -> None:
    """Take rows back that were never uploaded."""
    _change(folder / SHARED_FILE, lambda text: without_rows(text, rows))


def _change(path: Path, change: Callable[[str], str]) -> None:
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    after = change(before)
    if after == before:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_whole(path, after.encode())
