"""The entry as text, behind everything that stands in sources.toml, byte for byte.

A new table is printed at the end of the file: what stands there is never printed anew.
"""

from __future__ import annotations

from collections.abc import Iterator

import tomlkit

from plugins.cited_sources.citing.entry import ORDER, Entry, hints

_HEAD = """\
# Every work that the posts cite, once. A post names it by the word in brackets: [@its-key].
"""
_TO_FILL_IN = {
    "type": "article-journal, book, chapter, report, guideline or webpage",
    "title": "the work's own title",
    "publisher": "who stands behind it",
}
"""What to write into the fields that an entry needs."""


def entry_text(key: str, entry: Entry) -> str:
    """The table of the entry; what nobody could tell is empty, with a word on what to write."""
    return "".join(f"{line}\n" for line in (f"[{key}]", *_lines(entry)))


def _lines(entry: Entry) -> Iterator[str]:
    for name in ORDER:
        if name not in entry.fields:
            if name not in entry.missing:
                continue
            yield f'{name} = ""  # TODO: {_TO_FILL_IN[name]}'
            continue
        more = f"  # and {entry.more_authors} more" if name == "authors" and _cut(entry) else ""
        yield f"{name} = {tomlkit.item(entry.fields[name]).as_string()}{more}"
    if not entry.is_known:
        names = ", ".join(hints(str(entry.fields.get("type", ""))))
        yield f"# TODO: {names}, as far as it has them (docs/writing.md, “Sources”)"


def _cut(entry: Entry) -> bool:
    return entry.more_authors > 0


def with_entry(before: bytes, text: str) -> bytes:
    """The file with the table at its end, its line ends as the file has them."""
    if not before.removeprefix(b"\xef\xbb\xbf").strip():
        return before + f"{_HEAD}\n{text}".encode()
    end = _line_end(before)
    gap = "" if before.endswith((end * 2).encode()) else "\n"
    gap += "" if before.endswith(end.encode()) else "\n"
    return before + (gap + text).replace("\n", end).encode()


def _line_end(text: bytes) -> str:
    if b"\r\n" in text:
        return "\r\n"
    return "\r" if b"\r" in text and b"\n" not in text else "\n"
