"""The files of the built site as a static host finds them: case counts, a folder is its index."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from plugins.pelican_bridge.site_checks.addresses import Fault

_INDEX = "index.html"


@dataclass(frozen=True)
class SiteTree:
    """Paths are relative to the site, `/`-joined. A folder's has no slash at its end."""

    root: Path
    files: frozenset[str]
    folders: frozenset[str]

    def file_at(self, path: str) -> str | Fault:
        """The file that a host answers with. A folder asked for without its slash is redirected."""
        if path in self.files:
            return path
        folder = path.removesuffix("/")
        index = f"{folder}/{_INDEX}" if folder else _INDEX
        if index in self.files:
            return index
        return Fault.NO_INDEX if folder in self.folders else Fault.MISSING

    def read(self, file: str) -> bytes:
        """The bytes of one of `files`."""
        return (self.root / file).read_bytes()

    def nearly(self, path: str) -> str:
        """A file or folder with the same letters in other capitals; "" when there is none."""
        return self._by_letters.get(path.removesuffix("/").casefold(), "")

    @cached_property
    def _by_letters(self) -> dict[str, str]:
        return {path.casefold(): path for path in (*self.folders, *sorted(self.files))}


def tree_of(root: Path) -> SiteTree:
    """Every file and folder below `root`, read once."""
    files: set[str] = set()
    folders: set[str] = set()
    for folder, inner, names in os.walk(root):
        inside = folder[len(str(root)) :].replace(os.sep, "/").lstrip("/")
        before = f"{inside}/" if inside else ""
        folders.update(before + name for name in inner)
        files.update(before + name for name in names)
    return SiteTree(root=root, files=frozenset(files), folders=frozenset({"", *folders}))
