"""The command `rates`: how often rules of review fire on the texts of a file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table

from plugins.editorial_review.catalogue import RULES
from plugins.editorial_review.rates import Rates, Sample, measure, nobodys_practice
from plugins.editorial_review.rule import Rule
from plugins.pelican_bridge.command import command
from plugins.pelican_bridge.mistakes import WrongUseError

_DAY = date(2026, 11, 23)
"""On which the texts are judged: that no rule of the calendar changes what was measured."""


@command
def rates(corpus: str, rules: str = "P", *, as_json: bool = False, show: int = 0) -> int:
    """Measure rules on a corpus. Exit code 0, also where rules fire.

    `corpus`: a file of JSON lines, each {"text": ...} or {"question": ..., "answer": ...}.
    `rules`: families and rules by comma. `show`: how many findings are printed, values hidden.
    """
    if not corpus:
        raise WrongUseError("name a file of texts: rates --corpus FILE.jsonl")
    chosen = _chosen(rules)
    found = measure(_samples(Path(corpus)), chosen, nobodys_practice(_DAY))
    if as_json:
        print(json.dumps(_as_row(found), indent=1))  # noqa: T201  # a program reads it
        return 0
    _tell(Console(), found, chosen, show)
    return 0


def _chosen(rules: str) -> tuple[Rule, ...]:
    names = {name.strip().upper() for name in rules.split(",")}
    chosen = tuple(r for r in RULES if r.check and {r.id, r.family} & names)
    known = {name for rule in RULES for name in (rule.id, rule.family)}
    if unknown := sorted(names - known):
        raise WrongUseError(f"there is no rule or family {', '.join(unknown)}; try P or P-06")
    return chosen


def _samples(file: Path) -> Iterator[Sample]:
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _sample(line, f"{file.name}, line {number}")


def _sample(line: str, place: str) -> Sample:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise WrongUseError(f"{place} is no JSON: each line holds one object") from error
    fields = row if isinstance(row, dict) else {}
    text, title = fields.get("text", fields.get("answer")), fields.get("question", "")
    if not isinstance(text, str) or not isinstance(title, str):
        raise WrongUseError(f'{place} has neither "text" nor "question" and "answer"')
    return Sample(text, title)


def _as_row(found: Rates) -> dict[str, object]:
    return {
        "texts": found.texts,
        "blocked": found.blocked,
        "blocked_percent": round(found.share(found.blocked), 2),
        "flagged": found.flagged,
        "flagged_percent": round(found.share(found.flagged), 2),
        "rules": dict(found.by_rule),
    }


def _tell(console: Console, found: Rates, chosen: Sequence[Rule], show: int) -> None:
    table = Table(box=None, padding=(0, 2, 0, 0))
    for heading in ("rule", "fired", "percent", "asks"):
        table.add_column(heading, justify="right" if heading in ("fired", "percent") else "left")
    counts = [(rule.id, found.by_rule[rule.id], rule.title) for rule in chosen]
    total = [
        ("block", found.blocked, "texts that would be held"),
        ("any", found.flagged, "texts with any finding"),
    ]
    for name, count, what in (*counts, *total):
        table.add_row(name, str(count), f"{found.share(count):.1f}", what)
    console.print(f"{found.texts} texts", highlight=False)
    console.print(table)
    for number, problem in found.found[:show]:
        told = f"{number} {problem.rule} {problem.severity}: {problem.what}"
        console.print(told, markup=False, highlight=False, soft_wrap=True)
