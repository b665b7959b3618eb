"""Which text of each post the build is made of: content/ as it is, or the approved copy instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from plugins.editorial_review.approvals.choosing import Chosen, choose
from plugins.editorial_review.approvals.facts import Facts
from plugins.editorial_review.approvals.hashing import words_like_names
from plugins.editorial_review.subject import Setting
from plugins.pelican_bridge.approvals.damaged_files import lost_files
from plugins.pelican_bridge.approvals.signatures import checked_signatures
from plugins.pelican_bridge.approvals.text_hashes import (
    copy_hashes,
    image_files,
    kept_files,
    sha256_of,
    text_hashes,
)
from plugins.pelican_bridge.closures.templates import filled_texts
from plugins.pelican_bridge.reviewing import setting_of
from plugins.practice.cross_checks import check_together
from plugins.practice.posts import KeptImage, Post
from plugins.practice.problems import Problem, Severity
from plugins.practice.reading import Content
from plugins.practice.review_records import PostApprovals
from plugins.practice.translation_checks import RULES as OF_TRANSLATIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The chosen texts as the content of a build, and the newer ones that wait."""

    content: Content
    """With the chosen posts; problems of texts that only wait are marked as newer."""
    setting: Setting
    """What stands around the chosen posts."""
    chosen: Chosen

    @property
    def waiting(self) -> tuple[Post, ...]:
        """The newer texts behind approved ones."""
        return self.chosen.waiting

    @property
    def setting_of_waiting(self) -> Setting:
        """What stands around the newer texts."""
        hashes = {p.file: self.chosen.standings[p.file].text for p in self.waiting}
        return replace(self.setting, facts=replace(self.setting.facts, waiting=hashes))


def choose_texts(content: Content, today: date, *, preview: bool = False) -> Texts:
    """Choose for a day. A preview shows the newest text of every post that can be read."""
    content = _with_kept_images(content)
    setting = setting_of(content, today, _facts(content))
    filled = filled_texts(content, setting)
    setting = replace(setting, facts=replace(setting.facts, filled=filled))
    chosen = choose(setting, lost_files(content))
    if preview:
        chosen = _newest(chosen)
    facts = replace(setting.facts, texts=chosen.texts)
    return Texts(
        content=_as_chosen(content, chosen, facts.copies),
        setting=replace(setting, posts=chosen.posts, facts=facts),
        chosen=chosen,
    )


def newer(problems: Iterable[Problem]) -> list[Problem]:
    """Problems of a text that only waits: they are told, and hold nothing."""
    return [replace(problem, newer=True) for problem in problems]


def told_once(problems: Iterable[Problem]) -> list[Problem]:
    """Without doubles. What is wrong with the public text and with the newer one is told of the
    public one."""
    found = dict.fromkeys(problems)
    return [p for p in found if not (p.newer and replace(p, newer=False) in found)]


def _facts(content: Content) -> Facts:
    return Facts(
        texts=text_hashes(content),
        copies=copy_hashes(content),
        signatures=checked_signatures(content),
    )


def _newest(chosen: Chosen) -> Chosen:
    files = {post.file: post for post in chosen.waiting}
    texts = {file: chosen.standings[file].text for file in files}
    return replace(
        chosen,
        posts=tuple(files.get(post.file, post) for post in chosen.posts),
        waiting=(),
        texts={**chosen.texts, **texts},
        public={**chosen.public, **{file: chosen.standings[file] for file in files}},
    )


def _with_kept_images(content: Content) -> Content:
    """The approved copies know which of their pictures are those of content/images/ no more."""
    there = image_files(content.folder)
    approvals = {
        uid: replace(record, copy=_with_images(record, content, there))
        for uid, record in content.review.approvals.items()
    }
    return replace(content, review=replace(content.review, approvals=approvals))


def _with_images(record: PostApprovals, content: Content, there: Mapping[str, Path]) -> Post | None:
    if record.copy is None:
        return None
    kept = kept_files(content.folder, record.uid)
    images = {}
    for name in words_like_names(record.copy) & kept.keys():
        found = sha256_of(kept[name])
        if name not in there or sha256_of(there[name]) != found:
            file = kept[name].relative_to(content.folder).as_posix()
            images[name] = KeptImage(file=file, sha256=found)
    return replace(record.copy, kept_images=images)


def _not_kept(chosen: Chosen, copies: Mapping[str, str]) -> Iterator[Problem]:
    """Approved texts of which the copy is not kept: their approvals came together in git."""
    for post in chosen.posts:
        standing = chosen.public[post.file]
        is_own = any(row.text == standing.text for row in standing.given)
        if standing.is_approved and is_own and copies.get(post.uid) != standing.text:
            yield post.problem(
                "copy-not-kept",
                1,
                severity=Severity.WARN,
                what="the text is approved, but no copy of it is kept",
                why="when it is edited, it would leave the site until the new text is approved",
                fix=f"type: python3 tasks.py approve {post.file}  (without a name)",
            )


_OF_FILES = frozenset({"unclear-draft", *OF_TRANSLATIONS})


def _is_of_file(problem: Problem) -> bool:
    """Whether it is no matter of the newer text, but of whether the post is to be public."""
    return problem.rule in _OF_FILES or problem.what.startswith(("`draft`", "`withdrawn`"))


def _as_chosen(content: Content, chosen: Chosen, copies: Mapping[str, str]) -> Content:
    """The content with the chosen posts and what is wrong with them."""
    content = replace(content, problems=(*content.problems, *_not_kept(chosen, copies)))
    if not chosen.newer:
        return replace(content, posts=chosen.posts)
    as_read = {id(post) for post in content.posts}
    instead = chosen.newer & {post.file for post in chosen.posts if id(post) not in as_read}
    people = list(content.people.values())
    together = check_together(
        chosen.posts, content.pages, people, content.practice, content.folder, content.review.homes
    )
    of_files = [
        replace(p, newer=True) if p.file in instead and not _is_of_file(p) else p
        for p in content.problems
    ]
    problems = tuple(told_once([*of_files, *together]))
    return replace(content, posts=chosen.posts, problems=problems)
