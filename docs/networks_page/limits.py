"""What each network and each scheduler accepts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from networks_page.markdown import SURE, UNITS, Sources, size
from plugins.networks.rows import Limit, Network, Place, Scheduler, Tone
from plugins.networks.table import NETWORKS, SCHEDULERS

_FIELDS = ("text", "title", "description", "bytes")
_EXTRAS = ("fold", "hashtags", "links", "alt")
_EXTRA_NAMES = {
    "fold": "first look",
    "hashtags": "hashtags",
    "links": "links",
    "alt": "alt text",
    "slides": "pictures of a carousel",
    "bio": "profile text",
}
_PEOPLE = {"alert": "health alerts", "article": "articles", "question": "questions"}
_PLACES = {
    Place.TEXT: "in the text",
    Place.CARD: "in the text, shown as a card",
    Place.BIO: "only in the profile: \N{LEFT DOUBLE QUOTATION MARK}link in bio"
    "\N{RIGHT DOUBLE QUOTATION MARK}",
    Place.BUTTON: "behind the post's button",
    Place.PIN: "behind the pin",
    Place.NONE: "nowhere",
}


def limits_of(network: Network, names: Sequence[str]) -> Iterator[tuple[str, Limit]]:
    """The limits that a network has, of those named."""
    for name in names:
        limit = getattr(network, name)
        if limit is not None:
            yield name, limit


def text_rows(sources: Sources) -> Iterator[tuple[str, ...]]:
    """One row for each text field of each network."""
    for network in NETWORKS.values():
        found = list(limits_of(network, _FIELDS))
        for field, limit in found:
            name = "text, in bytes" if field == "bytes" else field
            yield (
                network.label, f"`{network.name}`", name, f"{limit.size:,}", UNITS[limit.unit],
                SURE[limit.sure], sources.mark(limit),
            )  # fmt: skip
        if not found:
            yield network.label, f"`{network.name}`", "no text", "\N{EN DASH}", "", "", ""


def extra_rows(sources: Sources) -> Iterator[tuple[str, ...]]:
    """One row for each network: first look, hashtags, links and alt text."""
    for network in NETWORKS.values():
        limits = dict(limits_of(network, _EXTRAS))
        cells = [
            f"{size(limits[name])}, {sources.told(limits[name])}" if name in limits else ""
            for name in _EXTRAS
        ]
        yield network.label, *cells


def way_rows() -> Iterator[tuple[str, ...]]:
    """One row for each network: where a link works, threads, feeds."""
    for network in NETWORKS.values():
        yield (
            network.label,
            _PLACES[network.place],
            "yes" if network.thread else "",
            "yes" if network.feed else "",
        )


def picture_rows(sources: Sources) -> Iterator[tuple[str, ...]]:
    """One row for each network: pictures, carousels, documents."""
    for network in NETWORKS.values():
        slides = network.slides
        yield (
            network.label,
            ", ".join(network.shapes) or "none needed",
            f"{slides.size}, {sources.told(slides)}" if slides else "",
            "yes" if network.document else "",
        )


def rule_lines() -> Iterator[str]:
    """What else holds on a network, in sentences."""
    for network in NETWORKS.values():
        for sentence in _rules(network):
            yield f"- **{network.label}**: {sentence}"


def _rules(network: Network) -> Iterator[str]:
    if network.body is None:
        yield "it takes no text. The words stand in the picture."
    if network.title_for:
        yield f"the title is for these kinds only: {', '.join(network.title_for)}."
    if not network.phone:
        yield "no phone number in the text: such posts are said to be turned down."
    if network.ctas:
        yield f"a post can have a button: {', '.join(f'`{cta}`' for cta in network.ctas)}."
    if network.tone is Tone.PEER:
        kinds = ", ".join(_PEOPLE.get(kind, f"{kind}s") for kind in network.kinds)
        yield f"the text speaks to colleagues. It goes there for: {kinds}."
    if not network.names_us:
        yield "members write under a pseudonym. The text names neither the practice nor its people."
    if not network.emoji:
        yield "no emoji."
    if not network.feed:
        yield "no feed is made. The text is pasted, or the picture is uploaded, by hand."


def note_lines() -> Iterator[str]:
    """Where sources disagree, and what else was written beside a number."""
    for owner in (*NETWORKS.values(), *SCHEDULERS.values()):
        for what, limit in _limits_with_names(owner):
            if limit.note:
                yield f"- **{owner.label}**, {what} ({limit.size:,}): {limit.note}."


def _limits_with_names(owner: Network | Scheduler) -> Iterator[tuple[str, Limit]]:
    if isinstance(owner, Network):
        for name, limit in limits_of(owner, (*_FIELDS, *_EXTRAS, "slides", "bio")):
            yield _EXTRA_NAMES.get(name, name), limit
        return
    for network, limits in owner.networks.items():
        yield from ((f"{NETWORKS[network].label} {field}", one) for field, one in limits.items())
    if owner.upload and owner.upload.rows:
        yield "rows of an upload file", owner.upload.rows
    if owner.upload and owner.upload.rows_free:
        yield "rows on the free plan", owner.upload.rows_free


def scheduler_rows(sources: Sources) -> Iterator[tuple[str, ...]]:
    """One row for each limit of each scheduler."""
    for scheduler in SCHEDULERS.values():
        name = f"`{scheduler.name}`"
        for network, limits in scheduler.networks.items():
            for field, limit in limits.items():
                yield (
                    scheduler.label, name, NETWORKS[network].label, field, size(limit),
                    SURE[limit.sure], sources.mark(limit),
                )  # fmt: skip
        if not scheduler.networks:
            label = scheduler.label
            yield label, name, "all", "", "no limits of its own were found", "", ""
