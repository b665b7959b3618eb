"""content/sources.toml: every work that posts cite, once."""

from __future__ import annotations

from pathlib import Path

from plugins.practice.problems import Problem
from plugins.practice.schemas import SOURCE
from plugins.practice.sources import Source
from plugins.practice.tables import Place, read_table
from plugins.practice.toml_files import read_toml_file

FILE = "sources.toml"


def read_source_ledger(path: Path) -> tuple[dict[str, Source] | None, list[Problem]]:
    """The sources by key; None when the file cannot be read as a whole.

    A practice without the file cites nothing yet.
    """
    if not path.exists():
        return {}, []
    raw, lines, problems = read_toml_file(path, FILE)
    if raw is None:
        return None, problems
    sources: dict[str, Source] = {}
    for key, table in raw.items():
        values, told = read_table(table, SOURCE, Place(FILE, lines, key))
        problems += told
        if not any(problem.blocks for problem in told):
            sources[key] = Source(key=key, line=lines.get(key, 1), **values)  # type: ignore[arg-type]  # SOURCE says the types
    return sources, problems
