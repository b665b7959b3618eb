"""Writes docs/networks.md from the table of networks, so that the page says what the program does.

.venv/bin/python docs/make_networks.py            write the page
.venv/bin/python docs/make_networks.py --check    exit code 1 when the page is out of date
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # a script in docs/ does not find the plugins by itself

from plugins.networks.rows import Limit, Network, Place, Scheduler, Sure, Tone, Unit  # noqa: E402
from plugins.networks.table import NETWORKS, SCHEDULERS  # noqa: E402

PAGE = Path(__file__).with_name("networks.md")

_FIELDS = ("text", "title", "description", "bytes")
_EXTRAS = ("fold", "hashtags", "links", "alt")
_EXTRA_NAMES = {
    "fold": "first look",
    "hashtags": "hashtags",
    "links": "links",
    "alt": "alt text",
    "slides": "pictures of a carousel",
}
_PEOPLE = {"alert": "health alerts", "article": "articles", "question": "questions"}

_UNITS = {
    Unit.X: "weighted characters",
    Unit.GRAPHEMES: "graphemes",
    Unit.BYTES: "bytes",
    Unit.MASTODON: "graphemes, a link is 23",
    Unit.THREADS: "characters, an emoji is its bytes",
    Unit.UTF16: "UTF-16 units",
    Unit.CHARACTERS: "characters",
    Unit.ITEMS: "",
}
_SURE = {Sure.VERIFIED: "verified", Sure.SECONDARY: "secondary", Sure.GENERAL: "general"}
_PLACES = {
    Place.TEXT: "in the text",
    Place.CARD: "in the text, shown as a card",
    Place.BIO: "only in the profile: \N{LEFT DOUBLE QUOTATION MARK}link in bio"
    "\N{RIGHT DOUBLE QUOTATION MARK}",
    Place.BUTTON: "behind the post's button",
    Place.PIN: "behind the pin",
    Place.NONE: "nowhere",
}

_HEAD = """\
# Networks and schedulers

This page is made from the table `plugins/networks/networks.toml` by `docs/make_networks.py`.
Do not edit it by hand: change the table, then run the script.

Housecall never writes a text that is longer than the network takes.
Where a scheduler takes less than the network, the scheduler's limit counts.
Networks change their rules; when one does, one line of the table is changed.

## How sure a number is

- **verified**: it stands in the official text, or it was checked by running the network's own code.
- **secondary**: somebody else says so, for example the maker of a scheduler.
- **general**: common practice. No official number was found. It is a careful default.

The number in brackets leads to the source, at the end of the page.
"""

_COUNTING = """\
## How texts are counted

- **weighted characters** (X): most letters of European languages count 1, most others and every
  emoji count 2, every link counts 23.
- **graphemes** (Bluesky): what a reader takes for one character. A family emoji is one.
- **graphemes, a link is 23** (Mastodon): the same, but each link counts 23, and of
  `@name@server` only `@name` counts.
- **characters, an emoji is its bytes** (Threads): a simple emoji counts 4.
- **UTF-16 units**: a letter counts 1, a simple emoji counts 2.
  It is used where a network says only \N{LEFT DOUBLE QUOTATION MARK}characters\
\N{RIGHT DOUBLE QUOTATION MARK}: it is the larger of the two counts that this can mean.
- **bytes**: the length of the text as UTF-8.

Texts that Housecall writes are shortened by whole sentences and whole points.
No word, link, hashtag or number is ever cut.
"""


class Sources:
    """Numbers the sources in the order in which the page names them."""

    def __init__(self) -> None:
        self._read: dict[str, str] = {}

    def mark(self, limit: Limit) -> str:
        """The number of a limit's source, in brackets, as a link to the list."""
        self._read.setdefault(limit.source, limit.read)
        number = list(self._read).index(limit.source) + 1
        return f"[[{number}]](#sources)"

    def lines(self) -> Iterator[str]:
        """The list at the end of the page."""
        for number, (address, read) in enumerate(self._read.items(), 1):
            yield f"{number}. {address} (read {read})"


def size(limit: Limit) -> str:
    """ "2,200 UTF-16 units"."""
    return f"{limit.size:,} {_UNITS[limit.unit]}".strip()


def row(cells: Iterable[str]) -> str:
    """One line of a Markdown table."""
    return f"| {' | '.join(cells)} |"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A Markdown table."""
    yield row(head)
    yield row("---" for _ in head)
    yield from (row(cells) for cells in rows)


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
                network.label, f"`{network.name}`", name, f"{limit.size:,}", _UNITS[limit.unit],
                _SURE[limit.sure], sources.mark(limit),
            )  # fmt: skip
        if not found:
            yield network.label, f"`{network.name}`", "no text", "\N{EN DASH}", "", "", ""


def extra_rows(sources: Sources) -> Iterator[tuple[str, ...]]:
    """One row for each network: first look, hashtags, links and alt text."""
    for network in NETWORKS.values():
        limits = dict(limits_of(network, _EXTRAS))
        cells = [
            f"{size(limits[name])}, {_SURE[limits[name].sure]} {sources.mark(limits[name])}"
            if name in limits
            else ""
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
        told = f"{slides.size}, {_SURE[slides.sure]} {sources.mark(slides)}" if slides else ""
        yield (
            network.label,
            ", ".join(network.shapes) or "none needed",
            told,
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
        for what, limit in _noted(owner):
            yield f"- **{owner.label}**, {what} ({limit.size:,}): {limit.note}."


def _noted(owner: Network | Scheduler) -> Iterator[tuple[str, Limit]]:
    if isinstance(owner, Network):
        names = (*_FIELDS, *_EXTRAS, "slides")
        found = [(_EXTRA_NAMES.get(name, name), limit) for name, limit in limits_of(owner, names)]
    else:
        found = [("rows of an upload file", owner.rows)] if owner.rows else []
        found += [
            (f"{NETWORKS[network].label} {field}", limit)
            for network, limits in owner.networks.items()
            for field, limit in limits.items()
        ]
    yield from ((what, limit) for what, limit in found if limit.note)


def scheduler_rows(sources: Sources) -> Iterator[tuple[str, ...]]:
    """One row for each limit of each scheduler."""
    for scheduler in SCHEDULERS.values():
        name = f"`{scheduler.name}`"
        for network, limits in scheduler.networks.items():
            for field, limit in limits.items():
                yield (
                    scheduler.label, name, NETWORKS[network].label, field, size(limit),
                    _SURE[limit.sure], sources.mark(limit),
                )  # fmt: skip
        if not scheduler.networks:
            label = scheduler.label
            yield label, name, "all", "", "no limits of its own were found", "", ""


def page() -> str:
    """The whole page."""
    sources = Sources()
    text_head = ("Network", "Name to type", "Field", "At most", "Counted in", "Sure", "Source")
    extra_head = ("Network", "First look", "Hashtags", "Links", "Alt text")
    way_head = ("Network", "Where a link works", "Threads", "Feed")
    picture_head = ("Network", "Pictures that suit it", "Carousel, at most", "PDF")
    tool_head = ("Scheduler", "Name to type", "Network", "Field", "At most", "Sure", "Source")
    lines = [
        _HEAD,
        "## How long a text may be\n",
        *table(text_head, text_rows(sources)),
        "\n\N{LEFT DOUBLE QUOTATION MARK}Name to type\N{RIGHT DOUBLE QUOTATION MARK}"
        " is the word for `practice.toml` and for `share` in a post.\n",
        "## First look, hashtags, links, alt text\n",
        *table(extra_head, extra_rows(sources)),
        "\n\N{LEFT DOUBLE QUOTATION MARK}First look\N{RIGHT DOUBLE QUOTATION MARK}"
        " is what a reader sees before tapping for more.",
        "An empty cell means that no limit is known, or that there is no such thing.\n",
        "## Links, threads, feeds\n",
        *table(way_head, way_rows()),
        "\n## Pictures\n",
        *table(picture_head, picture_rows(sources)),
        "\nThe pictures stand best first. "
        "The best one is drawn for each network that you use; [sharing.md](sharing.md) says more.",
        "A carousel is a row of pictures that readers swipe through, "
        "a PDF the same row as a document.",
        "X and Mastodon show several pictures as a grid that cuts tall ones: "
        "a thread says more there.\n",
        "## What else to know\n",
        *rule_lines(),
        "",
        _COUNTING,
        "## Schedulers\n",
        "Name the ones that you use in `practice.toml`: `[schedulers]`, `use = [...]`.",
        "Texts then keep within their limits too.\n",
        *table(tool_head, scheduler_rows(sources)),
        "",
        "## Notes\n",
        *note_lines(),
        "",
        "## Sources\n",
        *sources.lines(),
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the page, or compare it."""
    if "--check" in sys.argv[1:]:
        if PAGE.exists() and PAGE.read_text(encoding="utf-8") == page():
            return 0
        sys.stderr.write("docs/networks.md is out of date: run docs/make_networks.py\n")
        return 1
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
