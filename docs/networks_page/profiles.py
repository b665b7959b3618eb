"""The texts and pictures of the practice's profiles."""

from __future__ import annotations

from collections.abc import Iterator

from networks_page.markdown import Sources, size
from plugins.networks.rows import Network, Size
from plugins.networks.table import NETWORKS


def profile_rows(sources: Sources) -> Iterator[tuple[str, ...]]:
    """One row for each network: text, link, picture, cover."""
    for network in NETWORKS.values():
        bio = network.bio
        yield (
            network.label,
            f"{size(bio)}, {sources.told(bio)}" if bio else "",
            "yes" if network.bio_link else "",
            _pixels(network.avatar),
            _pixels(network.cover),
            sources.told(network.profile_pictures) if network.profile_pictures else "",
        )


def _pixels(picture: Size | None) -> str:
    return f"{picture.width:,} × {picture.height:,}" if picture else ""


def picture_note_lines() -> Iterator[str]:
    """What else was written beside the sizes."""
    for network in NETWORKS.values():
        if note := _note(network):
            yield f"- **{network.label}**, profile pictures: {note}."


def _note(network: Network) -> str:
    return network.profile_pictures.note if network.profile_pictures else ""
