"""The text of an approval.toml with one more approval at its end; what stands there stays.

A text given here is one that `read_approvals` takes.
"""

from __future__ import annotations

from dataclasses import fields

import tomlkit

from plugins.practice.review_records import Approval

_HEAD = """\
# Who has approved which text of the post: one [[approvals]] for each yes.
# `approve` writes it. Keep it in git and leave it to the command. Approvals of earlier texts stay
# as a record.
"""
_KEPT_EMPTY = ("about_a_person",)


def with_approval(text: str, approval: Approval, *, uid: str, file: str) -> str:
    """The text with the approval at its end, and with the file that the post has now.

    An empty text gets a head.
    """
    start = _with_file(text, file) if text else _head(uid, file)
    return f"{start}{'' if start.endswith(chr(10)) else chr(10)}\n{_printed(approval)}"


def _head(uid: str, file: str) -> str:
    return f"{_HEAD}\nuid = {_value(uid)}\nfile = {_value(file)}\n"


def _with_file(text: str, file: str) -> str:
    """A renamed post is known by its uid; the file that the record names follows it."""
    lines = text.removeprefix("\ufeff").split("\n")
    for number, line in enumerate(lines):
        if line.startswith("[["):
            break
        if line.partition("=")[0].strip() == "file":
            lines[number] = f"file = {_value(file)}"
    return "\n".join(lines)


def _printed(approval: Approval) -> str:
    values = ((field.name, getattr(approval, field.name)) for field in fields(approval))
    told = (
        f"{name} = {_value(value)}\n"
        for name, value in values
        if name in _KEPT_EMPTY or value not in ("", {})
    )
    return "[[approvals]]\n" + "".join(told)


def _value(value: object) -> str:
    if isinstance(value, dict):
        pairs = (
            f"{tomlkit.key(str(key)).as_string()} = {_value(item)}" for key, item in value.items()
        )
        return f"{{ {', '.join(pairs)} }}"
    if isinstance(value, str) and "\n" in value:
        return tomlkit.string(value, multiline=True).as_string()
    return tomlkit.item(value).as_string()
