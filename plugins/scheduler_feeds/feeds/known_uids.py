"""The posts against the ledger of uids: a uid that changed, was taken by another post, or is gone.

Tools that read feeds know an item by its uid alone. A post under a new uid would be posted a second
time, and a new post under an old uid not at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.practice.ledger_files import PUBLIC_FILE
from plugins.practice.ledgers import PublicPost
from plugins.practice.posts import Post
from plugins.practice.problems import Problem, Severity
from plugins.scheduler_feeds.feeds.likeness import likeness, traces_in, traces_of


def check_uids(
    posts: Sequence[Post],
    public: Mapping[str, PublicPost] | None,
    *,
    unread: Collection[str] = (),
) -> tuple[frozenset[str], list[Problem]]:
    """The files of the posts to withhold from every feed, and what is told.

    `posts`: every post that could be read, whatever its state. `public`: what has been online, by
    uid; None when its file is damaged, which is told elsewhere: nothing is guessed then. `unread`:
    the files that are there, but could not be read as a post. Nothing told here blocks.
    """
    findings = _Findings.of(posts, public or {})
    withheld = {post.file: findings.problem(post) for post in findings.misnamed}
    lost = [row for row in findings.lost if row.file not in unread]
    return frozenset(withheld), [*withheld.values(), *map(_vanished, lost)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Findings:
    """Which post has which uid, and which it should have."""

    known: Mapping[str, PublicPost]
    misnamed: tuple[Post, ...]
    """The posts that do not have the uid that they should have."""
    heirs: Mapping[str, PublicPost]
    """For the file of each of them that was online before, what it was then."""
    lost: tuple[PublicPost, ...]
    """What was online and belongs to no post any more."""

    @classmethod
    def of(cls, posts: Sequence[Post], known: Mapping[str, PublicPost]) -> _Findings:
        by_trace = _by_trace(posts)
        rightful = {
            post.file: post.uid
            for post in posts
            if post.uid in known and _owns(post, known, by_trace)
        }
        owned = frozenset(rightful.values())
        free = [row for uid, row in known.items() if uid not in owned]
        heirs = _heirs(free, by_trace, rightful)
        misnamed = [post for post in posts if post.file not in rightful]
        misnamed = [post for post in misnamed if post.uid in known or post.file in heirs]
        named = {row.uid for row in heirs.values()} | {post.uid for post in misnamed}
        return cls(
            known=known,
            misnamed=tuple(misnamed),
            heirs=heirs,
            lost=tuple(row for row in free if row.uid not in named),
        )

    def problem(self, post: Post) -> Problem:
        was = self.heirs.get(post.file)
        return _changed(post, was) if was else _reused(post, self.known[post.uid])


_Traces = Mapping[Hashable, Sequence[Post]]


def _by_trace(posts: Sequence[Post]) -> _Traces:
    found: defaultdict[Hashable, list[Post]] = defaultdict(list)
    for post in posts:
        for trace in traces_of(post):
            found[trace].append(post)
    return found


def _alike(row: PublicPost, by_trace: _Traces) -> Iterator[Post]:
    """The posts that have a trace of what was online."""
    for trace in traces_in(row):
        yield from by_trace.get(trace, ())


def _owns(post: Post, known: Mapping[str, PublicPost], by_trace: _Traces) -> bool:
    """Whether a post is the one that was online under its uid.

    It is when something of it is still as it was, unless another post is more like what was online,
    and more like it than like what was online under that other's own uid: then uids were exchanged.
    """
    row = known[post.uid]
    own = likeness(post, row)
    return own > 0 and not any(
        likeness(other, row) > max(own, _own_likeness(other, known))
        for other in _alike(row, by_trace)
        if other is not post
    )


def _own_likeness(post: Post, known: Mapping[str, PublicPost]) -> int:
    return likeness(post, known[post.uid]) if post.uid in known else 0


def _heirs(
    free: Sequence[PublicPost], by_trace: _Traces, rightful: Collection[str]
) -> dict[str, PublicPost]:
    """By file, what each post was online as that has lost its uid since."""
    best: dict[str, tuple[int, PublicPost]] = {}
    for row in free:
        for post in _alike(row, by_trace):
            score = likeness(post, row)
            unnamed = post.file not in rightful and post.uid != row.uid
            if unnamed and score > max(0, best.get(post.file, (0, row))[0]):
                best[post.file] = score, row
    return {file: row for file, (_, row) in best.items()}


def _changed(post: Post, was: PublicPost) -> Problem:
    return _problem(
        "changed-uid",
        post,
        what=f"the `uid` is {post.uid}; this post was online as {was.uid}",
        why="tools that read feeds would post it a second time, so it stands in no feed",
        fix=f"write uid: {was.uid}. If this is a new post in the place of an old one, "
        "give its file another name and its title its own words",
    )


def _reused(post: Post, row: PublicPost) -> Problem:
    return _problem(
        "reused-uid",
        post,
        what=f'the `uid` {post.uid} belongs to another post, "{row.title}" ({row.file})',
        why="tools that read feeds would take this post for that one, so it stands in no feed",
        fix="run `new` and take the uid that it writes, and its `date`: "
        "tools that go by date skip what is older than the last post. If it is that very post, "
        f"renamed and edited, correct [posts.{row.uid}] in {PUBLIC_FILE}",
    )


def _problem(rule: str, post: Post, *, what: str, why: str, fix: str) -> Problem:
    return post.problem(rule, "uid", what=what, why=why, fix=fix, severity=Severity.WARN)


def _vanished(row: PublicPost) -> Problem:
    return Problem(
        rule="vanished-uid",
        severity=Severity.WARN,
        file=PUBLIC_FILE,
        line=1,
        what=f'"{row.title}" was online as {row.uid} ({row.file}), and no post has this uid now',
        why="its page is gone, and what was shared of it leads nowhere; "
        "feeds cannot tell readers that it was taken back",
        fix="bring the file back from your history (git), with withdrawn: and the day in it if it "
        f"shall stay off. To forget it, delete [posts.{row.uid}] from {PUBLIC_FILE}",
    )
