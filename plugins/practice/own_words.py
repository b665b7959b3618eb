"""content/words.txt: the words that the practice itself says are spelled rightly."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from plugins.practice.problems import Problem, Severity
from plugins.practice.text_files import read_text_file

FILE = "words.txt"


def read_own_words(folder: Path) -> tuple[frozenset[str], list[Problem]]:
    """The words of the file, in small letters; one a line or several, `#` begins a remark.

    No file is no words. One that cannot be read is told as a warning: words that it has would only
    be told as misspelt.
    """
    path = folder / FILE
    if not path.exists():
        return frozenset(), []
    text, problems = read_text_file(path, FILE)
    lines = (text or "").split("\n")
    words = (word.lower() for line in lines for word in line.partition("#")[0].split())
    return frozenset(word.replace("’", "'") for word in words), [_warning(p) for p in problems]


def _warning(problem: Problem) -> Problem:
    return replace(
        problem,
        severity=Severity.WARN,
        why="its words are told as misspelt until it can be read",
    )
