"""Figures as they come in, round by round, and what follows from them. No clock, no files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from statistics import median

from benchmarks.graphics.engines import Engine


@dataclass(frozen=True, slots=True)
class Figure:
    """CPU milliseconds of one picture (or post, or slide): a tuple a round."""

    rounds: tuple[tuple[float, ...], ...]
    bytes: tuple[float, ...] = ()
    """Of each picture of the last round."""

    @property
    def ms(self) -> float:
        """The median of everything measured."""
        return median(chain.from_iterable(self.rounds))

    @property
    def kb(self) -> float:
        """The median size in kilobytes (1,000 bytes)."""
        return median(self.bytes) / 1000

    @property
    def span(self) -> tuple[float, float]:
        """The lowest and the highest median of a round: how restless the machine was."""
        medians = [median(one) for one in self.rounds]
        return min(medians), max(medians)


@dataclass(frozen=True, slots=True)
class Peer:
    """Another engine with its figure, or with the reason why there is none."""

    engine: Engine
    version: str
    result: Figure | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Large:
    """Building very many pictures in several processes. Seconds."""

    wall: float
    cpu: float
    pictures: float
    others: float = 0.0
    """CPU time that other programs took from the same two processors meanwhile."""

    @property
    def over_ideal(self) -> float:
        """The time that it took, over all CPU time spread evenly on two processors."""
        return self.wall / (self.cpu / 2)

    @property
    def was_disturbed(self) -> bool:
        """Whether other programs took so much that a bad result tells nothing."""
        return self.others > 0.05 * self.cpu


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Everything that one run measured. A text in the place of a figure is why there is none."""

    ours: Mapping[str, Figure | str]
    """By the names of `ours.FIGURES`."""
    large: Large | str
    peers: Sequence[Peer] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One demand on speed and how it was met; `met` is None where it could not be judged."""

    asked: str
    found: str
    met: bool | None


CARD = "card en"


def bars(results: Results) -> list[Bar]:
    """Every demand, in the order in which they were made."""
    scripts = {name: found for name, found in results.ours.items() if name.startswith("card ")}
    return [
        _at_most("Latin card, ms", 6.0, results.ours.get(CARD, "not asked for")),
        _at_most("card in the slowest script, ms", 9.0, _slowest(scripts)),
        _at_most("seven shapes of a post, ms", 50.0, results.ours.get("shapes", "not asked for")),
        _at_most("one slide, ms", 8.0, results.ours.get("slides", "not asked for")),
        _at_most("unchanged post, ms", 1.0, results.ours.get("unchanged", "not asked for")),
        _large(results.large),
        *_against(results),
    ]


def _slowest(scripts: Mapping[str, Figure | str]) -> Figure | str:
    figures = [found for found in scripts.values() if isinstance(found, Figure)]
    missing = [found for found in scripts.values() if isinstance(found, str)]
    return missing[0] if missing or not figures else max(figures, key=lambda figure: figure.ms)


def _at_most(what: str, limit: float, found: Figure | str) -> Bar:
    asked = f"{what}: at most {limit:g}"
    if isinstance(found, str):
        return Bar(asked=asked, found=f"not measured: {found}", met=None)
    return Bar(asked=asked, found=f"{found.ms:.2f}", met=found.ms <= limit)


def _large(large: Large | str) -> Bar:
    asked = "1,000 posts x seven shapes on 2 processors: at most 1.2 x (CPU time / 2)"
    if isinstance(large, str):
        return Bar(asked=asked, found=f"not measured: {large}", met=None)
    found = f"{large.over_ideal:.2f} x ({large.wall:.1f} s for {large.cpu:.1f} s of CPU time)"
    met: bool | None = large.over_ideal <= 1.2
    if not met and large.was_disturbed:
        found, met = f"{found}, while other programs took {large.others:.1f} s", None
    return Bar(asked=asked, found=found, met=met)


def _against(results: Results) -> list[Bar]:
    """Ours beside each engine that shapes text or was named, in each of its formats."""
    ours = results.ours.get(CARD)
    if not isinstance(ours, Figure):
        return []
    return [_beside(ours, peer) for peer in results.peers if peer.engine.shapes or _is_far(peer)]


def _is_far(peer: Peer) -> bool:
    return peer.engine.bar > 1


def _beside(ours: Figure, peer: Peer) -> Bar:
    name = peer.engine.label
    least = f"at least {peer.engine.bar:g} x ours" if _is_far(peer) else "more than ours"
    if isinstance(peer.result, str):
        return Bar(asked=f"{name}: {least}", found=f"not measured: {peer.result}", met=None)
    times = ratio(peer.result, ours)
    met = times >= peer.engine.bar if _is_far(peer) else times > 1
    return Bar(asked=f"{name}: {least}", found=f"{times:.1f} x", met=met)


def ratio(theirs: Figure, ours: Figure) -> float:
    """How many times as long theirs takes."""
    return theirs.ms / ours.ms
