"""What must be taken down again: posts that are public no more, and where each copy went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from plugins.cited_sources.consequences.taken_back import TakenBack
from plugins.practice.ledgers import HandedOver
from plugins.practice.phones import shown_phone
from plugins.practice.posts import State
from plugins.practice.settings import Practice
from plugins.practice.words import LANGUAGES, say
from plugins.share_kit.kit_post import SHAREABLE, KitPost
from plugins.share_kit.posting import Posting

WAITING, OUT = "waiting", "out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One copy of a post, as a tool was given it."""

    row: HandedOver
    state: str
    """`WAITING`: it can still be stopped in the tool. What is due today counts as waiting: to look
    in the tool first is right whether it is out or not."""

    def as_row(self) -> dict[str, object]:
        """The copy as `withdrawn.json` tells it."""
        row = self.row
        return {
            "network": row.network,
            "scheduler": row.scheduler,
            "at": row.at.isoformat(),
            "state": self.state,
            "text": row.text,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeDown:
    """A post that nobody should share or see any more."""

    uid: str
    title: str
    lang: str
    url: str
    """Of its page, which may be gone."""
    networks: tuple[str, ...]
    """Those on which somebody may have posted it by hand."""
    withdrawn: date | None
    """None: it was not withdrawn, but is not public either."""
    reason: str
    """For those who post; readers are not told."""
    copies: tuple[Copy, ...]
    reply: str
    """What to answer people who ask for it, in the language of the post."""
    source: TakenBack | None = None
    """The finding on a source that holds it, with a correction for readers."""

    @property
    def waiting(self) -> int:
        """How many copies tools still hold back."""
        return sum(copy.state == WAITING for copy in self.copies)

    def as_row(self) -> dict[str, object]:
        """The post as `withdrawn.json` tells it."""
        return {
            "uid": self.uid,
            "title": self.title,
            "url": self.url,
            "withdrawn": self.withdrawn.isoformat() if self.withdrawn else None,
            "reason": self.reason,
            "copies": [copy.as_row() for copy in self.copies],
            "sources": [fault.as_row() for fault in self.source.faults] if self.source else [],
            "correction": self.source.correction.as_row() if self.source else None,
        }


def take_downs(posts: Sequence[KitPost], posting: Posting) -> tuple[TakeDown, ...]:
    """The withdrawn posts, newest first; then what tools were given of posts that are held, in
    draft, or gone, and what was online and is held by a source or for want of a consent: somebody
    may have shared it. Of a post whose review is too late, what tools still hold back: its page
    stays."""
    by_uid: dict[str, list[HandedOver]] = {}
    for row in posting.rows:
        by_uid.setdefault(row.uid, []).append(row)
    known = {kit_post.post.uid: kit_post for kit_post in posts}
    fallen = [post for post in posts if not post.may_be_shared]
    withdrawn = [post for post in fallen if post.state is State.WITHDRAWN]
    others = [post for post in fallen if post.state is not State.WITHDRAWN]
    return (
        *(_of_post(post, by_uid, posting) for post in sorted(withdrawn, key=_taken_back)),
        *(_of_post(post, by_uid, posting) for post in others if _was_out(post, by_uid, posting)),
        *(_gone(rows, posting) for uid, rows in by_uid.items() if uid not in known),
    )


def _was_out(
    kit_post: KitPost, by_uid: Mapping[str, Sequence[HandedOver]], posting: Posting
) -> bool:
    uid = kit_post.post.uid
    if kit_post.too_late and kit_post.state in SHAREABLE:
        return any(posting.days_to(row) >= 0 for row in by_uid.get(uid, ()))
    is_fallen = uid in posting.taken_back or kit_post.post.file in posting.no_consent
    return uid in by_uid or (is_fallen and uid in (posting.public or {}))


def _taken_back(kit_post: KitPost) -> tuple[int, str]:
    day = kit_post.post.withdrawn or date.max
    return -day.toordinal(), kit_post.post.uid


_WHY: Mapping[State, str] = {
    State.HELD: "It is held back: its file has a problem",
    State.DRAFT: "It is a draft again",
}
_BY_SOURCE: Mapping[State, str] = {
    State.HELD: "It is held back by a source that it rests on",
    State.DRAFT: "It is a draft again",
}
_NO_CONSENT: Mapping[State, str] = {
    State.HELD: "It is held back: a consent was revoked, has expired or does not cover it",
    State.DRAFT: "It is a draft again",
}
_TOO_LATE = "Its review is too late, so nobody should be sent to it"
_GONE = "Its file is gone"


def _of_post(
    kit_post: KitPost, by_uid: Mapping[str, Sequence[HandedOver]], posting: Posting
) -> TakeDown:
    post, practice = kit_post.post, posting.practice
    wanted = post.share.networks
    source = posting.taken_back.get(post.uid)
    fallen = _NO_CONSENT if post.file in posting.no_consent else _WHY
    why = _BY_SOURCE if source else fallen
    stays = kit_post.too_late and kit_post.state in SHAREABLE
    copies = tuple(_copies(by_uid.get(post.uid, ()), posting))
    return TakeDown(
        uid=post.uid,
        title=post.title,
        lang=post.lang,
        url=kit_post.url,
        networks=tuple(n for n in practice.networks if wanted is None or n in wanted),
        withdrawn=post.withdrawn,
        reason=_TOO_LATE if stays else why.get(kit_post.state, post.withdrawn_reason),
        copies=tuple(c for c in copies if c.state == WAITING) if stays else copies,
        reply=_reply(post.lang, practice),
        source=source,
    )


def _gone(rows: Sequence[HandedOver], posting: Posting) -> TakeDown:
    last = rows[-1]
    lang = last.lang or posting.practice.lang
    return TakeDown(
        uid=last.uid,
        title=last.title,
        lang=lang,
        url=last.url,
        networks=tuple(posting.practice.networks),
        withdrawn=None,
        reason=_GONE,
        copies=tuple(_copies(rows, posting)),
        reply=_reply(lang, posting.practice),
    )


def _copies(rows: Sequence[HandedOver], posting: Posting) -> Iterator[Copy]:
    for row in rows:
        yield Copy(row=row, state=WAITING if posting.days_to(row) >= 0 else OUT)


def _reply(lang: str, practice: Practice) -> str:
    spoken = lang if lang in LANGUAGES else LANGUAGES[0]
    return say(spoken, "kit.taken_down", phone=shown_phone(practice.phone))
