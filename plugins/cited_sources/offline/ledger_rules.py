"""Rules for sources.toml as a whole: works that stand there twice, hosts that nobody knows, and
entries that nobody cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from plugins.cited_sources.domains import Standing
from plugins.cited_sources.offline.entry_rules import entry_problem
from plugins.cited_sources.offline.work_ids import ids_of, same_address
from plugins.practice.problems import Problem, Severity
from plugins.practice.sources import Source

_MOST_NAMED = 5


def check_twice(sources: Mapping[str, Source]) -> Iterator[Problem]:
    """Two entries that are one work: readers would see it as two that agree."""
    seen: dict[tuple[str, str], Source] = {}
    for source in sources.values():
        marks = _marks(source)
        other = next((seen[mark] for mark in marks if mark in seen), None)
        if other:
            yield entry_problem(
                source,
                f"it is the same work as [{other.key}] in line {other.line}: "
                + " ".join(next(mark for mark in marks if mark in seen)),
                "one work would count as two that agree",
                f"keep one of them, and cite it as [@{other.key}] everywhere",
                rule="same-work-twice",
                severity=Severity.WARN,
            )
        seen = dict.fromkeys(marks, source) | seen


def _marks(source: Source) -> list[tuple[str, str]]:
    """What no two works have in common. Chapters share the ISBN of their book."""
    ids = sorted(mark for mark in ids_of(source) if mark[0] != "isbn" or source.type != "chapter")
    return [*ids, *([("url", same_address(source.url))] if source.url else [])]


def check_known(
    sources: Mapping[str, Source], standings: Mapping[str, Standing]
) -> Iterator[Problem]:
    """Each host of which nobody has said who stands behind it, once."""
    told: set[str] = set()
    for source in sources.values():
        host = standings[source.key].domain
        if standings[source.key].is_known or not host or host in told:
            continue
        told.add(host)
        yield entry_problem(
            source,
            f"{host} is in no table of publishers: it weighs as tier 5, like a blog",
            "nobody has said what kind of publisher it is",
            f'add [sources.domains."{host}"] with publisher and tier (1 to 5) to practice.toml',
            rule="unknown-domain",
            severity=Severity.NOTE,
        )


def check_used(sources: Mapping[str, Source], used: Iterable[Source]) -> Iterator[Problem]:
    """The entries that no text cites, all in one note."""
    cited = {source.key for source in used}
    rest = [source for key, source in sources.items() if key not in cited]
    if rest:
        yield entry_problem(
            rest[0],
            _counted(rest),
            "it costs time to check works that no reader sees",
            "cite them where they are needed, or delete them",
            rule="source-not-used",
            severity=Severity.NOTE,
        )


def _counted(rest: Sequence[Source]) -> str:
    if len(rest) == 1:
        return "no text cites it"
    others = ", ".join(source.key for source in rest[1 : _MOST_NAMED + 1])
    more = f" and {len(rest) - _MOST_NAMED - 1} more" if len(rest) > _MOST_NAMED + 1 else ""
    return f"no text cites it, nor {others}{more}"
