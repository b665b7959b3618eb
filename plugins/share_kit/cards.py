"""What the kit's page says about each post and each of its texts, in words ready to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from plugins.networks.rows import Place
from plugins.practice.addresses import absolute, language_prefix
from plugins.practice.dates import clock, short_day, weekday_and_day
from plugins.practice.posts import Post, State, day_of
from plugins.practice.problems import Problem
from plugins.practice.settings import Practice
from plugins.share_kit.kit_post import KitPost
from plugins.share_kit.network_shares import Image, Kit, NetworkShare, SlideDocument
from plugins.social_snippets.snippet import Snippet

_LANG = "en"
"""The kit speaks English to the person who posts; the texts are in the language of their post."""

# Where the link goes, by where the network lets one work.
_LINK: Mapping[Place, str] = {
    Place.TEXT: "In the text",
    Place.CARD: "In the text",
    Place.BIO: "Link in bio, to",
    Place.BUTTON: "Behind the button:",
    Place.PIN: "In the pin\u2019s link field:",
    Place.NONE: "None here",
}

_OWN_USES: Mapping[str, str] = {"card": "links to the page", "square": "lists and feeds"}
"""Which pictures the site itself shows, and where."""

_BUTTONS: Mapping[str, str] = {
    "LEARN_MORE": "Learn more",
    "BOOK": "Book",
    "ORDER": "Order online",
    "SHOP": "Shop",
    "SIGN_UP": "Sign up",
    "CALL": "Call now",
}
"""The names of Google's buttons as its form shows them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureCard:
    """One picture of a post."""

    image: Image
    id: str
    """Of the element that holds its whole alt text."""
    name: str
    """"Landscape", "Slide 2"."""
    use: str = ""
    """What it is for: "Instagram, Threads"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideCard:
    """One slide as a network takes it."""

    image: Image
    name: str
    alt_id: str
    """Of the element whose text is the alt text for this network."""
    own_alt: bool
    """Whether that is another text than the slide's whole alt text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareCard:
    """One text for one network."""

    share: NetworkShare
    id: str
    count: str
    """"212 of 280"."""
    percent: int
    link_note: str
    button: str
    copies_link: bool
    """Whether the address is to be pasted somewhere else than with the text."""
    carousel: str
    """"As a carousel: 5 pictures"; empty where the network or the post has none."""
    slides: tuple[SlideCard, ...]
    document: str
    """"PDF, 5 pages, 480 kB"; empty where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostCard:
    """One post with everything that the page shows of it."""

    post: Post
    id: str
    group: str
    kind: str
    day: str
    url: str
    topics: str
    is_foreign: bool
    pictures: tuple[PictureCard, ...]
    slides: tuple[PictureCard, ...]
    document: SlideDocument | None
    document_note: str
    """"PDF, 5 pages, 480 kB"."""
    shares: tuple[ShareCard, ...]
    problems: tuple[Problem, ...]
    note: str

    @property
    def picture(self) -> Image | None:
        """The picture that stands for the post in the list."""
        by_shape = {card.image.shape: card.image for card in self.pictures}
        return by_shape.get("square") or by_shape.get("card") or next(iter(by_shape.values()), None)


def post_card(kit_post: KitPost, problems: Sequence[Problem], kit: Kit, today: date) -> PostCard:
    """The card of a post; `problems` are those of its file."""
    post, practice = kit_post.post, kit.practice
    shares = kit.shares_of(kit_post)
    slides = tuple(_picture_card(slide, post) for slide in kit.slides_of(kit_post))
    document = kit.document_of(kit_post)
    return PostCard(
        post=post,
        id=f"post-{post.uid}",
        group=_group(kit_post, today),
        kind=post.kind.capitalize(),
        day=f"{short_day(post.date, _LANG)}, {clock(post.date, _LANG)}",
        url=kit_post.url,
        topics=", ".join(practice.topic_name(topic, _LANG) for topic in post.topics),
        is_foreign=post.lang != practice.lang,
        pictures=tuple(_picture_card(one, post, shares) for one in kit.images_of(kit_post)),
        slides=slides,
        document=document,
        document_note=_document_note(document),
        shares=tuple(_share_card(share, post, practice, slides) for share in shares),
        problems=tuple(problems),
        note=_note(kit_post, problems, today),
    )


def _picture_card(image: Image, post: Post, shares: Sequence[NetworkShare] = ()) -> PictureCard:
    used = [_OWN_USES[image.shape]] if image.shape in _OWN_USES else []
    used += [s.network.label for s in shares if image.file in {one.file for one in s.images}]
    return PictureCard(
        image=image,
        id=f"p-{post.uid}-{image.shape}",
        name=image.shape.replace("-", " ").capitalize(),
        use=", ".join(used),
    )


def _document_note(document: SlideDocument | None) -> str:
    if document is None:
        return ""
    return f"PDF, {document.pages} pages, {round(document.size / 1000):,} kB"


def _group(kit_post: KitPost, today: date) -> str:
    if kit_post.sharing is None:
        return "needs-work"
    if kit_post.is_over(today):
        return "over"
    return "ready" if kit_post.state is State.PUBLISHED else "scheduled"


def _note(kit_post: KitPost, problems: Iterable[Problem], today: date) -> str:
    """What the person who posts must know before anything else."""
    post = kit_post.post
    match _group(kit_post, today):
        case "over":
            ends = day_of(post.ends)  # type: ignore[attr-defined]  # only what ends is over
            return f"This was over on {weekday_and_day(ends, _LANG)}. Do not share it any more."
        case "scheduled":
            return (
                f"Its page goes up on {weekday_and_day(post.date, _LANG)}. Share it from then on."
            )
        case "needs-work" if kit_post.state is State.DRAFT:
            return "A draft. Its writer takes out \u201cdraft: true\u201d when it is ready."
        case "needs-work" if not any(problem.blocks for problem in problems):
            return "Held back. The report of the build says why."
        case _:
            return ""


def _share_card(
    share: NetworkShare, post: Post, practice: Practice, slides: Sequence[PictureCard]
) -> ShareCard:
    snippet = share.snippet
    place = share.network.place
    apart = place in (Place.BUTTON, Place.PIN)
    id_ = f"{post.uid}-{share.network.name}"
    return ShareCard(
        share=share,
        id=id_,
        count=_count(snippet) if snippet else "",
        percent=min(100, 100 * snippet.length // snippet.limit) if snippet else 0,
        link_note=_link_note(share, post, practice),
        button=_BUTTONS.get(snippet.cta, snippet.cta) if snippet else "",
        copies_link=apart and bool(snippet and snippet.link),
        carousel=_carousel_note(len(share.slides), len(slides)),
        slides=tuple(_slide_cards(share, slides, id_)),
        document=_document_note(share.document),
    )


def _carousel_note(taken: int, there: int) -> str:
    if not taken:
        return ""
    count = f"{taken}" if taken == there else f"{taken} of {there}"
    return f"As a carousel: {count} pictures"


def _slide_cards(
    share: NetworkShare, slides: Sequence[PictureCard], id_: str
) -> Iterator[SlideCard]:
    """The slides that the network takes; an alt text that it takes whole is not told twice."""
    whole = {card.image.file: card for card in slides}
    for image in share.slides:
        card = whole[image.file]
        own = image.alt != card.image.alt
        alt_id = f"c-{id_}-{image.shape}" if own else card.id
        yield SlideCard(image=image, name=card.name, alt_id=alt_id, own_alt=own)


def _count(snippet: Snippet) -> str:
    return f"{snippet.length:,} of {snippet.limit:,}"


def _link_note(share: NetworkShare, post: Post, practice: Practice) -> str:
    snippet, place = share.snippet, share.network.place
    if snippet is None:
        return _LINK[Place.NONE]
    if not snippet.link:
        return "None needed: the button calls you" if snippet.cta else _LINK[Place.NONE]
    if place is Place.BIO:
        path = f"{language_prefix(practice, post.lang)}latest/"
        return f"{_LINK[place]} {absolute(path, practice)}"
    return _LINK[place]
