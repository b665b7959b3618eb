"""Everything of a post that leaves beside its page: pictures, and texts network by network."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.networks.own_networks import networks_of
from plugins.networks.rows import Network
from plugins.pelican_bridge.planned import PlannedPost
from plugins.pelican_bridge.review_page.pictures import Pictures
from plugins.practice.amounts import joined
from plugins.practice.settings import Practice
from plugins.share_graphics.graphic import Graphic
from plugins.share_kit.page.share_cards import TURNS
from plugins.social_snippets.snippet import Snippet

_ON_SITE: Mapping[str, tuple[str, ...]] = {
    "card": ("links to the page",),
    "square": ("lists on the site and feeds",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """A picture as the review page shows it."""

    name: str
    """"Square", "Slide 2"."""
    src: str
    width: int
    height: int
    alt: str
    use: str
    """"For Instagram and Threads"; "" where nothing says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LengthView:
    """How long a text is on one network."""

    network: str
    count: str
    """"212 of 280"."""
    percent: int
    is_over: bool
    note: str
    """"Written by hand"; what else is true of it there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView:
    """One text with all networks on which exactly these words go out."""

    turn: str
    """"Second time"; "" for the first."""
    snippet: Snippet
    lengths: tuple[LengthView, ...]

    @property
    def networks(self) -> str:
        """ "Facebook, LinkedIn and Threads"."""
        return joined([one.network for one in self.lengths])


def picture_views(
    planned: PlannedPost, practice: Practice, pictures: Pictures
) -> tuple[PictureView, ...]:
    """Every graphic of the post, those for single pictures before the slides."""
    used = dict[str, list[str]]()
    labels = networks_of(practice)
    for name, snippet in planned.snippets.items():
        if snippet.shape and name in labels:
            used.setdefault(snippet.shape, []).append(labels[name].label)
    return tuple(
        _picture(graphic, (*_ON_SITE.get(shape, ()), *used.get(shape, ())), pictures)
        for shape, graphic in planned.graphics.items()
    )


def _picture(graphic: Graphic, used: tuple[str, ...], pictures: Pictures) -> PictureView:
    return PictureView(
        name=graphic.shape.replace("-", " ").capitalize(),
        src=pictures.graphic(graphic),
        width=graphic.width,
        height=graphic.height,
        alt=graphic.alt,
        use=f"For {', '.join(used)}" if used else "",
    )


def text_views(planned: PlannedPost, practice: Practice) -> tuple[TextView, ...]:
    """Every text, those of the first time first, in the practice's order of networks. A text that
    goes to several networks word for word is read once."""
    turns = [planned.snippets, *planned.later]
    names = ["", *(TURNS[min(turn, len(TURNS) - 1)] for turn in range(1, len(turns)))]
    known = networks_of(practice)
    return tuple(
        view
        for name, texts in zip(names, turns, strict=True)
        for view in _views(name, [(known[n], s) for n, s in texts.items() if n in known], planned)
    )


def _views(
    turn: str, texts: Sequence[tuple[Network, Snippet]], planned: PlannedPost
) -> Iterator[TextView]:
    same: dict[tuple[object, ...], list[tuple[Network, Snippet]]] = {}
    for network, snippet in texts:
        same.setdefault(_words(snippet), []).append((network, snippet))
    for group in same.values():
        changed = {} if turn else planned.changed
        lengths = (_length(n, s, is_changed=changed.get(n.name, False)) for n, s in group)
        yield TextView(turn=turn, snippet=group[0][1], lengths=tuple(lengths))


def _words(snippet: Snippet) -> tuple[object, ...]:
    apart = snippet.link if snippet.link not in snippet.text else ""
    return snippet.title, snippet.text, snippet.description, snippet.thread, snippet.cta, apart


def _length(network: Network, snippet: Snippet, *, is_changed: bool) -> LengthView:
    notes = {
        "written by hand": snippet.hand_written,
        "another text than the one that was approved with the post": is_changed,
    }
    return LengthView(
        network=network.label,
        count=f"{snippet.length:,} of {snippet.limit:,}",
        percent=min(100, 100 * snippet.length // max(1, snippet.limit)),
        is_over=snippet.length > snippet.limit,
        note=", ".join(note for note, holds in notes.items() if holds),
    )
