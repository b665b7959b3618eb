"""The results as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.graphics.figures import CARD, Bar, Figure, Peer, Results, bars, ratio
from benchmarks.graphics.texts import SCRIPTS
from benchmarks.markdown import VERDICTS, table

_OURS = {
    **{f"card {key}": f"card, {name}" for key, name in SCRIPTS.items()},
    "shapes": "the seven shapes of a post together",
    "slides": "a slide of a carousel",
    "unchanged": "a post when nothing changed",
}


def report(results: Results, about: str) -> str:
    """The tables of one run, under a line about the machine."""
    parts = [about, "", *_bar_table(bars(results)), "", *_own_table(results)]
    if results.peers:
        parts += ["", *_card_table(results)]
    return "\n".join(parts)


def _bar_table(judged: Sequence[Bar]) -> list[str]:
    rows = [(bar.asked, bar.found, VERDICTS[bar.met]) for bar in judged]
    return table(("Bar", "Measured", ""), "<<<", rows)


def _own_table(results: Results) -> list[str]:
    rows = [(_OURS[name], *_cells(found)) for name, found in results.ours.items()]
    head = ("Housecall", "CPU ms", "lowest–highest round", "KB a picture")
    return table(head, "<>>>", rows)


def _card_table(results: Results) -> list[str]:
    ours = results.ours.get(CARD, "")
    rows: list[tuple[str, ...]] = [("**Housecall**", "jpg", *_cells(ours), "1", "yes", "yes")]
    rows += [_peer_row(peer, ours) for peer in sorted(results.peers, key=_order)]
    head = (
        "One card, 1200 x 630, Latin", "Format", "CPU ms", "lowest–highest round", "KB",
        "times ours", "Wraps by width", "Arabic right",
    )  # fmt: skip
    return table(head, "<<>>>><<", rows)


def _order(peer: Peer) -> float:
    return peer.result.ms if isinstance(peer.result, Figure) else float("inf")


def _peer_row(peer: Peer, ours: Figure | str) -> tuple[str, ...]:
    times = "–"
    if isinstance(peer.result, Figure) and isinstance(ours, Figure):
        times = f"{ratio(peer.result, ours):.1f}"
    engine = peer.engine
    name = f"{engine.name} {peer.version}".strip()
    return (name, engine.picture, *_cells(peer.result), times, engine.wraps, engine.arabic)


def _cells(found: Figure | str) -> tuple[str, str, str]:
    if isinstance(found, str):
        return f"not measured: {found}".replace("|", "/"), "–", "–"
    low, high = found.span
    size = f"{found.kb:.0f}" if found.bytes else "–"
    return f"{found.ms:.2f}", f"{low:.2f}–{high:.2f}", size
