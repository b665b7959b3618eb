"""Figures as they come in, run by run, and what follows from them. No clock, no files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One program, once. Seconds."""

    wall: float
    cpu: float
    requests: int = 0
    """As the hosts counted them."""
    right: int
    """Addresses judged right; of a site, broken links found, less false alarms."""
    said: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """By case: how often each verdict was given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A program with its runs, or with the reason why there are none."""

    name: str
    version: str = ""
    options: str = ""
    runs: tuple[Run, ...] = ()
    reason: str = ""

    @property
    def wall(self) -> float:
        """The median, in seconds."""
        return median(run.wall for run in self.runs)

    @property
    def cpu(self) -> float:
        """The median, in seconds."""
        return median(run.cpu for run in self.runs)

    @property
    def requests(self) -> float:
        """The median of all requests of a run."""
        return median(run.requests for run in self.runs)

    @property
    def right(self) -> int:
        """Of the worst run: a checker that is right by chance is not right."""
        return min(run.right for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One behaviour of the hosts."""

    name: str
    wanted: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Everything that one run of the benchmark measured. Ours comes first."""

    addresses: int
    web: Sequence[Measured]
    cases: Sequence[Case]
    links: int
    broken: int
    site: Sequence[Measured]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One demand and how it was met; `met` is None where it could not be judged."""

    asked: str
    found: str
    met: bool | None


_WALL, _CPU, _REQUESTS, _SITE_CPU = 12.0, 2.0, 1.3, 1.0


def bars(results: Results) -> list[Bar]:
    """Every demand: on addresses of other hosts, then on the links of the site itself."""
    count, hosts = results.addresses, "addresses on 50 hosts"
    return [
        _bar(f"{count:,} {hosts}, s: at most {_WALL:g}", results.web[0], "wall", _WALL),
        _bar(f"the same, CPU s: at most {_CPU:g}", results.web[0], "cpu", _CPU),
        _bar(
            f"requests for an address: at most {_REQUESTS:g}",
            results.web[0], "requests", _REQUESTS, each=count,
        ),
        _all_right(f"judged right: all {count:,}", results.web[0], count),
        _bar(
            f"{results.links:,} links of a site, CPU s: at most {_SITE_CPU:g}",
            results.site[0], "cpu", _SITE_CPU,
        ),
        _all_right(f"broken ones found: all {results.broken}", results.site[0], results.broken),
    ]  # fmt: skip


def _bar(asked: str, measured: Measured, figure: str, limit: float, each: int = 1) -> Bar:
    if measured.reason:
        return Bar(asked=asked, found=f"not measured: {measured.reason}", met=None)
    found = getattr(measured, figure) / each
    return Bar(asked=asked, found=f"{found:.2f}", met=found <= limit)


def _all_right(asked: str, measured: Measured, wanted: int) -> Bar:
    if measured.reason:
        return Bar(asked=asked, found=f"not measured: {measured.reason}", met=None)
    return Bar(asked=asked, found=f"{measured.right:,}", met=measured.right == wanted)


def is_right(said: str, wanted: str) -> bool:
    """Whether a verdict is as good as the right one.

    Other programs remember nothing from run to run, so "broken" is right of what may pass.
    """
    return said == wanted or (said, wanted) == ("broken", "temporary")
