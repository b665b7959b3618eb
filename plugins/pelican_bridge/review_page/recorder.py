"""The process that writes an approval which came from the form."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from plugins.pelican_bridge.approvals.approving import record_approval
from plugins.pelican_bridge.commands import moment_chooser
from plugins.pelican_bridge.mistakes import WrongUseError
from plugins.pelican_bridge.plan import plan_build
from plugins.pelican_bridge.planned import BuildPlan
from plugins.pelican_bridge.review_page.local_form import Approving
from plugins.pelican_bridge.review_page.recording import Outcome
from plugins.practice.posts import Post
from plugins.practice.reading import read_content
from plugins.share_graphics.cache import GraphicCache

CHANGED = (
    "Nothing was written: the text has changed since this page was made, so you have read another "
    "one. Below it stands as it is now, or will in a moment. Read it again, then approve it."
)
SIGNED = (
    "Nothing was written: practice.toml asks for signed approvals, and no form can sign. "
    "Use the command approve."
)
_UNREADABLE = "Nothing was written: the content cannot be read now. The terminal says why."


def record(content_folder: Path, cache: Path, uid: str, approving: Approving) -> Outcome:
    """Write the approval, when the text is still the one that was read."""
    content, _ = read_content(content_folder)
    if content is None:
        return Outcome(written=False, said=_UNREADABLE)
    if content.practice.review.signed:
        return Outcome(written=False, said=SIGNED)
    moment = moment_chooser("")(content.practice)
    plan = plan_build(content, moment, preview=True, cache=GraphicCache(cache))
    post = next((p.post for p in plan.posts if p.post.uid == uid), None)
    if post is None or plan.standings[post.file].text != approving.hash:
        return Outcome(written=False, said=CHANGED)
    try:
        return _write(plan, post, approving)
    except WrongUseError as mistake:
        return Outcome(written=False, said=f"Nothing was written. {mistake}")


def _write(plan: BuildPlan, post: Post, approving: Approving) -> Outcome:
    missing = record_approval(
        plan,
        post,
        person=approving.person,
        about_a_person=approving.about_a_person,
        recorded_by=approving.recorded_by,
    )
    who = plan.content.people[approving.person].byline
    return Outcome(written=True, said=f"Written down: {who} approves this text.", missing=missing)


def _answer() -> None:
    asked = json.load(sys.stdin)
    content, cache, uid = Path(asked.pop("content")), Path(asked.pop("cache")), asked.pop("uid")
    print(json.dumps(asdict(record(content, cache, uid, Approving(**asked)))))  # noqa: T201  # for the process that asked


if __name__ == "__main__":
    _answer()
