"""Structured data as the element that stands in a page's head."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
"""What could end the element, begin another, or not be written as UTF-8."""


def as_script(data: Mapping[str, object]) -> str:
    """The finished script element: the same bytes for the same data, whatever the texts hold."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    safe = _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return f'<script type="application/ld+json">{safe}</script>'
