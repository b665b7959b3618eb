"""The hashes of all texts, with the bytes of the pictures that they name."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from plugins.editorial_review.approvals.hashing import hash_of, words_like_names
from plugins.practice.posts import Post
from plugins.practice.reading import Content
from plugins.practice.review_files import APPROVALS


def text_hashes(content: Content) -> Mapping[str, str]:
    """The hash of each post's text, by its file."""
    there = image_files(content.folder)
    posts = (*content.posts, *content.closures)
    return {post.file: hash_of(post, pictures_of(post, there)) for post in posts}


def copy_hashes(content: Content) -> Mapping[str, str]:
    """The hash of each approved copy, by the uid of its post."""
    there = image_files(content.folder)
    copies = {uid: record.copy for uid, record in content.review.approvals.items()}
    return {
        uid: hash_of(copy, pictures_of(copy, {**there, **kept_files(content.folder, uid)}))
        for uid, copy in copies.items()
        if copy
    }


def image_files(folder: Path) -> Mapping[str, Path]:
    """Every file of content/images/ by the name under which posts know it."""
    return _files(folder / "images")


def kept_files(folder: Path, uid: str) -> Mapping[str, Path]:
    """The pictures that are kept beside an approved copy, by the same names."""
    found = _files(folder / APPROVALS / uid)
    return {name: path for name, path in found.items() if path.suffix not in {".toml", ".md"}}


def pictures_of(post: Post, there: Mapping[str, Path]) -> Mapping[str, str]:
    """The SHA-256 of each picture of `there` that the post names, by name."""
    return {name: sha256_of(there[name]) for name in sorted(words_like_names(post) & there.keys())}


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, which is remembered while the file stays as it is."""
    found = path.stat()
    return _sha256(path, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=4096)
def _sha256(path: Path, _changed: int, _size: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _files(folder: Path) -> dict[str, Path]:
    return {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
