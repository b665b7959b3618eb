"""Single fields written into a file's front matter; every other byte stays as it was.

It works on files that cannot be read, too: what is taken back must be so at once, whatever else is
wrong with its file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from plugins.practice.front_matter import FrontMatter, read_front_matter

_FENCE = "---"
_BOM = "\ufeff"
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def with_fields(raw: str, fields: Mapping[str, str]) -> str:
    """The text of a file with these fields in its front matter, in the place of those there.

    `fields` by name; an empty value takes the field out. Where the front matter has no end, or
    there is none, the fields are put where they are read once it is mended: at its beginning.
    """
    mark = _BOM if raw.startswith(_BOM) else ""
    lines = _LINE.findall(raw.removeprefix(_BOM))
    end = _line_end(lines)
    asked = {name: value for name, value in fields.items() if value}
    if not lines or lines[0].rstrip() != _FENCE:
        new = [f"{line}{end}" for line in _as_lines(asked)]
        head = [f"{_FENCE}{end}", *new, f"{_FENCE}{end}"] if new else []
        return mark + "".join([*head, *lines])
    closing = _closing(lines)
    indent = _indent(lines[1:closing])
    new = [f"{indent}{line}{end}" for line in _as_lines(asked)]
    kept = [*_without(lines[1:closing], fields, indent)]
    opening = lines[0] if lines[0].endswith("\n") else f"{lines[0]}{end}"
    rest = lines[closing:]
    if not (kept or new) and closing > 1 and rest:
        return mark + "".join(rest[1:])  # there was nothing but these fields, put there by us
    for front in ([*kept, *new], [*new, *kept]):
        text = "".join([opening, *front, *rest])
        if _says(text, asked):
            return mark + text
    return mark + "".join([opening, *new, *kept, *rest])


def field_in(raw: str, name: str) -> str:
    """The value of a field on one line, read as plainly as can be; "" without one."""
    front, _ = read_front_matter(_readable(raw.removeprefix(_BOM)), "")
    if front is not None:
        value = front.fields.get(name, "")
        return value if isinstance(value, str) else ""
    lines = _LINE.findall(raw.removeprefix(_BOM))
    found = (line.partition(":") for line in lines if line.lstrip(" ").startswith(f"{name}:"))
    return next((value.split(" #")[0].strip().strip("\"'") for _, _, value in found), "")


def _line_end(lines: list[str]) -> str:
    return "\r\n" if lines and lines[0].endswith("\r\n") else "\n"


def _closing(lines: list[str]) -> int:
    """The line that closes the front matter; where nobody closed it, the first empty one."""
    ends = [n for n, line in enumerate(lines[1:], 1) if line.rstrip() in (_FENCE, "")]
    fences = (n for n in ends if lines[n].strip())
    return next(fences, ends[0] if ends else len(lines))


def _as_lines(fields: Mapping[str, str]) -> list[str]:
    return [f"{name}: {_quoted(value)}" for name, value in fields.items()]


def _indent(lines: list[str]) -> str:
    """How far in the fields stand: YAML wants all of them alike."""
    first = next((line for line in lines if line.strip() and line.lstrip()[0] != "#"), "")
    return first[: len(first) - len(first.lstrip(" "))]


_CONTINUED = re.compile(r"[ \t]|-[ \t]")


def _without(lines: list[str], fields: Mapping[str, str], indent: str) -> Iterator[str]:
    """The lines but those of the fields, each with what is continued below it."""
    is_out = False
    for line in lines:
        inner = line.removeprefix(indent)
        name = inner.partition(":")[0].rstrip() if ":" in inner else ""
        is_out = name in fields or (is_out and _CONTINUED.match(inner) is not None)
        if not is_out:
            yield line


def _says(text: str, fields: Mapping[str, str]) -> bool:
    """Whether the fields are read as they are meant."""
    front: FrontMatter | None
    front, problems = read_front_matter(_readable(text), "")
    if front is None or problems:
        return False
    return all(front.fields.get(name) == value for name, value in fields.items())


def _readable(text: str) -> str:
    """As `read_text_file` gives it; bytes that are no UTF-8 as a question mark."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return lines.encode("utf-8", "replace").decode()


_PLAIN = re.compile(r"[A-Za-z0-9][\w/.-]*")


def _quoted(value: str) -> str:
    """As YAML takes it word for word; JSON's quotes are YAML's, too."""
    return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
