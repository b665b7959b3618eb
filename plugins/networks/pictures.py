"""Which pictures the networks of a practice ask for."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.networks.own_networks import networks_of
from plugins.networks.rows import SHAPES, Network
from plugins.practice.settings import Practice

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
    known = networks_of(practice)
    return (known[name] for name in practice.networks if name in known)
