"""Files that cannot be read: which of them still want their approved text to be public."""

from __future__ import annotations

import re
from collections.abc import Mapping

from plugins.practice.posts import ClosureTemplate
from plugins.practice.reading import Content

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")

_FALSE = r"[\"']?[ \t]*:[ \t]*[\"']?(?:false|no)[\"']?[ \t]*(?:#[^\n]*)?$"
# In whatever way YAML could mean it: who takes a post back must be believed.
_TAKEN_BACK = re.compile(
    rf"(?:^[^\w\n]{{0,20}}|[{{,][^\w\n]{{0,20}})(?:drafts?|withdrawn)\b(?!{_FALSE})", re.I | re.M
)
_UID = re.compile(
    r"^[ \t]{0,20}[\"']?uid[\"']?[ \t]{0,20}:[ \t]{0,20}[\"']?([a-z][a-z0-9]{9})\b", re.M
)


def lost_files(content: Content) -> Mapping[str, str]:
    """The files of approved posts that are there, cannot be read, and should be public, each with
    the uid that stands in it: the name alone could be that of another post by now."""
    read = {post.file for post in content.posts} | content.drafts
    files = {record.file for record in content.review.approvals.values()} - read
    found = {
        file: _uid_in(content, file)
        for file in files
        # A closure template is never public itself, however it can be read.
        if not file.startswith(f"{ClosureTemplate.folder}/")
    }
    return {file: uid for file, uid in found.items() if uid}


def _uid_in(content: Content, file: str) -> str:
    """The uid of a file that cannot be read. Empty where it says that it is a draft or withdrawn,
    or where that cannot be known.

    Read as plainly as can be: its front matter is what is damaged.
    """
    try:
        raw = (content.folder / file).read_bytes()
    except OSError:
        return ""
    if raw.startswith(_UTF_16) or b"\0" in raw:
        return ""
    text = raw.decode("utf-8", "replace").replace("\r", "\n")
    uids = set(_UID.findall(text))
    return uids.pop() if len(uids) == 1 and not _TAKEN_BACK.search(text) else ""
