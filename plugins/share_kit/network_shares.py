"""What is posted on each network: text, picture, link."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.networks.rows import Network
from plugins.networks.table import NETWORKS
from plugins.practice.addresses import absolute
from plugins.practice.settings import Practice
from plugins.scheduler_feeds.shared_post import SharedPost, network_graphic
from plugins.share_graphics.graphic import Graphic
from plugins.share_kit.alt_texts import fit_alt
from plugins.share_kit.kit_post import KitPost, graphic_file
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
class NetworkShare:
    """One post on one network. `snippet` is None where the network takes no text at all."""

    network: Network
    snippet: Snippet | None
    images: tuple[Image, ...]

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
            "hashtags": list(snippet.hashtags) if snippet else [],
            "changed_since_approval": None,  # until approvals exist
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """What the kit's parts are made with; `sizes`: bytes of each picture by its output path."""

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
        """Every picture of the post, with its whole alt text."""
        shared = kit_post.sharing
        if shared is None:
            return ()
        return tuple(self.image(one, shared, one.alt) for one in shared.graphics.values())

    def shares_of(self, kit_post: KitPost) -> tuple[NetworkShare, ...]:
        """The post on each network, in the practice's order."""
        shared = kit_post.sharing
        return tuple(self._shares(shared)) if shared else ()

    def _shares(self, shared: SharedPost) -> Iterator[NetworkShare]:
        for name in self.practice.networks:
            network = NETWORKS.get(name)
            snippet = shared.snippets.get(name)
            if network is None or not (snippet or _by_picture_alone(shared, network)):
                continue
            graphic = network_graphic(shared, name)
            alt = fit_alt(graphic.alt, network.alt) if graphic else ""
            images = (self.image(graphic, shared, alt),) if graphic else ()
            yield NetworkShare(network=network, snippet=snippet, images=images)


def _by_picture_alone(shared: SharedPost, network: Network) -> bool:
    """Whether the post goes to a network that takes pictures only (a Snapchat story)."""
    wanted = shared.post.share.networks
    allowed = wanted is None or network.name in wanted
    return allowed and network.body is None and bool(shared.graphics)
