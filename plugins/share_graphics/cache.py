"""Drawn graphics kept between builds, by the key of all that shapes their bytes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from plugins.share_graphics.draw import draw_all
from plugins.share_graphics.graphic import Graphic

_SUFFIX = ".jpg"


@dataclass(frozen=True, slots=True)
class GraphicCache:
    """A folder with one file a graphic."""

    folder: Path

    def read(self, graphic: Graphic) -> bytes | None:
        """The JPEG drawn from an equal plan before, or None. An empty file counts as none."""
        try:
            return self._file(graphic).read_bytes() or None
        except FileNotFoundError:
            return None

    def holds(self, graphic: Graphic) -> bool:
        """Whether `read` would find the graphic; its bytes are not read."""
        file = self._file(graphic)
        return file.is_file() and file.stat().st_size > 0

    def write(self, graphic: Graphic, data: bytes) -> None:
        """Keeps a JPEG. Written beside and renamed, so that no reader ever sees half a file."""
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self._file(graphic)
        unfinished = file.with_suffix(f".{os.getpid()}.tmp")
        unfinished.write_bytes(data)
        unfinished.replace(file)

    def prune(self, wanted: Iterable[Graphic]) -> None:
        """Removes what was not asked for, unfinished files of a stopped build too."""
        kept = {self._file(graphic).name for graphic in wanted}
        for file in self.folder.glob("*") if self.folder.is_dir() else ():
            if file.name not in kept and file.suffix in {_SUFFIX, ".tmp"}:
                file.unlink(missing_ok=True)

    def _file(self, graphic: Graphic) -> Path:
        return self.folder / f"{graphic.key}{_SUFFIX}"


def draw_cached(
    graphics: Iterable[Graphic], cache: GraphicCache, executor: Executor | None = None
) -> Iterator[tuple[Graphic, bytes]]:
    """Every graphic with its JPEG, in the order given; only those that are not kept are drawn."""
    wanted = list(graphics)
    kept = [cache.read(graphic) for graphic in wanted]
    missing = [graphic for graphic, data in zip(wanted, kept, strict=True) if data is None]
    drawn = draw_all(missing, executor)
    for graphic, data in zip(wanted, kept, strict=True):
        if data is None:
            _, data = next(drawn)
            cache.write(graphic, data)
        yield graphic, data
