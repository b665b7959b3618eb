"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def replace_whole(path: Path, data: bytes) -> None:
    """Put `data` in the place of what stands at `path`, also when the power fails; its permissions
    stay. OSError: what stood there is untouched."""
    unfinished = path.with_name(f".{path.name}.new")
    with unfinished.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        shutil.copymode(path, unfinished)
    unfinished.replace(path)
