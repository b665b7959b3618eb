"""A build as it was decided: what `plan_build` gives, and everything else reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from plugins.cited_sources.consequences.known import KnownWorks
from plugins.editorial_review.approvals.standing import Standing
from plugins.editorial_review.privacy.secrets import without_secrets
from plugins.editorial_review.subject import Setting
from plugins.pelican_bridge.rendering import Rendered
from plugins.practice.posts import KINDS, Post, State
from plugins.practice.problems import Problem, blocked_files
from plugins.practice.reading import Content
from plugins.share_graphics.graphic import Graphic
from plugins.social_snippets.snippet import Snippet

_POST_FOLDERS = frozenset(kind.folder for kind in KINDS)


def is_post_file(file: str) -> bool:
    """Whether a file of the content folder would be a post."""
    return file.partition("/")[0] in _POST_FOLDERS


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPost:
    """A post with everything that is made of it."""

    post: Post
    state: State
    url: str
    """Its full address."""
    graphics: Mapping[str, Graphic]
    snippets: Mapping[str, Snippet]
    later: tuple[Mapping[str, Snippet], ...] = ()
    """The texts with which it is shared again, turn by turn."""
    staff_text: str = ""
    made_from: str = ""
    """The key of all that the graphics were planned from."""
    rendered: Rendered | None = None
    """Its text as markup; only where the post stands on the site."""
    changed: Mapping[str, bool] = field(default_factory=dict)
    """By network: whether its text has changed since the post was approved; empty where nobody
    has approved it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildPlan:
    """What a build of `content` writes at `moment`, which carries the practice's zone."""

    content: Content
    moment: datetime
    preview: bool
    posts: tuple[PlannedPost, ...]
    """Every post that could be read, newest first."""
    pages: Mapping[str, Rendered]
    """The texts of pages and people by their file."""
    profiles: tuple[Graphic, ...]
    """Profile picture and covers for the kit; their paths are those in the kit."""
    known: KnownWorks
    """What is known of the cited works."""
    problems: tuple[Problem, ...]
    setting: Setting
    """What stands around the posts under review."""
    waiting: Mapping[str, PlannedPost] = field(default_factory=dict)
    """The newer texts that wait behind approved ones, by file."""
    newer: frozenset[str] = frozenset()
    """The files whose approved copy is public in the place of what they hold now."""
    standings: Mapping[str, Standing] = field(default_factory=dict)
    """The approvals of the text that each file holds now, by file."""
    public: Mapping[str, Standing] = field(default_factory=dict)
    """The approvals of the text of each of `posts`, by file."""
    secrets: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """What no message and no list may repeat, by file."""

    @property
    def today(self) -> date:
        """The build day: pages and kit are never finer than that."""
        return self.moment.date()

    @property
    def on_site(self) -> tuple[PlannedPost, ...]:
        """The posts that stand on the site: the published ones, in a preview all that can be."""
        return tuple(post for post in self.posts if post.rendered is not None)

    def without_secrets(self, text: str, file: str) -> str:
        """A text about a file, for messages and lists: without names and numbers of somebody."""
        return without_secrets(text, self.secrets.get(file, frozenset()))

    def count(self, state: State) -> int:
        """How many posts are in a state; files that could not be read as a post count too."""
        unread = {State.HELD: blocked_files(self.problems), State.DRAFT: self.content.drafts}
        files = {planned.post.file for planned in self.posts}
        known = sum(planned.state is state for planned in self.posts)
        return known + sum(is_post_file(f) for f in unread.get(state, frozenset()) - files)
