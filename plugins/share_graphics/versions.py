"""The version of everything that shapes a picture's bytes besides its plan."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

_ROOM = Path(__file__).parent
_LIBRARIES = ("pillow", "uharfbuzz", "python-bidi", "uniseg", "babel")


@cache
def digest_of_what_draws() -> str:
    """The sha256 of this room's code, its fonts and the versions of the libraries that it uses.

    Part of every picture's key: whoever changes how pictures are drawn need not remember to count
    up a number.
    """
    digest = hashlib.sha256(" ".join(map(version, _LIBRARIES)).encode())
    for file in sorted((*_ROOM.rglob("*.py"), *(_ROOM / "fonts").glob("*.[ot]tf"))):
        digest.update(file.name.encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
