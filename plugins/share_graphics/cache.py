"""Drawn graphics kept between builds, by the key of all that shapes their bytes.

A plan is kept too, in a few words, by all that it was made from: a build in which nothing changed
neither draws nor plans.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from plugins.share_graphics.draw import FEWEST_BYTES, draw_graphic
from plugins.share_graphics.graphic import Graphic

_PICTURE, _PLAN, _UNFINISHED = ".jpg", ".json", ".tmp"
_CHUNK = 16
"""Graphics handed to a worker at once: few enough that both cores end together."""
_KEPT = ("shape", "path", "width", "height", "alt", "key")


@dataclass(frozen=True, slots=True)
class GraphicCache:
    """A folder with one file a graphic and one a plan."""

    folder: Path

    def file(self, graphic: Graphic) -> Path:
        """Where the JPEG of an equal plan is kept."""
        return self.folder / f"{graphic.key}{_PICTURE}"

    def read(self, graphic: Graphic) -> bytes | None:
        """The JPEG drawn from an equal plan before, or None. An empty file counts as none."""
        try:
            return self.file(graphic).read_bytes() or None
        except FileNotFoundError:
            return None

    def holds(self, graphic: Graphic) -> bool:
        """Whether the graphic is kept, as large as any is; its bytes are not read."""
        return self.size(graphic) >= FEWEST_BYTES

    def size(self, graphic: Graphic) -> int:
        """Bytes of the kept JPEG; 0 where there is none."""
        try:
            return self.file(graphic).stat().st_size
        except FileNotFoundError:
            return 0

    def write(self, graphic: Graphic, data: bytes) -> None:
        """Keeps a JPEG."""
        self._put(self.file(graphic), data)

    def draw(self, graphic: Graphic) -> None:
        """Draws a graphic and keeps it: what a worker does, so that no bytes travel."""
        self.write(graphic, draw_graphic(graphic))

    def remember(self, made_from: str, graphics: Iterable[Graphic]) -> None:
        """Keeps the plan of a post that had no problems, by the key of what it was made from."""
        rows = [{name: getattr(graphic, name) for name in _KEPT} for graphic in graphics]
        self._put(self.folder / f"{made_from}{_PLAN}", json.dumps(rows).encode())

    def recall(self, made_from: str, uid: str) -> tuple[Graphic, ...] | None:
        """The graphics of a kept plan, without their layouts: all of them are drawn already.

        None where there is no such plan, or where a picture of it is gone.
        """
        try:
            rows = json.loads((self.folder / f"{made_from}{_PLAN}").read_bytes())
            graphics = tuple(Graphic(uid=uid, layout=None, **row) for row in rows)
        except (FileNotFoundError, ValueError, TypeError):
            return None
        return graphics if all(map(self.holds, graphics)) else None

    def prune(self, wanted: Iterable[Graphic], plans: Iterable[str] = ()) -> None:
        """Removes what was not asked for, unfinished files of a stopped build too."""
        kept = {self.file(graphic).name for graphic in wanted}
        kept |= {f"{made_from}{_PLAN}" for made_from in plans}
        for file in self.folder.glob("*") if self.folder.is_dir() else ():
            if file.name not in kept and file.suffix in {_PICTURE, _PLAN, _UNFINISHED}:
                file.unlink(missing_ok=True)

    def _put(self, file: Path, data: bytes) -> None:
        """Written beside and renamed, so that no reader ever sees half a file."""
        self.folder.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_suffix(f".{os.getpid()}{_UNFINISHED}")
        unfinished.write_bytes(data)
        unfinished.replace(file)


def draw_cached(
    graphics: Iterable[Graphic], cache: GraphicCache, executor: Executor | None = None
) -> Iterator[tuple[Graphic, bytes]]:
    """Every graphic with its JPEG, in the order given; only those that are not kept are drawn, on
    `executor` where there is one."""
    wanted = list(graphics)
    missing = {graphic.key: graphic for graphic in wanted if not cache.holds(graphic)}
    drawn = _drawn(list(missing.values()), cache, executor)
    for graphic in wanted:
        if missing.pop(graphic.key, None):
            next(drawn)
        yield graphic, cache.file(graphic).read_bytes()


def _drawn(
    missing: list[Graphic], cache: GraphicCache, executor: Executor | None
) -> Iterator[None]:
    if executor:
        return executor.map(cache.draw, missing, chunksize=_CHUNK)
    return map(cache.draw, missing)
