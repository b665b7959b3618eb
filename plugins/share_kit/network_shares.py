"""What is posted on each network: text, picture or slides, link."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.networks.alt_texts import fit_alt
from plugins.networks.own_networks import networks_of
from plugins.networks.rows import Network
from plugins.practice.addresses import absolute, slides_path
from plugins.practice.sentences import is_urgent
from plugins.practice.settings import Practice
from plugins.scheduler_feeds.shared_post import SharedPost, network_graphic
from plugins.share_graphics.documents import single_pictures, slides_of
from plugins.share_graphics.graphic import Graphic
from plugins.share_kit.kit_post import KitPost, document_file, graphic_file
from plugins.social_snippets.snippet import Snippet


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture in the kit. Width and height in pixels, `size` in bytes."""

    shape: str
    file: str
    """Its path in the kit."""
    url: str
    width: int
    height: int
    size: int
    alt: str

    def as_row(self) -> dict[str, str | int]:
        """The picture as `posts.json` tells it."""
        return {
            "file": self.file,
            "url": self.url,
            "width": self.width,
            "height": self.height,
            "bytes": self.size,
            "alt": self.alt,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideDocument:
    """The slides in the kit as one PDF; `size` in bytes."""

    file: str
    """Its path in the kit."""
    url: str
    pages: int
    size: int
    title: str

    def as_row(self) -> dict[str, str | int]:
        """The document as `posts.json` tells it."""
        return {
            "file": self.file,
            "url": self.url,
            "pages": self.pages,
            "bytes": self.size,
            "title": self.title,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkShare:
    """One post on one network. `snippet` is None where the network takes no text at all.

    `slides` and `document` may be posted in the place of `images`.
    """

    network: Network
    snippet: Snippet | None
    images: tuple[Image, ...]
    slides: tuple[Image, ...] = ()
    document: SlideDocument | None = None
    changed: bool | None = None
    """Whether its text has changed since the post was approved; None where nobody has."""

    @property
    def alt(self) -> str:
        """The alt text of the picture, as long as the network takes it."""
        return self.images[0].alt if self.images else ""

    def as_row(self) -> dict[str, object]:
        """The share as `posts.json` tells it."""
        snippet = self.snippet
        return {
            "text": snippet.text if snippet else "",
            "title": snippet.title if snippet else "",
            "description": snippet.description if snippet else "",
            "cta": snippet.cta if snippet else "",
            "thread": list(snippet.thread) if snippet else [],
            "length": snippet.length if snippet else 0,
            "limit": snippet.limit if snippet else 0,
            "unit": str(snippet.unit) if snippet else "characters",
            "link": snippet.link if snippet else "",
            "alt": self.alt,
            "images": [image.as_row() for image in self.images],
            "slides": [slide.as_row() for slide in self.slides],
            "document": self.document.as_row() if self.document else None,
            "hashtags": list(snippet.hashtags) if snippet else [],
            "changed_since_approval": self.changed,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """What the kit's parts are made with; `sizes`: bytes of each picture and PDF by output path."""

    practice: Practice
    sizes: Mapping[str, int]

    def image(self, graphic: Graphic, shared: SharedPost, alt: str) -> Image:
        """The graphic as it lies in the kit."""
        return Image(
            shape=graphic.shape,
            file=graphic_file(shared.post, graphic.shape, self.practice),
            url=absolute(graphic.path, self.practice),
            width=graphic.width,
            height=graphic.height,
            size=self.sizes[graphic.path],
            alt=alt,
        )

    def images_of(self, kit_post: KitPost) -> tuple[Image, ...]:
        """The pictures of the post but for its slides, with their whole alt texts."""
        shared = kit_post.sharing
        if shared is None:
            return ()
        return tuple(self.image(one, shared, one.alt) for one in single_pictures(shared.graphics))

    def slides_of(self, kit_post: KitPost) -> tuple[Image, ...]:
        """The slides of the post, the cover first, with their whole alt texts."""
        shared = kit_post.sharing
        if shared is None:
            return ()
        return tuple(self.image(one, shared, one.alt) for one in slides_of(shared.graphics))

    def document_of(self, kit_post: KitPost) -> SlideDocument | None:
        """The slides of the post as one PDF, where the practice has it made."""
        return self._document(kit_post.sharing) if kit_post.sharing else None

    def shares_of(self, kit_post: KitPost) -> tuple[NetworkShare, ...]:
        """The post on each network, in the practice's order."""
        shared = kit_post.sharing
        return tuple(self._shares(shared)) if shared else ()

    def _shares(self, shared: SharedPost) -> Iterator[NetworkShare]:
        known = networks_of(self.practice)
        for name in self.practice.networks:
            network = known.get(name)
            snippet = shared.snippets.get(name)
            if network is None or not (snippet or _by_picture_alone(shared, network)):
                continue
            graphic = network_graphic(shared, network)
            yield NetworkShare(
                network=network,
                snippet=snippet,
                images=self._images([graphic] if graphic else [], shared, network),
                slides=self._images(_carousel(shared, network), shared, network),
                document=self._document(shared) if network.document else None,
                changed=shared.changed.get(name),
            )

    def _images(
        self, graphics: Sequence[Graphic], shared: SharedPost, network: Network
    ) -> tuple[Image, ...]:
        """The pictures with their alt texts as long as the network takes them."""
        return tuple(self.image(one, shared, fit_alt(one.alt, network.alt)) for one in graphics)

    def _document(self, shared: SharedPost) -> SlideDocument | None:
        path = slides_path(shared.post, self.practice)
        slides = slides_of(shared.graphics)
        if path not in self.sizes or not slides:
            return None
        return SlideDocument(
            file=document_file(shared.post, self.practice),
            url=absolute(path, self.practice),
            pages=len(slides),
            size=self.sizes[path],
            title=shared.post.title,
        )


def _carousel(shared: SharedPost, network: Network) -> tuple[Graphic, ...]:
    """The slides that a network takes: where it takes fewer, the first ones and the last.

    One that tells whom to call in an emergency stays before others do.
    """
    slides = slides_of(shared.graphics)
    if network.slides is None or len(slides) <= network.slides.size:
        return slides if network.slides else ()
    cover, *inner, closing = slides
    by_need = sorted(inner, key=lambda slide: not is_urgent(slide.alt))
    kept = by_need[: network.slides.size - 2]
    return (cover, *(slide for slide in inner if slide in kept), closing)


def _by_picture_alone(shared: SharedPost, network: Network) -> bool:
    """Whether the post goes to a network that takes pictures only (a Snapchat story)."""
    wanted = shared.post.share.networks
    allowed = wanted is None or network.name in wanted
    return allowed and network.body is None and bool(shared.graphics)
