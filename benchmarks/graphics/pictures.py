"""What each engine draws, to look at: the columns of the table that no clock can fill."""

from __future__ import annotations

import shutil
from pathlib import Path

from PIL import Image

from benchmarks.graphics.engines import ARABIC, ENGINES, LATIN, Engine, prepare, run_job
from benchmarks.graphics.sites import SITES, build_site, write_site
from benchmarks.graphics.texts import posts_in
from benchmarks.installing import CACHE
from benchmarks.measuring import NotMeasuredError

_THUMB = (600, 315)
_SAMPLES = (("en", LATIN), ("ar", ARABIC))


def draw_pictures() -> Path:
    """A sheet, a row an engine: its card with the longest English title, and an Arabic one."""
    peers = {engine.peer: engine for engine in ENGINES}
    rows = [_row(engine) for engine in peers.values()]
    sheet = Image.new("RGB", (_THUMB[0] * len(_SAMPLES), _THUMB[1] * len(rows)), "white")
    for down, row in enumerate(rows):
        for across, file in enumerate(row):
            if file:
                sheet.paste(_thumb(file), (across * _THUMB[0], down * _THUMB[1]))
    sheet.save(CACHE / "pictures.png")
    return CACHE / "pictures.png"


def _thumb(file: Path) -> Image.Image:
    with Image.open(file) as picture:
        return picture.convert("RGB").resize(_THUMB, Image.Resampling.LANCZOS)


def _row(engine: Engine) -> list[Path | None]:
    folder = CACHE / "pictures" / engine.peer
    shutil.rmtree(folder, ignore_errors=True)
    return [_drawn(engine, script, folder / script) for script, _ in _SAMPLES]


def _drawn(engine: Engine, script: str, folder: Path) -> Path | None:
    try:
        prepare(engine)
        return _sample(engine, script, folder)
    except NotMeasuredError as reason:
        print(f"{engine.name}, {script}: {reason}")
        return None


def _sample(engine: Engine, script: str, folder: Path) -> Path:
    longest = max(posts_in(script, 60), key=lambda words: len(words.title))
    fonts = dict(_SAMPLES)[script]
    folder.mkdir(parents=True)
    if engine.peer in SITES:
        site = write_site(engine.peer, [longest], fonts)
        build_site(engine.peer, site, engine.picture, cards=True)
        for file in site.glob(SITES[engine.peer].pictures):
            shutil.copy(file, folder)
    else:
        run_job(engine.peer, [longest], fonts, folder)
    return next(folder.iterdir())
