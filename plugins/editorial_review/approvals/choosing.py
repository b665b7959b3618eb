"""Which text of each post is public: the newest that enough people have approved.

When an approved post is edited, its approved copy stays public until the new text is approved.
What is no text (the day, the address, the networks, whether it is withdrawn) is always as the file
has it now.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from plugins.editorial_review.approvals.hashing import is_translation, original_file
from plugins.editorial_review.approvals.standing import Standing, standing_of
from plugins.editorial_review.subject import Setting
from plugins.practice.posts import Post
from plugins.practice.schemas import INHERITED

_AS_NOW = ("file", "slug", "date", "draft", "withdrawn", "withdrawn_reason", "evergreen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The text of each post that is public or would be, and the newer ones that wait."""

    posts: tuple[Post, ...]
    waiting: tuple[Post, ...]
    """The newer texts that could be read."""
    newer: frozenset[str]
    """The files whose approved copy stands in the place of what they hold."""
    texts: Mapping[str, str]
    """The hash of each chosen text, by file."""
    standings: Mapping[str, Standing]
    """How the text stands that each file holds, by file."""
    public: Mapping[str, Standing]
    """How each chosen text stands, by file."""


def choose(setting: Setting, lost: Mapping[str, str]) -> Chosen:
    """Choose among the texts of `setting.posts`, which are those of the files, and their copies.

    `lost`: files that are there and cannot be read, and do not say that they are drafts or
    withdrawn, each with the uid that stands in it.
    """
    facts = setting.facts
    standings = {p.file: standing_of(p, facts.texts[p.file], setting) for p in setting.posts}
    copies = _approved_copies(setting)
    instead = {
        post.file: _as_now(copies[post.uid][0], post)
        for post in setting.posts
        if not (post.draft or standings[post.file].is_approved)
        and post.uid in copies
        and _fits(copies[post.uid][0], post)
    }
    found = _found({uid: copy for uid, (copy, _) in copies.items()}, setting, lost)
    posts = [*(instead.get(post.file, post) for post in setting.posts), *found.values()]
    newer = frozenset({*instead, *found})
    of_copies = {post.file: copies[post.uid][1] for post in posts if post.file in newer}
    return Chosen(
        posts=tuple(_with_originals(posts, newer, setting.practice.lang)),
        waiting=tuple(post for post in setting.posts if post.file in instead),
        newer=newer,
        texts={**facts.texts, **{file: standing.text for file, standing in of_copies.items()}},
        standings={**of_copies, **standings},
        public={**standings, **of_copies},
    )


def _approved_copies(setting: Setting) -> dict[str, tuple[Post, Standing]]:
    """Each copy that enough people have approved word for word, with its approvals, by uid."""
    found = {}
    for uid, record in setting.records.approvals.items():
        if record.copy and uid in setting.facts.copies:
            copy = replace(record.copy, uid=uid)
            standing = standing_of(copy, setting.facts.copies[uid], setting)
            if standing.is_approved:
                found[uid] = copy, standing
    return found


def _found(
    copies: Mapping[str, Post], setting: Setting, lost: Mapping[str, str]
) -> dict[str, Post]:
    """The copies that stand for files which give no post; by file."""
    uids = {post.uid for post in setting.posts}
    files = {post.file for post in setting.posts}
    found = {
        copy.file: copy
        for uid, copy in copies.items()
        # A withdrawal counts wherever it stands: a damaged file must not hide it.
        if uid not in uids
        and (lost.get(copy.file) == uid or (copy.withdrawn and copy.file not in files))
    }
    there = {post.file: post for post in (*found.values(), *setting.posts)}
    tied = {file: _tied(copy, there, setting.practice.lang) for file, copy in found.items()}
    return {file: copy for file, copy in tied.items() if copy}


def _tied(copy: Post, there: Mapping[str, Post], own: str) -> Post | None:
    """A translation has the address of its original as it is now, and goes where that is gone."""
    if copy.withdrawn or not is_translation(copy):
        return copy
    original = there.get(original_file(copy.file))
    return replace(copy, slug=original.slug) if original and copy.lang != own else None


def _fits(copy: Post, post: Post) -> bool:
    """Whether the copy can stand where the post stands now."""
    return type(copy) is type(post) and copy.lang == post.lang


def _as_now(copy: Post, post: Post) -> Post:
    now = {name: getattr(post, name) for name in _AS_NOW}
    return replace(copy, **now, share=replace(copy.share, networks=post.share.networks))


def _with_originals(posts: Sequence[Post], newer: Collection[str], own: str) -> list[Post]:
    """Translations take over what is public of their original, not what waits there."""
    originals = {(post.kind, post.slug): post for post in posts if post.lang == own}
    return [
        _inheriting(post, original)
        if is_translation(post)
        and (original := originals.get((post.kind, post.slug)))
        and {post.file, original.file} & {*newer}
        else post
        for post in posts
    ]


def _inheriting(translation: Post, original: Post) -> Post:
    taken = {
        one.name: getattr(original, one.name)
        for one in fields(translation)
        if one.name in INHERITED and one.name not in (*translation.lines, *_AS_NOW)
    }
    name = original.image.removeprefix("images/")
    kept = original.kept_images.get(name) if "image" in taken else None
    images = {**translation.kept_images, **({name: kept} if kept else {})}
    return replace(translation, **taken, kept_images=images)
