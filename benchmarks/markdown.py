"""Figures as tables in Markdown, and as parts of README.md that are renewed by machine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

README = Path(__file__).with_name("README.md")
VERDICTS = {True: "met", False: "**not met**", None: "not judged"}


def table(head: Sequence[str], align: str, rows: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a table; `align` has a < or a > for each column."""
    lines = [head, ["---:" if side == ">" else "---" for side in align], *rows]
    return ["| " + " | ".join(cells) + " |" for cells in lines]


def marks(name: str) -> tuple[str, str]:
    """What stands before and after the part of README.md that a benchmark renews."""
    return f"<!-- {name}: begin -->", f"<!-- {name}: end -->"


def put_between(text: str, name: str, part: str) -> str:
    """`text` with `part` in the place of what stands between the two marks."""
    first, last = marks(name)
    before, begin, rest = text.partition(first)
    _, end, after = rest.partition(last)
    if not (begin and end):
        raise ValueError(f"the file has no {first} followed by {last}")
    return f"{before}{first}\n\n{part}\n\n{last}{after}"


def write_readme(file: Path, name: str, part: str) -> None:
    """Renews a part of a README."""
    file.write_text(put_between(file.read_text(encoding="utf-8"), name, part), encoding="utf-8")
