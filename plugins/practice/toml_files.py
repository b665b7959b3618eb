"""A TOML file with the line of every key, which tomllib does not tell."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.practice.problems import Problem, Severity
from plugins.practice.text_files import read_text_file

_TABLE = re.compile(r"^\s*\[\[?\s*([^\]]+?)\s*\]\]?")
_KEY = re.compile(r"""^\s*((?:[\w-]+|"[^"]*")(?:\s*\.\s*[\w-]+)*)\s*=""")

_COMMENT, _SHORT, _LITERAL = r"#[^\n]*", r'"(?:[^"\\\n]|\\.)*"', r"'[^'\n]*'"
_LONG, _LONG_LITERAL = r'"""(?:[^\\]|\\.)*?"{3,5}', r"'{3}.*?'{3,5}"
# Whichever begins first; a long string is the group.
_QUOTED = re.compile(rf"{_COMMENT}|({_LONG}|{_LONG_LITERAL})|{_SHORT}|{_LITERAL}", re.DOTALL)


def read_toml_file(
    path: Path, file: str
) -> tuple[dict[str, object] | None, Mapping[str, int], list[Problem]]:
    """The tables of a file, the line of each dotted key, and what kept it from being read."""
    text, problems = read_text_file(path, file)
    if text is None:
        return None, {}, problems
    raw, lines, more = parse_toml(text, file)
    return raw, lines, problems + more


def parse_toml(
    text: str, file: str
) -> tuple[dict[str, object] | None, Mapping[str, int], list[Problem]]:
    """As `read_toml_file`, from the text of the file; its line ends are "\\n"."""
    try:
        raw = tomllib.loads(text)
        str(raw)  # a hexadecimal number of over 4,300 digits is read, but no message can show it
    except RecursionError:
        return None, {}, [_unreadable("brackets inside brackets without end", text, file)]
    except ValueError as error:  # TOMLDecodeError, or a number of over 4,300 digits
        return None, {}, [_unreadable(str(error), text, file)]
    return raw, dict(_key_lines(masked(text))), []


def masked(text: str) -> str:
    """The text with every long string hidden behind quotes: what stands in one is no key."""
    return _QUOTED.sub(lambda found: _hidden(found) if found[1] else found[0], text)


def _hidden(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", '"', found[0])


def _key_lines(text: str) -> Iterator[tuple[str, int]]:
    """Dotted keys with their lines; the second [[places]] is "places.1", as its index is."""
    table, seen = "", dict[str, int]()
    for number, line in enumerate(text.split("\n"), 1):
        if heading := _TABLE.match(line):
            table = heading[1].replace('"', "")
            array, _, inner = table.partition(".")
            if array in seen and inner:  # [places.hours] belongs to the last [[places]]
                table = f"{array}.{seen[array]}.{inner}"
            if line.lstrip().startswith("[["):
                index = seen[table] = seen.get(table, -1) + 1
                if not index:
                    yield table, number
                table = f"{table}.{index}"
            yield table, number
        elif key := _KEY.match(line):
            name = re.sub(r'[\s"]', "", key[1])
            yield f"{table}.{name}" if table else name, number


def _unreadable(error: str, text: str, file: str) -> Problem:
    """tomllib ends its message with "(at line 3, column 7)" or "(at end of document)"."""
    place = re.search(r" \(at line (\d+), column \d+\)$| \(at end of document\)$", error)
    line = int(place[1]) if place and place[1] else text.count("\n") + 1
    return Problem(
        rule="toml",
        severity=Severity.BLOCK,
        file=file,
        line=line,
        what=f"this line cannot be read: {_in_words(error[: place.start()] if place else error)}",
        why="nothing below it could be read either",
        fix='write name = "value": texts in double quotes, lists in [ ], one key only once a table',
    )


def _in_words(error: str) -> str:
    """What tomllib says of a second table or key of one name, in words for people."""
    if table := re.fullmatch(r"Cannot declare \((.+?),?\) twice", error):
        return f"[{table[1].replace(chr(39), '').replace(', ', '.')}] stands in the file already"
    return "its table has this key already" if error == "Cannot overwrite a value" else error
