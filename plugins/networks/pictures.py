"""Which pictures the networks of a practice ask for."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.networks.rows import Network
from plugins.networks.table import NETWORKS
from plugins.practice.settings import Practice

SHAPES = ("card", "wide", "landscape", "square", "portrait", "story", "pin")
"""Every shape, in the order in which they are told: from wide to tall."""

_ALWAYS = frozenset({"card", "square"})
# The card is what a link to the page shows; the square stands in the site's lists and feeds.


def shapes_in_use(practice: Practice) -> tuple[str, ...]:
    """The shapes to draw: the page's own two, and the best one of each network in use."""
    wanted = _ALWAYS | {network.shapes[0] for network in _in_use(practice) if network.shapes}
    return tuple(shape for shape in SHAPES if shape in wanted)


def takes_slides(practice: Practice) -> bool:
    """Whether a network in use shows several pictures to swipe through."""
    return any(network.slides for network in _in_use(practice))


def takes_document(practice: Practice) -> bool:
    """Whether a network in use takes the slides as one PDF."""
    return any(network.document for network in _in_use(practice))


def _in_use(practice: Practice) -> Iterator[Network]:
    return (NETWORKS[name] for name in practice.networks if name in NETWORKS)
