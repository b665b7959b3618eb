"""The hash of what readers see of a post: what an approval is bound to.

It is made of the fields as they were understood, so the spelling of the YAML and the order of its
keys change nothing; one space in the text does.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from html import unescape
from typing import Any

from plugins.practice.image_names import image_name
from plugins.practice.markdown_text import without_comments
from plugins.practice.posts import Post, Share
from plugins.practice.schemas import INHERITED

UNSEEN = frozenset(
    {
        *("file", "text_line", "lines", "uid", "slug", "date", "draft", "withdrawn"),
        *("withdrawn_reason", "evergreen", "source_hash", "kept_images"),
    }
)
"""Fields that change no word and no picture that readers see."""

_UNSEEN_OF_SHARE = frozenset({"networks"})
_NONE: frozenset[str] = frozenset()

_PARTING = frozenset({"slug", "lang"})

_WORD = re.compile(r"[\w./-]+")

SHORT = 8
"""Digits of a hash that people read, write and sign."""


def hash_of(post: Post, pictures: Mapping[str, str]) -> str:
    """The hash of a post's text: 64 hexadecimal digits.

    `pictures`: the SHA-256 of the bytes of each image that it names, by name.
    """
    seen = {name: value for name, value in _said(post, UNSEEN).items() if _is_own(name, post)}
    told = {**seen, "kind": post.kind, "pictures": dict(pictures)}
    plain = json.dumps(told, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def short_hash(text: str) -> str:
    """A hash as people read, write and sign it: "3f9a 77c1"."""
    return f"{text[: SHORT // 2]} {text[SHORT // 2 : SHORT]}"


def is_meant(typed: str, text: str) -> bool:
    """Whether what somebody typed ("3F9A 77C1", or more digits of it) is this hash."""
    digits = "".join(typed.split()).lower()
    return len(digits) >= SHORT and text.startswith(digits)


def words_like_names(post: Post) -> frozenset[str]:
    """Every word of the post that could be the name of an image: "hands.jpg", "skin/rash.png"."""
    # Markdown knows hands\_1.jpg and hands&#46;jpg for the same name.
    text = unescape(without_comments(post.text, keep_lines=False).replace("\\", ""))
    words = set(_WORD.findall(text))
    words |= {word.rstrip(".") for word in words}
    if post.image and _is_own("image", post):
        words.add(post.image)
    return frozenset(image_name(word) for word in words)


def is_translation(post: Post) -> bool:
    """Whether it stands in a file like flu.es.md, and takes from flu.md what it does not say."""
    return post.file.rpartition("/")[2].count(".") > 1


def original_file(file: str) -> str:
    """The file of the post that a translation takes its fields from: "articles/flu.md"."""
    folder, _, name = file.rpartition("/")
    return f"{folder}/{name.partition('.')[0]}.md"


def _is_own(name: str, post: Post) -> bool:
    """A field that a translation only takes over is approved with its original, if its file says
    nothing that could part the two."""
    is_tied = is_translation(post) and not _PARTING & post.lines.keys()
    return not (is_tied and name in INHERITED and name not in post.lines)


def _said(record: Any, unseen: frozenset[str]) -> dict[str, object]:  # any dataclass
    """The fields that say something: what a later version adds must not void an approval."""
    seen = [one for one in fields(record) if one.name not in unseen]
    values = ((one.name, _plain(getattr(record, one.name)), _default(one)) for one in seen)
    return {name: value for name, value, default in values if value != _plain(default)}


def _default(one: Field[Any]) -> object:
    return one.default_factory() if one.default_factory is not MISSING else one.default


def _plain(value: object) -> object:
    """A value as JSON knows it."""
    match value:
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(item) for item in value]
        case Mapping():
            return {str(key): _plain(item) for key, item in value.items()}
        case _ if is_dataclass(value):
            return _said(value, _UNSEEN_OF_SHARE if isinstance(value, Share) else _NONE)
        case _:
            return value
