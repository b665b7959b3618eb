"""How an image is named: one name in content/images/, however a text or a field spells it."""

from __future__ import annotations

import re

FIT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
"""What each part of an image's name may be: the same on every computer, and in every address."""

_HOME = "images"


def image_name(written: str) -> str:
    """The name of an image below content/images/: "skin/rash.png" for "/images/skin/rash.png".

    A `..` stays where it is, so that the name is refused.
    """
    parts = [p for p in written.removeprefix("{static}").split("/") if p not in ("", ".")]
    outer = [at for at, part in enumerate(parts) if part == _HOME]
    return "/".join(parts[outer[-1] + 1 :] if outer else parts)
