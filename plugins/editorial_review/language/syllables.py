"""How many syllables an English word has: our own rule, and a list of the words that break it.

The list is derived from the CMU Pronouncing Dictionary (of a word's pronunciations the shortest
counts), and holds only words for which the rule is wrong; `data/README.md` says how. Names of
medicines and other words that the dictionary lacks stand in `data/medical_syllables.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

_DATA = Path(__file__).with_name("data")
EXCEPTIONS = _DATA / "syllables.txt"
MEDICAL = _DATA / "medical_syllables.txt"

_VOWELS = re.compile(r"[aeiouy]+")
_PARTS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MOST_LETTERS = 60
"""A longer word is none; it is counted as if it ended there."""

_COMPOUND = (
    "some|life|home|fore|time|name|base|side|score|white|horse|house|fire|wire|safe|care|where|"
    "there|note|gate|state|space|type|pace|line|nose|stage|face|hope|grape|ice|whole|stone|"
    "drive|cheese|smoke|bone|knee"
)
_ENDINGS = "ly|ments?|ness|ful|fully|less|lessly|some|like|wide"

# An `e` that is written and not spoken: at the end, before endings that words are made with, and
# within compounds ("sometimes"); and what is swallowed in "basically", "especially", "usually".
_SILENT = (
    re.compile(r"(?:[^aeiouyl]|[aeiouyr]l|[ao]u|[aeo]i|[ae]y|qu|[aeion]gu)e$"),
    re.compile(r"(?:[^aeiouldty]|[aeiouyrlw]l)ed$"),
    re.compile(r"(?:[^aeiousxzcgylh]|[^sct]h|[aeiouyr]l|qu|[aeion]gu)es$"),
    re.compile(rf"(?:[^aeiouyl]|[aeiouyr]l)e(?:{_ENDINGS})$(?<!lement)(?<!lements)"),
    re.compile(rf"^(?:{_COMPOUND})(?=[bcdfghjklmnpqtvwxz]|s[a-z])[a-z]{{3,}}(?<!ly)(?<!less)(?<!ful)$"),
    re.compile(r"ically$|[ct]ially$|ually$"),
    re.compile(r"^every|^differ[ae]|^interest|^tempera|gener[ao]l|^(?:re)?cover[ey]|^several"),
)  # fmt: skip

# Vowels that stand together and are spoken apart.
_APART = (
    re.compile(r"(?<![ctsg])ia(?!ge|ly$|lly$)|(?<=[aeiou]s)ia|(?<=[^s]s)iat|(?<=^s)ia|gia$|^gia|[ct]iat|angio"),
    re.compile(r"(?<![ctsgxn])io(?!us)|(?<![ctsgx])ious|(?<!t)nio|(?<=[ct])io(?=[bcdefglmpsrtvx])(?!us)"),
    re.compile(r"ioa|(?<![ct])ien(?!d)|(?<=[^aeiouct])iers?$|(?<=[^aeiouct])iest$|iet(?!n)"),
    re.compile(r"(?<![qg])ua(?!r[dr])|(?<![qg])uou|uit[ey]$|(?<=[^gq])uing$|(?<!q)uis[mt]|[^gq]uent"),
    re.compile(r"(?<!g)eou|(?<!g)eo(?!u|n$|ns$|pl)|^geo"),
    re.compile(r"(?:^|[^aeiou])rea(?:ct|ss|lly?$|l[^mt])|(?:^|cr|n)ea(?:t[eio]|tu)|^area"),
    re.compile(r"[a-z]{3}[^aeiou]eas?$|[a-z][a-z]neal$|icea"),
    re.compile(r"[aeouy]ing(?:s|ly)?$|[aeo]y(?:ers?|ors?)$|(?<![aeiou])ire[sd]?$|(?<!^)ao[rs][tc]"),
    re.compile(r"(?<=[a-z])(?:ism|asm|ysm)s?$|thms?$"),
    re.compile(r"(?<=[a-z][^aeiou'])n['’]t$"),
    re.compile(r"iu(?!s?[rl]?e)|ii|uu|[^aeiou]yo|ya[nlb]"),
    re.compile(r"^co(?:o[pr]d?|e[dvx]|i[nt][^s])|^re(?:i[nmst]|e[nsvx]|u[sn])|^pre(?:e[mx]|a)|^anti[aeiou]"),
    re.compile(r"oe[tl]|(?<=[^aeiou])oa[^rtdkcfmnlspxgv]"),
)  # fmt: skip


@lru_cache(maxsize=60_000)
def syllables_of(word: str) -> int:
    """The spoken syllables of a word as it stands in a text; at least 1.

    The parts of "follow-up" are counted one by one, a number as one. Initials are counted as if
    they were words, as in the measurements on which the thresholds rest; R-05 looks after them.
    """
    return max(1, sum(_of_part(part) for part in _PARTS.findall(word)))


def _of_part(part: str) -> int:
    plain = part.lower().replace("’", "'")
    known = _known().get(plain) or _known().get(plain.removesuffix("'s"))
    return known or by_rule(plain)


def by_rule(word: str) -> int:
    """The syllables of a word in small letters by the rule alone; at least 1."""
    word = word[:_MOST_LETTERS]
    base = word.removesuffix("'s")
    groups = sum(1 for _ in _VOWELS.finditer(base))
    silent = sum(1 for pattern in _SILENT if pattern.search(base))
    apart = sum(1 for pattern in _APART for _ in pattern.finditer(base))
    return max(1, groups - silent + apart)


def _rows(file: Path) -> Iterator[tuple[str, int]]:
    """The words of a list, each line begun by their count."""
    for line in file.read_text(encoding="utf-8").splitlines():
        count, *words = line.split()
        if count.isdigit():
            yield from ((word, int(count)) for word in words)


@cache
def _known() -> Mapping[str, int]:
    return {**dict(_rows(EXCEPTIONS)), **dict(_rows(MEDICAL))}
