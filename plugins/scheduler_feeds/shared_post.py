"""A post with all that is shared of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from plugins.networks.rows import Network
from plugins.practice.posts import Post
from plugins.share_graphics.graphic import Graphic
from plugins.social_snippets.snippet import Snippet


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPost:
    """A post, its address, its graphics and its texts."""

    post: Post
    url: str
    """The full address of the post's page."""
    html: str
    """The finished markup of the text; addresses in it may be relative to the site's root."""
    graphics: Mapping[str, Graphic] = field(default_factory=dict)
    """By shape: "square"."""
    snippets: Mapping[str, Snippet] = field(default_factory=dict)
    """By network: "facebook"."""
    later: tuple[Mapping[str, Snippet], ...] = ()
    """The texts with which it is shared again, turn by turn, by network; a network without another
    text has none."""
    staff_text: str = ""
    """For people of the practice who pass it on from their own account."""
    changed: Mapping[str, bool] = field(default_factory=dict)
    """By network: whether its text has changed since the post was approved; empty where nobody
    has approved it."""


def page_graphic(shared: SharedPost) -> Graphic | None:
    """The graphic that stands for the post: the square, else the card, else None."""
    return _first(shared, ("square", "card"))


def network_graphic(shared: SharedPost, network: Network) -> Graphic | None:
    """The graphic to share on a network: the one that suits it best of those that there are.

    None where the network needs none: on Sermo a picture would tell who we are.
    """
    snippet = shared.snippets.get(network.name)
    shapes = (snippet.shape if snippet else "", *network.shapes, "square", "card")
    return _first(shared, shapes) if network.shapes else None


def _first(shared: SharedPost, shapes: Sequence[str]) -> Graphic | None:
    return next((shared.graphics[shape] for shape in shapes if shape in shared.graphics), None)
