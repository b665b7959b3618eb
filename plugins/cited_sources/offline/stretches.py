"""Where an address or a DOI ends in running text, in Markdown and in HTML.

One walk over the characters, so that a text of any length takes time in proportion to it.
"""

from __future__ import annotations

import html
import re

_PLAIN = re.compile(r"[^\s()\[\]{}<>\"'`|\\^&,;\u200b\u2060\ufeff“”‘’«»…—。，、；：）】」』》]+")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_OPENING = {")": "(", "]": "[", "}": "{", ">": "<"}

# A SICI has its pages between angle brackets: <1661::AID-SIM968>3.0.CO;2-2. A tag is none.
_GREATER = r"(?:>|&gt;|&#62;|&#[xX]3[eE];|\\>)"
_SICI_PAGES = re.compile(rf"[^<>\s\"'&]{{0,80}}?:[^<>\s\"'&]{{0,80}}?{_GREATER}\d\.\d", re.ASCII)
_NEXT_ONE = re.compile(r"\s|$|https?:|doi:|10\.\d{4}", re.IGNORECASE)

TRAILING = ".,;:!?*_~'\"…([{<"
"""What belongs to the sentence when it stands at the very end."""


def stretch_at(text: str, start: int) -> tuple[str, int]:
    """The address or DOI that begins at `start`, its entities and escapes read, and where the
    walk stopped. Brackets are followed in pairs: the first one that closes what was never opened
    ends it. Punctuation at its end is still there.
    """
    pieces: list[str] = []
    opened = dict.fromkeys(_OPENING.values(), 0)
    at = start
    while at < len(text):
        if plain := _PLAIN.match(text, at):
            pieces.append(plain[0])
            at = plain.end()
            continue
        piece, after = _character(text, at)
        if not _goes_on(piece, text, at, after, opened, start):
            break
        pieces.append(piece)
        at = after
    return "".join(pieces), at


def _character(text: str, at: int) -> tuple[str, int]:
    """The character that is meant, and where the next one begins."""
    if entity := ENTITY.match(text, at):
        return html.unescape(entity[0]), entity.end()
    if escaped := _ESCAPED.match(text, at):
        return escaped[1], escaped.end()
    return text[at], at + 1


def _goes_on(
    piece: str, text: str, at: int, after: int, opened: dict[str, int], start: int
) -> bool:
    """Whether the stretch goes on with `piece`; keeps count of the brackets."""
    match piece:
        case "<" if not _SICI_PAGES.match(text, after):
            return False
        case "(" | "[" | "{" | "<":
            opened[piece] += 1
            return True
        case ")" | "]" | "}" | ">":
            opened[_OPENING[piece]] -= 1
            return opened[_OPENING[piece]] >= 0
        case "," | ";":
            return not _NEXT_ONE.match(text, after)
        case "'":
            within = text[at - 1].isalnum() and text[after : after + 1].isalnum()
            return within and text[start - 1 : start] != "'"
        case "&":
            return True
        case _:
            return _PLAIN.fullmatch(piece) is not None


def without_trailing(found: str) -> str:
    """The match without punctuation of the sentence: a closing bracket stays when it was opened."""
    surplus = {c: found.count(c) - found.count(o) for c, o in _OPENING.items()}
    end = len(found)
    while end and (found[end - 1] in TRAILING or surplus.get(found[end - 1], 0) > 0):
        end -= 1
        if found[end] in surplus:
            surplus[found[end]] -= 1
    return found[:end]
