"""Everything of one post as one file, to send to whoever posts it."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from plugins.practice.addresses import language_prefix
from plugins.practice.posts import Post
from plugins.practice.settings import Practice
from plugins.share_kit.kit_post import KitPost, folder_of
from plugins.share_kit.network_shares import Kit
from plugins.share_kit.text_files import text_files

_UNIX, _MODE = 3, 0o644 << 16
"""As on every machine, or the same files would be other bytes on Windows."""


def zip_file(post: Post, practice: Practice) -> str:
    """Where the zip of a post lies in the kit: "flu/flu.zip"."""
    return f"{folder_of(post, practice)}{post.slug}.zip"


def zip_of(kit_post: KitPost, kit: Kit) -> dict[str, str]:
    """What goes in: the path in the kit by the name in the zip, "flu/square.jpg".

    Empty for a post of which nothing is shared.
    """
    post, practice = kit_post.post, kit.practice
    folder = f"{language_prefix(practice, post.lang).replace('/', '-')}{post.slug}"
    images = (*kit.images_of(kit_post), *kit.slides_of(kit_post))
    document = kit.document_of(kit_post)
    paths = [image.file for image in images] + ([document.file] if document else [])
    paths += [f"{folder_of(post, practice)}{name}" for name, _ in text_files(kit_post, kit)]
    return {f"{folder}/{path.rpartition('/')[2]}": path for path in paths}


def zip_bytes(files: Mapping[str, bytes]) -> bytes:
    """The files as a zip, in their order. The same files give the same bytes.

    Nothing is packed: pictures and PDFs would not get smaller, and packers differ in their bytes.
    """
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as archive:
        for name, data in files.items():
            archive.writestr(_entry(name), data)
    return out.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name)  # dated 1980-01-01, the first day that a zip knows
    entry.create_system, entry.external_attr = _UNIX, _MODE
    return entry
