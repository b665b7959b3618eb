"""What the page says about one post."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.practice.dates import weekday_and_day
from plugins.practice.posts import Post, State, day_of
from plugins.practice.problems import Problem
from plugins.scheduler_feeds.shared_post import SharedPost
from plugins.share_kit.frame import LANG
from plugins.share_kit.kit_post import SHAREABLE, KitPost
from plugins.share_kit.network_shares import Image, Kit, NetworkShare, SlideDocument
from plugins.share_kit.page.days import moment, near_day
from plugins.share_kit.page.picture_cards import PictureCard, document_note, picture_card
from plugins.share_kit.page.share_cards import ShareCard, share_card
from plugins.share_kit.posting import Posting
from plugins.share_kit.zips import zip_file, zip_of

READY, SCHEDULED, NEEDS_WORK, OVER, WITHDRAWN = (
    "ready", "scheduled", "needs-work", "over", "withdrawn",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PostCard:
    """One post with everything that the page shows of it."""

    post: Post
    id: str
    group: str
    kind: str
    standing: str
    """Where it stands: "On the site since Nov 9", "Held"."""
    next: str
    """When it is shared next: "Wed, Nov 25, 12:15 PM"; "" where nothing is planned."""
    url: str
    topics: str
    is_foreign: bool
    pictures: tuple[PictureCard, ...]
    slides: tuple[PictureCard, ...]
    document: SlideDocument | None
    document_note: str
    shares: tuple[ShareCard, ...]
    staff_text: str
    zip: str
    """The path of the file with everything."""
    zip_size: str
    """"2.4 MB"."""
    problems: tuple[Problem, ...]
    note: str

    @property
    def picture(self) -> Image | None:
        """The picture that stands for the post in the list."""
        by_shape = {card.image.shape: card.image for card in self.pictures}
        return by_shape.get("square") or by_shape.get("card") or next(iter(by_shape.values()), None)

    @property
    def given(self) -> int:
        """How many of its texts tools have, or had."""
        return sum(card.given is not None for card in self.shares)


def post_card(
    kit_post: KitPost, problems: Sequence[Problem], kit: Kit, posting: Posting
) -> PostCard:
    """The card of a post; `problems` are those of its file."""
    post, sharing = kit_post.post, kit_post.sharing
    shares = kit.shares_of(kit_post)
    slides = tuple(picture_card(slide, post) for slide in kit.slides_of(kit_post))
    document = kit.document_of(kit_post)
    return PostCard(
        post=post,
        id=f"post-{post.uid}",
        group=group_of(kit_post, posting),
        kind=post.kind.capitalize(),
        standing=_standing(kit_post, posting),
        next=_next(post, posting),
        url=kit_post.url,
        topics=", ".join(posting.practice.topic_name(topic, LANG) for topic in post.topics),
        is_foreign=post.lang != posting.practice.lang,
        pictures=tuple(picture_card(one, post, shares) for one in kit.images_of(kit_post)),
        slides=slides,
        document=document,
        document_note=document_note(document),
        shares=_share_cards(shares, sharing, posting, slides) if sharing else (),
        staff_text=sharing.staff_text if sharing else "",
        zip=zip_file(post, posting.practice),
        zip_size=_zip_size(kit_post, kit),
        problems=tuple(problems),
        note=_note(kit_post, problems, posting),
    )


def _share_cards(
    shares: Sequence[NetworkShare],
    shared: SharedPost,
    posting: Posting,
    slides: Sequence[PictureCard],
) -> tuple[ShareCard, ...]:
    """In the practice's order; what a tool has, and nobody needs to copy, last."""
    cards = [share_card(share, shared, posting, slides) for share in shares]
    return tuple(sorted(cards, key=lambda card: card.given is not None))


def group_of(kit_post: KitPost, posting: Posting) -> str:
    """In which part of the page the post stands."""
    if kit_post.state is State.WITHDRAWN:
        return WITHDRAWN
    if kit_post.sharing is None:
        return NEEDS_WORK
    if kit_post.is_over(posting.today):
        return OVER
    return READY if kit_post.state is State.PUBLISHED else SCHEDULED


def _standing(kit_post: KitPost, posting: Posting) -> str:
    post, today = kit_post.post, posting.today
    match kit_post.state:
        case State.SCHEDULED:
            return f"Page goes up {moment(post.date)}"
        case State.WITHDRAWN if post.withdrawn:
            return f"Withdrawn {near_day(post.withdrawn, today)}"
        case State.PUBLISHED if is_waiting_for_deploy(kit_post, posting):
            return "Not online yet: deploy first"
        case State.PUBLISHED:
            known = (posting.public or {}).get(post.uid)
            since = known.since if known else post.date.date()
            return f"On the site since {near_day(since, today)}"
        case state:
            return str(state).capitalize()


def is_waiting_for_deploy(kit_post: KitPost, posting: Posting) -> bool:
    """Whether its page is ready, but was not there when the site was last put online.

    Unknown, and so not told, as long as nothing was ever put online.
    """
    known = posting.public or {}
    return kit_post.state is State.PUBLISHED and bool(known) and kit_post.post.uid not in known


def _next(post: Post, posting: Posting) -> str:
    shares = (share for share in posting.plan.shares if share.shared.post.uid == post.uid)
    first = next((share for share in shares if share.networks), None)
    return moment(first.at) if first else ""


def _zip_size(kit_post: KitPost, kit: Kit) -> str:
    """Of the pictures and the PDF, which are nearly all of it."""
    images = (*kit.images_of(kit_post), *kit.slides_of(kit_post))
    document = kit.document_of(kit_post)
    size = sum(image.size for image in images) + (document.size if document else 0)
    return f"{size / 1_000_000:.1f} MB" if zip_of(kit_post, kit) else ""


def _note(kit_post: KitPost, problems: Sequence[Problem], posting: Posting) -> str:
    """What the person who posts must know before anything else."""
    post = kit_post.post
    match group_of(kit_post, posting):
        case "over":
            ends = day_of(post.ends)  # type: ignore[attr-defined]  # only what ends is over
            return f"This was over on {weekday_and_day(ends, LANG)}. Do not share it any more."
        case "scheduled":
            return f"Its page goes up on {weekday_and_day(post.date, LANG)}. Share it from then on."
        case "withdrawn":
            why = f" Why: {post.withdrawn_reason.rstrip('.')}." if post.withdrawn_reason else ""
            return f"Taken back: do not share it any more.{why}"
        case "needs-work" if kit_post.state is State.DRAFT:
            return "A draft. Its writer takes out \u201cdraft: true\u201d when it is ready."
        case "needs-work" if kit_post.state in SHAREABLE:
            return (
                "Its review is too late, so nobody should be sent to it. Its page stays. "
                "A clinician reads it again, and writes new days into its file."
            )
        case "needs-work" if not any(problem.blocks for problem in problems):
            return "Held back. The report of the build says why."
        case "ready" if is_waiting_for_deploy(kit_post, posting):
            return (
                "Its page is not online yet, so its link would lead nowhere. "
                "Type python3 tasks.py deploy first."
            )
        case _:
            return ""
