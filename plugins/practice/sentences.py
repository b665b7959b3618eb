"""Whole sentences: the smallest piece of a text that may be left out."""

from __future__ import annotations

import re

_CITATION = re.compile(r"\[@(?:[^\[\]]|\[[^\[\]]*\])*\]")  # a DOI can hold brackets in pairs
_SPACE = re.compile(r"[ \t\r\n]+")

# The end of a sentence: its mark, what closes after it, a space, and something that can begin one.
_END = re.compile(
    r"(?<=[.!?…])[\"”’')\]]*\s+(?=[\"“‘'(¿¡\[]?[^\W_a-zß-öø-ÿ])|(?<=[。！？؟।])\s*(?=\S)"
)

# Words after which a full stop ends nothing, in the languages that Housecall speaks. Better one
# long sentence than one cut in two.
_SHORT = re.compile(
    r"(?:^|[\s(\"“¿¡])(?:Dra?|Mrs?|Ms|Sra?|Srta|Prof|St|Jr|vs|etc|e\.g|i\.e|p\. ?ej|approx|No|n\.º|"
    r"Ud|Uds|a\.? ?m|p\.? ?m|U\.S|EE\. ?UU|[A-Z])\.$",
    re.IGNORECASE,
)

# Numbers to call when it is urgent: a sentence with one is kept as long as any other can go.
_URGENT = re.compile(r"(?<![\d-])(?:911|988|112|999)(?![\d-])|1-800-222-1222")


def plain(text: str) -> str:
    """The text in one line, without citations and bold."""
    return _SPACE.sub(" ", _CITATION.sub("", text).replace("**", "")).strip()


def sentences(text: str) -> list[str]:
    """The sentences of a plain text. A question stays with the sentence that answers it."""
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        piece = text[start : end.end()].strip()
        if not (_SHORT.search(piece) or piece.endswith(("?", "？", "؟"))):
            found.append(piece)
            start = end.end()
    rest = text[start:].strip()
    return [*found, rest] if rest else found


def not_said_yet(first: str, more: str) -> str:
    """The sentences of a plain text that another one does not have already."""
    return " ".join(sentence for sentence in sentences(more) if sentence not in first)


def is_urgent(text: str) -> bool:
    """Whether the text tells whom to call in an emergency."""
    return _URGENT.search(text) is not None
