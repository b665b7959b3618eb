"""A file's bytes as text, or the problem that says why they are none."""

from __future__ import annotations

import re
from pathlib import Path

from plugins.practice.problems import Problem, Severity

LONGEST = 500_000
"""Bytes of a content file; the longest chapter of a textbook is shorter."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_UNREADABLE = "a file that cannot be read as text cannot be published"


def read_text_file(
    path: Path, file: str, longest: int = LONGEST
) -> tuple[str | None, list[Problem]]:
    """The text of `path`, its line ends as "\\n", without a byte-order mark.

    None with the problem when it is too long (over `longest` bytes), not UTF-8 or holds control
    characters.
    """
    try:
        size = path.stat().st_size
        if size > longest:
            return None, [_too_long(file, size, longest)]
        raw = path.read_bytes()
    except FileNotFoundError:
        fix = "write it; that of the demonstration practice shows how"
        return None, [_block(file, 1, "unreadable-file", "there is no such file", fix)]
    except OSError as error:
        what = f"the file cannot be opened: {error.strerror}"
        return None, [_block(file, 1, "unreadable-file", what, "check the file's permissions")]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(file, raw, error)]
    return _cleaned(text, file)


def _cleaned(text: str, file: str) -> tuple[str | None, list[Problem]]:
    problems = []
    if text.startswith("\ufeff"):
        text = text[1:]
        problems.append(_byte_order_mark(file))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    bad = _CONTROL.search(text)
    if bad is None:
        return text, problems
    what = f"an invisible control character (U+{ord(bad[0]):04X}) stands in the text"
    fix = "delete it; it often comes along when text is pasted from a PDF"
    return None, [
        *problems,
        _block(file, text.count("\n", 0, bad.start()) + 1, "control-character", what, fix),
    ]


def _too_long(file: str, size: int, longest: int) -> Problem:
    what = f"the file is {size / 1e6:.1f} MB long; at most {longest // 1000} kB are read"
    return _block(file, 1, "too-long-file", what, "split the text; put pictures into images/")


def _not_utf8(file: str, raw: bytes, error: UnicodeDecodeError) -> Problem:
    line = raw.count(b"\n", 0, error.start) + 1
    what = f"the file is not UTF-8: byte 0x{raw[error.start]:02X} on this line"
    fix = 'save it with the encoding "UTF-8"; Word and Notepad ask for it under "Save as"'
    return _block(file, line, "not-utf8", what, fix)


def _byte_order_mark(file: str) -> Problem:
    return Problem(
        rule="byte-order-mark",
        severity=Severity.NOTE,
        file=file,
        line=1,
        what="the file begins with a byte-order mark (BOM), which was passed over",
        why="other tools take it for a character of the first line",
        fix='save the file as "UTF-8", not "UTF-8 with BOM"',
    )


def _block(file: str, line: int, rule: str, what: str, fix: str) -> Problem:
    return Problem(
        rule=rule,
        severity=Severity.BLOCK,
        file=file,
        line=line,
        what=what,
        why=_UNREADABLE,
        fix=fix,
    )
