"""Posts that are held because of a work that they rest on: why, and what readers are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from plugins.cited_sources.consequences.corrections import Correction, draft_correction
from plugins.cited_sources.consequences.foreign_text import one_line
from plugins.cited_sources.consequences.known import Judged, KnownWorks
from plugins.cited_sources.consequences.wording import (
    address_of,
    finding_of,
    is_address,
    suggested,
    title_of,
    who,
)
from plugins.practice.posts import Post
from plugins.practice.problems import Severity
from plugins.practice.settings import Practice


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFault:
    """One finding that holds a post, in plain words."""

    name: str
    """The key of the entry; the address of a plain link."""
    title: str
    url: str
    verdict: str
    what: str
    by: str
    since: date
    fix: str
    instead: tuple[str, ...]
    """Addresses or identifiers to use in its place."""
    archive: str = ""
    """The one of them that is an archived copy."""

    def as_row(self) -> dict[str, object]:
        """The finding as `withdrawn.json` tells it."""
        row = {name: getattr(self, name) for name in self.__slots__}
        return {**row, "since": self.since.isoformat(), "instead": list(self.instead)}


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """Why a post is held, and the correction for where it was shared."""

    faults: tuple[SourceFault, ...]
    correction: Correction


def taken_back(
    posts: Sequence[Post], known: KnownWorks, practice: Practice
) -> Mapping[str, TakenBack]:
    """Every post that a source holds, by its uid.

    A translation goes with the post that it translates, though it may cite nothing itself.
    """
    own = {post.file: _holding(post, known) for post in posts}
    originals = {
        (post.folder, post.slug): own[post.file] for post in posts if post.lang == practice.lang
    }
    found = {}
    for post in posts:
        inherited = originals.get((post.folder, post.slug), ())
        faults = tuple(dict.fromkeys((*own[post.file], *inherited)))
        if faults:
            found[post.uid] = _taken_back(post, faults, practice)
    return found


def _holding(post: Post, known: KnownWorks) -> tuple[Judged, ...]:
    found = (judged for judged, _ in known.judged_in(post))
    return tuple(judged for judged in found if judged.severity is Severity.BLOCK)


def _taken_back(post: Post, faults: Sequence[Judged], practice: Practice) -> TakenBack:
    verdicts = [judged.finding.verdict for judged in faults]
    return TakenBack(
        faults=tuple(_fault(judged) for judged in faults),
        correction=draft_correction(post.title, post.lang, verdicts, practice),
    )


def _fault(judged: Judged) -> SourceFault:
    work, finding = judged.work, judged.finding
    address = address_of(work)
    return SourceFault(
        name=work.source.key if work.source else one_line(work.url or work.id),
        title=title_of(work),
        url=address if is_address(address) else "",
        verdict=finding.verdict.value,
        what=finding_of(judged),
        by=who(finding.by),
        since=finding.since,
        fix=judged.weight.fix,
        instead=suggested(judged),
        archive=judged.checked.archive,
    )
