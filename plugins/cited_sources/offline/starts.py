"""What tells that an identifier or an address begins here."""

from __future__ import annotations

import re

_DOI = r"10\.[0-9]{4,9}(?:\.[0-9]{1,9}){0,4}(?:/|%2F)"
_BETWEEN = r"(?:[\s:#=*_./-]|</?\w{1,6}>|&nbsp;|&\#160;){0,6}"
"""Between a name and its number: a colon, spaces, the marks of bold words."""

_STARTS = re.compile(
    rf"""
    (?P<url> (?<![a-z]) https?:// (?=[^\s"'<>()]) )
  | (?P<scheme_relative> (?<=["'(<]) // (?=[a-z0-9-]{{1,63}}\.[a-z0-9-]{{2}}) )
  | (?P<host> (?<![\w./@-])
        (?:(?:www\.|dx\.)?doi\.org|(?:pubmed\.|pmc\.|www\.)ncbi\.nlm\.nih\.gov)/ )
  | (?P<doi> (?:(?<![a-z]) doi {_BETWEEN} | (?<![^\W_])(?<![^\W_]_)(?<![/.%-])) (?={_DOI}) )
  | (?P<pmid> (?<![a-z]) (?:PMIDs?|PubMed\s?ID) {_BETWEEN} (?=[0-9]) )
  | (?P<pmcid> (?:(?<![a-z]) PMC\s?ID {_BETWEEN} (?:PMC)? | (?-i:(?<![\w./-])PMC(?=[0-9]{{2}})))
        (?=[0-9]) )
  | (?P<isbn> (?<![a-z]) (?:e-?)?ISBN (?:[\s-]?1[03](?=[:\s]))? {_BETWEEN} (?=[0-9]) )
    """,
    re.IGNORECASE | re.VERBOSE,
)

# What every one of them begins with: many times as fast to look for, and rarely in vain.
_LIKELY = re.compile(
    r"[hH/wWdD1pPeEiI](?:[tT][tT][pP]|/|[wW]{2}\.|[xX]\.|[oO][iI]|0\.[0-9]{4}|[mM][iIcC]|"
    r"[uU][bB][mM]|-?[iI]?[sS][bB])"
)


def next_start(text: str, at: int) -> re.Match[str] | None:
    """Where the next identifier or address begins, from `at` on; its group's name says what it is:
    "url", "scheme_relative", "host", "doi", "pmid", "pmcid" or "isbn"."""
    while likely := _LIKELY.search(text, at):
        if start := _STARTS.match(text, likely.start()):
            return start
        at = likely.start() + 1
    return None
