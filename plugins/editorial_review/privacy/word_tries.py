"""Many words as one regular expression that reads each letter once."""

from __future__ import annotations

import re
from collections.abc import Iterable

Trie = dict[str, "Trie"]


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; it needs a `\\b` behind it."""
    root: Trie = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _pattern(root)


def _pattern(node: Trie) -> str:
    branches = [re.escape(letter) + _pattern(node[letter]) for letter in sorted(node) if letter]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{joined})?" if "" in node else joined
