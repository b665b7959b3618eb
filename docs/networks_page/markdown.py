"""Tables of Markdown, the words for units and evidence, and the numbered sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from plugins.networks.rows import Evidence, Limit, Sure, Unit

UNITS = {
    Unit.X: "weighted characters",
    Unit.GRAPHEMES: "graphemes",
    Unit.BYTES: "bytes",
    Unit.MASTODON: "graphemes, a link is 23",
    Unit.THREADS: "characters, an emoji is its bytes",
    Unit.UTF16: "UTF-16 units",
    Unit.CHARACTERS: "characters",
    Unit.ITEMS: "",
}
SURE = {
    Sure.VERIFIED: "verified",
    Sure.SECONDARY: "not verified (secondary)",
    Sure.GENERAL: "not verified (general)",
}
_ESCAPED_BAR = "\\|"


class Sources:
    """Numbers the sources in the order in which the page names them."""

    def __init__(self) -> None:
        self._read: dict[str, str] = {}

    def mark(self, evidence: Evidence) -> str:
        """The number of a source, in brackets, as a link to the list."""
        self._read.setdefault(evidence.source, evidence.read)
        number = list(self._read).index(evidence.source) + 1
        return f"[[{number}]](#sources)"

    def told(self, evidence: Evidence) -> str:
        """How sure it is, and the source."""
        return f"{SURE[evidence.sure]} {self.mark(evidence)}"

    def lines(self) -> Iterator[str]:
        """The list at the end of the page."""
        for number, (address, read) in enumerate(self._read.items(), 1):
            yield f"{number}. {address} (read {read})"


def size(limit: Limit) -> str:
    """ "2,200 UTF-16 units"."""
    return f"{limit.size:,} {UNITS[limit.unit]}".strip()


def row(cells: Iterable[str]) -> str:
    """One line of a Markdown table."""
    return f"| {' | '.join(cell.replace('|', _ESCAPED_BAR) for cell in cells)} |"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A Markdown table."""
    yield row(head)
    yield row("---" for _ in head)
    yield from (row(cells) for cells in rows)
