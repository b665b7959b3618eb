"""What the page says about pictures, slides and PDFs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.practice.posts import Post
from plugins.share_kit.network_shares import Image, NetworkShare, SlideDocument

_OWN_USES: Mapping[str, str] = {"card": "links to the page", "square": "lists and feeds"}
"""Which pictures the site itself shows, and where."""


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


def picture_card(image: Image, post: Post, shares: Sequence[NetworkShare] = ()) -> PictureCard:
    """The card of a picture; `shares` are those that may use it."""
    used = [_OWN_USES[image.shape]] if image.shape in _OWN_USES else []
    used += [s.network.label for s in shares if image.file in {one.file for one in s.images}]
    return PictureCard(
        image=image,
        id=f"p-{post.uid}-{image.shape}",
        name=image.shape.replace("-", " ").capitalize(),
        use=", ".join(used),
    )


def slide_cards(
    share: NetworkShare, slides: Sequence[PictureCard], share_id: str
) -> Iterator[SlideCard]:
    """The slides that the network takes; an alt text that it takes whole is not told twice."""
    whole = {card.image.file: card for card in slides}
    for image in share.slides:
        card = whole[image.file]
        own = image.alt != card.image.alt
        alt_id = f"c-{share_id}-{image.shape}" if own else card.id
        yield SlideCard(image=image, name=card.name, alt_id=alt_id, own_alt=own)


def carousel_note(taken: int, there: int) -> str:
    """ "As a carousel: 5 of 7 pictures"; "" where there is none."""
    if not taken:
        return ""
    count = f"{taken}" if taken == there else f"{taken} of {there}"
    return f"As a carousel: {count} pictures"


def document_note(document: SlideDocument | None) -> str:
    """ "PDF, 5 pages, 480 kB"; "" where there is none."""
    if document is None:
        return ""
    return f"PDF, {document.pages} pages, {round(document.size / 1000):,} kB"
