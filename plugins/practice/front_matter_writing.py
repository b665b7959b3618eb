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
    new = [f"{name}: {_quoted(value)}{end}" for name, value in fields.items() if value]
    if not lines or lines[0].rstrip() != _FENCE:
        head = [f"{_FENCE}{end}", *new, f"{_FENCE}{end}"] if new else []
        return mark + "".join([*head, *lines])
    closing = _closing(lines)
    kept = [*_without(lines[1:closing], fields)]
    rest = lines[closing:]
    if not (kept or new) and closing > 1 and rest:
        return mark + "".join(rest[1:])  # there was nothing but these fields, put there by us
    asked = {name: value for name, value in fields.items() if value}
    for front in ([*kept, *new], [*new, *kept]):
        text = "".join([lines[0], *front, *rest])
        if _says(text, asked):
            return mark + text
    return mark + "".join([lines[0], *new, *kept, *rest])


def field_in(raw: str, name: str) -> str:
    """The value of a field on one line, read as plainly as can be; "" without one."""
    front, _ = read_front_matter(raw.removeprefix(_BOM).replace("\r\n", "\n"), "")
    if front is not None:
        value = front.fields.get(name, "")
        return value if isinstance(value, str) else ""
    lines = _LINE.findall(raw.removeprefix(_BOM))
    found = (line.partition(":") for line in lines if line.startswith(f"{name}:"))
    return next((value.split(" #")[0].strip().strip("\"'") for _, _, value in found), "")


def _line_end(lines: list[str]) -> str:
    return "\r\n" if lines and lines[0].endswith("\r\n") else "\n"


def _closing(lines: list[str]) -> int:
    """The line that closes the front matter; where nobody closed it, the first empty one."""
    ends = [n for n, line in enumerate(lines[1:], 1) if line.rstrip() in (_FENCE, "")]
    fences = (n for n in ends if lines[n].strip())
    return next(fences, ends[0] if ends else len(lines))


_CONTINUED = re.compile(r"[ \t]|-[ \t]")


def _without(lines: list[str], fields: Mapping[str, str]) -> Iterator[str]:
    """The lines but those of the fields, each with the indented ones below it."""
    is_out = False
    for line in lines:
        name = line.partition(":")[0].rstrip() if ":" in line else ""
        is_out = name in fields or (is_out and _CONTINUED.match(line) is not None)
        if not is_out:
            yield line


def _says(text: str, fields: Mapping[str, str]) -> bool:
    """Whether the fields are read as they are meant."""
    front: FrontMatter | None
    front, problems = read_front_matter(text.replace("\r\n", "\n").replace("\r", "\n"), "")
    if front is None or problems:
        return False
    return all(front.fields.get(name) == value for name, value in fields.items())


_PLAIN = re.compile(r"[A-Za-z0-9][\w/.-]*")


def _quoted(value: str) -> str:
    """As YAML takes it word for word; JSON's quotes are YAML's, too."""
    return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
