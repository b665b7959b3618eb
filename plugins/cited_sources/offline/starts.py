"""What tells that an identifier or an address begins here."""

from __future__ import annotations

import re

_DOI = r"10\.[0-9]{4,9}(?:\.[0-9]{1,9}){0,4}(?:/|%2F)"
_BETWEEN = r"(?:[\s:#=*_./-]|</?\w{1,6}>|&nbsp;|&\#160;){0,6}"
"""Between a name and its number: a colon, spaces, the marks of bold words."""

STARTS = re.compile(
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
"""One expression, so that a text is gone through once; the groups' names say what begins."""
