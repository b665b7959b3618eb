"""A content file's front matter: YAML between two `---` lines, each field with its line.

Every scalar is read as the text that stands there, so that YAML's own guesses (`no` as false,
`1e3` as a number, `2026-11-01` as a date) never change what a writer typed; `fields` says what a
text means.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeGuard

import yaml

from plugins.practice.masking import without_long_numbers
from plugins.practice.problems import Problem, Severity

_FENCE = "---"
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of a file, the line of each ("share.networks" for nested ones), and its text."""

    fields: Mapping[str, object] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    text: str = ""
    text_line: int = 1


def read_front_matter(raw: str, file: str) -> tuple[FrontMatter | None, list[Problem]]:
    """Take a file's content apart; None when its front matter cannot be read."""
    lines = raw.split("\n")
    if not raw.strip():
        return None, [_problem(file, 1, "empty-file", "the file is empty", _EMPTY, _START)]
    if lines[0].rstrip() != _FENCE:
        what = f'the first line is "{_quote(lines[0])}", not ---'
        return None, [_problem(file, 1, "front-matter", what, _NO_FIELDS, _START)]
    closing = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
    if closing is None:
        what = "the front matter is opened by --- and never closed"
        return None, [_problem(file, 1, "front-matter", what, _NO_FIELDS, _CLOSE)]
    return _read_yaml(lines, closing, file)


def _read_yaml(
    lines: list[str], closing: int, file: str
) -> tuple[FrontMatter | None, list[Problem]]:
    try:
        return _read_mapping(lines, closing, file)
    except RecursionError:
        what = "the front matter has lists inside lists without end"
        return None, [_problem(file, 2, "front-matter", what, _NO_FIELDS, "write it anew")]


def _read_mapping(
    lines: list[str], closing: int, file: str
) -> tuple[FrontMatter | None, list[Problem]]:
    try:
        root = yaml.compose("\n".join(lines[1:closing]), Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        return None, [_yaml_problem(error, lines, file)]
    except yaml.YAMLError as error:  # a character that YAML forbids
        return None, [_problem(file, 1, "front-matter", _first_line(error), _NO_FIELDS, _RETYPE)]
    if not _is_mapping_of_names(root):
        what = "the front matter has no `name: value` lines"
        return None, [_problem(file, 2, "front-matter", what, _NO_FIELDS, _START)]
    if _is_shared(root, set()):
        what = "the front matter uses & and * to repeat a value"
        return None, [_problem(file, 2, "front-matter", what, _NO_FIELDS, "write the value out")]
    front = FrontMatter(
        fields={str(key.value): _plain(value) for key, value in root.value},
        lines=dict(_locate(root)),
        text="\n".join(lines[closing + 1 :]),
        text_line=closing + 2,
    )
    return front, list(_repeated(root, file))


def _is_mapping_of_names(root: yaml.Node | None) -> TypeGuard[yaml.MappingNode]:
    return isinstance(root, yaml.MappingNode) and all(
        isinstance(key, yaml.ScalarNode) for key, _ in root.value
    )


def _plain(node: yaml.Node) -> object:
    """Dicts, lists and texts of a YAML node."""
    match node:
        case yaml.MappingNode():
            return {str(_plain(key)): _plain(value) for key, value in node.value}
        case yaml.SequenceNode():
            return [_plain(item) for item in node.value]
        case _:
            return "" if node.value == "~" else node.value


def _is_shared(node: yaml.Node, seen: set[int]) -> bool:
    """Whether a value is used twice (`&name` and `*name`): ten such lines can fill the memory."""
    if id(node) in seen:
        return True
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        return any(_is_shared(part, seen) for pair in node.value for part in pair)
    return isinstance(node, yaml.SequenceNode) and any(_is_shared(n, seen) for n in node.value)


def _locate(root: yaml.MappingNode) -> Iterator[tuple[str, int]]:
    """The line of every field; the first line of the YAML is line 2 of the file."""
    for key, value in root.value:
        yield str(key.value), key.start_mark.line + 2
        if isinstance(value, yaml.MappingNode):
            for inner, _ in value.value:
                yield f"{key.value}.{inner.value}", inner.start_mark.line + 2


def _repeated(root: yaml.MappingNode, file: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for key, _ in root.value:
        name = str(key.value)
        if name in seen:
            yield _problem(
                file,
                key.start_mark.line + 2,
                "repeated-field",
                f"`{name}` stands twice",
                "only one of the two can count",
                "keep the one that you mean and delete the other",
            )
        seen.add(name)


def _yaml_problem(error: yaml.MarkedYAMLError, lines: list[str], file: str) -> Problem:
    # A quotation mark that is never closed is noticed at the end; what counts is where it stands.
    is_unclosed = "quoted scalar" in (error.context or "")
    mark = error.context_mark if is_unclosed else error.problem_mark or error.context_mark
    line = min((mark.line if mark else 0) + 2, len(lines))
    found = lines[line - 1]
    # YAML notices an unquoted colon or a tab late; the line itself tells which it was.
    if is_unclosed:
        what, fix = (
            "a quotation mark is opened and never closed",
            "close it at the end of the value",
        )
    elif "\t" in found:
        what, fix = "a tab stands where YAML wants spaces", "replace the tab by spaces"
    elif found.count(": ") > 1:
        what = "a value contains a colon without quotes"
        fix = 'put the value in double quotes, like title: "Flu: what to know"'
    else:
        what, fix = f"{error.problem or 'this line cannot be read'}", _RETYPE
    return _problem(file, line, "front-matter", f"{what}: {_quote(found)}", _NO_FIELDS, fix)


def _problem(file: str, line: int, rule: str, what: str, why: str, fix: str) -> Problem:
    return Problem(
        rule=rule, severity=Severity.BLOCK, file=file, line=line, what=what, why=why, fix=fix
    )


def _quote(line: str) -> str:
    return without_long_numbers(line.strip())[:60]


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]


_EMPTY = "there is nothing to publish"
_NO_FIELDS = "without its fields (title, summary, ...) the text cannot be published"
_START = "begin the file with a line ---, the fields, and a line --- below them; `new` writes them"
_CLOSE = "put a line --- below the last field"
_RETYPE = "compare the line with a file that works; quotes go around a value with : # [ { or *"
