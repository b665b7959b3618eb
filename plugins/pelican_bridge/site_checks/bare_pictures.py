"""Every picture of a build once more, byte by byte: none may say where or when it was taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.editorial_review.pictures.metadata import metadata_in
from plugins.practice.problems import Problem, Severity

_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".pdf"})


class UnfitPicturesError(Exception):
    """Pictures that must not be published: raised before anything is swapped in."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems[0].what)
        self.problems = problems


def check_pictures(folders: Mapping[str, Path]) -> None:
    """See that no picture below `folders`, by the name that people know, tells anything.

    UnfitPicturesError: one does. OSError: a file cannot be read.
    """
    found = [
        problem
        for name, root in folders.items()
        for path in sorted(root.rglob("*"))
        if path.suffix.lower() in _SUFFIXES and path.is_file()
        for problem in _told(path, f"{name}/{path.relative_to(root).as_posix()}")
    ]
    if found:
        raise UnfitPicturesError(found)


def _told(path: Path, file: str) -> Iterator[Problem]:
    found = metadata_in(path.read_bytes())
    if found:
        is_ours = not file.startswith("output/theme/")
        yield Problem(
            rule="picture-metadata",
            severity=Severity.BLOCK,
            file=file,
            line=1,
            what=f"the picture still holds {', '.join(found)}",
            why="it may tell where, when or by whom it was taken; so nothing was "
            "published, and the last good site stays",
            fix="this is a mistake in Housecall: please report it, without the picture"
            if is_ours
            else "save this picture of your theme anew, without metadata",
        )
