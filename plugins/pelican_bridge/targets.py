"""Which folders a build may replace: its own, and no other."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

from plugins.pelican_bridge.mistakes import WrongUseError

_SITE = "sitemap.xml"
_KIT = "posts.json"
"""A file that only a build puts there: a folder without it is somebody's own."""


def check_targets(content: Path, output: Path, kit: Path) -> None:
    """WrongUseError: a folder to replace holds something else, or lies in another one.

    A build replaces its two folders whole; one named by mistake would be lost with all in it.
    """
    folders = {"content": content, "output": output, "kit": kit}
    for (one, first), (other, second) in combinations(folders.items(), 2):
        if _overlap(first.resolve(), second.resolve()):
            raise WrongUseError(f"{one} ({first}) and {other} ({second}) lie in each other.")
    _check_own(output, _SITE, "--output")
    _check_own(kit, _KIT, "--kit")


def holds_a_site(folder: Path) -> bool:
    """Whether the folder may be taken for a site: it is one, or it is empty or not there."""
    return _is_own(folder, _SITE)


def holds_a_kit(folder: Path) -> bool:
    """Whether a build has written its kit there."""
    return (folder / _KIT).is_file()


def _overlap(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


def _is_own(folder: Path, mark: str) -> bool:
    return not folder.exists() or (
        folder.is_dir() and (not any(folder.iterdir()) or (folder / mark).is_file())
    )


def _check_own(folder: Path, mark: str, option: str) -> None:
    if not _is_own(folder, mark):
        raise WrongUseError(
            f"{folder} holds something that no build wrote, and a build would replace it. "
            f"Name an empty or a new folder with {option}."
        )
