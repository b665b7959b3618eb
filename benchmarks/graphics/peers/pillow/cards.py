"""Plain Pillow as most people use it: an RGB picture, text by `draw.text`, the default PNG."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from time import process_time
from typing import Any

from PIL import Image, ImageDraw, ImageFont

_GROUND, _INK = "#f7f4ee", "#0f3d4c"
_LEFT, _WIDTH = 80, 1040


def main(job: dict[str, Any]) -> None:
    """Draws the posts of a job one after another and prints what each took."""
    files = job["fonts"]
    fonts = {
        "title": ImageFont.truetype(files["bold"], 64),
        "summary": ImageFont.truetype(files["regular"], 32),
        "practice": ImageFont.truetype(files["bold"], 28),
    }
    spent, sizes = [], []
    for number, words in enumerate(job["posts"]):
        before = process_time()
        data = _card(words, fonts)
        spent.append((process_time() - before) * 1000)
        sizes.append(len(data))
        if job["keep"]:
            (Path(job["keep"]) / f"{number}.png").write_bytes(data)
    print(json.dumps({"cpu_ms": spent, "bytes": sizes}))


def _card(words: dict[str, str], fonts: dict[str, ImageFont.FreeTypeFont]) -> bytes:
    canvas = Image.new("RGB", (1200, 630), _GROUND)
    pen = ImageDraw.Draw(canvas)
    y = 80
    for role, leading, gap in (("title", 70, 32), ("summary", 40, 0)):
        for line in _wrapped(words[role], fonts[role]):
            pen.text((_LEFT, y), line, _INK, fonts[role])
            y += leading
        y += gap
    pen.text((_LEFT, 520), words["practice"], _INK, fonts["practice"])
    file = BytesIO()
    canvas.save(file, "PNG")
    return file.getvalue()


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > _WIDTH:
            yield line
            longer = word
        line = longer
    yield line


main(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
